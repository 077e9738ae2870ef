import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { buildRunPack } from "../../src/pack/build.js";
import { type VerifyManyOptions, verifyMany } from "../../src/verify/many.js";
import { parseExpectedDigest, verifyOne } from "../../src/verify/one.js";
import { edited, KEY, OTHER_KEY, packOf } from "../runpack/support.js";
import { testHost } from "../support/host.js";

const OPTIONS: Omit<VerifyManyOptions, "names"> = { allowEmpty: false, requireSignature: false, profile: "standard" };
const sound = packOf([{ id: "i", status: "ok" }]);
const signed = packOf([{ id: "i", status: "ok" }], { signed: true, runId: "run_s" });
const changed = edited(sound, { "run.json": "{}" });

function put(host: Host, file: string, bytes: Uint8Array | string): void {
  mkdirSync(path.join(host.cwd, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(host.cwd, file), bytes);
}

function stocked(): Host {
  const host = testHost();
  put(host, "e/a.zip", sound);
  put(host, "e/b.zip", changed);
  put(host, "e/deep/c.zip", signed);
  put(host, "e/d.zip", "no archive");
  put(host, "e/notes.txt", "text");
  put(host, "gait-out/runpack_run_t.zip", sound);
  return host;
}

const rows = async (host: Host, names: string[], options: Partial<VerifyManyOptions> = {}) => {
  const result = await verifyMany(host, { ...OPTIONS, names, ...options });
  return { ...result, lines: result.artifacts.map((row) => `${row.status} ${row.path}`) };
};

describe("what a name stands for", () => {
  test("a folder: its archives and those of the folders in it; failures first, then unreadable ones", async () => {
    const { lines, verified, failed, unreadable, skipped, exitCode } = await rows(stocked(), ["e"]);
    expect(lines).toEqual(["fail e/b.zip", "error e/d.zip", "pass e/a.zip", "pass e/deep/c.zip"]);
    expect({ verified, failed, unreadable, skipped, exitCode }).toEqual({ verified: 2, failed: 1, unreadable: 1, skipped: 1, exitCode: 2 });
  });

  test("a pattern, a path and a run id; the same file once", async () => {
    const { lines } = await rows(stocked(), ["e/[ac].zip", "./e/a.zip", "run_t"]);
    expect(lines).toEqual(["pass e/a.zip", "pass gait-out/runpack_run_t.zip"]);
  });

  test("a pattern looks at what it names: an archive of another name counts, other files are skipped", async () => {
    const host = stocked();
    put(host, "e/pack.gait", sound);
    const { lines, skipped } = await rows(host, ["e/*.{gait,txt}"]);
    expect([lines, skipped]).toEqual([["pass e/pack.gait"], 1]);
  });

  test("a file that has the name of a pattern is that file", async () => {
    const host = stocked();
    put(host, "e/[a].zip", sound);
    expect((await rows(host, ["e/[a].zip"])).lines).toEqual(["pass e/[a].zip"]);
  });

  test("one name that leads nowhere is unreadable beside others", async () => {
    const { lines, exitCode, artifacts } = await rows(stocked(), ["e/a.zip", "e/gone.zip"]);
    expect([lines, exitCode]).toEqual([["error e/gone.zip", "pass e/a.zip"], 6]);
    expect(artifacts[0]!.problem).toEqual({ reason: "runpack_not_found", message: "runpack not found: e/gone.zip", location: null });
  });

  test.each([[["gone"]], [["a", "b"]], [["*.zip"]], [["e/deep/*.txt"]]])("nothing at all is exit 6: %j", async (names) => {
    await expect(rows(stocked(), names)).rejects.toThrow(
      expect.objectContaining({
        message: `runpack not found: expected run_id or path of an artifact, nothing matches ${names.join(", ")}`,
        exitCode: 6,
      }),
    );
  });

  test("unless that is allowed, of folders and patterns but not of names", async () => {
    const host = stocked();
    mkdirSync(path.join(host.cwd, "empty"));
    expect(await rows(host, ["empty", "gone/*.zip"], { allowEmpty: true })).toMatchObject({ artifacts: [], exitCode: 0 });
    await expect(rows(host, ["gone.zip"], { allowEmpty: true })).rejects.toThrow(/^runpack not found/);
  });
});

describe("rows", () => {
  test("a changed runpack names its files", async () => {
    const { artifacts } = await rows(stocked(), ["e/b.zip", "e/a.zip"]);
    expect(artifacts[0]).toMatchObject({ kind: "runpack", status: "fail", files_checked: 4, hash_mismatches: [{ path: "run.json" }] });
    expect(artifacts[1]).toMatchObject({ kind: "runpack", status: "pass", signature_status: "missing", problem: null });
  });

  test("packs are verified by their own rules", async () => {
    const host = testHost();
    put(host, "r.zip", sound);
    const { bytes } = await buildRunPack(host, sound);
    put(host, "p.zip", bytes);
    put(host, "q.zip", edited(bytes, { "run_payload.json": "{}" }));
    put(host, "n.zip", edited(bytes, { "pack_manifest.json": null }));
    const { artifacts } = await rows(host, ["*.zip"]);
    expect(artifacts.map(({ path: file, kind, status }) => [file, kind, status])).toEqual([
      ["q.zip", "pack", "fail"],
      ["n.zip", "unknown", "error"],
      ["p.zip", "pack", "pass"],
      ["r.zip", "runpack", "pass"],
    ]);
    expect(artifacts[2]!.id).toMatch(/^[0-9a-f]{64}$/);
  });

  test("duplicate entries are a failure and are named", async () => {
    const host = testHost();
    const twice = Buffer.from(
      Buffer.from(edited(sound, { "run.jsoX": "{}" }))
        .toString("latin1")
        .replaceAll("run.jsoX", "run.json"),
      "latin1",
    );
    put(host, "e/x.zip", twice);
    const { artifacts } = await rows(host, ["e"]);
    expect(artifacts[0]).toMatchObject({
      status: "fail",
      duplicate_entries: ["run.json"],
      problem: { reason: "runpack_duplicate_entries" },
    });
  });

  test("signatures are judged by the given key", async () => {
    const judged = (publicKey: typeof KEY.publicKey) => rows(stocked(), ["e/a.zip", "e/deep"], { publicKey, requireSignature: true });
    expect((await judged(KEY.publicKey)).lines).toEqual(["fail e/a.zip", "pass e/deep/c.zip"]);
    expect((await judged(OTHER_KEY.publicKey)).lines).toEqual(["fail e/a.zip", "fail e/deep/c.zip"]);
  });

  test("strict refuses what is doubtful and needs a key", async () => {
    const host = testHost();
    put(host, "e/x.zip", edited(signed, { "notes.txt": "undeclared" }));
    const warned = await rows(host, ["e"], { publicKey: KEY.publicKey });
    expect(warned.artifacts[0]).toMatchObject({ status: "pass", warnings: ['the manifest doesn\'t declare "notes.txt"'] });
    expect((await rows(host, ["e"], { publicKey: KEY.publicKey, profile: "strict" })).lines).toEqual(["fail e/x.zip"]);
    await expect(rows(host, ["e"], { profile: "strict" })).rejects.toThrow(/^strict verify profile requires/);
  });

  test("progress is told before each", async () => {
    const told: string[] = [];
    await rows(stocked(), ["e"], { onProgress: (done, total, file) => told.push(`${done}/${total} ${file}`) });
    expect(told).toEqual(["0/4 e/a.zip", "1/4 e/b.zip", "2/4 e/d.zip", "3/4 e/deep/c.zip"]);
  });
});

describe("one artifact and what is known of it", () => {
  const digest = "ab".repeat(32);

  test("a digest reads with or without its algorithm, in any case", () => {
    expect(parseExpectedDigest(` sha256:${digest.toUpperCase()} `)).toBe(digest);
    expect(parseExpectedDigest(digest)).toBe(digest);
    expect(() => parseExpectedDigest("sha256:ab")).toThrow('not a digest: "sha256:ab"');
  });

  test("what differs is told and fails", async () => {
    const one = await verifyOne(stocked(), "e/a.zip", { runId: "run_x", manifestDigest: digest }, OPTIONS);
    expect([one.ok, one.verification.ok]).toEqual([false, true]);
    expect(one.unexpected).toEqual([
      "run id is run_t, expected run_x",
      `manifest digest is sha256:${one.verification.manifestDigest}, expected sha256:${digest}`,
    ]);
    expect(await verifyOne(stocked(), "e/a.zip", { manifestDigest: one.verification.manifestDigest }, OPTIONS)).toMatchObject({ ok: true });
  });

  test("a pack is pointed to its own command", async () => {
    const host = stocked();
    put(host, "p.zip", (await buildRunPack(host, sound)).bytes);
    await expect(verifyOne(host, "p.zip", {}, OPTIONS)).rejects.toThrow(
      expect.objectContaining({ message: "missing manifest.json", hint: "This may be a pack: gait pack verify reads those." }),
    );
  });
});
