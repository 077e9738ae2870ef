import type { Runpack } from "../runpack/read.js";
export interface ToolCallMetrics {
    readonly total: number;
    readonly success: number;
    /** success / total, 0 without calls. */
    readonly successRate: number;
    readonly policyBlocked: number;
    readonly approvalRequired: number;
    readonly regressFailures: number;
}
/** Counts over the results of a run; all zero without a runpack. */
export declare function toolCallMetrics(runpack: Runpack | undefined): ToolCallMetrics;
