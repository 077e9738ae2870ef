/** Which commit is compared with on each event, and how the action gets at it (spec 40 §12.3). */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Checkout, git, makeCheckout } from "../support/act/repository.js";
import { serverError, times } from "../support/github/replies.js";
import { type FakeGitHub, startFakeGitHub } from "../support/github/server.js";
import { configFile, fixtureFiles } from "../support/repository.js";
import { type BundleResult, runBundle, useBundle } from "./bundle.js";
import { mergeGroup, type Payload, pullRequest, push, schedule, workflowDispatch, workflowRun, ZERO_SHA } from "./payloads.js";
import { GOOD, makeScenario, STEADY } from "./scenario.js";

useBundle();

const INPUTS = { "upload-artifacts": "false", comment: "off" };

async function run(checkout: Checkout, event: string, payload: Payload, inputs: Record<string, string> = {}, api?: FakeGitHub) {
  const result: BundleResult = await runBundle({
    checkout: checkout.dir,
    event,
    payload,
    inputs: { ...INPUTS, ...inputs },
    ...(api ? { api } : {}),
  });
  const written = result.outputs["json-path"];
  const report = written ? JSON.parse(readFileSync(path.join(checkout.dir, written), "utf8")) : undefined;
  return { ...result, report };
}

/** The head deletes a fixture: seen only by comparing with the right base. */
const REMOVAL = {
  fixtures: { kept: GOOD, gone: GOOD },
  head: { ...configFile(["kept"]), "fixtures/gone/fixture.json": null, "fixtures/gone/runpack.zip": null } as Record<string, string | null>,
};

describe("pull_request", () => {
  it("compares the merge commit with the base, fetched alone", async () => {
    const checkout = makeScenario(REMOVAL);
    const { exitCode, report } = await run(checkout, "pull_request", pullRequest({ head: checkout.head, base: checkout.base }));
    expect(report).toMatchObject({ head_sha: checkout.merge, base_sha: checkout.base, failed_on: ["removed-coverage"] });
    expect(exitCode).toBe(5);
  });

  it("compares the head itself with the merge base where the history is there", async () => {
    const checkout = makeScenario({ ...REMOVAL, checkout: { at: "head", depth: 0 } });
    const { report } = await run(checkout, "pull_request", pullRequest({ head: checkout.head, base: checkout.base }));
    expect(report).toMatchObject({ head_sha: checkout.head, base_sha: checkout.base, failed_on: ["removed-coverage"] });
  });

  it("fails closed for a shallow checkout of the head whose merge base nobody knows", async () => {
    const checkout = makeScenario({ ...REMOVAL, checkout: { at: "head" } });
    const { exitCode, report } = await run(checkout, "pull_request", pullRequest({ head: checkout.head, base: checkout.base }));
    expect(exitCode).toBe(6);
    expect(report.projects[0].problem).toMatchObject({ reason: "base_unavailable", message: expect.stringContaining("fetch-depth: 0") });
  });

  it("reads the base through the API where git cannot", async () => {
    const checkout = makeScenario(REMOVAL);
    const files = Object.fromEntries(
      git(checkout.origin, "ls-tree", "-r", "--name-only", checkout.base)
        .split("\n")
        .map((name) => [name, readBlob(checkout.origin, checkout.base, name)]),
    );
    rmSync(checkout.origin, { recursive: true });
    const api = await startFakeGitHub({ commits: [{ sha: checkout.base, files }] });
    onTestFinished(() => api.close());
    const { exitCode, report } = await run(checkout, "pull_request", pullRequest({ head: checkout.head, base: checkout.base }), {}, api);
    expect(report).toMatchObject({ base_sha: checkout.base, failed_on: ["removed-coverage"], base_note: "" });
    expect(exitCode).toBe(5);
    expect(new Set(api.requests.map(({ operation }) => operation))).toEqual(new Set(["repos/get-commit", "repos/get-content"]));
  });

  it.each([
    ["drift", 0, null],
    ["drift,removed-coverage", 6, "base_unavailable"],
    ["relaxed", 6, "base_unavailable"],
  ])("without any base, fail-on %s ends with %i", async (failOn, code, reason) => {
    const checkout = makeScenario({ ...STEADY });
    rmSync(checkout.origin, { recursive: true });
    const api = await startFakeGitHub();
    onTestFinished(() => api.close());
    const inputs = { "fail-on": failOn, candidates: "candidates" };
    const { exitCode, report, annotations } = await run(
      checkout,
      "pull_request",
      pullRequest({ head: checkout.head, base: checkout.base }),
      inputs,
      api,
    );
    expect(exitCode).toBe(code);
    expect(report.projects[0].problem?.reason ?? null).toBe(reason);
    expect(report.base_note).toContain(checkout.base);
    expect(annotations).toContainEqual(expect.objectContaining({ level: "notice", title: "gait: no comparison with a base" }));
  });

  it("an API that breaks down halfway is no base", async () => {
    const checkout = makeScenario(STEADY);
    rmSync(checkout.origin, { recursive: true });
    const api = await startFakeGitHub({ commits: [{ sha: checkout.base, files: {} }] });
    onTestFinished(() => api.close());
    api.script("repos/get-content", times(4, serverError(500)));
    const inputs = { "fail-on": "drift", candidates: "candidates" };
    const { exitCode, report } = await run(
      checkout,
      "pull_request",
      pullRequest({ head: checkout.head, base: checkout.base }),
      inputs,
      api,
    );
    expect(exitCode).toBe(0);
    expect(report.base_note).toContain("cannot be read");
  });
});

