import type { Json, JsonDocument } from "../format/json.js";
import { type Shape } from "../format/shape.js";
/** Refuses repeated keys at any depth. @throws GaitError invalid_input with the line. */
export declare function assertNoRepeatedKeys({ root, text }: JsonDocument): void;
/** Paths of the fields of a record without unknown ones that match only when letter case is ignored. */
export declare function inexactFields(shape: Shape<unknown>, document: JsonDocument): string[];
/**
 * Refuses integers that a double may have rounded: the digest would hold for several different texts.
 * @throws GaitError invalid_input naming the field.
 */
export declare function assertExactIntegers(value: Json, path: string): void;
