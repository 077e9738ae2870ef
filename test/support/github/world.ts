// What the fake GitHub API knows: one repository with its pull requests, comments, commits and artifacts.
// Everything is a plain mutable object, so that a test can move a pull request's head while an action is running.
import { createHash } from "node:crypto";

export type Access = "none" | "read" | "write";

/** What a token may do, by the names a workflow's `permissions:` uses. */
export interface Permissions {
  contents: Access;
  issues: Access;
  pullRequests: Access;
  actions: Access;
}

/** An `installation` token is what a workflow's GITHUB_TOKEN is; its user is github-actions[bot]. */
export interface Token {
  value: string;
  kind: "installation" | "user";
  login: string;
  permissions: Permissions;
}

export interface Author {
  login: string;
  type: "User" | "Bot" | "Organization";
}

export interface PullRequest {
  number: number;
  title: string;
  state: "open" | "closed";
  author: Author;
  head: { ref: string; sha: string; repository: string };
  base: { ref: string; sha: string };
  /** Commits that belong to it beside its head, for listing the pull requests of a commit. */
  commits: string[];
}

export interface Comment {
  id: number;
  issue: number;
  author: Author;
  body: string;
  createdAt: string;
  updatedAt: string;
  /** Set by the GraphQL mutation minimizeComment. */
  minimized: string | null;
}

export interface Commit {
  sha: string;
  message: string;
  parents: string[];
  files: Record<string, string | Uint8Array>;
}

/** An artifact of a workflow run; `archive` is the zip that a download gets. */
export interface Artifact {
  id: number;
  name: string;
  runId: number;
  archive: Uint8Array;
}

export interface World {
  repository: { fullName: string; defaultBranch: string; private: boolean };
  token: Token;
  pulls: PullRequest[];
  comments: Comment[];
  commits: Map<string, Commit>;
  branches: Map<string, string>;
  artifacts: Artifact[];
  /** The next free id: one counter for all, beyond 32 bits as real ones are. */
  nextId(): number;
  /** A time that moves one second with each call, so that what was written later is later. */
  now(): string;
}

/** What a test says about its world; whatever it leaves out gets a plausible value. */
export interface WorldOptions {
  repository?: string;
  defaultBranch?: string;
  private?: boolean;
  token?: string;
  tokenKind?: Token["kind"];
  permissions?: Partial<Permissions>;
  pulls?: PullRequestSeed[];
  comments?: CommentSeed[];
  commits?: CommitSeed[];
  artifacts?: Omit<Artifact, "id">[];
}

export interface PullRequestSeed {
  number: number;
  head: { sha: string; ref?: string; repository?: string };
  base: { sha: string; ref?: string };
  title?: string;
  state?: PullRequest["state"];
  author?: Author;
  commits?: string[];
}

export interface CommentSeed {
  issue: number;
  body: string;
  author?: Author;
}

export interface CommitSeed {
  sha: string;
  files: Commit["files"];
  parents?: string[];
  message?: string;
  /** Branches whose head this commit is. */
  branches?: string[];
}

/** The login under which comments written with a workflow's GITHUB_TOKEN appear. */
export const actionsBot: Author = { login: "github-actions[bot]", type: "Bot" };

export function createWorld(options: WorldOptions): World {
  const kind = options.tokenKind ?? "installation";
  let id = 3_000_000_000;
  let seconds = 0;
  const world: World = {
    repository: {
      fullName: options.repository ?? "acme/shop",
      defaultBranch: options.defaultBranch ?? "main",
      private: options.private ?? false,
    },
    token: {
      value: options.token ?? "ghs_faketoken",
      kind,
      login: kind === "installation" ? actionsBot.login : "octo-dev",
      permissions: { contents: "read", issues: "none", pullRequests: "write", actions: "read", ...options.permissions },
    },
    pulls: [],
    comments: [],
    commits: new Map(),
    branches: new Map(),
    artifacts: [],
    nextId: () => ++id,
    now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++).toISOString().replace(".000", ""),
  };
  for (const seed of options.pulls ?? []) addPullRequest(world, seed);
  for (const seed of options.commits ?? []) addCommit(world, seed);
  for (const seed of options.comments ?? []) addComment(world, seed);
  for (const seed of options.artifacts ?? []) world.artifacts.push({ id: world.nextId(), ...seed });
  return world;
}

export function addPullRequest(world: World, seed: PullRequestSeed): PullRequest {
  const pull: PullRequest = {
    number: seed.number,
    title: seed.title ?? "A change",
    state: seed.state ?? "open",
    author: seed.author ?? { login: "octo-dev", type: "User" },
    head: { ref: "change", repository: world.repository.fullName, ...seed.head },
    base: { ref: world.repository.defaultBranch, ...seed.base },
    commits: seed.commits ?? [],
  };
  world.pulls.push(pull);
  return pull;
}

export function addCommit(world: World, seed: CommitSeed): Commit {
  const commit: Commit = { sha: seed.sha, message: seed.message ?? "A commit", parents: seed.parents ?? [], files: seed.files };
  world.commits.set(commit.sha, commit);
  for (const branch of seed.branches ?? []) world.branches.set(branch, commit.sha);
  return commit;
}

export function addComment(world: World, seed: CommentSeed): Comment {
  const createdAt = world.now();
  const comment: Comment = {
    id: world.nextId(),
    issue: seed.issue,
    author: seed.author ?? actionsBot,
    body: seed.body,
    createdAt,
    updatedAt: createdAt,
    minimized: null,
  };
  world.comments.push(comment);
  return comment;
}

/** The commit that a full SHA, a branch or a full ref name stands for. */
export function resolveCommit(world: World, ref: string | undefined): Commit | undefined {
  const name = (ref ?? world.repository.defaultBranch).replace(/^(refs\/)?heads\//, "");
  return world.commits.get(world.branches.get(name) ?? name);
}

/** git's object name of a file's content. */
export function blobSha(content: Uint8Array): string {
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
