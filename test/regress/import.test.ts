import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { runCapture } from "../../src/capture/capture.js";
import { GaitError } from "../../src/format/errors.js";
import { type ImportOptions, importFixture } from "../../src/regress/import.js";
import { failingFs } from "../support/host.js";
import { chainOf, Project, packOf, runPackOf, tampered, withDuplicate } from "./support.js";

const init = (project: Project, from: string, options: Partial<ImportOptions> = {}) =>
  importFixture(project.host, { from, name: "", checkpoint: undefined, merge: false, receipts: false, ...options });
const add = (project: Project, from: string, options: Partial<ImportOptions> = {}) => init(project, from, { receipts: true, ...options });

const names = (project: Project) => (project.json("gait.yaml").fixtures as { name: string }[]).map(({ name }) => name);

describe("where the run comes from (spec 40 §3)", () => {
  it.each([
    ["a path", "in/a.zip", "in/a.zip"],
    ["a path in upper case", "A.ZIP", "A.ZIP"],
    ["a file without slash or ending, as it exists (§15 item 7)", "plain", "plain"],
    ["a run id, in gait-out", "run_base", "gait-out/runpack_run_base.zip"],
    ["a run id, in the home folder", "run_base", "../home/.gait/runpacks/runpack_run_base.zip"],
    ["blanks around", "  in/a.zip\n", "in/a.zip"],
  ])("%s", async (_, from, file) => {
    const project = new Project().write({ [file]: packOf() });
    expect(await init(project, from)).toMatchObject({ runId: "run_base", name: "run_base", warnings: [] });
    expect(project.bytes("fixtures/run_base/runpack.zip")).toEqual(Buffer.from(packOf()));
  });

  it("a PackSpec pack: the runpack inside", async () => {
    const project = new Project().write({ "p.zip": await runPackOf(packOf()) });
    await init(project, "p.zip");
    expect(project.bytes("fixtures/run_base/runpack.zip")).toEqual(Buffer.from(packOf()));
  });

  it.each<[string, string, string, Partial<ImportOptions>?]>([
    ["nothing", " ", "missing required --from <run_id|path|session_chain.json>"],
    ["no such run", "run_absent", "runpack not found for run_id: run_absent"],
    ["no such file", "./absent.zip", "runpack not found: ./absent.zip"],
    ["a folder", "in/", "runpack not found: in/"],
    ["no zip", "text.zip", "verify source runpack: open zip"],
    ["a changed entry", "tampered.zip", "source runpack failed integrity checks"],
    ["a wrong name", "in/a.zip", "invalid fixture name: A b", { name: "A b" }],
  ])("refuses %s and leaves nothing behind", async (_, from, message, options = {}) => {
    const project = new Project().write({ "text.zip": "text", "in/a.zip": packOf(), "tampered.zip": tampered(packOf()) });
    const error = await init(project, from, options).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(GaitError);
    expect(error).toMatchObject({ exitCode: 6, message: expect.stringContaining(message) });
    expect(project.exists("fixtures") || project.exists("gait.yaml")).toBe(false);
  });

  it("refuses duplicate entries with exit 2", async () => {
    const project = new Project().write({ "d.zip": withDuplicate(packOf()) });
    await expect(init(project, "d.zip")).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("duplicate entries: run.json"),
    });
  });

  it("never classifies by words: a run called block is invalid input like any other (§15 item 3)", async () => {
    await expect(init(new Project(), "run_block_timeout")).rejects.toMatchObject({ exitCode: 6 });
  });
});

describe("session chains", () => {
  const chained = () =>
    new Project().write({
      "c1.zip": packOf({ runId: "run_cp_1", calls: ["a"] }),
      "c2.zip": packOf({ runId: "run_cp_2", calls: ["a", "b"] }),
      "chain.json": chainOf([
        { index: 1, path: "c1.zip" },
        { index: 2, path: "c2.zip" },
      ]),
    });

  it.each([
    [undefined, "run_cp_2", 2],
    ["latest", "run_cp_2", 2],
    ["LATEST", "run_cp_2", 2],
    ["1", "run_cp_1", 1],
  ])("checkpoint %s", async (checkpoint, runId, index) => {
    const project = chained();
    expect(await init(project, "./chain.json", { checkpoint, name: "f" })).toMatchObject({ runId });
    expect(project.json("fixtures/f/fixture.json")).toMatchObject({ session_chain: "./chain.json", checkpoint_index: index });
  });

  it.each(["0", "9", "1x", "x"])("refuses checkpoint %s (§15 item 12)", async (checkpoint) => {
    await expect(init(chained(), "./chain.json", { checkpoint })).rejects.toMatchObject({ exitCode: 6 });
  });

  it("works without a slash", async () => {
    expect(await init(chained(), "chain.json")).toMatchObject({ runId: "run_cp_2" });
  });
});

