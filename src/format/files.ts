/**
 * Files that appear whole or not at all, and locks between processes (spec 10 §4, spec 50 §4).
 *
 * A read or write that the operating system refuses is the caller's problem and ends as exit 6, as in the reference.
 */
import path from "node:path";
import { GaitError, invalidInput, messageOf } from "./errors.js";
import { type Host, resolvePath } from "./host.js";
import { trim } from "./text.js";

export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o750;

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  ENOSPC: "no space left on device",
  EEXIST: "file exists",
  ELOOP: "too many levels of symbolic links",
  ENAMETOOLONG: "file name too long",
  EROFS: "read-only file system",
  EMFILE: "too many open files",
  ERR_INVALID_ARG_VALUE: "not a possible file name",
  ERR_FS_FILE_TOO_LARGE: "larger than 2 GiB",
};

/** The operating system's error code (`ENOENT`; Node's own for names with a NUL and for files over 2 GiB), or undefined. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(?:E[A-Z0-9]+|ERR_INVALID_ARG_VALUE|ERR_FS_FILE_TOO_LARGE)$/.test(error.code)
    ? error.code
    : undefined;

/** A system error as a typed one: `open a/b: no such file or directory`. Other exceptions pass unchanged. */
export function fileError(action: string, file: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  return invalidInput(`${action} ${file}: ${SYSTEM_WORDS[code] ?? messageOf(error)}`, { file, cause: error });
}

/** Runs a file operation; a system error leaves as a typed one that names the file. */
export function onFile<T>(action: string, file: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    throw fileError(action, file, error);
  }
}

/** Whole content of a file. @throws GaitError invalid_input. */
export const readBytes = (host: Host, file: string): Uint8Array =>
  onFile("open", file, () => host.fs.readFileSync(resolvePath(host, file)));

/** Content of a file, or undefined where there is none. @throws GaitError for every other reason. */
export function readBytesIfThere(host: Host, file: string): Uint8Array | undefined {
  try {
    return host.fs.readFileSync(resolvePath(host, file));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw fileError("open", file, error);
  }
}

