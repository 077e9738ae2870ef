import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { type BuildPackOptions, buildPack, buildRunPack, parsePackType } from "../../src/pack/build.js";
import { verifyPack } from "../../src/pack/verify.js";
import { failingFs, testHost } from "../support/host.js";
import { changedRunpack, entriesOf, jsonOf, KEY_A, RECEIPT, rawRunpack, tckRunpack, textOf, zipOf } from "./support.js";

const ID = "8ca14518a7717221c82b86b8a7a1b99eabb565e901fb0391d5498f2f88ff185c";

function put(host: Host, name: string, content: Uint8Array | string): void {
  mkdirSync(path.dirname(path.resolve(host.cwd, name)), { recursive: true });
  writeFileSync(path.resolve(host.cwd, name), content);
}

const build = (host: Host, from: string, options: Partial<BuildPackOptions> = {}) => buildPack(host, { type: "run", from, ...options });

describe("the source", () => {
  test("a path; the pack lies beside it", async () => {
    const host = testHost();
    put(host, "in/r.ZIP", tckRunpack(host));
    expect(await build(host, "in/r.ZIP")).toMatchObject({ path: `in/pack_${ID}.zip`, manifest: { pack_id: ID, source_ref: "run_tck" } });
    expect(await verifyPack(host, `in/pack_${ID}.zip`)).toMatchObject({ ok: true, warnings: [] });
  });

  test("a run id, in the working folder and then at home", async () => {
    const host = testHost();
    const home = path.join(host.home, ".gait/runpacks/runpack_run_tck.zip");
    put(host, home, tckRunpack(host));
    expect((await build(host, "run_tck")).path).toBe(path.join(path.dirname(home), `pack_${ID}.zip`));
    put(host, "gait-out/runpack_run_tck.zip", tckRunpack(host));
    expect((await build(host, "run_tck")).path).toBe(`gait-out/pack_${ID}.zip`);
  });

  test("a session chain: its last checkpoint", async () => {
    const host = testHost();
    put(host, "s/cp1.zip", "not this one");
    put(host, "s/cp2.zip", tckRunpack(host));
    const checkpoint = { schema_id: "gait.runpack.session_checkpoint", schema_version: "1.0.0", session_id: "s", run_id: "run_tck" };
    const chain = {
      schema_id: "gait.runpack.session_chain",
      schema_version: "1.0.0",
      session_id: "s",
      run_id: "run_tck",
      checkpoints: [
        { ...checkpoint, checkpoint_index: 1, runpack_path: "s/cp1.zip" },
        { ...checkpoint, checkpoint_index: 2, runpack_path: "s/cp2.zip" },
      ],
    };
    put(host, "s/chain.JSON", JSON.stringify(chain));
    expect((await build(host, "s/chain.JSON")).path).toBe(`s/pack_${ID}.zip`);
    put(host, "gone.json", JSON.stringify({ ...chain, checkpoints: [{ ...checkpoint, runpack_path: "gone.zip" }] }));
    await expect(build(host, "gone.json")).rejects.toMatchObject({ exitCode: 6, message: "runpack not found: gone.zip" });
  });

  test.each([
    ["run_missing", "runpack not found for run_id: run_missing"],
    ["./nope.zip", "runpack not found: ./nope.zip"],
    [".", "runpack not found for run_id: ."],
    ["nope.json", "read session chain: open nope.json: no such file or directory"],
  ])("%s is refused", async (from, message) => {
    await expect(build(testHost(), from)).rejects.toMatchObject({ exitCode: 6, message });
  });

  test("other zip tools' layouts give the same pack; folders and their entries' order do not count", async () => {
    const host = testHost();
    const stored = zipOf([...entriesOf(tckRunpack(host))].reverse());
    expect((await buildRunPack(host, stored)).manifest.pack_id).toBe(ID);
  });

  test.each([
    ["a changed record", (all: Map<string, Uint8Array>) => all.set("run.json", Buffer.from("{}")), 6, "runpack hash mismatch"],
    ["a missing record", (all: Map<string, Uint8Array>) => all.delete("refs.json"), 6, "missing refs.json"],
    ["no manifest", (all: Map<string, Uint8Array>) => all.delete("manifest.json"), 6, "missing manifest.json"],
  ])("%s: refused, nothing written", async (_, change, exitCode, message) => {
    const host = testHost();
    const all = entriesOf(tckRunpack(host));
    change(all);
    put(host, "r.zip", zipOf(all));
    await expect(build(host, "r.zip", { out: "p.zip" })).rejects.toMatchObject({ exitCode, message });
    expect(readdirSync(host.cwd)).toEqual(["r.zip"]);
  });
});

