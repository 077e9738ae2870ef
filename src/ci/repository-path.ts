/** Paths inside the repository: from its root, `/` separated. */
import path from "node:path";
import { isAbsolutePath } from "../regress/paths.js";

/** `name` seen from a project's folder, or undefined for one that is absolute or leaves the repository. */
export function inRepository(project: string, name: string): string | undefined {
  if (isAbsolutePath(name)) return undefined;
  const joined = path.posix.normalize(path.posix.join(project.replaceAll("\\", "/"), name));
  return joined === ".." || joined.startsWith("../") ? undefined : joined;
}

/** The same for showing: what is outside stays as it was written. */
export const shownPath = (project: string, name: string): string => inRepository(project, name) ?? name;

/** Whether `name` is `folder` or lies below it. `.` holds everything. */
export const isBelow = (folder: string, name: string): boolean => folder === "." || name === folder || name.startsWith(`${folder}/`);
