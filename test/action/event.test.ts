import { describe, expect, it } from "vitest";
import { assertSafeTarget, readEvent } from "../../src/action/event.js";
import type { Json } from "../../src/format/json.js";
import { mergeGroup, type Payload, pullRequest, recorded, workflowRun } from "./payloads.js";

const read = (name: string, payload: Payload) => readEvent(name, payload as Json);

describe("recorded payloads", () => {
  it("pull_request", () => {
    expect(read("pull_request", recorded("pull_request"))).toEqual({
      kind: "pull_request",
      pull: {
        number: 2,
        headSha: "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
        headRepository: "Codertocat/Hello-World",
        baseSha: "f95f852bd8fca8fcc58a9a2d6c842781e32a215e",
      },
    });
  });

  it("merge_group names the pull request in its ref", () => {
    expect(read("merge_group", recorded("merge_group"))).toEqual({
      kind: "merge_group",
      headSha: "2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d",
      baseSha: "380387fbc80638b734a49e1be1c4dfec1c01b33c",
      pullNumber: 104,
    });
  });

  it("push, of a new branch", () => {
    expect(read("push", recorded("push"))).toEqual({
      kind: "push",
      before: "0".repeat(40),
      after: "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
    });
  });

  it("workflow_run", () => {
    expect(read("workflow_run", recorded("workflow_run"))).toEqual({
      kind: "workflow_run",
      run: {
        id: 289782451,
        attempt: 1,
        event: "repository_dispatch",
        headSha: "3484a3fb816e0859fd6e1cea078d76385ff50625",
        headBranch: "master",
        headRepository: "octo-org/octo-repo",
      },
    });
  });

  it.each(["workflow_dispatch", "schedule"])("%s has nothing of its own", (name) => {
    expect(read(name, recorded(name))).toEqual({ kind: "other", name });
  });
});

const head = "1".repeat(40);
const base = "2".repeat(40);

describe("what is particular", () => {
  it("a fork, and one that was deleted", () => {
    expect(read("pull_request", pullRequest({ head, base, headRepository: "fork/shop" }))).toMatchObject({
      pull: { headRepository: "fork/shop" },
    });
    expect(read("pull_request", pullRequest({ head, base, headRepository: null }))).toMatchObject({ pull: { headRepository: "" } });
  });

  it.each(["main", "refs/heads/gh-readonly-queue/main/pr-x-1", "refs/heads/gh-readonly-queue/main/pr-1-abc"])(
    "a merge group on %s names no pull request",
    (ref) => {
      const payload = mergeGroup({ head, base });
      payload.merge_group.head_ref = ref;
      expect(read("merge_group", payload)).toMatchObject({ pullNumber: null });
    },
  );

  it("a base branch with slashes and dashes", () => {
    const payload = mergeGroup({ head, base });
    payload.merge_group.head_ref = `refs/heads/gh-readonly-queue/release/pr-1-x/pr-31-${base}`;
    expect(read("merge_group", payload)).toMatchObject({ pullNumber: 31 });
  });
});

describe("a payload that lacks what decides is an error with the place", () => {
  it.each<[string, Payload, string]>([
    ["pull_request", {}, "event payload: pull_request.pull_request is not an object"],
    ["pull_request", pullRequest({ head: "HEAD", base }), "event payload: pull_request.pull_request.head.sha is not a commit hash"],
    ["pull_request", pullRequest({ head, base: "--output=x" }), "event payload: pull_request.pull_request.base.sha is not a commit hash"],
    ["pull_request", pullRequest({ head, base, number: -1 }), "event payload: pull_request.pull_request.number is not a positive integer"],
    [
      "pull_request",
      pullRequest({ head, base, headRepository: "../x" }),
      "event payload: pull_request.pull_request.head.repo.full_name is not owner/name",
    ],
    [
      "workflow_run",
      workflowRun({ id: 0, head, headRepository: "a/b" }),
      "event payload: workflow_run.workflow_run.id is not a positive integer",
    ],
    ["push", [] as unknown as Payload, "event payload: push.before is not a string"],
  ])("%s %#", (name, payload, message) => {
    expect(() => read(name, payload)).toThrow(expect.objectContaining({ message, code: "event_invalid", exitCode: 6 }));
  });
});

describe("pull_request_target", () => {
  const pull = { number: 7, headSha: head, headRepository: "fork/shop", baseSha: base };
  it("is refused unless allowed", () => {
    expect(() => assertSafeTarget(pull, base, false)).toThrow(expect.objectContaining({ exitCode: 6, code: "unsafe_target" }));
  });
  it.each([head, "", "3".repeat(40)])("is refused with %s checked out", (checkedOut) => {
    expect(() => assertSafeTarget(pull, checkedOut, true)).toThrow(expect.objectContaining({ exitCode: 6, code: "unsafe_target" }));
  });
  it("is let through with the base checked out", () => {
    expect(() => assertSafeTarget(pull, base, true)).not.toThrow();
  });
});
