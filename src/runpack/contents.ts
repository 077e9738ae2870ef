/** What the files of a runpack say, held against the manifest and against each other (spec 10 §16 items 8, 9, 14). */
import { digestOf } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import type { JsonObject } from "../format/json.js";
import { decode, decodeDocument, type Shape } from "../format/shape.js";
import { equalHex, normalizeWord } from "../format/text.js";
import { type OpenRunpack, readEntry, undeclaredFiles } from "./archive.js";
import type { Finding } from "./finding.js";
import { decodeEachLine } from "./read.js";
import { intentShape, MANIFEST_FILE, manifestShape, refsShape, resultShape, runShape } from "./records.js";
import { normalizeRefs } from "./refs.js";

/** Larger files are looked into only when asked to: reading one takes memory of its size. */
const LARGE_FILE = 4 * 1024 * 1024;

/** Findings of one kind in one file, told once with their number: a pack may have a million of them. */
class Tally {
  private first = "";
  private count = 0;

  note(detail: string): void {
    if (this.count++ === 0) this.first = detail;
  }

  findings(code: string, tell: (count: number, first: string) => string): Finding[] {
    return this.count === 0 ? [] : [{ code, message: tell(this.count, this.first) }];
  }
}

const quoted = (text: string): string => JSON.stringify(text);

function manifestFindings(opened: OpenRunpack): Finding[] {
  const { manifest, document } = opened;
  const findings: Finding[] = [];
  const add = (code: string, message: string) => findings.push({ code, message });
  decodeDocument(manifestShape, document, {
    onUnknown: (field) => add("runpack_manifest_unknown_field", `manifest field ${field} is unknown and not part of manifest_digest`),
  });
  if (manifest.capture_mode !== "reference" && manifest.capture_mode !== "raw") {
    add("runpack_capture_mode_unknown", `capture_mode is ${quoted(manifest.capture_mode)}, neither reference nor raw`);
  }
  const seen = new Set<string>();
  for (const { path } of manifest.files ?? []) {
    if (seen.has(path)) add("runpack_manifest_path_repeated", `the manifest lists ${quoted(path)} more than once`);
    seen.add(path);
  }
  if (seen.has(MANIFEST_FILE)) add("runpack_manifest_lists_itself", `the manifest lists ${MANIFEST_FILE}`);
  for (const name of undeclaredFiles(opened)) add("runpack_undeclared_entry", `the manifest doesn't declare ${quoted(name)}`);
  return findings;
}

const END_RECORD_LENGTH = 22;
const MAX_COMMENT = 0xffff;

/** How many bytes follow the end record of the archive, its comment included. */
function suffixLength({ source }: OpenRunpack): number {
  const length = Math.min(source.size, END_RECORD_LENGTH + MAX_COMMENT);
  const tail = Buffer.from(source.read(source.size - length, length));
  return length - END_RECORD_LENGTH - tail.lastIndexOf("PK\u0005\u0006", length - END_RECORD_LENGTH, "latin1");
}

const prefixLength = ({ zip }: OpenRunpack): number => Math.min(...zip.entries.map((entry) => entry.headerOffset));

/** Bytes that no reader looks at and no digest covers. */
function archiveFindings(opened: OpenRunpack): Finding[] {
  const [before, after] = [prefixLength(opened), suffixLength(opened)];
  const findings: Finding[] = [];
  if (before > 0) findings.push({ code: "runpack_prefix_bytes", message: `${before} bytes stand before the archive` });
  if (after > 0) findings.push({ code: "runpack_suffix_bytes", message: `${after} bytes stand after the archive` });
  return findings;
}

interface PayloadRecord {
  readonly run_id: string;
  readonly intent_id: string;
}

interface PayloadFile<T extends PayloadRecord> {
  readonly name: string;
  readonly shape: Shape<T>;
  readonly payload: (one: T) => JsonObject | null;
  readonly digest: (one: T) => string;
}

const intentsFile: PayloadFile<ReturnType<typeof intentShape.zero>> = {
  name: "intents.jsonl",
  shape: intentShape,
  payload: (one) => one.args,
  digest: (one) => one.args_digest,
};

const resultsFile: PayloadFile<ReturnType<typeof resultShape.zero>> = {
  name: "results.jsonl",
  shape: resultShape,
  payload: (one) => one.result,
  digest: (one) => one.result_digest,
};

function payloadFindings<T extends PayloadRecord>({ zip, manifest }: OpenRunpack, file: PayloadFile<T>): Finding[] {
  const { name } = file;
  const [foreign, revealed, contradicted] = [new Tally(), new Tally(), new Tally()];
  const isReference = normalizeWord(manifest.capture_mode) === "reference";
  for (const one of decodeEachLine(file.shape, readEntry(zip, name))) {
    const payload = file.payload(one);
    if (one.run_id !== manifest.run_id) foreign.note(one.run_id);
    if (payload === null) continue;
    if (isReference) revealed.note(one.intent_id);
    if (!equalHex(file.digest(one), digestOf(payload))) contradicted.note(one.intent_id);
  }
  return [
    ...foreign.findings("runpack_run_id_mismatch", (n, id) => `${name}: ${n} records name another run, first ${quoted(id)}`),
    ...revealed.findings(
      "runpack_payload_in_reference",
      (n, id) => `${name}: ${n} records hold payloads in reference mode, first ${quoted(id)}`,
    ),
    ...contradicted.findings(
      "runpack_payload_digest_mismatch",
      (n, id) => `${name}: ${n} payloads are not what their digest says, first ${quoted(id)}`,
    ),
  ];
}

function runFindings({ zip, manifest }: OpenRunpack): Finding[] {
  const run = decode(runShape, readEntry(zip, "run.json"));
  if (run.run_id === manifest.run_id) return [];
  return [{ code: "runpack_run_id_mismatch", message: `run.json names the run ${quoted(run.run_id)}` }];
}

function refsFindings({ zip, manifest }: OpenRunpack): Finding[] {
  const refs = normalizeRefs(decode(refsShape, readEntry(zip, "refs.json")));
  if (refs.run_id === manifest.run_id) return [];
  return [{ code: "runpack_run_id_mismatch", message: `refs.json names the run ${quoted(refs.run_id)}` }];
}

const CHECKS: readonly (readonly [string, (opened: OpenRunpack) => Finding[]])[] = [
  ["run.json", runFindings],
  ["intents.jsonl", (opened) => payloadFindings(opened, intentsFile)],
  ["results.jsonl", (opened) => payloadFindings(opened, resultsFile)],
  ["refs.json", refsFindings],
];

function fileFindings(opened: OpenRunpack, name: string, check: (opened: OpenRunpack) => Finding[], all: boolean): Finding[] {
  const size = opened.zip.entry(name)?.size ?? 0;
  if (size > LARGE_FILE && !all) {
    return [
      { code: "runpack_content_not_checked", message: `${name} holds ${size} bytes; only --profile strict looks into files that large` },
    ];
  }
  try {
    return check(opened);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return [{ code: "runpack_content_invalid", message: `${name}: ${error.message}` }];
  }
}

/**
 * Everything doubtful about a runpack whose digests hold. Digests say that a file is what was recorded; this says whether what
 * was recorded makes sense.
 * @param all also looks into files so large that it takes much memory.
 */
export const contentFindings = (opened: OpenRunpack, all: boolean): Finding[] => [
  ...archiveFindings(opened),
  ...manifestFindings(opened),
  ...CHECKS.flatMap(([name, check]) => fileFindings(opened, name, check, all)),
];
