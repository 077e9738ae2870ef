/** `regress list`: which fixtures there are and what each expects (spec 40 §13.2). No archive is opened. */
import { isFile } from "../format/files.js";
import type { Host } from "../format/host.js";
import { readConfig } from "./config.js";
import { boundaryOf } from "./paths.js";
import { type FixturePlan, planFixture } from "./plan.js";

export interface ListedFixture {
  readonly name: string;
  readonly runId: string;
  readonly runpack: string;
  /** As fixture.json names it; "" where the fixture has no candidate of its own. */
  readonly candidate: string;
  readonly tools: number;
  readonly verdicts: number;
  readonly context: "required" | "none" | "";
  readonly allowedFiles: readonly string[];
  /** Why a run could not judge it; "" where nothing speaks against it. */
  readonly problem: string;
}

export interface FixtureList {
  readonly fixtureSet: string;
  /** In order of names. */
  readonly fixtures: readonly ListedFixture[];
  readonly warnings: readonly string[];
}

/** @throws GaitError invalid_input for an unreadable config. */
export async function listFixtures(host: Host, options: { config: string; allowOutside: boolean }): Promise<FixtureList> {
  const { config, warnings } = await readConfig(host, options.config);
  const boundary = boundaryOf(host, [host.cwd], options.allowOutside);
  const fixtures = config.fixtures.map((fixture) => listed(host, planFixture(host, fixture, boundary)));
  return { fixtureSet: config.fixture_set, fixtures, warnings };
}

function listed(host: Host, { fixture, runpack, metadata, metadataError, outside }: FixturePlan): ListedFixture {
  const missing = outside === null && !isFile(host, runpack) ? `fixture runpack missing for ${fixture.name}` : "";
  return {
    name: fixture.name,
    runId: fixture.run_id || metadata?.run_id || "",
    runpack,
    candidate: metadata?.candidate_runpack ?? "",
    tools: metadata?.expected_tool_sequence.length ?? 0,
    verdicts: metadata?.expected_verdict_sequence.length ?? 0,
    context: contextOf(metadata),
    allowedFiles: metadata?.diff_allow_changed_files ?? [],
    problem: outside?.message || missing || metadataError?.message || "",
  };
}

function contextOf(metadata: FixturePlan["metadata"]): ListedFixture["context"] {
  if (metadata === null) return "";
  if (metadata.expected_context_set_digest !== "" || metadata.context_conformance === "required") return "required";
  return metadata.context_conformance === "none" ? "none" : "";
}
