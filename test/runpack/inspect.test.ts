import { describe, expect, test } from "vitest";
import { inspectRunpack } from "../../src/runpack/inspect.js";
import { readRunpack } from "../../src/runpack/read.js";
import { anyHost, type Call, packOf } from "./support.js";

const inspect = async (calls: readonly Call[]) => inspectRunpack(await readRunpack(anyHost, packOf(calls)));

describe("pairing calls with results (spec 10 §9.5)", () => {
  test("the first result of an id counts, more of them are a warning each", async () => {
    const view = await inspect([
      { id: "i", status: "ok" },
      { id: "", status: "no" },
      { id: "i", status: "error" },
      { id: "", status: "ok" },
    ]);
    expect(view.calls.map((call) => [call.index, call.status])).toEqual([
      [1, "ok"],
      [2, "no"],
      [3, "ok"],
      [4, "no"],
    ]);
    expect(view.warnings).toEqual([
      "multiple result records for intent_id=(empty) (kept first)",
      "multiple result records for intent_id=i (kept first)",
    ]);
  });

  test("every result without a call is listed, sorted by id and digest", async () => {
    const pack = await readRunpack(
      anyHost,
      packOf([
        { id: "b", status: "1", result: { x: 1 } },
        { id: "a", status: "2" },
        { id: "b", status: "3" },
      ]),
    );
    const { unmatched, calls } = inspectRunpack({ ...pack, intents: [] });
    expect(calls).toEqual([]);
    expect(unmatched.map((stray) => [stray.intent_id, stray.status])).toEqual([
      ["a", "2"],
      ["b", "3"],
      ["b", "1"],
    ]);
  });

  test("verdict and lists come from the payload: strings only, trimmed, unique, sorted", async () => {
    const result = { verdict: " allow ", reason_codes: ["b", " a ", "b", 3, " "], violations: " one " };
    expect((await inspect([{ id: "i", status: "ok", result }])).calls[0]).toMatchObject({
      verdict: "allow",
      reason_codes: ["a", "b"],
      violations: ["one"],
    });
    expect((await inspect([{ id: "i", status: "ok", result: { verdict: 1, violations: {} } }])).calls[0]).toMatchObject({
      verdict: "",
      violations: [],
    });
  });
});
