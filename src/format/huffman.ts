/** Huffman codes of Deflate, by the rules that fix every length and code (spec 10 §3.2 step 10, RFC 1951 §3.2.2). */

/** Symbols are below 512, so a symbol and its count sort as one number. */
const SYMBOL_BITS = 9;

/**
 * Code lengths of the symbols with a count above 0; the others get 0. Optimal under the limit of `maxBits` (package-merge).
 * @param counts how often each symbol is used; below 2^22 each
 */
export function codeLengths(counts: Int32Array, maxBits: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const leaves = sortedLeaves(counts);
  const used = leaves.length;
  if (used <= 2) {
    for (const leaf of leaves) lengths[leaf.symbol] = 1;
    return lengths;
  }
  const leafWeights = leaves.map((leaf) => leaf.count);
  const levels = [levelOf(leafWeights, [])];
  for (let bits = Math.min(maxBits, used - 1); bits > 1; bits--) levels.push(levelOf(leafWeights, levels.at(-1)!.weights));

  let take = 2 * used - 2;
  for (const level of levels.reverse()) {
    const leavesTaken = level.leavesBefore[take]!;
    for (let i = 0; i < leavesTaken; i++) lengths[leaves[i]!.symbol]!++;
    take = 2 * (take - leavesTaken);
  }
  return lengths;
}

function sortedLeaves(counts: Int32Array): { symbol: number; count: number }[] {
  const keys: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol]! > 0) keys.push((counts[symbol]! << SYMBOL_BITS) | symbol);
  return Array.from(Int32Array.from(keys).sort(), (key) => ({ symbol: key & ((1 << SYMBOL_BITS) - 1), count: key >>> SYMBOL_BITS }));
}

interface Level {
  readonly weights: readonly number[];
  /** `leavesBefore[n]`: how many of the first n items are leaves. */
  readonly leavesBefore: readonly number[];
}

/** Merges the leaves with the pairs of the level below; a leaf goes first only if it is strictly lighter. */
function levelOf(leafWeights: readonly number[], below: readonly number[]): Level {
  const pairs = below.length >> 1;
  const weights: number[] = [];
  const leavesBefore = [0];
  let leaf = 0;
  let pair = 0;
  while (leaf < leafWeights.length || pair < pairs) {
    const pairWeight = pair < pairs ? below[2 * pair]! + below[2 * pair + 1]! : Number.POSITIVE_INFINITY;
    if (leaf < leafWeights.length && leafWeights[leaf]! < pairWeight) weights.push(leafWeights[leaf++]!);
    else {
      weights.push(pairWeight);
      pair++;
    }
    leavesBefore.push(leaf);
  }
  return { weights, leavesBefore };
}

/** Canonical codes for lengths of at most 15, their bits reversed because Deflate sends the highest first. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1]!++;
  for (let length = 1; length < 17; length++) next[length] = (next[length]! + next[length - 1]!) << 1;
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) codes[symbol] = reverseBits(next[length]!++, length);
  }
  return codes;
}

function reverseBits(code: number, length: number): number {
  let reversed = 0;
  for (let i = 0; i < length; i++) reversed |= ((code >>> i) & 1) << (length - 1 - i);
  return reversed;
}
