/** Whether two runs saw the same context (spec 20 §13). */
import { type ContextDrift } from "../runpack/diff.js";
import type { LoadedPack } from "./load.js";
/** Drift between two packs; `none` unless both are of runs. */
export declare function classifyContextDrift(left: LoadedPack, right: LoadedPack): ContextDrift;
