import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS, renderOutputs } from "../../src/ci/outputs.js";
import { sha256Hex } from "../../src/format/canonical.js";
import { renderJson } from "../../src/report/json.js";
import { readReport } from "../../src/report/json-reader.js";
import type { CiReport } from "../../src/report/model.js";
import { craft } from "../format/zip-support.js";
import { checkAgainst } from "../support/check.js";
import { configFile, fixtureFiles, packBytes, Repository } from "../support/repository.js";

const CALLS = ["crm.lookup(1)", "mail.send(2)", "pay.refund(3)=blocked"];

/** A repository with one fixture `a` and its candidate. */
function withCandidate(calls: readonly string[], metadata = {}) {
  const repo = new Repository();
  repo.commit({ ...fixtureFiles("a", CALLS, { metadata }), ...configFile(["a"]), "out/a.zip": packBytes(calls, { runId: "run_now" }) });
  return repo;
}

const verdictOf = ({ status, exit_code, failed_on }: CiReport) => ({ status, exit_code, failed_on });
const graders = (report: CiReport) =>
  report.projects[0]!.fixtures[0]!.graders.filter(({ status }) => status === "fail").map(
    ({ name, reason_codes, message, location }) => `${name} ${reason_codes.join(",")} | ${message} | ${location?.file}:${location?.line}`,
  );

