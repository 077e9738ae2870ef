import type { JsonObject } from "../../format/json.js";
import { inspectPack, type PackInspection, type RunLineage } from "../../pack/inspect.js";
import { manifestShape, runPayloadShape } from "../../pack/records.js";
import { type Command, omitEmptyFields } from "../command.js";
import { PATH_FLAG, packFailure, packOutput, packPath } from "../pack-output.js";

const lineageFields = ({ timelineEvents, receiptCount, intentResults }: RunLineage): JsonObject => ({
  timeline_events: timelineEvents,
  receipt_count: receiptCount,
  intent_results: intentResults.map(({ intentId, toolName, status }) => ({
    intent_id: intentId,
    ...omitEmptyFields({ tool_name: toolName, status }),
  })),
});

const inspectFields = (found: PackInspection): JsonObject => ({
  ...omitEmptyFields({
    pack_id: found.packId,
    pack_type: found.packType,
    source_ref: found.sourceRef,
    manifest: found.manifest && manifestShape.encode(found.manifest),
    run_payload: found.runPayload && runPayloadShape.encode(found.runPayload),
    run_lineage: found.runLineage && lineageFields(found.runLineage),
    legacy_type: found.legacyType,
    integrity_error: found.integrity.reason,
  }),
  integrity_ok: found.integrity.ok,
});

export const command: Command = {
  name: "pack inspect",
  summary: "Show what a pack says it holds.",
  description: "Show what a pack says it holds: its manifest, the summary of the run and what became of every intent.",
  usage: ["pack inspect <pack.zip>"],
  flags: [PATH_FLAG],
  examples: [
    { line: "gait pack inspect pack.zip --json", why: "Everything that is known of the pack; integrity_ok says whether to believe it." },
  ],
  failureFields: packFailure("inspect"),
  run: async (args, { host }) => {
    const path = packPath(args);
    const found = await inspectPack(host, path);
    const { packId: pack_id, packType: pack_type, sourceRef: source_ref, integrity } = found;
    return {
      exitCode: 0,
      json: packOutput("inspect", { ok: true, path, pack_id, pack_type, source_ref, inspect: inspectFields(found) }),
      text: [`pack inspect ok: ${pack_id} (${pack_type})`, ...(integrity.ok ? [] : [`integrity failed: ${integrity.reason}`])],
    };
  },
};
