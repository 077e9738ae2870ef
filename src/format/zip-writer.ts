/** The deterministic zip writer: the same files give the same bytes (spec 10 §3.1). */
import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import { ByteWriter } from "./byte-writer.js";
import { Deflater } from "./deflate.js";
import { invalidInput } from "./errors.js";
import { decodeUtf8 } from "./json.js";
import {
  DEFLATED,
  duplicateNames,
  FLAG_DESCRIPTOR,
  FLAG_UTF8,
  HOST_UNIX,
  LENGTH,
  MAX_ENTRY_SIZE,
  MAX_U16,
  MAX_U32,
  posixMode,
  SIGNATURE,
  ZIP64_EXTRA,
} from "./zip-format.js";

export interface ZipInput {
  /** The entry's name with `/` between its parts; bytes only to carry over a name that is not valid UTF-8. */
  readonly path: string | Uint8Array;
  readonly data: Uint8Array;
  /** POSIX mode; any execute bit makes the entry 0755, everything else 0644. Default: 0644. */
  readonly mode?: number;
}

/** What the records after an entry's data tell of it. */
export interface EntryFacts {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly mode: 0o644 | 0o755;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const VERSION = 20;
const VERSION_ZIP64 = 45;
/** 1980-01-01 00:00:00 as MS-DOS time and date. */
const DOS_TIME = 0x0000;
const DOS_DATE = 0x0021;
/** The same in an extended timestamp (Info-ZIP 0x5455): modification time only, 315532800. */
const TIMESTAMP_EXTRA = Uint8Array.of(0x55, 0x54, 0x05, 0x00, 0x01, 0x00, 0xa6, 0xce, 0x12);
const REGULAR_FILE = 0o100000;

/**
 * A zip archive of the given files, in any order. No files give no bytes at all, not an empty archive.
 * @throws GaitError invalid_input where a name occurs twice, is a folder's, is too long or is no text, and for content that no
 * reader would take.
 */
export function writeZip(inputs: Iterable<ZipInput>): Uint8Array {
  const files = [...inputs].map((input) => ({ ...input, name: nameBytes(input.path) })).sort((a, b) => Buffer.compare(a.name, b.name));
  const duplicates = duplicateNames(files.map((file) => decodeUtf8(file.name)));
  if (duplicates.length > 0) throw invalidInput(`zip would contain duplicate entries: ${duplicates.join(", ")}`);
  for (const { name, data } of files) {
    if (data.length <= MAX_ENTRY_SIZE) continue;
    const message = `${decodeUtf8(name)} would hold ${data.length} bytes: an archive takes at most ${MAX_ENTRY_SIZE} in one file`;
    throw invalidInput(message, { code: "zip_entry_too_large" });
  }
  const out = new ByteWriter();
  if (files.length === 0) return out.bytes();

  const deflater = new Deflater(out);
  const entries = files.map(({ name, data, mode = 0 }): EntryFacts => {
    const flags = FLAG_DESCRIPTOR | (needsUtf8Flag(name) ? FLAG_UTF8 : 0);
    const offset = out.length;
    localHeader(out, name, flags);
    const start = out.length;
    deflater.write(data);
    deflater.finish();
    const compressedSize = out.length - start;
    const facts = { name, flags, mode: posixMode(mode), crc32: crc32(data), compressedSize, size: data.length, offset };
    dataDescriptor(out, facts);
    return facts;
  });
  const directoryOffset = out.length;
  for (const entry of entries) centralHeader(out, entry);
  endRecords(out, { count: entries.length, size: out.length - directoryOffset, offset: directoryOffset });
  return out.bytes();
}

function nameBytes(path: string | Uint8Array): Uint8Array {
  if (typeof path === "string" && !path.isWellFormed()) throw invalidInput("zip entry name holds half of a surrogate pair");
  const name = typeof path === "string" ? Buffer.from(path, "utf8") : path;
  if (name.length > MAX_U16) throw invalidInput(`zip entry name too long: ${name.length} bytes`);
  if (name.at(-1) === 0x2f) throw invalidInput(`zip entry name is a folder's: ${decodeUtf8(name)}`);
  return name;
}

/** Characters that other code pages read differently: beyond 0x20…0x7D, or a backslash. */
const needsUtf8Flag = (name: Uint8Array): boolean => name.some((byte) => byte < 0x20 || byte > 0x7d || byte === 0x5c) && isUtf8(name);

function localHeader(out: ByteWriter, name: Uint8Array, flags: number): void {
  out.u32(SIGNATURE.localHeader);
  out.u16(VERSION);
  commonFields(out, flags, { crc32: 0, compressedSize: 0, size: 0 });
  out.u16(name.length);
  out.u16(TIMESTAMP_EXTRA.length);
  out.append(name);
  out.append(TIMESTAMP_EXTRA);
}

function commonFields(out: ByteWriter, flags: number, values: Pick<EntryFacts, "crc32" | "compressedSize" | "size">): void {
  out.u16(flags);
  out.u16(DEFLATED);
  out.u16(DOS_TIME);
  out.u16(DOS_DATE);
  out.u32(values.crc32);
  out.u32(values.compressedSize);
  out.u32(values.size);
}

const hasLargeSizes = (entry: EntryFacts): boolean => entry.compressedSize >= MAX_U32 || entry.size >= MAX_U32;

/** Follows an entry's data; the sizes are 64 bits wide only where 32 do not hold them. */
export function dataDescriptor(out: ByteWriter, entry: EntryFacts): void {
  const isLarge = hasLargeSizes(entry);
  out.u32(SIGNATURE.descriptor);
  out.u32(entry.crc32);
  for (const size of [entry.compressedSize, entry.size]) isLarge ? out.u64(size) : out.u32(size);
}

/** One entry of the central directory; with a zip64 field only where a size or the offset needs it. */
export function centralHeader(out: ByteWriter, entry: EntryFacts): void {
  const isZip64 = hasLargeSizes(entry) || entry.offset >= MAX_U32;
  const extra = new ByteWriter();
  extra.append(TIMESTAMP_EXTRA);
  if (isZip64) {
    extra.u16(ZIP64_EXTRA);
    extra.u16(24);
    for (const value of [entry.size, entry.compressedSize, entry.offset]) extra.u64(value);
  }
  out.u32(SIGNATURE.centralHeader);
  out.u16((HOST_UNIX << 8) | VERSION);
  out.u16(hasLargeSizes(entry) ? VERSION_ZIP64 : VERSION);
  commonFields(out, entry.flags, isZip64 ? { crc32: entry.crc32, compressedSize: MAX_U32, size: MAX_U32 } : entry);
  out.u16(entry.name.length);
  out.u16(extra.length);
  out.u16(0); // comment length
  out.u16(0); // disk
  out.u16(0); // internal attributes
  out.u32((REGULAR_FILE | entry.mode) << 16);
  out.u32(isZip64 ? MAX_U32 : entry.offset);
  out.append(entry.name);
  out.append(extra.bytes());
}

export interface DirectoryFacts {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/** Ends the archive; zip64 records lead only where the plain one cannot hold a value. */
export function endRecords(out: ByteWriter, directory: DirectoryFacts): void {
  const { count, size, offset } = directory;
  const isZip64 = count >= MAX_U16 || size >= MAX_U32 || offset >= MAX_U32;
  if (isZip64) {
    const zip64End = out.length;
    out.u32(SIGNATURE.zip64End);
    out.u64(LENGTH.zip64End - 12);
    out.u16(VERSION_ZIP64);
    out.u16(VERSION_ZIP64);
    out.u32(0); // this disk
    out.u32(0); // disk of the directory
    for (const value of [count, count, size, offset]) out.u64(value);
    out.u32(SIGNATURE.zip64Locator);
    out.u32(0);
    out.u64(zip64End);
    out.u32(1); // disks
  }
  out.u32(SIGNATURE.end);
  out.u16(0);
  out.u16(0);
  out.u16(isZip64 ? MAX_U16 : count);
  out.u16(isZip64 ? MAX_U16 : count);
  out.u32(isZip64 ? MAX_U32 : size);
  out.u32(isZip64 ? MAX_U32 : offset);
  out.u16(0); // comment length
}
