import path from "node:path";
import { describe, expect, it } from "vitest";
import { openCheckout, requiresBase } from "../../src/ci/checkout.js";
import type { ProcessOutput, RunProcess } from "../../src/ci/git.js";
import { spawnTool } from "../../src/host/spawn-tool.js";
import { testHost } from "../support/host.js";
import { Repository } from "../support/repository.js";

const answering =
  (answer: Partial<ProcessOutput>): RunProcess =>
  async () => ({ status: 128, stdout: new Uint8Array(), stderr: "", ...answer });

describe("openCheckout", () => {
  it("finds the root, the folder in it, the head and the base", async () => {
    const repo = new Repository();
    const base = repo.commit({ "a/b/x": "1" });
    const head = repo.commit({ "a/b/x": "2" });
    const checkout = await openCheckout({ ...repo.host, cwd: path.join(repo.root, "a/b") }, repo.git.run, "auto");
    expect(checkout).toMatchObject({ folder: "a/b", headSha: head, baseNote: "first parent", isUnavailable: false });
    expect(checkout.host.cwd).toBe(repo.root);
    expect(checkout.base?.sha).toBe(base);
  });

  it.each([
    ["main", "main"],
    ["HEAD~1", "HEAD~1"],
    ["stable", "stable"],
  ])("takes the revision %s", async (base, note) => {
    const repo = new Repository();
    const first = repo.commit();
    repo.command("update-ref", "refs/remotes/origin/stable", first);
    const head = repo.commit({ x: "" });
    const checkout = await openCheckout(repo.host, repo.git.run, base);
    expect([checkout.base?.sha, checkout.baseNote]).toEqual([base === "main" ? head : first, note]);
  });

  it("before the first commit there is nothing to compare with", async () => {
    const repo = new Repository();
    expect(await openCheckout(repo.host, repo.git.run, "auto")).toMatchObject({
      headSha: "",
      base: null,
      baseNote: "there is no commit yet",
      isUnavailable: false,
    });
  });

  it.each<[string, RunProcess, string, boolean]>([
    [
      "outside of a repository",
      answering({ stderr: "fatal: not a git repository (or any of the parent directories): .git\n" }),
      "there is no git repository",
      false,
    ],
    ["without git", spawnTool({ PATH: "/nonexistent" }), "there is no git repository", false],
    [
      "in a repository of another user",
      answering({ stderr: "fatal: detected dubious ownership in repository at '/x'\nTo add an exception…\n" }),
      "git rev-parse: fatal: detected dubious ownership in repository at '/x'",
      true,
    ],
  ])("%s", async (_name, run, baseNote, isUnavailable) => {
    const host = testHost();
    const checkout = await openCheckout(host, run, "auto");
    expect(checkout).toEqual({ host, folder: ".", headSha: "", base: null, baseNote, isUnavailable });
    expect(requiresBase(["removed-coverage"], checkout)).toBe(isUnavailable);
    await expect(openCheckout(host, run, "main")).rejects.toThrow(`cannot find main: ${baseNote}`);
  });
});
