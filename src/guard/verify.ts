/** Verifying a guard evidence pack (spec 20 §16.4, §19.3). */
import { digestOf } from "../format/canonical.js";
import { GaitError, withPrefix } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { parseJsonDocument } from "../format/json.js";
import { decodeDocument } from "../format/shape.js";
import { equalHex } from "../format/text.js";
import type { ZipArchive } from "../format/zip-reader.js";
import { checkDeclaredEntries, type DeclaredEntries } from "../pack/declared.js";
import { assertNoRepeatedKeys } from "../pack/unambiguous.js";
import { openArchive, type RunpackSource, readEntry } from "../runpack/archive.js";
import type { Finding } from "../runpack/finding.js";
import { assertStrictHasKey, isStrict, type ProfileOptions, requiresSignature } from "../runpack/profile.js";
import { checkSignatures, hiddenSignatureFindings, type SignatureReport, signatureAccepted } from "../runpack/verify.js";
import { GUARD_SCHEMA_ID, GUARD_SCHEMA_VERSION, type GuardManifest, guardManifestShape, guardPackId } from "./records.js";

const MANIFEST_FILE = "pack_manifest.json";

export type GuardVerifyOptions = ProfileOptions;

export interface GuardVerification extends DeclaredEntries {
  readonly ok: boolean;
  readonly packId: string;
  readonly runId: string;
  /** Number of declared entries. */
  readonly filesChecked: number;
  readonly signature: SignatureReport;
  /** What makes the pack fail besides missing or changed files and signatures. */
  readonly failures: readonly Finding[];
  /** What the strict profile would refuse. */
  readonly warnings: readonly Finding[];
}

/**
 * Verifies the evidence pack in an open archive.
 * @throws GaitError invalid_input when its manifest cannot be read or parsed.
 */
export async function verifyGuardArchive(zip: ZipArchive, options: GuardVerifyOptions): Promise<GuardVerification> {
  const unknown: string[] = [];
  const bytes = readEntry(zip, MANIFEST_FILE);
  const manifest = withPrefix("parse pack manifest", () => {
    const document = parseJsonDocument(bytes);
    assertNoRepeatedKeys(document);
    return decodeDocument(guardManifestShape, document, { onUnknown: (path) => unknown.push(path) });
  });
  const contents = manifest.contents ?? [];
  const declared = await checkDeclaredEntries(zip, contents, MANIFEST_FILE);
  const strict = isStrict(options);
  const required = requiresSignature(options);
  const digest = () => digestOf(guardManifestShape.encode({ ...manifest, signatures: [] }));
  const signature = checkSignatures(manifest.signatures, digest, { publicKey: options.publicKey, requireSignature: required });
  const { always, strictly } = findings(manifest, unknown, declared);
  strictly.push(...hiddenSignatureFindings(manifest.signatures, digest, options));
  const failures = strict ? [...always, ...strictly] : always;
  const intact = declared.missingFiles.length === 0 && declared.hashMismatches.length === 0;
  return {
    ok: intact && failures.length === 0 && signatureAccepted(signature.status, required),
    packId: manifest.pack_id,
    runId: manifest.run_id,
    filesChecked: contents.length,
    ...declared,
    signature,
    failures,
    warnings: strict ? [] : strictly,
  };
}

function findings(manifest: GuardManifest, unknown: readonly string[], declared: DeclaredEntries) {
  const always: Finding[] = [];
  const strictly: Finding[] = [];
  const { schema_id, schema_version, pack_id } = manifest;
  if (schema_id !== GUARD_SCHEMA_ID || schema_version !== GUARD_SCHEMA_VERSION) {
    always.push({
      code: "guard_schema_unknown",
      message: `not a ${GUARD_SCHEMA_ID} ${GUARD_SCHEMA_VERSION}: ${schema_id} ${schema_version}`,
    });
  }
  const expected = guardPackId(manifest);
  if (!equalHex(pack_id, expected)) {
    always.push({ code: "guard_pack_id_mismatch", message: `pack_id mismatch: expected=${expected} actual=${pack_id}` });
  }
  for (const path of declared.undeclaredFiles) {
    strictly.push({ code: "guard_undeclared_file", message: `the manifest doesn't declare ${JSON.stringify(path)}` });
  }
  for (const path of unknown) {
    strictly.push({ code: "guard_unknown_field", message: `the manifest has an unknown field, which no signature covers: ${path}` });
  }
  return { always, strictly };
}

/** Whether an archive holds a manifest that claims to be one of a guard pack, whatever else is wrong with it. */
export function isGuardArchive(zip: ZipArchive): boolean {
  try {
    const { root } = parseJsonDocument(readEntry(zip, MANIFEST_FILE));
    if (root.kind !== "object") return false;
    return root.members.some(({ key, value }) => key === "schema_id" && value.kind === "string" && value.value === GUARD_SCHEMA_ID);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return false;
  }
}

/**
 * Verifies a guard evidence pack.
 * @throws GaitError verification_failed for duplicate entries, invalid_input for what is no guard pack.
 */
export async function verifyGuardPack(host: Host, source: RunpackSource, options: GuardVerifyOptions = {}): Promise<GuardVerification> {
  assertStrictHasKey(options);
  const zip = openArchive(host, source);
  try {
    return await verifyGuardArchive(zip, options);
  } finally {
    zip.close();
  }
}
