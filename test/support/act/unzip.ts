// Reads the archives of act's artifact server. A reader of its own: tests must not judge Gait's zip code by Gait's zip code.
import { inflateRawSync } from "node:zlib";

const endOfCentralDirectory = 0x06054b50;
const centralHeader = 0x02014b50;

/** The files of a zip archive by name (APPNOTE.TXT 4.3); folders are left out. Throws on what is no readable archive. */
export function unzip(archive: Buffer): Record<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== endOfCentralDirectory) throw new Error("not a zip archive");
  const files: Record<string, Buffer> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== centralHeader) throw new Error("damaged zip archive");
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + packed);
    if (!name.endsWith("/")) files[name] = method === 0 ? content : inflateRawSync(content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
