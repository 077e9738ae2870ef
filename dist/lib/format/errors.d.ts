/**
 * The one error type of the engine and the table that turns its category into a process exit code.
 *
 * Source: spec 10 §0.1, spec 50 §3.
 */
/** What kind of failure it was; the category alone decides the exit code. */
export type ErrorCategory = "invalid_input" | "verification_failed" | "policy_blocked" | "approval_required" | "regress_failed" | "dependency_missing" | "unsafe_operation" | "io_failure" | "state_contention" | "network_transient" | "network_permanent" | "internal_failure";
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
/** The exit code that a failure of this category ends the process with. */
export declare const exitCodeOf: (category: ErrorCategory) => ExitCode;
export interface GaitErrorOptions {
    /** Stable machine-readable code; the category where there is nothing finer to say. */
    readonly code?: string | undefined;
    /** One sentence on what to do next. */
    readonly hint?: string | undefined;
    /** Whether the same call may succeed later without any change. */
    readonly retryable?: boolean | undefined;
    /** The file the error is about, as the user named it. */
    readonly file?: string | undefined;
    /** 1-based line in `file`. */
    readonly line?: number | undefined;
    readonly cause?: unknown;
}
/** A failure that the engine understands. Anything else that is thrown is a bug and exits 1. */
export declare class GaitError extends Error {
    readonly name = "GaitError";
    readonly category: ErrorCategory;
    readonly code: string;
    readonly hint: string | undefined;
    readonly retryable: boolean;
    readonly file: string | undefined;
    readonly line: number | undefined;
    constructor(category: ErrorCategory, message: string, options?: GaitErrorOptions);
    get exitCode(): ExitCode;
    /** The same error, its message led by what was being done: `parse manifest: …`. */
    prefixed(prefix: string): GaitError;
}
/** Shorthand for the commonest error: the caller gave us something unusable (exit 6). */
export declare const invalidInput: (message: string, options?: GaitErrorOptions) => GaitError;
/** An artifact is not what it claims to be (exit 2). */
export declare const verificationFailed: (message: string, options?: GaitErrorOptions) => GaitError;
/** Runs `action`; a GaitError that leaves it is led by `prefix`. Other exceptions pass unchanged: they are bugs. */
export declare function withPrefix<T>(prefix: string, action: () => T): T;
/** The same for what ends later. */
export declare function withPrefixAsync<T>(prefix: string, action: () => Promise<T>): Promise<T>;
/** The text of anything that was thrown. */
export declare const messageOf: (error: unknown) => string;
