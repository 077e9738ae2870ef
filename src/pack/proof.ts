/** `proof_records.jsonl`: a hash chain with one signed record per entry of the pack (spec 20 §5). */
import { canonicalize, digestOf } from "../format/canonical.js";
import { GaitError, invalidInput, verificationFailed } from "../format/errors.js";
import { decodeUtf8, type Json, type JsonObject, parseJsonDocument } from "../format/json.js";
import { decodeBase64, type PrivateKey, type PublicKey, signBytes, verifyBytes } from "../format/keys.js";
import { decodeDocument } from "../format/shape.js";
import { compareBytes, isBlank, trim } from "../format/text.js";
import { EPOCH_1980, isZeroTime, type Time, toUtc } from "../format/time.js";
import { ENTRY, type ProofRecord, proofRecordShape } from "./records.js";
import { assertNoRepeatedKeys } from "./unambiguous.js";

/** An entry that a record vouches for. */
export interface ProvenEntry {
  readonly path: string;
  readonly type: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface ProofSubject {
  readonly packType: string;
  readonly sourceRef: string;
  readonly producerVersion: string;
}

const ENTRY_PERMISSIONS = 0o644;

const eventOf = ({ packType, sourceRef, producerVersion }: ProofSubject, entry: ProvenEntry): JsonObject => ({
  pack_type: packType,
  source_ref: sourceRef,
  producer_version: producerVersion,
  entry_path: entry.path,
  entry_type: entry.type,
  entry_sha256: entry.sha256,
  entry_size_bytes: entry.size,
  entry_permissions: ENTRY_PERMISSIONS,
});

const toSeconds = (time: Time): string => toUtc(time).replace(/\.\d+/, "");

const HASH_PREFIX = "sha256:";
const SIGNATURE_PREFIX = "base64:";

/** The hash of a record that follows `previous` ("" for the first). */
const recordHash = (record: Omit<ProofRecord, "integrity">, previous: string): string =>
  HASH_PREFIX +
  digestOf({
    record_id: record.record_id,
    record_version: record.record_version,
    timestamp: toSeconds(record.timestamp),
    source: record.source,
    source_product: record.source_product,
    agent_id: record.agent_id,
    record_type: record.record_type,
    event: record.event,
    controls: record.controls,
    metadata: record.metadata,
    integrity: { previous_record_hash: previous },
  });

const FIXED = {
  record_version: "1.0",
  timestamp: EPOCH_1980,
  source: "gait.pack",
  source_product: "gait",
  agent_id: "gait",
  record_type: "tool_invocation",
  controls: { permissions_enforced: false },
  metadata: { artifact_kind: "gait.pack.entry" },
} as const;

function recordId(event: JsonObject): string {
  const { timestamp, source, source_product, agent_id, record_type } = FIXED;
  const digest = digestOf({ timestamp, source, source_product, agent_id, record_type, event });
  return `prf-${timestamp}-${digest.slice(0, 8)}`;
}

const signatureOf = (key: PrivateKey, hash: string) => ({
  signing_key_id: key.publicKey.keyId,
  signature: SIGNATURE_PREFIX + signBytes(key, Buffer.from(hash, "ascii")),
});

/** The text of `proof_records.jsonl` over the given entries; without a key the records are not signed. */
export function buildProofRecords(subject: ProofSubject, entries: readonly ProvenEntry[], key?: PrivateKey): string {
  let previous = "";
  const lines = [...entries]
    .sort((a, b) => compareBytes(a.path, b.path))
    .map((entry) => {
      const event = eventOf(subject, entry);
      const record = { record_id: recordId(event), ...FIXED, event };
      const hash = recordHash(record, previous);
      const signed = key ? signatureOf(key, hash) : { signing_key_id: "", signature: "" };
      const integrity = { record_hash: hash, previous_record_hash: previous, ...signed };
      previous = hash;
      return canonicalize(proofRecordShape.encode({ ...record, integrity }));
    });
  return lines.join("\n");
}

/** A record of a stored chain with its physical line, from 1. */
export interface ProofLine {
  readonly line: number;
  readonly record: ProofRecord;
}

const MAX_LINE_BYTES = 10 * 1024 * 1024;

const REQUIRED_TEXT = ["record_version", "source", "source_product", "record_type"] as const;
const REQUIRED_KEYS = [
  "record_id",
  "record_version",
  "timestamp",
  "source",
  "source_product",
  "record_type",
  "event",
  "controls",
  "integrity",
];

function parseRecord(line: string): ProofRecord {
  const document = parseJsonDocument(line);
  assertNoRepeatedKeys(document);
  const record = decodeDocument(proofRecordShape, document);
  const blank = REQUIRED_TEXT.find((name) => record[name] === "");
  if (blank !== undefined || isZeroTime(record.timestamp) || record.event === null) {
    throw invalidInput(`${blank ?? (record.event === null ? "event" : "timestamp")} is required`);
  }
  const keys = document.root.kind === "object" ? document.root.members.map((member) => member.key) : [];
  const absent = REQUIRED_KEYS.find((key) => !keys.includes(key));
  if (absent !== undefined) throw invalidInput(`missing ${absent}`);
  return record;
}

function checkLink(record: ProofRecord, predecessor: ProofLine | undefined): void {
  const { record_hash, previous_record_hash } = record.integrity;
  const computed = recordHash(record, previous_record_hash);
  if (computed !== record_hash) throw invalidInput(`record hash mismatch: expected ${computed} got ${record_hash}`);
  const expected = predecessor?.record.integrity.record_hash ?? "";
  if (previous_record_hash !== expected) throw invalidInput(`previous_record_hash mismatch: expected ${JSON.stringify(expected)}`);
}

/** Reads a chain and recomputes every link. @throws GaitError verification_failed `proof_records.jsonl: line N …`. */
export function verifyProofChain(bytes: Uint8Array): ProofLine[] {
  const accepted: ProofLine[] = [];
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    number++;
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      if (end - start > MAX_LINE_BYTES) throw invalidInput(`longer than ${MAX_LINE_BYTES} bytes`);
      const line = trim(decodeUtf8(bytes.subarray(start, end)));
      if (line !== "") {
        const record = parseRecord(line);
        checkLink(record, accepted.at(-1));
        accepted.push({ line: number, record });
      }
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
      const message = error.message.replace(/^line 1: /, "");
      throw verificationFailed(`${ENTRY.proof}: line ${number} ${message}`, { code: "proof_chain_invalid", cause: error });
    }
    start = end + 1;
  }
  return accepted;
}

