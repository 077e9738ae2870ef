/**
 * Ed25519 keys and signatures (spec 10 §2, RFC 8032). What is signed is the 32 raw bytes of a SHA-256 digest.
 */
import { type KeyObject } from "node:crypto";
import type { Host } from "./host.js";
import { type Json } from "./json.js";
import { type Infer } from "./shape.js";
export declare const signatureShape: import("./shape.js").Shape<import("./shape.js").RecordOf<{
    alg: import("./shape.js").Shape<string>;
    key_id: import("./shape.js").Shape<string>;
    sig: import("./shape.js").Shape<string>;
    signed_digest: import("./shape.js").OmitEmpty<string>;
}>>;
/** `signed_digest` is the hex digest that was signed; `sig` is padded base64 of 64 bytes. */
export type Signature = Infer<typeof signatureShape>;
export interface PublicKey {
    /** The 32 raw bytes. */
    readonly raw: Uint8Array;
    /** sha256 hex of the raw bytes. */
    readonly keyId: string;
    readonly handle: KeyObject;
}
export interface PrivateKey {
    /** The 32-byte seed of RFC 8032. */
    readonly seed: Uint8Array;
    readonly publicKey: PublicKey;
    readonly handle: KeyObject;
}
export declare function publicKeyFromRaw(raw: Uint8Array): PublicKey;
/** The private key of a 32-byte seed. */
export declare function privateKeyFromSeed(seed: Uint8Array): PrivateKey;
/** Seed then public key, base64: the stored form of a private key. */
export declare const encodePrivateKey: (key: PrivateKey) => string;
export declare const encodePublicKey: (key: PublicKey) => string;
/** Standard padded base64; line breaks inside are ignored. @throws GaitError. */
export declare function decodeBase64(encoded: string): Uint8Array;
export declare function parsePrivateKey(content: string): PrivateKey;
export declare function parsePublicKey(content: string): PublicKey;
/** Where a key comes from: a file or an environment variable, not both. */
export interface KeySource {
    readonly path?: string | undefined;
    readonly env?: string | undefined;
}
export interface KeySources {
    readonly private?: KeySource | undefined;
    readonly public?: KeySource | undefined;
}
/** Whether any source of a key was named at all. */
export declare const hasKeySource: (sources: KeySources) => boolean;
export type KeyMode = "dev" | "prod";
export interface SigningKey {
    readonly key: PrivateKey;
    readonly warnings: readonly string[];
}
/** The key to sign with (spec 10 §2, "Signing key"). @throws GaitError invalid_input. */
export declare function loadSigningKey(host: Host, mode: string, sources: KeySources): SigningKey;
/** The key to verify with; a public source wins over a private one. @throws GaitError `public key not configured` without any. */
export declare function loadVerifyKey(host: Host, sources: KeySources): PublicKey;
/** Ed25519 over the raw bytes. */
export declare const signBytes: (key: PrivateKey, bytes: Uint8Array) => string;
export declare const verifyBytes: (key: PublicKey, bytes: Uint8Array, signature: Uint8Array) => boolean;
/** Signs the SHA-256 digest of the canonical form of `value`. */
export declare function signJson(key: PrivateKey, value: Json): Signature;
/**
 * Checks one signature over the canonical form of `value`; `digest` is its SHA-256 hex.
 * @returns whether the Ed25519 check holds. @throws GaitError verification_failed for every earlier doubt (spec 10 §2, steps 1–6).
 */
export declare function verifyDigest(key: PublicKey, signature: Signature, digest: string): boolean;
export declare const verifyJson: (key: PublicKey, signature: Signature, value: Json) => boolean;
