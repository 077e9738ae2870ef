/** Verifying one artifact of whatever kind, as a row of a report. */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { PublicKey } from "../format/keys.js";
import type { VerifiedArtifact } from "../report/model.js";
import type { Profile } from "../runpack/profile.js";
export interface ArtifactOptions {
    readonly publicKey?: PublicKey | undefined;
    readonly requireSignature: boolean;
    /** Strict also refuses what is doubtful though every digest holds. */
    readonly profile: Profile;
}
/** The row of an artifact that could not be judged, or that is refused outright. */
export declare const problemRow: (path: string, error: GaitError) => VerifiedArtifact;
/** Verifies one runpack or pack. What is wrong with it becomes its row; only bugs are thrown. */
export declare function verifyArtifact(host: Host, path: string, options: ArtifactOptions): Promise<VerifiedArtifact>;
