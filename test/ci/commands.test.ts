import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../src/ci/outputs.js";
import type { Shell } from "../../src/cli/command.js";
import { runCli } from "../../src/cli/main.js";
import type { Host } from "../../src/format/host.js";
import { failingFs, testHost } from "../support/host.js";
import { configFile, type FileContent, fixtureFiles, packBytes, Repository } from "../support/repository.js";

const CALLS = ["crm.lookup(1)", "mail.send(2)"];
/** Nothing of this machine: a git of nobody's configuration, no CI system. */
const ENVIRONMENT = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };

interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly warnings: string[];
}

async function gait(host: Host, ...words: string[]): Promise<Ran> {
  const warnings: string[] = [];
  const shell: Shell = {
    host: { ...host, env: { ...ENVIRONMENT, ...host.env } },
    color: false,
    progress: () => {},
    warn: (line) => warnings.push(line),
  };
  const { exitCode, stdout } = await runCli(words, shell);
  return { exitCode, out: stdout, warnings };
}

const json = ({ out }: Ran) => JSON.parse(out);
const filesBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (fs.readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]),
  );

/** Base commit with two fixtures; at head one is gone and the other has drifted. */
function scene(files: Record<string, FileContent> = {}) {
  const repo = new Repository();
  const base = repo.commit({ ...fixtureFiles("a", CALLS), ...fixtureFiles("b", CALLS), ...configFile(["a", "b"]), ...files });
  const head = repo.commit({ ...configFile(["a"]), "out/a.zip": packBytes(["crm.lookup(1)"], { runId: "run_a" }) });
  return { repo, base, head };
}

