/** From the paths of a verify check to the files that it looks at (spec 40 §12.5). */
import { GaitError, invalidInput } from "../format/errors.js";
import { isFile, isFolder, readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { isJsonObject, parseJson } from "../format/json.js";
import { compareBytes } from "../format/text.js";
import { expandGlob, isGlob, type Match, walkFolder } from "../verify/glob.js";

/** Folders of tools, which hold nothing of the repository's own unless they are named. */
const TOOL_FOLDERS = [".git", "node_modules"];

const hasEnding = (file: string, ending: string): boolean => file.toLowerCase().endsWith(ending);

/**
 * Every artifact once, sorted by path. What a path names outright is looked at whatever it is; of a pattern the archives and JSON
 * files; of a folder the archives and the JSON files that say to be of Gait.
 */
export function findArtifacts(host: Host, names: readonly string[]): Match[] {
  const found = new Map<string, Match>();
  for (const name of names) for (const match of matchesOf(host, name)) found.set(match.path, found.get(match.path) ?? match);
  return [...found.values()].sort((a, b) => compareBytes(a.path, b.path));
}

function matchesOf(host: Host, name: string): Match[] {
  if (isFile(host, name)) return [{ path: cleaned(name) }];
  const isOwn = ({ path }: Match) => !TOOL_FOLDERS.some((folder) => path.split("/").includes(folder) && !name.split("/").includes(folder));
  const isMeant = (match: Match, isJson: (file: string) => boolean) =>
    match.problem !== undefined || hasEnding(match.path, ".zip") || (hasEnding(match.path, ".json") && isJson(match.path));
  if (isGlob(name)) return [...expandGlob(host, name)].map(withCleanPath).filter((match) => isOwn(match) && isMeant(match, () => true));
  if (isFolder(host, name)) {
    return [...walkFolder(host, name)].map(withCleanPath).filter((match) => isOwn(match) && isMeant(match, (file) => saysGait(host, file)));
  }
  return [{ path: name, problem: invalidInput(`no such file or folder: ${name}`, { code: "artifact_unreadable", file: name }) }];
}

const cleaned = (name: string): string => name.replace(/^(?:\.\/+)+/, "");
const withCleanPath = (match: Match): Match => ({ ...match, path: cleaned(match.path) });

/** Whether a JSON file has a schema id of ours. One that cannot be read says nothing. */
function saysGait(host: Host, file: string): boolean {
  try {
    return schemaIdOf(readBytes(host, file)).startsWith("gait.");
  } catch (error) {
    if (error instanceof GaitError) return false;
    throw error;
  }
}

/** The schema id of a JSON text, "" where it has none. @throws GaitError where it is no JSON. */
export function schemaIdOf(bytes: Uint8Array): string {
  const value = parseJson(bytes);
  return isJsonObject(value) && typeof value.schema_id === "string" ? value.schema_id : "";
}
