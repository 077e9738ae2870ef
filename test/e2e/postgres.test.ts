/**
 * The SQL of `gait pack export` in a real PostgreSQL, through psql, which reads its input differently from a driver.
 * Needs GAIT_TEST_POSTGRES_URL, the address of a server whose databases may be changed at will; `bash .ci/run` starts one.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createNodeHost } from "../../src/host/node-host.js";
import { buildRunpack } from "../../src/runpack/write.js";
import { HOSTILE_IDS, TABLES, tckRun } from "../pack/support.js";
import { repositoryRoot } from "../support/tools.js";

const url = process.env.GAIT_TEST_POSTGRES_URL ?? "";
const bundle = path.join(repositoryRoot, "dist/cli/index.js");
const folder = mkdtempSync(path.join(os.tmpdir(), "gait-postgres-"));
const schema = `gait_${process.pid}`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function psql(...words: string[]): string {
  const { status, stdout, stderr, error } = spawnSync("psql", ["-X", "-v", "ON_ERROR_STOP=1", "-At", ...words, url], {
    encoding: "utf8",
    env: { ...process.env, PGOPTIONS: "-c client_min_messages=warning" },
  });
  if (error) throw error;
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

const gait = (...words: string[]) =>
  JSON.parse(execFileSync(process.execPath, [bundle, ...words, "--json"], { cwd: folder, encoding: "utf8" }));

test.runIf(process.env.CI === "true")("CI has a server to test with", () => expect(url).not.toBe(""));

describe.skipIf(url === "")("SQL exports in PostgreSQL", () => {
  beforeAll(() => void psql("-c", `CREATE SCHEMA ${schema}`));
  afterAll(() => void psql("-c", `DROP SCHEMA ${schema} CASCADE`));

  test.each(TABLES)("table %j: every hostile name, loaded twice, stays one row that says what the pack says", (table) => {
    const name = table.split(".").at(-1)!.trim();
    const host = createNodeHost({ cwd: folder });
    for (const [index, id] of HOSTILE_IDS.entries()) {
      writeFileSync(path.join(folder, "r.zip"), buildRunpack(host, tckRun(id)).bytes);
      gait("pack", "build", "r.zip", "--out", "p.zip");
      const { export: record } = gait("pack", "export", "p.zip", "--postgres-sql-out", "x.sql", "--postgres-table", `${schema}.${name}`);
      const load = () => {
        psql("-f", path.join(folder, "x.sql"));
        return psql("-c", `SELECT json_agg(t ORDER BY pack_id) FROM ${schema}."${name}" t`);
      };
      const first = load();
      expect(load()).toBe(first);
      const rows = JSON.parse(first) as Record<string, unknown>[];
      expect(rows).toHaveLength(index + 1);
      const { metrics, ...told } = record;
      const { created_at, ...row } = rows.find((one) => one.pack_id === record.pack_id)!;
      expect({ ...row, created_at: new Date(String(created_at)).toISOString() }).toEqual({
        ...told,
        ...metrics,
        source_ref: id,
        created_at: "1980-01-01T00:00:00.000Z",
      });
    }
  });

  test("the indexes are there", () => {
    const names = psql(
      "-c",
      `SELECT indexname FROM pg_indexes WHERE schemaname = '${schema}' AND tablename = 'gait_pack_index' ORDER BY 1`,
    );
    expect(names.trim().split("\n")).toEqual([
      "gait_pack_index_pkey",
      "idx_gait_pack_index_pack_type_created_at",
      "idx_gait_pack_index_source_ref",
    ]);
  });
});
