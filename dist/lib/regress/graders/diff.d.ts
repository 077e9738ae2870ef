import type { Runpack } from "../../runpack/read.js";
import { type Grader } from "./grader.js";
/** Names of the files whose content differs beyond the identity of the run, and of those that only one side has. */
export declare function changedFiles(baseline: Runpack, candidate: Runpack): string[];
export declare const diff: Grader;
