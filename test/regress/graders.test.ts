import { describe, expect, it } from "vitest";
import { assertDeterministic, chooseGraders } from "../../src/regress/graders/index.js";
import { graderOf, Project, packOf, type RunText } from "./support.js";

/** A fixture of `baseline`, compared with `candidate`. */
async function compared(baseline: RunText, candidate: RunText, settings = {}, options = {}) {
  const project = await new Project().fixture("f", baseline);
  project.write({ "fixtures/f/candidate.zip": packOf({ runId: "run_other", createdAt: "2026-04-01T00:00:00.5Z", ...candidate }) });
  project.set("f", { candidate_runpack: "candidate.zip", ...settings });
  return project.run(options);
}

describe("schema_validation", () => {
  it("passes with counts; missing_files is null, not a list", async () => {
    const run = await (await new Project().fixture("f", { calls: ["a", "b", "c=-"] })).run();
    expect(graderOf(run, "f/schema_validation")).toEqual({
      name: "f/schema_validation",
      status: "pass",
      reason_codes: [],
      details: {
        fixture: "f",
        hash_mismatches: 0,
        intent_records: 3,
        missing_files: null,
        reference_receipts: 0,
        result_records: 2,
        run_id: "run_base",
      },
    });
  });
});

describe("expected_exit_code", () => {
  it.each([
    ["every call has a result", ["tool.read"], 0, [], "pass"],
    ["a call without a result", ["tool.read", "tool.x=-"], 2, ["intent_2"], "fail"],
    ["calls that are stubbed: http", ["My.HTTP=-", "fetch.it=-", "curl_url=-"], 0, [], "pass"],
    ["calls that are stubbed: file", ["file=-", "path=-", "nfs=-", "write=-"], 0, [], "pass"],
    ["calls that are stubbed: db", ["db=-", "sql=-", "query=-", "table=-"], 0, [], "pass"],
    ["calls that are stubbed: queue", ["queue=-", "topic=-", "publish=-", "kafka=-"], 0, [], "pass"],
  ])("%s", async (_, calls, actual, missing, status) => {
    const run = await (await new Project().fixture("f", { calls })).run();
    const grader = graderOf(run, "f/expected_exit_code");
    expect(grader).toMatchObject({ status, details: { expected_exit_code: 0, actual_exit_code: actual, missing_results: missing } });
    expect(grader.reason_codes).toEqual(status === "pass" ? [] : ["unexpected_exit_code"]);
  });

  it("meets an expectation other than 0", async () => {
    const project = await new Project().fixture("f", { calls: ["tool.x=-"] }, { expected_replay_exit_code: 2 });
    expect(graderOf(await project.run(), "f/expected_exit_code").status).toBe("pass");
  });

  it("grades the baseline; candidate_replay, when asked for, the candidate", async () => {
    const baseline = { calls: ["tool.x"] };
    const candidate = { calls: ["tool.x=-"] };
    const run = await compared(baseline, candidate, {}, { extraGraders: ["candidate_replay"] });
    expect(graderOf(run, "f/expected_exit_code").status).toBe("pass");
    expect(graderOf(run, "f/candidate_replay")).toMatchObject({
      status: "fail",
      reason_codes: ["unexpected_exit_code"],
      details: { candidate_runpack: "fixtures/f/candidate.zip", missing_results: ["intent_1"] },
    });
  });
});

