/**
 * Joining the shards of a split run: the very report, result and JUnit bytes that one run would have given (spec 40 §12.4). A
 * missing shard is an error, never a pass.
 */
import { type GaitError, invalidInput } from "../format/errors.js";
import { decode, freeMap, type Infer, list, omitEmpty, record, text } from "../format/shape.js";
import { compareBytes } from "../format/text.js";
import { EPOCH_1980 } from "../format/time.js";
import { shardOf } from "../regress/plan.js";
import { resultText } from "../regress/result-files.js";
import type { RegressResult } from "../regress/types.js";
import { renderJunit } from "../report/junit.js";
import type { CiReport, ProjectReport } from "../report/model.js";
import { totalsOf } from "../report/totals.js";
import { inOrder } from "./fail-conditions.js";
import type { CheckResult } from "./types.js";

/** Joins all shards of one run, in any order. @throws GaitError invalid_input where they are not the shards of one run. */
export function mergeShards(shards: readonly CheckResult[]): CheckResult {
  const sorted = [...shards].sort((a, b) => a.report.shard.index - b.report.shard.index);
  const [first] = sorted;
  if (first === undefined) throw refused("there are none");
  assertComplete(sorted.map(({ report }) => report));
  for (const { report } of sorted) assertSameRun(first.report, report);
  const projects = first.report.projects.map((_, at) => mergeProject(sorted.map(({ report }) => report.projects[at]!)));
  const codes = sorted.map(({ exitCode }) => exitCode);
  const exitCode = [2, 6, 5].find((code) => codes.includes(code)) ?? 0;
  const failedOn = inOrder(sorted.flatMap(({ report }) => report.failed_on));
  const report: CiReport = {
    ...first.report,
    status: failedOn.includes("error") ? "error" : failedOn.length > 0 ? "fail" : "pass",
    exit_code: exitCode,
    failed_on: failedOn,
    shard: { index: 0, count: 0 },
    // The longer form also shows what the shorter one does not.
    reproduce:
      sorted.map((shard) => shard.report.reproduce).find((line) => line.startsWith("npx gait ci report")) ?? first.report.reproduce,
    projects,
    totals: totalsOf(projects, []),
  };
  const regressFiles = projects.flatMap((project) => mergeFiles(project, sorted));
  return { report, exitCode, regressFiles };
}

const refused = (why: string, code = "shard_invalid"): GaitError => invalidInput(`cannot merge the shards: ${why}`, { code });

function assertComplete(reports: readonly CiReport[]): void {
  const { count } = reports[0]!.shard;
  if (count < 1) throw refused("a report is not of a shard");
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !reports.some(({ shard }) => shard.index === index));
  if (missing.length > 0) throw refused(`missing ${missing.map((index) => `${index}/${count}`).join(", ")}`, "shard_missing");
  if (reports.length !== count) throw refused(`${reports.length} reports for ${count} shards`);
}

/** What all shards of a run have in common, as far as it decides what they judged. */
function assertSameRun(first: CiReport, other: CiReport): void {
  const differ = (what: string) => refused(`shard ${other.shard.index} and shard ${first.shard.index} differ in ${what}`);
  if (other.kind !== "regress") throw refused("only regress runs are split");
  if (other.shard.count !== first.shard.count) throw differ("the number of shards");
  if (other.producer_version !== first.producer_version) throw differ("the version of the engine");
  if (other.head_sha !== first.head_sha) throw differ("the commit");
  if (other.base_sha !== first.base_sha) throw differ("the base commit");
  if (other.base_note !== first.base_note) throw differ("what is said of the base commit");
  if (other.projects.length !== first.projects.length) throw differ("the projects");
  for (const [at, project] of other.projects.entries()) {
    const ours = first.projects[at]!;
    if (project.path !== ours.path || project.config_file !== ours.config_file) throw differ("the projects");
    if (project.config_digest !== ours.config_digest || project.fixture_set !== ours.fixture_set)
      throw differ(`the config of ${ours.path}`);
    if (project.skipped !== ours.skipped || project.problem?.reason !== ours.problem?.reason) throw differ(`what became of ${ours.path}`);
    for (const name of ownNames(project)) {
      if (shardOf(name, other.shard.count) !== other.shard.index) throw refused(`fixture ${name} is not of shard ${other.shard.index}`);
    }
  }
}

