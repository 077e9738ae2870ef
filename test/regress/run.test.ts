import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { shardOf } from "../../src/regress/plan.js";
import { resultText, writeRegressFiles } from "../../src/regress/result-files.js";
import { renderJunit } from "../../src/report/junit.js";
import { graderOf, Project, packOf, runPackOf, specimen, summaryOf, withDuplicate, withEntry } from "./support.js";

describe("the worked example of spec 40 §2.3", () => {
  it("is reproduced byte for byte", async () => {
    expect(sha256Hex(specimen())).toBe("4ffd34a690a241c6aef32886c1221c8066306983490afd1e457be742624716d7");
    const project = await new Project().fixture("run_base", specimen());
    // `fixture` rewrites what it edits; here nothing was, so the file is as init wrote it.
    const rewritten = project.json("fixtures/run_base/fixture.json");
    project.write({ "fixtures/run_base/fixture.json": `${JSON.stringify(rewritten, null, 2)}\n` });
    expect(sha256Hex(project.bytes("fixtures/run_base/runpack.zip"))).toBe(sha256Hex(specimen()));
    expect(sha256Hex(project.bytes("fixtures/run_base/fixture.json"))).toBe(
      "def2cbfa43e8576e28a512e7b8af78ff01d339aa5a3a34075fdfa9fdc6eba703",
    );
    expect(sha256Hex(project.bytes("gait.yaml"))).toBe("d22e6910db5e770315c41935835d4f99a9d3b633eaee9b0260b4b77cfbe68fb1");
    const run = await project.run();
    writeRegressFiles(project.host, run.result, { output: "regress_result.json", junit: "deep/j.xml" });
    expect(sha256Hex(project.bytes("regress_result.json"))).toBe("57345615028910787d12e94dff0e28f40fdc92a7fe566b951504a95275a8c7bf");
    expect(sha256Hex(project.bytes("deep/j.xml"))).toBe("28f04f8e3280486ec6d6c98f21640492232854371db67fc0ae51b4d10b32e4f5");
    expect(fs.statSync(project.path("regress_result.json")).mode & 0o777).toBe(0o600);
  });
});

describe("order and times", () => {
  it("sorts by full name: - and . before /, _ and letters after", async () => {
    const project = new Project();
    for (const name of ["a", "a-b", "a.b", "a_b", "b"]) await project.fixture(name, {});
    const order = (await project.run()).result.graders.map(({ name }) => name.split("/")[0]);
    expect([...new Set(order)]).toEqual(["a-b", "a.b", "a", "a_b", "b"]);
  });

  it("takes created_at of the first fixture by name, not by grader, in UTC", async () => {
    const project = await new Project().fixture("a", { createdAt: "2026-03-01T12:30:00.12+02:00" });
    await project.fixture("a-b", { createdAt: "2026-03-01T10:00:00Z" });
    expect((await project.run()).result.created_at).toBe("2026-03-01T10:30:00.12Z");
  });

  it("does not depend on the order of the config", async () => {
    const project = new Project();
    for (const name of ["c", "a", "b"]) await project.fixture(name, { runId: `run_${name}` });
    const before = resultText((await project.run()).result);
    const config = project.json("gait.yaml");
    project.write({ "gait.yaml": { ...config, fixtures: [...(config.fixtures as object[])].reverse() as never } });
    expect(resultText((await project.run()).result)).toBe(before);
  });

  it("grades a fixture twice that is listed twice, and warns", async () => {
    const project = await new Project().fixture("a", {});
    const entry = { name: "a", runpack: "./fixtures//a/runpack.zip" };
    project.write({ "gait.yaml": { fixtures: [entry, entry] } });
    const run = await project.run();
    expect(run.result.graders).toHaveLength(8);
    expect(run.warnings.join("\n")).toContain('"a" is listed more than once');
    expect(graderOf(run, "a/diff").details.candidate_runpack).toBe("fixtures/a/runpack.zip");
  });
});

