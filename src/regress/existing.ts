/** A fixture as it is before something is written over it (spec 40 §13.2, §15 item 2). */
import { GaitError } from "../format/errors.js";
import { isFile, readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { type JsonObject, parseJson } from "../format/json.js";
import { type Runpack, readRunpack } from "../runpack/read.js";
import { type FixtureMetadata, parseMetadata } from "./metadata.js";

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
export async function readExisting(host: Host, files: { metadata: string; runpack: string }): Promise<ExistingFixture> {
  const pack = await readPack(host, files.runpack);
  if (!isFile(host, files.metadata)) return { metadata: null, error: null, unknown: {}, pack };
  const names: string[] = [];
  try {
    const bytes = readBytes(host, files.metadata);
    const metadata = parseMetadata(bytes, files.metadata, { onUnknown: (name) => names.push(name) });
    const all = names.length > 0 ? (parseJson(bytes) as JsonObject) : {};
    return { metadata, error: null, unknown: Object.fromEntries(names.map((name) => [name, all[name] ?? null])), pack };
  } catch (error) {
    if (error instanceof GaitError) return { metadata: null, error, unknown: {}, pack };
    throw error;
  }
}

async function readPack(host: Host, file: string): Promise<Runpack | null> {
  try {
    return await readRunpack(host, readBytes(host, file));
  } catch (error) {
    if (error instanceof GaitError) return null;
    throw error;
  }
}
