/** The command line of regress and capture: flags, texts, JSON, exit codes (spec 40 §1.2, §1.3, §3–§6, §13). */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/main.js";
import type { JsonObject } from "../../src/format/json.js";
import { Project, packOf } from "./support.js";

interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: JsonObject;
}

async function gait(project: Project, line: string): Promise<Answer> {
  const warnings: string[] = [];
  const shell = { host: project.host, color: false, progress: () => {}, warn: (text: string) => void warnings.push(text) };
  const { exitCode, stdout } = await runCli(line.split(" "), shell);
  return {
    exitCode,
    stdout,
    stderr: warnings.join("\n"),
    json: stdout.startsWith("{") ? (JSON.parse(stdout) as JsonObject) : {},
  };
}

const drifting = packOf({ runId: "run_later", calls: ["tool.read", "tool.delete=denied"], createdAt: "2026-04-01T00:00:00Z" });

async function project(settings = {}) {
  return (await new Project().fixture("f", {}, settings)).write({ "out/f.zip": drifting });
}

describe("regress run", () => {
  it("says loudly that a fixture was compared only with itself: on stderr and in JSON, never in the pinned text", async () => {
    const one = await project();
    const text = await gait(one, "regress run");
    expect(text.stdout).toBe("regress run ok: fixture_set=default graders=4\noutput: regress_result.json\n");
    expect(text.stderr).toMatch(/^warning: 1 of 1 fixtures was compared only with itself: /);
    const { json, stderr } = await gait(one, "regress run --json");
    expect(json).toMatchObject({ ok: true, self_comparisons: 1, warnings: [expect.stringContaining("compared only with itself")] });
    expect(stderr).not.toBe("");
  });

  it("says nothing of the kind when there was a candidate", async () => {
    const one = (await new Project().fixture("f", {})).write({ "out/f.zip": packOf({ createdAt: "2026-04-01T00:00:00Z" }) });
    const { json, stderr, exitCode } = await gait(one, "regress run --candidates out --json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(json).not.toHaveProperty("self_comparisons");
    expect(json).not.toHaveProperty("warnings");
  });

  it("drift is exit 5 without error keys; the next command does the same run", async () => {
    const one = await project();
    const { exitCode, json } = await gait(one, "regress run --candidates out --junit j.xml --json");
    expect(exitCode).toBe(5);
    expect(json).toMatchObject({
      ok: false,
      status: "fail",
      fixture_set: "default",
      graders: 4,
      failed: 2,
      top_failure_reason: "unexpected_diff",
      next_command: "gait regress run --candidates out --json",
      artifact_paths: ["regress_result.json", "j.xml"],
      output: "regress_result.json",
      junit: "j.xml",
    });
    for (const key of ["error", "error_code", "hint", "retryable"]) expect(json).not.toHaveProperty(key);
    expect((await gait(one, "regress run --candidates out --junit j.xml")).stdout).toBe(
      "regress run failed: fixture_set=default failed=2\ntop_failure_reason: unexpected_diff\n" +
        "next: gait regress run --candidates out --json\nartifacts: regress_result.json, j.xml\noutput: regress_result.json\njunit: j.xml\n",
    );
  });

  it("shows a person what changed, call by call, beside the pinned text; JSON stays alone", async () => {
    const one = await project();
    const { stderr } = await gait(one, "regress run --candidates out");
    expect(stderr.replace(/[0-9a-f]{12}/g, "<digest>")).toBe(
      "\nf: 1 call added, 1 removed\n   0 tool.read    args <digest>  ok\n-  1 tool.write   args <digest>  ok\n+  1 tool.delete  args <digest>  denied [block]",
    );
    expect((await gait(one, "regress run --candidates out --json")).stderr).toBe("");
  });

  it("a damaged fixture is an error, and the files are written all the same (§15 item 8)", async () => {
    const one = await project();
    await one.fixture("g", {});
    one.write({ "fixtures/f/runpack.zip": "x" });
    const { exitCode, json } = await gait(one, "regress run --junit j.xml --json");
    expect(exitCode).toBe(6);
    expect(json).toMatchObject({
      ok: false,
      status: "fail",
      error_code: "invalid_input",
      error_category: "invalid_input",
      retryable: false,
      error: expect.stringContaining("read fixture runpack for f"),
      failed: 1,
      graders: 5,
      top_failure_reason: "fixture_unreadable",
    });
    expect(one.json("regress_result.json").status).toBe("fail");
    expect(one.text("j.xml")).toContain("fixture_unreadable");
    one.write({ "fixtures/g/runpack.zip": "x" });
    expect((await gait(one, "regress run")).stdout).toContain("(and 1 more could not be judged)");
  });

  it("what is wrong with the config writes nothing", async () => {
    const one = new Project();
    const { exitCode, json } = await gait(one, "regress run --json");
    expect(exitCode).toBe(6);
    expect(json.error).toBe("read config: open gait.yaml: no such file or directory");
    expect(one.exists("regress_result.json")).toBe(false);
  });

  it("empty values are the defaults; the result's path is written as given", async () => {
    const one = await project();
    expect((await gait(one, "regress run --output= --config= --json")).json.output).toBe("regress_result.json");
    expect((await gait(one, "regress run --output=r.json --junit= --json")).json.artifact_paths).toEqual(["r.json"]);
  });

  it.each([
    ["--missing-candidate maybe", "unsupported --missing-candidate: maybe"],
    ["--graders dice", "unknown grader: dice"],
    ["--jobs 0", "--jobs must be at least 1, not 0"],
    ["--candidates=", "--candidates must name a folder"],
    ["--format pdf", "unknown format: pdf"],
    ["--only nope", "no such fixture: nope"],
    ["stray", "unexpected positional arguments"],
    ["--nope", "flag provided but not defined: -nope"],
  ])("refuses %s before anything is written", async (flags, message) => {
    const one = await project();
    const { exitCode, json } = await gait(one, `regress run --json ${flags}`);
    expect({ exitCode, error: json.error }).toEqual({ exitCode: 6, error: expect.stringContaining(message) });
    expect(one.exists("regress_result.json")).toBe(false);
  });

  it("flags end at the first word: --json behind it is not seen", async () => {
    expect((await gait(new Project(), "regress init stray --json")).stdout).toMatch(
      /^regress init error: unexpected positional arguments\n/,
    );
  });

  it("writes the reports of the CI check", async () => {
    const one = await project();
    const { exitCode, json, stdout } = await gait(one, "regress run --candidates out --format junit-extended,sarif --out-dir ci --json");
    expect(exitCode).toBe(5);
    expect(json.reports).toEqual(["ci/junit-extended.xml", "ci/gait.sarif"]);
    expect(one.text("ci/junit-extended.xml")).toContain("tool.delete");
    expect(one.json("ci/gait.sarif").version).toBe("2.1.0");
    expect(stdout.split("\n")).toHaveLength(2);
    const annotated = await gait(one, "regress run --candidates out --format annotations --out-dir ci");
    expect(annotated.stdout).toContain("\n::error file=fixtures/f/fixture.json,line=1,");
  });

  it("shows names from files without letting them steer the terminal", async () => {
    const one = await project();
    one.write({ "gait.yaml": { fixture_set: "a\u001b[2Jb\u202e", fixtures: [{ name: "f", runpack: "fixtures/f/runpack.zip" }] } });
    const { stdout } = await gait(one, "regress run");
    expect(stdout).toContain("fixture_set=a[U+001B][2Jb[U+202E] ");
  });
});

describe("regress init, add, bootstrap", () => {
  it("text and JSON of init and add", async () => {
    const one = new Project().write({ "s.zip": packOf() });
    expect((await gait(one, "regress init --from s.zip --name f")).stdout).toBe(
      "regress init ok: fixture=f run_id=run_base\nconfig: gait.yaml\nrunpack: fixtures/f/runpack.zip\nnext: gait regress run --json\n",
    );
    const { json } = await gait(one, "regress add --from s.zip --name g --json");
    expect(json).toEqual({
      ok: true,
      source: "s.zip",
      run_id: "run_base",
      fixture_name: "g",
      fixture_dir: "fixtures/g",
      runpack_path: "fixtures/g/runpack.zip",
      config_path: "gait.yaml",
      next_commands: ["gait regress run --json"],
      correlation_id: expect.any(String),
    });
    expect((await gait(one, "regress add --from s.zip")).stdout).toBe("regress add ok: fixture=run_base run_id=run_base\n");
  });

  it("add names its source also in errors; a missing --from lists the forms", async () => {
    expect((await gait(new Project(), "regress add --from run_x --json")).json).toMatchObject({
      source: "run_x",
      error_code: "invalid_input",
    });
    expect((await gait(new Project(), "regress init --json")).json.error).toBe("missing required --from <run_id|path|session_chain.json>");
  });

  it("warns on stderr and in JSON of settings that are lost", async () => {
    const one = await project({ owner: "x" });
    const { json, stderr } = await gait(one, "regress init --from in/source.zip --name f --json");
    expect(json.warnings).toEqual([expect.stringContaining("is lost in owner")]);
    expect(stderr).toContain("is lost in owner");
  });

  it("bootstrap imports, then runs everything", async () => {
    const one = await project({ expected_replay_exit_code: 2 });
    one.write({ "s.zip": packOf({ runId: "run_new" }) });
    const { exitCode, json } = await gait(one, "regress bootstrap --from s.zip --json");
    expect(exitCode).toBe(5);
    expect(json).toMatchObject({ ok: false, fixture_name: "run_new", run_id: "run_new", status: "fail", failed: 1, self_comparisons: 2 });
    expect(json).not.toHaveProperty("graders");
    expect((await gait(one, "regress bootstrap --from s.zip --junit j.xml")).stdout).toBe(
      "regress bootstrap failed: run_id=run_new fixture=run_new failed=1\ntop_failure_reason: unexpected_exit_code\n" +
        "next: gait regress run --json\nartifacts: regress_result.json, j.xml\n",
    );
    one.set("f", { expected_replay_exit_code: 0 });
    expect((await gait(one, "regress bootstrap --from s.zip")).stdout).toBe(
      "regress bootstrap ok: run_id=run_new fixture=run_new\noutput: regress_result.json\n",
    );
    one.write({ "fixtures/f/runpack.zip": "x" });
    expect(await gait(one, "regress bootstrap --from s.zip")).toMatchObject({
      exitCode: 6,
      stdout: expect.stringMatching(/^regress bootstrap error: read fixture runpack for f/),
    });
  });
});

describe("accept, diff, list, remove, explain", () => {
  it("accept shows the calls that change and what is expected now; flags may follow the name", async () => {
    const { exitCode, stdout } = await gait(await project(), "regress accept f --candidate out/f.zip");
    expect(exitCode).toBe(0);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "regress accept ok: fixture=f run_id=run_later was=run_base",
      "runpack: fixtures/f/runpack.zip",
      "calls: 1 call added, 1 removed",
    ]);
    expect(stdout).toMatch(/^- {2}1 tool\.write /m);
    expect(stdout).toMatch(/^\+ {2}1 tool\.delete /m);
    expect(stdout).toContain('expected_tool_sequence: ["tool.read","tool.write"] -> ["tool.read","tool.delete"]\n');
  });

  it("accept as JSON", async () => {
    const { json } = await gait(await project(), "regress accept f --candidates out --json");
    expect(json).toMatchObject({
      ok: true,
      fixture_name: "f",
      candidate_runpack: "out/f.zip",
      run_id: "run_later",
      previous_run_id: "run_base",
      calls: { added: 1, removed: 1, changed: 0, moved: 0 },
      expectation_changes: [{ field: "expected_tool_sequence" }, { field: "expected_verdict_sequence" }],
    });
    expect((json.tool_calls as JsonObject[]).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  it("diff is 0 for the same, 2 for another run", async () => {
    const one = await project();
    const changed = await gait(one, "regress diff f --candidate out/f.zip");
    expect(changed.exitCode).toBe(2);
    expect(changed.stdout).toContain("regress diff changed: fixture=f run_base vs run_later\nchanged: intents.jsonl, results.jsonl\n");
    one.write({ "out/f.zip": packOf({ runId: "run_again" }) });
    const same = await gait(one, "regress diff f --candidates out --json");
    expect(same).toMatchObject({ exitCode: 0, json: { ok: true, candidate: { run_id: "run_again" } } });
  });

  it("list, remove, explain", async () => {
    const one = await project();
    expect((await gait(one, "regress list")).stdout).toBe(
      "regress list: fixture_set=default fixtures=1\nf  run_id=run_base tools=2 candidate=none\n",
    );
    expect((await gait(one, "regress list --json")).json).toMatchObject({ ok: true, fixtures: [{ name: "f", expected_tools: 2 }] });
    await gait(one, "regress run --candidates out --output r.json");
    const explained = await gait(one, "regress explain r.json");
    expect(explained.exitCode).toBe(0);
    expect(explained.stdout).toContain("f/trajectory\n  unexpected_tool_sequence: The agent called other tools\n");
    expect(explained.stdout).toContain("    - tool 1: expected tool.write, got tool.delete\n");
    expect((await gait(one, "regress explain --json")).json.error).toContain("open regress_result.json");
    expect((await gait(one, "regress remove f")).stdout).toContain("regress remove ok: fixture=f\nremoved: fixtures/f/runpack.zip\n");
    expect(fs.readdirSync(one.path("fixtures"))).toEqual([]);
  });

  it.each(["accept", "diff", "remove"])("%s needs a name", async (word) => {
    expect((await gait(await project(), `regress ${word} --json`)).json.error).toBe("expected the name of a fixture");
  });
});

describe("capture", () => {
  it("text and JSON", async () => {
    const one = new Project().write({ "s.zip": packOf() });
    expect((await gait(one, "capture --from s.zip")).stdout).toBe("capture ok: type=runpack path=s.zip\nreceipt: gait-out/capture.json\n");
    expect((await gait(one, "capture --json --from s.zip")).json).toMatchObject({
      ok: true,
      schema_id: "gait.capture.receipt",
      run_id: "run_base",
    });
  });

  it.each([
    ["--from nope.zip", { from: "nope.zip", ok: false }, "runpack not found: nope.zip"],
    ["", { ok: false }, "missing required --from"],
    [
      "--from s.zip --save-as x",
      { migration: { kind: "flag", deprecated_flag: "--save-as", replacement_flag: "--out" } },
      "--save-as was renamed: use --out",
    ],
    ["--from s.zip stray", { ok: false }, "unexpected positional arguments"],
  ])("failures carry the schema: %s", async (flags, fields, message) => {
    const { exitCode, json } = await gait(new Project().write({ "s.zip": packOf() }), `capture --json ${flags}`.trim());
    expect(exitCode).toBe(6);
    expect(json).toMatchObject({
      schema_id: "gait.capture.receipt",
      schema_version: "1.0.0",
      error: expect.stringContaining(message),
      ...fields,
    });
  });
});
