/** A report of a check that could not begin: nothing was judged, and everyone whom a verdict would have reached gets to know why. */
import type { CheckResult } from "../ci/types.js";
import type { GaitError } from "../format/errors.js";
import type { CiReport, ProjectReport } from "../report/model.js";
import { totalsOf } from "../report/totals.js";

export interface Unjudged {
  readonly producerVersion: string;
  readonly projects: readonly string[];
  readonly config: string;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseNote: string;
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
}

/** The error as the problem of every project; its code is the reason, its category the exit code. */
export function unjudged(
  { producerVersion, projects: paths, config, headSha, baseSha, baseNote, shard }: Unjudged,
  error: GaitError,
): CheckResult {
  const projects = paths.map(
    (path): ProjectReport => ({
      path,
      status: "error",
      skipped: false,
      fixture_set: "",
      config_file: path === "." ? config : `${path}/${config}`,
      config_digest: "",
      fixtures: [],
      fixtures_added: [],
      fixtures_removed: [],
      fixtures_changed: [],
      problem: { reason: error.code, message: error.message, location: null },
    }),
  );
  const report: CiReport = {
    schema_id: "gait.ci.report",
    schema_version: "1.0.0",
    producer_version: producerVersion,
    kind: "regress",
    status: "error",
    exit_code: error.exitCode,
    failed_on: ["error"],
    head_sha: headSha,
    base_sha: baseSha,
    base_note: baseNote,
    shard: shard ? { ...shard } : { index: 0, count: 0 },
    reproduce: "",
    projects,
    artifacts: [],
    totals: totalsOf(projects, []),
  };
  return { report, exitCode: error.exitCode, regressFiles: [] };
}
