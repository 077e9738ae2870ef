/** Building a runpack: defaults, digests, manifest, signature, archive (spec 10 §6). */
import path from "node:path";
import { canonicalize, digestOf, sha256Hex } from "../format/canonical.js";
import { invalidInput, withPrefix } from "../format/errors.js";
import { makeFolder, outputPath, writeFileAtomic } from "../format/files.js";
import type { Host } from "../format/host.js";
import type { Json, JsonNode, JsonObject } from "../format/json.js";
import { toJson } from "../format/json.js";
import { type PrivateKey, signJson } from "../format/keys.js";
import type { Shape } from "../format/shape.js";
import { compareBytes, equalHex, normalizeWord, trim } from "../format/text.js";
import { isZeroTime, type Time } from "../format/time.js";
import { writeZip } from "../format/zip-writer.js";
import {
  DEFAULT_PRODUCER_VERSION,
  type IntentRecord,
  intentShape,
  MANIFEST_FILE,
  type ManifestRecord,
  manifestDigest,
  manifestShape,
  type Receipt,
  type RefsRecord,
  type ResultRecord,
  type RunRecord,
  refsShape,
  resultShape,
  runShape,
  SCHEMA_ID,
  SCHEMA_VERSION,
} from "./records.js";
import { normalizeRefs } from "./refs.js";

export { isTicketFooter, ticketFooter } from "./footer.js";

/** Payloads that are digested and then forgotten, by intent id. */
export interface Normalization {
  readonly intentArgs?: Readonly<Record<string, JsonNode | null>> | null;
  readonly resultPayloads?: Readonly<Record<string, JsonNode | null>> | null;
}

export interface RunpackInput {
  readonly run: RunRecord;
  readonly intents: readonly IntentRecord[];
  readonly results: readonly ResultRecord[];
  readonly refs: RefsRecord;
  /** "" means reference. */
  readonly captureMode: string;
  readonly normalization?: Normalization | undefined;
  readonly signingKey?: PrivateKey | undefined;
}

export interface BuiltRunpack {
  readonly bytes: Uint8Array;
  readonly manifest: ManifestRecord;
  readonly runId: string;
}

const SAFE_RUN_ID = /^[^/\\\p{Cc}]+$/u;

/** Refuses ids that would write somewhere else than they say (spec 10 §16 item 5). @throws GaitError invalid_input. */
export function assertSafeRunId(runId: string): void {
  if (!SAFE_RUN_ID.test(runId) || runId.includes("..") || trim(runId) !== runId) {
    throw invalidInput(`run id cannot be used in a file name: ${JSON.stringify(runId)}`, {
      hint: "Use letters, digits, - and _, e.g. run_checkout_42.",
    });
  }
}

const or = (value: string, fallback: string): string => (value === "" ? fallback : value);

interface RunHeader {
  readonly created_at: Time;
  readonly producer_version: string;
  readonly run_id: string;
}

function withRunDefaults(host: Host, run: RunRecord): RunRecord {
  return {
    ...run,
    schema_id: or(run.schema_id, SCHEMA_ID.run),
    schema_version: or(run.schema_version, SCHEMA_VERSION),
    created_at: isZeroTime(run.created_at) ? host.now() : run.created_at,
    producer_version: or(run.producer_version, DEFAULT_PRODUCER_VERSION),
    env: {
      os: or(run.env.os, host.platform.os),
      arch: or(run.env.arch, host.platform.arch),
      runtime: or(run.env.runtime, "node"),
    },
  };
}

interface Headed extends RunHeader {
  readonly schema_id: string;
  readonly schema_version: string;
}

const withHeader = <T extends Headed>(record: T, schemaId: string, run: RunHeader): T => ({
  ...record,
  schema_id: or(record.schema_id, schemaId),
  schema_version: or(record.schema_version, SCHEMA_VERSION),
  created_at: isZeroTime(record.created_at) ? run.created_at : record.created_at,
  producer_version: or(record.producer_version, run.producer_version),
  run_id: or(record.run_id, run.run_id),
});

