import type { ContextChange } from "../report/model.js";
import { type RefsRecord } from "../runpack/records.js";
/**
 * Classification, receipts that differ in more than their time, and how far times of retrieval lie apart (whole seconds, rounded
 * up). `missing`: the baseline has a context digest and the candidate has none.
 */
export declare function compareContext(baseline: RefsRecord, candidate: RefsRecord): ContextChange;
