import type { JsonObject } from "../format/json.js";
import { type Infer, type Shape } from "../format/shape.js";
import type { Runpack } from "./read.js";
import { type RefsRecord } from "./records.js";
/** `metadata` leaves payloads and references out of the comparison. */
export type DiffPrivacy = "full" | "metadata";
/** How far the context of two runs differs: not at all, only in when it was retrieved, or in what it says. */
export type ContextDrift = "none" | "runtime_only" | "semantic";
/** The fields of a comparison in the order they are written; the last three are ours. */
export declare const diffSummaryShape: Shape<import("../format/shape.js").RecordOf<{
    run_id_left: Shape<string>;
    run_id_right: Shape<string>;
    manifest_changed: Shape<boolean>;
    files_changed: import("../format/shape.js").OmitEmpty<string[]>;
    intents_changed: Shape<boolean>;
    results_changed: Shape<boolean>;
    refs_changed: Shape<boolean>;
    left_only_intents: import("../format/shape.js").OmitEmpty<string[]>;
    right_only_intents: import("../format/shape.js").OmitEmpty<string[]>;
    left_only_results: import("../format/shape.js").OmitEmpty<string[]>;
    right_only_results: import("../format/shape.js").OmitEmpty<string[]>;
    context_drift_classification: import("../format/shape.js").OmitEmpty<string>;
    context_runtime_only_changes: import("../format/shape.js").OmitEmpty<boolean>;
    /** The same classification without run id, producer and time of the run, so that two different runs can be compared. */
    context_drift_effective: import("../format/shape.js").OmitEmpty<string>;
    /** Environment or timeline of `run.json` differ. No part of the verdict. */
    run_changed: import("../format/shape.js").OmitEmpty<boolean>;
    /** With metadata privacy: what the references say differs, not only when they were retrieved. No part of the verdict. */
    receipts_changed: import("../format/shape.js").OmitEmpty<boolean>;
}>>;
export type DiffSummary = Infer<typeof diffSummaryShape>;
/** Whether the comparison counts as changed: manifest, intents, results or refs. */
export declare const isChanged: (summary: DiffSummary) => boolean;
/** How the context of two runs differs, run id, producer and time of the run included. Both sides normalised (spec 20 §13). */
export declare function classifyContextExactly(left: RefsRecord, right: RefsRecord): ContextDrift;
/**
 * How the context of two runs differs, by what the runs used and not by which runs they are. Both sides normalised.
 * (The reference also counts run id and time, so that its `runtime_only` cannot happen between two runs.)
 */
export declare const classifyContext: (left: RefsRecord, right: RefsRecord) => ContextDrift;
/** Compares two sound runpacks. Identity, times of records and the order of records don't count. */
export declare function diffRunpacks(left: Runpack, right: Runpack, privacy: DiffPrivacy): DiffSummary;
/** The summary as a JSON object, in its order. */
export declare const encodeSummary: (summary: DiffSummary) => JsonObject;
