/** Verifying a pack: what is inside is what was sealed, and the parts agree with each other (spec 20 §11, §19.2). */
import { digestOf } from "../format/canonical.js";
import { GaitError, verificationFailed } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { compareBytes, equalHex, trim } from "../format/text.js";
import type { ZipArchive } from "../format/zip-reader.js";
import { isGuardArchive, verifyGuardArchive } from "../guard/verify.js";
import type { Finding } from "../runpack/finding.js";
import { assertStrictHasKey, isStrict, type ProfileOptions, requiresSignature } from "../runpack/profile.js";
import { checkSignatures, hiddenSignatureFindings, type SignatureReport, signatureAccepted, verifyRunpack } from "../runpack/verify.js";
import { checkDeclaredEntries, type DeclaredEntries } from "./declared.js";
import { packId, unsignedManifest } from "./manifest.js";
import { type OpenPack, type PackSource, readPackEntry, withContainer } from "./open.js";
import { type ProofLine, type ProvenEntry, proofDifferences, proofSignatureErrors, verifyProofChain } from "./proof.js";
import { ENTRY, manifestShape, type PackType } from "./records.js";
import { inexactFields } from "./unambiguous.js";
import { verifyRunContract } from "./verify-run.js";

export type VerifyPackOptions = ProfileOptions;

export interface PackVerification extends DeclaredEntries {
  readonly ok: boolean;
  /** As stored. */
  readonly packId: string;
  readonly packType: PackType | "guard";
  readonly sourceRef: string;
  /** Number of declared entries. */
  readonly filesChecked: number;
  readonly proofRecordsVerified: number;
  readonly signature: SignatureReport;
  /** Set for the two formats from before packs. */
  readonly legacyType?: "runpack" | "guard";
  /** What makes the pack fail besides missing, changed or undeclared files and signatures. */
  readonly failures: readonly Finding[];
  /** What the strict profile would refuse. */
  readonly warnings: readonly Finding[];
}

/**
 * Verifies a pack, a runpack or a guard evidence pack. Findings are collected; only what makes the rest meaningless stops it.
 * @throws GaitError verification_failed for duplicate entries, a manifest that breaks its rules, another pack id, a broken proof
 * chain, a broken payload contract, and for pack types whose contract this version doesn't know; invalid_input for what is no pack.
 */
export async function verifyPack(host: Host, source: PackSource, options: VerifyPackOptions = {}): Promise<PackVerification> {
  assertStrictHasKey(options);
  return withContainer(host, source, {
    runpack: () => verifyLegacyRunpack(host, source, options),
    pack: (opened) => verifyOpenPack(host, opened, options),
    malformed: (error, zip) => {
      if (!isGuardArchive(zip)) throw asVerificationFailure(error);
      return verifyLegacyGuard(zip, options);
    },
  });
}

/** The same error as one about the artifact rather than about the call. */
const asVerificationFailure = (error: GaitError): GaitError =>
  verificationFailed(error.message, { code: error.code, hint: error.hint, file: error.file, line: error.line, cause: error });

async function orVerificationFailure<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw error instanceof GaitError ? asVerificationFailure(error) : error;
  }
}

async function verifyOpenPack(host: Host, opened: OpenPack, options: VerifyPackOptions): Promise<PackVerification> {
  const { zip, manifest } = opened;
  assertPackId(opened);
  const declared = await checkDeclaredEntries(zip, manifest.contents, ENTRY.manifest);
  const chain = await readProofChain(opened, declared);
  const intact = isIntact(declared);
  const findings = [...manifestFindings(opened), ...(intact ? proofFindings(opened, chain) : [])];
  if (intact) findings.push(...(await contractFindings(host, opened, isStrict(options))));
  const { signature, warnings } = judgeSignatures(opened, chain ?? [], options);
  findings.push(...warnings);
  const failures = isStrict(options) ? findings : [];
  return {
    ok: intact && failures.length === 0 && signatureAccepted(signature.status, requiresSignature(options)),
    packId: manifest.pack_id,
    packType: manifest.pack_type,
    sourceRef: manifest.source_ref,
    filesChecked: manifest.contents.length,
    proofRecordsVerified: chain?.length ?? 0,
    ...declared,
    signature,
    failures,
    warnings: isStrict(options) ? [] : findings,
  };
}

function assertPackId({ manifest }: OpenPack): void {
  const expected = packId(manifest);
  if (!equalHex(manifest.pack_id, expected)) {
    throw verificationFailed(`pack_id mismatch: expected=${expected} actual=${manifest.pack_id}`, { code: "pack_id_mismatch" });
  }
}

const isIntact = ({ missingFiles, hashMismatches, undeclaredFiles }: DeclaredEntries): boolean =>
  missingFiles.length === 0 && hashMismatches.length === 0 && undeclaredFiles.length === 0;

