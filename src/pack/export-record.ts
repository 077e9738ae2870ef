/** What an export says of one pack (spec 20 §14). */
import { sha256Hex } from "../format/canonical.js";
import { isHex64, trim } from "../format/text.js";
import type { Time } from "../format/time.js";
import type { LoadedPack } from "./load.js";
import { type ToolCallMetrics, toolCallMetrics } from "./metrics.js";
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

export const exportRecord = (pack: LoadedPack, verification: PackVerification): ExportRecord => ({
  packId: pack.packId,
  packType: pack.packType,
  sourceRef: trim(pack.sourceRef),
  manifestDigest: pack.manifestDigest,
  filesChecked: verification.filesChecked,
  hashMismatches: verification.hashMismatches.length,
  missingFiles: verification.missingFiles.length,
  undeclaredFiles: verification.undeclaredFiles.length,
  signatureStatus: verification.signature.status,
  signaturesTotal: verification.signature.total,
  signaturesValid: verification.signature.valid,
  createdAt: pack.createdAt,
  metrics: toolCallMetrics(pack.runpack),
});

export const isIntegrityOk = ({ hashMismatches, missingFiles, undeclaredFiles }: ExportRecord): boolean =>
  hashMismatches + missingFiles + undeclaredFiles === 0;

/** 64 hex digits that stand for the pack in traces. */
export function traceSeed({ packId, packType, sourceRef, manifestDigest }: ExportRecord): string {
  if (isHex64(packId)) return packId.toLowerCase();
  return isHex64(manifestDigest) ? manifestDigest.toLowerCase() : sha256Hex(`${packType}|${sourceRef}`);
}
