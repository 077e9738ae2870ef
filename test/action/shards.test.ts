/** A split run, joined by `mode: merge` (spec 40 §12.4, Sharding). */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startArtifactService } from "../support/act/artifacts.js";
import { useBundle } from "./bundle.js";
import { BAD, type Calls, GOOD, openPullRequest } from "./scenario.js";

useBundle();

const names = ["a", "b", "c", "d", "e", "f"];
const all = (calls: (name: string) => Calls) => Object.fromEntries(names.map((name) => [name, calls(name)]));

/** Six fixtures, of which one drifts. */
async function split() {
  const pull = await openPullRequest({ fixtures: all(() => GOOD), candidates: all((name) => (name === "d" ? BAD : GOOD)) });
  const service = await startArtifactService(1001);
  onTestFinished(() => service.close());
  const run = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
    pull.run({ candidates: "candidates", ...inputs }, { ...service.env, ...env });
  const file = (name: string) => readFileSync(path.join(pull.checkout.dir, "gait-ci", name), "utf8");
  return { ...pull, service, run, file };
}

describe("mode merge", () => {
  it("gives what one run would have given, in one comment", async () => {
    const { api, run, file, service } = await split();
    expect((await run({ comment: "off" })).exitCode).toBe(5);
    const whole = ["regress_result.json", "junit.xml", "report.json"].map(file);

    const codes: number[] = [];
    for (const shard of ["1/3", "2/3", "3/3"]) codes.push((await run({ shard })).exitCode);
    expect(codes.filter((code) => code === 5)).toHaveLength(1);
    expect(Object.keys(service.archives()).sort()).toEqual([1, 2, 3].map((index) => `gait-report-gait-regress-.-${index}`));
    expect(api.requests).toEqual([]);

    const merged = await run({ mode: "merge" });
    expect(merged.exitCode).toBe(5);
    expect(merged.outputs).toMatchObject({ drift: '["d"]', status: "fail" });
    expect(["regress_result.json", "junit.xml", "report.json"].map(file)).toEqual(whole);
    expect(api.comments(7)).toHaveLength(1);
    expect(api.comments(7)[0]?.body).toContain("1 of 6 fixtures drifted");
  });

  it("of a shard that is missing is an error that the comment tells", async () => {
    const { api, run } = await split();
    for (const shard of ["1/3", "3/3"]) await run({ shard });
    const merged = await run({ mode: "merge" });
    expect(merged.exitCode).toBe(6);
    expect(merged.outputs).toMatchObject({ status: "error", "top-failure-reason": "shard_missing" });
    expect(api.comments(7)[0]?.body).toContain("2/3");
  });

  it("of no shard at all is an error", async () => {
    const { run } = await split();
    const merged = await run({ mode: "merge" });
    expect(merged.exitCode).toBe(6);
    expect(merged.outputs["top-failure-reason"]).toBe("shard_missing");
  });

  it("takes the latest attempt of a shard and leaves other keys alone", async () => {
    const { run } = await split();
    for (const shard of ["1/2", "2/2"]) await run({ shard });
    await run({ shard: "1/2", "comment-key": "gait-regress_." });
    for (const shard of ["1/2", "2/2"]) await run({ shard, "fail-on": "none" }, { GITHUB_RUN_ATTEMPT: "2" });
    const merged = await run({ mode: "merge" }, { GITHUB_RUN_ATTEMPT: "2" });
    expect(merged.exitCode).toBe(0);
  });

  it("of shards that do not belong together is an error that the comment tells", async () => {
    const { api, run } = await split();
    await run({ shard: "1/2" });
    await run({ shard: "2/2" }, { GAIT_PRODUCER_VERSION: "9.9.9" });
    const merged = await run({ mode: "merge" });
    expect(merged.exitCode).toBe(6);
    expect(merged.outputs["top-failure-reason"]).toBe("shard_invalid");
    expect(api.comments(7)[0]?.body).toContain("differ in the version of the engine");
  });

  it("needs the artifact service", async () => {
    const { run } = await split();
    const merged = await run({ mode: "merge" }, { ACTIONS_RESULTS_URL: "" });
    expect(merged.exitCode).toBe(6);
    expect(merged.annotations[0]?.title).toBe("gait: artifact_service_missing");
  });
});

it("a shard that cannot be handed over warns and keeps its own verdict", async () => {
  const { run } = await split();
  const result = await run({ shard: "1/1000", "fail-on": "none" }, { ACTIONS_RESULTS_URL: "" });
  expect(result.annotations.filter(({ title }) => title === "gait")).toEqual([
    expect.objectContaining({ level: "warning", message: expect.stringContaining("This shard was not handed to the merging job") }),
  ]);
});
