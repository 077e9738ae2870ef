/** Whether the candidate ran where the recorded run did, which no other grader looks at (spec 40 §15 item 11). Opt-in. */
import { type Grader } from "./grader.js";
export declare const runEnvironment: Grader;
