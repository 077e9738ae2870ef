/** What a manifest declares against what the archive holds: packs and guard packs alike (spec 20 §11 steps 5 and 6). */
import { GaitError } from "../format/errors.js";
import { compareBytes, equalHex } from "../format/text.js";
import type { ZipArchive, ZipEntry } from "../format/zip-reader.js";
import type { HashMismatch } from "../runpack/archive.js";

export interface DeclaredEntries {
  /** Sorted. */
  readonly missingFiles: readonly string[];
  /** Sorted by path. An entry that cannot be read is one, its `actual` saying why. */
  readonly hashMismatches: readonly HashMismatch[];
  /** Entries of the archive that the manifest is silent about; sorted. */
  readonly undeclaredFiles: readonly string[];
}

/** Compares every declared digest with the archive's content. Nothing is extracted, so names are only reported. */
export async function checkDeclaredEntries(
  zip: ZipArchive,
  contents: readonly { readonly path: string; readonly sha256: string }[],
  manifestName: string,
): Promise<DeclaredEntries> {
  const missing: string[] = [];
  const mismatches: HashMismatch[] = [];
  for (const { path, sha256 } of contents) {
    const entry = zip.entry(path);
    if (!entry) {
      missing.push(path);
      continue;
    }
    const actual = await contentDigest(zip, entry);
    if (!equalHex(sha256, actual)) mismatches.push({ path, expected: sha256, actual });
  }
  const declared = new Set([manifestName, ...contents.map((entry) => entry.path)]);
  return {
    missingFiles: missing.sort(compareBytes),
    hashMismatches: mismatches.sort((a, b) => compareBytes(a.path, b.path)),
    undeclaredFiles: zip.entries
      .map((entry) => entry.name)
      .filter((name) => !declared.has(name))
      .sort(compareBytes),
  };
}

/** A corrupt entry is a finding about it, not a failure to read the pack (spec 20 §19.1). */
async function contentDigest(zip: ZipArchive, entry: ZipEntry): Promise<string> {
  try {
    return await zip.hash(entry);
  } catch (error) {
    if (!(error instanceof GaitError && error.code.startsWith("zip_"))) throw error;
    return `unreadable: ${error.message}`;
  }
}
