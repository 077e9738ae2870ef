/** A fixture as it is before something is written over it (spec 40 §13.2, §15 item 2). */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type JsonObject } from "../format/json.js";
import { type Runpack } from "../runpack/read.js";
import { type FixtureMetadata } from "./metadata.js";
export interface ExistingFixture {
    /** null where there is no fixture.json, or an unreadable one. */
    readonly metadata: FixtureMetadata | null;
    /** Why fixture.json cannot be read. */
    readonly error: GaitError | null;
    /** Fields of fixture.json that are not ours. */
    readonly unknown: JsonObject;
    /** The recorded run; null where it can no longer be read. */
    readonly pack: Runpack | null;
}
/** Reads what is there. Never throws for what a fixture can be. */
export declare function readExisting(host: Host, files: {
    metadata: string;
    runpack: string;
}): Promise<ExistingFixture>;
