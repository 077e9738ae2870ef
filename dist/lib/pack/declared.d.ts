import type { ZipArchive } from "../format/zip-reader.js";
import type { HashMismatch } from "../runpack/archive.js";
export interface DeclaredEntries {
    /** Sorted. */
    readonly missingFiles: readonly string[];
    /** Sorted by path. An entry that cannot be read is one, its `actual` saying why. */
    readonly hashMismatches: readonly HashMismatch[];
    /** Entries of the archive that the manifest is silent about; sorted. */
    readonly undeclaredFiles: readonly string[];
}
/** Compares every declared digest with the archive's content. Nothing is extracted, so names are only reported. */
export declare function checkDeclaredEntries(zip: ZipArchive, contents: readonly {
    readonly path: string;
    readonly sha256: string;
}[], manifestName: string): Promise<DeclaredEntries>;
