/** Reading session chains and naming one of their checkpoints (spec 10 §12.6, §12.7, §12.8). */
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import { outputPath, readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { decode, type Infer, int, list, omitEmpty, optional, record, text, time } from "../format/shape.js";
import { normalizeWord } from "../format/text.js";
import { relationshipShape } from "../runpack/relationship.js";

export const CHAIN_SCHEMA_ID = "gait.runpack.session_chain";
export const CHAIN_SCHEMA_VERSION = "1.0.0";

const header = {
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  session_id: text(),
  run_id: text(),
};

/** `gait.runpack.session_checkpoint` 1.0.0, in the order it is written. */
export const checkpointShape = record({
  ...header,
  checkpoint_index: int(),
  sequence_start: int(),
  sequence_end: int(),
  runpack_path: text(),
  manifest_digest: text(),
  prev_checkpoint_digest: omitEmpty(text()),
  checkpoint_digest: text(),
  relationship: omitEmpty(optional(relationshipShape)),
  safety_invariant_version: omitEmpty(text()),
  safety_invariant_hash: omitEmpty(text()),
});
export type CheckpointRecord = Infer<typeof checkpointShape>;

export const sessionChainShape = record({ ...header, checkpoints: list(checkpointShape) });
/** A chain as its file says it: checkpoints in file order, nothing verified yet. Never without a checkpoint. */
export type SessionChain = Infer<typeof sessionChainShape>;

const or = (value: string, fallback: string): string => (value === "" ? fallback : value);

const readChainFile = (host: Host, file: string): Uint8Array => withPrefix("read session chain", () => readBytes(host, file));

function parseChain(bytes: Uint8Array, file: string): SessionChain {
  try {
    return decode(sessionChainShape, bytes);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`parse session chain: ${error.message}`, { file, line: error.line, cause: error });
  }
}

/**
 * Reads a chain; what it says is not verified. Missing schema ids are filled in.
 * @param file relative to the working folder or absolute; a relative path must not climb out of it.
 * @throws GaitError invalid_input for an unreadable file, another schema, missing ids or no checkpoint.
 */
export function readSessionChain(host: Host, file: string): SessionChain {
  const chain = parseChain(readChainFile(host, outputPath(file)), file);
  const filled = {
    ...chain,
    schema_id: or(chain.schema_id, CHAIN_SCHEMA_ID),
    schema_version: or(chain.schema_version, CHAIN_SCHEMA_VERSION),
  };
  if (filled.schema_id !== CHAIN_SCHEMA_ID || filled.schema_version !== CHAIN_SCHEMA_VERSION) {
    throw invalidInput("unsupported session chain schema", { file });
  }
  if (filled.session_id === "" || filled.run_id === "") throw invalidInput("session chain missing session_id/run_id", { file });
  if (filled.checkpoints.length === 0) throw invalidInput("session chain has no checkpoints", { file });
  return filled;
}

/**
 * The checkpoint that a user names: "" or `latest` is the last listed one, otherwise its index in decimal digits.
 * @throws GaitError invalid_input `invalid checkpoint reference: X` or `checkpoint N not found`.
 */
export function resolveCheckpoint(chain: SessionChain, reference: string): CheckpointRecord {
  const word = normalizeWord(reference);
  if (word === "" || word === "latest") return chain.checkpoints.at(-1)!;
  const index = /^\d+$/.test(word) ? Number(word) : 0;
  if (!Number.isSafeInteger(index) || index === 0) throw invalidInput(`invalid checkpoint reference: ${reference}`);
  const found = chain.checkpoints.find((checkpoint) => checkpoint.checkpoint_index === index);
  if (!found) {
    const known = chain.checkpoints.map((checkpoint) => checkpoint.checkpoint_index).join(", ");
    throw invalidInput(`checkpoint ${index} not found`, { hint: `The chain has the checkpoints ${known}.` });
  }
  return found;
}
