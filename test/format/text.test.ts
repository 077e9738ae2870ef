import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareBytes, equalHex, isHex64, sortedUnique, splitCsv, trim } from "../../src/format/text.js";

test.each([
  ["  a b \t\r\n", "a b"],
  ["\u00a0\u2003a\u3000\u0085", "a"],
  ["\ufeffa", "\ufeffa"],
  ["\u200ba", "\u200ba"],
  ["", ""],
  [" \u2029 ", ""],
])("trim %j", (source, trimmed) => expect(trim(source)).toBe(trimmed));

test("byte order is that of the UTF-8 encodings", () => {
  expect(["😀", "\ufb01", "z", "é"].sort(compareBytes)).toEqual(["z", "é", "\ufb01", "😀"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(Math.sign(compareBytes(a, b))).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});

describe("lists", () => {
  test("sorted, unique, without blanks", () => expect(sortedUnique([" b ", "a", "", "b"])).toEqual(["a", "b"]));
  test("comma lists keep their order", () => expect(splitCsv(" b, ,a,")).toEqual(["b", "a"]));
});

test("hex", () => {
  expect(isHex64("aB".repeat(32))).toBe(true);
  expect(isHex64("a".repeat(63))).toBe(false);
  expect(equalHex("AB", "ab")).toBe(true);
  expect(equalHex("ab", "abc")).toBe(false);
});
