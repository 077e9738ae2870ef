import { type Host } from "./host.js";
export declare const FILE_MODE = 384;
export declare const FOLDER_MODE = 488;
/** The operating system's error code (`ENOENT`; Node's own for names with a NUL and for files over 2 GiB), or undefined. */
export declare const systemCode: (error: unknown) => string | undefined;
/** A system error as a typed one: `open a/b: no such file or directory`. Other exceptions pass unchanged. */
export declare function fileError(action: string, file: string, error: unknown): unknown;
/** Runs a file operation; a system error leaves as a typed one that names the file. */
export declare function onFile<T>(action: string, file: string, operation: () => T): T;
/** Whole content of a file. @throws GaitError invalid_input. */
export declare const readBytes: (host: Host, file: string) => Uint8Array;
/** Content of a file, or undefined where there is none. @throws GaitError for every other reason. */
export declare function readBytesIfThere(host: Host, file: string): Uint8Array | undefined;
/** Whether a regular file (or a link to one) is there. Unreadable counts as not there. */
export declare const isFile: (host: Host, file: string) => boolean;
/** Whether a folder (or a link to one) is there. Unreadable counts as not there. */
export declare const isFolder: (host: Host, file: string) => boolean;
/** Creates a folder and its parents, mode 0750. */
export declare function makeFolder(host: Host, folder: string): void;
/** Refuses a relative path that climbs out of the working folder. @throws GaitError invalid_input. */
export declare function assertLocalOrAbsolute(file: string): void;
/** Path of an output artifact, cleaned (spec 10 §4, first row). @throws GaitError invalid_input. */
export declare function outputPath(name: string): string;
export interface WriteOptions {
    readonly mode?: number;
}
/**
 * Writes a file so that it appears whole, fsynced and renamed over the target, or not at all. The folder must exist.
 * A device, pipe or socket is written into instead.
 * @throws GaitError invalid_input when the path climbs out or the system refuses.
 */
export declare function writeFileAtomic(host: Host, file: string, content: string | Uint8Array, options?: WriteOptions): void;
/**
 * Writes a file whole, fsynced, and never over another one: of two writers one wins. The folder must exist.
 * @returns whether it was written; false where something of that name is already there.
 * @throws GaitError invalid_input when the path climbs out or the system refuses.
 */
export declare function writeFileExclusive(host: Host, file: string, content: string | Uint8Array, options?: WriteOptions): boolean;
/**
 * Refuses to write over what the same command reads: evidence is not replaced by what is said of it.
 * @param option what the user set the output with, e.g. `--out`
 * @throws GaitError invalid_input `output_is_input`.
 */
export declare function assertNoInput(host: Host, option: string, output: string, inputs: readonly string[]): void;
/** `writeFileAtomic` after creating the parent folders. */
export declare function writeFileWithParents(host: Host, file: string, content: string | Uint8Array, options?: WriteOptions): void;
export interface LockTiming {
    readonly retryMs: number;
    readonly timeoutMs: number;
    /** A lock file older than this is left over from a dead process and is taken away. */
    readonly staleMs: number;
}
/** Runs `action` while holding `<file>.lock`, created exclusively. @throws GaitError state_contention on time-out. */
export declare function withFileLock<T>(host: Host, file: string, action: () => T, timing?: LockTiming): T;
/** Appends one line under a lock, fsynced, parents created (telemetry and exports, spec 10 §4). */
export declare function appendLines(host: Host, file: string, lines: readonly string[]): void;
