import type { Json, JsonDocument } from "../format/json.js";
import { type PrivateKey } from "../format/keys.js";
import { type PackContent, type PackManifest, type PackType } from "./records.js";
/** Decodes a manifest and holds it to every rule of spec 20 §4. @throws GaitError invalid_input. */
export declare function parsePackManifest(document: JsonDocument): PackManifest;
/** The manifest without its signatures, as a plain value: what the signatures cover. */
export declare const unsignedManifest: (manifest: PackManifest) => Json;
/** The id that a manifest must have: digest of itself with a blank id and no signatures. */
export declare const packId: (manifest: PackManifest) => string;
/** What a manifest calls the kind of an entry. */
export declare const entryType: (path: string) => string;
export interface ManifestParts {
    readonly packType: PackType;
    /** Run id, job id, call id or trace id. */
    readonly sourceRef: string;
    readonly producerVersion: string;
    readonly contents: readonly PackContent[];
    readonly signingKey?: PrivateKey | undefined;
}
/** A complete manifest: sorted contents, id, and a signature where there is a key. */
export declare function sealManifest({ packType, sourceRef, producerVersion, contents, signingKey }: ManifestParts): PackManifest;
