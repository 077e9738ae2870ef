/** The line of a file that a finding is about (spec 40 §12.4, annotations). */
import { type JsonDocument, type JsonNode, positionAt } from "../format/json.js";
import { isBlank } from "../format/text.js";

/** A field name or an index, from the root down. */
export type Step = string | number;

/** Field names match as the reader matches them: exactly, else without regard to case; of repeated ones the last counts. */
function child(node: JsonNode, step: Step): JsonNode | undefined {
  if (typeof step === "number") return node.kind === "array" ? node.items[step] : undefined;
  if (node.kind !== "object") return undefined;
  const folded = step.toLowerCase();
  const named = node.members.filter(({ key }) => key.toLowerCase() === folded);
  return (named.findLast(({ key }) => key === step) ?? named.at(-1))?.value;
}

/** The node that the steps lead to, or undefined where the document has none. */
export const nodeAt = (document: JsonDocument, steps: readonly Step[]): JsonNode | undefined =>
  steps.reduce<JsonNode | undefined>((node, step) => node && child(node, step), document.root);

/** 1-based line of what the steps lead to, or of the nearest thing on the way that is there. */
export function lineAt(document: JsonDocument, steps: readonly Step[]): number {
  let node = document.root;
  for (const step of steps) {
    const next = child(node, step);
    if (!next) break;
    node = next;
  }
  return positionAt(document.text, node.at).line;
}

/**
 * The line of element `index` of a list of words, blank ones not counted, as the reader drops them; of the last one where the index
 * lies behind the end (a call too many), of the list where it is empty.
 */
export function elementLine(document: JsonDocument, field: string, index: number): number {
  const node = nodeAt(document, [field]);
  const items = node?.kind === "array" ? node.items.filter((item) => item.kind !== "string" || !isBlank(item.value)) : [];
  const element = items[Math.min(index, items.length - 1)];
  return element ? positionAt(document.text, element.at).line : lineAt(document, [field]);
}

/** The line of the `occurrence`-th (from 0) entry of `fixtures` with a name, in the file's own order. */
export function fixtureEntryLine(document: JsonDocument, name: string, occurrence = 0): number {
  const fixtures = nodeAt(document, ["fixtures"]);
  if (fixtures?.kind !== "array") return 1;
  const entries = fixtures.items.filter((item) => {
    const found = item.kind === "object" ? child(item, "name") : undefined;
    return found?.kind === "string" && found.value === name;
  });
  const entry = entries[Math.min(occurrence, entries.length - 1)];
  return positionAt(document.text, entry?.at ?? fixtures.at).line;
}
