/** Archives as a regression reads them: each once, whole, digested (spec 40 §5.1 step 2, §15 item 10). */
import type { BigIntStats } from "node:fs";
import { type Host } from "../format/host.js";
import type { PackIdentity } from "../report/model.js";
import { type Runpack } from "../runpack/read.js";
export interface LoadedPack {
    readonly identity: PackIdentity;
    readonly pack: Runpack;
}
/** @throws GaitError invalid_input `stat X: no such file or directory`. */
export declare const statFile: (host: Host, file: string) => BigIntStats;
/** Whether two names lead to one file, also by hard links. */
export declare const isSameFile: (a: BigIntStats, b: BigIntStats) => boolean;
/** Reads a sound runpack. @throws GaitError as `readRunpack`. */
export declare function loadRunpack(host: Host, file: string): Promise<LoadedPack>;
/**
 * Reads a runpack, or the one inside a PackSpec pack. The identity's digest is of the file, its manifest digest of the runpack.
 * @throws GaitError: the complaint about the file as a runpack where it is neither.
 */
export declare function loadRunpackOrPack(host: Host, file: string): Promise<LoadedPack>;
