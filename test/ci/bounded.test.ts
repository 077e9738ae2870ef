import { describe, expect, it } from "vitest";
import { boundedReport } from "../../src/ci/bounded.js";
import { renderJson } from "../../src/report/json.js";
import { readReport } from "../../src/report/json-reader.js";
import type { CiReport } from "../../src/report/model.js";
import { totalsOf } from "../../src/report/totals.js";

const LONG = "é".repeat(40_000);

const project: CiReport["projects"][number] = {
  path: LONG,
  status: "error",
  skipped: false,
  fixture_set: LONG,
  config_file: LONG,
  config_digest: "",
  fixtures: [
    {
      name: LONG,
      run_id: LONG,
      status: "error",
      self_comparison: false,
      graders: [{ name: LONG, status: "fail", reason_codes: ["x"], message: LONG, location: { file: LONG, line: 1 } }],
      baseline: { path: LONG, run_id: LONG, manifest_digest: LONG, sha256: "" },
      candidate: null,
      tool_calls: [
        {
          kind: "removed",
          tool: LONG,
          left: { index: 0, intent_id: LONG, args_digest: LONG, status: LONG, result_digest: LONG, verdict: LONG, args: LONG },
          right: null,
        },
      ],
      verdicts: [{ index: 0, expected: LONG, actual: LONG }],
      context: {
        classification: "semantic",
        receipts: [{ kind: "added", ref_id: LONG, source_type: LONG, left_digest: "", right_digest: LONG }],
        widest_age_change_seconds: 0,
      },
      risk: { baseline: 0, candidate: 1, causes: [{ index: 0, tool: LONG, score: 1 }] },
      expectation_changes: [{ field: LONG, class: "changed", base: LONG, head: LONG, tool_calls: [], location: null }],
      problem: { reason: "fixture_invalid", message: LONG, location: null },
      directory: LONG,
    },
  ],
  fixtures_added: [LONG],
  fixtures_removed: [{ name: LONG, run_id: LONG, location: { file: LONG, line: 1 } }],
  fixtures_changed: [LONG],
  problem: { reason: "config_invalid", message: LONG, location: null },
};

const artifact: CiReport["artifacts"][number] = {
  path: LONG,
  kind: "unknown",
  id: LONG,
  status: "error",
  files_checked: 0,
  missing_files: [LONG],
  hash_mismatches: [{ path: LONG, expected: LONG, actual: LONG }],
  undeclared_files: [LONG],
  duplicate_entries: [LONG],
  signature_status: LONG,
  signature_errors: [LONG],
  key_ids: [LONG],
  warnings: [LONG],
  problem: null,
  change: "unknown",
};

const report: CiReport = {
  schema_id: "gait.ci.report",
  schema_version: "1.0.0",
  producer_version: "0.0.0-dev",
  kind: "regress",
  status: "error",
  exit_code: 6,
  failed_on: ["error"],
  head_sha: "",
  base_sha: "",
  base_note: LONG,
  shard: { index: 0, count: 0 },
  reproduce: `npx gait verify ${"x".repeat(10_000)}`,
  projects: [project],
  artifacts: [artifact],
  totals: totalsOf([project], [artifact]),
};

describe("a report of long texts", () => {
  it("is one that a stranger accepts", () => {
    const bounded = boundedReport(report);
    expect(readReport(Buffer.from(renderJson(bounded)))).toEqual(JSON.parse(renderJson(bounded)));
    expect(() => readReport(Buffer.from(renderJson(report)))).toThrow(/^not a gait\.ci\.report/);
  });

  it("has no half of a command", () => {
    expect(boundedReport(report).reproduce).toBe("");
    expect(boundedReport({ ...report, reproduce: "npx gait verify x" }).reproduce).toBe("npx gait verify x");
  });
});