describe("trajectory", () => {
  const expecting = { expected_tool_sequence: ["a", "b"], expected_verdict_sequence: ["allow", "allow"] };
  it.each([
    ["as expected", ["a", "b"], ["trajectory_match"], {}],
    [
      "another tool",
      ["a", "c"],
      ["unexpected_tool_sequence"],
      { tool_sequence_mismatch_index: 1, tool_sequence_expected_at_mismatch: "b", tool_sequence_actual_at_mismatch: "c" },
    ],
    [
      "one too many",
      ["a", "b", "c"],
      ["unexpected_tool_sequence", "unexpected_verdict_sequence"],
      {
        tool_sequence_mismatch_index: 2,
        tool_sequence_expected_at_mismatch: "<missing>",
        tool_sequence_actual_at_mismatch: "c",
        verdict_sequence_mismatch_index: 2,
        verdict_sequence_expected_at_mismatch: "<missing>",
        verdict_sequence_actual_at_mismatch: "allow",
      },
    ],
    [
      "one too few",
      ["a"],
      ["unexpected_tool_sequence", "unexpected_verdict_sequence"],
      { tool_sequence_mismatch_index: 1, tool_sequence_expected_at_mismatch: "b", tool_sequence_actual_at_mismatch: "<missing>" },
    ],
    [
      "another verdict",
      ["a", "b=denied"],
      ["unexpected_verdict_sequence"],
      { verdict_sequence_mismatch_index: 1, verdict_sequence_expected_at_mismatch: "allow", verdict_sequence_actual_at_mismatch: "block" },
    ],
    ["other letters", ["A", "b"], ["unexpected_tool_sequence"], { tool_sequence_mismatch_index: 0 }],
  ])("%s", async (_, calls, reasons, details) => {
    const grader = graderOf(await compared({ calls: ["a", "b"] }, { calls }, expecting), "f/trajectory");
    expect(grader.reason_codes).toEqual(reasons);
    expect(grader.status).toBe(reasons[0] === "trajectory_match" ? "pass" : "fail");
    expect(grader.details).toMatchObject({ candidate_runpack: "fixtures/f/candidate.zip", ...details });
  });

  it("does not check an empty expectation, and says so when both are", async () => {
    const none = { expected_tool_sequence: null, expected_verdict_sequence: null };
    expect(graderOf(await compared({}, { calls: ["x"] }, none), "f/trajectory")).toMatchObject({
      status: "pass",
      reason_codes: ["trajectory_not_required"],
      details: { expected_tool_sequence: [], actual_tool_sequence: ["x"], actual_verdict_sequence: ["allow"] },
    });
    const tools = { expected_tool_sequence: ["x"], expected_verdict_sequence: null };
    expect(graderOf(await compared({}, { calls: ["x=denied"] }, tools), "f/trajectory").reason_codes).toEqual(["trajectory_match"]);
  });

  it("derives the verdict from the status where result.verdict is of no use", async () => {
    const candidate = { captureMode: "raw" as const, verdicts: { 0: "maybe", 1: "deny" }, calls: ["a=blocked", "b=ok"] };
    const grader = graderOf(await compared({ calls: ["a", "b"] }, candidate), "f/trajectory");
    expect(grader.details.actual_verdict_sequence).toEqual(["block", "block"]);
  });
});

describe("diff", () => {
  it.each<[string, RunText, RunText, string[]]>([
    ["who recorded it and when does not count", {}, { producer: "9.9.9" }, []],
    ["the environment does not count", {}, { env: { os: "darwin", arch: "arm64", runtime: "py" } }, []],
    ["another call", { calls: ["a"] }, { calls: ["b"] }, ["intents.jsonl"]],
    ["another status", { calls: ["a"] }, { calls: ["a=denied"] }, ["results.jsonl"]],
    ["a call more", { calls: ["a"] }, { calls: ["a", "b"] }, ["intents.jsonl", "results.jsonl"]],
    ["other references", {}, { receipts: [{ source_type: "web" }] }, ["refs.json"]],
    ["references read at another time", { receipts: [{}] }, { receipts: [{ retrieved_at: "2026-05-05T00:00:00Z" }] }, ["refs.json"]],
    ["the capture mode", {}, { captureMode: "raw" }, ["manifest.json"]],
  ])("%s", async (_, baseline, candidate, changed) => {
    const grader = graderOf(await compared(baseline, candidate), "f/diff");
    expect(grader.details.changed_files).toEqual(changed);
    expect(grader.reason_codes).toEqual(changed.length > 0 ? ["unexpected_diff"] : []);
    expect(grader.details.unexpected_files).toEqual(changed.length > 0 ? changed : undefined);
  });

  it("allows exact names only", async () => {
    const drift: [RunText, RunText] = [{ calls: ["a"] }, { calls: ["a", "b"] }];
    const files = (names: string[]) => ({ diff_allow_changed_files: names, expected_tool_sequence: null, expected_verdict_sequence: null });
    const partly = graderOf(await compared(...drift, files(["results.jsonl", "*.jsonl", "INTENTS.JSONL"])), "f/diff");
    expect(partly.details.unexpected_files).toEqual(["intents.jsonl"]);
    expect(partly.details.allowed_files).toEqual(["*.jsonl", "INTENTS.JSONL", "results.jsonl"]);
    expect(graderOf(await compared(...drift, files(["results.jsonl", "intents.jsonl"])), "f/diff").status).toBe("pass");
  });
});

const D1 = "a".repeat(64);
const D2 = "b".repeat(64);
const LATER = "2026-06-01T00:00:00Z";

