/** Paths of fixtures: joined lexically, the same on every system, and kept inside the project (spec 40 §5.2, §15 item 9). */
import path from "node:path";
import { type GaitError, invalidInput } from "../format/errors.js";
import { systemCode } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";

export const isAbsolutePath = (name: string): boolean => path.posix.isAbsolute(name) || path.isAbsolute(name);

/** `name` seen from `folder`; an absolute one stays as it is. */
export const cleanJoin = (folder: string, name: string): string => (isAbsolutePath(name) ? name : path.posix.join(folder, name));

/** A relative path without `.`, `..` and repeated slashes; an absolute one stays as it is. */
export const cleanPath = (name: string): string => (isAbsolutePath(name) ? name : path.posix.normalize(name));

/** Folder of a fixture's runpack. */
export const folderOf = (file: string): string => path.posix.dirname(file);

/** Refuses paths that leave what a run may read. */
export interface Boundary {
  /** @throws GaitError invalid_input `path_outside_project`; nothing of the path was read then. */
  assertInside(name: string, what: string): void;
}

const OPEN: Boundary = { assertInside: () => {} };

/** Both absolute and normalised. On Windows letter case does not tell folders apart, which `relative` knows. */
function isWithin(folder: string, target: string): boolean {
  if (target.startsWith(folder) && (target.length === folder.length || target[folder.length] === path.sep)) return true;
  const relative = path.relative(folder, target);
  return relative === "" || (relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}

/** Whether a name lies below a folder by its words. */
export const liesWithin = (host: Host, folder: string, name: string): boolean =>
  isWithin(resolvePath(host, folder), resolvePath(host, name));

const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "");

/** Where a path leads with symbolic links followed; what does not exist yet lies where its nearest existing folder does. */
function realPath(host: Host, target: string): string {
  try {
    return host.fs.realpathSync(target);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const parent = path.dirname(target);
    return parent === target ? target : path.join(realPath(host, parent), path.basename(target));
  }
}

/**
 * The boundary of a project: a path must lie in one of the folders by its words, and still do so when links are followed.
 * @param folders the project root first; it is named in errors.
 */
export function boundaryOf(host: Host, folders: readonly string[], allowOutside: boolean): Boundary {
  if (allowOutside) return OPEN;
  const inside = folders.map((folder) => ({ lexical: resolvePath(host, folder), real: realPath(host, resolvePath(host, folder)) }));
  const realFolders = new Map(inside.map(({ lexical, real }) => [lexical, real]));
  const isLink = (target: string): boolean => {
    try {
      return host.fs.lstatSync(target).isSymbolicLink();
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  };
  /** One look per folder and file below a root, where most paths lie: a run asks for every archive it opens. */
  const realTarget = (target: string): string => {
    const parent = path.dirname(target);
    if (parent === target || isLink(target)) return realPath(host, target);
    return path.join(realFolder(parent), path.basename(target));
  };
  const realFolder = (folder: string): string => {
    const known = realFolders.get(folder) ?? realTarget(folder);
    realFolders.set(folder, known);
    return known;
  };
  return {
    assertInside: (name, what) => {
      const target = resolvePath(host, name);
      const refuse = (why: string): GaitError =>
        invalidInput(`${what} ${why}: ${name}`, {
          code: "path_outside_project",
          file: name,
          hint: "Move the file into the project, or allow it with --allow-outside.",
        });
      if (!inside.some(({ lexical }) => isWithin(lexical, target))) throw refuse("lies outside the project");
      let real: string;
      try {
        real = realTarget(target);
      } catch (error) {
        throw systemCode(error) === undefined ? error : refuse("cannot be followed inside the project");
      }
      if (!inside.some((folder) => isWithin(folder.real, real))) throw refuse("leads out of the project through a symbolic link");
    },
  };
}
