/** From what a user names to the artifacts it stands for. */
import { GaitError, invalidInput } from "../format/errors.js";
import { isFile, isFolder } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { locateRunpack } from "../runpack/locate.js";
import { expandGlob, isGlob, type Match, walkFolder } from "./glob.js";

export interface Discovery {
  /** Sorted by path, each file once. */
  readonly found: readonly Match[];
  /** Files that a pattern or folder holds and that are no archives. */
  readonly skipped: number;
}

const hasArchiveName = (file: string): boolean => file.toLowerCase().endsWith(".zip");

/** Whether a file begins as zip archives do. Unreadable ones count: they must not be passed over in silence. */
function beginsAsArchive(host: Host, file: string): boolean {
  try {
    const descriptor = host.fs.openSync(resolvePath(host, file), "r");
    try {
      const head = Buffer.alloc(2);
      return host.fs.readSync(descriptor, head, 0, 2, 0) === 2 && head.toString("latin1") === "PK";
    } finally {
      host.fs.closeSync(descriptor);
    }
  } catch {
    return true;
  }
}

/** Whether a name stands for more than one artifact: a pattern or folder that is neither a file nor a run id. */
export function standsForMany(host: Host, name: string): boolean {
  return name !== "" && (isGlob(name) || isFolder(host, name)) && !isFile(host, name) && !isLocated(host, name);
}

function isLocated(host: Host, name: string): boolean {
  try {
    locateRunpack(host, name);
    return true;
  } catch (error) {
    if (error instanceof GaitError) return false;
    throw error;
  }
}

function single(host: Host, name: string): Match {
  try {
    return { path: locateRunpack(host, name) };
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return { path: name, problem: error };
  }
}

type Kind = "one" | "pattern" | "folder";

const kindOf = (host: Host, name: string): Kind => (!standsForMany(host, name) ? "one" : isGlob(name) ? "pattern" : "folder");

function matchesOf(host: Host, name: string, kind: Kind): Iterable<Match> {
  if (kind === "one") return [single(host, name)];
  return kind === "pattern" ? expandGlob(host, name) : walkFolder(host, name);
}

/** In a folder only what is called an archive is one; what a pattern names is looked at. */
const isArtifact = (host: Host, kind: Kind, { path, problem }: Match): boolean =>
  problem !== undefined || kind === "one" || hasArchiveName(path) || (kind === "pattern" && beginsAsArchive(host, path));

/**
 * Finds the artifacts of paths, run ids, folders and patterns. A name that leads nowhere is a match with a problem.
 * @throws GaitError invalid_input when there is nothing at all, unless `allowEmpty`.
 */
export function discover(host: Host, names: readonly string[], allowEmpty: boolean): Discovery {
  const found = new Map<string, Match>();
  let skipped = 0;
  for (const name of names) {
    const kind = kindOf(host, name);
    for (const match of matchesOf(host, name, kind)) {
      if (isArtifact(host, kind, match)) found.set(resolvePath(host, match.path), found.get(resolvePath(host, match.path)) ?? match);
      else skipped++;
    }
  }
  const sorted = [...found.values()].sort((a, b) => compareBytes(a.path, b.path));
  const isEmpty = sorted.length === 0 && !allowEmpty;
  const leadsNowhere = sorted.length > 0 && sorted.every((match) => match.problem?.code === "runpack_not_found");
  if (isEmpty || leadsNowhere) {
    throw invalidInput(`runpack not found: expected run_id or path of an artifact, nothing matches ${names.join(", ")}`, {
      code: "nothing_matched",
      hint: isEmpty ? "Folders are searched for .zip files. --allow-empty accepts that there are none." : undefined,
    });
  }
  return { found: sorted, skipped };
}
