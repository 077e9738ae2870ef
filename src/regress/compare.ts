/** What a reviewer wants to see of two runs side by side (spec 40 §12.4 items 1, 5 and 6). */
import type { Runpack } from "../runpack/read.js";
import { compareCalls } from "./compare-calls.js";
import { compareContext } from "./compare-context.js";
import { compareRisk } from "./compare-risk.js";
import type { FixtureDetail } from "./types.js";

export interface CompareOptions {
  /** Take recorded arguments along where both packs were captured raw. */
  readonly showArgs: boolean;
}

/** Calls, context and risk of a candidate against its baseline. Both are sound runpacks as `readRunpack` gives them. */
export const compareRunpacks = (baseline: Runpack, candidate: Runpack, { showArgs }: CompareOptions): FixtureDetail => ({
  tool_calls: compareCalls(baseline, candidate, showArgs),
  context: compareContext(baseline.refs, candidate.refs),
  risk: compareRisk(baseline, candidate),
});
