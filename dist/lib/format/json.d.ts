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
export type JsonNode = {
    readonly kind: "null";
    readonly at: number;
} | {
    readonly kind: "boolean";
    readonly at: number;
    readonly value: boolean;
} | {
    readonly kind: "number";
    readonly at: number;
    readonly literal: string;
} | {
    readonly kind: "string";
    readonly at: number;
    readonly value: string;
} | {
    readonly kind: "array";
    readonly at: number;
    readonly items: readonly JsonNode[];
} | {
    readonly kind: "object";
    readonly at: number;
    readonly members: readonly JsonMember[];
};
/** The root of a parsed text together with the text, so that places can be told as lines. */
export interface JsonDocument {
    readonly root: JsonNode;
    readonly text: string;
}
/** 1-based line and column of a character index. */
export declare function positionAt(text: string, at: number): {
    line: number;
    column: number;
};
/** UTF-8 text of bytes; each byte of an invalid sequence becomes one U+FFFD, as in Go. @throws GaitError for half a gigabyte. */
export declare function decodeUtf8(bytes: Uint8Array): string;
/** Parses one JSON text. @throws GaitError invalid_input with the line. */
export declare function parseJsonDocument(source: string | Uint8Array): JsonDocument;
/** Parses the first JSON value of a text; anything after it is ignored (context envelopes, spec 10 §11). */
export declare function parseFirstJson(source: string | Uint8Array): JsonDocument;
/** A node as a plain value: numbers as doubles, the last of repeated keys wins. @throws GaitError where a number overflows. */
export declare function toJson(node: JsonNode): Json;
/** Parses straight to a plain value. @throws GaitError invalid_input. */
export declare const parseJson: (source: string | Uint8Array) => Json;
export declare const isJsonObject: (value: Json | undefined) => value is JsonObject;