describe("gait ci report", () => {
  it.each(["", ",", " , "])("--fail-on %j switches nothing off without a word", async (failOn) => {
    const { repo } = scene();
    const { exitCode, out } = await gait(repo.host, "ci", "report", "--candidates", "out", "--fail-on", failOn);
    expect([exitCode, out.split("\n")[0]]).toEqual([6, "ci report error: --fail-on is empty"]);
  });

  it("says what failed and writes the reports", async () => {
    const { repo, base, head } = scene();
    const ran = await gait(repo.host, "ci", "report", "--candidates", "out", "--format", FORMATS.join(","), "--json");
    expect(ran.exitCode).toBe(5);
    expect(json(ran)).toEqual({
      ok: false,
      kind: "regress",
      status: "fail",
      failed_on: ["drift", "removed-coverage"],
      top_failure_reason: "removed_coverage",
      next_command: `npx gait ci report --candidates out --base ${base} --fail-on drift,removed-coverage`,
      drift: ["a"],
      totals: expect.objectContaining({ fixtures: 1, fixtures_failed: 1, coverage_removed: 1 }),
      head_sha: head,
      base_sha: base,
      correlation_id: expect.stringMatching(/^[0-9a-f]{24}$/),
      files: [
        "gait-ci/report.md",
        "gait-ci/comment.md",
        "gait-ci/junit.xml",
        "gait-ci/junit-extended.xml",
        "gait-ci/gait.sarif",
        "gait-ci/gl-code-quality-report.json",
        "gait-ci/metrics.txt",
        "gait-ci/report.json",
        "gait-ci/regress_result.json",
        "gait-ci/annotations.txt",
      ],
    });
    expect(Object.keys(filesBelow(path.join(repo.root, "gait-ci"))).length).toBe(10);
    expect(repo.read("gait-ci/comment.md").split("\n", 1)[0]).toBe(`<!-- gait:gait-regress:.:v1 head=${head} run=0/0 -->`);
    expect(fs.statSync(path.join(repo.root, "gait-ci/report.md")).mode & 0o777).toBe(0o644);
  });

  it("text for people, and workflow commands where they were asked for", async () => {
    const { repo, base } = scene();
    const { out } = await gait(repo.host, "ci", "report", "--candidates", "out", "--format", "annotations");
    const lines = out.split("\n");
    expect(lines[0]).toBe("✗ the only fixture drifted · 1 fixture removed");
    expect(lines).toContain(`compared with ${base.slice(0, 7)} (first parent)`);
    expect(lines).toContain("reports: gait-ci (1 files)");
    expect(lines.filter((line) => line.startsWith("::")).join("\n")).toBe(repo.read("gait-ci/annotations.txt").trimEnd());
  });

  it("works in a folder of the repository, with paths from its root", async () => {
    const repo = new Repository();
    repo.commit({ ...fixtureFiles("a", CALLS, { project: "services/pay/" }), ...configFile(["a"], "services/pay/") });
    const ran = await gait({ ...repo.host, cwd: path.join(repo.root, "services/pay") }, "ci", "report", "--format", "json");
    expect(ran.exitCode).toBe(0);
    const report = JSON.parse(repo.read("services/pay/gait-ci/report.json"));
    expect(report.projects[0]).toMatchObject({ path: "services/pay", config_file: "services/pay/gait.yaml" });
    expect(json(await gait({ ...repo.host, cwd: path.join(repo.root, "services") }, "ci", "report", "pay", "--json")).status).toBe("pass");
  });

  it("a pattern also stands for the projects that are gone", async () => {
    const repo = new Repository();
    const projects = ["services/mail/", "services/pay/"].map((project) => ({
      ...fixtureFiles("a", CALLS, { project }),
      ...configFile(["a"], project),
    }));
    repo.commit(Object.assign({}, ...projects));
    repo.commit({ "services/pay": null });
    const ran = await gait(repo.host, "ci", "report", "services/*", "--json", "--format", "json");
    expect(json(ran)).toMatchObject({
      status: "error",
      failed_on: ["error", "removed-coverage"],
      totals: { projects: 2, coverage_removed: 1 },
    });
    expect(ran.exitCode).toBe(6);
    expect((await gait(repo.host, "ci", "report", "other/*")).out).toMatch(/^ci report error: no folder with gait.yaml matches other\/\*/);
    expect((await gait(repo.host, "ci", "report", "../x")).out).toMatch(
      /^ci report error: project lies outside of the repository: \.\.\/x/,
    );
  });

  it.each([
    [["--base", "none"], 0, "not compared with a base commit: no comparison was asked for"],
    [["--base", "HEAD"], 0, /^compared with [0-9a-f]{7} \(HEAD\)$/],
    [["--base", "1".repeat(40)], 6, /^not compared with a base commit: commit 1{40} is not in this clone and cannot be fetched: /],
    [["--base", "1".repeat(40), "--fail-on", "drift"], 0, /^not compared with a base commit: commit 1{40} is not/],
  ] as const)("%j", async (flags, exitCode, line) => {
    const { repo } = scene();
    const ran = await gait(repo.host, "ci", "report", ...flags);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.out.split("\n").some((one) => (typeof line === "string" ? one === line : line.test(one)))).toBe(true);
  });

  it("takes the base that the CI system tells", async () => {
    const { repo, base } = scene();
    repo.commit({ "x.txt": "" });
    const host = { ...repo.host, env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: base } };
    expect(json(await gait(host, "ci", "report", "--json")).base_sha).toBe(base);
  });

  it("runs outside of a repository, and without any project says so", async () => {
    const host = testHost();
    const ran = await gait(host, "ci", "report", "--json");
    expect(ran.exitCode).toBe(6);
    expect(json(ran)).toMatchObject({
      ok: false,
      status: "error",
      top_failure_reason: "config_missing",
      error: "read config: open gait.yaml: no such file or directory",
      error_code: "invalid_input",
      base_note: "there is no git repository",
    });
  });

  it.each([
    [["--format", "pdf"], "unknown format: pdf"],
    [["--fail-on", "drift,everything"], "unsupported --fail-on: everything"],
    [["--shard", "3/2"], "invalid --shard: 3/2"],
    [["--shard", "0/2"], "invalid --shard: 0/2"],
    [["--jobs", "0"], "--jobs must be at least 1, not 0"],
    [["--base", "no-such-branch"], "not a commit of this repository: no-such-branch"],
    [["--base=--all"], "not a commit of this repository: --all"],
    [["--out-dir", "../elsewhere"], "write reports: path must be local relative or absolute: ../elsewhere/report.md"],
    [["--from", "nowhere"], "no report.json in nowhere"],
  ])("%j is invalid input", async (flags, message) => {
    const { repo } = scene();
    const ran = await gait(repo.host, "ci", "report", ...flags, "--json");
    expect([ran.exitCode, json(ran).error]).toEqual([6, message]);
  });

  it("a report that cannot be written is an error, and no half of it stays", async () => {
    const { repo } = scene();
    const host = { ...repo.host, fs: failingFs("renameSync", "ENOSPC") };
    const ran = await gait(host, "ci", "report", "--json");
    expect([ran.exitCode, json(ran).error]).toEqual([6, "write reports: write gait-ci/report.md: no space left on device"]);
    expect(filesBelow(path.join(repo.root, "gait-ci"))).toEqual({});
  });

  it("renders a report again without running anything", async () => {
    const { repo } = scene();
    const formats = ["--format", FORMATS.join(",")];
    expect((await gait(repo.host, "ci", "report", "--candidates", "out", ...formats)).exitCode).toBe(5);
    repo.write({ fixtures: null, "gait.yaml": null });
    const ran = await gait(repo.host, "ci", "report", "--from", "gait-ci/report.json", ...formats, "--out-dir", "again");
    expect(ran.exitCode).toBe(5);
    expect(filesBelow(path.join(repo.root, "again"))).toEqual(filesBelow(path.join(repo.root, "gait-ci")));
  });

  it("a report that was tampered with is refused", async () => {
    const { repo } = scene();
    await gait(repo.host, "ci", "report", "--candidates", "out");
    repo.write({ "gait-ci/report.json": repo.read("gait-ci/report.json").replace('"status":"fail"', '"status":"pass"') });
    const ran = await gait(repo.host, "ci", "report", "--from", "gait-ci", "--json");
    expect([ran.exitCode, json(ran).error]).toEqual([6, expect.stringMatching(/^not a gait\.ci\.report: /)]);
  });
});

