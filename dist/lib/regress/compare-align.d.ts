/**
 * Longest common subsequence of two lists of keys, fast for the lists that occur: long and nearly equal, or shuffled, or made of a
 * few keys repeated. Deterministic: the same lists give the same alignment everywhere.
 */
/** Index pairs of equal keys, increasing on both sides. */
export type Alignment = readonly (readonly [left: number, right: number])[];
/** A longest common subsequence of `left` and `right`. */
export declare function alignKeys(left: readonly string[], right: readonly string[]): Alignment;
