/** Exporting a pack's record as telemetry lines and as SQL (spec 20 §14, §19.4). */
import path from "node:path";
import { invalidInput, verificationFailed } from "../format/errors.js";
import { appendLines, assertLocalOrAbsolute, assertNoInput, isFolder, makeFolder, withFileLock, writeFileAtomic } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import type { PublicKey } from "../format/keys.js";
import { type ExportRecord, exportRecord } from "./export-record.js";
import { describeFailure } from "./integrity.js";
import { loadPack } from "./load.js";
import { type PackSource, snapshot } from "./open.js";
import { otelLines } from "./otel.js";
import { parseTable, postgresSql } from "./sql.js";
import { verifyPack } from "./verify.js";

export interface OtelTarget {
  /** Relative inside the working folder, or absolute; parents are created. */
  readonly file: string;
  /** Replace what the file holds instead of appending. */
  readonly truncate?: boolean | undefined;
}

export interface SqlTarget {
  /** Its folder must exist; the file is replaced. */
  readonly file: string;
  readonly table: string;
  readonly includeDdl: boolean;
}

export interface ExportOptions {
  readonly otel?: OtelTarget | undefined;
  readonly sql?: SqlTarget | undefined;
  /** Lets the record tell of valid signatures. */
  readonly publicKey?: PublicKey | undefined;
  /** Refuse a pack that doesn't verify; with a key its signature is required. */
  readonly requireVerified?: boolean | undefined;
}

/**
 * Verifies a pack and exports its record. A pack that doesn't verify is exported too, and the record says so, unless
 * `requireVerified`. Nothing is written before everything that can be refused was checked.
 * @throws GaitError invalid_input for options and for what is no pack, verification_failed where verification stops.
 */
export async function exportPack(host: Host, source: PackSource, options: ExportOptions): Promise<ExportRecord> {
  const { otel, sql, publicKey, requireVerified } = options;
  if (!otel && !sql) throw invalidInput("at least one export output is required (--otel-out or --postgres-sql-out)");
  const table = sql && parseTable(sql.table);
  if (otel) assertLocalOrAbsolute(otel.file);
  if (sql) assertFolderOf(host, sql.file);
  const input = typeof source === "string" ? [source] : [];
  if (otel) assertNoInput(host, "--otel-out", otel.file, input);
  if (sql) assertNoInput(host, "--postgres-sql-out", sql.file, otel ? [...input, otel.file] : input);
  const bytes = snapshot(host, source);
  const verification = await verifyPack(host, bytes, { publicKey, requireSignature: requireVerified && publicKey !== undefined });
  if (requireVerified && !verification.ok) {
    throw verificationFailed(`the pack doesn't verify: ${describeFailure(verification)}`, { code: "pack_unverified" });
  }
  const record = exportRecord(await loadPack(host, bytes), verification);
  const text = sql && table && postgresSql(record, table, sql.includeDdl);
  if (otel) writeOtel(host, otel, otelLines(record));
  if (sql && text !== undefined) writeFileAtomic(host, resolvePath(host, sql.file), text);
  return record;
}

function assertFolderOf(host: Host, file: string): void {
  const folder = path.dirname(file);
  if (!isFolder(host, folder))
    throw invalidInput(`open ${file}: no such file or directory`, { file, hint: `Create the folder ${folder}.` });
}

function writeOtel(host: Host, { file, truncate }: OtelTarget, lines: readonly string[]): void {
  if (!truncate) {
    appendLines(host, file, lines);
    return;
  }
  makeFolder(host, path.dirname(file));
  withFileLock(host, file, () => writeFileAtomic(host, file, lines.map((line) => `${line}\n`).join("")));
}
