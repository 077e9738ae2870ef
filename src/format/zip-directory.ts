/** Finding and reading the central directory of a zip archive (spec 10 §3.3, APPNOTE.TXT §4.3.12–16). */
import { type GaitError, invalidInput } from "./errors.js";
import { decodeUtf8 } from "./json.js";
import { HOST_UNIX, LENGTH, MAX_U16, MAX_U32, posixMode, SIGNATURE, ZIP64_EXTRA } from "./zip-format.js";
import type { ByteSource } from "./zip-source.js";

export interface ZipEntry {
  /** As stored; each byte that is not UTF-8 reads as U+FFFD. Never a path to write to. */
  readonly name: string;
  /** The name's very bytes, for writing the entry again. */
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 Deflate; an entry with any other is listed but cannot be read. */
  readonly method: number;
  readonly flags: number;
  /** Declared, in bytes; reading checks it. */
  readonly compressedSize: number;
  /** Declared, in bytes, inflated; reading checks it. */
  readonly size: number;
  /** Declared; reading checks it. */
  readonly crc32: number;
  /** As the writer would write it. */
  readonly mode: 0o644 | 0o755;
  readonly isDirectory: boolean;
  /** Where the local header begins in the source. */
  readonly headerOffset: number;
}

export interface DirectoryLimits {
  readonly maxEntries: number;
  /** Sum of the declared inflated sizes, in bytes. */
  readonly maxTotalSize: number;
  /** In bytes of the stored name. */
  readonly maxNameLength: number;
}

export interface Directory {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins in the source. */
  readonly start: number;
}

const notZip = (detail: string): GaitError => invalidInput(`not a valid zip file: ${detail}`, { code: "zip_invalid" });

/** @throws GaitError invalid_input: `zip_invalid`, `zip_truncated` or the code of the limit that is passed. */
export function readDirectory(source: ByteSource, limits: DirectoryLimits): Directory {
  const end = findEnd(source);
  let shift = end.at - end.size - end.offset;
  if (shift < 0) throw notZip("its directory does not fit into it");
  // Some tools write a wrong size; where a directory stands at the plain offset, that one is meant.
  if (shift !== 0 && hasSignature(source, end.offset, SIGNATURE.centralHeader)) shift = 0;
  const start = end.offset + shift;
  const entries = readHeaders(new Cursor(source, start), shift, limits);
  // The count is stored modulo 65,536.
  if ((entries.length & MAX_U16) !== end.count % (MAX_U16 + 1)) {
    throw notZip(`its directory holds ${entries.length} entries, not ${end.count}`);
  }
  return { entries, start };
}

