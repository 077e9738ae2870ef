/** Zip reader (spec 10 §3.3). */
import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { invalidInput, verificationFailed } from "./errors.js";
import { onFile } from "./files.js";
import { type Host, resolvePath } from "./host.js";
import { trim } from "./text.js";
import { crc32 } from "./zip-writer.js";

export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  close(): void;
}
export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => {
    if (offset < 0 || offset + length > bytes.length) throw invalidInput("open zip: unexpected end of file");
    return bytes.subarray(offset, offset + length);
  },
  close: () => undefined,
});
export const fileSource = (host: Host, path: string): ByteSource =>
  bytesSource(onFile("open zip: open", path, () => host.fs.readFileSync(resolvePath(host, path))));
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
  readonly flags: number;
  readonly mode: number;
  readonly isDirectory: boolean;
}
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  entry(name: string): ZipEntry | undefined;
  read(entry: ZipEntry): Uint8Array;
  hash(entry: ZipEntry): Promise<string>;
  duplicates(): string[];
  close(): void;
}
export function openZip(source: ByteSource): ZipArchive {
  const all = Buffer.from(source.read(0, source.size));
  let at = all.length - 22;
  while (at >= 0 && !(all.readUInt32LE(at) === 0x06054b50 && at + 22 + all.readUInt16LE(at + 20) <= all.length)) at--;
  if (at < 0) throw invalidInput("open zip: zip: not a valid zip file");
  const size = all.readUInt32LE(at + 12);
  const base = at - size - all.readUInt32LE(at + 16);
  let p = at - size;
  if (p < 0 || base < 0) throw invalidInput("open zip: zip: not a valid zip file");
  const entries: (ZipEntry & { at: number })[] = [];
  while (p + 46 <= all.length && all.readUInt32LE(p) === 0x02014b50) {
    const n = all.readUInt16LE(p + 28);
    const name = all.toString("utf8", p + 46, p + 46 + n);
    entries.push({
      name,
      method: all.readUInt16LE(p + 10),
      compressedSize: all.readUInt32LE(p + 20),
      size: all.readUInt32LE(p + 24),
      crc32: all.readUInt32LE(p + 16),
      flags: all.readUInt16LE(p + 8),
      mode: (all.readUInt32LE(p + 38) >>> 16) & 0o111 ? 0o755 : 0o644,
      isDirectory: name.endsWith("/"),
      at: all.readUInt32LE(p + 42) + base,
    });
    p += 46 + n + all.readUInt16LE(p + 30) + all.readUInt16LE(p + 32);
  }
  if (entries.length !== all.readUInt16LE(at + 10)) throw invalidInput("open zip: zip: not a valid zip file");
  const read = (entry: ZipEntry): Uint8Array => {
    const { at: local } = entry as ZipEntry & { at: number };
    const start = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    const raw = all.subarray(start, start + entry.compressedSize);
    let data: Uint8Array;
    try {
      data = entry.method === 8 ? inflateRawSync(raw, { maxOutputLength: entry.size + 1 }) : raw;
    } catch (error) {
      throw invalidInput(`flate: corrupt input: ${String(error)}`);
    }
    if (data.length !== entry.size || crc32(data) !== entry.crc32) throw invalidInput("zip: checksum error");
    return data;
  };
  return {
    entries,
    entry: (name) => entries.find((one) => one.name === name),
    read,
    hash: async (entry) => createHash("sha256").update(read(entry)).digest("hex"),
    duplicates: () => {
      const names = entries.map((one) => trim(one.name)).filter((name) => name !== "");
      return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].sort();
    },
    close: () => source.close(),
  };
}
export function assertNoDuplicates(archive: ZipArchive): void {
  const names = archive.duplicates();
  if (names.length > 0) throw verificationFailed(`zip contains duplicate entries: ${names.join(", ")}`, { code: "runpack_duplicate_entries" });
}
