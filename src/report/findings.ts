/** What a report has to say, as a flat list: the common source of SARIF, annotations, code quality and the terminal. */
import type {
  CiReport,
  ExpectationChange,
  FailCondition,
  FixtureReport,
  GraderReport,
  Location,
  Problem,
  ProjectReport,
  VerifiedArtifact,
} from "./model.js";
import { type Level, reasonOf } from "./reasons.js";
import { isExpectationGone } from "./totals.js";

export interface Finding {
  readonly level: Level;
  /** Reason code. */
  readonly reason: string;
  /** Path of the project, "" for artifacts. */
  readonly project: string;
  /** Fixture or artifact; "" where the finding is about the project. */
  readonly subject: string;
  /** Tells findings of one subject and reason apart; holds no line numbers. */
  readonly detail: string;
  readonly message: string;
  readonly location: Location;
}

/** Every finding: errors first, else in the order of the report. */
export function findingsOf(report: CiReport): Finding[] {
  const isFatal = (condition: FailCondition) => report.failed_on.includes(condition);
  const findings = [
    ...report.projects.flatMap((project) => projectFindings(project, isFatal)),
    ...report.artifacts.flatMap((artifact) => artifactFindings(artifact)),
  ];
  const rank: Record<Level, number> = { error: 0, warning: 1, note: 2 };
  return findings.sort((a, b) => rank[a.level] - rank[b.level]);
}

/** Findings for people: of several reasons for which one grader gives one message, the first speaks for all. */
export function distinctFindings(report: CiReport): Finding[] {
  const seen = new Set<string>();
  return findingsOf(report).filter(({ project, subject, detail, message }) => {
    const key = [project, subject, detail, message].join("\0");
    return !seen.has(key) && seen.add(key);
  });
}

type IsFatal = (condition: FailCondition) => boolean;

function projectFindings(project: ProjectReport, isFatal: IsFatal): Finding[] {
  const config = { file: project.config_file, line: 1 };
  const about = { project: project.path, subject: "" };
  const findings: Finding[] = [];
  if (project.problem !== null) findings.push(problemFinding(project.problem, about, config));
  for (const { name, run_id, location } of project.fixtures_removed) {
    findings.push({
      level: isFatal("removed-coverage") ? "error" : "warning",
      reason: "removed_coverage",
      project: project.path,
      subject: name,
      detail: "fixture",
      message: `Fixture \`${name}\` (run \`${run_id}\`) is in the base commit and no longer here: what it protected is not checked any more.`,
      location,
    });
  }
  const alone = project.fixtures.filter((fixture) => fixture.self_comparison).length;
  if (alone > 0) {
    const message = `${alone} of ${project.fixtures.length} fixtures were compared only with themselves: no candidate run was given, so nothing new was tested.`;
    findings.push({ level: "warning", reason: "self_comparison", ...about, detail: "", message, location: config });
  }
  return [...findings, ...project.fixtures.flatMap((fixture) => fixtureFindings(project, fixture, isFatal))];
}

const problemFinding = (problem: Problem, about: { project: string; subject: string }, fallback: Location): Finding => ({
  level: "error",
  reason: problem.reason,
  ...about,
  detail: "problem",
  message: problem.message || reasonOf(problem.reason).title,
  location: problem.location ?? fallback,
});

/** Where a fixture's expectations stand. */
export const fixtureLocation = (fixture: FixtureReport): Location => ({ file: joinPath(fixture.directory, "fixture.json"), line: 1 });

const joinPath = (folder: string, name: string): string =>
  folder === "" || folder === "." ? name : `${folder.replace(/\/$/, "")}/${name}`;

