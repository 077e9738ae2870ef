/** Which fixtures a run judges, and what is known of each before its archives are opened (spec 40 §5.1, §12.4 sharding). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { FIXTURE_FILE, type FixtureMetadata, readMetadata } from "./metadata.js";
import { type Boundary, cleanJoin, cleanPath, folderOf } from "./paths.js";
import type { ConfigFixture, RegressOptions } from "./types.js";

export interface FixturePlan {
  readonly fixture: ConfigFixture;
  /** The runpack, as results name it. */
  readonly runpack: string;
  /** Folder of the runpack, where fixture.json is. */
  readonly directory: string;
  readonly metadata: FixtureMetadata | null;
  /** Why there is no metadata; told only after the runpack is found sound. */
  readonly metadataError: GaitError | null;
  /** The fixture lies where it may not be read. */
  readonly outside: GaitError | null;
  /** Fields of fixture.json that mean nothing. */
  readonly unknownFields: readonly string[];
}

/** Looks at a fixture's metadata. Never throws for what a fixture can be. */
export function planFixture(host: Host, fixture: ConfigFixture, boundary: Boundary): FixturePlan {
  const runpack = cleanPath(fixture.runpack);
  const directory = folderOf(runpack);
  const plan = { fixture, runpack, directory, metadata: null, metadataError: null, outside: null, unknownFields: [] };
  const file = cleanJoin(directory, FIXTURE_FILE);
  try {
    boundary.assertInside(runpack, "fixture runpack");
    boundary.assertInside(file, "fixture metadata");
  } catch (error) {
    if (error instanceof GaitError) return { ...plan, outside: error };
    throw error;
  }
  const unknownFields: string[] = [];
  try {
    return { ...plan, metadata: readMetadata(host, file, { onUnknown: (field) => unknownFields.push(field) }), unknownFields };
  } catch (error) {
    if (error instanceof GaitError) return { ...plan, metadataError: error.prefixed(`read fixture metadata for ${fixture.name}`) };
    throw error;
  }
}

/** The shard, counted from 1, that judges a fixture: stable when others are added. */
export const shardOf = (fixture: string, count: number): number => Number(BigInt(`0x${sha256Hex(fixture)}`) % BigInt(count)) + 1;

/**
 * The fixtures that the options choose, in their order.
 * @throws GaitError invalid_input for a name that no fixture has, and where `only` and `skip` leave nothing.
 */
export function selectFixtures(fixtures: readonly ConfigFixture[], options: RegressOptions): ConfigFixture[] {
  const only = new Set(options.only);
  const skip = new Set(options.skip);
  const known = new Set(fixtures.map(({ name }) => name));
  for (const name of [...only, ...skip]) {
    if (!known.has(name)) throw invalidInput(`no such fixture: ${name}`, { hint: `There are: ${[...known].join(", ")}.` });
  }
  const chosen = fixtures.filter(({ name }) => (only.size === 0 || only.has(name)) && !skip.has(name));
  if (chosen.length === 0) throw invalidInput("no fixtures left to run", { code: "no_fixtures", hint: "--only and --skip leave nothing." });
  const { shard } = options;
  if (!shard) return chosen;
  const { index, count } = shard;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 1 || index > count) {
    throw invalidInput(`invalid shard: ${index}/${count}`, { hint: "Shards are counted from 1, e.g. 2/4." });
  }
  return chosen.filter(({ name }) => shardOf(name, count) === index);
}
