/** Huffman codes of Deflate, by the rules that fix every length and code (spec 10 §3.2 step 10, RFC 1951 §3.2.2). */
/**
 * Code lengths of the symbols with a count above 0; the others get 0. Optimal under the limit of `maxBits` (package-merge).
 * @param counts how often each of at most 512 symbols is used; below 2^22 each
 */
export declare function codeLengths(counts: Int32Array, maxBits: number): Uint8Array;
/** Canonical codes for lengths of at most 15, their bits reversed because Deflate sends the highest first. */
export declare function canonicalCodes(lengths: Uint8Array): Uint16Array;
