import type { Host } from "../format/host.js";
/** Whether the words name a path rather than a run id. */
export declare const looksLikePath: (name: string) => boolean;
/** Where the runpack of a run id is written and looked for first. */
export declare const defaultRunpackPath: (runId: string) => string;
/**
 * The path of an existing runpack, as it is reported to the user.
 * @throws GaitError invalid_input `runpack not found: X` or `runpack not found for run_id: X`.
 */
export declare function locateRunpack(host: Host, name: string): string;
