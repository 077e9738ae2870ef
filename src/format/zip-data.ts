/** Reading one entry's data under limits: whole, or as a stream of which only a piece is held (spec 10 §3.3). */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { type GaitError, invalidInput } from "./errors.js";
import type { ZipEntry } from "./zip-directory.js";
import { DEFLATED, FLAG_DESCRIPTOR, LENGTH, SIGNATURE, STORED } from "./zip-format.js";
import type { ByteSource } from "./zip-source.js";

/** The most that Deflate can shrink: 258 bytes to two bits. An entry that claims more is lying. */
const MAX_RATIO = 1_032;
/** Streams hold data in pieces of this size: larger ones are faster, but V8 lets far more of them lie before it frees any. */
const PIECE = 24_576;

const corrupt = (message: string, cause?: unknown): GaitError => invalidInput(message, { code: "zip_entry_corrupt", cause });
const tooLarge = (message: string): GaitError => invalidInput(message, { code: "zip_entry_too_large" });

/** An entry whose declared facts are possible, and where its data lies. */
export interface EntryData {
  readonly entry: ZipEntry;
  readonly start: number;
}

/**
 * Checks what can be checked without inflating.
 * @param dataLimit where the data must end at the latest: the next local header or the directory
 * @param maxSize inflated, in bytes
 */
export function locateData(source: ByteSource, entry: ZipEntry, dataLimit: number, maxSize: number): EntryData {
  const { method, size, compressedSize } = entry;
  if (size > maxSize) throw tooLarge(`zip entry too large: ${size}`);
  // Even an encoder that only stores adds less than one part in a thousand.
  if (compressedSize > maxSize * 1.01 + 1_024) throw tooLarge(`zip entry too large: ${compressedSize}`);
  if (method !== STORED && method !== DEFLATED) {
    throw invalidInput(`unsupported compression method ${method}`, { code: "zip_method_unsupported" });
  }
  if (method === STORED && size !== compressedSize) throw corrupt(`stored data has ${compressedSize} bytes, not ${size}`);
  if (size > compressedSize * MAX_RATIO) {
    throw invalidInput(`zip entry claims ${size} bytes from ${compressedSize}`, { code: "zip_ratio_impossible" });
  }
  const header = viewAt(source, entry.headerOffset, LENGTH.localHeader);
  if (header.getUint32(0, true) !== SIGNATURE.localHeader) throw corrupt("there is no local header where the directory says");
  const start = entry.headerOffset + LENGTH.localHeader + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + compressedSize > dataLimit) {
    throw invalidInput("zip entry overlaps another or the directory", { code: "zip_entries_overlap" });
  }
  return { entry, start };
}

/** The entry's content. */
export function readData(source: ByteSource, { entry, start }: EntryData): Uint8Array {
  const stored = source.read(start, entry.compressedSize);
  const content = entry.method === STORED ? stored : inflate(stored, entry.size);
  assertContent(source, { entry, start }, content.length, crc32(content));
  return content;
}

function inflate(data: Uint8Array, size: number): Uint8Array {
  try {
    // One byte more than declared: enough to notice a stream that goes on, and the one buffer never has to grow.
    const content = inflateRawSync(data, { chunkSize: Math.max(64, size + 1), maxOutputLength: size + 1 });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  } catch (error) {
    throw inflateError(error, size);
  }
}

function inflateError(error: unknown, size: number): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "ERR_BUFFER_TOO_LARGE") return sizeExceeded(size);
  return String(error.code).startsWith("Z_") ? corrupt(`broken Deflate data: ${error.message}`, error) : error;
}

const sizeExceeded = (size: number): GaitError => tooLarge(`zip entry exceeds max size: it declares ${size} bytes and holds more`);

/** sha256 hex of the entry's content, of which only pieces are held. */
export async function hashData(source: ByteSource, data: EntryData): Promise<string> {
  const { entry } = data;
  const hash = createHash("sha256");
  let size = 0;
  let checksum = 0;
  const add = (piece: Uint8Array) => {
    size += piece.length;
    if (size > entry.size) throw sizeExceeded(entry.size);
    checksum = crc32(piece, checksum);
    hash.update(piece);
  };
  if (entry.method === STORED) for (const piece of pieces(source, data, new Uint8Array(PIECE))) add(piece);
  else await inflateStream(pieces(source, data), add, entry.size);
  assertContent(source, data, size, checksum);
  return hash.digest("hex");
}

/** @param into holds each piece until the next; without it each piece has its own room */
function* pieces(source: ByteSource, { entry, start }: EntryData, into?: Uint8Array): Generator<Uint8Array> {
  const end = start + entry.compressedSize;
  for (let at = start; at < end; at += PIECE) yield source.read(at, Math.min(PIECE, end - at), into);
}

async function inflateStream(stored: Iterable<Uint8Array>, add: (piece: Uint8Array) => void, size: number): Promise<void> {
  const inflater = createInflateRaw({ chunkSize: PIECE });
  // What goes wrong here reaches the loop through the inflater; that bytes are left when the stream ends is no error.
  const feeding = pipeline(stored, inflater).catch(() => {});
  try {
    for await (const piece of inflater) add(piece as Uint8Array);
  } catch (error) {
    throw inflateError(error, size);
  } finally {
    inflater.destroy();
    await feeding;
  }
}

function assertContent(source: ByteSource, { entry, start }: EntryData, size: number, checksum: number): void {
  if (size > entry.size) throw sizeExceeded(entry.size);
  if (size < entry.size) throw corrupt(`zip entry has ${size} bytes, not ${entry.size}`);
  if (checksum !== entry.crc32) throw corrupt("zip checksum error");
  if ((entry.flags & FLAG_DESCRIPTOR) !== 0 && descriptorCrc(source, start + entry.compressedSize) !== checksum) {
    throw corrupt("zip checksum error in the data descriptor");
  }
}

/** The descriptor's signature may be missing, and its sizes may be 4 or 8 bytes: only the CRC is sure. */
function descriptorCrc(source: ByteSource, at: number): number {
  const first = viewAt(source, at, 4).getUint32(0, true);
  return first === SIGNATURE.descriptor ? viewAt(source, at + 4, 4).getUint32(0, true) : first;
}

function viewAt(source: ByteSource, at: number, length: number): DataView {
  const bytes = source.read(at, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