describe("one project", () => {
  it("passes, and says that nothing was compared", async () => {
    const repo = new Repository();
    const head = repo.commit({ ...fixtureFiles("a", CALLS), ...configFile(["a"]) });
    const { report, exitCode, regressFiles } = await checkAgainst(repo, null, { headSha: head, baseNote: "no base asked for" });
    expect(exitCode).toBe(0);
    expect({ ...report, projects: [] }).toEqual({
      schema_id: "gait.ci.report",
      schema_version: "1.0.0",
      producer_version: "0.0.0-dev",
      kind: "regress",
      status: "pass",
      exit_code: 0,
      failed_on: [],
      head_sha: head,
      base_sha: "",
      base_note: "no base asked for",
      shard: { index: 0, count: 0 },
      reproduce: "npx gait regress run --json",
      projects: [],
      artifacts: [],
      totals: {
        projects: 1,
        fixtures: 1,
        fixtures_failed: 0,
        fixtures_errored: 0,
        self_comparisons: 1,
        graders: 4,
        graders_failed: 0,
        expectations_relaxed: 0,
        coverage_removed: 0,
        artifacts: 0,
        artifacts_tampered: 0,
        artifacts_unsigned: 0,
      },
    });
    const [project] = report.projects;
    expect({ ...project, fixtures: [] }).toEqual({
      path: ".",
      status: "pass",
      skipped: false,
      fixture_set: "default",
      config_file: "gait.yaml",
      config_digest: sha256Hex(repo.read("gait.yaml")),
      fixtures: [],
      fixtures_added: [],
      fixtures_removed: [],
      fixtures_changed: [],
      problem: null,
    });
    expect(project?.fixtures[0]).toMatchObject({
      name: "a",
      run_id: "run_a",
      status: "pass",
      self_comparison: true,
      directory: "fixtures/a",
      baseline: {
        path: "fixtures/a/runpack.zip",
        run_id: "run_a",
        sha256: sha256Hex(fs.readFileSync(path.join(repo.root, "fixtures/a/runpack.zip"))),
      },
      candidate: null,
      context: { classification: "none", receipts: [], widest_age_change_seconds: 0 },
      problem: null,
    });
    expect(regressFiles.map(({ project, result }) => [project, JSON.parse(result).status])).toEqual([[".", "pass"]]);
  });

  it("drifts: what changed, where, and how to see it again", async () => {
    const repo = withCandidate(["crm.lookup(1)", "mail.send(7)", "mail.send(8)=denied"]);
    const { report } = await checkAgainst(repo, null, { candidates: "out" });
    expect(verdictOf(report)).toEqual({ status: "fail", exit_code: 5, failed_on: ["drift"] });
    expect(report.reproduce).toBe("npx gait regress run --candidates out --json");
    expect(graders(report)).toEqual([
      "trajectory unexpected_tool_sequence | Expected `pay.refund` as call 2, got `mail.send`. | fixtures/a/fixture.json:11",
      "diff unexpected_diff | Changed beyond what is allowed: `intents.jsonl`, `results.jsonl`. | fixtures/a/fixture.json:1",
    ]);
    const [fixture] = report.projects[0]!.fixtures;
    expect(fixture?.candidate?.path).toBe("out/a.zip");
    expect(fixture?.tool_calls.map(({ kind, tool }) => `${kind} ${tool}`)).toEqual([
      "same crm.lookup",
      "args_changed mail.send",
      "removed pay.refund",
      "added mail.send",
    ]);
    expect(fixture?.verdicts).toEqual([]);
  });

  it.each([
    [
      ["crm.lookup(1)", "mail.send(2)"],
      "trajectory unexpected_tool_sequence,unexpected_verdict_sequence | Expected `pay.refund` as call 2, but the run had ended. Expected `block` as verdict 2, but the run had ended. | fixtures/a/fixture.json:11",
    ],
    [
      [...CALLS, "x"],
      "trajectory unexpected_tool_sequence,unexpected_verdict_sequence | Expected no call 3, got `x`. Expected no verdict 3, got `allow`. | fixtures/a/fixture.json:11",
    ],
    [
      ["crm.lookup(1)", "mail.send(2)", "pay.refund(3)"],
      "trajectory unexpected_verdict_sequence | Expected `block` as verdict 2, got `allow`. | fixtures/a/fixture.json:16",
    ],
  ])("candidate %j", async (calls, expected) => {
    const { report } = await checkAgainst(withCandidate(calls), null, { candidates: "out" });
    expect(graders(report)[0]).toBe(expected);
  });

  it("verdicts that differ from the expected ones are listed", async () => {
    const { report } = await checkAgainst(withCandidate(["crm.lookup(1)=weird", "mail.send(2)"]), null, { candidates: "out" });
    expect(report.projects[0]?.fixtures[0]?.verdicts).toEqual([
      { index: 0, expected: "allow", actual: "error" },
      { index: 2, expected: "block", actual: "" },
    ]);
  });

  it("other graders point to their fields", async () => {
    const repo = withCandidate(CALLS, {
      expected_replay_exit_code: 2,
      context_conformance: "required",
      expected_context_set_digest: "c".repeat(64),
      diff_allow_changed_files: ["refs.json"],
    });
    repo.write({ "out/a.zip": packBytes(["crm.lookup(2)", ...CALLS.slice(1)]) });
    const { report } = await checkAgainst(repo, null, { candidates: "out" });
    expect(graders(report)).toEqual([
      "expected_exit_code unexpected_exit_code | Expected the replay to end with 2, it ended with 0. | fixtures/a/fixture.json:7",
      "diff unexpected_diff | Changed beyond what is allowed: `intents.jsonl`. | fixtures/a/fixture.json:20",
      "context_conformance context_set_digest_mismatch | References were added, removed or changed. | fixtures/a/fixture.json:19",
    ]);
    expect(report.projects[0]?.fixtures[0]?.context.classification).toBe("semantic");
  });

  it("fails for what was asked for and for nothing else", async () => {
    const calm = ["crm.lookup(1)", "mail.send(2)", "pay.refund(3)=blocked"];
    const repo = withCandidate([...calm, "db.drop(1)"], {
      expected_tool_sequence: [],
      expected_verdict_sequence: [],
      diff_allow_changed_files: ["intents.jsonl", "results.jsonl", "refs.json"],
    });
    const run = async (failOn: Parameters<typeof checkAgainst>[2]) =>
      verdictOf((await checkAgainst(repo, null, { candidates: "out", ...failOn })).report);
    expect(await run({ failOn: [] })).toEqual({ status: "pass", exit_code: 0, failed_on: [] });
    expect(await run({ failOn: ["risk-increase", "context-runtime", "drift"] })).toEqual({
      status: "fail",
      exit_code: 5,
      failed_on: ["risk-increase"],
    });
    const receipts = [{ retrieved_at: "2026-03-01T09:00:00Z" }];
    repo.write({
      ...fixtureFiles("a", calm, { receipts, metadata: { diff_allow_changed_files: ["refs.json"] } }),
      "out/a.zip": packBytes(calm, { receipts: [{ retrieved_at: "2026-03-02T09:00:00Z" }] }),
    });
    expect(await run({ failOn: ["risk-increase", "context-runtime", "drift"] })).toEqual({
      status: "fail",
      exit_code: 5,
      failed_on: ["context-runtime"],
    });
    repo.write({ "out/a.zip": packBytes(["x"]) });
    expect(await run({ failOn: [] })).toEqual({ status: "pass", exit_code: 0, failed_on: [] });
  });
});

