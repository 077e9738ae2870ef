/** Cutting a failing run down to the one call that fails (spec 10 §10.3). */
import path from "node:path";
import { goJson } from "../format/canonical.js";
import { GaitError, invalidInput } from "../format/errors.js";
import { assertNoInput, FILE_MODE, onFile, outputPath } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { isJsonObject, type Json } from "../format/json.js";
import { bool, type Infer, int, record, text, time } from "../format/shape.js";
import { compareBytes, normalizeWord, trim } from "../format/text.js";
import { toUtc } from "../format/time.js";
import { looksLikePath } from "./locate.js";
import { type Runpack, readRunpack } from "./read.js";
import { DEFAULT_PRODUCER_VERSION, type IntentRecord, type ResultRecord, SCHEMA_VERSION } from "./records.js";
import { assertSafeRunId, type RunpackInput, writeRunpack } from "./write.js";

const PREDICATES = ["missing_result", "non_ok_status"] as const;
/** What must still be true of the reduced run. */
export type Predicate = (typeof PREDICATES)[number];

export const reduceReportShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  run_id: text(),
  reduced_run_id: text(),
  predicate: text(),
  selected_intent_id: text(),
  original_intent_count: int(),
  reduced_intent_count: int(),
  original_result_count: int(),
  reduced_result_count: int(),
  original_ref_count: int(),
  reduced_ref_count: int(),
  still_failing: bool(),
});
export type ReduceReport = Infer<typeof reduceReportShape>;

export interface ReduceOptions {
  /** Path of an existing runpack. */
  readonly input: string;
  readonly predicate: string;
  /** "": beside the input. */
  readonly out: string;
  /** "": beside the output. */
  readonly reportOut: string;
}

export interface Reduced {
  /** As given. */
  readonly input: string;
  readonly output: string;
  readonly reportPath: string;
  readonly predicate: Predicate;
  readonly report: ReduceReport;
  /** What to name the reduced run by; its file name is not found by its run id. */
  readonly lookup: string;
  /** How many references the reduced run really has, where its `context_ref_count` still says the old number. */
  readonly effectiveRefCount: number | undefined;
  readonly warnings: readonly string[];
}

function parsePredicate(word: string): Predicate {
  const normal = normalizeWord(word) || "missing_result";
  const found = PREDICATES.find((predicate) => predicate === normal);
  if (!found) throw invalidInput(`unsupported predicate ${JSON.stringify(word)}`, { hint: `One of ${PREDICATES.join(", ")}.` });
  return found;
}

const isBad = (result: ResultRecord): boolean => !["ok", "success"].includes(normalizeWord(result.status));

const failingIn = (results: readonly ResultRecord[], intentId: string): ResultRecord | undefined =>
  results.find((result) => result.intent_id === intentId && isBad(result));

const holdsFor = (pack: Pick<Runpack, "results">, predicate: Predicate, intentId: string): boolean =>
  predicate === "missing_result"
    ? !pack.results.some((result) => result.intent_id === intentId)
    : failingIn(pack.results, intentId) !== undefined;

function selectIntent(pack: Runpack, predicate: Predicate): IntentRecord {
  const ids = [...new Set(pack.intents.map((intent) => intent.intent_id))].filter((id) => id !== "").sort(compareBytes);
  if (ids.length === 0) throw invalidInput("runpack has no intent IDs");
  const selected = ids.find((id) => holdsFor(pack, predicate, id));
  if (selected === undefined) throw invalidInput(`predicate ${predicate} not triggered by runpack`);
  return pack.intents.find((intent) => intent.intent_id === selected)!;
}

/** Reference ids that a payload mentions: strings right under a key that contains `ref`, trimmed, and any string that begins with `ref_`. */
function mentionedRefs(value: Json, found: Set<string>, key = ""): void {
  if (typeof value === "string") {
    if (key.toLowerCase().includes("ref") && trim(value) !== "") found.add(trim(value));
    if (value.startsWith("ref_")) found.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) mentionedRefs(item, found);
  } else if (isJsonObject(value)) {
    for (const [name, item] of Object.entries(value)) mentionedRefs(item, found, name);
  }
}

