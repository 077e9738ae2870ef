/** `regress init` and `regress add`: a recorded run becomes a fixture (spec 40 §3). */
import { parseReceipt } from "../capture/receipt.js";
import { openSource, type ResolvedSource, resolvePathSource, resolveSource } from "../capture/source.js";
import { invalidInput, verificationFailed, withPrefixAsync } from "../format/errors.js";
import { isFile, readBytes, writeFileAtomic } from "../format/files.js";
import type { Host } from "../format/host.js";
import { replaceFiles } from "../format/replace-files.js";
import { equalHex, trim } from "../format/text.js";
import { type Runpack, readRunpack } from "../runpack/read.js";
import { type Commit, changeProject } from "./change.js";
import { CONFIG_FILE, configText } from "./config.js";
import { type ExistingFixture, readExisting } from "./existing.js";
import { carryOver, deriveMetadata, lostSettings } from "./expectations.js";
import { FIXTURE_FILE, type FixtureMetadata, metadataText, RUNPACK_FILE } from "./metadata.js";
import { assertFixtureName, deriveFixtureName } from "./names.js";
import { fixtureFolder, readWorkspaceConfig, rebuildConfig } from "./workspace.js";

export interface ImportOptions {
  /** Path, run id or session chain; for `add` also a capture receipt. */
  readonly from: string;
  /** "": derived from the run id. */
  readonly name: string;
  /** Which checkpoint of a session chain; undefined: the receipt's, else the latest. */
  readonly checkpoint: string | undefined;
  /** Keep what was set by hand in an existing fixture of that name. */
  readonly merge: boolean;
  /** Whether a `.json` may be a capture receipt. */
  readonly receipts: boolean;
}

export interface ImportedFixture {
  /** Of the runpack. */
  readonly runId: string;
  readonly name: string;
  readonly folder: string;
  readonly runpack: string;
  readonly config: string;
  readonly warnings: readonly string[];
}

/**
 * Imports a run as a fixture and makes gait.yaml anew from `fixtures/`.
 * @throws GaitError verification_failed for duplicate entries and for an artifact that is not the captured one; invalid_input otherwise.
 */
export async function importFixture(host: Host, options: ImportOptions): Promise<ImportedFixture> {
  const from = trim(options.from);
  const words = `<${options.receipts ? "capture.json|" : ""}run_id|path|session_chain.json>`;
  if (from === "") throw invalidInput(`missing required --from ${words}`);
  const { path, chain, expected } = locateSource(host, from, options);
  const { bytes, runId, pack } = await readSource(host, path, expected);
  const name = options.name === "" ? deriveFixtureName(runId) : options.name;
  assertFixtureName(name);
  const source: FixtureSource = { name, runId, bytes, pack, chain };
  return changeProject(host, CONFIG_FILE, (commit) => writeFixture(host, source, options.merge, commit));
}

interface FixtureSource extends Pick<ResolvedSource, "chain"> {
  readonly name: string;
  readonly runId: string;
  readonly bytes: Uint8Array;
  readonly pack: Runpack;
}

async function writeFixture(host: Host, source: FixtureSource, merge: boolean, commit: Commit): Promise<ImportedFixture> {
  const { name, runId, bytes, pack, chain } = source;
  const previous = await readWorkspaceConfig(host);
  const folder = fixtureFolder(name);
  const files = { runpack: `${folder}/${RUNPACK_FILE}`, metadata: `${folder}/${FIXTURE_FILE}` };
  const derived = deriveMetadata(pack, { name, runId, sessionChain: chain?.path ?? "", checkpointIndex: chain?.checkpointIndex ?? 0 });
  const existing = await readExisting(host, files);
  const metadata = merge && existing.metadata ? carryOver(existing.metadata, existing.pack, derived) : derived;
  commit(() => {
    replaceFiles(host, [
      { path: files.runpack, content: bytes },
      { path: files.metadata, content: metadataText(metadata, merge ? existing.unknown : {}) },
    ]);
    writeFileAtomic(host, CONFIG_FILE, configText(rebuildConfig(host, previous?.config)));
  });
  return {
    runId,
    name,
    folder,
    runpack: files.runpack,
    config: CONFIG_FILE,
    warnings: [
      ...lossWarnings(files.metadata, existing, metadata, merge),
      ...(previous?.format === "yaml" ? [`${CONFIG_FILE} is written as JSON now; its comments are gone`] : []),
    ],
  };
}

/** Digests that the source must have; "" for any. */
interface Expected {
  readonly sha256: string;
  readonly manifestDigest: string;
}

const ANY: Expected = { sha256: "", manifestDigest: "" };

function locateSource(host: Host, from: string, options: ImportOptions): ResolvedSource & { readonly expected: Expected } {
  const receipt =
    options.receipts && from.toLowerCase().endsWith(".json") && isFile(host, from) ? parseReceipt(readBytes(host, from)) : undefined;
  if (receipt === undefined) return { ...resolveSource(host, from, options.checkpoint ?? ""), expected: ANY };
  if (receipt.artifact_type !== "runpack") {
    throw invalidInput(`the receipt is of a ${receipt.artifact_type || "nameless artifact"}; only a runpack can become a fixture`, {
      file: from,
    });
  }
  const captured = { sha256: receipt.artifact_sha256, manifestDigest: receipt.manifest_digest };
  const chain = trim(receipt.session_chain_path);
  if (chain === "") return { ...resolvePathSource(host, trim(receipt.artifact_path), ""), expected: captured };
  const recorded = receipt.checkpoint_index > 0 ? String(receipt.checkpoint_index) : "";
  const checkpoint = options.checkpoint ?? recorded;
  // A checkpoint that was asked for is another artifact than the captured one.
  return { ...resolvePathSource(host, chain, checkpoint), expected: checkpoint === recorded && recorded !== "" ? captured : ANY };
}

async function readSource(host: Host, file: string, expected: Expected): Promise<{ bytes: Uint8Array; runId: string; pack: Runpack }> {
  const { runpack: bytes, sha256, verification } = await withPrefixAsync("verify source runpack", () => openSource(host, file));
  if (verification.missingFiles.length + verification.hashMismatches.length > 0) {
    throw invalidInput("source runpack failed integrity checks", { code: "runpack_hash_mismatch", file, hint: `Run gait verify ${file}.` });
  }
  const isCaptured =
    (expected.sha256 === "" || equalHex(expected.sha256, sha256)) &&
    (expected.manifestDigest === "" || equalHex(expected.manifestDigest, verification.manifestDigest));
  if (!isCaptured) {
    throw verificationFailed(`${file} is not the artifact that was captured`, {
      code: "captured_artifact_changed",
      file,
      hint: "It was changed or replaced since; capture it again if that is intended.",
    });
  }
  return { bytes, runId: verification.runId, pack: await withPrefixAsync("read source runpack", () => readRunpack(host, bytes)) };
}

function lossWarnings(file: string, existing: ExistingFixture, now: FixtureMetadata, isMerge: boolean): string[] {
  const { metadata: old, error, unknown, pack } = existing;
  if (error !== null) return [`${file} could not be read and was replaced: ${error.message}`];
  if (old === null) return [];
  const lost = [...lostSettings(old, pack, now), ...(isMerge ? [] : Object.keys(unknown))];
  return lost.length === 0 ? [] : [`${file} was written anew; what it said before is lost in ${lost.join(", ")}`];
}
