/** Starting programs such as git for the shells: without a shell of the system, without prompts. */
import { spawn } from "node:child_process";
import { GaitError, messageOf } from "../format/errors.js";

/** A git that waits for a server which never answers must not hold the run. */
const TIMEOUT_MS = 120_000;

export interface ToolOutput {
  /** Exit code; not 0 where a signal ended it. */
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export type SpawnTool = (
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly input?: Uint8Array | undefined },
) => Promise<ToolOutput>;

/** Runs programs to their end in the environment `env`. @throws GaitError dependency_missing where one cannot be started. */
export const spawnTool =
  (env: Readonly<Record<string, string | undefined>>): SpawnTool =>
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
