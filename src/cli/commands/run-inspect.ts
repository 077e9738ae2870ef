import type { JsonObject } from "../../format/json.js";
import { visible } from "../../report/visible.js";
import type { ResultView, RunpackView } from "../../runpack/inspect.js";
import { locateRunpack } from "../../runpack/locate.js";
import { type ChainView, inspectArtifact } from "../../session/inspect.js";
import { type Command, type Outcome, omitEmptyFields } from "../command.js";
import { FROM_FLAG, sourceArgument } from "../source-argument.js";

const resultFields = ({ status, result_digest, verdict, reason_codes, violations }: ResultView) => ({
  status,
  result_digest,
  verdict,
  reason_codes: [...reason_codes],
  violations: [...violations],
});

/** Strays keep an empty intent id: it is what they are sorted and told apart by. */
function runpackFields(view: RunpackView, path: string): JsonObject {
  return omitEmptyFields({
    ok: true,
    artifact_type: "runpack",
    run_id: view.runId,
    path,
    capture_mode: view.captureMode,
    intents_total: view.intentsTotal,
    results_total: view.resultsTotal,
    entries: view.calls.map((call) => ({
      index: call.index,
      intent_id: call.intent_id,
      tool_name: call.tool_name,
      created_at: call.created_at,
      ...omitEmptyFields({ args_digest: call.args_digest, ...resultFields(call) }),
    })),
    unmatched_results: view.unmatched.map((stray) => ({ intent_id: stray.intent_id, ...omitEmptyFields(resultFields(stray)) })),
    warnings: [...view.warnings],
  });
}

function runpackText(view: RunpackView, path: string): string[] {
  const { runId, intentsTotal, resultsTotal, captureMode } = view;
  return [
    `run inspect: run_id=${runId} intents=${intentsTotal} results=${resultsTotal} capture_mode=${captureMode}`,
    `path: ${path}`,
    ...view.calls.flatMap((call) => [
      `${call.index}. intent=${call.intent_id} tool=${call.tool_name} status=${call.status || "missing_result"}` +
        (call.verdict === "" ? "" : ` verdict=${call.verdict}`),
      ...(call.reason_codes.length > 0 ? [`   reason_codes=${call.reason_codes.join(",")}`] : []),
      ...(call.violations.length > 0 ? [`   violations=${call.violations.join(",")}`] : []),
    ]),
    ...(view.unmatched.length > 0 ? [`unmatched_results=${view.unmatched.length}`] : []),
    ...view.unmatched.map((stray) => `   intent=${stray.intent_id} status=${stray.status || "unknown"}`),
    ...(view.warnings.length > 0 ? [`warnings: ${view.warnings.join("; ")}`] : []),
  ];
}

const chainFields = (view: ChainView, path: string): JsonObject =>
  omitEmptyFields({
    ok: true,
    artifact_type: "session_chain",
    run_id: view.runId,
    session_id: view.sessionId,
    path,
    checkpoint_count: view.checkpoints.length,
    checkpoints: view.checkpoints.map((one) => ({
      checkpoint_index: one.checkpoint_index,
      runpack_path: one.runpack_path,
      sequence_start: one.sequence_start,
      sequence_end: one.sequence_end,
      checkpoint_digest: one.checkpoint_digest,
      ...omitEmptyFields({ prev_checkpoint_digest: one.prev_checkpoint_digest }),
    })),
  });

const chainText = (view: ChainView, path: string): string[] => [
  `run inspect: artifact=session_chain session_id=${view.sessionId} run_id=${view.runId} checkpoints=${view.checkpoints.length}`,
  `path: ${path}`,
  ...view.checkpoints.map((one) => `${one.checkpoint_index}. runpack=${one.runpack_path} seq=${one.sequence_start}..${one.sequence_end}`),
];

const outcome = (json: JsonObject, text: readonly string[]): Outcome => ({ exitCode: 0, json, text: text.map(visible) });

export const command: Command = {
  name: "run inspect",
  errorLabel: "inspect",
  summary: "List the calls of a runpack.",
  description: "List what a runpack recorded, call by call, or the checkpoints of a session chain.",
  usage: ["run inspect --from <run_id|path>", "run inspect <run_id|path>"],
  flags: [FROM_FLAG],
  examples: [{ line: "gait run inspect --from run_demo", why: "The calls of the demo run." }],
  run: async (args, { host }) => {
    const path = locateRunpack(host, sourceArgument(args, "missing required --from <run_id|path>"));
    const { kind, view } = await inspectArtifact(host, path);
    return kind === "runpack"
      ? outcome(runpackFields(view, path), runpackText(view, path))
      : outcome(chainFields(view, path), chainText(view, path));
  },
};
