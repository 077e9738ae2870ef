/** The report as files in the workspace, where the inputs say (spec 40 §12.2). */
import path from "node:path";
import { type OutputFile, renderOutputs } from "../ci/outputs.js";
import type { CheckResult } from "../ci/types.js";
import { writeFileWithParents } from "../format/files.js";
import type { Host } from "../format/host.js";
import type { MarkdownOptions } from "../report/markdown.js";
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
  for (const [input, name] of Object.entries(paths)) if (name !== "") outputTarget(workspace, input, name);
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
  const beside = (name: string) => path.posix.join(folder, name);
  /** The main file under the name that the user chose, those of single projects beside it. */
  const placed = (input: keyof OutputPaths, main: string, files: readonly OutputFile[]): PlannedFile[] =>
    files.map(({ name, content }) => ({ name: name === main ? paths[input] : beside(name), content, input }));
  const plain = renderOutputs(check, ["junit"], options);
  const extended = renderOutputs(check, ["junit-extended"], options);
  return [
    ...(paths.json === "" ? [] : placed("json", "report.json", renderOutputs(check, ["json"], options))),
    ...(paths.markdown === "" ? [] : placed("markdown", "summary.md", renderOutputs(check, ["markdown"], options))),
    ...(paths.sarif === "" ? [] : placed("sarif", "gait.sarif", renderOutputs(check, ["sarif"], options))),
    ...(paths.junit === "" ? [] : placed("junit", "junit.xml", [...plain, ...extended])),
    // Of several projects, or of none, no plain file is the whole: then the extended one is.
    ...(paths.junit === "" || plain.some(({ name }) => name === "junit.xml")
      ? []
      : extended.map(({ content }) => ({ name: paths.junit, content, input: "junit" }))),
  ];
}

/** The deepest folder that holds all files: paths in the artifact begin there. */
function commonFolder(files: readonly string[], workspace: string): string {
  const folders = files.map((file) => path.dirname(file).split(path.sep));
  const [first = workspace.split(path.sep), ...others] = folders;
  const length = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  return (length < 0 ? first : first.slice(0, length)).join(path.sep) || path.sep;
}
