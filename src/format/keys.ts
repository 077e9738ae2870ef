/**
 * Ed25519 keys and signatures (spec 10 §2, RFC 8032). What is signed is the 32 raw bytes of a SHA-256 digest.
 */
import { createPrivateKey, createPublicKey, sign as cryptoSign, verify as cryptoVerify, type KeyObject } from "node:crypto";
import { canonicalize, sha256Hex } from "./canonical.js";
import { GaitError, invalidInput, withPrefix } from "./errors.js";
import { readBytes } from "./files.js";
import type { Host } from "./host.js";
import { decodeUtf8, type Json } from "./json.js";
import { type Infer, omitEmpty, record, text } from "./shape.js";
import { isBlank, trim } from "./text.js";

export const signatureShape = record({ alg: text(), key_id: text(), sig: text(), signed_digest: omitEmpty(text()) });
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

const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

export function publicKeyFromRaw(raw: Uint8Array): PublicKey {
  if (raw.length !== 32) throw invalidInput(`invalid public key length: ${raw.length}`);
  const handle = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" });
  return { raw, keyId: sha256Hex(raw), handle };
}

/** The private key of a 32-byte seed. */
export function privateKeyFromSeed(seed: Uint8Array): PrivateKey {
  const handle = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(handle).export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
  return { seed, publicKey: publicKeyFromRaw(raw), handle };
}

/** Seed then public key, base64: the stored form of a private key. */
export const encodePrivateKey = (key: PrivateKey): string => Buffer.concat([key.seed, key.publicKey.raw]).toString("base64");
export const encodePublicKey = (key: PublicKey): string => Buffer.from(key.raw).toString("base64");

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Standard padded base64; line breaks inside are ignored. @throws GaitError. */
export function decodeBase64(encoded: string): Uint8Array {
  const joined = encoded.replace(/[\r\n]/g, "");
  if (!BASE64.test(joined)) throw invalidInput("illegal base64 data");
  return Buffer.from(joined, "base64");
}

type Half = "private" | "public";

/** Base64 of the raw bytes, or a PEM block (PKCS#8 / SPKI). */
function decodeKeyText(half: Half, content: string): Uint8Array {
  if (content.startsWith("-----BEGIN ")) return decodePem(half, content);
  try {
    return decodeBase64(content);
  } catch (error) {
    throw invalidInput(`decode ${half} key: ${error instanceof Error ? error.message : error}`, {
      hint: `An Ed25519 ${half} key is padded base64 of ${half === "private" ? "64" : "32"} bytes, or a PEM file.`,
    });
  }
}

function decodePem(half: Half, pem: string): Uint8Array {
  try {
    const handle = half === "private" ? createPrivateKey(pem) : createPublicKey(pem);
    if (handle.asymmetricKeyType !== "ed25519") throw new Error(`not an Ed25519 key: ${handle.asymmetricKeyType}`);
    if (half === "public") return handle.export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
    const seed = handle.export({ format: "der", type: "pkcs8" }).subarray(PKCS8_PREFIX.length);
    return Buffer.concat([seed, privateKeyFromSeed(seed).publicKey.raw]);
  } catch (error) {
    throw invalidInput(`decode ${half} key: ${error instanceof Error ? error.message : error}`);
  }
}

export function parsePrivateKey(content: string): PrivateKey {
  const bytes = decodeKeyText("private", content);
  if (bytes.length !== 64) throw invalidInput(`invalid private key length: ${bytes.length}`);
  const key = privateKeyFromSeed(bytes.subarray(0, 32));
  if (!Buffer.from(key.publicKey.raw).equals(bytes.subarray(32))) {
    throw invalidInput("private key is inconsistent: its public half does not belong to its seed");
  }
  return key;
}

export function parsePublicKey(content: string): PublicKey {
  return publicKeyFromRaw(decodeKeyText("public", content));
}

/** Where a key comes from: a file or an environment variable, not both. */
export interface KeySource {
  readonly path?: string | undefined;
  readonly env?: string | undefined;
}

export interface KeySources {
  readonly private?: KeySource | undefined;
  readonly public?: KeySource | undefined;
}

const given = (value: string | undefined): value is string => value !== undefined && !isBlank(value);
const isGiven = (source: KeySource | undefined): source is KeySource => given(source?.path) || given(source?.env);

/** Whether any source of a key was named at all. */
export const hasKeySource = (sources: KeySources): boolean => isGiven(sources.private) || isGiven(sources.public);

function assertOneSource(half: Half, source: KeySource | undefined): void {
  if (given(source?.path) && given(source?.env)) throw invalidInput(`${half} key source: set either path or env`);
}

