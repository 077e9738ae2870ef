/**
 * Bytes of JSON values: RFC 8785 canonical form, which every digest is taken of, and the two written forms of the reference
 * (compact and indented, spec 10 §0.2 and spec 40 §1.4).
 */
import { hash } from "node:crypto";
import { GaitError } from "./errors.js";
import type { Json, JsonObject } from "./json.js";
import { compareBytes } from "./text.js";

/**
 * RFC 8785 canonical text: keys in UTF-16 order, shortest round-trip numbers, no white space.
 * @throws GaitError where the value holds NaN, an infinity or a lone surrogate (RFC 8785 §3.2.2.2 and §3.2.2.3).
 */
export function canonicalize(value: Json): string {
  const sorted = sortedCopy(value);
  if (sorted === undefined) return writeSorted(value);
  // ECMAScript's own writer is the canonical one for numbers and strings, and several times faster than any loop here.
  const text = JSON.stringify(sorted);
  return text.includes("\\ud") ? writeSorted(value) : text;
}

/** Keys that an object does not enumerate in the order they were set: array indices, and the name of the prototype. */
const isUnorderedKey = (key: string): boolean => {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || key === "__proto__";
};

function areAscending(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if (keys[i - 1]! >= keys[i]!) return false;
  return true;
}

/** The value with sorted keys, or undefined where an object cannot hold them in that order. */
function sortedCopy(value: Json): Json | undefined {
  if (typeof value === "number") return finite(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const copy = sortedCopy(item);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  const keys = Object.keys(value);
  if (!areAscending(keys)) keys.sort();
  const out: JsonObject = {};
  for (const key of keys) {
    const copy = isUnorderedKey(key) ? undefined : sortedCopy(value[key]!);
    if (copy === undefined) return undefined;
    out[key] = copy;
  }
  return out;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new GaitError("invalid_input", `not a JSON number: ${value}`);
  return value;
}

/** The same text member by member, for what an object cannot hold in order and for strings that need a closer look. */
function writeSorted(value: Json): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return String(finite(value) || 0);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(",")}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${canonicalString(key)}:${writeSorted(value[key]!)}`).join(",")}}`;
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new GaitError("invalid_input", "a string holds half of a surrogate pair");
  return JSON.stringify(value);
}

/** Whether two values have the same canonical form, without making it. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => equalJson(item, b[i]));
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]));
}

/** Lower-case hex SHA-256. */
export const sha256Hex = (bytes: Uint8Array | string): string => hash("sha256", bytes, "hex");

/** `sha256Hex` of the canonical form. */
export const digestOf = (value: Json): string => sha256Hex(canonicalize(value));

const HTML: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" };
const escapeHtml = (text: string): string => text.replace(/[<>&\u2028\u2029]/g, (char) => HTML[char]!);

/** The compact form of the reference's writer: key order kept, `<`, `>`, `&`, U+2028, U+2029 escaped. */
export const goJson = (value: Json): string => escapeHtml(JSON.stringify(value));

/** The indented form: two spaces, a newline at the end. */
export const goJsonIndented = (value: Json): string => `${escapeHtml(JSON.stringify(value, null, 2))}\n`;

/** The compact form with the keys of every object in byte order, as `--json` prints it. */
export function goJsonSorted(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(goJsonSorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return goJson(value);
  const members = Object.keys(value).sort(compareBytes);
  return `{${members.map((key) => `${goJson(key)}:${goJsonSorted(value[key]!)}`).join(",")}}`;
}