describe("context_conformance: the table of §5.3", () => {
  const ctx = (digest: string, receipt = {}): RunText => ({ contextSetDigest: digest, receipts: [receipt] });
  const same = ctx(D1);
  const later = ctx(D2, { retrieved_at: LATER });
  const other = ctx(D2, { source_type: "web" });
  const none: RunText = { receipts: [{}] };
  const noDigest = { expected_context_set_digest: null };
  it.each<[string, RunText, object, object, [string, string, string]]>([
    ["2: another digest and another context", other, {}, {}, ["fail", "context_set_digest_mismatch", "semantic"]],
    [
      "2 is left out for a runtime change",
      later,
      { allow_context_runtime_drift: true },
      {},
      ["pass", "context_conformance_pass", "runtime_only"],
    ],
    [
      "2: compared without regard to case",
      same,
      { expected_context_set_digest: D1.toUpperCase() },
      {},
      ["pass", "context_conformance_pass", "none"],
    ],
    [
      "2 comes before 3: also where nothing is enforced by word",
      other,
      { context_conformance: "none" },
      {},
      ["fail", "context_set_digest_mismatch", "semantic"],
    ],
    ["3: not enforced", other, { ...noDigest, context_conformance: "none" }, {}, ["pass", "context_conformance_not_required", "semantic"]],
    ["4: no evidence", none, { ...noDigest }, {}, ["fail", "context_evidence_missing", "missing"]],
    ["5: semantic drift", other, { ...noDigest }, {}, ["fail", "context_semantic_drift", "semantic"]],
    [
      "5: enforced by the flag",
      other,
      { ...noDigest, context_conformance: "none" },
      { contextConformance: true },
      ["fail", "context_semantic_drift", "semantic"],
    ],
    ["6: runtime drift", later, { ...noDigest }, {}, ["fail", "context_runtime_drift_blocked", "runtime_only"]],
    [
      "6: allowed by the flag",
      later,
      { ...noDigest },
      { allowContextRuntimeDrift: true },
      ["pass", "context_conformance_pass", "runtime_only"],
    ],
    ["7: the same context, recorded in another run (§15 item 4)", same, {}, {}, ["pass", "context_conformance_pass", "none"]],
  ])("row %s", async (_, candidate, settings, options, [status, reason, conformance]) => {
    const run = await compared(same, candidate, { diff_allow_changed_files: ["refs.json"], ...settings }, options);
    const grader = graderOf(run, "f/context_conformance");
    expect(grader).toMatchObject({ status, reason_codes: [reason], context_conformance: conformance });
    expect(Object.keys(grader)).toEqual(["name", "status", "reason_codes", "context_conformance", "details"]);
  });

  it("row 1: a candidate that is not there or not sound", async () => {
    const project = await new Project().fixture("f", same, { candidate_runpack: "gone.zip" });
    expect(graderOf(await project.run(), "f/context_conformance")).toMatchObject({
      status: "fail",
      reason_codes: ["candidate_path_invalid"],
      context_conformance: "missing",
    });
    project.write({ "fixtures/f/gone.zip": "not a zip" });
    expect(graderOf(await project.run(), "f/context_conformance").reason_codes).toEqual(["candidate_runpack_invalid"]);
  });

  it("tells both digests and the kind of change", async () => {
    const grader = graderOf(await compared(same, later, {}), "f/context_conformance");
    expect(grader.details).toEqual({
      candidate_runpack: "fixtures/f/candidate.zip",
      context_changed: true,
      context_runtime_only: true,
      context_set_digest_candidate: D2,
      context_set_digest_fixture: D1,
      fixture: "f",
      run_id: "run_base",
    });
  });

  it("runs for all fixtures as soon as one mentions context, even with none", async () => {
    const project = await new Project().fixture("a", {});
    await project.fixture("b", {});
    expect((await project.run()).result.graders).toHaveLength(8);
    project.set("b", { context_conformance: "none" });
    const run = await project.run();
    expect(run.result.graders).toHaveLength(10);
    expect(graderOf(run, "a/context_conformance").reason_codes).toEqual(["context_conformance_not_required"]);
  });
});

describe("run_environment, when asked for", () => {
  it("compares what no other grader looks at", async () => {
    const candidate = { env: { os: "linux", arch: "arm64", runtime: "node" } };
    const run = await compared({}, candidate, {}, { extraGraders: ["run_environment"] });
    expect(graderOf(run, "f/run_environment")).toMatchObject({
      status: "fail",
      reason_codes: ["run_environment_changed"],
      details: { changed: ["arch"], actual_env: { arch: "arm64" }, expected_env: { arch: "amd64" } },
    });
    expect(graderOf(await compared({}, {}, {}, { extraGraders: ["run_environment"] }), "f/run_environment").status).toBe("pass");
  });
});

describe("which graders run", () => {
  const names = (context: boolean, extra: Parameters<typeof chooseGraders>[0]["extra"] = []) =>
    chooseGraders({ context, extra }).map(({ name }) => name);
  it("in their order", () => {
    const usual = ["schema_validation", "expected_exit_code", "trajectory", "diff"];
    expect(names(false)).toEqual(usual);
    expect(names(true)).toEqual([...usual, "context_conformance"]);
    expect(names(true, ["run_environment", "candidate_replay", "run_environment"])).toEqual([
      ...usual,
      "context_conformance",
      "run_environment",
      "candidate_replay",
    ]);
  });

  it("blocks a grader that is not deterministic unless it is allowed", () => {
    const grader = { name: "dice", deterministic: false, grade: () => ({ status: "pass" as const, reasons: [], details: {} }) };
    expect(() => assertDeterministic([grader], false)).toThrow("non-deterministic grader blocked: dice");
    expect(() => assertDeterministic([grader], true)).not.toThrow();
  });
});
