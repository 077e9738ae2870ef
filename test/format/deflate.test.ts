import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter } from "../../src/format/byte-writer.js";
import { Deflater, deflateRaw } from "../../src/format/deflate.js";

const sha256 = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const each = <T>(count: number, item: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => item(i));

describe("the stream is fixed byte for byte (spec 10 §3.2)", () => {
  test.each<[string, Buffer, string]>([
    ["empty", Buffer.alloc(0), "010000ffff"],
    ["gait", Buffer.from("gait"), "4a4fcc2c01040000ffff"],
    ["a × 10", Buffer.from("a".repeat(10)), "4a840340000000ffff"],
  ])("%s", (_, input, stream) => {
    expect(hex(deflateRaw(input))).toBe(stream);
  });

  test.each<[string, Buffer, number, string]>([
    ["a × 1,000", Buffer.from("a".repeat(1_000)), 14, "acb3b364f454c9230ee47c2f4291ee160d5f1381e8fba9ff9cf7edccef4efb75"],
    ["abc × 5,000", Buffer.from("abc".repeat(5_000)), 39, "b9d75dfae0e3ce24585f74d551e95f8a27fcc00f9f45ee59f629a8466f3eb166"],
    [
      "hex digests",
      Buffer.from(each(3_000, (i) => hex(sha256(String(i)))).join("")),
      100_774,
      "159de743790b3b79cd6e1163c513f363a5f22ebaf89ff6bf70c52a3c03114fa2",
    ],
    [
      "raw digests",
      Buffer.concat(each(4_000, (i) => sha256(String(i)))),
      128_045,
      "9aba2fb223efd81f843630cffa8d4460de9016e9c8fb06342d41548b95067363",
    ],
    [
      "numbers, one a line",
      Buffer.from(each(60_000, (i) => `${i}\n`).join("")),
      124_916,
      "495d902780a31f96cfb675111f7d6c54a48162e8a3b8af65af40b83b08e539ee",
    ],
  ])("%s", (_, input, length, digest) => {
    const stream = deflateRaw(input);
    expect(stream.length).toBe(length);
    expect(hex(sha256(stream))).toBe(digest);
  });
});

/** Bytes that look like something: noise, few letters, or earlier parts said again, near and far. */
const contentArbitrary = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.constantFrom(97, 98, 10), { maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)),
      fc.record({ back: fc.nat(40_000), length: fc.nat(700) }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => {
    let out = Buffer.alloc(0);
    for (const part of parts) {
      const next = part instanceof Uint8Array ? part : out.subarray(-1 - part.back).subarray(0, part.length);
      out = Buffer.concat([out, next, Buffer.alloc(out.length > 30_000 ? 0 : next.length * 3, 1)]);
    }
    return out;
  });

test("property: zlib inflates the stream to what went in", () => {
  fc.assert(
    fc.property(contentArbitrary, (content) => {
      expect(inflateRawSync(deflateRaw(content)).equals(content)).toBe(true);
    }),
  );
});

test("property: however the input is cut, the stream is the same, and a second stream starts afresh", () => {
  fc.assert(
    fc.property(contentArbitrary, fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 5 }), (content, cuts) => {
      const out = new ByteWriter();
      const deflater = new Deflater(out);
      for (let stream = 0; stream < 2; stream++) {
        const start = out.length;
        for (let at = 0, turn = 0; at < content.length; turn++) {
          const length = cuts[turn % cuts.length]!;
          deflater.write(content.subarray(at, at + length));
          at += length;
        }
        deflater.finish();
        expect(hex(out.bytes().subarray(start))).toBe(hex(deflateRaw(content)));
      }
    }),
    { numRuns: 50 },
  );
});

test.each([1, 262, 32_767, 32_768, 65_535, 65_536, 65_537, 98_304, 200_000])("%i bytes: the window's edges lose nothing", (length) => {
  const noise = Buffer.concat(each(Math.ceil(length / 32), (i) => sha256(String(i % 1_023)))).subarray(0, length);
  expect(inflateRawSync(deflateRaw(noise)).equals(noise)).toBe(true);
});

test("positions are moved back after 16 MiB, in the middle of a stream, without a trace in it", () => {
  const text = Buffer.from(each(30_000, (i) => `${i % 700}: the same words again and ${i % 13} times again;\n`).join(""));
  const out = new ByteWriter();
  const deflater = new Deflater(out);
  deflater.write(Buffer.alloc((16 << 20) - 300_000));
  deflater.finish();
  const start = out.length;
  deflater.write(text);
  deflater.finish();
  expect(text.length).toBeGreaterThan(600_000);
  expect(hex(out.bytes().subarray(start))).toBe(hex(deflateRaw(text)));
});
