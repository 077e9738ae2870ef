import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertFixtureName, deriveFixtureName, isFixtureName } from "../../src/regress/names.js";

describe("derived names (spec 40 §2.2)", () => {
  it.each([
    ["run_base", "run_base"],
    ["Run Déjà (A) 1", "run-d-j-a-1"],
    ["カタカ", "fixture"],
    ["", "fixture"],
    ["-._", "fixture"],
    [".hidden.", "hidden"],
    ["a - b", "a---b"],
    ["a  -- b", "a----b"],
    ["a\u0000\u0001b", "a-b"],
    ["../../etc", "etc"],
    ["UPPER_Case-1.2", "upper_case-1.2"],
    ["😀😀x", "x"],
  ])("%j becomes %s", (runId, name) => expect(deriveFixtureName(runId)).toBe(name));

  it("is a legal name whatever the run id", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (runId) => isFixtureName(deriveFixtureName(runId))));
  });
});

describe("given names", () => {
  it.each(["a", "0", "run_base", "b.second_one-2"])("%s is taken", (name) => expect(() => assertFixtureName(name)).not.toThrow());
  it.each(["", "A", "-a", ".a", "_a", "a/b", "a b", "é", "a\n", ".."])("%j is refused", (name) =>
    expect(() => assertFixtureName(name)).toThrow(`invalid fixture name: ${name}`),
  );
});
