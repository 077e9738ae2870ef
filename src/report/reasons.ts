/**
 * Every reason code that a report can carry: what it means, what to do, and how loud it is. One table for SARIF's rules,
 * `gait regress explain`, annotations and the comment (spec 40 §5.3, §12.4, §12.5).
 */

export type Level = "error" | "warning" | "note";

export interface Reason {
  readonly code: string;
  /** Sentence fragment, first letter large, no full stop. */
  readonly title: string;
  /** What it means and what to do about it. */
  readonly help: string;
  /** What it is where nothing says otherwise; `none` codes say that all is well. */
  readonly level: Level | "none";
}

const RESTORE = "Restore the runpack from version control, or record the run again and accept it.";
const RECORD = "Record the candidate again and check that the step that writes it ran to its end.";
const ACCEPT = "If the change is intended, accept it with `gait regress accept` and commit the fixture; else fix the agent.";

const table: Readonly<Record<string, readonly [level: Reason["level"], title: string, help: string]>> = {
  // The baseline itself.
  schema_validation_error: [
    "error",
    "The recorded run could not be checked",
    `The fixture's runpack could not be read for checking. ${RESTORE}`,
  ],
  missing_files: [
    "error",
    "Declared files are missing",
    "The manifest lists files that the archive does not hold: it was cut or rebuilt. Restore the artifact.",
  ],
  hash_mismatch: [
    "error",
    "Content differs from its digest",
    "A file in the archive is not the file that was recorded. Treat the artifact as tampered with and restore it.",
  ],
  runpack_parse_error: ["error", "A recorded file cannot be parsed", `A record in the runpack is not what its schema says. ${RESTORE}`],
  manifest_schema_invalid: [
    "error",
    "Unknown manifest schema",
    "manifest.json is not `gait.runpack.manifest` 1.0.0. Record with a version of Gait that this one knows.",
  ],
  run_schema_invalid: [
    "error",
    "Unknown run schema",
    "run.json is not `gait.runpack.run` 1.0.0. Record with a version of Gait that this one knows.",
  ],
  refs_schema_invalid: [
    "error",
    "Unknown references schema",
    "refs.json is not `gait.runpack.refs` 1.0.0. Record with a version of Gait that this one knows.",
  ],
  intent_schema_invalid: [
    "error",
    "Unknown intent schema",
    "An intent is not `gait.runpack.intent` 1.0.0. Record with a version of Gait that this one knows.",
  ],
  result_schema_invalid: [
    "error",
    "Unknown result schema",
    "A result is not `gait.runpack.result` 1.0.0. Record with a version of Gait that this one knows.",
  ],
  replay_error: [
    "error",
    "The recorded run cannot be replayed",
    "Two records of the runpack claim the same intent id, so a replay is ambiguous. Record the run again.",
  ],
  unexpected_exit_code: [
    "error",
    "The replay ends with another exit code",
    "The stub replay of the recorded run does not end as `expected_replay_exit_code` says: a call has no result and cannot be stubbed, or the expectation was edited.",
  ],
  // The candidate against the baseline.
  candidate_path_invalid: [
    "error",
    "The candidate was not found",
    `The candidate runpack that this fixture is to be compared with does not exist. ${RECORD}`,
  ],
  candidate_runpack_invalid: ["error", "The candidate cannot be read", `The candidate is not a sound runpack. ${RECORD}`],
  no_candidate: [
    "error",
    "No candidate for this fixture",
    "No candidate run matches the fixture, so nothing was compared. Record one, or name it after the fixture.",
  ],
  unexpected_tool_sequence: [
    "error",
    "The agent called other tools",
    `The candidate's sequence of tool calls is not \`expected_tool_sequence\`: a call was added, is missing, or came in another order. ${ACCEPT}`,
  ],
  unexpected_verdict_sequence: [
    "error",
    "The verdicts changed",
    `A call of the candidate was decided otherwise than \`expected_verdict_sequence\` says. Look at the policy first, then at the call. ${ACCEPT}`,
  ],
  unexpected_diff: [
    "error",
    "The run differs from the recorded one",
    `Records of the candidate differ from the baseline in files that \`diff_allow_changed_files\` does not list. ${ACCEPT}`,
  ],
  diff_error: [
    "error",
    "The runs cannot be compared",
    "Baseline or candidate could not be read for comparing. Check that both are sound runpacks.",
  ],
  source_runpack_invalid: ["error", "The baseline cannot be read", `The fixture's runpack is not sound. ${RESTORE}`],
  context_diff_error: [
    "error",
    "The contexts cannot be compared",
    "The references of one side are not valid, so the context could not be compared. Record that side again.",
  ],
  context_set_digest_mismatch: [
    "error",
    "The agent saw another context",
    `The candidate's context digest is not \`expected_context_set_digest\`: the agent worked from other material. ${ACCEPT}`,
  ],
  context_evidence_missing: [
    "error",
    "The candidate carries no context evidence",
    "The fixture requires context conformance and the candidate has no context digest. Record it with its references.",
  ],
  context_semantic_drift: [
    "error",
    "The context changed in content",
    `References were added, removed or have other content than in the recorded run. ${ACCEPT}`,
  ],
  context_runtime_drift_blocked: [
    "error",
    "The context was retrieved at another time",
    "The same content was retrieved at another time, and the fixture does not allow that. Set `allow_context_runtime_drift` if time does not matter here.",
  ],
  context_runtime_drift: [
    "note",
    "The context was retrieved at another time",
    "The same content was retrieved at another time than in the recorded run. Nothing to do unless freshness matters.",
  ],
  run_environment_changed: [
    "error",
    "The run's environment changed",
    `Environment or timeline of the candidate differ from the recorded run. ${ACCEPT}`,
  ],
  grader_error: [
    "error",
    "A grader failed unexpectedly",
    "This is a fault in Gait or a very odd artifact. The check fails because it could not be judged. Please report it.",
  ],
  grader_failed: [
    "error",
    "A grader failed without a reason",
    "The grader reported a failure and gave no reason code. Run it on your machine to see its details.",
  ],
  // Things that could not be judged.
  fixture_unreadable: [
    "error",
    "The fixture cannot be read",
    "The fixture's runpack or fixture.json is missing or damaged, so it was not judged. Restore it from version control.",
  ],
  fixture_invalid: [
    "error",
    "The fixture is not valid",
    "fixture.json breaks a rule of its schema, so the fixture was not judged. Correct the line that is shown.",
  ],
  config_invalid: [
    "error",
    "The configuration is not valid",
    "gait.yaml cannot be used, so no fixture was judged. Correct the line that is shown.",
  ],
  config_missing: [
    "error",
    "There is no configuration",
    "There is no gait.yaml, so no fixture was judged. Add a first fixture with `gait regress bootstrap`.",
  ],
  no_fixtures: ["error", "No fixtures are configured", "A check without fixtures protects nothing. Add one with `gait regress add`."],
  base_unavailable: [
    "error",
    "The base commit is not available",
    "What this change removes or relaxes cannot be seen without the base commit. Fetch it, or take those conditions out of `fail-on`.",
  ],
  shard_missing: [
    "error",
    "A shard is missing",
    "The shards that were merged do not cover every fixture exactly once. Run the missing shard again.",
  ],
  shard_invalid: [
    "error",
    "The shards do not belong together",
    "They were not made by the same engine from the same commits and configuration. Run all shards of the workflow again.",
  ],
  record_failed: [
    "error",
    "The candidates could not be recorded",
    "The recording command failed or left no runpack, so nothing was compared. Look into its log; run it on your machine.",
  ],
  path_outside_project: [
    "error",
    "A path leaves the project",
    "A fixture or candidate points outside the project. Move it inside, or allow it explicitly with `--allow-outside`.",
  ],
  // What a change does to the protection itself.
  removed_coverage: [
    "error",
    "A fixture was removed",
    "The base commit has this fixture, this commit has not: what it protected is no longer checked. Restore it, or say in the review why it may go.",
  ],
  expectation_removed: [
    "error",
    "An expectation was removed",
    "The base commit expects this, this commit does not. Restore it, or say in the review why it may go.",
  ],
  expectation_relaxed: [
    "warning",
    "An expectation was relaxed",
    "This change makes a fixture accept more than before. A reviewer should agree to that.",
  ],
  expectation_rebaselined: [
    "note",
    "A fixture was recorded anew",
    "The recorded run was replaced. Read the tool calls of the old and the new one as you would read code.",
  ],
  expectation_changed: [
    "note",
    "An expectation was changed",
    "A fixture expects something else than before. A reviewer should agree to that.",
  ],
  self_comparison: [
    "warning",
    "Fixtures were compared with themselves",
    "No candidate run was given, so nothing new was tested. Record the agent in CI and pass the folder with `candidates:` or `--candidates`.",
  ],
  risk_increase: [
    "warning",
    "The run is riskier than before",
    "The candidate makes a call of a higher risk class than any recorded one. Check that the policy gates it.",
  ],
  // gait-verify.
  undeclared_files: [
    "error",
    "The archive holds undeclared files",
    "Files are in the archive that its manifest does not list: no digest or signature covers them. Rebuild the artifact.",
  ],
  duplicate_entries: [
    "error",
    "The archive holds a name twice",
    "Readers disagree on which of two entries counts, so the artifact proves nothing. Rebuild it.",
  ],
  signature_invalid: [
    "error",
    "The signature does not verify",
    "The content was changed after it was signed, or it was signed with another key. Treat the artifact as tampered with.",
  ],
  signature_missing: [
    "warning",
    "The artifact is not signed",
    "Digests show that it is complete, not who made it. Sign it when it is built.",
  ],
  signature_not_checked: [
    "note",
    "The signature was not checked",
    "The artifact is signed, and no public key was given to check it with. Set `public-key`.",
  ],
  signature_lost: [
    "warning",
    "A signature was lost",
    "The base commit's artifact is signed, this one is not. Sign it again, or find out who replaced it.",
  ],
  key_changed: [
    "warning",
    "The signing key changed",
    "The artifact is signed with another key than in the base commit. Make sure that this key is known to you.",
  ],
  unknown_schema: [
    "warning",
    "The artifact is of an unknown kind",
    "It is no runpack, pack, trace or session chain that this version knows, so it was not verified.",
  ],
  artifact_unreadable: ["error", "The artifact cannot be read", "It was not verified. Restore it."],
  artifact_invalid: ["error", "The artifact did not verify", "It is not what it claims to be. Treat it as tampered with and restore it."],
  artifact_changed: [
    "note",
    "The evidence was changed",
    "The artifact differs from the one of the base commit. Evidence is normally added, not changed.",
  ],
  artifact_warning: ["note", "The artifact verified with a remark", "Read the remark; it does not change the result."],
  no_artifacts: ["error", "No artifact matched", "A check that looks at nothing proves nothing. Correct `paths`, or set `allow-empty`."],
  // All is well.
  trajectory_match: ["none", "The tool calls are the expected ones", "The candidate did what the fixture expects."],
  trajectory_not_required: ["none", "No sequence is expected", "The fixture expects neither tools nor verdicts, so none were compared."],
  context_conformance_pass: ["none", "The context conforms", "The candidate's context is the expected one."],
  context_conformance_not_required: ["none", "Context conformance is not required", "The context was compared and does not decide."],
};

/** Every known reason, in the order of its code. */
export const REASONS: readonly Reason[] = Object.entries(table)
  .map(([code, [level, title, help]]) => ({ code, title, help, level }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const byCode = new Map(REASONS.map((reason) => [reason.code, reason]));

/** The reason of a code. One that a newer engine wrote is an error without further explanation. */
export const reasonOf = (code: string): Reason =>
  byCode.get(code) ?? {
    code,
    title: "The check failed",
    help: "This version of Gait does not know the reason code. Use the version that wrote the report to explain it.",
    level: "error",
  };

/** Whether the table knows the code. */
export const isKnownReason = (code: string): boolean => byCode.has(code);
