import { invalidInput } from "../../format/errors.js";
import type { Host } from "../../format/host.js";
import { splitCsv, trim } from "../../format/text.js";
import { runProcess } from "../../host/run-process.js";
import { visible } from "../../report/visible.js";
import { locateRunpack } from "../../runpack/locate.js";
import { readRunpack } from "../../runpack/read.js";
import { assertRealAllowed, planRealCalls, REAL_REPLAY_VARIABLE, realTools } from "../../runpack/real-tools.js";
import { assertReplayable, type Replay, replayReal, replayStub } from "../../runpack/replay.js";
import { type Arguments, type Command, type Outcome, omitEmptyFields } from "../command.js";

function sourceOf(args: Arguments): string {
  const [only, ...others] = args.positionals;
  if (only === undefined || others.length > 0) throw invalidInput("expected run_id or path");
  return only;
}

const toolOptions = (args: Arguments) => ({ allowTools: args.string("allow-tools"), writeDir: trim(args.string("write-dir")), runProcess });

async function replay(args: Arguments, host: Host): Promise<Replay> {
  const source = sourceOf(args);
  if (!args.boolean("real-tools")) return replayStub(await readRunpack(host, locateRunpack(host, source)));
  assertRealAllowed(host, {
    unsafe: args.boolean("unsafe-real-tools"),
    allowTools: args.string("allow-tools"),
    variable: trim(args.string("unsafe-real-tools-env")),
  });
  return replayReal(await readRunpack(host, locateRunpack(host, source)), realTools(host, toolOptions(args)));
}

function show(result: Replay, requestedUnsafe: boolean): Outcome {
  const { ok, runId, mode, steps, missingResults, warnings } = result;
  return {
    exitCode: ok ? 0 : 2,
    json: omitEmptyFields({
      ok,
      run_id: runId,
      mode,
      steps: steps.map(({ intent_id, tool_name, status, execution, ...rest }) => ({
        intent_id,
        tool_name,
        status,
        execution,
        ...omitEmptyFields(rest),
      })),
      missing_results: [...missingResults],
      warnings: [...warnings],
      requested_unsafe: requestedUnsafe,
    }),
    text: [
      ok ? `replay ok: ${runId} (${mode})` : `replay failed: ${runId}`,
      ...(missingResults.length > 0 ? [`missing results: ${missingResults.join(", ")}`] : []),
      ...(warnings.length > 0 ? [`warnings: ${warnings.join("; ")}`] : []),
    ].map(visible),
  };
}

/** What --real-tools would run; nothing is run, so no guard is needed. */
async function plan(args: Arguments, host: Host): Promise<Outcome> {
  const source = sourceOf(args);
  if (splitCsv(args.string("allow-tools")).length === 0) throw invalidInput("--plan requires --allow-tools <tool,...>");
  const pack = await readRunpack(host, locateRunpack(host, source));
  assertReplayable(pack);
  const calls = planRealCalls(host, toolOptions(args), pack.intents);
  return {
    exitCode: 0,
    json: {
      ok: true,
      run_id: pack.run.run_id,
      mode: "plan",
      plan: calls.map(({ intent_id, tool_name, action, detail, refused }) => ({
        intent_id,
        tool_name,
        action,
        ...omitEmptyFields({ detail, refused }),
      })),
    },
    text: [
      `replay plan: ${pack.run.run_id} would run ${calls.length} of ${pack.intents.length} calls`,
      ...calls.map((call) =>
        `${call.intent_id}  ${call.tool_name}  ${call.action}  ${call.detail}${call.refused ? "  (refused)" : ""}`.trimEnd(),
      ),
    ].map(visible),
  };
}

export const command: Command = {
  name: "run replay",
  errorLabel: "replay",
  summary: "Replay a run from its records, without side effects.",
  description:
    "Replay a run from its recorded results, with stubs where there is none; exit 2 where a call has neither.\n" +
    "Real tools run only behind three guards and run what the artifact says: look at --plan first.",
  usage: ["run replay <run_id|path> [flags]"],
  flags: [
    { name: "real-tools", kind: "boolean", help: "Run allowed tools for real (guarded)." },
    { name: "unsafe-real-tools", kind: "boolean", help: "Second guard: you know that real tools have real effects." },
    { name: "allow-tools", kind: "string", value: "csv", help: "Tools that may run for real." },
    {
      name: "unsafe-real-tools-env",
      kind: "string",
      value: "name",
      default: REAL_REPLAY_VARIABLE,
      help: "Third guard: this variable must be 1.",
    },
    { name: "write-dir", kind: "string", value: "path", help: "Folder that real file writes stay in. Default: the working folder." },
    { name: "plan", kind: "boolean", help: "Print what --real-tools would run, and run nothing." },
  ],
  examples: [
    { line: "gait run replay run_demo --json", why: "Replay from the records." },
    { line: "gait run replay ./run.zip --plan --allow-tools file.write", why: "See which files a real replay would write." },
  ],
  run: async (args, { host }) =>
    args.boolean("plan") ? plan(args, host) : show(await replay(args, host), args.boolean("unsafe-real-tools")),
  failureFields: (args) => omitEmptyFields({ requested_unsafe: args?.boolean("unsafe-real-tools") }),
};
