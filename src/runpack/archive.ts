import { GaitError, invalidInput, withPrefix, withPrefixAsync } from "../format/errors.js";
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
  /** The archive's bytes; closed with it. */
  readonly source: ByteSource;
}

const byteSource = (host: Host, source: RunpackSource): ByteSource =>
  typeof source === "string" ? fileSource(host, source) : bytesSource(source);

/** Opens an archive and refuses duplicate entries before anything else is looked at. The caller closes it. */
export const openArchive = (host: Host, source: RunpackSource): ZipArchive => openSource(byteSource(host, source));

function openSource(source: ByteSource): ZipArchive {
  const zip = openZip(source);
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

/** What damage to the archive itself is called; limits that are passed keep their own codes. */
const DAMAGE_CODES: readonly string[] = ["zip_invalid", "zip_truncated", "zip_entry_corrupt"];

/** The same error under the code that tells what of a runpack is wrong; codes that say more are kept. */
function recoded(error: unknown, code: string, replaced: readonly string[] = []): unknown {
  if (!(error instanceof GaitError) || !(error.code === error.category || replaced.includes(error.code))) return error;
  const { category, message, hint, retryable, file, line } = error;
  return new GaitError(category, message, { code, hint, retryable, file, line, cause: error });
}

/** Runs `action`; its parse errors leave with `code`, led by `label`. */
export function withParseCode<T>(label: string, code: string, action: () => T): T {
  try {
    return withPrefix(label, action);
  } catch (error) {
    throw recoded(error, code);
  }
}

/**
 * Opens a runpack up to its manifest; nothing is verified yet. `label` leads parse errors, e.g. `parse manifest`.
 * @throws GaitError: `runpack_unreadable`, `runpack_missing_entry`, `runpack_manifest_invalid`, `runpack_duplicate_entries`, or the
 * code of a limit of the zip reader.
 */
export async function withRunpack<T>(
  host: Host,
  source: RunpackSource,
  label: string,
  use: (opened: OpenRunpack) => T | Promise<T>,
): Promise<T> {
  try {
    return await withOpenRunpack(byteSource(host, source), label, use);
  } catch (error) {
    throw recoded(error, "runpack_unreadable", DAMAGE_CODES);
  }
}

async function withOpenRunpack<T>(source: ByteSource, label: string, use: (opened: OpenRunpack) => T | Promise<T>): Promise<T> {
  const zip = openSource(source);
  try {
    const bytes = readEntry(zip, MANIFEST_FILE);
    const { document, manifest } = withParseCode(label, "runpack_manifest_invalid", () => {
      const parsed = parseJsonDocument(bytes);
      return { document: parsed, manifest: decodeDocument(manifestShape, parsed) };
    });
    checkManifest(manifest);
    return await use({ zip, manifest, document, source });
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
    const actual = await withPrefixAsync(`hash ${path}`, () => zip.hash(entry));
    if (!equalHex(sha256, actual)) mismatches.push({ path, expected: sha256, actual });
  }
  for (const name of CORE_FILES) if (!listed.some((file) => file.path === name)) missing.push(name);
  const digest = manifestDigest(manifest);
  if (!equalHex(manifest.manifest_digest, digest)) {
    mismatches.push({ path: MANIFEST_FILE, expected: manifest.manifest_digest, actual: digest });
  }
  return { missingFiles: missing.sort(compareBytes), hashMismatches: mismatches.sort((a, b) => compareBytes(a.path, b.path)) };
}

/** Entries of the archive that the manifest doesn't declare, in archive order. */
export function undeclaredFiles({ zip, manifest }: OpenRunpack): string[] {
  const declared = new Set([MANIFEST_FILE, ...(manifest.files ?? []).map((file) => file.path)]);
  return zip.entries.map((entry) => entry.name).filter((name) => !declared.has(name));
}
