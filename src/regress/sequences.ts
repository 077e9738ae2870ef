/** The two sequences that a fixture expects and a candidate shows (spec 40 §3 step 7, §5.3). */
import { trim } from "../format/text.js";
import type { Runpack } from "../runpack/read.js";
import { type Verdict, verdictOf } from "./verdict.js";

/** Tool names of all intents in file order, trimmed, blank ones left out. */
export const toolSequence = (pack: Pick<Runpack, "intents">): string[] =>
  pack.intents.map((intent) => trim(intent.tool_name)).filter((tool) => tool !== "");

/** Verdicts of all results in file order. */
export const verdictSequence = (pack: Pick<Runpack, "results">): Verdict[] => pack.results.map(verdictOf);
