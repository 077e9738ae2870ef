/** Whether the recorded run is made of records that this version knows (spec 40 §5.3). */
import { SCHEMA_ID, SCHEMA_VERSION } from "../../runpack/records.js";
import { fail, type Grader, pass } from "./grader.js";

interface Schema {
  readonly schema_id: string;
  readonly schema_version: string;
}

const isOther =
  (id: string) =>
  ({ schema_id, schema_version }: Schema): boolean =>
    schema_id !== id || schema_version !== SCHEMA_VERSION;

/** Digests and the manifest's schema hold already: a fixture whose baseline is not sound is not graded. */
export const schemaValidation: Grader = {
  name: "schema_validation",
  deterministic: true,
  grade: ({ baseline: { run, refs, intents, results } }) => {
    const reasons: string[] = [];
    if (isOther(SCHEMA_ID.run)(run)) reasons.push("run_schema_invalid");
    if (isOther(SCHEMA_ID.refs)(refs)) reasons.push("refs_schema_invalid");
    if (intents.some(isOther(SCHEMA_ID.intent))) reasons.push("intent_schema_invalid");
    if (results.some(isOther(SCHEMA_ID.result))) reasons.push("result_schema_invalid");
    const details = {
      missing_files: null,
      hash_mismatches: 0,
      intent_records: intents.length,
      result_records: results.length,
      reference_receipts: refs.receipts.length,
    };
    return reasons.length > 0 ? fail(details, ...reasons) : pass(details);
  },
};
