import { type Infer } from "../format/shape.js";
export declare const CONTEXT_ENVELOPE_SCHEMA_ID = "gait.context.envelope";
export declare const CONTEXT_ENVELOPE_SCHEMA_VERSION = "1.0.0";
export declare const contextRecordShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    ref_id: import("../format/shape.js").Shape<string>;
    source_type: import("../format/shape.js").Shape<string>;
    source_locator: import("../format/shape.js").Shape<string>;
    query_digest: import("../format/shape.js").Shape<string>;
    content_digest: import("../format/shape.js").Shape<string>;
    retrieved_at: import("../format/shape.js").Shape<string>;
    redaction_mode: import("../format/shape.js").Shape<string>;
    immutability: import("../format/shape.js").Shape<string>;
    sensitivity_label: import("../format/shape.js").OmitEmpty<string>;
    freshness_sla_seconds: import("../format/shape.js").OmitEmpty<number>;
    retrieval_params: import("../format/shape.js").OmitEmpty<import("../format/json.js").JsonObject | null>;
}>>;
export type ContextRecord = Infer<typeof contextRecordShape>;
export declare const contextEnvelopeShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    context_set_id: import("../format/shape.js").Shape<string>;
    context_set_digest: import("../format/shape.js").Shape<string>;
    evidence_mode: import("../format/shape.js").Shape<string>;
    records: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        ref_id: import("../format/shape.js").Shape<string>;
        source_type: import("../format/shape.js").Shape<string>;
        source_locator: import("../format/shape.js").Shape<string>;
        query_digest: import("../format/shape.js").Shape<string>;
        content_digest: import("../format/shape.js").Shape<string>;
        retrieved_at: import("../format/shape.js").Shape<string>;
        redaction_mode: import("../format/shape.js").Shape<string>;
        immutability: import("../format/shape.js").Shape<string>;
        sensitivity_label: import("../format/shape.js").OmitEmpty<string>;
        freshness_sla_seconds: import("../format/shape.js").OmitEmpty<number>;
        retrieval_params: import("../format/shape.js").OmitEmpty<import("../format/json.js").JsonObject | null>;
    }>[]>;
}>>;
/** Normalised by `parseContextEnvelope`: records sorted, `context_set_digest` filled and checked. */
export type ContextEnvelope = Infer<typeof contextEnvelopeShape>;
export interface ParsedEnvelope {
    readonly envelope: ContextEnvelope;
    /** The file goes on after the envelope; that part was not read. */
    readonly hasTrailingText: boolean;
}
/** Digest of a set of normalised, sorted records; nothing else of the envelope goes into it. */
export declare const contextSetDigest: (records: readonly ContextRecord[]) => string;
/** Fills the defaults, sorts the records and checks the digest (spec 10 §11, steps 1 to 4). @throws GaitError invalid_input. */
export declare function normalizeEnvelope(envelope: ContextEnvelope): ContextEnvelope;
/** Reads and normalises an envelope; unknown fields are refused at every level. @throws GaitError invalid_input. */
export declare function parseContextEnvelope(bytes: Uint8Array): ParsedEnvelope;
