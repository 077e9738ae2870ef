import { importFixture } from "../../regress/import.js";
import { assertResultPlaces, writeRegressFiles } from "../../regress/result-files.js";
import { runRegress } from "../../regress/run.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import {
  artifactPaths,
  failureOf,
  IMPORT_FLAGS,
  importFields,
  importOptions,
  NEXT_COMMANDS,
  problemText,
  RUN_FLAGS,
  type RunFailure,
  type RunPaths,
  runOptions,
  runPaths,
  warnAll,
} from "./regress-flags.js";

export const command: Command = {
  name: "regress bootstrap",
  summary: "Turn a recorded run into a fixture and run all fixtures.",
  description: "Turn a recorded run into a fixture and run all fixtures: regress init and regress run in one.",
  usage: ["regress bootstrap --from <run_id|path|session_chain.json> [--name N] [--output path] [--junit path]"],
  flags: [{ name: "from", kind: "string", value: "run_id|path|session_chain.json", help: "The run." }, ...IMPORT_FLAGS, ...RUN_FLAGS],
  examples: [{ line: "gait regress bootstrap --from run_demo --junit gait-out/junit.xml --json", why: "The first fixture of a project." }],
  mixed: false,
  maxPositionals: 0,
  run: async (args, shell) => {
    const paths = runPaths(args);
    const options = runOptions(args, shell);
    const imported = await importFixture(shell.host, importOptions(args, false));
    const run = await runRegress(shell.host, options);
    assertResultPlaces(shell.host, options.config, run, paths);
    writeRegressFiles(shell.host, run.result, paths);
    const warnings = [...imported.warnings, ...run.warnings];
    warnAll(shell, warnings);
    const failure = failureOf(run, args);
    const error = problemText(run);
    const about = `run_id=${imported.runId} fixture=${imported.name}`;
    return {
      exitCode: run.exitCode,
      json: omitEmptyFields({
        ok: run.exitCode === 0,
        ...importFields(imported),
        next_commands: NEXT_COMMANDS,
        status: run.result.status,
        failed: failure?.failed,
        top_failure_reason: failure?.topReason,
        next_command: failure?.next,
        artifact_paths: artifactPaths(paths),
        output: paths.output,
        junit: paths.junit,
        self_comparisons: run.selfComparisons,
        warnings,
        error,
      }),
      text: textOf({ paths, about, failure, error }).map(visible),
    };
  },
};

interface Shown {
  readonly paths: RunPaths;
  readonly about: string;
  readonly failure: RunFailure | undefined;
  readonly error: string | undefined;
}

function textOf({ paths, about, failure, error }: Shown): string[] {
  if (failure === undefined) {
    return [`regress bootstrap ok: ${about}`, `output: ${paths.output}`, ...(paths.junit === "" ? [] : [`junit: ${paths.junit}`])];
  }
  return [
    error === undefined ? `regress bootstrap failed: ${about} failed=${failure.failed}` : `regress bootstrap error: ${error}`,
    `top_failure_reason: ${failure.topReason}`,
    `next: ${failure.next}`,
    `artifacts: ${artifactPaths(paths).join(", ")}`,
  ];
}
