/** What the commands of `gait pack` print and how they end. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type CliResult, runCli } from "../../../src/cli/main.js";
import type { Host } from "../../../src/format/host.js";
import type { JsonObject } from "../../../src/format/json.js";
import { encodePrivateKey, encodePublicKey } from "../../../src/format/keys.js";
import { buildRunPack } from "../../../src/pack/build.js";
import { changedRunpack, entriesOf, KEY_A, KEY_B, RECEIPT, reseal, tckRunpack, zipOf } from "../../pack/support.js";
import { testHost } from "../../support/host.js";

const ID = "8ca14518a7717221c82b86b8a7a1b99eabb565e901fb0391d5498f2f88ff185c";
const SIGNED_ID = "498c17d1c39090e79c3a6f9729a7d65a29141073989afffbfc6e8efe86194493";
const HEAD = { schema_id: "gait.pack.output", schema_version: "1.0.0" };

/** A folder with a runpack, its pack unsigned and signed, and keys. */
async function workshop(): Promise<Host> {
  const host = testHost({ env: { PUB: encodePublicKey(KEY_A.publicKey) } });
  const files: Record<string, Uint8Array | string> = {
    "r.zip": tckRunpack(host),
    "p.zip": (await buildRunPack(host, tckRunpack(host))).bytes,
    "s.zip": (await buildRunPack(host, tckRunpack(host), KEY_A)).bytes,
    "a.key": encodePrivateKey(KEY_A),
    "a.pub": encodePublicKey(KEY_A.publicKey),
    "b.pub": encodePublicKey(KEY_B.publicKey),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(host.cwd, name), content);
  return host;
}

const run = (host: Host, ...words: string[]): Promise<CliResult> =>
  runCli(words, { host, color: false, progress: () => {}, warn: () => {} });

const runJson = async (host: Host, ...words: string[]): Promise<JsonObject & { exitCode: number }> => {
  const { exitCode, stdout } = await run(host, ...words, "--json");
  return { ...(JSON.parse(stdout) as JsonObject), exitCode };
};

describe("pack build", () => {
  test("text and JSON", async () => {
    const host = await workshop();
    expect(await run(host, "pack", "build", "r.zip", "--out", "q.zip")).toEqual({ exitCode: 0, stdout: "pack build ok: q.zip (run)\n" });
    const { correlation_id, ...json } = await runJson(
      host,
      "pack",
      "build",
      "--from",
      " r.zip ",
      "--key-mode",
      " PROD ",
      "--private-key",
      "a.key",
    );
    expect(json).toEqual({
      ...HEAD,
      exitCode: 0,
      ok: true,
      operation: "build",
      path: `pack_${SIGNED_ID}.zip`,
      pack_id: SIGNED_ID,
      pack_type: "run",
      source_ref: "run_tck",
    });
    expect(correlation_id).toMatch(/^[0-9a-f]{24}$/);
  });

  test("a key for this one pack comes with a warning", async () => {
    const host = await workshop();
    const { stdout } = await run(host, "pack", "build", "r.zip", "--out", "q.zip", "--key-mode", "dev");
    expect(stdout).toBe(
      "pack build ok: q.zip (run)\nwarnings: dev mode: ephemeral keypair generated; signatures will not verify across machines\n",
    );
  });

  test.each([
    [["pack", "build"], "missing required --from <run_id|path>"],
    [["pack", "build", "r.zip", "--type", "zip"], "--type must be run, job, call, or authorization"],
    [["pack", "build", "r.zip", "--type", "JOB"], "this version of gait builds run packs only, not job packs"],
    [["pack", "build", "r.zip", "--key-mode", "hsm"], 'unsupported --key-mode value "hsm" (expected none, dev or prod)'],
    [["pack", "build", "r.zip", "--key-mode", "prod"], "prod mode requires a private key source"],
    [["pack", "build", "r.zip", "--key-mode", "dev", "--private-key", "a.key"], "dev mode does not accept explicit key sources"],
    [["pack", "build", "r.zip", "--private-key", "a.key", "--private-key-env", "X"], "private key source: set either path or env"],
    [["pack", "build", "--key-mode", "hsm"], "missing required --from <run_id|path>"],
    [["pack", "build", "no.zip", "--type", "zip", "--key-mode", "hsm"], 'unsupported --key-mode value "hsm" (expected none, dev or prod)'],
  ])("%j is refused", async (words, error) => {
    const host = await workshop();
    expect(await runJson(host, ...words)).toMatchObject({
      ...HEAD,
      exitCode: 6,
      ok: false,
      operation: "build",
      error,
      error_code: "invalid_input",
    });
  });
});

