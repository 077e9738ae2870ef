/** The regress check: every project judged and compared with the base commit, one report (spec 40 §12.4). */
import { invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { CiReport, FailCondition } from "../report/model.js";
import { commandLine } from "../report/shell-word.js";
import { totalsOf } from "../report/totals.js";
import { boundedReport } from "./bounded.js";
import { conditionsOf, inOrder, statusOf } from "./fail-conditions.js";
import { checkProject, type ProjectCheck } from "./project-check.js";
import type { CheckResult, RegressCheckOptions } from "./types.js";

/**
 * Runs the fixtures of all projects. `host.cwd` is the root of the repository. Deterministic: the same commits and the same version
 * give the same report. Exit code 6 or 2 where anything could not be judged, else 5 where a condition of `failOn` is met, else 0.
 * @throws GaitError invalid_input where there is no project; what is wrong with one is in its report.
 */
export async function runRegressCheck(host: Host, options: RegressCheckOptions): Promise<CheckResult> {
  if (options.projects.length === 0) throw invalidInput("no projects to check", { hint: "Name a folder that holds a gait.yaml." });
  const checks: ProjectCheck[] = [];
  for (const project of options.projects) checks.push(await checkProject(host, options, project));
  const projects = checks.map(({ report }) => report);
  const conditions = inOrder(projects.flatMap((project) => conditionsOf(project, options.failOn)));
  const codes = checks.map(({ exitCode }) => exitCode);
  const exitCode = conditions.includes("error") ? (codes.includes(2) ? 2 : 6) : conditions.length > 0 ? 5 : 0;
  const report: CiReport = {
    schema_id: "gait.ci.report",
    schema_version: "1.0.0",
    producer_version: host.producerVersion,
    kind: "regress",
    status: statusOf(conditions),
    exit_code: exitCode,
    failed_on: conditions,
    head_sha: options.headSha,
    base_sha: options.base?.sha ?? "",
    base_note: baseNote(options, checks),
    shard: options.shard ? { ...options.shard } : { index: 0, count: 0 },
    reproduce: reproduce(options, conditions),
    projects,
    artifacts: [],
    totals: totalsOf(projects, []),
  };
  const regressFiles = checks.flatMap(({ files }) => files ?? []);
  return { report: boundedReport(report), exitCode, regressFiles, warnings: checks.flatMap(({ warnings }) => warnings) };
}

function baseNote({ base, baseNote: note }: RegressCheckOptions, checks: readonly ProjectCheck[]): string {
  if (base === null) return note;
  return [...new Set(checks.map((check) => check.note).filter((one) => one !== ""))].join("; ");
}

/** `regress run` shows drift; what a change does to the fixtures only the whole check shows. */
function reproduce(options: RegressCheckOptions, conditions: readonly FailCondition[]): string {
  const { projects, config, candidates, base } = options;
  const flags = [
    ...(config === "gait.yaml" ? [] : ["--config", config]),
    ...(candidates === undefined ? [] : ["--candidates", candidates]),
    ...(options.contextConformance ? ["--context-conformance"] : []),
    ...(options.allowContextRuntimeDrift ? ["--allow-context-runtime-drift"] : []),
  ];
  const isSimple =
    projects.length === 1 && projects[0] === "." && conditions.every((condition) => condition === "drift" || condition === "error");
  if (isSimple) return commandLine("npx", "gait", "regress", "run", ...flags, "--json");
  return commandLine(
    "npx",
    "gait",
    "ci",
    "report",
    ...flags,
    ...(base === null ? [] : ["--base", base.sha]),
    ...(options.failOn.length > 0 ? ["--fail-on", options.failOn.join(",")] : ["--fail-on", "none"]),
    // A folder may be called anything, also like a flag.
    ...(projects.some((project) => project.startsWith("-")) ? ["--"] : []),
    ...(isRoot(projects) ? [] : projects),
  );
}

const isRoot = (projects: readonly string[]): boolean => projects.length === 1 && projects[0] === ".";