interface Digested {
  /** `intent i1`, `result i1`. */
  readonly label: string;
  /** `args digest` or `digest`: the words of the two kinds of record differ. */
  readonly digestName: string;
  readonly requirement: string;
  readonly stated: string;
  readonly payload: JsonObject | null;
  readonly replacement: JsonNode | null | undefined;
}

/** The digest of a record: from the normalization entry, as stated, or of the payload beside it. */
function resolveDigest({ label, digestName, requirement, stated, payload, replacement }: Digested): string {
  if (replacement) {
    if (replacement.kind !== "object" && replacement.kind !== "null") throw invalidInput(`${label} ${digestName}: expected an object`);
    const digest = digestOf(toJson(replacement));
    if (stated !== "" && !equalHex(stated, digest)) throw invalidInput(`${label} ${digestName} mismatch`);
    return or(stated, digest);
  }
  if (stated !== "") return stated;
  if (payload === null) throw invalidInput(`${label} requires ${requirement}`);
  return digestOf(payload);
}

const intentDigest = (intent: IntentRecord, normalization: Normalization | undefined): string =>
  resolveDigest({
    label: `intent ${intent.intent_id}`,
    digestName: "args digest",
    requirement: "args_digest or normalization.intent_args",
    stated: intent.args_digest,
    payload: intent.args,
    replacement: normalization?.intentArgs?.[intent.intent_id],
  });

const resultDigest = (result: ResultRecord, normalization: Normalization | undefined): string =>
  resolveDigest({
    label: `result ${result.intent_id}`,
    digestName: "digest",
    requirement: "result_digest or normalization.result_payloads",
    stated: result.result_digest,
    payload: result.result,
    replacement: normalization?.resultPayloads?.[result.intent_id],
  });

const TRACE_PREFIX = "trace_";

/** A receipt that stands for a gate trace takes its digests from the intent and result it names. */
function traceReceiptDigests(
  receipt: Receipt,
  intents: ReadonlyMap<string, IntentRecord>,
  results: ReadonlyMap<string, ResultRecord>,
): { query: string; content: string } | undefined {
  const refId = trim(receipt.ref_id);
  if (normalizeWord(receipt.source_type) !== "gait.trace" || !refId.startsWith(TRACE_PREFIX)) return undefined;
  const id = refId.slice(TRACE_PREFIX.length);
  const intent = intents.get(id);
  if (!intent) throw invalidInput(`receipt ${receipt.ref_id} references unknown intent ${id}`);
  const query = digestOf({ args_digest: intent.args_digest, tool_name: intent.tool_name });
  const result = results.get(id);
  if (!result) throw invalidInput(`receipt ${receipt.ref_id} references unknown result for intent ${id}`);
  return { query, content: result.result_digest };
}

function resolveReceipt(receipt: Receipt, intents: ReadonlyMap<string, IntentRecord>, results: ReadonlyMap<string, ResultRecord>): Receipt {
  const derived = traceReceiptDigests(receipt, intents, results);
  if (!derived) {
    if (receipt.query_digest === "") throw invalidInput(`receipt ${receipt.ref_id} requires query_digest`);
    if (receipt.content_digest === "") throw invalidInput(`receipt ${receipt.ref_id} requires content_digest`);
    return receipt;
  }
  const agree = (stated: string, digest: string, name: string): string => {
    if (stated !== "" && !equalHex(stated, digest)) throw invalidInput(`receipt ${receipt.ref_id} ${name} digest mismatch`);
    return or(stated, digest);
  };
  return {
    ...receipt,
    query_digest: agree(receipt.query_digest, derived.query, "query"),
    content_digest: agree(receipt.content_digest, derived.content, "content"),
  };
}

interface Records {
  readonly run: RunRecord;
  readonly intents: readonly IntentRecord[];
  readonly results: readonly ResultRecord[];
  readonly refs: RefsRecord;
}