function fixtureFindings(project: ProjectReport, fixture: FixtureReport, isFatal: IsFatal): Finding[] {
  const home = fixtureLocation(fixture);
  const about = { project: project.path, subject: fixture.name };
  const findings: Finding[] = [];
  if (fixture.problem !== null) findings.push(problemFinding(fixture.problem, about, home));
  for (const grader of fixture.graders.filter(({ status }) => status === "fail")) {
    for (const reason of failureReasons(grader)) {
      const message = `\`${fixture.name}\`: ${grader.message || reasonOf(reason).title}`;
      findings.push({ level: "error", reason, ...about, detail: grader.name, message, location: grader.location ?? home });
    }
  }
  for (const change of fixture.expectation_changes) {
    const found = expectationFinding(fixture, change, isFatal);
    if (found !== null) findings.push({ ...found, ...about, location: change.location ?? home });
  }
  const contextDrift = contextFinding(fixture, isFatal);
  if (contextDrift !== null) findings.push({ ...contextDrift, ...about, location: home });
  if (fixture.risk.candidate > fixture.risk.baseline) {
    const cause = fixture.risk.causes[0];
    findings.push({
      level: isFatal("risk-increase") ? "error" : "warning",
      reason: "risk_increase",
      ...about,
      detail: cause?.tool ?? "",
      message: `\`${fixture.name}\`: the risk score rose from ${fixture.risk.baseline} to ${fixture.risk.candidate}${cause ? `, by call ${cause.index} of \`${cause.tool}\`` : ""}.`,
      location: home,
    });
  }
  return findings;
}

/** The reason codes of a failed grader; there is always one. */
export const failureReasons = (grader: GraderReport): readonly string[] =>
  grader.reason_codes.length > 0 ? grader.reason_codes : ["grader_failed"];

type Found = Pick<Finding, "level" | "reason" | "detail" | "message">;

function expectationFinding(fixture: FixtureReport, change: ExpectationChange, isFatal: IsFatal): Found | null {
  const detail = change.field;
  const what = `\`${fixture.name}\`: \`${change.field}\``;
  const values = `from \`${change.base || "nothing"}\` to \`${change.head || "nothing"}\``;
  if (isExpectationGone(change)) {
    return {
      level: isFatal("removed-coverage") || (change.class === "relaxed" && isFatal("relaxed")) ? "error" : "warning",
      reason: "expectation_removed",
      detail,
      message: `${what} is no longer expected (it was \`${change.base}\`).`,
    };
  }
  switch (change.class) {
    case "relaxed":
      return {
        level: isFatal("relaxed") ? "error" : "warning",
        reason: "expectation_relaxed",
        detail,
        message: `${what} was relaxed ${values}.`,
      };
    case "rebaselined":
      return {
        level: "note",
        reason: "expectation_rebaselined",
        detail,
        message: `\`${fixture.name}\`: the recorded run was replaced, ${values}.`,
      };
    case "changed":
      return { level: "note", reason: "expectation_changed", detail, message: `${what} was changed ${values}.` };
    default:
      return null;
  }
}

/** Context drift that did not make a grader fail; drift that did is that grader's finding. */
function contextFinding(fixture: FixtureReport, isFatal: IsFatal): Found | null {
  const { classification, receipts, widest_age_change_seconds } = fixture.context;
  if (fixture.graders.some(({ name, status }) => name === "context_conformance" && status === "fail")) return null;
  const level = isFatal("context-runtime") ? "error" : "note";
  if (classification === "semantic") {
    const message = `\`${fixture.name}\`: ${receipts.length} context receipts differ from the recorded run.`;
    return { level, reason: "context_semantic_drift", detail: "context", message };
  }
  if (classification === "runtime_only") {
    const message = `\`${fixture.name}\`: the same context was retrieved at another time (up to ${widest_age_change_seconds} s apart).`;
    return { level, reason: "context_runtime_drift", detail: "context", message };
  }
  return null;
}

function artifactFindings(artifact: VerifiedArtifact): Finding[] {
  const at = { project: "", subject: artifact.path, location: { file: artifact.path, line: 1 } };
  const find = (level: Level, reason: string, message: string): Finding => ({ level, reason, detail: artifact.kind, message, ...at });
  const findings: Finding[] = [];
  const name = `\`${artifact.path}\``;
  if (artifact.problem !== null) {
    const problem = { ...artifact.problem, message: `${name}: ${artifact.problem.message || reasonOf(artifact.problem.reason).title}` };
    findings.push(problemFinding(problem, at, at.location));
  }
  const integrity: [string, readonly string[], string][] = [
    ["hash_mismatch", artifact.hash_mismatches.map(({ path }) => path), "holds files that differ from their digests"],
    ["missing_files", artifact.missing_files, "lacks files that it declares"],
    ["undeclared_files", artifact.undeclared_files, "holds files that it does not declare"],
    ["duplicate_entries", artifact.duplicate_entries, "holds names more than once"],
  ];
  for (const [reason, files, what] of integrity) {
    if (files.length > 0) findings.push(find("error", reason, `${name} ${what}: ${listed(files)}.`));
  }
  if (artifact.signature_status === "failed") {
    const why = artifact.signature_errors[0];
    findings.push(find("error", "signature_invalid", `The signature of ${name} does not verify${why ? `: ${why}` : "."}`));
  }
  // Anything left that made it fail is a rule of the user's: unsigned, another key, an unknown kind.
  const level = artifact.status === "fail" && findings.length === 0 ? "error" : "warning";
  if (artifact.change === "signature_lost")
    findings.push(find(level, "signature_lost", `${name} was signed in the base commit and is not any more.`));
  else if (artifact.signature_status === "missing" && artifact.problem === null)
    findings.push(find(level === "error" ? level : "note", "signature_missing", `${name} is not signed.`));
  else if (artifact.signature_status === "skipped")
    findings.push(find("note", "signature_not_checked", `${name} is signed; no key was given to check it with.`));
  if (artifact.change === "key_changed")
    findings.push(find(level, "key_changed", `${name} is signed with another key than in the base commit: ${listed(artifact.key_ids)}.`));
  if (artifact.kind === "unknown" && artifact.problem === null)
    findings.push(find(level, "unknown_schema", `${name} is of no kind that this version can verify.`));
  if (artifact.change === "changed") findings.push(find("note", "artifact_changed", `${name} differs from the one of the base commit.`));
  for (const warning of artifact.warnings) findings.push(find("note", "artifact_warning", `${name}: ${warning}`));
  if (artifact.status !== "pass" && !findings.some((finding) => finding.level === "error")) {
    findings.push(find("error", "artifact_invalid", `${name} did not verify.`));
  }
  return findings;
}

const LISTED = 3;

/** `a, b, c and 4 more`, each as code. */
const listed = (names: readonly string[]): string => {
  const first = names.slice(0, LISTED).map((name) => `\`${name}\``);
  return first.join(", ") + (names.length > LISTED ? ` and ${names.length - LISTED} more` : "");
};
