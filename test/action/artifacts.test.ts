/** Uploads: by the toolkit's own client to a fake of the runner's artifact service. */
import { describe, expect, it, onTestFinished } from "vitest";
import { artifactName, forkArtifactName, mayBeShard, shardArtifactName } from "../../src/action/artifacts.js";
import { type ArtifactFailure, startArtifactService } from "../support/act/artifacts.js";
import { unzip } from "../support/act/unzip.js";
import { useBundle } from "./bundle.js";
import { DRIFT, openPullRequest, STEADY } from "./scenario.js";

useBundle();

async function service(failure?: ArtifactFailure) {
  const started = await startArtifactService(1001, failure);
  onTestFinished(() => started.close());
  const files = () => Object.fromEntries(Object.entries(started.archives()).map(([name, archive]) => [name, unzip(archive)]));
  return { env: started.env, files };
}

const inputs = { candidates: "candidates", "upload-artifacts": "true" };

describe("the written files", () => {
  it("are uploaded, and the comment links them", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    const { env, files } = await service();
    const result = await run(inputs, env);
    expect(result.exitCode).toBe(5);
    expect(Object.keys(files()["gait-artifacts"] ?? {}).sort()).toEqual([
      "gait.sarif",
      "junit-extended.xml",
      "junit.xml",
      "regress_result.json",
      "report.json",
      "report.md",
    ]);
    expect(result.outputs["reported-to"]).toBe("comment,summary,artifact");
    expect(api.comments(7)[0]?.body).toContain("https://github.com/acme/shop/actions/runs/1001/artifacts/5000");
  });

  it("keep their folders when they lie in several", async () => {
    const { run } = await openPullRequest(STEADY);
    const { env, files } = await service();
    await run({ ...inputs, json: "out/a/r.json", junit: "out/b/j.xml", sarif: "", markdown: "" }, env);
    expect(Object.keys(files()["gait-artifacts"] ?? {}).sort()).toEqual([
      "a/junit-extended.xml",
      "a/r.json",
      "a/regress_result.json",
      "b/j.xml",
    ]);
  });

  it("carry the attempt", async () => {
    const { run } = await openPullRequest(STEADY);
    const { env, files } = await service();
    await run({ ...inputs, "artifact-name": "mine" }, { ...env, GITHUB_RUN_ATTEMPT: "2" });
    expect(Object.keys(files())).toEqual(["mine-2"]);
  });

  it.each([
    ["that is full", { status: 403, message: "Artifact storage quota has been hit" }],
    ["that has the name already", { status: 409, message: "an artifact with this name already exists" }],
  ])("cost one notice with a service %s", async (_, failure) => {
    const { api, run } = await openPullRequest(DRIFT);
    const { env } = await service(failure);
    const result = await run(inputs, env);
    expect(result.exitCode).toBe(5);
    expect(api.comments(7)).toHaveLength(1);
    expect(result.outputs["reported-to"]).toBe("comment,summary");
    expect(result.annotations.filter(({ title }) => title === "gait")).toEqual([
      expect.objectContaining({ level: "notice", message: expect.stringContaining("The artifact gait-artifacts was not uploaded") }),
    ]);
  });

  it("are kept on disk only, without a word, where there is no service", async () => {
    const { run } = await openPullRequest(STEADY);
    const result = await run(inputs);
    expect(result.exitCode).toBe(0);
    expect(result.annotations.filter(({ title }) => title === "gait")).toEqual([]);
  });
});

describe("a pull request from a fork", () => {
  it("leaves the bare report, and one notice says where", async () => {
    const { run, api, checkout } = await openPullRequest(DRIFT, {}, { headRepository: "fork/shop" });
    const { env, files } = await service();
    const result = await run(inputs, env);
    expect(api.requests).toEqual([]);
    expect(Object.keys(files()).sort()).toEqual(["gait-artifacts", "gait-report-pr"]);
    const left = files()["gait-report-pr"] ?? {};
    expect(Object.keys(left)).toEqual(["report.json"]);
    expect(JSON.parse(left["report.json"]?.toString() ?? "")).toMatchObject({ head_sha: checkout.head, status: "fail" });
    const notices = result.annotations.filter(({ title }) => title === "gait");
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toMatch(/fork.*job summary.*gait-report-pr.*default branch/);
  });

  it("leaves it under the key of its own", async () => {
    const { run } = await openPullRequest(DRIFT, {}, { headRepository: "fork/shop" });
    const { env, files } = await service();
    await run({ ...inputs, "comment-key": "agents/refund" }, env);
    expect(Object.keys(files())).toContain("gait-report-pr-agents-refund");
  });

  it("leaves nothing when nobody wants a comment", async () => {
    const { run } = await openPullRequest(DRIFT, {}, { headRepository: "fork/shop" });
    const { env, files } = await service();
    await run({ ...inputs, comment: "off" }, env);
    expect(Object.keys(files())).toEqual(["gait-artifacts"]);
  });
});

it("a token without permission leaves the report as a fork does", async () => {
  const { run } = await openPullRequest(DRIFT, { permissions: { pullRequests: "none" } });
  const { env, files } = await service();
  const result = await run(inputs, env);
  expect(result.exitCode).toBe(5);
  expect(Object.keys(files()).sort()).toEqual(["gait-artifacts", "gait-report-pr"]);
});

describe("names", () => {
  it("carry shard and attempt from the second on", () => {
    expect(artifactName("a", undefined, 1)).toBe("a");
    expect(artifactName("a", { index: 1, count: 1 }, 1)).toBe("a");
    expect(artifactName("a", { index: 2, count: 3 }, 1)).toBe("a-2");
    expect(artifactName("a", { index: 2, count: 3 }, 4)).toBe("a-2-4");
    expect(shardArtifactName("gait-regress:services/*", 2, 1)).toBe("gait-report-gait-regress-services---2");
    expect(forkArtifactName(undefined)).toBe("gait-report-pr");
  });

  it("of shards are told from others", () => {
    const key = "gait-regress:.";
    expect(mayBeShard(shardArtifactName(key, 12, 3), key)).toBe(true);
    for (const name of [
      "gait-report-pr",
      "gait-artifacts-1",
      "gait-report-gait-regress-.-",
      "gait-report-gait-regress-.-x",
      "gait-report-gait-regress-.-1-2-3",
    ]) {
      expect(mayBeShard(name, key), name).toBe(false);
    }
  });
});
