/** One judged fixture as reports have it. */
import path from "node:path";
import type { Host } from "../format/host.js";
import { isAbsolutePath } from "../regress/paths.js";
import type { ConfigFixture, FixtureOutcome, GraderResult } from "../regress/types.js";
import type { ContextChange, ExpectationChange, FixtureReport, Location, PackIdentity, Problem, RiskChange } from "../report/model.js";
import { loadFixture } from "./fixture-files.js";
import { graderReport, verdictChanges } from "./grader-report.js";
import type { ReadFile } from "./head-files.js";
import { lineAt } from "./locate.js";
import { inRepository, shownPath } from "./repository-path.js";

export interface FixtureContext {
  readonly host: Host;
  /** Folder of the project, from the repository root. */
  readonly project: string;
  readonly head: ReadFile;
  /** Where the config lists a fixture. */
  entryOf(fixture: ConfigFixture): Location;
  changesOf(fixture: ConfigFixture): ExpectationChange[];
}

const NO_RISK: RiskChange = { baseline: 0, candidate: 0, causes: [] };
const MAX_CAUSES = 100;

export async function fixtureReport(around: FixtureContext, outcome: FixtureOutcome): Promise<FixtureReport> {
  const { project } = around;
  const { fixture, metadata, graders, detail } = outcome;
  const source = await loadFixture(around.head, project, fixture);
  const risk = detail?.risk ?? NO_RISK;
  return {
    name: fixture.name,
    run_id: metadata?.run_id ?? fixture.run_id,
    status: outcome.problem ? "error" : graders.some(({ status }) => status === "fail") ? "fail" : "pass",
    self_comparison: outcome.selfComparison,
    graders: graders.map((result) => graderReport(fixture.name, result, source)),
    baseline: outcome.baseline && identityOf(around, outcome.baseline),
    candidate: outcome.candidate && identityOf(around, outcome.candidate),
    tool_calls: detail?.tool_calls ?? [],
    verdicts: verdictChanges(graders, fixture.name),
    context: contextOf(graders, detail?.context),
    risk: { ...risk, causes: risk.causes.slice(0, MAX_CAUSES) },
    expectation_changes: around.changesOf(fixture),
    problem: problemOf(around, outcome, source),
    directory: shownPath(project, outcome.directory),
  };
}

/** From the repository root where it lies in the repository. */
function identityOf({ host, project }: FixtureContext, identity: PackIdentity): PackIdentity {
  if (!isAbsolutePath(identity.path)) return { ...identity, path: shownPath(project, identity.path) };
  const relative = path.relative(host.cwd, identity.path).replaceAll("\\", "/");
  return { ...identity, path: inRepository(".", relative) ?? identity.path };
}

/** What the grader decided counts; without it what the comparison found. */
function contextOf(graders: readonly GraderResult[], compared: ContextChange | undefined): ContextChange {
  const graded = graders.find(({ context_conformance }) => context_conformance !== undefined)?.context_conformance;
  const context = compared ?? { classification: "none", receipts: [], widest_age_change_seconds: 0 };
  return { ...context, classification: graded ?? context.classification };
}

type Source = Awaited<ReturnType<typeof loadFixture>>;

/** fixture.json is to blame where the run got as far as reading it, and it is there; else the config's entry is. */
function problemOf(around: FixtureContext, { fixture, problem }: FixtureOutcome, source: Source): Problem | null {
  if (problem === null) return null;
  const { reason, message } = problem;
  const isMetadata = reason === "fixture_invalid" || message.startsWith("read fixture metadata");
  if (!isMetadata || !source.exists) return { reason, message, location: around.entryOf(fixture) };
  return { reason, message, location: { file: source.file, line: source.line ?? lineOfField(source, message) } };
}

/** A complaint about a value names its field. */
function lineOfField({ document }: Source, message: string): number {
  const fields = document?.root.kind === "object" ? document.root.members.map(({ key }) => key) : [];
  const field = fields.filter((key) => message.includes(key)).sort((a, b) => b.length - a.length)[0];
  return document === null || field === undefined ? 1 : lineAt(document, [field]);
}
