import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { commandLine, shellWord } from "../../src/report/shell-word.js";

test("plain words stay, others are quoted", () => {
  expect(commandLine("npx", "gait", "regress", "accept", "it's", "--candidate", "out/a b.zip")).toBe(
    "npx gait regress accept 'it'\\''s' --candidate 'out/a b.zip'",
  );
  expect(shellWord("")).toBe("''");
  expect(shellWord("$(rm -rf ~)")).toBe("'$(rm -rf ~)'");
  expect(shellWord("a\nb\u202e")).toBe("'a?b?'");
});

test.skipIf(process.platform === "win32")("a shell reads back the very word", () => {
  const words = fc.sample(fc.string({ unit: "grapheme-ascii", minLength: 1 }), { numRuns: 200, seed: 7 });
  const out = execFileSync("/bin/sh", ["-c", `printf '%s\\n' ${commandLine(...words)}`], { encoding: "utf8" });
  expect(out).toBe(`${words.join("\n")}\n`);
});
