/** Flags that the `gait ci` commands share, and how the outcome of a check is shown. */
import path from "node:path";
import { FORMATS, type Format, type OutputOptions, parseFormats, renderOutputs, writeOutputs } from "../ci/outputs.js";
import type { CheckResult } from "../ci/types.js";
import { type ExitCode, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { splitCsv, trim } from "../format/text.js";
import { distinctFindings } from "../report/findings.js";
import type { CiReport, Problem } from "../report/model.js";
import { renderTerminal } from "../report/terminal.js";
import { visible } from "../report/visible.js";
import { shortSha } from "../report/wording.js";
import { type Arguments, type Flag, type Outcome, omitEmptyFields, type Shell } from "./command.js";

export const BASE_FLAG: Flag = {
  name: "base",
  kind: "string",
  value: "auto|none|revision",
  default: "auto",
  help: "Commit to compare with. auto: what the CI system tells, else the merge base with the remote's main branch.",
};

const DEFAULT_FOLDER = "gait-ci";

export const OUTPUT_FLAGS: readonly Flag[] = [
  {
    name: "format",
    kind: "string",
    value: "csv",
    default: "markdown,junit,junit-extended,sarif,json",
    choices: FORMATS,
    help: `Reports to write: ${FORMATS.join(", ")}.`,
  },
  {
    name: "out-dir",
    kind: "string",
    value: "folder",
    default: DEFAULT_FOLDER,
    help: "Folder for the reports; it is made where it is missing.",
  },
  { name: "comment-key", kind: "string", value: "word", help: "Identity of comment.md among the comments of a change request." },
  { name: "repository-url", kind: "string", value: "url", help: "Where the repository is shown: places in Markdown become links." },
];

/** A comma list of known words; `none` alone is the empty list. @throws GaitError invalid_input. */
export function choicesOf<T extends string>(args: Arguments, flag: string, known: readonly T[]): T[] {
  const words = splitCsv(args.string(flag));
  if (words.length === 1 && words[0] === "none") return [];
  // An unset variable of a script must not switch the check off.
  if (words.length === 0) throw invalidInput(`--${flag} is empty`, { hint: `There are: ${known.join(", ")}; none only reports.` });
  return words
    .filter((word) => word !== "error")
    .map((word) => {
      const choice = known.find((one) => one === word);
      if (choice === undefined)
        throw invalidInput(`unsupported --${flag}: ${word}`, { hint: `There are: ${known.join(", ")}, and none alone.` });
      return choice;
    });
}

/** What was asked for in flags, checked before anything runs. */
export interface OutputPlan extends OutputOptions {
  readonly formats: readonly Format[];
  readonly folder: string;
}

export function outputPlan(args: Arguments): OutputPlan {
  return {
    formats: parseFormats(splitCsv(args.string("format"))),
    folder: trim(args.string("out-dir")) || DEFAULT_FOLDER,
    commentKey: trim(args.string("comment-key")) || undefined,
    repositoryUrl: trim(args.string("repository-url")).replace(/\/+$/, "") || undefined,
  };
}

/** Writes the reports and says what they say. `origin` tells where the base commit comes from. */
export function showCheck(check: CheckResult, plan: OutputPlan, { host, color, warn }: Shell, origin = ""): Outcome {
  const rendered = renderOutputs(check, plan.formats, plan);
  const files = writeOutputs(host, plan.folder, rendered);
  for (const warning of check.warnings ?? []) warn(`warning: ${warning}`);
  const { report } = check;
  const commands = rendered.filter(({ name }) => name === "annotations.txt").flatMap(({ content }) => content.split("\n").slice(0, -1));
  const text = renderTerminal(report, { color }).replace(/\n$/, "").split("\n");
  return {
    exitCode: check.exitCode as ExitCode,
    verbatim: true,
    json: { ...fieldsOf(report), files },
    text: [
      ...text,
      visible(comparedWith(report, origin)),
      ...(files.length > 0 ? [visible(`reports: ${plan.folder} (${files.length} files)`)] : []),
      ...commands,
    ],
  };
}

function comparedWith({ base_sha, base_note }: CiReport, origin: string): string {
  if (base_sha === "") return `not compared with a base commit${base_note === "" ? "" : `: ${base_note}`}`;
  return `compared with ${shortSha(base_sha)}${origin === "" ? "" : ` (${origin})`}${base_note === "" ? "" : `: ${base_note}`}`;
}

function fieldsOf(report: CiReport) {
  const { status, exit_code, failed_on, head_sha, base_sha, base_note, totals, projects, artifacts } = report;
  const worst = distinctFindings(report).find(({ level }) => level === "error");
  const drifted = projects.flatMap(({ fixtures }) => fixtures.filter((fixture) => fixture.status !== "pass").map(({ name }) => name));
  return omitEmptyFields({
    ok: exit_code === 0,
    kind: report.kind,
    status,
    failed_on: [...failed_on],
    top_failure_reason: exit_code === 0 ? "" : worst?.reason,
    next_command: exit_code === 0 ? "" : report.reproduce,
    drift: drifted,
    totals: { ...totals },
    head_sha,
    base_sha,
    base_note,
    error: status === "error" || exit_code === 2 ? (firstProblem(report)?.message ?? worst?.message) : "",
    artifacts: artifacts.map(({ path: name, kind, id, status: verdict, change }) => ({ path: name, kind, id, status: verdict, change })),
  });
}

const firstProblem = ({ projects, artifacts }: CiReport): Problem | undefined =>
  [
    ...projects.flatMap(({ problem, fixtures }) => [problem, ...fixtures.map((fixture) => fixture.problem)]),
    ...artifacts.map(({ problem }) => problem),
  ].find((problem) => problem !== null) ?? undefined;

/** A path of the user as one from the root of the repository. */
export function fromRoot(root: Host, folder: string, name: string): string {
  const joined = path.isAbsolute(name) ? path.relative(root.cwd, name) : path.join(folder, name);
  return joined.replaceAll("\\", "/") || ".";
}
