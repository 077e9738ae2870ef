import { type Infer } from "../format/shape.js";
export declare const SCHEMA_VERSION = "1.0.0";
export declare const SCHEMA_ID: {
    readonly manifest: "gait.pack.manifest";
    readonly run: "gait.pack.run";
    readonly diff: "gait.pack.diff";
};
/** Entries of packs; the manifest lists all but itself. */
export declare const ENTRY: {
    readonly manifest: "pack_manifest.json";
    readonly proof: "proof_records.jsonl";
    readonly runPayload: "run_payload.json";
    readonly envelope: "context_envelope.json";
    readonly runpack: "source/runpack.zip";
};
export declare const PACK_TYPES: readonly ["run", "job", "call", "authorization"];
export type PackType = (typeof PACK_TYPES)[number];
export declare const isPackType: (word: string) => word is PackType;
/** `type` is the ending of the path: json, jsonl, zip or blob. */
declare const contentShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    path: import("../format/shape.js").Shape<string>;
    sha256: import("../format/shape.js").Shape<string>;
    type: import("../format/shape.js").Shape<string>;
}>>;
export type PackContent = Infer<typeof contentShape>;
/** `gait.pack.manifest` 1.0.0. `contents` is null where the document has none, which no pack may. */
export declare const manifestShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    pack_id: import("../format/shape.js").Shape<string>;
    pack_type: import("../format/shape.js").Shape<string>;
    source_ref: import("../format/shape.js").Shape<string>;
    contents: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        path: import("../format/shape.js").Shape<string>;
        sha256: import("../format/shape.js").Shape<string>;
        type: import("../format/shape.js").Shape<string>;
    }>[] | null>;
    signatures: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        alg: import("../format/shape.js").Shape<string>;
        key_id: import("../format/shape.js").Shape<string>;
        sig: import("../format/shape.js").Shape<string>;
        signed_digest: import("../format/shape.js").OmitEmpty<string>;
    }>[]>;
}>>;
type ManifestRecord = Infer<typeof manifestShape>;
/** A manifest that kept every rule of spec 20 §4. */
export type PackManifest = Omit<ManifestRecord, "contents" | "pack_type"> & {
    readonly contents: PackContent[];
    readonly pack_type: PackType;
};
/** `gait.pack.run` 1.0.0: what a run pack says of its runpack. */
export declare const runPayloadShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    capture_mode: import("../format/shape.js").Shape<string>;
    manifest_digest: import("../format/shape.js").Shape<string>;
    intents_count: import("../format/shape.js").Shape<number>;
    results_count: import("../format/shape.js").Shape<number>;
    refs_count: import("../format/shape.js").Shape<number>;
    context_set_digest: import("../format/shape.js").OmitEmpty<string>;
    context_ref_count: import("../format/shape.js").OmitEmpty<number>;
    context_evidence_mode: import("../format/shape.js").OmitEmpty<string>;
    context_privacy_mode: import("../format/shape.js").OmitEmpty<string>;
}>>;
export type RunPayload = Infer<typeof runPayloadShape>;
/** One line of `proof_records.jsonl`: a link of the hash chain over the pack's entries. */
export declare const proofRecordShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    record_id: import("../format/shape.js").Shape<string>;
    record_version: import("../format/shape.js").Shape<string>;
    timestamp: import("../format/shape.js").Shape<string>;
    source: import("../format/shape.js").Shape<string>;
    source_product: import("../format/shape.js").Shape<string>;
    agent_id: import("../format/shape.js").OmitEmpty<string>;
    record_type: import("../format/shape.js").Shape<string>;
    event: import("../format/shape.js").Shape<import("../index.js").JsonObject | null>;
    controls: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        permissions_enforced: import("../format/shape.js").Shape<boolean>;
    }>>;
    metadata: import("../format/shape.js").OmitEmpty<import("../index.js").JsonObject | null>;
    integrity: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        record_hash: import("../format/shape.js").Shape<string>;
        previous_record_hash: import("../format/shape.js").OmitEmpty<string>;
        signing_key_id: import("../format/shape.js").OmitEmpty<string>;
        signature: import("../format/shape.js").OmitEmpty<string>;
    }>>;
}>>;
export type ProofRecord = Infer<typeof proofRecordShape>;
export {};
