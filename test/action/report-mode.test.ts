/** `mode: report` on workflow_run: a job that may write reads what a contributor's run left (spec 40 §12.4, Forks). */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeZip } from "../../src/format/zip-writer.js";
import { renderJson } from "../../src/report/json.js";
import type { CiReport } from "../../src/report/model.js";
import { checkAgainst } from "../support/check.js";
import { type FakeGitHub, startFakeGitHub } from "../support/github/server.js";
import type { WorldOptions } from "../support/github/world.js";
import { configFile, fixtureFiles, packBytes, Repository } from "../support/repository.js";
import { runBundle, useBundle } from "./bundle.js";
import { pullRequest, type WorkflowRunFields, workflowRun } from "./payloads.js";
import { BAD, GOOD } from "./scenario.js";

useBundle();

const head = "a".repeat(40);
const base = "b".repeat(40);
const RUN_ID = 555;

/** The report of a run in which a fixture drifted. */
async function driftReport(name = "refund-incident"): Promise<CiReport> {
  const repo = new Repository();
  const commit = repo.commit({
    ...configFile([name]),
    ...fixtureFiles(name, GOOD),
    "candidates/x.zip": packBytes(BAD, { runId: `run_${name}` }),
  });
  return (await checkAgainst(repo, commit, { candidates: "candidates" })).report;
}

const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
  writeZip(
    Object.entries(files).map(([name, content]) => ({ path: name, data: typeof content === "string" ? Buffer.from(content) : content })),
  );

interface Reporting {
  archive?: Uint8Array;
  name?: string;
  world?: WorldOptions;
  event?: Partial<WorkflowRunFields>;
  inputs?: Record<string, string>;
  /** Before the action runs. */
  prepare?(api: FakeGitHub): void;
}

async function report({ archive, name = "gait-report-pr", world = {}, event = {}, inputs = {}, prepare }: Reporting) {
  const pulls = [{ number: 7, head: { sha: head, repository: "fork/shop" }, base: { sha: base } }];
  const artifacts = archive === undefined ? [] : [{ name, runId: RUN_ID, archive }];
  const api = await startFakeGitHub({ pulls, artifacts, ...world });
  onTestFinished(() => api.close());
  prepare?.(api);
  const workspace = mkdtempSync(path.join(os.tmpdir(), "gait-empty-"));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  const payload = workflowRun({ id: RUN_ID, head, headRepository: "fork/shop", ...event });
  const result = await runBundle({ checkout: workspace, event: "workflow_run", payload, api, inputs: { mode: "report", ...inputs } });
  return { api, ...result };
}

describe("a report of a fork", () => {
  it("becomes the comment, marked as no evidence, under the head that GitHub names", async () => {
    const { api, exitCode, outputs, summary } = await report({ archive: zipOf({ "report.json": renderJson(await driftReport()) }) });
    expect(exitCode).toBe(0);
    const [comment] = api.comments(7);
    expect(comment?.body.split("\n")[0]).toBe(`<!-- gait:gait-regress:.:v1 head=${head} run=${RUN_ID}/1 -->`);
    expect(comment?.body).toContain("❌");
    expect(comment?.body).toContain("not evidence");
    expect(comment?.body).toContain(`actions/runs/${RUN_ID}`);
    expect(summary).toContain("not evidence");
    expect(outputs).toMatchObject({
      status: "fail",
      "exit-code": "5",
      "comment-id": String(comment?.id),
      "reported-to": "comment,summary",
    });
  });

  it("is found under the key of its own, the latest one", async () => {
    const own = zipOf({ "report.json": renderJson(await driftReport("newest")) });
    const artifacts = [
      { name: "gait-report-pr-agents", runId: RUN_ID, archive: zipOf({ "report.json": renderJson(await driftReport("older")) }) },
      { name: "gait-report-pr-agents", runId: RUN_ID, archive: own },
      { name: "gait-report-pr", runId: RUN_ID, archive: zipOf({ "report.json": "{}" }) },
    ];
    const { api } = await report({ world: { artifacts }, inputs: { "comment-key": "agents" } });
    expect(api.comments(7)[0]?.body).toContain("`newest`");
  });

  it("of hostile names stays text", async () => {
    const archive = zipOf({
      "report.json": renderJson(await driftReport("x")).replaceAll('"mail.send"', '"@acme/team ](https://evil.example) <img src=x>"'),
    });
    const { api } = await report({ archive });
    const body = api.comments(7)[0]?.body ?? "";
    const text = body.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
    expect(text).not.toMatch(/@acme|evil\.example|<img/);
  });
});

