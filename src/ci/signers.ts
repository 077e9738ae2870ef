/** Who an artifact says to be signed by, whether or not that holds: for telling what changed since the base commit. */
import { GaitError } from "../format/errors.js";
import { isJsonObject, type Json, parseJson } from "../format/json.js";
import { sortedUnique } from "../format/text.js";
import { bytesSource, openZip } from "../format/zip-reader.js";

const MANIFESTS = ["pack_manifest.json", "manifest.json"];

/** Key ids of the signatures in a pack, runpack, trace or chain; empty where there are none or it cannot be read. */
export function signersOf(bytes: Uint8Array): string[] {
  try {
    const document = parseJson(isArchive(bytes) ? manifestOf(bytes) : bytes);
    if (!isJsonObject(document)) return [];
    const signatures = [...(Array.isArray(document.signatures) ? document.signatures : []), document.signature ?? null];
    return sortedUnique(signatures.map(keyIdOf));
  } catch (error) {
    if (error instanceof GaitError) return [];
    throw error;
  }
}

export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function manifestOf(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytesSource(bytes));
  try {
    const entry = MANIFESTS.map((name) => zip.entry(name)).find((one) => one !== undefined);
    return entry === undefined ? new Uint8Array() : zip.read(entry);
  } finally {
    zip.close();
  }
}

const keyIdOf = (signature: Json): string => (isJsonObject(signature) && typeof signature.key_id === "string" ? signature.key_id : "");
