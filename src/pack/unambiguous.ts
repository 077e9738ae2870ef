/**
 * Documents that every JSON reader reads alike. Two readers that see different things in one signed document are a
 * vulnerability (spec 20 §19.6), so what Go's decoder merges or rounds is refused here.
 */
import { invalidInput } from "../format/errors.js";
import type { Json, JsonDocument, JsonNode } from "../format/json.js";
import { positionAt } from "../format/json.js";
import { decodeDocument, type Shape } from "../format/shape.js";

/** Refuses repeated keys at any depth. @throws GaitError invalid_input with the line. */
export function assertNoRepeatedKeys({ root, text }: JsonDocument): void {
  visit(root, (node) => {
    if (node.kind !== "object") return;
    const seen = new Set<string>();
    for (const { key, value } of node.members) {
      if (seen.has(key)) {
        const { line } = positionAt(text, value.at);
        throw invalidInput(`line ${line}: repeated key ${JSON.stringify(key)}`, { line, code: "json_repeated_key" });
      }
      seen.add(key);
    }
  });
}

/** Paths of the fields of a record without unknown ones that match only when letter case is ignored. */
export function inexactFields(shape: Shape<unknown>, document: JsonDocument): string[] {
  const found: string[] = [];
  decodeDocument(shape, document, { names: "exact", onUnknown: (path) => found.push(path) });
  return found;
}

function visit(node: JsonNode, look: (node: JsonNode) => void): void {
  look(node);
  if (node.kind === "array") for (const item of node.items) visit(item, look);
  if (node.kind === "object") for (const { value } of node.members) visit(value, look);
}

/** From here on canonical JSON writes an exponent, so that nobody mistakes the text for exact digits. */
const FIRST_EXPONENT = 1e21;

/**
 * Refuses integers that a double may have rounded: the digest would hold for several different texts.
 * @throws GaitError invalid_input naming the field.
 */
export function assertExactIntegers(value: Json, path: string): void {
  if (typeof value === "number") {
    if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < FIRST_EXPONENT) {
      throw invalidInput(`${path}: integers beyond 2^53 cannot be digested exactly: ${value}`, {
        code: "json_inexact_integer",
        hint: "Record the value as a string.",
      });
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      assertExactIntegers(item, `${path}[${index}]`);
    });
  } else if (value !== null && typeof value === "object") {
    for (const [key, member] of Object.entries(value)) assertExactIntegers(member, `${path}.${key}`);
  }
}
