import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalCodes, codeLengths } from "../../src/format/huffman.js";

const bitsUsed = (counts: readonly number[], lengths: Uint8Array) => counts.reduce((sum, count, i) => sum + count * lengths[i]!, 0);

/** The cost of Huffman's own construction, which knows no limit. */
function optimalBits(counts: readonly number[]): number {
  const weights = counts.filter((count) => count > 0);
  let bits = 0;
  while (weights.length > 1) {
    weights.sort((a, b) => b - a);
    const pair = weights.pop()! + weights.pop()!;
    bits += pair;
    weights.push(pair);
  }
  return bits;
}

test.each<[string, number[], number, number[]]>([
  ["nothing used", [0, 0], 15, [0, 0]],
  ["one symbol", [0, 7], 15, [0, 1]],
  ["two symbols, however uneven", [1, 0, 900], 15, [1, 0, 1]],
  ["three symbols: the most used is the short one", [5, 1, 1], 15, [1, 2, 2]],
  ["equal counts: the limit is one less than the number of symbols", [1, 1, 1], 15, [2, 2, 1]],
  ["a limit that bites", [1, 1, 2, 3, 5, 8, 13], 3, [3, 3, 3, 3, 3, 3, 2]],
])("code lengths: %s", (_, counts, limit, lengths) => {
  expect([...codeLengths(Int32Array.from(counts), limit)]).toEqual(lengths);
});

test("canonical codes count up within a length and are sent highest bit first", () => {
  // RFC 1951 §3.2.2 gives this example for A…H.
  const codes = canonicalCodes(Uint8Array.of(3, 3, 3, 3, 3, 2, 4, 4));
  const reversed = ["010", "011", "100", "101", "110", "00", "1110", "1111"].map((code) =>
    Number.parseInt([...code].reverse().join(""), 2),
  );
  expect([...codes]).toEqual(reversed);
});

const countsArbitrary = fc.array(fc.oneof(fc.nat(3), fc.nat(20_000)), { minLength: 3, maxLength: 286 });

test("property: a complete code within the limit, for the used symbols only", () => {
  fc.assert(
    fc.property(countsArbitrary, (counts) => {
      const lengths = codeLengths(Int32Array.from(counts), 15);
      const used = counts.filter((count) => count > 0).length;
      expect([...lengths].map((length) => length > 0)).toEqual(counts.map((count) => count > 0));
      expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
      const kraft = [...lengths].reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);
      expect(kraft).toBe(used === 0 ? 0 : used === 1 ? 0.5 : 1);
    }),
  );
});

test("property: never worse than Huffman's code where that fits the limit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 60 }), (counts) => {
      // A tree 16 levels deep needs a total of at least the 18th Fibonacci number.
      fc.pre(counts.reduce((a, b) => a + b, 0) < 2_584);
      expect(bitsUsed(counts, codeLengths(Int32Array.from(counts), 15))).toBe(optimalBits(counts));
    }),
  );
});