describe("pack verify", () => {
  test("text of a sound pack is one line; a signature that nobody looked at is told of", async () => {
    const host = await workshop();
    expect(await run(host, "pack", "verify", "p.zip")).toEqual({ exitCode: 0, stdout: "pack verify ok: p.zip\n" });
    expect((await run(host, "pack", "verify", "s.zip")).stdout).toBe(
      "pack verify ok: s.zip\nsignature skipped: public key not configured\n",
    );
    expect((await run(host, "pack", "verify", "s.zip", "--public-key-env", "PUB")).stdout).toBe("pack verify ok: s.zip\n");
  });

  test("text of a changed pack says what changed", async () => {
    const host = await workshop();
    const pack = readFileSync(path.join(host.cwd, "p.zip"));
    writeFileSync(
      path.join(host.cwd, "x.zip"),
      reseal(pack, { entries: { "run_payload.json": "{}", "context_envelope.json": undefined, z: "1" }, contents: false }),
    );
    expect(await run(host, "pack", "verify", "x.zip")).toEqual({
      exitCode: 2,
      stdout: [
        "pack verify failed: x.zip",
        "missing files: context_envelope.json",
        "changed: run_payload.json (declared 8781ec2a0a3ae50471307fb1badd2c07b532381de527c26394d515ef466ec548, found 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a)",
        "undeclared files: z",
        "signature missing",
        "",
      ].join("\n"),
    });
  });

  test("warnings in standard are failures in strict, in text and JSON", async () => {
    const host = await workshop();
    const pack = readFileSync(path.join(host.cwd, "p.zip"));
    writeFileSync(path.join(host.cwd, "w.zip"), reseal(pack, { entries: { "proof_records.jsonl": undefined } }));
    const message = "there is no proof_records.jsonl: an old pack, or one that lost it";
    const warnings = [{ code: "proof_records_missing", message }];
    expect((await run(host, "pack", "verify", "w.zip")).stdout).toBe(`pack verify ok: w.zip\nwarning: ${message}\n`);
    expect(await runJson(host, "pack", "verify", "w.zip")).toMatchObject({ exitCode: 0, ok: true, verify: { warnings } });
    const strict = ["pack", "verify", "w.zip", "--profile", "Strict", "--public-key", "a.pub"];
    expect((await run(host, ...strict)).stdout).toBe(
      `pack verify failed: w.zip\nfailure: ${message}\nsignature missing: manifest has no signatures\n`,
    );
    const json = await runJson(host, ...strict);
    expect(json).toMatchObject({ exitCode: 2, ok: false, verify: { failures: warnings } });
    expect(json).not.toHaveProperty("error");
    expect(json).not.toHaveProperty("error_code");
  });

  test("JSON", async () => {
    const host = await workshop();
    const { correlation_id: _, ...json } = await runJson(
      host,
      "pack",
      "verify",
      "--path",
      "s.zip",
      "--profile",
      "strict",
      "--private-key",
      "a.key",
    );
    expect(json).toEqual({
      ...HEAD,
      exitCode: 0,
      ok: true,
      operation: "verify",
      path: "s.zip",
      pack_id: SIGNED_ID,
      pack_type: "run",
      source_ref: "run_tck",
      verify: {
        pack_id: SIGNED_ID,
        pack_type: "run",
        source_ref: "run_tck",
        files_checked: 4,
        proof_records_verified: 3,
        signature_status: "verified",
        signatures_total: 1,
        signatures_valid: 1,
        verified_key_ids: [KEY_A.publicKey.keyId],
      },
    });
  });

  test.each([
    [[], 6, "expected <pack.zip>"],
    [["no_lock_timeout_contention.zip"], 6, "open zip: open no_lock_timeout_contention.zip: no such file or directory"],
    [["p.zip", "--profile", "paranoid"], 6, 'unsupported --profile value "paranoid" (expected standard or strict)'],
    [["p.zip", "--profile", "strict"], 6, "strict verify profile requires --public-key/--public-key-env or private key source"],
    [["p.zip", "--public-key", "a.key"], 6, "invalid public key length: 64"],
  ])("%j ends with %d", async (words, exitCode, error) => {
    expect(await runJson(await workshop(), "pack", "verify", ...words)).toMatchObject({ exitCode, error, ok: false, operation: "verify" });
  });

  test("another pack id is an error without verdict", async () => {
    const host = await workshop();
    const pack = readFileSync(path.join(host.cwd, "p.zip"));
    writeFileSync(
      path.join(host.cwd, "x.zip"),
      reseal(pack, { manifest: () => ({ pack_id: "0".repeat(64) }), contents: false, id: false }),
    );
    const json = await runJson(host, "pack", "verify", "x.zip");
    expect(json).toMatchObject({ exitCode: 2, error_code: "verification_failed", error_detail_code: "pack_id_mismatch", retryable: false });
    expect(json).not.toHaveProperty("verify");
    expect((await run(host, "pack", "verify", "x.zip")).stdout).toMatch(/^pack verify error: pack_id mismatch: /);
  });
});

