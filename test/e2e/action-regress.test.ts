/** gait-regress as users call it, under a real runner: composite wrapper, committed bundle, GitHub API, artifacts. */
import { describe, expect, it, onTestFinished } from "vitest";
import { mergeGroup, type Payload, pullRequest, push, ZERO_SHA } from "../action/payloads.js";
import { BAD, DRIFT, GOOD, makeScenario, type Scenario, STEADY } from "../action/scenario.js";
import { runGait, useEngine } from "../action/under-act.js";
import type { Checkout } from "../support/act/repository.js";
import { secondaryRateLimit } from "../support/github/replies.js";
import { type FakeGitHub, startFakeGitHub } from "../support/github/server.js";
import type { WorldOptions } from "../support/github/world.js";
import { packBytes } from "../support/repository.js";

useEngine();

/** The job that most users have, with inputs, and a step that shows what later steps see. */
const workflow = (inputs: Record<string, string> = {}) => `
on: [pull_request, merge_group, push]
permissions: { contents: read, pull-requests: write }
jobs:
  gait:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: gait
        uses: gait/regress@v1
        with: ${JSON.stringify({ candidates: "candidates", ...inputs })}
      - id: after
        if: always()
        env:
          SEEN: \${{ steps.gait.outcome }} \${{ steps.gait.outputs.exit-code }} \${{ steps.gait.outputs.status }} \${{ steps.gait.outputs.drift }} \${{ steps.gait.outputs.reported-to }}
        run: echo "seen=$SEEN" >> "$GITHUB_OUTPUT"
`;

interface Setup {
  checkout: Checkout;
  api: FakeGitHub;
  run(more?: {
    inputs?: Record<string, string>;
    event?: string;
    payload?: Payload;
    env?: Record<string, string>;
    text?: string;
  }): ReturnType<typeof runGait>;
}

async function setUp(scenario: Scenario, world: WorldOptions = {}, headRepository = "acme/shop"): Promise<Setup> {
  const checkout = makeScenario(scenario);
  const pulls = [{ number: 7, head: { sha: checkout.head, repository: headRepository }, base: { sha: checkout.base } }];
  const api = await startFakeGitHub({ pulls, ...world });
  onTestFinished(() => api.close());
  return {
    checkout,
    api,
    run: ({
      inputs = {},
      event = "pull_request",
      payload = pullRequest({ head: checkout.head, base: checkout.base, headRepository }),
      env = {},
      text,
    } = {}) => runGait({ workflow: text ?? workflow(inputs), event, payload, checkout: checkout.dir, api, env }),
  };
}

const seen = (result: Awaited<ReturnType<typeof runGait>>) => result.outputs["gait/after"]?.seen;
const notices = (result: Awaited<ReturnType<typeof runGait>>) => result.annotations.filter(({ title }) => title === "gait");

describe("a pull request whose agent drifted", () => {
  it("gets a comment, a summary, annotations, an artifact, outputs, and a red check", async () => {
    const { run, api, checkout } = await setUp(DRIFT);
    const result = await run();
    expect(result.jobs, result.text).toEqual({ gait: "failure" });
    expect(seen(result)).toBe('failure 5 fail ["refund-incident"] comment,summary,artifact');
    const [comment] = api.comments(7);
    expect(comment?.body.split("\n")[0]).toBe(`<!-- gait:gait-regress:.:v1 head=${checkout.head} run=1/1 -->`);
    expect(comment?.body).toContain("mail.send");
    expect(result.summary).toContain("❌ Gait");
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: "error", file: "fixtures/refund-incident/fixture.json", title: "gait: unexpected_tool_sequence" }),
    );
    expect(Object.keys(result.artifacts)).toEqual(["gait-artifacts"]);
    const files = result.artifacts["gait-artifacts"]?.files ?? {};
    expect(Object.keys(files).sort()).toEqual([
      "gait.sarif",
      "junit-extended.xml",
      "junit.xml",
      "regress_result.json",
      "report.json",
      "report.md",
    ]);
    expect(JSON.parse(String(files["report.json"]))).toMatchObject({ head_sha: checkout.merge, base_sha: checkout.base, exit_code: 5 });
  });

  it("has the comment updated in place by the second run", async () => {
    const { run, api, checkout } = await setUp(DRIFT);
    await run();
    const [first] = structuredClone(api.comments(7));
    await run({ env: { GITHUB_RUN_ATTEMPT: "2" }, inputs: { candidates: "" } });
    expect(api.comments(7).map(({ id }) => id)).toEqual([first?.id]);
    expect(api.comments(7)[0]?.body).toContain(`head=${checkout.head} run=1/2 -->`);
    expect(api.comments(7)[0]?.body).not.toBe(first?.body);
  });

  it("is not commented on when a newer head is there", async () => {
    const { run, api } = await setUp(DRIFT);
    api.world.pulls[0]!.head.sha = "9".repeat(40);
    const result = await run();
    expect(result.jobs).toEqual({ gait: "failure" });
    expect(api.comments(7)).toEqual([]);
    expect(notices(result)).toHaveLength(1);
  });
});

