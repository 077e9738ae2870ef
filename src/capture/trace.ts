/** Whether a file is a trace record as `capture` takes it (spec 40 §8, "Valid trace"). Signatures are not checked here. */
import { GaitError } from "../format/errors.js";
import { decode, record, text, time } from "../format/shape.js";
import { isBlank, trim } from "../format/text.js";
import { isZeroTime } from "../format/time.js";

const traceShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  trace_id: text(),
  tool_name: text(),
  args_digest: text(),
  intent_digest: text(),
  policy_digest: text(),
  verdict: text(),
});

const DIGEST = /^[0-9a-f]{64}$/;
const VERDICTS = ["allow", "block", "dry_run", "require_approval"];

export function isTraceRecord(bytes: Uint8Array): boolean {
  let trace: ReturnType<typeof traceShape.zero>;
  try {
    trace = decode(traceShape, bytes);
  } catch (error) {
    if (error instanceof GaitError) return false;
    throw error;
  }
  return (
    trim(trace.schema_id) === "gait.gate.trace" &&
    ![trace.schema_version, trace.producer_version, trace.trace_id, trace.tool_name].some(isBlank) &&
    !isZeroTime(trace.created_at) &&
    [trace.args_digest, trace.intent_digest, trace.policy_digest].every((digest) => DIGEST.test(digest)) &&
    VERDICTS.includes(trim(trace.verdict))
  );
}
