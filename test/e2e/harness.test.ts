// The harness proves itself: a composite action that uses a JavaScript action, both made here, run by act against the fake GitHub API.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checkout, type CheckoutOptions, makeCheckout } from "../support/act/repository.js";
import { runWorkflow, type WorkflowOptions, type WorkflowResult } from "../support/act/run.js";
import { startFakeGitHub } from "../support/github/server.js";
import { repositoryRoot } from "../support/tools.js";

/** The JavaScript action: reads a file at the base commit with git, comments, writes a summary, uploads, sets outputs, then fails if asked to. */
const engine = `
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { DefaultArtifactClient } from "@actions/artifact";
import * as core from "@actions/core";

const artifacts = new DefaultArtifactClient();
if (core.getInput("mode") === "merge") {
  const found = (await artifacts.listArtifacts()).artifacts;
  for (const { id, name } of found) await artifacts.downloadArtifact(id, { path: "merged/" + name });
  const reports = found.map(({ name }) => name + "=" + JSON.parse(readFileSync("merged/" + name + "/report.json", "utf8")).head);
  core.setOutput("merged", reports.sort().join());
  process.exit();
}
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
const pull = event.pull_request;
const read = (sha) => execFileSync("git", ["cat-file", "blob", sha + ":gait.yaml"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
let base;
try { base = read(pull.base.sha); } catch {
  execFileSync("git", ["fetch", "--quiet", "--no-tags", "--depth=1", "origin", pull.base.sha], { stdio: "ignore" });
  base = "fetched " + read(pull.base.sha);
}
const answer = await fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY + "/issues/" + pull.number + "/comments", {
  method: "POST",
  headers: { authorization: "Bearer " + core.getInput("github-token"), "content-type": "application/json" },
  body: JSON.stringify({ body: core.getInput("greeting") }),
});
mkdirSync("gait-ci");
writeFileSync("gait-ci/report.json", JSON.stringify({ base, head: readFileSync("gait.yaml", "utf8").trim() }));
try {
  await artifacts.uploadArtifact(core.getInput("artifact-name"), ["gait-ci/report.json"], "gait-ci");
} catch (error) { core.notice(error.message); }
appendFileSync(process.env.GITHUB_STEP_SUMMARY, "### Demo 🙂\\n");
core.setOutput("comment-status", String(answer.status));
const names = ["GITHUB_SHA", "GITHUB_REF", "GITHUB_EVENT_NAME", "GITHUB_RUN_ATTEMPT", "GITHUB_ACTION_REPOSITORY", "GITHUB_ACTION_REF", "GITHUB_BASE_REF", "GITHUB_HEAD_REF"];
core.setOutput("runner", JSON.stringify({
  ...Object.fromEntries(names.map((name) => [name, process.env[name]])),
  node: process.version.split(".")[0],
  isTerminal: Boolean(process.stdout.isTTY),
  isInWorkspace: process.cwd() === process.env.GITHUB_WORKSPACE,
}));
core.warning("50% of a, b: c\\nsecond line", { title: "gait: a, b", file: "gait.yaml", startLine: 3 });
core.info("::group::not an annotation");
if (core.getInput("fail") === "true") core.setFailed("drift");
`;

const engineMetadata = `
name: engine
description: A stand-in for the engine
inputs:
  github-token: { description: token, default: "\${{ github.token }}" }
  greeting: { description: what to comment, required: true }
  artifact-name: { description: what to upload, default: gait-artifacts }
  mode: { description: 'merge: read what others uploaded' }
  fail: { description: whether to fail, default: "false" }
outputs:
  comment-status: { description: status of the comment }
runs: { using: node24, main: index.mjs }
`;

const wrapperMetadata = `
name: demo
description: A composite action around the engine
inputs:
  greeting: { description: what to comment, default: hello }
  fail: { description: whether to fail, default: "false" }
outputs:
  comment-status: { description: status of the comment, value: "\${{ steps.engine.outputs.comment-status }}" }
runs:
  using: composite
  steps:
    - id: engine
      uses: gait/gait@v1
      with:
        greeting: \${{ inputs.greeting }}
        fail: \${{ inputs.fail }}
`;

const workflow = (inputs: string) => `
name: demo
on: pull_request
jobs:
  demo:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: demo
        uses: gait/demo@v1
        with: { ${inputs} }
      - id: after
        if: always()
        run: echo "seen=\${{ steps.demo.outputs.comment-status }} \${{ steps.demo.outcome }}" >> "$GITHUB_OUTPUT"
`;

const sharded = (artifact: string) => `
on: pull_request
jobs:
  shard:
    runs-on: ubuntu-latest
    strategy: { matrix: { shard: [1, 2] } }
    steps:
      - uses: actions/checkout@v6
      - { id: demo, uses: gait/gait@v1, with: { greeting: hi, artifact-name: "${artifact}" } }
  merge:
    needs: shard
    runs-on: ubuntu-latest
    steps:
      - { id: merge, uses: gait/gait@v1, with: { mode: merge, greeting: "" } }
`;

const folder = mkdtempSync(path.join(os.tmpdir(), "gait-harness-"));
const actions = { "gait/demo@v1": path.join(folder, "demo"), "gait/gait@v1": path.join(folder, "gait") };

