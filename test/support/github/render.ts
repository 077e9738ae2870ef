// The world's things as the REST API shows them. What the description requires is here and little else;
// the server checks each response against the description before it is sent.
import { createHash } from "node:crypto";
import { type Artifact, type Author, actionsBot, type Comment, type PullRequest, type World } from "./world.js";

export const web = "https://github.com";

/** The well-known id of github-actions[bot]; anyone else gets one made from the login. */
function userId(login: string): number {
  return login === actionsBot.login ? 41_898_282 : numberOf(login);
}

function numberOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0);
}

export function nodeId(prefix: string, id: number | string): string {
  return `${prefix}_${Buffer.from(String(id)).toString("base64url")}`;
}

export const commentNodeId = (comment: Comment): string => nodeId("IC", comment.id);

export function renderUser(api: string, { login, type }: Author): object {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  const linked = ["followers", "subscriptions", "organizations", "repos", "received_events"].map((name) => [
    `${name}_url`,
    `${url}/${name}`,
  ]);
  return {
    login,
    id: userId(login),
    node_id: nodeId("U", login),
    avatar_url: `https://avatars.githubusercontent.com/u/${userId(login)}?v=4`,
    gravatar_id: "",
    url,
    html_url: type === "Bot" ? `${web}/apps/${login.replace("[bot]", "")}` : `${web}/${login}`,
    ...Object.fromEntries(linked),
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    events_url: `${url}/events{/privacy}`,
    type,
    site_admin: false,
  };
}

/** `GET /user` of a personal token. */
export function renderAuthenticatedUser(api: string, login: string): object {
  const nothing = { bio: null, blog: null, company: null, email: null, hireable: null, location: null, name: null };
  const counts = { followers: 0, following: 0, public_gists: 0, public_repos: 1 };
  return {
    ...renderUser(api, { login, type: "User" }),
    ...nothing,
    ...counts,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
  };
}

const repositoryLinks = [
  ["assignees", "{/user}"],
  ["branches", "{/branch}"],
  ["collaborators", "{/collaborator}"],
  ["comments", "{/number}"],
  ["commits", "{/sha}"],
  ["compare", "/{base}...{head}"],
  ["contents", "/{+path}"],
  ["contributors", ""],
  ["deployments", ""],
  ["downloads", ""],
  ["events", ""],
  ["forks", ""],
  ["hooks", ""],
  ["issues", "{/number}"],
  ["keys", "{/key_id}"],
  ["labels", "{/name}"],
  ["languages", ""],
  ["merges", ""],
  ["milestones", "{/number}"],
  ["notifications", "{?since,all,participating}"],
  ["pulls", "{/number}"],
  ["releases", "{/id}"],
  ["stargazers", ""],
  ["subscribers", ""],
  ["subscription", ""],
  ["tags", ""],
  ["teams", ""],
] as const;

/** A repository; `fullName` may also name the fork that a pull request comes from. */
export function renderRepository(api: string, world: World, fullName = world.repository.fullName): object {
  const [owner = "", name = ""] = fullName.split("/");
  const url = `${api}/repos/${fullName}`;
  const counters = ["forks", "open_issues", "watchers"].flatMap((counter) => [[counter, 0] as const, [`${counter}_count`, 0] as const]);
  return {
    id: numberOf(fullName),
    node_id: nodeId("R", fullName),
    name,
    full_name: fullName,
    private: world.repository.private,
    owner: renderUser(api, { login: owner, type: "Organization" }),
    html_url: `${web}/${fullName}`,
    description: null,
    fork: fullName !== world.repository.fullName,
    url,
    ...Object.fromEntries(repositoryLinks.map(([link, rest]) => [`${link}_url`, `${url}/${link}${rest}`])),
    archive_url: `${url}/{archive_format}{/ref}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    statuses_url: `${url}/statuses/{sha}`,
    clone_url: `${web}/${fullName}.git`,
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    svn_url: `${web}/${fullName}`,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: world.repository.defaultBranch,
    ...Object.fromEntries(counters),
    size: 1,
    stargazers_count: 0,
    network_count: 0,
    subscribers_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: "2026-01-01T00:00:00Z",
    created_at: "2025-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
  };
}

/** What `pulls/list` shows of a pull request. */
export function renderPullRequest(api: string, world: World, pull: PullRequest): Record<string, unknown> {
  const repository = `${api}/repos/${world.repository.fullName}`;
  const url = `${repository}/pulls/${pull.number}`;
  const page = `${web}/${world.repository.fullName}/pull/${pull.number}`;
  const issue = `${repository}/issues/${pull.number}`;
  const links = {
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repository}/statuses/${pull.head.sha}`,
  };
  return {
    id: 1_000_000 + pull.number,
    node_id: nodeId("PR", pull.number),
    number: pull.number,
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    comments_url: links.comments,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    statuses_url: links.statuses,
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    state: pull.state,
    locked: false,
    title: pull.title,
    user: renderUser(api, pull.author),
    body: null,
    assignee: null,
    auto_merge: null,
    author_association: "CONTRIBUTOR",
    labels: [],
    milestone: null,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    closed_at: pull.state === "closed" ? "2026-01-02T00:00:00Z" : null,
    merged_at: null,
    merge_commit_sha: null,
    head: renderBranch(api, world, pull.head.repository, pull.head),
    base: renderBranch(api, world, world.repository.fullName, pull.base),
  };
}

/** What `pulls/get` shows of a pull request: the same and its counters. */
export function renderFullPullRequest(api: string, world: World, pull: PullRequest): object {
  const counters = { additions: 1, changed_files: 1, comments: 0, commits: 1, deletions: 0, review_comments: 0 };
  const merge = { mergeable: null, mergeable_state: "unknown", merged: false, merged_by: null, maintainer_can_modify: false };
  return { ...renderPullRequest(api, world, pull), ...counters, ...merge };
}

function renderBranch(api: string, world: World, repository: string, { ref, sha }: { ref: string; sha: string }): object {
  const [owner = ""] = repository.split("/");
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: renderUser(api, { login: owner, type: "Organization" }),
    repo: renderRepository(api, world, repository),
  };
}

export function renderComment(api: string, world: World, comment: Comment): object {
  const repository = `${api}/repos/${world.repository.fullName}`;
  return {
    id: comment.id,
    node_id: commentNodeId(comment),
    url: `${repository}/issues/comments/${comment.id}`,
    html_url: `${web}/${world.repository.fullName}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repository}/issues/${comment.issue}`,
    user: renderUser(api, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: "NONE",
    body: comment.body,
    performed_via_github_app: null,
    minimized: comment.minimized === null ? null : { reason: comment.minimized.toLowerCase() },
  };
}

export function renderArtifact(api: string, world: World, artifact: Artifact): object {
  const url = `${api}/repos/${world.repository.fullName}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId("MDg6QXJ0aWZhY3Q", artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    digest: `sha256:${createHash("sha256").update(artifact.archive).digest("hex")}`,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    expires_at: "2026-04-01T00:00:00Z",
    workflow_run: {
      id: artifact.runId,
      repository_id: numberOf(world.repository.fullName),
      head_repository_id: numberOf(world.repository.fullName),
    },
  };
}
