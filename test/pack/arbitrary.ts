/** Random runs, also odd ones that no recorder writes but that read as sound. */
import fc from "fast-check";
import { canonicalize, sha256Hex } from "../../src/format/canonical.js";
import type { Json } from "../../src/format/json.js";
import { rawRunpack } from "./support.js";

const ZERO = "0001-01-01T00:00:00Z";
const aTime = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("2026-02-14T00:00:00Z", "2026-02-14T00:00:00.123456789Z", "2025-12-31T23:30:00.5+02:00") },
  { weight: 1, arbitrary: fc.constantFrom(ZERO, "1969-12-31T23:59:59.999Z") },
);
const someText = fc.constantFrom("a", "tool.write", "<b>&é😀", 'o\'neil \\ "x"', "line\nbreak", "\u2028");
const someId = fc.constantFrom("i1", "i2", "i3", "i10", "é", "\u{1F600}", "\uFF5E");
const hex = fc.constantFrom("1", "2", "a", "f").map((digit) => digit.repeat(64));
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 1.5, 1e21, -0.000001, 12, "text", "a, b"),
  fc.constantFrom<Json>([], {}, [1, "two", { three: null }]),
);

const verdict = fc.constantFrom<Json>(
  "allow",
  "block",
  " BLOCK ",
  "require_approval",
  "Approval_Required",
  "needs_approval",
  "needsapproval",
  5,
);
const reasons = fc.constantFrom<Json>(
  "regress_drift_detected",
  "Regress Failed",
  "regress",
  "drift",
  "policy",
  ["regress fail"],
  ["x", "REGRESS_DRIFT"],
  7,
);
const counts = fc.constantFrom<Json>(0, 0.9, 1, 2.5, -3, "2", true);
const words = fc.constantFrom<Json>("fail", " FAIL ", "failed", "regress_failed", "failing", "ok", 1);

const payload = fc
  .record(
    {
      verdict,
      reason_codes: reasons,
      reason: reasons,
      failure_reason: reasons,
      regress_failures: counts,
      failed: counts,
      regress_status: words,
      status: words,
      result_status: words,
      more: value,
    },
    { requiredKeys: [] },
  )
  .map((fields) => fields as Json);

const header = (kind: string, runId: string, createdAt: string) => ({
  schema_id: `gait.runpack.${kind}`,
  schema_version: "1.0.0",
  created_at: createdAt,
  producer_version: "0.0.0-dev",
  run_id: runId,
});

const receipt = fc.record(
  {
    ref_id: fc.constantFrom("ref_1", "ref_2", " ref_3 ", "ref_é"),
    source_type: fc.constantFrom("http", " file"),
    source_locator: fc.constantFrom("https://example.com/?a=1&b=<2>", "handbook "),
    query_digest: fc.oneof(
      { weight: 9, arbitrary: hex.map((digest) => ` ${digest.toUpperCase()}`) },
      { weight: 1, arbitrary: fc.constant("abc") },
    ),
    content_digest: hex,
    retrieved_at: aTime,
    redaction_mode: fc.constantFrom("metadata", " metadata ", "raw", "hashes"),
    immutability: fc.constantFrom("", " Mutable", "immutable", "unknown"),
    sensitivity_label: fc.constantFrom("", " secret "),
    freshness_sla_seconds: fc.constantFrom(0, 60),
    retrieval_params: fc.constantFrom({}, { k: 1.25, "<": null }),
  },
  {
    requiredKeys: ["ref_id", "source_type", "source_locator", "query_digest", "content_digest", "redaction_mode"],
  },
);

/** A runpack whose digests are right, whatever its records say. */
export const oddRunpack: fc.Arbitrary<Uint8Array> = fc
  .record({
    runId: fc.constantFrom("run_1", "run_2", "o'neil <a>&é\\", "run_\u{1F600}"),
    createdAt: aTime,
    refsCreatedAt: aTime,
    producer: fc.constantFrom("0.0.0-dev", "1.2.3", " ", " 2 "),
    captureMode: fc.constantFrom("raw", "reference"),
    timeline: fc.array(fc.record({ event: someText, ts: aTime }), { maxLength: 2 }),
    intents: fc.array(fc.record({ id: someId, tool: someText, digest: hex, args: fc.option(fc.dictionary(someText, value)) }), {
      maxLength: 3,
    }),
    results: fc.array(
      fc.record({ id: someId, status: fc.constantFrom("ok", " OK ", "error", ""), digest: hex, result: fc.option(payload) }),
      { maxLength: 4 },
    ),
    receipts: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.array(receipt, { minLength: 1, maxLength: 3 }) },
    ),
    mode: fc.constantFrom("", "best_effort", " Best_Effort "),
    refCount: fc.constantFrom(0, 0, 5),
    statedDigest: fc.oneof({ weight: 4, arbitrary: fc.constant("") }, { weight: 1, arbitrary: hex }),
    order: fc.boolean(),
  })
  .map((run) => {
    const head = (kind: string) => header(kind, run.runId, run.createdAt);
    const lines = (records: readonly object[]) => records.map((one) => `${canonicalize(one as Json)}\n`).join("");
    const files = {
      "run.json": canonicalize({ ...head("run"), env: { os: "linux", arch: "amd64", runtime: "node" }, timeline: run.timeline } as Json),
      "intents.jsonl": lines(
        run.intents.map(({ id, tool, digest, args }) => ({
          ...head("intent"),
          intent_id: id,
          tool_name: tool,
          args_digest: digest,
          ...(args ? { args } : {}),
        })),
      ),
      "results.jsonl": lines(
        run.results.map(({ id, status, digest, result }) => ({
          ...head("result"),
          intent_id: id,
          status,
          result_digest: digest,
          ...(result ? { result } : {}),
        })),
      ),
      "refs.json": canonicalize({
        ...header("refs", run.runId, run.refsCreatedAt),
        producer_version: run.producer,
        receipts: run.receipts,
        context_evidence_mode: run.mode,
        context_ref_count: run.refCount,
        context_set_digest: run.statedDigest,
      } as unknown as Json),
    };
    return rawRunpack(files, { run_id: run.runId, capture_mode: run.captureMode, created_at: run.createdAt });
  });

/** A short name for a sample in messages. */
export const nameOf = (bytes: Uint8Array): string => sha256Hex(bytes).slice(0, 8);
