/** Whether two runs saw the same context (spec 20 §13). */
import { digestOf } from "../format/canonical.js";
import { EPOCH_1980 } from "../format/time.js";
import { type RefsRecord, refsShape } from "../runpack/records.js";
import { normalizeRefs } from "../runpack/refs.js";
import type { LoadedPack } from "./load.js";

/** `runtime_only`: nothing but the times of retrieval differs. */
export type ContextDrift = "none" | "runtime_only" | "semantic";

/** What is known of a run's context when its runpack cannot be read: the payload's words. */
interface ContextFields {
  readonly digest: string;
  readonly mode: string;
  readonly count: number;
}

const fieldsOfRefs = (refs: RefsRecord): ContextFields => ({
  digest: refs.context_set_digest,
  mode: refs.context_evidence_mode,
  count: refs.context_ref_count,
});

const fieldsOf = ({ runpack, runPayload }: LoadedPack): ContextFields => {
  if (runpack) return fieldsOfRefs(normalizeRefs(runpack.refs));
  return {
    digest: runPayload?.context_set_digest ?? "",
    mode: runPayload?.context_evidence_mode ?? "",
    count: runPayload?.context_ref_count ?? 0,
  };
};

const sameFields = (a: ContextFields, b: ContextFields): boolean => a.digest === b.digest && a.mode === b.mode && a.count === b.count;

const refsDigest = (refs: RefsRecord): string => digestOf(refsShape.encode(refs));

/** Refs without what differs between two runs of the same thing. */
const withoutRuntime = (refs: RefsRecord): RefsRecord => ({
  ...refs,
  context_set_digest: "",
  receipts: refs.receipts.map((receipt) => ({ ...receipt, retrieved_at: EPOCH_1980 })),
});

function classifyRefs(left: RefsRecord, right: RefsRecord): ContextDrift {
  const [a, b] = [normalizeRefs(left), normalizeRefs(right)];
  if (refsDigest(a) === refsDigest(b)) return "none";
  const [x, y] = [withoutRuntime(a), withoutRuntime(b)];
  return refsDigest(x) === refsDigest(y) ? "runtime_only" : "semantic";
}

/** Drift between two packs; `none` unless both are of runs. */
export function classifyContextDrift(left: LoadedPack, right: LoadedPack): ContextDrift {
  if (left.packType !== "run" || right.packType !== "run") return "none";
  if (left.runpack && right.runpack) return classifyRefs(left.runpack.refs, right.runpack.refs);
  return sameFields(fieldsOf(left), fieldsOf(right)) ? "none" : "semantic";
}
