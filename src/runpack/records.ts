/** The five records of a runpack, their schema ids and their digests (spec 10 §5). */
import { digestOf } from "../format/canonical.js";
import { type Signature, signatureShape } from "../format/keys.js";
import { freeMap, type Infer, int, list, nullableList, omitEmpty, optional, record, text, time } from "../format/shape.js";
import { type Relationship, relationshipShape } from "./relationship.js";

export type { Relationship, Signature };

export const SCHEMA_VERSION = "1.0.0";
/** What records name as producer when nobody said otherwise: a constant of the format, not the tool's version. */
export const DEFAULT_PRODUCER_VERSION = "0.0.0-dev";

export const SCHEMA_ID = {
  manifest: "gait.runpack.manifest",
  run: "gait.runpack.run",
  intent: "gait.runpack.intent",
  result: "gait.runpack.result",
  refs: "gait.runpack.refs",
} as const;

/** The entries of the archive; the manifest lists the other four. */
export const MANIFEST_FILE = "manifest.json";
export const CORE_FILES = ["run.json", "intents.jsonl", "results.jsonl", "refs.json"] as const;
export type CoreFile = (typeof CORE_FILES)[number];

const header = { schema_id: text(), schema_version: text(), created_at: time(), producer_version: text(), run_id: text() };

const timelineEventShape = record({
  event: text(),
  ts: time(),
  ref: omitEmpty(text()),
  relationship: omitEmpty(optional(relationshipShape)),
});
export type TimelineEvent = Infer<typeof timelineEventShape>;

export const runShape = record({
  ...header,
  env: record({ os: text(), arch: text(), runtime: text() }),
  timeline: nullableList(timelineEventShape),
});
export type RunRecord = Infer<typeof runShape>;

export const intentShape = record({
  ...header,
  intent_id: text(),
  tool_name: text(),
  args_digest: text(),
  args: omitEmpty(freeMap()),
});
export type IntentRecord = Infer<typeof intentShape>;

export const resultShape = record({
  ...header,
  intent_id: text(),
  status: text(),
  result_digest: text(),
  result: omitEmpty(freeMap()),
});
export type ResultRecord = Infer<typeof resultShape>;

export const receiptShape = record({
  ref_id: text(),
  source_type: text(),
  source_locator: text(),
  query_digest: text(),
  content_digest: text(),
  retrieved_at: time(),
  redaction_mode: text(),
  immutability: omitEmpty(text()),
  freshness_sla_seconds: omitEmpty(int()),
  sensitivity_label: omitEmpty(text()),
  retrieval_params: omitEmpty(freeMap()),
});
export type Receipt = Infer<typeof receiptShape>;

export const refsShape = record({
  ...header,
  context_set_digest: omitEmpty(text()),
  context_evidence_mode: omitEmpty(text()),
  context_ref_count: omitEmpty(int()),
  receipts: list(receiptShape),
});
export type RefsRecord = Infer<typeof refsShape>;

export const manifestShape = record({
  ...header,
  capture_mode: text(),
  files: nullableList(record({ path: text(), sha256: text() })),
  manifest_digest: text(),
  signatures: omitEmpty(list(signatureShape)),
});
export type ManifestRecord = Infer<typeof manifestShape>;

/** Digest of the typed manifest, its own digest blank and its signatures left out (spec 10 §5.4). */
export const manifestDigest = (manifest: ManifestRecord): string =>
  digestOf(manifestShape.encode({ ...manifest, manifest_digest: "", signatures: [] }));
