/** What later steps of the job get to know, from the table of outputs. */
import { findingsOf } from "../report/findings.js";
import type { CiReport } from "../report/model.js";
import { OUTPUTS } from "./inputs.js";
import type { Publication } from "./publish.js";
import type { Runner } from "./runner.js";

/** Paths of written files, relative to the workspace; "" for what was not written. */
export interface WrittenPaths {
  readonly folder: string;
  readonly summary: string;
  readonly json: string;
  readonly junit: string;
  readonly sarif: string;
  readonly markdown: string;
}

export const NOTHING_WRITTEN: WrittenPaths = { folder: "", summary: "", json: "", junit: "", sarif: "", markdown: "" };

export type OutputValues = Readonly<Record<string, string>>;

/** Values of all outputs for a report. */
export function outputsOf(report: CiReport, paths: WrittenPaths, publication: Publication): OutputValues {
  const artifacts = report.artifacts;
  return {
    "exit-code": String(report.exit_code),
    status: report.status,
    failed: String(report.kind === "verify" ? artifacts.filter(({ status }) => status !== "pass").length : failedGraders(report)),
    "top-failure-reason":
      report.status === "pass" ? "" : (findingsOf(report).find(({ level }) => level === "error")?.reason ?? report.failed_on[0] ?? ""),
    "next-command": report.status === "pass" ? "" : report.reproduce,
    "summary-path": paths.summary,
    "artifact-path": paths.folder,
    "json-path": paths.json,
    "junit-path": paths.junit,
    "sarif-path": paths.sarif,
    "markdown-path": paths.markdown,
    "comment-id": publication.commentId,
    "comment-url": publication.commentUrl,
    "reported-to": publication.reportedTo.join(","),
    drift: JSON.stringify(driftedFixtures(report)),
    verified: String(artifacts.filter(({ status }) => status === "pass").length),
    tampered: String(report.totals.artifacts_tampered),
    unsigned: String(report.totals.artifacts_unsigned),
    artifacts: JSON.stringify(artifacts.map(({ path, kind, id, status, change }) => ({ path, kind, id, status, change }))),
  };
}

const failedGraders = ({ totals }: CiReport): number => totals.graders_failed + totals.fixtures_errored;

/** With several projects a fixture's name alone would not tell which one it is. */
const driftedFixtures = ({ projects }: CiReport): string[] =>
  projects.flatMap(({ path, fixtures }) =>
    fixtures.filter(({ status }) => status !== "pass").map(({ name }) => (projects.length > 1 ? `${path}/${name}` : name)),
  );

/** Values for a run that ended before there was a report. */
export const failureOutputs = (exitCode: number, reason: string): OutputValues => ({
  "exit-code": String(exitCode),
  status: "error",
  "top-failure-reason": reason,
});

/** Sets every output of the table, old names too; one without a value is empty. */
export function setOutputs(runner: Runner, values: OutputValues): void {
  for (const { name, aliases } of OUTPUTS) for (const one of [name, ...aliases]) runner.setOutput(one, values[name] ?? "");
}
