import type { Host } from "../format/host.js";
import type { ZipArchive } from "../format/zip-reader.js";
import { type DeclaredEntries } from "../pack/declared.js";
import { type RunpackSource } from "../runpack/archive.js";
import type { Finding } from "../runpack/finding.js";
import { type ProfileOptions } from "../runpack/profile.js";
import { type SignatureReport } from "../runpack/verify.js";
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
export declare function verifyGuardArchive(zip: ZipArchive, options: GuardVerifyOptions): Promise<GuardVerification>;
/** Whether an archive holds a manifest that claims to be one of a guard pack, whatever else is wrong with it. */
export declare function isGuardArchive(zip: ZipArchive): boolean;
/**
 * Verifies a guard evidence pack.
 * @throws GaitError verification_failed for duplicate entries, invalid_input for what is no guard pack.
 */
export declare function verifyGuardPack(host: Host, source: RunpackSource, options?: GuardVerifyOptions): Promise<GuardVerification>;
