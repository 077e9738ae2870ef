/**
 * `record-command`: runs the repository's own code to record candidates (spec 40 §12.4). Without a shell, without the job's tokens,
 * its output fenced off from the runner. A command that fails or records nothing is an error, never a pass.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import type { Host } from "../format/host.js";
import { commandLine } from "../report/shell-word.js";
import { shown } from "../report/visible.js";
import { isGlob } from "../verify/glob.js";
import {
  assertAllNew,
  assertFresh,
  assertRunpacks,
  COLLECTED,
  collect,
  findRunpacks,
  folderOfAll,
  recordFailed,
  snapshot,
  startClock,
} from "./candidates.js";
import { childEnvironment } from "./environment.js";
import type { Runner } from "./runner.js";

export interface RecordOptions {
  /** Projects, relative to the root of the repository (`host.cwd`). */
  readonly projects: readonly string[];
  /** None: the candidates are there already. */
  readonly commands: readonly (readonly string[])[];
  /** Folder or pattern inside each project that the commands write to; "" where they print `runpack_path=…` instead. */
  readonly candidates: string;
  readonly token: string;
  /** Names of variables that may pass although they look like secrets. */
  readonly allowedEnv: readonly string[];
}

/**
 * Records the candidates of every project. @returns the folder inside each project that holds them; undefined where there are none.
 * @throws GaitError invalid_input with code `record_failed`.
 */
export async function prepareCandidates(host: Host, runner: Runner, options: RecordOptions): Promise<string | undefined> {
  const { commands, candidates } = options;
  const { env, withheld } = childEnvironment(host.env, options.token, options.allowedEnv);
  if (commands.length > 0 && withheld.length > 0) {
    runner.log(`Withheld from record-command: ${withheld.join(", ")}. Name those that it needs in record-env.`);
  }
  const recordings: Recording[] = [];
  for (const project of options.projects) {
    const projectHost = { ...host, cwd: path.resolve(host.cwd, project) };
    const isFresh = startClock();
    const printed = commands.length > 0 ? await record(projectHost, runner, options, project, env) : [];
    // What a pattern finds is known to be new by now, and without commands nothing need be.
    recordings.push(
      isGlob(candidates)
        ? { host: projectHost, files: findRunpacks(projectHost, candidates), isFresh: () => true }
        : { host: projectHost, files: printed, isFresh },
    );
  }
  if (candidates !== "" && !isGlob(candidates)) return candidates;
  return candidates === "" && commands.length === 0 ? undefined : gather(host.cwd, recordings);
}

interface Recording {
  /** Of the project. */
  readonly host: Host;
  /** Runpacks, seen from the project. */
  readonly files: readonly string[];
  readonly isFresh: (file: string) => boolean;
}

/** One folder inside each project: where the runpacks are, if that is the same everywhere, else a new one with copies. */
function gather(root: string, recordings: readonly Recording[]): string {
  for (const { host, files, isFresh } of recordings) {
    assertRunpacks(root, host, files);
    assertFresh(host, files, isFresh);
  }
  const folders = new Set(recordings.map(({ host, files }) => folderOfAll(host, files)));
  const [folder, ...others] = folders;
  if (folder !== undefined && others.length === 0) return folder;
  for (const { host, files } of recordings) collect(root, host, files);
  return COLLECTED;
}

/** @returns the paths that the commands printed. */
async function record(
  host: Host,
  runner: Runner,
  { commands, candidates }: RecordOptions,
  project: string,
  env: Record<string, string>,
): Promise<string[]> {
  const before = candidates === "" ? undefined : snapshot(host, candidates);
  const printed = new Set<string>();
  for (const command of commands) {
    const title = `Record ${shown(project)}: ${shown(commandLine(...command), 200)}`;
    await runner.group(title, () => runner.withoutCommands((raw) => runRecorder(command, host.cwd, env, raw, printed)));
  }
  if (before !== undefined) assertAllNew(before, snapshot(host, candidates), path.posix.join(project, candidates));
  else if (printed.size === 0) throw recordFailed(`nothing in ${shown(project)} printed runpack_path=…`);
  return [...printed];
}

/** A line that never ends would have to be held in memory; no path is that long. */
const MAX_LINE = 64 * 1024;

function runRecorder(
  command: readonly string[],
  cwd: string,
  env: Record<string, string>,
  raw: (chunk: string) => void,
  printed: Set<string>,
): Promise<void> {
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      let line = "";
      stream.on("data", (chunk: string) => {
        raw(chunk);
        const lines = (line + chunk).split(/\r?\n/);
        line = (lines.pop() ?? "").slice(0, MAX_LINE);
        for (const one of lines) remember(one, printed);
      });
      stream.on("end", () => remember(line, printed));
    }
    child.once("error", (error) => reject(recordFailed(`cannot start ${shown(program)}: ${error.message}`)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(recordFailed(`${shown(program)} ended with ${signal === null ? `exit code ${code}` : `signal ${signal}`}`));
    });
  });
}

/** Lines `runpack_path=…` say where a runpack is, as for the wrappers (spec 40 §8). */
function remember(line: string, printed: Set<string>): void {
  const found = /^runpack_path=(.*)$/.exec(line.trim());
  const value = found?.[1]?.trim() ?? "";
  if (value !== "") printed.add(value);
}
