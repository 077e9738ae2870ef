import type { RefsRecord } from "./records.js";
export type EvidenceMode = "" | "best_effort" | "required";
/** @throws GaitError invalid_input for anything but the two modes and nothing. */
export declare function normalizeEvidenceMode(mode: string): EvidenceMode;
/** @throws GaitError invalid_input when the mode, the digest or the count is not legal. */
export declare function normalizeRefs(refs: RefsRecord): RefsRecord;
