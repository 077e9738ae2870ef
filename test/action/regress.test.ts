import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import markdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { notAccessible, secondaryRateLimit, serverError, times } from "../support/github/replies.js";
import { useBundle } from "./bundle.js";
import { BAD, DRIFT, GOOD, openPullRequest, STEADY } from "./scenario.js";

useBundle();

const compared = { candidates: "candidates" };

describe("a pull request whose agent drifted", () => {
  it("fails with 5 after everything was written", async () => {
    const { api, run, checkout } = await openPullRequest(DRIFT);
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
    const [marker, headline] = api.comments(7)[0]!.body.split("\n");
    expect(marker).toBe(`<!-- gait:gait-regress:.:v1 head=${checkout.head} run=1001/1 -->`);
    expect(headline).toMatch(/^### ❌ Gait · .*drifted/);
    expect(result.summary).toContain(headline);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: "error", file: "fixtures/refund-incident/fixture.json", title: "gait: unexpected_tool_sequence" }),
    );
    for (const name of ["report.json", "junit.xml", "junit-extended.xml", "gait.sarif", "report.md", "regress_result.json"]) {
      expect(existsSync(path.join(checkout.dir, "gait-ci", name)), name).toBe(true);
    }
    const report = JSON.parse(readFileSync(path.join(checkout.dir, "gait-ci/report.json"), "utf8"));
    expect(report).toMatchObject({ head_sha: checkout.merge, base_sha: checkout.base, exit_code: 5, failed_on: ["drift"] });
  });

  it("passes with fail-on none, and says all the same", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    const result = await run({ ...compared, "fail-on": "none" });
    expect(result.exitCode).toBe(0);
    expect(api.comments(7)[0]?.body).toContain("unexpected_tool_sequence");
  });

  it("writes only what is asked for", async () => {
    const { api, run, checkout } = await openPullRequest(DRIFT);
    const result = await run({
      ...compared,
      json: "out/r.json",
      junit: "",
      sarif: "",
      markdown: "",
      annotations: "false",
      "step-summary": "false",
      comment: "off",
    });
    expect(result.exitCode).toBe(5);
    expect(result.summary).toBe("");
    expect(result.annotations).toEqual([]);
    expect(api.requests).toEqual([]);
    expect(result.outputs).toMatchObject({
      "json-path": "out/r.json",
      "junit-path": "",
      "sarif-path": "",
      "markdown-path": "",
      "artifact-path": "out",
      "reported-to": "",
    });
    expect(existsSync(path.join(checkout.dir, "out/r.json"))).toBe(true);
    expect(existsSync(path.join(checkout.dir, "gait-ci"))).toBe(false);
  });
});

