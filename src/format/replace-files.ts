/** Several files replaced as one: all of them, or none and nothing lost (spec 40 §13.2). */
import path from "node:path";
import { GaitError } from "./errors.js";
import { onFile, systemCode, writeFileAtomic, writeFileWithParents } from "./files.js";
import { type Host, resolvePath } from "./host.js";

export interface Replacement {
  readonly path: string;
  readonly content: string | Uint8Array;
}

const besides = (file: string, what: string, id: string): string =>
  path.posix.join(path.posix.dirname(file), `.${path.posix.basename(file)}.${what}-${id}`);

/**
 * Writes all files beside their targets first, keeps the old ones under another name, and only then puts the new ones in place. When
 * that fails half way the old ones are put back; when the process dies, they are still there as `.<name>.old-<random>`.
 * @throws GaitError invalid_input.
 */
export function replaceFiles(host: Host, files: readonly Replacement[]): void {
  const id = Buffer.from(host.randomBytes(6)).toString("hex");
  const steps = files.map(({ path: file, content }) => ({ file, content, fresh: besides(file, "new", id), old: besides(file, "old", id) }));
  const remove = (name: string) => host.fs.rmSync(resolvePath(host, name), { force: true });
  const rename = (from: string, to: string) =>
    onFile("replace", to, () => host.fs.renameSync(resolvePath(host, from), resolvePath(host, to)));
  const placed: { file: string; old: string; hadOld: boolean }[] = [];
  try {
    for (const { fresh, content } of steps) writeFileWithParents(host, fresh, content);
    for (const { file, fresh, old } of steps) {
      placed.push({ file, old, hadOld: keepOld(host, file, old) });
      rename(fresh, file);
    }
  } catch (error) {
    for (const { fresh } of steps) remove(fresh);
    for (const { file, old, hadOld } of placed.reverse()) {
      try {
        if (!hadOld) remove(file);
        else rename(old, file);
        // Renaming a file onto its own second name does nothing and leaves both (POSIX rename).
        remove(old);
      } catch {
        // It still has its second name, and the others are put back all the same.
      }
    }
    throw error;
  }
  for (const { old } of steps) remove(old);
}

/** Gives the file a second name, by a hard link where the file system has them, else by a copy. */
function keepOld(host: Host, file: string, old: string): boolean {
  const [from, to] = [resolvePath(host, file), resolvePath(host, old)];
  if (!host.fs.lstatSync(from, { throwIfNoEntry: false })) return false;
  try {
    host.fs.linkSync(from, to);
  } catch (error) {
    if (systemCode(error) === undefined || error instanceof GaitError) throw error;
    writeFileAtomic(
      host,
      old,
      onFile("open", file, () => host.fs.readFileSync(from)),
    );
  }
  return true;
}
