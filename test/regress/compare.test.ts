import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { compareRunpacks } from "../../src/regress/compare.js";
import { compareCalls } from "../../src/regress/compare-calls.js";
import { normalizeIdentifier, scoreCalls, toolClassOf } from "../../src/regress/compare-risk.js";
import type { ToolCallChange } from "../../src/report/model.js";
import { callDigest, parseCall, type RecordedOptions, recordedRun, resultDigest } from "../support/recorded.js";

/** `! mail.send 1→1 args_changed` */
const line = ({ kind, tool, left, right }: ToolCallChange) => `${left?.index ?? "-"} ${right?.index ?? "-"} ${kind} ${tool}`;
const diff = (left: string, right: string) =>
  compareCalls(recordedRun(left.split(" ").filter(Boolean)), recordedRun(right.split(" ").filter(Boolean)), false).map(line);

describe("tool calls", () => {
  it.each<[string, string, string, string[]]>([
    ["equal runs", "a b", "a b", ["0 0 same a", "1 1 same b"]],
    ["an empty candidate", "a", "", ["0 - removed a"]],
    ["an empty baseline", "", "a", ["- 0 added a"]],
    ["another argument", "a b(1) c", "a b(2) c", ["0 0 same a", "1 1 args_changed b", "2 2 same c"]],
    ["another result", "a=ok/1", "a=ok/2", ["0 0 result_changed a"]],
    ["another status", "a=ok/1", "a=denied/2", ["0 0 status_changed a"]],
    ["a result that is missing", "a=ok", "a=-", ["0 0 status_changed a"]],
    ["arguments before status and result", "a(1)=ok/1", "a(2)=denied/2", ["0 0 args_changed a"]],
    ["a call that moved", "a b c", "b c a", ["1 0 same b", "2 1 same c", "0 2 moved a"]],
    ["a call that moved and was blocked", "a b c", "b c a=blocked", ["1 0 same b", "2 1 same c", "0 2 status_changed a"]],
    ["equal calls before calls of the same tool", "t(1) x t(2)", "t(2) x t(3)", ["2 0 same t", "1 1 moved x", "0 2 args_changed t"]],
    [
      "leftovers of a tool in their order",
      "t(1) t(2) t(3)",
      "t(4) t(5) t(6) t(7)",
      ["0 0 args_changed t", "1 1 args_changed t", "2 2 args_changed t", "- 3 added t"],
    ],
    [
      "the example of the comment",
      "crm.lookup mail.send(9b) pay.refund",
      "crm.lookup mail.send(77) mail.send(0c)=denied",
      ["0 0 same crm.lookup", "1 1 args_changed mail.send", "2 - removed pay.refund", "- 2 added mail.send"],
    ],
    [
      "removed calls where they were",
      "a r1 r2 b r3",
      "a b",
      ["0 0 same a", "1 - removed r1", "2 - removed r2", "3 1 same b", "4 - removed r3"],
    ],
    ["a removed first call", "r a", "a", ["0 - removed r", "1 0 same a"]],
    [
      "a removed call behind one that went far",
      "t(1) a r b",
      "a b t(9)",
      ["1 0 same a", "2 - removed r", "3 1 same b", "0 2 args_changed t"],
    ],
    ["repeated calls", "a a a", "a a", ["0 0 same a", "1 1 same a", "2 - removed a"]],
  ])("%s", (_name, left, right, expected) => {
    expect(diff(left, right)).toEqual(expected);
  });

  it("tells both sides in full", () => {
    const [change] = compareCalls(recordedRun(["a(1)=ok/x"]), recordedRun(["b", "a(1)=blocked/y"]), false).slice(1);
    expect(change).toEqual({
      kind: "status_changed",
      tool: "a",
      left: {
        index: 0,
        intent_id: "i0",
        args_digest: callDigest("1"),
        status: "ok",
        result_digest: resultDigest("x"),
        verdict: "allow",
        args: "",
      },
      right: {
        index: 1,
        intent_id: "i1",
        args_digest: callDigest("1"),
        status: "blocked",
        result_digest: resultDigest("y"),
        verdict: "block",
        args: "",
      },
    });
  });

  it("tells another verdict under the same status", () => {
    const call = { ...parseCall("a"), payload: { verdict: "allow" } };
    const left = recordedRun([call], { captureMode: "raw" });
    const right = recordedRun([{ ...call, payload: { verdict: "block" } }], { captureMode: "raw" });
    expect(compareCalls(left, right, false).map(({ kind, right }) => [kind, right?.verdict])).toEqual([["status_changed", "block"]]);
  });

  it.each([
    ["raw", "raw", true, '{"value":"1"}'],
    ["raw", "raw", false, ""],
    ["raw", "reference", true, ""],
    ["reference", "raw", true, ""],
  ] as const)("arguments of a %s and a %s run, wanted: %s", (left, right, showArgs, args) => {
    const run = (captureMode: RecordedOptions["captureMode"]) => recordedRun(["a(1)"], captureMode ? { captureMode } : {});
    const [change] = compareCalls(run(left), run(right), showArgs);
    expect([change?.left?.args, change?.right?.args]).toEqual([args, args]);
  });

  it("cuts arguments of any length", () => {
    const run = recordedRun([{ ...parseCall("a"), args: "x".repeat(100_000) }], { captureMode: "raw" });
    expect(compareCalls(run, run, true)[0]?.left?.args).toBe(`{"value":"${"x".repeat(16_384 - 10)}…`);
  });

  it("tells calls apart whose names hold the separators of others", () => {
    expect(diff('a","(1)', "a(1)")).toEqual(["- 0 added a", '0 - removed a","'].toSorted((a, b) => (a < b ? 1 : -1)));
  });

  it("compares 10,000 calls with 10,000", () => {
    const calls = Array.from({ length: 10_000 }, (_, n) => parseCall(`tool${n % 7}(${n})`));
    const changes = compareCalls(recordedRun(calls), recordedRun(calls.toReversed()), false);
    expect(changes.length).toBe(10_000);
    expect(changes.filter(({ kind }) => kind === "moved").length).toBe(9_999);
    expect(changes.map(({ right }) => right?.index)).toEqual(calls.map((_, n) => n));
  });
});

