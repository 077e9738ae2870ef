/** Runs and packs in a few words, for tests of packs. */
import { canonicalize, sha256Hex } from "../../src/format/canonical.js";
import type { Host } from "../../src/format/host.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { parsePrivateKey } from "../../src/format/keys.js";
import { bytesSource, openZip } from "../../src/format/zip-reader.js";
import { writeZip } from "../../src/format/zip-writer.js";
import { entryType, packId, unsignedManifest } from "../../src/pack/manifest.js";
import type { PackManifest } from "../../src/pack/records.js";
import { manifestDigest } from "../../src/runpack/records.js";
import { buildRunpack, type RunpackInput } from "../../src/runpack/write.js";
import { testHost } from "../support/host.js";

/** Keys of the worked examples in spec 20 §20. They protect nothing. */
export const KEY_A = parsePrivateKey("wm9YmpiAyQ5lQAVGKKbp8ufM+mDdQNAAZ1li2fLNYUccxuI4TnnomBqPxulpLKx337giYnSvW3XIlXzMHDNNug==");
export const KEY_B = parsePrivateKey("exhPUgYvVfWleguz+dU55v84eVHK9nutsPP8CqPEArtIpPolHKVJj7o3SKSzQAPoEeeqO3esHs1qBaQCnRt26Q==");

const created_at = "2026-02-14T00:00:00Z";
const hex = (digit: string): string => digit.repeat(64);

export const RECEIPT = {
  ref_id: "ref_1",
  source_type: "http",
  source_locator: "https://example.com",
  query_digest: hex("3"),
  content_digest: hex("4"),
  retrieved_at: created_at,
  redaction_mode: "metadata",
  immutability: "",
  freshness_sla_seconds: 0,
  sensitivity_label: "",
  retrieval_params: null,
};

/** The run of the PackSpec compatibility kit, under any id. */
export function tckRun(runId = "run_tck"): RunpackInput {
  const header = (kind: string) => ({
    schema_id: `gait.runpack.${kind}`,
    schema_version: "1.0.0",
    created_at,
    producer_version: "0.0.0-dev",
    run_id: runId,
  });
  return {
    run: {
      ...header("run"),
      env: { os: "darwin", arch: "arm64", runtime: "go" },
      timeline: [{ event: "tool_call", ts: created_at, ref: "intent_1", relationship: null }],
    },
    intents: [{ ...header("intent"), intent_id: "intent_1", tool_name: "echo", args_digest: hex("1"), args: { message: "hello" } }],
    results: [{ ...header("result"), intent_id: "intent_1", status: "ok", result_digest: hex("2"), result: { ok: true } }],
    // `run record` fills the mode where there are receipts.
    refs: {
      ...header("refs"),
      context_set_digest: "",
      context_evidence_mode: "best_effort",
      context_ref_count: 0,
      receipts: [RECEIPT],
    },
    captureMode: "reference",
  };
}

export const tckRunpack = (host: Host = testHost()): Uint8Array => buildRunpack(host, tckRun()).bytes;

/** The TCK run with a change. */
export const changedRunpack = (change: (run: RunpackInput) => RunpackInput, host: Host = testHost()): Uint8Array =>
  buildRunpack(host, change(tckRun())).bytes;

/** Entries of an archive as bytes by name, in archive order. */
export function entriesOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = openZip(bytesSource(bytes));
  return new Map(zip.entries.map((entry) => [entry.name, zip.read(entry)]));
}

export const textOf = (entries: ReadonlyMap<string, Uint8Array>, name: string): string => Buffer.from(entries.get(name)!).toString("utf8");
export const jsonOf = (entries: ReadonlyMap<string, Uint8Array>, name: string): JsonObject => JSON.parse(textOf(entries, name));

export const zipOf = (entries: Iterable<readonly [string, Uint8Array | string]>): Uint8Array =>
  writeZip([...entries].map(([path, data]) => ({ path, data: typeof data === "string" ? Buffer.from(data, "utf8") : data })));

