import { describe, expect, it } from "vitest";
import { Api, type ApiResponse, isApiFailure, type Transport } from "../../src/action/api.js";
import { findMergeBase, openApiBaseTree, readBounded, resolveCommit } from "../../src/action/base-tree-api.js";

type Outcome = ApiResponse | Error;

const ok = (data: unknown, headers: ApiResponse["headers"] = {}): ApiResponse => ({ status: 200, headers, data });
/** As Octokit throws them. */
const refusal = (status: number, message = "no", headers: Record<string, string> = {}): Error =>
  Object.assign(new Error(message), { status, response: { headers } });
const cut = (): Error => Object.assign(new Error("ECONNRESET"), { status: 500 });

const NOW = 1_000_000_000_000;

/** An API that answers with `outcomes`, one each, and remembers what was asked and waited for. */
function fake(...outcomes: (Outcome | ((parameters: Record<string, unknown>) => Outcome))[]) {
  const waits: number[] = [];
  const asked: [string, Record<string, unknown>][] = [];
  const answer = async (route: string, parameters: Record<string, unknown>): Promise<ApiResponse> => {
    asked.push([route, parameters]);
    const next = outcomes.shift() ?? new Error("not expected");
    const outcome = typeof next === "function" ? next(parameters) : next;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const transport: Transport = { request: answer, graphql: async (query, variables) => (await answer(query, variables)).data };
  const api = new Api({ transport, repository: "acme/shop", sleep: async (ms) => void waits.push(ms), now: () => NOW, onWait: () => {} });
  return { api, waits, asked };
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "none";
  } catch (error) {
    return isApiFailure(error) ? error.code : `not typed: ${String(error)}`;
  }
};

describe("a request", () => {
  it("names the repository", async () => {
    const { api, asked } = fake(ok(1));
    await api.request("GET /repos/{owner}/{repo}");
    expect(asked[0]?.[1]).toMatchObject({ owner: "acme", repo: "shop" });
  });

  it.each([
    ["401", refusal(401), "api_forbidden"],
    ["403", refusal(403, "Resource not accessible by integration"), "api_forbidden"],
    ["404", refusal(404), "api_not_found"],
    ["422", refusal(422), "api_refused"],
  ])("is not repeated after %s", async (_, error, code) => {
    const { api, asked, waits } = fake(error);
    expect(await codeOf(api.request("GET /x"))).toBe(code);
    expect([asked.length, waits]).toEqual([1, []]);
  });

  it.each<[string, Error[], number[]]>([
    ["server errors, twice as long each time", [refusal(500), refusal(502), refusal(503)], [1000, 2000, 4000]],
    ["cut connections", [cut(), cut()], [1000, 2000]],
    [
      "retry-after",
      [refusal(403, "secondary rate limit", { "retry-after": "7" }), refusal(429, "slow down", { "retry-after": "0" })],
      [7000, 0],
    ],
    [
      "a limit that resets at a time",
      [refusal(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 30) })],
      [30_000],
    ],
    ["a secondary limit without any hint", [refusal(403, "You have exceeded a secondary rate limit.")], [1000]],
  ])("is repeated after %s", async (_, errors, expected) => {
    const { api, waits } = fake(...errors, ok("in the end"));
    expect((await api.request("GET /x")).data).toBe("in the end");
    expect(waits).toEqual(expected);
  });

  it("is given up after four attempts, and then nothing is asked any more", async () => {
    const { api, asked } = fake(...Array.from({ length: 4 }, () => refusal(502)));
    expect(await codeOf(api.request("GET /x"))).toBe("api_unavailable");
    expect(await codeOf(api.request("GET /y"))).toBe("api_unavailable");
    expect(asked).toHaveLength(4);
  });

  it("does not wait longer than 100 seconds in all", async () => {
    const limit = () => refusal(403, "limit", { "retry-after": "60" });
    const { api, waits } = fake(limit(), limit());
    expect(await codeOf(api.request("GET /x"))).toBe("api_unavailable");
    expect(waits).toEqual([60_000]);
  });
});

