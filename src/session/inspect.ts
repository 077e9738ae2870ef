/** `run inspect`: a runpack or, failing that, a session chain (spec 10 §9.5). */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { inspectRunpack, type RunpackView } from "../runpack/inspect.js";
import { readRunpack } from "../runpack/read.js";
import { type CheckpointRecord, readSessionChain } from "./chain.js";

export interface ChainView {
  readonly sessionId: string;
  readonly runId: string;
  /** Sorted by index. */
  readonly checkpoints: readonly CheckpointRecord[];
}

export type Inspection = { readonly kind: "runpack"; readonly view: RunpackView } | { readonly kind: "chain"; readonly view: ChainView };

function inspectChain(host: Host, file: string): ChainView {
  const chain = readSessionChain(host, file);
  const checkpoints = [...chain.checkpoints].sort((a, b) => a.checkpoint_index - b.checkpoint_index);
  return { sessionId: chain.session_id, runId: chain.run_id, checkpoints };
}

/**
 * What an artifact says.
 * @param file path of an existing file.
 * @throws GaitError of the runpack when it is neither.
 */
export async function inspectArtifact(host: Host, file: string): Promise<Inspection> {
  try {
    return { kind: "runpack", view: inspectRunpack(await readRunpack(host, file)) };
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    try {
      return { kind: "chain", view: inspectChain(host, file) };
    } catch (chainError) {
      if (!(chainError instanceof GaitError)) throw chainError;
      throw file.toLowerCase().endsWith(".json") ? withChainHint(error, chainError) : error;
    }
  }
}

/** A file called `.json` was probably meant as a chain: why it is none helps more than that it is no zip. */
function withChainHint(error: GaitError, chainError: GaitError): GaitError {
  const { category, code, message, retryable, file, line } = error;
  return new GaitError(category, message, {
    code,
    hint: `Read as a session chain: ${chainError.message}`,
    retryable,
    file,
    line,
    cause: error,
  });
}
