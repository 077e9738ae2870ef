import { type ExportRecord } from "./export-record.js";
/** The eight lines of a pack, without their newlines. */
export declare function otelLines(record: ExportRecord): string[];
