// A real git repository as a workflow finds it: an origin with base and head commits, and a work tree fetched from it the way
// actions/checkout fetches, so that what is absent on a runner (the base commit, in a shallow checkout) is absent here.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export type Files = Record<string, string | Uint8Array>;

export interface CheckoutOptions {
  /** The files of the base commit, on branch `main`. */
  base: Files;
  /** What the head commit, on branch `change`, adds or rewrites; null deletes. */
  head?: Record<string, string | Uint8Array | null>;
  /** The commit checked out: a pull request's merge commit (as actions/checkout does by default), its head, or its base. */
  at?: "merge" | "head" | "base";
  /** 1 fetches that commit alone, as actions/checkout does by default; 0 fetches all history. */
  depth?: number;
  /** The pull request's number, for the ref `refs/pull/N/merge`. */
  number?: number;
}

export interface Checkout {
  /** The work tree, with HEAD detached at the commit checked out and the remote `origin`. */
  dir: string;
  /** The bare repository behind `origin`; a test that deletes it has cut the runner off from it. */
  origin: string;
  /** Full commit SHAs; the same files give the same ones, for author and date are fixed. */
  base: string;
  head: string;
  merge: string;
  remove(): void;
}

/** Makes origin and work tree in a new temporary folder; `remove` deletes both. */
export function makeCheckout(options: CheckoutOptions): Checkout {
  const { at = "merge", depth = 1, number = 7 } = options;
  const root = mkdtempSync(path.join(os.tmpdir(), "gait-checkout-"));
  const seed = path.join(root, "seed");
  mkdirSync(seed);
  git(seed, "init", "--quiet", "--initial-branch=main");
  const base = commit(seed, options.base, "Base");
  git(seed, "checkout", "--quiet", "-b", "change");
  const head = commit(seed, options.head ?? {}, "Change");
  git(seed, "checkout", "--quiet", "-B", "merged", base);
  git(seed, "merge", "--quiet", "--no-ff", "-m", `Merge ${head} into ${base}`, head);
  const merge = git(seed, "rev-parse", "HEAD");

  const origin = path.join(root, "origin.git");
  git(root, "clone", "--quiet", "--bare", seed, origin);
  git(origin, "update-ref", `refs/pull/${number}/merge`, merge);
  git(origin, "update-ref", `refs/pull/${number}/head`, head);
  git(origin, "branch", "-D", "merged");
  // GitHub serves any commit that is asked for by its SHA.
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");

  const dir = path.join(root, "work");
  mkdirSync(dir);
  git(dir, "init", "--quiet");
  git(dir, "remote", "add", "origin", pathToFileURL(origin).href);
  const remoteRef = { merge: `refs/remotes/pull/${number}/merge`, head: "refs/remotes/origin/change", base: "refs/remotes/origin/main" }[
    at
  ];
  const sha = { merge, head, base }[at];
  git(dir, "fetch", "--quiet", "--no-tags", ...(depth > 0 ? [`--depth=${depth}`] : []), "origin", `+${sha}:${remoteRef}`);
  if (depth === 0) git(dir, "fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
  git(dir, "checkout", "--quiet", "--force", remoteRef);
  return { dir, origin, base, head, merge, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Runs git without the machine's configuration and with a fixed author and date; answers with its trimmed output. */
export function git(cwd: string, ...args: string[]): string {
  const person = { NAME: "Octo Dev", EMAIL: "octo-dev@example.com", DATE: "2026-01-01T00:00:00Z" };
  const identity = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = { PATH: process.env.PATH ?? "", GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: "1", ...Object.fromEntries(identity) };
  return execFileSync("git", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

function commit(dir: string, files: Record<string, string | Uint8Array | null>, message: string): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    if (content === null) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  git(dir, "add", "--all");
  git(dir, "commit", "--quiet", "--allow-empty", "-m", message);
  return git(dir, "rev-parse", "HEAD");
}