describe("the file", () => {
  test.each([
    ["x/y/z.zip", "x/y/z.zip"],
    [" ./a/../b.zip ", "b.zip"],
    ["c/", "c"],
  ])("--out %j writes %s, for the owner only", async (out, file) => {
    const host = testHost();
    put(host, "r.zip", tckRunpack(host));
    expect((await build(host, "r.zip", { out })).path).toBe(file);
    expect(statSync(path.join(host.cwd, file)).mode & 0o777).toBe(0o600);
  });

  test.each(["../up.zip", "a/../../up.zip"])("--out %s leaves the folder: refused", async (out) => {
    const host = testHost();
    put(host, "r.zip", tckRunpack(host));
    await expect(build(host, "r.zip", { out })).rejects.toMatchObject({ exitCode: 6, message: /path must be local relative or absolute/ });
  });

  test("a full disk leaves no half of it", async () => {
    const good = testHost();
    put(good, "r.zip", tckRunpack(good));
    const host = { ...good, fs: failingFs("writeSync", "ENOSPC") };
    await expect(build(host, "r.zip", { out: "p.zip" })).rejects.toMatchObject({
      exitCode: 6,
      message: /^write pack: .*no space left on device$/,
    });
    expect(readdirSync(good.cwd)).toEqual(["r.zip"]);
  });

  test("the same run, version and key give the same bytes; another key another id", async () => {
    const host = testHost();
    put(host, "r.zip", tckRunpack(host));
    await build(host, "r.zip", { out: "a.zip", signingKey: KEY_A });
    await build(host, "r.zip", { out: "b.zip", signingKey: KEY_A });
    expect(readFileSync(path.join(host.cwd, "a.zip"))).toEqual(readFileSync(path.join(host.cwd, "b.zip")));
    expect((await build(host, "r.zip")).manifest.pack_id).toBe(ID);
    expect((await build(testHost({ ...host, producerVersion: "1.4.0" }), "r.zip")).manifest).toMatchObject({ producer_version: "1.4.0" });
  });
});

