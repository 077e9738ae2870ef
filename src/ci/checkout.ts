/** The repository that a check runs in, and the commit that it compares with, on any machine (spec 40 §12.3, §12.7). */
import path from "node:path";
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { BaseTree } from "./base-tree.js";
import { openBase } from "./base-tree-git.js";
import { detectBase } from "./detect-base.js";
import { type Git, isCommitHash, type RunProcess, resolveCommit, wayToRoot } from "./git.js";
import type { FailOn } from "./types.js";

export interface Checkout {
  /** On the root of the repository; outside of one on the working folder. */
  readonly host: Host;
  /** The user's working folder, from the root; `.` for the root itself. */
  readonly folder: string;
  /** "" outside of a repository and before its first commit. */
  readonly headSha: string;
  readonly base: BaseTree | null;
  /** Where the base comes from, or why there is none. */
  readonly baseNote: string;
  /** There should be a base and there is none. */
  readonly isUnavailable: boolean;
}

/**
 * Finds the repository around `host.cwd` and the base commit.
 * @param base `auto`, `none`, or a revision: a hash, a branch, a tag.
 * @throws GaitError invalid_input for a revision that names no commit.
 */
export async function openCheckout(host: Host, run: RunProcess, base: string): Promise<Checkout> {
  const git: Git = { run, cwd: host.cwd };
  const up = await rootOf(git);
  if (typeof up !== "string") {
    if (base !== "auto" && base !== "none") throw invalidInput(`cannot find ${base}: ${up.baseNote}`);
    return { host, folder: ".", headSha: "", base: null, ...up };
  }
  const root = path.resolve(host.cwd, up);
  const headSha = (await resolveCommit(git, "HEAD")) ?? "";
  return {
    host: { ...host, cwd: root },
    folder: path.relative(root, host.cwd).replaceAll("\\", "/") || ".",
    headSha,
    ...(await baseOf({ ...git, cwd: root }, headSha, base, host.env)),
  };
}

/** A machine without git has no repository; a repository that git does not trust has a base that nobody can see. */
async function rootOf(git: Git): Promise<string | Pick<Checkout, "baseNote" | "isUnavailable">> {
  const none = { baseNote: "there is no git repository", isUnavailable: false };
  try {
    return (await wayToRoot(git)) ?? none;
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return error.category === "dependency_missing" ? none : { baseNote: error.message, isUnavailable: true };
  }
}

type Base = Pick<Checkout, "base" | "baseNote" | "isUnavailable">;

const without = (baseNote: string, isUnavailable: boolean): Base => ({ base: null, baseNote, isUnavailable });

async function baseOf(git: Git, headSha: string, wanted: string, env: Host["env"]): Promise<Base> {
  if (wanted === "none") return without("no comparison was asked for", false);
  if (wanted !== "auto") {
    const sha = await namedCommit(git, wanted);
    if (sha === undefined)
      throw invalidInput(`not a commit of this repository: ${wanted}`, {
        code: "base_invalid",
        hint: "Fetch it, or name it by its full hash.",
      });
    return open(git, sha, wanted);
  }
  if (headSha === "") return without("there is no commit yet", false);
  const { sha, note, isUnavailable } = await detectBase(git, headSha, env);
  return sha === undefined ? without(note, isUnavailable) : open(git, sha, note);
}

/** A full hash may also be of a commit that is still to be fetched. */
const namedCommit = async (git: Git, name: string): Promise<string | undefined> =>
  (await resolveCommit(git, name)) ?? (await resolveCommit(git, `refs/remotes/origin/${name}`)) ?? (isCommitHash(name) ? name : undefined);

async function open(git: Git, sha: string, note: string): Promise<Base> {
  const opened = await openBase(git, sha);
  return "tree" in opened ? { base: opened.tree, baseNote: note, isUnavailable: false } : without(opened.note, true);
}

/** Whether a check must not go on without a base as if nothing had been asked of it (spec 40 §12.3). */
export const requiresBase = (failOn: readonly FailOn[], { base, isUnavailable }: Checkout): boolean =>
  (base !== null || isUnavailable) && failOn.some((one) => one === "removed-coverage" || one === "relaxed");
