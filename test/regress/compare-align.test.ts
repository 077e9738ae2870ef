import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignKeys } from "../../src/regress/compare-align.js";

const align = (left: string, right: string) => alignKeys([...left], [...right]);

/** The textbook table, for comparing lengths. */
function lcsLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

function expectAlignment(a: readonly string[], b: readonly string[], length: number): void {
  const pairs = alignKeys(a, b);
  for (const [at, [i, j]] of pairs.entries()) {
    expect(a[i]).toBe(b[j]);
    const before = pairs[at - 1] ?? [-1, -1];
    expect(i > before[0] && j > before[1]).toBe(true);
  }
  expect(pairs.length).toBe(length);
}

describe("alignKeys", () => {
  it.each([
    ["", "", []],
    ["a", "", []],
    [
      "abc",
      "abc",
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "abc",
      "axbc",
      [
        [0, 0],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      "abc",
      "ac",
      [
        [0, 0],
        [2, 1],
      ],
    ],
    ["abc", "xyz", []],
    [
      "aab",
      "ab",
      [
        [0, 0],
        [2, 1],
      ],
    ],
    [
      "abcd",
      "bcda",
      [
        [1, 0],
        [2, 1],
        [3, 2],
      ],
    ],
  ])("%j against %j", (left, right, pairs) => {
    expect(align(left, right)).toEqual(pairs);
  });

  it("finds a longest common subsequence", () => {
    const keys = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { maxLength: 60 });
    fc.assert(
      fc.property(keys, keys, (a, b) => expectAlignment(a, b, lcsLength(a, b))),
      { numRuns: 2_000 },
    );
  });

  it("finds it in long lists of few keys, where equal pairs abound", () => {
    const keys = fc.array(fc.constantFrom("a", "b"), { minLength: 2_200, maxLength: 2_600 });
    fc.assert(
      fc.property(keys, keys, (a, b) => expectAlignment(a, b, lcsLength(a, b))),
      { numRuns: 15 },
    );
  });

  it.each([
    ["reversed", (keys: string[]) => keys.toReversed(), 1],
    ["rotated", (keys: string[]) => [...keys.slice(4_000), ...keys.slice(0, 4_000)], 6_000],
    ["every other one replaced", (keys: string[]) => keys.map((key, i) => (i % 2 ? key : `new ${i}`)), 5_000],
  ])("aligns 10,000 different calls, %s", (_name, change, length) => {
    const keys = Array.from({ length: 10_000 }, (_, i) => `call ${i}`);
    expectAlignment(keys, change(keys), length);
  });

  it.each([
    ["swapped halves", [..."a".repeat(5_000), ..."b".repeat(5_000)], [..."b".repeat(5_000), ..."a".repeat(5_000)], 5_000],
    ["one call repeated", [..."a".repeat(10_000)], ["x", ..."a".repeat(9_998), "y"], 9_998],
  ])("aligns 10,000 calls of few keys, %s", (_name, left, right, length) => {
    expectAlignment(left, right, length);
  });

  it("gives up on a stretch rather than the time of the job", () => {
    const left = [..."a".repeat(60_000), ..."b".repeat(60_000)];
    const right = [..."b".repeat(60_000), ..."a".repeat(60_000)];
    expectAlignment(left, right, 0);
  });
});
