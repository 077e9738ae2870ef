import { type Host } from "../format/host.js";
import type { PublicKey } from "../format/keys.js";
import { type ExportRecord } from "./export-record.js";
import { type PackSource } from "./open.js";
export interface OtelTarget {
    /** Relative inside the working folder, or absolute; parents are created. */
    readonly file: string;
    /** Replace what the file holds instead of appending. */
    readonly truncate?: boolean | undefined;
}
export interface SqlTarget {
    /** Its folder must exist; the file is replaced. */
    readonly file: string;
    readonly table: string;
    readonly includeDdl: boolean;
}
export interface ExportOptions {
    readonly otel?: OtelTarget | undefined;
    readonly sql?: SqlTarget | undefined;
    /** Lets the record tell of valid signatures. */
    readonly publicKey?: PublicKey | undefined;
    /** Refuse a pack that doesn't verify; with a key its signature is required. */
    readonly requireVerified?: boolean | undefined;
}
/**
 * Verifies a pack and exports its record. A pack that doesn't verify is exported too, and the record says so, unless
 * `requireVerified`. Nothing is written before everything that can be refused was checked.
 * @throws GaitError invalid_input for options and for what is no pack, verification_failed where verification stops.
 */
export declare function exportPack(host: Host, source: PackSource, options: ExportOptions): Promise<ExportRecord>;
