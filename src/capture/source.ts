/** What a user points at when something is captured or imported: a runpack, a pack, a run id, a session chain (spec 40 §3). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError, invalidInput } from "../format/errors.js";
import { isFile, onFile } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { extractSourceRunpack } from "../pack/source.js";
import { locateRunpack, looksLikePath } from "../runpack/locate.js";
import { type RunpackVerification, verifyRunpack } from "../runpack/verify.js";
import { readSessionChain, resolveCheckpoint, type SessionChain } from "../session/chain.js";

/** An archive larger than this holds no run of an agent; reading it would only cost the machine its memory. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;

/** Whole content of an archive. @throws GaitError invalid_input. */
export function readArchive(host: Host, file: string): Uint8Array {
  const target = resolvePath(host, file);
  return onFile("open zip: read", file, () => {
    const stat = host.fs.statSync(target);
    const { size } = stat;
    // Opening a pipe would wait for its writer.
    if (!stat.isFile() && !stat.isDirectory()) throw invalidInput(`not a regular file: ${file}`, { file });
    if (size > MAX_ARCHIVE_BYTES) throw invalidInput(`archive larger than ${MAX_ARCHIVE_BYTES} bytes: ${file}`, { file });
    return host.fs.readFileSync(target);
  });
}

/** The checkpoint of a session chain that an archive was found through. */
export interface ChainReference {
  /** Path of the chain, as the user gave it. */
  readonly path: string;
  /** Of the session, which is not the run id inside the checkpoint's runpack. */
  readonly runId: string;
  readonly checkpointIndex: number;
}

export interface ResolvedSource {
  readonly path: string;
  readonly chain: ChainReference | null;
}

/**
 * The archive that the words of a user lead to. Words that name an existing file are a path, also without a slash (spec 40 §15 item 7).
 * @param checkpoint which checkpoint of a session chain: "", `latest` or an index.
 * @throws GaitError invalid_input `runpack not found: …`, or about the checkpoint.
 */
export const resolveSource = (host: Host, words: string, checkpoint: string): ResolvedSource =>
  looksLikePath(words) || isFile(host, words)
    ? resolvePathSource(host, words, checkpoint)
    : followChain(host, locateRunpack(host, words), checkpoint);

/** The same for words that are known to be a path. */
export function resolvePathSource(host: Host, file: string, checkpoint: string): ResolvedSource {
  if (!isFile(host, file)) throw invalidInput(`runpack not found: ${file}`, { file });
  return followChain(host, file, checkpoint);
}

function followChain(host: Host, file: string, checkpoint: string): ResolvedSource {
  const chain = file.toLowerCase().endsWith(".json") ? readChainIfAny(host, file) : undefined;
  if (chain === undefined) return { path: file, chain: null };
  const found = resolveCheckpoint(chain, checkpoint);
  return { path: found.runpack_path, chain: { path: file, runId: chain.run_id, checkpointIndex: found.checkpoint_index } };
}

function readChainIfAny(host: Host, file: string): SessionChain | undefined {
  try {
    return readSessionChain(host, file);
  } catch (error) {
    if (error instanceof GaitError) return undefined;
    throw error;
  }
}

export interface OpenedSource {
  /** The runpack, taken out of its pack where it was in one. */
  readonly runpack: Uint8Array;
  /** sha256 of the file itself. */
  readonly sha256: string;
  readonly verification: RunpackVerification;
}

/**
 * Reads and verifies a runpack, or the one inside a PackSpec pack. Findings are in the verification; signatures are not demanded.
 * @throws GaitError verification_failed for duplicate entries, invalid_input with the complaint about a runpack for what is neither.
 */
export async function openSource(host: Host, file: string): Promise<OpenedSource> {
  const bytes = readArchive(host, file);
  const sha256 = sha256Hex(bytes);
  try {
    return { runpack: bytes, sha256, verification: await verifyRunpack(host, bytes) };
  } catch (error) {
    if (!(error instanceof GaitError) || error.category !== "invalid_input") throw error;
    const runpack = await extractSourceRunpack(host, bytes);
    if (runpack === undefined) throw error;
    return { runpack, sha256, verification: await verifyRunpack(host, runpack) };
  }
}
