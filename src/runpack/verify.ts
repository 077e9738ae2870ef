/** Verifying a runpack: findings are collected, only unreadable ones stop it (spec 10 §9.1). */
import { digestOf } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type JsonObject, toJson } from "../format/json.js";
import { type PublicKey, type Signature, verifyDigest } from "../format/keys.js";
import { compareBytes } from "../format/text.js";
import { checkIntegrity, type HashMismatch, type OpenRunpack, type RunpackSource, undeclaredFiles, withRunpack } from "./archive.js";
import { contentFindings } from "./contents.js";
import type { Finding } from "./finding.js";
import type { ManifestRecord } from "./records.js";

export type SignatureStatus = "missing" | "skipped" | "verified" | "failed";

export interface SignatureReport {
  readonly status: SignatureStatus;
  /** Sorted. */
  readonly errors: readonly string[];
  readonly total: number;
  readonly valid: number;
  /** Key ids of the signatures that hold. */
  readonly verifiedKeyIds: readonly string[];
}

export interface SignatureOptions {
  readonly publicKey?: PublicKey | undefined;
  readonly requireSignature?: boolean | undefined;
}

export interface VerifyOptions extends SignatureOptions {
  /**
   * Also look into what the files say. `warn`: findings don't touch the verdict; `enforce`: none may be left, and a broken
   * signature of the given key counts as one.
   */
  readonly contents?: "warn" | "enforce" | undefined;
}

export interface RunpackVerification {
  readonly ok: boolean;
  readonly runId: string;
  /** As stored. */
  readonly manifestDigest: string;
  readonly captureMode: string;
  readonly filesChecked: number;
  readonly missingFiles: readonly string[];
  readonly hashMismatches: readonly HashMismatch[];
  readonly signature: SignatureReport;
  readonly signatures: readonly Signature[];
  readonly manifest: ManifestRecord;
  /** Entries of the archive that the manifest doesn't declare. */
  readonly undeclaredFiles: readonly string[];
  /** What is doubtful though every digest holds; empty unless contents were looked into. */
  readonly findings: readonly Finding[];
}

/**
 * Tries every signature over the document whose canonical digest is `digest` (spec 10 §9.1 step 6, spec 20 §11 step 9).
 * One valid signature makes the status `verified`; the others only add to the errors.
 */
export function checkSignatures(signatures: readonly Signature[], digest: () => string, options: SignatureOptions): SignatureReport {
  const total = signatures.length;
  const report = (status: SignatureStatus, errors: string[], verifiedKeyIds: string[] = []): SignatureReport => ({
    status,
    errors: errors.sort(compareBytes),
    total,
    valid: verifiedKeyIds.length,
    verifiedKeyIds,
  });
  if (total === 0) return report("missing", options.requireSignature ? ["manifest has no signatures"] : []);
  const key = options.publicKey;
  if (!key) return report("skipped", ["public key not configured"]);
  const errors: string[] = [];
  const valid: string[] = [];
  const signed = digest();
  for (const signature of signatures) {
    try {
      if (verifyDigest(key, signature, signed)) valid.push(key.keyId);
      else errors.push("signature verification failed");
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
      errors.push(error.message);
    }
  }
  return report(valid.length > 0 ? "verified" : "failed", errors, valid);
}

/** Canonical digest of a stored document without its `signatures`, unknown fields included. */
export function signedDigestOf(document: OpenRunpack["document"]): string {
  const { signatures: _, ...rest } = toJson(document.root) as JsonObject;
  return digestOf(rest);
}

/** Whether signatures are good enough: required ones must be verified, others must not have failed. */
export const signatureAccepted = (status: SignatureStatus, required: boolean | undefined): boolean =>
  required ? status === "verified" : status !== "failed";

/** Signatures that claim the given key and don't hold, beside others that do: one valid signature must not hide them. */
export function hiddenSignatureFindings(
  signatures: readonly Signature[],
  digest: () => string,
  { publicKey }: Pick<SignatureOptions, "publicKey">,
): Finding[] {
  if (!publicKey) return [];
  const claimed = signatures.filter(({ key_id }) => key_id === "" || key_id === publicKey.keyId);
  const report = checkSignatures(claimed, digest, { publicKey });
  return report.valid === 0 ? [] : report.errors.map((message) => ({ code: "signature_invalid", message }));
}

/**
 * Verifies digests and signatures of a runpack; with `contents` also what its files say.
 * @throws GaitError invalid_input for what is no runpack, verification_failed for duplicate entries.
 */
export const verifyRunpack = (host: Host, source: RunpackSource, options: VerifyOptions = {}): Promise<RunpackVerification> =>
  withRunpack(host, source, "parse manifest.json", async (opened) => {
    const { manifest, document } = opened;
    const { missingFiles, hashMismatches } = await checkIntegrity(opened);
    const isIntact = missingFiles.length === 0 && hashMismatches.length === 0;
    const digest = () => signedDigestOf(document);
    const signature = checkSignatures(manifest.signatures, digest, options);
    const findings = [
      ...(isIntact && options.contents ? contentFindings(opened, options.contents === "enforce") : []),
      ...(options.contents ? hiddenSignatureFindings(manifest.signatures, digest, options) : []),
    ];
    const isClean = options.contents !== "enforce" || findings.length === 0;
    return {
      ok: isIntact && isClean && signatureAccepted(signature.status, options.requireSignature),
      runId: manifest.run_id,
      manifestDigest: manifest.manifest_digest,
      captureMode: manifest.capture_mode,
      filesChecked: manifest.files?.length ?? 0,
      missingFiles,
      hashMismatches,
      signature,
      signatures: manifest.signatures,
      manifest,
      undeclaredFiles: undeclaredFiles(opened),
      findings,
    };
  });
