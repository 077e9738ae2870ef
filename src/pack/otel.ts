/** A pack as OpenTelemetry-style JSON lines: one span, one event, six metrics (spec 20 §14). */
import { goJson, goJsonSorted } from "../format/canonical.js";
import type { Json, JsonObject } from "../format/json.js";
import { compareBytes } from "../format/text.js";
import { unixNanos } from "../format/time.js";
import { type ExportRecord, isIntegrityOk, traceSeed } from "./export-record.js";

/** Nanoseconds do not fit a double, so a line's members may be bigints. */
type Members = Readonly<Record<string, Json | bigint>>;

const memberText = (value: Json | bigint): string => (typeof value === "bigint" ? String(value) : goJsonSorted(value));

const line = (members: Members): string =>
  `{${Object.keys(members)
    .sort(compareBytes)
    .map((key) => `${goJson(key)}:${memberText(members[key]!)}`)
    .join(",")}}`;

const attributesOf = (record: ExportRecord): JsonObject => ({
  "gait.pack_id": record.packId,
  "gait.pack_type": record.packType,
  "gait.source_ref": record.sourceRef,
  "gait.manifest_digest": record.manifestDigest,
  "gait.files_checked": record.filesChecked,
  "gait.hash_mismatches": record.hashMismatches,
  "gait.missing_files": record.missingFiles,
  "gait.undeclared_files": record.undeclaredFiles,
  "gait.signature_status": record.signatureStatus,
  "gait.signatures_total": record.signaturesTotal,
  "gait.signatures_valid": record.signaturesValid,
  "gait.integrity_ok": isIntegrityOk(record),
  "gait.tool_calls_total": record.metrics.total,
  "gait.tool_calls_ok": record.metrics.success,
  "gait.policy_blocked": record.metrics.policyBlocked,
  "gait.approval_required": record.metrics.approvalRequired,
  "gait.regress_failures": record.metrics.regressFailures,
});

/** The eight lines of a pack, without their newlines. */
export function otelLines(record: ExportRecord): string[] {
  const { metrics } = record;
  const time = unixNanos(record.createdAt);
  const attributes = attributesOf(record);
  const seed = traceSeed(record);
  const ids = { trace_id: seed.slice(0, 32), span_id: seed.slice(32, 48) };
  const metric = (name: string, unit: string, value: Members) =>
    line({ record_type: "metric", time_unix_nano: time, name: `gait.pack.${name}`, unit, attributes, ...value });
  return [
    line({
      record_type: "span",
      ...ids,
      name: "gait.pack.verify",
      start_time_unix_nano: time,
      end_time_unix_nano: time,
      status: { code: isIntegrityOk(record) ? "ok" : "error" },
      attributes,
      instrumentation_scope: "gait.pack.export",
    }),
    line({
      record_type: "event",
      time_unix_nano: time,
      severity_text: "INFO",
      body: "gait.pack.export.metadata",
      ...ids,
      attributes,
    }),
    metric("tool_calls_total", "1", { value_int: metrics.total }),
    metric("tool_calls_success_total", "1", { value_int: metrics.success }),
    metric("tool_calls_success_rate", "ratio", { value_double: metrics.successRate }),
    metric("policy_blocked_total", "1", { value_int: metrics.policyBlocked }),
    metric("approval_required_total", "1", { value_int: metrics.approvalRequired }),
    metric("regress_failures_total", "1", { value_int: metrics.regressFailures }),
  ];
}
