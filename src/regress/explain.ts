/** `regress explain`: a result file in words (spec 40 §13.2). */
import { invalidInput, withPrefix } from "../format/errors.js";
import { readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { isJsonObject, type Json, type JsonObject } from "../format/json.js";
import { decode, freeMap, list, record, text } from "../format/shape.js";
import { reasonOf } from "../report/reasons.js";

const resultShape = record({
  schema_id: text(),
  schema_version: text(),
  fixture_set: text(),
  status: text(),
  graders: list(record({ name: text(), status: text(), reason_codes: list(text()), details: freeMap() })),
});

export interface ExplainedReason {
  readonly code: string;
  readonly title: string;
  readonly help: string;
}

export interface ExplainedFailure {
  /** `<fixture>/<grader>`. */
  readonly grader: string;
  readonly reasons: readonly ExplainedReason[];
  /** What the grader saw, one fact each. */
  readonly facts: readonly string[];
}

export interface Explanation {
  readonly fixtureSet: string;
  readonly status: string;
  readonly graders: number;
  readonly failures: readonly ExplainedFailure[];
}

/** Reads a `gait.regress.result` and says what its failures mean. @throws GaitError invalid_input. */
export function explainResult(host: Host, file: string): Explanation {
  const bytes = withPrefix("read regress result", () => readBytes(host, file));
  const result = withPrefix("parse regress result", () => decode(resultShape, bytes));
  if (result.schema_id !== "gait.regress.result" || result.schema_version !== "1.0.0") {
    throw invalidInput(`${file} is no gait.regress.result 1.0.0`, { file, hint: "Name the file that regress run wrote with --output." });
  }
  const failures = result.graders
    .filter(({ status }) => status !== "pass")
    .map(({ name, reason_codes, details }) => ({
      grader: name,
      reasons: (reason_codes.length > 0 ? reason_codes : ["grader_failed"]).map((code) => {
        const { title, help } = reasonOf(code);
        return { code, title, help };
      }),
      facts: factsOf(details ?? {}),
    }));
  return { fixtureSet: result.fixture_set, status: result.status, graders: result.graders.length, failures };
}

const wordOf = (value: Json | undefined): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));

function factsOf(details: JsonObject): string[] {
  const facts: string[] = [];
  for (const kind of ["tool", "verdict"]) {
    const at = (part: string) => details[`${kind}_sequence_${part}`];
    if (at("mismatch_index") === undefined) continue;
    facts.push(
      `${kind} ${wordOf(at("mismatch_index"))}: expected ${wordOf(at("expected_at_mismatch"))}, got ${wordOf(at("actual_at_mismatch"))}`,
    );
  }
  const lists: readonly (readonly [key: string, words: string])[] = [
    ["unexpected_files", "changed"],
    ["missing_results", "calls without a result"],
    ["changed", "changed"],
  ];
  for (const [key, words] of lists) {
    const value = details[key];
    if (Array.isArray(value) && value.length > 0) facts.push(`${words}: ${value.map(wordOf).join(", ")}`);
  }
  if (typeof details.expected_exit_code === "number" && details.expected_exit_code !== details.actual_exit_code) {
    facts.push(`exit code: expected ${details.expected_exit_code}, got ${wordOf(details.actual_exit_code)}`);
  }
  const digest = (side: string) => wordOf(details[`context_set_digest_${side}`]).slice(0, 12) || "none";
  if (details.context_changed === true) facts.push(`context digest: recorded ${digest("fixture")}, candidate ${digest("candidate")}`);
  for (const [env, words] of [
    ["expected_env", "recorded on"],
    ["actual_env", "candidate on"],
  ] as const) {
    const value = details[env];
    if (isJsonObject(value)) facts.push(`${words} ${Object.values(value).map(wordOf).join(" ")}`);
  }
  if (typeof details.error === "string") facts.push(details.error);
  if (typeof details.candidate_runpack === "string") facts.push(`candidate: ${details.candidate_runpack}`);
  return facts;
}