describe("what is refused with 6, and nothing is written", () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ["an archive with two files", async () => zipOf({ "report.json": renderJson(await driftReport()), "x.md": "hello" })],
    ["another file", async () => zipOf({ "report.md": "hello" })],
    ["a path that leads out", async () => zipOf({ "../report.json": renderJson(await driftReport()) })],
    ["no archive", async () => Buffer.from("hello")],
    ["an archive over 5 MiB", async () => new Uint8Array(5 * 1024 * 1024 + 1)],
    ["a file over 5 MiB in a small archive", async () => zipOf({ "report.json": new Uint8Array(6 * 1024 * 1024) })],
    ["another schema", async () => zipOf({ "report.json": '{"schema_id":"x"}' })],
    ["an unknown field", async () => zipOf({ "report.json": JSON.stringify({ ...(await driftReport()), extra: 1 }) })],
    [
      "totals that are not those of the lists",
      async () => {
        const made = await driftReport();
        return zipOf({ "report.json": JSON.stringify({ ...made, totals: { ...made.totals, fixtures_failed: 0 } }) });
      },
    ],
    [
      "a pass that lists a failure",
      async () => zipOf({ "report.json": JSON.stringify({ ...(await driftReport()), status: "pass", exit_code: 0 }) }),
    ],
    ["a report of another action", async () => zipOf({ "report.json": JSON.stringify({ ...(await driftReport()), kind: "verify" }) })],
  ])("%s", async (_, make) => {
    const { api, exitCode, annotations } = await report({ archive: await make() });
    expect(exitCode).toBe(6);
    expect(annotations[0]).toMatchObject({ level: "error" });
    expect(api.comments(7)).toEqual([]);
  });
});

describe("what is not reported, with a notice and exit 0", () => {
  const steady = async () => zipOf({ "report.json": renderJson(await driftReport()) });
  const other = { number: 8, head: { sha: head, repository: "fork/shop" }, base: { sha: base } };

  it.each<[string, Reporting, string]>([
    ["a run that left nothing", {}, "the run left no report"],
    ["a run for a push", { event: { event: "push" } }, "the run was for push"],
    ["a commit that is not the head any more", { event: { head: "c".repeat(40) } }, "has a newer commit"],
    [
      "a pull request of another fork with the same branch",
      { event: { headRepository: "fork/other" } },
      "no open pull request has the head",
    ],
    ["another branch", { event: { headBranch: "other" } }, "no open pull request has the head"],
    ["a closed pull request", { world: { pulls: [{ ...other, state: "closed" }] } }, "no open pull request has the head"],
    ["two pull requests of one head", { world: { pulls: [{ ...other, number: 7 }, other] } }, "several pull requests"],
  ])("%s", async (name, reporting, message) => {
    const archive = name === "a run that left nothing" ? undefined : await steady();
    const { api, exitCode, annotations } = await report({ ...(archive ? { archive } : {}), ...reporting });
    expect(exitCode).toBe(0);
    expect(annotations).toEqual([expect.objectContaining({ level: "notice", message: expect.stringContaining(message) })]);
    expect(api.world.comments).toEqual([]);
  });

  it("a head that moved while it was read", async () => {
    const { api, exitCode } = await report({
      archive: await steady(),
      prepare: (fake) =>
        fake.script("pulls/get", [
          (world) => {
            world.pulls[0]!.head.sha = "d".repeat(40);
            return undefined;
          },
        ]),
    });
    expect(exitCode).toBe(0);
    expect(api.comments(7)).toEqual([]);
  });
});

it("the pull request is never what the artifact says: there is no such field to say it in", async () => {
  const archive = zipOf({ "report.json": JSON.stringify({ ...(await driftReport()), pull_request: 1 }) });
  expect((await report({ archive })).exitCode).toBe(6);
});

it("is for workflow_run only", async () => {
  const api = await startFakeGitHub();
  onTestFinished(() => api.close());
  const workspace = mkdtempSync(path.join(os.tmpdir(), "gait-empty-"));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  const result = await runBundle({
    checkout: workspace,
    event: "pull_request",
    payload: pullRequest({ head, base }),
    api,
    inputs: { mode: "report" },
  });
  expect(result.exitCode).toBe(6);
  expect(api.requests).toEqual([]);
});

it("without an API the job fails: reporting is all it does", async () => {
  const { exitCode } = await report({ world: { permissions: { actions: "none" }, private: true } });
  expect(exitCode).toBe(1);
});
