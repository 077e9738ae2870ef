/** `context_envelope.json`: the context of a run, one record per receipt (spec 20 §6). */
import { digestOf } from "../format/canonical.js";
import { withPrefix } from "../format/errors.js";
import { type JsonObject, parseJsonDocument } from "../format/json.js";
import { decodeDocument, STRICT } from "../format/shape.js";
import { type ContextEnvelope, contextEnvelopeShape, normalizeEnvelope } from "../runpack/context-envelope.js";
import type { Receipt, RefsRecord } from "../runpack/records.js";
import { ENTRY } from "./records.js";
import { assertExactIntegers, assertNoRepeatedKeys } from "./unambiguous.js";

function assertExact({ ref_id, freshness_sla_seconds, retrieval_params }: Receipt): void {
  assertExactIntegers(freshness_sla_seconds, `${ref_id}.freshness_sla_seconds`);
  assertExactIntegers(retrieval_params, `${ref_id}.retrieval_params`);
}

/**
 * The envelope of a run's references.
 * @throws GaitError invalid_input `build context envelope: …` for a receipt that breaks the format or a digest that doesn't hold.
 */
export const buildEnvelope = (refs: RefsRecord): ContextEnvelope =>
  withPrefix("build context envelope", () => {
    refs.receipts.forEach(assertExact);
    return normalizeEnvelope({
      schema_id: "",
      schema_version: "",
      created_at: refs.created_at,
      producer_version: refs.producer_version,
      context_set_id: refs.run_id,
      context_set_digest: refs.context_set_digest,
      evidence_mode: refs.context_evidence_mode,
      records: refs.receipts,
    });
  });

/** Parses a stored envelope, as it is; its digest must be the one of its records. @throws GaitError invalid_input. */
export function parseEnvelope(bytes: Uint8Array): ContextEnvelope {
  const envelope = withPrefix(`parse ${ENTRY.envelope}`, () => {
    const document = parseJsonDocument(bytes);
    assertNoRepeatedKeys(document);
    return decodeDocument(contextEnvelopeShape, document, STRICT);
  });
  withPrefix(ENTRY.envelope, () => normalizeEnvelope(envelope));
  return envelope;
}

/** Names of the fields in which two envelopes differ. */
export function envelopeDifferences(left: ContextEnvelope, right: ContextEnvelope): string[] {
  const [a, b] = [left, right].map((envelope) => contextEnvelopeShape.encode(envelope) as JsonObject) as [JsonObject, JsonObject];
  return Object.keys(a).filter((field) => digestOf(a[field]!) !== digestOf(b[field]!));
}
