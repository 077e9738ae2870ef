/** Sentences about a report, of numbers only: no repository text, so every renderer may print them as they are. */
import type { CiReport, Totals, VerifiedArtifact } from "./model.js";

export const plural = (count: number, noun: string, nouns = `${noun}s`): string => `${count} ${count === 1 ? noun : nouns}`;

/** How a report looks at a glance: `warn` is green with something that a reviewer must see. */
export type Mood = "pass" | "warn" | "fail";

export interface Headline {
  readonly mood: Mood;
  /** `2 of 7 fixtures drifted · 1 expectation relaxed` */
  readonly text: string;
}

export function headlineOf(report: CiReport): Headline {
  const parts = report.kind === "verify" ? verifyParts(report) : regressParts(report);
  const isCalm = parts.bad.length === 0;
  return {
    mood: report.status !== "pass" ? "fail" : isCalm ? "pass" : "warn",
    text: [...parts.bad, ...(isCalm ? [parts.good] : []), ...parts.notes].join(" · "),
  };
}

interface Parts {
  readonly bad: readonly string[];
  readonly good: string;
  /** Worth a word, neither good nor bad. */
  readonly notes: readonly string[];
}

const sentences = (entries: readonly (readonly [count: number, text: string])[]): string[] =>
  entries.filter(([count]) => count > 0).map(([, text]) => text);

function regressParts({ projects, totals, failed_on }: CiReport): Parts {
  const broken = projects.filter(({ problem }) => problem !== null).length;
  const skipped = projects.filter((project) => project.skipped).length;
  const removedFixtures = projects.reduce((sum, project) => sum + project.fixtures_removed.length, 0);
  const removedExpectations = totals.coverage_removed - removedFixtures;
  const fixtures = projects.flatMap((project) => project.fixtures);
  const riskier = fixtures.filter(({ risk }) => risk.candidate > risk.baseline).length;
  const moved = fixtures.filter(({ context }) => context.classification === "runtime_only" || context.classification === "semantic").length;
  const anew = fixtures.filter((fixture) => fixture.expectation_changes.some((change) => change.class === "rebaselined")).length;
  const added = projects.reduce((sum, project) => sum + project.fixtures_added.length, 0);
  const of = (count: number) => (totals.fixtures === 1 ? "the only fixture" : `${count} of ${totals.fixtures} fixtures`);
  const bad = sentences([
    [broken, `${projects.length === 1 ? "the check" : plural(broken, "project")} could not be run`],
    [totals.fixtures_errored, `${of(totals.fixtures_errored)} could not be judged`],
    [totals.fixtures_failed, `${totals.fixtures_errored > 0 ? totals.fixtures_failed : of(totals.fixtures_failed)} drifted`],
    [removedFixtures, `${plural(removedFixtures, "fixture")} removed`],
    [removedExpectations, `${plural(removedExpectations, "expectation")} removed`],
    [totals.expectations_relaxed, `${plural(totals.expectations_relaxed, "expectation")} relaxed`],
    [failed_on.includes("risk-increase") ? riskier : 0, `${plural(riskier, "fixture")} riskier`],
    [failed_on.includes("context-runtime") ? moved : 0, `${moved} with another context`],
    [totals.self_comparisons, selfComparison(totals)],
  ]);
  const notes = sentences([
    [anew, `${anew} recorded anew`],
    [added, `${added} added`],
  ]);
  return { bad, good: holding(totals, skipped), notes };
}

const selfComparison = ({ self_comparisons, fixtures }: Totals): string =>
  self_comparisons === fixtures
    ? `nothing was compared: no candidate for ${plural(fixtures, "fixture")}`
    : `${plural(self_comparisons, "fixture")} without a candidate`;

function holding({ fixtures, projects }: Totals, skipped: number): string {
  if (fixtures === 0) return skipped > 0 && skipped === projects ? "nothing to check: no project changed" : "no fixtures";
  return fixtures === 1 ? "the only fixture holds" : `all ${fixtures} fixtures hold`;
}

function verifyParts({ artifacts, totals, failed_on }: CiReport): Parts {
  const count = (test: (artifact: VerifiedArtifact) => boolean) => artifacts.filter(test).length;
  const unread = count(({ status }) => status === "error");
  const lost = count(({ change }) => change === "signature_lost");
  const rekeyed = count(({ change }) => change === "key_changed");
  const unknown = count(({ kind, status }) => kind === "unknown" && status !== "error");
  const unsigned = [totals.artifacts_unsigned, `${totals.artifacts_unsigned} unsigned`] as const;
  const isRequired = failed_on.includes("unsigned");
  const of = (some: number) => (totals.artifacts === 1 ? "the only artifact" : `${some} of ${totals.artifacts} artifacts`);
  const bad = sentences([
    [totals.artifacts_tampered, `${of(totals.artifacts_tampered)} tampered with`],
    [unread, `${totals.artifacts_tampered > 0 ? unread : of(unread)} could not be read`],
    [lost, `${plural(lost, "signature")} lost`],
    [rekeyed, `${plural(rekeyed, "key")} changed`],
    [unknown, `${unknown} of an unknown kind`],
    ...(isRequired ? [unsigned] : []),
  ]);
  const good = totals.artifacts === 1 ? "the only artifact verifies" : `all ${totals.artifacts} artifacts verify`;
  return { bad, good: totals.artifacts === 0 ? "no artifact matched" : good, notes: isRequired ? [] : sentences([unsigned]) };
}

const UNITS: readonly (readonly [seconds: number, noun: string])[] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** `3 hours`: the largest unit that fits, rounded. */
export function duration(seconds: number): string {
  const [size, noun] = UNITS.find(([unit]) => seconds >= unit) ?? UNITS.at(-1)!;
  return plural(Math.round(seconds / size), noun);
}

/** First seven digits, as commits are shown. */
export const shortSha = (sha: string): string => sha.slice(0, 7);
