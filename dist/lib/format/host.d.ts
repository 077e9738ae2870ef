/**
 * What the engine may know of the machine it runs on. Shells build one; nothing inside reads a clock, the environment or the
 * file system any other way, so the same inputs give the same bytes everywhere.
 */
import type nodeFs from "node:fs";
import type { Time } from "./time.js";
/** The part of `node:fs` that the engine uses. Tests pass one that fails on purpose. */
export type FileSystem = Pick<typeof nodeFs, "chmodSync" | "closeSync" | "existsSync" | "fstatSync" | "fsyncSync" | "linkSync" | "lstatSync" | "mkdirSync" | "openSync" | "readSync" | "readdirSync" | "readFileSync" | "realpathSync" | "renameSync" | "rmSync" | "statSync" | "unlinkSync" | "writeFileSync" | "writeSync">;
export interface Host {
    /** Absolute working folder; relative paths of users are relative to it. */
    readonly cwd: string;
    /** The user's home folder, "" where there is none. */
    readonly home: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly fs: FileSystem;
    /** The current time, UTC. */
    now(): Time;
    randomBytes(length: number): Uint8Array;
    /** What artifacts name as their producer, e.g. `1.4.0`; an unstamped build is `0.0.0-dev`. */
    readonly producerVersion: string;
    /** Go's names of the platform: `linux`, `darwin`, `windows`; `amd64`, `arm64`. */
    readonly platform: {
        readonly os: string;
        readonly arch: string;
    };
}
/** An absolute path of what the user named. */
export declare const resolvePath: (host: Host, name: string) => string;
