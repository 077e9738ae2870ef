/**
 * Every command of the README and the docs, run as a reader would: in a fresh clone with nothing installed, from top to bottom.
 *
 * A fence that starts with ```sh and the word `run` is executed. `# exit N` behind a command says that it ends with N (default 0); `# prints TEXT` says what its output must contain.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const temporary = mkdtempSync(path.join(os.tmpdir(), "gait-docs-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface DocCommand {
  readonly line: string;
  readonly exit: number;
  readonly prints: string | undefined;
}

function commandsOf(file: string): DocCommand[] {
  const source = readFileSync(path.join(root, file), "utf8");
  const fences = [...source.matchAll(/^```sh run\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
  return fences
    .flatMap((fence) => fence.replaceAll("\\\n", " ").split("\n"))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => ({
      line: line.replace(/\s+# (exit \d+|prints .*)$/g, "").replace(/\s+# exit \d+.*$/, ""),
      exit: Number(/# exit (\d+)/.exec(line)?.[1] ?? 0),
      prints: /# (?:exit \d+, )?prints (.+)$/.exec(line)?.[1],
    }));
}

/** The files git knows, as they are in the working tree: what a commit of this tree would give a reader. */
function freshClone(name: string): string {
  const clone = path.join(temporary, name.replaceAll("/", "-"));
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter((one) => one !== "" && existsSync(path.join(root, one)))) {
    mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(clone, file));
  }
  execFileSync("git", ["init", "-q"], { cwd: clone });
  return clone;
}

const pages = [
  "README.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const withCommands = pages.map((page) => ({ page, commands: commandsOf(page) })).filter(({ commands }) => commands.length > 0);

test("the README has commands that are run here", () => expect(commandsOf("README.md").length).toBeGreaterThan(0));

describe.each(withCommands)("$page", ({ page, commands }) => {
  test("its commands do what it says", { timeout: 300_000 }, () => {
    const clone = freshClone(page);
    const home = path.join(temporary, "home");
    mkdirSync(home, { recursive: true });
    const env = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, HOME: home, LANG: "C.UTF-8", NO_COLOR: "1" };
    for (const { line, exit, prints } of commands) {
      const done = spawnSync("bash", ["-c", line], { cwd: clone, env, encoding: "utf8", timeout: 120_000 });
      const output = `${done.stdout}${done.stderr}`;
      expect(`${line} → ${done.status}\n${done.status === exit ? "" : output}`).toBe(`${line} → ${exit}\n`);
      if (prints) expect(output).toContain(prints);
    }
  });
});
