/** The smaller capabilities: list, diff, remove, explain (spec 40 §13.2). */
import { describe, expect, it } from "vitest";
import { compareFixture } from "../../src/regress/compare-fixture.js";
import { explainResult } from "../../src/regress/explain.js";
import { listFixtures } from "../../src/regress/list.js";
import { removeFixture } from "../../src/regress/remove.js";
import { writeRegressFiles } from "../../src/regress/result-files.js";
import { Project, packOf } from "./support.js";

const ONE = { config: "gait.yaml", fixture: "f", allowOutside: false };

describe("regress list", () => {
  it("says what each fixture expects and what is wrong with it, without opening archives", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "c.zip", diff_allow_changed_files: ["refs.json"] });
    await project.fixture("b", { contextSetDigest: "a".repeat(64) });
    await project.fixture("c", {});
    project.write({ "fixtures/b/runpack.zip": "not even a zip", "fixtures/c/fixture.json": "{" });
    const list = await listFixtures(project.host, { config: "gait.yaml", allowOutside: false });
    expect(list.fixtures).toEqual([
      {
        name: "a",
        runId: "run_base",
        runpack: "fixtures/a/runpack.zip",
        candidate: "c.zip",
        tools: 2,
        verdicts: 2,
        context: "",
        allowedFiles: ["refs.json"],
        problem: "",
      },
      expect.objectContaining({ name: "b", context: "required", candidate: "", problem: "" }),
      expect.objectContaining({ name: "c", tools: 0, problem: expect.stringContaining("read fixture metadata for c") }),
    ]);
  });
});

describe("regress diff", () => {
  it("shows what differs and judges nothing", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "c.zip": packOf({ runId: "run_c", calls: ["tool.read", "tool.write", "tool.x"] }) });
    const before = project.snapshot();
    const choice = { candidate: "c.zip", candidates: undefined, showArgs: false };
    const compared = await compareFixture(project.host, { ...ONE, ...choice });
    expect(compared).toMatchObject({ baseline: { run_id: "run_base" }, candidate: { run_id: "run_c", path: "c.zip" } });
    expect(compared.changedFiles).toEqual(["intents.jsonl", "results.jsonl"]);
    expect(compared.detail.tool_calls.filter(({ kind }) => kind !== "same")).toHaveLength(1);
    expect(project.snapshot()).toEqual(before);
    project.write({ "c.zip": packOf({ runId: "run_c", createdAt: "2026-04-01T00:00:00Z" }) });
    expect((await compareFixture(project.host, { ...ONE, ...choice })).changedFiles).toEqual([]);
  });

  it("says which side cannot be read", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "c.zip": "x" });
    const choice = { candidate: "c.zip", candidates: undefined, showArgs: false };
    await expect(compareFixture(project.host, { ...ONE, ...choice })).rejects.toThrow(/^read candidate: /);
    project.write({ "fixtures/f/runpack.zip": "x" });
    await expect(compareFixture(project.host, { ...ONE, ...choice })).rejects.toThrow(/^read fixture runpack for f: /);
  });
});

