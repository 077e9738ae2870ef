/** What a pack says it is, without trusting it (spec 20 §12). */
import type { Host } from "../format/host.js";
import { type IntegrityReport } from "./integrity.js";
import { type PackSource } from "./open.js";
import type { PackManifest, PackType, RunPayload } from "./records.js";
export interface IntentResult {
    readonly intentId: string;
    /** "" where only a result has the id. */
    readonly toolName: string;
    /** "" where there is no result. */
    readonly status: string;
}
export interface RunLineage {
    readonly timelineEvents: number;
    readonly receiptCount: number;
    /** Sorted by intent id. */
    readonly intentResults: readonly IntentResult[];
}
export interface PackInspection {
    readonly packId: string;
    readonly packType: PackType;
    readonly sourceRef: string;
    readonly manifest?: PackManifest | undefined;
    readonly runPayload?: RunPayload | undefined;
    readonly runLineage?: RunLineage | undefined;
    readonly legacyType?: "runpack" | undefined;
    readonly integrity: IntegrityReport;
}
/**
 * Describes a pack or a runpack. Parts of a pack that cannot be read are absent.
 * @throws GaitError invalid_input for what is neither, verification_failed for duplicate entries.
 */
export declare function inspectPack(host: Host, source: PackSource): Promise<PackInspection>;
