import type { Host } from "../format/host.js";
import { type PublicKey, type Signature } from "../format/keys.js";
import { type HashMismatch, type OpenRunpack, type RunpackSource } from "./archive.js";
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
export declare function checkSignatures(signatures: readonly Signature[], digest: () => string, options: SignatureOptions): SignatureReport;
/** Canonical digest of a stored document without its `signatures`, unknown fields included. */
export declare function signedDigestOf(document: OpenRunpack["document"]): string;
/** Whether signatures are good enough: required ones must be verified, others must not have failed. */
export declare const signatureAccepted: (status: SignatureStatus, required: boolean | undefined) => boolean;
/** Signatures that claim the given key and don't hold, beside others that do: one valid signature must not hide them. */
export declare function hiddenSignatureFindings(signatures: readonly Signature[], digest: () => string, { publicKey }: Pick<SignatureOptions, "publicKey">): Finding[];
/**
 * Verifies digests and signatures of a runpack; with `contents` also what its files say.
 * @throws GaitError invalid_input for what is no runpack, verification_failed for duplicate entries.
 */
export declare const verifyRunpack: (host: Host, source: RunpackSource, options?: VerifyOptions) => Promise<RunpackVerification>;
