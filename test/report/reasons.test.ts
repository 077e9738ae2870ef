import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isKnownReason, REASONS, reasonOf } from "../../src/report/reasons.js";

/** Every reason code of spec 40 §5.3. */
const GRADER_REASONS = `schema_validation_error missing_files hash_mismatch runpack_parse_error manifest_schema_invalid run_schema_invalid
  refs_schema_invalid intent_schema_invalid result_schema_invalid replay_error unexpected_exit_code candidate_path_invalid
  candidate_runpack_invalid unexpected_tool_sequence unexpected_verdict_sequence trajectory_match trajectory_not_required diff_error
  unexpected_diff source_runpack_invalid context_diff_error context_set_digest_mismatch context_conformance_not_required
  context_evidence_missing context_semantic_drift context_runtime_drift_blocked context_conformance_pass grader_error`.split(/\s+/);

test.each(GRADER_REASONS)("%s is explained", (code) => {
  expect(isKnownReason(code)).toBe(true);
});

describe.each(REASONS)("$code", ({ title, help }) => {
  test("has a title without a full stop and a help text of whole sentences", () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(help).toMatch(/^\S.*\.$/);
    expect(help).not.toContain("\n");
  });
});

test("an unknown code is an error with a text of its own", () => {
  expect(reasonOf("from_the_future")).toMatchObject({ code: "from_the_future", level: "error" });
});

test("every reason that findings are made of is in the table", () => {
  const source = readFileSync(new URL("../../src/report/findings.ts", import.meta.url), "utf8");
  const codes = [...source.matchAll(/(?:reason: |find\([^,]+, |\[")"?([a-z]+(?:_[a-z]+)+)"/g)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !isKnownReason(code))).toEqual([]);
});
