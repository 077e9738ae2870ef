/** Comparing two packs by what their manifests declare, and two runs by what happened in them (spec 20 §13, §19.4). */
import type { Host } from "../format/host.js";
import { bool, type Infer, list, omitEmpty, record, text, time } from "../format/shape.js";
import { compareBytes } from "../format/text.js";
import { EPOCH_1980 } from "../format/time.js";
import { type ContentDiff, diffContents } from "./content-diff.js";
import { classifyContextDrift } from "./context-drift.js";
import { type IntegrityReport, reportIntegrity } from "./integrity.js";
import { type LoadedPack, loadPack } from "./load.js";
import { type PackSource, snapshot } from "./open.js";
import { SCHEMA_ID, SCHEMA_VERSION } from "./records.js";

/** `gait.pack.diff` 1.0.0. */
export const diffShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  left_pack_id: text(),
  right_pack_id: text(),
  left_pack_type: text(),
  right_pack_type: text(),
  summary: record({
    changed: bool(),
    added_files: omitEmpty(list(text())),
    removed_files: omitEmpty(list(text())),
    changed_files: omitEmpty(list(text())),
    manifest_delta: bool(),
    context_changed: omitEmpty(bool()),
    context_runtime_only_changes: omitEmpty(bool()),
    context_drift_classification: text(),
  }),
});
export type DiffResult = Infer<typeof diffShape>;

export interface PackDiff {
  /** Compares what is declared, as the reference does. */
  readonly result: DiffResult;
  readonly left: IntegrityReport;
  readonly right: IntegrityReport;
  /** Where both sides hold a runpack that can be read. */
  readonly contents?: ContentDiff | undefined;
}

/** Whether the two packs are the same and both are what they claim: equality of tampered packs means nothing. */
export const isSame = ({ result, left, right }: PackDiff): boolean => !result.summary.changed && left.ok && right.ok;

/**
 * Compares two packs or runpacks, either way round, and verifies both.
 * @throws GaitError invalid_input for what is neither, verification_failed for duplicate entries.
 */
export async function diffPacks(host: Host, leftSource: PackSource, rightSource: PackSource): Promise<PackDiff> {
  const [leftBytes, rightBytes] = [snapshot(host, leftSource), snapshot(host, rightSource)];
  const left = await loadPack(host, leftBytes);
  const right = await loadPack(host, rightBytes);
  return {
    result: compare(left, right),
    left: await reportIntegrity(host, leftBytes),
    right: await reportIntegrity(host, rightBytes),
    contents: left.runpack && right.runpack && diffContents(left.runpack, right.runpack),
  };
}

function compare(left: LoadedPack, right: LoadedPack): DiffResult {
  const onlyIn = (a: LoadedPack, b: LoadedPack) => [...a.files.keys()].filter((path) => !b.files.has(path)).sort(compareBytes);
  const added = onlyIn(right, left);
  const removed = onlyIn(left, right);
  const changedFiles = [...left.files]
    .filter(([path, digest]) => right.files.has(path) && right.files.get(path) !== digest)
    .map(([path]) => path)
    .sort(compareBytes);
  const manifestDelta = left.manifestDigest !== right.manifestDigest || left.packType !== right.packType;
  const drift = classifyContextDrift(left, right);
  return {
    schema_id: SCHEMA_ID.diff,
    schema_version: SCHEMA_VERSION,
    created_at: EPOCH_1980,
    left_pack_id: left.packId,
    right_pack_id: right.packId,
    left_pack_type: left.packType,
    right_pack_type: right.packType,
    summary: {
      changed: manifestDelta || added.length > 0 || removed.length > 0 || changedFiles.length > 0 || drift !== "none",
      added_files: added,
      removed_files: removed,
      changed_files: changedFiles,
      manifest_delta: manifestDelta,
      context_changed: drift !== "none",
      context_runtime_only_changes: drift === "runtime_only",
      context_drift_classification: drift,
    },
  };
}
