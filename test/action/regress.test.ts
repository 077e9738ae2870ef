import { afterEach, describe, expect, it } from "vitest";
import type { Checkout } from "../support/act/repository.js";
import { notAccessible, secondaryRateLimit, serverError, times } from "../support/github/replies.js";
import { type FakeGitHub, startFakeGitHub } from "../support/github/server.js";
import type { WorldOptions } from "../support/github/world.js";
import { runBundle, useBundle } from "./bundle.js";
import { pullRequest } from "./payloads.js";
import { BAD, GOOD, makeScenario, type Scenario } from "./scenario.js";

useBundle();

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A pull request on a fake GitHub. Uploads are left out: they have tests of their own. */
async function pullRequestOf(scenario: Scenario, world: WorldOptions = {}, headRepository = "acme/shop") {
  const checkout: Checkout = makeScenario(scenario);
  cleanups.push(() => checkout.remove());
  const pulls = [{ number: 7, head: { sha: checkout.head, repository: headRepository }, base: { sha: checkout.base } }];
  const api: FakeGitHub = await startFakeGitHub({ pulls, ...world });
  cleanups.push(() => api.close());
  const payload = pullRequest({ head: checkout.head, base: checkout.base, headRepository });
  const run = (inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
    runBundle({ checkout: checkout.dir, event: "pull_request", payload, api, inputs: { "upload-artifacts": "false", ...inputs }, env });
  return { checkout, api, run };
}

const DRIFT: Scenario = { fixtures: { "refund-incident": GOOD }, candidates: { "refund-incident": BAD } };
const STEADY: Scenario = { fixtures: { "refund-incident": GOOD }, candidates: { "refund-incident": GOOD } };
const compared = { candidates: "candidates" };

describe("a pull request whose agent drifted", () => {
  it("fails with 5 after everything was written", async () => {
    const { api, run, checkout } = await pullRequestOf(DRIFT);
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(result.stderr).toBe("");
    expect(result.outputs).toEqual({
      "exit-code": "5",
      exit_code: "5",
      status: "fail",
      failed: "2",
      "top-failure-reason": "unexpected_tool_sequence",
      "next-command": "npx gait regress run --candidates candidates --json",
      "summary-path": "gait-ci/report.md",
      summary_path: "gait-ci/report.md",
      "artifact-path": "gait-ci",
      artifact_path: "gait-ci",
      "json-path": "gait-ci/report.json",
      "junit-path": "gait-ci/junit.xml",
      "sarif-path": "gait-ci/gait.sarif",
      "markdown-path": "gait-ci/report.md",
      "comment-id": String(api.comments(7)[0]?.id),
      "comment-url": `https://github.com/acme/shop/pull/7#issuecomment-${api.comments(7)[0]?.id}`,
      "reported-to": "comment,summary",
      drift: '["refund-incident"]',
      verified: "0",
      tampered: "0",
      unsigned: "0",
      artifacts: "[]",
    });
    const [comment] = api.comments(7);
    expect(comment?.body.split("\n").slice(0, 2)).toEqual([
      `<!-- gait:gait-regress:.:v1 head=${checkout.head} run=1001/1 -->`,
      "### ❌ Gait · 1 of 1 fixture drifted",
    ]);
    expect(result.summary).toContain("### ❌ Gait · 1 of 1 fixture drifted");
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: "error", file: "fixtures/refund-incident/fixture.json", title: "gait: unexpected_tool_sequence" }),
    );
  });
});
