/**
 * Shapes: one table per artifact record, from which reading (Go-style decoding, spec 10 §0.5) and writing (absent-if-empty
 * rules, declaration order) both follow. `Infer<typeof shape>` is the TypeScript type of the record.
 *
 * A decoded record always has every field; an absent one holds its zero value. Writing gives a plain JSON value in declaration
 * order, ready for `canonicalize` (which sorts) or `goJson` (which doesn't).
 */
import { invalidInput } from "./errors.js";
import { type Json, type JsonDocument, type JsonNode, type JsonObject, parseJsonDocument, positionAt, toJson } from "./json.js";
import { isZeroTime, parseTime, type Time, ZERO_TIME } from "./time.js";

export interface DecodeOptions {
  /** `refuse`: an unknown field is an error. Default: ignored. */
  readonly unknown?: "ignore" | "refuse";
  /** `refuse`: a repeated field (also one that differs only in letter case) is an error. Default: merged as Go does. */
  readonly duplicates?: "merge" | "refuse";
  /** `exact`: a name that differs in letter case is unknown. Default: matched without regard to case as Go does. */
  readonly names?: "fold" | "exact";
  /** Called for every unknown field, with its path (`run.env.foo`). */
  readonly onUnknown?: (path: string) => void;
}

interface Context {
  readonly text: string;
  readonly options: DecodeOptions;
}

export interface Shape<T> {
  /** A fresh zero value. */
  zero(): T;
  /** Decodes `node` into `current`; the result replaces it. `null` leaves it or clears it, as the kind demands. */
  decode(node: JsonNode, current: T, path: string, context: Context): T;
  encode(value: T): Json;
  /** Whether "absent if empty" leaves the value out. */
  isEmpty(value: T): boolean;
}

export type Infer<S> = S extends Shape<infer T> ? T : never;

const KIND_NAMES = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "a list",
  object: "an object",
} as const;

function mismatch(node: JsonNode, wanted: string, path: string, { text }: Context): never {
  const { line } = positionAt(text, node.at);
  const found = node.kind === "number" ? `the number ${node.literal}` : KIND_NAMES[node.kind];
  throw invalidInput(`line ${line}: ${path || "the value"} must be ${wanted}, found ${found}`, { line });
}

/** A string; absent and null are "". */
export const text = (): Shape<string> => ({
  zero: () => "",
  decode: (node, current, path, context) =>
    node.kind === "string" ? node.value : node.kind === "null" ? current : mismatch(node, "a string", path, context),
  encode: (value) => value,
  isEmpty: (value) => value === "",
});

export const bool = (): Shape<boolean> => ({
  zero: () => false,
  decode: (node, current, path, context) =>
    node.kind === "boolean" ? node.value : node.kind === "null" ? current : mismatch(node, "true or false", path, context),
  encode: (value) => value,
  isEmpty: (value) => !value,
});

const INTEGER = /^-?\d+$/;
const INT64_MAX = 2n ** 63n - 1n;

/** A 64-bit integer literal (`1.0` and `1e3` are refused), held as a double: spec 20 §1 says where that rounds. */
export const int = (): Shape<number> => ({
  zero: () => 0,
  decode: (node, current, path, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "number" || !INTEGER.test(node.literal)) return mismatch(node, "an integer", path, context);
    const value = BigInt(node.literal);
    if (value > INT64_MAX || value < -INT64_MAX - 1n) return mismatch(node, "a 64-bit integer", path, context);
    return Number(value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === 0,
});

/** An RFC 3339 time; absent and null are the zero time, which is always written. */
export const time = (): Shape<Time> => ({
  zero: () => ZERO_TIME,
  decode: (node, current, path, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "string") return mismatch(node, "a time", path, context);
    try {
      return parseTime(node.value);
    } catch {
      const { line } = positionAt(context.text, node.at);
      throw invalidInput(`line ${line}: ${path || "the value"} is not an RFC 3339 time: ${JSON.stringify(node.value)}`, { line });
    }
  },
  encode: (value) => (isZeroTime(value) ? ZERO_TIME : value),
  isEmpty: () => false,
});

/** What a shorter repeated list cut off: in Go it stays behind the list, and a longer one after it decodes into it again. */
const cutOff = new WeakMap<readonly unknown[], readonly unknown[]>();

function decodeItems<T>(item: Shape<T>, node: JsonNode, current: readonly T[], path: string, context: Context): T[] {
  if (node.kind !== "array") return mismatch(node, "a list", path, context);
  const behind = cutOff.get(current) as readonly T[] | undefined;
  const before = behind ? [...current, ...behind] : current;
  const items = node.items.map((child, i) => item.decode(child, i < before.length ? before[i]! : item.zero(), `${path}[${i}]`, context));
  if (items.length > 0 && items.length < before.length) cutOff.set(items, before.slice(items.length));
  return items;
}

/** A list; absent and null are []. */
export const list = <T>(item: Shape<T>): Shape<T[]> => ({
  zero: () => [],
  decode: (node, current, path, context) => (node.kind === "null" ? [] : decodeItems(item, node, current, path, context)),
  encode: (value) => value.map(item.encode),
  isEmpty: (value) => value.length === 0,
});

/** A list whose absence (null) is written as null and told from []. */
export const nullableList = <T>(item: Shape<T>): Shape<T[] | null> => ({
  zero: () => null,
  decode: (node, current, path, context) => (node.kind === "null" ? null : decodeItems(item, node, current ?? [], path, context)),
  encode: (value) => value?.map(item.encode) ?? null,
  isEmpty: (value) => value === null || value.length === 0,
});

