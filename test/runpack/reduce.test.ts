import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readRunpack } from "../../src/runpack/read.js";
import { type ReduceOptions, reduceRunpack } from "../../src/runpack/reduce.js";
import { testHost } from "../support/host.js";
import { type Call, packOf, type RunOptions } from "./support.js";

async function reduce(calls: readonly Call[], options: Partial<ReduceOptions> = {}, run: RunOptions = {}) {
  const host = testHost();
  writeFileSync(path.join(host.cwd, "in.zip"), packOf(calls, run));
  const reduced = await reduceRunpack(host, { input: "in.zip", predicate: "", out: "", reportOut: "", ...options });
  return { host, reduced, pack: await readRunpack(host, reduced.output) };
}

const receipts = ["ref_1", "ref_2", "ref_3", "ref_9", "odd"].map((ref_id) => ({ ref_id }));

describe("choosing (spec 10 §10.3)", () => {
  test("the first id, in byte order, that fails", async () => {
    const { reduced, pack } = await reduce([{ id: "z" }, { id: "b", status: "ok" }, { id: "c" }]);
    expect(reduced.report).toMatchObject({
      selected_intent_id: "c",
      original_intent_count: 3,
      reduced_intent_count: 1,
      reduced_result_count: 0,
    });
    expect(pack.intents.map((intent) => intent.intent_id)).toEqual(["c"]);
  });

  test("a status other than ok or success, in any case", async () => {
    const { pack } = await reduce(
      [
        { id: "a", status: " OK " },
        { id: "b", status: "Success" },
        { id: "c", status: "denied" },
      ],
      { predicate: " NON_ok_status " },
    );
    expect(pack.results.map((result) => [result.intent_id, result.status])).toEqual([["c", "denied"]]);
  });

  test.each([
    [[], "runpack has no intent IDs"],
    [[{ id: "" }], "runpack has no intent IDs"],
    [[{ id: "a", status: "ok" }], "predicate missing_result not triggered by runpack"],
  ])("nothing to choose", async (calls, message) => {
    await expect(reduce(calls)).rejects.toThrow(expect.objectContaining({ message, exitCode: 6 }));
  });

  test("an unknown predicate", async () => {
    await expect(reduce([{ id: "a" }], { predicate: "zz" })).rejects.toThrow('unsupported predicate "zz"');
  });
});

describe("keeping", () => {
  test("references that the call mentions, and the timeline of the call", async () => {
    const calls = [
      { id: "a", args: { my_ref: " ref_9 ", l: ["ref_2", { xRefs: ["ref_3", "odd"] }] }, status: "error", result: { other: "ref_1x" } },
    ];
    const timeline = ["", "a", "b"].map((ref) => ({ event: `e${ref}`, ts: "2026-01-01T00:00:00Z", ref, relationship: null }));
    const { pack, reduced } = await reduce(calls, { predicate: "non_ok_status" }, { receipts, timeline });
    expect(pack.refs.receipts.map((receipt) => receipt.ref_id)).toEqual(["ref_2", "ref_3", "ref_9"]);
    expect(pack.run.timeline!.map((event) => event.event)).toEqual(["e", "ea"]);
    expect([pack.refs.context_ref_count, reduced.effectiveRefCount]).toEqual([5, 3]);
  });

  test("a null timeline becomes a list", async () => {
    expect((await reduce([{ id: "a" }], {}, { timeline: null })).pack.run.timeline).toEqual([]);
  });

  test("the new run id goes everywhere and begins with run_", async () => {
    const { pack } = await reduce([{ id: "a", status: "no" }], { predicate: "non_ok_status" }, { runId: "r.1" });
    expect([pack.run, ...pack.intents, ...pack.results, pack.refs].map((one) => one.run_id)).toEqual(
      Array(4).fill("run_r.1_reduced_nonokstatus"),
    );
  });
});

describe("writing", () => {
  test("beside the input, with a report beside it", async () => {
    const { host, reduced } = await reduce([{ id: "a" }]);
    expect([reduced.output, reduced.reportPath]).toEqual([
      "runpack_run_t_reduced_missing_result.zip",
      "runpack_run_t_reduced_missing_result.zip.reduce_report.json",
    ]);
    expect(JSON.parse(readFileSync(path.join(host.cwd, reduced.reportPath), "utf8"))).toEqual(reduced.report);
    expect(reduced.lookup).toBe(reduced.output);
  });

  test("the loss of a signature is said (spec 10 §16 item 17)", async () => {
    expect((await reduce([{ id: "a" }], {}, { signed: true })).reduced.warnings).toEqual([
      "the reduced runpack is unsigned; the signature covers the original only",
    ]);
    expect((await reduce([{ id: "a" }])).reduced.warnings).toEqual([]);
  });

  test("a run id that is no file name needs --out", async () => {
    await expect(reduce([{ id: "a" }], {}, { runId: "../evil" })).rejects.toThrow(/^run id cannot be used in a file name/);
    await expect(reduce([{ id: "a" }], { out: "o/r.zip" }, { runId: "../evil" })).resolves.toBeDefined();
  });
});
