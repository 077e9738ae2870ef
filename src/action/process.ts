/** Starting programs: git, and the recording commands of a repository. Never through a shell, never with a token of the job. */
import { spawn } from "node:child_process";
import type { RunProcess } from "../ci/git.js";
import { GaitError, messageOf } from "../format/errors.js";

type Env = Readonly<Record<string, string | undefined>>;

/** Handed out by the runner or by this action for this action alone. */
const OF_THE_JOB = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_(?:TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)|GH_TOKEN|SSH_AUTH_SOCK)$/i;
/** What a variable with a secret is usually called. */
const LOOKS_SECRET = /TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|APIKEY|(?:^|_)KEY(?:S|ID)?(?:$|_)/i;

export interface ChildEnvironment {
  readonly env: Record<string, string>;
  /** Names of variables that were left out although they are not the job's own, sorted. */
  readonly withheld: readonly string[];
}

/** The environment without secrets. `allowed` names variables that may pass although they look like one. */
export function childEnvironment(env: Env, token: string, allowed: readonly string[] = []): ChildEnvironment {
  const kept: Record<string, string> = {};
  const withheld: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || OF_THE_JOB.test(name)) continue;
    const isToken = token !== "" && value.includes(token);
    if (!isToken && (allowed.includes(name) || !LOOKS_SECRET.test(name))) kept[name] = value;
    else withheld.push(name);
  }
  return { env: kept, withheld: withheld.sort() };
}

/** A git that hangs (a proxy that answers nothing) must not hold the job. */
const TIMEOUT_MS = 120_000;

/** Runs a program to its end for `src/ci`, in an environment without secrets and without prompts. */
export function createRunProcess(env: Env, token: string, root: string): RunProcess {
  // In a container the checkout belongs to another user; git then needs to be told that it is meant.
  const trust = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: root };
  const clean = { ...childEnvironment(env, token).env, ...trust, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
  return (file, args, { cwd, input }) =>
    new Promise((resolve, reject) => {
      const child = spawn(file, args, { cwd, env: clean, stdio: "pipe", timeout: TIMEOUT_MS, windowsHide: true });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
      // A program that ends without reading its input is judged by its exit code.
      child.stdin.on("error", () => {});
      child.stdin.end(input);
      child.once("error", (error) => reject(notStarted(file, error)));
      child.once("close", (code) =>
        resolve({ status: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") }),
      );
    });
}

export const notStarted = (file: string, error: unknown): GaitError =>
  new GaitError("dependency_missing", `cannot start ${file}: ${messageOf(error)}`, { code: "program_missing" });
