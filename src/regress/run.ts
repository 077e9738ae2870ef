/** `regress run`: from a config to a result (spec 40 §5). Prints nothing; files are written only by `writeRegressFiles`. */
import { invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { EPOCH_1980, utcOr } from "../format/time.js";
import { openCandidates } from "./candidates.js";
import { readConfig } from "./config.js";
import { fail } from "./graders/grader.js";
import { assertDeterministic, chooseGraders } from "./graders/index.js";
import { type Judging, judgeFixture, resultOf } from "./judge.js";
import { mentionsContext } from "./metadata.js";
import { boundaryOf } from "./paths.js";
import { type FixturePlan, planFixture, selectFixtures } from "./plan.js";
import type { FixtureOutcome, GraderResult, RegressConfig, RegressOptions, RegressResult, RegressRun } from "./types.js";

/**
 * Judges the fixtures of a config. Deterministic: the same files and version give the same result.
 * @throws GaitError invalid_input for what is wrong with the config or the options; a damaged fixture is no exception but a problem
 * of that fixture, and the others are judged.
 */
export async function runRegress(host: Host, options: RegressOptions): Promise<RegressRun> {
  const { config, warnings } = await readConfig(host, options.config);
  if (config.fixtures.length === 0) {
    throw invalidInput("no fixtures configured", { code: "no_fixtures", file: options.config, hint: "Add one with gait regress add." });
  }
  const root = options.root ?? host.cwd;
  const allowOutside = options.allowOutside ?? false;
  const boundary = boundaryOf(host, [root], allowOutside);
  // One fixture that mentions context turns the context grader on for all, also for those that another shard judges.
  const plans = config.fixtures.map((fixture) => planFixture(host, fixture, boundary));
  const context = options.contextConformance || plans.some(({ metadata }) => metadata !== null && mentionsContext(metadata));
  const graders = chooseGraders({ context, extra: options.extraGraders ?? [] });
  assertDeterministic(graders, options.allowNondeterministic ?? false);
  const { candidates: folder } = options;
  const candidates = folder === undefined ? undefined : openCandidates(host, { folder, root, allowOutside });
  const chosen = new Set(selectFixtures(config.fixtures, options));
  const selected = plans.filter(({ fixture }) => chosen.has(fixture));
  const fixtures = await judgeAll({ host, options, graders, boundary, candidates }, selected);
  const result = resultFile(host, config, fixtures);
  const selfComparisons = fixtures.filter(({ selfComparison }) => selfComparison).length;
  return {
    config,
    result,
    fixtures,
    selfComparisons,
    warnings: [
      ...(selfComparisons > 0 ? [selfComparisonWarning(selfComparisons, fixtures.length)] : []),
      ...copyWarnings(fixtures),
      ...missingWarnings(fixtures, options),
      ...warnings,
      ...fixtures.flatMap((outcome) => outcome.warnings),
      ...(candidates?.warnings ?? []),
      ...(fixtures.length < selected.length ? [stopWarning(fixtures.length, selected.length)] : []),
    ],
    exitCode: fixtures.find(({ problem }) => problem !== null)?.problem?.exitCode ?? (result.status === "fail" ? 5 : 0),
  };
}

/** How many fixtures are in flight where nobody says otherwise: large archives inflate on other threads meanwhile. */
const DEFAULT_JOBS = 4;

async function judgeAll(judging: Judging, plans: readonly FixturePlan[]): Promise<FixtureOutcome[]> {
  const { jobs = DEFAULT_JOBS, failFast, onProgress } = judging.options;
  const outcomes: FixtureOutcome[] = [];
  let next = 0;
  let done = 0;
  let end = plans.length;
  const work = async () => {
    while (next < end) {
      const at = next++;
      const outcome = await judgeFixture(judging, plans[at]!);
      outcomes[at] = outcome;
      onProgress?.(++done, plans.length, outcome.fixture.name);
      // What was begun after the first failure, by name, is dropped: the result is the same for every number of jobs.
      if (failFast && !isPassing(outcome)) end = Math.min(end, at + 1);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, plans.length)) }, work));
  return outcomes.slice(0, end);
}

const isPassing = ({ problem, graders }: FixtureOutcome): boolean => problem === null && graders.every(({ status }) => status === "pass");

/** What the result file says of a fixture: its graders, or for one that could not be judged the reason why. */
function resultsOf({ fixture, problem, graders }: FixtureOutcome): readonly GraderResult[] {
  if (problem === null) return graders;
  return [resultOf(fixture.name, fixture.run_id, "schema_validation", fail({ error: problem.message }, problem.reason))];
}

function resultFile(host: Host, config: RegressConfig, fixtures: readonly FixtureOutcome[]): RegressResult {
  const graders = fixtures.flatMap(resultsOf).sort((a, b) => compareBytes(a.name, b.name));
  const createdAt = fixtures.find((outcome) => outcome.createdAt !== null)?.createdAt;
  return {
    schema_id: "gait.regress.result",
    schema_version: "1.0.0",
    created_at: createdAt === null || createdAt === undefined ? EPOCH_1980 : utcOr(createdAt, EPOCH_1980),
    producer_version: host.producerVersion,
    fixture_set: config.fixture_set,
    status: graders.some(({ status }) => status === "fail") ? "fail" : "pass",
    graders,
  };
}

const selfComparisonWarning = (count: number, total: number): string =>
  `${count} of ${total} fixtures ${count === 1 ? "was" : "were"} compared only with ${count === 1 ? "itself" : "themselves"}: ` +
  "no candidate run was given, so nothing new was tested. Record the agent again and pass the folder with --candidates.";

const stopWarning = (done: number, total: number): string =>
  `stopped at the first failing fixture: ${total - done} of ${total} were not judged`;

/** A reproducible agent records the same bytes again; so does a copy, of which nothing can be learned. */
function copyWarnings(fixtures: readonly FixtureOutcome[]): string[] {
  const same = fixtures.filter(({ baseline, candidate }) => candidate !== null && candidate.sha256 === baseline?.sha256).length;
  if (same === 0) return [];
  return [
    `${same} of ${fixtures.length} candidates ${same === 1 ? "is" : "are"} byte for byte the runpack of the fixture: was the agent recorded anew?`,
  ];
}

function missingWarnings(fixtures: readonly FixtureOutcome[], { candidates, missingCandidate }: RegressOptions): string[] {
  if (candidates === undefined || missingCandidate !== "pass") return [];
  const missing = fixtures.filter(
    ({ candidate, problem, selfComparison }) => candidate === null && problem === null && !selfComparison,
  ).length;
  return missing === 0 ? [] : [`${missing} of ${fixtures.length} fixtures had no candidate and pass, as asked: nothing was tested there`];
}
