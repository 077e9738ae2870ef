import type { Host } from "../format/host.js";
import type { JsonNode } from "../format/json.js";
import { type PrivateKey } from "../format/keys.js";
import { type IntentRecord, type ManifestRecord, type RefsRecord, type ResultRecord, type RunRecord } from "./records.js";
export { isTicketFooter, ticketFooter } from "./footer.js";
/** Payloads that are digested and then forgotten, by intent id. */
export interface Normalization {
    readonly intentArgs?: Readonly<Record<string, JsonNode | null>> | null;
    readonly resultPayloads?: Readonly<Record<string, JsonNode | null>> | null;
}
export interface RunpackInput {
    readonly run: RunRecord;
    readonly intents: readonly IntentRecord[];
    readonly results: readonly ResultRecord[];
    readonly refs: RefsRecord;
    /** "" means reference. */
    readonly captureMode: string;
    readonly normalization?: Normalization | undefined;
    readonly signingKey?: PrivateKey | undefined;
}
export interface BuiltRunpack {
    readonly bytes: Uint8Array;
    readonly manifest: ManifestRecord;
    readonly runId: string;
}
/** Refuses ids that would write somewhere else than they say (spec 10 §16 item 5). @throws GaitError invalid_input. */
export declare function assertSafeRunId(runId: string): void;
/**
 * Builds the archive of a run. Deterministic but for a missing `created_at`, which is the host's now.
 * @throws GaitError invalid_input, in the order of spec 10 §6.
 */
export declare function buildRunpack(host: Host, input: RunpackInput): BuiltRunpack;
/** Builds a runpack and writes it atomically. @returns the cleaned path that was written. */
export declare function writeRunpack(host: Host, file: string, input: RunpackInput): BuiltRunpack & {
    readonly path: string;
};