const withPrefixRun = (runId: string): string => (runId.startsWith("run_") ? runId : `run_${runId}`);

function reducedInput(pack: Runpack, predicate: Predicate, intent: IntentRecord): RunpackInput {
  const run_id = `${withPrefixRun(trim(pack.run.run_id))}_reduced_${predicate.replaceAll("_", "")}`;
  const result = predicate === "missing_result" ? undefined : failingIn(pack.results, intent.intent_id);
  const mentioned = new Set<string>();
  mentionedRefs(intent.args, mentioned);
  mentionedRefs(result?.result ?? null, mentioned);
  return {
    run: {
      ...pack.run,
      run_id,
      timeline: (pack.run.timeline ?? []).filter((event) => event.ref === "" || event.ref === intent.intent_id),
    },
    intents: [{ ...intent, run_id }],
    results: result ? [{ ...result, run_id }] : [],
    refs: { ...pack.refs, run_id, receipts: pack.refs.receipts.filter((receipt) => mentioned.has(receipt.ref_id)) },
    captureMode: pack.manifest.capture_mode,
  };
}

function defaultOutput(input: string, runId: string, predicate: Predicate): string {
  assertSafeRunId(runId);
  return path.join(path.dirname(input), `runpack_${runId}_reduced_${predicate}.zip`);
}

function reportOf(original: Runpack, reduced: Runpack, predicate: Predicate, intentId: string): ReduceReport {
  return {
    schema_id: "gait.runpack.reduce_report",
    schema_version: SCHEMA_VERSION,
    created_at: toUtc(original.run.created_at),
    producer_version: original.run.producer_version || DEFAULT_PRODUCER_VERSION,
    run_id: original.run.run_id,
    reduced_run_id: reduced.run.run_id,
    predicate,
    selected_intent_id: intentId,
    original_intent_count: original.intents.length,
    reduced_intent_count: reduced.intents.length,
    original_result_count: original.results.length,
    reduced_result_count: reduced.results.length,
    original_ref_count: original.refs.receipts.length,
    reduced_ref_count: reduced.refs.receipts.length,
    still_failing: true,
  };
}

/**
 * Writes the smallest run that still shows the failure, unsigned, and a report of what was left out.
 * @throws GaitError invalid_input when nothing fails that way; verification_failed when the written pack no longer does.
 */
export async function reduceRunpack(host: Host, options: ReduceOptions): Promise<Reduced> {
  const predicate = parsePredicate(options.predicate);
  const original = await readRunpack(host, options.input);
  const intent = selectIntent(original, predicate);
  const input = reducedInput(original, predicate, intent);
  const output = trim(options.out) || defaultOutput(options.input, original.run.run_id, predicate);
  assertNoInput(host, "--out", output, [options.input]);
  const reportPath = trim(options.reportOut) || `${outputPath(output)}.reduce_report.json`;
  assertNoInput(host, "--report-out", reportPath, [options.input, output]);
  const written = writeRunpack(host, output, input);
  const reduced = await readRunpack(host, written.path);
  if (!holdsFor(reduced, predicate, intent.intent_id)) {
    throw new GaitError("verification_failed", `the reduced runpack no longer triggers ${predicate}`, { file: written.path });
  }
  const report = reportOf(original, reduced, predicate, intent.intent_id);
  const content = goJson(reduceReportShape.encode(report));
  onFile("write", reportPath, () => host.fs.writeFileSync(resolvePath(host, reportPath), content, { mode: FILE_MODE }));
  return {
    input: options.input,
    output: written.path,
    reportPath,
    predicate,
    report,
    lookup: looksLikePath(written.path) ? written.path : `./${written.path}`,
    effectiveRefCount: reduced.refs.context_ref_count === reduced.refs.receipts.length ? undefined : reduced.refs.receipts.length,
    warnings: original.manifest.signatures.length > 0 ? ["the reduced runpack is unsigned; the signature covers the original only"] : [],
  };
}
