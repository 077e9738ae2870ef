import type { Host } from "../format/host.js";
import type { PackSource } from "./open.js";
import { type PackVerification } from "./verify.js";
export interface IntegrityReport {
    readonly ok: boolean;
    /** Why not, one sentence; "" where it is ok. */
    readonly reason: string;
}
/** Verifies without a key: a signature that is there is not looked at. */
export declare function reportIntegrity(host: Host, source: PackSource): Promise<IntegrityReport>;
/** Why a verification failed, in one sentence. */
export declare function describeFailure(verification: PackVerification): string;
