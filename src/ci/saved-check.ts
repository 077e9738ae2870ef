/** A check that was written to a folder before: to render it again, or to join it with others. */
import path from "node:path";
import { invalidInput } from "../format/errors.js";
import { isFile, isFolder, onFile, readBytes, readBytesIfThere } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { decodeUtf8 } from "../format/json.js";
import { compareBytes } from "../format/text.js";
import { readReport } from "../report/json-reader.js";
import { junitOf } from "./merge-shards.js";
import { REPORT_FILE, RESULT_FILE, resultPath } from "./outputs.js";
import type { CheckResult } from "./types.js";

/**
 * Reads a report and the result files that stand beside it; results that are not there are left out. Nothing is trusted: sizes and
 * forms are checked.
 * @param file a `report.json`.
 * @throws GaitError invalid_input.
 */
export function readCheck(host: Host, file: string): CheckResult {
  const report = readReport(readBytes(host, file));
  const regressFiles = report.projects.flatMap(({ path: project }) => {
    const bytes = readBytesIfThere(host, path.join(path.dirname(file), resultPath(report, project, RESULT_FILE)));
    if (bytes === undefined) return [];
    const result = decodeUtf8(bytes);
    return [{ project, result, junit: junitOf(result) }];
  });
  return { report, exitCode: report.exit_code, regressFiles };
}

/**
 * The reports that a name stands for: a report, a folder with one, or a folder of such folders.
 * @throws GaitError invalid_input where there is none.
 */
export function findReports(host: Host, name: string): string[] {
  if (isFile(host, name)) return [name];
  const own = path.join(name, REPORT_FILE);
  if (isFile(host, own)) return [own];
  const folders = isFolder(host, name) ? onFile("open", name, () => host.fs.readdirSync(resolvePath(host, name))) : [];
  const found = folders
    .sort(compareBytes)
    .map((folder) => path.join(name, folder, REPORT_FILE))
    .filter((file) => isFile(host, file));
  if (found.length === 0) throw invalidInput(`no ${REPORT_FILE} in ${name}`, { file: name, code: "report_missing" });
  return found;
}