describe("the config that is made", () => {
  it("holds all fixtures by name and skips what is none", async () => {
    const project = new Project().write({
      "s.zip": packOf(),
      "fixtures/notes.txt": "x",
      "fixtures/empty/readme": "x",
      "fixtures/Odd/fixture.json": "{",
    });
    await init(project, "s.zip", { name: "b" });
    await init(project, "s.zip", { name: "a-b" });
    await init(project, "s.zip", { name: "a" });
    expect(names(project)).toEqual(["a", "a-b", "b"]);
  });

  it.each([
    ["a runpack without metadata", { "fixtures/half/runpack.zip": "x" }, "fixture metadata missing for half"],
    [
      "another name",
      { "fixtures/half/fixture.json": { name: "whole", run_id: "r", runpack: "x" } },
      "fixture metadata name mismatch for half",
    ],
    ["a path as runpack", { "fixtures/half/fixture.json": { name: "half", run_id: "r", runpack: "../x" } }, "must be a filename for half"],
    ["no runpack", { "fixtures/half/fixture.json": { name: "half", run_id: "r", runpack: "x" } }, "fixture runpack missing for half"],
    ["unreadable metadata", { "fixtures/half/fixture.json": "{" }, "fixtures/half/fixture.json"],
  ])("stops at a folder that is half a fixture: %s", async (_, files, message) => {
    const project = new Project().write({ "s.zip": packOf(), ...files });
    const error = (await init(project, "s.zip").catch((one: unknown) => one)) as GaitError;
    expect(error.exitCode).toBe(6);
    expect(`${error.message} ${error.file}`).toContain(message);
  });

  it("keeps fixture_set and entries outside fixtures/ (§15 item 1)", async () => {
    const outside = { name: "elsewhere", run_id: "r", runpack: "vendor/run.zip" };
    const stale = { name: "gone", run_id: "r", runpack: "fixtures/gone/runpack.zip" };
    const project = new Project().write({ "s.zip": packOf(), "gait.yaml": { fixture_set: "nightly", fixtures: [outside, stale] } });
    await init(project, "s.zip");
    expect(project.json("gait.yaml")).toEqual({
      schema_id: "gait.regress.config",
      schema_version: "1.0.0",
      fixture_set: "nightly",
      fixtures: [outside, { name: "run_base", run_id: "run_base", runpack: "fixtures/run_base/runpack.zip" }],
    });
  });

  it("takes a config in YAML and says that its comments go", async () => {
    const project = new Project().write({ "s.zip": packOf(), "gait.yaml": "# ours\nfixture_set: nightly\n" });
    expect((await init(project, "s.zip")).warnings).toEqual(["gait.yaml is written as JSON now; its comments are gone"]);
    expect(project.json("gait.yaml").fixture_set).toBe("nightly");
  });

  it("does not write over a config that it cannot read", async () => {
    const project = new Project().write({ "s.zip": packOf(), "gait.yaml": "{ broken" });
    await expect(init(project, "s.zip")).rejects.toMatchObject({ exitCode: 6, code: "config_invalid" });
    expect(project.text("gait.yaml")).toBe("{ broken");
    expect(project.exists("fixtures")).toBe(false);
  });
});

describe("importing over an existing fixture (§15 item 2)", () => {
  const settings = {
    candidate_runpack: "mine.zip",
    diff_allow_changed_files: ["results.jsonl"],
    allow_context_runtime_drift: true,
    expected_replay_exit_code: 2,
    owner: "payments",
  };
  const later = packOf({ runId: "run_base", calls: ["tool.read", "tool.list"], createdAt: "2026-04-01T00:00:00Z" });

  it("starts anew and tells what is lost", async () => {
    const project = await new Project().fixture("f", {}, settings);
    project.write({ "later.zip": later });
    const { warnings } = await init(project, "later.zip", { name: "f" });
    expect(warnings).toEqual([
      "fixtures/f/fixture.json was written anew; what it said before is lost in " +
        "expected_replay_exit_code, candidate_runpack, allow_context_runtime_drift, diff_allow_changed_files, owner",
    ]);
    expect(project.json("fixtures/f/fixture.json")).not.toHaveProperty("candidate_runpack");
  });

  it("says nothing where nothing was made by hand", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "later.zip": later });
    expect((await init(project, "later.zip", { name: "f" })).warnings).toEqual([]);
  });

  it("keeps it all with --merge, fields that are not ours too", async () => {
    const project = await new Project().fixture("f", {}, settings);
    project.write({ "later.zip": later });
    expect((await init(project, "later.zip", { name: "f", merge: true })).warnings).toEqual([]);
    expect(project.json("fixtures/f/fixture.json")).toMatchObject({ ...settings, expected_tool_sequence: ["tool.read", "tool.list"] });
  });

  it("replaces an unreadable one and says so", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "later.zip": later, "fixtures/f/fixture.json": "{" });
    expect((await init(project, "later.zip", { name: "f", merge: true })).warnings).toEqual([
      expect.stringContaining("fixtures/f/fixture.json could not be read and was replaced"),
    ]);
  });

  it("changes nothing when a file cannot be replaced", async () => {
    const project = await new Project().fixture("f", {}, settings);
    project.write({ "later.zip": later });
    const before = project.snapshot();
    for (const call of ["renameSync", "writeSync", "openSync"] as const) {
      const host = { ...project.host, fs: failingFs(call, "ENOSPC", (name) => call !== "openSync" || String(name).includes(".new-")) };
      await expect(
        importFixture(host, { from: "later.zip", name: "f", checkpoint: undefined, merge: false, receipts: false }),
      ).rejects.toThrow("no space left on device");
      expect(project.snapshot()).toEqual(before);
    }
  });
});

