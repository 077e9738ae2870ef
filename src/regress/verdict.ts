/** What a recorded result decided: verdict words of many spellings, brought to five (spec 40 §5.3). */
import { normalizeWord } from "../format/text.js";
import type { ResultRecord } from "../runpack/records.js";

export type Verdict = "allow" | "block" | "require_approval" | "dry_run" | "error";

const wordTable = (spellings: Readonly<Partial<Record<Verdict, string>>>): ReadonlyMap<string, Verdict> =>
  new Map(
    Object.entries(spellings).flatMap(([verdict, words]) => words.split(" ").map((word): [string, Verdict] => [word, verdict as Verdict])),
  );

/** Table B: what `result.verdict` and `expected_verdict_sequence` may say. */
const VERDICT_WORDS = wordTable({
  allow: "allow ok pass passed success",
  block: "block blocked deny denied",
  require_approval: "require_approval approval_required needs_approval needsapproval",
  dry_run: "dry_run dryrun simulate simulated",
  error: "error failed failure",
});

/** Table A: what a status says where there is no usable verdict. Not the same words: `allow` is none of them. */
const STATUS_WORDS = wordTable({
  allow: "ok pass passed success",
  block: "block blocked deny denied",
  require_approval: "require_approval approval_required needs_approval",
  dry_run: "dry_run dry-run dryrun simulate simulated",
});

/** The verdict that a word stands for, or undefined for an unknown one. */
export const normalizeVerdict = (word: string): Verdict | undefined => VERDICT_WORDS.get(normalizeWord(word).replace(/[- ]/g, "_"));

/** The verdict of a recorded result. Only a string can be a usable `result.verdict`; reference-mode packs have none at all. */
export function verdictOf(result: Pick<ResultRecord, "status" | "result">): Verdict {
  const recorded = result.result?.verdict;
  const verdict = typeof recorded === "string" ? normalizeVerdict(recorded) : undefined;
  return verdict ?? STATUS_WORDS.get(normalizeWord(result.status)) ?? "error";
}
