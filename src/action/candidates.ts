/** Candidate runpacks as files of a project: finding them, telling new ones from old ones, putting them into one folder. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { shown } from "../report/visible.js";
import { expandGlob, isGlob } from "../verify/glob.js";
import { assertRealInside } from "./workspace.js";

/** Where runpacks are put that are named one by one or by a pattern; regress takes a folder. */
export const COLLECTED = "gait-out/ci-candidates";

/** What tells one state of a file from another, by path from the project. */
export type Snapshot = ReadonlyMap<string, string>;

export const recordFailed = (message: string): GaitError =>
  new GaitError("invalid_input", `record-command: ${message}`, {
    code: "record_failed",
    hint: "See the log of the recording. Without a candidate nothing would be compared, so this is no pass.",
  });

/** The runpacks that `candidates` (a folder or a pattern) stands for; none where there is no such folder. `project` is its host. */
export function snapshot(project: Host, candidates: string): Snapshot {
  const states = findRunpacks(project, candidates).map((file) => {
    const { ino, size, mtimeNs, ctimeNs } = fs.statSync(path.resolve(project.cwd, file), { bigint: true });
    return [file, [ino, size, mtimeNs, ctimeNs].join(" ")] as const;
  });
  return new Map(states);
}

export function findRunpacks(project: Host, candidates: string): string[] {
  if (isGlob(candidates))
    return [...expandGlob(project, candidates)].filter(({ problem }) => problem === undefined).map((match) => match.path);
  const folder = path.resolve(project.cwd, candidates);
  if (!(fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith(".zip"))
    .map((name) => path.posix.join(candidates, name));
}

/** A runpack that lay there before, committed perhaps, would pass for the recording of a fixture that recorded nothing. */
export function assertAllNew(before: Snapshot, after: Snapshot, candidates: string): void {
  if (after.size === 0) throw recordFailed(`no runpack was written to ${shown(candidates)}`);
  const stale = [...after].filter(([file, state]) => before.get(file) === state).map(([file]) => shown(file));
  if (stale.length > 0) throw recordFailed(`${stale.slice(0, 5).join(", ")} was there before and the commands did not write it anew`);
}

/** Takes the time of the file system's clock. @returns whether a file was written since. */
export function startClock(): (file: string) => boolean {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gait-clock-"));
  const { ctimeNs: start } = fs.statSync(folder, { bigint: true });
  fs.rmdirSync(folder);
  return (file) => (fs.statSync(file, { bigint: true, throwIfNoEntry: false })?.ctimeNs ?? start) >= start;
}

/** The same of the files that commands name: one that lay there before was not recorded by them. */
export function assertFresh(project: Host, files: readonly string[], isFresh: (file: string) => boolean): void {
  const stale = files.filter((name) => !isFresh(path.resolve(project.cwd, name))).map((name) => shown(name));
  if (stale.length > 0) throw recordFailed(`${stale.slice(0, 5).join(", ")} was there before and the commands did not write it anew`);
}

/** @throws GaitError for a file that is not there; nothing from outside the repository (`root`) becomes a candidate. */
export function assertRunpacks(root: string, project: Host, files: readonly string[]): void {
  for (const name of files) {
    const source = path.resolve(project.cwd, name);
    if (!(fs.statSync(source, { throwIfNoEntry: false })?.isFile() ?? false)) throw recordFailed(`the runpack ${shown(name)} is not there`);
    assertRealInside(root, source, "candidate", name);
  }
}

/**
 * The folder of the project that holds these runpacks and no others, or undefined. A line that reproduces the check can name it on
 * any machine, so it is better than copies.
 */
export function folderOfAll(project: Host, files: readonly string[]): string | undefined {
  const sources = new Set(files.map((name) => path.resolve(project.cwd, name)));
  const folders = new Set([...sources].map((source) => path.dirname(source)));
  const [folder, ...others] = folders;
  if (folder === undefined || others.length > 0) return undefined;
  const name = path.relative(project.cwd, folder).replaceAll("\\", "/") || ".";
  if (name === ".." || name.startsWith("../") || path.isAbsolute(name)) return undefined;
  return findRunpacks(project, name).every((file) => sources.has(path.resolve(project.cwd, file))) ? name : undefined;
}

/** Puts runpacks into one fresh folder of the project, by links, so that a fixture's own runpack is still known as that. */
export function collect(root: string, project: Host, files: readonly string[]): void {
  const target = path.join(project.cwd, COLLECTED);
  assertRealInside(root, path.dirname(target), "candidates", COLLECTED);
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const [index, name] of files.entries()) {
    // The name may say which fixture it is for; a second one of that name is found by its run id.
    const base = path.basename(name);
    const isTaken = fs.existsSync(path.join(target, base));
    linkOrCopy(fs.realpathSync(path.resolve(project.cwd, name)), path.join(target, isTaken ? `${index}-${base}` : base));
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    fs.linkSync(source, target);
  } catch {
    // Another file system, or one without links.
    fs.copyFileSync(source, target, fs.constants.COPYFILE_EXCL);
  }
}
