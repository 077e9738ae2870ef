import type { Host } from "../format/host.js";
import type { Finding } from "../runpack/finding.js";
import { type OpenPack } from "./open.js";
/**
 * Holds a run pack whose entries are the declared ones to its contract (spec 20 §11 step 8).
 * @param strict also looks into very large records
 * @returns what the reference doesn't look at: findings about the embedded runpack and the envelope (spec 20 §19.2).
 * @throws GaitError invalid_input where the contract is broken.
 */
export declare function verifyRunContract(host: Host, { zip, manifest }: OpenPack, strict: boolean): Promise<Finding[]>;
