import { type ContextEnvelope } from "../runpack/context-envelope.js";
import type { RefsRecord } from "../runpack/records.js";
/**
 * The envelope of a run's references.
 * @throws GaitError invalid_input `build context envelope: …` for a receipt that breaks the format or a digest that doesn't hold.
 */
export declare const buildEnvelope: (refs: RefsRecord) => ContextEnvelope;
/** Parses a stored envelope, as it is; its digest must be the one of its records. @throws GaitError invalid_input. */
export declare function parseEnvelope(bytes: Uint8Array): ContextEnvelope;
/** Names of the fields in which two envelopes differ. */
export declare function envelopeDifferences(left: ContextEnvelope, right: ContextEnvelope): string[];