const ownNames = ({ fixtures, fixtures_added, fixtures_removed, fixtures_changed }: ProjectReport): string[] => [
  ...fixtures.map(({ name }) => name),
  ...fixtures_added,
  ...fixtures_removed.map(({ name }) => name),
  ...fixtures_changed,
];

/** Each fixture is in one shard only, so a stable sort by name restores the order of the whole. */
const joined = <T>(lists: readonly (readonly T[])[], nameOf: (item: T) => string): T[] =>
  lists.flat().sort((a, b) => compareBytes(nameOf(a), nameOf(b)));

function mergeProject(parts: readonly ProjectReport[]): ProjectReport {
  const statuses = parts.map(({ status }) => status);
  const own = (name: string) => name;
  return {
    ...parts[0]!,
    status: statuses.includes("error") ? "error" : statuses.includes("fail") ? "fail" : "pass",
    fixtures: joined(
      parts.map(({ fixtures }) => fixtures),
      ({ name }) => name,
    ),
    fixtures_added: joined(
      parts.map(({ fixtures_added }) => fixtures_added),
      own,
    ),
    fixtures_removed: joined(
      parts.map(({ fixtures_removed }) => fixtures_removed),
      ({ name }) => name,
    ),
    fixtures_changed: joined(
      parts.map(({ fixtures_changed }) => fixtures_changed),
      own,
    ),
  };
}

const resultShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: text(),
  producer_version: text(),
  fixture_set: text(),
  status: text(),
  graders: list(
    record({ name: text(), status: text(), reason_codes: list(text()), context_conformance: omitEmpty(text()), details: freeMap() }),
  ),
});
type ResultFile = Infer<typeof resultShape>;

/** The plain JUnit file of a result file. @throws GaitError invalid_input. */
export const junitOf = (result: string): string => renderJunit(decode(resultShape, result));

function mergeFiles(project: ProjectReport, shards: readonly CheckResult[]): CheckResult["regressFiles"] {
  const files = shards.map(({ regressFiles }) => regressFiles.find((file) => file.project === project.path));
  if (files.every((file) => file === undefined)) return [];
  const results = files.map((file, at) => {
    if (file === undefined) throw refused(`shard ${at + 1} has no result of ${project.path}`, "shard_missing");
    return decode(resultShape, file.result);
  });
  assertSameFixtures(project, results);
  // The run's time is that of its first fixture that could be judged (spec 40 §5.1 step 7).
  const dated = project.fixtures.find(({ problem }) => problem === null);
  const created_at = dated === undefined ? EPOCH_1980 : results[shardOf(dated.name, shards.length) - 1]!.created_at;
  const graders = joined(
    results.map((result) => result.graders),
    ({ name }) => name,
  );
  const status = results.some((result) => result.status !== "pass") ? "fail" : "pass";
  const result = resultShape.encode({ ...results[0]!, created_at, status, graders }) as unknown as RegressResult;
  return [{ project: project.path, result: resultText(result), junit: renderJunit(result) }];
}

/** Reports and result files come side by side; a result of another run must not slip in. */
function assertSameFixtures(project: ProjectReport, results: readonly ResultFile[]): void {
  const reported = project.fixtures.flatMap(({ name, graders, problem }) =>
    problem === null ? graders.map((grader) => `${name}/${grader.name}`) : [`${name}/schema_validation`],
  );
  const judged = results.flatMap((result) => result.graders.map(({ name }) => name));
  const isSame = reported.length === judged.length && reported.sort(compareBytes).join("\0") === judged.sort(compareBytes).join("\0");
  if (!isSame) throw refused(`the results of ${project.path} are not those of the reports`);
}
