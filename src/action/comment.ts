/**
 * The sticky comment: found by marker and author, never written over something newer, never twice (spec 40 §12.1, §12.4).
 */
import { markerPrefix } from "../report/markdown.js";
import { type Api, isApiFailure } from "./api.js";
import type { CommentMode, CommentWhen } from "./settings.js";

export interface CommentRequest {
  readonly pull: number;
  /** Head commit of the pull request that the report is about. */
  readonly headSha: string;
  readonly key: string;
  readonly when: CommentWhen;
  readonly mode: CommentMode;
  readonly runId: string;
  readonly runAttempt: string;
  /** Whether the report has nothing to say. */
  readonly isQuiet: boolean;
  readonly isPass: boolean;
  /** The body, marker first. `resolved`: the comment so far reported a failure that is gone now. */
  render(resolved: boolean): string;
}

export type CommentOutcome =
  | { readonly kind: "written"; readonly id: string; readonly url: string; readonly remark: string }
  /** A newer commit or run has reported, or will. */
  | { readonly kind: "superseded"; readonly message: string }
  /** Nothing to say and nothing said before. */
  | { readonly kind: "not-needed" };

interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
  readonly login: string;
  readonly isHidden: boolean;
}

/** Creates or updates the comment. @throws GaitError with an ApiFailure as code. */
export async function putComment(api: Api, request: CommentRequest): Promise<CommentOutcome> {
  const newest = await headOf(api, request.pull);
  if (newest !== request.headSha) {
    return { kind: "superseded", message: `the pull request is at ${newest} by now, this run reports ${request.headSha}` };
  }
  const login = await ownLogin(api);
  const own = await ownComments(api, request, login);
  const last = own.at(-1);
  if (last && isNewer(markerOf(last), request)) {
    return { kind: "superseded", message: `a later run has reported ${request.headSha} already` };
  }
  if (!last && !isWorthCreating(request)) return { kind: "not-needed" };
  const body = request.render(last !== undefined && reportsFailure(last.body));
  const written = await write(api, request, own, body);
  try {
    const { id, url } = await removeDuplicates(api, request, login, written);
    return { kind: "written", id: String(id), url, remark: "" };
  } catch (error) {
    if (!isApiFailure(error)) throw error;
    return { kind: "written", id: String(written.id), url: written.url, remark: `duplicates were not looked for: ${error.message}` };
  }
}

const isWorthCreating = ({ when, isQuiet, isPass }: CommentRequest): boolean =>
  when === "on-change" ? !isQuiet : when === "on-failure" ? !isPass : true;

/** The icon in the second line, after the marker, tells what was reported. */
const reportsFailure = (body: string): boolean => (body.split("\n", 2)[1] ?? "").includes("❌");

async function headOf(api: Api, pull: number): Promise<string> {
  const { data } = await api.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: pull });
  return (data as { head: { sha: string } }).head.sha;
}

/** Comments of workflow tokens carry this login. */
const ACTIONS_LOGIN = "github-actions[bot]";

/** Under whose name the token writes: GraphQL tells every kind of token, REST only those of users. */
async function ownLogin(api: Api): Promise<string> {
  try {
    const { viewer } = (await api.graphql("query { viewer { login } }")) as { viewer?: { login?: string } };
    return viewer?.login ?? ACTIONS_LOGIN;
  } catch (error) {
    if (isApiFailure(error, "api_forbidden", "api_refused", "api_not_found")) return ACTIONS_LOGIN;
    throw error;
  }
}

/** Our comments of this key that are not hidden, oldest first. Anyone can write a marker; only we can write as ourselves. */
async function ownComments(api: Api, { pull, key }: CommentRequest, login: string): Promise<Comment[]> {
  const all = await api.list("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number: pull });
  const prefix = markerPrefix(key);
  return all
    .map(readComment)
    .filter((comment) => sameLogin(comment.login, login) && comment.body.startsWith(prefix) && !comment.isHidden)
    .sort((a, b) => a.id - b.id);
}

/** GraphQL leaves the suffix away for some apps. */
const sameLogin = (a: string, b: string): boolean =>
  a.replace(/\[bot\]$/, "") === b.replace(/\[bot\]$/, "") && a.endsWith("[bot]") === b.endsWith("[bot]");

function readComment(data: unknown): Comment {
  const { id, node_id, html_url, body, user, minimized } = data as {
    id: number;
    node_id?: string;
    html_url?: string;
    body?: string;
    user?: { login?: string } | null;
    minimized?: unknown;
  };
  return {
    id,
    nodeId: node_id ?? "",
    url: html_url ?? "",
    body: body ?? "",
    login: user?.login ?? "",
    isHidden: minimized !== undefined && minimized !== null,
  };
}

interface Marker {
  readonly head: string;
  readonly runId: number;
  readonly attempt: number;
}

function markerOf({ body }: Comment): Marker {
  const found = / head=([0-9a-f]*) run=(\d*)\/(\d*) -->$/.exec(body.split("\n", 1)[0]!.trimEnd());
  return { head: found?.[1] ?? "", runId: Number(found?.[2] ?? 0), attempt: Number(found?.[3] ?? 0) };
}

/** Whether a comment about the same commit comes from a later run. One about another commit is older: ours is the head. */
const isNewer = (marker: Marker, request: CommentRequest): boolean =>
  marker.head === request.headSha && compareRuns(marker, { runId: Number(request.runId), attempt: Number(request.runAttempt) }) > 0;

const compareRuns = (a: Omit<Marker, "head">, b: Omit<Marker, "head">): number => a.runId - b.runId || a.attempt - b.attempt;

async function write(api: Api, { pull, mode }: CommentRequest, own: readonly Comment[], body: string): Promise<Comment> {
  const last = own.at(-1);
  if (last && mode === "update") return last.body === body ? last : update(api, last, body);
  const created = await create(api, pull, body);
  // The new comment first: whatever fails next, the report is there.
  for (const old of own) await (mode === "hide-and-new" ? hide(api, old) : remove(api, old));
  return created;
}

async function create(api: Api, pull: number, body: string): Promise<Comment> {
  const { data } = await api.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number: pull, body });
  return readComment(data);
}

async function update(api: Api, { id }: Comment, body: string): Promise<Comment> {
  const { data } = await api.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id, body });
  return readComment(data);
}

async function remove(api: Api, { id }: Comment): Promise<void> {
  try {
    await api.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id });
  } catch (error) {
    // Another run of ours was faster.
    if (!isApiFailure(error, "api_not_found")) throw error;
  }
}

const hide = (api: Api, { nodeId }: Comment): Promise<unknown> =>
  api.graphql("mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }", { id: nodeId });

/**
 * Two runs that looked at the same time both created one. Both look again and agree: the comment of the latest run stays, of
 * several of that run the oldest. @returns the one that stays.
 */
async function removeDuplicates(api: Api, request: CommentRequest, login: string, written: Comment): Promise<Comment> {
  const own = await ownComments(api, request, login);
  const [kept = written, ...others] = own.sort((a, b) => compareRuns(markerOf(b), markerOf(a)) || a.id - b.id);
  for (const comment of others) await remove(api, comment);
  return kept;
}
