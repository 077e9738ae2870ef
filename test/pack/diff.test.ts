import { describe, expect, test } from "vitest";
import { buildRunPack } from "../../src/pack/build.js";
import { diffPacks, isSame } from "../../src/pack/diff.js";
import type { RunpackInput } from "../../src/runpack/write.js";
import { testHost } from "../support/host.js";
import { changedRunpack, KEY_A, RECEIPT, reseal, tckRunpack } from "./support.js";

const packOf = async (runpack: Uint8Array, key?: typeof KEY_A) => (await buildRunPack(testHost(), runpack, key)).bytes;
const diff = (left: Uint8Array, right: Uint8Array) => diffPacks(testHost(), left, right);
const withReceipts = (receipts: RunpackInput["refs"]["receipts"]) => changedRunpack((run) => ({ ...run, refs: { ...run.refs, receipts } }));
const summaryOf = async (left: Uint8Array, right: Uint8Array) => (await diff(left, right)).result.summary;

describe("what is declared", () => {
  test("a pack and itself", async () => {
    const pack = await packOf(tckRunpack());
    const found = await diff(pack, pack);
    expect(isSame(found)).toBe(true);
    expect(found.result.summary).toEqual({
      changed: false,
      added_files: [],
      removed_files: [],
      changed_files: [],
      manifest_delta: false,
      context_changed: false,
      context_runtime_only_changes: false,
      context_drift_classification: "none",
    });
  });

  test("a signature: another chain, another manifest", async () => {
    const found = await diff(await packOf(tckRunpack()), await packOf(tckRunpack(), KEY_A));
    expect(found.result.summary).toMatchObject({ changed: true, manifest_delta: true, changed_files: ["proof_records.jsonl"] });
  });

  test("a runpack and its pack", async () => {
    expect(await summaryOf(tckRunpack(), await packOf(tckRunpack()))).toMatchObject({
      removed_files: ["intents.jsonl", "refs.json", "results.jsonl", "run.json"],
      added_files: ["context_envelope.json", "proof_records.jsonl", "run_payload.json", "source/runpack.zip"],
      context_drift_classification: "none",
    });
  });

  test("a run and a job", async () => {
    const run = await packOf(tckRunpack());
    expect(await summaryOf(run, reseal(run, { manifest: () => ({ pack_type: "job" }) }))).toMatchObject({
      changed: true,
      manifest_delta: true,
      context_drift_classification: "none",
    });
  });
});

describe("how the context drifted", () => {
  const base = () => withReceipts([RECEIPT]);
  test.each([
    ["not at all", () => base(), "none"],
    ["times of retrieval", () => withReceipts([{ ...RECEIPT, retrieved_at: "2030-01-01T00:00:00Z" }]), "runtime_only"],
    ["content", () => withReceipts([{ ...RECEIPT, content_digest: "5".repeat(64) }]), "semantic"],
    ["a receipt less", () => withReceipts([]), "semantic"],
    ["another run", () => changedRunpack((run) => ({ ...run, refs: { ...run.refs, run_id: "run_2" } })), "semantic"],
  ])("%s", async (_, right, expected) => {
    const { changed, context_changed, context_runtime_only_changes, context_drift_classification } = await summaryOf(base(), right());
    expect(context_drift_classification).toBe(expected);
    expect([changed, context_changed, context_runtime_only_changes]).toEqual([
      expected !== "none",
      expected !== "none",
      expected === "runtime_only",
    ]);
  });

  test("without the runpack the payload's words count", async () => {
    const pack = await packOf(base());
    const blind = reseal(pack, { entries: { "source/runpack.zip": "x" } });
    expect((await summaryOf(pack, blind)).context_drift_classification).toBe("none");
    expect((await summaryOf(blind, await packOf(withReceipts([])))).context_drift_classification).toBe("semantic");
  });
});

describe("what happened", () => {
  test("records by id, without what only tells the run", async () => {
    const right = changedRunpack((run) => {
      const [intent, result] = [run.intents[0]!, run.results[0]!];
      return {
        ...run,
        run: { ...run.run, run_id: "run_2" },
        intents: [
          { ...intent, run_id: "run_2", tool_name: "rm", args_digest: "9".repeat(64) },
          { ...intent, run_id: "run_2", intent_id: "intent_2" },
        ],
        results: [{ ...result, run_id: "run_2", status: "error" }],
        refs: { ...run.refs, run_id: "run_2", receipts: [{ ...RECEIPT, ref_id: "ref_2" }] },
      };
    });
    expect((await diff(tckRunpack(), right)).contents).toEqual({
      intents: { added: ["intent_2"], removed: [], changed: [{ id: "intent_1", fields: ["args_digest", "tool_name"] }] },
      results: { added: [], removed: [], changed: [{ id: "intent_1", fields: ["status"] }] },
      receipts: { added: ["ref_2"], removed: ["ref_1"], changed: [] },
    });
  });

  test("the same call in another run is no change", async () => {
    const other = changedRunpack((run) => ({
      ...run,
      run: { ...run.run, run_id: "run_2", created_at: "2027-01-01T00:00:00Z" },
      intents: run.intents.map((one) => ({ ...one, run_id: "run_2", created_at: "2027-01-01T00:00:00Z" })),
    }));
    const { contents } = await diff(tckRunpack(), other);
    expect(contents?.intents).toEqual({ added: [], removed: [], changed: [] });
  });

  test("the second record of an id is its own", async () => {
    const twice = changedRunpack((run) => ({ ...run, results: [run.results[0]!, { ...run.results[0]!, status: "error" }] }));
    expect((await diff(tckRunpack(), twice)).contents?.results).toEqual({ added: ["intent_1 (2)"], removed: [], changed: [] });
  });

  test("a payload on one side only", async () => {
    const raw = changedRunpack((run) => ({ ...run, captureMode: "raw" }));
    expect((await diff(tckRunpack(), raw)).contents?.intents.changed).toEqual([{ id: "intent_1", fields: ["args"] }]);
  });

  test("nothing is said where a runpack cannot be read", async () => {
    const pack = await packOf(tckRunpack());
    expect((await diff(pack, reseal(pack, { entries: { "source/runpack.zip": "x" } }))).contents).toBeUndefined();
  });
});

describe("both sides are verified", () => {
  test("a tampered pack declares the same as its original and is not the same", async () => {
    const pack = await packOf(tckRunpack());
    const tampered = reseal(pack, { entries: { "run_payload.json": "{}" }, contents: false });
    const found = await diff(pack, tampered);
    expect(found).toMatchObject({
      result: { summary: { changed: false } },
      left: { ok: true },
      right: { ok: false, reason: "changed: run_payload.json" },
    });
    expect(isSame(found)).toBe(false);
    expect(await diff(tampered, pack)).toMatchObject({ left: { ok: false }, right: { ok: true } });
  });
});