describe("a fixture without a candidate", () => {
  it("is said to be compared only with itself", async () => {
    const project = await new Project().fixture("a", {});
    await project.fixture("b", {}, { candidate_runpack: "candidate.zip" });
    project.write({ "fixtures/b/candidate.zip": packOf({ runId: "run_later", createdAt: "2026-04-01T00:00:00Z" }) });
    const run = await project.run();
    expect(run.exitCode).toBe(0);
    expect(run.selfComparisons).toBe(1);
    expect(run.fixtures.map(({ selfComparison }) => selfComparison)).toEqual([true, false]);
    expect(run.fixtures.map(({ candidate }) => candidate?.run_id)).toEqual([undefined, "run_later"]);
    expect(run.warnings[0]).toBe(
      "1 of 2 fixtures was compared only with itself: no candidate run was given, so nothing new was tested. " +
        "Record the agent again and pass the folder with --candidates.",
    );
  });

  it("also when the candidate is the baseline under another name", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "../a/./runpack.zip" });
    fs.symlinkSync("runpack.zip", project.path("fixtures/a/link.zip"));
    expect((await project.run()).selfComparisons).toBe(1);
    project.set("a", { candidate_runpack: "link.zip" });
    const run = await project.run();
    expect(run.selfComparisons).toBe(1);
    expect(graderOf(run, "a/diff").details.candidate_runpack).toBe("fixtures/a/link.zip");
  });

  it("leaves a mark nowhere in the result file", async () => {
    const project = await new Project().fixture("a", {});
    expect(resultText((await project.run()).result)).not.toContain("self");
  });
});

describe("candidates from a folder (spec 40 §13.1)", () => {
  const drifted = packOf({ calls: ["tool.read", "tool.delete"], createdAt: "2026-04-01T00:00:00Z" });

  it("takes <fixture>.zip, else the pack with the run id", async () => {
    const project = await new Project().fixture("a", { runId: "run_a" });
    await project.fixture("b", { runId: "run_b" });
    project.write({
      "out/a.zip": packOf({ runId: "run_other", calls: ["x"] }),
      "out/some-name.ZIP": packOf({ runId: "run_b", createdAt: "2026-04-01T00:00:00Z" }),
      "out/broken.zip": "not a zip",
    });
    const run = await project.run({ candidates: "out" });
    expect(run.selfComparisons).toBe(0);
    expect(graderOf(run, "a/trajectory")).toMatchObject({ status: "fail", details: { candidate_runpack: "out/a.zip" } });
    expect(graderOf(run, "b/trajectory")).toMatchObject({ status: "pass", details: { candidate_runpack: "out/some-name.ZIP" } });
    expect(run.warnings.join("\n")).toContain("candidate out/broken.zip was not looked at");
    expect(run.exitCode).toBe(5);
  });

  it("replaces a candidate that fixture.json names", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "old.zip" });
    project.write({ "fixtures/a/old.zip": packOf(), "out/a.zip": drifted });
    expect(graderOf(await project.run({ candidates: "out" }), "a/trajectory").status).toBe("fail");
    fs.rmSync(project.path("out/a.zip"));
    expect(graderOf(await project.run({ candidates: "out" }), "a/trajectory").reason_codes).toEqual(["no_candidate"]);
  });

  it("fails a fixture that has none, unless told otherwise; never compares it with itself", async () => {
    const project = await new Project().fixture("a", { contextSetDigest: "a".repeat(64) });
    fs.mkdirSync(project.path("out"));
    const failing = await project.run({ candidates: "out" });
    expect(summaryOf(failing)).toEqual([
      "a/context_conformance=no_candidate",
      "a/diff=no_candidate",
      "a/expected_exit_code",
      "a/schema_validation",
      "a/trajectory=no_candidate",
    ]);
    expect(graderOf(failing, "a/context_conformance").context_conformance).toBe("missing");
    expect(failing).toMatchObject({ exitCode: 5, selfComparisons: 0 });
    const passing = await project.run({ candidates: "out", missingCandidate: "pass" });
    expect(passing).toMatchObject({ exitCode: 0, selfComparisons: 0 });
    expect(graderOf(passing, "a/diff")).toMatchObject({ status: "pass", reason_codes: ["no_candidate"] });
  });

  it("refuses to guess between packs of one run", async () => {
    const project = await new Project().fixture("a", {});
    project.write({ "out/x.zip": packOf(), "out/y.zip": packOf() });
    const grader = graderOf(await project.run({ candidates: "out" }), "a/diff");
    expect(grader.reason_codes).toEqual(["candidate_path_invalid"]);
    expect(grader.details.error).toBe("several packs of run run_base in out: out/x.zip, out/y.zip");
  });

  it("is an error where there is no such folder", async () => {
    const project = await new Project().fixture("a", {});
    await expect(project.run({ candidates: "nope" })).rejects.toMatchObject({ exitCode: 6, message: "candidates folder not found: nope" });
  });

  it("may lie anywhere, but nothing in it may lead further", async () => {
    const project = await new Project().fixture("a", {});
    const elsewhere = new Project().write({ "deep/a.zip": packOf({ createdAt: "2026-04-01T00:00:00Z" }) });
    expect((await project.run({ candidates: elsewhere.path("deep") })).exitCode).toBe(0);
    fs.mkdirSync(project.path("out"));
    fs.symlinkSync(elsewhere.path("deep/a.zip"), project.path("out/a.zip"));
    const run = await project.run({ candidates: "out" });
    expect(run.fixtures[0]?.problem).toMatchObject({ reason: "path_outside_project", exitCode: 6 });
    expect((await project.run({ candidates: "out", allowOutside: true })).exitCode).toBe(0);
    fs.symlinkSync(elsewhere.path("deep"), project.path("linked"));
    await expect(project.run({ candidates: "linked" })).rejects.toMatchObject({ code: "path_outside_project", exitCode: 6 });
    expect((await project.run({ candidates: "linked", allowOutside: true })).exitCode).toBe(0);
  });
});