describe("context", () => {
  const compare = (left: RecordedOptions, right: RecordedOptions) =>
    compareRunpacks(recordedRun([], left), recordedRun([], right), { showArgs: false }).context;
  const one = sha256Hex("one");
  const two = sha256Hex("two");

  it("none: the same references, recorded in another run", () => {
    expect(compare({ receipts: [{}], runId: "run_a" }, { receipts: [{}], runId: "run_b", createdAt: "2026-04-01T10:00:00Z" })).toEqual({
      classification: "none",
      receipts: [],
      widest_age_change_seconds: 0,
    });
  });

  it("runtime_only: retrieved at another time; the widest difference, rounded up", () => {
    expect(
      compare(
        { receipts: [{ retrieved_at: "2026-03-01T09:00:00Z" }, { retrieved_at: "2026-03-01T09:00:00Z" }], contextSetDigest: one },
        { receipts: [{ retrieved_at: "2026-03-01T09:00:01Z" }, { retrieved_at: "2026-03-01T08:00:00.5Z" }], contextSetDigest: two },
      ),
    ).toEqual({ classification: "runtime_only", receipts: [], widest_age_change_seconds: 3600 });
  });

  it("semantic: receipts added, removed, changed, by ref_id", () => {
    const left = { receipts: [{ ref_id: "a" }, { ref_id: "b" }, { ref_id: "c" }] };
    const right = {
      receipts: [{ ref_id: "b", content_digest: two, source_type: "web" }, { ref_id: "c" }, { ref_id: "d", content_digest: one }],
    };
    expect(compare(left, right)).toEqual({
      classification: "semantic",
      receipts: [
        { kind: "removed", ref_id: "a", source_type: "doc", left_digest: sha256Hex("content"), right_digest: "" },
        { kind: "changed", ref_id: "b", source_type: "web", left_digest: sha256Hex("content"), right_digest: two },
        { kind: "added", ref_id: "d", source_type: "doc", left_digest: "", right_digest: one },
      ],
      widest_age_change_seconds: 0,
    });
  });

  it("semantic: a repeated ref_id is paired in order", () => {
    const receipts = [{ ref_id: "a" }, { ref_id: "a", content_digest: one }];
    expect(compare({ receipts }, { receipts: receipts.slice(0, 1) }).receipts).toEqual([
      { kind: "removed", ref_id: "a", source_type: "doc", left_digest: one, right_digest: "" },
    ]);
  });

  it("missing: the candidate has no context digest where the baseline has one", () => {
    expect(compare({ contextSetDigest: one }, {}).classification).toBe("missing");
    expect(compare({}, { contextSetDigest: one }).classification).toBe("runtime_only");
  });
});

describe("risk", () => {
  it.each([
    ["db.drop_table", "destructive"],
    ["mail.SEND", "write"],
    ["file.read", "read"],
    ["read_and_delete", "destructive"],
    ["calc", "execute"],
  ])("%s is %s", (tool, expected) => {
    expect(toolClassOf(tool)).toBe(expected);
  });

  it.each([
    ["Blocked: Violation", "blocked__violation"],
    ["__a__", "a"],
    ["é😀b", "b"],
    ["", "e3b0c44298fc1c14"],
  ])("identifier %j is %j", (text, expected) => {
    expect(normalizeIdentifier(text)).toBe(expected);
  });

  it("scores class, target and status", () => {
    const run = recordedRun(["tool.read= OK ", "Mail.SEND=Blocked: Violation", "db.drop=", "calc=weird", "calc=-", " =ok"]);
    expect(scoreCalls(run).map(({ score }) => score)).toEqual([110, 312, 411, 211, 210]);
  });

  it.each([
    ["doc", "manual", 110],
    ["doc", "handbook", 130],
    ["doc", "staging/notes", 120],
    ["Customer DB", "x", 130],
    ["doc", `${"x".repeat(48)}payment`, 110],
  ])("a read of %s %s scores %d", (source_type, source_locator, score) => {
    expect(scoreCalls(recordedRun(["read"], { receipts: [{ source_type, source_locator }] }))[0]?.score).toBe(score);
  });

  it("names the calls that make it worse, highest first", () => {
    const { risk } = compareRunpacks(recordedRun(["read", "send"]), recordedRun(["read", "send=blocked", "drop", "send=failed"]), {
      showArgs: false,
    });
    expect(risk).toEqual({
      baseline: 310,
      candidate: 410,
      causes: [
        { index: 2, tool: "drop", score: 410 },
        { index: 1, tool: "send", score: 312 },
        { index: 3, tool: "send", score: 311 },
      ],
    });
  });

  it("is nothing for runs without calls", () => {
    expect(compareRunpacks(recordedRun([]), recordedRun([]), { showArgs: false }).risk).toEqual({ baseline: 0, candidate: 0, causes: [] });
  });
});
