/** `fixture.json` — the expectations of one fixture (spec 40 §2.2). */
import { goJsonIndented } from "../format/canonical.js";
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import { readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import type { JsonObject } from "../format/json.js";
import { bool, decode, type Infer, int, list, omitEmpty, record, text } from "../format/shape.js";
import { isHex64, normalizeWord, sortedUnique, trim } from "../format/text.js";
import { normalizeVerdict } from "./verdict.js";

export const FIXTURE_SCHEMA_ID = "gait.regress.fixture";
export const FIXTURE_FILE = "fixture.json";
/** What a fixture's runpack is called in its folder. */
export const RUNPACK_FILE = "runpack.zip";

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

/** Error code of a fixture.json that is there and breaks a rule. */
const INVALID = "fixture_invalid";

export interface MetadataOptions {
  /** Called with every field that no version of the schema knows. */
  readonly onUnknown?: ((field: string) => void) | undefined;
}

/**
 * Reads the text of a fixture.json: normalised and checked on its own; `file` is only named in errors.
 * @throws GaitError invalid_input with the line where there is one.
 */
export function parseMetadata(bytes: Uint8Array | string, file: string, options: MetadataOptions = {}): FixtureMetadata {
  const read = decodeMetadata(bytes, file, options);
  const refuse = (message: string) => invalidInput(message, { code: INVALID, file });
  if (read.name === "" || read.run_id === "" || read.runpack === "") throw refuse(`fixture metadata incomplete: ${file}`);
  if (read.expected_replay_exit_code < 0) throw refuse(`fixture expected_replay_exit_code must be >= 0: ${file}`);
  if (read.checkpoint_index < 0) throw refuse(`fixture checkpoint_index must be >= 0: ${file}`);
  const context_conformance = normalizeWord(read.context_conformance);
  if (!["", "required", "none"].includes(context_conformance)) {
    throw refuse(`fixture context_conformance must be one of required|none: ${file}`);
  }
  const expected_context_set_digest = trim(read.expected_context_set_digest);
  if (expected_context_set_digest !== "" && !isHex64(expected_context_set_digest)) {
    throw refuse(`fixture expected_context_set_digest must be sha256 hex: ${file}`);
  }
  const withoutBlanks = (values: readonly string[]) => values.map(trim).filter((value) => value !== "");
  return {
    ...read,
    expected_tool_sequence: withoutBlanks(read.expected_tool_sequence),
    expected_verdict_sequence: withoutBlanks(read.expected_verdict_sequence).map((word) => {
      const verdict = normalizeVerdict(word);
      if (verdict === undefined) {
        throw refuse(`fixture expected_verdict_sequence invalid: invalid verdict ${JSON.stringify(word)} (${file})`);
      }
      return verdict;
    }),
    candidate_runpack: trim(read.candidate_runpack),
    context_conformance,
    expected_context_set_digest,
    diff_allow_changed_files: sortedUnique(read.diff_allow_changed_files),
  };
}

function decodeMetadata(bytes: Uint8Array | string, file: string, { onUnknown }: MetadataOptions): FixtureMetadata {
  try {
    return decode(fixtureShape, bytes, onUnknown ? { onUnknown } : {});
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`parse fixture metadata: ${error.message}`, { code: INVALID, file, line: error.line, cause: error });
  }
}

/** Reads and checks a fixture.json. @throws GaitError invalid_input. */
export function readMetadata(host: Host, file: string, options?: MetadataOptions): FixtureMetadata {
  const bytes = withPrefix("read fixture metadata", () => readBytes(host, file));
  return parseMetadata(bytes, file, options);
}

/** The file as it is written. @param rest fields that are not ours, kept behind our own */
export const metadataText = (metadata: FixtureMetadata, rest: JsonObject = {}): string =>
  goJsonIndented({ ...(fixtureShape.encode(metadata) as JsonObject), ...rest });

/** Whether a fixture says anything about context, which turns the context grader on for all (spec 40 §5.1 step 4). */
export const mentionsContext = (metadata: FixtureMetadata): boolean =>
  metadata.context_conformance !== "" || metadata.expected_context_set_digest !== "" || metadata.allow_context_runtime_drift;
