/** What a change of one field of fixture.json means for the protection that the fixture gives (spec 40 §12.4 item 2). */
import { equalHex } from "../format/text.js";
import type { FixtureMetadata } from "../regress/metadata.js";
import type { ExpectationClass } from "../report/model.js";

/** A changed field with both values as they are shown, "" for none. */
export interface FieldChange {
  readonly field: keyof FixtureMetadata & string;
  readonly class: Exclude<ExpectationClass, "rebaselined">;
  readonly base: string;
  readonly head: string;
}

export interface FieldOptions {
  /** Candidates come from outside, so a fixture need not name one itself. */
  readonly hasCandidates: boolean;
}

type Judged = Omit<FieldChange, "field"> | null;
type Rule<T> = (base: T, head: T, options: FieldOptions) => Judged;

const as = (judged: FieldChange["class"], base: string, head: string): Judged => ({ class: judged, base, head });

/** Says who the fixture is and where it came from; nothing is expected by it. */
const plain: Rule<string> = (base, head) => (base === head ? null : as("changed", base, head));

const plainNumber: Rule<number> = (base, head) => plain(String(base), String(head), { hasCandidates: false });

/** Any other exit code than the recorded one is something the run was not allowed before. */
const exitCode: Rule<number> = (base, head) => (base === head ? null : as("relaxed", String(base), String(head)));

const shown = (words: readonly string[]): string => words.join(", ");

/** Whether `part` is `whole` with entries left out. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) if (word === part[at]) at++;
  return at === part.length;
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, at) => word === b[at]);

/** Entries taken out relax, entries put in tighten; others in their place are a change. An empty sequence expects nothing. */
function sequenceClass(base: readonly string[], head: readonly string[]): FieldChange["class"] {
  if (head.length < base.length) return "relaxed";
  return head.length > base.length && isSubsequence(base, head) ? "tightened" : "changed";
}

const toolSequence: Rule<readonly string[]> = (base, head) =>
  isEqual(base, head) ? null : as(sequenceClass(base, head), shown(base), shown(head));

/** Order of strictness (spec 40 §12.4 item 3); `error` has no place in it. */
const STRICTNESS = ["allow", "dry_run", "require_approval", "block"];

const verdictSequence: Rule<readonly string[]> = (base, head) => {
  if (isEqual(base, head)) return null;
  return as(base.length === head.length ? verdictDirection(base, head) : sequenceClass(base, head), shown(base), shown(head));
};

/** A verdict that moved towards allow relaxes, whatever the others did. */
function verdictDirection(base: readonly string[], head: readonly string[]): FieldChange["class"] {
  const moves = base.map((verdict, at) => {
    const [from, to] = [STRICTNESS.indexOf(verdict), STRICTNESS.indexOf(head[at]!)];
    return verdict === head[at] ? 0 : from < 0 || to < 0 ? Number.NaN : to - from;
  });
  if (moves.some((move) => move < 0)) return "relaxed";
  return moves.every((move) => move >= 0) ? "tightened" : "changed";
}

/** Without a candidate a fixture is compared with itself only: then nothing but its integrity is tested any more. */
const candidate: Rule<string> = (base, head, { hasCandidates }) => {
  if (base === head) return null;
  if (head === "" && !hasCandidates) return as("removed", base, "");
  return as(base === "" && !hasCandidates ? "tightened" : "changed", base, head);
};

const conformance: Rule<string> = (base, head) => {
  if (base === head) return null;
  if (base === "required") return as("relaxed", base, "");
  return as(head === "required" ? "tightened" : "changed", base, head);
};

const driftAllowed: Rule<boolean> = (base, head) => (base === head ? null : as(head ? "relaxed" : "tightened", String(base), String(head)));

const contextDigest: Rule<string> = (base, head) => {
  if (equalHex(base, head)) return null;
  return as(head === "" ? "relaxed" : base === "" ? "tightened" : "changed", base, head);
};

const allowList: Rule<readonly string[]> = (base, head) =>
  isEqual(base, head) ? null : as(head.some((file) => !base.includes(file)) ? "relaxed" : "tightened", shown(base), shown(head));

const RULES: { readonly [F in keyof FixtureMetadata]: Rule<FixtureMetadata[F]> } = {
  schema_id: plain,
  schema_version: plain,
  name: plain,
  run_id: plain,
  runpack: plain,
  expected_replay_exit_code: exitCode,
  expected_tool_sequence: toolSequence,
  expected_verdict_sequence: verdictSequence,
  candidate_runpack: candidate,
  context_conformance: conformance,
  allow_context_runtime_drift: driftAllowed,
  expected_context_set_digest: contextDigest,
  diff_allow_changed_files: allowList,
  session_chain: plain,
  checkpoint_index: plainNumber,
};

function judge<F extends keyof FixtureMetadata & string>(
  field: F,
  base: FixtureMetadata,
  head: FixtureMetadata,
  options: FieldOptions,
): FieldChange[] {
  const judged = (RULES[field] as Rule<FixtureMetadata[F]>)(base[field], head[field], options);
  return judged ? [{ field, ...judged }] : [];
}

/** The fields that differ, in the order of the file. Both sides are normalised as the reader leaves them. */
export const compareFields = (base: FixtureMetadata, head: FixtureMetadata, options: FieldOptions): FieldChange[] =>
  (Object.keys(RULES) as (keyof FixtureMetadata & string)[]).flatMap((field) => judge(field, base, head, options));
