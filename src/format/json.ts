/**
 * A JSON reader that keeps what `JSON.parse` throws away: positions, number spellings, repeated keys. The rules for what is
 * JSON are those of spec 10 §0.5 (Go's decoder): invalid UTF-8 and lone surrogates become U+FFFD, depth is limited, a byte
 * order mark is an error.
 */
import { GaitError, invalidInput } from "./errors.js";

/** Any JSON value. Objects read from untrusted text have no prototype, so a `__proto__` key is just a key. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

/** A parsed value with its place: `at` is the index of its first character in the decoded text. */
export type JsonNode =
  | { readonly kind: "null"; readonly at: number }
  | { readonly kind: "boolean"; readonly at: number; readonly value: boolean }
  | { readonly kind: "number"; readonly at: number; readonly literal: string }
  | { readonly kind: "string"; readonly at: number; readonly value: string }
  | { readonly kind: "array"; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: "object"; readonly at: number; readonly members: readonly JsonMember[] };

/** The root of a parsed text together with the text, so that places can be told as lines. */
export interface JsonDocument {
  readonly root: JsonNode;
  readonly text: string;
}

/** Nesting beyond this is refused: every walk over a value is recursive, and no artifact comes near it. */
const MAX_DEPTH = 1_000;

/** More values than any artifact holds, and as many as fit into memory. */
const MAX_VALUES = 10_000_000;

/** V8 has no longer strings; UTF-8 has at least one byte for each of their units. */
const MAX_TEXT = 2 ** 29 - 24;

/** 1-based line and column of a character index. */
export function positionAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return { line, column: at - before.lastIndexOf("\n") };
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-8 text of bytes; each byte of an invalid sequence becomes one U+FFFD, as in Go. @throws GaitError for half a gigabyte. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT) throw invalidInput(`text of ${bytes.length} bytes is too long: at most ${MAX_TEXT} can be read`);
  const text = utf8.decode(bytes);
  return text.includes("\ufffd") ? decodeBytewise(bytes) : text;
}

/** WHATWG decoding replaces a truncated sequence by one U+FFFD where Go writes one for each of its bytes. */
function decodeBytewise(bytes: Uint8Array): string {
  let out = "";
  let clean = 0;
  let i = 0;
  const flush = (end: number) => {
    if (end > clean) out += utf8.decode(bytes.subarray(clean, end));
  };
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    flush(i);
    out += "\ufffd";
    clean = ++i;
  }
  flush(bytes.length);
  return out;
}

/** Length of the valid UTF-8 sequence at `i`, 0 where there is none (RFC 3629, table of well-formed sequences). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (i + length > bytes.length) return 0;
  const second = bytes[i + 1]!;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return 0;
  return length;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN_STRING = /[^"\\\u0000-\u001f]*/y;
const SPACE = /[ \t\n\r]*/y;

const ESCAPE_OR_CONTROL = /[\\\u0000-\u001f]/;

class Parser {
  private at = 0;
  private values = 0;
  /** Compact text without escapes, as machines write it: a string then ends at the next quote. */
  private readonly isPlain: boolean;
  constructor(private readonly text: string) {
    this.isPlain = !ESCAPE_OR_CONTROL.test(text);
  }

  document(): JsonNode {
    const root = this.value(0);
    this.space();
    if (this.at < this.text.length) this.fail("unexpected text after the JSON value");
    return root;
  }

  /** The first value of the text and where it ends; what follows is not looked at. */
  first(): JsonNode {
    return this.value(0);
  }

  private fail(what: string): never {
    const { line, column } = positionAt(this.text, this.at);
    throw invalidInput(`invalid JSON at line ${line}, column ${column}: ${what}`, { line });
  }

  private space(): void {
    const code = this.text.charCodeAt(this.at);
    if (code > 0x20) return;
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    this.at = SPACE.lastIndex;
  }

  private value(depth: number): JsonNode {
    if (depth > MAX_DEPTH) this.fail(`nested deeper than ${MAX_DEPTH} levels`);
    if (++this.values > MAX_VALUES) this.fail(`more than ${MAX_VALUES} values`);
    this.space();
    const at = this.at;
    switch (this.text[at]) {
      case "{":
        return this.object(at, depth);
      case "[":
        return this.array(at, depth);
      case '"':
        return { kind: "string", at, value: this.string() };
      case "t":
        return this.literal("true", { kind: "boolean", at, value: true });
      case "f":
        return this.literal("false", { kind: "boolean", at, value: false });
      case "n":
        return this.literal("null", { kind: "null", at });
      case undefined:
        return this.fail(at === 0 ? "the text is empty" : "the text ends too early");
      default:
        return this.number(at);
    }
  }