const readBlob = (dir: string, commit: string, name: string): Uint8Array =>
  execFileSync("git", ["cat-file", "blob", `${commit}:${name}`], { cwd: dir });

describe("merge_group", () => {
  it("compares with the group's base and writes no comment", async () => {
    const checkout = makeScenario(REMOVAL);
    const api = await startFakeGitHub();
    onTestFinished(() => api.close());
    const payload = mergeGroup({ head: checkout.merge, base: checkout.base });
    const { exitCode, report, summary } = await run(checkout, "merge_group", payload, { comment: "always" }, api);
    expect(exitCode).toBe(5);
    expect(report).toMatchObject({ head_sha: checkout.merge, base_sha: checkout.base, failed_on: ["removed-coverage"] });
    expect(summary).toContain("gone");
    expect(api.requests).toEqual([]);
  });
});

describe("push", () => {
  it("compares with the commit before", async () => {
    const checkout = makeScenario(REMOVAL);
    const { report } = await run(checkout, "push", push({ before: checkout.base, after: checkout.merge }));
    expect(report).toMatchObject({ base_sha: checkout.base, failed_on: ["removed-coverage"] });
  });

  it.each([
    ["of a new branch", ZERO_SHA],
    ["that was forced", "1".repeat(40)],
  ])("%s compares with the first parent, in a shallow clone, too", async (_, before) => {
    const checkout = makeScenario(REMOVAL);
    const { report } = await run(checkout, "push", push({ before, after: checkout.merge }));
    expect(report).toMatchObject({ head_sha: checkout.merge, base_sha: checkout.base, failed_on: ["removed-coverage"] });
  });

  it("of the first commit compares with nothing and is judged all the same", async () => {
    const checkout = makeCheckout({
      base: { ...(configFile(["a"]) as Record<string, string>), ...(fixtureFiles("a", GOOD) as Record<string, string>) },
      at: "base",
    });
    onTestFinished(checkout.remove);
    const { exitCode, report } = await run(checkout, "push", push({ before: ZERO_SHA, after: checkout.base }));
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ base_sha: "", base_note: "this is the first commit: there is nothing to compare it with" });
  });
});

describe("events without a base", () => {
  it.each([
    ["workflow_dispatch", workflowDispatch()],
    ["schedule", schedule()],
  ])("%s gives absolute results", async (event, payload) => {
    const checkout = makeScenario(STEADY);
    const { exitCode, report } = await run(checkout, event, payload, { candidates: "candidates" });
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      base_sha: "",
      base_note: `the event ${event} has no base of its own: set the input base to compare with a commit`,
    });
  });

  it.each(["main", "origin/main", "base"])("compare with what base names: %s", async (name) => {
    const checkout = makeScenario({ ...REMOVAL, checkout: { depth: 0 } });
    const { report } = await run(checkout, "schedule", schedule(), { base: name === "base" ? checkout.base : name });
    expect(report).toMatchObject({ base_sha: checkout.base, failed_on: ["removed-coverage"] });
  });

  it("a base that names nothing is no base", async () => {
    const checkout = makeScenario(STEADY);
    const { exitCode, report } = await run(checkout, "schedule", schedule(), { base: "nowhere" });
    expect(exitCode).toBe(6);
    expect(report.base_note).toBe("input base: nowhere names no commit of this repository");
  });
});

describe("pull_request_target", () => {
  it.each([
    ["false", "merge"],
    ["false", "base"],
    ["true", "merge"],
    ["true", "head"],
  ] as const)("is refused with allow-unsafe-target %s and the %s checked out", async (allowed, at) => {
    const checkout = makeScenario({ ...STEADY, checkout: { at } });
    const result = await run(checkout, "pull_request_target", pullRequest({ head: checkout.head, base: checkout.base }), {
      "allow-unsafe-target": allowed,
    });
    expect(result.exitCode).toBe(6);
    expect(result.annotations[0]).toMatchObject({ level: "error", title: "gait: unsafe_target" });
    expect(result.outputs).toMatchObject({ status: "error", "exit-code": "6" });
  });

  it("is refused for mode merge", async () => {
    const checkout = makeScenario({ ...STEADY, checkout: { at: "base" } });
    const payload = pullRequest({ head: checkout.head, base: checkout.base });
    const result = await run(checkout, "pull_request_target", payload, { "allow-unsafe-target": "true", mode: "merge" });
    expect(result.exitCode).toBe(6);
    expect(result.annotations[0]).toMatchObject({ title: "gait: unsafe_target" });
  });

  it("runs when allowed and with the base commit checked out", async () => {
    const checkout = makeScenario({ ...STEADY, checkout: { at: "base" } });
    const result = await run(checkout, "pull_request_target", pullRequest({ head: checkout.head, base: checkout.base }), {
      "allow-unsafe-target": "true",
    });
    expect(result.exitCode).toBe(0);
  });
});

describe("workflow_run", () => {
  it("is for mode report only", async () => {
    const checkout = makeScenario(STEADY);
    const result = await run(checkout, "workflow_run", workflowRun({ id: 5, head: checkout.head, headRepository: "fork/shop" }));
    expect(result.exitCode).toBe(6);
    expect(result.annotations[0]?.message).toContain("mode: report");
  });
});

it("a folder that is no repository is judged without a base", async () => {
  const checkout = makeScenario(STEADY);
  rmSync(path.join(checkout.dir, ".git"), { recursive: true });
  const { exitCode, report } = await run(checkout, "schedule", schedule(), { candidates: "candidates" });
  expect(exitCode).toBe(0);
  expect(report.head_sha).toBe("");
});