describe("what cannot be judged is an error, never a pass", () => {
  const TWO = { ...fixtureFiles("a", CALLS), ...fixtureFiles("b", CALLS), ...configFile(["a", "b"]) };

  it.each<[string, (repo: Repository) => void, object, string, number]>([
    [
      "a missing runpack, at the entry of gait.yaml",
      (repo) => repo.write({ "fixtures/b/runpack.zip": null }),
      { reason: "fixture_unreadable", location: { file: "gait.yaml", line: 11 } },
      "fixture runpack missing for b: stat fixtures/b/runpack.zip: no such file or directory",
      6,
    ],
    [
      "a damaged runpack",
      (repo) => repo.write({ "fixtures/b/runpack.zip": "no archive" }),
      { reason: "fixture_unreadable", location: { file: "gait.yaml", line: 11 } },
      "read fixture runpack for b: ",
      6,
    ],
    [
      "a runpack that holds a name twice, which weighs more than the rest",
      (repo) =>
        repo.write({ "fixtures/a/fixture.json": "{", "fixtures/b/runpack.zip": craft([{ name: "run.json" }, { name: "run.json" }]) }),
      { reason: "fixture_unreadable", location: { file: "gait.yaml", line: 11 } },
      "read fixture runpack for b: zip contains duplicate entries: run.json",
      2,
    ],
    [
      "a missing fixture.json",
      (repo) => repo.write({ "fixtures/b/fixture.json": null }),
      { reason: "fixture_unreadable", location: { file: "gait.yaml", line: 11 } },
      "read fixture metadata for b: ",
      6,
    ],
    [
      "fixture.json that is no JSON, at its line",
      (repo) => repo.write({ "fixtures/b/fixture.json": '{\n  "name": "b",\n  oops\n}\n' }),
      { reason: "fixture_invalid", location: { file: "fixtures/b/fixture.json", line: 3 } },
      "read fixture metadata for b: parse fixture metadata: invalid JSON at line 3",
      6,
    ],
    [
      "a verdict that is none, at its field",
      (repo) => repo.write(fixtureFiles("b", CALLS, { metadata: { expected_verdict_sequence: ["maybe"] } })),
      { reason: "fixture_invalid", location: { file: "fixtures/b/fixture.json", line: 13 } },
      "read fixture metadata for b: fixture expected_verdict_sequence invalid",
      6,
    ],
    [
      "another run than the config says",
      (repo) => repo.write(fixtureFiles("b", CALLS, { runId: "run_other" })),
      { reason: "fixture_invalid", location: { file: "fixtures/b/fixture.json", line: 5 } },
      "fixture run_id mismatch for b",
      6,
    ],
    [
      "a path that leaves the project",
      (repo) => repo.write({ "gait.yaml": repo.read("gait.yaml").replace("fixtures/b/runpack.zip", "../b/runpack.zip") }),
      { reason: "path_outside_project", location: { file: "gait.yaml", line: 11 } },
      "fixture runpack lies outside the project: ../b/runpack.zip",
      6,
    ],
  ])("%s", async (_name, damage, problem, message, exitCode) => {
    const repo = new Repository();
    const base = repo.commit(TWO);
    damage(repo);
    const { report } = await checkAgainst(repo, base);
    const [a, b] = report.projects[0]!.fixtures;
    expect(a?.status).toBe(exitCode === 2 ? "error" : "pass");
    expect(b?.status).toBe("error");
    expect(b?.problem).toMatchObject(problem);
    expect(b?.problem?.message.slice(0, message.length)).toBe(message);
    expect(verdictOf(report)).toEqual({ status: "error", exit_code: exitCode, failed_on: ["error"] });
    expect(report.projects[0]?.fixtures_removed).toEqual([]);
  });

  it.each<[string, Record<string, string | null>, string, string, number]>([
    ["no config", { "gait.yaml": null }, "config_missing", "read config: open gait.yaml: no such file or directory", 1],
    ["a broken config, at its line", { "gait.yaml": '{\n"fixtures": [\n}' }, "config_invalid", "parse config: invalid JSON at line 3", 3],
    ["no fixtures", { "gait.yaml": '{"fixtures": []}' }, "no_fixtures", "no fixtures configured", 1],
  ])("%s", async (_name, files, reason, message, at) => {
    const repo = new Repository();
    repo.commit(TWO);
    repo.write(files);
    const { report, regressFiles } = await checkAgainst(repo, null);
    expect(report.projects[0]?.problem).toMatchObject({ reason, location: { file: "gait.yaml", line: at } });
    expect(report.projects[0]?.problem?.message.slice(0, message.length)).toBe(message);
    expect(verdictOf(report)).toEqual({ status: "error", exit_code: 6, failed_on: ["error"] });
    expect(regressFiles).toEqual([]);
  });

  it("candidates that are not there", async () => {
    const repo = new Repository();
    repo.commit(TWO);
    const { report } = await checkAgainst(repo, null, { candidates: "out" });
    expect(report.projects[0]?.problem).toEqual({
      reason: "candidate_path_invalid",
      message: "candidates folder not found: out",
      location: null,
    });
    expect(report.exit_code).toBe(6);
  });

  it.each([
    [{ requireBase: true }, 6],
    [{ failOn: ["relaxed"] }, 6],
    [{ failOn: ["relaxed"], requireBase: false }, 0],
    [{}, 0],
  ] as const)("no base commit, with %j", async (options, exitCode) => {
    const repo = new Repository();
    repo.commit(TWO);
    const { report } = await checkAgainst(repo, null, { baseNote: "it is gone", ...options });
    expect(report.exit_code).toBe(exitCode);
    expect(report.base_note).toBe("it is gone");
    expect(report.projects[0]?.problem).toEqual(
      exitCode === 0 ? null : { reason: "base_unavailable", message: "it is gone", location: null },
    );
  });

  it("a base that cannot be read any further", async () => {
    const repo = new Repository();
    repo.commit(TWO);
    const { report } = await checkAgainst(repo, "1".repeat(40), { requireBase: true });
    expect(report.base_note).toMatch(/^the base commit 1{40} cannot be read: git ls-tree: /);
    expect(report.exit_code).toBe(6);
  });

  it("no project", async () => {
    await expect(checkAgainst(new Repository(), null, { projects: [] })).rejects.toThrow(/no projects to check/);
  });
});

