import { describe, expect, test } from "vitest";
import { buildRunPack } from "../../src/pack/build.js";
import { inspectPack } from "../../src/pack/inspect.js";
import { testHost } from "../support/host.js";
import { changedRunpack, reseal, tckRunpack, zipOf } from "./support.js";

const inspect = (bytes: Uint8Array) => inspectPack(testHost(), bytes);
const packOf = async (runpack: Uint8Array) => (await buildRunPack(testHost(), runpack)).bytes;

test("a run pack", async () => {
  expect(await inspect(await packOf(tckRunpack()))).toMatchObject({
    packId: "8ca14518a7717221c82b86b8a7a1b99eabb565e901fb0391d5498f2f88ff185c",
    packType: "run",
    sourceRef: "run_tck",
    manifest: { schema_id: "gait.pack.manifest" },
    runPayload: { run_id: "run_tck", intents_count: 1 },
    runLineage: { timelineEvents: 1, receiptCount: 1, intentResults: [{ intentId: "intent_1", toolName: "echo", status: "ok" }] },
    legacyType: undefined,
    integrity: { ok: true, reason: "" },
  });
});

test("intents and results by id: the last intent gives the tool, the last result the status", async () => {
  const runpack = changedRunpack((run) => {
    const [intent, result] = [run.intents[0]!, run.results[0]!];
    return {
      ...run,
      intents: [
        { ...intent, intent_id: "b", tool_name: "first" },
        { ...intent, intent_id: "b", tool_name: "last" },
        { ...intent, intent_id: "a" },
      ],
      results: [
        { ...result, intent_id: "b", status: "ok" },
        { ...result, intent_id: "b", status: "error" },
        { ...result, intent_id: "c", status: "lost" },
      ],
    };
  });
  expect((await inspect(await packOf(runpack))).runLineage?.intentResults).toEqual([
    { intentId: "a", toolName: "echo", status: "" },
    { intentId: "b", toolName: "last", status: "error" },
    { intentId: "c", toolName: "", status: "lost" },
  ]);
});

test("a runpack: no manifest of a pack, and its time as it is stored", async () => {
  const created_at = "2026-02-14T02:00:00+02:00";
  const found = await inspect(changedRunpack((run) => ({ ...run, run: { ...run.run, created_at } })));
  expect(found).toMatchObject({ legacyType: "runpack", manifest: undefined, runPayload: { created_at }, integrity: { ok: true } });
});

describe("parts that cannot be read are left out, and integrity says why", () => {
  test.each([
    ["the payload", { "run_payload.json": "{" }, { runPayload: undefined }, /^parse run_payload\.json/],
    ["the runpack", { "source/runpack.zip": "x" }, { runLineage: undefined }, /^$/],
  ])("%s", async (_, entries, expected, reason) => {
    const found = await inspect(reseal(await packOf(tckRunpack()), { entries }));
    expect(found).toMatchObject({ ...expected, integrity: { reason: expect.stringMatching(reason) } });
  });

  test("a changed entry", async () => {
    const bytes = reseal(await packOf(tckRunpack()), { entries: { "run_payload.json": "{}", z: "1" }, contents: false });
    expect((await inspect(bytes)).integrity).toEqual({ ok: false, reason: "changed: run_payload.json; undeclared: z" });
  });

  test("a pack of a type that this version doesn't know", async () => {
    const found = await inspect(reseal(await packOf(tckRunpack()), { manifest: () => ({ pack_type: "job" }) }));
    expect(found).toMatchObject({
      packType: "job",
      runPayload: undefined,
      runLineage: undefined,
      integrity: { ok: false, reason: /run packs only/ },
    });
  });
});

test.each([
  [
    "a manifest that breaks its rules",
    async () => reseal(await packOf(tckRunpack()), { manifest: () => ({ schema_id: "x" }) }),
    "parse manifest: unsupported manifest schema_id: x",
  ],
  ["a zip of something else", async () => zipOf([["a", "b"]]), "missing pack_manifest.json"],
])("%s is exit 6", async (_, make, message) => {
  await expect(inspect(await make())).rejects.toMatchObject({ exitCode: 6, message });
});
