import { type Host } from "../format/host.js";
import { type RunpackVerification } from "../runpack/verify.js";
/** Whole content of an archive. @throws GaitError invalid_input. */
export declare function readArchive(host: Host, file: string): Uint8Array;
/** The checkpoint of a session chain that an archive was found through. */
export interface ChainReference {
    /** Path of the chain, as the user gave it. */
    readonly path: string;
    /** Of the session, which is not the run id inside the checkpoint's runpack. */
    readonly runId: string;
    readonly checkpointIndex: number;
}
export interface ResolvedSource {
    readonly path: string;
    readonly chain: ChainReference | null;
}
/**
 * The archive that the words of a user lead to. Words that name an existing file are a path, also without a slash (spec 40 §15 item 7).
 * @param checkpoint which checkpoint of a session chain: "", `latest` or an index.
 * @throws GaitError invalid_input `runpack not found: …`, or about the checkpoint.
 */
export declare const resolveSource: (host: Host, words: string, checkpoint: string) => ResolvedSource;
/** The same for words that are known to be a path. */
export declare function resolvePathSource(host: Host, file: string, checkpoint: string): ResolvedSource;
export interface OpenedSource {
    /** The runpack, taken out of its pack where it was in one. */
    readonly runpack: Uint8Array;
    /** sha256 of the file itself. */
    readonly sha256: string;
    readonly verification: RunpackVerification;
}
/**
 * Reads and verifies a runpack, or the one inside a PackSpec pack. Findings are in the verification; signatures are not demanded.
 * @throws GaitError verification_failed for duplicate entries, invalid_input with the complaint about a runpack for what is neither.
 */
export declare function openSource(host: Host, file: string): Promise<OpenedSource>;
