import type { Runpack } from "../runpack/read.js";
import { type RunPayload } from "./records.js";
/** The payload of a runpack; `created_at` as the runpack has it. */
export declare const inspectedPayload: ({ manifest, run, intents, results, refs }: Runpack) => RunPayload;
/** The payload that a pack stores for a runpack. */
export declare function buildRunPayload(runpack: Runpack): RunPayload;
/** Parses a stored payload; its rules are not looked at. @throws GaitError invalid_input `parse run_payload.json: …`. */
export declare const parseRunPayload: (bytes: Uint8Array) => RunPayload;
/** Holds a payload to the run contract of spec 20 §11 step 8. @throws GaitError invalid_input. */
export declare function checkRunPayload(payload: RunPayload, sourceRef: string): void;
/** Names of the fields that say something else than the runpack does. */
export declare function payloadDifferences(payload: RunPayload, runpack: Runpack): string[];
