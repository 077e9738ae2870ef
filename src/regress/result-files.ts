/** The files that a run leaves: the result and, where asked for, JUnit (spec 40 §5.1 step 8, §5.4, §5.5). */
import { goJsonIndented } from "../format/canonical.js";
import { withPrefix } from "../format/errors.js";
import { assertNoInput, writeFileAtomic, writeFileWithParents } from "../format/files.js";
import type { Host } from "../format/host.js";
import type { Json } from "../format/json.js";
import { renderJunit } from "../report/junit.js";
import { FIXTURE_FILE } from "./metadata.js";
import { cleanJoin, cleanPath } from "./paths.js";
import type { RegressResult, RegressRun } from "./types.js";

export interface RegressFiles {
  /** The folder must exist. */
  readonly output: string;
  /** "" for none. Parent folders are created. */
  readonly junit: string;
}

/** `gait.regress.result` as it is written. */
export const resultText = (result: RegressResult): string => goJsonIndented(result as unknown as Json);

/**
 * Refuses to write over what a run reads: its config, its fixtures and the runs that they are compared with.
 * @throws GaitError invalid_input.
 */
export function assertResultPlaces(host: Host, config: string, { fixtures }: RegressRun, { output, junit }: RegressFiles): void {
  const inputs = [
    config,
    ...fixtures.flatMap(({ fixture, directory, candidate }) => [
      cleanPath(fixture.runpack),
      cleanJoin(directory, FIXTURE_FILE),
      ...(candidate === null ? [] : [candidate.path]),
    ]),
  ];
  assertNoInput(host, "--output", output, inputs);
  if (junit !== "") assertNoInput(host, "--junit", junit, [...inputs, output]);
}

/** Writes the result, then JUnit. @throws GaitError invalid_input `write regress result: …` or `write junit report: …`. */
export function writeRegressFiles(host: Host, result: RegressResult, { output, junit }: RegressFiles): void {
  withPrefix("write regress result", () => writeFileAtomic(host, output, resultText(result)));
  if (junit !== "") withPrefix("write junit report", () => writeFileWithParents(host, junit, renderJunit(result)));
}
