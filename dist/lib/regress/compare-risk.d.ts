import type { RiskChange } from "../report/model.js";
import type { Runpack } from "../runpack/read.js";
export type ToolClass = "destructive" | "write" | "read" | "execute";
/** By substring of the lower-cased name; the first group that hits counts. */
export declare const toolClassOf: (tool: string) => ToolClass;
/** Letters and digits, everything else `_`; where nothing is left, eight bytes of the text's hash. */
export declare function normalizeIdentifier(text: string): string;
/** 1 to 3, from what the run's receipts point at. */
export declare function blastRadiusOf(receipts: Runpack["refs"]["receipts"]): number;
export interface ScoredCall {
    readonly index: number;
    readonly tool: string;
    readonly score: number;
}
/** Every call with a tool name and its score. */
export declare function scoreCalls({ intents, results, refs }: Pick<Runpack, "intents" | "results" | "refs">): ScoredCall[];
/** Highest scores of both runs and the calls of the candidate that score above the baseline's highest, highest first. */
export declare function compareRisk(baseline: Runpack, candidate: Runpack): RiskChange;
