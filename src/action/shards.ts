/** Handing the parts of a split run to the job that joins them (spec 40 §12.4, Sharding). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mergeShards } from "../ci/merge-shards.js";
import type { CheckResult } from "../ci/types.js";
import { GaitError, invalidInput } from "../format/errors.js";
import { isJsonObject, type Json, parseJson } from "../format/json.js";
import { bytesSource, openZip } from "../format/zip-reader.js";
import { MAX_REPORT_BYTES, renderJson } from "../report/json.js";
import { readReport } from "../report/json-reader.js";
import type { Action } from "./action.js";
import { type ArtifactService, mayBeShard, shardArtifactName } from "./artifacts.js";
import type { RunInfo } from "./run-info.js";
import { unjudged } from "./unjudged.js";

const REPORT = "report.json";
/** What belongs to the report beside it: whose shard it is, and the results, whose bytes joining must restore. */
const SHARD = "shard.json";
/** Results hold less than the report does, but of many projects. */
const MAX_SHARD_BYTES = 32 * 1024 * 1024;

/** Uploads the part of this job. @throws GaitError where the artifact service fails. */
export async function uploadShard(service: ArtifactService, run: RunInfo, key: string, check: CheckResult): Promise<void> {
  const folder = mkdtempSync(path.join(run.temporary, "gait-shard-"));
  try {
    const results = check.regressFiles.map(({ project, result }) => ({ project, result }));
    const files = { [REPORT]: renderJson(check.report), [SHARD]: JSON.stringify({ key, attempt: run.attempt, results }) };
    const paths = Object.entries(files).map(([name, content]) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    });
    await service.upload(shardArtifactName(key, check.report.shard.index, run.attempt), paths, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `mode: merge`: the joined result of all shards of this run. Shards that are missing or do not belong together give a report that
 * says so; never a pass.
 * @throws GaitError where the artifacts cannot be had at all.
 */
export async function mergeRun({ artifacts, settings, event, host }: Action): Promise<CheckResult> {
  if (artifacts === undefined)
    throw invalidInput("mode merge needs the artifact service of a runner", { code: "artifact_service_missing" });
  const listed = await artifacts.list();
  const archives: Uint8Array[] = [];
  for (const artifact of listed.filter(({ name }) => mayBeShard(name, settings.commentKey)))
    archives.push(await artifacts.download(artifact));
  const checks: CheckResult[] = [];
  try {
    checks.push(...latestOf(archives.map(readShard), settings.commentKey));
    if (checks.length === 0) throw invalidInput(`no shard of ${settings.commentKey} was uploaded in this run`, { code: "shard_missing" });
    return mergeShards(checks);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    const [known] = checks.map(({ report }) => report);
    return unjudged(
      {
        producerVersion: host.producerVersion,
        projects: known?.projects.map((project) => project.path) ?? settings.workingDirectories,
        config: settings.command === "regress" ? settings.config : "",
        headSha: known?.head_sha ?? (event.kind === "pull_request" ? event.pull.headSha : ""),
        baseSha: known?.base_sha ?? "",
        baseNote: known?.base_note ?? "",
      },
      error.code === "shard_missing" ? error : invalidInput(error.message, { code: "shard_invalid" }),
    );
  }
}

/** A re-run job uploads again; of one shard the latest attempt counts. */
function latestOf(shards: readonly Shard[], key: string): CheckResult[] {
  const latest = new Map<number, Shard>();
  for (const shard of shards.filter((one) => one.key === key)) {
    const { index } = shard.check.report.shard;
    if (shard.attempt >= (latest.get(index)?.attempt ?? 0)) latest.set(index, shard);
  }
  return [...latest.values()].map(({ check }) => check);
}

interface Shard {
  readonly key: string;
  readonly attempt: number;
  readonly check: CheckResult;
}

/** Jobs of one run trust each other no further than they must: sizes are limited and forms checked. */
function readShard(archive: Uint8Array): Shard {
  const zip = openZip(bytesSource(archive), {
    maxEntries: 2,
    maxEntrySize: MAX_SHARD_BYTES,
    maxTotalSize: MAX_SHARD_BYTES + MAX_REPORT_BYTES,
  });
  try {
    const read = (name: string): Uint8Array => {
      const entry = zip.entry(name);
      if (entry === undefined) throw refused(`${name} is missing`);
      return zip.read(entry);
    };
    const { key, attempt, results } = fieldsOf(parseJson(read(SHARD)));
    const report = readReport(read(REPORT));
    // JUnit follows from the joined result, so that of a shard is not needed.
    return { key, attempt, check: { report, exitCode: report.exit_code, regressFiles: results.map((one) => ({ ...one, junit: "" })) } };
  } finally {
    zip.close();
  }
}

function fieldsOf(value: Json): { key: string; attempt: number; results: { project: string; result: string }[] } {
  const { key, attempt, results } = isJsonObject(value) ? value : {};
  if (typeof key !== "string" || typeof attempt !== "number" || !Array.isArray(results)) throw refused("shard.json has another form");
  return {
    key,
    attempt,
    results: results.map((one) => {
      const { project, result } = isJsonObject(one) ? one : {};
      if (typeof project !== "string" || typeof result !== "string") throw refused("shard.json has another form");
      return { project, result };
    }),
  };
}

const refused = (why: string): GaitError => invalidInput(`a shard cannot be read: ${why}`, { code: "shard_invalid" });
