/**
 * Glob patterns over the file system: `*` and `?` within a name, `[a-z]`, `[!a-z]`, `{a,b}`, and `**` for any number of folders.
 * Names that begin with a dot match like all others, so that nothing hides from a check. Symbolic links to folders are not entered.
 */
import { GaitError } from "../format/errors.js";
import { type Host } from "../format/host.js";
/** Whether a name has any character that makes it a pattern. */
export declare const isGlob: (name: string) => boolean;
/** A file, or a folder that could not be looked into. */
export interface Match {
    /** Written like the pattern: relative to the working folder if that is, `/` between its parts. */
    readonly path: string;
    readonly problem?: GaitError;
}
/** The alternatives of `{a,b}`, nested ones included; a brace that isn't closed is itself. */
export declare function expandBraces(pattern: string): string[];
/** Whether a name matches one part of a pattern. Goes back to the last star only, so the work is at most pattern times name. */
export declare function matchSegment(segment: string, name: string): boolean;
/** All files of a folder and of the folders in it. */
export declare const walkFolder: (host: Host, folder: string) => Generator<Match>;
/** The files that a pattern matches. The same file may come more than once. */
export declare function expandGlob(host: Host, pattern: string): Generator<Match>;