describe("several projects", () => {
  function monorepo() {
    const repo = new Repository();
    const base = repo.commit({
      ...fixtureFiles("a", CALLS, { project: "services/pay/" }),
      ...configFile(["a"], "services/pay/"),
      ...fixtureFiles("b", CALLS, { project: "services/mail/" }),
      ...configFile(["b"], "services/mail/"),
    });
    return { repo, base, projects: ["services/mail", "services/pay"] };
  }

  it("have one report, with paths from the root of the repository", async () => {
    const { repo, base, projects } = monorepo();
    repo.write({ "services/pay/out/a.zip": packBytes(["x"]), "services/mail/out/b.zip": packBytes(CALLS, { runId: "run_b" }) });
    const check = await checkAgainst(repo, base, { projects, candidates: "out" });
    expect(check.report.projects.map(({ path: name, status, config_file }) => [name, status, config_file])).toEqual([
      ["services/mail", "pass", "services/mail/gait.yaml"],
      ["services/pay", "fail", "services/pay/gait.yaml"],
    ]);
    const fixture = check.report.projects[1]!.fixtures[0]!;
    expect([fixture.directory, fixture.candidate?.path, fixture.graders.find(({ name }) => name === "trajectory")?.location]).toEqual([
      "services/pay/fixtures/a",
      "services/pay/out/a.zip",
      { file: "services/pay/fixtures/a/fixture.json", line: 9 },
    ]);
    expect(check.report.reproduce).toBe(
      `npx gait ci report --candidates out --base ${base} --fail-on drift,removed-coverage services/mail services/pay`,
    );
    expect(renderOutputs(check, ["junit", "json"]).map(({ name }) => name)).toEqual([
      "projects/services/mail/junit.xml",
      "projects/services/pay/junit.xml",
      "report.json",
      "projects/services/mail/regress_result.json",
      "projects/services/pay/regress_result.json",
    ]);
  });

  it("are skipped where nothing changed, and a skipped one is not a pass", async () => {
    const { repo, base, projects } = monorepo();
    repo.commit({ "services/pay/prompt.txt": "new" });
    const { report, regressFiles } = await checkAgainst(repo, base, { projects, onlyChanged: true });
    expect(report.projects.map(({ path: name, skipped, fixtures }) => [name, skipped, fixtures.length])).toEqual([
      ["services/mail", true, 0],
      ["services/pay", false, 1],
    ]);
    expect(report.totals).toMatchObject({ projects: 2, fixtures: 1 });
    expect(regressFiles.map(({ project }) => project)).toEqual(["services/pay"]);
    const all = await checkAgainst(repo, null, { projects, onlyChanged: true });
    expect(all.report.projects.map(({ skipped }) => skipped)).toEqual([false, false]);
  });
});

