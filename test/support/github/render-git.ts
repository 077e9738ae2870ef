// Commits, files and folders as the REST API shows them.
import { createHash } from "node:crypto";
import { nodeId, web } from "./render.js";
import { blobSha, type Commit, type World } from "./world.js";

/** `repos/get-commit`. */
export function renderCommit(api: string, world: World, commit: Commit): object {
  const url = `${api}/repos/${world.repository.fullName}/commits/${commit.sha}`;
  const { author, committer, message, tree, verification } = gitCommitParts(api, world, commit);
  return {
    sha: commit.sha,
    node_id: nodeId("C", commit.sha),
    url,
    html_url: `${web}/${world.repository.fullName}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${api}/repos/${world.repository.fullName}/git/commits/${commit.sha}`,
      author,
      committer,
      message,
      tree,
      comment_count: 0,
      verification,
    },
    author: null,
    committer: null,
    parents: parents(api, world, commit, "commits"),
  };
}

/** `git/get-commit`. */
export function renderGitCommit(api: string, world: World, commit: Commit): object {
  return {
    sha: commit.sha,
    node_id: nodeId("C", commit.sha),
    url: `${api}/repos/${world.repository.fullName}/git/commits/${commit.sha}`,
    html_url: `${web}/${world.repository.fullName}/commit/${commit.sha}`,
    ...gitCommitParts(api, world, commit),
    parents: parents(api, world, commit, "git/commits"),
  };
}

function gitCommitParts(api: string, world: World, commit: Commit) {
  const person = { name: "Octo Dev", email: "octo-dev@example.com", date: "2026-01-01T00:00:00Z" };
  const tree = createHash("sha1").update(`tree of ${commit.sha}`).digest("hex");
  return {
    author: person,
    committer: person,
    message: commit.message,
    tree: { sha: tree, url: `${api}/repos/${world.repository.fullName}/git/trees/${tree}` },
    verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
  };
}

function parents(api: string, world: World, commit: Commit, kind: string): object[] {
  const { fullName } = world.repository;
  return commit.parents.map((sha) => ({
    sha,
    url: `${api}/repos/${fullName}/${kind}/${sha}`,
    html_url: `${web}/${fullName}/commit/${sha}`,
  }));
}

/** A file of `repos/get-content`; beyond 1 MiB the real API leaves the content out and says so by the encoding. */
export function renderFile(api: string, world: World, commit: Commit, path: string, content: Uint8Array): object {
  const isTooLarge = content.length > 1_048_576;
  return {
    type: "file",
    ...entry(api, world, commit, path, content),
    encoding: isTooLarge ? "none" : "base64",
    content: isTooLarge ? "" : base64Lines(content),
  };
}

/** The listing of a folder, one level deep, or undefined when there is no such folder. */
export function renderFolder(api: string, world: World, commit: Commit, folder: string): object[] | undefined {
  const prefix = folder === "" ? "" : `${folder}/`;
  const children = new Map<string, Uint8Array | undefined>();
  for (const [path, content] of Object.entries(commit.files)) {
    if (!path.startsWith(prefix)) continue;
    const [first = "", ...deeper] = path.slice(prefix.length).split("/");
    children.set(`${prefix}${first}`, deeper.length > 0 ? undefined : bytes(content));
  }
  if (children.size === 0) return undefined;
  return [...children]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => ({ type: content ? "file" : "dir", ...entry(api, world, commit, path, content ?? new Uint8Array()) }));
}

function entry(api: string, world: World, commit: Commit, path: string, content: Uint8Array): object {
  const { fullName } = world.repository;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const sha = blobSha(content);
  const url = `${api}/repos/${fullName}/contents/${encoded}?ref=${commit.sha}`;
  const git = `${api}/repos/${fullName}/git/blobs/${sha}`;
  const html = `${web}/${fullName}/blob/${commit.sha}/${encoded}`;
  return {
    name: path.split("/").at(-1),
    path,
    sha,
    size: content.length,
    url,
    git_url: git,
    html_url: html,
    download_url: `https://raw.githubusercontent.com/${fullName}/${commit.sha}/${encoded}`,
    _links: { self: url, git, html },
  };
}

export function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}

/** GitHub breaks base64 after 60 characters and ends it with a newline; a client that cannot read that fails for real. */
function base64Lines(content: Uint8Array): string {
  return Buffer.from(content)
    .toString("base64")
    .replace(/.{1,60}/g, "$&\n");
}
