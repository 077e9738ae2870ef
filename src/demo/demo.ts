/** The demo runpack: constants, so that every machine makes the same bytes (spec 10 §5.5). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { JsonObject } from "../format/json.js";
import { ticketFooter } from "../runpack/footer.js";
import { defaultRunpackPath } from "../runpack/locate.js";
import { intentShape, type Receipt, receiptShape, refsShape, resultShape, runShape } from "../runpack/records.js";
import { verifyRunpack } from "../runpack/verify.js";
import { type RunpackInput, writeRunpack } from "../runpack/write.js";

export const DEMO_RUN_ID = "run_demo";
const STARTED = "2026-02-05T00:00:00Z";
const FINISHED = "2026-02-05T00:00:02Z";

const CALLS: readonly { readonly tool: string; readonly args: JsonObject }[] = [
  { tool: "tool.search", args: { query: "gait demo: offline verification" } },
  { tool: "tool.fetch", args: { url: "https://example.local/demo" } },
  { tool: "tool.summarize", args: { input_ref: "ref_1" } },
];

const demoReceipt = (tool: string, n: number): Receipt => ({
  ...receiptShape.zero(),
  ref_id: `ref_${n}`,
  source_type: "demo",
  source_locator: tool,
  query_digest: sha256Hex(`query-${n}`),
  content_digest: sha256Hex(`content-${n}`),
  retrieved_at: STARTED,
  redaction_mode: "reference",
});

/** The run of the demo; only the producer version varies. */
export function demoInput(producerVersion: string): RunpackInput {
  return {
    run: {
      ...runShape.zero(),
      run_id: DEMO_RUN_ID,
      created_at: STARTED,
      producer_version: producerVersion,
      env: { os: "demo", arch: "demo", runtime: "go" },
      timeline: [
        { event: "start", ts: STARTED, ref: "", relationship: null },
        { event: "finish", ts: FINISHED, ref: "", relationship: null },
      ],
    },
    intents: CALLS.map(({ tool, args }, i) => ({ ...intentShape.zero(), intent_id: `intent_${i + 1}`, tool_name: tool, args })),
    results: CALLS.map((_, i) => ({
      ...resultShape.zero(),
      intent_id: `intent_${i + 1}`,
      status: "ok",
      result: { ok: true, message: `demo result ${i + 1}` },
    })),
    refs: { ...refsShape.zero(), receipts: CALLS.map(({ tool }, i) => demoReceipt(tool, i + 1)) },
    captureMode: "reference",
  };
}

export interface Demo {
  readonly runId: string;
  readonly path: string;
  readonly ticketFooter: string;
}

/** Writes the demo runpack into the working folder and verifies it. @throws GaitError. */
export async function writeDemo(host: Host): Promise<Demo> {
  const written = writeRunpack(host, defaultRunpackPath(DEMO_RUN_ID), demoInput(host.producerVersion));
  if (!(await verifyRunpack(host, written.path)).ok) throw new GaitError("verification_failed", "demo runpack failed verification");
  return { runId: DEMO_RUN_ID, path: written.path, ticketFooter: ticketFooter(DEMO_RUN_ID, written.manifest.manifest_digest) };
}
