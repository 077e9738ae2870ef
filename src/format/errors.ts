/**
 * The one error type of the engine and the table that turns its category into a process exit code.
 *
 * Source: spec 10 §0.1, spec 50 §3.
 */

/** What kind of failure it was; the category alone decides the exit code. */
export type ErrorCategory =
  | "invalid_input"
  | "verification_failed"
  | "policy_blocked"
  | "approval_required"
  | "regress_failed"
  | "dependency_missing"
  | "unsafe_operation"
  | "io_failure"
  | "state_contention"
  | "network_transient"
  | "network_permanent"
  | "internal_failure";

export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const EXIT_CODE_OF: Readonly<Record<ErrorCategory, ExitCode>> = {
  invalid_input: 6,
  verification_failed: 2,
  policy_blocked: 3,
  approval_required: 4,
  regress_failed: 5,
  dependency_missing: 7,
  unsafe_operation: 8,
  io_failure: 1,
  state_contention: 1,
  network_transient: 1,
  network_permanent: 1,
  internal_failure: 1,
};

/** The exit code that a failure of this category ends the process with. */
export const exitCodeOf = (category: ErrorCategory): ExitCode => EXIT_CODE_OF[category];

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
export class GaitError extends Error {
  override readonly name = "GaitError";
  readonly category: ErrorCategory;
  readonly code: string;
  readonly hint: string | undefined;
  readonly retryable: boolean;
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(category: ErrorCategory, message: string, options: GaitErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.category = category;
    this.code = options.code ?? category;
    this.hint = options.hint;
    this.retryable = options.retryable ?? (category === "network_transient" || category === "state_contention");
    this.file = options.file;
    this.line = options.line;
  }

  get exitCode(): ExitCode {
    return exitCodeOf(this.category);
  }

  /** The same error, its message led by what was being done: `parse manifest: …`. */
  prefixed(prefix: string): GaitError {
    const { category, code, hint, retryable, file, line } = this;
    return new GaitError(category, `${prefix}: ${this.message}`, { code, hint, retryable, file, line, cause: this });
  }
}

/** Shorthand for the commonest error: the caller gave us something unusable (exit 6). */
export const invalidInput = (message: string, options?: GaitErrorOptions): GaitError => new GaitError("invalid_input", message, options);

/** An artifact is not what it claims to be (exit 2). */
export const verificationFailed = (message: string, options?: GaitErrorOptions): GaitError =>
  new GaitError("verification_failed", message, options);

/** Runs `action`; a GaitError that leaves it is led by `prefix`. Other exceptions pass unchanged: they are bugs. */
export function withPrefix<T>(prefix: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed(prefix) : error;
  }
}

/** The same for what ends later. */
export async function withPrefixAsync<T>(prefix: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed(prefix) : error;
  }
}

/** The text of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
