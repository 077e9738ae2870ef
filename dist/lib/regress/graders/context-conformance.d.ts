import { type Grader } from "./grader.js";
export declare const contextConformance: Grader;