/** The chain where it is there and not already known to be changed. */
async function readProofChain({ zip }: OpenPack, declared: DeclaredEntries): Promise<ProofLine[] | undefined> {
  if (!zip.entry(ENTRY.proof) || declared.hashMismatches.some((one) => one.path === ENTRY.proof)) return undefined;
  return orVerificationFailure(async () => verifyProofChain(readPackEntry(zip, ENTRY.proof)));
}

function manifestFindings({ manifest, document }: OpenPack): Finding[] {
  const findings: Finding[] = inexactFields(manifestShape, document).map((field) => ({
    code: "manifest_key_case",
    message: `${ENTRY.manifest} writes a field's name as ${field}`,
  }));
  if (trim(manifest.source_ref) !== manifest.source_ref) {
    findings.push({ code: "source_ref_blanks", message: `source_ref has blanks around it: ${JSON.stringify(manifest.source_ref)}` });
  }
  const paths = manifest.contents.map((entry) => entry.path).sort(compareBytes);
  const repeated = paths.find((path, index) => path === paths[index + 1]);
  if (repeated !== undefined) findings.push({ code: "contents_repeated", message: `the manifest declares ${repeated} more than once` });
  return findings;
}

function proofFindings({ zip, manifest }: OpenPack, chain: readonly ProofLine[] | undefined): Finding[] {
  if (!chain) return [{ code: "proof_records_missing", message: `there is no ${ENTRY.proof}: an old pack, or one that lost it` }];
  const entries: ProvenEntry[] = manifest.contents
    .filter((entry) => entry.path !== ENTRY.proof)
    .map((entry) => ({ ...entry, size: zip.entry(entry.path)?.size ?? 0 }));
  const subject = {
    packType: manifest.pack_type,
    sourceRef: trim(manifest.source_ref),
    producerVersion: trim(manifest.producer_version),
  };
  return proofDifferences(subject, entries, chain).map((message) => ({ code: "proof_records_mismatch", message }));
}

async function contractFindings(host: Host, opened: OpenPack, strict: boolean): Promise<Finding[]> {
  const { pack_type } = opened.manifest;
  if (pack_type !== "run") {
    throw verificationFailed(`this version of gait verifies run packs only; it cannot check the payload of a ${pack_type} pack`, {
      code: "pack_type_unsupported",
      hint: "Its files and its id are those of its manifest, but what they say was not checked. Use a gait that knows the type.",
    });
  }
  return orVerificationFailure(() => verifyRunContract(host, opened, strict));
}

function judgeSignatures(
  { manifest }: OpenPack,
  chain: readonly ProofLine[],
  options: VerifyPackOptions,
): { signature: SignatureReport; warnings: Finding[] } {
  const { publicKey } = options;
  const required = requiresSignature(options);
  const digest = () => digestOf(unsignedManifest(manifest));
  const report = checkSignatures(manifest.signatures, digest, { publicKey, requireSignature: required });
  if (!publicKey) return { signature: report, warnings: [] };
  const isSigned = manifest.signatures.length > 0 || chain.some(({ record }) => record.integrity.signature !== "");
  const errors = required || isSigned ? proofSignatureErrors(chain, publicKey) : [];
  const warnings = hiddenSignatureFindings(manifest.signatures, digest, options);
  if (errors.length === 0) return { signature: report, warnings };
  if (!required) {
    return { signature: report, warnings: [...warnings, ...errors.map((message) => ({ code: "proof_signature_invalid", message }))] };
  }
  return { signature: { ...report, status: "failed", errors: [...report.errors, ...errors].sort(compareBytes) }, warnings };
}

async function verifyLegacyRunpack(host: Host, source: PackSource, options: VerifyPackOptions): Promise<PackVerification> {
  const strict = isStrict(options);
  const contents = strict ? "enforce" : "warn";
  const result = await verifyRunpack(host, source, {
    publicKey: options.publicKey,
    requireSignature: requiresSignature(options),
    contents,
  });
  const { ok, missingFiles, hashMismatches, signature, filesChecked, findings } = result;
  return {
    ok,
    packId: result.manifestDigest,
    packType: "run",
    sourceRef: result.runId,
    filesChecked,
    proofRecordsVerified: 0,
    missingFiles,
    hashMismatches,
    undeclaredFiles: [],
    signature,
    legacyType: "runpack",
    failures: strict ? findings : [],
    warnings: strict ? [] : findings,
  };
}

async function verifyLegacyGuard(zip: ZipArchive, options: VerifyPackOptions): Promise<PackVerification> {
  const { runId, ...result } = await orVerificationFailure(() => verifyGuardArchive(zip, options));
  return { ...result, packType: "guard", sourceRef: runId, proofRecordsVerified: 0, undeclaredFiles: [], legacyType: "guard" };
}
