import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import type { CiReport, ExpectationChange } from "../../src/report/model.js";
import { checkAgainst } from "../support/check.js";
import { configFile, type FileContent, fixtureFiles, packBytes, Repository } from "../support/repository.js";

const CALLS = ["crm.lookup(1)", "mail.send(2)", "pay.refund(3)=blocked"];

function start(names: readonly string[] = ["a"], files: Record<string, FileContent> = {}) {
  const repo = new Repository();
  const base = repo.commit({
    ...Object.assign({}, ...names.map((name) => fixtureFiles(name, [...CALLS, `own.${name}`]))),
    ...configFile(names),
    ...files,
  });
  return { repo, base };
}

const line = ({ field, class: kind, base, head, location }: ExpectationChange) =>
  `${kind} ${field}: ${base || "–"} → ${head || "–"} (${location?.file}:${location?.line})`;
const changesIn = ({ projects }: CiReport) =>
  projects.flatMap(({ fixtures }) =>
    fixtures.flatMap(({ name, expectation_changes }) => expectation_changes.map((one) => `${name}: ${line(one)}`)),
  );
const verdictOf = ({ status, exit_code, failed_on }: CiReport) => ({ status, exit_code, failed_on });

/** Replaces text in a file of the repository; it must be there. */
function edit(repo: Repository, name: string, from: string, to: string): void {
  const before = repo.read(name);
  expect(before).toContain(from);
  repo.write({ [name]: before.replace(from, to) });
}