describe("gait ci merge", () => {
  const formats = ["--format", FORMATS.join(",")];

  it("gives what one run gives", async () => {
    const repo = new Repository();
    const projects = ["services/mail/", "services/pay/"].map((project) => ({
      ...fixtureFiles("a", CALLS, { project }),
      ...fixtureFiles("b", CALLS, { project }),
      ...fixtureFiles("c", CALLS, { project }),
      ...configFile(["a", "b", "c"], project),
    }));
    repo.commit(Object.assign({}, ...projects));
    repo.commit({
      ...configFile(["a", "b"], "services/pay/"),
      "services/mail/out/a.zip": packBytes(["x"]),
      "services/pay/out/b.zip": packBytes(CALLS),
    });
    const flags = ["services/*", "--candidates", "out", ...formats];
    const whole = await gait(repo.host, "ci", "report", ...flags);
    for (const n of [1, 2, 3]) await gait(repo.host, "ci", "report", ...flags, "--shard", `${n}/3`, "--out-dir", `shards/${n}`);
    for (const folders of [["shards"], ["shards/3", "shards/1", "shards/2/report.json", "shards/1"]]) {
      const merged = await gait(repo.host, "ci", "merge", ...folders, ...formats, "--out-dir", "merged");
      expect(merged.exitCode).toBe(whole.exitCode);
      expect(filesBelow(path.join(repo.root, "merged"))).toEqual(filesBelow(path.join(repo.root, "gait-ci")));
      fs.rmSync(path.join(repo.root, "merged"), { recursive: true });
    }
  });

  it("does not pass without all of them", async () => {
    const { repo } = scene();
    await gait(repo.host, "ci", "report", "--shard", "1/2", "--out-dir", "shards/1");
    const ran = await gait(repo.host, "ci", "merge", "shards", "--json");
    expect([ran.exitCode, json(ran).error, json(ran).error_detail_code]).toEqual([
      6,
      "cannot merge the shards: missing 2/2",
      "shard_missing",
    ]);
    expect(json(await gait(repo.host, "ci", "merge", "--json")).error).toBe("expected the folders of the shards");
  });
});

describe("gait ci verify", () => {
  it("verifies from any folder and compares with the base", async () => {
    const repo = new Repository();
    repo.commit({ "evidence/a.zip": packBytes(["x"]) });
    repo.commit({ "evidence/b.zip": packBytes(["y"]) });
    const ran = await gait({ ...repo.host, cwd: path.join(repo.root, "evidence") }, "ci", "verify", "*.zip", "--json", "--format", "json");
    expect(ran.exitCode).toBe(0);
    expect(json(ran)).toMatchObject({ ok: true, kind: "verify", status: "pass", files: ["gait-ci/report.json"] });
    expect(json(ran).artifacts.map((one: { path: string; change: string }) => [one.path, one.change])).toEqual([
      ["evidence/a.zip", "same"],
      ["evidence/b.zip", "new"],
    ]);
  });

  it("exits 2 for what is not what it claims to be, 6 for what cannot be judged", async () => {
    const repo = new Repository();
    repo.write({ "a.zip": packBytes(["x"]), "b.zip": "text" });
    expect((await gait(repo.host, "ci", "verify", "a.zip")).exitCode).toBe(0);
    const unsigned = await gait(repo.host, "ci", "verify", "a.zip", "--fail-on", "unsigned", "--json");
    expect([unsigned.exitCode, json(unsigned).error_code]).toEqual([2, "verification_failed"]);
    expect((await gait(repo.host, "ci", "verify", "b.zip")).exitCode).toBe(6);
    expect((await gait(repo.host, "ci", "verify", "gone.zip", "--allow-empty")).exitCode).toBe(6);
    expect((await gait(repo.host, "ci", "verify", "*.tgz", "--allow-empty")).exitCode).toBe(0);
    expect((await gait(repo.host, "ci", "verify")).exitCode).toBe(6);
    expect(json(await gait(repo.host, "ci", "verify", "a.zip", "--public-key-env", "NOT_SET", "--json")).error).toBe(
      "public key env not set: NOT_SET",
    );
  });
});
