/** Judging one fixture: read what it recorded, find what it is compared with, ask the graders (spec 40 §5.1, §5.2). */
import type { BigIntStats } from "node:fs";
import { GaitError, invalidInput, messageOf, withPrefix, withPrefixAsync } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { Json, JsonObject } from "../format/json.js";
import { sortedUnique } from "../format/text.js";
import type { PackIdentity } from "../report/model.js";
import type { Runpack } from "../runpack/read.js";
import type { Candidates } from "./candidates.js";
import { compareRunpacks } from "./compare.js";
import { type Candidate, fail, type Grade, type Grader, type Subject } from "./graders/grader.js";
import type { FixtureMetadata } from "./metadata.js";
import { isSameFile, type LoadedPack, loadRunpack, loadRunpackOrPack, statFile } from "./packs.js";
import { type Boundary, cleanJoin } from "./paths.js";
import type { FixturePlan } from "./plan.js";
import type { FixtureOutcome, FixtureProblem, GraderResult, RegressOptions } from "./types.js";

export interface Judging {
  readonly host: Host;
  readonly options: RegressOptions;
  readonly graders: readonly Grader[];
  readonly boundary: Boundary;
  readonly candidates: Candidates | undefined;
}

/** Judges a fixture. What is wrong with the fixture itself becomes its problem; only bugs are thrown. */
export async function judgeFixture(judging: Judging, plan: FixturePlan): Promise<FixtureOutcome> {
  const { fixture, directory, metadata } = plan;
  const outcome: FixtureOutcome = {
    fixture,
    directory,
    metadata,
    baseline: null,
    candidate: null,
    selfComparison: false,
    graders: [],
    detail: null,
    problem: null,
    createdAt: null,
    warnings: plan.unknownFields.map((field) => `fixture ${fixture.name}: unknown field ${field} in fixture.json is ignored`),
  };
  try {
    const judged = await judge(judging, plan);
    return { ...outcome, ...judged, warnings: [...outcome.warnings, ...judged.warnings] };
  } catch (error) {
    if (error instanceof GaitError) return { ...outcome, problem: problemOf(error) };
    throw error;
  }
}

const problemOf = (error: GaitError): FixtureProblem => ({
  reason: ["path_outside_project", "fixture_invalid"].includes(error.code) ? error.code : "fixture_unreadable",
  message: error.message,
  exitCode: error.exitCode === 2 ? 2 : 6,
});

type Judged = Omit<FixtureOutcome, "fixture" | "directory" | "metadata" | "problem">;

async function judge(judging: Judging, plan: FixturePlan): Promise<Judged> {
  const { options } = judging;
  const { fixture } = plan;
  const baseline = await loadBaseline(judging.host, plan);
  const metadata = assertConsistent(plan, baseline);
  const { candidate, identity, isSelf } = await findCandidate(judging, plan, metadata, baseline);
  const subject: Subject = {
    metadata,
    baseline: baseline.pack,
    candidate,
    context: {
      enforced: options.contextConformance || metadata.context_conformance === "required" || metadata.expected_context_set_digest !== "",
      runtimeDriftAllowed: options.allowContextRuntimeDrift || metadata.allow_context_runtime_drift,
    },
    missingCandidatePasses: options.missingCandidate === "pass",
  };
  const graders = judging.graders.map((grader) => resultOf(fixture.name, metadata.run_id, grader.name, ask(grader, subject)));
  const showArgs = options.showArgs ?? false;
  const detail = options.detail && candidate.kind === "runpack" ? compareRunpacks(baseline.pack, candidate.pack, { showArgs }) : null;
  return {
    baseline: baseline.identity,
    candidate: identity,
    selfComparison: isSelf,
    graders,
    detail,
    createdAt: baseline.pack.run.created_at,
    warnings: [
      ...undeclaredWarning(fixture.name, "runpack", baseline.pack),
      ...(candidate.kind === "runpack" && !isSelf ? undeclaredWarning(fixture.name, "candidate", candidate.pack) : []),
    ],
  };
}

const undeclaredWarning = (fixture: string, what: string, { undeclaredFiles }: Runpack): string[] =>
  undeclaredFiles.length === 0
    ? []
    : [`fixture ${fixture}: the ${what} holds entries that its manifest does not declare: ${undeclaredFiles.join(", ")}`];

