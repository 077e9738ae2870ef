import { type JsonDocument } from "../format/json.js";
/**
 * Parses one YAML document. Aliases are followed within limits, merge keys are plain keys, unknown tags are refused.
 * @throws GaitError invalid_input with the line.
 */
export declare function parseYamlDocument(source: Uint8Array): Promise<JsonDocument>;
export interface ParsedText {
    readonly document: JsonDocument;
    readonly format: "json" | "yaml";
}
/** Parses JSON or, where it is none, YAML; the YAML library is loaded only then. @throws GaitError invalid_input. */
export declare function parseJsonOrYaml(source: Uint8Array): Promise<ParsedText>;