describe("the comment", () => {
  it("is updated in place and resolved when all is well again", async () => {
    const { api, run, commit } = await openPullRequest(DRIFT);
    await run(compared);
    const [first] = api.comments(7);
    const fixed = commit(STEADY);
    const result = await run(compared, { GITHUB_RUN_ID: "1002" });
    expect(result.exitCode).toBe(0);
    expect(api.comments(7)).toHaveLength(1);
    expect(api.comments(7)[0]?.id).toBe(first?.id);
    expect(api.comments(7)[0]?.body).toMatch(
      new RegExp(`^<!-- gait:gait-regress:.:v1 head=${fixed} run=1002/1 -->\n### ✅ Gait · resolved in \`${fixed.slice(0, 7)}\``),
    );
  });

  it("is left alone when nothing changed", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    await run(compared);
    await run(compared);
    expect(api.calls("issues/update-comment")).toEqual([]);
    expect(api.comments(7)).toHaveLength(1);
  });

  it("is one line on a pass, and none with on-change or on-failure", async () => {
    const { api, run } = await openPullRequest(STEADY);
    for (const comment of ["on-change", "on-failure"]) {
      const result = await run({ ...compared, comment });
      expect(result.outputs).toMatchObject({ "comment-id": "", "reported-to": "summary" });
      expect(api.comments(7)).toEqual([]);
    }
    await run(compared);
    expect(api.comments(7).map(({ body }) => body.split("\n").length)).toEqual([3]);
    expect(api.comments(7)[0]?.body.split("\n")[1]).toMatch(/^✅ \*\*Gait\*\* · /);
  });

  it("of on-failure is brought up to date when the failure is gone", async () => {
    const { api, run, commit } = await openPullRequest(DRIFT);
    await run({ ...compared, comment: "on-failure" });
    commit(STEADY);
    await run({ ...compared, comment: "on-failure" });
    expect(api.comments(7).map(({ body }) => body.includes("resolved"))).toEqual([true]);
  });

  it("is recreated at the end", async () => {
    const { api, run } = await openPullRequest(DRIFT, {
      comments: [{ issue: 7, body: "hello", author: { login: "octo-dev", type: "User" } }],
    });
    await run(compared);
    const before = api.comments(7).map(({ id }) => id);
    await run({ ...compared, "comment-mode": "recreate" }, { GITHUB_RUN_ID: "1002" });
    const after = api.comments(7).map(({ id }) => id);
    expect(after).toHaveLength(2);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBeGreaterThan(before[1]!);
  });

  it("is hidden and written anew", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    for (const id of ["1", "2", "3"]) await run({ ...compared, "comment-mode": "hide-and-new" }, { GITHUB_RUN_ID: id });
    expect(api.comments(7).map(({ minimized }) => minimized)).toEqual(["OUTDATED", "OUTDATED", null]);
  });

  it("is not taken from someone who planted the marker", async () => {
    const { api, run, checkout } = await openPullRequest(DRIFT);
    const body = `<!-- gait:gait-regress:.:v1 head=${checkout.head} run=9/9 -->\n### ✅ all is well`;
    const { addComment } = await import("../support/github/world.js");
    addComment(api.world, { issue: 7, body, author: { login: "mallory", type: "User" } });
    await run(compared);
    expect(api.comments(7).map((comment) => [comment.author.login, comment.body === body])).toEqual([
      ["mallory", true],
      ["github-actions[bot]", false],
    ]);
  });

  it("belongs to the token's own user, whoever that is", async () => {
    const { api, run } = await openPullRequest(DRIFT, { tokenKind: "user" });
    await run(compared);
    await run({ ...compared, "comment-mode": "recreate" });
    expect(api.comments(7).map(({ author }) => author.login)).toEqual(["octo-dev"]);
  });

  it("has one key per job", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    await run({ ...compared, "comment-key": "a" });
    await run({ ...compared, "comment-key": "b" });
    expect(api.comments(7).map(({ body }) => body.slice(0, 13))).toEqual(["<!-- gait:a:v", "<!-- gait:b:v"]);
  });

  it("is not written when the head has moved on", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    api.world.pulls[0]!.head.sha = "9".repeat(40);
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(api.comments(7)).toEqual([]);
    expect(result.annotations.filter(({ title }) => title === "gait")).toEqual([
      expect.objectContaining({ level: "notice", message: expect.stringContaining(`the pull request is at ${"9".repeat(40)} by now`) }),
    ]);
  });

  it("is not written over that of a later run of the same commit", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    await run(compared, { GITHUB_RUN_ID: "1005" });
    const { body } = api.comments(7)[0]!;
    const late = await run(compared, { GITHUB_RUN_ID: "1004", GITHUB_RUN_ATTEMPT: "2" });
    expect(late.outputs["comment-id"]).toBe("");
    expect(api.comments(7).map((comment) => comment.body)).toEqual([body]);
  });

  it("is one, even when two runs were as fast", async () => {
    const { api, run, checkout } = await openPullRequest(DRIFT);
    const { addComment } = await import("../support/github/world.js");
    const other = `<!-- gait:gait-regress:.:v1 head=${checkout.head} run=1000/1 -->\nof the other run`;
    api.script("issues/create-comment", [
      (world) => {
        addComment(world, { issue: 7, body: other });
        return undefined;
      },
    ]);
    const result = await run(compared);
    expect(api.comments(7)).toHaveLength(1);
    expect(api.comments(7)[0]?.body).not.toBe(other);
    expect(result.outputs["comment-id"]).toBe(String(api.comments(7)[0]?.id));
  });
});

