import { type DirectoryLimits, type ZipEntry } from "./zip-directory.js";
import type { ByteSource } from "./zip-source.js";
export type { ZipEntry } from "./zip-directory.js";
export { type ByteSource, bytesSource, fileSource } from "./zip-source.js";
export interface ZipLimits extends DirectoryLimits {
    /** Of one entry's content, in bytes. */
    readonly maxEntrySize: number;
}
export declare const DEFAULT_LIMITS: ZipLimits;
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
export declare function openZip(source: ByteSource, limits?: Partial<ZipLimits>): ZipArchive;
/** @throws GaitError verification_failed: duplicate names are looked for before anything else. */
export declare function assertNoDuplicates(archive: ZipArchive): void;
