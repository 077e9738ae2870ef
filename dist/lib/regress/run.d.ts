import type { Host } from "../format/host.js";
import type { RegressOptions, RegressRun } from "./types.js";
/**
 * Judges the fixtures of a config. Deterministic: the same files and version give the same result.
 * @throws GaitError invalid_input for what is wrong with the config or the options; a damaged fixture is no exception but a problem
 * of that fixture, and the others are judged.
 */
export declare function runRegress(host: Host, options: RegressOptions): Promise<RegressRun>;
