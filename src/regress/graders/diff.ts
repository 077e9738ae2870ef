/** Whether the candidate's records differ from the baseline's where the fixture does not allow it (spec 40 §5.3). */
import { sortedUnique } from "../../format/text.js";
import { diffRunpacks } from "../../runpack/diff.js";
import type { Runpack } from "../../runpack/read.js";
import { fail, type Grader, gradeWithoutCandidate, pass } from "./grader.js";

/** Names of the files whose content differs beyond the identity of the run, and of those that only one side has. */
export function changedFiles(baseline: Runpack, candidate: Runpack): string[] {
  if (baseline === candidate) return [];
  const summary = diffRunpacks(baseline, candidate, "full");
  return sortedUnique([
    ...(summary.intents_changed ? ["intents.jsonl"] : []),
    ...(summary.results_changed ? ["results.jsonl"] : []),
    ...(summary.refs_changed ? ["refs.json"] : []),
    ...(summary.manifest_changed ? ["manifest.json"] : []),
    ...summary.files_changed,
  ]);
}

export const diff: Grader = {
  name: "diff",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate, metadata } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject, "diff_error");
    const changed = changedFiles(baseline, candidate.pack);
    const allowed = metadata.diff_allow_changed_files;
    const unexpected = changed.filter((name) => !allowed.includes(name));
    const details = { candidate_runpack: candidate.path, changed_files: changed, allowed_files: allowed };
    return unexpected.length > 0 ? fail({ ...details, unexpected_files: unexpected }, "unexpected_diff") : pass(details);
  },
};