describe("between two commits", () => {
  it("nothing changed: nothing to say", async () => {
    const { repo, base } = start(["a", "b"]);
    const { report } = await checkAgainst(repo, base);
    expect(changesIn(report)).toEqual([]);
    expect(verdictOf(report)).toEqual({ status: "pass", exit_code: 0, failed_on: [] });
    expect(report.projects[0]).toMatchObject({ fixtures_added: [], fixtures_removed: [], fixtures_changed: [] });
    expect(report.base_sha).toBe(base);
  });

  it("a config under another name hides no fixture that it loses", async () => {
    const { repo, base } = start(["a", "b"]);
    const [kept] = JSON.parse(repo.read("gait.yaml")).fixtures;
    repo.write({ "gait.yaml": null, "other.yaml": JSON.stringify({ fixtures: [kept] }) });
    const { report } = await checkAgainst(repo, base, { config: "other.yaml" });
    expect(report.projects[0]).toMatchObject({ fixtures_added: [], fixtures_removed: [{ name: "b", location: { file: "gait.yaml" } }] });
    expect(verdictOf(report)).toEqual({ status: "fail", exit_code: 5, failed_on: ["removed-coverage"] });
  });

  it("a second config beside the usual one is new", async () => {
    const { repo, base } = start(["a", "b"]);
    repo.write({ "other.yaml": repo.read("gait.yaml") });
    const { report } = await checkAgainst(repo, base, { config: "other.yaml" });
    expect(report.projects[0]).toMatchObject({ fixtures_added: ["a", "b"], fixtures_removed: [] });
  });

  it("reformatting is no change", async () => {
    const { repo, base } = start();
    const file = "fixtures/a/fixture.json";
    repo.write({
      [file]: JSON.stringify(JSON.parse(repo.read(file)), null, 8),
      "gait.yaml": JSON.stringify(JSON.parse(repo.read("gait.yaml"))),
    });
    expect(changesIn((await checkAgainst(repo, base)).report)).toEqual([]);
  });

  it("an entry taken out of a sequence is relaxed, at its line", async () => {
    const { repo, base } = start();
    edit(repo, "fixtures/a/fixture.json", '    "mail.send",\n', "");
    const { report } = await checkAgainst(repo, base, { failOn: ["relaxed"] });
    expect(changesIn(report)).toEqual([
      "a: relaxed expected_tool_sequence: crm.lookup, mail.send, pay.refund, own.a → crm.lookup, pay.refund, own.a (fixtures/a/fixture.json:8)",
    ]);
    expect(report.projects[0]?.fixtures_changed).toEqual(["a"]);
    expect(verdictOf(report)).toEqual({ status: "fail", exit_code: 5, failed_on: ["relaxed"] });
  });

  it("an emptied sequence is relaxed and removed coverage", async () => {
    const { repo, base } = start();
    const file = "fixtures/a/fixture.json";
    repo.write({ [file]: JSON.stringify({ ...JSON.parse(repo.read(file)), expected_verdict_sequence: [] }) });
    const { report, exitCode } = await checkAgainst(repo, base);
    expect(changesIn(report)).toEqual(["a: relaxed expected_verdict_sequence: allow, allow, block, allow → – (fixtures/a/fixture.json:1)"]);
    expect(report.totals).toMatchObject({ expectations_relaxed: 0, coverage_removed: 1 });
    expect(verdictOf(report)).toEqual({ status: "fail", exit_code: 5, failed_on: ["removed-coverage"] });
    expect(exitCode).toBe(5);
  });

  it("a fixture that was deleted is removed coverage, told where it was", async () => {
    const { repo, base } = start(["a", "b", "c"]);
    repo.write({ "fixtures/b": null, ...configFile(["a", "c"]) });
    const { report } = await checkAgainst(repo, base);
    expect(report.projects[0]?.fixtures_removed).toEqual([{ name: "b", run_id: "run_b", location: { file: "gait.yaml", line: 11 } }]);
    expect(verdictOf(report)).toEqual({ status: "fail", exit_code: 5, failed_on: ["removed-coverage"] });
    expect(report.totals.coverage_removed).toBe(1);
    expect(verdictOf((await checkAgainst(repo, base, { failOn: ["drift"] })).report)).toEqual({
      status: "pass",
      exit_code: 0,
      failed_on: [],
    });
  });

  it("a fixture that left gait.yaml while its folder stays is removed coverage, too", async () => {
    const { repo, base } = start(["a", "b"]);
    repo.write(configFile(["a"]));
    const { report } = await checkAgainst(repo, base);
    expect(report.projects[0]?.fixtures_removed.map(({ name }) => name)).toEqual(["b"]);
    expect(report.failed_on).toEqual(["removed-coverage"]);
  });

  it("a config that is gone takes all its fixtures with it", async () => {
    const { repo, base } = start(["a", "b"]);
    repo.write({ "gait.yaml": null });
    const { report } = await checkAgainst(repo, base);
    expect(report.projects[0]?.problem).toEqual({
      reason: "config_missing",
      message: "read config: open gait.yaml: no such file or directory",
      location: { file: "gait.yaml", line: 1 },
    });
    expect(report.projects[0]?.fixtures_removed.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(verdictOf(report)).toEqual({ status: "error", exit_code: 6, failed_on: ["error", "removed-coverage"] });
  });

  it("a renamed fixture is compared under both names", async () => {
    const { repo, base } = start(["a", "b"]);
    repo.command("mv", "fixtures/b", "fixtures/z");
    const file = "fixtures/z/fixture.json";
    const metadata = JSON.parse(repo.read(file));
    repo.write({ [file]: `${JSON.stringify({ ...metadata, name: "z", expected_replay_exit_code: 2 }, null, 2)}\n` });
    const config = JSON.parse(repo.read("gait.yaml"));
    config.fixtures[1] = { name: "z", run_id: "run_b", runpack: "fixtures/z/runpack.zip" };
    repo.write({ "gait.yaml": `${JSON.stringify(config, null, 2)}\n` });
    const { report } = await checkAgainst(repo, base, { failOn: ["removed-coverage"] });
    expect(report.projects[0]).toMatchObject({ fixtures_added: [], fixtures_removed: [], fixtures_changed: ["z"] });
    expect(changesIn(report)).toEqual([
      "z: changed name: b → z (fixtures/z/fixture.json:4)",
      "z: relaxed expected_replay_exit_code: 0 → 2 (fixtures/z/fixture.json:7)",
      "z: changed fixtures[].runpack: fixtures/b/runpack.zip → fixtures/z/runpack.zip (gait.yaml:11)",
    ]);
  });

  it("a fixture of the same name in another folder has moved", async () => {
    const { repo, base } = start(["a"]);
    repo.command("mv", "fixtures", "cases");
    edit(repo, "gait.yaml", "fixtures/a/runpack.zip", "./cases//a/runpack.zip");
    const { report } = await checkAgainst(repo, base);
    expect(changesIn(report)).toEqual(["a: changed fixtures[].runpack: fixtures/a/runpack.zip → cases/a/runpack.zip (gait.yaml:6)"]);
    expect(report.projects[0]).toMatchObject({ fixtures_added: [], fixtures_removed: [] });
  });

  it("another fixture in its place is one removed and one added", async () => {
    const { repo, base } = start(["a", "b"]);
    repo.write({ "fixtures/b": null, ...fixtureFiles("c", ["x"]), ...configFile(["a", "c"]) });
    const { report } = await checkAgainst(repo, base);
    expect(report.projects[0]?.fixtures_added).toEqual(["c"]);
    expect(report.projects[0]?.fixtures_removed.map(({ name }) => name)).toEqual(["b"]);
  });

  it("a run that was recorded anew shows what it does now", async () => {
    const { repo, base } = start(["a"]);
    repo.write(fixtureFiles("a", ["crm.lookup(1)", "mail.send(9)", "own.a"]));
    const { report } = await checkAgainst(repo, base);
    const changes = report.projects[0]!.fixtures[0]!.expectation_changes;
    const digest = (calls: string[]) => sha256Hex(packBytes(calls, { runId: "run_a" })).slice(0, 12);
    expect(changesIn(report)).toEqual([
      "a: relaxed expected_tool_sequence: crm.lookup, mail.send, pay.refund, own.a → crm.lookup, mail.send, own.a (fixtures/a/fixture.json:8)",
      "a: relaxed expected_verdict_sequence: allow, allow, block, allow → allow, allow, allow (fixtures/a/fixture.json:13)",
      `a: rebaselined runpack.zip: run_a ${digest([...CALLS, "own.a"])} → run_a ${digest(["crm.lookup(1)", "mail.send(9)", "own.a"])} (fixtures/a/fixture.json:6)`,
    ]);
    expect(changes[2]?.tool_calls.map(({ kind, tool }) => `${kind} ${tool}`)).toEqual([
      "same crm.lookup",
      "args_changed mail.send",
      "removed pay.refund",
      "same own.a",
    ]);
    expect(verdictOf(report)).toEqual({ status: "pass", exit_code: 0, failed_on: [] });
  });

  it("a runpack in Git LFS is known by its pointer", async () => {
    const { repo } = start(["a"]);
    const pack = packBytes([...CALLS, "own.a"], { runId: "run_a" });
    const pointer = (oid: string) => `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${pack.length}\n`;
    const same = repo.commit({ "fixtures/a/runpack.zip": pointer(sha256Hex(pack)) });
    const other = repo.commit({ "fixtures/a/runpack.zip": pointer("c".repeat(64)) });
    repo.write({ "fixtures/a/runpack.zip": pack });
    expect(changesIn((await checkAgainst(repo, same)).report)).toEqual([]);
    expect(changesIn((await checkAgainst(repo, other)).report)).toEqual([
      `a: rebaselined runpack.zip: unreadable run cccccccccccc → run_a ${sha256Hex(pack).slice(0, 12)} (fixtures/a/fixture.json:6)`,
    ]);
  });

  it("a fixture that goes from a candidate to none compares nothing any more", async () => {
    const { repo, base } = start(["a"], {
      ...fixtureFiles("a", CALLS, { metadata: { candidate_runpack: "candidate.zip" } }),
      "fixtures/a/candidate.zip": packBytes(CALLS, { runId: "run_other" }),
    });
    repo.write(fixtureFiles("a", CALLS));
    const { report } = await checkAgainst(repo, base);
    expect(changesIn(report)).toEqual(["a: removed candidate_runpack: candidate.zip → – (fixtures/a/fixture.json:1)"]);
    expect(report.failed_on).toEqual(["removed-coverage"]);
  });

  it("YAML is compared like JSON, with its own lines", async () => {
    const yaml = (path: string) =>
      `fixture_set: default\nfixtures:\n  # the only one\n  - name: a\n    run_id: run_a\n    runpack: ${path}\n`;
    const { repo, base } = start(["a"], { "gait.yaml": yaml("fixtures/a/runpack.zip") });
    repo.command("mv", "fixtures", "cases");
    repo.write({ "gait.yaml": yaml("cases/a/runpack.zip") });
    expect(changesIn((await checkAgainst(repo, base)).report)).toEqual([
      "a: changed fixtures[].runpack: fixtures/a/runpack.zip → cases/a/runpack.zip (gait.yaml:4)",
    ]);
  });
});

describe("what the base commit holds is never trusted", () => {
  const HOSTILE: [string, FileContent, string][] = [
    ["no JSON", "{", "unreadable: parse fixture metadata: "],
    ["another type", '{"name": 1}', "unreadable: parse fixture metadata: line 1: name must be a string, found the number 1"],
    ["nothing", "", "unreadable: parse fixture metadata: invalid JSON at line 1, column 1: the text is empty"],
    [
      "deep",
      "[".repeat(100_000),
      "unreadable: parse fixture metadata: invalid JSON at line 1, column 1002: nested deeper than 1000 levels",
    ],
    ["prototype", '{"__proto__": {"name": "a"}}', "unreadable: fixture metadata incomplete: fixtures/a/fixture.json"],
    ["bytes", Uint8Array.of(0xff, 0xfe, 0), "unreadable: parse fixture metadata: invalid JSON at line 1, column 1: expected a value"],
  ];
  it.each(HOSTILE)("fixture.json is %s", async (_name, content, shown) => {
    const { repo } = start();
    const good = repo.read("fixtures/a/fixture.json");
    const base = repo.commit({ "fixtures/a/fixture.json": content });
    repo.write({ "fixtures/a/fixture.json": good });
    const { report } = await checkAgainst(repo, base);
    expect(report.projects[0]?.fixtures[0]?.expectation_changes).toMatchObject([
      { field: "fixture.json", class: "changed", head: "readable" },
    ]);
    expect(report.projects[0]?.fixtures[0]?.expectation_changes[0]?.base).toContain(shown);
    expect(report.status).toBe("pass");
  });

  it.each([
    ["is missing", null, "unreadable: it is missing"],
    ["leads outside", "../../../etc/passwd", "unreadable: it lies outside of the repository"],
    ["is absolute", "/etc/runpack.zip", "unreadable: it lies outside of the repository"],
  ])("a fixture %s", async (_name, runpack, shown) => {
    const { repo } = start();
    const config = repo.read("gait.yaml");
    const base =
      runpack === null ? repo.commit({ fixtures: null }) : repo.commit({ "gait.yaml": config.replace("fixtures/a/runpack.zip", runpack) });
    repo.write({ "gait.yaml": config, ...fixtureFiles("a", [...CALLS, "own.a"]) });
    const { report } = await checkAgainst(repo, base);
    expect(report.projects[0]?.fixtures[0]?.expectation_changes[0]).toMatchObject({ field: "fixture.json", class: "changed", base: shown });
    expect(report.status).toBe("pass");
  });

  it.each([
    [
      "no config at all",
      "{",
      "gait.yaml of the base commit cannot be read: parse config: invalid JSON at line 1, column 2: expected a quoted key",
    ],
    ["another schema", '{"schema_id": "x"}', "gait.yaml of the base commit cannot be read: unsupported config schema_id: x"],
  ])("gait.yaml is %s", async (_name, content, note) => {
    const { repo } = start();
    const good = repo.read("gait.yaml");
    const base = repo.commit({ "gait.yaml": content });
    repo.write({ "gait.yaml": good });
    const { report } = await checkAgainst(repo, base);
    expect(report.base_note).toBe(note);
    expect(report.status).toBe("pass");
    // Who asked for the comparison by name is not told that all is well.
    const required = await checkAgainst(repo, base, { failOn: ["relaxed"] });
    expect(verdictOf(required.report)).toEqual({ status: "error", exit_code: 6, failed_on: ["error"] });
    expect(required.report.projects[0]?.problem).toEqual({ reason: "base_unavailable", message: note, location: null });
  });

  it("a runpack that is none", async () => {
    const { repo } = start();
    const base = repo.commit({ "fixtures/a/runpack.zip": "no archive" });
    repo.write(fixtureFiles("a", [...CALLS, "own.a"]));
    const [change] = (await checkAgainst(repo, base)).report.projects[0]!.fixtures[0]!.expectation_changes;
    expect(change).toMatchObject({
      field: "runpack.zip",
      class: "rebaselined",
      base: `unreadable run ${sha256Hex("no archive").slice(0, 12)}`,
      tool_calls: [],
    });
  });
});
