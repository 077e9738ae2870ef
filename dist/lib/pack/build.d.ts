import type { Host } from "../format/host.js";
import type { PrivateKey } from "../format/keys.js";
import { type RunpackSource } from "../runpack/archive.js";
import { type PackManifest, type PackType } from "./records.js";
/** The type of a word of any case. @throws GaitError invalid_input. */
export declare function parsePackType(word: string): PackType;
export interface BuildPackOptions {
    readonly type: PackType;
    /** A run id, the path of a runpack, or a session chain, whose last checkpoint is taken. */
    readonly from: string;
    /** Where to write; "" is `pack_<id>.zip` beside the runpack. */
    readonly out?: string | undefined;
    readonly signingKey?: PrivateKey | undefined;
}
export interface BuiltPack {
    /** The file that was written, cleaned. */
    readonly path: string;
    readonly manifest: PackManifest;
}
/**
 * Builds a pack and writes it atomically.
 * @throws GaitError invalid_input, or verification_failed where the source has duplicate entries.
 */
export declare function buildPack(host: Host, options: BuildPackOptions): Promise<BuiltPack>;
/**
 * The archive of a run pack. Deterministic: the same runpack, version and key give the same bytes.
 * @throws GaitError invalid_input for a runpack that isn't sound or whose records a pack cannot hold, verification_failed for
 * duplicate entries.
 */
export declare function buildRunPack(host: Host, source: RunpackSource, signingKey?: PrivateKey): Promise<{
    readonly bytes: Uint8Array;
    readonly manifest: PackManifest;
}>;
