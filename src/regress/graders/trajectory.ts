/** Whether the candidate called the tools and got the verdicts that the fixture expects (spec 40 §5.3). */
import type { JsonObject } from "../../format/json.js";
import { toolSequence, verdictSequence } from "../sequences.js";
import { fail, type Grader, gradeWithoutCandidate, pass } from "./grader.js";

/** What stands for the element of a sequence that has ended. */
const ENDED = "<missing>";

/** Where two sequences part; undefined where they don't. */
function firstMismatch(expected: readonly string[], actual: readonly string[]): number | undefined {
  const common = Math.min(expected.length, actual.length);
  for (let i = 0; i < common; i++) if (expected[i] !== actual[i]) return i;
  return expected.length === actual.length ? undefined : common;
}

/** The three details of a mismatch; nothing where the sequence is not expected or is met. */
function mismatch(kind: "tool" | "verdict", expected: readonly string[], actual: readonly string[]): JsonObject | undefined {
  const index = expected.length === 0 ? undefined : firstMismatch(expected, actual);
  if (index === undefined) return undefined;
  return {
    [`${kind}_sequence_mismatch_index`]: index,
    [`${kind}_sequence_expected_at_mismatch`]: expected[index] ?? ENDED,
    [`${kind}_sequence_actual_at_mismatch`]: actual[index] ?? ENDED,
  };
}

export const trajectory: Grader = {
  name: "trajectory",
  deterministic: true,
  grade: (subject) => {
    const { candidate, metadata } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject);
    const expected = { tools: metadata.expected_tool_sequence, verdicts: metadata.expected_verdict_sequence };
    const actual = { tools: toolSequence(candidate.pack), verdicts: verdictSequence(candidate.pack) };
    const toolMismatch = mismatch("tool", expected.tools, actual.tools);
    const verdictMismatch = mismatch("verdict", expected.verdicts, actual.verdicts);
    const details = {
      candidate_runpack: candidate.path,
      expected_tool_sequence: expected.tools,
      actual_tool_sequence: actual.tools,
      expected_verdict_sequence: expected.verdicts,
      actual_verdict_sequence: actual.verdicts,
      ...toolMismatch,
      ...verdictMismatch,
    };
    const reasons = [...(toolMismatch ? ["unexpected_tool_sequence"] : []), ...(verdictMismatch ? ["unexpected_verdict_sequence"] : [])];
    if (reasons.length > 0) return fail(details, ...reasons);
    return pass(details, expected.tools.length + expected.verdicts.length > 0 ? "trajectory_match" : "trajectory_not_required");
  },
};
