/** Whether two runs saw the same context (spec 20 §13). */
import { type ContextDrift, classifyContextExactly } from "../runpack/diff.js";
import type { RefsRecord } from "../runpack/records.js";
import { normalizeRefs } from "../runpack/refs.js";
import type { LoadedPack } from "./load.js";

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

/** Drift between two packs; `none` unless both are of runs. */
export function classifyContextDrift(left: LoadedPack, right: LoadedPack): ContextDrift {
  if (left.packType !== "run" || right.packType !== "run") return "none";
  if (left.runpack && right.runpack) return classifyContextExactly(normalizeRefs(left.runpack.refs), normalizeRefs(right.runpack.refs));
  return sameFields(fieldsOf(left), fieldsOf(right)) ? "none" : "semantic";
}
