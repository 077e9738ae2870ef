import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { gitTree } from "../../src/ci/base-tree-git.js";
import { FORMATS, renderOutputs } from "../../src/ci/outputs.js";
import type { VerifyCheckOptions } from "../../src/ci/types.js";
import { runVerifyCheck } from "../../src/ci/verify-check.js";
import { encodePublicKey, privateKeyFromSeed } from "../../src/format/keys.js";
import { bytesSource, openZip } from "../../src/format/zip-reader.js";
import { readReport } from "../../src/report/json-reader.js";
import type { CiReport } from "../../src/report/model.js";
import { craft } from "../format/zip-support.js";
import { packBytes, Repository } from "../support/repository.js";

const KEY = privateKeyFromSeed(new Uint8Array(32).fill(1));
const OTHER = privateKeyFromSeed(new Uint8Array(32).fill(2));
const PUBLIC_KEY = encodePublicKey(KEY.publicKey);
const [KEY_ID, OTHER_ID] = [KEY.publicKey.keyId, OTHER.publicKey.keyId];

const plain = packBytes(["x"]);
const signed = packBytes(["x"], {}, KEY);

/** The same archive with one byte of a stored record changed. */
function tampered(pack: Uint8Array): Uint8Array {
  return craft([
    { name: "manifest.json", data: Buffer.from(entryOf(pack, "manifest.json")) },
    { name: "run.json", data: Buffer.from(entryOf(pack, "run.json").replace("linux", "plan9")) },
    ...["intents.jsonl", "results.jsonl", "refs.json"].map((name) => ({ name, data: Buffer.from(entryOf(pack, name)) })),
  ]);
}

function entryOf(pack: Uint8Array, name: string): string {
  const zip = openZip(bytesSource(pack));
  return Buffer.from(zip.read(zip.entry(name)!)).toString("utf8");
}

const withExtra = (pack: Uint8Array) =>
  craft([
    ...["manifest.json", "run.json", "intents.jsonl", "results.jsonl", "refs.json"].map((name) => ({
      name,
      data: Buffer.from(entryOf(pack, name)),
    })),
    { name: "extra.txt", data: Buffer.from("x") },
  ]);

const check = (repo: Repository, options: Partial<VerifyCheckOptions> & { since?: string } = {}) =>
  runVerifyCheck(repo.host, {
    paths: ["evidence"],
    profile: "standard",
    requireSignature: false,
    allowEmpty: false,
    changedOnly: false,
    failOn: ["tampered"],
    headSha: "",
    base: options.since === undefined ? null : gitTree(repo.git, options.since),
    baseNote: "no base",
    ...options,
  });

const verdictOf = ({ status, exit_code, failed_on }: CiReport) => `${status} ${exit_code} ${failed_on.join(",")}`.trim();
const rows = ({ artifacts }: CiReport) =>
  artifacts.map(({ path: name, kind, status, signature_status, change, problem }) =>
    [name, kind, status, signature_status || "-", change, problem?.reason ?? ""].join(" ").trim(),
  );

