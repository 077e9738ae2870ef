import { describe, expect, test } from "vitest";
import type { ToolCallChange } from "../../src/report/model.js";
import { callDiff, countCalls, describeCalls, diffText } from "../../src/report/tool-calls.js";
import { call, driftWithArguments, side } from "./samples.js";

const text = (changes: ToolCallChange[], options = {}) =>
  callDiff(changes, { context: 3, args: false, maxLines: 100, ...options }).map(diffText);

const same = (index: number): ToolCallChange => call("same", "crm.lookup", side(index, "a"), side(index, "a"));
const added = (index: number): ToolCallChange => call("added", "fs.delete", null, side(index, "b"));

describe("callDiff", () => {
  test("one sign for each kind of change", () => {
    const changes = [
      call("same", "crm.lookup", side(0, "a"), side(0, "a")),
      call("args_changed", "mail.send", side(1, "b"), side(1, "c", { status: "denied", verdict: "block" })),
      call("added", "mail.send", null, side(2, "d", { status: "stubbed", verdict: "dry_run" })),
      call("removed", "pay.refund", side(3, "e", { status: "blocked", verdict: "block" }), null),
      call("result_changed", "crm.read", side(4, "f"), side(3, "f", { result_digest: "1234567890abcdef" })),
      call("status_changed", "crm.read", side(5, "g"), side(4, "g", { status: "error", verdict: "error" })),
      call("moved", "crm.read", side(9, "h"), side(5, "h")),
    ];
    expect(text(changes)).toEqual([
      "   0 crm.lookup  args ca978112ca1b  ok",
      "!  1 mail.send   args 3e23e8160039 → 2e7d2c03a950  ok → denied [block]",
      "+  2 mail.send   args 18ac3e7343f0  stubbed [dry_run]",
      "-  3 pay.refund  args 3f79bb7b435b  blocked",
      "!  3 crm.read    args 252f10c83610  ok  result 9e0354c05225 → 1234567890ab  (was 4)",
      "!  4 crm.read    args cd0aa9856147  ok → error  (was 5)",
      "!  5 crm.read    args aaa9402664f1  ok  (was 9)",
    ]);
  });

  test("unchanged stretches are folded around changes", () => {
    const changes = [
      ...Array.from({ length: 9 }, (_, index) => same(index)),
      added(9),
      ...Array.from({ length: 5 }, (_, index) => same(10 + index)),
    ];
    expect(text(changes, { context: 1 })).toEqual([
      "    … 8 unchanged calls",
      "   8 crm.lookup  args ca978112ca1b  ok",
      "+  9 fs.delete   args 3e23e8160039  ok",
      "  10 crm.lookup  args ca978112ca1b  ok",
      "    … 4 unchanged calls",
    ]);
  });

  test("without context neither unchanged nor moved calls get a line", () => {
    const changes = [same(0), call("moved", "crm.read", side(1, "h"), side(2, "h")), added(3)];
    expect(text(changes, { context: 0 })).toEqual(["    … 2 unchanged calls", "+  3 fs.delete   args 3e23e8160039  ok"]);
  });

  test("all calls with unlimited context, none where nothing changed", () => {
    expect(text([same(0), same(1)], { context: Number.POSITIVE_INFINITY })).toHaveLength(2);
    expect(text([same(0), same(1)])).toEqual(["    … 2 unchanged calls"]);
    expect(text([])).toEqual([]);
  });

  test("never more lines than asked for, and the rest is counted", () => {
    const changes = Array.from({ length: 50 }, (_, index) => added(index));
    const lines = text(changes, { maxLines: 10 });
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe("    … 41 more calls (41 changed) left out");
  });

  test("arguments only where asked for: by name between objects, else whole", () => {
    const [fixture] = driftWithArguments().projects[0]!.fixtures;
    expect(text(fixture!.tool_calls).join("\n")).not.toContain("amount_cents");
    expect(text(fixture!.tool_calls, { args: true })).toEqual([
      "   0 crm.lookup     args f398d2a214b8  ok",
      "-  1 ledger.search  args 4dd653aba26b  ok",
      '-      {"order_id":"o-77"}',
      "!  1 ledger.refund  args d6a0b1a05981 → bb9719797035  ok → blocked  (was 2)",
      "-      amount_cents: 4900",
      "+      amount_cents: 490000",
      "+  2 fs.delete      args 0be3bf2f46f4  ok",
      '+      {"path":"ledger.jsonl"}',
      "   3 mail.write     args 6bd963532d32  ok",
    ]);
    const odd = [call("args_changed", "x", side(0, "a", { args: "not json" }), side(0, "b", { args: "[1]" }))];
    expect(text(odd, { args: true }).slice(1)).toEqual(["-      not json", "+      [1]"]);
  });

  test("hostile text keeps to its line", () => {
    const lines = text([call("added", "a\nb\u202e", null, side(0, "x", { status: "\u001b[31m", verdict: "allow" }))]);
    expect(lines).toEqual(["+  0 a[U+000A]b[U+202E]  args 2d711642b726  [U+001B][31m"]);
  });
});

test("counts and words", () => {
  const changes = [same(0), added(1), added(2), call("removed", "x", side(3, "x"), null), call("moved", "y", side(5, "y"), side(4, "y"))];
  expect(countCalls(changes)).toEqual({ added: 2, removed: 1, changed: 0, moved: 1 });
  expect(describeCalls(changes)).toBe("2 calls added, 1 removed, 1 moved");
  expect(describeCalls([same(0)])).toBe("");
});
