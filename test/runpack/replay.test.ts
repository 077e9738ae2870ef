import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { readRunpack } from "../../src/runpack/read.js";
import { replayReal, replayStub, stubTypeOf } from "../../src/runpack/replay.js";
import { anyHost, type Call, packOf } from "./support.js";

const recorded = (calls: readonly Call[], captureMode = "raw") => readRunpack(anyHost, packOf(calls, { captureMode }));

describe("stub replay (spec 10 §10.1)", () => {
  test.each([
    ["HTTP.get", "http"],
    ["prefetch", "http"],
    ["url.file.db", "http"],
    [" fs.Read ", "file"],
    ["rewrite", "file"],
    ["SQL.run", "db"],
    ["list_tables", "db"],
    ["kafka.send", "queue"],
    ["weird", undefined],
  ])("%s stands for %s", (tool, kind) => {
    expect(stubTypeOf(tool)).toBe(kind);
  });

  test("the digest of a stub (worked example)", async () => {
    const pack = await recorded([{ id: "d", tool: " SQL.run " }]);
    const { steps } = replayStub({ ...pack, run: { ...pack.run, run_id: "run_l" } });
    expect(steps).toEqual([
      {
        intent_id: "d",
        tool_name: " SQL.run ",
        status: "stubbed",
        execution: "stubbed",
        stub_type: "db",
        result_digest: "d58100d67f4f2f2c85026aa1a3c7c17460b1c199bccde422e55cc909edb195a8",
      },
    ]);
  });

  test("a recorded error is a result; only a missing one fails", async () => {
    const failed = replayStub(
      await recorded([
        { id: "b", tool: "weird" },
        { id: "a", tool: "odd" },
        { id: "c", tool: "x", status: "error" },
      ]),
    );
    expect(failed).toMatchObject({ ok: false, mode: "stub", missingResults: ["a", "b"] });
    expect(failed.steps.map((step) => [step.status, step.execution])).toEqual([
      ["missing_result", "missing"],
      ["missing_result", "missing"],
      ["error", "recorded"],
    ]);
    expect(replayStub(await recorded([{ id: "c", status: "error" }])).ok).toBe(true);
  });

  test("ids that are not unique cannot be replayed", async () => {
    const twice = await recorded([{ id: "i", status: "ok" }, { id: "i" }]);
    expect(() => replayStub(twice)).toThrow("duplicate intent_id: i");
    const results = await recorded([{ id: "i", status: "ok" }]);
    expect(() => replayStub({ ...results, results: [...results.results, ...results.results] })).toThrow(
      "duplicate result for intent_id: i",
    );
  });
});

describe("real replay", () => {
  const tools = {
    allowed: new Set(["echo"]),
    warnings: ["w"],
    execute: async () => ({ status: "ok" as const, resultDigest: sha256Hex("x") }),
  };

  test("allowed tools run, others are replayed from their records", async () => {
    const replay = await replayReal(
      await recorded([
        { id: "a", tool: " Echo " },
        { id: "b", tool: "other", status: "ok" },
      ]),
      tools,
    );
    expect(replay).toMatchObject({ ok: true, mode: "real", warnings: ["w"] });
    expect(replay.steps.map((step) => step.execution)).toEqual(["executed", "recorded"]);
  });

  test("a reference pack has no arguments to run with", async () => {
    await expect(replayReal(await recorded([{ id: "a" }], " Reference "), tools)).rejects.toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^real replay requires capture_mode=raw/), exitCode: 6 }),
    );
  });
});
