import type { Runpack } from "../runpack/read.js";
import { type FixtureMetadata } from "./metadata.js";
export interface Origin {
    readonly name: string;
    readonly runId: string;
    /** Path of the session chain that the run was found through, "" for none. */
    readonly sessionChain: string;
    readonly checkpointIndex: number;
}
/** The metadata of a new fixture: the run is expected to happen as it was recorded. */
export declare function deriveMetadata(pack: Runpack, origin: Origin): FixtureMetadata;
/**
 * The metadata of a fixture that is recorded anew. Sequences and digest are those of the new run; everything else stays as it was.
 * An expectation that had been taken out by hand (the old run would have given one) stays out.
 * @param previous the run that `old` was made from, where it can still be read.
 */
export declare function carryOver(old: FixtureMetadata, previous: Runpack | null, derived: FixtureMetadata): FixtureMetadata;
export interface SettingChange {
    readonly field: string;
    /** JSON text; "" for a field that is not set. */
    readonly before: string;
    readonly after: string;
}
/** The settings in which two versions of a fixture differ. */
export declare function changedSettings(old: FixtureMetadata, now: FixtureMetadata): SettingChange[];
/**
 * Names of the settings that someone had made by hand (the old run alone does not give them) and that `now` does not keep.
 * @param previous the run that `old` was made from; without it every setting counts as made by hand.
 */
export declare function lostSettings(old: FixtureMetadata, previous: Runpack | null, now: FixtureMetadata): string[];
