import type { Host } from "../format/host.js";
import { type SettingChange } from "./expectations.js";
import { type CandidateChoice, type OneFixtureOptions } from "./one-fixture.js";
import type { FixtureDetail } from "./types.js";
export interface AcceptOptions extends OneFixtureOptions, CandidateChoice {
    readonly showArgs: boolean;
}
export interface AcceptedRun {
    readonly fixture: string;
    readonly candidate: string;
    readonly runpack: string;
    readonly runId: string;
    readonly previousRunId: string;
    /** The old run against the new one; null where the old one can no longer be read. */
    readonly detail: FixtureDetail | null;
    readonly settings: readonly SettingChange[];
    readonly warnings: readonly string[];
}
/**
 * Replaces runpack, sequences and digest of a fixture by those of a candidate; everything else that it expects stays. All files are
 * replaced or none.
 * @throws GaitError invalid_input, or verification_failed for a candidate with duplicate entries.
 */
export declare const acceptCandidate: (host: Host, options: AcceptOptions) => Promise<AcceptedRun>;
