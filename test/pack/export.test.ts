import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { compareTimes } from "../../src/format/time.js";
import { buildRunPack } from "../../src/pack/build.js";
import { exportPack } from "../../src/pack/export.js";
import { type ExportRecord, traceSeed } from "../../src/pack/export-record.js";
import { otelLines } from "../../src/pack/otel.js";
import { parseTable, postgresSql, sixDecimals } from "../../src/pack/sql.js";
import { buildRunpack } from "../../src/runpack/write.js";
import { failingFs, testHost } from "../support/host.js";
import { HOSTILE_IDS, KEY_A, KEY_B, reseal, TABLES, tckRun, tckRunpack, verdictRun } from "./support.js";

const golden = (name: string): string => readFileSync(new URL(`golden/${name}`, import.meta.url), "utf8");
const read = (host: Host, name: string): string => readFileSync(path.join(host.cwd, name), "utf8");
const tckPack = async (host: Host, key?: typeof KEY_A) => (await buildRunPack(host, tckRunpack(host), key)).bytes;
const sql = (file: string, table = "gait_pack_index", includeDdl = true) => ({ file, table, includeDdl });

describe("bytes of the exports", () => {
  test("lines and SQL of a run with verdicts", async () => {
    const host = testHost();
    const { bytes } = await buildRunPack(host, buildRunpack(host, verdictRun()).bytes);
    await exportPack(host, bytes, { otel: { file: "o/p.jsonl" }, sql: sql("t.sql") });
    await exportPack(host, bytes, { sql: sql("u.sql", " audit . Pack_Index", false) });
    expect(read(host, "o/p.jsonl")).toBe(golden("otel.jsonl"));
    expect(read(host, "t.sql")).toBe(golden("table.sql"));
    expect(read(host, "u.sql")).toBe(golden("row-only.sql"));
  });

  test("a second export appends; with truncate it replaces", async () => {
    const host = testHost();
    const pack = await tckPack(host);
    const lines = async (truncate?: boolean) => {
      await exportPack(host, pack, { otel: { file: "p.jsonl", truncate } });
      return read(host, "p.jsonl").split("\n").length - 1;
    };
    expect([await lines(), await lines(), await lines(true), await lines()]).toEqual([8, 16, 8, 16]);
    expect(existsSync(path.join(host.cwd, "p.jsonl.lock"))).toBe(false);
  });
});

const RECORD: ExportRecord = {
  packId: "AB".repeat(32),
  packType: "run",
  sourceRef: "run_1",
  manifestDigest: "cd".repeat(32),
  filesChecked: 4,
  hashMismatches: 0,
  missingFiles: 0,
  undeclaredFiles: 0,
  signatureStatus: "missing",
  signaturesTotal: 0,
  signaturesValid: 0,
  createdAt: "2026-02-14T00:00:00.123456789Z",
  metrics: { total: 3, success: 1, successRate: 1 / 3, policyBlocked: 0, approvalRequired: 0, regressFailures: 0 },
};

describe("telemetry lines", () => {
  test("times are exact to the nanosecond, beyond what a double holds", () => {
    const times = otelLines(RECORD).flatMap((line) =>
      [...line.matchAll(/"(\w*time_unix_nano)":(\d+)/g)].map(([, name, digits]) => [name, BigInt(digits!)]),
    );
    expect(times).toHaveLength(9);
    for (const [, nanos] of times) expect(nanos).toBe(1771027200123456789n);
  });

  test("every line is one JSON object with sorted keys and all attributes", () => {
    const lines = otelLines(RECORD);
    expect(lines.map((line) => JSON.parse(line)).map((one) => [one.record_type, one.name ?? one.body])).toEqual([
      ["span", "gait.pack.verify"],
      ["event", "gait.pack.export.metadata"],
      ["metric", "gait.pack.tool_calls_total"],
      ["metric", "gait.pack.tool_calls_success_total"],
      ["metric", "gait.pack.tool_calls_success_rate"],
      ["metric", "gait.pack.policy_blocked_total"],
      ["metric", "gait.pack.approval_required_total"],
      ["metric", "gait.pack.regress_failures_total"],
    ]);
    for (const line of lines) {
      const object = JSON.parse(line);
      expect(Object.keys(object)).toEqual(Object.keys(object).sort());
      expect(Object.keys(object.attributes)).toHaveLength(17);
    }
    expect(JSON.parse(lines[4]!)).toMatchObject({ unit: "ratio", value_double: 1 / 3 });
  });

  test.each(["hashMismatches", "missingFiles", "undeclaredFiles"] as const)("%s make the span an error", (field) => {
    const [span] = otelLines({ ...RECORD, [field]: 1 }).map((line) => JSON.parse(line));
    expect([span.status.code, span.attributes["gait.integrity_ok"]]).toEqual(["error", false]);
  });

  test.each([
    ["the pack id", RECORD, "ab".repeat(32)],
    ["the manifest digest, where the id is none", { ...RECORD, packId: "x" }, "cd".repeat(32)],
    [
      "type and source, where neither is",
      { ...RECORD, packId: "x", manifestDigest: "y" },
      "a650fba24fd346c9afa7bfadc1ea008aa543f6233e50ec8200ff142cc96b7056",
    ],
  ])("trace ids come from %s", (_, record, seed) => expect(traceSeed(record)).toBe(seed));
});

