/** Comparing two runpacks (spec 10 §10.2, §16 items 15 and 16). */
import { equalJson } from "../format/canonical.js";
import type { Json, JsonObject } from "../format/json.js";
import { bool, type Infer, list, omitEmpty, record, type Shape, text } from "../format/shape.js";
import { compareBytes } from "../format/text.js";
import { EPOCH_1980, type Time, ZERO_TIME } from "../format/time.js";
import type { Runpack } from "./read.js";
import {
  type IntentRecord,
  intentShape,
  type ManifestRecord,
  manifestShape,
  type RefsRecord,
  type ResultRecord,
  type RunRecord,
  refsShape,
  resultShape,
  runShape,
} from "./records.js";

/** `metadata` leaves payloads and references out of the comparison. */
export type DiffPrivacy = "full" | "metadata";

/** How far the context of two runs differs: not at all, only in when it was retrieved, or in what it says. */
export type ContextDrift = "none" | "runtime_only" | "semantic";

/** The fields of a comparison in the order they are written; the last three are ours. */
export const diffSummaryShape = record({
  run_id_left: text(),
  run_id_right: text(),
  manifest_changed: bool(),
  files_changed: omitEmpty(list(text())),
  intents_changed: bool(),
  results_changed: bool(),
  refs_changed: bool(),
  left_only_intents: omitEmpty(list(text())),
  right_only_intents: omitEmpty(list(text())),
  left_only_results: omitEmpty(list(text())),
  right_only_results: omitEmpty(list(text())),
  context_drift_classification: omitEmpty(text()),
  context_runtime_only_changes: omitEmpty(bool()),
  /** The same classification without run id, producer and time of the run, so that two different runs can be compared. */
  context_drift_effective: omitEmpty(text()),
  /** Environment or timeline of `run.json` differ. No part of the verdict. */
  run_changed: omitEmpty(bool()),
  /** With metadata privacy: what the references say differs, not only when they were retrieved. No part of the verdict. */
  receipts_changed: omitEmpty(bool()),
});
export type DiffSummary = Infer<typeof diffSummaryShape>;

/** Whether the comparison counts as changed: manifest, intents, results or refs. */
export const isChanged = (summary: DiffSummary): boolean =>
  summary.manifest_changed || summary.intents_changed || summary.results_changed || summary.refs_changed;

interface Identity {
  readonly created_at: Time;
  readonly producer_version: string;
  readonly run_id: string;
}

/** What differs between any two runs and says nothing of what they did. */
const NO_IDENTITY: Identity = { created_at: ZERO_TIME, producer_version: "", run_id: "" };

const withoutIdentity = <T extends Identity>(one: T): T => ({ ...one, ...NO_IDENTITY });

function manifestForm(manifest: ManifestRecord): Json {
  const files = manifest.files?.map(({ path }) => ({ path, sha256: "" })) ?? null;
  return manifestShape.encode({ ...withoutIdentity(manifest), manifest_digest: "", signatures: [], files });
}

const runForm = (run: RunRecord): Json => runShape.encode(withoutIdentity(run));

/** Whether two records are equal field by field but for their identity. Quick, and true only where the compared forms are equal too. */
function isAlike<T extends Identity>(left: T, right: T): boolean {
  const [a, b] = [left, right] as unknown as [JsonObject, JsonObject];
  return Object.keys(a).every((key) => Object.hasOwn(NO_IDENTITY, key) || equalJson(a[key], b[key]));
}

interface Sides {
  readonly changed: boolean;
  readonly leftOnly: string[];
  readonly rightOnly: string[];
}

/** Records by intent id; the last of those that share an id counts. */
const byIntent = <T extends { intent_id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((one) => [one.intent_id, one]));

const missingIn = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
  [...from.keys()].filter((key) => !other.has(key)).sort(compareBytes);

/** @param form what of a record counts */
function compareByIntent<T extends Identity & { intent_id: string }>(
  left: readonly T[],
  right: readonly T[],
  form: (one: T) => Json,
): Sides {
  const [ours, theirs] = [byIntent(left), byIntent(right)];
  const [leftOnly, rightOnly] = [missingIn(ours, theirs), missingIn(theirs, ours)];
  const differs = [...ours].some(([key, one]) => {
    const other = theirs.get(key);
    return other !== undefined && !isAlike(one, other) && !equalJson(form(one), form(other));
  });
  return { changed: differs || leftOnly.length > 0 || rightOnly.length > 0, leftOnly, rightOnly };
}

