/** gait-verify as users call it, and the companion workflow for forks, under a real runner. */
import { expect, it, onTestFinished } from "vitest";
import { writeZip } from "../../src/format/zip-writer.js";
import { pullRequest, workflowRun } from "../action/payloads.js";
import { DRIFT, GOOD, makeScenario } from "../action/scenario.js";
import { runGait, useEngine } from "../action/under-act.js";
import { unzip } from "../support/act/unzip.js";
import { startFakeGitHub } from "../support/github/server.js";
import { packBytes } from "../support/repository.js";

useEngine();

const workflow = `
on: pull_request
permissions: { contents: read, pull-requests: write }
jobs:
  gait:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: gait
        uses: gait/verify@v1
        with:
          paths: evidence/**/*.zip
      - id: after
        if: always()
        env:
          SEEN: \${{ steps.gait.outputs.exit-code }} \${{ steps.gait.outputs.verified }} \${{ steps.gait.outputs.tampered }} \${{ steps.gait.outputs.unsigned }}
        run: echo "seen=$SEEN" >> "$GITHUB_OUTPUT"
`;

const sound = packBytes(GOOD, { runId: "run_sound" });
const tampered = writeZip(
  Object.entries(unzip(Buffer.from(sound))).map(([name, data]) => ({
    path: name,
    data: name === "results.jsonl" ? Buffer.from(data.toString().replace("blocked", "ok")) : data,
  })),
);

async function verify(head: Record<string, Uint8Array>) {
  const checkout = makeScenario({ fixtures: { x: GOOD }, files: { "evidence/a.zip": sound }, head });
  const api = await startFakeGitHub({ pulls: [{ number: 7, head: { sha: checkout.head }, base: { sha: checkout.base } }] });
  onTestFinished(() => api.close());
  const payload = pullRequest({ head: checkout.head, base: checkout.base });
  return { api, result: await runGait({ workflow, event: "pull_request", payload, checkout: checkout.dir, api }) };
}

it("sound evidence passes without a word in the pull request", async () => {
  const { api, result } = await verify({});
  expect(result.jobs, result.text).toEqual({ gait: "success" });
  expect(result.outputs["gait/after"]?.seen).toBe("0 1 0 1");
  expect(api.comments(7)).toEqual([]);
});

it("tampered evidence fails with 2 and is named", async () => {
  const { api, result } = await verify({ "evidence/deep/b.zip": tampered });
  expect(result.jobs, result.text).toEqual({ gait: "failure" });
  expect(result.outputs["gait/after"]?.seen).toBe("2 1 1 2");
  expect(result.annotations).toContainEqual(expect.objectContaining({ level: "error", file: "evidence/deep/b.zip", line: 1 }));
  expect(api.comments(7)[0]?.body).toContain("evidence/deep/b.zip");
  expect(result.summary).toContain("evidence/deep/b.zip");
});

const companion = `
on:
  workflow_run:
    workflows: [gait]
    types: [completed]
permissions:
  actions: read
  pull-requests: write
jobs:
  report:
    runs-on: ubuntu-latest
    steps:
      - uses: gait/regress@v1
        with:
          mode: report
`;

it("what a fork's run leaves, the companion posts", async () => {
  const checkout = makeScenario(DRIFT);
  const pulls = [{ number: 7, head: { sha: checkout.head, repository: "fork/shop" }, base: { sha: checkout.base } }];
  const first = await startFakeGitHub({ pulls });
  onTestFinished(() => first.close());
  const text = workflow
    .replace("gait/verify@v1", "gait/regress@v1")
    .replace("paths: evidence/**/*.zip", "candidates: candidates")
    .replace(/ +- id: after[\s\S]*/, "");
  const payload = pullRequest({ head: checkout.head, base: checkout.base, headRepository: "fork/shop" });
  const ran = await runGait({ workflow: text, event: "pull_request", payload, checkout: checkout.dir, api: first });
  expect(ran.jobs, ran.text).toEqual({ gait: "failure" });
  const left = ran.artifacts["gait-report-pr"];
  expect(left).toBeDefined();

  const api = await startFakeGitHub({ pulls, artifacts: [{ name: "gait-report-pr", runId: 77, archive: left!.archive }] });
  onTestFinished(() => api.close());
  const event = workflowRun({ id: 77, head: checkout.head, headRepository: "fork/shop" });
  const result = await runGait({ workflow: companion, event: "workflow_run", payload: event, checkout: checkout.dir, api });
  expect(result.jobs, result.text).toEqual({ report: "success" });
  expect(api.comments(7).map(({ body }) => body.split("\n")[0])).toEqual([
    `<!-- gait:gait-regress:.:v1 head=${checkout.head} run=77/1 -->`,
  ]);
  expect(api.comments(7)[0]?.body).toContain("not evidence");
});