function completeRecords(host: Host, input: RunpackInput): Records {
  const run = withRunDefaults(host, input.run);
  return withPrefix("normalize digest-bearing fields", () => {
    const intents = input.intents
      .map((intent) => withHeader(intent, SCHEMA_ID.intent, run))
      .map((intent) => ({ ...intent, args_digest: intentDigest(intent, input.normalization) }));
    const results = input.results
      .map((result) => withHeader(result, SCHEMA_ID.result, run))
      .map((result) => ({ ...result, result_digest: resultDigest(result, input.normalization) }));
    const byIntent = new Map(intents.map((intent) => [intent.intent_id, intent]));
    const byResult = new Map(results.map((result) => [result.intent_id, result]));
    const headed = withHeader(input.refs, SCHEMA_ID.refs, run);
    const refs = { ...headed, receipts: headed.receipts.map((receipt) => resolveReceipt(receipt, byIntent, byResult)) };
    return { run, intents, results, refs };
  });
}

const jsonLines = <T>(shape: Shape<T>, records: readonly T[]): string =>
  records.map((record) => `${canonicalize(shape.encode(record))}\n`).join("");

/**
 * Builds the archive of a run. Deterministic but for a missing `created_at`, which is the host's now.
 * @throws GaitError invalid_input, in the order of spec 10 §6.
 */
export function buildRunpack(host: Host, input: RunpackInput): BuiltRunpack {
  if (input.run.run_id === "") throw invalidInput("run_id is required");
  const records = completeRecords(host, input);
  const refs = withPrefix("normalize refs", () => normalizeRefs(records.refs));
  const captureMode = or(input.captureMode, "reference");
  const isReference = normalizeWord(captureMode) === "reference";
  const intents = isReference ? records.intents.map((intent) => ({ ...intent, args: null })) : records.intents;
  const results = isReference ? records.results.map((result) => ({ ...result, result: null })) : records.results;
  const { run } = records;
  const contents: Record<string, string> = {
    "run.json": canonicalize(runShape.encode(run)),
    "intents.jsonl": jsonLines(intentShape, intents),
    "results.jsonl": jsonLines(resultShape, results),
    "refs.json": canonicalize(refsShape.encode(refs)),
  };
  const manifest = sealManifest({ run, captureMode, contents, signingKey: input.signingKey });
  const files = { ...contents, [MANIFEST_FILE]: canonicalize(manifestShape.encode(manifest)) };
  const bytes = writeZip(Object.entries(files).map(([name, text]) => ({ path: name, data: Buffer.from(text, "utf8") })));
  return { bytes, manifest, runId: run.run_id };
}

interface ManifestParts {
  readonly run: RunRecord;
  readonly captureMode: string;
  readonly contents: Readonly<Record<string, string>>;
  readonly signingKey: PrivateKey | undefined;
}

function sealManifest({ run, captureMode, contents, signingKey }: ManifestParts): ManifestRecord {
  const unsealed: ManifestRecord = {
    schema_id: SCHEMA_ID.manifest,
    schema_version: SCHEMA_VERSION,
    created_at: run.created_at,
    producer_version: run.producer_version,
    run_id: run.run_id,
    capture_mode: captureMode,
    files: Object.keys(contents)
      .sort(compareBytes)
      .map((name) => ({ path: name, sha256: sha256Hex(contents[name]!) })),
    manifest_digest: "",
    signatures: [],
  };
  const sealed = { ...unsealed, manifest_digest: manifestDigest(unsealed) };
  return signingKey ? { ...sealed, signatures: [signJson(signingKey, manifestShape.encode(sealed) as Json)] } : sealed;
}

/** Builds a runpack and writes it atomically. @returns the cleaned path that was written. */
export function writeRunpack(host: Host, file: string, input: RunpackInput): BuiltRunpack & { readonly path: string } {
  const built = buildRunpack(host, input);
  const clean = outputPath(file);
  makeFolder(host, path.dirname(clean));
  writeFileAtomic(host, clean, built.bytes);
  return { ...built, path: clean };
}