describe("a token that may not write", () => {
  const notices = (annotations: { title?: string; level: string; message: string }[]) =>
    annotations.filter(({ title }) => title === "gait");

  it("of a fork is not even tried", async () => {
    const { api, run } = await openPullRequest(DRIFT, {}, { headRepository: "fork/shop" });
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(api.requests).toEqual([]);
    expect(notices(result.annotations)).toEqual([
      expect.objectContaining({
        level: "notice",
        message: expect.stringMatching(/^The pull request comes from a fork, .* The verdict is not affected\.$/),
      }),
    ]);
    expect(result.outputs["reported-to"]).toBe("summary");
  });

  it("of Dependabot is not even tried", async () => {
    const { api, run } = await openPullRequest(STEADY);
    const result = await run(compared, { GITHUB_ACTOR: "dependabot[bot]" });
    expect(result.exitCode).toBe(0);
    expect(api.requests).toEqual([]);
    expect(notices(result.annotations)).toHaveLength(1);
  });

  it("without permission gives one notice after the first 403", async () => {
    const { api, run } = await openPullRequest(DRIFT, { permissions: { pullRequests: "read" } });
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(api.requests.filter(({ status }) => status === 403)).toHaveLength(1);
    expect(notices(result.annotations)).toEqual([
      expect.objectContaining({ level: "notice", message: expect.stringContaining("Does the job have pull-requests: write?") }),
    ]);
  });

  it("is a warning with comment always", async () => {
    const { api, run } = await openPullRequest(STEADY, { permissions: { pullRequests: "read" } }, { headRepository: "fork/shop" });
    api.script("issues/create-comment", [notAccessible()]);
    const result = await run({ ...compared, comment: "always" });
    expect(result.exitCode).toBe(0);
    expect(notices(result.annotations)).toEqual([expect.objectContaining({ level: "warning" })]);
  });

  it("that is missing costs the comment only", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    const result = await run({ ...compared, "github-token": "" });
    expect(result.exitCode).toBe(5);
    expect(api.requests).toEqual([]);
    expect(notices(result.annotations)).toHaveLength(1);
  });

  it("is never printed but to be masked", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    const result = await run(compared);
    expect(result.stdout.split("\n").filter((line) => line.includes(api.world.token.value))).toEqual([
      `::add-mask::${api.world.token.value}`,
    ]);
  });
});

describe("an API in trouble", () => {
  it.each([
    ["a secondary rate limit", secondaryRateLimit({ retryAfter: 1 })],
    ["a secondary rate limit by 429", secondaryRateLimit({ status: 429, retryAfter: 1 })],
    ["a bad gateway", serverError(502)],
    ["a cut connection", "reset" as const],
  ])("is asked again after %s", async (_, reply) => {
    const { api, run } = await openPullRequest(DRIFT);
    api.script("issues/create-comment", [reply]);
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(api.comments(7)).toHaveLength(1);
    expect(result.annotations.filter(({ title }) => title === "gait")).toEqual([]);
  });

  it("that stays down costs the comment only, with one notice and no more requests", async () => {
    const { api, run } = await openPullRequest(DRIFT);
    api.script("pulls/get", times(4, serverError(503)));
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(api.requests.map(({ operation }) => operation)).toEqual(Array(4).fill("pulls/get"));
    expect(result.annotations.filter(({ title }) => title === "gait")).toEqual([
      expect.objectContaining({ level: "notice", message: expect.stringContaining("The verdict is not affected.") }),
    ]);
    expect(result.outputs["reported-to"]).toBe("summary");
  });

  it("that asks for an hour is not waited for", async () => {
    const { api, run } = await openPullRequest(STEADY);
    api.script("pulls/get", [secondaryRateLimit({ retryAfter: 3600 })]);
    const result = await run(compared);
    expect(result.exitCode).toBe(0);
    expect(api.requests).toHaveLength(1);
  });
});

