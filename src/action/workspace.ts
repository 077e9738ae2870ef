/** The checkout: where the repository's root is, which projects the user means, and where files may be written. */
import fs from "node:fs";
import path from "node:path";
import type { BaseTree } from "../ci/base-tree.js";
import { invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { shown } from "../report/visible.js";
import { expandBraces, expandGlob, isGlob, matchSegment } from "../verify/glob.js";

const outside = (what: string, name: string) =>
  invalidInput(`${what}: ${shown(name)} lies outside the workspace`, { code: "path_outside_workspace" });

/** Whether `target` is `folder` or lies in it, by the words of the paths. */
const isWithin = (folder: string, target: string): boolean => {
  const relative = path.relative(folder, target);
  return relative === "" || (relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
};

/**
 * The repository's root: the folder with `.git` that holds the first working directory (`actions/checkout` may have been given a
 * `path`), else the workspace.
 */
export function findRoot(workspace: string, workingDirectories: readonly string[]): string {
  const [first = "."] = workingDirectories;
  let folder = path.resolve(workspace, literalPrefix(first));
  for (; isWithin(workspace, folder); folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, ".git"))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  return workspace;
}

/** @throws GaitError for a workspace in which nothing was checked out. */
export function assertCheckout(workspace: string): void {
  const isEmpty = !fs.existsSync(workspace) || fs.readdirSync(workspace).length === 0;
  if (isEmpty)
    throw invalidInput("the workspace is empty", { code: "checkout_missing", hint: "Put `uses: actions/checkout@v6` before this step." });
}

/** The folders of a pattern before its first wildcard. */
function literalPrefix(pattern: string): string {
  const segments = pattern.split("/");
  const wild = segments.findIndex(isGlob);
  return wild < 0 ? pattern : segments.slice(0, wild).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

export interface ProjectOptions {
  readonly workspace: string;
  /** As the user wrote them, relative to the workspace. */
  readonly patterns: readonly string[];
  /** Name of the file that makes a folder a project. */
  readonly config: string;
  readonly base: BaseTree | null;
}

/**
 * The projects, relative to the root (`host.cwd`), `/` separated, each once. A pattern stands for the folders that hold a config
 * here or at the base commit: else deleting the config would make a project disappear without a word.
 * @throws GaitError invalid_input for a pattern without a project and a folder outside.
 */
export async function expandProjects(host: Host, { workspace, patterns, config, base }: ProjectOptions): Promise<string[]> {
  const projects = new Set<string>();
  for (const pattern of patterns) {
    const fromRoot = toRoot(host.cwd, workspace, pattern);
    if (!isGlob(pattern)) {
      assertRealInside(host.cwd, path.resolve(host.cwd, fromRoot), "input working-directory", pattern);
      projects.add(fromRoot);
      continue;
    }
    const found = await foldersOf(host, path.posix.join(fromRoot, config), base);
    if (found.length === 0)
      throw invalidInput(`input working-directory: no folder with ${config} matches ${shown(pattern)}`, { code: "input_invalid" });
    for (const folder of found) projects.add(folder);
  }
  return [...projects];
}

/** A path or pattern of the workspace as one of the repository. @throws GaitError where it lies outside. */
export function toRoot(root: string, workspace: string, name: string): string {
  const target = path.resolve(workspace, name);
  if (!isWithin(workspace, target)) throw outside("input working-directory", name);
  if (!isWithin(root, target))
    throw invalidInput(`input working-directory: ${shown(name)} lies in another repository`, { code: "input_invalid" });
  return path.relative(root, target).replaceAll("\\", "/") || ".";
}

const SKIPPED = ["node_modules", ".git"];

async function foldersOf(host: Host, pattern: string, base: BaseTree | null): Promise<string[]> {
  const isMeant = (file: string) => !file.split("/").some((part) => SKIPPED.includes(part) && !pattern.split("/").includes(part));
  const here = [...expandGlob(host, pattern)].filter(({ problem }) => problem === undefined).map((match) => match.path);
  const before = base === null ? [] : (await base.list(literalPrefix(pattern))).filter((file) => matchesPath(pattern, file));
  return [...new Set([...here, ...before].filter(isMeant).map((file) => path.posix.dirname(file)))].sort(compareBytes);
}

/** Whether a path matches a pattern from its root. */
export const matchesPath = (pattern: string, file: string): boolean =>
  expandBraces(pattern).some((one) => matchesSegments(one.split("/"), file.split("/")));

function matchesSegments(pattern: readonly string[], names: readonly string[]): boolean {
  const [segment, ...rest] = pattern;
  if (segment === undefined) return names.length === 0;
  if (segment === "**") return names.some((_, at) => matchesSegments(rest, names.slice(at))) || matchesSegments(rest, []);
  return names.length > 0 && matchSegment(segment, names[0]!) && matchesSegments(rest, names.slice(1));
}

/** Follows links of what exists of a path. @throws GaitError where it leads out of the folder, or nowhere. */
export function assertRealInside(folder: string, target: string, what: string, name: string): void {
  let existing = target;
  while (fs.lstatSync(existing, { throwIfNoEntry: false }) === undefined && existing !== path.dirname(existing))
    existing = path.dirname(existing);
  const real = fs.existsSync(existing) ? fs.realpathSync(existing) : undefined;
  if (real === undefined || !isWithin(fs.realpathSync(folder), real)) throw outside(what, name);
}

/**
 * An output path of the user, absolute. A repository could have put a link where we are about to write.
 * @throws GaitError invalid_input for a path outside the workspace, and for a link.
 */
export function outputTarget(workspace: string, input: string, name: string): string {
  const target = path.resolve(workspace, name);
  if (!isWithin(workspace, target) || target === workspace) throw outside(`input ${input}`, name);
  assertRealInside(workspace, target, `input ${input}`, name);
  if (path.relative(workspace, target).split(path.sep).includes(".git")) {
    throw invalidInput(`input ${input}: ${shown(name)} lies in the folder of git`, { code: "input_invalid" });
  }
  if (fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw invalidInput(`input ${input}: ${shown(name)} is a symbolic link`, { code: "path_is_link" });
  }
  return target;
}
