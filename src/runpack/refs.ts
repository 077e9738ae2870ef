/** Normalising context references, on writing and on reading (spec 10 §5.3). */
import { invalidInput } from "../format/errors.js";
import { compareBytes, isHex64, normalizeWord } from "../format/text.js";
import { EPOCH_1980, utcOr } from "../format/time.js";
import type { Receipt, RefsRecord } from "./records.js";

export type EvidenceMode = "" | "best_effort" | "required";

/** @throws GaitError invalid_input for anything but the two modes and nothing. */
export function normalizeEvidenceMode(mode: string): EvidenceMode {
  const word = normalizeWord(mode);
  if (word !== "" && word !== "best_effort" && word !== "required") {
    throw invalidInput("context evidence mode must be best_effort or required");
  }
  return word;
}

const normalizeReceipt = (receipt: Receipt): Receipt => ({
  ...receipt,
  query_digest: normalizeWord(receipt.query_digest),
  content_digest: normalizeWord(receipt.content_digest),
  immutability: normalizeWord(receipt.immutability) || "unknown",
  retrieved_at: utcOr(receipt.retrieved_at, EPOCH_1980),
});

/** @throws GaitError invalid_input when the mode, the digest or the count is not legal. */
export function normalizeRefs(refs: RefsRecord): RefsRecord {
  const context_evidence_mode = normalizeEvidenceMode(refs.context_evidence_mode);
  const context_set_digest = normalizeWord(refs.context_set_digest);
  if (context_set_digest !== "" && !isHex64(context_set_digest)) throw invalidInput("refs context_set_digest must be sha256 hex");
  if (refs.context_ref_count < 0) throw invalidInput("refs context_ref_count must be >= 0");
  const receipts = refs.receipts.map(normalizeReceipt).sort((a, b) => compareBytes(a.ref_id, b.ref_id));
  return { ...refs, context_evidence_mode, context_set_digest, context_ref_count: refs.context_ref_count || receipts.length, receipts };
}
