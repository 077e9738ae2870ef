import { describe, expect, it } from "vitest";
import { normalizeVerdict, verdictOf } from "../../src/regress/verdict.js";

const TABLE_B: Readonly<Record<string, string>> = {
  allow: "allow ok pass passed success ALLOW",
  block: "block blocked deny denied",
  require_approval: "require_approval approval_required needs_approval needsapproval require-approval Needs-Approval",
  dry_run: "dry_run dryrun simulate simulated dry-run",
  error: "error failed failure",
};

describe("words of verdicts (spec 40 §5.3, table B)", () => {
  for (const [verdict, words] of Object.entries(TABLE_B)) {
    it.each(words.split(" "))(`%s is ${verdict}`, (word) => expect(normalizeVerdict(word)).toBe(verdict));
  }
  it.each([
    ["  Require approval\n", "require_approval"],
    ["dry run", "dry_run"],
    ["maybe", undefined],
    ["", undefined],
    ["dry\trun", undefined],
    ["stubbed", undefined],
  ])("%j is %s", (word, verdict) => expect(normalizeVerdict(word)).toBe(verdict));
});

describe("the verdict of a result (spec 40 §5.3, table A)", () => {
  it.each([
    ["ok", "allow"],
    [" Pass ", "allow"],
    ["passed", "allow"],
    ["success", "allow"],
    ["block", "block"],
    ["DENIED", "block"],
    ["require_approval", "require_approval"],
    ["approval_required", "require_approval"],
    ["needs_approval", "require_approval"],
    ["dry_run", "dry_run"],
    ["dry-run", "dry_run"],
    ["simulated", "dry_run"],
    // The two lists differ: these are verdict words and no status words.
    ["allow", "error"],
    ["require-approval", "error"],
    ["needsapproval", "error"],
    ["stubbed", "error"],
    ["", "error"],
  ])("status %j says %s", (status, verdict) => expect(verdictOf({ status, result: null })).toBe(verdict));

  it.each([
    ["a usable verdict wins over the status", { verdict: "deny" }, "ok", "block"],
    ["`allow` as a verdict", { verdict: " Allow " }, "error", "allow"],
    ["an unusable word falls back to the status", { verdict: "maybe" }, "ok", "allow"],
    ["null falls back", { verdict: null }, "blocked", "block"],
    ["a boolean falls back", { verdict: true }, "ok", "allow"],
    ["a list falls back", { verdict: ["allow"] }, "failed", "error"],
    ["a number falls back", { verdict: 1 }, "simulate", "dry_run"],
    ["no verdict falls back", { other: "block" }, "ok", "allow"],
  ])("%s", (_, result, status, verdict) => expect(verdictOf({ status, result })).toBe(verdict));
});
