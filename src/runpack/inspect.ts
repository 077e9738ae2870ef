/** What a runpack says, call by call (spec 10 §9.5). */
import type { Json, JsonObject } from "../format/json.js";
import { compareBytes, sortedUnique, trim } from "../format/text.js";
import { type Time, toUtc } from "../format/time.js";
import type { Runpack } from "./read.js";
import type { ResultRecord } from "./records.js";

/** What a result says of itself; verdict and lists exist in raw packs only. */
export interface ResultView {
  /** "" where there is no result. */
  readonly status: string;
  readonly result_digest: string;
  readonly verdict: string;
  readonly reason_codes: readonly string[];
  readonly violations: readonly string[];
}

export interface CallView extends ResultView {
  /** From 1. */
  readonly index: number;
  readonly intent_id: string;
  readonly tool_name: string;
  /** UTC. */
  readonly created_at: Time;
  readonly args_digest: string;
}

export interface StrayResult extends ResultView {
  readonly intent_id: string;
}

export interface RunpackView {
  readonly runId: string;
  readonly captureMode: string;
  readonly intentsTotal: number;
  readonly resultsTotal: number;
  readonly calls: readonly CallView[];
  /** Results of calls that the pack doesn't hold. */
  readonly unmatched: readonly StrayResult[];
  readonly warnings: readonly string[];
}

const asText = (value: Json | undefined): string => (typeof value === "string" ? trim(value) : "");

/** A list of strings, or one string alone. */
const asWords = (value: Json | undefined): string[] =>
  sortedUnique((Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string"));

const NO_RESULT: ResultView = { status: "", result_digest: "", verdict: "", reason_codes: [], violations: [] };

function viewOf({ status, result_digest, result }: ResultRecord): ResultView {
  const payload: JsonObject = result ?? {};
  return {
    status,
    result_digest,
    verdict: asText(payload.verdict),
    reason_codes: asWords(payload.reason_codes),
    violations: asWords(payload.violations),
  };
}

/** The first result of each intent id, and the ids that have more. */
function firstResults(results: readonly ResultRecord[]): { first: Map<string, ResultRecord>; repeated: string[] } {
  const first = new Map<string, ResultRecord>();
  const repeated = new Set<string>();
  for (const result of results) {
    if (first.has(result.intent_id)) repeated.add(result.intent_id);
    else first.set(result.intent_id, result);
  }
  return { first, repeated: [...repeated] };
}

/** Pairs calls with results. The first result of an intent counts. */
export function inspectRunpack({ manifest, run, intents, results }: Runpack): RunpackView {
  const { first, repeated } = firstResults(results);
  const known = new Set(intents.map((intent) => intent.intent_id));
  return {
    runId: run.run_id,
    captureMode: manifest.capture_mode,
    intentsTotal: intents.length,
    resultsTotal: results.length,
    calls: intents.map((intent, i) => {
      const result = first.get(intent.intent_id);
      return {
        index: i + 1,
        intent_id: intent.intent_id,
        tool_name: intent.tool_name,
        created_at: toUtc(intent.created_at),
        args_digest: intent.args_digest,
        ...(result ? viewOf(result) : NO_RESULT),
      };
    }),
    unmatched: results
      .filter((result) => !known.has(result.intent_id))
      .map((result) => ({ intent_id: result.intent_id, ...viewOf(result) }))
      .sort((a, b) => compareBytes(a.intent_id, b.intent_id) || compareBytes(a.result_digest, b.result_digest)),
    warnings: repeated.map((id) => `multiple result records for intent_id=${id === "" ? "(empty)" : id} (kept first)`).sort(compareBytes),
  };
}