interface End {
  /** Where the record begins that ends the directory. */
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** The last end record whose comment fits into the file; what follows the comment is ignored, and so are disk numbers. */
function findEnd(source: ByteSource): End {
  const length = Math.min(source.size, LENGTH.end + MAX_U16);
  const tailStart = source.size - length;
  const tail = viewOf(source.read(tailStart, length));
  for (let at = length - LENGTH.end; at >= 0; at--) {
    if (tail.getUint32(at, true) !== SIGNATURE.end || at + LENGTH.end + tail.getUint16(at + 20, true) > length) continue;
    const end = {
      at: tailStart + at,
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const mayBeZip64 = end.count === MAX_U16 || end.size === MAX_U32 || end.offset === MAX_U32;
    return (mayBeZip64 && findZip64End(source, end.at)) || end;
  }
  throw notZip(source.size === 0 ? "it is empty" : "it has no end record");
}

/** The zip64 end record that a locator right before the plain one leads to; undefined where there is no locator. */
function findZip64End(source: ByteSource, plainEnd: number): End | undefined {
  const locatorAt = plainEnd - LENGTH.zip64Locator;
  if (!hasSignature(source, locatorAt, SIGNATURE.zip64Locator)) return undefined;
  const at = u64(viewOf(source.read(locatorAt, LENGTH.zip64Locator)), 8);
  if (at === undefined || !hasSignature(source, at, SIGNATURE.zip64End)) throw notZip("its zip64 locator leads nowhere");
  const record = viewOf(source.read(at, LENGTH.zip64End));
  const [count, size, offset] = [u64(record, 32), u64(record, 40), u64(record, 48)];
  if (count === undefined || size === undefined || offset === undefined) throw notZip("its zip64 record is out of range");
  return { at, count, size, offset };
}

function hasSignature(source: ByteSource, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= source.size && viewOf(source.read(at, 4)).getUint32(0, true) === signature;
}

/** A 64-bit value; undefined beyond what a number holds exactly, which no length or offset of a file comes near. */
function u64(view: DataView, at: number): number | undefined {
  const value = view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Reads on from a position, in pieces large enough that small headers cost no read of their own. */
class Cursor {
  private static readonly PIECE = 65_536;
  private piece = new Uint8Array(0);
  private used = 0;

  constructor(
    private readonly source: ByteSource,
    private position: number,
  ) {}

  /** The next bytes, a view; undefined where the source ends before. */
  take(length: number): Uint8Array | undefined {
    if (this.piece.length - this.used < length) {
      const left = this.source.size - this.position;
      if (left < length) return undefined;
      this.piece = new Uint8Array(this.source.read(this.position, Math.min(left, Math.max(length, Cursor.PIECE))));
      this.used = 0;
    }
    this.used += length;
    this.position += length;
    return this.piece.subarray(this.used - length, this.used);
  }
}

/** Headers one after another, until something else comes. */
function readHeaders(cursor: Cursor, shift: number, limits: DirectoryLimits): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let entry = readHeader(cursor, shift, limits); entry; entry = readHeader(cursor, shift, limits)) {
    if (entries.length === limits.maxEntries) {
      throw invalidInput(`zip has more than ${limits.maxEntries} entries`, { code: "zip_too_many_entries" });
    }
    total += entry.size;
    if (total > limits.maxTotalSize) {
      throw invalidInput(`zip contents exceed ${limits.maxTotalSize} bytes`, { code: "zip_total_too_large" });
    }
    entries.push(entry);
  }
  return entries;
}

/** One central header; undefined for anything else. */
function readHeader(cursor: Cursor, shift: number, limits: DirectoryLimits): ZipEntry | undefined {
  const bytes = cursor.take(LENGTH.centralHeader);
  if (!bytes) return undefined;
  const fixed = viewOf(bytes);
  if (fixed.getUint32(0, true) !== SIGNATURE.centralHeader) return undefined;
  const [nameLength, extraLength, commentLength] = [fixed.getUint16(28, true), fixed.getUint16(30, true), fixed.getUint16(32, true)];
  if (nameLength > limits.maxNameLength) {
    throw invalidInput(`zip entry name exceeds ${limits.maxNameLength} bytes`, { code: "zip_name_too_long" });
  }
  const variable = cursor.take(nameLength + extraLength + commentLength);
  if (!variable) return undefined;
  const places = wideFields(fixed, viewOf(variable.subarray(nameLength, nameLength + extraLength)));
  if (!places) return undefined;
  const nameBytes = variable.slice(0, nameLength);
  const name = decodeUtf8(nameBytes);
  const kind = kindOf(fixed.getUint8(5), fixed.getUint32(38, true));
  return {
    name,
    nameBytes,
    method: fixed.getUint16(10, true),
    flags: fixed.getUint16(8, true),
    compressedSize: places.compressedSize,
    size: places.size,
    crc32: fixed.getUint32(16, true),
    mode: kind.mode,
    isDirectory: kind.isDirectory || name.endsWith("/"),
    headerOffset: places.headerOffset + shift,
  };
}

type WideFields = Pick<ZipEntry, "compressedSize" | "size" | "headerOffset">;

/** The fields that a zip64 extra field widens (APPNOTE.TXT §4.5.3); undefined where it is needed but broken. */
function wideFields(fixed: DataView, extra: DataView): WideFields | undefined {
  const plain = { size: fixed.getUint32(24, true), compressedSize: fixed.getUint32(20, true), headerOffset: fixed.getUint32(42, true) };
  const wide = (Object.keys(plain) as (keyof WideFields)[]).filter((field) => plain[field] === MAX_U32);
  if (wide.length === 0) return plain;
  const zip64 = findExtra(extra, ZIP64_EXTRA);
  // A size of exactly 2^32 − 1 can stand for itself; the other two cannot.
  if (!zip64) return wide.length === 1 && wide[0] === "size" ? plain : undefined;
  if (zip64.byteLength < 8 * wide.length) return undefined;
  const out: { -readonly [K in keyof WideFields]: number } = plain;
  for (const [i, field] of wide.entries()) {
    const value = u64(zip64, 8 * i);
    if (value === undefined) return undefined;
    out[field] = value;
  }
  return out;
}

function findExtra(extra: DataView, id: number): DataView | undefined {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    if (at + 4 + length > extra.byteLength) return undefined;
    if (extra.getUint16(at, true) === id) return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    at += 4 + length;
  }
  return undefined;
}

const UNIX_HOSTS = [HOST_UNIX, 19];
/** MS-DOS, NTFS, VFAT: bit 4 of the attributes marks a folder. */
const DOS_HOSTS = [0, 11, 14];
const DOS_FOLDER = 0x10;
const FILE_TYPE = 0o170000;
const FOLDER_TYPE = 0o040000;

function kindOf(host: number, attributes: number): Pick<ZipEntry, "mode" | "isDirectory"> {
  if (UNIX_HOSTS.includes(host)) {
    const mode = attributes >>> 16;
    return { mode: posixMode(mode), isDirectory: (mode & FILE_TYPE) === FOLDER_TYPE };
  }
  return { mode: 0o644, isDirectory: DOS_HOSTS.includes(host) && (attributes & DOS_FOLDER) !== 0 };
}
