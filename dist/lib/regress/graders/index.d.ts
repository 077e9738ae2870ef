import type { OptInGrader } from "../types.js";
import type { Grader } from "./grader.js";
export interface GraderChoice {
    readonly context: boolean;
    readonly extra: readonly OptInGrader[];
}
/** The graders of a run, in their order. */
export declare const chooseGraders: ({ context, extra }: GraderChoice) => Grader[];
/** A grader whose answer may change from run to run must be allowed. @throws GaitError invalid_input. */
export declare function assertDeterministic(graders: readonly Grader[], allowed: boolean): void;
