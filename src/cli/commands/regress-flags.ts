/** Flags that several `regress` commands share, and what they show alike. */
import { invalidInput } from "../../format/errors.js";
import type { JsonObject } from "../../format/json.js";
import { splitCsv, trim } from "../../format/text.js";
import type { CompareFixtureOptions } from "../../regress/compare-fixture.js";
import { CONFIG_FILE } from "../../regress/config.js";
import type { ImportedFixture, ImportOptions } from "../../regress/import.js";
import { OPT_IN_GRADERS, type OptInGrader, type RegressOptions, type RegressRun } from "../../regress/types.js";
import type { ToolCallChange } from "../../report/model.js";
import { commandLine } from "../../report/shell-word.js";
import { callDiff, countCalls, diffText, hasCallChanges } from "../../report/tool-calls.js";
import { visible } from "../../report/visible.js";
import type { Arguments, Flag, Shell } from "../command.js";

export const DEFAULT_OUTPUT = "regress_result.json";

export const CONFIG_FLAG: Flag = { name: "config", kind: "string", value: "path", default: CONFIG_FILE, help: "Which fixtures there are." };

export const ALLOW_OUTSIDE_FLAG: Flag = {
  name: "allow-outside",
  kind: "boolean",
  help: "Fixtures and candidates may lie outside the working folder, also through symbolic links.",
};

export const CANDIDATES_FLAG: Flag = {
  name: "candidates",
  kind: "string",
  value: "folder",
  help: "Folder of newly recorded runs: <fixture>.zip, else the pack with the fixture's run id.",
};

export const IMPORT_FLAGS: readonly Flag[] = [
  { name: "name", kind: "string", help: "Name of the fixture. Default: made from the run id." },
  { name: "checkpoint", kind: "string", value: "latest|n", default: "latest", help: "Which checkpoint of a session chain." },
  { name: "merge", kind: "boolean", help: "Keep what was set by hand in an existing fixture of that name." },
];

export const RUN_FLAGS: readonly Flag[] = [
  CONFIG_FLAG,
  { name: "output", kind: "string", value: "path", default: DEFAULT_OUTPUT, help: "Where the result goes; its folder must exist." },
  { name: "junit", kind: "string", value: "path", help: "Also write JUnit XML." },
  CANDIDATES_FLAG,
  {
    name: "missing-candidate",
    kind: "string",
    value: "fail|pass",
    default: "fail",
    choices: ["fail", "pass"],
    help: "What a fixture means that --candidates has no run for.",
  },
  { name: "only", kind: "string", value: "csv", help: "Run these fixtures only." },
  { name: "skip", kind: "string", value: "csv", help: "Leave these fixtures out." },
  { name: "jobs", kind: "integer", default: 4, help: "Fixtures judged side by side; the result is the same for every number." },
  { name: "fail-fast", kind: "boolean", help: "Stop at the first fixture that fails." },
  {
    name: "graders",
    kind: "string",
    value: "csv",
    choices: OPT_IN_GRADERS,
    help: `Graders to run besides the usual: ${OPT_IN_GRADERS.join(", ")}.`,
  },
  { name: "context-conformance", kind: "boolean", help: "Demand of every fixture that the candidate's context conforms." },
  { name: "allow-context-runtime-drift", kind: "boolean", help: "Context may have been retrieved at another time." },
  { name: "allow-nondeterministic", kind: "boolean", help: "Allow graders that are not deterministic (none is today)." },
  ALLOW_OUTSIDE_FLAG,
];

/** Flags of the commands that look at one fixture and one candidate. */
export const ONE_FIXTURE_FLAGS: readonly Flag[] = [
  { name: "candidate", kind: "string", value: "runpack", help: "The newly recorded run. Default: the candidate that the fixture names." },
  CANDIDATES_FLAG,
  CONFIG_FLAG,
  { name: "show-args", kind: "boolean", help: "Show recorded arguments, where both runs hold them." },
  ALLOW_OUTSIDE_FLAG,
];

const isOptIn = (name: string): name is OptInGrader => (OPT_IN_GRADERS as readonly string[]).includes(name);

function gradersOf(csv: string): OptInGrader[] {
  return splitCsv(csv).map((name) => {
    if (!isOptIn(name)) throw invalidInput(`unknown grader: ${name}`, { hint: `--graders takes ${OPT_IN_GRADERS.join(" and ")}.` });
    return name;
  });
}

export const configPath = (args: Arguments): string => args.string("config") || CONFIG_FILE;

/** The candidates folder, or undefined where none was given. */
export function candidatesFolder(args: Arguments): string | undefined {
  const folder = trim(args.string("candidates"));
  if (folder === "" && args.given("candidates")) throw invalidInput("--candidates must name a folder");
  return folder || undefined;
}

