/** What a grader is: one question about a fixture, answered with pass or fail and the reasons (spec 40 §5.3). */
import type { JsonObject } from "../../format/json.js";
import type { Runpack } from "../../runpack/read.js";
import type { FixtureMetadata } from "../metadata.js";
import type { ContextConformance } from "../types.js";
/** The run that a fixture is compared with, or why there is none. */
export type Candidate = {
    readonly kind: "runpack";
    /** As the result names it. */
    readonly path: string;
    /** The very object of the baseline where the candidate is the baseline itself. */
    readonly pack: Runpack;
} | {
    /** `candidate_path_invalid`: not there; `candidate_runpack_invalid`: no sound runpack; `no_candidate`: none was recorded. */
    readonly kind: "candidate_path_invalid" | "candidate_runpack_invalid" | "no_candidate";
    readonly error: string;
};
/** Everything a grader may look at. */
export interface Subject {
    readonly metadata: FixtureMetadata;
    readonly baseline: Runpack;
    readonly candidate: Candidate;
    readonly context: {
        /** A flag or the fixture demands that the context conforms. */
        readonly enforced: boolean;
        readonly runtimeDriftAllowed: boolean;
    };
    /** Whether `no_candidate` passes. */
    readonly missingCandidatePasses: boolean;
}
export interface Grade {
    readonly status: "pass" | "fail";
    readonly reasons: readonly string[];
    readonly contextConformance?: ContextConformance;
    readonly details: JsonObject;
}
export interface Grader {
    readonly name: string;
    /** The same subject always gets the same grade. */
    readonly deterministic: boolean;
    grade(subject: Subject): Grade;
}
export declare const pass: (details: JsonObject, ...reasons: string[]) => Grade;
export declare const fail: (details: JsonObject, ...reasons: string[]) => Grade;
type Unusable = Exclude<Candidate, {
    kind: "runpack";
}>;
/** The grade of a comparison that has nothing to compare with. `reason` replaces the one for an unreadable candidate. */
export declare function gradeWithoutCandidate({ kind, error }: Unusable, subject: Subject, reason?: string): Grade;
export {};