it("a pull request with nothing to say gets no comment with on-change", async () => {
  const { run, api } = await setUp(STEADY);
  const result = await run({ inputs: { comment: "on-change" } });
  expect(result.jobs, result.text).toEqual({ gait: "success" });
  expect(seen(result)).toBe("success 0 pass [] summary,artifact");
  expect(api.comments(7)).toEqual([]);
});

describe("reporting never decides", () => {
  it("a fork: one notice, and the report for the companion", async () => {
    const { run, api } = await setUp(STEADY, { permissions: { pullRequests: "read" } }, "fork/shop");
    const result = await run();
    expect(result.jobs, result.text).toEqual({ gait: "success" });
    expect(api.requests).toEqual([]);
    expect(notices(result)).toHaveLength(1);
    expect(Object.keys(result.artifacts).sort()).toEqual(["gait-artifacts", "gait-report-pr"]);
    expect(Object.keys(result.artifacts["gait-report-pr"]?.files ?? {})).toEqual(["report.json"]);
  });

  it("a token that may not write: one notice", async () => {
    const { run, api } = await setUp(STEADY, { permissions: { pullRequests: "read" } });
    const result = await run();
    expect(result.jobs, result.text).toEqual({ gait: "success" });
    expect(api.requests.filter(({ status }) => status === 403)).toHaveLength(1);
    expect(notices(result)).toHaveLength(1);
  });

  it("a secondary rate limit: waited for", async () => {
    const { run, api } = await setUp(STEADY);
    api.script("issues/create-comment", [secondaryRateLimit({ retryAfter: 1 })]);
    const result = await run();
    expect(result.jobs, result.text).toEqual({ gait: "success" });
    expect(api.calls("issues/create-comment").map(({ status }) => status)).toEqual([403, 201]);
    expect(notices(result)).toEqual([]);
  });

  it("an API that is down: one notice", async () => {
    const { run, api } = await setUp(DRIFT);
    await api.down();
    const result = await run();
    expect(seen(result)).toBe('failure 5 fail ["refund-incident"] summary,artifact');
    expect(notices(result)).toHaveLength(1);
  });
});

it("a diff of 70,000 characters makes a comment that GitHub takes, and a summary with all of it", async () => {
  const calls = (word: string) =>
    Array.from({ length: 1_200 }, (_, at) => `tool.${word}.with.a.rather.long.name.number.${at}(${word}${at})`);
  const { run, api } = await setUp({ fixtures: { big: calls("old") }, candidates: { big: calls("new") } });
  const result = await run();
  const body = api.comments(7)[0]?.body ?? "";
  expect([...body].length).toBeLessThanOrEqual(60_000);
  expect(body).toContain("Reproduce");
  expect(result.summary.length).toBeGreaterThan(70_000);
  expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(900 * 1024);
});