/** What is wrong with the signatures of records, none where all hold for the key. */
export const proofSignatureErrors = (lines: readonly ProofLine[], key: PublicKey): string[] =>
  lines.flatMap(({ line, record }) => {
    const problem = signatureProblem(record, key);
    return problem === undefined ? [] : [`proof_records line ${line} ${problem}`];
  });

function signatureProblem({ integrity }: ProofRecord, key: PublicKey): string | undefined {
  const { signature, signing_key_id, record_hash } = integrity;
  if (isBlank(signature)) return "missing signature";
  if (isBlank(signing_key_id)) return "missing signing_key_id";
  if (!signature.startsWith(SIGNATURE_PREFIX)) return "unsupported signature prefix";
  if (signing_key_id !== key.keyId) return "signature verification: key id mismatch";
  let raw: Uint8Array;
  try {
    raw = decodeBase64(signature.slice(SIGNATURE_PREFIX.length));
  } catch {
    return "signature verification: illegal base64 data";
  }
  if (raw.length !== 64) return `signature verification: invalid signature length: ${raw.length}`;
  return verifyBytes(key, Buffer.from(record_hash, "utf8"), raw) ? undefined : "signature verification failed";
}

/** Where a chain says something else of the pack than its manifest and entries do: a sentence each. */
export function proofDifferences(subject: ProofSubject, entries: readonly ProvenEntry[], lines: readonly ProofLine[]): string[] {
  const found: string[] = [];
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const proven = new Set<string>();
  for (const { line, record } of lines) {
    const path = record.event?.entry_path;
    const entry = typeof path === "string" ? byPath.get(path) : undefined;
    if (!entry) {
      found.push(`proof_records line ${line} is about ${shown(path)}, which the manifest doesn't declare`);
      continue;
    }
    if (proven.has(entry.path)) found.push(`proof_records line ${line} repeats ${shown(entry.path)}`);
    proven.add(entry.path);
    const wrong = differingFields(eventOf(subject, entry), record.event ?? {});
    if (wrong.length > 0) found.push(`proof_records line ${line} (${entry.path}) differs from the manifest: ${wrong.join(", ")}`);
  }
  for (const { path } of entries) if (!proven.has(path)) found.push(`no proof record for ${path}`);
  return found;
}

const shown = (value: Json | undefined): string => (typeof value === "string" ? JSON.stringify(value) : "nothing");

const HEX_FIELD = "entry_sha256";

function differingFields(expected: JsonObject, actual: JsonObject): string[] {
  const same = (field: string): boolean => {
    const [a, b] = [expected[field], actual[field]];
    if (field === HEX_FIELD && typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
    return a === b;
  };
  return Object.keys(expected).filter((field) => !same(field));
}
