import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type FixtureMetadata } from "./metadata.js";
import { type Boundary } from "./paths.js";
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
export declare function planFixture(host: Host, fixture: ConfigFixture, boundary: Boundary): FixturePlan;
/** The shard, counted from 1, that judges a fixture: stable when others are added. */
export declare const shardOf: (fixture: string, count: number) => number;
/**
 * The fixtures that the options choose, in their order.
 * @throws GaitError invalid_input for a name that no fixture has, and where `only` and `skip` leave nothing.
 */
export declare function selectFixtures(fixtures: readonly ConfigFixture[], options: RegressOptions): ConfigFixture[];
