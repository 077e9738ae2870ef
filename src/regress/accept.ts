/** `regress accept`: a candidate becomes what the fixture expects from now on (spec 40 §13.2). */
import { openSource } from "../capture/source.js";
import { invalidInput, withPrefixAsync } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type Replacement, replaceFiles } from "../format/replace-files.js";
import { type Runpack, readRunpack } from "../runpack/read.js";
import { type Commit, changeProject } from "./change.js";
import { compareRunpacks } from "./compare.js";
import { configText } from "./config.js";
import { readExisting } from "./existing.js";
import { carryOver, changedSettings, deriveMetadata, type SettingChange } from "./expectations.js";
import { FIXTURE_FILE, metadataText } from "./metadata.js";
import { type CandidateChoice, chooseCandidate, findFixture, type OneFixture, type OneFixtureOptions } from "./one-fixture.js";
import { cleanJoin } from "./paths.js";
import type { FixtureDetail } from "./types.js";

export interface AcceptOptions extends OneFixtureOptions, CandidateChoice {
  readonly showArgs: boolean;
}

export interface AcceptedRun {
  readonly fixture: string;
  readonly candidate: string;
  readonly runpack: string;
  readonly runId: string;
  readonly previousRunId: string;
  /** The old run against the new one; null where the old one can no longer be read. */
  readonly detail: FixtureDetail | null;
  readonly settings: readonly SettingChange[];
  readonly warnings: readonly string[];
}

/**
 * Replaces runpack, sequences and digest of a fixture by those of a candidate; everything else that it expects stays. All files are
 * replaced or none.
 * @throws GaitError invalid_input, or verification_failed for a candidate with duplicate entries.
 */
export const acceptCandidate = (host: Host, options: AcceptOptions): Promise<AcceptedRun> =>
  changeProject(host, options.config, (commit) => accept(host, options, commit));

async function accept(host: Host, options: AcceptOptions, commit: Commit): Promise<AcceptedRun> {
  const one = await findFixture(host, options);
  const { plan } = one;
  const metadataFile = cleanJoin(plan.directory, FIXTURE_FILE);
  const { metadata: old, pack: previous, error, unknown } = await readExisting(host, { metadata: metadataFile, runpack: plan.runpack });
  if (old === null) throw (error ?? invalidInput(`missing ${metadataFile}`)).prefixed(`read fixture metadata for ${plan.fixture.name}`);
  const candidate = await chooseCandidate(host, one, options);
  const { bytes, pack } = await readCandidate(host, candidate);
  const derived = deriveMetadata(pack, { name: old.name, runId: pack.run.run_id, sessionChain: "", checkpointIndex: 0 });
  const metadata = { ...carryOver(old, previous, derived), runpack: old.runpack };
  const changes: Replacement[] = [
    { path: plan.runpack, content: bytes },
    { path: metadataFile, content: metadataText(metadata, unknown) },
  ];
  const config = configWithRun(one, options.config, metadata.run_id);
  commit(() => replaceFiles(host, config ? [...changes, config] : changes));
  return {
    fixture: old.name,
    candidate,
    runpack: plan.runpack,
    runId: metadata.run_id,
    previousRunId: old.run_id,
    detail: previous && compareRunpacks(previous, pack, { showArgs: options.showArgs }),
    settings: changedSettings(old, metadata),
    warnings: [
      ...(previous === null ? [`${plan.runpack} could not be read; there is nothing to compare the new run with`] : []),
      ...(config && one.read.format === "yaml" ? [`${options.config} is written as JSON now; its comments are gone`] : []),
      ...(metadata.context_conformance === "required" && pack.refs.context_set_digest === ""
        ? [`fixture ${old.name} requires context conformance and the accepted run has no context digest: it will fail`]
        : []),
    ],
  };
}

const readCandidate = (host: Host, file: string): Promise<{ bytes: Uint8Array; pack: Runpack }> =>
  withPrefixAsync("read candidate", async () => {
    const { runpack: bytes } = await openSource(host, file);
    const pack = await readRunpack(host, bytes);
    if (pack.run.run_id !== pack.manifest.run_id) throw invalidInput("run.json and manifest name different runs", { file });
    return { bytes, pack };
  });

/** The config with the new run id, where it states one that is no longer true. */
function configWithRun({ read, plan }: OneFixture, file: string, runId: string): Replacement | undefined {
  const { run_id } = plan.fixture;
  if (run_id === "" || run_id === runId) return undefined;
  const fixtures = read.config.fixtures.map((fixture) => (fixture === plan.fixture ? { ...fixture, run_id: runId } : fixture));
  return { path: file, content: configText({ ...read.config, fixtures }) };
}
