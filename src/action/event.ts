/**
 * What happened, read from the event's payload (spec 40 §12.3). Payloads come from GitHub, but branch names and the like in them
 * come from whoever opened the pull request, so every field is checked for its form.
 */
import { GaitError, invalidInput } from "../format/errors.js";
import { isJsonObject, type Json, type JsonObject } from "../format/json.js";

export interface PullRequest {
  readonly number: number;
  /** The head commit; not the merge commit that is checked out by default. */
  readonly headSha: string;
  /** `owner/repo` of the head; "" where the fork was deleted. */
  readonly headRepository: string;
  readonly baseSha: string;
}

/** The run that a `workflow_run` event is about. */
export interface CompletedRun {
  readonly id: number;
  readonly attempt: number;
  /** The event of that run, e.g. `pull_request`. */
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: string;
}

export type Event =
  | { readonly kind: "pull_request" | "pull_request_target"; readonly pull: PullRequest }
  /** `pullNumber` is for display only. */
  | { readonly kind: "merge_group"; readonly headSha: string; readonly baseSha: string; readonly pullNumber: number | null }
  | { readonly kind: "push"; readonly before: string; readonly after: string }
  | { readonly kind: "workflow_run"; readonly run: CompletedRun }
  /** workflow_dispatch, schedule and every event without a base of its own. */
  | { readonly kind: "other"; readonly name: string };

/** Reads the payload of the event `name`. @throws GaitError invalid_input where a field that decides is missing. */
export function readEvent(name: string, payload: Json): Event {
  const fields = new Fields(name, isJsonObject(payload) ? payload : {});
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return { kind: name, pull: readPull(fields.object("pull_request")) };
    case "merge_group": {
      const group = fields.object("merge_group");
      return { kind: name, headSha: group.sha("head_sha"), baseSha: group.sha("base_sha"), pullNumber: queuedPull(group.text("head_ref")) };
    }
    case "push":
      return { kind: name, before: fields.sha("before"), after: fields.sha("after") };
    case "workflow_run":
      return { kind: name, run: readRun(fields.object("workflow_run")) };
    default:
      return { kind: "other", name };
  }
}

/** The commit that GitHub names where there is none. */
export const isZeroSha = (sha: string): boolean => /^0+$/.test(sha);

function readPull(pull: Fields): PullRequest {
  const head = pull.object("head");
  return {
    number: pull.integer("number"),
    headSha: head.sha("sha"),
    headRepository: head.optional("repo")?.repository("full_name") ?? "",
    baseSha: pull.object("base").sha("sha"),
  };
}

const readRun = (run: Fields): CompletedRun => ({
  id: run.integer("id"),
  attempt: run.integer("run_attempt"),
  event: run.text("event"),
  headSha: run.sha("head_sha"),
  headBranch: run.text("head_branch"),
  headRepository: run.optional("head_repository")?.repository("full_name") ?? "",
});

/** `gh-readonly-queue/<base>/pr-<n>-<sha>` names the pull request that stands last in the group. */
function queuedPull(ref: string): number | null {
  const found = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d{1,10})-[0-9a-f]{40,64}$/.exec(ref);
  return found ? Number(found[1]) : null;
}

/** An object of the payload; what is missing or of another form is an error that says where. */
class Fields {
  constructor(
    private readonly path: string,
    private readonly value: JsonObject,
  ) {}

  object(name: string): Fields {
    return this.optional(name) ?? this.fail(name, "an object");
  }

  optional(name: string): Fields | undefined {
    const value = this.value[name];
    return isJsonObject(value) ? new Fields(`${this.path}.${name}`, value) : undefined;
  }

  text(name: string): string {
    const value = this.value[name];
    return typeof value === "string" ? value : this.fail(name, "a string");
  }

  integer(name: string): number {
    const value = this.value[name];
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : this.fail(name, "a positive integer");
  }

  sha(name: string): string {
    const value = this.text(name);
    return isSha(value) ? value : this.fail(name, "a commit hash");
  }

  repository(name: string): string {
    const value = this.text(name);
    return /^[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9._-]+$/.test(value) ? value : this.fail(name, "owner/name");
  }

  private fail(name: string, wanted: string): never {
    throw invalidInput(`event payload: ${this.path}.${name} is not ${wanted}`, { code: "event_invalid" });
  }
}

/** A full object name, SHA-1 or SHA-256. */
export const isSha = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** @throws GaitError: why a run on `pull_request_target` is refused (spec 40 §12.3). */
export function assertSafeTarget(pull: PullRequest, checkedOut: string, isAllowed: boolean): void {
  const refuse = (message: string, hint: string): never => {
    throw new GaitError("invalid_input", message, { code: "unsafe_target", hint });
  };
  const useOther = "Use `pull_request`, and the companion workflow on `workflow_run` for comments on forks.";
  if (!isAllowed)
    refuse(
      "pull_request_target is refused: it runs with write permissions and secrets on behalf of anyone who opens a pull request",
      useOther,
    );
  if (checkedOut !== pull.baseSha) {
    refuse(
      `pull_request_target with ${checkedOut || "no commit"} checked out is refused: only the base commit ${pull.baseSha} may be`,
      useOther,
    );
  }
}
