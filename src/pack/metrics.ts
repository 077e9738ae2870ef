/** Counting what happened in a run, for the pack's line in dashboards and tables (spec 20 §14). */
import type { Json, JsonObject } from "../format/json.js";
import { normalizeWord } from "../format/text.js";
import type { Runpack } from "../runpack/read.js";

export interface ToolCallMetrics {
  readonly total: number;
  readonly success: number;
  /** success / total, 0 without calls. */
  readonly successRate: number;
  readonly policyBlocked: number;
  readonly approvalRequired: number;
  readonly regressFailures: number;
}

const NOTHING: ToolCallMetrics = { total: 0, success: 0, successRate: 0, policyBlocked: 0, approvalRequired: 0, regressFailures: 0 };

const APPROVAL_WORDS = ["require_approval", "approval_required", "needs_approval", "needsapproval"];
const FAILURE_WORDS = ["fail", "failed", "regress_failed"];

const word = (value: Json | undefined): string => (typeof value === "string" ? normalizeWord(value) : "");

const isPositive = (value: Json | undefined): boolean => typeof value === "number" && Math.trunc(value) > 0;

/** Items of `reason_codes` where it is a list. */
const reasonCodes = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const tellsOfRegression = (reason: Json | undefined): boolean => {
  const text = word(reason);
  return text.includes("regress") && (text.includes("fail") || text.includes("drift"));
};

function isRegressFailure(result: JsonObject): boolean {
  if (isPositive(result.regress_failures) || isPositive(result.failed)) return true;
  if ([result.regress_status, result.status, result.result_status].some((status) => FAILURE_WORDS.includes(word(status)))) return true;
  return [...reasonCodes(result.reason_codes), result.reason, result.failure_reason].some(tellsOfRegression);
}

/** Counts over the results of a run; all zero without a runpack. */
export function toolCallMetrics(runpack: Runpack | undefined): ToolCallMetrics {
  if (!runpack) return NOTHING;
  const { intents, results } = runpack;
  const total = results.length || intents.length;
  const success = results.filter((result) => normalizeWord(result.status) === "ok").length;
  const payloads = results.map((result) => result.result ?? {});
  const verdicts = payloads.map((payload) => word(payload.verdict));
  return {
    total,
    success,
    successRate: total === 0 ? 0 : success / total,
    policyBlocked: verdicts.filter((verdict) => verdict === "block").length,
    approvalRequired: verdicts.filter((verdict) => APPROVAL_WORDS.includes(verdict)).length,
    regressFailures: payloads.filter(isRegressFailure).length,
  };
}
