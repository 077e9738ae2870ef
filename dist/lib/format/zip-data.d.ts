import type { ZipEntry } from "./zip-directory.js";
import type { ByteSource } from "./zip-source.js";
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
export declare function locateData(source: ByteSource, entry: ZipEntry, dataLimit: number, maxSize: number): EntryData;
/** The entry's content. */
export declare function readData(source: ByteSource, { entry, start }: EntryData): Uint8Array;
/** sha256 hex of the entry's content, of which only pieces are held. */
export declare function hashData(source: ByteSource, data: EntryData): Promise<string>;
