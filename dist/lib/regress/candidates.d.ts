import { type Host } from "../format/host.js";
import { type Boundary } from "./paths.js";
export type FoundCandidate = {
    readonly kind: "found";
    readonly path: string;
} | {
    readonly kind: "none";
    readonly message: string;
} | {
    readonly kind: "ambiguous";
    readonly message: string;
};
export interface Candidates {
    /** `<folder>/<fixture>.zip`, else the only pack of the folder that has the run id. */
    find(fixture: string, runId: string): Promise<FoundCandidate>;
    readonly boundary: Boundary;
    /** Packs that could not be looked into while searching by run id. */
    readonly warnings: string[];
}
export interface CandidatesOptions {
    readonly folder: string;
    readonly root: string;
    readonly allowOutside: boolean;
}
/**
 * Opens a folder of candidates. It may lie anywhere, for who runs the command names it; links inside it may not lead further. A
 * folder of the project must not be a link out of it, though: that would be the repository's doing.
 * @throws GaitError invalid_input where there is no such folder.
 */
export declare function openCandidates(host: Host, { folder, root, allowOutside }: CandidatesOptions): Candidates;
