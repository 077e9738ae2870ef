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
/** @throws GaitError invalid_input: `zip_invalid`, `zip_truncated` or the code of the limit that is passed. */
export declare function readDirectory(source: ByteSource, limits: DirectoryLimits): Directory;
