/**
 * `gait.ci.report` 1.0.0: the one value from which JUnit, SARIF, the pull request comment, the step summary, annotations,
 * GitLab code quality, metrics and JSON are rendered (spec 40 §12.4). Deterministic: same commits, same bytes; no wall clock.
 *
 * Everything textual in it may come from a hostile pull request. Renderers escape; nothing here is trusted.
 */
export declare const REPORT_SCHEMA_ID = "gait.ci.report";
export declare const REPORT_SCHEMA_VERSION = "1.0.0";
/** Which check made the report. `policy-test` follows with the policy area. */
export type ReportKind = "regress" | "verify";
/** `error`: the thing could not be judged at all (unreadable fixture, bad configuration); never a pass. */
export type Status = "pass" | "fail" | "error";
/** What can turn a check red (spec 40 §12.4 and §12.5). What a report shows but does not name here is only a warning. */
export type FailCondition = "error" | "tampered" | "unsigned" | "unknown-schema" | "key-changed" | "drift" | "removed-coverage" | "relaxed" | "verdict-relaxed" | "context-runtime" | "risk-increase";
/** A place in the repository, for annotations and SARIF. Paths are relative to the repository root, `/` separated. */
export interface Location {
    file: string;
    /** 1-based. */
    line: number;
}
export interface CiReport {
    schema_id: typeof REPORT_SCHEMA_ID;
    schema_version: typeof REPORT_SCHEMA_VERSION;
    producer_version: string;
    kind: ReportKind;
    status: Status;
    /** 0, or what the command ends with: 2, 5, 6. */
    exit_code: number;
    /** Which `fail-on` conditions were met, in the order of `FailCondition`; empty exactly where `status` is `pass`. */
    failed_on: FailCondition[];
    /** Commit that was judged; "" outside a repository. */
    head_sha: string;
    /** Commit that it was compared with; "" with the reason in `base_note` when there is none. */
    base_sha: string;
    base_note: string;
    /** Shard of a split run, `0/0` fields when unsplit. */
    shard: {
        index: number;
        count: number;
    };
    /** One line for a shell that does the same run again, made by `commandLine` of shell-word.ts: `npx gait regress run --candidates out --json`. */
    reproduce: string;
    projects: ProjectReport[];
    artifacts: VerifiedArtifact[];
    totals: Totals;
}
export interface Totals {
    projects: number;
    fixtures: number;
    fixtures_failed: number;
    fixtures_errored: number;
    /** Fixtures that were compared with themselves only: such a check compares nothing. */
    self_comparisons: number;
    graders: number;
    graders_failed: number;
    expectations_relaxed: number;
    coverage_removed: number;
    artifacts: number;
    artifacts_tampered: number;
    artifacts_unsigned: number;
}
/** One `working-directory` of the run. */
export interface ProjectReport {
    /** Path from the repository root, `.` for the root itself. */
    path: string;
    status: Status;
    /** Set when the project was not run because nothing in it changed. Never a pass. */
    skipped: boolean;
    fixture_set: string;
    config_file: string;
    /** sha256 of gait.yaml at head, "" where it could not be read. */
    config_digest: string;
    fixtures: FixtureReport[];
    fixtures_added: string[];
    fixtures_removed: RemovedFixture[];
    fixtures_changed: string[];
    /** What stopped the whole project (unreadable config, …). */
    problem: Problem | null;
}
/** A fixture of the base commit that the head commit no longer has: coverage that went away. */
export interface RemovedFixture {
    name: string;
    run_id: string;
    location: Location;
}
export interface Problem {
    /** Stable reason code, e.g. `config_invalid`, `fixture_unreadable`. */
    reason: string;
    message: string;
    location: Location | null;
}
export interface FixtureReport {
    name: string;
    run_id: string;
    status: Status;
    /** The fixture was compared with itself: no candidate was given. */
    self_comparison: boolean;
    graders: GraderReport[];
    baseline: PackIdentity | null;
    candidate: PackIdentity | null;
    /** Baseline against candidate, aligned; `same` entries included, in candidate order with removals in place. */
    tool_calls: ToolCallChange[];
    /** Where the sequence of verdicts differs from the expectation. */
    verdicts: VerdictChange[];
    context: ContextChange;
    risk: RiskChange;
    /** Changes of the expectations themselves between base and head commit. */
    expectation_changes: ExpectationChange[];
    problem: Problem | null;
    /** Folder of the fixture, from the repository root. */
    directory: string;
}
export interface PackIdentity {
    /** From the repository root. */
    path: string;
    run_id: string;
    manifest_digest: string;
    sha256: string;
}
export interface GraderReport {
    /** `schema_validation`, `expected_exit_code`, `trajectory`, `diff`, `context_conformance`. */
    name: string;
    status: "pass" | "fail";
    reason_codes: string[];
    /** One human sentence of what was expected and what happened; "" for a pass. */
    message: string;
    /** Cause: an element of an expected sequence, a field, the entry in gait.yaml. */
    location: Location | null;
}
export type CallChangeKind = "added" | "removed" | "args_changed" | "result_changed" | "status_changed" | "moved" | "same";
/** One recorded call as a change shows it. Digests are whole; renderers shorten them. */
export interface CallSide {
    /** 0-based position in its run. */
    index: number;
    intent_id: string;
    args_digest: string;
    status: string;
    result_digest: string;
    verdict: string;
    /** Canonical JSON text of the arguments, only where both packs are raw and the caller asked to show them; else "". */
    args: string;
}
export interface ToolCallChange {
    kind: CallChangeKind;
    tool: string;
    /** null for an added call. */
    left: CallSide | null;
    /** null for a removed call. */
    right: CallSide | null;
}
export interface VerdictChange {
    index: number;
    /** "" where one side ended. */
    expected: string;
    actual: string;
}
export interface ContextChange {
    classification: "none" | "runtime_only" | "semantic" | "missing";
    receipts: ReceiptChange[];
    /** Widest difference of `retrieved_at` between the two sides, seconds; 0 where nothing moved. */
    widest_age_change_seconds: number;
}
export interface ReceiptChange {
    kind: "added" | "removed" | "changed";
    ref_id: string;
    source_type: string;
    /** Content digests; "" on the missing side. */
    left_digest: string;
    right_digest: string;
}
export interface RiskChange {
    /** Highest score of any call on that side (tables of spec 50 §9). */
    baseline: number;
    candidate: number;
    /** Calls of the candidate that score above the baseline's highest, highest first. */
    causes: {
        index: number;
        tool: string;
        score: number;
    }[];
}
export type ExpectationClass = "tightened" | "relaxed" | "changed" | "rebaselined" | "removed";
export interface ExpectationChange {
    field: string;
    class: ExpectationClass;
    /** Shown forms of the values at base and at head; "" where there is none. */
    base: string;
    head: string;
    /** For `rebaselined`: base runpack against head runpack. */
    tool_calls: ToolCallChange[];
    location: Location | null;
}
/** One artifact that `gait-verify` looked at. */
export interface VerifiedArtifact {
    path: string;
    kind: "runpack" | "pack" | "guard" | "trace" | "session_chain" | "unknown";
    /** Pack id, manifest digest, trace id …; "" where unreadable. */
    id: string;
    status: Status;
    files_checked: number;
    missing_files: string[];
    hash_mismatches: {
        path: string;
        expected: string;
        actual: string;
    }[];
    undeclared_files: string[];
    duplicate_entries: string[];
    signature_status: string;
    signature_errors: string[];
    key_ids: string[];
    warnings: string[];
    problem: Problem | null;
    /** Against the base commit. `new`: not there; `same`; otherwise what changed. */
    change: "new" | "same" | "changed" | "key_changed" | "signature_lost" | "unknown";
}
