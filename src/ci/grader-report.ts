/** What a grader says, for people: one sentence, and the line of fixture.json that it is about (spec 40 §12.4, annotations). */
import type { Json, JsonDocument, JsonObject } from "../format/json.js";
import type { GraderResult } from "../regress/types.js";
import type { GraderReport, Location, VerdictChange } from "../report/model.js";
import { shortDigest } from "../report/tool-calls.js";
import { shown } from "../report/visible.js";
import { elementLine, lineAt } from "./locate.js";

/** fixture.json of the fixture, with places; null where there is none. */
export interface FixtureText {
  readonly file: string;
  readonly document: JsonDocument | null;
}

/** A grader of a fixture as reports have it. */
export function graderReport(fixture: string, result: GraderResult, source: FixtureText): GraderReport {
  const name = result.name.slice(fixture.length + 1);
  const { status, details } = result;
  return {
    name,
    status,
    reason_codes: [...result.reason_codes],
    message: status === "pass" ? "" : messageOf(name, result.reason_codes, details),
    location: status === "pass" ? null : locationOf(name, result.reason_codes, details, source),
  };
}

/** A name inside a sentence; backticks mark names there, so it holds none. */
export const quoted = (text: string): string => `\`${shown(text, 60).replaceAll("`", "'") || " "}\``;

const NAMED = 3;

const listed = (names: readonly string[]): string =>
  names.slice(0, NAMED).map(quoted).join(", ") + (names.length > NAMED ? ` and ${names.length - NAMED} more` : "");

const strings = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const index = (value: Json | undefined): number | undefined => (typeof value === "number" ? value : undefined);

/** @returns "" where the titles of the reasons say it all. */
function messageOf(grader: string, reasons: readonly string[], details: JsonObject): string {
  if (typeof details.error === "string") return shown(details.error, 1_000);
  switch (grader) {
    case "trajectory":
      return [sequenceMessage("tool", details), sequenceMessage("verdict", details)].filter((one) => one !== "").join(" ");
    case "diff":
      return `Changed beyond what is allowed: ${listed(strings(details.unexpected_files))}.`;
    case "expected_exit_code": {
      const missing = strings(details.missing_results);
      const why = missing.length > 0 ? `: no result of ${listed(missing)}` : "";
      return `Expected the replay to end with ${String(details.expected_exit_code)}, it ended with ${String(details.actual_exit_code)}${why}.`;
    }
    case "context_conformance":
      return contextMessage(reasons, details);
    default:
      return "";
  }
}

function sequenceMessage(kind: "tool" | "verdict", details: JsonObject): string {
  const at = index(details[`${kind}_sequence_mismatch_index`]);
  if (at === undefined) return "";
  const expected = strings(details[`expected_${kind}_sequence`])[at];
  const actual = strings(details[`actual_${kind}_sequence`])[at];
  const what = kind === "tool" ? "call" : "verdict";
  if (expected === undefined) return `Expected no ${what} ${at}, got ${quoted(actual ?? "")}.`;
  return `Expected ${quoted(expected)} as ${what} ${at}, ${actual === undefined ? "but the run had ended" : `got ${quoted(actual)}`}.`;
}

function contextMessage(reasons: readonly string[], details: JsonObject): string {
  const [before, after] = [text(details.context_set_digest_fixture), text(details.context_set_digest_candidate)].map(shortDigest);
  if (reasons.includes("context_evidence_missing")) return "The candidate names no context.";
  if (reasons.includes("context_runtime_drift_blocked")) return "The same content was retrieved at another time.";
  return before === after
    ? "References were added, removed or changed."
    : `The context was ${quoted(before ?? "")}, now it is ${quoted(after ?? "")}.`;
}

/** Fields that a grader looks at, the first that is there counts. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  schema_validation: ["runpack"],
  expected_exit_code: ["expected_replay_exit_code"],
  candidate_replay: ["expected_replay_exit_code"],
  trajectory: ["expected_tool_sequence", "expected_verdict_sequence"],
  diff: ["diff_allow_changed_files", "candidate_runpack"],
  context_conformance: ["context_conformance", "expected_context_set_digest"],
};

const REASON_FIELDS: Readonly<Record<string, string>> = {
  candidate_path_invalid: "candidate_runpack",
  candidate_runpack_invalid: "candidate_runpack",
  no_candidate: "candidate_runpack",
  context_set_digest_mismatch: "expected_context_set_digest",
  context_runtime_drift_blocked: "allow_context_runtime_drift",
};

function locationOf(grader: string, reasons: readonly string[], details: JsonObject, { file, document }: FixtureText): Location {
  if (document === null) return { file, line: 1 };
  for (const kind of ["tool", "verdict"]) {
    const at = index(details[`${kind}_sequence_mismatch_index`]);
    if (at !== undefined) return { file, line: elementLine(document, `expected_${kind}_sequence`, at) };
  }
  const fields = [...reasons.flatMap((reason) => REASON_FIELDS[reason] ?? []), ...(FIELDS[grader] ?? [])];
  const lines = fields.map((field) => lineAt(document, [field]));
  // A field that is not there is on the first line, where the object begins.
  return { file, line: lines.find((line) => line > 1) ?? 1 };
}

/** More of them say nothing new. */
const MAX_VERDICTS = 1_000;

/** Where the verdicts of the candidate are not the expected ones; nothing where none are expected. */
export function verdictChanges(graders: readonly GraderResult[], fixture: string): VerdictChange[] {
  const details = graders.find(({ name }) => name === `${fixture}/trajectory`)?.details;
  const expected = strings(details?.expected_verdict_sequence);
  const actual = strings(details?.actual_verdict_sequence);
  if (expected.length === 0) return [];
  return Array.from({ length: Math.max(expected.length, actual.length) }, (_, at) => ({
    index: at,
    expected: expected[at] ?? "",
    actual: actual[at] ?? "",
  }))
    .filter((change) => change.expected !== change.actual)
    .slice(0, MAX_VERDICTS);
}
