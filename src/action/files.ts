/** The report as files in the workspace, where the inputs say (spec 40 §12.2). */
import path from "node:path";
import { type Format, type OutputFile, renderOutputs } from "../ci/outputs.js";
import type { CheckResult } from "../ci/types.js";
import { invalidInput } from "../format/errors.js";
import { writeFileWithParents } from "../format/files.js";
import type { Host } from "../format/host.js";
import { type MarkdownOptions, renderSummary } from "../report/markdown.js";
import type { WrittenPaths } from "./outputs.js";
import type { ReportFiles } from "./publish.js";
import type { OutputPaths } from "./settings.js";
import { outputTarget } from "./workspace.js";

const DEFAULT_FOLDER = "gait-ci";

export interface WrittenFiles {
  readonly paths: WrittenPaths;
  readonly files: ReportFiles;
}

/** Where everything goes that has no input of its own: beside the first file that has one. */
const folderOf = (paths: OutputPaths): string => {
  const [first] = [paths.json, paths.markdown, paths.junit, paths.sarif].filter((name) => name !== "");
  return first === undefined ? DEFAULT_FOLDER : path.dirname(first);
};

/** Refuses output paths before anything runs. @throws GaitError invalid_input. */
export function assertOutputPaths(workspace: string, paths: OutputPaths): void {
  const taken = new Map<string, string>();
  for (const [input, name] of Object.entries(paths)) {
    if (name === "") continue;
    const target = outputTarget(workspace, input, name);
    const other = taken.get(target);
    if (other !== undefined) throw invalidInput(`inputs ${other} and ${input} name the same file`, { code: "input_invalid" });
    taken.set(target, input);
  }
}

/** Writes what is not switched off. @throws GaitError invalid_input where a path leaves the workspace or cannot be written. */
export function writeFiles(host: Host, workspace: string, check: CheckResult, paths: OutputPaths, options: MarkdownOptions): WrittenFiles {
  const folder = folderOf(paths);
  const all = planFiles(check, paths, folder, options).map(({ name, content, input }) => {
    const target = outputTarget(workspace, input, name);
    writeFileWithParents(host, target, content, { mode: 0o644 });
    return target;
  });
  const written = { ...paths, folder: all.length === 0 ? "" : folder, summary: paths.markdown };
  return { paths: written, files: { folder: commonFolder(all, workspace), all } };
}

type PlannedFile = OutputFile & { readonly input: string };

function planFiles(check: CheckResult, paths: OutputPaths, folder: string, options: MarkdownOptions): PlannedFile[] {
  /** The main file under the name that the user chose, those of single projects beside it. */
  const placed = (input: "json" | "junit" | "sarif", main: string, formats: readonly Format[]): PlannedFile[] =>
    renderOutputs(check, formats, options).map(({ name, content }) => ({
      name: name === main ? paths[input] : path.posix.join(folder, name),
      content,
      input,
    }));
  const junit = paths.junit === "" ? [] : placed("junit", "junit.xml", ["junit", "junit-extended"]);
  const isWhole = junit.some(({ name }) => name === paths.junit);
  return [
    ...(paths.json === "" ? [] : placed("json", "report.json", ["json"])),
    ...(paths.markdown === "" ? [] : [{ name: paths.markdown, content: renderSummary(check.report, options), input: "markdown" }]),
    ...(paths.sarif === "" ? [] : placed("sarif", "gait.sarif", ["sarif"])),
    ...junit,
    // Of several projects, or of none, no plain file is the whole: then the extended one is.
    ...(isWhole ? [] : junit.filter(({ name }) => name.endsWith("junit-extended.xml")).map((file) => ({ ...file, name: paths.junit }))),
  ];
}

/** The deepest folder that holds all files: paths in the artifact begin there. */
function commonFolder(files: readonly string[], workspace: string): string {
  const folders = files.map((file) => path.dirname(file).split(path.sep));
  const [first = workspace.split(path.sep), ...others] = folders;
  const length = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  return (length < 0 ? first : first.slice(0, length)).join(path.sep) || path.sep;
}
