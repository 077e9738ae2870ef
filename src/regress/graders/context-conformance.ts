/** Whether the candidate worked from the context that the fixture was recorded with (spec 40 §5.3, §15 item 4). */
import { equalHex } from "../../format/text.js";
import { type ContextDrift, classifyContext } from "../../runpack/diff.js";
import type { ContextConformance } from "../types.js";
import { type Grade, type Grader, gradeWithoutCandidate, type Subject } from "./grader.js";

type Decision = readonly [status: Grade["status"], reason: string, conformance: ContextConformance];

/** The table of spec 40 §5.3 from its second row on; the first match wins. */
function decide({ metadata, context }: Subject, drift: ContextDrift, candidateDigest: string): Decision {
  const expected = metadata.expected_context_set_digest;
  if (expected !== "" && !equalHex(expected, candidateDigest) && drift !== "runtime_only") {
    return ["fail", "context_set_digest_mismatch", "semantic"];
  }
  if (!context.enforced) return ["pass", "context_conformance_not_required", drift];
  if (candidateDigest === "") return ["fail", "context_evidence_missing", "missing"];
  if (drift === "semantic") return ["fail", "context_semantic_drift", "semantic"];
  if (drift === "runtime_only" && !context.runtimeDriftAllowed) return ["fail", "context_runtime_drift_blocked", "runtime_only"];
  return ["pass", "context_conformance_pass", drift];
}

export const contextConformance: Grader = {
  name: "context_conformance",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate } = subject;
    if (candidate.kind !== "runpack") return { ...gradeWithoutCandidate(candidate, subject), contextConformance: "missing" };
    const drift = baseline === candidate.pack ? "none" : classifyContext(baseline.refs, candidate.pack.refs);
    const digest = candidate.pack.refs.context_set_digest;
    const [status, reason, conformance] = decide(subject, drift, digest);
    const details = {
      candidate_runpack: candidate.path,
      context_set_digest_fixture: baseline.refs.context_set_digest,
      context_set_digest_candidate: digest,
      context_changed: drift !== "none",
      context_runtime_only: drift === "runtime_only",
    };
    return { status, reasons: [reason], contextConformance: conformance, details };
  },
};