const recordForm = <T extends Identity>(shape: Shape<T>, one: T): Json => shape.encode(withoutIdentity(one));

const intentForm =
  (privacy: DiffPrivacy) =>
  (one: IntentRecord): Json =>
    recordForm(intentShape, privacy === "metadata" ? { ...one, args: null } : one);

const resultForm =
  (privacy: DiffPrivacy) =>
  (one: ResultRecord): Json =>
    recordForm(resultShape, privacy === "metadata" ? { ...one, result: null } : one);

const refsForm = (refs: RefsRecord): Json => refsShape.encode(refs);

/** The references without what a later retrieval of the same content changes. */
const withoutRetrieval = (refs: RefsRecord): RefsRecord => ({
  ...refs,
  context_set_digest: "",
  receipts: refs.receipts.map((receipt) => ({ ...receipt, retrieved_at: EPOCH_1980 })),
});

/** How the context of two runs differs, run id, producer and time of the run included. Both sides normalised (spec 20 §13). */
export function classifyContextExactly(left: RefsRecord, right: RefsRecord): ContextDrift {
  if (equalJson(refsForm(left), refsForm(right))) return "none";
  return equalJson(refsForm(withoutRetrieval(left)), refsForm(withoutRetrieval(right))) ? "runtime_only" : "semantic";
}

/**
 * How the context of two runs differs, by what the runs used and not by which runs they are. Both sides normalised.
 * (The reference also counts run id and time, so that its `runtime_only` cannot happen between two runs.)
 */
export const classifyContext = (left: RefsRecord, right: RefsRecord): ContextDrift =>
  isAlike(left, right) ? "none" : classifyContextExactly(withoutIdentity(left), withoutIdentity(right));

type RefsPart = Pick<
  DiffSummary,
  "refs_changed" | "context_drift_classification" | "context_runtime_only_changes" | "context_drift_effective" | "receipts_changed"
>;

function compareRefs(left: RefsRecord, right: RefsRecord, privacy: DiffPrivacy): RefsPart {
  const effective = classifyContext(left, right);
  if (privacy === "metadata") {
    return {
      refs_changed: left.receipts.length !== right.receipts.length,
      context_drift_classification: "none",
      context_runtime_only_changes: false,
      context_drift_effective: "",
      receipts_changed: effective === "semantic",
    };
  }
  const classification = effective === "none" ? "none" : classifyContextExactly(left, right);
  return {
    refs_changed: classification !== "none",
    context_drift_classification: classification,
    context_runtime_only_changes: classification === "runtime_only",
    context_drift_effective: effective,
    receipts_changed: false,
  };
}

const pathsOf = (manifest: ManifestRecord): Map<string, string> => new Map((manifest.files ?? []).map((file) => [file.path, ""]));

/** Compares two sound runpacks. Identity, times of records and the order of records don't count. */
export function diffRunpacks(left: Runpack, right: Runpack, privacy: DiffPrivacy): DiffSummary {
  const intents = compareByIntent(left.intents, right.intents, intentForm(privacy));
  const results = compareByIntent(left.results, right.results, resultForm(privacy));
  const [leftPaths, rightPaths] = [pathsOf(left.manifest), pathsOf(right.manifest)];
  return {
    run_id_left: left.run.run_id,
    run_id_right: right.run.run_id,
    manifest_changed: !equalJson(manifestForm(left.manifest), manifestForm(right.manifest)),
    files_changed: [...missingIn(leftPaths, rightPaths), ...missingIn(rightPaths, leftPaths)].sort(compareBytes),
    intents_changed: intents.changed,
    results_changed: results.changed,
    left_only_intents: intents.leftOnly,
    right_only_intents: intents.rightOnly,
    left_only_results: results.leftOnly,
    right_only_results: results.rightOnly,
    run_changed: !isAlike(left.run, right.run) && !equalJson(runForm(left.run), runForm(right.run)),
    ...compareRefs(left.refs, right.refs, privacy),
  };
}

/** The summary as a JSON object, in its order. */
export const encodeSummary = (summary: DiffSummary): JsonObject => diffSummaryShape.encode(summary) as JsonObject;
