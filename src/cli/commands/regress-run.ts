import { writeRegressFiles } from "../../regress/result-files.js";
import { runRegress } from "../../regress/run.js";
import type { RegressRun } from "../../regress/types.js";
import { type Arguments, type Command, type Outcome, omitEmptyFields } from "../command.js";
import { artifactPaths, failureOf, problemText, RUN_FLAGS, type RunPaths, runOptions, runPaths, warnAll } from "./regress-flags.js";

export const command: Command = {
  name: "regress run",
  summary: "Compare every fixture with its candidate.",
  description:
    "Compare every fixture with its candidate; exit 5 when one drifts. Without a candidate a fixture is only compared with itself.",
  usage: ["regress run [--candidates folder] [--config gait.yaml] [--output regress_result.json] [--junit path]"],
  flags: RUN_FLAGS,
  examples: [
    {
      line: "gait regress run --candidates gait-out/candidates --junit junit.xml --json",
      why: "Compare with what the agent did just now.",
    },
    { line: "gait regress run --only refunds,mail --graders candidate_replay", why: "Two fixtures, and one grader more." },
  ],
  mixed: false,
  maxPositionals: 0,
  run: async (args, shell) => {
    const paths = runPaths(args);
    const run = await runRegress(shell.host, runOptions(args, shell));
    writeRegressFiles(shell.host, run.result, paths);
    warnAll(shell, run.warnings);
    return outcomeOf(run, paths, args);
  },
};

function outcomeOf(run: RegressRun, paths: RunPaths, args: Arguments): Outcome {
  const { result, exitCode } = run;
  const artifacts = artifactPaths(paths);
  const failure = failureOf(run, args);
  const error = problemText(run);
  const set = `fixture_set=${result.fixture_set}`;
  const written = [`output: ${paths.output}`, ...(paths.junit === "" ? [] : [`junit: ${paths.junit}`])];
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
      artifact_paths: artifacts,
      output: paths.output,
      junit: paths.junit,
      self_comparisons: run.selfComparisons,
      warnings: [...run.warnings],
      error,
    }),
    text:
      failure === undefined
        ? [`regress run ok: ${set} graders=${result.graders.length}`, ...written]
        : [
            error === undefined ? `regress run failed: ${set} failed=${failure.failed}` : `regress run error: ${error}`,
            `top_failure_reason: ${failure.topReason}`,
            `next: ${failure.next}`,
            `artifacts: ${artifacts.join(", ")}`,
            ...written,
          ],
  };
}
