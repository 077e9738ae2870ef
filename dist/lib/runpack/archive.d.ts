import type { Host } from "../format/host.js";
import { type JsonDocument } from "../format/json.js";
import { type ByteSource, type ZipArchive } from "../format/zip-reader.js";
import { type ManifestRecord } from "./records.js";
/** A runpack: a path that the host resolves, or bytes that are already here. */
export type RunpackSource = string | Uint8Array;
export interface OpenRunpack {
    readonly zip: ZipArchive;
    readonly manifest: ManifestRecord;
    /** The manifest as its text says it, unknown fields included: what signatures cover. */
    readonly document: JsonDocument;
    /** The archive's bytes; closed with it. */
    readonly source: ByteSource;
}
/** Opens an archive and refuses duplicate entries before anything else is looked at. The caller closes it. */
export declare const openArchive: (host: Host, source: RunpackSource) => ZipArchive;
/** Content of a required entry. @throws GaitError invalid_input `missing X`. */
export declare function readEntry(zip: ZipArchive, name: string): Uint8Array;
/** Runs `action`; its parse errors leave with `code`, led by `label`. */
export declare function withParseCode<T>(label: string, code: string, action: () => T): T;
/**
 * Opens a runpack up to its manifest; nothing is verified yet. `label` leads parse errors, e.g. `parse manifest`.
 * @throws GaitError: `runpack_unreadable`, `runpack_missing_entry`, `runpack_manifest_invalid`, `runpack_duplicate_entries`, or the
 * code of a limit of the zip reader.
 */
export declare function withRunpack<T>(host: Host, source: RunpackSource, label: string, use: (opened: OpenRunpack) => T | Promise<T>): Promise<T>;
export interface HashMismatch {
    readonly path: string;
    readonly expected: string;
    readonly actual: string;
}
export interface Integrity {
    /** Declared but not in the archive, or core files that the manifest doesn't list; sorted. */
    readonly missingFiles: readonly string[];
    /** Sorted by path; `manifest.json` stands for the manifest's own digest. */
    readonly hashMismatches: readonly HashMismatch[];
}
/** Compares every declared digest with the archive's content (spec 10 §9.1, steps 3–5). */
export declare function checkIntegrity({ zip, manifest }: OpenRunpack): Promise<Integrity>;
/** Entries of the archive that the manifest doesn't declare, in archive order. */
export declare function undeclaredFiles({ zip, manifest }: OpenRunpack): string[];
