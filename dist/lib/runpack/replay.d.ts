import type { JsonObject } from "../format/json.js";
import type { Runpack } from "./read.js";
export type StubType = "http" | "file" | "db" | "queue";
export type Execution = "recorded" | "stubbed" | "executed" | "missing";
export interface ReplayStep {
    readonly intent_id: string;
    readonly tool_name: string;
    readonly status: string;
    readonly execution: Execution;
    readonly stub_type: StubType | "";
    /** "" for a missing result. */
    readonly result_digest: string;
}
export interface Replay {
    /** Every intent has a result, whatever its status. */
    readonly ok: boolean;
    readonly runId: string;
    readonly mode: "stub" | "real";
    readonly steps: readonly ReplayStep[];
    /** Intent ids, sorted. */
    readonly missingResults: readonly string[];
    readonly warnings: readonly string[];
}
/** What a real tool ended with. */
export interface ToolOutcome {
    readonly status: "ok" | "error";
    readonly resultDigest: string;
}
/** Runs one recorded call for real. */
export type ExecuteTool = (toolName: string, args: JsonObject | null) => Promise<ToolOutcome>;
/** Tools that may run for real: names trimmed and lower-cased. */
export interface RealTools {
    readonly allowed: ReadonlySet<string>;
    readonly execute: ExecuteTool;
    readonly warnings: readonly string[];
}
/** The kind of stub that stands in for a tool, or undefined where none does. */
export declare function stubTypeOf(toolName: string): StubType | undefined;
/** Replays without running anything. @throws GaitError invalid_input for duplicate intents or results. */
export declare function replayStub(pack: Runpack): Replay;
/** A pack without payloads has nothing to call a tool with. */
export declare function assertReplayable(pack: Runpack): void;
/** Replays in order; calls of allowed tools are made for real. @throws GaitError invalid_input as above. */
export declare function replayReal(pack: Runpack, tools: RealTools): Promise<Replay>;
