/**
 * What a change does to the expectations themselves: fixtures that came, went, were renamed or recorded anew, and fields of
 * fixture.json that were edited (spec 40 §12.4 item 2). A reviewer must see this: deleting a fixture turns a red build green.
 */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { JsonDocument } from "../format/json.js";
import { compareBytes } from "../format/text.js";
import { compareCalls } from "../regress/compare-calls.js";
import { CONFIG_FILE, parseConfig } from "../regress/config.js";
import { cleanPath } from "../regress/paths.js";
import type { ConfigFixture } from "../regress/types.js";
import { parseJsonOrYaml } from "../regress/yaml.js";
import type { ExpectationChange, RemovedFixture } from "../report/model.js";
import type { BaseTree } from "./base-tree.js";
import { compareFields } from "./expectation-fields.js";
import { type FixtureFiles, loadFixture, loadRun } from "./fixture-files.js";
import type { ReadFile } from "./head-files.js";
import { fixtureEntryLine, lineAt } from "./locate.js";

export interface ExpectationInput {
  readonly host: Host;
  readonly base: BaseTree;
  readonly head: ReadFile;
  /** Folder of the project, from the repository root. */
  readonly project: string;
  /** The config, from the repository root. */
  readonly configFile: string;
  /** The config at head with places; null where there is none. */
  readonly configDocument: JsonDocument | null;
  /** Fixtures of the config at head, in its order. */
  readonly fixtures: readonly ConfigFixture[];
  /** Candidates come from outside, so a fixture need not name one. */
  readonly hasCandidates: boolean;
  readonly showArgs: boolean;
}

export interface ExpectationReport {
  /** Names, sorted. A renamed fixture is none. */
  readonly added: readonly string[];
  readonly removed: readonly RemovedFixture[];
  /** Names at head of fixtures with changes, sorted. */
  readonly changed: readonly string[];
  changesOf(fixture: ConfigFixture): ExpectationChange[];
  /** Why the base commit's config could not be compared with; "" where it could. */
  readonly note: string;
}

/** Compares the fixtures of both commits. Never throws for what the base commit holds: what cannot be read there is said. */
export async function compareExpectations(input: ExpectationInput): Promise<ExpectationReport> {
  const { base, fixtures: head } = input;
  const baseFile = await baseConfigFile(input);
  const before = await readBaseConfig(base, baseFile);
  if ("note" in before) return { added: [], removed: [], changed: [], changesOf: () => [], note: before.note };
  const named = pairByName(before.fixtures, head);
  const renamed = await pairByRun(input, named.left, named.right);
  const pairs = [...named.pairs, ...renamed.pairs];
  const changes = new Map<string, ExpectationChange[]>();
  await inBatches(pairs, async ([from, to]) => {
    const found = await compareFixture(input, from, to);
    if (found.length > 0) changes.set(identityOf(to), found);
  });
  return {
    added: renamed.right.map(({ name }) => name).sort(compareBytes),
    removed: renamed.left.map(
      (fixture): RemovedFixture => ({
        name: fixture.name,
        run_id: fixture.run_id,
        location: { file: baseFile, line: before.document === null ? 1 : entryLine(before.document, before.fixtures, fixture) },
      }),
    ),
    changed: head
      .filter((fixture) => changes.has(identityOf(fixture)))
      .map(({ name }) => name)
      .sort(compareBytes),
    changesOf: (fixture) => changes.get(identityOf(fixture)) ?? [],
    note: "",
  };
}

/** Fixtures whose archives are in memory together; a base tree reads those of one batch with one process. */
const BATCH = 16;

async function inBatches<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) await Promise.all(items.slice(at, at + BATCH).map(action));
}

/** Which entry of a config it is. Entries that agree in both are the same fixture listed twice. */
const identityOf = ({ name, runpack }: ConfigFixture): string => JSON.stringify([name, cleanPath(runpack)]);

/** The line of an entry, told apart from others of the same name by its place among them. */
export const entryLine = (document: JsonDocument, fixtures: readonly ConfigFixture[], fixture: ConfigFixture): number =>
  fixtureEntryLine(document, fixture.name, fixtures.filter(({ name }) => name === fixture.name).indexOf(fixture));

/** The config under its name, or under the usual one that the change took away: renaming it must not hide what it loses. */
async function baseConfigFile({ base, head, project, configFile }: ExpectationInput): Promise<string> {
  const usual = project === "." ? CONFIG_FILE : `${project}/${CONFIG_FILE}`;
  if (configFile === usual || (await base.read(configFile)) !== undefined || (await head(usual)) !== undefined) return configFile;
  return (await base.read(usual)) === undefined ? configFile : usual;
}

type BaseConfig = { readonly fixtures: readonly ConfigFixture[]; readonly document: JsonDocument | null } | { readonly note: string };

/** A commit without the config has no fixtures. */
async function readBaseConfig(base: BaseTree, file: string): Promise<BaseConfig> {
  const bytes = await base.read(file);
  if (bytes === undefined) return { fixtures: [], document: null };
  try {
    const { config } = await parseConfig(bytes, file);
    return { fixtures: config.fixtures, document: (await parseJsonOrYaml(bytes)).document };
  } catch (error) {
    if (error instanceof GaitError) return { note: `${file} of the base commit cannot be read: ${error.message}` };
    throw error;
  }
}

