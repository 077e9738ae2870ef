/** Which conditions a check met, and what it ends with (spec 40 §12.4, §12.5). */
import type { FailCondition, FixtureReport, ProjectReport, Status } from "../report/model.js";
import { isExpectationGone } from "../report/totals.js";

/** The order in which reports name them. */
const ORDER: readonly FailCondition[] = [
  "error",
  "tampered",
  "unsigned",
  "unknown-schema",
  "key-changed",
  "drift",
  "removed-coverage",
  "relaxed",
  "verdict-relaxed",
  "context-runtime",
  "risk-increase",
];

/** Each condition once, in the order of reports. */
export function inOrder(conditions: Iterable<FailCondition>): FailCondition[] {
  const met = new Set(conditions);
  return ORDER.filter((condition) => met.has(condition));
}

const FIXTURE_CONDITIONS: Readonly<Partial<Record<FailCondition, (fixture: FixtureReport) => boolean>>> = {
  error: ({ status }) => status === "error",
  drift: ({ status }) => status === "fail",
  "removed-coverage": ({ expectation_changes }) => expectation_changes.some(isExpectationGone),
  relaxed: ({ expectation_changes }) => expectation_changes.some((change) => change.class === "relaxed"),
  "context-runtime": ({ context: { classification } }) => classification === "runtime_only" || classification === "semantic",
  "risk-increase": ({ risk }) => risk.candidate > risk.baseline,
};

/** What a project meets of `failOn`; what could not be judged always counts. */
export function conditionsOf(project: Omit<ProjectReport, "status">, failOn: readonly FailCondition[]): FailCondition[] {
  const met = inOrder(["error", ...failOn]).filter((condition) =>
    project.fixtures.some((fixture) => FIXTURE_CONDITIONS[condition]?.(fixture)),
  );
  if (project.problem !== null) met.push("error");
  if (failOn.includes("removed-coverage") && project.fixtures_removed.length > 0) met.push("removed-coverage");
  return inOrder(met);
}

export const statusOf = (conditions: readonly FailCondition[]): Status =>
  conditions.includes("error") ? "error" : conditions.length > 0 ? "fail" : "pass";
