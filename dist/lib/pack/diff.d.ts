/** Comparing two packs by what their manifests declare, and two runs by what happened in them (spec 20 §13, §19.4). */
import type { Host } from "../format/host.js";
import { type Infer } from "../format/shape.js";
import { type ContentDiff } from "./content-diff.js";
import { type IntegrityReport } from "./integrity.js";
import { type PackSource } from "./open.js";
/** `gait.pack.diff` 1.0.0. */
export declare const diffShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    left_pack_id: import("../format/shape.js").Shape<string>;
    right_pack_id: import("../format/shape.js").Shape<string>;
    left_pack_type: import("../format/shape.js").Shape<string>;
    right_pack_type: import("../format/shape.js").Shape<string>;
    summary: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        changed: import("../format/shape.js").Shape<boolean>;
        added_files: import("../format/shape.js").OmitEmpty<string[]>;
        removed_files: import("../format/shape.js").OmitEmpty<string[]>;
        changed_files: import("../format/shape.js").OmitEmpty<string[]>;
        manifest_delta: import("../format/shape.js").Shape<boolean>;
        context_changed: import("../format/shape.js").OmitEmpty<boolean>;
        context_runtime_only_changes: import("../format/shape.js").OmitEmpty<boolean>;
        context_drift_classification: import("../format/shape.js").Shape<string>;
    }>>;
}>>;
export type DiffResult = Infer<typeof diffShape>;
export interface PackDiff {
    /** Compares what is declared, as the reference does. */
    readonly result: DiffResult;
    readonly left: IntegrityReport;
    readonly right: IntegrityReport;
    /** Where both sides hold a runpack that can be read. */
    readonly contents?: ContentDiff | undefined;
}
/** Whether the two packs are the same and both are what they claim: equality of tampered packs means nothing. */
export declare const isSame: ({ result, left, right }: PackDiff) => boolean;
/**
 * Compares two packs or runpacks, either way round, and verifies both.
 * @throws GaitError invalid_input for what is neither, verification_failed for duplicate entries.
 */
export declare function diffPacks(host: Host, leftSource: PackSource, rightSource: PackSource): Promise<PackDiff>;
