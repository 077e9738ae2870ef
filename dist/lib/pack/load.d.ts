import type { Host } from "../format/host.js";
import { type Time } from "../format/time.js";
import { type Runpack } from "../runpack/read.js";
import { type PackSource } from "./open.js";
import { type PackManifest, type PackType, type RunPayload } from "./records.js";
export interface LoadedPack {
    readonly packId: string;
    readonly packType: PackType;
    readonly sourceRef: string;
    /** Digest of the stored manifest, signatures included. */
    readonly manifestDigest: string;
    /** UTC. */
    readonly createdAt: Time;
    /** Absent for a runpack from before packs. */
    readonly manifest?: PackManifest | undefined;
    /** Declared digests by path. */
    readonly files: ReadonlyMap<string, string>;
    /** Of run packs, where it can be parsed. */
    readonly runPayload?: RunPayload | undefined;
    /** The runpack itself or the embedded one, where it is sound. */
    readonly runpack?: Runpack | undefined;
}
/**
 * Loads a pack or a runpack. Parts of a pack that cannot be read are left out; a runpack must be sound.
 * @throws GaitError verification_failed for duplicate entries, invalid_input for what is neither.
 */
export declare const loadPack: (host: Host, source: PackSource) => Promise<LoadedPack>;