it("GraphQL refusals are typed", async () => {
  const forbidden = Object.assign(new Error("Request failed"), { errors: [{ type: "FORBIDDEN" }] });
  const other = Object.assign(new Error("Request failed"), { errors: [{ type: "NOT_FOUND" }] });
  const { api } = fake(forbidden, other);
  expect(await codeOf(api.graphql("query"))).toBe("api_forbidden");
  expect(await codeOf(api.graphql("query"))).toBe("api_refused");
});

it("a list is read page by page", async () => {
  const { api, asked } = fake(ok(Array(100).fill(1)), ok(Array(100).fill(2)), ok([3]));
  expect((await api.list("GET /x")).length).toBe(201);
  expect(asked.map(([, { page }]) => page)).toEqual([1, 2, 3]);
});

const sha = "a".repeat(40);

describe("commits", () => {
  it("are resolved, or unknown", async () => {
    const { api } = fake(ok({ sha }), ok({ sha: "HEAD" }), refusal(404), refusal(422, "No commit found for SHA"));
    expect(await resolveCommit(api, "main")).toBe(sha);
    for (let n = 0; n < 3; n++) expect(await resolveCommit(api, "main")).toBeUndefined();
  });

  it("have a merge base, as GitHub compares them", async () => {
    const { api, asked } = fake(ok({ merge_base_commit: { sha } }), refusal(404));
    expect(await findMergeBase(api, "b", "h")).toBe(sha);
    expect(asked[0]).toEqual(["GET /repos/{owner}/{repo}/compare/{basehead}", expect.objectContaining({ basehead: "b...h" })]);
    expect(await findMergeBase(api, "b", "h")).toBeUndefined();
  });
});

describe("the tree of a commit", () => {
  const body = (content: string): AsyncIterable<Uint8Array> =>
    (async function* () {
      yield Buffer.from(content);
    })();
  const folder = (...entries: [string, string][]) =>
    ok(body(JSON.stringify(entries.map(([path, type]) => ({ path, type })))), { "content-type": "application/json; charset=utf-8" });
  const file = (content: string) => ok(body(content), { "content-type": "application/vnd.github.raw+json; charset=utf-8" });

  it("is listed folder by folder; links and submodules are not files", async () => {
    const { api, asked } = fake(
      folder(["f/b", "dir"], ["f/a.json", "file"], ["f/l", "symlink"], ["f/s", "submodule"]),
      folder(["f/b/c", "file"]),
    );
    expect(await openApiBaseTree(api, sha).list("f")).toEqual(["f/a.json", "f/b/c"]);
    expect(asked.map(([, { path, ref }]) => [path, ref])).toEqual([
      ["f", sha],
      ["f/b", sha],
    ]);
  });

  it("gives files as they are, and nothing for folders and what is not there", async () => {
    const { api } = fake(file("\u0000PK"), folder(["f/a", "file"]), refusal(404));
    const tree = openApiBaseTree(api, sha);
    expect(Buffer.from((await tree.read("f/a.zip"))!).toString()).toBe("\u0000PK");
    expect(await tree.read("f")).toBeUndefined();
    expect(await tree.read("nowhere")).toBeUndefined();
  });

  it("encodes paths, but not their slashes", async () => {
    const { api, asked } = fake(file("x"));
    await openApiBaseTree(api, sha).read("a b/#?.json");
    expect(asked[0]?.[1].path).toBe("a%20b/%23%3F.json");
  });

  it("of listings that GitHub may have cut is not available", async () => {
    const entries = Array.from({ length: 1_000 }, (_, at) => [`f/${at}`, "file"] as [string, string]);
    const { api } = fake(folder(...entries));
    expect(await codeOf(openApiBaseTree(api, sha).list("f"))).toBe("api_unavailable");
  });

  it("of too many folders is not available", async () => {
    const { api } = fake(...Array.from({ length: 201 }, (_, at) => folder([`f/${at}`, "dir"])));
    expect(await codeOf(openApiBaseTree(api, sha).list("f"))).toBe("api_unavailable");
  });
});

it("a download stops at its limit", async () => {
  let sent = 0;
  const endless = (async function* () {
    for (;;) {
      sent += 10;
      yield new Uint8Array(10);
    }
  })();
  await expect(readBounded(endless, 25)).rejects.toThrow("a download is larger than 25 bytes");
  expect(sent).toBe(30);
});
