/** Reading a sound runpack into typed records (spec 10 §9.2). */
import { sha256Hex } from "../format/canonical.js";
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { decodeUtf8 } from "../format/json.js";
import { decode, type Shape } from "../format/shape.js";
import { trim } from "../format/text.js";
import type { ZipArchive, ZipEntry } from "../format/zip-reader.js";
import { checkIntegrity, type OpenRunpack, type RunpackSource, readEntry, undeclaredFiles, withParseCode, withRunpack } from "./archive.js";
import {
  CORE_FILES,
  type IntentRecord,
  intentShape,
  type ManifestRecord,
  type RefsRecord,
  type ResultRecord,
  type RunRecord,
  refsShape,
  resultShape,
  runShape,
} from "./records.js";
import { normalizeRefs } from "./refs.js";

/** The typed content of one runpack. */
export interface Runpack {
  readonly manifest: ManifestRecord;
  readonly run: RunRecord;
  readonly intents: readonly IntentRecord[];
  readonly results: readonly ResultRecord[];
  /** Normalised. */
  readonly refs: RefsRecord;
  /** Entries of the archive that the manifest doesn't declare: no digest covers them. */
  readonly undeclaredFiles: readonly string[];
}

const MAX_LINE_BYTES = 10 * 1024 * 1024;

/** Decodes JSON lines one by one: blank lines skipped, lines trimmed. @throws GaitError invalid_input `line N: …`. */
export function* decodeEachLine<T>(shape: Shape<T>, bytes: Uint8Array): Generator<T> {
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    number++;
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    if (end - start > MAX_LINE_BYTES) throw invalidInput(`line ${number}: longer than ${MAX_LINE_BYTES} bytes`, { line: number });
    const line = trim(decodeUtf8(bytes.subarray(start, end)));
    if (line !== "") yield decodeLine(shape, line, number);
    start = end + 1;
  }
}

/** All records of a JSON lines file. @throws GaitError invalid_input `line N: …`. */
export const decodeLines = <T>(shape: Shape<T>, bytes: Uint8Array): T[] => [...decodeEachLine(shape, bytes)];

function decodeLine<T>(shape: Shape<T>, line: string, number: number): T {
  try {
    return decode(shape, line);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`line ${number}: ${error.message.replace(/^line 1: /, "").replace(" at line 1,", " at")}`, { line: number });
  }
}

const parseFile = <T>(what: string, parse: () => T): T => withParseCode(`parse ${what}`, "runpack_content_invalid", parse);

function readRecords(opened: OpenRunpack): Runpack {
  const { zip, manifest } = opened;
  const run = parseFile("run", () => decode(runShape, readEntry(zip, "run.json")));
  const intents = parseFile("intents", () => decodeLines(intentShape, readEntry(zip, "intents.jsonl")));
  const results = parseFile("results", () => decodeLines(resultShape, readEntry(zip, "results.jsonl")));
  const refs = normalizeRefs(parseFile("refs", () => decode(refsShape, readEntry(zip, "refs.json"))));
  if (refs.context_evidence_mode === "required" && refs.context_set_digest === "") {
    throw invalidInput("context evidence mode required but context_set_digest is missing");
  }
  return { manifest, run, intents, results, refs, undeclaredFiles: undeclaredFiles(opened) };
}

async function assertSound(opened: OpenRunpack): Promise<void> {
  for (const name of CORE_FILES) readEntryExists(opened.zip, name);
  const { missingFiles, hashMismatches } = await checkIntegrity(opened);
  if (missingFiles.length > 0) {
    throw invalidInput(`missing runpack files: ${missingFiles.join(", ")}`, { code: "runpack_missing_entry" });
  }
  if (hashMismatches.length > 0) {
    throw invalidInput("runpack hash mismatch", {
      code: "runpack_hash_mismatch",
      hint: `Changed after it was recorded: ${hashMismatches.map((one) => one.path).join(", ")}. Run gait verify for the digests.`,
    });
  }
}

function readEntryExists(zip: ZipArchive, name: string): void {
  if (!zip.entry(name)) throw invalidInput(`missing ${name}`, { code: "runpack_missing_entry" });
}

/** Files up to this size are kept between hashing and parsing; larger ones are hashed piece by piece and inflated again. */
const SMALL_FILE = 1_048_576;

/** The archive with its small core files inflated once: they are hashed, then parsed. */
function inflatingOnce(zip: ZipArchive): ZipArchive {
  const contents = new Map<ZipEntry, Uint8Array>();
  const isKept = ({ name, size }: ZipEntry) => size <= SMALL_FILE && (CORE_FILES as readonly string[]).includes(name);
  const read = (entry: ZipEntry): Uint8Array => {
    const content = contents.get(entry) ?? zip.read(entry);
    if (isKept(entry)) contents.set(entry, content);
    return content;
  };
  return {
    entries: zip.entries,
    entry: (name) => zip.entry(name),
    read,
    hash: async (entry) => (isKept(entry) ? sha256Hex(read(entry)) : zip.hash(entry)),
    duplicates: () => zip.duplicates(),
    close: () => zip.close(),
  };
}

/**
 * Reads a runpack whose every digest holds.
 * @throws GaitError invalid_input when anything is missing, changed or unparsable; verification_failed for duplicate entries.
 */
export const readRunpack = (host: Host, source: RunpackSource): Promise<Runpack> =>
  withRunpack(host, source, "parse manifest", async (opened) => {
    const once = { ...opened, zip: inflatingOnce(opened.zip) };
    await assertSound(once);
    return readRecords(once);
  });