  private literal(word: string, node: JsonNode): JsonNode {
    if (!this.text.startsWith(word, this.at)) this.fail(`expected a value`);
    this.at += word.length;
    return node;
  }

  private number(at: number): JsonNode {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(this.text);
    if (!match) return this.fail("expected a value");
    this.at = NUMBER.lastIndex;
    return { kind: "number", at, literal: match[0] };
  }

  private array(at: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === "]") {
      this.at++;
      return { kind: "array", at, items };
    }
    for (;;) {
      items.push(this.value(depth + 1));
      this.space();
      const next = this.text[this.at];
      if (next !== "," && next !== "]") this.fail("expected , or ] in a list");
      this.at++;
      if (next === "]") return { kind: "array", at, items };
    }
  }

  private object(at: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === "}") {
      this.at++;
      return { kind: "object", at, members };
    }
    for (;;) {
      this.space();
      if (this.text[this.at] !== '"') this.fail("expected a quoted key");
      const key = this.string();
      this.space();
      if (this.text[this.at] !== ":") this.fail("expected : after a key");
      this.at++;
      members.push({ key, value: this.value(depth + 1) });
      this.space();
      const next = this.text[this.at];
      if (next !== "," && next !== "}") this.fail("expected , or } in an object");
      this.at++;
      if (next === "}") return { kind: "object", at, members };
    }
  }

  private string(): string {
    const start = ++this.at;
    if (this.isPlain) {
      const end = this.text.indexOf('"', start);
      if (end >= 0) {
        this.at = end + 1;
        return this.text.slice(start, end);
      }
    }
    PLAIN_STRING.lastIndex = start;
    PLAIN_STRING.exec(this.text);
    this.at = PLAIN_STRING.lastIndex;
    if (this.text[this.at] === '"') return this.text.slice(start, this.at++);
    let out = this.text.slice(start, this.at);
    for (;;) {
      const char = this.text[this.at];
      if (char === '"') {
        this.at++;
        return out.isWellFormed() ? out : out.toWellFormed();
      }
      if (char === undefined) this.fail("a string is not closed");
      if (char !== "\\") this.fail("a raw control character in a string");
      out += this.escape();
      PLAIN_STRING.lastIndex = this.at;
      PLAIN_STRING.exec(this.text);
      out += this.text.slice(this.at, PLAIN_STRING.lastIndex);
      this.at = PLAIN_STRING.lastIndex;
    }
  }

  private escape(): string {
    const letter = this.text[this.at + 1];
    if (letter === "u") {
      const hex = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.fail("\\u needs four hex digits");
      this.at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const plain = letter === undefined ? undefined : ESCAPES[letter];
    if (plain === undefined) this.fail("an unknown escape in a string");
    this.at += 2;
    return plain;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

const textOf = (source: string | Uint8Array): string => (typeof source === "string" ? source : decodeUtf8(source));

/** Parses one JSON text. @throws GaitError invalid_input with the line. */
export function parseJsonDocument(source: string | Uint8Array): JsonDocument {
  const text = textOf(source);
  return { root: new Parser(text).document(), text };
}

/** Parses the first JSON value of a text; anything after it is ignored (context envelopes, spec 10 §11). */
export function parseFirstJson(source: string | Uint8Array): JsonDocument {
  const text = textOf(source);
  return { root: new Parser(text).first(), text };
}

/** A node as a plain value: numbers as doubles, the last of repeated keys wins. @throws GaitError where a number overflows. */
export function toJson(node: JsonNode): Json {
  switch (node.kind) {
    case "null":
      return null;
    case "boolean":
    case "string":
      return node.value;
    case "number": {
      const value = Number(node.literal);
      if (!Number.isFinite(value)) throw new GaitError("invalid_input", `number out of range: ${node.literal}`);
      return value;
    }
    case "array":
      return node.items.map(toJson);
    case "object": {
      const out: JsonObject = Object.create(null);
      for (const { key, value } of node.members) out[key] = toJson(value);
      return out;
    }
  }
}

/** Parses straight to a plain value. @throws GaitError invalid_input. */
export const parseJson = (source: string | Uint8Array): Json => toJson(parseJsonDocument(source).root);

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