describe("candidates that are no good end with 5, as drift does", () => {
  it.each([
    [
      "not there",
      null,
      "candidate_path_invalid",
      "candidate_path_invalid",
      "candidate runpack not found: stat fixtures/a/c.zip: no such file or directory",
    ],
    ["no zip", "text", "candidate_runpack_invalid", "diff_error", "open zip: "],
  ])("%s", async (_, content, trajectory, diff, error) => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "c.zip" });
    if (content !== null) project.write({ "fixtures/a/c.zip": content });
    const run = await project.run();
    expect(run.exitCode).toBe(5);
    expect(summaryOf(run)).toEqual([`a/diff=${diff}`, "a/expected_exit_code", "a/schema_validation", `a/trajectory=${trajectory}`]);
    expect(graderOf(run, "a/trajectory").details).toEqual({ error: expect.stringContaining(error), fixture: "a", run_id: "run_base" });
  });

  it("below a file", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "runpack.zip/x" });
    expect(graderOf(await project.run(), "a/diff").details.error).toBe(
      "candidate runpack not found: stat fixtures/a/runpack.zip/x: not a directory",
    );
  });

  it("a pack is unwrapped in a folder of candidates, not where fixture.json names it", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "pack.zip" });
    const pack = await runPackOf(packOf({ createdAt: "2026-04-01T00:00:00Z" }));
    project.write({ "fixtures/a/pack.zip": pack, "out/nightly.zip": pack });
    expect(graderOf(await project.run(), "a/diff").details.error).toBe("missing manifest.json");
    const run = await project.run({ candidates: "out" });
    expect(run).toMatchObject({ exitCode: 0, selfComparisons: 0 });
    expect(run.fixtures[0]?.candidate).toMatchObject({ path: "out/nightly.zip", run_id: "run_base", sha256: sha256Hex(pack) });
  });
});

