import type { Runpack } from "../runpack/read.js";
export interface ChangedRecord {
    /** Intent id or ref id; the second record of one id is `id (2)`. */
    readonly id: string;
    /** Names of the fields that differ, sorted. */
    readonly fields: readonly string[];
}
export interface SectionDiff {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly ChangedRecord[];
}
export interface ContentDiff {
    readonly intents: SectionDiff;
    readonly results: SectionDiff;
    readonly receipts: SectionDiff;
}
/** Compares the records of two runs by their ids. */
export declare function diffContents(left: Runpack, right: Runpack): ContentDiff;
