import type { Host } from "../format/host.js";
export interface ImportOptions {
    /** Path, run id or session chain; for `add` also a capture receipt. */
    readonly from: string;
    /** "": derived from the run id. */
    readonly name: string;
    /** Which checkpoint of a session chain; undefined: the receipt's, else the latest. */
    readonly checkpoint: string | undefined;
    /** Keep what was set by hand in an existing fixture of that name. */
    readonly merge: boolean;
    /** Whether a `.json` may be a capture receipt. */
    readonly receipts: boolean;
}
export interface ImportedFixture {
    /** Of the runpack. */
    readonly runId: string;
    readonly name: string;
    readonly folder: string;
    readonly runpack: string;
    readonly config: string;
    readonly warnings: readonly string[];
}
/**
 * Imports a run as a fixture and makes gait.yaml anew from `fixtures/`.
 * @throws GaitError verification_failed for duplicate entries and for an artifact that is not the captured one; invalid_input otherwise.
 */
export declare function importFixture(host: Host, options: ImportOptions): Promise<ImportedFixture>;
