// The fake GitHub API itself: it answers as described, refuses what is not described, and fails when told to.
import { getOctokit } from "@actions/github";
import { afterEach, describe, expect, it } from "vitest";
import { bodyTooLong, notAccessible, secondaryRateLimit, serverError, times } from "./replies.js";
import { type FakeGitHub, startFakeGitHub } from "./server.js";
import { addComment, type WorldOptions } from "./world.js";

const at = { owner: "acme", repo: "shop" };
const base = "b".repeat(40);
const head = "a".repeat(40);
const human = { login: "mallory", type: "User" } as const;

let api: FakeGitHub;
afterEach(() => api.close());

async function start(options: WorldOptions = {}) {
  api = await startFakeGitHub({
    pulls: [{ number: 7, head: { sha: head, repository: "fork/shop" }, base: { sha: base } }],
    commits: [
      { sha: base, files: { "gait.yaml": "{}\n", "fixtures/a/fixture.json": "{}" }, branches: ["main"] },
      { sha: head, files: { "gait.yaml": "{}\n" }, parents: [base] },
    ],
    ...options,
  });
  return client(api.world.token.value);
}

/** The client that the actions use, without its own retries. */
function client(token: string) {
  return getOctokit(token, { baseUrl: api.url, log: { debug() {}, info() {}, warn() {}, error() {} } }).rest;
}

async function statusOf(answer: Promise<unknown>): Promise<{ status: number; message: string }> {
  return answer.then(
    () => ({ status: 200, message: "" }),
    (error: { status: number; message: string }) => ({ status: error.status, message: error.message }),
  );
}

describe("comments", () => {
  it("are created as github-actions[bot], updated, read and deleted", async () => {
    const rest = await start();
    const created = await rest.issues.createComment({ ...at, issue_number: 7, body: "one" });
    expect(created.status).toBe(201);
    expect(created.data.user).toMatchObject({ login: "github-actions[bot]", type: "Bot", id: 41898282 });
    const updated = await rest.issues.updateComment({ ...at, comment_id: created.data.id, body: "two" });
    expect(updated.data.body).toBe("two");
    expect(updated.data.updated_at > updated.data.created_at).toBe(true);
    expect((await rest.issues.getComment({ ...at, comment_id: created.data.id })).data.body).toBe("two");
    expect(api.comments(7)).toHaveLength(1);
    expect((await rest.issues.deleteComment({ ...at, comment_id: created.data.id })).status).toBe(204);
    expect(api.comments(7)).toHaveLength(0);
    expect((await statusOf(rest.issues.getComment({ ...at, comment_id: created.data.id }))).status).toBe(404);
  });

  it("are listed page by page through Link headers", async () => {
    const comments = Array.from({ length: 5 }, (_, index) => ({ issue: 7, body: `c${index}`, author: human }));
    const rest = await start({ comments });
    const first = await rest.issues.listComments({ ...at, issue_number: 7, per_page: 2 });
    expect(first.data.map(({ body }) => body)).toEqual(["c0", "c1"]);
    expect(first.headers.link).toBe(
      `<${api.url}/repos/acme/shop/issues/7/comments?per_page=2&page=2>; rel="next", <${api.url}/repos/acme/shop/issues/7/comments?per_page=2&page=3>; rel="last"`,
    );
    const third = await rest.issues.listComments({ ...at, issue_number: 7, per_page: 2, page: 3 });
    expect(third.data.map(({ body }) => body)).toEqual(["c4"]);
    expect(third.headers.link).toContain('rel="prev"');
    expect(third.headers.link).not.toContain('rel="next"');
  });

  it.each([
    ["65,536 characters", "🙂".repeat(65_536), 200, ""],
    ["65,537 characters", "x".repeat(65_537), 422, "Body is too long (maximum is 65536 characters)"],
    ["only blanks", " \n", 422, "missing_field"],
  ])("of %s: %#", async (_, body, status, message) => {
    const rest = await start();
    const answer = await statusOf(rest.issues.createComment({ ...at, issue_number: 7, body }));
    expect(answer.status).toBe(status);
    expect(answer.message).toContain(message);
  });

  it("cannot be written with a read-only token, which can still read", async () => {
    const rest = await start({ permissions: { pullRequests: "read" } });
    const answer = await statusOf(rest.issues.createComment({ ...at, issue_number: 7, body: "x" }));
    expect(answer).toMatchObject({ status: 403, message: expect.stringContaining("Resource not accessible by integration") });
    expect((await rest.issues.listComments({ ...at, issue_number: 7 })).data).toEqual([]);
  });
});

