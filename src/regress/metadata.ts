/** `fixture.json` — the expectations of one fixture (spec 40 §2.2). */
import { bool, type Infer, int, list, omitEmpty, record, text } from "../format/shape.js";

export const fixtureShape = record({
  schema_id: text(),
  schema_version: text(),
  name: text(),
  run_id: text(),
  runpack: text(),
  expected_replay_exit_code: int(),
  expected_tool_sequence: omitEmpty(list(text())),
  expected_verdict_sequence: omitEmpty(list(text())),
  candidate_runpack: omitEmpty(text()),
  context_conformance: omitEmpty(text()),
  allow_context_runtime_drift: omitEmpty(bool()),
  expected_context_set_digest: omitEmpty(text()),
  diff_allow_changed_files: omitEmpty(list(text())),
  session_chain: omitEmpty(text()),
  checkpoint_index: omitEmpty(int()),
});
export type FixtureMetadata = Infer<typeof fixtureShape>;
