import type { Host } from "../format/host.js";
import { type ReadConfig } from "./config.js";
import { type Boundary } from "./paths.js";
import { type FixturePlan } from "./plan.js";
export interface OneFixtureOptions {
    /** Path of gait.yaml. */
    readonly config: string;
    readonly fixture: string;
    readonly allowOutside: boolean;
}
export interface OneFixture {
    readonly read: ReadConfig;
    readonly plan: FixturePlan;
    readonly boundary: Boundary;
}
/** @throws GaitError invalid_input where the config has no such fixture, or several. */
export declare function findFixture(host: Host, { config, fixture, allowOutside }: OneFixtureOptions): Promise<OneFixture>;
export interface CandidateChoice {
    /** Path of the candidate; it may lie anywhere, for who runs the command names it. "": look further. */
    readonly candidate: string;
    /** Folder of candidates, as of `regress run`. */
    readonly candidates: string | undefined;
    readonly allowOutside: boolean;
}
/** Path of the run to compare a fixture with. @throws GaitError invalid_input where there is none, or it is the fixture's own runpack. */
export declare function chooseCandidate(host: Host, { plan, boundary }: OneFixture, choice: CandidateChoice): Promise<string>;
