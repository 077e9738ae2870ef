/** Replaying a run: from what was recorded, from stubs, or with real tools (spec 10 §10.1). */
import { sha256Hex } from "../format/canonical.js";
import { invalidInput } from "../format/errors.js";
import type { JsonObject } from "../format/json.js";
import { compareBytes, normalizeWord } from "../format/text.js";
import type { Runpack } from "./read.js";
import type { IntentRecord, ResultRecord } from "./records.js";

export type StubType = "http" | "file" | "db" | "queue";
export type Execution = "recorded" | "stubbed" | "executed" | "missing";

export interface ReplayStep {
  readonly intent_id: string;
  readonly tool_name: string;
  readonly status: string;
  readonly execution: Execution;
  readonly stub_type: StubType | "";
  /** "" for a missing result. */
  readonly result_digest: string;
}

export interface Replay {
  /** Every intent has a result, whatever its status. */
  readonly ok: boolean;
  readonly runId: string;
  readonly mode: "stub" | "real";
  readonly steps: readonly ReplayStep[];
  /** Intent ids, sorted. */
  readonly missingResults: readonly string[];
  readonly warnings: readonly string[];
}

/** What a real tool ended with. */
export interface ToolOutcome {
  readonly status: "ok" | "error";
  readonly resultDigest: string;
}

/** Runs one recorded call for real. */
export type ExecuteTool = (toolName: string, args: JsonObject | null) => Promise<ToolOutcome>;

/** Tools that may run for real: names trimmed and lower-cased. */
export interface RealTools {
  readonly allowed: ReadonlySet<string>;
  readonly execute: ExecuteTool;
  readonly warnings: readonly string[];
}

const STUB_WORDS: readonly (readonly [StubType, RegExp])[] = [
  ["http", /http|fetch|url/],
  ["file", /file|path|fs|write/],
  ["db", /db|sql|query|table/],
  ["queue", /queue|topic|publish|kafka/],
];

/** The kind of stub that stands in for a tool, or undefined where none does. */
export function stubTypeOf(toolName: string): StubType | undefined {
  const name = normalizeWord(toolName);
  return STUB_WORDS.find(([, words]) => words.test(name))?.[0];
}

function stub(runId: string, intent: IntentRecord, kind: StubType): ReplayStep {
  const parts = [runId, intent.intent_id, normalizeWord(intent.tool_name), normalizeWord(intent.args_digest), kind];
  return step(intent, { status: "stubbed", execution: "stubbed", stub_type: kind, result_digest: sha256Hex(parts.join(":")) });
}

const step = (intent: IntentRecord, rest: Partial<ReplayStep> & Pick<ReplayStep, "status" | "execution">): ReplayStep => ({
  intent_id: intent.intent_id,
  tool_name: intent.tool_name,
  stub_type: "",
  result_digest: "",
  ...rest,
});

/** Results by intent id. @throws GaitError invalid_input where two intents or two results share an id. */
function resultsById(pack: Runpack): Map<string, ResultRecord> {
  const seen = new Set<string>();
  for (const { intent_id } of pack.intents) {
    if (seen.has(intent_id)) throw invalidInput(`duplicate intent_id: ${intent_id}`);
    seen.add(intent_id);
  }
  const results = new Map<string, ResultRecord>();
  for (const result of pack.results) {
    if (results.has(result.intent_id)) throw invalidInput(`duplicate result for intent_id: ${result.intent_id}`);
    results.set(result.intent_id, result);
  }
  return results;
}

/** How a call without a real tool is replayed. */
function offlineStep(runId: string, intent: IntentRecord, result: ResultRecord | undefined): ReplayStep {
  if (result) return step(intent, { status: result.status, execution: "recorded", result_digest: result.result_digest });
  const kind = stubTypeOf(intent.tool_name);
  return kind ? stub(runId, intent, kind) : step(intent, { status: "missing_result", execution: "missing" });
}

function replayOf(pack: Runpack, mode: Replay["mode"], steps: readonly ReplayStep[], warnings: readonly string[]): Replay {
  const missingResults = steps
    .filter((one) => one.execution === "missing")
    .map((one) => one.intent_id)
    .sort(compareBytes);
  return { ok: missingResults.length === 0, runId: pack.run.run_id, mode, steps, missingResults, warnings };
}

/** Replays without running anything. @throws GaitError invalid_input for duplicate intents or results. */
export function replayStub(pack: Runpack): Replay {
  const results = resultsById(pack);
  const steps = pack.intents.map((intent) => offlineStep(pack.run.run_id, intent, results.get(intent.intent_id)));
  return replayOf(pack, "stub", steps, []);
}

/** A pack without payloads has nothing to call a tool with. */
export function assertReplayable(pack: Runpack): void {
  if (normalizeWord(pack.manifest.capture_mode) === "reference") {
    throw invalidInput("real replay requires capture_mode=raw; a reference runpack holds no arguments to call tools with", {
      hint: "Record the run with --capture-mode raw, or replay it as a stub.",
    });
  }
}

/** Replays in order; calls of allowed tools are made for real. @throws GaitError invalid_input as above. */
export async function replayReal(pack: Runpack, tools: RealTools): Promise<Replay> {
  assertReplayable(pack);
  const results = resultsById(pack);
  const steps: ReplayStep[] = [];
  for (const intent of pack.intents) {
    if (!tools.allowed.has(normalizeWord(intent.tool_name))) {
      steps.push(offlineStep(pack.run.run_id, intent, results.get(intent.intent_id)));
      continue;
    }
    const outcome = await tools.execute(intent.tool_name, intent.args);
    steps.push(step(intent, { status: outcome.status, execution: "executed", result_digest: outcome.resultDigest }));
  }
  return replayOf(pack, "real", steps, tools.warnings);
}