describe("GraphQL", () => {
  const minimize =
    "mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }";

  it("hides a comment", async () => {
    await start({ comments: [{ issue: 7, body: "old" }] });
    const { graphql, rest } = getOctokit(api.world.token.value, { baseUrl: api.url });
    const [comment] = (await rest.issues.listComments({ ...at, issue_number: 7 })).data;
    const answer = await graphql(minimize, { id: comment?.node_id });
    expect(answer).toEqual({ minimizeComment: { minimizedComment: { isMinimized: true } } });
    expect(api.comments(7)[0]?.minimized).toBe("OUTDATED");
  });

  it("tells a token its name", async () => {
    await start();
    const { graphql } = getOctokit(api.world.token.value, { baseUrl: api.url });
    expect(await graphql("query { viewer { login } }")).toEqual({ viewer: { login: "github-actions[bot]" } });
  });

  it.each([
    ["another mutation", "mutation { deleteIssueComment(input: {id: 1}) { clientMutationId } }"],
    ["another query", "query { viewer { login email } }"],
    ["a second selection", `${minimize.slice(0, -1)} viewer { login } }`],
    ["an unknown field", minimize.replace("isMinimized", "isHidden")],
    ["an unknown classifier", minimize.replace("OUTDATED", "OLD")],
  ])("refuses %s", async (_, query) => {
    await start({ comments: [{ issue: 7, body: "old" }] });
    const { graphql } = getOctokit(api.world.token.value, { baseUrl: api.url });
    expect((await statusOf(graphql(query, { id: "IC_MzAwMDAwMDAwMQ" }))).status).toBe(501);
    expect(api.takeViolations()).toHaveLength(1);
  });
});

describe("the repository", () => {
  it("has pull requests, found by number, by head and by commit", async () => {
    const rest = await start();
    const pull = await rest.pulls.get({ ...at, pull_number: 7 });
    expect(pull.data).toMatchObject({ number: 7, state: "open", head: { sha: head, repo: { full_name: "fork/shop", fork: true } } });
    expect((await rest.pulls.list({ ...at, head: "fork:change" })).data.map(({ number }) => number)).toEqual([7]);
    expect((await rest.pulls.list({ ...at, head: "acme:change" })).data).toEqual([]);
    const ofCommit = await rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: head });
    expect(ofCommit.data.map(({ number }) => number)).toEqual([7]);
  });

  it("has commits and files at a ref, as JSON and raw", async () => {
    const rest = await start();
    expect((await rest.repos.get(at)).data.default_branch).toBe("main");
    expect((await rest.repos.getCommit({ ...at, ref: "heads/main" })).data.sha).toBe(base);
    expect((await rest.git.getCommit({ ...at, commit_sha: head })).data.parents.map(({ sha }) => sha)).toEqual([base]);
    const file = await rest.repos.getContent({ ...at, path: "gait.yaml", ref: base });
    expect(file.data).toMatchObject({
      type: "file",
      encoding: "base64",
      content: "e30K\n",
      sha: "0967ef424bce6791893e9a57bb952f80fd536e93",
    });
    const raw = await rest.repos.getContent({ ...at, path: "fixtures/a/fixture.json", mediaType: { format: "raw" } });
    expect(Buffer.from(raw.data as unknown as ArrayBuffer).toString()).toBe("{}");
    const folder = await rest.repos.getContent({ ...at, path: "fixtures" });
    expect(folder.data).toMatchObject([{ type: "dir", path: "fixtures/a" }]);
    expect((await statusOf(rest.repos.getContent({ ...at, path: "no", ref: base }))).status).toBe(404);
  });

  it("has artifacts of workflow runs, downloaded from a storage address", async () => {
    const archive = Buffer.from("PK");
    const rest = await start({ artifacts: [{ name: "gait-report", runId: 12, archive }] });
    const { data } = await rest.actions.listWorkflowRunArtifacts({ ...at, run_id: 12 });
    expect(data).toMatchObject({ total_count: 1, artifacts: [{ name: "gait-report", size_in_bytes: 2 }] });
    const [artifact] = data.artifacts;
    const download = await rest.actions.downloadArtifact({ ...at, artifact_id: artifact?.id ?? 0, archive_format: "zip" });
    expect(Buffer.from(download.data as ArrayBuffer).toString()).toBe("PK");
  });

  it("is named in the token: another repository is not found, another token is refused", async () => {
    const rest = await start();
    expect((await statusOf(rest.repos.get({ owner: "acme", repo: "other" }))).status).toBe(404);
    expect((await statusOf(client("wrong").repos.get(at))).status).toBe(401);
    expect((await statusOf(rest.users.getAuthenticated())).status).toBe(403);
  });
});

