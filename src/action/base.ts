/** Which commit to compare with, on every event, and how to get at its files (spec 40 §12.3). */
import type { BaseTree } from "../ci/base-tree.js";
import { openBase } from "../ci/base-tree-git.js";
import { type Git, gitOutput, mergeBase, resolveCommit } from "../ci/git.js";
import { GaitError } from "../format/errors.js";
import { type Api, isApiFailure } from "./api.js";
import { findMergeBase, openApiBaseTree, resolveCommit as resolveByApi } from "./base-tree-api.js";
import { type Event, isSha, isZeroSha } from "./event.js";

export interface Comparison {
  /** The commit that is checked out; "" outside a repository. */
  readonly headSha: string;
  readonly base: BaseTree | null;
  /** Why there is no base, else "". */
  readonly note: string;
  /** There should be a base and there is none. False where the event has none by its nature. */
  readonly isUnavailable: boolean;
}

export interface BaseOptions {
  readonly git: Git;
  readonly event: Event;
  /** Input `base`: `auto`, or what the user named. */
  readonly base: string;
  /** The API, made when first asked for; undefined without a token. */
  readonly api: () => Promise<Api | undefined>;
}

/** Never throws for what a repository or the API can be: without a base there is a note. */
export async function findBase(options: BaseOptions): Promise<Comparison> {
  const headSha = (await resolveCommit(options.git, "HEAD")) ?? "";
  try {
    const choice = options.base === "auto" ? await chooseByEvent(options, headSha) : await chooseNamed(options);
    if ("tree" in choice) return { headSha, base: choice.tree, note: "", isUnavailable: false };
    return { headSha, base: null, ...choice };
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return { headSha, base: null, note: error.message, isUnavailable: true };
  }
}

type Choice = { readonly tree: BaseTree } | { readonly note: string; readonly isUnavailable: boolean };

const none = (note: string): Choice => ({ note, isUnavailable: false });
const unavailable = (note: string): Choice => ({ note, isUnavailable: true });

async function chooseByEvent(options: BaseOptions, headSha: string): Promise<Choice> {
  const { event } = options;
  switch (event.kind) {
    case "pull_request":
      return headSha === event.pull.headSha ? forkPoint(options, event.pull.baseSha, headSha) : open(options, event.pull.baseSha);
    case "merge_group":
      return open(options, event.baseSha);
    case "push":
      return beforePush(options, event.before, headSha);
    case "pull_request_target":
      return none("on pull_request_target the base commit itself is checked out");
    default: {
      const name = event.kind === "other" ? event.name : event.kind;
      return none(`the event ${name} has no base of its own: set the input base to compare with a commit`);
    }
  }
}

/** With the head itself checked out, its base branch may have moved on since: what is new there is not the pull request's doing. */
async function forkPoint(options: BaseOptions, baseSha: string, headSha: string): Promise<Choice> {
  const known = await mergeBase(options.git, baseSha, headSha);
  if (known !== undefined) return open(options, known);
  const found = await askApi(options, (api) => findMergeBase(api, baseSha, headSha));
  return found === undefined
    ? unavailable(
        "the merge base of the pull request is not in this shallow clone: check out the merge commit (the default) or set fetch-depth: 0",
      )
    : open(options, found);
}

/** A first or forced push has no reachable commit before it; then the first parent is the base. */
async function beforePush(options: BaseOptions, before: string, headSha: string): Promise<Choice> {
  if (!isZeroSha(before) && before !== headSha) {
    const opened = await open(options, before);
    if ("tree" in opened) return opened;
  }
  const parent = headSha === "" ? undefined : await firstParent(options.git, headSha);
  return parent === undefined ? none("this is the first commit: there is nothing to compare it with") : open(options, parent);
}

/** From the commit itself: at the edge of a shallow clone git's own answer is that there is none. */
async function firstParent(git: Git, sha: string): Promise<string | undefined> {
  const text = Buffer.from(await gitOutput(git, ["cat-file", "commit", sha])).toString("latin1");
  return /^parent ([0-9a-f]{40,64})$/m.exec(text.split("\n\n", 1)[0]!)?.[1];
}

async function chooseNamed(options: BaseOptions): Promise<Choice> {
  const { git, base } = options;
  const known =
    (await resolveCommit(git, base)) ??
    (await resolveCommit(git, `refs/remotes/origin/${base}`)) ??
    (isSha(base) ? base : await askApi(options, (api) => resolveByApi(api, base)));
  return known === undefined ? unavailable(`input base: ${base} names no commit of this repository`) : open(options, known);
}

async function open(options: BaseOptions, sha: string): Promise<Choice> {
  const opened = await openBase(options.git, sha);
  if ("tree" in opened) return opened;
  const found = await askApi(options, (api) => resolveByApi(api, sha));
  const api = found === undefined ? undefined : await options.api();
  return found !== undefined && api !== undefined ? { tree: openApiBaseTree(api, found) } : unavailable(opened.note);
}

/** An API that cannot be asked knows nothing; git's complaint is the better message then. */
async function askApi<T>({ api }: BaseOptions, ask: (api: Api) => Promise<T | undefined>): Promise<T | undefined> {
  const client = await api();
  if (client === undefined) return undefined;
  try {
    return await ask(client);
  } catch (error) {
    if (isApiFailure(error)) return undefined;
    throw error;
  }
}
