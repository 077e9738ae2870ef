import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/format/json.js";
import { toolCallMetrics } from "../../src/pack/metrics.js";
import { recordedRun } from "../support/recorded.js";

const call = (status: string, payload?: JsonObject) => ({ tool: "t", args: "", status, result: "", ...(payload ? { payload } : {}) });
const metricsOf = (payload: JsonObject) => toolCallMetrics(recordedRun([call("ok", payload)]));

test("calls and successes are counted over results", () => {
  const run = recordedRun([call("ok"), call(" OK "), call("okay"), call("error"), call("-")]);
  expect(toolCallMetrics(run)).toMatchObject({ total: 4, success: 2, successRate: 0.5 });
});

test("without results over intents; without anything zero", () => {
  expect(toolCallMetrics(recordedRun([call("-"), call("-")]))).toMatchObject({ total: 2, success: 0, successRate: 0 });
  expect(toolCallMetrics(recordedRun([]))).toMatchObject({ total: 0, successRate: 0 });
  expect(toolCallMetrics(undefined)).toMatchObject({ total: 0, success: 0, successRate: 0 });
});

test.each([
  ["block", 1, 0],
  [" Block ", 1, 0],
  ["blocked", 0, 0],
  ["require_approval", 0, 1],
  ["approval_required", 0, 1],
  ["needs_approval", 0, 1],
  ["NeedsApproval", 0, 1],
  ["allow", 0, 0],
])("verdict %j", (verdict, policyBlocked, approvalRequired) => {
  expect(metricsOf({ verdict })).toMatchObject({ policyBlocked, approvalRequired });
});

describe("a regression that failed", () => {
  test.each<[JsonObject, number]>([
    [{ regress_failures: 1 }, 1],
    [{ regress_failures: 1.9 }, 1],
    [{ regress_failures: 0.9 }, 0],
    [{ regress_failures: -2 }, 0],
    [{ regress_failures: "2" }, 0],
    [{ failed: 1 }, 1],
    [{ failed: true }, 0],
    [{ regress_status: " FAIL " }, 1],
    [{ status: "failed" }, 1],
    [{ result_status: "Regress_Failed" }, 1],
    [{ status: "failing" }, 0],
    [{ reason_codes: ["x", " Regress_drift"] }, 1],
    [{ reason_codes: "regress_fail" }, 0],
    [{ reason_codes: [["regress_fail"]] }, 0],
    [{ reason: "the REGRESS check found drift" }, 1],
    [{ reason: ["regress_fail"] }, 0],
    [{ failure_reason: "regress fail" }, 1],
    [{ failure_reason: "regress" }, 0],
    [{ failure_reason: "drift" }, 0],
    [{ failed: 3, status: "fail", reason: "regress fail" }, 1],
  ])("%j counts %d", (payload, count) => expect(metricsOf(payload).regressFailures).toBe(count));
});
