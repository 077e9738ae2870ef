import { type Host } from "../format/host.js";
import { type Match } from "./glob.js";
export interface Discovery {
    /** Sorted by path, each file once. */
    readonly found: readonly Match[];
    /** Files that a pattern or folder holds and that are no archives. */
    readonly skipped: number;
}
/** Whether a name stands for more than one artifact: a pattern or folder that is neither a file nor a run id. */
export declare function standsForMany(host: Host, name: string): boolean;
/**
 * Finds the artifacts of paths, run ids, folders and patterns. A name that leads nowhere is a match with a problem.
 * @throws GaitError invalid_input when there is nothing at all, unless `allowEmpty`.
 */
export declare function discover(host: Host, names: readonly string[], allowEmpty: boolean): Discovery;
