import type { Time } from "../format/time.js";
import type { LoadedPack } from "./load.js";
import { type ToolCallMetrics } from "./metrics.js";
import type { PackType } from "./records.js";
import type { PackVerification } from "./verify.js";
export interface ExportRecord {
    readonly packId: string;
    readonly packType: PackType;
    readonly sourceRef: string;
    readonly manifestDigest: string;
    readonly filesChecked: number;
    /** Counts of what verification found. */
    readonly hashMismatches: number;
    readonly missingFiles: number;
    readonly undeclaredFiles: number;
    readonly signatureStatus: string;
    readonly signaturesTotal: number;
    readonly signaturesValid: number;
    readonly createdAt: Time;
    readonly metrics: ToolCallMetrics;
}
export declare const exportRecord: (pack: LoadedPack, verification: PackVerification) => ExportRecord;
export declare const isIntegrityOk: ({ hashMismatches, missingFiles, undeclaredFiles }: ExportRecord) => boolean;
/** 64 hex digits that stand for the pack in traces. */
export declare function traceSeed({ packId, packType, sourceRef, manifestDigest }: ExportRecord): string;
