/** What a fixture expects of a recorded run, and what of it outlives a new recording (spec 40 §3 step 7, §13.2, §15 item 2). */
import type { JsonObject } from "../format/json.js";
import { trim } from "../format/text.js";
import type { Runpack } from "../runpack/read.js";
import { FIXTURE_SCHEMA_ID, type FixtureMetadata, fixtureShape, RUNPACK_FILE } from "./metadata.js";
import { toolSequence, verdictSequence } from "./sequences.js";

export interface Origin {
  readonly name: string;
  readonly runId: string;
  /** Path of the session chain that the run was found through, "" for none. */
  readonly sessionChain: string;
  readonly checkpointIndex: number;
}

/** The metadata of a new fixture: the run is expected to happen as it was recorded. */
export function deriveMetadata(pack: Runpack, origin: Origin): FixtureMetadata {
  const digest = trim(pack.refs.context_set_digest);
  return {
    ...fixtureShape.zero(),
    schema_id: FIXTURE_SCHEMA_ID,
    schema_version: "1.0.0",
    name: origin.name,
    run_id: origin.runId,
    runpack: RUNPACK_FILE,
    expected_tool_sequence: toolSequence(pack),
    expected_verdict_sequence: verdictSequence(pack),
    context_conformance: digest === "" ? "" : "required",
    expected_context_set_digest: digest,
    session_chain: origin.sessionChain,
    checkpoint_index: origin.checkpointIndex,
  };
}

/**
 * The metadata of a fixture that is recorded anew. Sequences and digest are those of the new run; everything else stays as it was.
 * An expectation that had been taken out by hand (the old run would have given one) stays out.
 * @param previous the run that `old` was made from, where it can still be read.
 */
export function carryOver(old: FixtureMetadata, previous: Runpack | null, derived: FixtureMetadata): FixtureMetadata {
  const kept = (mine: readonly string[], was: readonly string[], now: string[]): string[] =>
    mine.length === 0 && was.length > 0 ? [] : now;
  const hadContext = previous !== null && previous.refs.context_set_digest !== "";
  const digestTakenOut = hadContext && old.expected_context_set_digest === "";
  return {
    ...derived,
    expected_tool_sequence: kept(old.expected_tool_sequence, previous ? toolSequence(previous) : [], derived.expected_tool_sequence),
    expected_verdict_sequence: kept(
      old.expected_verdict_sequence,
      previous ? verdictSequence(previous) : [],
      derived.expected_verdict_sequence,
    ),
    expected_replay_exit_code: old.expected_replay_exit_code,
    candidate_runpack: old.candidate_runpack,
    context_conformance: old.context_conformance === "" && !hadContext ? derived.context_conformance : old.context_conformance,
    allow_context_runtime_drift: old.allow_context_runtime_drift,
    expected_context_set_digest: digestTakenOut ? "" : derived.expected_context_set_digest,
    diff_allow_changed_files: old.diff_allow_changed_files,
  };
}

/** Fields that name the fixture and its run: a new recording always has its own. */
const IDENTITY: ReadonlySet<string> = new Set([
  "schema_id",
  "schema_version",
  "name",
  "run_id",
  "runpack",
  "session_chain",
  "checkpoint_index",
]);

/** The settings of a fixture as text, by field; what is not set has none. */
function settingsOf(metadata: FixtureMetadata): ReadonlyMap<string, string> {
  const fields = Object.entries(fixtureShape.encode(metadata) as JsonObject);
  return new Map(fields.filter(([field]) => !IDENTITY.has(field)).map(([field, value]) => [field, JSON.stringify(value)]));
}

export interface SettingChange {
  readonly field: string;
  /** JSON text; "" for a field that is not set. */
  readonly before: string;
  readonly after: string;
}

/** The settings in which two versions of a fixture differ. */
export function changedSettings(old: FixtureMetadata, now: FixtureMetadata): SettingChange[] {
  const [before, after] = [settingsOf(old), settingsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? "", after: after.get(field) ?? "" }))
    .filter((change) => change.before !== change.after);
}

/**
 * Names of the settings that someone had made by hand (the old run alone does not give them) and that `now` does not keep.
 * @param previous the run that `old` was made from; without it every setting counts as made by hand.
 */
export function lostSettings(old: FixtureMetadata, previous: Runpack | null, now: FixtureMetadata): string[] {
  const given =
    previous && settingsOf(deriveMetadata(previous, { name: old.name, runId: old.run_id, sessionChain: "", checkpointIndex: 0 }));
  return changedSettings(old, now)
    .filter(({ field, before }) => before !== "" && before !== given?.get(field))
    .map(({ field }) => field);
}
