/** Recorded runs in a few words, for tests. */
import { sha256Hex } from "../../src/format/canonical.js";
import type { JsonObject } from "../../src/format/json.js";
import type { Runpack } from "../../src/runpack/read.js";
import type { IntentRecord, ManifestRecord, Receipt, RefsRecord, ResultRecord, RunRecord } from "../../src/runpack/records.js";

export interface CallText {
  readonly tool: string;
  /** Any word; its hash becomes the digest. */
  readonly args: string;
  readonly status: string;
  readonly result: string;
  readonly payload?: JsonObject;
}

export interface RecordedOptions {
  readonly runId?: string;
  readonly captureMode?: "reference" | "raw";
  readonly createdAt?: string;
  readonly receipts?: readonly Partial<Receipt>[];
  readonly contextSetDigest?: string;
}

/** `tool(args)=status/result`; `args`, `status` and `result` may be left out: `mail.send`, `mail.send(a)`, `mail.send(a)=denied`. */
export function parseCall(text: string): CallText {
  const match = /^([^(=]*)(?:\(([^)]*)\))?(?:=([^/]*))?(?:\/(.*))?$/.exec(text);
  if (!match) throw new TypeError(`not a call: ${text}`);
  return { tool: match[1]!, args: match[2] ?? "", status: match[3] ?? "ok", result: match[4] ?? "" };
}

export const callDigest = (args: string): string => sha256Hex(`args ${args}`);
export const resultDigest = (result: string): string => sha256Hex(`result ${result}`);

/** The records of a run that made `calls`, ids `i0`, `i1`, …; a call with status `-` has no result. */
export function recordedRun(calls: readonly (string | CallText)[], options: RecordedOptions = {}): Runpack {
  const { runId = "run_test", captureMode = "reference", createdAt = "2026-03-01T10:00:00Z" } = options;
  const header = { schema_version: "1.0.0", created_at: createdAt, producer_version: "0.0.0-dev", run_id: runId };
  const parsed = calls.map((call) => (typeof call === "string" ? parseCall(call) : call));
  const isRaw = captureMode === "raw";
  const intents = parsed.map(
    ({ tool, args }, n): IntentRecord => ({
      ...header,
      schema_id: "gait.runpack.intent",
      intent_id: `i${n}`,
      tool_name: tool,
      args_digest: callDigest(args),
      args: isRaw ? { value: args } : null,
    }),
  );
  const results = parsed.flatMap(({ status, result, payload }, n): ResultRecord[] =>
    status === "-"
      ? []
      : [
          {
            ...header,
            schema_id: "gait.runpack.result",
            intent_id: `i${n}`,
            status,
            result_digest: resultDigest(result),
            result: payload ?? null,
          },
        ],
  );
  const receipts = (options.receipts ?? []).map((receipt, n): Receipt => ({ ...RECEIPT, ref_id: `ref${n}`, ...receipt }));
  const refs: RefsRecord = {
    ...header,
    schema_id: "gait.runpack.refs",
    context_set_digest: options.contextSetDigest ?? "",
    context_evidence_mode: "",
    context_ref_count: receipts.length,
    receipts,
  };
  const run: RunRecord = {
    ...header,
    schema_id: "gait.runpack.run",
    env: { os: "linux", arch: "amd64", runtime: "node" },
    timeline: [],
  };
  const manifest: ManifestRecord = {
    ...header,
    schema_id: "gait.runpack.manifest",
    capture_mode: captureMode,
    files: [],
    manifest_digest: "",
    signatures: [],
  };
  return { manifest, run, intents, results, refs, undeclaredFiles: [] };
}

const RECEIPT: Receipt = {
  ref_id: "ref",
  source_type: "doc",
  source_locator: "handbook/refunds",
  query_digest: sha256Hex("query"),
  content_digest: sha256Hex("content"),
  retrieved_at: "2026-03-01T09:00:00Z",
  redaction_mode: "reference",
  immutability: "unknown",
  freshness_sla_seconds: 0,
  sensitivity_label: "",
  retrieval_params: null,
};
