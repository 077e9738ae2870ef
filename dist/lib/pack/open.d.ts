/** Opening what a user calls a pack: a PackSpec pack, a runpack from before packs, or a guard evidence pack (spec 20 §11). */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type JsonDocument } from "../format/json.js";
import { type ZipArchive } from "../format/zip-reader.js";
import { type RunpackSource } from "../runpack/archive.js";
import { type PackManifest } from "./records.js";
/** A pack: a path that the host resolves, or bytes that are already here. */
export type PackSource = RunpackSource;
export interface OpenPack {
    readonly zip: ZipArchive;
    readonly manifest: PackManifest;
    /** The manifest as it is stored. */
    readonly document: JsonDocument;
}
export interface Containers<T> {
    pack(opened: OpenPack): T | Promise<T>;
    /** The source is a runpack; nothing of it but its list of entries was looked at. */
    runpack(): T | Promise<T>;
    /** The manifest cannot be read, parsed or breaks the rules of packs. Default: its error leaves. */
    malformed?(error: GaitError, zip: ZipArchive): T | Promise<T>;
}
/** All bytes of a pack at once, so that several readings of it see the same ones. @throws GaitError invalid_input. */
export declare function snapshot(host: Host, source: PackSource): Uint8Array;
/** Content of an entry. @throws GaitError invalid_input `missing X` or `read X: …`. */
export declare function readPackEntry(zip: ZipArchive, name: string): Uint8Array;
/**
 * Opens a container, tells its kind by its manifests and hands it on; it is closed afterwards.
 * @throws GaitError verification_failed for duplicate entries, invalid_input for what is none of the kinds.
 */
export declare function withContainer<T>(host: Host, source: PackSource, use: Containers<T>): Promise<T>;
