// What each described operation does to the world. A handler sees only requests that the description allows.

import {
  renderArtifact,
  renderAuthenticatedUser,
  renderComment,
  renderFullPullRequest,
  renderPullRequest,
  renderRepository,
} from "./render.js";
import { bytes, renderCommit, renderFile, renderFolder, renderGitCommit } from "./render-git.js";
import { bodyMissing, bodyTooLong, noCommit, notAccessible, notFound, type Reply } from "./replies.js";
import { type Access, addComment, type Comment, type Permissions, type PullRequest, resolveCommit, type World } from "./world.js";

/** One request on its way through: parameters of path and query are merged, numbers are numbers. */
export interface Call {
  world: World;
  /** The fake's own address, for links. */
  api: string;
  parameters: Record<string, unknown>;
  body: unknown;
  accept: string;
}

interface Handler {
  /** Any one of these permissions is enough; none means that every token may. */
  needs: [keyof Permissions, Access][];
  handle(call: Call): Reply | { page: object[]; wrap?(items: object[], total: number): object };
}

/** GitHub counts characters of a comment, not bytes or UTF-16 units. */
const longestBody = 65_536;

const readComments: Handler["needs"] = [
  ["issues", "read"],
  ["pullRequests", "read"],
];
const writeComments: Handler["needs"] = [
  ["issues", "write"],
  ["pullRequests", "write"],
];