describe("pack inspect", () => {
  test("text and JSON", async () => {
    const host = await workshop();
    expect(await run(host, "pack", "inspect", "p.zip")).toEqual({ exitCode: 0, stdout: `pack inspect ok: ${ID} (run)\n` });
    const { inspect } = await runJson(host, "pack", "inspect", "p.zip");
    expect(inspect).toMatchObject({
      pack_id: ID,
      manifest: { pack_id: ID },
      run_payload: { run_id: "run_tck" },
      run_lineage: { timeline_events: 1, receipt_count: 1, intent_results: [{ intent_id: "intent_1", tool_name: "echo", status: "ok" }] },
      integrity_ok: true,
    });
    expect(inspect).not.toHaveProperty("integrity_error");
    expect((await runJson(host, "pack", "inspect", "r.zip")).inspect).toMatchObject({ legacy_type: "runpack", integrity_ok: true });
  });

  test("a changed pack is shown, and shown to be changed", async () => {
    const host = await workshop();
    const pack = readFileSync(path.join(host.cwd, "p.zip"));
    writeFileSync(path.join(host.cwd, "x.zip"), reseal(pack, { entries: { z: "1" }, contents: false }));
    expect(await run(host, "pack", "inspect", "x.zip")).toEqual({
      exitCode: 0,
      stdout: `pack inspect ok: ${ID} (run)\nintegrity failed: undeclared: z\n`,
    });
    expect((await runJson(host, "pack", "inspect", "x.zip")).inspect).toMatchObject({
      integrity_ok: false,
      integrity_error: "undeclared: z",
    });
  });
});

