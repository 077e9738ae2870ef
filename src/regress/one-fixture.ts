/** One fixture by its name, and the run to put beside it: what `accept`, `diff` and `remove` begin with (spec 40 §13.2). */
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { openCandidates } from "./candidates.js";
import { type ReadConfig, readConfig } from "./config.js";
import { isSameFile, statFile } from "./packs.js";
import { type Boundary, boundaryOf, cleanJoin } from "./paths.js";
import { type FixturePlan, planFixture } from "./plan.js";

export interface OneFixtureOptions {
  /** Path of gait.yaml. */
  readonly config: string;
  readonly fixture: string;
  readonly allowOutside: boolean;
}

export interface OneFixture {
  readonly read: ReadConfig;
  readonly plan: FixturePlan;
  readonly boundary: Boundary;
}

/** @throws GaitError invalid_input where the config has no such fixture, or several. */
export async function findFixture(host: Host, { config, fixture, allowOutside }: OneFixtureOptions): Promise<OneFixture> {
  const read = await readConfig(host, config);
  const { fixtures } = read.config;
  const [found, ...more] = fixtures.filter(({ name }) => name === fixture);
  if (!found) {
    throw invalidInput(`no such fixture: ${fixture}`, {
      file: config,
      hint: `There are: ${fixtures.map(({ name }) => name).join(", ") || "none"}.`,
    });
  }
  if (more.length > 0)
    throw invalidInput(`fixture ${fixture} is listed more than once`, { file: config, hint: `Leave one of them in ${config}.` });
  const boundary = boundaryOf(host, [host.cwd], allowOutside);
  const plan = planFixture(host, found, boundary);
  if (plan.outside) throw plan.outside;
  return { read, plan, boundary };
}

export interface CandidateChoice {
  /** Path of the candidate; it may lie anywhere, for who runs the command names it. "": look further. */
  readonly candidate: string;
  /** Folder of candidates, as of `regress run`. */
  readonly candidates: string | undefined;
  readonly allowOutside: boolean;
}

/** Path of the run to compare a fixture with. @throws GaitError invalid_input where there is none, or it is the fixture's own runpack. */
export async function chooseCandidate(host: Host, { plan, boundary }: OneFixture, choice: CandidateChoice): Promise<string> {
  const file = await locate(host, plan, boundary, choice);
  let isSelf: boolean;
  try {
    isSelf = isSameFile(statFile(host, file), statFile(host, plan.runpack));
  } catch (error) {
    if (!(error instanceof GaitError) || error.file === plan.runpack) return file;
    throw error.prefixed("candidate runpack not found");
  }
  if (isSelf) throw invalidInput(`${file} is the fixture's own runpack`, { file, hint: "Record the agent again and name that runpack." });
  return file;
}

async function locate(host: Host, plan: FixturePlan, boundary: Boundary, choice: CandidateChoice): Promise<string> {
  const { candidate, candidates: folder, allowOutside } = choice;
  if (candidate !== "") return candidate;
  const { fixture, metadata, directory } = plan;
  if (folder !== undefined) {
    const candidates = openCandidates(host, { folder, root: host.cwd, allowOutside });
    const found = await candidates.find(fixture.name, metadata?.run_id ?? fixture.run_id);
    if (found.kind !== "found") throw invalidInput(found.message, { file: folder });
    candidates.boundary.assertInside(found.path, `candidate of ${fixture.name}`);
    return found.path;
  }
  const own = metadata?.candidate_runpack ?? "";
  if (own === "") throw invalidInput("missing --candidate <runpack>", { hint: `Fixture ${fixture.name} names no candidate of its own.` });
  const file = cleanJoin(directory, own);
  boundary.assertInside(file, `candidate of ${fixture.name}`);
  return file;
}
