/** The input file of `run record`: what it may hold, and what about it deserves a warning (spec 10 §7, §16 items 5, 14, 21, 24). */
import { digestOf } from "../format/canonical.js";
import { invalidInput, withPrefix } from "../format/errors.js";
import { type JsonNode, type JsonObject, parseJsonDocument, positionAt } from "../format/json.js";
import { decodeDocument, type Infer, list, mapOf, rawNode, record, text } from "../format/shape.js";
import { equalHex, isHex64 } from "../format/text.js";
import { intentShape, refsShape, resultShape, runShape } from "./records.js";

const recordInputShape = record({
  run: runShape,
  intents: list(intentShape),
  results: list(resultShape),
  refs: refsShape,
  capture_mode: text(),
  normalization: record({ intent_args: mapOf(rawNode()), result_payloads: mapOf(rawNode()) }),
});
export type RecordInput = Infer<typeof recordInputShape>;

export interface ParsedRecordInput {
  readonly input: RecordInput;
  /** What is probably not meant so; nothing of it is refused unless the input is read strictly. */
  readonly warnings: readonly string[];
}

const SCHEMA_RUN_ID = /^run_[A-Za-z0-9_-]+$/;

/** A warning for run ids that the schemas of the format refuse, though no reader does. */
export const runIdWarnings = (runId: string): string[] =>
  SCHEMA_RUN_ID.test(runId) ? [] : [`run id ${JSON.stringify(runId)} does not match ${SCHEMA_RUN_ID.source}`];

/** @throws GaitError for the first key that an object repeats, at any depth. */
function assertUniqueKeys(node: JsonNode, source: string): void {
  if (node.kind === "array") for (const item of node.items) assertUniqueKeys(item, source);
  if (node.kind !== "object") return;
  const seen = new Set<string>();
  for (const { key, value } of node.members) {
    if (seen.has(key)) {
      const { line } = positionAt(source, value.at);
      throw invalidInput(`line ${line}: repeated key ${JSON.stringify(key)}`, { line });
    }
    seen.add(key);
    assertUniqueKeys(value, source);
  }
}

const contradicts = (stated: string, payload: JsonObject | null): boolean =>
  stated !== "" && payload !== null && !equalHex(stated, digestOf(payload));

/** Digests that say something else than the payload beside them. */
function contradictions({ intents, results, normalization }: RecordInput): string[] {
  const args = normalization.intent_args ?? {};
  const payloads = normalization.result_payloads ?? {};
  return [
    ...intents
      .filter((one) => args[one.intent_id] === undefined && contradicts(one.args_digest, one.args))
      .map((one) => `intent ${one.intent_id}: args_digest is not the digest of its args`),
    ...results
      .filter((one) => payloads[one.intent_id] === undefined && contradicts(one.result_digest, one.result))
      .map((one) => `result ${one.intent_id}: result_digest is not the digest of its result`),
  ];
}

/** Receipt digests that are none. Empty ones are left to the writer, which may derive them. */
function oddDigests({ refs }: RecordInput): string[] {
  return refs.receipts.flatMap((receipt) =>
    (["query_digest", "content_digest"] as const)
      .filter((name) => receipt[name].trim() !== "" && !isHex64(receipt[name].trim()))
      .map((name) => `receipt ${receipt.ref_id}: ${name} is not sha256 hex`),
  );
}

/**
 * Reads the input of `run record`.
 * @param strict refuses unknown, repeated and differently spelled names and contradicting or malformed digests.
 * @throws GaitError invalid_input `parse input json: …`, with the line.
 */
export function parseRecordInput(bytes: Uint8Array, strict: boolean): ParsedRecordInput {
  return withPrefix("parse input json", () => {
    const document = parseJsonDocument(bytes);
    if (strict) assertUniqueKeys(document.root, document.text);
    const unknown: string[] = [];
    const input = decodeDocument(recordInputShape, document, {
      onUnknown: (path) => unknown.push(path),
      ...(strict ? { unknown: "refuse", duplicates: "refuse", names: "exact" } : {}),
    });
    const doubts = [...contradictions(input), ...oddDigests(input)];
    if (strict && doubts.length > 0) throw invalidInput(doubts.join("; "));
    return { input, warnings: [...unknown.map((path) => `unknown field ${path} ignored`), ...doubts] };
  });
}
