import { type Signature } from "../format/keys.js";
import { type Infer } from "../format/shape.js";
import { type Relationship } from "./relationship.js";
export type { Relationship, Signature };
export declare const SCHEMA_VERSION = "1.0.0";
/** What records name as producer when nobody said otherwise: a constant of the format, not the tool's version. */
export declare const DEFAULT_PRODUCER_VERSION = "0.0.0-dev";
export declare const SCHEMA_ID: {
    readonly manifest: "gait.runpack.manifest";
    readonly run: "gait.runpack.run";
    readonly intent: "gait.runpack.intent";
    readonly result: "gait.runpack.result";
    readonly refs: "gait.runpack.refs";
};
/** The entries of the archive; the manifest lists the other four. */
export declare const MANIFEST_FILE = "manifest.json";
export declare const CORE_FILES: readonly ["run.json", "intents.jsonl", "results.jsonl", "refs.json"];
export type CoreFile = (typeof CORE_FILES)[number];
declare const timelineEventShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    event: import("../format/shape.js").Shape<string>;
    ts: import("../format/shape.js").Shape<string>;
    ref: import("../format/shape.js").OmitEmpty<string>;
    relationship: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        parent_ref: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            kind: import("../format/shape.js").Shape<string>;
            id: import("../format/shape.js").Shape<string>;
        }> | null>;
        entity_refs: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            kind: import("../format/shape.js").Shape<string>;
            id: import("../format/shape.js").Shape<string>;
        }>[]>;
        policy_ref: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            policy_id: import("../format/shape.js").OmitEmpty<string>;
            policy_version: import("../format/shape.js").OmitEmpty<string>;
            policy_digest: import("../format/shape.js").OmitEmpty<string>;
            matched_rule_ids: import("../format/shape.js").OmitEmpty<string[]>;
        }> | null>;
        agent_chain: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            identity: import("../format/shape.js").Shape<string>;
            role: import("../format/shape.js").Shape<string>;
        }>[]>;
        edges: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            kind: import("../format/shape.js").Shape<string>;
            from: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
                kind: import("../format/shape.js").Shape<string>;
                id: import("../format/shape.js").Shape<string>;
            }>>;
            to: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
                kind: import("../format/shape.js").Shape<string>;
                id: import("../format/shape.js").Shape<string>;
            }>>;
        }>[]>;
        parent_record_id: import("../format/shape.js").OmitEmpty<string>;
        related_record_ids: import("../format/shape.js").OmitEmpty<string[]>;
        related_entity_ids: import("../format/shape.js").OmitEmpty<string[]>;
        agent_lineage: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            agent_id: import("../format/shape.js").Shape<string>;
            delegated_by: import("../format/shape.js").OmitEmpty<string>;
            delegation_record_id: import("../format/shape.js").OmitEmpty<string>;
        }>[]>;
    }> | null>;
}>>;
export type TimelineEvent = Infer<typeof timelineEventShape>;
export declare const runShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    env: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        os: import("../format/shape.js").Shape<string>;
        arch: import("../format/shape.js").Shape<string>;
        runtime: import("../format/shape.js").Shape<string>;
    }>>;
    timeline: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        event: import("../format/shape.js").Shape<string>;
        ts: import("../format/shape.js").Shape<string>;
        ref: import("../format/shape.js").OmitEmpty<string>;
        relationship: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
            parent_ref: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
                kind: import("../format/shape.js").Shape<string>;
                id: import("../format/shape.js").Shape<string>;
            }> | null>;
            entity_refs: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
                kind: import("../format/shape.js").Shape<string>;
                id: import("../format/shape.js").Shape<string>;
            }>[]>;
            policy_ref: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
                policy_id: import("../format/shape.js").OmitEmpty<string>;
                policy_version: import("../format/shape.js").OmitEmpty<string>;
                policy_digest: import("../format/shape.js").OmitEmpty<string>;
                matched_rule_ids: import("../format/shape.js").OmitEmpty<string[]>;
            }> | null>;
            agent_chain: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
                identity: import("../format/shape.js").Shape<string>;
                role: import("../format/shape.js").Shape<string>;
            }>[]>;
            edges: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
                kind: import("../format/shape.js").Shape<string>;
                from: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
                    kind: import("../format/shape.js").Shape<string>;
                    id: import("../format/shape.js").Shape<string>;
                }>>;
                to: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
                    kind: import("../format/shape.js").Shape<string>;
                    id: import("../format/shape.js").Shape<string>;
                }>>;
            }>[]>;
            parent_record_id: import("../format/shape.js").OmitEmpty<string>;
            related_record_ids: import("../format/shape.js").OmitEmpty<string[]>;
            related_entity_ids: import("../format/shape.js").OmitEmpty<string[]>;
            agent_lineage: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
                agent_id: import("../format/shape.js").Shape<string>;
                delegated_by: import("../format/shape.js").OmitEmpty<string>;
                delegation_record_id: import("../format/shape.js").OmitEmpty<string>;
            }>[]>;
        }> | null>;
    }>[] | null>;
}>>;
export type RunRecord = Infer<typeof runShape>;
export declare const intentShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    intent_id: import("../format/shape.js").Shape<string>;
    tool_name: import("../format/shape.js").Shape<string>;
    args_digest: import("../format/shape.js").Shape<string>;
    args: import("../format/shape.js").OmitEmpty<import("../index.js").JsonObject | null>;
}>>;
export type IntentRecord = Infer<typeof intentShape>;
export declare const resultShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    intent_id: import("../format/shape.js").Shape<string>;
    status: import("../format/shape.js").Shape<string>;
    result_digest: import("../format/shape.js").Shape<string>;
    result: import("../format/shape.js").OmitEmpty<import("../index.js").JsonObject | null>;
}>>;
export type ResultRecord = Infer<typeof resultShape>;
export declare const receiptShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    ref_id: import("../format/shape.js").Shape<string>;
    source_type: import("../format/shape.js").Shape<string>;
    source_locator: import("../format/shape.js").Shape<string>;
    query_digest: import("../format/shape.js").Shape<string>;
    content_digest: import("../format/shape.js").Shape<string>;
    retrieved_at: import("../format/shape.js").Shape<string>;
    redaction_mode: import("../format/shape.js").Shape<string>;
    immutability: import("../format/shape.js").OmitEmpty<string>;
    freshness_sla_seconds: import("../format/shape.js").OmitEmpty<number>;
    sensitivity_label: import("../format/shape.js").OmitEmpty<string>;
    retrieval_params: import("../format/shape.js").OmitEmpty<import("../index.js").JsonObject | null>;
}>>;
export type Receipt = Infer<typeof receiptShape>;
export declare const refsShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    context_set_digest: import("../format/shape.js").OmitEmpty<string>;
    context_evidence_mode: import("../format/shape.js").OmitEmpty<string>;
    context_ref_count: import("../format/shape.js").OmitEmpty<number>;
    receipts: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        ref_id: import("../format/shape.js").Shape<string>;
        source_type: import("../format/shape.js").Shape<string>;
        source_locator: import("../format/shape.js").Shape<string>;
        query_digest: import("../format/shape.js").Shape<string>;
        content_digest: import("../format/shape.js").Shape<string>;
        retrieved_at: import("../format/shape.js").Shape<string>;
        redaction_mode: import("../format/shape.js").Shape<string>;
        immutability: import("../format/shape.js").OmitEmpty<string>;
        freshness_sla_seconds: import("../format/shape.js").OmitEmpty<number>;
        sensitivity_label: import("../format/shape.js").OmitEmpty<string>;
        retrieval_params: import("../format/shape.js").OmitEmpty<import("../index.js").JsonObject | null>;
    }>[]>;
}>>;
export type RefsRecord = Infer<typeof refsShape>;
export declare const manifestShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    capture_mode: import("../format/shape.js").Shape<string>;
    files: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        path: import("../format/shape.js").Shape<string>;
        sha256: import("../format/shape.js").Shape<string>;
    }>[] | null>;
    manifest_digest: import("../format/shape.js").Shape<string>;
    signatures: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        alg: import("../format/shape.js").Shape<string>;
        key_id: import("../format/shape.js").Shape<string>;
        sig: import("../format/shape.js").Shape<string>;
        signed_digest: import("../format/shape.js").OmitEmpty<string>;
    }>[]>;
}>>;
export type ManifestRecord = Infer<typeof manifestShape>;
/** Digest of the typed manifest, its own digest blank and its signatures left out (spec 10 §5.4). */
export declare const manifestDigest: (manifest: ManifestRecord) => string;