describe("violations", () => {
  it.each([
    ["an operation the description does not have", "GET", "/repos/acme/shop/comments-of/7", undefined],
    ["an operation the fake does not implement", "POST", "/repos/acme/shop/issues", '{"title":"x"}'],
    ["an undescribed query parameter", "GET", "/repos/acme/shop/pulls?heads=x", undefined],
    ["a query value of the wrong kind", "GET", "/repos/acme/shop/pulls?state=merged", undefined],
    ["a path value of the wrong kind", "GET", "/repos/acme/shop/pulls/seven", undefined],
    ["a body without what is required", "POST", "/repos/acme/shop/issues/7/comments", "{}"],
    ["a body with an undescribed property", "POST", "/repos/acme/shop/issues/7/comments", '{"body":"x","text":"y"}'],
    ["a body where none belongs", "DELETE", "/repos/acme/shop/issues/comments/1", "{}"],
  ])("%s is answered with 501 and recorded", async (_, method, path, body) => {
    await start();
    const headers = { authorization: `Bearer ${api.world.token.value}` };
    const answer = await fetch(`${api.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(501);
    expect(api.takeViolations()).toHaveLength(1);
  });

  it("make close() fail", async () => {
    await start();
    const other = await startFakeGitHub();
    await fetch(`${other.url}/nothing`);
    await expect(other.close()).rejects.toThrow("GET /nothing");
  });

  it("include answers that are not as described", async () => {
    const rest = await start();
    api.script("pulls/get", [{ status: 200, body: { number: "7" } }]);
    expect((await statusOf(rest.pulls.get({ ...at, pull_number: 7 }))).status).toBe(501);
    expect(api.takeViolations().join()).toContain("200 response/number: must be integer");
  });
});

describe("scripts", () => {
  it("decide the next requests of an operation, then all is normal", async () => {
    const rest = await start();
    api.script("issues/create-comment", [
      ...times(2, secondaryRateLimit({ retryAfter: 0 })),
      serverError(503),
      notAccessible(),
      bodyTooLong(),
    ]);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await statusOf(rest.issues.createComment({ ...at, issue_number: 7, body: "x" }))).status);
    expect(statuses).toEqual([403, 403, 503, 403, 422, 200]);
    expect(api.calls("issues/create-comment").map(({ status }) => status)).toEqual([403, 403, 503, 403, 422, 201]);
  });

  it("change the world between two requests", async () => {
    const rest = await start();
    api.script("issues/list-comments", [
      "pass",
      (world) => {
        addComment(world, { issue: 7, body: "meanwhile" });
        return undefined;
      },
    ]);
    expect((await rest.issues.listComments({ ...at, issue_number: 7 })).data).toHaveLength(0);
    expect((await rest.issues.listComments({ ...at, issue_number: 7 })).data).toHaveLength(1);
  });

  it("cut the connection, and the whole API can be down", async () => {
    const rest = await start();
    api.script("*", ["reset"]);
    await expect(rest.repos.get(at)).rejects.toThrow();
    await api.down();
    await expect(rest.repos.get(at)).rejects.toThrow(/fetch failed|ECONNREFUSED/);
    await api.up();
    expect((await rest.repos.get(at)).status).toBe(200);
  });
});
