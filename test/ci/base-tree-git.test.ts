import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { gitTree, openBase } from "../../src/ci/base-tree-git.js";
import { detectBase } from "../../src/ci/detect-base.js";
import { commitHash, fetchCommit, firstParent, type Git, hasCommit, mergeBase, resolveCommit, wayToRoot } from "../../src/ci/git.js";
import { temporaryFolder } from "../support/host.js";
import { Repository } from "../support/repository.js";

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString("utf8");
const ZEROS = "0".repeat(40);
const UNKNOWN = "1".repeat(40);

describe("a base tree", () => {
  it("reads files of its commit, not of the checkout", async () => {
    const repo = new Repository();
    const sha = repo.commit({ "gait.yaml": "old\n", "a/b/c.bin": Uint8Array.of(0, 10, 255, 10) });
    repo.commit({ "gait.yaml": "new\n", "a/b/c.bin": null });
    const tree = gitTree(repo.git, sha);
    expect(tree.sha).toBe(sha);
    expect(text(await tree.read("gait.yaml"))).toBe("old\n");
    expect(text(await tree.read("./a/../gait.yaml"))).toBe("old\n");
    expect(Array.from((await tree.read("a/b/c.bin"))!)).toEqual([0, 10, 255, 10]);
    expect(await tree.read("a/b")).toBeUndefined();
    expect(await tree.read("missing")).toBeUndefined();
    expect(await tree.read("../gait.yaml")).toBeUndefined();
    expect(await tree.read("/etc/passwd")).toBeUndefined();
    expect(await tree.list(".")).toEqual(["a/b/c.bin", "gait.yaml"]);
    expect(await tree.list("a")).toEqual(["a/b/c.bin"]);
    expect(await tree.list("a/b/")).toEqual(["a/b/c.bin"]);
    expect(await tree.list("..")).toEqual([]);
  });

  it("reads an empty file and many files at once with one process each for names and contents", async () => {
    const repo = new Repository();
    const names = Array.from({ length: 150 }, (_, n) => `f/${n}`);
    const sha = repo.commit({ empty: "", ...Object.fromEntries(names.map((name) => [name, `content of ${name}`])) });
    const started: string[] = [];
    const git: Git = {
      ...repo.git,
      run: (file, args, options) => {
        started.push(args.find((arg) => ["ls-tree", "cat-file"].includes(arg)) ?? "");
        return repo.git.run(file, args, options);
      },
    };
    const tree = gitTree(git, sha);
    expect(await Promise.all(names.map(async (name) => text(await tree.read(name))))).toEqual(names.map((name) => `content of ${name}`));
    expect(text(await tree.read("empty"))).toBe("");
    expect(started).toEqual(["ls-tree", "cat-file", "cat-file", "cat-file", "cat-file"]);
  });

  it("takes names as they are, whatever they hold", async () => {
    const repo = new Repository();
    const names = ["-x", "--output=x", "a b", 'q"uote', "new\nline", "täb\t", ":(top)x", "*", "HEAD"];
    const sha = repo.commit(Object.fromEntries(names.map((name) => [name, name])));
    const tree = gitTree(repo.git, sha);
    for (const name of names) expect(text(await tree.read(name))).toBe(name);
    expect((await tree.list(".")).toSorted()).toEqual(names.toSorted());
  });

  it("follows links inside the tree and none that leave it", async () => {
    const repo = new Repository();
    fs.mkdirSync(path.join(repo.root, "real"));
    fs.symlinkSync("real", path.join(repo.root, "folder"));
    fs.symlinkSync("../folder/x", path.join(repo.root, "real", "hop"));
    fs.symlinkSync("/etc/passwd", path.join(repo.root, "absolute"));
    fs.symlinkSync("../../../../etc/passwd", path.join(repo.root, "outside"));
    fs.symlinkSync("loop", path.join(repo.root, "loop"));
    const tree = gitTree(repo.git, repo.commit({ "real/x": "here" }));
    expect(text(await tree.read("folder/x"))).toBe("here");
    expect(text(await tree.read("folder/hop"))).toBe("here");
    for (const name of ["absolute", "outside", "loop"]) expect(await tree.read(name)).toBeUndefined();
  });

  it("knows what of the checkout differs", async () => {
    const repo = new Repository();
    const sha = repo.commit({ "a/x": "1", "a-b/x": "1", "*/x": "1" });
    const tree = gitTree({ ...repo.git, cwd: path.join(repo.root, "a") }, sha);
    for (const folder of ["a", "a-b", "*", ".", "missing"]) expect(await tree.differs?.(folder)).toBe(false);
    repo.write({ "a-b/x": "2" });
    expect(await tree.differs?.("a")).toBe(false);
    expect(await tree.differs?.("*")).toBe(false);
    expect(await tree.differs?.("a-b")).toBe(true);
    expect(await tree.differs?.(".")).toBe(true);
    repo.commit({ "a/new": "" });
    expect(await tree.differs?.("a")).toBe(true);
  });

  it("fails with what git says where an object is missing", async () => {
    const repo = new Repository();
    const tree = gitTree(repo.git, UNKNOWN);
    await expect(tree.read("x")).rejects.toMatchObject({ category: "io_failure", code: "git_failed" });
  });
});