/** In bytes; a key with its PEM armour has a few hundred. */
const MAX_KEY_FILE = 64 * 1024;

function loadText(host: Host, half: Half, source: KeySource): string {
  if (given(source.path)) {
    const file = trim(source.path);
    return withPrefix(`read ${half} key`, () => {
      const bytes = readBytes(host, file);
      if (bytes.length > MAX_KEY_FILE) throw invalidInput(`${file} is too long for a key: ${bytes.length} bytes`, { file });
      return decodeUtf8(bytes).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
    });
  }
  const name = trim(source.env ?? "");
  const value = trim(host.env[name] ?? "");
  if (value === "") throw invalidInput(`${half} key env not set: ${name}`);
  return value;
}

export type KeyMode = "dev" | "prod";

export interface SigningKey {
  readonly key: PrivateKey;
  readonly warnings: readonly string[];
}

const DEV_WARNING = "dev mode: ephemeral keypair generated; signatures will not verify across machines";

/** The key to sign with (spec 10 §2, "Signing key"). @throws GaitError invalid_input. */
export function loadSigningKey(host: Host, mode: string, sources: KeySources): SigningKey {
  if (mode === "dev") {
    if (hasKeySource(sources)) throw invalidInput("dev mode does not accept explicit key sources");
    return { key: privateKeyFromSeed(host.randomBytes(32)), warnings: [DEV_WARNING] };
  }
  if (mode !== "prod" && mode !== "") throw invalidInput(`unsupported key mode: ${JSON.stringify(mode)}`);
  assertOneSource("private", sources.private);
  assertOneSource("public", sources.public);
  if (!isGiven(sources.private)) throw invalidInput("prod mode requires a private key source");
  const key = parsePrivateKey(loadText(host, "private", sources.private));
  if (isGiven(sources.public)) {
    const stated = parsePublicKey(loadText(host, "public", sources.public));
    if (stated.keyId !== key.publicKey.keyId) throw invalidInput("public key does not match private key");
  }
  return { key, warnings: [] };
}

/** The key to verify with; a public source wins over a private one. @throws GaitError `public key not configured` without any. */
export function loadVerifyKey(host: Host, sources: KeySources): PublicKey {
  assertOneSource("public", sources.public);
  assertOneSource("private", sources.private);
  if (isGiven(sources.public)) return parsePublicKey(loadText(host, "public", sources.public));
  if (isGiven(sources.private)) return parsePrivateKey(loadText(host, "private", sources.private)).publicKey;
  throw invalidInput("public key not configured");
}

/** Ed25519 over the raw bytes. */
export const signBytes = (key: PrivateKey, bytes: Uint8Array): string => cryptoSign(null, bytes, key.handle).toString("base64");
export const verifyBytes = (key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean =>
  cryptoVerify(null, bytes, key.handle, signature);

/** Signs the SHA-256 digest of the canonical form of `value`. */
export function signJson(key: PrivateKey, value: Json): Signature {
  const digest = sha256Hex(canonicalize(value));
  return { alg: "ed25519", key_id: key.publicKey.keyId, sig: signBytes(key, Buffer.from(digest, "hex")), signed_digest: digest };
}

/**
 * Checks one signature over the canonical form of `value`; `digest` is its SHA-256 hex.
 * @returns whether the Ed25519 check holds. @throws GaitError verification_failed for every earlier doubt (spec 10 §2, steps 1–6).
 */
export function verifyDigest(key: PublicKey, signature: Signature, digest: string): boolean {
  const refuse = (message: string) => new GaitError("verification_failed", message, { code: "signature_invalid" });
  if (signature.signed_digest === "") throw refuse("missing signed_digest");
  if (signature.signed_digest !== digest) throw refuse("signed_digest mismatch");
  if (signature.alg !== "ed25519") throw refuse(`unsupported alg: ${signature.alg}`);
  if (signature.key_id !== "" && signature.key_id !== key.keyId) throw refuse("key id mismatch");
  let bytes: Uint8Array;
  try {
    bytes = decodeBase64(signature.sig);
  } catch {
    throw refuse("decode sig: illegal base64 data");
  }
  if (bytes.length !== 64) throw refuse(`invalid signature length: ${bytes.length}`);
  return verifyBytes(key, Buffer.from(digest, "hex"), bytes);
}

export const verifyJson = (key: PublicKey, signature: Signature, value: Json): boolean =>
  verifyDigest(key, signature, sha256Hex(canonicalize(value)));
