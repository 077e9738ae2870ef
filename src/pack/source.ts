/** The runpack inside a pack, and the runpack that `pack build` is pointed at (spec 20 §10). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError, invalidInput, verificationFailed } from "../format/errors.js";
import { isFile } from "../format/files.js";
import type { Host } from "../format/host.js";
import { equalHex } from "../format/text.js";
import { locateRunpack } from "../runpack/locate.js";
import { readSessionChain, resolveCheckpoint } from "../session/chain.js";
import { type OpenPack, type PackSource, withContainer } from "./open.js";
import { ENTRY } from "./records.js";

/**
 * The bytes of the runpack inside a run or call pack, as the pack's manifest declares them.
 * The rest of the pack is not verified, and the runpack itself isn't either.
 * @returns undefined for anything that is no such pack.
 * @throws GaitError verification_failed where the bytes are not the declared ones or the archive has duplicate entries.
 */
export async function extractSourceRunpack(host: Host, source: PackSource): Promise<Uint8Array | undefined> {
  try {
    return await withContainer(host, source, { runpack: () => undefined, malformed: () => undefined, pack: embeddedRunpack });
  } catch (error) {
    if (error instanceof GaitError && error.category === "invalid_input") return undefined;
    throw error;
  }
}

function embeddedRunpack({ zip, manifest }: OpenPack): Uint8Array | undefined {
  const holdsRunpack = manifest.pack_type === "run" || manifest.pack_type === "call";
  const entry = zip.entry(ENTRY.runpack);
  if (!holdsRunpack || !entry) return undefined;
  const refuse = (why: string) =>
    verificationFailed(`${ENTRY.runpack} ${why}`, { code: "pack_hash_mismatch", hint: "Run gait pack verify on the pack." });
  let bytes: Uint8Array;
  try {
    bytes = zip.read(entry);
  } catch (error) {
    throw error instanceof GaitError ? refuse(`cannot be read: ${error.message}`) : error;
  }
  const declared = manifest.contents.find(({ path }) => path === ENTRY.runpack);
  if (!declared || !equalHex(declared.sha256, sha256Hex(bytes))) throw refuse("is not what the pack's manifest declares");
  return bytes;
}

/**
 * The path of the runpack that the words of a user name: a path, a run id, or a session chain, whose last checkpoint counts.
 * @throws GaitError invalid_input.
 */
export function locateSourceRunpack(host: Host, name: string): string {
  if (!name.toLowerCase().endsWith(".json")) return locateRunpack(host, name);
  const file = resolveCheckpoint(readSessionChain(host, name), "latest").runpack_path;
  if (!isFile(host, file)) throw invalidInput(`runpack not found: ${file}`, { file, hint: `The last checkpoint of ${name} names it.` });
  return file;
}
