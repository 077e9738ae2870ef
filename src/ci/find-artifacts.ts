/** From the paths of a verify check to the files that it looks at (spec 40 §12.5). */
import { GaitError, invalidInput } from "../format/errors.js";
import { isFile, isFolder, readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { isJsonObject, type Json, parseJson } from "../format/json.js";
import { compareBytes } from "../format/text.js";
import { expandGlob, isGlob, type Match, walkFolder } from "../verify/glob.js";

/** Folders of tools, which hold nothing of the repository's own unless they are named. */
const TOOL_FOLDERS = [".git", "node_modules"];

const hasEnding = (file: string, ending: string): boolean => file.toLowerCase().endsWith(ending);

export interface FoundArtifacts {
  /** Every artifact once, sorted by path. */
  readonly matches: readonly Match[];
  /** The names that match nothing, as they were given. */
  readonly unmatched: readonly string[];
}

/**
 * What a path names outright is looked at whatever it is, and so is JSON where a pattern asks
 * for it (`*.json`). Of folders and other patterns the archives count, and the JSON that is evidence: traces, chains, whatever is
 * signed.
 */
export function findArtifacts(host: Host, names: readonly string[]): FoundArtifacts {
  const found = new Map<string, Match>();
  const unmatched: string[] = [];
  for (const name of names) {
    const matches = matchesOf(host, name);
    if (matches.length === 0) unmatched.push(name);
    for (const match of matches) found.set(match.path, found.get(match.path) ?? match);
  }
  return { matches: [...found.values()].sort((a, b) => compareBytes(a.path, b.path)), unmatched };
}

function matchesOf(host: Host, name: string): Match[] {
  if (isFile(host, name)) return [{ path: cleaned(name) }];
  const isOwn = ({ path }: Match) => !TOOL_FOLDERS.some((folder) => path.split("/").includes(folder) && !name.split("/").includes(folder));
  const isMeant = (match: Match, isJson: (file: string) => boolean) =>
    match.problem !== undefined || hasEnding(match.path, ".zip") || (hasEnding(match.path, ".json") && isJson(match.path));
  const isJsonMeant = (file: string) => hasEnding(name, ".json") || isEvidence(host, file);
  const files = isGlob(name) ? expandGlob(host, name) : isFolder(host, name) ? walkFolder(host, name) : undefined;
  if (files) return [...files].map(withCleanPath).filter((match) => isOwn(match) && isMeant(match, isJsonMeant));
  return [{ path: name, problem: invalidInput(`no such file or folder: ${name}`, { code: "artifact_unreadable", file: name }) }];
}

const cleaned = (name: string): string => name.replace(/^(?:\.\/+)+/, "");
const withCleanPath = (match: Match): Match => ({ ...match, path: cleaned(match.path) });

/** Kinds of evidence that count also where nobody signed them. */
const EVIDENCE = ["gait.gate.trace", "gait.runpack.session_chain"];

/** Whether a JSON file is evidence of ours. One that cannot be read is none. */
function isEvidence(host: Host, file: string): boolean {
  try {
    const value = parseJson(readBytes(host, file));
    if (!isJsonObject(value)) return false;
    const schema = schemaIdOf(value);
    return EVIDENCE.includes(schema) || (schema.startsWith("gait.") && ("signature" in value || "signatures" in value));
  } catch (error) {
    if (error instanceof GaitError) return false;
    throw error;
  }
}

/** The schema id of a document, "" where it has none. */
export const schemaIdOf = (document: Json): string =>
  isJsonObject(document) && typeof document.schema_id === "string" ? document.schema_id : "";
