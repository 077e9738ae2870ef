/** What a pack says it is, without trusting it (spec 20 §12). */
import type { Host } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import type { Runpack } from "../runpack/read.js";
import { type IntegrityReport, reportIntegrity } from "./integrity.js";
import { loadPack } from "./load.js";
import { type PackSource, snapshot } from "./open.js";
import type { PackManifest, PackType, RunPayload } from "./records.js";
import { inspectedPayload } from "./run-payload.js";

export interface IntentResult {
  readonly intentId: string;
  /** "" where only a result has the id. */
  readonly toolName: string;
  /** "" where there is no result. */
  readonly status: string;
}

export interface RunLineage {
  readonly timelineEvents: number;
  readonly receiptCount: number;
  /** Sorted by intent id. */
  readonly intentResults: readonly IntentResult[];
}

export interface PackInspection {
  readonly packId: string;
  readonly packType: PackType;
  readonly sourceRef: string;
  readonly manifest?: PackManifest | undefined;
  readonly runPayload?: RunPayload | undefined;
  readonly runLineage?: RunLineage | undefined;
  readonly legacyType?: "runpack" | undefined;
  readonly integrity: IntegrityReport;
}

/**
 * Describes a pack or a runpack. Parts of a pack that cannot be read are absent.
 * @throws GaitError invalid_input for what is neither, verification_failed for duplicate entries.
 */
export async function inspectPack(host: Host, source: PackSource): Promise<PackInspection> {
  const bytes = snapshot(host, source);
  const { packId, packType, sourceRef, manifest, runpack, runPayload } = await loadPack(host, bytes);
  const isRun = packType === "run";
  return {
    packId,
    packType,
    sourceRef,
    manifest,
    runPayload: manifest ? runPayload : runpack && inspectedPayload(runpack),
    runLineage: isRun && runpack ? runLineage(runpack) : undefined,
    legacyType: manifest ? undefined : "runpack",
    integrity: await reportIntegrity(host, bytes),
  };
}

function runLineage({ run, intents, results, refs }: Runpack): RunLineage {
  const tools = new Map(intents.map((intent) => [intent.intent_id, intent.tool_name]));
  const statuses = new Map(results.map((result) => [result.intent_id, result.status]));
  const ids = [...new Set([...tools.keys(), ...statuses.keys()])].sort(compareBytes);
  return {
    timelineEvents: run.timeline?.length ?? 0,
    receiptCount: refs.receipts.length,
    intentResults: ids.map((id) => ({ intentId: id, toolName: tools.get(id) ?? "", status: statuses.get(id) ?? "" })),
  };
}
