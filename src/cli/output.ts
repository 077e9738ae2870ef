/** The `--json` line and its error fields (spec 50 §2). */
import { goJsonSorted, sha256Hex } from "../format/canonical.js";
import type { ErrorCategory, ExitCode } from "../format/errors.js";
import type { JsonObject } from "../format/json.js";
import { isBlank, trim } from "../format/text.js";

interface Defaults {
  readonly code: string;
  readonly category: string;
  readonly hint: string;
}

/** Defaults by exit code (spec 10 §0.1, spec 50 §3.1). */
const DEFAULTS: Readonly<Record<Exclude<ExitCode, 0>, Defaults>> = {
  1: { code: "internal_failure", category: "internal_failure", hint: "Try again; if it stays, report it with the output of the command." },
  2: {
    code: "verification_failed",
    category: "verification_failed",
    hint: "Do not trust the artifact; get it again from where it was recorded.",
  },
  3: { code: "policy_blocked", category: "policy_blocked", hint: "The policy says no; its reason codes say why." },
  4: { code: "approval_required", category: "approval_required", hint: "Get an approval for this call and pass it along." },
  5: { code: "regress_failed", category: "internal_failure", hint: "Look at the result file for the graders that failed." },
  6: { code: "invalid_input", category: "invalid_input", hint: "Check the arguments and files; --help shows how the command is called." },
  7: { code: "dependency_missing", category: "dependency_missing", hint: "Install what is missing and try again." },
  8: {
    code: "unsafe_operation",
    category: "internal_failure",
    hint: "The operation was refused; give the unsafe flags only if you mean it.",
  },
};

/** The category that an exit code stands for where nothing finer is known; `none` for success. */
export const defaultCategory = (exitCode: number): string =>
  exitCode === 0 ? "none" : (DEFAULTS[exitCode as Exclude<ExitCode, 0>]?.category ?? "internal_failure");

/** 24 hex digits that are the same for the same command line (spec 50 §2.2). The program is always called `gait`. */
export const correlationId = (words: readonly string[]): string => sha256Hex(["gait", ...words].map(trim).join("\x1f")).slice(0, 24);

/** What an error says of itself beyond its text; missing parts take the defaults of the exit code. */
export interface ErrorFacts {
  readonly category?: ErrorCategory | undefined;
  readonly code?: string | undefined;
  readonly hint?: string | undefined;
  readonly retryable?: boolean | undefined;
}

const isErrorText = (value: unknown): value is string => typeof value === "string" && !isBlank(value);

/** The line that `--json` prints, without its newline: sorted keys, `correlation_id`, error fields where there is an error. */
export function jsonLine(fields: JsonObject, exitCode: ExitCode, words: readonly string[], facts: ErrorFacts = {}): string {
  const out: JsonObject = { ...fields };
  if (!isErrorText(out.correlation_id)) out.correlation_id = correlationId(words);
  if (isErrorText(out.error) && exitCode !== 0) {
    const defaults = DEFAULTS[exitCode];
    const category = facts.category === "state_contention" || facts.category === "network_transient" ? facts.category : defaults.category;
    out.error_code ??= defaults.code;
    out.error_category ??= category;
    out.retryable ??= facts.retryable ?? false;
    out.hint ??= facts.hint ?? defaults.hint;
    // `error_code` keeps the reference's coarse values; the finer one stands beside it (spec 10 §16 item 7).
    if (facts.code !== undefined && facts.code !== facts.category) out.error_detail_code ??= facts.code;
  }
  return goJsonSorted(out);
}
