import type { JsonObject } from "../../format/json.js";
import { trim } from "../../format/text.js";
import { type ExportOptions, exportPack } from "../../pack/export.js";
import type { ExportRecord } from "../../pack/export-record.js";
import type { Arguments, Command } from "../command.js";
import { VERIFY_KEY_FLAGS, verifyKey } from "../key-flags.js";
import { PATH_FLAG, packFailure, packOutput, packPath } from "../pack-output.js";

const exportFields = (record: ExportRecord): JsonObject => ({
  pack_id: record.packId,
  pack_type: record.packType,
  source_ref: record.sourceRef,
  manifest_digest: record.manifestDigest,
  files_checked: record.filesChecked,
  hash_mismatches: record.hashMismatches,
  missing_files: record.missingFiles,
  undeclared_files: record.undeclaredFiles,
  signature_status: record.signatureStatus,
  signatures_total: record.signaturesTotal,
  signatures_valid: record.signaturesValid,
  created_at: record.createdAt,
  metrics: {
    tool_calls_total: record.metrics.total,
    tool_calls_success: record.metrics.success,
    tool_calls_success_rate: record.metrics.successRate,
    policy_blocked: record.metrics.policyBlocked,
    approval_required: record.metrics.approvalRequired,
    regress_failures: record.metrics.regressFailures,
  },
});

function targets(args: Arguments): Pick<ExportOptions, "otel" | "sql"> {
  const [otel, sql] = [args.string("otel-out"), args.string("postgres-sql-out")].map(trim);
  return {
    otel: !otel ? undefined : { file: otel, truncate: args.boolean("otel-truncate") },
    sql: !sql ? undefined : { file: sql, table: args.string("postgres-table"), includeDdl: args.boolean("postgres-include-ddl") },
  };
}

export const command: Command = {
  name: "pack export",
  summary: "Write a pack's figures as telemetry or SQL.",
  description: "Write what a pack is and how its run went as OpenTelemetry-style JSON lines, as a PostgreSQL row, or both.",
  usage: ["pack export <pack.zip> [--otel-out file.jsonl] [--postgres-sql-out file.sql] [--postgres-table name]"],
  flags: [
    PATH_FLAG,
    { name: "otel-out", kind: "string", value: "path", help: "File that the JSON lines are appended to." },
    { name: "otel-truncate", kind: "boolean", help: "Replace the file of --otel-out instead." },
    { name: "postgres-sql-out", kind: "string", value: "path", help: "File for the SQL; it may be loaded any number of times." },
    { name: "postgres-table", kind: "string", value: "name", default: "gait_pack_index", help: "Table, with or without schema." },
    { name: "postgres-include-ddl", kind: "boolean", default: true, help: "Lead the SQL with the table and its indexes." },
    { name: "require-verified", kind: "boolean", help: "Refuse a pack that doesn't verify; with a key, one not signed with it." },
    ...VERIFY_KEY_FLAGS,
  ],
  examples: [
    { line: "gait pack export pack.zip --otel-out telemetry/packs.jsonl", why: "Append the pack's lines for a collector." },
    { line: "gait pack export pack.zip --postgres-sql-out pack.sql --require-verified", why: "A row for a pack that can be trusted." },
  ],
  failureFields: packFailure("export"),
  run: async (args, { host }) => {
    const path = packPath(args);
    const { otel, sql } = targets(args);
    const publicKey = verifyKey(host, args);
    const record = await exportPack(host, path, { otel, sql, publicKey, requireVerified: args.boolean("require-verified") });
    const { packId: pack_id, packType: pack_type, sourceRef: source_ref } = record;
    return {
      exitCode: 0,
      json: packOutput("export", {
        ok: true,
        path,
        pack_id,
        pack_type,
        source_ref,
        otel_path: otel?.file,
        postgres_sql_path: sql?.file,
        export: exportFields(record),
      }),
      text: [`pack export ok: ${path}`, ...(otel ? [`otel: ${otel.file}`] : []), ...(sql ? [`postgres_sql: ${sql.file}`] : [])],
    };
  },
};
