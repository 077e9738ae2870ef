/** Archives as a regression reads them: each once, whole, digested (spec 40 §5.1 step 2, §15 item 10). */

import type { BigIntStats } from "node:fs";
import { readArchive } from "../capture/source.js";
import { sha256Hex } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import { onFile } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { extractSourceRunpack } from "../pack/source.js";
import type { PackIdentity } from "../report/model.js";
import { type Runpack, readRunpack } from "../runpack/read.js";

export interface LoadedPack {
  readonly identity: PackIdentity;
  readonly pack: Runpack;
}

/** @throws GaitError invalid_input `stat X: no such file or directory`. */
export const statFile = (host: Host, file: string): BigIntStats =>
  onFile("stat", file, () => host.fs.statSync(resolvePath(host, file), { bigint: true }));

/** Whether two names lead to one file, also by hard links. */
export const isSameFile = (a: BigIntStats, b: BigIntStats): boolean => a.ino === b.ino && a.dev === b.dev;

const loaded = (file: string, bytes: Uint8Array, pack: Runpack): LoadedPack => ({
  identity: { path: file, run_id: pack.run.run_id, manifest_digest: pack.manifest.manifest_digest, sha256: sha256Hex(bytes) },
  pack,
});

/** Reads a sound runpack. @throws GaitError as `readRunpack`. */
export async function loadRunpack(host: Host, file: string): Promise<LoadedPack> {
  const bytes = readArchive(host, file);
  return loaded(file, bytes, await readRunpack(host, bytes));
}

/**
 * Reads a runpack, or the one inside a PackSpec pack. The identity's digest is of the file, its manifest digest of the runpack.
 * @throws GaitError: the complaint about the file as a runpack where it is neither.
 */
export async function loadRunpackOrPack(host: Host, file: string): Promise<LoadedPack> {
  const bytes = readArchive(host, file);
  try {
    return loaded(file, bytes, await readRunpack(host, bytes));
  } catch (error) {
    if (!(error instanceof GaitError) || error.category !== "invalid_input") throw error;
    const inner = await extractSourceRunpack(host, bytes);
    if (inner === undefined) throw error;
    return loaded(file, bytes, await readRunpack(host, inner));
  }
}
