import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter } from "../../src/format/byte-writer.js";
import { bytesSource, openZip } from "../../src/format/zip-reader.js";
import { centralHeader, dataDescriptor, type EntryFacts, endRecords, writeZip, type ZipInput } from "../../src/format/zip-writer.js";
import { temporaryFolder } from "../support/host.js";
import { refusal } from "./zip-support.js";

const file = (name: string | Uint8Array, data = "", mode?: number): ZipInput => ({
  path: name,
  data: Buffer.from(data),
  ...(mode === undefined ? {} : { mode }),
});
const namesOf = (archive: Uint8Array) => openZip(bytesSource(archive)).entries.map((entry) => entry.name);
const written = (write: (out: ByteWriter) => void): string => {
  const out = new ByteWriter(4);
  write(out);
  return Buffer.from(out.bytes()).toString("hex");
};

describe("layout (spec 10 §3.1)", () => {
  test("no files are no bytes", () => {
    expect(writeZip([])).toEqual(new Uint8Array(0));
  });

  test("every field of an archive of one file", () => {
    const local = ["504b0304", "1400", "0800", "0800", "0000", "2100", "00000000", "00000000", "00000000", "0100", "0900"];
    const extra = "5554050001" + "00a6ce12";
    const sums = ["7ad4f72d", "0a000000", "04000000"];
    const central = ["504b0102", "1403", "1400", "0800", "0800", "0000", "2100", ...sums, "0100", "0900", "0000", "0000", "0000"];
    const end = ["504b0506", "0000", "0000", "0100", "0100", "38000000", "42000000", "0000"];
    const bytes = [
      ...[...local, "61", extra, "4a4fcc2c01040000ffff"],
      ...["504b0708", ...sums],
      ...[...central, "0000a481", "00000000", "61", extra],
      ...end,
    ];
    const archive = writeZip([file("a", "gait")]);
    expect(Buffer.from(archive).toString("hex")).toBe(bytes.join(""));
  });

  test("an empty file is deflated too", () => {
    const archive = writeZip([file("a")]);
    const [entry] = openZip(bytesSource(archive)).entries;
    expect(entry).toMatchObject({ method: 8, flags: 0x0008, compressedSize: 5, size: 0, crc32: 0 });
    expect(Buffer.from(archive).toString("hex")).toContain("010000ffff504b0708");
  });

  test("sorted by the bytes of the path, whatever the order given", () => {
    const names = ["b", "a/b", "a.b", "ab", "Z", "é", "\u{1f600}", "ﬁ"];
    const sorted = ["Z", "a.b", "a/b", "ab", "b", "é", "ﬁ", "\u{1f600}"];
    expect(namesOf(writeZip(names.map((name) => file(name))))).toEqual(sorted);
    expect(writeZip(names.map((name) => file(name)))).toEqual(writeZip(sorted.map((name) => file(name))));
  });

  test.each<[string, number]>([
    ["plain.json", 0x0008],
    ["} is the last plain character", 0x0008],
    ["~", 0x0808],
    ["back\\slash", 0x0808],
    ["tab\there", 0x0808],
    ["\u007f", 0x0808],
    ["é", 0x0808],
    ["\u{1f600}", 0x0808],
  ])("flags of %j: %i", (name, flags) => {
    const [entry] = openZip(bytesSource(writeZip([file(name)]))).entries;
    expect(entry).toMatchObject({ name, flags });
  });

  test("a name that is not UTF-8 keeps its bytes and goes without the UTF-8 flag", () => {
    const name = Uint8Array.of(0x61, 0xff, 0x7e);
    const [entry] = openZip(bytesSource(writeZip([file(name)]))).entries;
    expect(entry).toMatchObject({ name: "a\ufffd~", nameBytes: name, flags: 0x0008 });
  });

  test.each<[string, number | undefined, number]>([
    ["none given", undefined, 0o644],
    ["0", 0, 0o644],
    ["0600", 0o600, 0o644],
    ["0666", 0o666, 0o644],
    ["0100", 0o100, 0o755],
    ["0010", 0o010, 0o755],
    ["0001", 0o001, 0o755],
    ["0777 with a file type", 0o100777, 0o755],
  ])("mode %s", (_, mode, expected) => {
    const archive = writeZip([file("a", "", mode)]);
    expect(openZip(bytesSource(archive)).entries[0]!.mode).toBe(expected);
    expect(new DataView(archive.buffer, archive.length - 22 - 56 + 38, 4).getUint32(0, true)).toBe((0o100000 + expected) * 0x10000);
  });

  test.each<[string, ZipInput[], string]>([
    ["twice the same name", [file("b"), file("a"), file("b"), file("a")], "zip would contain duplicate entries: a, b"],
    ["names that readers take for the same", [file("a"), file(" a")], "zip would contain duplicate entries: a"],
    ["a folder", [file("a/")], "zip entry name is a folder's: a/"],
    ["half a surrogate pair", [file("a\ud83d")], "zip entry name holds half of a surrogate pair"],
    ["a name beyond 65,535 bytes", [file("é".repeat(32_768))], "zip entry name too long: 65536 bytes"],
  ])("refused: %s", async (_, files, message) => {
    const error = await refusal(() => writeZip(files));
    expect(error).toMatchObject({ category: "invalid_input", message });
  });

  test("the longest name, and blank ones however many", () => {
    expect(openZip(bytesSource(writeZip([file("x".repeat(65_535))])), { maxNameLength: 65_535 }).entries).toHaveLength(1);
    expect(namesOf(writeZip([file(" "), file(" "), file("")]))).toEqual(["", " ", " "]);
  });
});

