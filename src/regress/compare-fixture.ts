/** `regress diff`: a fixture's recorded run beside another, call by call (spec 40 §13.2). */
import { withPrefixAsync } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { PackIdentity } from "../report/model.js";
import { compareRunpacks } from "./compare.js";
import { changedFiles } from "./graders/diff.js";
import { type CandidateChoice, chooseCandidate, findFixture, type OneFixtureOptions } from "./one-fixture.js";
import { loadRunpack, loadRunpackOrPack } from "./packs.js";
import type { FixtureDetail } from "./types.js";

export interface CompareFixtureOptions extends OneFixtureOptions, CandidateChoice {
  readonly showArgs: boolean;
}

export interface FixtureComparison {
  readonly fixture: string;
  readonly baseline: PackIdentity;
  readonly candidate: PackIdentity;
  /** Files that differ beyond who recorded the run and when; empty: the same run. */
  readonly changedFiles: readonly string[];
  readonly detail: FixtureDetail;
}

/** Compares a fixture with its candidate. @throws GaitError where either cannot be read. */
export async function compareFixture(host: Host, options: CompareFixtureOptions): Promise<FixtureComparison> {
  const one = await findFixture(host, options);
  const file = await chooseCandidate(host, one, options);
  const baseline = await withPrefixAsync(`read fixture runpack for ${options.fixture}`, () => loadRunpack(host, one.plan.runpack));
  const candidate = await withPrefixAsync("read candidate", () => loadRunpackOrPack(host, file));
  return {
    fixture: options.fixture,
    baseline: baseline.identity,
    candidate: candidate.identity,
    changedFiles: changedFiles(baseline.pack, candidate.pack),
    detail: compareRunpacks(baseline.pack, candidate.pack, { showArgs: options.showArgs }),
  };
}
