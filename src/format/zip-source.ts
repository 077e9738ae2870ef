/** Where an archive's bytes come from: memory, or a file of which only what is asked for is read. */
import { type GaitErrorOptions, invalidInput, withPrefix } from "./errors.js";
import { onFile } from "./files.js";
import { type Host, resolvePath } from "./host.js";

export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /**
   * Exactly `length` bytes at `offset`.
   * @param into room for them, for callers that read piece after piece; a source that has the bytes in memory needs none
   * @throws GaitError invalid_input where the source has fewer
   */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
  close(): void;
}

const TRUNCATED: GaitErrorOptions = { code: "zip_truncated" };

function assertWithin(size: number, offset: number, length: number): void {
  const isWithin = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size;
  if (!isWithin) throw invalidInput("unexpected end of file", TRUNCATED);
}

/** The bytes given; reads are views of them. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  const all = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: all.length,
    read: (offset, length) => {
      assertWithin(all.length, offset, length);
      return all.subarray(offset, offset + length);
    },
    close: () => {},
  };
}

/**
 * A file, opened here and held open until `close`. It must not change meanwhile: if it shrinks, reads fail.
 * @throws GaitError invalid_input, led by `open zip`, where it is missing, unreadable or no regular file.
 */
export const fileSource = (host: Host, file: string): ByteSource => withPrefix("open zip", () => openFile(host, file));

function openFile(host: Host, file: string): ByteSource {
  const target = resolvePath(host, file);
  const assertRegular = (stat: { isFile(): boolean; isDirectory(): boolean }) => {
    if (!stat.isFile()) throw invalidInput(`read ${file}: ${stat.isDirectory() ? "is a directory" : "not a regular file"}`, { file });
  };
  // Looked at before it is opened, because opening a pipe would wait for its writer.
  assertRegular(onFile("open", file, () => host.fs.statSync(target)));
  const descriptor = onFile("open", file, () => host.fs.openSync(target, "r"));
  let isOpen = true;
  const close = () => {
    if (isOpen) host.fs.closeSync(descriptor);
    isOpen = false;
  };
  try {
    const stat = onFile("open", file, () => host.fs.fstatSync(descriptor));
    assertRegular(stat);
    const read = (offset: number, length: number, into?: Uint8Array): Uint8Array => {
      assertWithin(stat.size, offset, length);
      if (!isOpen) throw invalidInput(`read ${file}: file already closed`, { file });
      const bytes = (into ?? uninitialized(length)).subarray(0, length);
      onFile("read", file, () => fill(host, descriptor, bytes, offset));
      return bytes;
    };
    return { size: stat.size, read, close };
  } catch (error) {
    close();
    throw error;
  }
}

const uninitialized = (length: number): Uint8Array => new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);

function fill(host: Host, descriptor: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.length; ) {
    const count = host.fs.readSync(descriptor, bytes, at, bytes.length - at, offset + at);
    if (count === 0) throw invalidInput("unexpected end of file", TRUNCATED);
    at += count;
  }
}
