import type { Host } from "../format/host.js";
/** Runs `write`, which must be one step without a pause, while no other process writes. */
export type Commit = <T>(write: () => T) => T;
/**
 * Reads a project, decides, and writes by `commit`. Where the config was changed since `attempt` began to read, all is done again.
 * @throws GaitError state_contention where others keep changing it, besides what `attempt` throws.
 */
export declare function changeProject<T>(host: Host, config: string, attempt: (commit: Commit) => Promise<T>): Promise<T>;
