/** The same runs through this engine and the reference: the same bytes, verdicts, differences and exports. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/main.js";
import { sha256Hex } from "../../src/format/canonical.js";
import type { Host } from "../../src/format/host.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { encodePrivateKey, encodePublicKey } from "../../src/format/keys.js";
import { buildRunPack } from "../../src/pack/build.js";
import { testHost } from "../support/host.js";
import { askOracle, hasOracle, type OracleAnswer } from "../support/oracle.js";
import { oddRunpack } from "./arbitrary.js";
import { EDITS } from "./edits.js";
import { entriesOf, jsonOf, KEY_A, rawRunpack, tckRunpack, textOf } from "./support.js";

const SEED = 20;

/** Texts of errors and hints are ours. */
const OWN_WORDS = new Set(["error", "hint"]);

/** Whether everything that the reference says is said, in the same words. */
function missing(theirs: Json | undefined, ours: Json | undefined, at = ""): string[] {
  if (typeof theirs !== "object" || theirs === null || Array.isArray(theirs)) {
    return JSON.stringify(theirs) === JSON.stringify(ours) ? [] : [`${at}: ${JSON.stringify(theirs)} became ${JSON.stringify(ours)}`];
  }
  const found = typeof ours === "object" && ours !== null && !Array.isArray(ours) ? ours : {};
  return Object.keys(theirs)
    .filter((key) => !OWN_WORDS.has(key))
    .flatMap((key) => missing(theirs[key], found[key], `${at}/${key}`));
}

async function askOurs(host: Host, words: readonly string[]): Promise<OracleAnswer> {
  const shell = { host, color: false, progress: () => {}, warn: () => {} };
  const { exitCode, stdout } = await runCli([...words, "--json"], shell);
  return { exitCode, json: JSON.parse(stdout) as JsonObject };
}

/** Runs one command through both; `outputs` are compared byte for byte and removed. */
async function compare(host: Host, words: readonly string[], outputs: readonly string[] = []): Promise<OracleAnswer> {
  const files = outputs.map((name) => path.join(host.cwd, name));
  const take = () =>
    files.map((file) => {
      try {
        const bytes = readFileSync(file);
        return file.endsWith(".zip") ? sha256Hex(bytes) : bytes.toString("utf8");
      } catch {
        return undefined;
      } finally {
        rmSync(file, { force: true });
      }
    });
  take();
  const theirs = askOracle(host.cwd, host.home, ...words);
  const theirFiles = take();
  const ours = await askOurs(host, words);
  expect({ words, exit: ours.exitCode, missing: missing(theirs.json, ours.json) }).toEqual({ words, exit: theirs.exitCode, missing: [] });
  expect(take()).toEqual(theirFiles);
  return theirs;
}

function workshop(): Host {
  const host = testHost();
  writeFileSync(path.join(host.cwd, "a.key"), encodePrivateKey(KEY_A));
  writeFileSync(path.join(host.cwd, "a.pub"), encodePublicKey(KEY_A.publicKey));
  return host;
}

const put = (host: Host, name: string, bytes: Uint8Array): void => writeFileSync(path.join(host.cwd, name), bytes);

