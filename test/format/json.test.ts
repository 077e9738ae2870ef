import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GaitError } from "../../src/format/errors.js";
import { decodeUtf8, type Json, parseFirstJson, parseJson, parseJsonDocument, positionAt, toJson } from "../../src/format/json.js";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("what is JSON (spec 10 §0.5)", () => {
  test.each<[string, Json]>([
    [" \t\r\n1 ", 1],
    ["-0", -0],
    ["1e2", 100],
    ["0.5E-1", 0.05],
    ['"a\\/\\b\\f\\n\\r\\t\\"\\\\"', 'a/\b\f\n\r\t"\\'],
    ['"\\ud83d\\ude00"', "😀"],
    ['"\\ud800"', "\ufffd"],
    ['"\\ud800x\\udc00"', "\ufffdx\ufffd"],
    ['"\\ud800\\ud83d\\ude00"', "\ufffd😀"],
    ['{"a":1,"a":2}', { a: 2 }],
    ["[[],{}]", [[], {}]],
  ])("%s", (source, value) => expect(parseJson(source)).toEqual(value));

  test.each<[string, string]>([
    ["", "the text is empty"],
    ["  ", "the text ends too early"],
    ["1 2", "unexpected text after the JSON value"],
    ["\ufeff1", "expected a value"],
    ["[1,]", "expected a value"],
    ['{"a":1,}', "expected a quoted key"],
    ["{a:1}", "expected a quoted key"],
    ['{"a" 1}', "expected : after a key"],
    ["[1 2]", "expected , or ] in a list"],
    ['{"a":1 "b":2}', "expected , or } in an object"],
    ["01", "unexpected text after the JSON value"],
    ["+1", "expected a value"],
    [".5", "expected a value"],
    ["0x10", "unexpected text after the JSON value"],
    ["NaN", "expected a value"],
    ["nul", "expected a value"],
    ["[", "the text ends too early"],
    ['"a', "a string is not closed"],
    ['"a\nb"', "a raw control character in a string"],
    ['"\\x"', "an unknown escape in a string"],
    ['"\\u12g4"', "\\u needs four hex digits"],
    ["1e400", "number out of range: 1e400"],
  ])("%j is refused", (source, message) => {
    const attempt = () => parseJson(source);
    expect(attempt).toThrow(GaitError);
    expect(attempt).toThrow(message);
  });

  test("a complaint names line and column", () => {
    expect(() => parseJson('{\n  "a": 1,\n  "b": tru\n}')).toThrow("invalid JSON at line 3, column 8: expected a value");
  });

  test("a nested bomb is an error, not a crash", () => {
    expect(() => parseJson("[".repeat(5_000_000))).toThrow("nested deeper than 1000 levels");
    expect(parseJson(`${"[".repeat(1000)}${"]".repeat(1000)}`)).toBeInstanceOf(Array);
  });

  test("the first value of a text, whatever follows", () => expect(toJson(parseFirstJson('{"a":1} trailing').root)).toEqual({ a: 1 }));

  test("agrees with JSON.parse on everything that it writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const source = JSON.stringify(value, null, 1);
        expect(parseJson(source)).toEqual(JSON.parse(source));
      }),
    );
  });

  test("random text either parses as JSON.parse does or is a GaitError", () => {
    const snippet = fc
      .array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "1", "-", ".", "e", "t", "true", "null", " ", "a", "\u0007"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(snippet, (source) => {
        let theirs: unknown;
        try {
          theirs = JSON.parse(source);
        } catch {
          expect(() => parseJson(source)).toThrow(GaitError);
          return;
        }
        expect(parseJson(source)).toEqual(theirs);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("UTF-8 (one U+FFFD per bad byte)", () => {
  test.each<[string, Uint8Array, string]>([
    ["a lone continuation byte", bytes(0x61, 0x80, 0x62), "a\ufffdb"],
    ["a truncated sequence of three", bytes(0xe2, 0x82, 0x61), "\ufffd\ufffda"],
    ["an overlong form", bytes(0xc0, 0xaf), "\ufffd\ufffd"],
    ["an encoded surrogate", bytes(0xed, 0xa0, 0x80), "\ufffd\ufffd\ufffd"],
    ["beyond U+10FFFF", bytes(0xf4, 0x90, 0x80, 0x80), "\ufffd\ufffd\ufffd\ufffd"],
    ["a real U+FFFD", utf8("\ufffd"), "\ufffd"],
    ["a byte order mark stays", utf8("\ufeffa"), "\ufeffa"],
  ])("%s", (_, source, text) => expect(decodeUtf8(source)).toBe(text));

  test("every well-formed text survives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeUtf8(utf8(text))).toBe(text.toWellFormed());
      }),
    );
  });
});

test("positions count lines from 1 and columns from 1", () => {
  const { root, text } = parseJsonDocument('{"a":\n  [1,\n   2]}');
  const list = root.kind === "object" ? root.members[0]!.value : undefined;
  const second = list?.kind === "array" ? list.items[1]! : undefined;
  expect(positionAt(text, second!.at)).toEqual({ line: 3, column: 4 });
});

test("a text that no string can hold is an error of the input", () => {
  // Zeros of which none is looked at: the system lends them without memory.
  expect(() => parseJsonDocument(new Uint8Array(2 ** 29))).toThrow("text of 536870912 bytes is too long: at most 536870888 can be read");
});
