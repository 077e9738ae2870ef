/** Building a run pack from a runpack (spec 20 §4 build order, §6). */
import path from "node:path";
import { canonicalize, sha256Hex } from "../format/canonical.js";
import { invalidInput, withPrefix } from "../format/errors.js";
import { assertLocalOrAbsolute, assertNoInput, writeFileWithParents } from "../format/files.js";
import type { Host } from "../format/host.js";
import type { PrivateKey } from "../format/keys.js";
import { trim } from "../format/text.js";
import { writeZip } from "../format/zip-writer.js";
import { openArchive, type RunpackSource } from "../runpack/archive.js";
import { contextEnvelopeShape } from "../runpack/context-envelope.js";
import { readRunpack } from "../runpack/read.js";
import { DEFAULT_PRODUCER_VERSION } from "../runpack/records.js";
import { buildEnvelope } from "./envelope.js";
import { entryType, sealManifest } from "./manifest.js";
import { snapshot } from "./open.js";
import { buildProofRecords } from "./proof.js";
import { ENTRY, isPackType, manifestShape, type PackManifest, type PackType, runPayloadShape } from "./records.js";
import { buildRunPayload, checkRunPayload } from "./run-payload.js";
import { locateSourceRunpack } from "./source.js";

/** The type of a word of any case. @throws GaitError invalid_input. */
export function parsePackType(word: string): PackType {
  const type = trim(word).toLowerCase();
  if (isPackType(type)) return type;
  throw invalidInput("--type must be run, job, call, or authorization");
}

export interface BuildPackOptions {
  readonly type: PackType;
  /** A run id, the path of a runpack, or a session chain, whose last checkpoint is taken. */
  readonly from: string;
  /** Where to write; "" is `pack_<id>.zip` beside the runpack. */
  readonly out?: string | undefined;
  readonly signingKey?: PrivateKey | undefined;
}

export interface BuiltPack {
  /** The file that was written, cleaned. */
  readonly path: string;
  readonly manifest: PackManifest;
}

/**
 * Builds a pack and writes it atomically.
 * @throws GaitError invalid_input, or verification_failed where the source has duplicate entries.
 */
export async function buildPack(host: Host, options: BuildPackOptions): Promise<BuiltPack> {
  if (options.type !== "run") {
    throw invalidInput(`this version of gait builds run packs only, not ${options.type} packs`, { code: "pack_type_unsupported" });
  }
  const out = outputFile(options.out ?? "");
  const source = locateSourceRunpack(host, options.from);
  const { bytes, manifest } = await buildRunPack(host, snapshot(host, source), options.signingKey);
  const file = out ?? path.join(path.dirname(source), `pack_${manifest.pack_id}.zip`);
  assertNoInput(host, "--out", file, [source, options.from]);
  writePack(host, file, bytes);
  return { path: file, manifest };
}

function outputFile(name: string): string | undefined {
  const trimmed = trim(name);
  if (trimmed === "") return undefined;
  const file = path.normalize(trimmed).replace(/(?<=.)\/+$/, "");
  assertLocalOrAbsolute(file);
  return file;
}

const writePack = (host: Host, file: string, bytes: Uint8Array): void =>
  withPrefix("write pack", () => writeFileWithParents(host, file, bytes));

/**
 * The archive of a run pack. Deterministic: the same runpack, version and key give the same bytes.
 * @throws GaitError invalid_input for a runpack that isn't sound or whose records a pack cannot hold, verification_failed for
 * duplicate entries.
 */
export async function buildRunPack(
  host: Host,
  source: RunpackSource,
  signingKey?: PrivateKey,
): Promise<{ readonly bytes: Uint8Array; readonly manifest: PackManifest }> {
  const runpack = await readRunpack(host, source);
  const payload = buildRunPayload(runpack);
  const sourceRef = trim(payload.run_id);
  withPrefix("a pack of this run would not verify", () => checkRunPayload(payload, sourceRef));
  const entries: PackEntry[] = [
    { path: ENTRY.runPayload, data: utf8(canonicalize(runPayloadShape.encode(payload))) },
    { path: ENTRY.runpack, data: rezip(host, source) },
  ];
  if (runpack.refs.receipts.length > 0) {
    entries.push({ path: ENTRY.envelope, data: utf8(canonicalize(contextEnvelopeShape.encode(buildEnvelope(runpack.refs)))) });
  }
  return sealPack(
    entries,
    { packType: "run", sourceRef, producerVersion: trim(host.producerVersion) || DEFAULT_PRODUCER_VERSION },
    signingKey,
  );
}

interface PackEntry {
  readonly path: string;
  readonly data: Uint8Array;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** The same files in the layout that every Gait archive has, so that other zip tools' runpacks give the same pack. */
function rezip(host: Host, source: RunpackSource): Uint8Array {
  const zip = openArchive(host, source);
  try {
    return writeZip(
      zip.entries
        .filter((entry) => !entry.isDirectory)
        .map((entry) => ({ path: entry.nameBytes, data: withPrefix(`read ${entry.name}`, () => zip.read(entry)), mode: entry.mode })),
    );
  } finally {
    zip.close();
  }
}

interface Subject {
  readonly packType: PackType;
  readonly sourceRef: string;
  readonly producerVersion: string;
}

/** Payload and source entries → proof records over them → contents → id → signature → manifest → archive. */
function sealPack(entries: readonly PackEntry[], subject: Subject, signingKey: PrivateKey | undefined) {
  const proven = entries.map(({ path: name, data }) => ({
    path: name,
    type: entryType(name),
    sha256: sha256Hex(data),
    size: data.length,
  }));
  const proof = utf8(buildProofRecords(subject, proven, signingKey));
  const contents = [...proven, { path: ENTRY.proof, type: entryType(ENTRY.proof), sha256: sha256Hex(proof) }].map(
    ({ path: name, sha256, type }) => ({ path: name, sha256, type }),
  );
  const manifest = sealManifest({ ...subject, contents, signingKey });
  const files = [
    ...entries,
    { path: ENTRY.proof, data: proof },
    { path: ENTRY.manifest, data: utf8(canonicalize(manifestShape.encode(manifest))) },
  ];
  return { bytes: writeZip(files), manifest };
}