describe("zip64 only where 32 or 16 bits do not hold a value", () => {
  const facts = (changes: Partial<EntryFacts>): EntryFacts => ({
    ...{ name: Buffer.from("a"), flags: 8, mode: 0o644 as const, crc32: 0x01020304, compressedSize: 5, size: 6, offset: 7 },
    ...changes,
  });
  const TIMESTAMP = "555405000100a6ce12";

  test.each<[string, Partial<EntryFacts>, string]>([
    ["the largest 32-bit sizes", { size: 0xffff_fffe, compressedSize: 0xffff_fffe }, "504b070804030201feffffff" + "feffffff"],
    ["a large size", { size: 0xffff_ffff }, "504b070804030201" + "0500000000000000" + "ffffffff00000000"],
    ["a large compressed size", { compressedSize: 0x1_0000_0001 }, "504b070804030201" + "0100000001000000" + "0600000000000000"],
    ["a far offset changes nothing", { offset: 0x2_0000_0000 }, "504b07080403020105000000" + "06000000"],
  ])("descriptor: %s", (_, changes, expected) => {
    expect(written((out) => dataDescriptor(out, facts(changes)))).toBe(expected);
  });

  test.each<[string, Partial<EntryFacts>, string, string, string, string]>([
    ["nothing large", { offset: 0xffff_fffe }, "1400", "05000000" + "06000000", "feffffff", ""],
    [
      "a large size",
      { size: 0x1_2345_6789 },
      ...(["2d00", "ffffffffffffffff", "ffffffff"] as const),
      "01001800" + "8967452301000000" + "0500000000000000" + "0700000000000000",
    ],
    [
      "a far offset",
      { offset: 0xffff_ffff },
      ...(["1400", "ffffffffffffffff", "ffffffff"] as const),
      "01001800" + "0600000000000000" + "0500000000000000" + "ffffffff00000000",
    ],
  ])("central header: %s", (_, changes, version, sizes, offset, zip64) => {
    const extraLength = zip64 === "" ? "0900" : "2500";
    const head = `504b01021403${version}080008000000210004030201${sizes}0100${extraLength}0000000000000000a481${offset}61`;
    expect(written((out) => centralHeader(out, facts(changes)))).toBe(head + TIMESTAMP + zip64);
  });

  const q = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes.toString("hex");
  };
  const zip64End = (count: number, size: number, offset: number) =>
    `504b06062c000000000000002d002d000000000000000000${q(count)}${q(count)}${q(size)}${q(offset)}504b060700000000${q(0)}01000000` +
    "504b050600000000ffffffffffffffffffffffff0000";

  test.each<[string, number, number, number, string]>([
    ["nothing large", 65_534, 0xffff_fffe, 0xffff_fffe, "504b050600000000fefffefffefffffffeffffff0000"],
    ["65,535 entries", 65_535, 1, 2, zip64End(65_535, 1, 2)],
    ["a large directory", 1, 0xffff_ffff, 2, zip64End(1, 0xffff_ffff, 2)],
    ["a far directory", 1, 2, 0x3_0000_0000, zip64End(1, 2, 0x3_0000_0000)],
  ])("end records: %s", (_, count, size, offset, expected) => {
    expect(written((out) => endRecords(out, { count, size, offset }))).toBe(expected);
  });
});

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const PYTHON = `
import hashlib, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([[i.filename, i.external_attr >> 16, list(i.date_time), hashlib.sha256(archive.read(i)).hexdigest()] for i in archive.infolist()]))
`;