describe.skipIf(!hasOracle)("beside the reference", () => {
  test("random runs: build, verify, inspect, export", async () => {
    const host = workshop();
    let built = 0;
    for (const runpack of fc.sample(oddRunpack, { numRuns: 40, seed: SEED })) {
      put(host, "r.zip", runpack);
      for (const subject of ["r.zip", "p.zip", "s.zip"]) {
        if (subject === "p.zip") await compare(host, ["pack", "build", "r.zip", "--out", "p.zip"], ["p.zip"]);
        if (subject === "s.zip") await compare(host, ["pack", "build", "r.zip", "--out", "s.zip", "--private-key", "a.key"], ["s.zip"]);
        if (subject !== "r.zip") {
          const key = subject === "s.zip" ? ["--private-key", "a.key"] : [];
          const { exitCode } = askOracle(host.cwd, host.home, "pack", "build", "r.zip", "--out", subject, ...key);
          if (exitCode !== 0) continue;
          built++;
        }
        await compare(host, ["pack", "verify", subject]);
        await compare(host, ["pack", "inspect", subject]);
        await compare(host, ["pack", "export", subject, "--otel-out", "o.jsonl", "--postgres-sql-out", "x.sql"], ["o.jsonl", "x.sql"]);
      }
    }
    expect(built).toBeGreaterThan(40);
  }, 120_000);

  test("packs that were edited: the same verdicts, but for what is refused on purpose", async () => {
    const host = workshop();
    const { bytes } = await buildRunPack(host, tckRunpack(host));
    for (const { edit, isStricter, verdict } of EDITS) {
      put(host, "e.zip", edit(bytes));
      if (isStricter) {
        expect(askOracle(host.cwd, host.home, "pack", "verify", "e.zip").exitCode).toBe(0);
        continue;
      }
      await compare(host, ["pack", "verify", "e.zip"]);
      await compare(host, ["pack", "verify", "e.zip", "--public-key", "a.pub", "--require-signature"]);
      await compare(host, ["pack", "inspect", "e.zip"]);
      // Here a pack that doesn't verify equals nothing, not even itself.
      if (verdict === "ok") await compare(host, ["pack", "diff", "e.zip", "e.zip"]);
      await compare(host, ["pack", "export", "e.zip", "--otel-out", "o.jsonl"], ["o.jsonl"]);
    }
  }, 120_000);

  test("pairs of random runs: diff", async () => {
    const host = workshop();
    const packs: string[] = [];
    for (const [index, runpack] of fc.sample(oddRunpack, { numRuns: 24, seed: SEED + 1 }).entries()) {
      const name = `p${index}.zip`;
      put(host, `r${index}.zip`, runpack);
      packs.push(`r${index}.zip`);
      if (askOracle(host.cwd, host.home, "pack", "build", `r${index}.zip`, "--out", name).exitCode === 0) packs.push(name);
    }
    for (const [index, left] of packs.entries()) {
      for (const right of [left, packs[(index + 1) % packs.length]!, packs[(index * 7) % packs.length]!]) {
        await compare(host, ["pack", "diff", left, right, "--output", "d.json"], ["d.json"]);
      }
    }
  }, 120_000);

  test("retrieval times alone, one receipt more, another mode: how the context drifted", async () => {
    const host = workshop();
    for (const [index, runpack] of fc.sample(oddRunpack, { numRuns: 30, seed: SEED + 2 }).entries()) {
      const entries = entriesOf(runpack);
      const refs = jsonOf(entries, "refs.json");
      const receipts = refs.receipts as JsonObject[];
      if (receipts.length === 0) continue;
      const changes: JsonObject[] = [
        { receipts: receipts.map((one) => ({ ...one, retrieved_at: "2030-01-01T00:00:00Z" })) },
        { receipts: receipts.slice(1) },
        { receipts: [...receipts].reverse() },
        { context_evidence_mode: "" },
        { context_set_digest: "b".repeat(64), receipts: receipts.map((one) => ({ ...one, retrieved_at: "" })) },
        { created_at: "2030-01-01T00:00:00Z" },
      ];
      const files = (refsText: string) => ({
        "run.json": textOf(entries, "run.json"),
        "intents.jsonl": textOf(entries, "intents.jsonl"),
        "results.jsonl": textOf(entries, "results.jsonl"),
        "refs.json": refsText,
      });
      const { run_id } = jsonOf(entries, "run.json");
      put(host, "left.zip", runpack);
      put(host, "right.zip", rawRunpack(files(JSON.stringify({ ...refs, ...changes[index % changes.length] })), { run_id }));
      await compare(host, ["pack", "diff", "left.zip", "right.zip"]);
    }
  }, 120_000);
});
