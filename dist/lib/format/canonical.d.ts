import type { Json } from "./json.js";
/**
 * RFC 8785 canonical text: keys in UTF-16 order, shortest round-trip numbers, no white space.
 * @throws GaitError where the value holds NaN, an infinity or a lone surrogate (RFC 8785 §3.2.2.2 and §3.2.2.3).
 */
export declare function canonicalize(value: Json): string;
/** Whether two values have the same canonical form, without making it. */
export declare function equalJson(a: Json | undefined, b: Json | undefined): boolean;
/** Lower-case hex SHA-256. */
export declare const sha256Hex: (bytes: Uint8Array | string) => string;
/** `sha256Hex` of the canonical form. */
export declare const digestOf: (value: Json) => string;
/** The compact form of the reference's writer: key order kept, `<`, `>`, `&`, U+2028, U+2029 escaped. */
export declare const goJson: (value: Json) => string;
/** The indented form: two spaces, a newline at the end. */
export declare const goJsonIndented: (value: Json) => string;
/** The compact form with the keys of every object in byte order, as `--json` prints it. */
export declare function goJsonSorted(value: Json): string;