beforeAll(async () => {
  for (const each of Object.values(actions)) mkdirSync(each);
  writeFileSync(path.join(actions["gait/demo@v1"], "action.yml"), wrapperMetadata);
  writeFileSync(path.join(actions["gait/gait@v1"], "action.yml"), engineMetadata);
  await build({
    stdin: { contents: engine, resolveDir: repositoryRoot, loader: "js" },
    outfile: path.join(actions["gait/gait@v1"], "index.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    logLevel: "silent",
    banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  result: WorkflowResult;
  comments: string[];
  checkout: Checkout;
}

async function run(text: string, options: Partial<CheckoutOptions> = {}, more: Partial<WorkflowOptions> = {}): Promise<Ran> {
  const checkout = makeCheckout({
    base: { "gait.yaml": "base\n", ".gitignore": "gait-ci/\n" },
    head: { "gait.yaml": "head\n" },
    ...options,
  });
  const repository = { full_name: "acme/shop", default_branch: "main" };
  const payload = {
    action: "synchronize",
    number: 7,
    repository,
    pull_request: {
      number: 7,
      head: { ref: "change", sha: checkout.head, repo: repository },
      base: { ref: "main", sha: checkout.base, repo: repository },
    },
  };
  const api = await startFakeGitHub({
    repository: "acme/shop",
    pulls: [{ number: 7, head: { sha: checkout.head }, base: { sha: checkout.base } }],
  });
  try {
    const result = await runWorkflow({ workflow: text, event: "pull_request", payload, checkout: checkout.dir, actions, api, ...more });
    return { result, comments: api.comments(7).map(({ body }) => body), checkout };
  } finally {
    checkout.remove();
    await api.close();
  }
}

describe("a workflow under act", () => {
  it("runs a composite action that uses a Node 24 action, and shows all it did", async () => {
    const { result, comments, checkout } = await run(workflow("greeting: hi there"), { depth: 0 });
    expect({ exitCode: result.exitCode, jobs: result.jobs, conclusion: result.jobConclusion }, result.text).toEqual({
      exitCode: 0,
      jobs: { demo: "success" },
      conclusion: "success",
    });
    expect(comments).toEqual(["hi there"]);
    expect(result.summary).toBe("### Demo 🙂\n");
    expect(result.outputs["demo/demo/engine"]).toMatchObject({ "comment-status": "201" });
    expect(result.outputs["demo/after"]).toEqual({ seen: "201 success" });
    expect(Object.keys(result.artifacts)).toEqual(["gait-artifacts"]);
    expect(Object.keys(result.artifacts["gait-artifacts"]?.files ?? {})).toEqual(["report.json"]);
    expect(JSON.parse(String(result.artifacts["gait-artifacts"]?.files["report.json"]))).toEqual({ base: "base", head: "head" });
    expect(result.annotations).toEqual([
      { level: "warning", message: "50% of a, b: c\nsecond line", title: "gait: a, b", file: "gait.yaml", line: 3 },
    ]);
    expect(JSON.parse(result.outputs["demo/demo/engine"]?.runner ?? "{}")).toEqual({
      GITHUB_SHA: checkout.merge,
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_ACTION_REPOSITORY: "gait/gait",
      GITHUB_ACTION_REF: "v1",
      GITHUB_BASE_REF: "main",
      GITHUB_HEAD_REF: "change",
      node: "v24",
      isTerminal: false,
      isInWorkspace: true,
    });
  });

  it("has a shallow checkout without the base commit, which can be fetched by its SHA", async () => {
    const { result } = await run(workflow("greeting: hi"));
    expect(result.exitCode, result.text).toBe(0);
    expect(JSON.parse(String(result.artifacts["gait-artifacts"]?.files["report.json"]))).toEqual({ base: "fetched base", head: "head" });
  });

  it("fails when the action fails, with every line it printed", async () => {
    const { result } = await run(workflow('fail: "true"'));
    expect(result.jobConclusion, result.text).toBe("failure");
    expect(result.jobs).toEqual({ demo: "failure" });
    expect(result.outputs["demo/after"]).toEqual({ seen: "201 failure" });
    expect(result.summary).toBe("### Demo 🙂\n");
    expect(result.annotations.at(-1)).toEqual({ level: "error", message: "drift" });
    expect(result.steps.filter(({ stage }) => stage === "Main").map(({ id, result: step }) => [id, step])).toEqual([
      ["0", "success"],
      ["demo", "failure"],
      ["after", "success"],
    ]);
  });

  it("runs the jobs of a matrix, and a later job reads what they uploaded", async () => {
    const { result, comments } = await run(sharded(`report-\${{ matrix.shard }}`));
    expect(result.jobs, result.text).toEqual({ "shard (1)": "success", "shard (2)": "success", merge: "success" });
    expect(comments).toEqual(["hi", "hi"]);
    expect(Object.keys(result.artifacts).sort()).toEqual(["report-1", "report-2"]);
    expect(result.outputs["merge/merge"]).toEqual({ merged: "report-1=head,report-2=head" });
  });

  it("refuses a second artifact of one name, and any artifact when told to", async () => {
    const twice = await run(sharded("report"));
    expect(Object.keys(twice.result.artifacts)).toEqual(["report"]);
    expect(twice.result.annotations.filter(({ level }) => level === "notice")).toEqual([
      {
        level: "notice",
        message: expect.stringContaining("(409) Conflict: an artifact with this name already exists on the workflow run"),
      },
    ]);
    const refused = await run(workflow("greeting: hi"), {}, { artifactFailure: { status: 403, message: "no storage left" } });
    expect(refused.result.artifacts).toEqual({});
    expect(refused.result.annotations).toContainEqual({ level: "notice", message: expect.stringContaining("no storage left") });
  });

  it("fails for an action that is in no folder, without asking the network", async () => {
    const checkout = makeCheckout({ base: { "a.txt": "a\n" } });
    const missing = "on: push\njobs:\n  demo:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: someone/else@v1\n";
    try {
      const result = await runWorkflow({ workflow: missing, event: "push", payload: {}, checkout: checkout.dir, actions: {} });
      expect(result.jobConclusion).toBe("failure");
      expect(result.text).toContain("someone/else");
    } finally {
      checkout.remove();
    }
  });
});
