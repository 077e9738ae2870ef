/** The projects of a repository that a check is about (spec 40 §12.2, working-directory). */
import path from "node:path";
import { invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { expandBraces, expandGlob, isGlob, matchSegment } from "../verify/glob.js";
import type { BaseTree } from "./base-tree.js";
import { inRepository } from "./repository-path.js";

const TOOL_FOLDERS = [".git", "node_modules"];

/**
 * Folders from the root of the repository (`host.cwd`), each once. A pattern stands for the folders that hold a config here or at the
 * base commit: else deleting a config would make its project disappear without a word.
 * @param folder where the patterns start, from the root.
 * @throws GaitError invalid_input for a folder outside of the repository and a pattern without a project.
 */
export async function expandProjects(
  host: Host,
  { patterns, folder, config, base }: { patterns: readonly string[]; folder: string; config: string; base: BaseTree | null },
): Promise<string[]> {
  const projects = new Set<string>();
  for (const pattern of patterns) {
    const fromRoot = inRepository(folder, pattern)?.replace(/\/$/, "");
    if (fromRoot === undefined) throw invalidInput(`project lies outside of the repository: ${pattern}`, { file: pattern });
    const found = isGlob(pattern) ? await foldersOf(host, path.posix.join(fromRoot, config), base) : [fromRoot];
    if (found.length === 0) throw invalidInput(`no folder with ${config} matches ${pattern}`, { file: pattern });
    for (const project of found) projects.add(project);
  }
  return [...projects];
}

async function foldersOf(host: Host, pattern: string, base: BaseTree | null): Promise<string[]> {
  const named = pattern.split("/");
  const isOwn = (file: string) => !file.split("/").some((part) => TOOL_FOLDERS.includes(part) && !named.includes(part));
  const here = [...expandGlob(host, pattern)].filter(({ problem }) => problem === undefined).map((match) => match.path);
  const before = base === null ? [] : (await base.list(".")).filter((file) => matchesPath(pattern, file));
  return [...new Set([...here, ...before].filter(isOwn).map((file) => path.posix.dirname(file)))].sort(compareBytes);
}

/** Whether a path matches a pattern from its beginning to its end. */
export const matchesPath = (pattern: string, file: string): boolean =>
  expandBraces(pattern).some((one) => matchesParts(one.split("/"), file.split("/")));

function matchesParts(pattern: readonly string[], names: readonly string[]): boolean {
  const [part, ...rest] = pattern;
  if (part === undefined) return names.length === 0;
  if (part === "**") return matchesParts(rest, names) || (names.length > 0 && matchesParts(pattern, names.slice(1)));
  return names.length > 0 && matchSegment(part, names[0]!) && matchesParts(rest, names.slice(1));
}
