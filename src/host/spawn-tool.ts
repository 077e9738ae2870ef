/** Starting programs such as git for the shells: without a shell of the system, without prompts. */
import { spawn } from "node:child_process";
import type { RunProcess } from "../ci/git.js";
import { GaitError, messageOf } from "../format/errors.js";

/** A git that waits for a server which never answers must not hold the run. */
const TIMEOUT_MS = 120_000;

/** Runs programs to their end for `src/ci`, in the environment `env`. */
export const spawnTool =
  (env: Readonly<Record<string, string | undefined>>): RunProcess =>
  (file, args, { cwd, input }) =>
    new Promise((resolve, reject) => {
      const child = spawn(file, args, {
        cwd,
        env: { ...env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
        stdio: "pipe",
        timeout: TIMEOUT_MS,
        windowsHide: true,
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
      // A program that ends without reading its input is judged by its exit code.
      child.stdin.on("error", () => {});
      child.stdin.end(input);
      child.once("error", (error) => {
        reject(new GaitError("dependency_missing", `cannot start ${file}: ${messageOf(error)}`, { code: "program_missing" }));
      });
      child.once("close", (code) =>
        resolve({ status: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") }),
      );
    });