describe("what is packed", () => {
  const payloadOf = async (bytes: Uint8Array) => jsonOf(entriesOf((await buildRunPack(testHost(), bytes)).bytes), "run_payload.json");

  test("no receipts: no envelope, and nothing about context", async () => {
    const { bytes } = await buildRunPack(
      testHost(),
      changedRunpack((run) => ({ ...run, refs: { ...run.refs, context_evidence_mode: "", receipts: [] } })),
    );
    const entries = entriesOf(bytes);
    expect([...entries.keys()]).not.toContain("context_envelope.json");
    expect(Object.keys(jsonOf(entries, "run_payload.json")).filter((key) => key.startsWith("context"))).toEqual([]);
  });

  test.each([
    [["metadata", " metadata "], "metadata"],
    [["", " "], "unknown"],
    [["metadata", "raw"], "mixed"],
  ])("redaction modes %j are %s", async (modes, expected) => {
    const { inspectedPayload } = await import("../../src/pack/run-payload.js");
    const { recordedRun } = await import("../support/recorded.js");
    const run = recordedRun([], { receipts: modes.map((redaction_mode) => ({ redaction_mode })) });
    expect(inspectedPayload(run).context_privacy_mode).toBe(expected);
  });

  test("times: UTC, to the nanosecond; none is 1980", async () => {
    const at = (created_at: string) => changedRunpack((run) => ({ ...run, run: { ...run.run, created_at } }));
    expect((await payloadOf(at("2026-02-14T02:00:00.123456789+02:00"))).created_at).toBe("2026-02-14T00:00:00.123456789Z");
    const files = ["run.json", "intents.jsonl", "results.jsonl", "refs.json"] as const;
    const entries = entriesOf(tckRunpack());
    const texts = Object.fromEntries(files.map((name) => [name, textOf(entries, name)])) as Record<(typeof files)[number], string>;
    const { created_at: _, ...run } = jsonOf(entries, "run.json");
    const timeless = rawRunpack({ ...texts, "run.json": JSON.stringify(run) }, { run_id: "run_tck" });
    expect((await payloadOf(timeless)).created_at).toBe("1980-01-01T00:00:00Z");
  });

  test.each([
    ["a query digest", { query_digest: "abc" }, "build context envelope: context record digests must be sha256 hex"],
    [
      "no locator",
      { source_locator: " " },
      "build context envelope: context record fields ref_id/source_type/source_locator/redaction_mode are required",
    ],
    ["another immutability", { immutability: "maybe" }, /^build context envelope: context record immutability must be/],
    ["a negative freshness", { freshness_sla_seconds: -1 }, "build context envelope: context record freshness_sla_seconds must be >= 0"],
    [
      "an integer that a double rounds",
      { freshness_sla_seconds: 2 ** 53 },
      /^build context envelope: ref_1\.freshness_sla_seconds: integers beyond 2\^53/,
    ],
    [
      "one inside its parameters",
      { retrieval_params: { a: [{ b: 2 ** 60 }] } },
      /^build context envelope: ref_1\.retrieval_params\.a\[0\]\.b: integers beyond 2\^53/,
    ],
  ])("a receipt with %s is refused", async (_, change, message) => {
    const bytes = changedRunpack((run) => ({ ...run, refs: { ...run.refs, receipts: [{ ...RECEIPT, ...change }] } }));
    await expect(buildRunPack(testHost(), bytes)).rejects.toMatchObject({
      exitCode: 6,
      message: typeof message === "string" ? message : expect.stringMatching(message),
    });
  });

  test("numbers that are written with an exponent lose nothing and pass", async () => {
    const bytes = changedRunpack((run) => ({
      ...run,
      refs: { ...run.refs, receipts: [{ ...RECEIPT, retrieval_params: { a: 1e21, b: 0.1, c: -(2 ** 53 - 1) } }] },
    }));
    const pack = await buildRunPack(testHost(), bytes);
    expect(await verifyPack(testHost(), pack.bytes)).toMatchObject({ ok: true, warnings: [] });
  });

  test("a stated context digest must hold", async () => {
    const bytes = changedRunpack((run) => ({ ...run, refs: { ...run.refs, context_set_digest: "0".repeat(64) } }));
    await expect(buildRunPack(testHost(), bytes)).rejects.toMatchObject({ message: "build context envelope: context_set_digest mismatch" });
    const digest = "bf5735ae784771a37e4b5d3abe650fc128e3b099b7073ed3081b9c77402fecf3";
    const good = changedRunpack((run) => ({ ...run, refs: { ...run.refs, context_set_digest: digest.toUpperCase() } }));
    expect((await payloadOf(good)).context_set_digest).toBe(digest);
  });

  test("a run whose pack would not verify is refused", async () => {
    await expect(
      buildRunPack(
        testHost(),
        changedRunpack((run) => ({ ...run, captureMode: "weird" })),
      ),
    ).rejects.toMatchObject({
      exitCode: 6,
      message: "a pack of this run would not verify: run payload capture_mode must be reference or raw",
    });
  });
});

describe("types", () => {
  test.each([["run"], [" JOB "], ["Call"], ["authorization"]])("%j is one", (word) =>
    expect(parsePackType(word)).toBe(word.trim().toLowerCase()),
  );

  test("others are none", () => expect(() => parsePackType("zip")).toThrow("--type must be run, job, call, or authorization"));

  test.each(["job", "call", "authorization"] as const)("%s packs are not built by this version, and it says so", async (type) => {
    await expect(buildPack(testHost(), { type, from: "x" })).rejects.toMatchObject({
      exitCode: 6,
      code: "pack_type_unsupported",
      message: `this version of gait builds run packs only, not ${type} packs`,
    });
  });
});
