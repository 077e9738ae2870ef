import type { ExportRecord } from "./export-record.js";
/** A checked table name. */
export interface Table {
    /** Quoted, with its schema where it has one. */
    readonly quoted: string;
    /** The table's own name, unquoted. */
    readonly name: string;
}
/** Checks a name of one or two parts joined by a dot. @throws GaitError invalid_input. */
export declare function parseTable(name: string): Table;
/** Six decimals of a ratio, an exact tie to the even digit: `toFixed` would round 1/128 up. */
export declare function sixDecimals(ratio: number): string;
/** The SQL text; `withDefinitions` leads it with the table and its indexes. @throws GaitError invalid_input for a NUL character. */
export declare function postgresSql(record: ExportRecord, table: Table, withDefinitions: boolean): string;