export function runOptions(args: Arguments, shell: Shell): RegressOptions {
  const missing = args.string("missing-candidate");
  if (missing !== "fail" && missing !== "pass")
    throw invalidInput(`unsupported --missing-candidate: ${missing}`, { hint: "Use fail or pass." });
  const jobs = args.integer("jobs");
  if (jobs < 1) throw invalidInput(`--jobs must be at least 1, not ${jobs}`);
  return {
    config: configPath(args),
    contextConformance: args.boolean("context-conformance"),
    allowContextRuntimeDrift: args.boolean("allow-context-runtime-drift"),
    allowNondeterministic: args.boolean("allow-nondeterministic"),
    extraGraders: gradersOf(args.string("graders")),
    candidates: candidatesFolder(args),
    missingCandidate: missing,
    only: splitCsv(args.string("only")),
    skip: splitCsv(args.string("skip")),
    failFast: args.boolean("fail-fast"),
    jobs,
    allowOutside: args.boolean("allow-outside"),
    onProgress: (done, total, fixture) => shell.progress(`${done}/${total} ${fixture}`),
  };
}

/** The fixture that a command is called with. */
export function fixtureName(args: Arguments): string {
  const name = args.positionals[0] ?? "";
  if (name === "") throw invalidInput("expected the name of a fixture", { hint: "gait regress list shows them." });
  return name;
}

export const oneFixtureOptions = (args: Arguments): CompareFixtureOptions => ({
  config: configPath(args),
  fixture: fixtureName(args),
  candidate: trim(args.string("candidate")),
  candidates: candidatesFolder(args),
  allowOutside: args.boolean("allow-outside"),
  showArgs: args.boolean("show-args"),
});

const CONTEXT_LINES = 3;
const MAX_LINES = 400;

/** Calls as the lines of a diff. */
export const callLines = (calls: readonly ToolCallChange[], args: boolean): string[] =>
  hasCallChanges(calls) ? callDiff(calls, { context: CONTEXT_LINES, args, maxLines: MAX_LINES }).map(diffText) : [];

/** Calls as JSON: how many of each kind, and those that changed. */
export const callFields = (calls: readonly ToolCallChange[]): JsonObject => ({
  calls: { ...countCalls(calls) },
  tool_calls: calls
    .filter(({ kind }) => kind !== "same")
    .map(({ kind, tool, left, right }) => ({ kind, tool, left: left && { ...left }, right: right && { ...right } })),
});

export const importOptions = (args: Arguments, receipts: boolean): ImportOptions => ({
  from: args.string("from"),
  name: args.string("name"),
  checkpoint: args.given("checkpoint") ? args.string("checkpoint") : undefined,
  merge: args.boolean("merge"),
  receipts,
});

export interface RunPaths {
  /** As given: the file that is written. */
  readonly output: string;
  /** Trimmed; "" for none. */
  readonly junit: string;
}

export const runPaths = (args: Arguments): RunPaths => ({
  output: args.string("output") || DEFAULT_OUTPUT,
  junit: trim(args.string("junit")),
});

export const artifactPaths = ({ output, junit }: RunPaths): string[] => [trim(output), junit].filter((path) => path !== "");

const RERUN = "gait regress run --json";

/** The command line that does the run again. */
export function nextCommand(args: Arguments): string {
  const config = configPath(args);
  const folder = candidatesFolder(args);
  const words = [...(config === CONFIG_FILE ? [] : ["--config", trim(config)]), ...(folder === undefined ? [] : ["--candidates", folder])];
  return commandLine("gait", "regress", "run", ...words, "--json");
}

/** What a run with failures is told by: how many, the first reason, the command that shows more. Nothing for a pass. */
export interface RunFailure {
  readonly failed: number;
  readonly topReason: string;
  readonly next: string;
}

export function failureOf({ result }: RegressRun, args: Arguments): RunFailure | undefined {
  const failed = result.graders.filter(({ status }) => status !== "pass");
  const first = failed[0];
  if (!first) return undefined;
  return { failed: failed.length, topReason: first.reason_codes[0] ?? "grader_failed", next: nextCommand(args) };
}

/** The error of a run in which fixtures could not be judged. */
export function problemText({ fixtures }: RegressRun): string | undefined {
  const problems = fixtures.flatMap(({ problem }) => problem ?? []);
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more could not be judged)` : "";
  return problems[0] && `${problems[0].message}${more}`;
}

/** Says on stderr what must not be overlooked; stdout is for programs. */
export function warnAll(shell: Shell, warnings: readonly string[]): void {
  for (const warning of warnings) shell.warn(visible(`warning: ${warning}`));
}

export const importFields = ({ runId, name, folder, runpack, config }: ImportedFixture): JsonObject => ({
  run_id: runId,
  fixture_name: name,
  fixture_dir: folder,
  runpack_path: runpack,
  config_path: config,
});

export const NEXT_COMMANDS = [RERUN];