describe("table names", () => {
  test.each(TABLES)("%j is %s", (name, quoted) => expect(parseTable(name).quoted).toBe(quoted));

  test.each(["", ".", "a.b.c", "1abc", "drop table;", "a-b", 'a"b', ".t", "a.", "a b", "é"])("%j is refused", (name) =>
    expect(() => parseTable(name)).toThrow("invalid postgres table name"),
  );
});

test.each([
  [0, "0.000000"],
  [1, "1.000000"],
  [0.75, "0.750000"],
  [1 / 3, "0.333333"],
  [2 / 3, "0.666667"],
  [1 / 128, "0.007812"],
  [3 / 128, "0.023438"],
  [5 / 128, "0.039062"],
  [127 / 128, "0.992188"],
])("a ratio of %d is %s", (ratio, text) => expect(sixDecimals(ratio)).toBe(text));

describe("the SQL in a PostgreSQL", () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
    await database.exec("CREATE SCHEMA audit");
  }, 120_000);
  afterAll(() => database.close());

  test.each(TABLES)("table %j: every hostile name, loaded twice, is one row that says what the pack says", async (table, quoted) => {
    const host = testHost();
    for (const id of HOSTILE_IDS) {
      const { bytes } = await buildRunPack(host, buildRunpack(host, tckRun(id)).bytes);
      const record = await exportPack(host, bytes, { sql: sql("x.sql", table) });
      const rows = async () => {
        await database.exec(read(host, "x.sql"));
        return (await database.query<Record<string, unknown>>(`SELECT * FROM ${quoted} WHERE pack_id = $1`, [record.packId])).rows;
      };
      const first = await rows();
      expect(first).toHaveLength(1);
      expect(first[0]).toMatchObject({
        pack_type: "run",
        source_ref: id,
        manifest_digest: record.manifestDigest,
        files_checked: 4,
        signature_status: "missing",
        tool_calls_total: 1,
        tool_calls_success_rate: 1,
      });
      expect(compareTimes((first[0]!.created_at as Date).toISOString(), record.createdAt)).toBe(0);
      expect(await rows()).toEqual(first);
    }
    const { rows } = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${quoted}`);
    expect(rows[0]!.count).toBe(HOSTILE_IDS.length);
  });

  test("a later export of the same pack updates the row", async () => {
    const table = parseTable("updates");
    for (const signatureStatus of ["missing", "verified"]) await database.exec(postgresSql({ ...RECORD, signatureStatus }, table, true));
    const { rows } = await database.query("SELECT signature_status, tool_calls_success_rate FROM updates");
    expect(rows).toEqual([{ signature_status: "verified", tool_calls_success_rate: 0.333333 }]);
  });

  test("a NUL character, which the database cannot hold, is refused before", () => {
    expect(() => postgresSql({ ...RECORD, sourceRef: "a\u0000b" }, parseTable("t"), true)).toThrow("NUL");
  });
});

describe("nothing is written before all is checked", () => {
  test.each([
    ["no output at all", {}, /at least one export output/],
    ["a bad table", { sql: sql("x.sql", "a-b") }, /invalid postgres table name/],
    ["no folder for the SQL", { sql: sql("no/x.sql") }, /^open no\/x\.sql: no such file or directory$/],
    ["lines outside the folder", { otel: { file: "../o.jsonl" } }, /path must be local relative or absolute/],
  ])("%s", async (_, options, message) => {
    const host = testHost();
    const all = Object.keys(options).length === 0 ? {} : { otel: { file: "o.jsonl" }, ...options };
    await expect(exportPack(host, await tckPack(host), all)).rejects.toMatchObject({
      category: "invalid_input",
      message: expect.stringMatching(message),
    });
    expect(existsSync(path.join(host.cwd, "o.jsonl"))).toBe(false);
  });

  test("a pack that stops verification", async () => {
    const host = testHost();
    const bytes = reseal(await tckPack(host), { manifest: () => ({ producer_version: "x" }), id: false, contents: false });
    await expect(exportPack(host, bytes, { otel: { file: "o.jsonl" } })).rejects.toMatchObject({ exitCode: 2, message: /pack_id/ });
    expect(existsSync(path.join(host.cwd, "o.jsonl"))).toBe(false);
  });

  test("a full disk leaves the old SQL", async () => {
    const good = testHost();
    const pack = await tckPack(good);
    writeFileSync(path.join(good.cwd, "x.sql"), "old");
    const host = { ...good, fs: failingFs("fsyncSync", "ENOSPC") };
    await expect(exportPack(host, pack, { sql: sql("x.sql") })).rejects.toMatchObject({ category: "invalid_input" });
    expect(read(good, "x.sql")).toBe("old");
  });
});

describe("packs that don't verify", () => {
  test("are exported, and the record says so", async () => {
    const host = testHost();
    const bytes = reseal(await tckPack(host), { entries: { "run_payload.json": "{}", z: "1" }, contents: false });
    const record = await exportPack(host, bytes, { otel: { file: "o.jsonl" } });
    expect(record).toMatchObject({ hashMismatches: 1, missingFiles: 0, undeclaredFiles: 1 });
  });

  test("are refused on demand", async () => {
    const host = testHost();
    const bytes = reseal(await tckPack(host), { entries: { z: "1" }, contents: false });
    const options = { otel: { file: "o.jsonl" }, requireVerified: true };
    await expect(exportPack(host, bytes, options)).rejects.toMatchObject({
      exitCode: 2,
      code: "pack_unverified",
      message: "the pack doesn't verify: undeclared: z",
    });
    expect(existsSync(path.join(host.cwd, "o.jsonl"))).toBe(false);
    await expect(exportPack(host, await tckPack(host), options)).resolves.toMatchObject({ signatureStatus: "missing" });
  });

  test("with a key the signature counts too", async () => {
    const host = testHost();
    const options = (publicKey: typeof KEY_A.publicKey) => ({ otel: { file: "o.jsonl" }, requireVerified: true, publicKey });
    const signed = await tckPack(host, KEY_A);
    await expect(exportPack(host, signed, options(KEY_A.publicKey))).resolves.toMatchObject({
      signatureStatus: "verified",
      signaturesValid: 1,
    });
    await expect(exportPack(host, signed, options(KEY_B.publicKey))).rejects.toMatchObject({ code: "pack_unverified" });
    await expect(exportPack(host, await tckPack(host), options(KEY_A.publicKey))).rejects.toMatchObject({ code: "pack_unverified" });
  });
});

test("a runpack from before packs takes its time from the run", async () => {
  const host = testHost();
  mkdirSync(path.join(host.cwd, "in"));
  writeFileSync(path.join(host.cwd, "in/r.zip"), tckRunpack(host));
  const record = await exportPack(host, "in/r.zip", { otel: { file: "o.jsonl" } });
  expect(record).toMatchObject({
    packId: "145318df409e6cd34adc043ee5949a26d299007ce7e633d35a7db25cac092af7",
    manifestDigest: "bfc44d15669d560437dbc4e6700b7bd7613a51ab7af196d0521678a39ab38174",
    createdAt: "2026-02-14T00:00:00Z",
  });
});
