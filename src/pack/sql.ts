/** A pack as a row of a PostgreSQL table, written as SQL text that may be loaded again and again (spec 20 §14). */
import { invalidInput } from "../format/errors.js";
import { trim } from "../format/text.js";
import type { ExportRecord } from "./export-record.js";

/** A checked table name. */
export interface Table {
  /** Quoted, with its schema where it has one. */
  readonly quoted: string;
  /** The table's own name, unquoted. */
  readonly name: string;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Checks a name of one or two parts joined by a dot. @throws GaitError invalid_input. */
export function parseTable(name: string): Table {
  const parts = name.split(".").map(trim);
  if (parts.length > 2 || !parts.every((part) => IDENTIFIER.test(part))) {
    throw invalidInput(`invalid postgres table name: ${JSON.stringify(name)}`, {
      hint: "Use letters, digits and _, with one dot between schema and table: gait_pack_index or audit.gait_pack_index.",
    });
  }
  return { quoted: parts.map((part) => `"${part}"`).join("."), name: parts.at(-1)! };
}

/** Text as a literal under standard_conforming_strings, where only the quote means anything. */
function literal(text: string): string {
  if (text.includes("\u0000")) throw invalidInput("a pack field holds a NUL character, which PostgreSQL text cannot");
  return `'${text.replaceAll("'", "''")}'`;
}

/** Six decimals of a ratio, an exact tie to the even digit: `toFixed` would round 1/128 up. */
export function sixDecimals(ratio: number): string {
  const isTie = Number.isInteger(ratio * 128) && (ratio * 128) % 2 === 1;
  if (!isTie) return ratio.toFixed(6);
  const floor = Math.floor(ratio * 1e6);
  return ((floor + (floor % 2)) / 1e6).toFixed(6);
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly value: (record: ExportRecord) => string;
}

const textColumn = (name: string, type: string, pick: (record: ExportRecord) => string): Column => ({
  name,
  type,
  value: (record) => literal(pick(record)),
});

const countColumn = (name: string, pick: (record: ExportRecord) => number): Column => ({
  name,
  type: "INTEGER NOT NULL",
  value: (record) => String(pick(record)),
});

const COLUMNS: readonly [Column, ...Column[]] = [
  textColumn("pack_id", "TEXT PRIMARY KEY", (record) => record.packId),
  textColumn("pack_type", "TEXT NOT NULL", (record) => record.packType),
  textColumn("source_ref", "TEXT NOT NULL", (record) => record.sourceRef),
  textColumn("manifest_digest", "TEXT NOT NULL", (record) => record.manifestDigest),
  countColumn("files_checked", (record) => record.filesChecked),
  countColumn("hash_mismatches", (record) => record.hashMismatches),
  countColumn("missing_files", (record) => record.missingFiles),
  countColumn("undeclared_files", (record) => record.undeclaredFiles),
  textColumn("signature_status", "TEXT NOT NULL", (record) => record.signatureStatus),
  countColumn("signatures_total", (record) => record.signaturesTotal),
  countColumn("signatures_valid", (record) => record.signaturesValid),
  countColumn("tool_calls_total", (record) => record.metrics.total),
  countColumn("tool_calls_success", (record) => record.metrics.success),
  { name: "tool_calls_success_rate", type: "DOUBLE PRECISION NOT NULL", value: (record) => sixDecimals(record.metrics.successRate) },
  countColumn("policy_blocked", (record) => record.metrics.policyBlocked),
  countColumn("approval_required", (record) => record.metrics.approvalRequired),
  countColumn("regress_failures", (record) => record.metrics.regressFailures),
  { name: "created_at", type: "TIMESTAMPTZ NOT NULL", value: (record) => `${literal(record.createdAt)}::timestamptz` },
];

const indented = (items: readonly string[]): string => items.map((item) => `  ${item}`).join(",\n");

function definitions({ quoted, name }: Table): string {
  const index = `idx_${name.toLowerCase()}`;
  return [
    `CREATE TABLE IF NOT EXISTS ${quoted} (`,
    indented(COLUMNS.map((column) => `${column.name} ${column.type}`)),
    ");",
    `CREATE INDEX IF NOT EXISTS "${index}_pack_type_created_at" ON ${quoted} (pack_type, created_at DESC);`,
    `CREATE INDEX IF NOT EXISTS "${index}_source_ref" ON ${quoted} (source_ref);`,
    "\n",
  ].join("\n");
}

/** The SQL text; `withDefinitions` leads it with the table and its indexes. @throws GaitError invalid_input for a NUL character. */
export function postgresSql(record: ExportRecord, table: Table, withDefinitions: boolean): string {
  const [key, ...others] = COLUMNS;
  const insert = [
    `INSERT INTO ${table.quoted} (`,
    indented(COLUMNS.map((column) => column.name)),
    ") VALUES (",
    indented(COLUMNS.map((column) => column.value(record))),
    ")",
    `ON CONFLICT (${key.name}) DO UPDATE SET`,
    `${indented(others.map(({ name }) => `${name} = EXCLUDED.${name}`))};`,
    "",
  ].join("\n");
  return withDefinitions ? definitions(table) + insert : insert;
}