describe("determinism and hostile names", () => {
  const NAMES = [
    "`code`",
    "a|b",
    "<script>",
    "@team #1",
    "\u202egnp.exe",
    "a\u200bb",
    "%0A::error::x",
    "x".repeat(3_000),
    "'; touch pwned; '",
    "$(id)",
  ];

  function hostile() {
    const repo = new Repository();
    const files = NAMES.map((name, n) => {
      const made = fixtureFiles("f", [{ tool: name, args: name, status: name, result: name }, ...CALLS], {
        runId: name,
        metadata: { name },
      });
      return Object.fromEntries(Object.entries(made).map(([file, content]) => [file.replace("fixtures/f/", `fixtures/${n}/`), content]));
    });
    const fixtures = NAMES.map((name, n) => ({ name, run_id: name, runpack: `fixtures/${n}/runpack.zip` }));
    const base = repo.commit({ ...Object.assign({}, ...files), "gait.yaml": JSON.stringify({ fixtures }) });
    repo.write({
      "gait.yaml": JSON.stringify({ fixtures: fixtures.slice(3) }),
      "out/x.zip": packBytes([{ tool: NAMES[4]!, args: "", status: "<b>", result: "" }], { runId: NAMES[5]! }),
    });
    return { repo, base };
  }

  it("every output can be made of hostile names, and a stranger accepts the report", async () => {
    const { repo, base } = hostile();
    const check = await checkAgainst(repo, base, { candidates: "out", headSha: base, showArgs: true });
    expect(check.report.projects[0]?.fixtures.length).toBe(7);
    expect(check.report.projects[0]?.fixtures_removed.length).toBe(3);
    const outputs = renderOutputs(check, FORMATS);
    expect(outputs.length).toBe(10);
    const json = outputs.find(({ name }) => name === "report.json")!.content;
    expect(readReport(Buffer.from(json))).toEqual(JSON.parse(json));
  });

  it("the same commits give the same bytes", async () => {
    const { repo, base } = hostile();
    const [first, second] = [
      renderOutputs(await checkAgainst(repo, base, { candidates: "out" }), FORMATS),
      renderOutputs(await checkAgainst(repo, base, { candidates: "out", jobs: 4 }), FORMATS),
    ];
    expect(second).toEqual(first);
    // Nor does it matter where the repository lies.
    const other = new Repository();
    fs.cpSync(repo.root, other.root, { recursive: true });
    expect(renderOutputs(await checkAgainst(other, base, { candidates: "out" }), FORMATS)).toEqual(first);
  });

  it("a report of ten thousand calls is one that can be read", async () => {
    const calls = Array.from({ length: 10_000 }, (_, n) => `tool${n % 5}(${n})`);
    const repo = withCandidate(CALLS);
    repo.write({ ...fixtureFiles("a", calls), "out/a.zip": packBytes(calls.toReversed()) });
    const { report } = await checkAgainst(repo, null, { candidates: "out" });
    expect(report.projects[0]?.fixtures[0]?.tool_calls.length).toBe(10_000);
    expect(readReport(Buffer.from(renderJson(report))).status).toBe("fail");
  });
});
