import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GaitError } from "../../src/format/errors.js";
import { type ByteSource, bytesSource, openZip, type ZipArchive, type ZipLimits } from "../../src/format/zip-reader.js";
import { writeZip } from "../../src/format/zip-writer.js";
import { craft, fields, type Part, saysOf } from "./zip-support.js";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** Half words, half noise: neither kind of block alone. */
const content = (length: number): Buffer => {
  const words = Buffer.from("the same words again; ".repeat(Math.ceil(length / 44))).subarray(0, length >> 1);
  const noise = Array.from({ length: Math.ceil((length - words.length) / 32) }, (_, i) => createHash("sha256").update(String(i)).digest());
  return Buffer.concat([words, ...noise]).subarray(0, length);
};
const open = (parts: readonly Part[], limits?: Partial<ZipLimits>) => openZip(bytesSource(craft(parts)), limits);

/** Small entries are read whole, large ones are hashed as a stream; both must judge alike. */
describe.each<[string, Buffer]>([
  ["a small entry", content(2_000)],
  ["a large entry", content(3_000_000)],
])("%s", (_, data) => {
  const deflated = deflateRawSync(data);
  const crc = craftedCrc(data);
  const plain: Part = { name: "a", data };
  const described = { ...plain, flags: 0x0008 };

  test.each<[string, Part]>([
    ["deflated", plain],
    ["stored", { ...plain, method: 0 }],
    ["with a data descriptor", { ...described, descriptor: fields("wwww", 0x08074b50, crc, 1, 2) }],
    ["with a descriptor that has no signature, its sizes wrong", { ...described, descriptor: fields("www", crc, 3, 4) }],
    ["with a descriptor of 64-bit sizes", { ...described, descriptor: fields("wwqq", 0x08074b50, crc, 5, 6) }],
    ["marked as encrypted", { ...plain, flags: 0x0001 }],
    ["with bytes after the Deflate stream", { ...plain, raw: Buffer.concat([deflated, Buffer.alloc(200_000, 1)]) }],
  ])("is read: %s", async (_, part) => {
    const archive = open([part]);
    const entry = archive.entry("a")!;
    expect(Buffer.compare(archive.read(entry), data)).toBe(0);
    expect(await archive.hash(entry)).toBe(sha256(data));
  });

  const CORRUPT = "zip_entry_corrupt: ";
  const flipped = Buffer.from(deflated);
  flipped[flipped.length >> 1]! ^= 0x10;
  test.each<[string, Part, RegExp | string]>([
    ["a wrong CRC", { ...plain, crc32: 1 }, `${CORRUPT}zip checksum error`],
    ["a wrong CRC, stored", { ...plain, crc32: 1, method: 0 }, `${CORRUPT}zip checksum error`],
    [
      "a wrong CRC in the descriptor",
      { ...described, descriptor: fields("wwww", 0x08074b50, 1, 0, 0) },
      `${CORRUPT}zip checksum error in the data descriptor`,
    ],
    ["no descriptor where one is announced", described, `${CORRUPT}zip checksum error in the data descriptor`],
    ["a flipped bit", { ...plain, raw: flipped }, /^zip_entry_corrupt: (zip checksum error|broken Deflate data: .*)$/],
    ["no Deflate data at all", { ...plain, raw: Buffer.alloc(deflated.length, 0xff) }, /^zip_entry_corrupt: broken Deflate data: /],
    ["Deflate data cut short", { ...plain, raw: deflated.subarray(0, -2) }, `${CORRUPT}broken Deflate data: unexpected end of file`],
    ["less than declared", { ...plain, size: data.length + 1 }, `${CORRUPT}zip entry has ${data.length} bytes, not ${data.length + 1}`],
    [
      "more than declared",
      { ...plain, size: data.length - 1 },
      `zip_entry_too_large: zip entry exceeds max size: it declares ${data.length - 1} bytes and holds more`,
    ],
    ["stored, of another size", { ...plain, method: 0, size: 3 }, `${CORRUPT}stored data has ${data.length} bytes, not 3`],
    ["BZip2", { ...plain, method: 12 }, "zip_method_unsupported: unsupported compression method 12"],
    ["a local header that is none", { ...plain, localSignature: 1 }, `${CORRUPT}there is no local header where the directory says`],
    ["a header outside the file", { ...plain, offset: 0xfff_ffff }, "zip_truncated: unexpected end of file"],
    [
      "data that runs into the directory",
      { ...plain, compressedSize: deflated.length + 1 },
      "zip_entries_overlap: zip entry overlaps another or the directory",
    ],
    [
      "a size that Deflate cannot reach",
      { ...plain, raw: deflated.subarray(0, 9), size: 9 * 1_032 + 1 },
      "zip_ratio_impossible: zip entry claims 9289 bytes from 9",
    ],
  ])("is refused: %s", async (_, part, says) => {
    const archive = open([part]);
    const entry = archive.entry("a")!;
    for (const action of [() => archive.read(entry), () => archive.hash(entry)]) expect(await saysOf(action)).toMatch(matcher(says));
  });
});

