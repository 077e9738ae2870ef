/**
 * The zip reader: lazy, and limited in everything that an archive can claim (spec 10 §3.3). Nothing is ever written to disk, so
 * names such as `../../evil` are only names.
 */
import { sha256Hex } from "./canonical.js";
import { verificationFailed, withPrefix } from "./errors.js";
import { type EntryData, hashData, locateData, readData } from "./zip-data.js";
import { type Directory, type DirectoryLimits, readDirectory, type ZipEntry } from "./zip-directory.js";
import { duplicateNames, MAX_ENTRY_SIZE } from "./zip-format.js";
import type { ByteSource } from "./zip-source.js";

export type { ZipEntry } from "./zip-directory.js";
export { type ByteSource, bytesSource, fileSource } from "./zip-source.js";

export interface ZipLimits extends DirectoryLimits {
  /** Of one entry's content, in bytes. */
  readonly maxEntrySize: number;
}

export const DEFAULT_LIMITS: ZipLimits = {
  maxEntrySize: MAX_ENTRY_SIZE,
  maxEntries: 10_000,
  maxTotalSize: 1_073_741_824,
  maxNameLength: 4_096,
};

/** Entries up to this size are hashed at once; beyond it the stream's memory is bounded instead. */
const WHOLE_SIZE = 1_048_576;

/**
 * An open archive. `read` and `hash` check the size, the CRC and the data descriptor; what they throw is a GaitError
 * invalid_input with the code `zip_entry_corrupt`, `zip_entry_too_large`, `zip_entries_overlap`, `zip_ratio_impossible`,
 * `zip_method_unsupported` or `zip_truncated`, and names no entry: the caller leads it by `read X` or `hash X`.
 */
export interface ZipArchive {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** The first entry with exactly this name. */
  entry(name: string): ZipEntry | undefined;
  /** The entry's content. With a source in memory and a stored entry, a view of it. */
  read(entry: ZipEntry): Uint8Array;
  /** sha256 hex of the content. A large entry is streamed: memory stays the same whatever its size. */
  hash(entry: ZipEntry): Promise<string>;
  /** Names that occur more than once, trimmed, blank ones skipped; sorted. */
  duplicates(): string[];
  close(): void;
}

/**
 * Reads the directory of an archive; entries are read when asked for. The archive owns the source, also when this throws.
 * @throws GaitError invalid_input, led by `open zip`: `zip_invalid`, `zip_truncated`, `zip_too_many_entries`,
 *   `zip_total_too_large` or `zip_name_too_long`
 */
export function openZip(source: ByteSource, limits: Partial<ZipLimits> = {}): ZipArchive {
  const all = { ...DEFAULT_LIMITS, ...limits };
  try {
    return new Archive(
      source,
      withPrefix("open zip", () => readDirectory(source, all)),
      all.maxEntrySize,
    );
  } catch (error) {
    source.close();
    throw error;
  }
}

/** @throws GaitError verification_failed: duplicate names are looked for before anything else. */
export function assertNoDuplicates(archive: ZipArchive): void {
  const names = archive.duplicates();
  if (names.length === 0) return;
  throw verificationFailed(`zip contains duplicate entries: ${names.join(", ")}`, { code: "runpack_duplicate_entries" });
}

class Archive implements ZipArchive {
  readonly entries: readonly ZipEntry[];
  private readonly byName = new Map<string, ZipEntry>();
  private readonly dataLimits: ReadonlyMap<number, number>;

  constructor(
    private readonly source: ByteSource,
    directory: Directory,
    private readonly maxEntrySize: number,
  ) {
    this.entries = directory.entries;
    for (const entry of directory.entries) if (!this.byName.has(entry.name)) this.byName.set(entry.name, entry);
    this.dataLimits = dataLimits(directory);
  }

  entry(name: string): ZipEntry | undefined {
    return this.byName.get(name);
  }

  read(entry: ZipEntry): Uint8Array {
    return readData(this.source, this.locate(entry));
  }

  async hash(entry: ZipEntry): Promise<string> {
    if (Math.max(entry.size, entry.compressedSize) <= WHOLE_SIZE) return sha256Hex(this.read(entry));
    return hashData(this.source, this.locate(entry));
  }

  duplicates(): string[] {
    return duplicateNames(this.entries.map((entry) => entry.name));
  }

  close(): void {
    this.source.close();
  }

  private locate(entry: ZipEntry): EntryData {
    return locateData(this.source, entry, this.dataLimits.get(entry.headerOffset) ?? 0, this.maxEntrySize);
  }
}

/**
 * Where the data of the entry at each header offset must end: at the next header or the directory. Overlapping entries make a
 * small file inflate to any size (D. Fifield, "A better zip bomb"); entries that share one header may hold nothing at all.
 */
function dataLimits({ entries, start }: Directory): Map<number, number> {
  const limits = new Map<number, number>();
  let next = start;
  for (const { headerOffset } of [...entries].sort((a, b) => b.headerOffset - a.headerOffset)) {
    limits.set(headerOffset, limits.has(headerOffset) ? headerOffset : next);
    next = headerOffset;
  }
  return limits;
}
