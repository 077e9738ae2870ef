/** How the context of a run differs from that of the recorded one (spec 40 §5.3 and §12.4 item 5). */
import { digestOf } from "../format/canonical.js";
import { compareBytes } from "../format/text.js";
import { EPOCH_1980, unixNanos } from "../format/time.js";
import type { ContextChange, ReceiptChange } from "../report/model.js";
import { classifyContext } from "../runpack/diff.js";
import { type Receipt, type RefsRecord, receiptShape } from "../runpack/records.js";

/**
 * Classification, receipts that differ in more than their time, and how far times of retrieval lie apart (whole seconds, rounded
 * up). `missing`: the baseline has a context digest and the candidate has none.
 */
export function compareContext(baseline: RefsRecord, candidate: RefsRecord): ContextChange {
  const pairs = pairReceipts(baseline.receipts, candidate.receipts);
  const isMissing = baseline.context_set_digest !== "" && candidate.context_set_digest === "";
  return {
    classification: isMissing ? "missing" : classifyContext(baseline, candidate),
    receipts: pairs.flatMap(receiptChange),
    widest_age_change_seconds: pairs.reduce((widest, [left, right]) => Math.max(widest, left && right ? secondsApart(left, right) : 0), 0),
  };
}

type ReceiptPair = readonly [left: Receipt | undefined, right: Receipt | undefined];

/** Receipts of the same ref_id, the n-th with the n-th. Both lists are sorted by ref_id and so is the result. */
function pairReceipts(left: readonly Receipt[], right: readonly Receipt[]): ReceiptPair[] {
  const groups = new Map<string, { left: Receipt[]; right: Receipt[] }>();
  const ids = [...left, ...right].map(({ ref_id }) => ref_id).sort(compareBytes);
  for (const id of ids) groups.set(id, { left: [], right: [] });
  for (const receipt of left) groups.get(receipt.ref_id)!.left.push(receipt);
  for (const receipt of right) groups.get(receipt.ref_id)!.right.push(receipt);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.max(group.left.length, group.right.length) }, (_, n): ReceiptPair => [group.left[n], group.right[n]]),
  );
}

function receiptChange([left, right]: ReceiptPair): ReceiptChange[] {
  const receipt = right ?? left;
  if (!receipt) return [];
  const { ref_id, source_type } = receipt;
  const digests = { left_digest: left?.content_digest ?? "", right_digest: right?.content_digest ?? "" };
  if (!left) return [{ kind: "added", ref_id, source_type, ...digests }];
  if (!right) return [{ kind: "removed", ref_id, source_type, ...digests }];
  const isSame = contentOf(left) === contentOf(right);
  return isSame ? [] : [{ kind: "changed", ref_id, source_type, ...digests }];
}

/** A receipt but for when it was retrieved. */
const contentOf = (receipt: Receipt): string => digestOf(receiptShape.encode({ ...receipt, retrieved_at: EPOCH_1980 }));

function secondsApart(left: Receipt, right: Receipt): number {
  const nanos = unixNanos(right.retrieved_at) - unixNanos(left.retrieved_at);
  const away = nanos < 0n ? -nanos : nanos;
  return Number((away + 999_999_999n) / 1_000_000_000n);
}