describe("what artifacts are", () => {
  it.each<[string, Uint8Array | string, Partial<VerifyCheckOptions>, string, string]>([
    ["sound", plain, {}, "e/a.zip runpack pass missing unknown", "pass 0"],
    ["signed, without a key", signed, {}, "e/a.zip runpack pass skipped unknown", "pass 0"],
    ["signed, with the key", signed, { publicKey: PUBLIC_KEY }, "e/a.zip runpack pass verified unknown", "pass 0"],
    [
      "signed by another key",
      packBytes(["x"], {}, OTHER),
      { publicKey: PUBLIC_KEY },
      "e/a.zip runpack fail failed unknown",
      "fail 2 tampered",
    ],
    ["changed after it was recorded", tampered(plain), {}, "e/a.zip runpack fail missing unknown", "fail 2 tampered"],
    ["with an entry that no digest covers", withExtra(plain), {}, "e/a.zip runpack fail missing unknown", "fail 2 tampered"],
    [
      "with a name twice",
      craft([{ name: "manifest.json" }, { name: "manifest.json" }]),
      {},
      "e/a.zip unknown fail - unknown duplicate_entries",
      "fail 2 tampered",
    ],
    [
      "unsigned, which is not allowed",
      plain,
      { failOn: ["tampered", "unsigned"] },
      "e/a.zip runpack fail missing unknown",
      "fail 2 unsigned",
    ],
    [
      "unsigned, with a signature required",
      plain,
      { publicKey: PUBLIC_KEY, requireSignature: true },
      "e/a.zip runpack fail missing unknown",
      "fail 2 unsigned",
    ],
    [
      "unsigned, under the strict profile",
      plain,
      { publicKey: PUBLIC_KEY, profile: "strict" },
      "e/a.zip runpack fail missing unknown",
      "fail 2 unsigned",
    ],
    ["no archive", "text", {}, "e/a.zip unknown error - unknown artifact_unreadable", "error 6 error"],
    ["cut off", plain.slice(0, 100), {}, "e/a.zip unknown error - unknown artifact_unreadable", "error 6 error"],
    ["an archive of another kind", craft([{ name: "readme.txt" }]), {}, "e/a.zip unknown error - unknown unknown_schema", "error 6 error"],
    [
      "of another kind, which is not allowed",
      craft([{ name: "readme.txt" }]),
      { failOn: ["unknown-schema"] },
      "e/a.zip unknown fail - unknown unknown_schema",
      "fail 2 unknown-schema",
    ],
    ["JSON in an archive's name", "{}", {}, "e/a.zip unknown error - unknown unknown_schema", "error 6 error"],
  ])("%s", async (_name, content, options, row, verdict) => {
    const repo = new Repository().write({ "e/a.zip": content });
    const { report, exitCode } = await check(repo, { paths: ["e"], ...options });
    expect(rows(report)).toEqual([row]);
    expect(verdictOf(report)).toBe(verdict);
    expect(exitCode).toBe(report.exit_code);
    expect(readReport(Buffer.from(JSON.stringify(report)))).toEqual(report);
    expect(renderOutputs({ report, regressFiles: [] }, FORMATS).map(({ name }) => name)).toContain("gait.sarif");
  });

  it("traces and chains are known and not verified yet, so they never pass", async () => {
    const repo = new Repository().write({
      "evidence/trace.json": '{"schema_id": "gait.gate.trace", "signature": {"key_id": "k"}}',
      "evidence/chain.json": '{"schema_id": "gait.runpack.session_chain"}',
      "evidence/other.json": '{"schema_id": "gait.future", "signatures": []}',
      "evidence/fixture.json": '{"schema_id": "gait.regress.fixture"}',
      "evidence/broken.json": "{",
      "evidence/package.json": '{"name": "x"}',
      "evidence/README.md": "x",
      "evidence/node_modules/x.zip": "x",
    });
    const { report } = await check(repo);
    expect(rows(report)).toEqual([
      "evidence/chain.json session_chain error - unknown unknown_schema",
      "evidence/other.json unknown error - unknown unknown_schema",
      "evidence/trace.json trace error - unknown unknown_schema",
    ]);
    expect(report.artifacts[2]?.key_ids).toEqual(["k"]);
    expect(verdictOf(report)).toBe("error 6 error");
  });

  it("several make one verdict: tampering weighs more than what cannot be read", async () => {
    const repo = new Repository().write({ "evidence/a.zip": plain, "evidence/b.zip": tampered(plain), "evidence/c.zip": "text" });
    const { report } = await check(repo, { publicKey: PUBLIC_KEY });
    expect(verdictOf(report)).toBe("fail 2 error,tampered");
    expect(report.totals).toMatchObject({ artifacts: 3, artifacts_tampered: 1, artifacts_unsigned: 2 });
    expect(report.reproduce).toBe("npx gait verify --public-key-env GAIT_PUBLIC_KEY evidence");
  });
});

