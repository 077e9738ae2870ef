import { type Grader } from "./grader.js";
/** Replays the recorded run. */
export declare const expectedExitCode: Grader;
/** Replays the candidate, which nothing else does. */
export declare const candidateReplay: Grader;
