import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { gait, keyedHost, put } from "../gait.js";

const hasBash = spawnSync("bash", ["--version"]).status === 0;

/** What bash offers for the last of `words`, with a script as it would be sourced. */
async function offered(...words: string[]): Promise<string[]> {
  const host = keyedHost();
  put(host, "gait.bash", (await gait(host, "completion", "bash")).stdout);
  const program = `source ./gait.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gait; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", program, "bash", ...words], { cwd: host.cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

describe.skipIf(!hasBash)("in bash", () => {
  test("commands and groups come first", async () => {
    const words = await offered("gait", "");
    expect(words).toEqual(expect.arrayContaining(["demo", "verify", "run", "keys", "completion"]));
    expect(new Set(words).size).toBe(words.length);
  });
  test("then the words of a group", async () => {
    expect(await offered("gait", "run", "re")).toEqual(["record", "replay", "receipt", "reduce"]);
    expect(await offered("gait", "keys", "")).toEqual(["init", "rotate", "verify", "show"]);
  });
  test("then flags, also behind others", async () => {
    expect(await offered("gait", "run", "record", "--ca")).toEqual(["--capture-mode"]);
    expect(await offered("gait", "run", "record", "--capture-mode", "raw", "--key")).toEqual(["--key-mode"]);
  });
  test("values where they are known, files where they are paths", async () => {
    expect(await offered("gait", "run", "record", "--capture-mode", "")).toEqual(["reference", "raw"]);
    expect((await offered("gait", "verify", "--public-key", "a")).sort()).toEqual(["a.key", "a.pub"]);
    expect(await offered("gait", "verify", "b")).toEqual(["b.pub"]);
    expect(await offered("gait", "run", "record", "--run-id", "")).toEqual([]);
  });
});

describe("scripts of other shells", () => {
  test("every command and flag is in them", async () => {
    for (const shell of ["zsh", "fish"]) {
      const { stdout } = await gait(keyedHost(), "completion", shell);
      for (const word of ["record", "capture-mode", "best_effort", "receipt", "require-signature"]) expect(stdout).toContain(word);
    }
  });
  test("quotes in help texts are escaped", async () => {
    const { stdout } = await gait(keyedHost(), "completion", "zsh");
    expect(stdout).toContain("'show:Print a key'\\''s id and its public half.'");
    expect((await gait(keyedHost(), "completion", "fish")).stdout).toContain("'Print a key\\'s id and its public half.'");
  });
});

test.each([[[]], [["tcsh"]], [["bash", "zsh"]]])("%j is exit 6", async (words) => {
  expect(await gait(keyedHost(), "completion", "--json", ...words)).toMatchObject({
    exitCode: 6,
    json: { error: "expected one of bash, zsh, fish" },
  });
});
