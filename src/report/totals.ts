/** The numbers of a report, counted in one place: the builder fills them in, the reader checks them. */
import type { ExpectationChange, ProjectReport, Totals, VerifiedArtifact } from "./model.js";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Counts what a report lists. `coverage_removed`: fixtures and expectations of the base commit that are gone. */
export function totalsOf(projects: readonly ProjectReport[], artifacts: readonly VerifiedArtifact[]): Totals {
  const fixtures = projects.flatMap((project) => project.fixtures);
  const graders = fixtures.flatMap((fixture) => fixture.graders);
  const changes = fixtures.flatMap((fixture) => fixture.expectation_changes);
  return {
    projects: projects.length,
    fixtures: fixtures.length,
    fixtures_failed: fixtures.filter(({ status }) => status === "fail").length,
    fixtures_errored: fixtures.filter(({ status }) => status === "error").length,
    self_comparisons: fixtures.filter((fixture) => fixture.self_comparison).length,
    graders: graders.length,
    graders_failed: graders.filter(({ status }) => status === "fail").length,
    expectations_relaxed: changes.filter((change) => change.class === "relaxed" && !isExpectationGone(change)).length,
    coverage_removed: sum(projects.map((project) => project.fixtures_removed.length)) + changes.filter(isExpectationGone).length,
    artifacts: artifacts.length,
    artifacts_tampered: artifacts.filter(isTampered).length,
    artifacts_unsigned: artifacts.filter(isUnsigned).length,
  };
}

/** Whether nothing is left of what was expected: an emptied sequence is relaxed and gone at once (spec 40 §12.4 item 2). */
export const isExpectationGone = (change: ExpectationChange): boolean =>
  change.class === "removed" || (change.class === "relaxed" && change.head === "");

/** Whether the bytes are not those that the artifact's own manifest or signature vouches for. */
export const isTampered = (artifact: VerifiedArtifact): boolean =>
  artifact.status !== "error" &&
  (artifact.missing_files.length > 0 ||
    artifact.hash_mismatches.length > 0 ||
    artifact.undeclared_files.length > 0 ||
    artifact.duplicate_entries.length > 0 ||
    artifact.signature_status === "failed");

/** Whether nobody signed it. A signature that was not checked for want of a key is a signature. */
export const isUnsigned = (artifact: VerifiedArtifact): boolean => artifact.status !== "error" && artifact.signature_status === "missing";
