/** The manifest of a pack: its rules, its id, its signature (spec 20 §4). */
import { digestOf } from "../format/canonical.js";
import { invalidInput } from "../format/errors.js";
import type { Json, JsonDocument } from "../format/json.js";
import { type PrivateKey, signJson } from "../format/keys.js";
import { decodeDocument, STRICT } from "../format/shape.js";
import { compareBytes, isBlank, isHex64, trim } from "../format/text.js";
import { EPOCH_1980, isZeroTime } from "../format/time.js";
import { isPackType, manifestShape, type PackContent, type PackManifest, type PackType, SCHEMA_ID, SCHEMA_VERSION } from "./records.js";
import { assertNoRepeatedKeys } from "./unambiguous.js";

const refuse = (message: string) => invalidInput(message, { code: "pack_manifest_invalid" });

function checkContent({ path, sha256, type }: PackContent): void {
  if (isBlank(path)) throw refuse("manifest content path is required");
  if (!isHex64(trim(sha256))) throw refuse(`manifest content sha256 must be sha256 hex: ${path}`);
  if (isBlank(type)) throw refuse(`manifest content type is required: ${path}`);
}

/** Decodes a manifest and holds it to every rule of spec 20 §4. @throws GaitError invalid_input. */
export function parsePackManifest(document: JsonDocument): PackManifest {
  assertNoRepeatedKeys(document);
  const manifest = decodeDocument(manifestShape, document, STRICT);
  if (manifest.schema_id !== SCHEMA_ID.manifest) throw refuse(`unsupported manifest schema_id: ${manifest.schema_id}`);
  if (manifest.schema_version !== SCHEMA_VERSION) throw refuse(`unsupported manifest schema_version: ${manifest.schema_version}`);
  if (!isPackType(manifest.pack_type)) throw refuse(`invalid pack_type: ${manifest.pack_type}`);
  if (isBlank(manifest.source_ref)) throw refuse("manifest missing source_ref");
  if (isBlank(manifest.producer_version)) throw refuse("manifest missing producer_version");
  if (isZeroTime(manifest.created_at)) throw refuse("manifest missing created_at");
  if (!isHex64(trim(manifest.pack_id))) throw refuse("manifest pack_id must be sha256 hex");
  if (manifest.contents === null) throw refuse("manifest missing contents");
  manifest.contents.forEach(checkContent);
  for (const { alg, key_id, sig, signed_digest } of manifest.signatures) {
    if (isBlank(alg) || isBlank(key_id) || isBlank(sig)) throw refuse("manifest signature needs alg, key_id and sig");
    if (!isBlank(signed_digest) && !isHex64(trim(signed_digest))) throw refuse("manifest signature signed_digest must be sha256 hex");
  }
  return { ...manifest, contents: manifest.contents, pack_type: manifest.pack_type };
}

/** The manifest without its signatures, as a plain value: what the signatures cover. */
export const unsignedManifest = (manifest: PackManifest): Json => manifestShape.encode({ ...manifest, signatures: [] });

/** The id that a manifest must have: digest of itself with a blank id and no signatures. */
export const packId = (manifest: PackManifest): string => digestOf(unsignedManifest({ ...manifest, pack_id: "" }));

const ENTRY_TYPES: readonly (readonly [ending: string, type: string])[] = [
  [".json", "json"],
  [".jsonl", "jsonl"],
  [".zip", "zip"],
];

/** What a manifest calls the kind of an entry. */
export const entryType = (path: string): string => ENTRY_TYPES.find(([ending]) => path.toLowerCase().endsWith(ending))?.[1] ?? "blob";

export interface ManifestParts {
  readonly packType: PackType;
  /** Run id, job id, call id or trace id. */
  readonly sourceRef: string;
  readonly producerVersion: string;
  readonly contents: readonly PackContent[];
  readonly signingKey?: PrivateKey | undefined;
}

/** A complete manifest: sorted contents, id, and a signature where there is a key. */
export function sealManifest({ packType, sourceRef, producerVersion, contents, signingKey }: ManifestParts): PackManifest {
  const unsealed: PackManifest = {
    schema_id: SCHEMA_ID.manifest,
    schema_version: SCHEMA_VERSION,
    created_at: EPOCH_1980,
    producer_version: producerVersion,
    pack_id: "",
    pack_type: packType,
    source_ref: sourceRef,
    contents: [...contents].sort((a, b) => compareBytes(a.path, b.path)),
    signatures: [],
  };
  const sealed = { ...unsealed, pack_id: packId(unsealed) };
  return signingKey ? { ...sealed, signatures: [signJson(signingKey, unsignedManifest(sealed))] } : sealed;
}
