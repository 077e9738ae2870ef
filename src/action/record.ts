/**
 * `record-command`: runs the repository's own code to record candidates (spec 40 §12.4). Without a shell, without the job's tokens,
 * its output fenced off from the runner. A command that fails or records nothing is an error, never a pass.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { GaitError } from "../format/errors.js";
import { shown } from "../report/visible.js";
import { childEnvironment, notStarted } from "./process.js";
import type { Runner } from "./runner.js";

export interface RecordOptions {
  /** Root of the repository; nothing outside it becomes a candidate. */
  readonly root: string;
  /** Projects, relative to the root. */
  readonly projects: readonly string[];
  readonly commands: readonly (readonly string[])[];
  /** Folder inside each project that the commands write to; "" where they print `runpack_path=…` instead. */
  readonly candidates: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly token: string;
  /** Names of variables that may pass although they look like secrets. */
  readonly allowedEnv: readonly string[];
}

/** Where the runpacks are put that commands name one by one. */
const COLLECTED = "gait-out/ci-candidates";

/**
 * Records the candidates of every project. @returns the folder inside each project that holds them.
 * @throws GaitError invalid_input with code `record_failed`.
 */
export async function recordCandidates(runner: Runner, options: RecordOptions): Promise<string> {
  const { env, withheld } = childEnvironment(options.env, options.token, options.allowedEnv);
  if (withheld.length > 0) {
    runner.log(`Withheld from record-command: ${withheld.join(", ")}. Name those that it needs in record-env.`);
  }
  for (const project of options.projects) await recordProject(runner, options, project, env);
  return options.candidates === "" ? COLLECTED : options.candidates;
}

async function recordProject(runner: Runner, options: RecordOptions, project: string, env: Record<string, string>): Promise<void> {
  const folder = path.join(options.root, project);
  const before = options.candidates === "" ? undefined : snapshot(path.join(folder, options.candidates));
  const printed = new Set<string>();
  for (const command of options.commands) {
    const title = `Record ${project}: ${shown(command.join(" "), 200)}`;
    await runner.group(title, () => runner.withoutCommands((raw) => runRecorder(command, folder, env, raw, printed)));
  }
  if (before === undefined) collect(options.root, folder, project, [...printed]);
  else assertAllNew(before, snapshot(path.join(folder, options.candidates)), path.posix.join(project, options.candidates));
}

const failed = (message: string): GaitError =>
  new GaitError("invalid_input", `record-command: ${message}`, {
    code: "record_failed",
    hint: "See the log of the recording. Without a candidate nothing would be compared, so this is no pass.",
  });

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
    child.once("error", (error) => reject(failed(notStarted(shown(program), error).message)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(failed(`${shown(program)} ended with ${signal === null ? `exit code ${code}` : `signal ${signal}`}`));
    });
  });
}

/** Lines `runpack_path=…` say where a runpack is, as for the wrappers (spec 40 §8). */
function remember(line: string, printed: Set<string>): void {
  const found = /^runpack_path=(.*)$/.exec(line.trim());
  const value = found?.[1]?.trim() ?? "";
  if (value !== "") printed.add(value);
}

/** Copies the runpacks that were printed into one fresh folder of the project. */
function collect(root: string, folder: string, project: string, printed: readonly string[]): void {
  if (printed.length === 0) throw failed(`nothing in ${shown(project)} printed runpack_path=…`);
  const target = path.join(folder, COLLECTED);
  assertInside(root, folder, path.dirname(target));
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const [index, name] of printed.entries()) {
    const source = path.resolve(folder, name);
    if (!(fs.statSync(source, { throwIfNoEntry: false })?.isFile() ?? false)) throw failed(`the runpack ${shown(name)} is not there`);
    assertInside(root, folder, source);
    const base = path.basename(source);
    const isTaken = fs.existsSync(path.join(target, base));
    fs.copyFileSync(source, path.join(target, isTaken ? `${index}-${base}` : base), fs.constants.COPYFILE_EXCL);
  }
}

/** Links are followed first: neither end of a copy may leave the repository. */
function assertInside(root: string, folder: string, target: string): void {
  let existing = target;
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  const relative = path.relative(fs.realpathSync(root), fs.realpathSync(existing));
  if (relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
    throw failed(`${shown(path.relative(folder, target))} lies outside the repository`);
  }
}

/** What tells one state of a file from another. */
type Snapshot = ReadonlyMap<string, string>;

/** The runpacks directly in a folder; a folder that is not there holds none. */
function snapshot(folder: string): Snapshot {
  if (!(fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) return new Map();
  const names = fs.readdirSync(folder).filter((name) => name.toLowerCase().endsWith(".zip"));
  return new Map(
    names.map((name) => {
      const { ino, size, mtimeNs, ctimeNs } = fs.statSync(path.join(folder, name), { bigint: true });
      return [name, [ino, size, mtimeNs, ctimeNs].join(" ")];
    }),
  );
}

/** A runpack that lay there before, committed perhaps, would pass for the recording of a fixture that recorded nothing. */
function assertAllNew(before: Snapshot, after: Snapshot, folder: string): void {
  if (after.size === 0) throw failed(`no runpack was written to ${shown(folder)}`);
  const stale = [...after].filter(([name, state]) => before.get(name) === state).map(([name]) => shown(name));
  if (stale.length > 0) throw failed(`${shown(folder)} held ${stale.slice(0, 5).join(", ")} before and the commands did not write it anew`);
}
