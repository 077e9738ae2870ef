/** Reads a `report.json` that nobody vouches for: the artifact of a contributor's run (spec 40 §12.4, forks). */
import { GaitError } from "../format/errors.js";
import { parseJson } from "../format/json.js";
import validate from "./ci-report.schema.json?validator";
import { MAX_REPORT_BYTES } from "./json.js";
import type { CiReport } from "./model.js";
import { totalsOf } from "./totals.js";
import { shown } from "./visible.js";

/**
 * The report in `source`. Sizes, names, patterns and bounds are those of the schema; on top, the totals must be those of the lists
 * and the verdict must agree with itself, so that no headline says other than what the report lists.
 * @throws GaitError invalid_input.
 */
export function readReport(source: Uint8Array): CiReport {
  if (source.byteLength > MAX_REPORT_BYTES) throw refused(`it is larger than ${MAX_REPORT_BYTES} bytes`);
  const value = parseJson(source);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw refused(`${shown(error?.instancePath || "/")} ${error?.message ?? "is not valid"}`);
  }
  const report = value as unknown as CiReport;
  const totals = totalsOf(report.projects, report.artifacts);
  for (const name of Object.keys(totals) as (keyof typeof totals)[]) {
    if (report.totals[name] !== totals[name]) throw refused(`/totals/${name} is not what the report lists`);
  }
  const isPass = report.status === "pass";
  if (isPass !== (report.exit_code === 0) || isPass !== (report.failed_on.length === 0)) {
    throw refused("/status, /exit_code and /failed_on contradict each other");
  }
  if (isPass && (totals.fixtures_errored > 0 || totals.artifacts_tampered > 0 || report.projects.some(({ problem }) => problem !== null))) {
    throw refused("/status is pass although something could not be judged");
  }
  return report;
}

const refused = (why: string): GaitError => new GaitError("invalid_input", `not a gait.ci.report: ${why}`, { code: "report_invalid" });
