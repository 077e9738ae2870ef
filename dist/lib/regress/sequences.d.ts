import type { Runpack } from "../runpack/read.js";
import { type Verdict } from "./verdict.js";
/** Tool names of all intents in file order, trimmed, blank ones left out. */
export declare const toolSequence: (pack: Pick<Runpack, "intents">) => string[];
/** Verdicts of all results in file order. */
export declare const verdictSequence: (pack: Pick<Runpack, "results">) => Verdict[];
