/** One project of a regress check: its fixtures judged, and what the change does to them (spec 40 §12.4). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import { readBytesIfThere } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import type { JsonDocument } from "../format/json.js";
import { compareBytes } from "../format/text.js";
import { shardOf } from "../regress/plan.js";
import { resultText } from "../regress/result-files.js";
import { runRegress } from "../regress/run.js";
import type { ConfigFixture, RegressRun } from "../regress/types.js";
import { parseJsonOrYaml } from "../regress/yaml.js";
import { renderJunit } from "../report/junit.js";
import type { Location, Problem, ProjectReport } from "../report/model.js";
import type { BaseTree } from "./base-tree.js";
import { compareExpectations, type ExpectationReport, entryLine } from "./expectations.js";
import { conditionsOf, statusOf } from "./fail-conditions.js";
import { fixtureReport } from "./fixture-report.js";
import { headFiles } from "./head-files.js";
import { inRepository, isBelow, shownPath } from "./repository-path.js";
import type { CheckResult, RegressCheckOptions } from "./types.js";

export interface ProjectCheck {
  readonly report: ProjectReport;
  /** What its problems end the check with, 0 where there are none. */
  readonly exitCode: 0 | 2 | 6;
  /** Missing where no result came about. */
  readonly files: CheckResult["regressFiles"][number] | undefined;
  /** Why the base commit could not be compared with; "" where it could. */
  readonly note: string;
  readonly warnings: readonly string[];
}

/** The config of a project at head. */
interface Config {
  readonly file: string;
  /** "" where there is none. */
  readonly digest: string;
  /** With places; null where it cannot be read. */
  readonly document: JsonDocument | null;
}

/** Judges one project. A project that cannot be judged is a problem in its report, not an exception. */
export async function checkProject(host: Host, options: RegressCheckOptions, project: string): Promise<ProjectCheck> {
  const projectHost = { ...host, cwd: resolvePath(host, project) };
  const config = await readConfigPlaces(projectHost, project, options.config);
  const blank: ProjectReport = {
    path: project,
    status: "pass",
    skipped: false,
    fixture_set: "",
    config_file: config.file,
    config_digest: config.digest,
    fixtures: [],
    fixtures_added: [],
    fixtures_removed: [],
    fixtures_changed: [],
    problem: null,
  };
  if (await isUnchanged(options, project, config.file)) {
    return { report: { ...blank, skipped: true }, exitCode: 0, files: undefined, note: "", warnings: [] };
  }
  try {
    const run = await (options.judge ?? runRegress)(projectHost, {
      config: options.config,
      contextConformance: options.contextConformance,
      allowContextRuntimeDrift: options.allowContextRuntimeDrift,
      candidates: options.candidates,
      shard: options.shard,
      jobs: options.jobs,
      detail: true,
      showArgs: options.showArgs,
      onProgress: (done, total, fixture) => options.onProgress?.(`${project}: ${done}/${total} ${fixture}`),
    });
    const changes = await compare(host, options, { project, config, fixtures: run.config.fixtures });
    const report = await judged({ host, options, project, config, blank, run, changes });
    return {
      report,
      exitCode: exitCodeOf(run),
      files: { project, result: resultText(run.result), junit: renderJunit(run.result) },
      note: changes.note,
      warnings: ownWarnings(run).map((warning) => (project === "." ? warning : `${project}: ${warning}`)),
    };
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return failed(host, options, { project, config, blank }, error);
  }
}

/** Without the first one, where it counts fixtures compared with themselves: the report counts them, too. */
const ownWarnings = ({ warnings, selfComparisons }: RegressRun): readonly string[] => (selfComparisons > 0 ? warnings.slice(1) : warnings);

/** What could not be judged; a doubtful archive weighs more than an unreadable one. */
function exitCodeOf({ fixtures }: RegressRun): 0 | 2 | 6 {
  const codes = fixtures.map(({ problem }) => problem?.exitCode);
  return codes.includes(2) ? 2 : codes.includes(6) ? 6 : 0;
}

async function readConfigPlaces(projectHost: Host, project: string, name: string): Promise<Config> {
  const file = shownPath(project, name);
  let digest = "";
  try {
    const bytes = readBytesIfThere(projectHost, name);
    if (bytes === undefined) return { file, digest, document: null };
    digest = sha256Hex(bytes);
    return { file, digest, document: (await parseJsonOrYaml(bytes)).document };
  } catch (error) {
    if (error instanceof GaitError) return { file, digest, document: null };
    throw error;
  }
}

