import { ByteWriter } from "./byte-writer.js";
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
/**
 * A zip archive of the given files, in any order. No files give no bytes at all, not an empty archive.
 * @throws GaitError invalid_input where a name occurs twice, is a folder's, is too long or is no text, and for content that no
 * reader would take.
 */
export declare function writeZip(inputs: Iterable<ZipInput>): Uint8Array;
/** Follows an entry's data; the sizes are 64 bits wide only where 32 do not hold them. */
export declare function dataDescriptor(out: ByteWriter, entry: EntryFacts): void;
/** One entry of the central directory; with a zip64 field only where a size or the offset needs it. */
export declare function centralHeader(out: ByteWriter, entry: EntryFacts): void;
export interface DirectoryFacts {
    readonly count: number;
    readonly size: number;
    readonly offset: number;
}
/** Ends the archive; zip64 records lead only where the plain one cannot hold a value. */
export declare function endRecords(out: ByteWriter, directory: DirectoryFacts): void;