describe("other programs read what is written", () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `word ${i % 311} `).join("");
  const files = [file("a.json", "{}"), file("sub/é.txt", words), file("run.sh", "#!/bin/sh\n", 0o755), file("empty")];

  function saved(archive: Uint8Array): string {
    const name = path.join(temporaryFolder(), "a.zip");
    writeFileSync(name, archive);
    return name;
  }

  test.skipIf(!has("unzip", "-v"))("unzip", () => {
    expect(execFileSync("unzip", ["-t", saved(writeZip(files))], { encoding: "utf8" })).toContain("No errors detected");
  });

  test.skipIf(!has("python3", "--version"))("Python", () => {
    const listed = JSON.parse(execFileSync("python3", ["-c", PYTHON, saved(writeZip(files))], { encoding: "utf8" }));
    const expected = ["a.json", "empty", "run.sh", "sub/é.txt"].map((name) => {
      const { data, mode } = files.find((one) => one.path === name)!;
      const digest = createHash("sha256").update(data).digest("hex");
      return [name, mode === undefined ? 0o100644 : 0o100755, [1980, 1, 1, 0, 0, 0], digest];
    });
    expect(listed).toEqual(expected);
  });

  test.skipIf(!has("python3", "--version"))("Python, with zip64 records", () => {
    const many = Array.from({ length: 65_536 }, (_, i) => file(String(i)));
    const script = "import sys, zipfile; a = zipfile.ZipFile(sys.argv[1]); print(len(a.infolist()), a.read('65535'))";
    expect(execFileSync("python3", ["-c", script, saved(writeZip(many))], { encoding: "utf8" })).toBe("65536 b''\n");
  });
});

const nameArbitrary = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((name) => !name.endsWith("/"));
const filesArbitrary = fc
  .uniqueArray(fc.record({ path: nameArbitrary, data: fc.uint8Array({ maxLength: 2_000 }), mode: fc.constantFrom(0o644, 0o755) }), {
    selector: (one) => one.path.normalize("NFC").trim(),
    maxLength: 12,
  })
  .filter((files) => files.every((one) => one.path.trim() !== ""));

test("property: what is written is read back, sorted", () => {
  fc.assert(
    fc.property(filesArbitrary, (files) => {
      fc.pre(files.length > 0);
      const archive = openZip(bytesSource(writeZip(files)));
      const read = archive.entries.map((entry) => ({ path: entry.name, data: archive.read(entry), mode: entry.mode }));
      const sorted = [...files].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
      expect(read).toEqual(sorted.map((one) => ({ ...one, data: new Uint8Array(one.data) })));
      expect(archive.duplicates()).toEqual([]);
    }),
  );
});

test("content that no reader would take is refused before anything is written", () => {
  const limit = 104_857_600;
  const data = new Uint8Array(limit + 1);
  expect(() => writeZip([{ path: "a.jsonl", data }])).toThrow(
    `a.jsonl would hold ${limit + 1} bytes: an archive takes at most ${limit} in one file`,
  );
});