/** Whether nothing of the project differs from the base commit, so that it may be skipped where that was asked for. */
async function isUnchanged({ onlyChanged, base }: RegressCheckOptions, project: string, configFile: string): Promise<boolean> {
  if (!onlyChanged || !base?.differs) return false;
  const places = isBelow(project, configFile) ? [project] : [project, configFile];
  for (const place of places) if (await base.differs(place)) return false;
  return true;
}

interface Compared {
  readonly project: string;
  readonly config: Config;
  readonly fixtures: readonly ConfigFixture[];
}

const NOTHING: ExpectationReport = { added: [], removed: [], changed: [], changesOf: () => [], note: "" };

async function compare(host: Host, options: RegressCheckOptions, { project, config, fixtures }: Compared): Promise<ExpectationReport> {
  const { base } = options;
  if (base === null) return NOTHING;
  const configFile = inRepository(project, options.config);
  if (configFile === undefined) return { ...NOTHING, note: `${options.config} lies outside of the repository` };
  const input = {
    host,
    base,
    head: headFiles(host, project),
    project,
    configFile,
    configDocument: config.document,
    fixtures,
    hasCandidates: options.candidates !== undefined,
    showArgs: options.showArgs,
  };
  return ofShard(await readable(base, () => compareExpectations(input)), options.shard);
}

/** A base that fails to be read is none. */
async function readable(base: BaseTree, read: () => Promise<ExpectationReport>): Promise<ExpectationReport> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GaitError) return { ...NOTHING, note: `the base commit ${base.sha} cannot be read: ${error.message}` };
    throw error;
  }
}

/** A shard speaks of its own fixtures only, so that joined shards say what one run says. */
function ofShard(changes: ExpectationReport, shard: RegressCheckOptions["shard"]): ExpectationReport {
  if (!shard) return changes;
  const isOurs = (name: string) => shardOf(name, shard.count) === shard.index;
  return {
    ...changes,
    added: changes.added.filter(isOurs),
    removed: changes.removed.filter(({ name }) => isOurs(name)),
    changed: changes.changed.filter(isOurs),
  };
}

interface Judged {
  readonly host: Host;
  readonly options: RegressCheckOptions;
  readonly project: string;
  readonly config: Config;
  readonly blank: ProjectReport;
  readonly run: RegressRun;
  readonly changes: ExpectationReport;
}

async function judged({ host, options, project, config, blank, run, changes }: Judged): Promise<ProjectReport> {
  const entryOf = (fixture: ConfigFixture): Location => ({
    file: config.file,
    line: config.document === null ? 1 : entryLine(config.document, run.config.fixtures, fixture),
  });
  const around = { host, project, head: headFiles(host, project), entryOf, changesOf: changes.changesOf };
  const fixtures: ProjectReport["fixtures"] = [];
  for (const outcome of run.fixtures) fixtures.push(await fixtureReport(around, outcome));
  const report: ProjectReport = {
    ...blank,
    fixture_set: run.config.fixture_set,
    fixtures,
    fixtures_added: [...changes.added],
    fixtures_removed: [...changes.removed].sort((a, b) => compareBytes(a.name, b.name)),
    fixtures_changed: [...changes.changed],
    problem: missingBase(options, changes.note),
  };
  return { ...report, status: statusOf(conditionsOf(report, options.failOn)) };
}

/** Fail closed: who asked what a change removes must not be told that it removes nothing (spec 40 §12.3). */
function missingBase({ base, baseNote, failOn, requireBase }: RegressCheckOptions, note: string): Problem | null {
  const isRequired = requireBase ?? failOn.includes("relaxed");
  if (!isRequired || (base !== null && note === "")) return null;
  return { reason: "base_unavailable", message: note || baseNote || "there is no base commit", location: null };
}

type Failed = Pick<Judged, "project" | "config" | "blank">;

/** The project as a whole could not be judged. What the base commit protected there is gone with the config. */
async function failed(
  host: Host,
  options: RegressCheckOptions,
  { project, config, blank }: Failed,
  error: GaitError,
): Promise<ProjectCheck> {
  const isEmpty = config.digest === "" || error.code === "no_fixtures";
  const { removed, note } = isEmpty ? await compare(host, options, { project, config, fixtures: [] }) : NOTHING;
  const isCandidates = options.candidates !== undefined && error.file === options.candidates;
  const reason = isCandidates
    ? "candidate_path_invalid"
    : config.digest === ""
      ? "config_missing"
      : error.code === "no_fixtures"
        ? "no_fixtures"
        : "config_invalid";
  const problem: Problem = { reason, message: error.message, location: isCandidates ? null : { file: config.file, line: error.line ?? 1 } };
  const exitCode = error.exitCode === 2 ? 2 : 6;
  return { report: { ...blank, status: "error", fixtures_removed: [...removed], problem }, exitCode, files: undefined, note, warnings: [] };
}
