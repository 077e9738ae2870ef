/**
 * Webhook payloads: GitHub's own documented examples (npm package @octokit/webhooks-examples, MIT) in events/, with the fields that
 * matter replaced. `schedule` has no example there; it is as GitHub's documentation describes it.
 */
import { readFileSync } from "node:fs";

// biome-ignore lint/suspicious/noExplicitAny: webhook payloads are as deep as they are wide
export type Payload = Record<string, any>;

const example = (name: string): Payload => JSON.parse(readFileSync(new URL(`./events/${name}.json`, import.meta.url), "utf8")) as Payload;

export const ZERO_SHA = "0".repeat(40);

interface At {
  /** `owner/name` of the repository that the workflow runs in. */
  repository?: string;
}

function inRepository(payload: Payload, fullName = "acme/shop"): Payload {
  const [owner, name] = fullName.split("/");
  Object.assign(payload.repository, { full_name: fullName, name, owner: { ...payload.repository.owner, login: owner } });
  return payload;
}

export interface PullRequestFields extends At {
  number?: number;
  head: string;
  base: string;
  /** `owner/name` of the head's repository; null for a deleted fork. */
  headRepository?: string | null;
  headBranch?: string;
}

/** `pull_request` (or `pull_request_target`), action `synchronize`. */
export function pullRequest({
  repository = "acme/shop",
  number = 7,
  head,
  base,
  headRepository = repository,
  headBranch = "change",
}: PullRequestFields): Payload {
  const payload = inRepository(example("pull_request"), repository);
  payload.number = number;
  payload.pull_request.number = number;
  Object.assign(payload.pull_request.head, {
    sha: head,
    ref: headBranch,
    repo: headRepository === null ? null : { ...payload.pull_request.head.repo, full_name: headRepository },
  });
  Object.assign(payload.pull_request.base, { sha: base, ref: "main", repo: { ...payload.pull_request.base.repo, full_name: repository } });
  return payload;
}

export function mergeGroup({ repository, head, base, number = 7 }: At & { head: string; base: string; number?: number }): Payload {
  const payload = inRepository(example("merge_group"), repository);
  Object.assign(payload.merge_group, {
    head_sha: head,
    base_sha: base,
    head_ref: `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`,
  });
  return payload;
}

export function push({ repository, before, after }: At & { before: string; after: string }): Payload {
  return Object.assign(inRepository(example("push"), repository), { before, after, ref: "refs/heads/main", created: before === ZERO_SHA });
}

export const workflowDispatch = ({ repository }: At = {}): Payload => inRepository(example("workflow_dispatch"), repository);

export const schedule = ({ repository }: At = {}): Payload => inRepository(example("schedule"), repository);

export interface WorkflowRunFields extends At {
  id: number;
  attempt?: number;
  event?: string;
  head: string;
  headRepository: string;
  headBranch?: string;
}

/** `workflow_run`, action `completed`, of a run on a pull request. */
export function workflowRun({
  repository,
  id,
  attempt = 1,
  event = "pull_request",
  head,
  headRepository,
  headBranch = "change",
}: WorkflowRunFields): Payload {
  const payload = inRepository(example("workflow_run"), repository);
  Object.assign(payload.workflow_run, {
    id,
    run_attempt: attempt,
    event,
    head_sha: head,
    head_branch: headBranch,
    head_repository: { ...payload.workflow_run.head_repository, full_name: headRepository },
  });
  return payload;
}

/** An example as GitHub publishes it. */
export const recorded = example;
