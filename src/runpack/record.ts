/** `run record`: from a description of a run to a runpack on disk (spec 10 §7). */
import path from "node:path";
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import { readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { hasKeySource, loadSigningKey, type SigningKey } from "../format/keys.js";
import { isBlank, normalizeWord, trim } from "../format/text.js";
import { type ContextEnvelope, parseContextEnvelope } from "./context-envelope.js";
import { ticketFooter } from "./footer.js";
import { parseRecordInput, type RecordInput, runIdWarnings } from "./record-input.js";
import type { RefsRecord } from "./records.js";
import { type EvidenceMode, normalizeEvidenceMode } from "./refs.js";
import { verifyRunpack } from "./verify.js";
import { assertSafeRunId, writeRunpack } from "./write.js";

/** Texts are as the user gave them; a blank one counts as not given. */
export interface RecordOptions {
  /** Path of the input file. */
  readonly input: string;
  readonly outDir: string;
  /** Replaces the run id of every record of the input. */
  readonly runId?: string | undefined;
  readonly captureMode?: string | undefined;
  readonly keyMode?: string | undefined;
  readonly privateKey?: string | undefined;
  readonly privateKeyEnv?: string | undefined;
  readonly contextEnvelope?: string | undefined;
  readonly contextEvidenceMode?: string | undefined;
  /** Accepts references that were recorded without redaction. */
  readonly unsafeContextRaw?: boolean | undefined;
  readonly strictInput?: boolean | undefined;
}

export interface Recorded {
  readonly runId: string;
  /** Cleaned path of the runpack. */
  readonly path: string;
  readonly manifestDigest: string;
  readonly signatureStatus: "missing" | "signed";
  /** "" when unsigned. */
  readonly signatureKeyId: string;
  readonly warnings: readonly string[];
  /** Doubts about the input (spec 10 §16 items 5, 14, 21, 22); apart from `warnings`, whose items are fixed. */
  readonly inputWarnings: readonly string[];
  readonly ticketFooter: string;
}

const given = (value: string | undefined): string => (value === undefined || isBlank(value) ? "" : value);

function withRunId(input: RecordInput, override: string): RecordInput {
  if (override === "") {
    if (isBlank(input.run.run_id)) throw invalidInput("input run.run_id is required (or set --run-id)");
    return input;
  }
  const run_id = trim(override);
  return {
    ...input,
    run: { ...input.run, run_id },
    refs: { ...input.refs, run_id },
    intents: input.intents.map((intent) => ({ ...intent, run_id })),
    results: input.results.map((result) => ({ ...result, run_id })),
  };
}

type CaptureMode = "reference" | "raw";

function chooseCaptureMode(flag: string, stated: string): CaptureMode {
  const mode = trim(flag || given(stated) || "reference");
  if (mode !== "reference" && mode !== "raw") throw invalidInput("capture mode must be one of: reference, raw");
  return mode;
}

const isRaw = (one: { readonly redaction_mode: string }): boolean => normalizeWord(one.redaction_mode) === "raw";

interface Context {
  readonly refs: RefsRecord;
  readonly warnings: readonly string[];
  readonly inputWarnings: readonly string[];
}

function readEnvelope(host: Host, file: string): { readonly envelope: ContextEnvelope; readonly hasTrailingText: boolean } {
  const bytes = withPrefix("read context envelope", () => readBytes(host, file));
  return parseContextEnvelope(bytes);
}

function envelopePath(name: string): string {
  const clean = path.normalize(trim(name));
  if (!path.isAbsolute(clean) && clean.split(path.sep).includes("..")) {
    throw invalidInput("context envelope path must be a local filesystem path", { file: name });
  }
  return clean;
}

/** The references of the envelope take the place of those of the input; a bad envelope is fatal only in required mode. */
function applyEnvelope(host: Host, refs: RefsRecord, mode: EvidenceMode, options: RecordOptions): Context {
  const name = given(options.contextEnvelope);
  if (name === "") return { refs, warnings: [], inputWarnings: implicitMode(refs, options) };
  const file = envelopePath(name);
  let read: ReturnType<typeof readEnvelope>;
  try {
    read = readEnvelope(host, file);
  } catch (error) {
    if (mode === "required" || !(error instanceof GaitError)) throw error;
    return { refs, warnings: [`context envelope ignored: ${error.message}`], inputWarnings: [] };
  }
  const { envelope, hasTrailingText } = read;
  if (!options.unsafeContextRaw && envelope.records.some(isRaw)) {
    throw invalidInput("context envelope includes redaction_mode=raw; give --unsafe-context-raw to record it", { file });
  }
  return {
    refs: {
      ...refs,
      context_set_digest: envelope.context_set_digest,
      context_ref_count: envelope.records.length,
      receipts: envelope.records,
    },
    warnings: [],
    inputWarnings: hasTrailingText ? [`${file}: text after the context envelope was not read`] : [],
  };
}

/** The mode is recorded even where nobody asked for it; with references but no envelope that claims more than is known. */
const implicitMode = (refs: RefsRecord, options: RecordOptions): string[] =>
  refs.receipts.length > 0 && given(options.contextEvidenceMode) === "" && refs.context_set_digest === ""
    ? ["references without a context envelope are recorded as context_evidence_mode best_effort"]
    : [];

function recordContext(host: Host, input: RecordInput, options: RecordOptions): Context {
  const mode = normalizeEvidenceMode(given(options.contextEvidenceMode) || input.refs.context_evidence_mode) || "best_effort";
  const context = applyEnvelope(host, { ...input.refs, context_evidence_mode: mode }, mode, options);
  if (!options.unsafeContextRaw && context.refs.receipts.some(isRaw)) {
    throw invalidInput("refs receipts include redaction_mode=raw; give --unsafe-context-raw to record them");
  }
  if (mode === "required" && isBlank(context.refs.context_set_digest)) {
    throw invalidInput("context evidence mode required but context_set_digest is missing");
  }
  return context;
}

function signingKey(host: Host, options: RecordOptions): SigningKey | undefined {
  const mode = normalizeWord(options.keyMode ?? "");
  const sources = { private: { path: given(options.privateKey), env: given(options.privateKeyEnv) } };
  if (mode === "" && !hasKeySource(sources)) return undefined;
  return loadSigningKey(host, mode, sources);
}

const isFilled = (map: object | null): boolean => map !== null && Object.keys(map).length > 0;

function captureWarnings(input: RecordInput, mode: CaptureMode): string[] {
  if (mode === "raw") {
    return ["raw capture retains raw intent arguments and raw result payloads; handle runpack as sensitive evidence"];
  }
  const { intents, results, normalization } = input;
  const strips =
    intents.some((intent) => isFilled(intent.args)) ||
    results.some((result) => isFilled(result.result)) ||
    isFilled(normalization.intent_args) ||
    isFilled(normalization.result_payloads);
  return strips ? ["reference capture stripped raw intent arguments and raw result payloads after digesting"] : [];
}

/**
 * Records a run and verifies what was written.
 * @throws GaitError invalid_input in the order of spec 10 §7; verification_failed when the written file does not verify.
 */
export async function recordRun(host: Host, options: RecordOptions): Promise<Recorded> {
  const bytes = withPrefix("read input", () => readBytes(host, options.input));
  const parsed = parseRecordInput(bytes, options.strictInput ?? false);
  const input = withRunId(parsed.input, given(options.runId));
  const runId = input.run.run_id;
  assertSafeRunId(runId);
  const captureMode = chooseCaptureMode(given(options.captureMode), input.capture_mode);
  const context = recordContext(host, input, options);
  const outDir = trim(options.outDir);
  if (outDir === "") throw invalidInput("out-dir must not be empty");
  const signing = signingKey(host, options);
  const written = writeRunpack(host, path.join(outDir, `runpack_${runId}.zip`), {
    run: input.run,
    intents: input.intents,
    results: input.results,
    refs: context.refs,
    captureMode,
    normalization: { intentArgs: input.normalization.intent_args, resultPayloads: input.normalization.result_payloads },
    signingKey: signing?.key,
  });
  await assertVerifies(host, written.path);
  return {
    runId,
    path: written.path,
    manifestDigest: written.manifest.manifest_digest,
    signatureStatus: signing ? "signed" : "missing",
    signatureKeyId: signing?.key.publicKey.keyId ?? "",
    warnings: [...captureWarnings(input, captureMode), ...context.warnings, ...(signing?.warnings ?? [])],
    inputWarnings: [...parsed.warnings, ...runIdWarnings(runId), ...context.inputWarnings],
    ticketFooter: ticketFooter(runId, written.manifest.manifest_digest),
  };
}

/** Reads back what was written. @throws GaitError verification_failed. */
async function assertVerifies(host: Host, file: string): Promise<void> {
  const complaint = "recorded runpack failed verification";
  try {
    if ((await verifyRunpack(host, file)).ok) return;
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw new GaitError("verification_failed", `${complaint}: ${error.message}`, { file, cause: error });
  }
  throw new GaitError("verification_failed", complaint, { file });
}