describe("pack diff", () => {
  async function changed(): Promise<Host> {
    const host = await workshop();
    const other = changedRunpack((input) => ({
      ...input,
      intents: [{ ...input.intents[0]!, tool_name: "rm" }],
      results: [],
      refs: { ...input.refs, receipts: [RECEIPT, { ...RECEIPT, ref_id: "ref_2" }] },
    }));
    writeFileSync(path.join(host.cwd, "q.zip"), (await buildRunPack(host, other)).bytes);
    return host;
  }

  test("text of no change", async () => {
    expect(await run(await workshop(), "pack", "diff", "p.zip", "p.zip")).toEqual({ exitCode: 0, stdout: "pack diff ok\n" });
  });

  test("text of changes", async () => {
    const { exitCode, stdout } = await run(await changed(), "pack", "diff", "p.zip", "q.zip");
    expect(exitCode).toBe(2);
    expect(stdout.replace(/right: [0-9a-f]{64}/, "right: ID")).toBe(
      [
        "pack diff: changed",
        `left:  ${ID} (run)`,
        "right: ID (run)",
        "changed files: context_envelope.json, proof_records.jsonl, run_payload.json, source/runpack.zip",
        "context: semantic",
        "intent ~ intent_1: tool_name",
        "result - intent_1",
        "receipt + ref_2",
        "",
      ].join("\n"),
    );
  });

  test("JSON: the result under both names, integrity, contents; the file as the reference writes it", async () => {
    const host = await changed();
    const json = await runJson(host, "pack", "diff", "p.zip", "q.zip", "--output", "d.json");
    const diff = json.diff as JsonObject;
    expect(json).toMatchObject({ exitCode: 2, ok: false, operation: "diff", path: "d.json" });
    expect(json).not.toHaveProperty("error");
    expect(diff.result).toEqual(diff.Result);
    expect(diff).toMatchObject({
      left_integrity_ok: true,
      right_integrity_ok: true,
      intents: { changed: [{ id: "intent_1", fields: ["tool_name"] }] },
      results: { removed: ["intent_1"] },
      receipts: { added: ["ref_2"] },
    });
    const file = path.join(host.cwd, "d.json");
    expect(readFileSync(file, "utf8")).toMatch(
      /^\{"schema_id":"gait\.pack\.diff","schema_version":"1\.0\.0","created_at":"1980-01-01T00:00:00Z","left_pack_id":.*"context_drift_classification":"semantic"\}\}$/,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("a tampered pack is not the same as its original", async () => {
    const host = await workshop();
    const pack = readFileSync(path.join(host.cwd, "p.zip"));
    writeFileSync(path.join(host.cwd, "x.zip"), reseal(pack, { entries: { z: "1" }, contents: false }));
    expect(await run(host, "pack", "diff", "p.zip", "x.zip")).toEqual({
      exitCode: 2,
      stdout: "pack diff: same declarations\nright is not intact: undeclared: z\n",
    });
    expect((await runJson(host, "pack", "diff", "p.zip", "x.zip")).diff).toMatchObject({
      Result: { summary: { changed: false } },
      left_integrity_ok: true,
      right_integrity_ok: false,
      right_integrity_error: "undeclared: z",
    });
  });

  test.each([[["p.zip"]], [["p.zip", "p.zip", "p.zip"]], [["p.zip", " "]]])("%j: two packs, no more and no less", async (packs) => {
    expect(await runJson(await workshop(), "pack", "diff", ...packs)).toMatchObject({ exitCode: 6, error: "expected <left> <right>" });
  });

  test("a folder for the output is not made", async () => {
    const host = await workshop();
    expect(await runJson(host, "pack", "diff", "p.zip", "p.zip", "--output", "no/d.json")).toMatchObject({ exitCode: 6, ok: false });
    expect(existsSync(path.join(host.cwd, "no"))).toBe(false);
  });
});

describe("pack export", () => {
  test("text and JSON", async () => {
    const host = await workshop();
    expect(await run(host, "pack", "export", "p.zip", "--otel-out", "o", "--postgres-sql-out", " s ")).toEqual({
      exitCode: 0,
      stdout: "pack export ok: p.zip\notel: o\npostgres_sql: s\n",
    });
    expect(await runJson(host, "pack", "export", "p.zip", "--otel-out", "o")).toMatchObject({
      ...HEAD,
      exitCode: 0,
      ok: true,
      operation: "export",
      path: "p.zip",
      otel_path: "o",
      export: {
        created_at: "1980-01-01T00:00:00Z",
        files_checked: 4,
        hash_mismatches: 0,
        manifest_digest: "afc9160644ab14e5be9035c44df82961218ee392dc8c38d668dde2d2f49893e8",
        missing_files: 0,
        undeclared_files: 0,
        signature_status: "missing",
        signatures_total: 0,
        signatures_valid: 0,
        metrics: {
          tool_calls_total: 1,
          tool_calls_success: 1,
          tool_calls_success_rate: 1,
          policy_blocked: 0,
          approval_required: 0,
          regress_failures: 0,
        },
      },
    });
    expect(readFileSync(path.join(host.cwd, "o"), "utf8").split("\n")).toHaveLength(17);
  });

  test.each([
    [["--otel-out", "x"], "expected <pack.zip>"],
    [["p.zip"], "at least one export output is required (--otel-out or --postgres-sql-out)"],
    [["p.zip", "--otel-out", " "], "at least one export output is required (--otel-out or --postgres-sql-out)"],
    [["p.zip", "--otel-out", "o", "--postgres-sql-out", "s", "--postgres-table", "a.b.c"], 'invalid postgres table name: "a.b.c"'],
  ])("%j is refused before anything is written", async (words, error) => {
    const host = await workshop();
    expect(await runJson(host, "pack", "export", ...words)).toMatchObject({ exitCode: 6, error, operation: "export" });
    expect(existsSync(path.join(host.cwd, "o"))).toBe(false);
  });

  test("a wrong table name without SQL is nobody's business", async () => {
    expect(await runJson(await workshop(), "pack", "export", "p.zip", "--otel-out", "o", "--postgres-table", "a-b")).toMatchObject({
      exitCode: 0,
    });
  });

  test("a key lets the record tell of the signature; --require-verified refuses another's", async () => {
    const host = await workshop();
    const exported = (...words: string[]) => runJson(host, "pack", "export", "s.zip", "--otel-out", "o", ...words);
    expect(await exported()).toMatchObject({ export: { signature_status: "skipped" } });
    expect(await exported("--public-key", "a.pub", "--require-verified", "--otel-truncate")).toMatchObject({
      export: { signature_status: "verified" },
    });
    expect(readFileSync(path.join(host.cwd, "o"), "utf8").split("\n")).toHaveLength(9);
    expect(await exported("--public-key", "b.pub", "--require-verified")).toMatchObject({
      exitCode: 2,
      error_detail_code: "pack_unverified",
    });
  });
});

test("duplicate entries are exit 2 in every command", async () => {
  const host = await workshop();
  const entries = [...entriesOf(readFileSync(path.join(host.cwd, "p.zip")))];
  const name = "run_payload.json";
  const twin = "run_payload.jsoN";
  const bytes = Buffer.from(zipOf([...entries, [twin, "{}"]]));
  for (let at = bytes.indexOf(twin); at >= 0; at = bytes.indexOf(twin)) bytes.write(name, at);
  writeFileSync(path.join(host.cwd, "d.zip"), bytes);
  const commands = [
    ["verify", "d.zip"],
    ["inspect", "d.zip"],
    ["diff", "d.zip", "p.zip"],
    ["export", "d.zip", "--otel-out", "o"],
    ["build", "d.zip"],
  ];
  for (const words of commands) {
    expect(await runJson(host, "pack", ...words)).toMatchObject({ exitCode: 2, error: "zip contains duplicate entries: run_payload.json" });
  }
  expect(existsSync(path.join(host.cwd, "o"))).toBe(false);
});