export const handlers: Record<string, Handler> = {
  "repos/get": {
    needs: [],
    handle: ({ world, api }) => ok(renderRepository(api, world)),
  },
  "repos/get-content": {
    needs: [["contents", "read"]],
    handle({ world, api, parameters, accept }) {
      const path = String(parameters.path).replace(/^\/+|\/+$/g, "");
      const commit = resolveCommit(world, parameters.ref as string | undefined);
      if (!commit) return notFound();
      const content = commit.files[path];
      if (content === undefined) {
        const folder = renderFolder(api, world, commit, path);
        return folder ? ok(folder) : notFound();
      }
      // The raw form is in the operation's prose only; it is how files beyond 1 MiB are read.
      if (/\braw\b/.test(accept)) return { status: 200, body: bytes(content), mediaType: "application/vnd.github.raw+json" };
      return ok(renderFile(api, world, commit, path, bytes(content)));
    },
  },
  "repos/get-commit": {
    needs: [["contents", "read"]],
    handle({ world, api, parameters }) {
      const commit = resolveCommit(world, String(parameters.ref));
      return commit ? ok(renderCommit(api, world, commit)) : noCommit(String(parameters.ref));
    },
  },
  "git/get-commit": {
    needs: [["contents", "read"]],
    handle({ world, api, parameters }) {
      const commit = world.commits.get(String(parameters.commit_sha));
      return commit ? ok(renderGitCommit(api, world, commit)) : notFound();
    },
  },
  "repos/list-pull-requests-associated-with-commit": {
    needs: [["pullRequests", "read"]],
    handle({ world, api, parameters }) {
      const sha = String(parameters.commit_sha);
      const pulls = world.pulls.filter((pull) => pull.head.sha === sha || pull.commits.includes(sha));
      if (pulls.length === 0 && !world.commits.has(sha)) return noCommit(sha);
      return { page: pulls.map((pull) => renderPullRequest(api, world, pull)) };
    },
  },
  "pulls/get": {
    needs: [["pullRequests", "read"]],
    handle({ world, api, parameters }) {
      const pull = findPull(world, parameters.pull_number);
      return pull ? ok(renderFullPullRequest(api, world, pull)) : notFound();
    },
  },
  "pulls/list": {
    needs: [["pullRequests", "read"]],
    handle({ world, api, parameters }) {
      const { state = "open", head, base, direction = "desc" } = parameters;
      const pulls = world.pulls
        .filter((pull) => state === "all" || pull.state === state)
        .filter((pull) => head === undefined || `${pull.head.repository.split("/")[0]}:${pull.head.ref}` === head)
        .filter((pull) => base === undefined || pull.base.ref === base)
        .sort((a, b) => (direction === "desc" ? b.number - a.number : a.number - b.number));
      return { page: pulls.map((pull) => renderPullRequest(api, world, pull)) };
    },
  },
  "issues/list-comments": {
    needs: readComments,
    handle({ world, api, parameters }) {
      const pull = findPull(world, parameters.issue_number);
      if (!pull) return notFound();
      const since = (parameters.since as string | undefined) ?? "";
      const comments = world.comments.filter((comment) => comment.issue === pull.number && comment.updatedAt >= since);
      return { page: comments.map((comment) => renderComment(api, world, comment)) };
    },
  },
  "issues/get-comment": {
    needs: readComments,
    handle({ world, api, parameters }) {
      const comment = findComment(world, parameters.comment_id);
      return comment ? ok(renderComment(api, world, comment)) : notFound();
    },
  },
  "issues/create-comment": {
    needs: writeComments,
    handle({ world, api, parameters, body }) {
      const pull = findPull(world, parameters.issue_number);
      if (!pull) return notFound();
      const text = (body as { body: string }).body;
      const refusal = refuseBody(text);
      if (refusal) return refusal;
      const { kind, login } = world.token;
      const author = { login, type: kind === "installation" ? ("Bot" as const) : ("User" as const) };
      const comment = addComment(world, { issue: pull.number, body: text, author });
      const rendered = renderComment(api, world, comment);
      return {
        status: 201,
        body: rendered,
        headers: { location: `${api}/repos/${world.repository.fullName}/issues/comments/${comment.id}` },
      };
    },
  },
  "issues/update-comment": {
    needs: writeComments,
    handle({ world, api, parameters, body }) {
      const comment = findComment(world, parameters.comment_id);
      if (!comment) return notFound();
      const text = (body as { body: string }).body;
      const refusal = refuseBody(text);
      if (refusal) return refusal;
      comment.body = text;
      comment.updatedAt = world.now();
      return ok(renderComment(api, world, comment));
    },
  },
  "issues/delete-comment": {
    needs: writeComments,
    handle({ world, parameters }) {
      const comment = findComment(world, parameters.comment_id);
      if (!comment) return notFound();
      world.comments.splice(world.comments.indexOf(comment), 1);
      return { status: 204 };
    },
  },
  "users/get-authenticated": {
    needs: [],
    handle: ({ world, api }) =>
      world.token.kind === "installation" ? notAccessible() : ok(renderAuthenticatedUser(api, world.token.login)),
  },
  "actions/list-workflow-run-artifacts": {
    needs: [["actions", "read"]],
    handle({ world, api, parameters }) {
      const { run_id: run, name, direction = "desc" } = parameters;
      const artifacts = world.artifacts
        .filter((artifact) => artifact.runId === run && (name === undefined || artifact.name === name))
        .sort((a, b) => (direction === "desc" ? b.id - a.id : a.id - b.id));
      return {
        page: artifacts.map((artifact) => renderArtifact(api, world, artifact)),
        wrap: (items, total) => ({ total_count: total, artifacts: items }),
      };
    },
  },
  "actions/download-artifact": {
    needs: [["actions", "read"]],
    handle({ world, api, parameters }) {
      const artifact = world.artifacts.find(({ id }) => id === parameters.artifact_id);
      if (!artifact || parameters.archive_format !== "zip") return notFound();
      return { status: 302, headers: { location: `${api}${storagePath(artifact.id)}` } };
    },
  },
};

/** Where an artifact's bytes are. The real API sends clients to a storage service that is in no description and wants no token. */
export function storagePath(artifactId: number): string {
  return `/storage/${artifactId}.zip`;
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function refuseBody(text: string): Reply | undefined {
  if (text.trim() === "") return bodyMissing();
  return [...text].length > longestBody ? bodyTooLong() : undefined;
}

function findPull(world: World, number: unknown): PullRequest | undefined {
  return world.pulls.find((pull) => pull.number === number);
}

function findComment(world: World, id: unknown): Comment | undefined {
  return world.comments.find((comment) => comment.id === id);
}

/** Whether the token may do what an operation needs; what is public may be read with any token. */
export function isPermitted(world: World, needs: Handler["needs"]): boolean {
  const order: Access[] = ["none", "read", "write"];
  const isGranted = ([name, access]: Handler["needs"][number]) =>
    (access === "read" && !world.repository.private) || order.indexOf(world.token.permissions[name]) >= order.indexOf(access);
  return needs.length === 0 || needs.some(isGranted);
}
