import { describe, expect, it } from "vitest";
import { gitTree } from "../../src/ci/base-tree-git.js";
import { expandProjects, matchesPath } from "../../src/ci/projects.js";
import { Repository } from "../support/repository.js";

describe("projects", () => {
  const files = {
    "gait.yaml": "",
    "a/gait.yaml": "",
    "b/c/gait.yaml": "",
    "b/c/d/x": "",
    "node_modules/p/gait.yaml": "",
    ".git-like/gait.yaml": "",
  };

  it.each<[string[], string, string[]]>([
    [["."], ".", ["."]],
    [["."], "b/c", ["b/c"]],
    [["a", "./a/", "b/../a"], ".", ["a"]],
    [["missing"], ".", ["missing"]],
    [["*"], ".", [".git-like", "a"]],
    [["**"], ".", [".", ".git-like", "a", "b/c"]],
    [["b/**"], ".", ["b/c"]],
    [["*"], "b", ["b/c"]],
    [["{b/c,a}"], ".", ["a", "b/c"]],
    [["node_modules/*"], ".", ["node_modules/p"]],
    [["b/c", "a"], ".", ["b/c", "a"]],
  ])("%j from %s", async (patterns, folder, expected) => {
    const { host } = new Repository().write(files);
    expect(await expandProjects(host, { patterns, folder, config: "gait.yaml", base: null })).toEqual(expected);
  });

  it("of the base commit count where a pattern stands for them", async () => {
    const repo = new Repository();
    const base = gitTree(repo.git, repo.commit({ "s/a/gait.yaml": "", "s/b/gait.yaml": "", "s/c/other.yaml": "" }));
    repo.write({ "s/b": null });
    expect(await expandProjects(repo.host, { patterns: ["s/*"], folder: ".", config: "gait.yaml", base })).toEqual(["s/a", "s/b"]);
  });

  it.each([
    ["..", ".", "project lies outside of the repository: .."],
    ["../../x", "a", "project lies outside of the repository: ../../x"],
    ["/etc", ".", "project lies outside of the repository: /etc"],
    ["x*", ".", "no folder with gait.yaml matches x*"],
  ])("%s from %s is refused", async (pattern, folder, message) => {
    const { host } = new Repository().write(files);
    await expect(expandProjects(host, { patterns: [pattern], folder, config: "gait.yaml", base: null })).rejects.toThrow(message);
  });
});

describe("a path and a pattern", () => {
  it.each([
    ["a/*/c", "a/b/c", true],
    ["a/*/c", "a/b/d/c", false],
    ["a/**/c", "a/c", true],
    ["a/**/c", "a/b/d/c", true],
    ["**", "a/b", true],
    ["**/x", "x", true],
    ["a/{b,c}", "a/c", true],
    ["a", "a/b", false],
    ["a/b", "a", false],
  ])("%s and %s: %s", (pattern, file, expected) => {
    expect(matchesPath(pattern, file)).toBe(expected);
  });
});