describe("which artifacts are looked at", () => {
  const files = { "evidence/a.zip": plain, "evidence/deep/b.zip": plain, "evidence/deep/notes.json": "{}", "evidence/deep/c.bin": "x" };

  it.each<[string[], string[]]>([
    [["evidence"], ["evidence/a.zip", "evidence/deep/b.zip"]],
    [["./evidence/*.zip"], ["evidence/a.zip"]],
    [["evidence/**"], ["evidence/a.zip", "evidence/deep/b.zip"]],
    [["evidence/**/*.json"], ["evidence/deep/notes.json"]],
    [
      ["evidence/a.zip", "./evidence/a.zip", "evidence"],
      ["evidence/a.zip", "evidence/deep/b.zip"],
    ],
    [["evidence/deep/c.bin"], ["evidence/deep/c.bin"]],
    [["evidence/{a,x}.zip"], ["evidence/a.zip"]],
    [["gone.zip"], ["gone.zip"]],
  ])("%j", async (paths, expected) => {
    const { report } = await check(new Repository().write(files), { paths });
    expect(report.artifacts.map((artifact) => artifact.path)).toEqual(expected);
  });

  it("a named file that is gone is an error", async () => {
    const { report } = await check(new Repository(), { paths: ["evidence/a.zip"] });
    expect(report.artifacts[0]?.problem).toEqual({
      reason: "artifact_unreadable",
      message: "no such file or folder: evidence/a.zip",
      location: null,
    });
    expect(verdictOf(report)).toBe("error 6 error");
  });

  it("each path must match something, unless nothing is allowed", async () => {
    const { report } = await check(new Repository().write({ "a.zip": plain }), { paths: ["evidense/*.zip", "*.zip"] });
    expect(report.artifacts.map((artifact) => [artifact.path, artifact.status, artifact.problem?.reason])).toEqual([
      ["a.zip", "pass", undefined],
      ["evidense/*.zip", "error", "no_artifacts"],
    ]);
    expect(verdictOf(report)).toBe("error 6 error");
    expect(verdictOf((await check(new Repository(), { paths: ["evidence/*.zip", "*.zip"] })).report)).toBe("error 6 error");
    expect(verdictOf((await check(new Repository(), { paths: ["*.zip"], allowEmpty: true })).report)).toBe("pass 0");
  });

  it("a link that leads out of the repository is not followed", async () => {
    const repo = new Repository().write({ "evidence/x": "" });
    const outside = path.join(new Repository().write({ "a.zip": plain }).root, "a.zip");
    fs.symlinkSync(outside, path.join(repo.root, "evidence", "a.zip"));
    const { report } = await check(repo);
    expect(rows(report)).toEqual(["evidence/a.zip unknown error - unknown path_outside_project"]);
  });

  it("a key that cannot be used is an error of its own", async () => {
    const repo = new Repository().write(files);
    await expect(check(repo, { publicKey: "x" })).rejects.toMatchObject({ category: "invalid_input" });
    await expect(check(repo, { publicKeyFile: "gone.pub" })).rejects.toThrow(/read public key/);
    await expect(check(repo, { publicKey: PUBLIC_KEY, publicKeyFile: "x" })).rejects.toThrow(/either the key or its file/);
    await expect(check(repo, { profile: "strict" })).rejects.toThrow(/strict verify profile requires/);
    repo.write({ "release.pub": `${PUBLIC_KEY}\n` });
    expect((await check(repo, { publicKeyFile: "release.pub" })).report.reproduce).toBe(
      "npx gait verify --public-key release.pub evidence",
    );
  });
});

describe("since the base commit", () => {
  it.each<[string, Uint8Array, Uint8Array, string, string[], string]>([
    ["the same", signed, signed, "same", [KEY_ID], "pass 0"],
    ["changed", signed, packBytes(["y"], {}, KEY), "changed", [KEY_ID], "pass 0"],
    ["signed now", plain, signed, "changed", [KEY_ID], "pass 0"],
    ["signed by another key", signed, packBytes(["x"], {}, OTHER), "key_changed", [OTHER_ID], "fail 2 key-changed"],
    ["not signed any more", signed, plain, "signature_lost", [], "fail 2 key-changed"],
  ])("%s", async (_name, before, now, change, keys, verdict) => {
    const repo = new Repository();
    const since = repo.commit({ "evidence/a.zip": before });
    repo.write({ "evidence/a.zip": now, "evidence/new.zip": plain });
    const { report } = await check(repo, { since, failOn: ["key-changed"] });
    expect(report.artifacts.map((artifact) => artifact.change)).toEqual([change, "new"]);
    expect(report.artifacts[0]?.key_ids).toEqual(keys);
    expect(verdictOf(report)).toBe(verdict);
    expect([report.base_sha, report.base_note]).toEqual([since, ""]);
    // Without the rule it is only told.
    expect(verdictOf((await check(repo, { since })).report)).toBe("pass 0");
  });

  it("only what changed is verified where that is asked for", async () => {
    const repo = new Repository();
    const since = repo.commit({ "evidence/a.zip": tampered(plain), "evidence/b.zip": plain });
    repo.write({ "evidence/b.zip": signed });
    expect(rows((await check(repo, { since, changedOnly: true })).report)).toEqual(["evidence/b.zip runpack pass skipped changed"]);
    // Without a base everything may have changed.
    expect((await check(repo, { changedOnly: true })).report.artifacts.length).toBe(2);
    repo.write({ "evidence/b.zip": plain });
    const nothing = await check(repo, { since, changedOnly: true });
    expect([nothing.report.artifacts, verdictOf(nothing.report)]).toEqual([[], "pass 0"]);
  });

  it("a base that holds nonsense changes nothing", async () => {
    const repo = new Repository();
    const since = repo.commit({ "evidence/a.zip": "PK nonsense", "evidence/b.zip": '{"signatures": 1, "signature": []}' });
    repo.write({ "evidence/a.zip": signed, "evidence/b.zip": signed });
    expect((await check(repo, { since })).report.artifacts.map(({ change }) => change)).toEqual(["changed", "changed"]);
  });
});
