/** Projects of the tests: recorded runs in a few words, fixtures made by the product itself, files on a real disk. */
import fs from "node:fs";
import path from "node:path";
import { sha256Hex } from "../../src/format/canonical.js";
import type { Host } from "../../src/format/host.js";
import type { JsonObject } from "../../src/format/json.js";
import { bytesSource, openZip } from "../../src/format/zip-reader.js";
import { writeZip } from "../../src/format/zip-writer.js";
import { createNodeHost } from "../../src/host/node-host.js";
import { buildRunPack } from "../../src/pack/build.js";
import { importFixture } from "../../src/regress/import.js";
import { runRegress } from "../../src/regress/run.js";
import type { GraderResult, RegressOptions, RegressRun } from "../../src/regress/types.js";
import { intentShape, type Receipt, receiptShape, refsShape, resultShape, runShape } from "../../src/runpack/records.js";
import { buildRunpack } from "../../src/runpack/write.js";
import { testHost } from "../support/host.js";

export interface RunText {
  readonly runId?: string;
  readonly createdAt?: string;
  readonly producer?: string;
  /** `tool` or `tool=status`; a status `-` leaves the result out. Ids are `intent_1`, `intent_2`, … */
  readonly calls?: readonly string[];
  /** Raw `result.verdict` by position of the call. */
  readonly verdicts?: Readonly<Record<number, JsonObject["x"]>>;
  readonly captureMode?: "reference" | "raw";
  readonly contextSetDigest?: string;
  readonly receipts?: readonly Partial<Receipt>[];
  readonly env?: { readonly os: string; readonly arch: string; readonly runtime: string };
}

export const AT = "2026-03-01T10:00:00Z";

const anyHost = createNodeHost({ env: {}, now: () => AT, producerVersion: "0.0.0-dev" });

/** The archive of a run. */
export function packOf(run: RunText = {}): Uint8Array {
  const { runId = "run_base", createdAt = AT, producer = "1.2.3", calls = ["tool.read", "tool.write"], captureMode = "reference" } = run;
  const parsed = calls.map((text, n) => {
    const [tool = "", status = "ok"] = text.split("=");
    return { id: `intent_${n + 1}`, tool, status, verdict: run.verdicts?.[n] };
  });
  return buildRunpack(anyHost, {
    run: {
      ...runShape.zero(),
      run_id: runId,
      created_at: createdAt,
      producer_version: producer,
      env: run.env ?? { os: "linux", arch: "amd64", runtime: "node" },
      timeline: [{ event: "run_started", ts: createdAt, ref: "", relationship: null }],
    },
    intents: parsed.map(({ id, tool }) => ({
      ...intentShape.zero(),
      intent_id: id,
      tool_name: tool,
      args_digest: sha256Hex(`args ${id} ${tool}`),
      args: null,
    })),
    results: parsed
      .filter(({ status }) => status !== "-")
      .map(({ id, status, verdict }) => ({
        ...resultShape.zero(),
        intent_id: id,
        status,
        result_digest: verdict === undefined ? sha256Hex(`result ${id}`) : "",
        result: verdict === undefined ? null : { verdict },
      })),
    refs: {
      ...refsShape.zero(),
      context_set_digest: run.contextSetDigest ?? "",
      context_evidence_mode: "best_effort",
      receipts: (run.receipts ?? []).map((receipt, n) => ({ ...RECEIPT, ref_id: `ref_${n}`, ...receipt })),
    },
    captureMode,
  }).bytes;
}

const RECEIPT: Receipt = {
  ...receiptShape.zero(),
  source_type: "doc",
  source_locator: "handbook/refunds",
  query_digest: sha256Hex("query"),
  content_digest: sha256Hex("content"),
  retrieved_at: "2026-03-01T09:00:00Z",
  redaction_mode: "reference",
};

/** The run of spec 40 §2.3, byte for byte. */
export function specimen(): Uint8Array {
  const call = (id: string, tool: string, args: string, result: string) => ({ id, tool, args, result });
  const calls = [
    call(
      "intent_1",
      "tool.read",
      "9a048d82883b7dacb9d180e3e134e159c564fa13c732cf2812f8c2176cfcf23d",
      "d56306fe4768f1cef4ed87a7d96eb493b5f02322df51bc1fc7168c6e2a919f75",
    ),
    call(
      "intent_2",
      "tool.write",
      "1d81d413f27663b00c01269245e0252ca05a214a77591fbfddd6eeea28c890c0",
      "acb044a9b416421126905fe86714d0ce34250906aefad0b3c00b1f44392cb4a0",
    ),
  ];
  return buildRunpack(anyHost, {
    run: {
      ...runShape.zero(),
      run_id: "run_base",
      created_at: AT,
      producer_version: "1.2.3",
      env: { os: "linux", arch: "amd64", runtime: "node" },
      timeline: [{ event: "run_started", ts: AT, ref: "", relationship: null }],
    },
    intents: calls.map(({ id, tool, args }) => ({ ...intentShape.zero(), intent_id: id, tool_name: tool, args_digest: args })),
    results: calls.map(({ id, result }) => ({ ...resultShape.zero(), intent_id: id, status: "ok", result_digest: result })),
    refs: { ...refsShape.zero(), context_evidence_mode: "best_effort" },
    captureMode: "reference",
  }).bytes;
}

