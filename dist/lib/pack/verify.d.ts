import type { Host } from "../format/host.js";
import type { Finding } from "../runpack/finding.js";
import { type ProfileOptions } from "../runpack/profile.js";
import { type SignatureReport } from "../runpack/verify.js";
import { type DeclaredEntries } from "./declared.js";
import { type PackSource } from "./open.js";
import { type PackType } from "./records.js";
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
export declare function verifyPack(host: Host, source: PackSource, options?: VerifyPackOptions): Promise<PackVerification>;
