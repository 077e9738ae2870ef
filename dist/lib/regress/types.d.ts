/** What a regression is made of and what it ends with (spec 40 §2, §5). */
import type { JsonObject } from "../format/json.js";
import type { Time } from "../format/time.js";
import type { ContextChange, PackIdentity, RiskChange, ToolCallChange } from "../report/model.js";
import type { FixtureMetadata } from "./metadata.js";
/** Graders that run only when they are asked for (spec 40 §15 item 11). */
export declare const OPT_IN_GRADERS: readonly ["candidate_replay", "run_environment"];
export type OptInGrader = (typeof OPT_IN_GRADERS)[number];
export interface RegressOptions {
    /** Path of gait.yaml. */
    readonly config: string;
    /** Turns the context grader on for every fixture and enforces it. */
    readonly contextConformance: boolean;
    readonly allowContextRuntimeDrift: boolean;
    /** Graders that are not deterministic may run; none of today's needs it. */
    readonly allowNondeterministic?: boolean | undefined;
    /** Graders to run besides those that always do. */
    readonly extraGraders?: readonly OptInGrader[] | undefined;
    /** Folder of candidates: `<fixture>.zip`, else the pack whose run_id matches (spec 40 §13.1). */
    readonly candidates?: string | undefined;
    /** What a fixture without a candidate means when `candidates` is given. Default: fail. */
    readonly missingCandidate?: "fail" | "pass" | undefined;
    /** Names of fixtures to run; empty means all. */
    readonly only?: readonly string[] | undefined;
    readonly skip?: readonly string[] | undefined;
    /** Stop at the first fixture, by name, that fails or cannot be judged. */
    readonly failFast?: boolean | undefined;
    /** Fixtures are dealt out by SHA-256 of their name modulo `count`; `index` counts from 1 (spec 40 §12.4). */
    readonly shard?: {
        readonly index: number;
        readonly count: number;
    } | undefined;
    /** How many fixtures are judged side by side; the result is the same for every number. */
    readonly jobs?: number | undefined;
    /** Baselines and candidates may lie outside `root`, also through symbolic links (spec 40 §15 item 9). */
    readonly allowOutside?: boolean | undefined;
    /** Project root that paths are confined to; default: the working folder. */
    readonly root?: string | undefined;
    /** Also compare calls, context and risk, for reports. */
    readonly detail?: boolean | undefined;
    /** Show recorded arguments in the detail where both packs are raw. */
    readonly showArgs?: boolean | undefined;
    readonly onProgress?: ((done: number, total: number, fixture: string) => void) | undefined;
}
export type ContextConformance = "none" | "runtime_only" | "semantic" | "missing";
export interface GraderResult {
    /** `<fixture>/<grader>`. */
    readonly name: string;
    readonly status: "pass" | "fail";
    /** Trimmed, unique, sorted. */
    readonly reason_codes: readonly string[];
    readonly context_conformance?: ContextConformance;
    /** Keys in byte order. */
    readonly details: JsonObject;
}
/** `gait.regress.result` 1.0.0. */
export interface RegressResult {
    readonly schema_id: "gait.regress.result";
    readonly schema_version: "1.0.0";
    readonly created_at: Time;
    readonly producer_version: string;
    readonly fixture_set: string;
    readonly status: "pass" | "fail";
    /** Sorted by name, by bytes. */
    readonly graders: readonly GraderResult[];
}
export interface ConfigFixture {
    readonly name: string;
    readonly run_id: string;
    /** As the config has it; relative to the working folder. */
    readonly runpack: string;
}
export interface RegressConfig {
    readonly fixture_set: string;
    /** Sorted by name. */
    readonly fixtures: readonly ConfigFixture[];
}
/** The comparison that reports show. */
export interface FixtureDetail {
    readonly tool_calls: ToolCallChange[];
    readonly context: ContextChange;
    readonly risk: RiskChange;
}
export interface FixtureProblem {
    /** `fixture_unreadable`, `fixture_invalid` or `path_outside_project`. */
    readonly reason: string;
    readonly message: string;
    readonly exitCode: 2 | 6;
}
export interface FixtureOutcome {
    readonly fixture: ConfigFixture;
    /** Folder of the fixture's runpack, where fixture.json is. */
    readonly directory: string;
    /** As read and normalised; null where it could not be. */
    readonly metadata: FixtureMetadata | null;
    readonly baseline: PackIdentity | null;
    /** null when there was none to compare with (self comparison, missing or unreadable). */
    readonly candidate: PackIdentity | null;
    /** The candidate is the baseline itself: integrity, replay and edited expectations only. */
    readonly selfComparison: boolean;
    /** Empty for a fixture with a problem; the result file then has one entry that says so. */
    readonly graders: readonly GraderResult[];
    readonly detail: FixtureDetail | null;
    /** Why the fixture could not be judged. */
    readonly problem: FixtureProblem | null;
    /** `created_at` of the recorded run; null for a fixture with a problem. */
    readonly createdAt: Time | null;
    /** Remarks that decide nothing: fields without a meaning, entries that no digest covers. */
    readonly warnings: readonly string[];
}
export interface RegressRun {
    readonly config: RegressConfig;
    readonly result: RegressResult;
    /** Those that were run, in order of fixture names. */
    readonly fixtures: readonly FixtureOutcome[];
    /** How many fixtures were compared with themselves only: nothing new was tested there. */
    readonly selfComparisons: number;
    /** What a reader must know besides the result, one sentence each. */
    readonly warnings: readonly string[];
    /** 0 pass, 5 a grader failed, 6 or 2 a fixture could not be judged (which wins over 5). */
    readonly exitCode: 0 | 2 | 5 | 6;
}
