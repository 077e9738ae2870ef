/** What a reviewer wants to see of two runs side by side (spec 40 §12.4 items 1, 5 and 6). */
import type { Runpack } from "../runpack/read.js";
import type { FixtureDetail } from "./types.js";
export interface CompareOptions {
    /** Take recorded arguments along where both packs were captured raw. */
    readonly showArgs: boolean;
}
/** Calls, context and risk of a candidate against its baseline. Both are sound runpacks as `readRunpack` gives them. */
export declare const compareRunpacks: (baseline: Runpack, candidate: Runpack, { showArgs }: CompareOptions) => FixtureDetail;
