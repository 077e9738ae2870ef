import type { Host } from "../format/host.js";
/**
 * A host on the current process: its working folder, environment, clock and file system.
 * `overrides` replace single parts, e.g. `{ cwd }` for another folder or `{ now }` for a fixed clock.
 */
export declare function createNodeHost(overrides?: Partial<Host>): Host;