interface Pairing {
  readonly pairs: readonly (readonly [base: ConfigFixture, head: ConfigFixture])[];
  /** What has no partner. */
  readonly left: readonly ConfigFixture[];
  readonly right: readonly ConfigFixture[];
}

/** Pairs what has the same key, the first with the first; "" is no key. */
function pairBy(left: readonly ConfigFixture[], right: readonly ConfigFixture[], keyOf: (fixture: ConfigFixture) => string): Pairing {
  const free = new Set(right);
  const pairs: [ConfigFixture, ConfigFixture][] = [];
  const byKey = new Map<string, ConfigFixture[]>();
  for (const fixture of right) {
    const key = keyOf(fixture);
    byKey.set(key, [...(byKey.get(key) ?? []), fixture]);
  }
  const alone = left.filter((fixture) => {
    const key = keyOf(fixture);
    const partner = key === "" ? undefined : byKey.get(key)?.shift();
    if (partner === undefined) return true;
    free.delete(partner);
    pairs.push([fixture, partner]);
    return false;
  });
  return { pairs, left: alone, right: [...free] };
}

/** The same name in the same place, then the same name anywhere. */
function pairByName(base: readonly ConfigFixture[], head: readonly ConfigFixture[]): Pairing {
  const exact = pairBy(base, head, identityOf);
  const moved = pairBy(exact.left, exact.right, ({ name }) => name);
  return { pairs: [...exact.pairs, ...moved.pairs], left: moved.left, right: moved.right };
}

/** A fixture that is gone and a new one of the very same recorded run are one that was renamed. */
async function pairByRun(input: ExpectationInput, base: readonly ConfigFixture[], head: readonly ConfigFixture[]): Promise<Pairing> {
  if (base.length === 0 || head.length === 0) return { pairs: [], left: base, right: head };
  const digests = new Map<ConfigFixture, string>();
  const digest = (read: ReadFile) => async (fixture: ConfigFixture) => {
    digests.set(fixture, (await loadFixture(read, input.project, fixture)).sha256);
  };
  await inBatches(
    base,
    digest((file) => input.base.read(file)),
  );
  await inBatches(head, digest(input.head));
  return pairBy(base, head, (fixture) => digests.get(fixture) ?? "");
}

async function compareFixture(input: ExpectationInput, from: ConfigFixture, to: ConfigFixture): Promise<ExpectationChange[]> {
  const { project, hasCandidates } = input;
  const [base, head] = await Promise.all([
    loadFixture((file) => input.base.read(file), project, from),
    loadFixture(input.head, project, to),
  ]);
  // A fixture that cannot be read at head is a problem of the run itself.
  if (head.metadata === null || head.document === null || head.runpack === undefined) return [];
  const place = (field: string) => ({ file: head.file, line: lineAt(head.document!, [field]) });
  const changes: ExpectationChange[] = [];
  if (base.metadata === null) {
    changes.push({
      field: "fixture.json",
      class: "changed",
      base: `unreadable: ${base.problem}`,
      head: "readable",
      tool_calls: [],
      location: place("name"),
    });
  } else {
    for (const change of compareFields(base.metadata, head.metadata, { hasCandidates })) {
      changes.push({ ...change, tool_calls: [], location: place(change.field) });
    }
  }
  if (base.sha256 !== head.sha256) changes.push({ ...(await compareRuns(input, base, head)), location: place("runpack") });
  return [...changes, ...compareEntries(input, from, to)];
}

/** The bytes of the runpack changed: what did the run before do, and what does this one? */
async function compareRuns(input: ExpectationInput, base: FixtureFiles, head: FixtureFiles): Promise<Omit<ExpectationChange, "location">> {
  const field = head.runpackName;
  const [before, after] = [await loadRun(input.host, base), await loadRun(input.host, head)];
  const shown = ({ sha256 }: FixtureFiles, run: typeof before) =>
    sha256 === "" ? "missing" : [run?.run.run_id ?? "unreadable run", sha256.slice(0, 12)].join(" ");
  const values = { base: shown(base, before), head: shown(head, after) };
  if (base.sha256 === "") return { field, class: "changed", ...values, tool_calls: [] };
  return { field, class: "rebaselined", ...values, tool_calls: before && after ? compareCalls(before, after, input.showArgs) : [] };
}

/** What the config itself says of the fixture. */
function compareEntries(
  { configFile, configDocument, fixtures }: ExpectationInput,
  from: ConfigFixture,
  to: ConfigFixture,
): ExpectationChange[] {
  const location = { file: configFile, line: configDocument === null ? 1 : entryLine(configDocument, fixtures, to) };
  const rows: [field: string, base: string, head: string][] = [
    ["fixtures[].run_id", from.run_id, to.run_id],
    ["fixtures[].runpack", cleanPath(from.runpack), cleanPath(to.runpack)],
  ];
  return rows
    .filter(([, base, head]) => base !== head)
    .map(([field, base, head]) => ({ field, class: "changed", base, head, tool_calls: [], location }));
}
