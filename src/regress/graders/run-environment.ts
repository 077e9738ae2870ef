/** Whether the candidate ran where the recorded run did, which no other grader looks at (spec 40 §15 item 11). Opt-in. */
import { fail, type Grader, gradeWithoutCandidate, pass } from "./grader.js";

const PARTS = ["os", "arch", "runtime"] as const;

export const runEnvironment: Grader = {
  name: "run_environment",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject);
    const [expected, actual] = [baseline.run.env, candidate.pack.run.env];
    const changed = PARTS.filter((part) => expected[part] !== actual[part]);
    const details = { candidate_runpack: candidate.path, expected_env: { ...expected }, actual_env: { ...actual }, changed };
    return changed.length > 0 ? fail(details, "run_environment_changed") : pass(details);
  },
};
