import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalize, digestOf, equalJson, goJson, goJsonIndented, goJsonSorted } from "../../src/format/canonical.js";
import { type Json, parseJson } from "../../src/format/json.js";

const vectors = new URL("../vectors/rfc8785/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, vectors), "utf8");

describe("RFC 8785 published data", () => {
  test.each(readdirSync(new URL("input", vectors)))("%s", (name) => {
    const canonical = canonicalize(parseJson(read(`input/${name}`)));
    expect(canonical).toBe(read(`output/${name}`).trimEnd());
    const hex = read(`outhex/${name.replace(".json", ".txt")}`).replace(/\s+/g, "");
    expect(Buffer.from(canonical).toString("hex")).toBe(hex);
  });

  test("100,000 generated numbers have the published SHA-256", () => {
    const hash = createHash("sha256");
    const numbers = publishedNumbers();
    for (let i = 0; i < 100_000; i++) {
      const { bits, value } = numbers.next().value;
      hash.update(`${bits.toString(16)},${canonicalize(value)}\n`);
    }
    expect(hash.digest("hex")).toBe("22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7");
  });
});

/** The published sequence: fixed patterns, 2,000 from the smallest normal number upward, then a SHA-256 chain. */
function* publishedNumbers(): Generator<{ bits: bigint; value: number }, never> {
  const view = new DataView(new ArrayBuffer(8));
  const number = (bits: bigint) => {
    view.setBigUint64(0, bits);
    return { bits, value: view.getFloat64(0) };
  };
  for (const hex of JSON.parse(read("static-numbers.json")) as string[]) yield number(BigInt(`0x${hex}`));
  for (let i = 0n; i < 2000n; i++) yield number(0x0010000000000000n + i);
  for (let block = Buffer.alloc(32); ; ) {
    block = createHash("sha256").update(block).digest();
    for (let at = 0; at < 32; at += 8) {
      const drawn = number(block.readBigUInt64LE(at));
      if (drawn.value !== 0 && Number.isFinite(drawn.value)) yield drawn;
    }
  }
}

describe("canonical text (spec 10 §1)", () => {
  test.each<[string, string]>([
    [
      "[1.0,1e21,1e-7,-0.0,12345678901234567890,0.1,1E+2,9007199254740993]",
      "[1,1e+21,1e-7,0,12345678901234567000,0.1,100,9007199254740992]",
    ],
    ['{"\\ufb01":3,"\\ud83d\\ude00":4,"é":1,"e":2}', '{"e":2,"é":1,"😀":4,"ﬁ":3}'],
    ['"\\u0000\\u001f\\b\\f\\n\\r\\t\\"\\\\/<>&\\u007f\\u2028"', '"\\u0000\\u001f\\b\\f\\n\\r\\t\\"\\\\/<>&\u007f\u2028"'],
    ['{"10":1,"9":2,"a":{"b":[],"a":{}}}', '{"10":1,"9":2,"a":{"a":{},"b":[]}}'],
    ['{"__proto__":1}', '{"__proto__":1}'],
    [
      '{"b":{"10":{"z":1,"y":[{"9":0}]},"9":1},"a":"\\\\ud800 is no surrogate"}',
      '{"a":"\\\\ud800 is no surrogate","b":{"10":{"y":[{"9":0}],"z":1},"9":1}}',
    ],
  ])("%s", (source, canonical) => expect(canonicalize(parseJson(source))).toBe(canonical));

  test.each<[string, string]>([
    ["{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
    ['{"ok":true}', "4062edaf750fb8074e7e83e0c9028c94e32468a8b6f1614774328ef045150f93"],
    ["[]", "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"],
  ])("digest of %s", (source, digest) => expect(digestOf(parseJson(source))).toBe(digest));

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%s is refused", (value) =>
    expect(() => canonicalize([value])).toThrow(/not a JSON number/),
  );
  test("half a surrogate pair is refused, also as a key", () => {
    expect(() => canonicalize("\ud800")).toThrow(/surrogate/);
    expect(() => canonicalize({ "\udc00": 1 })).toThrow(/surrogate/);
  });

  test("canonical text is a fixed point, and insensitive to the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalize(parseJson(JSON.stringify(value)));
        expect(canonicalize(parseJson(text))).toBe(text);
        expect(canonicalize(reversed(parseJson(text)))).toBe(text);
      }),
    );
  });
});

test("equalJson is equality of canonical forms", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [parseJson(JSON.stringify(a)), parseJson(JSON.stringify(b))];
      expect(equalJson(left, right)).toBe(canonicalize(left) === canonicalize(right));
      expect(equalJson(left, reversed(left))).toBe(true);
    }),
  );
});

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

describe("the reference's written forms (spec 10 §0.2, spec 40 §1.4)", () => {
  const value = { b: "<a>&\u2028\u2029\u0001\u007f", a: { z: [], y: {} } };
  test("compact keeps the order of keys", () =>
    expect(goJson(value)).toBe('{"b":"\\u003ca\\u003e\\u0026\\u2028\\u2029\\u0001\u007f","a":{"z":[],"y":{}}}'));
  test("sorted, numeric keys in byte order", () => expect(goJsonSorted({ b: 1, "10": 2, "9": 3 })).toBe('{"10":2,"9":3,"b":1}'));
  test("indented ends with a newline", () =>
    expect(goJsonIndented({ b: [], a: { c: 1 } })).toBe('{\n  "b": [],\n  "a": {\n    "c": 1\n  }\n}\n'));
});
