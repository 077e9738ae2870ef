/**
 * Glob patterns over the file system: `*` and `?` within a name, `[a-z]`, `[!a-z]`, `{a,b}`, and `**` for any number of folders.
 * Names that begin with a dot match like all others, so that nothing hides from a check. Symbolic links to folders are not entered.
 */
import { GaitError } from "../format/errors.js";
import { fileError } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { compareBytes } from "../format/text.js";

/** Whether a name has any character that makes it a pattern. */
export const isGlob = (name: string): boolean => /[*?[{]/.test(name);

/** A file, or a folder that could not be looked into. */
export interface Match {
  /** Written like the pattern: relative to the working folder if that is, `/` between its parts. */
  readonly path: string;
  readonly problem?: GaitError;
}

/** The alternatives of `{a,b}`, nested ones included; a brace that isn't closed is itself. */
export function expandBraces(pattern: string): string[] {
  let depth = 0;
  let open = -1;
  const commas: number[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === "{" && depth++ === 0) open = i;
    if (char === "," && depth === 1) commas.push(i);
    if (char !== "}" || depth === 0 || --depth > 0) continue;
    if (commas.length > 0) {
      const cuts = [open, ...commas, i];
      const rest = pattern.slice(i + 1);
      return cuts.slice(1).flatMap((end, n) => expandBraces(pattern.slice(0, open) + pattern.slice(cuts[n]! + 1, end) + rest));
    }
  }
  return [pattern];
}

type Token = "*" | ((char: string) => boolean);

/** The characters of a class, or undefined where the bracket isn't closed. */
function classToken(pattern: readonly string[], at: number): { readonly token: Token; readonly end: number } | undefined {
  const isNegated = pattern[at + 1] === "!" || pattern[at + 1] === "^";
  const start = at + (isNegated ? 2 : 1);
  // A bracket right after the opening stands for itself.
  const end = pattern.indexOf("]", start + 1);
  if (end < 0) return undefined;
  const ranges: [string, string][] = [];
  for (let i = start; i < end; i++) {
    const isRange = pattern[i + 1] === "-" && i + 2 < end;
    ranges.push([pattern[i]!, isRange ? pattern[i + 2]! : pattern[i]!]);
    if (isRange) i += 2;
  }
  return { token: (char) => ranges.some(([low, high]) => low <= char && char <= high) !== isNegated, end };
}

function tokensOf(segment: string): Token[] {
  const chars = [...segment];
  const tokens: Token[] = [];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    const bracket = char === "[" ? classToken(chars, i) : undefined;
    if (bracket) {
      tokens.push(bracket.token);
      i = bracket.end;
    } else if (char === "*") tokens.push("*");
    else if (char === "?") tokens.push(() => true);
    else tokens.push((other) => other === char);
  }
  return tokens;
}

/** Whether a name matches one part of a pattern. Goes back to the last star only, so the work is at most pattern times name. */
export function matchSegment(segment: string, name: string): boolean {
  const tokens = tokensOf(segment);
  const chars = [...name];
  let t = 0;
  let star = -1;
  let from = 0;
  for (let c = 0; c < chars.length; ) {
    const token = tokens[t];
    if (token === "*") {
      star = t++;
      from = c;
    } else if (token?.(chars[c]!)) {
      t++;
      c++;
    } else if (star >= 0) {
      t = star + 1;
      c = ++from;
    } else return false;
  }
  while (tokens[t] === "*") t++;
  return t === tokens.length;
}

const join = (folder: string, name: string): string => (folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`);

/** Names in a folder with what they are; links count as what they lead to, except that linked folders are nothing. */
function* listFolder(host: Host, folder: string): Generator<{ name: string; kind: "file" | "folder" }> {
  const entries = host.fs.readdirSync(resolvePath(host, folder || "."), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => compareBytes(a.name, b.name))) {
    const isFile =
      entry.isFile() ||
      (entry.isSymbolicLink() && host.fs.statSync(resolvePath(host, join(folder, entry.name)), { throwIfNoEntry: false })?.isFile());
    if (isFile) yield { name: entry.name, kind: "file" };
    else if (entry.isDirectory()) yield { name: entry.name, kind: "folder" };
  }
}

function* guarded(folder: string, matches: () => Generator<Match>): Generator<Match> {
  try {
    yield* matches();
  } catch (error) {
    const problem = fileError("open", folder || ".", error);
    if (!(problem instanceof GaitError)) throw error;
    yield { path: folder || ".", problem };
  }
}

/** All files of a folder and of the folders in it. */
export const walkFolder = (host: Host, folder: string): Generator<Match> =>
  guarded(folder, function* () {
    for (const { name, kind } of listFolder(host, folder)) {
      if (kind === "file") yield { path: join(folder, name) };
      else yield* walkFolder(host, join(folder, name));
    }
  });

function* expandSegments(host: Host, folder: string, segments: readonly string[]): Generator<Match> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment === "**") {
    if (rest.length === 0) yield* walkFolder(host, folder);
    else {
      yield* expandSegments(host, folder, rest);
      yield* intoFolders(host, folder, () => true, segments);
    }
    return;
  }
  if (!isGlob(segment)) {
    yield* literal(host, join(folder, segment), rest);
    return;
  }
  if (rest.length > 0) yield* intoFolders(host, folder, (name) => matchSegment(segment, name), rest);
  else
    yield* guarded(folder, function* () {
      for (const { name, kind } of listFolder(host, folder)) {
        if (kind === "file" && matchSegment(segment, name)) yield { path: join(folder, name) };
      }
    });
}

function* literal(host: Host, path: string, rest: readonly string[]): Generator<Match> {
  const stat = host.fs.statSync(resolvePath(host, path || "/"), { throwIfNoEntry: false });
  if (rest.length === 0 && stat?.isFile()) yield { path };
  if (rest.length > 0 && stat?.isDirectory()) yield* expandSegments(host, path, rest);
}

const intoFolders = (host: Host, folder: string, wanted: (name: string) => boolean, rest: readonly string[]): Generator<Match> =>
  guarded(folder, function* () {
    for (const { name, kind } of listFolder(host, folder)) {
      if (kind === "folder" && wanted(name)) yield* expandSegments(host, join(folder, name), rest);
    }
  });

/** The files that a pattern matches. The same file may come more than once. */
export function* expandGlob(host: Host, pattern: string): Generator<Match> {
  const written = host.platform.os === "windows" ? pattern.replaceAll("\\", "/") : pattern;
  for (const one of expandBraces(written)) {
    const isAbsolute = one.startsWith("/");
    const segments = one.split("/").filter((segment) => segment !== "");
    yield* expandSegments(host, isAbsolute ? "/" : "", segments);
  }
}