describe("fixtures that cannot be judged (spec 40 §15 item 8)", () => {
  const damage: [string, (project: Project) => void, string, string, number][] = [
    ["no runpack", (p) => fs.rmSync(p.path("fixtures/b/runpack.zip")), "fixture_unreadable", "fixture runpack missing for b: stat ", 6],
    [
      "a cut runpack",
      (p) => p.write({ "fixtures/b/runpack.zip": packOf().subarray(0, 200) }),
      "fixture_unreadable",
      "read fixture runpack for b: ",
      6,
    ],
    ["no fixture.json", (p) => fs.rmSync(p.path("fixtures/b/fixture.json")), "fixture_unreadable", "read fixture metadata for b: ", 6],
    ["a broken fixture.json", (p) => p.write({ "fixtures/b/fixture.json": "{" }), "fixture_invalid", "parse fixture metadata", 6],
    ["a rule broken", (p) => p.set("b", { checkpoint_index: -1 }), "fixture_invalid", "checkpoint_index must be >= 0", 6],
    ["another name", (p) => p.set("b", { name: "c" }), "fixture_invalid", "fixture metadata name mismatch for b", 6],
    ["another run in the config", (p) => p.set("b", { run_id: "x" }), "fixture_invalid", "fixture run_id mismatch for b", 6],
    [
      "another run in the runpack",
      (p) => p.write({ "fixtures/b/runpack.zip": packOf({ runId: "run_x" }) }),
      "fixture_invalid",
      "runpack run_id mismatch for b",
      6,
    ],
  ];
  it.each(damage)("%s: the others run, the result says why", async (_, harm, reason, message, exitCode) => {
    const project = new Project();
    for (const name of ["a", "b", "c"]) await project.fixture(name, {});
    harm(project);
    const run = await project.run();
    expect(run.exitCode).toBe(exitCode);
    expect(run.fixtures[1]?.problem).toMatchObject({ reason, message: expect.stringContaining(message) });
    expect(run.fixtures[1]?.graders).toEqual([]);
    expect(run.result.status).toBe("fail");
    expect(run.result.graders).toHaveLength(9);
    const entry = graderOf(run, "b/schema_validation");
    expect(entry).toMatchObject({
      status: "fail",
      reason_codes: [reason],
      details: { fixture: "b", error: run.fixtures[1]?.problem?.message },
    });
    expect(renderJunit(run.result)).toContain(
      `<testcase name="schema_validation" classname="b" time="0">\n      <failure message="${reason}"`,
    );
  });

  it("a damaged fixture outweighs drift; duplicate entries are exit 2, whichever comes first decides", async () => {
    const project = await new Project().fixture("a", {}, { expected_replay_exit_code: 2 });
    await project.fixture("b", {});
    project.write({ "fixtures/b/runpack.zip": withDuplicate(packOf()) });
    const run = await project.run();
    expect(run.fixtures[1]?.problem?.message).toBe("read fixture runpack for b: zip contains duplicate entries: run.json");
    expect(run.exitCode).toBe(2);
    project.write({ "fixtures/a/runpack.zip": "x" });
    expect((await project.run()).exitCode).toBe(6);
  });

  it("takes created_at from the first fixture that was read", async () => {
    const project = await new Project().fixture("a", {});
    await project.fixture("b", { createdAt: "2026-05-05T00:00:00Z" });
    project.write({ "fixtures/a/runpack.zip": "x" });
    expect((await project.run()).result.created_at).toBe("2026-05-05T00:00:00Z");
    project.write({ "fixtures/b/runpack.zip": "x" });
    expect((await project.run()).result.created_at).toBe("1980-01-01T00:00:00Z");
  });

  it("stays a problem of the config where that cannot be read", async () => {
    const project = await new Project().fixture("a", {});
    await expect(project.run({ config: "none.yaml" })).rejects.toThrow("read config: open none.yaml: no such file or directory");
    project.write({ "gait.yaml": "{}" });
    await expect(project.run()).rejects.toMatchObject({ code: "no_fixtures", exitCode: 6 });
  });
});

