import fs, { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { assertNoDuplicates, bytesSource, fileSource, openZip, type ZipLimits } from "../../src/format/zip-reader.js";
import { writeZip } from "../../src/format/zip-writer.js";
import { failingFs, testHost } from "../support/host.js";
import { craft, type EndParts, fields, type Part, refusal, saysOf } from "./zip-support.js";

const ONE: Part[] = [{ name: "run.json", data: "{}" }];
const one = craft(ONE);
const open = (bytes: Uint8Array, limits?: Partial<ZipLimits>) => openZip(bytesSource(bytes), limits);
const contentOf = (bytes: Uint8Array, name = "run.json") => {
  const archive = open(bytes);
  return Buffer.from(archive.read(archive.entry(name)!)).toString();
};
/** An end record that stands alone. */
const endRecord = (count: number, size: number, offset: number, commentLength = 0) =>
  fields("whhhhwwh", 0x06054b50, 0, 0, count, count, size, offset, commentLength);

describe("not a zip (spec 10 §3.3)", () => {
  const NOT = "zip_invalid: open zip: not a valid zip file: ";
  test.each<[string, Uint8Array, string]>([
    ["no bytes", Buffer.alloc(0), "it is empty"],
    ["text", Buffer.from("hello"), "it has no end record"],
    ["an end record without its last byte", one.subarray(0, -1), "it has no end record"],
    ["half an archive", one.subarray(0, one.length / 2), "it has no end record"],
    ["a comment that the file has no room for", Buffer.concat([one.subarray(0, -2), fields("h", 5)]), "it has no end record"],
    ["an end record further from the end than a comment reaches", Buffer.concat([one, Buffer.alloc(65_536)]), "it has no end record"],
    ["a directory that would begin before the file", craft(ONE, { size: 1_000 }), "its directory does not fit into it"],
    ["a directory that would begin too late", craft(ONE, { offset: one.length }), "its directory does not fit into it"],
    ["more entries than there are", craft(ONE, { count: 2 }), "its directory holds 1 entries, not 2"],
    ["fewer entries than there are", craft([...ONE, { name: "b" }], { count: 1 }), "its directory holds 2 entries, not 1"],
    ["no entries where some are announced", endRecord(3, 0, 0), "its directory holds 0 entries, not 3"],
    ["a directory of other bytes", Buffer.concat([Buffer.alloc(46), endRecord(1, 46, 0)]), "its directory holds 0 entries, not 1"],
  ])("%s", async (_, bytes, detail) => {
    expect(await saysOf(() => open(bytes))).toBe(NOT + detail);
    expect((await refusal(() => open(bytes))).exitCode).toBe(6);
  });
});

describe("tolerated, as zip tools do (spec 10 §3.3)", () => {
  const later = Buffer.concat([one, Buffer.from("noise")]);
  test.each<[string, Uint8Array]>([
    ["a comment", craft(ONE, { comment: "made by hand" })],
    ["bytes after the comment", Buffer.concat([craft(ONE, { comment: "x" }), Buffer.from("more")])],
    ["as many as a comment could have been", Buffer.concat([one, Buffer.alloc(65_535)])],
    ["an end record whose comment does not fit, after the real one", Buffer.concat([later, endRecord(0, 0, 0, 9)])],
    ["bytes before the first entry", Buffer.concat([Buffer.from("#!/bin/sh\nexit\n"), one])],
    ["a wrong directory size, where the plain offset leads to a header", craft(ONE, { size: 0 })],
    ["disk numbers and a count per disk", Buffer.concat([one.subarray(0, -18), fields("hhh", 7, 8, 9), one.subarray(-12)])],
    ["entries in any order, and more than are wanted", craft([{ name: "z" }, ...ONE, { name: "../../evil", data: "x" }])],
  ])("%s", (_, bytes) => {
    expect(contentOf(bytes)).toBe("{}");
  });

  test("an archive of no entries", () => {
    expect(open(endRecord(0, 0, 0)).entries).toEqual([]);
  });

  test("the last end record is the one that counts", () => {
    expect(open(Buffer.concat([one, endRecord(0, 0, 0)])).entries).toEqual([]);
  });

  test("a count that has run over 65,535", () => {
    const many = Array.from({ length: 65_537 }, () => ({ name: "", method: 0 }));
    expect(open(craft(many), { maxEntries: 100_000 }).entries).toHaveLength(65_537);
  });
});

describe("zip64 (APPNOTE.TXT §4.3.14, §4.5.3)", () => {
  const end64 = (at: number, [count, size, offset]: number[], changes: { locator?: number; signature?: number } = {}) =>
    Buffer.concat([
      fields("wqhhwwqqqq", changes.signature ?? 0x06064b50, 44, 45, 45, 0, 0, count!, count!, size!, offset!),
      fields("wwqw", 0x07064b50, 0, changes.locator ?? at, 1),
    ]);
  const MAX: EndParts = { count: 0xffff, size: 0xffff_ffff, offset: 0xffff_ffff };
  const extra = (...values: number[]) => fields(`hh${"q".repeat(values.length)}`, 1, 8 * values.length, ...values);

  test.each<[string, Uint8Array]>([
    ["end records", craft(ONE, { ...MAX, before: (at, { count, size, offset }) => end64(at, [count, size, offset]) })],
    ["sizes in the extra field", craft([{ ...ONE[0]!, size: 0xffff_ffff, compressedSize: 0xffff_ffff, extra: extra(2, 4) }])],
    ["the offset in the extra field", craft([{ ...ONE[0]!, offset: 0xffff_ffff, extra: extra(0) }])],
    ["after another extra field", craft([{ ...ONE[0]!, size: 0xffff_ffff, extra: Buffer.concat([fields("hhb", 9, 1, 7), extra(2)]) }])],
    ["an unneeded extra field", craft([{ ...ONE[0]!, extra: extra(99, 99, 99) }])],
    ["a count of 65,535 without a locator stands for itself", craft(Array(65_535).fill({ ...ONE[0]!, method: 0 }))],
  ])("read: %s", (_, bytes) => {
    const archive = open(bytes, { maxEntries: 100_000 });
    expect(Buffer.from(archive.read(archive.entry("run.json")!)).toString()).toBe("{}");
  });

  const NOT = "zip_invalid: open zip: not a valid zip file: ";
  test.each<[string, Uint8Array, string]>([
    [
      "a locator into nothing",
      craft(ONE, { ...MAX, before: (at) => end64(at, [1, 1, 1], { locator: 1e9 }) }),
      "its zip64 locator leads nowhere",
    ],
    [
      "a locator to no record",
      craft(ONE, { ...MAX, before: (at) => end64(at, [1, 1, 1], { signature: 1 }) }),
      "its zip64 locator leads nowhere",
    ],
    [
      "a locator beyond every file",
      craft(ONE, { ...MAX, before: (at) => end64(at, [1, 1, 1], { locator: 2 ** 60 }) }),
      "its zip64 locator leads nowhere",
    ],
    ["sizes beyond every file", craft(ONE, { ...MAX, before: (at) => end64(at, [1, 2 ** 60, 1]) }), "its zip64 record is out of range"],
    ["a large offset without extra field", craft([{ ...ONE[0]!, offset: 0xffff_ffff }]), "its directory holds 0 entries, not 1"],
    [
      "an extra field that is too short",
      craft([{ ...ONE[0]!, size: 0xffff_ffff, compressedSize: 0xffff_ffff, extra: extra(2) }]),
      "its directory holds 0 entries, not 1",
    ],
    [
      "an extra field that ends outside",
      craft([{ ...ONE[0]!, offset: 0xffff_ffff, extra: fields("hhq", 1, 16, 0) }]),
      "its directory holds 0 entries, not 1",
    ],
    [
      "an offset beyond every file",
      craft([{ ...ONE[0]!, offset: 0xffff_ffff, extra: extra(2 ** 60) }]),
      "its directory holds 0 entries, not 1",
    ],
  ])("refused: %s", async (_, bytes, detail) => {
    expect(await saysOf(() => open(bytes))).toBe(NOT + detail);
  });
});

describe("names", () => {
  test.each<[string, string[], string[]]>([
    ["none", ["a", "b", "A"], []],
    ["the same name", ["b", "a", "b", "a", "c"], ["a", "b"]],
    ["white space around it, of any kind", ["run.json", " run.json\t", "\u00a0run.json\u0085"], ["run.json"]],
    ["blank names are skipped", ["", "", " ", " "], []],
    ["other letters, other separators", ["run.json", "RUN.json", "a/b", "a\\b"], []],
    ["sorted by bytes", ["\u{1f600}", "ﬁ", "\u{1f600}", "ﬁ"], ["ﬁ", "\u{1f600}"]],
  ])("duplicates: %s", async (_, names, expected) => {
    const archive = open(craft(names.map((name) => ({ name }))));
    expect(archive.duplicates()).toEqual(expected);
    if (expected.length === 0) return assertNoDuplicates(archive);
    const error = await refusal(() => assertNoDuplicates(archive));
    expect(error).toMatchObject({ category: "verification_failed", code: "runpack_duplicate_entries", exitCode: 2 });
    expect(error.message).toBe(`zip contains duplicate entries: ${expected.join(", ")}`);
  });

  test("two names that are no UTF-8 and would be shown alike are duplicates too", () => {
    const names = [Uint8Array.of(0x61, 0xff), Uint8Array.of(0x61, 0xfe)];
    expect(open(craft(names.map((name) => ({ name })))).duplicates()).toEqual(["a\ufffd"]);
  });

  test("lookup is exact, and the first of several wins", () => {
    const archive = open(
      craft([
        { name: "a", data: "1" },
        { name: "a", data: "2" },
        { name: "a\0b", data: "3" },
        { name: "ä", data: "4" },
      ]),
    );
    const read = (name: string) => Buffer.from(archive.read(archive.entry(name)!)).toString();
    expect(["a", "a\0b", "ä"].map(read)).toEqual(["1", "3", "4"]);
    expect([" a", "A", "./a", "a\0"].map((name) => archive.entry(name))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("names are told as they are stored", () => {
    const names = ["../../evil", "/etc/passwd", "C:\\x", "a\0b", "__proto__"];
    expect(open(craft(names.map((name) => ({ name })))).entries.map((entry) => entry.name)).toEqual(names);
  });
});

describe("kind and mode of an entry (spec 10 §3.3)", () => {
  const unix = (mode: number) => mode * 0x10000;
  test.each<[string, string, number, number, 0o644 | 0o755, boolean]>([
    ["a file from Unix", "a", 3, unix(0o100644), 0o644, false],
    ["a program from Unix", "a", 3, unix(0o100700), 0o755, false],
    ["executable by others only", "a", 3, unix(0o100001), 0o755, false],
    ["a program from macOS", "a", 19, unix(0o100755), 0o755, false],
    ["a link is a file", "a", 3, unix(0o120777), 0o755, false],
    ["no attributes", "a", 3, 0, 0o644, false],
    ["a folder by its mode", "a", 3, unix(0o040755), 0o755, true],
    ["a folder by its name", "a/", 3, unix(0o100644), 0o644, true],
    ["other hosts have no execute bit", "a", 0, unix(0o100755), 0o644, false],
    ["nor has an unknown one, nor folders", "a", 7, unix(0o040755) + 0x10, 0o644, false],
    ["a folder from MS-DOS", "a", 0, 0x10, 0o644, true],
    ["a folder from NTFS", "a", 11, 0x10, 0o644, true],
    ["a folder from VFAT", "a", 14, 0x10, 0o644, true],
    ["that bit means nothing on Unix", "a", 3, unix(0o100644) + 0x10, 0o644, false],
  ])("%s", (_, name, host, attributes, mode, isDirectory) => {
    expect(open(craft([{ name, host, attributes }])).entries[0]).toMatchObject({ mode, isDirectory });
  });
});

describe("limits (spec 10 §16 item 23)", () => {
  const many = (count: number): Part[] => Array.from({ length: count }, (_, i) => ({ name: String(i), method: 0 }));
  const sized = (...sizes: number[]): Part[] => sizes.map((size, i) => ({ name: String(i), size }));

  test.each<[string, Part[], Partial<ZipLimits>, string]>([
    ["entries", many(10_001), {}, "zip_too_many_entries: open zip: zip has more than 10000 entries"],
    ["entries, a limit given", many(3), { maxEntries: 2 }, "zip_too_many_entries: open zip: zip has more than 2 entries"],
    [
      "declared sizes together",
      sized(...Array(10).fill(104_857_600), 25_165_825),
      {},
      "zip_total_too_large: open zip: zip contents exceed 1073741824 bytes",
    ],
    ["a name", [{ name: "x".repeat(4_097) }], {}, "zip_name_too_long: open zip: zip entry name exceeds 4096 bytes"],
  ])("passed: %s", async (_, parts, limits, says) => {
    expect(await saysOf(() => open(craft(parts), limits))).toBe(says);
  });

  test.each<[string, Part[]]>([
    ["entries", many(10_000)],
    ["declared sizes together", sized(...Array(10).fill(104_857_600), 25_165_824)],
    ["a name", [{ name: "x".repeat(4_096) }]],
  ])("just met: %s", (_, parts) => {
    expect(open(craft(parts)).entries).toHaveLength(parts.length);
  });
});

describe("files", () => {
  const hostWith = (bytes: Uint8Array, changes: Partial<Host> = {}) => {
    const host = testHost(changes);
    writeFileSync(path.join(host.cwd, "a.zip"), bytes);
    return host;
  };

  test("a file is read in parts and closed once", () => {
    const closed: number[] = [];
    const host = hostWith(one, { fs: { ...fs, closeSync: (descriptor) => closed.push(descriptor) && fs.closeSync(descriptor) } });
    const archive = openZip(fileSource(host, "a.zip"));
    expect(Buffer.from(archive.read(archive.entries[0]!)).toString()).toBe("{}");
    archive.close();
    archive.close();
    expect(closed).toHaveLength(1);
  });

  test("after closing nothing is read, not even from a reused descriptor", async () => {
    const archive = openZip(fileSource(hostWith(one), "a.zip"));
    archive.close();
    expect((await refusal(() => archive.read(archive.entries[0]!))).message).toBe("read a.zip: file already closed");
  });

  test("a file that is no zip is closed at once", async () => {
    const closed: string[] = [];
    const source = { ...bytesSource(Buffer.from("text")), close: () => void closed.push("source") };
    await refusal(() => openZip(source));
    expect(closed).toEqual(["source"]);
  });

  const noFile = { isFile: () => false, isDirectory: () => false };
  test.each<[string, Partial<Host>, string, string]>([
    ["missing", {}, "b.zip", "open zip: open b.zip: no such file or directory"],
    ["a folder", {}, "folder", "open zip: read folder: is a directory"],
    ["a pipe, say", { fs: { ...fs, statSync: (() => noFile) as never } }, "a.zip", "open zip: read a.zip: not a regular file"],
    [
      "a pipe that has just taken its place",
      { fs: { ...fs, fstatSync: (() => noFile) as never } },
      "a.zip",
      "open zip: read a.zip: not a regular file",
    ],
    ["not allowed", { fs: failingFs("openSync", "EACCES") }, "a.zip", "open zip: open a.zip: permission denied"],
    ["a disk that fails", { fs: failingFs("readSync", "EIO") }, "a.zip", "open zip: read a.zip: EIO: injected"],
    ["shrunk meanwhile", { fs: { ...fs, readSync: () => 0 } }, "a.zip", "open zip: unexpected end of file"],
  ])("refused: %s", async (_, changes, name, message) => {
    const host = hostWith(one, changes);
    mkdirSync(path.join(host.cwd, "folder"));
    const error = await refusal(() => openZip(fileSource(host, name)));
    expect([error.message, error.category]).toEqual([message, "invalid_input"]);
  });

  test("a read that comes in pieces is put together", () => {
    const readSync = ((descriptor: number, into: Uint8Array, at: number, length: number, from: number) =>
      fs.readSync(descriptor, into, at, Math.min(length, 3), from)) as typeof fs.readSync;
    const archive = openZip(fileSource(hostWith(one, { fs: { ...fs, readSync } }), "a.zip"));
    expect(Buffer.from(archive.read(archive.entries[0]!)).toString()).toBe("{}");
  });

  test.each([
    [-1, 1],
    [0, one.length + 1],
    [one.length, 1],
    [0.5, 1],
    [0, -1],
    [Number.NaN, 1],
    [2 ** 53, 1],
  ])("a range outside the source: %d, %d", async (offset, length) => {
    expect(await saysOf(() => bytesSource(one).read(offset, length))).toBe("zip_truncated: unexpected end of file");
    expect(await saysOf(() => fileSource(hostWith(one), "a.zip").read(offset, length))).toBe("zip_truncated: unexpected end of file");
  });
});

test("what the writer writes is read from a file as from memory", async () => {
  const bytes = writeZip([{ path: "a", data: Buffer.from("text ".repeat(1_000)) }]);
  const host = testHost();
  writeFileSync(path.join(host.cwd, "a.zip"), bytes);
  const [fromFile, fromMemory] = [openZip(fileSource(host, "a.zip")), open(bytes)];
  expect(fromFile.entries).toEqual(fromMemory.entries);
  expect(fromFile.read(fromFile.entries[0]!)).toEqual(fromMemory.read(fromMemory.entries[0]!));
  fromFile.close();
});
