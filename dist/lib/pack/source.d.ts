import type { Host } from "../format/host.js";
import { type PackSource } from "./open.js";
/**
 * The bytes of the runpack inside a run or call pack, as the pack's manifest declares them.
 * The rest of the pack is not verified, and the runpack itself isn't either.
 * @returns undefined for anything that is no such pack.
 * @throws GaitError verification_failed where the bytes are not the declared ones or the archive has duplicate entries.
 */
export declare function extractSourceRunpack(host: Host, source: PackSource): Promise<Uint8Array | undefined>;
/**
 * The path of the runpack that the words of a user name: a path, a run id, or a session chain, whose last checkpoint counts.
 * @throws GaitError invalid_input.
 */
export declare function locateSourceRunpack(host: Host, name: string): string;
