import type { Host } from "../format/host.js";
import { type Shape } from "../format/shape.js";
import { type RunpackSource } from "./archive.js";
import { type IntentRecord, type ManifestRecord, type RefsRecord, type ResultRecord, type RunRecord } from "./records.js";
/** The typed content of one runpack. */
export interface Runpack {
    readonly manifest: ManifestRecord;
    readonly run: RunRecord;
    readonly intents: readonly IntentRecord[];
    readonly results: readonly ResultRecord[];
    /** Normalised. */
    readonly refs: RefsRecord;
    /** Entries of the archive that the manifest doesn't declare: no digest covers them. */
    readonly undeclaredFiles: readonly string[];
}
/** Decodes JSON lines one by one: blank lines skipped, lines trimmed. @throws GaitError invalid_input `line N: …`. */
export declare function decodeEachLine<T>(shape: Shape<T>, bytes: Uint8Array): Generator<T>;
/** All records of a JSON lines file. @throws GaitError invalid_input `line N: …`. */
export declare const decodeLines: <T>(shape: Shape<T>, bytes: Uint8Array) => T[];
/**
 * Reads a runpack whose every digest holds.
 * @throws GaitError invalid_input when anything is missing, changed or unparsable; verification_failed for duplicate entries.
 */
export declare const readRunpack: (host: Host, source: RunpackSource) => Promise<Runpack>;
