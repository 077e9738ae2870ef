import type { Host } from "../format/host.js";
import { type Infer } from "../format/shape.js";
export declare const CHAIN_SCHEMA_ID = "gait.runpack.session_chain";
export declare const CHAIN_SCHEMA_VERSION = "1.0.0";
/** `gait.runpack.session_checkpoint` 1.0.0, in the order it is written. */
export declare const checkpointShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    session_id: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    checkpoint_index: import("../format/shape.js").Shape<number>;
    sequence_start: import("../format/shape.js").Shape<number>;
    sequence_end: import("../format/shape.js").Shape<number>;
    runpack_path: import("../format/shape.js").Shape<string>;
    manifest_digest: import("../format/shape.js").Shape<string>;
    prev_checkpoint_digest: import("../format/shape.js").OmitEmpty<string>;
    checkpoint_digest: import("../format/shape.js").Shape<string>;
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
    safety_invariant_version: import("../format/shape.js").OmitEmpty<string>;
    safety_invariant_hash: import("../format/shape.js").OmitEmpty<string>;
}>>;
export type CheckpointRecord = Infer<typeof checkpointShape>;
export declare const sessionChainShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    session_id: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    checkpoints: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        schema_id: import("../format/shape.js").Shape<string>;
        schema_version: import("../format/shape.js").Shape<string>;
        created_at: import("../format/shape.js").Shape<string>;
        producer_version: import("../format/shape.js").Shape<string>;
        session_id: import("../format/shape.js").Shape<string>;
        run_id: import("../format/shape.js").Shape<string>;
        checkpoint_index: import("../format/shape.js").Shape<number>;
        sequence_start: import("../format/shape.js").Shape<number>;
        sequence_end: import("../format/shape.js").Shape<number>;
        runpack_path: import("../format/shape.js").Shape<string>;
        manifest_digest: import("../format/shape.js").Shape<string>;
        prev_checkpoint_digest: import("../format/shape.js").OmitEmpty<string>;
        checkpoint_digest: import("../format/shape.js").Shape<string>;
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
        safety_invariant_version: import("../format/shape.js").OmitEmpty<string>;
        safety_invariant_hash: import("../format/shape.js").OmitEmpty<string>;
    }>[]>;
}>>;
/** A chain as its file says it: checkpoints in file order, nothing verified yet. Never without a checkpoint. */
export type SessionChain = Infer<typeof sessionChainShape>;
/**
 * Reads a chain; what it says is not verified. Missing schema ids are filled in.
 * @param file relative to the working folder or absolute; a relative path must not climb out of it.
 * @throws GaitError invalid_input for an unreadable file, another schema, missing ids or no checkpoint.
 */
export declare function readSessionChain(host: Host, file: string): SessionChain;
/**
 * The checkpoint that a user names: "" or `latest` is the last listed one, otherwise its index in decimal digits.
 * @throws GaitError invalid_input `invalid checkpoint reference: X` or `checkpoint N not found`.
 */
export declare function resolveCheckpoint(chain: SessionChain, reference: string): CheckpointRecord;
