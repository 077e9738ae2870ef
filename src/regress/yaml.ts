/** YAML 1.2 (core schema) as JSON nodes with places, so that the same records decode from both (spec 40 §15 item 1). */
import type { Alias, Document, Node } from "yaml";
import { GaitError, invalidInput } from "../format/errors.js";
import { decodeUtf8, type JsonDocument, type JsonMember, type JsonNode, parseJsonDocument, positionAt } from "../format/json.js";

/** More values than any config needs; what an alias stands for counts each time it is used, so aliases cannot multiply without end. */
const MAX_VALUES = 200_000;
const MAX_ALIASES = 1_000;
const MAX_DEPTH = 100;
/** YAML is written by hand; what a machine writes is JSON. */
const MAX_BYTES = 1024 * 1024;

/**
 * Parses one YAML document. Aliases are followed within limits, merge keys are plain keys, unknown tags are refused.
 * @throws GaitError invalid_input with the line.
 */
async function parseYamlDocument(source: Uint8Array): Promise<JsonDocument> {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await import("yaml");
  const text = decodeUtf8(source);
  const fail = (message: string, at: number): never => {
    const { line } = positionAt(text, at);
    throw invalidInput(`invalid YAML at line ${line}: ${message}`, { line });
  };
  // YAML allows one, the config does not (spec 40 §1.5).
  if (text.startsWith("\ufeff")) fail("a byte order mark at the start", 0);
  const compose = (): Document => {
    try {
      return parseDocument(text, { version: "1.2", schema: "core", merge: false, prettyErrors: false, logLevel: "error" });
    } catch (error) {
      // The composer is recursive; a text of nothing but brackets runs it out of stack.
      if (error instanceof RangeError) return fail("nested too deeply", 0);
      throw error;
    }
  };
  if (source.length > MAX_BYTES) fail(`longer than ${MAX_BYTES} bytes; write it as JSON`, 0);
  const parsed = compose();
  const complaint = parsed.errors[0] ?? parsed.warnings[0];
  if (complaint) fail(complaint.message, complaint.pos[0]);

  let values = 0;
  const targets = new Map<Alias, Node | undefined>();
  const targetOf = (alias: Alias): Node | undefined => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(parsed));
    if (targets.size > MAX_ALIASES) fail(`more than ${MAX_ALIASES} aliases`, alias.range?.[0] ?? 0);
    return targets.get(alias);
  };
  const scalar = (value: unknown, at: number): JsonNode => {
    if (value === null || value === undefined) return { kind: "null", at };
    if (typeof value === "string") return { kind: "string", at, value: value.toWellFormed() };
    if (typeof value === "boolean") return { kind: "boolean", at, value };
    if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", at, literal: String(value) };
    return fail("a value that JSON has no word for", at);
  };
  const convert = (node: unknown, depth: number, open: ReadonlySet<unknown>): JsonNode => {
    const at = (node as Node | null)?.range?.[0] ?? 0;
    if (++values > MAX_VALUES) fail(`more than ${MAX_VALUES} values`, at);
    if (depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} levels`, at);
    if (isAlias(node)) {
      const target = targetOf(node);
      if (target === undefined || open.has(target)) return fail("an alias that leads nowhere or to itself", at);
      return convert(target, depth + 1, open);
    }
    if (isScalar(node)) return scalar(node.value, at);
    const inside = new Set(open).add(node);
    if (isSeq(node)) return { kind: "array", at, items: node.items.map((item) => convert(item, depth + 1, inside)) };
    if (!isMap(node)) return scalar(node, at);
    const members = node.items.map(({ key, value }): JsonMember => {
      const name = isScalar(key) ? key.value : key;
      if (typeof name === "object" && name !== null) return fail("a key that is no plain word", at);
      return { key: String(name), value: convert(value, depth + 1, inside) };
    });
    return { kind: "object", at, members };
  };
  return { root: convert(parsed.contents, 0, new Set()), text };
}

/** `{` or `[` first: then the JSON reader's complaint says more to the user than the YAML reader's. */
const looksLikeJson = (source: Uint8Array): boolean => {
  const first = source.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
};

export interface ParsedText {
  readonly document: JsonDocument;
  readonly format: "json" | "yaml";
}

/** Parses JSON or, where it is none, YAML; the YAML library is loaded only then. @throws GaitError invalid_input. */
export async function parseJsonOrYaml(source: Uint8Array): Promise<ParsedText> {
  try {
    return { document: parseJsonDocument(source), format: "json" };
  } catch (jsonError) {
    if (!(jsonError instanceof GaitError)) throw jsonError;
    try {
      return { document: await parseYamlDocument(source), format: "yaml" };
    } catch (yamlError) {
      throw yamlError instanceof GaitError && looksLikeJson(source) ? jsonError : yamlError;
    }
  }
}
