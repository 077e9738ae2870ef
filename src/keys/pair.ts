/** Key pairs as files: making, rotating, checking, showing (spec 10 §2.1, §16 items 5 and 20). */
import path from "node:path";
import { invalidInput } from "../format/errors.js";
import { isFile, makeFolder, withFileLock, writeFileExclusive } from "../format/files.js";
import type { Host } from "../format/host.js";
import {
  encodePrivateKey,
  encodePublicKey,
  type KeySource,
  type KeySources,
  loadSigningKey,
  loadVerifyKey,
  privateKeyFromSeed,
} from "../format/keys.js";
import { replaceFiles } from "../format/replace-files.js";
import { isBlank, trim } from "../format/text.js";
import type { Time } from "../format/time.js";

export interface KeyPairOptions {
  readonly outDir: string;
  /** Begins the names of both files. */
  readonly prefix: string;
  /** Replaces files that are there. */
  readonly force: boolean;
}

export interface KeyPair {
  readonly prefix: string;
  readonly keyId: string;
  readonly publicKeyPath: string;
  readonly privateKeyPath: string;
}

const SAFE_PREFIX = /^[^/\\\p{Cc}]+$/u;

function assertSafePrefix(prefix: string): void {
  if (prefix === "") throw invalidInput("prefix must not be empty");
  if (!SAFE_PREFIX.test(prefix) || prefix.includes("..")) {
    throw invalidInput(`prefix cannot be used in a file name: ${JSON.stringify(prefix)}`, { hint: "Use letters, digits, - and _." });
  }
}

type Half = "private" | "public";

const alreadyThere = (half: Half, file: string) =>
  invalidInput(`${half} key path already exists (use --force): ${file}`, { hint: "gait keys rotate makes a new pair beside the old one." });

/** Both halves or none: where one cannot be written the other is taken back. */
function writeNewPair(host: Host, files: readonly (readonly [Half, string, string])[]): void {
  for (const [half, file] of files) if (isFile(host, file)) throw alreadyThere(half, file);
  const written: string[] = [];
  try {
    for (const [half, file, content] of files) {
      if (!writeFileExclusive(host, file, content)) throw alreadyThere(half, file);
      written.push(file);
    }
  } catch (error) {
    for (const file of written) host.fs.rmSync(path.resolve(host.cwd, file), { force: true });
    throw error;
  }
}

/** Makes a fresh key pair and writes both halves, mode 0600. @throws GaitError invalid_input, e.g. where a file is there already. */
export function writeKeyPair(host: Host, options: KeyPairOptions): KeyPair {
  const outDir = trim(options.outDir);
  const prefix = trim(options.prefix);
  if (outDir === "") throw invalidInput("out-dir must not be empty");
  assertSafePrefix(prefix);
  makeFolder(host, outDir);
  const privateKeyPath = path.join(outDir, `${prefix}_private.key`);
  const publicKeyPath = path.join(outDir, `${prefix}_public.key`);
  const key = privateKeyFromSeed(host.randomBytes(32));
  const files: readonly (readonly [Half, string, string])[] = [
    ["private", privateKeyPath, `${encodePrivateKey(key)}\n`],
    ["public", publicKeyPath, `${encodePublicKey(key.publicKey)}\n`],
  ];
  const halves = files.map(([, path, content]) => ({ path, content }));
  // Two processes that replace one pair must not leave a half of each.
  if (options.force) withFileLock(host, privateKeyPath, () => replaceFiles(host, halves));
  else writeNewPair(host, files);
  return { prefix, keyId: key.publicKey.keyId, publicKeyPath, privateKeyPath };
}

/** `2026-11-22T19:40:22.5Z` as `20261122T194022Z`. */
const stamp = (time: Time): string => `${time.slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Makes a new pair beside the old one; its prefix ends in the time. */
export const rotateKeyPair = (host: Host, options: Omit<KeyPairOptions, "force">): KeyPair =>
  writeKeyPair(host, { ...options, prefix: `${trim(options.prefix)}_${stamp(host.now())}`, force: false });

const sourceName = (source: KeySource | undefined, otherwise: string): string => {
  if (!isBlank(source?.path ?? "")) return `path:${trim(source?.path ?? "")}`;
  return isBlank(source?.env ?? "") ? otherwise : `env:${trim(source?.env ?? "")}`;
};

export interface CheckedKeys {
  readonly keyId: string;
  /** `path:P`, `env:NAME`, for the public half also `derived`. */
  readonly privateSource: string;
  readonly publicSource: string;
}

/** Checks that a private key can sign and belongs to the public one, if there is one. @throws GaitError invalid_input. */
export function checkKeyPair(host: Host, sources: KeySources): CheckedKeys {
  if (sourceName(sources.private, "") === "") {
    throw invalidInput("private key source is required (--private-key or --private-key-env)");
  }
  const { key } = loadSigningKey(host, "prod", sources);
  return {
    keyId: key.publicKey.keyId,
    privateSource: sourceName(sources.private, ""),
    publicSource: sourceName(sources.public, "derived"),
  };
}

export interface ShownKey {
  readonly keyId: string;
  /** Padded base64 of the 32 raw bytes. */
  readonly publicKey: string;
  readonly source: string;
  /** What a workflow says to expect this key: an input of the verifying action. */
  readonly expect: string;
}

/** What may be told of a key: nothing private. @throws GaitError invalid_input. */
export function showKey(host: Host, sources: KeySources): ShownKey {
  const source = sourceName(sources.public, sourceName(sources.private, ""));
  if (source === "") throw invalidInput("key source is required (--public-key, --public-key-env, --private-key or --private-key-env)");
  const key = loadVerifyKey(host, sources);
  const publicKey = encodePublicKey(key);
  return { keyId: key.keyId, publicKey, source, expect: `public-key: ${publicKey} # key_id ${key.keyId}` };
}