describe("git", () => {
  it("takes full hashes only", () => {
    for (const bad of ["", "HEAD", "--all", "-x", "abc", UNKNOWN.slice(1), `${UNKNOWN}1`, `${UNKNOWN.slice(1)}G`, `${UNKNOWN}\n`]) {
      expect(() => commitHash(bad)).toThrow(/not the full hash of a commit/);
    }
    expect(commitHash("a".repeat(64))).toBe("a".repeat(64));
  });

  it("resolves revisions, and nothing that looks like an option", async () => {
    const repo = new Repository();
    const first = repo.commit();
    repo.command("branch", "--", "topic");
    const second = repo.commit({ x: "1" });
    expect(await resolveCommit(repo.git, "HEAD")).toBe(second);
    expect(await resolveCommit(repo.git, "topic")).toBe(first);
    expect(await resolveCommit(repo.git, "HEAD^")).toBe(first);
    for (const bad of ["--all", "-h", "", "HEAD:x", "missing", `${first}..${second}`])
      expect(await resolveCommit(repo.git, bad)).toBeUndefined();
    expect(await firstParent(repo.git, second)).toBe(first);
    expect(await firstParent(repo.git, first)).toBeUndefined();
    expect(await firstParent(repo.git, UNKNOWN)).toBeUndefined();
    expect(await hasCommit(repo.git, first)).toBe(true);
    expect(await hasCommit(repo.git, UNKNOWN)).toBe(false);
    expect(await wayToRoot(repo.git)).toBe("");
    expect(await wayToRoot({ ...repo.git, cwd: temporaryFolder() })).toBeUndefined();
  });

  it("finds merge bases", async () => {
    const repo = new Repository();
    const fork = repo.commit();
    repo.command("checkout", "--quiet", "-b", "topic");
    const topic = repo.commit({ topic: "" });
    repo.command("checkout", "--quiet", "main");
    const main = repo.commit({ main: "" });
    expect(await mergeBase(repo.git, topic, main)).toBe(fork);
    repo.command("checkout", "--quiet", "--orphan", "other");
    expect(await mergeBase(repo.git, repo.commit({ other: "" }), main)).toBeUndefined();
  });

  it("is told apart from a program that is not there", async () => {
    const git: Git = { ...new Repository().git, run: (_file, args, options) => new Repository().git.run("no-such-git", args, options) };
    await expect(resolveCommit(git, "HEAD")).rejects.toMatchObject({ category: "dependency_missing" });
  });
});