function statIfThere(host: Host, file: string) {
  try {
    return host.fs.statSync(resolvePath(host, file), { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

/** Whether a regular file (or a link to one) is there. Unreadable counts as not there. */
export const isFile = (host: Host, file: string): boolean => statIfThere(host, file)?.isFile() ?? false;

/** Whether a folder (or a link to one) is there. Unreadable counts as not there. */
export const isFolder = (host: Host, file: string): boolean => statIfThere(host, file)?.isDirectory() ?? false;

/** Creates a folder and its parents, mode 0750. */
export function makeFolder(host: Host, folder: string): void {
  onFile("mkdir", folder, () => host.fs.mkdirSync(resolvePath(host, folder), { recursive: true, mode: FOLDER_MODE }));
}

/** Refuses a relative path that climbs out of the working folder. @throws GaitError invalid_input. */
export function assertLocalOrAbsolute(file: string): void {
  const clean = path.normalize(file);
  if (file === "" || (!path.isAbsolute(file) && (clean === ".." || clean.startsWith(`..${path.sep}`)))) {
    throw invalidInput(`path must be local relative or absolute: ${file}`, { file });
  }
}

/** Path of an output artifact, cleaned (spec 10 §4, first row). @throws GaitError invalid_input. */
export function outputPath(name: string): string {
  const trimmed = trim(name);
  if (trimmed === "" || trimmed === "." || trimmed === "/") throw invalidInput("runpack output path is required");
  const clean = path.normalize(trimmed);
  if (!path.isAbsolute(clean) && clean.split(path.sep).includes("..")) {
    throw invalidInput("relative runpack output path must not traverse parent directories", { file: name });
  }
  return clean;
}

function writeAll(host: Host, descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += host.fs.writeSync(descriptor, bytes, at, bytes.length - at);
}

const asBytes = (content: string | Uint8Array): Uint8Array => (typeof content === "string" ? Buffer.from(content, "utf8") : content);

/** Flushes a folder's entries to disk; not every platform can. */
function syncFolder(host: Host, folder: string): void {
  let descriptor: number;
  try {
    descriptor = host.fs.openSync(folder, "r");
  } catch {
    return; // Windows cannot open folders; the rename itself is durable enough there.
  }
  try {
    host.fs.fsyncSync(descriptor);
  } catch (error) {
    if (!["EINVAL", "EPERM", "ENOTSUP"].includes(systemCode(error) ?? "")) throw error;
  } finally {
    host.fs.closeSync(descriptor);
  }
}

export interface WriteOptions {
  readonly mode?: number;
}

/** Whether it is a device, a pipe or a socket, such as /dev/null or /dev/stdout. */
function isSpecialFile(host: Host, target: string): boolean {
  const stat = host.fs.statSync(target, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

/** Writes into what must not be replaced: renaming over /dev/null would take it away from the whole machine. */
function writeInto(host: Host, target: string, bytes: Uint8Array): void {
  const descriptor = host.fs.openSync(target, "w");
  try {
    writeAll(host, descriptor, bytes);
  } finally {
    host.fs.closeSync(descriptor);
  }
}

/**
 * Writes a file so that it appears whole, fsynced and renamed over the target, or not at all. The folder must exist.
 * A device, pipe or socket is written into instead.
 * @throws GaitError invalid_input when the path climbs out or the system refuses.
 */
export function writeFileAtomic(host: Host, file: string, content: string | Uint8Array, options: WriteOptions = {}): void {
  assertLocalOrAbsolute(file);
  const target = resolvePath(host, file);
  if (onFile("write", file, () => isSpecialFile(host, target))) {
    onFile("write", file, () => writeInto(host, target, asBytes(content)));
    return;
  }
  const folder = path.dirname(target);
  const random = Buffer.from(host.randomBytes(8)).toString("hex");
  const temporary = path.join(folder, `.${path.basename(target)}.tmp-${random}`);
  onFile("write", file, () => {
    writeTemporary(host, temporary, content, options.mode ?? FILE_MODE);
    try {
      host.fs.renameSync(temporary, target);
    } catch (error) {
      host.fs.rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(host, folder);
  });
}

/** Writes and flushes a new file; where that fails, none is left. */
function writeTemporary(host: Host, temporary: string, content: string | Uint8Array, mode: number): void {
  const descriptor = host.fs.openSync(temporary, "wx", mode);
  try {
    try {
      writeAll(host, descriptor, asBytes(content));
      host.fs.fsyncSync(descriptor);
    } finally {
      host.fs.closeSync(descriptor);
    }
    host.fs.chmodSync(temporary, mode);
  } catch (error) {
    host.fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes a file whole, fsynced, and never over another one: of two writers one wins. The folder must exist.
 * @returns whether it was written; false where something of that name is already there.
 * @throws GaitError invalid_input when the path climbs out or the system refuses.
 */
export function writeFileExclusive(host: Host, file: string, content: string | Uint8Array, options: WriteOptions = {}): boolean {
  assertLocalOrAbsolute(file);
  const target = resolvePath(host, file);
  const random = Buffer.from(host.randomBytes(8)).toString("hex");
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.tmp-${random}`);
  onFile("write", file, () => writeTemporary(host, temporary, content, options.mode ?? FILE_MODE));
  try {
    host.fs.linkSync(temporary, target);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw fileError("write", file, error);
  } finally {
    host.fs.rmSync(temporary, { force: true });
  }
}

/** Where a file is or would be, links followed. */
function placeOf(host: Host, file: string): string {
  const target = resolvePath(host, file);
  try {
    return host.fs.realpathSync(target);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    const parent = path.dirname(target);
    return parent === target ? target : path.join(placeOf(host, parent), path.basename(target));
  }
}

/**
 * Refuses to write over what the same command reads: evidence is not replaced by what is said of it.
 * @param option what the user set the output with, e.g. `--out`
 * @throws GaitError invalid_input `output_is_input`.
 */
export function assertNoInput(host: Host, option: string, output: string, inputs: readonly string[]): void {
  const place = placeOf(host, output);
  const input = inputs.find((file) => placeOf(host, file) === place);
  if (input === undefined) return;
  throw invalidInput(`${option} would replace ${input}, which the same command uses`, {
    code: "output_is_input",
    file: output,
    hint: "Choose another file.",
  });
}

/** `writeFileAtomic` after creating the parent folders. */
export function writeFileWithParents(host: Host, file: string, content: string | Uint8Array, options: WriteOptions = {}): void {
  assertLocalOrAbsolute(file);
  makeFolder(host, path.dirname(file));
  writeFileAtomic(host, file, content, options);
}

export interface LockTiming {
  readonly retryMs: number;
  readonly timeoutMs: number;
  /** A lock file older than this is left over from a dead process and is taken away. */
  readonly staleMs: number;
}

const APPEND_TIMING: LockTiming = { retryMs: 10, timeoutMs: 30_000, staleMs: 120_000 };

/** Blocks the thread; used only between attempts at a lock. */
const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Runs `action` while holding `<file>.lock`, created exclusively. @throws GaitError state_contention on time-out. */
export function withFileLock<T>(host: Host, file: string, action: () => T, timing: LockTiming = APPEND_TIMING): T {
  const lock = resolvePath(host, `${file}.lock`);
  const attempts = Math.ceil(timing.timeoutMs / timing.retryMs);
  for (let attempt = 0; ; attempt++) {
    try {
      host.fs.closeSync(host.fs.openSync(lock, "wx", FILE_MODE));
      break;
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw fileError("lock", file, error);
    }
    const held = host.fs.statSync(lock, { throwIfNoEntry: false });
    if (held && Date.parse(host.now()) - held.mtimeMs > timing.staleMs) {
      host.fs.rmSync(lock, { force: true });
      continue;
    }
    if (attempt >= attempts) {
      throw new GaitError("state_contention", `append lock timeout: ${file}.lock is held by another process`, {
        file,
        hint: `Try again; if no other gait is running, remove ${file}.lock.`,
      });
    }
    pause(timing.retryMs);
  }
  try {
    return action();
  } finally {
    host.fs.rmSync(lock, { force: true });
  }
}

/** Appends one line under a lock, fsynced, parents created (telemetry and exports, spec 10 §4). */
export function appendLines(host: Host, file: string, lines: readonly string[]): void {
  assertLocalOrAbsolute(file);
  makeFolder(host, path.dirname(file));
  withFileLock(host, file, () =>
    onFile("append", file, () => {
      const descriptor = host.fs.openSync(resolvePath(host, file), "a", FILE_MODE);
      try {
        writeAll(host, descriptor, asBytes(lines.map((line) => `${line}\n`).join("")));
        host.fs.fsyncSync(descriptor);
      } finally {
        host.fs.closeSync(descriptor);
      }
    }),
  );
}