function craftedCrc(data: Uint8Array): number {
  return open([{ name: "a", data }]).entries[0]!.crc32;
}

const matcher = (says: RegExp | string): RegExp =>
  typeof says === "string" ? new RegExp(`^${says.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) : says;

describe("sizes and limits", () => {
  test.each([0, 1, 65_536, 1_048_576, 1_048_577, 2_500_000])("%i bytes, deflated and stored", async (length) => {
    const data = content(length);
    const archive = open([
      { name: "d", data },
      { name: "s", data, method: 0 },
    ]);
    for (const entry of archive.entries) {
      expect(Buffer.compare(archive.read(entry), data)).toBe(0);
      expect(await archive.hash(entry)).toBe(sha256(data));
    }
  });

  test.each<[string, Part, Partial<ZipLimits>, string]>([
    ["declared beyond 100 MiB", { name: "a", size: 104_857_601 }, {}, "zip_entry_too_large: zip entry too large: 104857601"],
    ["declared beyond the limit given", { name: "a", data: "12345" }, { maxEntrySize: 4 }, "zip_entry_too_large: zip entry too large: 5"],
    [
      "far more compressed bytes than content",
      { name: "a", raw: Buffer.alloc(2_000) },
      { maxEntrySize: 100 },
      "zip_entry_too_large: zip entry too large: 2000",
    ],
  ])("%s", async (_, part, limits, says) => {
    const archive = open([part], limits);
    for (const action of [() => archive.read(archive.entries[0]!), () => archive.hash(archive.entries[0]!)]) {
      expect(await saysOf(action)).toBe(says);
    }
  });

  test("the limit itself is not beyond it, nor is the best that Deflate can do", () => {
    const data = Buffer.alloc(5_000_000);
    const archive = open([{ name: "a", data }], { maxEntrySize: 5_000_000 });
    expect(archive.entries[0]!.size / archive.entries[0]!.compressedSize).toBeGreaterThan(1_000);
    expect(archive.read(archive.entries[0]!).length).toBe(5_000_000);
  });

  test("a bomb that claims to be small is left when it passes its claim", async () => {
    const raw = deflateRawSync(Buffer.alloc(50_000_000));
    const archive = open([{ name: "a", raw, size: 2_000_000 }]);
    for (const action of [() => archive.read(archive.entries[0]!), () => archive.hash(archive.entries[0]!)]) {
      expect(await saysOf(action)).toBe("zip_entry_too_large: zip entry exceeds max size: it declares 2000000 bytes and holds more");
    }
  });

  test("entries that share bytes are refused, one beside them is read", async () => {
    const shared = open([
      { name: "a", data: "x" },
      { name: "b", data: "x", offset: 0 },
      { name: "c", data: "y" },
    ]);
    for (const name of ["a", "b"]) {
      expect(await saysOf(() => shared.read(shared.entry(name)!))).toBe("zip_entries_overlap: zip entry overlaps another or the directory");
    }
    expect(Buffer.from(shared.read(shared.entry("c")!)).toString()).toBe("y");
  });

  test("an entry whose data holds the next entry is refused, as in overlapping bombs", async () => {
    const inner = craft([{ name: "b", data: "x", method: 0 }]).subarray(0, 32);
    const outer: Part = { name: "a", data: inner, method: 0 };
    const archive = open([outer, { name: "b", data: "x", method: 0, offset: 31 }]);
    expect(await saysOf(() => archive.read(archive.entry("a")!))).toBe("zip_entries_overlap: zip entry overlaps another or the directory");
  });

  test("hashing a large entry asks the source for pieces only", async () => {
    const data = content(8_000_000);
    for (const method of [0, 8]) {
      const bytes = bytesSource(craft([{ name: "a", data, method }]));
      const asked: number[] = [];
      const read = (offset: number, length: number) => {
        asked.push(length);
        return bytes.read(offset, length);
      };
      const source: ByteSource = { ...bytes, read };
      const archive = openZip(source);
      expect(await archive.hash(archive.entries[0]!)).toBe(sha256(data));
      expect(Math.max(...asked)).toBeLessThanOrEqual(65_557);
      expect(asked.length).toBeGreaterThan(100);
    }
  });
});

test("a source that fails in the middle of a large entry", async () => {
  const bytes = bytesSource(craft([{ name: "a", data: content(3_000_000) }]));
  let reads = 0;
  const read = (offset: number, length: number) => bytes.read(offset, reads++ < 10 ? length : bytes.size);
  const archive = openZip({ ...bytes, read });
  expect(await saysOf(() => archive.hash(archive.entries[0]!))).toBe("zip_truncated: unexpected end of file");
});

describe("damage is noticed or harmless", () => {
  const text = Buffer.from("some words, and again some words");
  const small = writeZip([
    { path: "a.json", data: Buffer.from('{"a":1}') },
    { path: "b.txt", data: text, mode: 0o755 },
    { path: "empty", data: Buffer.alloc(0) },
  ]);
  const contents = (archive: ZipArchive) => archive.entries.map((entry) => Buffer.from(archive.read(entry)).toString("hex"));
  const intact = contents(openZip(bytesSource(small)));

  /** The contents in the order of the directory, or undefined where the archive was refused. */
  function readAll(bytes: Uint8Array): string[] | undefined {
    try {
      return contents(openZip(bytesSource(bytes)));
    } catch (error) {
      if (error instanceof GaitError && error.category === "invalid_input") return undefined;
      throw error;
    }
  }

  test("every flipped bit", () => {
    let refused = 0;
    for (let bit = 0; bit < small.length * 8; bit++) {
      const damaged = Uint8Array.from(small);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const read = readAll(damaged);
      if (read) expect(read, `bit ${bit}`).toEqual(intact);
      else refused++;
    }
    expect(refused).toBeGreaterThan(small.length);
  });

  test("every byte set to 0 and to 255", () => {
    for (let at = 0; at < small.length * 2; at++) {
      const damaged = Uint8Array.from(small);
      damaged[at >> 1] = (at & 1) * 255;
      expect(readAll(damaged) ?? intact, `byte ${at >> 1}`).toEqual(intact);
    }
  });

  test("every length", () => {
    for (let length = 0; length < small.length; length++) expect(readAll(small.subarray(0, length)), `length ${length}`).toBeUndefined();
  });

  test("property: whatever is cut out, put in or written over, nothing but a GaitError leaves", () => {
    const change = fc.record({ at: fc.nat(small.length), cut: fc.nat(60), insert: fc.uint8Array({ maxLength: 60 }) });
    fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = Buffer.from(small);
        for (const { at, cut, insert } of changes) bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + cut)]);
        readAll(bytes);
      }),
      { numRuns: 2_000 },
    );
  });
});
