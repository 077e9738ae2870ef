/** The context envelope: what an agent had read when it acted, as digests (spec 10 §11). */
import { digestOf } from "../format/canonical.js";
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import { type JsonDocument, parseFirstJson, parseJsonDocument } from "../format/json.js";
import { decodeDocument, freeMap, type Infer, int, list, omitEmpty, record, text, time } from "../format/shape.js";
import { compareBytes, isBlank, isHex64, normalizeWord, trim } from "../format/text.js";
import { EPOCH_1980, utcOr } from "../format/time.js";
import { DEFAULT_PRODUCER_VERSION } from "./records.js";
import { normalizeEvidenceMode } from "./refs.js";

export const CONTEXT_ENVELOPE_SCHEMA_ID = "gait.context.envelope";
export const CONTEXT_ENVELOPE_SCHEMA_VERSION = "1.0.0";
const MAX_BYTES = 1_048_576;

export const contextRecordShape = record({
  ref_id: text(),
  source_type: text(),
  source_locator: text(),
  query_digest: text(),
  content_digest: text(),
  retrieved_at: time(),
  redaction_mode: text(),
  immutability: text(),
  sensitivity_label: omitEmpty(text()),
  freshness_sla_seconds: omitEmpty(int()),
  retrieval_params: omitEmpty(freeMap()),
});
export type ContextRecord = Infer<typeof contextRecordShape>;

export const contextEnvelopeShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  context_set_id: text(),
  context_set_digest: text(),
  evidence_mode: text(),
  records: list(contextRecordShape),
});
/** Normalised by `parseContextEnvelope`: records sorted, `context_set_digest` filled and checked. */
export type ContextEnvelope = Infer<typeof contextEnvelopeShape>;

export interface ParsedEnvelope {
  readonly envelope: ContextEnvelope;
  /** The file goes on after the envelope; that part was not read. */
  readonly hasTrailingText: boolean;
}

const IMMUTABILITIES: readonly string[] = ["unknown", "mutable", "immutable"];

function hexDigest(value: string, complaint: string): string {
  const digest = normalizeWord(value);
  if (!isHex64(digest)) throw invalidInput(complaint);
  return digest;
}

function normalizeRecord(one: ContextRecord): ContextRecord {
  const [ref_id, source_type, source_locator, redaction_mode] = [one.ref_id, one.source_type, one.source_locator, one.redaction_mode].map(
    trim,
  ) as [string, string, string, string];
  if ([ref_id, source_type, source_locator, redaction_mode].includes("")) {
    throw invalidInput("context record fields ref_id/source_type/source_locator/redaction_mode are required");
  }
  const immutability = normalizeWord(one.immutability) || "unknown";
  if (!IMMUTABILITIES.includes(immutability)) throw invalidInput("context record immutability must be one of unknown, mutable, immutable");
  if (one.freshness_sla_seconds < 0) throw invalidInput("context record freshness_sla_seconds must be >= 0");
  return {
    ...one,
    ref_id,
    source_type,
    source_locator,
    redaction_mode,
    immutability,
    query_digest: hexDigest(one.query_digest, "context record digests must be sha256 hex"),
    content_digest: hexDigest(one.content_digest, "context record digests must be sha256 hex"),
    retrieved_at: utcOr(one.retrieved_at, EPOCH_1980),
  };
}

const ORDER = ["ref_id", "source_type", "source_locator", "content_digest"] as const;

const compareRecords = (a: ContextRecord, b: ContextRecord): number =>
  ORDER.reduce((order, field) => order || compareBytes(a[field], b[field]), 0);

/** Digest of a set of normalised, sorted records; nothing else of the envelope goes into it. */
export const contextSetDigest = (records: readonly ContextRecord[]): string => digestOf(records.map(contextRecordShape.encode));

/** Fills the defaults, sorts the records and checks the digest (spec 10 §11, steps 1 to 4). @throws GaitError invalid_input. */
export function normalizeEnvelope(envelope: ContextEnvelope): ContextEnvelope {
  const schema_id = isBlank(envelope.schema_id) ? CONTEXT_ENVELOPE_SCHEMA_ID : envelope.schema_id;
  const schema_version = isBlank(envelope.schema_version) ? CONTEXT_ENVELOPE_SCHEMA_VERSION : envelope.schema_version;
  if (schema_id !== CONTEXT_ENVELOPE_SCHEMA_ID) throw invalidInput(`unsupported context envelope schema_id: ${schema_id}`);
  if (schema_version !== CONTEXT_ENVELOPE_SCHEMA_VERSION) {
    throw invalidInput(`unsupported context envelope schema_version: ${schema_version}`);
  }
  const context_set_id = trim(envelope.context_set_id);
  if (context_set_id === "") throw invalidInput("context_set_id is required");
  const evidence_mode = normalizeEvidenceMode(envelope.evidence_mode) || "best_effort";
  const records = envelope.records.map(normalizeRecord).sort(compareRecords);
  const digest = contextSetDigest(records);
  if (!isBlank(envelope.context_set_digest)) {
    const stated = hexDigest(envelope.context_set_digest, "context_set_digest must be sha256 hex");
    if (stated !== digest) throw invalidInput("context_set_digest mismatch");
  }
  return {
    schema_id,
    schema_version,
    created_at: utcOr(envelope.created_at, EPOCH_1980),
    producer_version: isBlank(envelope.producer_version) ? DEFAULT_PRODUCER_VERSION : envelope.producer_version,
    context_set_id,
    context_set_digest: digest,
    evidence_mode,
    records,
  };
}

function continues({ text: source }: JsonDocument): boolean {
  try {
    parseJsonDocument(source);
    return false;
  } catch (error) {
    if (error instanceof GaitError) return true;
    throw error;
  }
}

/** Reads and normalises an envelope; unknown fields are refused at every level. @throws GaitError invalid_input. */
export function parseContextEnvelope(bytes: Uint8Array): ParsedEnvelope {
  if (bytes.length > MAX_BYTES) throw invalidInput(`context envelope exceeds size limit (${MAX_BYTES} bytes)`);
  const { document, envelope } = withPrefix("parse context envelope", () => {
    const first = parseFirstJson(bytes);
    return { document: first, envelope: decodeDocument(contextEnvelopeShape, first, { unknown: "refuse" }) };
  });
  return { envelope: normalizeEnvelope(envelope), hasTrailingText: continues(document) };
}