describe("regress remove", () => {
  it("takes away the entry, the two files and the empty folder", async () => {
    const project = await new Project().fixture("f", {});
    await project.fixture("g", {});
    expect(await removeFixture(project.host, ONE)).toMatchObject({
      removed: ["fixtures/f/runpack.zip", "fixtures/f/fixture.json", "fixtures/f"],
      left: [],
    });
    expect(project.exists("fixtures/f")).toBe(false);
    expect((await project.run()).fixtures.map(({ fixture }) => fixture.name)).toEqual(["g"]);
  });

  it("leaves files that are not ours", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "fixtures/f/candidate.zip": "x", "fixtures/f/notes/a.txt": "x" });
    expect((await removeFixture(project.host, ONE)).left).toEqual(["fixtures/f/candidate.zip", "fixtures/f/notes"]);
    expect(project.exists("fixtures/f/notes/a.txt")).toBe(true);
    expect(project.exists("fixtures/f/fixture.json")).toBe(false);
  });

  it("touches nothing outside fixtures/", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "vendor/runpack.zip": packOf(), "vendor/fixture.json": { name: "v", run_id: "run_base", runpack: "runpack.zip" } });
    const entries = project.json("gait.yaml").fixtures as object[];
    project.write({ "gait.yaml": { fixtures: [...entries, { name: "v", runpack: "vendor/runpack.zip" }] as never } });
    expect(await removeFixture(project.host, { ...ONE, fixture: "v" })).toMatchObject({ removed: [], left: ["vendor"] });
    expect(project.exists("vendor/runpack.zip")).toBe(true);
    expect((await project.run()).fixtures).toHaveLength(1);
  });

  it.each(["g", ""])("refuses %j", async (fixture) => {
    const project = await new Project().fixture("f", {});
    await expect(removeFixture(project.host, { ...ONE, fixture })).rejects.toThrow("no such fixture");
  });

  it("refuses to choose between two entries", async () => {
    const project = await new Project().fixture("f", {});
    const entry = { name: "f", runpack: "fixtures/f/runpack.zip" };
    project.write({ "gait.yaml": { fixtures: [entry, entry] } });
    await expect(removeFixture(project.host, ONE)).rejects.toThrow("fixture f is listed more than once");
  });
});

describe("regress explain", () => {
  it("says every reason in words, with what the grader saw", async () => {
    const project = await new Project().fixture("f", { contextSetDigest: "a".repeat(64), receipts: [{}] }, { candidate_runpack: "c.zip" });
    project.write({ "fixtures/f/c.zip": packOf({ calls: ["tool.read", "tool.delete=denied"] }) });
    await project.fixture("g", { calls: ["tool.x=-"] });
    await project.fixture("h", {});
    project.write({ "fixtures/h/runpack.zip": "x" });
    writeRegressFiles(project.host, (await project.run()).result, { output: "r.json", junit: "" });
    const { failures, status, graders } = explainResult(project.host, "r.json");
    expect({ status, graders }).toEqual({ status: "fail", graders: 11 });
    expect(failures.map(({ grader, reasons }) => `${grader}: ${reasons.map(({ code }) => code).join(" ")}`)).toEqual([
      "f/context_conformance: context_set_digest_mismatch",
      "f/diff: unexpected_diff",
      "f/trajectory: unexpected_tool_sequence unexpected_verdict_sequence",
      "g/expected_exit_code: unexpected_exit_code",
      "h/schema_validation: fixture_unreadable",
    ]);
    expect(failures.map(({ facts }) => facts)).toEqual([
      ["context digest: recorded aaaaaaaaaaaa, candidate none", "candidate: fixtures/f/c.zip"],
      ["changed: intents.jsonl, refs.json, results.jsonl", "candidate: fixtures/f/c.zip"],
      ["tool 1: expected tool.write, got tool.delete", "verdict 1: expected allow, got block", "candidate: fixtures/f/c.zip"],
      ["calls without a result: intent_1", "exit code: expected 0, got 2"],
      [expect.stringContaining("read fixture runpack for h")],
    ]);
    for (const { reasons } of failures) for (const { title, help } of reasons) expect(title.length * help.length).toBeGreaterThan(0);
  });

  it("has something to say of a code that it does not know", () => {
    const project = new Project().write({
      "r.json": {
        schema_id: "gait.regress.result",
        schema_version: "1.0.0",
        status: "fail",
        graders: [
          { name: "a/new", status: "fail", reason_codes: ["brand_new"], details: {} },
          { name: "a/odd", status: "fail", reason_codes: [] },
        ],
      },
    });
    expect(explainResult(project.host, "r.json").failures.map(({ reasons }) => reasons[0]?.code)).toEqual(["brand_new", "grader_failed"]);
  });

  it.each([
    ["{}", "is no gait.regress.result 1.0.0"],
    ['{"schema_id":"gait.ci.report","schema_version":"1.0.0"}', "is no gait.regress.result"],
    ["{", "parse regress result: "],
  ])("refuses %s", (text, message) => {
    expect(() => explainResult(new Project().write({ "r.json": text }).host, "r.json")).toThrow(message);
  });
});
