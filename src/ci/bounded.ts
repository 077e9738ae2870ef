/**
 * Reports are read by jobs that trust nobody, under the bounds of their schema (ci-report.schema.json). A repository may hold longer
 * names, so they are cut where a report is made.
 */
import type { CiReport } from "../report/model.js";
import { clip } from "../report/visible.js";

const NAME = 1_024;
const PATH = 4_096;
const DIGEST = 256;
const PROSE = 8_192;
const VALUE = 32_768;

/** Most code points by the name of the field; any other text is a name. */
const LIMITS: Readonly<Record<string, number>> = {
  path: PATH,
  file: PATH,
  directory: PATH,
  config_file: PATH,
  missing_files: PATH,
  undeclared_files: PATH,
  duplicate_entries: PATH,
  manifest_digest: DIGEST,
  args_digest: DIGEST,
  result_digest: DIGEST,
  left_digest: DIGEST,
  right_digest: DIGEST,
  expected: DIGEST,
  actual: DIGEST,
  message: PROSE,
  base_note: PROSE,
  signature_errors: PROSE,
  warnings: PROSE,
  base: VALUE,
  head: VALUE,
  args: VALUE,
};

function bounded(value: unknown, field: string): unknown {
  if (typeof value === "string") return clip(value, LIMITS[field] ?? NAME);
  if (Array.isArray(value)) return value.map((item) => bounded(item, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, bounded(member, name)]));
}

/** The report with every text within its bound. A command that does not fit is left out: half of one must not be run. */
export const boundedReport = (report: CiReport): CiReport => ({
  ...(bounded(report, "") as CiReport),
  reproduce: report.reproduce.length <= PROSE ? report.reproduce : "",
});
