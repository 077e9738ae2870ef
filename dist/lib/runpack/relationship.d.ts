/** The relationship envelope that timelines and session records carry (spec 10 §12.2). Read and written as given. */
import { type Infer } from "../format/shape.js";
export declare const relationshipShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
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
}>>;
export type Relationship = Infer<typeof relationshipShape>;
