/** `gait.capture.receipt` — which artifact was captured, and its digests (spec 40 §6, §15 items 5 and 6). */
import { goJsonIndented } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import { bool, decode, type Infer, int, omitEmpty, record, text } from "../format/shape.js";
import { isBlank } from "../format/text.js";

export const RECEIPT_SCHEMA_ID = "gait.capture.receipt";
export const RECEIPT_SCHEMA_VERSION = "1.0.0";

/** The last four fields are ours: they bind the receipt to what was captured. */
export const receiptShape = record({
  schema_id: text(),
  schema_version: text(),
  ok: bool(),
  from: text(),
  artifact_type: text(),
  artifact_path: text(),
  session_chain_path: omitEmpty(text()),
  /** Of the session where there is a chain, else of the runpack. */
  run_id: omitEmpty(text()),
  output_path: text(),
  artifact_run_id: omitEmpty(text()),
  /** Of the file at `artifact_path`. */
  artifact_sha256: omitEmpty(text()),
  manifest_digest: omitEmpty(text()),
  checkpoint_index: omitEmpty(int()),
});
export type CaptureReceipt = Infer<typeof receiptShape>;

/** The file as it is written. */
export const receiptText = (receipt: CaptureReceipt): string => goJsonIndented(receiptShape.encode(receipt));

/** Reads a receipt; undefined for anything that is none. */
export function parseReceipt(bytes: Uint8Array): CaptureReceipt | undefined {
  let receipt: CaptureReceipt;
  try {
    receipt = decode(receiptShape, bytes);
  } catch (error) {
    if (error instanceof GaitError) return undefined;
    throw error;
  }
  const { schema_id, schema_version, artifact_path } = receipt;
  return schema_id === RECEIPT_SCHEMA_ID && schema_version === RECEIPT_SCHEMA_VERSION && !isBlank(artifact_path) ? receipt : undefined;
}
