import { describe, expect, it } from "vitest";
import type { GaitError } from "../../src/format/errors.js";
import { fixtureShape, mentionsContext, metadataText, parseMetadata } from "../../src/regress/metadata.js";

const BASE = { name: "n", run_id: "r", runpack: "runpack.zip" };
const parse = (fields: object) => parseMetadata(JSON.stringify({ ...BASE, ...fields }), "fixtures/n/fixture.json");

describe("fixture.json (spec 40 §2.2)", () => {
  it("trims, drops blanks, sorts and normalises", () => {
    const read = parse({
      expected_tool_sequence: [" tool.read ", "", " ", "tool.write"],
      expected_verdict_sequence: ["OK", " ", " Denied ", "dry-run"],
      candidate_runpack: "  c.zip\t",
      context_conformance: " Required ",
      expected_context_set_digest: ` ${"A".repeat(64)} `,
      diff_allow_changed_files: [" results.jsonl ", "intents.jsonl", "intents.jsonl", ""],
    });
    expect(read).toMatchObject({
      expected_tool_sequence: ["tool.read", "tool.write"],
      expected_verdict_sequence: ["allow", "block", "dry_run"],
      candidate_runpack: "c.zip",
      context_conformance: "required",
      expected_context_set_digest: "A".repeat(64),
      diff_allow_changed_files: ["intents.jsonl", "results.jsonl"],
    });
  });

  it.each([
    ["an empty name", { name: "" }, "fixture metadata incomplete: fixtures/n/fixture.json"],
    ["an empty run id", { run_id: "" }, "fixture metadata incomplete: fixtures/n/fixture.json"],
    ["an empty runpack", { runpack: "" }, "fixture metadata incomplete: fixtures/n/fixture.json"],
    ["a negative exit code", { expected_replay_exit_code: -1 }, "expected_replay_exit_code must be >= 0"],
    ["a negative checkpoint", { checkpoint_index: -1 }, "checkpoint_index must be >= 0"],
    ["an unknown conformance", { context_conformance: "strict" }, "context_conformance must be one of required|none"],
    ["a short digest", { expected_context_set_digest: "zz" }, "expected_context_set_digest must be sha256 hex"],
    ["an unknown verdict", { expected_verdict_sequence: ["allow", "maybe"] }, 'invalid verdict "maybe"'],
    [
      "text for a number",
      { expected_replay_exit_code: "0" },
      "parse fixture metadata: line 1: expected_replay_exit_code must be an integer",
    ],
    ["a fraction", { expected_replay_exit_code: 1.5 }, "must be an integer"],
    ["text for a list", { expected_tool_sequence: "tool.read" }, "must be a list"],
  ])("refuses %s", (_, fields, message) => {
    expect(() => parse(fields)).toThrow(message);
    try {
      parse(fields);
    } catch (error) {
      expect((error as GaitError).exitCode).toBe(6);
    }
  });

  it("reads leniently: unknown keys, other case, null, repeated keys", () => {
    const unknown: string[] = [];
    const text = '{"NAME":"x","name":"n","run_id":"r","runpack":"a","runpack":"b","candidate_runpack":null,"expected_tools":[1]}';
    const read = parseMetadata(text, "f", { onUnknown: (field) => unknown.push(field) });
    expect(read).toMatchObject({ name: "n", runpack: "b", candidate_runpack: "" });
    expect(unknown).toEqual(["expected_tools"]);
  });

  it("writes fields in their order and leaves empty ones out", () => {
    const text = metadataText({
      ...fixtureShape.zero(),
      name: "n",
      run_id: "r",
      runpack: "p",
      checkpoint_index: 2,
      allow_context_runtime_drift: true,
    });
    expect(Object.keys(JSON.parse(text))).toEqual([
      "schema_id",
      "schema_version",
      "name",
      "run_id",
      "runpack",
      "expected_replay_exit_code",
      "allow_context_runtime_drift",
      "checkpoint_index",
    ]);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it.each([
    [{}, false],
    [{ context_conformance: "none" }, true],
    [{ expected_context_set_digest: "0".repeat(64) }, true],
    [{ expected_context_set_digest: "  " }, false],
    [{ allow_context_runtime_drift: true }, true],
  ])("%j mentions context: %s", (fields, mentioned) => expect(mentionsContext(parse(fields))).toBe(mentioned));
});