interface Baseline extends LoadedPack {
  readonly stats: BigIntStats;
}

async function loadBaseline(host: Host, { fixture, runpack, outside }: FixturePlan): Promise<Baseline> {
  if (outside) throw outside;
  const stats = withPrefix(`fixture runpack missing for ${fixture.name}`, () => statFile(host, runpack));
  const pack = await withPrefixAsync(`read fixture runpack for ${fixture.name}`, () => loadRunpack(host, runpack));
  return { ...pack, stats };
}

/** Config, metadata and runpack must speak of the same fixture and run (spec 40 §2.2). */
function assertConsistent({ fixture, metadata, metadataError }: FixturePlan, baseline: LoadedPack): FixtureMetadata {
  if (metadata === null) throw metadataError ?? new TypeError("a plan has metadata or the reason why not");
  const refuse = (message: string) => invalidInput(message, { code: "fixture_invalid" });
  if (metadata.name !== fixture.name) throw refuse(`fixture metadata name mismatch for ${fixture.name}`);
  if (fixture.run_id !== "" && fixture.run_id !== metadata.run_id) throw refuse(`fixture run_id mismatch for ${fixture.name}`);
  if (baseline.pack.run.run_id !== metadata.run_id) throw refuse(`runpack run_id mismatch for ${fixture.name}`);
  return metadata;
}

interface Found {
  readonly candidate: Candidate;
  readonly identity: PackIdentity | null;
  readonly isSelf: boolean;
}

const unusable = (kind: Exclude<Candidate["kind"], "runpack">, error: string): Found => ({
  candidate: { kind, error },
  identity: null,
  isSelf: false,
});

async function findCandidate(judging: Judging, plan: FixturePlan, metadata: FixtureMetadata, baseline: Baseline): Promise<Found> {
  const { host, candidates, boundary } = judging;
  const itself: Found = { candidate: { kind: "runpack", path: plan.runpack, pack: baseline.pack }, identity: null, isSelf: true };
  if (candidates) {
    const found = await candidates.find(plan.fixture.name, metadata.run_id);
    if (found.kind === "none") return unusable("no_candidate", found.message);
    if (found.kind === "ambiguous") return unusable("candidate_path_invalid", found.message);
    candidates.boundary.assertInside(found.path, `candidate of ${plan.fixture.name}`);
    if (isSameFile(statFile(host, found.path), baseline.stats)) return itself;
    return loadCandidate(found.path, () => loadRunpackOrPack(host, found.path));
  }
  if (metadata.candidate_runpack === "") return itself;
  const file = cleanJoin(plan.directory, metadata.candidate_runpack);
  boundary.assertInside(file, `candidate of ${plan.fixture.name}`);
  try {
    const isSelf = isSameFile(statFile(host, file), baseline.stats);
    if (isSelf) return { ...itself, candidate: { kind: "runpack", path: file, pack: baseline.pack } };
  } catch (error) {
    if (error instanceof GaitError) return unusable("candidate_path_invalid", `candidate runpack not found: ${error.message}`);
    throw error;
  }
  return loadCandidate(file, () => loadRunpack(host, file));
}

async function loadCandidate(file: string, load: () => Promise<LoadedPack>): Promise<Found> {
  try {
    const { pack, identity } = await load();
    return { candidate: { kind: "runpack", path: file, pack }, identity, isSelf: false };
  } catch (error) {
    if (error instanceof GaitError) return unusable("candidate_runpack_invalid", error.message);
    throw error;
  }
}

/** A grader that fails unexpectedly has not passed. */
function ask(grader: Grader, subject: Subject): Grade {
  try {
    return grader.grade(subject);
  } catch (error) {
    return fail({ error: messageOf(error) }, "grader_error");
  }
}

/** A grade as the result file has it: reasons and details sorted. */
export function resultOf(fixture: string, runId: string, grader: string, grade: Grade): GraderResult {
  const details: Record<string, Json> = { ...grade.details, fixture, run_id: runId };
  const sorted: JsonObject = {};
  for (const key of Object.keys(details).sort()) sorted[key] = details[key]!;
  return {
    name: `${fixture}/${grader}`,
    status: grade.status,
    reason_codes: sortedUnique(grade.reasons),
    ...(grade.contextConformance && { context_conformance: grade.contextConformance }),
    details: sorted,
  };
}