describe("paths", () => {
  it.each([
    ["../out.json", "input json: ../out.json lies outside the workspace"],
    [".", "input json: . lies outside the workspace"],
  ])("json %s is refused", async (json, message) => {
    const { run } = await openPullRequest(STEADY);
    const result = await run({ ...compared, json });
    expect(result.exitCode).toBe(6);
    expect(result.annotations).toContainEqual(expect.objectContaining({ level: "error", message, title: "gait: path_outside_workspace" }));
    expect(result.outputs).toMatchObject({ status: "error", "exit-code": "6", "top-failure-reason": "path_outside_workspace" });
  });

  it("of links that leave the workspace are refused", async () => {
    const { run, checkout } = await openPullRequest(STEADY);
    const outside = path.join(checkout.origin, "..", "outside");
    mkdirSync(outside);
    symlinkSync(outside, path.join(checkout.dir, "gait-ci"));
    const result = await run(compared);
    expect(result.exitCode).toBe(6);
    expect(result.annotations[0]?.message).toBe("input json: gait-ci/report.json lies outside the workspace");
  });

  it("of dangling links are refused, too", async () => {
    const { run, checkout } = await openPullRequest(STEADY);
    symlinkSync("/nonexistent/gait", path.join(checkout.dir, "gait-ci"));
    expect((await run(compared)).exitCode).toBe(6);
  });

  it("of working directories outside are refused", async () => {
    const { run } = await openPullRequest(STEADY);
    const result = await run({ ...compared, "working-directory": "../.." });
    expect(result.exitCode).toBe(6);
    expect(result.annotations[0]?.message).toBe("input working-directory: ../.. lies outside the workspace");
  });
});

describe("several projects", () => {
  const two = {
    fixtures: { "refund-incident": GOOD },
    options: { project: "services/a/" },
    files: {},
  };

  it("are found by pattern, also one whose config the head deleted", async () => {
    const { run, api } = await openPullRequest({
      ...two,
      project: "services/a/",
      also: { "services/b/": { other: GOOD } },
      head: { "services/b/gait.yaml": null },
    });
    const result = await run({ "working-directory": "services/*" });
    expect(result.exitCode).toBe(6);
    expect(result.outputs.drift).toBe("[]");
    const body = api.comments(7)[0]?.body ?? "";
    expect(body).toContain("<!-- gait:gait-regress:services/*:v1 ");
    expect(body).toContain("`services/b`");
    expect(body).toContain("config_missing");
  });

  it("share one comment and name their fixtures by folder", async () => {
    const { run, checkout } = await openPullRequest({
      ...two,
      project: "services/a/",
      also: { "services/b/": { other: GOOD } },
      candidates: { "refund-incident": BAD },
    });
    const result = await run({ "working-directory": "services/a\nservices/b", candidates: "candidates" });
    expect(result.exitCode).toBe(6);
    expect(result.outputs.drift).toBe('["services/a/refund-incident"]');
    expect(result.outputs["junit-path"]).toBe("gait-ci/junit.xml");
    expect(readFileSync(path.join(checkout.dir, "gait-ci/junit.xml"), "utf8")).toContain("services/a");
  });

  it("that no folder is are an error", async () => {
    const { run } = await openPullRequest(STEADY);
    const result = await run({ "working-directory": "services/*" });
    expect(result.exitCode).toBe(6);
    expect(result.annotations[0]?.message).toBe("input working-directory: no folder with gait.yaml matches services/*");
  });
});

it("a job without a checkout is told so", async () => {
  const { run, checkout } = await openPullRequest(STEADY);
  for (const name of readdirSync(checkout.dir)) rmSync(path.join(checkout.dir, name), { recursive: true });
  const result = await run(compared);
  expect(result.exitCode).toBe(6);
  expect(result.annotations[0]).toMatchObject({ title: "gait: checkout_missing", message: expect.stringContaining("actions/checkout") });
});

describe("hostile names", () => {
  it("forge neither workflow commands nor markup", async () => {
    const name = "x";
    const calls = ["::error::pwned", "##[error]pwned", "`</details>@acme/team #1|\u202eevil"];
    const { run, api } = await openPullRequest({ fixtures: { [name]: GOOD }, candidates: { [name]: calls } });
    const result = await run(compared);
    expect(result.exitCode).toBe(5);
    expect(result.annotations.filter(({ message }) => message === "pwned")).toEqual([]);
    expect(result.stdout).not.toMatch(/^\s*::error::pwned/m);
    expect(result.stdout).not.toContain("##[error]");
    expect(result.stdout).not.toContain("\u202e");
    const body = api.comments(7)[0]?.body ?? "";
    expect(body).not.toContain("\u202e");
    const html = markdownIt({ html: true, linkify: true }).render(body);
    expect(html.match(/<\/details>/g)).toHaveLength((html.match(/<details/g) ?? []).length);
    expect(html.replace(/<code[\s\S]*?<\/code>/g, "")).not.toMatch(/@acme|#1\b|pwned/);
  });
});
