/**
 * Bytes of JSON values: RFC 8785 canonical form, which every digest is taken of, and the two written forms of the reference
 * (compact and indented, spec 10 §0.2 and spec 40 §1.4).
 */
import { hash } from "node:crypto";
import { GaitError } from "./errors.js";
import type { Json } from "./json.js";
import { compareBytes } from "./text.js";

const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new GaitError("invalid_input", `not a JSON number: ${value}`);
  return value === 0 ? "0" : String(value);
};

/**
 * RFC 8785 canonical text: keys in UTF-16 order, shortest round-trip numbers, no white space.
 * @throws GaitError where the value holds NaN, an infinity or a lone surrogate (RFC 8785 §3.2.2.2 and §3.2.2.3).
 */
export function canonicalize(value: Json): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return number(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    let out = "[";
    for (let i = 0; i < value.length; i++) out += (i ? "," : "") + canonicalize(value[i]!);
    return `${out}]`;
  }
  let out = "{";
  for (const key of Object.keys(value).sort()) out += `${out.length > 1 ? "," : ""}${canonicalString(key)}:${canonicalize(value[key]!)}`;
  return `${out}}`;
}

const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

function canonicalString(value: string): string {
  if (!NEEDS_ESCAPE.test(value)) return `"${value}"`;
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
