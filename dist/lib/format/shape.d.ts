import { type Json, type JsonDocument, type JsonNode, type JsonObject } from "./json.js";
import { type Time } from "./time.js";
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
/** A string; absent and null are "". */
export declare const text: () => Shape<string>;
export declare const bool: () => Shape<boolean>;
/** A 64-bit integer literal (`1.0` and `1e3` are refused), held as a double: spec 20 §1 says where that rounds. */
export declare const int: () => Shape<number>;
/** An RFC 3339 time; absent and null are the zero time, which is always written. */
export declare const time: () => Shape<Time>;
/** A list; absent and null are []. */
export declare const list: <T>(item: Shape<T>) => Shape<T[]>;
/** A list whose absence (null) is written as null and told from []. */
export declare const nullableList: <T>(item: Shape<T>) => Shape<T[] | null>;
/** A free object: any keys, any values; absent is null. A repeated field merges key by key. */
export declare const freeMap: () => Shape<JsonObject | null>;
/** A map from free keys to records of one shape; absent is null. Written with keys in the given order. */
export declare const mapOf: <T>(item: Shape<T>) => Shape<Record<string, T> | null>;
/** A JSON node kept as it is, for values that are decoded later. */
export declare const rawNode: () => Shape<JsonNode | null>;
/** A record that may be missing altogether (null). */
export declare const optional: <T>(shape: Shape<T>) => Shape<T | null>;
/** Marks a field of a record as absent if empty. */
export interface OmitEmpty<T> {
    readonly omitEmpty: Shape<T>;
}
export declare const omitEmpty: <T>(shape: Shape<T>) => OmitEmpty<T>;
type FieldType<F> = F extends OmitEmpty<infer T> ? T : F extends Shape<infer T> ? T : never;
export type RecordOf<F> = {
    -readonly [K in keyof F]: FieldType<F[K]>;
};
/** A record with a fixed set of fields, in the order they are written. */
export declare function record<F extends Record<string, Shape<unknown> | OmitEmpty<unknown>>>(fields: F): Shape<RecordOf<F>>;
/** Decodes an already parsed text. @throws GaitError invalid_input with the line of the complaint. */
export declare const decodeDocument: <T>(shape: Shape<T>, { root, text }: JsonDocument, options?: DecodeOptions) => T;
/** Parses and decodes one JSON text. @throws GaitError invalid_input with the line of the complaint. */
export declare const decode: <T>(shape: Shape<T>, source: string | Uint8Array, options?: DecodeOptions) => T;
/** Strict JSON of spec 20 §1: unknown and repeated fields are refused. */
export declare const STRICT: DecodeOptions;
export {};
