import type { LoadedPack } from "./load.js";
/** `runtime_only`: nothing but the times of retrieval differs. */
export type ContextDrift = "none" | "runtime_only" | "semantic";
/** Drift between two packs; `none` unless both are of runs. */
export declare function classifyContextDrift(left: LoadedPack, right: LoadedPack): ContextDrift;
