/** All graders, and which of them a run uses (spec 40 §5.1 step 4). */
import { invalidInput } from "../../format/errors.js";
import type { OptInGrader } from "../types.js";
import { contextConformance } from "./context-conformance.js";
import { diff } from "./diff.js";
import { candidateReplay, expectedExitCode } from "./expected-exit-code.js";
import type { Grader } from "./grader.js";
import { runEnvironment } from "./run-environment.js";
import { schemaValidation } from "./schema-validation.js";
import { trajectory } from "./trajectory.js";

const ALWAYS: readonly Grader[] = [schemaValidation, expectedExitCode, trajectory, diff];

const OPT_IN: Readonly<Record<OptInGrader, Grader>> = { candidate_replay: candidateReplay, run_environment: runEnvironment };

export interface GraderChoice {
  readonly context: boolean;
  readonly extra: readonly OptInGrader[];
}

/** The graders of a run, in their order. */
export const chooseGraders = ({ context, extra }: GraderChoice): Grader[] => [
  ...ALWAYS,
  ...(context ? [contextConformance] : []),
  ...new Set(extra.map((name) => OPT_IN[name])),
];

/** A grader whose answer may change from run to run must be allowed. @throws GaitError invalid_input. */
export function assertDeterministic(graders: readonly Grader[], allowed: boolean): void {
  const blocked = allowed ? undefined : graders.find((grader) => !grader.deterministic);
  if (blocked) throw invalidInput(`non-deterministic grader blocked: ${blocked.name}`, { hint: "Allow it with --allow-nondeterministic." });
}
