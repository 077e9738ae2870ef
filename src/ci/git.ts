/**
 * The few questions that checks ask git: read-only but for fetching one commit, never through a shell. Whatever comes from outside
 * stands behind `--end-of-options`, and where a hash is meant nothing but a hash is taken.
 */
import { GaitError, invalidInput } from "../format/errors.js";
import { trim } from "../format/text.js";

export interface ProcessOutput {
  /** Exit code; a process that a signal ended has one that is not 0. */
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/**
 * Runs a program to its end; shells hand one in. Never through a shell.
 * @throws GaitError dependency_missing where the program is not there.
 */
export type RunProcess = (
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly input?: Uint8Array | undefined },
) => Promise<ProcessOutput>;

/** A work tree and the means to ask git about it. */
export interface Git {
  readonly run: RunProcess;
  /** Any folder of the work tree; paths in answers are relative to the repository's root all the same. */
  readonly cwd: string;
}

/** A full SHA-1 or SHA-256 of git, lower case. */
export const isCommitHash = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** Hooks and prompts of the checkout have no say in a check. */
const SETTINGS = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "--no-optional-locks"];

/** Runs git and gives what it ended with. */
export const runGit = ({ run, cwd }: Git, args: readonly string[], input?: string): Promise<ProcessOutput> =>
  run("git", [...SETTINGS, ...args], { cwd, input: input === undefined ? undefined : Buffer.from(input, "utf8") });

/** Output of a git command that must succeed. @throws GaitError io_failure with what git said. */
export async function gitOutput(git: Git, args: readonly string[], input?: string): Promise<Uint8Array> {
  const { status, stdout, stderr } = await runGit(git, args, input);
  if (status !== 0)
    throw new GaitError("io_failure", `git ${args[0]}: ${firstLine(stderr) || `exit code ${status}`}`, { code: "git_failed" });
  return stdout;
}

/** What git complained of, in one line. */
export const firstLine = (text: string): string => trim(text).split("\n", 1)[0] ?? "";

const lineOf = (bytes: Uint8Array): string => trim(Buffer.from(bytes).toString("utf8"));

async function ask(git: Git, ...args: readonly string[]): Promise<string | undefined> {
  const { status, stdout } = await runGit(git, args);
  return status === 0 ? lineOf(stdout) : undefined;
}

/** Hash of the commit that a revision names (`HEAD`, `main`, `origin/main`, `<sha>^`), or undefined where it names none. */
export async function resolveCommit(git: Git, revision: string): Promise<string | undefined> {
  const found = await ask(git, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  return found !== undefined && isCommitHash(found) ? found : undefined;
}

/** Whether a commit with all its files is in the object store. A commit whose trees are missing is not. */
export async function hasCommit(git: Git, sha: string): Promise<boolean> {
  return (await ask(git, "cat-file", "-e", "--end-of-options", `${commitHash(sha)}^{tree}`)) !== undefined;
}
/** First parent as the commit itself names it, which also a shallow clone knows; undefined for a root commit. */
export async function firstParent(git: Git, sha: string): Promise<string | undefined> {
  const { status, stdout } = await runGit(git, ["cat-file", "commit", commitHash(sha)]);
  const header = status === 0 ? Buffer.from(stdout).toString("latin1").split("\n\n", 1)[0]! : "";
  return /^parent ([0-9a-f]{40,64})$/m.exec(header)?.[1];
}

/** The best common ancestor, or undefined where there is none or the clone is too shallow to know it. */
export async function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  const found = await ask(git, "merge-base", "--end-of-options", commitHash(a), commitHash(b));
  return found !== undefined && isCommitHash(found) ? found : undefined;
}

/** Fetches one commit and nothing before it. @returns what git said where it could not. */
export async function fetchCommit(git: Git, sha: string, remote = "origin"): Promise<string | undefined> {
  const flags = ["--quiet", "--no-tags", "--depth=1", "--no-recurse-submodules", "--no-write-fetch-head"];
  const { status, stderr } = await runGit(git, ["fetch", ...flags, "--end-of-options", remote, commitHash(sha)]);
  return status === 0 ? undefined : firstLine(stderr) || `git fetch ended with ${status}`;
}

/**
 * The way from `cwd` up to the repository's root (`../../`, "" at the root), or undefined outside of a work tree.
 * @throws GaitError io_failure where git refuses to say, e.g. because the folder belongs to another user.
 */
export async function wayToRoot(git: Git): Promise<string | undefined> {
  const { status, stdout, stderr } = await runGit(git, ["rev-parse", "--show-cdup"]);
  if (status === 0) return lineOf(stdout);
  if (stderr.includes("not a git repository")) return undefined;
  throw new GaitError("io_failure", `git rev-parse: ${firstLine(stderr)}`, { code: "git_failed" });
}

/** @throws GaitError invalid_input for anything that is not a full hash. */
export function commitHash(text: string): string {
  if (!isCommitHash(text)) throw invalidInput(`not the full hash of a commit: ${JSON.stringify(text)}`, { code: "commit_invalid" });
  return text;
}
