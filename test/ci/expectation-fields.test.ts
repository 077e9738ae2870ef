import { describe, expect, it } from "vitest";
import { compareFields } from "../../src/ci/expectation-fields.js";
import { type FixtureMetadata, parseMetadata } from "../../src/regress/metadata.js";

const metadata = (fields: Partial<FixtureMetadata>) =>
  parseMetadata(JSON.stringify({ name: "a", run_id: "run_a", runpack: "runpack.zip", ...fields }), "fixture.json");

/** `class base → head` of the only changed field, `=` where nothing changed. */
function change(base: Partial<FixtureMetadata>, head: Partial<FixtureMetadata>, hasCandidates = false): string {
  const changes = compareFields(metadata(base), metadata(head), { hasCandidates });
  expect(changes.length).toBeLessThan(2);
  return changes.map((one) => `${one.class} ${one.base || "–"} → ${one.head || "–"}`)[0] ?? "=";
}

const A = "a".repeat(64);
const B = "b".repeat(64);

describe("expected_tool_sequence", () => {
  it.each([
    ["x,y", "x,y", "="],
    ["x,y", "x", "relaxed x, y → x"],
    ["x,y", "y", "relaxed x, y → y"],
    ["x,y", "", "relaxed x, y → –"],
    ["x,y,z", "x,q", "relaxed x, y, z → x, q"],
    ["x,y", "x,q", "changed x, y → x, q"],
    ["x,y", "y,x", "changed x, y → y, x"],
    ["x,y", "x,q,y", "tightened x, y → x, q, y"],
    ["x,y", "q,r,s", "changed x, y → q, r, s"],
    ["", "x", "tightened – → x"],
    ["x, ,y", "x,y", "="],
  ])("%j to %j: %s", (base, head, expected) => {
    const list = (text: string) => (text === "" ? [] : text.split(","));
    expect(change({ expected_tool_sequence: list(base) }, { expected_tool_sequence: list(head) })).toBe(expected);
  });
});

describe("expected_verdict_sequence", () => {
  it.each([
    ["allow,block", "ok,deny", "="],
    ["allow,block", "allow,allow", "relaxed allow, block → allow, allow"],
    ["block", "require_approval", "relaxed block → require_approval"],
    ["require_approval", "dry_run", "relaxed require_approval → dry_run"],
    ["allow,block", "block,allow", "relaxed allow, block → block, allow"],
    ["allow", "block", "tightened allow → block"],
    ["dry_run,allow", "block,allow", "tightened dry_run, allow → block, allow"],
    ["block", "error", "changed block → error"],
    ["error,block", "allow,block", "changed error, block → allow, block"],
    ["error,block", "allow,allow", "relaxed error, block → allow, allow"],
    ["allow,block", "block", "relaxed allow, block → block"],
    ["allow", "allow,block", "tightened allow → allow, block"],
    ["block", "", "relaxed block → –"],
  ])("%j to %j: %s", (base, head, expected) => {
    const list = (text: string) => (text === "" ? [] : text.split(","));
    expect(change({ expected_verdict_sequence: list(base) }, { expected_verdict_sequence: list(head) })).toBe(expected);
  });
});

describe("other fields", () => {
  it.each<[keyof FixtureMetadata, unknown, unknown, string]>([
    ["expected_replay_exit_code", 0, 2, "relaxed 0 → 2"],
    ["expected_replay_exit_code", 2, 0, "relaxed 2 → 0"],
    ["context_conformance", "required", "", "relaxed required → –"],
    ["context_conformance", "required", "none", "relaxed required → –"],
    ["context_conformance", " REQUIRED ", "required", "="],
    ["context_conformance", "", "required", "tightened – → required"],
    ["context_conformance", "none", "required", "tightened none → required"],
    ["context_conformance", "", "none", "changed – → none"],
    ["allow_context_runtime_drift", false, true, "relaxed false → true"],
    ["allow_context_runtime_drift", true, false, "tightened true → false"],
    ["expected_context_set_digest", A, "", `relaxed ${A} → –`],
    ["expected_context_set_digest", "", A, `tightened – → ${A}`],
    ["expected_context_set_digest", A, B, `changed ${A} → ${B}`],
    ["expected_context_set_digest", A, A.toUpperCase(), "="],
    ["diff_allow_changed_files", ["refs.json"], ["refs.json", "results.jsonl"], "relaxed refs.json → refs.json, results.jsonl"],
    ["diff_allow_changed_files", ["refs.json"], ["results.jsonl"], "relaxed refs.json → results.jsonl"],
    ["diff_allow_changed_files", [], ["refs.json"], "relaxed – → refs.json"],
    ["diff_allow_changed_files", ["refs.json", "x"], ["x"], "tightened refs.json, x → x"],
    ["diff_allow_changed_files", ["a", "b"], ["b", " a ", "b"], "="],
    ["candidate_runpack", "c.zip", "", "removed c.zip → –"],
    ["candidate_runpack", "", "c.zip", "tightened – → c.zip"],
    ["candidate_runpack", "c.zip", "d.zip", "changed c.zip → d.zip"],
    ["name", "a", "b", "changed a → b"],
    ["run_id", "a", "b", "changed a → b"],
    ["session_chain", "", "chain.json", "changed – → chain.json"],
    ["checkpoint_index", 1, 2, "changed 1 → 2"],
  ])("%s from %j to %j: %s", (field, base, head, expected) => {
    expect(change({ [field]: base }, { [field]: head })).toBe(expected);
  });

  it("a fixture needs no candidate of its own where candidates come from outside", () => {
    expect(change({ candidate_runpack: "c.zip" }, {}, true)).toBe("changed c.zip → –");
    expect(change({}, { candidate_runpack: "c.zip" }, true)).toBe("changed – → c.zip");
  });

  it("several fields come in the order of the file", () => {
    const base = metadata({ context_conformance: "required", expected_tool_sequence: ["x"], diff_allow_changed_files: [] });
    const head = metadata({ diff_allow_changed_files: ["refs.json"], expected_tool_sequence: ["x", "y"] });
    expect(compareFields(base, head, { hasCandidates: false }).map((one) => [one.field, one.class])).toEqual([
      ["expected_tool_sequence", "tightened"],
      ["context_conformance", "relaxed"],
      ["diff_allow_changed_files", "relaxed"],
    ]);
  });
});
