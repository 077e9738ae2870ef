/** `run_payload.json`: made from a runpack, held to its contract, compared with the runpack it stands for (spec 20 §6, §11). */
import { invalidInput, withPrefix } from "../format/errors.js";
import type { JsonObject } from "../format/json.js";
import { parseJsonDocument } from "../format/json.js";
import { decodeDocument, STRICT } from "../format/shape.js";
import { isBlank, isHex64, normalizeWord, trim } from "../format/text.js";
import { EPOCH_1980, isZeroTime, toUtc, utcOr } from "../format/time.js";
import type { Runpack } from "../runpack/read.js";
import type { Receipt } from "../runpack/records.js";
import { ENTRY, type RunPayload, runPayloadShape, SCHEMA_ID, SCHEMA_VERSION } from "./records.js";
import { assertNoRepeatedKeys } from "./unambiguous.js";

/** The redaction mode that all receipts share; `mixed` where they differ. */
function privacyMode(receipts: readonly Receipt[]): string {
  const modes = new Set(receipts.map((receipt) => trim(receipt.redaction_mode) || "unknown"));
  return modes.size > 1 ? "mixed" : ([...modes][0] ?? "");
}

/** The payload of a runpack; `created_at` as the runpack has it. */
export const inspectedPayload = ({ manifest, run, intents, results, refs }: Runpack): RunPayload => ({
  schema_id: SCHEMA_ID.run,
  schema_version: SCHEMA_VERSION,
  created_at: run.created_at,
  run_id: run.run_id,
  capture_mode: manifest.capture_mode,
  manifest_digest: manifest.manifest_digest,
  intents_count: intents.length,
  results_count: results.length,
  refs_count: refs.receipts.length,
  context_set_digest: refs.context_set_digest,
  context_ref_count: refs.receipts.length,
  context_evidence_mode: refs.context_evidence_mode,
  context_privacy_mode: privacyMode(refs.receipts),
});

/** The payload that a pack stores for a runpack. */
export function buildRunPayload(runpack: Runpack): RunPayload {
  const payload = inspectedPayload(runpack);
  return { ...payload, created_at: utcOr(payload.created_at, EPOCH_1980) };
}

const refuse = (message: string) => invalidInput(`run payload ${message}`, { code: "pack_payload_invalid" });

/** Parses a stored payload; its rules are not looked at. @throws GaitError invalid_input `parse run_payload.json: …`. */
export const parseRunPayload = (bytes: Uint8Array): RunPayload =>
  withPrefix(`parse ${ENTRY.runPayload}`, () => {
    const document = parseJsonDocument(bytes);
    assertNoRepeatedKeys(document);
    return decodeDocument(runPayloadShape, document, STRICT);
  });

/** Holds a payload to the run contract of spec 20 §11 step 8. @throws GaitError invalid_input. */
export function checkRunPayload(payload: RunPayload, sourceRef: string): void {
  if (payload.schema_id !== SCHEMA_ID.run) throw refuse(`schema_id must be ${SCHEMA_ID.run}`);
  if (payload.schema_version !== SCHEMA_VERSION) throw refuse(`schema_version must be ${SCHEMA_VERSION}`);
  if (isZeroTime(payload.created_at)) throw refuse("created_at is required");
  if (isBlank(payload.run_id)) throw refuse("run_id is required");
  if (payload.capture_mode !== "reference" && payload.capture_mode !== "raw") throw refuse("capture_mode must be reference or raw");
  if (!isHex64(trim(payload.manifest_digest))) throw refuse("manifest_digest must be sha256 hex");
  for (const field of ["intents_count", "results_count", "refs_count", "context_ref_count"] as const) {
    if (payload[field] < 0) throw refuse(`${field} must be >= 0`);
  }
  if (!isBlank(payload.context_set_digest) && !isHex64(trim(payload.context_set_digest)))
    throw refuse("context_set_digest must be sha256 hex");
  const mode = payload.context_evidence_mode;
  if (!isBlank(mode) && mode !== "best_effort" && mode !== "required") {
    throw refuse("context_evidence_mode must be best_effort or required");
  }
  if (payload.run_id !== trim(sourceRef)) throw refuse("run_id does not match manifest source_ref");
}

const DIGESTS = ["manifest_digest", "context_set_digest"] as const;

const comparable = (payload: RunPayload): JsonObject =>
  runPayloadShape.encode({
    ...payload,
    created_at: toUtc(payload.created_at),
    ...Object.fromEntries(DIGESTS.map((name) => [name, normalizeWord(payload[name])])),
  }) as JsonObject;

/** Names of the fields that say something else than the runpack does. */
export function payloadDifferences(payload: RunPayload, runpack: Runpack): string[] {
  const [stored, actual] = [comparable(payload), comparable(buildRunPayload(runpack))];
  return [...new Set([...Object.keys(actual), ...Object.keys(stored)])].filter((field) => stored[field] !== actual[field]);
}
