/** Whether a stub replay of a run ends as the fixture expects (spec 40 §5.3, §15 item 11). */
import { GaitError } from "../../format/errors.js";
import type { Runpack } from "../../runpack/read.js";
import { replayStub } from "../../runpack/replay.js";
import { fail, type Grade, type Grader, gradeWithoutCandidate, pass } from "./grader.js";

/** A replay that misses results ends with 2. */
function gradeReplay(pack: Runpack, expected: number): Grade {
  let missing: readonly string[];
  try {
    missing = replayStub(pack).missingResults;
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return fail({ error: error.message }, "replay_error");
  }
  const actual = missing.length > 0 ? 2 : 0;
  const details = { expected_exit_code: expected, actual_exit_code: actual, missing_results: [...missing] };
  return actual === expected ? pass(details) : fail(details, "unexpected_exit_code");
}

/** Replays the recorded run. */
export const expectedExitCode: Grader = {
  name: "expected_exit_code",
  deterministic: true,
  grade: ({ baseline, metadata }) => gradeReplay(baseline, metadata.expected_replay_exit_code),
};

/** Replays the candidate, which nothing else does. */
export const candidateReplay: Grader = {
  name: "candidate_replay",
  deterministic: true,
  grade: (subject) => {
    const { candidate, metadata } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject);
    const grade = gradeReplay(candidate.pack, metadata.expected_replay_exit_code);
    return { ...grade, details: { candidate_runpack: candidate.path, ...grade.details } };
  },
};