describe("regress add of a capture receipt", () => {
  const captured = async (files: Parameters<Project["write"]>[0], from: string, checkpoint = "") => {
    const project = new Project().write(files);
    await runCapture(project.host, { from, out: "gait-out/capture.json", checkpoint });
    return project;
  };

  it("imports what was captured", async () => {
    const project = await captured({ "a.zip": packOf() }, "a.zip");
    expect(await add(project, "gait-out/capture.json", { name: "f" })).toMatchObject({ runId: "run_base", name: "f" });
  });

  it("imports the captured pack", async () => {
    const project = await captured({ "p.zip": await runPackOf(packOf()) }, "p.zip");
    expect(await add(project, "gait-out/capture.json")).toMatchObject({ runId: "run_base" });
  });

  it("refuses another artifact in its place (§15 item 5)", async () => {
    const project = await captured({ "a.zip": packOf() }, "a.zip");
    project.write({ "a.zip": packOf({ calls: ["tool.read"] }) });
    await expect(add(project, "gait-out/capture.json")).rejects.toMatchObject({ exitCode: 2, code: "captured_artifact_changed" });
    expect(project.exists("fixtures")).toBe(false);
  });

  const chain = {
    "c1.zip": packOf({ runId: "run_cp_1" }),
    "c2.zip": packOf({ runId: "run_cp_2" }),
    "chain.json": chainOf([
      { index: 1, path: "c1.zip" },
      { index: 2, path: "c2.zip" },
    ]),
  };

  it("imports the checkpoint that was captured, another one only when asked for (§15 item 6)", async () => {
    const project = await captured(chain, "chain.json", "1");
    expect(await add(project, "gait-out/capture.json")).toMatchObject({ runId: "run_cp_1" });
    expect(await add(project, "gait-out/capture.json", { checkpoint: "latest" })).toMatchObject({ runId: "run_cp_2" });
  });

  it("takes a receipt of the reference, which binds nothing", async () => {
    const project = new Project().write({
      ...chain,
      "r.json": {
        schema_id: "gait.capture.receipt",
        schema_version: "1.0.0",
        ok: true,
        from: "chain.json",
        artifact_type: "runpack",
        artifact_path: "c1.zip",
        session_chain_path: " chain.json ",
        output_path: "r.json",
      },
    });
    expect(await add(project, "r.json")).toMatchObject({ runId: "run_cp_2" });
  });

  it("names the type that it cannot import", async () => {
    const receipt = { schema_id: "gait.capture.receipt", schema_version: "1.0.0", artifact_type: "trace", artifact_path: "t.json" };
    await expect(add(new Project().write({ "r.json": receipt }), "r.json")).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining("a trace"),
    });
  });

  it("init takes no receipts", async () => {
    const project = await captured({ "a.zip": packOf() }, "a.zip");
    await expect(init(project, "gait-out/capture.json")).rejects.toThrow("open zip");
  });
});

describe("what is recorded of a run", () => {
  it("tools without blanks, verdicts of all results, the context digest as a requirement", async () => {
    const digest = "c".repeat(64);
    const project = new Project().write({
      "s.zip": packOf({ calls: [" tool.read ", " ", "tool.write=denied", "tool.x=-"], contextSetDigest: digest, receipts: [{}] }),
    });
    await init(project, "s.zip");
    expect(project.json("fixtures/run_base/fixture.json")).toMatchObject({
      expected_tool_sequence: ["tool.read", "tool.write", "tool.x"],
      expected_verdict_sequence: ["allow", "allow", "block"],
      context_conformance: "required",
      expected_context_set_digest: digest,
    });
    expect(fs.statSync(project.path("fixtures/run_base/fixture.json")).mode & 0o777).toBe(0o600);
    expect(fs.statSync(project.path("fixtures/run_base")).mode & 0o777).toBe(0o750);
  });
});
