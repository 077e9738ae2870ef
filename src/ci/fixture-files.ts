/** The two files of a fixture as one commit has them. */
import path from "node:path";
import { sha256Hex } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { type JsonDocument, parseJsonDocument } from "../format/json.js";
import { FIXTURE_FILE, type FixtureMetadata, parseMetadata } from "../regress/metadata.js";
import type { ConfigFixture } from "../regress/types.js";
import { type Runpack, readRunpack } from "../runpack/read.js";
import type { ReadFile } from "./head-files.js";
import { inRepository } from "./repository-path.js";

export interface FixtureFiles {
  /** fixture.json, from the repository root. */
  readonly file: string;
  readonly metadata: FixtureMetadata | null;
  /** fixture.json with places, also where its values are wrong; null where it is no JSON. */
  readonly document: JsonDocument | null;
  /** Whether there is a fixture.json. */
  readonly exists: boolean;
  /** Why there is no metadata; "" where there is. */
  readonly problem: string;
  /** Line of that complaint, where it has one. */
  readonly line: number | undefined;
  /** File name of the runpack. */
  readonly runpackName: string;
  /** Content of the runpack; undefined where it is missing or only a pointer to it is there. */
  readonly runpack: Uint8Array | undefined;
  /** Of the runpack; "" where it is missing. */
  readonly sha256: string;
}

const OUTSIDE: Omit<FixtureFiles, "file" | "runpackName"> = {
  metadata: null,
  document: null,
  exists: false,
  problem: "it lies outside of the repository",
  line: undefined,
  runpack: undefined,
  sha256: "",
};

/** Reads what a config entry points to. Never throws for what the files can be. */
export async function loadFixture(read: ReadFile, project: string, { runpack }: ConfigFixture): Promise<FixtureFiles> {
  const pack = inRepository(project, runpack);
  const runpackName = path.posix.basename(runpack);
  if (pack === undefined) return { ...OUTSIDE, file: runpack, runpackName };
  const file = path.posix.join(path.posix.dirname(pack), FIXTURE_FILE);
  const [json, zip] = await Promise.all([read(file), read(pack)]);
  return { file, runpackName, ...parseFixture(json, file), ...digestOf(zip) };
}

type Parsed = Pick<FixtureFiles, "metadata" | "document" | "exists" | "problem" | "line">;

function parseFixture(bytes: Uint8Array | undefined, file: string): Parsed {
  const parsed: Parsed = { metadata: null, document: null, exists: bytes !== undefined, problem: "it is missing", line: undefined };
  if (bytes === undefined) return parsed;
  try {
    return { ...parsed, metadata: parseMetadata(bytes, file), document: parseJsonDocument(bytes), problem: "" };
  } catch (error) {
    if (error instanceof GaitError) return { ...parsed, document: placesOf(bytes), problem: error.message, line: error.line };
    throw error;
  }
}

/** The places of a text that is JSON, whatever else is wrong with it. */
function placesOf(bytes: Uint8Array): JsonDocument | null {
  try {
    return parseJsonDocument(bytes);
  } catch (error) {
    if (error instanceof GaitError) return null;
    throw error;
  }
}

/** What Git LFS keeps in a commit instead of the file, https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:([0-9a-f]{64})\n/;
const MAX_POINTER_BYTES = 1_024;

function digestOf(bytes: Uint8Array | undefined): Pick<FixtureFiles, "runpack" | "sha256"> {
  if (bytes === undefined) return { runpack: undefined, sha256: "" };
  const pointer = bytes.length < MAX_POINTER_BYTES ? LFS_POINTER.exec(Buffer.from(bytes).toString("latin1")) : null;
  return pointer ? { runpack: undefined, sha256: pointer[1]! } : { runpack: bytes, sha256: sha256Hex(bytes) };
}

/** The recorded run, or undefined where it is not there or not sound. */
export async function loadRun(host: Host, { runpack }: FixtureFiles): Promise<Runpack | undefined> {
  if (runpack === undefined) return undefined;
  try {
    return await readRunpack(host, runpack);
  } catch (error) {
    if (error instanceof GaitError) return undefined;
    throw error;
  }
}
