/** Huffman codes of Deflate, by the rules that fix every length and code (spec 10 §3.2 step 10, RFC 1951 §3.2.2). */

/** Symbols are below 512, so a symbol and its count sort as one number. */
const SYMBOL_BITS = 9;
const SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
/** Heavier than any leaf. */
const NO_PAIR = 0x7fff_ffff;

/**
 * Code lengths of the symbols with a count above 0; the others get 0. Optimal under the limit of `maxBits` (package-merge).
 * @param counts how often each of at most 512 symbols is used; below 2^22 each
 */
export function codeLengths(counts: Int32Array, maxBits: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const leaves = sortedLeaves(counts);
  const used = leaves.length;
  if (used <= 2) {
    for (const leaf of leaves) lengths[leaf & SYMBOL_MASK] = 1;
    return lengths;
  }
  const leafWeights = leaves.map((leaf) => leaf >>> SYMBOL_BITS);
  const levels = [mergeLevel(leafWeights, new Int32Array(0))];
  while (levels.length < Math.min(maxBits, used - 1)) levels.push(mergeLevel(leafWeights, levels.at(-1)!.weights));
  let take = 2 * used - 2;
  for (const { leavesBefore } of levels.reverse()) {
    const leavesTaken = leavesBefore[take]!;
    for (let i = 0; i < leavesTaken; i++) lengths[leaves[i]! & SYMBOL_MASK]!++;
    take = 2 * (take - leavesTaken);
  }
  return lengths;
}

/** Count and symbol in one number, in the order of both. */
function sortedLeaves(counts: Int32Array): Int32Array {
  const leaves = new Int32Array(counts.length);
  let used = 0;
  for (let symbol = 0; symbol < counts.length; symbol++)
    if (counts[symbol]! > 0) leaves[used++] = (counts[symbol]! << SYMBOL_BITS) | symbol;
  return leaves.subarray(0, used).sort();
}

/**
 * The items of a level: the leaves merged with the pairs of the level below (none below the lowest), a leaf first only if it is
 * strictly lighter. `leavesBefore[n]` tells how many of the first n items are leaves.
 */
function mergeLevel(leafWeights: Int32Array, below: Int32Array): { weights: Int32Array; leavesBefore: Uint16Array } {
  const leaves = leafWeights.length;
  const items = leaves + (below.length >> 1);
  const weights = new Int32Array(items);
  const leavesBefore = new Uint16Array(items + 1);
  let leaf = 0;
  for (let item = 0; item < items; item++) {
    const pair = 2 * (item - leaf);
    const pairWeight = pair + 1 < below.length ? below[pair]! + below[pair + 1]! : NO_PAIR;
    weights[item] = leaf < leaves && leafWeights[leaf]! < pairWeight ? leafWeights[leaf++]! : pairWeight;
    leavesBefore[item + 1] = leaf;
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