/** The run in a PackSpec pack. */
export const runPackOf = async (bytes: Uint8Array): Promise<Uint8Array> => (await buildRunPack(anyHost, bytes)).bytes;

/** A session chain whose checkpoints are the given archives. */
export function chainOf(checkpoints: readonly { readonly index: number; readonly path: string }[]): JsonObject {
  const header = { created_at: AT, producer_version: "0.0.0-dev", session_id: "session_1", run_id: "run_session" };
  return {
    schema_id: "gait.runpack.session_chain",
    schema_version: "1.0.0",
    ...header,
    checkpoints: checkpoints.map(({ index, path: runpack_path }) => ({
      schema_id: "gait.runpack.session_checkpoint",
      schema_version: "1.0.0",
      ...header,
      checkpoint_index: index,
      sequence_start: index,
      sequence_end: index,
      runpack_path,
      manifest_digest: sha256Hex(`manifest ${index}`),
      checkpoint_digest: sha256Hex(`checkpoint ${index}`),
    })),
  };
}

/** The archive with one entry more, which its manifest does not declare. */
export function withEntry(bytes: Uint8Array, name: string): Uint8Array {
  const zip = openZip(bytesSource(bytes));
  const entries = zip.entries.map((entry) => ({ path: entry.name, data: zip.read(entry) }));
  return writeZip([...entries, { path: name, data: Buffer.from("more") }]);
}

/** The archive with another, well-formed run.json: what a tamperer would do. */
export function tampered(bytes: Uint8Array): Uint8Array {
  const mine = openZip(bytesSource(bytes));
  const other = openZip(bytesSource(packOf({ env: { os: "darwin", arch: "amd64", runtime: "node" } })));
  const content = (name: string) => (name === "run.json" ? other.read(other.entry(name)!) : mine.read(mine.entry(name)!));
  return writeZip(mine.entries.map(({ name }) => ({ path: name, data: content(name) })));
}

/** The archive with run.json twice. */
export const withDuplicate = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(withEntry(bytes, "run.jsox")).toString("latin1").replaceAll("run.jsox", "run.json"), "latin1");

export type Files = Readonly<Record<string, string | Uint8Array | JsonObject>>;

export const OPTIONS: RegressOptions = { config: "gait.yaml", contextConformance: false, allowContextRuntimeDrift: false };

/** A project on a fresh folder. */
export class Project {
  readonly host: Host;

  constructor(overrides: Partial<Host> = {}) {
    this.host = testHost(overrides);
  }

  path(name: string): string {
    return path.join(this.host.cwd, name);
  }

  /** Writes files, parents created; an object becomes JSON. */
  write(files: Files): this {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
      fs.writeFileSync(this.path(name), typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
    }
    return this;
  }

  bytes(name: string): Buffer {
    return fs.readFileSync(this.path(name));
  }

  text(name: string): string {
    return this.bytes(name).toString("utf8");
  }

  json(name: string): JsonObject {
    return JSON.parse(this.text(name)) as JsonObject;
  }

  exists(name: string): boolean {
    return fs.existsSync(this.path(name));
  }

  /** Everything below the project but what the tests put into `in/`, with content: to see that nothing changed. */
  snapshot(): Record<string, string> {
    const names = fs
      .readdirSync(this.host.cwd, { recursive: true, encoding: "utf8" })
      .filter((name) => fs.statSync(this.path(name)).isFile());
    return Object.fromEntries(names.sort().map((name) => [name, sha256Hex(this.bytes(name))]));
  }

  /** A fixture of a run, as `regress init` makes it, with settings edited by hand afterwards. */
  async fixture(name: string, run: RunText | Uint8Array, settings: JsonObject = {}): Promise<this> {
    this.write({ "in/source.zip": run instanceof Uint8Array ? run : packOf(run) });
    await importFixture(this.host, { from: "in/source.zip", name, checkpoint: undefined, merge: false, receipts: false });
    return this.set(name, settings);
  }

  /** Edits fixture.json by hand; null takes a field out. */
  set(name: string, settings: JsonObject): this {
    const file = `fixtures/${name}/fixture.json`;
    const merged = Object.entries({ ...this.json(file), ...settings }).filter(([, value]) => value !== null);
    return this.write({ [file]: Object.fromEntries(merged) });
  }

  run(options: Partial<RegressOptions> = {}): Promise<RegressRun> {
    return runRegress(this.host, { ...OPTIONS, ...options });
  }
}

export function graderOf(run: RegressRun, name: string): GraderResult {
  const found = run.result.graders.find((grader) => grader.name === name);
  if (!found) throw new Error(`no grader ${name} among ${run.result.graders.map((grader) => grader.name).join(", ")}`);
  return found;
}

/** `a/diff` or `a/diff=unexpected_diff`, in result order. */
export const summaryOf = (run: RegressRun): string[] =>
  run.result.graders.map(({ name, status, reason_codes }) => (status === "pass" ? name : `${name}=${reason_codes.join("+")}`));
