/** Opening what a user calls a pack: a PackSpec pack, a runpack from before packs, or a guard evidence pack (spec 20 §11). */
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type JsonDocument, parseJsonDocument } from "../format/json.js";
import { fileSource, type ZipArchive } from "../format/zip-reader.js";
import { openArchive, type RunpackSource } from "../runpack/archive.js";
import { MANIFEST_FILE } from "../runpack/records.js";
import { parsePackManifest } from "./manifest.js";
import { ENTRY, type PackManifest } from "./records.js";

/** A pack: a path that the host resolves, or bytes that are already here. */
export type PackSource = RunpackSource;

export interface OpenPack {
  readonly zip: ZipArchive;
  readonly manifest: PackManifest;
  /** The manifest as it is stored. */
  readonly document: JsonDocument;
}

export interface Containers<T> {
  pack(opened: OpenPack): T | Promise<T>;
  /** The source is a runpack; nothing of it but its list of entries was looked at. */
  runpack(): T | Promise<T>;
  /** The manifest cannot be read, parsed or breaks the rules of packs. Default: its error leaves. */
  malformed?(error: GaitError, zip: ZipArchive): T | Promise<T>;
}

/** All bytes of a pack at once, so that several readings of it see the same ones. @throws GaitError invalid_input. */
export function snapshot(host: Host, source: PackSource): Uint8Array {
  if (typeof source !== "string") return source;
  const file = fileSource(host, source);
  try {
    return file.read(0, file.size);
  } finally {
    file.close();
  }
}

/** Content of an entry. @throws GaitError invalid_input `missing X` or `read X: …`. */
export function readPackEntry(zip: ZipArchive, name: string): Uint8Array {
  const entry = zip.entry(name);
  if (!entry) throw invalidInput(`missing ${name}`, { code: "pack_missing_entry" });
  return withPrefix(`read ${name}`, () => zip.read(entry));
}

/**
 * Opens a container, tells its kind by its manifests and hands it on; it is closed afterwards.
 * @throws GaitError verification_failed for duplicate entries, invalid_input for what is none of the kinds.
 */
export async function withContainer<T>(host: Host, source: PackSource, use: Containers<T>): Promise<T> {
  const zip = openArchive(host, source);
  try {
    if (!zip.entry(ENTRY.manifest)) {
      if (!zip.entry(MANIFEST_FILE)) throw invalidInput(`missing ${ENTRY.manifest}`, { code: "pack_missing_entry" });
      return await use.runpack();
    }
    let opened: OpenPack;
    try {
      opened = readManifest(zip);
    } catch (error) {
      if (!(error instanceof GaitError) || !use.malformed) throw error;
      return await use.malformed(error, zip);
    }
    return await use.pack(opened);
  } finally {
    zip.close();
  }
}

function readManifest(zip: ZipArchive): OpenPack {
  const bytes = readPackEntry(zip, ENTRY.manifest);
  return withPrefix("parse manifest", () => {
    const document = parseJsonDocument(bytes);
    return { zip, document, manifest: parsePackManifest(document) };
  });
}
