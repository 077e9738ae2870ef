import type { Host } from "../format/host.js";
import type { Candidates } from "./candidates.js";
import { type Grade, type Grader } from "./graders/grader.js";
import { type Boundary } from "./paths.js";
import type { FixturePlan } from "./plan.js";
import type { FixtureOutcome, GraderResult, RegressOptions } from "./types.js";
export interface Judging {
    readonly host: Host;
    readonly options: RegressOptions;
    readonly graders: readonly Grader[];
    readonly boundary: Boundary;
    readonly candidates: Candidates | undefined;
}
/** Judges a fixture. What is wrong with the fixture itself becomes its problem; only bugs are thrown. */
export declare function judgeFixture(judging: Judging, plan: FixturePlan): Promise<FixtureOutcome>;
/** A grade as the result file has it: reasons and details sorted. */
export declare function resultOf(fixture: string, runId: string, grader: string, grade: Grade): GraderResult;