/** A clone of depth 1 with a remote that hands out commits by hash. */
function shallowClone(origin: Repository): Git {
  origin.command("config", "uploadpack.allowAnySHA1InWant", "true");
  const folder = temporaryFolder();
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${origin.root}`, folder], { stdio: "pipe" });
  return { ...origin.git, cwd: folder };
}

describe("a shallow clone", () => {
  it("fetches the base commit alone", async () => {
    const origin = new Repository();
    origin.commit({ x: "0" });
    const base = origin.commit({ x: "1" });
    const head = origin.commit({ x: "2" });
    const clone = shallowClone(origin);
    expect(await firstParent(clone, head)).toBe(base);
    expect(await hasCommit(clone, base)).toBe(false);
    const opened = await openBase(clone, base);
    expect("tree" in opened && text(await opened.tree.read("x"))).toBe("1");
    expect(execFileSync("git", ["rev-list", "--all", base], { cwd: clone.cwd, encoding: "utf8" }).trim().split("\n").toSorted()).toEqual(
      [base, head].toSorted(),
    );
    expect(fs.existsSync(path.join(clone.cwd, ".git", "FETCH_HEAD"))).toBe(false);
  });

  it("says why there is no base", async () => {
    const clone = shallowClone(
      (() => {
        const origin = new Repository();
        origin.commit();
        return origin;
      })(),
    );
    const opened = await openBase(clone, UNKNOWN);
    expect("note" in opened && opened.note).toMatch(new RegExp(`^commit ${UNKNOWN} is not in this clone and cannot be fetched: .+`));
    expect(await fetchCommit(clone, UNKNOWN, "--upload-pack=touch x")).toMatch(/^fatal: /);
    expect(fs.existsSync(path.join(clone.cwd, "x"))).toBe(false);
    await expect(openBase(clone, "--all")).rejects.toThrow(/not the full hash/);
  });
});

describe("the base of a change", () => {
  function forked() {
    const repo = new Repository();
    const root = repo.commit();
    const fork = repo.commit({ fork: "" });
    repo.command("checkout", "--quiet", "-b", "topic");
    const parent = repo.commit({ one: "" });
    const head = repo.commit({ two: "" });
    repo.command("checkout", "--quiet", "main");
    const main = repo.commit({ main: "" });
    const track = (branch: string, sha: string) => repo.command("update-ref", `refs/remotes/origin/${branch}`, sha);
    return { repo, root, fork, parent, head, main, track };
  }

  it("GitLab: what the merge request says", async () => {
    const { repo, head, root, main } = forked();
    const env = { GITLAB_CI: "true", CI_COMMIT_BEFORE_SHA: ZEROS, CI_MERGE_REQUEST_DIFF_BASE_SHA: root };
    expect(await detectBase(repo.git, head, env)).toEqual({ sha: root, note: "CI_MERGE_REQUEST_DIFF_BASE_SHA", isUnavailable: false });
    // In a merge train the head already holds the target.
    expect(await detectBase(repo.git, head, { ...env, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: main })).toEqual({
      sha: main,
      note: "CI_MERGE_REQUEST_TARGET_BRANCH_SHA",
      isUnavailable: false,
    });
    expect(await detectBase(repo.git, head, { ...env, CI_MERGE_REQUEST_DIFF_BASE_SHA: "--all" })).toEqual({
      sha: undefined,
      note: "CI_MERGE_REQUEST_DIFF_BASE_SHA is not the hash of a commit",
      isUnavailable: true,
    });
  });

  it("GitLab: the commit before a push, of a new branch the first parent", async () => {
    const { repo, head, parent, root } = forked();
    const env = { GITLAB_CI: "true", CI_COMMIT_BEFORE_SHA: root };
    expect(await detectBase(repo.git, head, env)).toEqual({ sha: root, note: "CI_COMMIT_BEFORE_SHA", isUnavailable: false });
    expect(await detectBase(repo.git, head, { ...env, CI_COMMIT_BEFORE_SHA: ZEROS })).toEqual({
      sha: parent,
      note: "first parent",
      isUnavailable: false,
    });
  });

  it("Jenkins: the merge base with the target, else the first parent", async () => {
    const { repo, head, fork, parent, main, track } = forked();
    const env = { JENKINS_URL: "https://ci.example/", CHANGE_TARGET: "main" };
    expect(await detectBase(repo.git, head, env)).toEqual({
      sha: undefined,
      note: "CHANGE_TARGET is main, which this clone does not know: fetch it",
      isUnavailable: true,
    });
    track("main", main);
    expect(await detectBase(repo.git, head, env)).toEqual({ sha: fork, note: "CHANGE_TARGET", isUnavailable: false });
    expect(await detectBase(repo.git, head, { JENKINS_URL: "x" })).toEqual({ sha: parent, note: "first parent", isUnavailable: false });
  });

  it("elsewhere: the merge base with the main branch, on it the first parent", async () => {
    const { repo, root, head, fork, main, parent, track } = forked();
    expect(await detectBase(repo.git, head, {})).toEqual({ sha: parent, note: "first parent", isUnavailable: false });
    track("main", main);
    expect(await detectBase(repo.git, head, {})).toEqual({ sha: fork, note: "merge base with origin/main", isUnavailable: false });
    expect(await detectBase(repo.git, main, {})).toEqual({ sha: fork, note: "first parent", isUnavailable: false });
    expect(await detectBase(repo.git, root, {})).toEqual({
      sha: undefined,
      note: "there is no commit before this one",
      isUnavailable: false,
    });
  });
});