it("hostile names forge nothing", async () => {
  const hostile = [
    "`code` **bold**",
    "a|b|c",
    "<img src=x onerror=y>",
    "@acme/security fixes #1",
    "\u202egnp.evil\u200b",
    "::error::pwned",
    "##[error]pwned",
  ];
  const { run, api } = await setUp({ fixtures: { x: GOOD }, candidates: { x: hostile } });
  const result = await run();
  expect(seen(result)).toMatch(/^failure 5 fail \["x"\]/);
  expect(result.annotations.filter(({ message }) => message === "pwned")).toEqual([]);
  expect(result.output).not.toMatch(/\u202e|^\s*::error::pwned|##\[error\]/m);
  const body = api.comments(7)[0]?.body ?? "";
  const prose = body
    .replace(/```[\s\S]*?```/g, "")
    .replace(/(`+)[^\n]*?\1/g, "")
    .replace(/<code>[^\n]*?<\/code>/g, "");
  expect(prose).not.toMatch(/@acme|<img|#1\b|\u202e|\*\*bold/);
});

describe("other events", () => {
  it("a first push is judged by itself", async () => {
    const { run, checkout, api } = await setUp({ ...STEADY, checkout: { at: "base" } });
    const result = await run({ event: "push", payload: push({ before: ZERO_SHA, after: checkout.base }), inputs: { candidates: "" } });
    expect(result.jobs, result.text).toEqual({ gait: "success" });
    expect(result.summary).toContain("first commit");
    expect(api.requests).toEqual([]);
  });

  it("a merge group is judged against its base and not commented on", async () => {
    const { run, checkout, api } = await setUp(DRIFT);
    const result = await run({ event: "merge_group", payload: mergeGroup({ head: checkout.merge, base: checkout.base }) });
    expect(seen(result)).toBe('failure 5 fail ["refund-incident"] summary,artifact');
    expect(api.requests).toEqual([]);
  });
});

it("a candidate recorded in the job that misbehaves ends with 5", async () => {
  // No Node program: the runner of these tests keeps the output of each by itself.
  const recorder =
    'cp recorded.zip run.zip\necho "::error::not heard"\nprintenv GITHUB_TOKEN || echo token=none\necho "runpack_path=run.zip"\n';
  const { run, api } = await setUp({
    fixtures: { "refund-incident": GOOD },
    head: { "record.sh": recorder, "recorded.zip": packBytes(BAD, { runId: "run_refund-incident" }) },
  });
  const result = await run({ inputs: { candidates: "", "record-command": "sh record.sh" }, env: { GITHUB_TOKEN: api.world.token.value } });
  expect(seen(result)).toBe('failure 5 fail ["refund-incident"] comment,summary,artifact');
  expect(result.output).toContain("token=none");
  expect(result.annotations.filter(({ message }) => message === "not heard")).toEqual([]);
  expect(api.comments(7)[0]?.body).toContain("unexpected_tool_sequence");
});

it("shards are joined into one comment by a job of their own", async () => {
  const names = ["a", "b", "c", "d"];
  const all = (calls: (name: string) => typeof GOOD) => Object.fromEntries(names.map((name) => [name, calls(name)]));
  const { run, api } = await setUp({ fixtures: all(() => GOOD), candidates: all((name) => (name === "c" ? BAD : GOOD)) });
  const text = `
on: pull_request
jobs:
  shard:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        shard: [1/2, 2/2]
    steps:
      - uses: actions/checkout@v6
      - uses: gait/regress@v1
        with:
          candidates: candidates
          fail-on: none
          shard: \${{ matrix.shard }}
          upload-artifacts: false
  merge:
    needs: shard
    if: always()
    runs-on: ubuntu-latest
    steps:
      - id: gait
        uses: gait/regress@v1
        with:
          mode: merge
`;
  const result = await run({ text });
  expect(result.jobs.merge, result.text).toBe("success");
  expect(Object.keys(result.artifacts).sort()).toEqual(["gait-artifacts", "gait-report-gait-regress-.-1", "gait-report-gait-regress-.-2"]);
  expect(api.comments(7)).toHaveLength(1);
  expect(api.comments(7)[0]?.body).toContain("1 of 4 fixtures drifted");
});

it("the names of the reference's action are understood, with a warning for each", async () => {
  const { run } = await setUp(STEADY);
  const text = workflow({ workdir: ".", upload_artifacts: "true", artifact_name: "mine", command: "regress" }).replaceAll(
    "outputs.exit-code",
    "outputs.exit_code",
  );
  const result = await run({ text });
  expect(seen(result)).toBe("success 0 pass [] comment,summary,artifact");
  expect(Object.keys(result.artifacts)).toEqual(["mine"]);
  expect(notices(result).map(({ level, message }) => [level, message])).toEqual([
    ["warning", "Input workdir is deprecated: use working-directory."],
    ["warning", "Input upload_artifacts is deprecated: use upload-artifacts."],
    ["warning", "Input artifact_name is deprecated: use artifact-name."],
  ]);
});

it("an unknown command of the reference's action is an error, not ignored", async () => {
  const { run } = await setUp(STEADY);
  const result = await run({ inputs: { command: "policy-test" } });
  expect(seen(result)).toMatch(/^failure 6 error *$/);
});
