/** Verifying many artifacts in one process, one after another, so that memory stays that of the largest. */
import type { Host } from "../format/host.js";
import type { VerifiedArtifact } from "../report/model.js";
import { type ArtifactOptions } from "./artifact.js";
export interface VerifyManyOptions extends ArtifactOptions {
    /** Paths, run ids, folders and glob patterns. */
    readonly names: readonly string[];
    /** Accepts that nothing matches. */
    readonly allowEmpty: boolean;
    readonly onProgress?: ((done: number, total: number, path: string) => void) | undefined;
}
export interface VerifiedMany {
    /** Failures first, then what could not be read, then the rest; by path within each. */
    readonly artifacts: readonly VerifiedArtifact[];
    readonly verified: number;
    readonly failed: number;
    readonly unreadable: number;
    /** Files that a folder or pattern holds and that are no archives. */
    readonly skipped: number;
    /** 2 when any fails, else 6 when any cannot be read. */
    readonly exitCode: 0 | 2 | 6;
}
/** @throws GaitError invalid_input when nothing matches. */
export declare function verifyMany(host: Host, options: VerifyManyOptions): Promise<VerifiedMany>;
