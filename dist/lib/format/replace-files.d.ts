import { type Host } from "./host.js";
export interface Replacement {
    readonly path: string;
    readonly content: string | Uint8Array;
}
/**
 * Writes all files beside their targets first, keeps the old ones under another name, and only then puts the new ones in place. When
 * that fails half way the old ones are put back; when the process dies, they are still there as `.<name>.old-<random>`.
 * @throws GaitError invalid_input.
 */
export declare function replaceFiles(host: Host, files: readonly Replacement[]): void;
