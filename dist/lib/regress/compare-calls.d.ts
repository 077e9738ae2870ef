import type { ToolCallChange } from "../report/model.js";
import type { Runpack } from "../runpack/read.js";
export type CallRecords = Pick<Runpack, "manifest" | "intents" | "results">;
/**
 * Compares calls pairwise. First the longest common subsequence over tool and arguments; of what is left over, equal calls are
 * paired in order (`moved`), then calls of the same tool in order (`args_changed`); the rest was added or removed.
 *
 * Of the kinds that apply to a pair the first counts: args_changed, status_changed, result_changed, moved, same. The result is in
 * candidate order; a removed call stands behind the call that preceded it in the baseline.
 */
export declare function compareCalls(baseline: CallRecords, candidate: CallRecords, showArgs: boolean): ToolCallChange[];
