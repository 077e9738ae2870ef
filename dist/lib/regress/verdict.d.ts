import type { ResultRecord } from "../runpack/records.js";
export type Verdict = "allow" | "block" | "require_approval" | "dry_run" | "error";
/** The verdict that a word stands for, or undefined for an unknown one. */
export declare const normalizeVerdict: (word: string) => Verdict | undefined;
/** The verdict of a recorded result. Only a string can be a usable `result.verdict`; reference-mode packs have none at all. */
export declare function verdictOf(result: Pick<ResultRecord, "status" | "result">): Verdict;
