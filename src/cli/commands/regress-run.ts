import { splitCsv, trim } from "../../format/text.js";
import { assertResultPlaces, writeRegressFiles } from "../../regress/result-files.js";
import { runRegress } from "../../regress/run.js";
import type { RegressRun } from "../../regress/types.js";
import { describeCalls } from "../../report/tool-calls.js";
import { visible } from "../../report/visible.js";
import { type Arguments, type Command, type Flag, type Outcome, omitEmptyFields } from "../command.js";
import {
  artifactPaths,
  callLines,
  failureOf,
  problemText,
  RUN_FLAGS,
  type RunFailure,
  type RunPaths,
  runOptions,
  runPaths,
  warnAll,
} from "./regress-flags.js";

const DEFAULT_FOLDER = "gait-ci";

const REPORT_FLAGS: readonly Flag[] = [
  {
    name: "format",
    kind: "string",
    value: "csv",
    help: "Also write reports: markdown, junit, junit-extended, sarif, codequality, metrics, json, annotations.",
  },
  { name: "out-dir", kind: "string", value: "folder", default: DEFAULT_FOLDER, help: "Folder for the reports." },
  { name: "show-args", kind: "boolean", help: "Show recorded arguments in the reports, where both runs hold them." },
];

export const command: Command = {
  name: "regress run",
  summary: "Compare every fixture with its candidate.",
  description:
    "Compare every fixture with its candidate; exit 5 when one drifts. Without a candidate a fixture is only compared with itself.",
  usage: ["regress run [--candidates folder] [--config gait.yaml] [--output regress_result.json] [--junit path]"],
  flags: [...RUN_FLAGS, ...REPORT_FLAGS],
  examples: [
    {
      line: "gait regress run --candidates gait-out/candidates --junit junit.xml --json",
      why: "Compare with what the agent did just now.",
    },
    {
      line: "gait regress run --candidates gait-out/candidates --format junit-extended,sarif --out-dir gait-ci",
      why: "With reports for tools; gait ci report also compares with the base commit.",
    },
    { line: "gait regress run --only refunds,mail --graders candidate_replay", why: "Two fixtures, and one grader more." },
  ],
  mixed: false,
  maxPositionals: 0,
  run: async (args, shell) => {
    const paths = runPaths(args);
    const words = splitCsv(args.string("format"));
    const reports = words.length > 0 ? await import("./regress-reports.js") : undefined;
    const formats = reports?.parseFormats(words) ?? [];
    const options = {
      ...runOptions(args, shell),
      detail: reports !== undefined || !args.boolean("json"),
      showArgs: args.boolean("show-args"),
    };
    const run = await runRegress(shell.host, options);
    assertResultPlaces(shell.host, options.config, run, paths);
    writeRegressFiles(shell.host, run.result, paths);
    warnAll(shell, run.warnings);
    if (!args.boolean("json")) for (const line of driftLines(run, args.boolean("show-args"))) shell.warn(line);
    const outcome = outcomeOf(run, paths, args);
    if (reports === undefined) return outcome;
    const folder = trim(args.string("out-dir")) || DEFAULT_FOLDER;
    const { files, annotations } = await reports.writeReports(shell.host, options, run, { formats, folder });
    return {
      ...outcome,
      json: { ...outcome.json, reports: [...files] },
      text: [...outcome.text, ...files.map((file) => `report: ${file}`), ...annotations],
    };
  },
};

const MAX_SHOWN = 20;

/** What changed, call by call. It goes to stderr: what stdout says is fixed (spec 40 §5.6). */
function driftLines({ fixtures }: RegressRun, args: boolean): string[] {
  const drifted = fixtures.filter(({ graders, detail }) => detail && graders.some(({ status }) => status === "fail"));
  const shown = drifted.slice(0, MAX_SHOWN).flatMap(({ fixture, detail }) => {
    const calls = detail?.tool_calls ?? [];
    return ["", `${fixture.name}: ${describeCalls(calls) || "the calls are unchanged"}`, ...callLines(calls, args)].map(visible);
  });
  return drifted.length > MAX_SHOWN ? [...shown, "", `… and ${drifted.length - MAX_SHOWN} more fixtures`] : shown;
}

function outcomeOf(run: RegressRun, paths: RunPaths, args: Arguments): Outcome {
  const { result, exitCode } = run;
  const failure = failureOf(run, args);
  const error = problemText(run);
  return {
    exitCode,
    json: omitEmptyFields({
      ok: exitCode === 0,
      status: result.status,
      fixture_set: result.fixture_set,
      graders: result.graders.length,
      failed: failure?.failed,
      top_failure_reason: failure?.topReason,
      next_command: failure?.next,
      artifact_paths: artifactPaths(paths),
      output: paths.output,
      junit: paths.junit,
      self_comparisons: run.selfComparisons,
      warnings: [...run.warnings],
      error,
    }),
    text: textOf(run, paths, failure, error).map(visible),
  };
}

function textOf({ result }: RegressRun, paths: RunPaths, failure: RunFailure | undefined, error: string | undefined): string[] {
  const set = `fixture_set=${result.fixture_set}`;
  const written = [`output: ${paths.output}`, ...(paths.junit === "" ? [] : [`junit: ${paths.junit}`])];
  if (failure === undefined) return [`regress run ok: ${set} graders=${result.graders.length}`, ...written];
  return [
    error === undefined ? `regress run failed: ${set} failed=${failure.failed}` : `regress run error: ${error}`,
    `top_failure_reason: ${failure.topReason}`,
    `next: ${failure.next}`,
    `artifacts: ${artifactPaths(paths).join(", ")}`,
    ...written,
  ];
}
