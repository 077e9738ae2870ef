/** The relationship envelope that timelines and session records carry (spec 10 §12.2). Read and written as given. */
import { type Infer, list, omitEmpty, optional, record, text } from "../format/shape.js";

const nodeShape = record({ kind: text(), id: text() });

export const relationshipShape = record({
  parent_ref: omitEmpty(optional(nodeShape)),
  entity_refs: omitEmpty(list(nodeShape)),
  policy_ref: omitEmpty(
    optional(
      record({
        policy_id: omitEmpty(text()),
        policy_version: omitEmpty(text()),
        policy_digest: omitEmpty(text()),
        matched_rule_ids: omitEmpty(list(text())),
      }),
    ),
  ),
  agent_chain: omitEmpty(list(record({ identity: text(), role: text() }))),
  edges: omitEmpty(list(record({ kind: text(), from: nodeShape, to: nodeShape }))),
  parent_record_id: omitEmpty(text()),
  related_record_ids: omitEmpty(list(text())),
  related_entity_ids: omitEmpty(list(text())),
  agent_lineage: omitEmpty(list(record({ agent_id: text(), delegated_by: omitEmpty(text()), delegation_record_id: omitEmpty(text()) }))),
});
export type Relationship = Infer<typeof relationshipShape>;
