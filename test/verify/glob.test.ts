import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandBraces, expandGlob, isGlob, matchSegment, walkFolder } from "../../src/verify/glob.js";
import { failingFs, testHost } from "../support/host.js";

describe("braces", () => {
  test.each([
    ["a", ["a"]],
    ["{a,b}.zip", ["a.zip", "b.zip"]],
    ["x{a,b{c,d}}y", ["xay", "xbcy", "xbdy"]],
    ["{a,b}{1,2}", ["a1", "a2", "b1", "b2"]],
    ["{,a}", ["", "a"]],
    ["{a}", ["{a}"]],
    ["{a,b", ["{a,b"]],
    ["a,b}", ["a,b}"]],
  ])("%s", (pattern, expected) => {
    expect(expandBraces(pattern)).toEqual(expected);
  });
});

describe("one part of a path", () => {
  test.each([
    ["*.zip", "a.zip", true],
    ["*.zip", ".zip", true],
    ["*.zip", "a.zip.bak", false],
    ["*a*b*", "xaxbx", true],
    ["*a*b*", "xbxax", false],
    ["?", "😀", true],
    ["a?c", "abbc", false],
    ["[a-c]x", "bx", true],
    ["[!a-c]x", "bx", false],
    ["[^a-c]x", "dx", true],
    ["[]]", "]", true],
    ["[a", "[a", true],
    ["[a-]", "-", true],
    ["a.b", "axb", false],
    ["", "", true],
    ["*", "", true],
  ])("%s and %s: %s", (pattern, name, expected) => {
    expect(matchSegment(pattern, name)).toBe(expected);
  });

  test("stars match as the regular expression of any text does", () => {
    const unit = fc.constantFrom("a", "b", "*");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 }), (pattern, name) => {
        expect(matchSegment(pattern, name)).toBe(new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(name));
      }),
      { numRuns: 1_000 },
    );
  });

  test("many stars are no work", () => {
    expect(matchSegment("*a".repeat(500), "a".repeat(499).repeat(20))).toBe(true);
    expect(matchSegment(`${"*a".repeat(200)}b`, "a".repeat(5_000))).toBe(false);
  });
});

test("a pattern has a character of patterns", () => {
  expect(["a*", "a?", "[a]", "{a}"].map(isGlob)).toEqual([true, true, true, true]);
  expect(["a", "a/b.zip", "run_a"].map(isGlob)).toEqual([false, false, false]);
});

describe("in the file system", () => {
  function tree() {
    const host = testHost();
    for (const file of ["a.zip", "b.txt", "x/c.zip", "x/y/d.zip", "x/.h/e.zip", "z/f.zip"]) {
      mkdirSync(path.join(host.cwd, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(host.cwd, file), "");
    }
    return host;
  }
  const paths = (host: ReturnType<typeof tree>, pattern: string) => [...expandGlob(host, pattern)].map((match) => match.path).sort();

  test.each([
    ["*.zip", ["a.zip"]],
    ["./*.zip", ["./a.zip"]],
    ["*/*.zip", ["x/c.zip", "z/f.zip"]],
    ["**/*.zip", ["a.zip", "x/.h/e.zip", "x/c.zip", "x/y/d.zip", "z/f.zip"]],
    ["x/**", ["x/.h/e.zip", "x/c.zip", "x/y/d.zip"]],
    ["x/**/d.zip", ["x/y/d.zip"]],
    ["{x,z}/*.zip", ["x/c.zip", "z/f.zip"]],
    ["gone/*.zip", []],
    ["*", ["a.zip", "b.txt"]],
    ["a.zip/*", []],
  ])("%s", (pattern, expected) => {
    expect(paths(tree(), pattern)).toEqual(expected);
  });

  test("absolute patterns give absolute paths", () => {
    const host = tree();
    expect(paths(host, `${host.cwd}/x/*.zip`)).toEqual([`${host.cwd}/x/c.zip`]);
  });

  test("linked files count, linked folders are not entered: they may lead in circles", () => {
    const host = tree();
    symlinkSync("../a.zip", path.join(host.cwd, "z/link.zip"));
    symlinkSync("..", path.join(host.cwd, "z/up"));
    symlinkSync("nowhere", path.join(host.cwd, "z/dangling.zip"));
    expect(paths(host, "z/**")).toEqual(["z/f.zip", "z/link.zip"]);
  });

  test("a folder that cannot be looked into is a problem, not an absence", () => {
    const host = { ...tree(), fs: failingFs("readdirSync", "EACCES", (folder) => String(folder).endsWith("y")) };
    const problems = [...walkFolder(host, "x")].filter((match) => match.problem);
    expect(problems).toMatchObject([{ path: "x/y", problem: { message: "open x/y: permission denied", exitCode: 6 } }]);
  });
});
