/** Which calls of a run are new, gone, changed or the same as in the recorded one (spec 40 §12.4 item 1). */
import { canonicalize } from "../format/canonical.js";
import { normalizeWord } from "../format/text.js";
import type { CallChangeKind, CallSide, ToolCallChange } from "../report/model.js";
import type { Runpack } from "../runpack/read.js";
import type { ResultRecord } from "../runpack/records.js";
import { type Alignment, alignKeys } from "./compare-align.js";
import { verdictOf } from "./verdict.js";

export type CallRecords = Pick<Runpack, "manifest" | "intents" | "results">;

interface Call {
  readonly tool: string;
  /** Tool and arguments: calls of equal keys are the same call. */
  readonly key: string;
  readonly side: CallSide;
}

/** Longest text of arguments that is taken along; what is longer is cut, and the digests still tell. */
const MAX_ARGS_LENGTH = 16_384;

/**
 * Compares calls pairwise. First the longest common subsequence over tool and arguments; of what is left over, equal calls are
 * paired in order (`moved`), then calls of the same tool in order (`args_changed`); the rest was added or removed.
 *
 * Of the kinds that apply to a pair the first counts: args_changed, status_changed, result_changed, moved, same. The result is in
 * candidate order; a removed call stands behind the call that preceded it in the baseline.
 */
export function compareCalls(baseline: CallRecords, candidate: CallRecords, showArgs: boolean): ToolCallChange[] {
  const withArgs = showArgs && isRaw(baseline) && isRaw(candidate);
  const left = callsOf(baseline, withArgs);
  const right = callsOf(candidate, withArgs);
  const partner = new Array<number>(left.length).fill(-1);
  const taken = new Array<boolean>(right.length).fill(false);
  const pair = (i: number, j: number): void => {
    partner[i] = j;
    taken[j] = true;
  };
  const inOrder = alignKeys(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  );
  for (const [i, j] of inOrder) pair(i, j);
  for (const nameOf of [({ key }: Call) => key, ({ tool }: Call) => tool]) {
    const free = freeBy(right, taken, nameOf);
    for (const [i, call] of left.entries()) {
      const next = partner[i] === -1 ? free.get(nameOf(call))?.next() : undefined;
      if (next && !next.done) pair(i, next.value);
    }
  }
  return inCandidateOrder(left, right, partner, inOrder);
}

const isRaw = ({ manifest }: CallRecords): boolean => normalizeWord(manifest.capture_mode) === "raw";

function callsOf({ intents, results }: CallRecords, withArgs: boolean): Call[] {
  // Of results that share an id the last counts, as in the diff grader (spec 40 §5.3).
  const byIntent = new Map(results.map((result) => [result.intent_id, result]));
  return intents.map((intent, index) => ({
    tool: intent.tool_name,
    key: JSON.stringify([intent.tool_name, intent.args_digest]),
    side: {
      index,
      intent_id: intent.intent_id,
      args_digest: intent.args_digest,
      ...outcomeOf(byIntent.get(intent.intent_id)),
      args: withArgs && intent.args !== null ? cut(canonicalize(intent.args)) : "",
    },
  }));
}

const outcomeOf = (result: ResultRecord | undefined): Pick<CallSide, "status" | "result_digest" | "verdict"> =>
  result === undefined
    ? { status: "", result_digest: "", verdict: "" }
    : { status: result.status, result_digest: result.result_digest, verdict: verdictOf(result) };

const cut = (text: string): string => (text.length <= MAX_ARGS_LENGTH ? text : `${text.slice(0, MAX_ARGS_LENGTH).toWellFormed()}…`);

/** Indexes of the calls not `taken`, grouped by name, each group to be taken from its front. */
function freeBy(calls: readonly Call[], taken: readonly boolean[], nameOf: (call: Call) => string): Map<string, Iterator<number>> {
  const groups = new Map<string, number[]>();
  for (const [j, call] of calls.entries()) {
    if (taken[j]) continue;
    const group = groups.get(nameOf(call));
    if (group) group.push(j);
    else groups.set(nameOf(call), [j]);
  }
  return new Map([...groups].map(([name, indexes]) => [name, indexes.values()]));
}

function kindOf(left: Call, right: Call, isInOrder: boolean): CallChangeKind {
  if (left.key !== right.key) return "args_changed";
  if (left.side.status !== right.side.status || left.side.verdict !== right.side.verdict) return "status_changed";
  if (left.side.result_digest !== right.side.result_digest) return "result_changed";
  return isInOrder ? "same" : "moved";
}

function inCandidateOrder(left: readonly Call[], right: readonly Call[], partner: readonly number[], inOrder: Alignment): ToolCallChange[] {
  const aligned = new Set(inOrder.map(([i]) => i));
  const removed = removedByPlace(left, partner, inOrder);
  const leftOf = new Map(partner.flatMap((j, i) => (j === -1 ? [] : [[j, i] as const])));
  const changes = [...(removed.get(-1) ?? [])];
  for (const [j, call] of right.entries()) {
    const i = leftOf.get(j);
    if (i === undefined) changes.push({ kind: "added", tool: call.tool, left: null, right: call.side });
    else changes.push({ kind: kindOf(left[i]!, call, aligned.has(i)), tool: call.tool, left: left[i]!.side, right: call.side });
    for (const change of removed.get(j) ?? []) changes.push(change);
  }
  return changes;
}

/**
 * Removed calls by the index of the candidate call that they stand behind, -1 for the front. Landmarks are the aligned calls, and
 * between two of them the paired ones; calls that moved further are none.
 */
function removedByPlace(left: readonly Call[], partner: readonly number[], inOrder: Alignment): Map<number, ToolCallChange[]> {
  const places = new Map<number, ToolCallChange[]>();
  let place = -1;
  let next = 0;
  for (const [i, call] of left.entries()) {
    while (next < inOrder.length && inOrder[next]![0] < i) next++;
    const [, end] = inOrder[next] ?? [0, Number.POSITIVE_INFINITY];
    const j = partner[i]!;
    if (j > place && j <= end) place = j;
    if (j !== -1) continue;
    const group = places.get(place) ?? [];
    group.push({ kind: "removed", tool: call.tool, left: call.side, right: null });
    places.set(place, group);
  }
  return places;
}