/** A free object: any keys, any values; absent is null. A repeated field merges key by key. */
export const freeMap = (): Shape<JsonObject | null> => ({
  zero: () => null,
  decode: (node, current, path, context) => {
    if (node.kind === "null") return null;
    if (node.kind !== "object") return mismatch(node, "an object", path, context);
    const value = freeValue(node, path, context) as JsonObject;
    return current === null ? value : Object.assign(Object.create(null) as JsonObject, current, value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === null || Object.keys(value).length === 0,
});

function freeValue(node: JsonNode, path: string, context: Context): Json {
  try {
    return toJson(node);
  } catch (error) {
    const { line } = positionAt(context.text, node.at);
    throw invalidInput(`line ${line}: ${path}: ${error instanceof Error ? error.message : error}`, { line });
  }
}

/** A map from free keys to records of one shape; absent is null. Written with keys in the given order. */
export const mapOf = <T>(item: Shape<T>): Shape<Record<string, T> | null> => ({
  zero: () => null,
  decode: (node, current, path, context) => {
    if (node.kind === "null") return null;
    if (node.kind !== "object") return mismatch(node, "an object", path, context);
    const out: Record<string, T> = Object.assign(Object.create(null), current);
    for (const { key, value } of node.members) out[key] = item.decode(value, item.zero(), `${path}.${key}`, context);
    return out;
  },
  encode: (value) => value && Object.fromEntries(Object.entries(value).map(([key, one]) => [key, item.encode(one)])),
  isEmpty: (value) => value === null || Object.keys(value).length === 0,
});

/** A JSON node kept as it is, for values that are decoded later. */
export const rawNode = (): Shape<JsonNode | null> => ({
  zero: () => null,
  decode: (node) => node,
  encode: (value) => (value === null ? null : toJson(value)),
  isEmpty: (value) => value === null,
});

/** A record that may be missing altogether (null). */
export const optional = <T>(shape: Shape<T>): Shape<T | null> => ({
  zero: () => null,
  decode: (node, current, path, context) => (node.kind === "null" ? null : shape.decode(node, current ?? shape.zero(), path, context)),
  encode: (value) => (value === null ? null : shape.encode(value)),
  isEmpty: (value) => value === null,
});

/** Marks a field of a record as absent if empty. */
export interface OmitEmpty<T> {
  readonly omitEmpty: Shape<T>;
}
export const omitEmpty = <T>(shape: Shape<T>): OmitEmpty<T> => ({ omitEmpty: shape });

type FieldType<F> = F extends OmitEmpty<infer T> ? T : F extends Shape<infer T> ? T : never;
export type RecordOf<F> = { -readonly [K in keyof F]: FieldType<F[K]> };

/** Go matches field names without regard to case when no exact one exists; the long s and the Kelvin sign fold too. */
const foldName = (name: string): string => name.replaceAll("ſ", "s").replaceAll("\u212a", "k").toLowerCase();

/** A record with a fixed set of fields, in the order they are written. */
export function record<F extends Record<string, Shape<unknown> | OmitEmpty<unknown>>>(fields: F): Shape<RecordOf<F>> {
  type T = RecordOf<F>;
  const table = Object.entries(fields).map(([name, field]) => {
    const omit = "omitEmpty" in field;
    return { name, omit, shape: omit ? field.omitEmpty : field };
  });
  const exact = new Map(table.map((field) => [field.name, field]));
  const folded = new Map(table.map((field) => [foldName(field.name), field]));
  return {
    zero: () => {
      // A loop, not Object.fromEntries: records made field by field share one hidden class and are several times faster.
      const out: Record<string, unknown> = {};
      for (const { name, shape } of table) out[name] = shape.zero();
      return out as T;
    },
    decode: (node, current, path, context) => {
      if (node.kind === "null") return current;
      if (node.kind !== "object") return mismatch(node, "an object", path, context);
      // `current` is a fresh zero value or about to be replaced by the result, so it need not be copied.
      const out = current as Record<string, unknown>;
      const seen = context.options.duplicates === "refuse" ? new Set<string>() : undefined;
      for (const { key, value } of node.members) {
        const field = exact.get(key) ?? (context.options.names === "exact" ? undefined : folded.get(foldName(key)));
        const at = path === "" ? key : `${path}.${key}`;
        const where = () => positionAt(context.text, value.at).line;
        if (seen?.has(field?.name ?? key)) throw invalidInput(`line ${where()}: repeated field ${at}`, { line: where() });
        seen?.add(field?.name ?? key);
        if (field) out[field.name] = field.shape.decode(value, out[field.name], at, context);
        else if (context.options.unknown === "refuse") throw invalidInput(`line ${where()}: unknown field ${at}`, { line: where() });
        else context.options.onUnknown?.(at);
      }
      return out as T;
    },
    encode: (value) => {
      const source = value as Record<string, unknown>;
      const out: JsonObject = {};
      for (const { name, omit, shape } of table) {
        const one = source[name];
        if (!(omit && shape.isEmpty(one))) out[name] = shape.encode(one);
      }
      return out;
    },
    isEmpty: () => false,
  };
}

/** Decodes an already parsed text. @throws GaitError invalid_input with the line of the complaint. */
export const decodeDocument = <T>(shape: Shape<T>, { root, text }: JsonDocument, options: DecodeOptions = {}): T =>
  shape.decode(root, shape.zero(), "", { text, options });

/** Parses and decodes one JSON text. @throws GaitError invalid_input with the line of the complaint. */
export const decode = <T>(shape: Shape<T>, source: string | Uint8Array, options: DecodeOptions = {}): T =>
  decodeDocument(shape, parseJsonDocument(source), options);

/** Strict JSON of spec 20 §1: unknown and repeated fields are refused. */
export const STRICT: DecodeOptions = { unknown: "refuse", duplicates: "refuse" };
