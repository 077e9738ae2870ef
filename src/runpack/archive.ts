/** Opening a runpack archive and judging what its manifest says of it (spec 10 §9.1, §9.2). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type JsonDocument, parseJsonDocument } from "../format/json.js";
import { decodeDocument } from "../format/shape.js";
import { compareBytes, equalHex } from "../format/text.js";
import { assertNoDuplicates, type ByteSource, bytesSource, fileSource, openZip, type ZipArchive } from "../format/zip-reader.js";
import { CORE_FILES, MANIFEST_FILE, type ManifestRecord, manifestDigest, manifestShape, SCHEMA_ID, SCHEMA_VERSION } from "./records.js";

/** A runpack: a path that the host resolves, or bytes that are already here. */
export type RunpackSource = string | Uint8Array;

export interface OpenRunpack {
  readonly zip: ZipArchive;
  readonly manifest: ManifestRecord;
  /** The manifest as its text says it, unknown fields included: what signatures cover. */
  readonly document: JsonDocument;
}

const byteSource = (host: Host, source: RunpackSource): ByteSource =>
  typeof source === "string" ? fileSource(host, source) : bytesSource(source);

/** Opens an archive and refuses duplicate entries before anything else is looked at. The caller closes it. */
export function openArchive(host: Host, source: RunpackSource): ZipArchive {
  const zip = openZip(byteSource(host, source));
  try {
    assertNoDuplicates(zip);
    return zip;
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Content of a required entry. @throws GaitError invalid_input `missing X`. */
export function readEntry(zip: ZipArchive, name: string): Uint8Array {
  const entry = zip.entry(name);
  if (!entry) throw invalidInput(`missing ${name}`, { code: "runpack_missing_entry" });
  return withPrefix(`read ${name}`, () => zip.read(entry));
}

function checkManifest(manifest: ManifestRecord): void {
  const refuse = (message: string) => invalidInput(message, { code: "runpack_manifest_invalid" });
  if (manifest.schema_id !== SCHEMA_ID.manifest) throw refuse(`manifest schema_id must be ${SCHEMA_ID.manifest}`);
  if (manifest.schema_version !== SCHEMA_VERSION) throw refuse(`manifest schema_version must be ${SCHEMA_VERSION}`);
  if (manifest.run_id === "") throw refuse("manifest missing run_id");
}

/** Opens a runpack up to its manifest; nothing is verified yet. `label` leads parse errors, e.g. `parse manifest`. */
export async function withRunpack<T>(
  host: Host,
  source: RunpackSource,
  label: string,
  use: (opened: OpenRunpack) => T | Promise<T>,
): Promise<T> {
  const zip = openArchive(host, source);
  try {
    const bytes = readEntry(zip, MANIFEST_FILE);
    const document = withPrefix(label, () => parseJsonDocument(bytes));
    const manifest = withPrefix(label, () => decodeDocument(manifestShape, document));
    checkManifest(manifest);
    return await use({ zip, manifest, document });
  } finally {
    zip.close();
  }
}

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
export async function checkIntegrity({ zip, manifest }: OpenRunpack): Promise<Integrity> {
  const missing: string[] = [];
  const mismatches: HashMismatch[] = [];
  const listed = manifest.files ?? [];
  for (const { path, sha256 } of listed) {
    const entry = zip.entry(path);
    if (!entry) {
      missing.push(path);
      continue;
    }
    const actual = await hashEntry(zip, path, entry);
    if (!equalHex(sha256, actual)) mismatches.push({ path, expected: sha256, actual });
  }
  for (const name of CORE_FILES) if (!listed.some((file) => file.path === name)) missing.push(name);
  const digest = manifestDigest(manifest);
  if (!equalHex(manifest.manifest_digest, digest)) {
    mismatches.push({ path: MANIFEST_FILE, expected: manifest.manifest_digest, actual: digest });
  }
  return { missingFiles: missing.sort(compareBytes), hashMismatches: mismatches.sort((a, b) => compareBytes(a.path, b.path)) };
}

async function hashEntry(zip: ZipArchive, name: string, entry: ReturnType<ZipArchive["entry"]> & object): Promise<string> {
  try {
    return await zip.hash(entry);
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed(`hash ${name}`) : error;
  }
}

/** sha256 hex of a whole artifact, as fixtures and packs name it. */
export const fileDigest = (bytes: Uint8Array): string => sha256Hex(bytes);
