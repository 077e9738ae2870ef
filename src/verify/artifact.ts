/** Verifying one artifact of whatever kind, as a row of a report. */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { PublicKey } from "../format/keys.js";
import { bytesSource, fileSource, openZip } from "../format/zip-reader.js";
import { verifyPack } from "../pack/verify.js";
import type { VerifiedArtifact } from "../report/model.js";
import type { RunpackSource } from "../runpack/archive.js";
import type { Finding } from "../runpack/finding.js";
import type { Profile } from "../runpack/profile.js";
import { type SignatureReport, verifyRunpack } from "../runpack/verify.js";

export interface ArtifactOptions {
  readonly publicKey?: PublicKey | undefined;
  readonly requireSignature: boolean;
  /** Strict also refuses what is doubtful though every digest holds. */
  readonly profile: Profile;
}

const PACK_MANIFEST = "pack_manifest.json";

/** A row about which nothing is known yet. */
const blankRow = (path: string): VerifiedArtifact => ({
  path,
  kind: "unknown",
  id: "",
  status: "error",
  files_checked: 0,
  missing_files: [],
  hash_mismatches: [],
  undeclared_files: [],
  duplicate_entries: [],
  signature_status: "",
  signature_errors: [],
  key_ids: [],
  warnings: [],
  problem: null,
  change: "unknown",
});

/** The row of an artifact that could not be judged, or that is refused outright. */
export const problemRow = (path: string, error: GaitError): VerifiedArtifact => ({
  ...blankRow(path),
  status: error.category === "verification_failed" ? "fail" : "error",
  problem: { reason: error.code, message: error.message, location: null },
});

const signatureFields = ({ status, errors, verifiedKeyIds }: SignatureReport) => ({
  signature_status: status,
  signature_errors: [...errors],
  key_ids: [...new Set(verifiedKeyIds)],
});

const messages = (findings: readonly Finding[]): string[] => findings.map((finding) => finding.message);

async function runpackRow(host: Host, path: string, source: RunpackSource, options: ArtifactOptions): Promise<VerifiedArtifact> {
  const isStrict = options.profile === "strict";
  const result = await verifyRunpack(host, source, {
    publicKey: options.publicKey,
    requireSignature: options.requireSignature || isStrict,
    contents: isStrict ? "enforce" : "warn",
  });
  return {
    ...blankRow(path),
    kind: "runpack",
    id: result.manifestDigest,
    status: result.ok ? "pass" : "fail",
    files_checked: result.filesChecked,
    missing_files: [...result.missingFiles],
    hash_mismatches: [...result.hashMismatches],
    undeclared_files: [...result.undeclaredFiles],
    ...signatureFields(result.signature),
    warnings: messages(result.findings),
  };
}

async function packRow(host: Host, path: string, source: RunpackSource, options: ArtifactOptions): Promise<VerifiedArtifact> {
  const result = await verifyPack(host, source, options);
  return {
    ...blankRow(path),
    kind: result.packType === "guard" ? "guard" : "pack",
    id: result.packId,
    status: result.ok ? "pass" : "fail",
    files_checked: result.filesChecked,
    missing_files: [...result.missingFiles],
    hash_mismatches: [...result.hashMismatches],
    undeclared_files: [...result.undeclaredFiles],
    ...signatureFields(result.signature),
    warnings: messages([...result.failures, ...result.warnings]),
  };
}

/** Files up to this size are read at once: one read instead of dozens. */
const WHOLE_FILE = 1_048_576;

/** The file's content where it is small, otherwise its path. */
function contentOrPath(host: Host, path: string): RunpackSource {
  const file = fileSource(host, path);
  try {
    return file.size <= WHOLE_FILE ? file.read(0, file.size) : path;
  } finally {
    file.close();
  }
}

/** What tells the kinds apart, and what makes an archive ambiguous. */
function lookInto(host: Host, source: RunpackSource): { readonly isPack: boolean; readonly duplicates: string[] } {
  const zip = openZip(typeof source === "string" ? fileSource(host, source) : bytesSource(source));
  try {
    return { isPack: zip.entry(PACK_MANIFEST) !== undefined, duplicates: zip.duplicates() };
  } finally {
    zip.close();
  }
}

/** Verifies one runpack or pack. What is wrong with it becomes its row; only bugs are thrown. */
export async function verifyArtifact(host: Host, path: string, options: ArtifactOptions): Promise<VerifiedArtifact> {
  let isPack = false;
  let duplicates: string[] = [];
  try {
    const source = contentOrPath(host, path);
    ({ isPack, duplicates } = lookInto(host, source));
    return isPack ? await packRow(host, path, source, options) : await runpackRow(host, path, source, options);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return { ...problemRow(path, error), kind: isPack ? "pack" : "unknown", duplicate_entries: duplicates };
  }
}
