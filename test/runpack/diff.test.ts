import { describe, expect, test } from "vitest";
import { classifyContext, type DiffPrivacy, diffRunpacks, encodeSummary, isChanged } from "../../src/runpack/diff.js";
import { readRunpack } from "../../src/runpack/read.js";
import { anyHost, type Call, packOf, type RunOptions } from "./support.js";

const pack = (calls: readonly Call[], options: RunOptions = {}) => readRunpack(anyHost, packOf(calls, options));
const CALLS: Call[] = [{ id: "i", args: { a: 1 }, status: "ok" }, { id: "j" }];

async function diff(
  left: readonly [readonly Call[], RunOptions?],
  right: readonly [readonly Call[], RunOptions?],
  privacy: DiffPrivacy = "full",
) {
  return diffRunpacks(await pack(...left), await pack(...right), privacy);
}

describe("what counts (spec 10 §10.2)", () => {
  test("another run of the same is no change", async () => {
    const summary = await diff([CALLS], [CALLS, { runId: "run_other" }]);
    expect(isChanged(summary)).toBe(false);
    expect(encodeSummary(summary)).toEqual({
      run_id_left: "run_t",
      run_id_right: "run_other",
      manifest_changed: false,
      intents_changed: false,
      results_changed: false,
      refs_changed: false,
      context_drift_classification: "none",
      context_drift_effective: "none",
    });
  });

  test("the order of records is no change, one more on either side is", async () => {
    expect(isChanged(await diff([CALLS], [[...CALLS].reverse()]))).toBe(false);
    expect(await diff([CALLS], [[CALLS[0]!]])).toMatchObject({ intents_changed: true, left_only_intents: ["j"], results_changed: false });
    expect(await diff([[]], [CALLS])).toMatchObject({ right_only_intents: ["i", "j"], right_only_results: ["i"], results_changed: true });
  });

  test("payloads count in full and not with metadata privacy; digests count in both", async () => {
    const left = await pack(CALLS);
    const right = { ...left, intents: left.intents.map((intent) => ({ ...intent, args: { other: true } })) };
    expect(diffRunpacks(left, right, "full").intents_changed).toBe(true);
    expect(diffRunpacks(left, right, "metadata").intents_changed).toBe(false);
    expect((await diff([CALLS], [[{ ...CALLS[0]!, args: { a: 2 } }, CALLS[1]!]], "metadata")).intents_changed).toBe(true);
  });

  test("of records that share an id the last counts", async () => {
    const [first, last] = [
      { id: "i", args: { a: 1 } },
      { id: "i", args: { a: 2 } },
    ];
    expect((await diff([[first, last]], [[last]])).intents_changed).toBe(false);
    expect((await diff([[last, first]], [[last]])).intents_changed).toBe(true);
  });

  test("the manifest counts by capture mode and listed paths", async () => {
    const left = await pack(CALLS);
    const more = { ...left, manifest: { ...left.manifest, files: [...left.manifest.files!, { path: "notes.txt", sha256: "x" }] } };
    expect(diffRunpacks(left, more, "full")).toMatchObject({ manifest_changed: true, files_changed: ["notes.txt"] });
    const rehashed = { ...left, manifest: { ...left.manifest, files: left.manifest.files!.map((file) => ({ ...file, sha256: "x" })) } };
    expect(diffRunpacks(left, rehashed, "full")).toMatchObject({ manifest_changed: false, files_changed: [] });
    expect((await diff([CALLS], [CALLS, { captureMode: "weird" }])).manifest_changed).toBe(true);
  });

  test("environment and timeline are told beside the verdict (spec 10 §16 item 16)", async () => {
    const summary = await diff([CALLS], [CALLS, { timeline: null }]);
    expect([summary.run_changed, isChanged(summary)]).toEqual([true, false]);
  });
});

describe("context", () => {
  const at = (retrieved_at: string) => ({ receipts: [{ ref_id: "r", retrieved_at }] });
  const [early, late] = [at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z")];
  const other = { receipts: [{ ref_id: "r", content_digest: "other" }] };

  test.each<[string, RunOptions, RunOptions, string, string]>([
    ["equal", early, early, "none", "none"],
    ["equal in another run", early, { ...early, runId: "run_b" }, "none", "none"],
    ["retrieved at another time", early, late, "runtime_only", "runtime_only"],
    ["retrieved at another time in another run", early, { ...late, runId: "run_b" }, "semantic", "runtime_only"],
    ["of another content", early, other, "semantic", "semantic"],
  ])("%s", async (_name, left, right, classification, effective) => {
    const summary = await diff([[], left], [[], right]);
    expect(summary).toMatchObject({
      context_drift_classification: classification,
      context_drift_effective: effective,
      refs_changed: classification !== "none",
      context_runtime_only_changes: classification === "runtime_only",
    });
    const [a, b] = [(await pack([], left)).refs, (await pack([], right)).refs];
    expect(classifyContext(a, b)).toBe(effective);
  });

  test("with metadata privacy only their number counts; other content is told beside the verdict", async () => {
    const same = await diff([[], early], [[], other], "metadata");
    expect(encodeSummary(same)).toMatchObject({ refs_changed: false, context_drift_classification: "none", receipts_changed: true });
    expect(same.context_drift_effective).toBe("");
    expect((await diff([[], early], [[]], "metadata")).refs_changed).toBe(true);
  });
});
