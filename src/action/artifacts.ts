/** Artifacts of workflow runs: their names, uploading, and reading what came back without trusting it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { GaitError, messageOf } from "../format/errors.js";
import { bytesSource, openZip } from "../format/zip-reader.js";
import { MAX_REPORT_BYTES } from "../report/json.js";

/** What a run of a fork leaves for the companion workflow. */
const FORK_ARTIFACT = "gait-report-pr";

/** Letters that artifact names may hold, out of a comment key. */
const nameOf = (key: string): string => key.replace(/[^A-Za-z0-9._-]/g, "-");

/** Shard and attempt are added from the second on (spec 40 §12.2). */
export function artifactName(name: string, shard: { index: number; count: number } | undefined, attempt: number): string {
  return [name, ...(shard && shard.count > 1 ? [shard.index] : []), ...(attempt > 1 ? [attempt] : [])].join("-");
}

/** The companion looks for this name, so it holds neither shard nor attempt: the latest of a run counts. */
export const forkArtifactName = (ownKey: string | undefined): string =>
  ownKey === undefined ? FORK_ARTIFACT : `${FORK_ARTIFACT}-${nameOf(ownKey)}`;

export const shardArtifactName = (key: string, index: number, attempt: number): string =>
  artifactName(`gait-report-${nameOf(key)}-${index}`, undefined, attempt);

/** Whether an artifact may be a shard of this key. Keys can look alike here; the content decides. */
export const mayBeShard = (name: string, key: string): boolean => {
  const prefix = `gait-report-${nameOf(key)}-`;
  return name.startsWith(prefix) && /^\d{1,4}(?:-\d{1,4})?$/.test(name.slice(prefix.length));
};

export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
}

export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  readonly size: number;
}

/** The artifact service of the current run. */
export interface ArtifactService {
  /** `files` lie below `root`; their paths from there are kept. */
  upload(name: string, files: readonly string[], root: string): Promise<UploadedArtifact>;
  /** Artifacts of this run, all attempts. */
  list(): Promise<ListedArtifact[]>;
  /** The archive itself. */
  download(artifact: ListedArtifact): Promise<Uint8Array>;
}

/** Uploads are small; a service that does not answer must not hold the job. */
const TIMEOUT_MS = 90_000;

type Env = Readonly<Record<string, string | undefined>>;

/** The service of this runner, or undefined where it offers none. */
export function artifactService(env: Env, temporary: string): ArtifactService | undefined {
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) return undefined;
  const client = async () => new (await import("@actions/artifact")).DefaultArtifactClient();
  return {
    upload: (name, files, root) =>
      guarded(async () => {
        const { id } = await (await client()).uploadArtifact(name, [...files], root, { compressionLevel: 6 });
        return { id: id ?? 0, name };
      }),
    list: () =>
      guarded(async () => {
        const { artifacts } = await (await client()).listArtifacts();
        return artifacts.map(({ id, name, size }) => ({ id, name, size }));
      }),
    download: ({ id }) =>
      guarded(async () => {
        const folder = mkdtempSync(path.join(temporary, "gait-artifact-"));
        try {
          // Kept as an archive: our own reader has limits, the toolkit's extraction has none.
          await (await client()).downloadArtifact(id, { path: folder, skipDecompress: true });
          const [file] = readdirSync(folder);
          if (file === undefined) throw new Error("the download is empty");
          if (statSync(path.join(folder, file)).size > MAX_ARCHIVE_BYTES) throw new Error("the archive is too large");
          return readFileSync(path.join(folder, file));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
  };
}

/** Whatever the toolkit throws is one typed failure; nothing of it decides a verdict. */
async function guarded<T>(action: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} seconds`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([action(), late]);
  } catch (error) {
    throw new GaitError("network_transient", `artifact service: ${messageOf(error)}`, { code: "artifact_service_failed", cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Several reports of 5 MiB with the regress results beside them. */
const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;

/**
 * The one file `report.json` of an archive that anyone may have made (spec 40 §12.4, forks (b)): a single file of at most 5 MiB
 * and nothing besides. Nothing is written to disk, so a link would be no more than its text.
 * @throws GaitError invalid_input.
 */
export function readForkArchive(archive: Uint8Array): Uint8Array {
  const refused = (why: string) =>
    new GaitError("invalid_input", `the report of the contributor's run is refused: ${why}`, { code: "report_refused" });
  if (archive.byteLength > MAX_REPORT_BYTES) throw refused(`the archive is larger than ${MAX_REPORT_BYTES} bytes`);
  const zip = openZip(bytesSource(archive), { maxEntries: 1, maxEntrySize: MAX_REPORT_BYTES, maxTotalSize: MAX_REPORT_BYTES });
  try {
    const [entry] = zip.entries;
    if (entry === undefined || entry.name !== "report.json" || entry.isDirectory) throw refused("it holds something else than report.json");
    return zip.read(entry);
  } finally {
    zip.close();
  }
}