describe("paths stay in the project (spec 40 §15 item 9)", () => {
  async function withOutside() {
    const other = new Project().write({ "secret.zip": packOf({ createdAt: "2026-04-01T00:00:00Z" }) });
    return { project: await new Project().fixture("a", {}), secret: other.path("secret.zip") };
  }
  it.each([
    ["an absolute candidate", (secret: string) => ({ candidate_runpack: secret })],
    ["a candidate with ..", () => ({ candidate_runpack: "../../../../../../../../etc/hostname" })],
  ])("%s is refused before it is looked at", async (_, settings) => {
    const { project, secret } = await withOutside();
    project.set("a", settings(secret));
    const run = await project.run();
    expect(run.exitCode).toBe(6);
    expect(run.fixtures[0]?.problem).toMatchObject({
      reason: "path_outside_project",
      message: expect.stringContaining("lies outside the project"),
    });
  });

  it("an absolute path inside is fine, one outside with allowOutside", async () => {
    const { project, secret } = await withOutside();
    project.write({ "c.zip": packOf({ createdAt: "2026-04-01T00:00:00Z" }) }).set("a", { candidate_runpack: project.path("c.zip") });
    expect((await project.run()).exitCode).toBe(0);
    project.set("a", { candidate_runpack: secret });
    expect((await project.run({ allowOutside: true })).exitCode).toBe(0);
  });

  it.each(["candidate", "metadata", "runpack", "folder"])("a symbolic link out of the project: %s", async (what) => {
    const { project, secret } = await withOutside();
    const other = await new Project().fixture("a", {});
    if (what === "candidate") {
      fs.symlinkSync(secret, project.path("fixtures/a/link.zip"));
      project.set("a", { candidate_runpack: "link.zip" });
    } else if (what === "metadata") {
      fs.rmSync(project.path("fixtures/a/fixture.json"));
      fs.symlinkSync(other.path("fixtures/a/fixture.json"), project.path("fixtures/a/fixture.json"));
    } else if (what === "runpack") {
      fs.rmSync(project.path("fixtures/a/runpack.zip"));
      fs.symlinkSync(other.path("fixtures/a/runpack.zip"), project.path("fixtures/a/runpack.zip"));
    } else {
      fs.rmSync(project.path("fixtures"), { recursive: true });
      fs.symlinkSync(other.path("fixtures"), project.path("fixtures"));
    }
    const run = await project.run();
    expect(run.fixtures[0]?.problem).toMatchObject({ reason: "path_outside_project", message: expect.stringContaining("symbolic link") });
    expect((await project.run({ allowOutside: true })).exitCode).toBe(0);
  });

  it("links inside the project are followed", async () => {
    const { project } = await withOutside();
    project.write({ "recorded/c.zip": packOf({ createdAt: "2026-04-01T00:00:00Z" }) });
    fs.symlinkSync("../../recorded/c.zip", project.path("fixtures/a/link.zip"));
    expect((await project.set("a", { candidate_runpack: "link.zip" }).run()).exitCode).toBe(0);
  });

  it("a wider root widens them", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "../../../shared.zip" });
    fs.writeFileSync(project.path("../shared.zip"), packOf({ createdAt: "2026-04-01T00:00:00Z" }));
    expect((await project.run()).exitCode).toBe(6);
    expect((await project.run({ root: project.path("..") })).exitCode).toBe(0);
  });
});

