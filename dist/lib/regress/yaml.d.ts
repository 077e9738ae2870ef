import { type JsonDocument } from "../format/json.js";
export interface ParsedText {
    readonly document: JsonDocument;
    readonly format: "json" | "yaml";
}
/** Parses JSON or, where it is none, YAML; the YAML library is loaded only then. @throws GaitError invalid_input. */
export declare function parseJsonOrYaml(source: Uint8Array): Promise<ParsedText>;
