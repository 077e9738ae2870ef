/** Reading a pack without judging it, for those that show or compare it: inspect, diff, export (spec 20 §12 to §14). */
import { digestOf } from "../format/canonical.js";
import { GaitError, withPrefix } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { parseJson } from "../format/json.js";
import { EPOCH_1980, type Time, toUtc, utcOr } from "../format/time.js";
import { openArchive, readEntry } from "../runpack/archive.js";
import { type Runpack, readRunpack } from "../runpack/read.js";
import { MANIFEST_FILE } from "../runpack/records.js";
import { type OpenPack, type PackSource, readPackEntry, withContainer } from "./open.js";
import { ENTRY, type PackManifest, type PackType, type RunPayload } from "./records.js";
import { parseRunPayload } from "./run-payload.js";

export interface LoadedPack {
  readonly packId: string;
  readonly packType: PackType;
  readonly sourceRef: string;
  /** Digest of the stored manifest, signatures included. */
  readonly manifestDigest: string;
  /** UTC. */
  readonly createdAt: Time;
  /** Absent for a runpack from before packs. */
  readonly manifest?: PackManifest | undefined;
  /** Declared digests by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Of run packs, where it can be parsed. */
  readonly runPayload?: RunPayload | undefined;
  /** The runpack itself or the embedded one, where it is sound. */
  readonly runpack?: Runpack | undefined;
}

/**
 * Loads a pack or a runpack. Parts of a pack that cannot be read are left out; a runpack must be sound.
 * @throws GaitError verification_failed for duplicate entries, invalid_input for what is neither.
 */
export const loadPack = (host: Host, source: PackSource): Promise<LoadedPack> =>
  withContainer(host, source, { runpack: () => loadRunpack(host, source), pack: (opened) => loadOpenPack(host, opened) });

async function loadRunpack(host: Host, source: PackSource): Promise<LoadedPack> {
  const runpack = await readRunpack(host, source);
  const { manifest, run } = runpack;
  return {
    packId: manifest.manifest_digest,
    packType: "run",
    sourceRef: manifest.run_id,
    manifestDigest: storedManifestDigest(host, source),
    createdAt: utcOr(run.created_at, EPOCH_1980),
    files: filesOf(manifest.files ?? []),
    runpack,
  };
}

function storedManifestDigest(host: Host, source: PackSource): string {
  const zip = openArchive(host, source);
  try {
    return digestOf(parseJson(readEntry(zip, MANIFEST_FILE)));
  } finally {
    zip.close();
  }
}

const filesOf = (files: readonly { readonly path: string; readonly sha256: string }[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, sha256 }) => [path, sha256]));

async function loadOpenPack(host: Host, { zip, manifest, document }: OpenPack): Promise<LoadedPack> {
  const { pack_type } = manifest;
  const holdsRunpack = pack_type === "run" || pack_type === "call";
  return {
    packId: manifest.pack_id,
    packType: pack_type,
    sourceRef: manifest.source_ref,
    manifestDigest: withPrefix("parse manifest", () => digestOf(parseJson(document.text))),
    createdAt: toUtc(manifest.created_at),
    manifest,
    files: filesOf(manifest.contents),
    runPayload: pack_type === "run" ? await readable(() => parseRunPayload(readPackEntry(zip, ENTRY.runPayload))) : undefined,
    runpack: holdsRunpack ? await readable(() => readRunpack(host, readPackEntry(zip, ENTRY.runpack))) : undefined,
  };
}

/** What `read` gives, undefined where it refuses. What a pack lacks is for verification to say. */
async function readable<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GaitError) return undefined;
    throw error;
  }
}