describe("only, skip, fail-fast, jobs, shards", () => {
  const names = ["alpha", "beta", "delta", "gamma"];
  async function four() {
    const project = new Project();
    for (const name of names) await project.fixture(name, { runId: `run_${name}` });
    return project.set("beta", { expected_replay_exit_code: 2 });
  }
  const ran = (run: { fixtures: readonly { fixture: { name: string } }[] }) => run.fixtures.map(({ fixture }) => fixture.name);

  it("chooses by name and refuses names that no fixture has", async () => {
    const project = await four();
    expect(ran(await project.run({ only: ["gamma", "alpha"] }))).toEqual(["alpha", "gamma"]);
    expect(ran(await project.run({ skip: ["beta"] }))).toEqual(["alpha", "delta", "gamma"]);
    await expect(project.run({ only: ["gama"] })).rejects.toThrow("no such fixture: gama");
    await expect(project.run({ skip: names })).rejects.toThrow("no fixtures left to run");
  });

  it("stops at the first failing fixture by name, whatever the number of jobs", async () => {
    const project = await four();
    for (const jobs of [1, 2, 8]) {
      const run = await project.run({ failFast: true, jobs });
      expect(ran(run)).toEqual(["alpha", "beta"]);
      expect(run.exitCode).toBe(5);
      expect(run.warnings).toContain("stopped at the first failing fixture: 2 of 4 were not judged");
    }
  });

  it("gives the same bytes for every number of jobs", async () => {
    const project = await four();
    const texts = await Promise.all([1, 2, 3, 16].map(async (jobs) => resultText((await project.run({ jobs })).result)));
    expect(new Set(texts).size).toBe(1);
  });

  it("tells about progress", async () => {
    const seen: string[] = [];
    await (await four()).run({ jobs: 1, onProgress: (done, total, fixture) => seen.push(`${done}/${total} ${fixture}`) });
    expect(seen).toEqual(["1/4 alpha", "2/4 beta", "3/4 delta", "4/4 gamma"]);
  });

  it.each([2, 3, 7])("%i shards together judge what one run judges", async (count) => {
    const project = await four();
    project.set("gamma", { context_conformance: "none" });
    const whole = (await project.run()).result.graders;
    const parts = await Promise.all(
      Array.from({ length: count }, async (_, i) => (await project.run({ shard: { index: i + 1, count } })).result.graders),
    );
    const merged = parts.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(merged).toEqual([...whole].sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  it("deals every name to exactly one shard, the same always", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (name, count) => {
        const shard = shardOf(name, count);
        return shard >= 1 && shard <= count && shard === shardOf(name, count);
      }),
    );
    expect(names.map((name) => shardOf(name, 4))).toEqual([1, 4, 1, 4]);
  });

  it.each([
    [0, 2],
    [3, 2],
    [1.5, 2],
  ])("refuses shard %s of %s", async (index, count) => {
    await expect((await four()).run({ shard: { index, count } })).rejects.toThrow("invalid shard");
  });
});

describe("what else a run remarks", () => {
  it("unknown settings and entries that no digest covers", async () => {
    const project = await new Project().fixture("a", {}, { expected_tools: ["x"] });
    project.write({ "fixtures/a/runpack.zip": withEntry(packOf(), "extra.txt") });
    const run = await project.run();
    expect(run.exitCode).toBe(0);
    expect(run.warnings.slice(1)).toEqual([
      "fixture a: unknown field expected_tools in fixture.json is ignored",
      "fixture a: the runpack holds entries that its manifest does not declare: extra.txt",
    ]);
  });

  it("compares calls, context and risk for reports when asked to", async () => {
    const project = await new Project().fixture("a", {}, { candidate_runpack: "c.zip" });
    project.write({ "fixtures/a/c.zip": packOf({ calls: ["tool.read", "tool.delete"] }) });
    expect((await project.run()).fixtures[0]?.detail).toBeNull();
    const detail = (await project.run({ detail: true })).fixtures[0]?.detail;
    expect(detail?.tool_calls.map(({ kind, tool }) => `${kind} ${tool}`)).toEqual([
      "same tool.read",
      "removed tool.write",
      "added tool.delete",
    ]);
  });
});

describe("writing the files", () => {
  it("refuses folders that are not there for the result, makes them for JUnit", async () => {
    const project = await new Project().fixture("a", {});
    const { result } = await project.run();
    expect(() => writeRegressFiles(project.host, result, { output: "deep/out.json", junit: "" })).toThrow(/^write regress result: /);
    expect(() => writeRegressFiles(project.host, result, { output: "../up.json", junit: "" })).toThrow(
      /path must be local relative or absolute/,
    );
    expect(() => writeRegressFiles(project.host, result, { output: "r.json", junit: "../up.xml" })).toThrow(/^write junit report: /);
    expect(project.exists("r.json")).toBe(true);
    expect(project.exists("deep")).toBe(false);
  });
});