export interface Edit {
  /** Changes entries by name; undefined removes one. */
  readonly entries?: Readonly<Record<string, Uint8Array | string | undefined>>;
  /** Changes the manifest's fields. */
  readonly manifest?: (manifest: PackManifest) => object;
  /** `contents` is made again from the entries; default true. */
  readonly contents?: boolean;
  /** `pack_id` is made again; default true. */
  readonly id?: boolean;
}

/** A pack after someone without its key edited it and sealed it again as well as they could. Signatures are dropped. */
export function reseal(pack: Uint8Array, { entries = {}, manifest: change, contents = true, id = true }: Edit): Uint8Array {
  const all = new Map<string, Uint8Array>(entriesOf(pack));
  for (const [name, data] of Object.entries(entries)) {
    if (data === undefined) all.delete(name);
    else all.set(name, typeof data === "string" ? Buffer.from(data, "utf8") : data);
  }
  const stored = JSON.parse(textOf(all, "pack_manifest.json")) as PackManifest;
  all.delete("pack_manifest.json");
  const listed = [...all].map(([path, data]) => ({ path, sha256: sha256Hex(data), type: entryType(path) }));
  const renewed = { ...stored, signatures: [], contents: contents ? listed.sort((a, b) => (a.path < b.path ? -1 : 1)) : stored.contents };
  const edited = { ...renewed, ...change?.(renewed) } as PackManifest;
  const sealed = id ? { ...edited, pack_id: packId(edited) } : edited;
  all.set("pack_manifest.json", Buffer.from(canonicalize(unsignedManifest(sealed) as Json), "utf8"));
  return zipOf(all);
}

/** A runpack of texts that nobody normalised, its digests right. */
export function rawRunpack(
  files: Readonly<Record<"run.json" | "intents.jsonl" | "results.jsonl" | "refs.json", string>>,
  fields: object,
): Uint8Array {
  const listed = Object.entries(files).map(([path, text]) => ({ path, sha256: sha256Hex(text) }));
  const base = {
    schema_id: "gait.runpack.manifest",
    schema_version: "1.0.0",
    created_at,
    producer_version: "0.0.0-dev",
    run_id: "run_raw",
    capture_mode: "raw",
    files: listed.sort((a, b) => (a.path < b.path ? -1 : 1)),
    manifest_digest: "",
    signatures: [],
    ...fields,
  };
  const { signatures: _, ...manifest } = { ...base, manifest_digest: manifestDigest(base) };
  return zipOf([...Object.entries(files), ["manifest.json", canonicalize(manifest as Json)]]);
}

/** A raw run with four calls: allowed, waiting for approval, blocked, and one that a regression caught. */
export function verdictRun(): RunpackInput {
  const run = tckRun("run_o'neil <a>&é");
  const calls: readonly (readonly [tool: string, status: string, result: JsonObject])[] = [
    ["echo", "ok", { verdict: "allow" }],
    ["tool.write", "OK", { verdict: "needs_approval" }],
    ["tool.read", "error", { verdict: " BLOCK " }],
    ["pay.refund", "ok", { reason_codes: ["regress_drift_detected"], regress_failures: 2 }],
  ];
  return {
    ...run,
    captureMode: "raw",
    intents: calls.map(([tool_name], n) => ({ ...run.intents[0]!, intent_id: `intent_${n + 1}`, tool_name })),
    results: calls.map(([, status, result], n) => ({ ...run.results[0]!, intent_id: `intent_${n + 1}`, status, result })),
  };
}

/** Run ids that SQL, psql or a terminal could take for something else than text. */
export const HOSTILE_IDS = [
  "run_o'neil <a>&é",
  "'); DROP TABLE gait_pack_index; --",
  "back\\slash\\' \\' '' \\",
  "$$ $1 $tag$ %s :name :'name' ? @x",
  "two\nlines\n\\q\n\\! echo\n\t.",
  "\u{1F600} 你好\u2028\u202Eright to left",
  "\"quoted\" /* comment */ -- E'\\x41'",
];

/** Table names as flags give them, and what they are in SQL. */
export const TABLES = [
  ["gait_pack_index", '"gait_pack_index"'],
  ["audit.Pack_Index", '"audit"."Pack_Index"'],
  [" audit . spaced ", '"audit"."spaced"'],
  ["select", '"select"'],
  ["_Order9", '"_Order9"'],
] as const;
