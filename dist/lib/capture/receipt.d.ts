import { type Infer } from "../format/shape.js";
export declare const RECEIPT_SCHEMA_ID = "gait.capture.receipt";
export declare const RECEIPT_SCHEMA_VERSION = "1.0.0";
/** The last four fields are ours: they bind the receipt to what was captured. */
export declare const receiptShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    ok: import("../format/shape.js").Shape<boolean>;
    from: import("../format/shape.js").Shape<string>;
    artifact_type: import("../format/shape.js").Shape<string>;
    artifact_path: import("../format/shape.js").Shape<string>;
    session_chain_path: import("../format/shape.js").OmitEmpty<string>;
    /** Of the session where there is a chain, else of the runpack. */
    run_id: import("../format/shape.js").OmitEmpty<string>;
    output_path: import("../format/shape.js").Shape<string>;
    artifact_run_id: import("../format/shape.js").OmitEmpty<string>;
    /** Of the file at `artifact_path`. */
    artifact_sha256: import("../format/shape.js").OmitEmpty<string>;
    manifest_digest: import("../format/shape.js").OmitEmpty<string>;
    checkpoint_index: import("../format/shape.js").OmitEmpty<number>;
}>>;
export type CaptureReceipt = Infer<typeof receiptShape>;
/** The file as it is written. */
export declare const receiptText: (receipt: CaptureReceipt) => string;
/** Reads a receipt; undefined for anything that is none. */
export declare function parseReceipt(bytes: Uint8Array): CaptureReceipt | undefined;
