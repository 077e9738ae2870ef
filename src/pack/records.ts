/** The records of a PackSpec pack and the names of its entries (spec 20 §4, §5, §6). */
import { signatureShape } from "../format/keys.js";
import { bool, freeMap, type Infer, int, list, nullableList, omitEmpty, optional, record, text, time } from "../format/shape.js";

export const SCHEMA_VERSION = "1.0.0";

export const SCHEMA_ID = {
  manifest: "gait.pack.manifest",
  run: "gait.pack.run",
  diff: "gait.pack.diff",
} as const;

/** Entries of packs; the manifest lists all but itself. */
export const ENTRY = {
  manifest: "pack_manifest.json",
  proof: "proof_records.jsonl",
  runPayload: "run_payload.json",
  envelope: "context_envelope.json",
  runpack: "source/runpack.zip",
} as const;

export const PACK_TYPES = ["run", "job", "call", "authorization"] as const;
export type PackType = (typeof PACK_TYPES)[number];

export const isPackType = (word: string): word is PackType => (PACK_TYPES as readonly string[]).includes(word);

/** `type` is the ending of the path: json, jsonl, zip or blob. */
const contentShape = record({ path: text(), sha256: text(), type: text() });
export type PackContent = Infer<typeof contentShape>;

/** `gait.pack.manifest` 1.0.0. `contents` is null where the document has none, which no pack may. */
export const manifestShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  pack_id: text(),
  pack_type: text(),
  source_ref: text(),
  contents: nullableList(contentShape),
  signatures: omitEmpty(list(signatureShape)),
});
type ManifestRecord = Infer<typeof manifestShape>;

/** A manifest that kept every rule of spec 20 §4. */
export type PackManifest = Omit<ManifestRecord, "contents" | "pack_type"> & {
  readonly contents: PackContent[];
  readonly pack_type: PackType;
};

/** `gait.pack.run` 1.0.0: what a run pack says of its runpack. */
export const runPayloadShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  run_id: text(),
  capture_mode: text(),
  manifest_digest: text(),
  intents_count: int(),
  results_count: int(),
  refs_count: int(),
  context_set_digest: omitEmpty(text()),
  context_ref_count: omitEmpty(int()),
  context_evidence_mode: omitEmpty(text()),
  context_privacy_mode: omitEmpty(text()),
});
export type RunPayload = Infer<typeof runPayloadShape>;

/** One line of `proof_records.jsonl`: a link of the hash chain over the pack's entries. */
export const proofRecordShape = record({
  record_id: text(),
  record_version: text(),
  timestamp: time(),
  source: text(),
  source_product: text(),
  agent_id: omitEmpty(text()),
  record_type: text(),
  event: freeMap(),
  controls: record({ permissions_enforced: bool() }),
  metadata: omitEmpty(optional(freeMap())),
  integrity: record({
    record_hash: text(),
    previous_record_hash: omitEmpty(text()),
    signing_key_id: omitEmpty(text()),
    signature: omitEmpty(text()),
  }),
});
export type ProofRecord = Infer<typeof proofRecordShape>;
