import { type Infer } from "../format/shape.js";
export declare const GUARD_SCHEMA_ID = "gait.guard.pack_manifest";
export declare const GUARD_SCHEMA_VERSION = "1.0.0";
/** `gait.guard.pack_manifest` 1.0.0, in the order it is declared. */
export declare const guardManifestShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    created_at: import("../format/shape.js").Shape<string>;
    producer_version: import("../format/shape.js").Shape<string>;
    pack_id: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    case_id: import("../format/shape.js").OmitEmpty<string>;
    generated_at: import("../format/shape.js").Shape<string>;
    template_id: import("../format/shape.js").OmitEmpty<string>;
    control_index: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        control_id: import("../format/shape.js").Shape<string>;
        title: import("../format/shape.js").Shape<string>;
        evidence_paths: import("../format/shape.js").Shape<string[] | null>;
    }>[]>;
    evidence_pointers: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        pointer_id: import("../format/shape.js").Shape<string>;
        path: import("../format/shape.js").Shape<string>;
        type: import("../format/shape.js").Shape<string>;
        sha256: import("../format/shape.js").Shape<string>;
    }>[]>;
    incident_window: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        from: import("../format/shape.js").Shape<string>;
        to: import("../format/shape.js").Shape<string>;
        window_seconds: import("../format/shape.js").Shape<number>;
        selection_anchor: import("../format/shape.js").OmitEmpty<string>;
    }> | null>;
    rendered_artifacts: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        format: import("../format/shape.js").Shape<string>;
        path: import("../format/shape.js").Shape<string>;
        sha256: import("../format/shape.js").Shape<string>;
    }>[]>;
    contents: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
        path: import("../format/shape.js").Shape<string>;
        sha256: import("../format/shape.js").Shape<string>;
        type: import("../format/shape.js").Shape<string>;
    }>[] | null>;
    signatures: import("../format/shape.js").OmitEmpty<import("../format/shape.js").RecordOf<{
        alg: import("../format/shape.js").Shape<string>;
        key_id: import("../format/shape.js").Shape<string>;
        sig: import("../format/shape.js").Shape<string>;
        signed_digest: import("../format/shape.js").OmitEmpty<string>;
    }>[]>;
}>>;
export type GuardManifest = Infer<typeof guardManifestShape>;
/** The id that a guard pack must have: it covers the run and the contents, nothing else. */
export declare const guardPackId: ({ run_id, contents }: GuardManifest) => string;
