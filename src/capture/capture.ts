/** `capture`: a receipt of an artifact that a run left behind (spec 40 §6). */
import { sha256Hex } from "../format/canonical.js";
import { invalidInput, verificationFailed, withPrefix } from "../format/errors.js";
import { assertNoInput, isFile, readBytes, writeFileWithParents } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { isBlank, trim } from "../format/text.js";
import { type CaptureReceipt, RECEIPT_SCHEMA_ID, RECEIPT_SCHEMA_VERSION, receiptText } from "./receipt.js";
import { openSource, type ResolvedSource, resolveSource } from "./source.js";
import { isTraceRecord } from "./trace.js";

export const DEFAULT_RECEIPT_PATH = "gait-out/capture.json";

export interface CaptureOptions {
  /** Path, run id or session chain. */
  readonly from: string;
  /** Where the receipt goes; parent folders are created. */
  readonly out: string;
  /** "", `latest` or an index. */
  readonly checkpoint: string;
}

/**
 * Looks at an artifact and writes its receipt; a failure writes none.
 * @throws GaitError verification_failed for an artifact that is not what it claims to be, invalid_input otherwise.
 */
export async function runCapture(host: Host, options: CaptureOptions): Promise<CaptureReceipt> {
  const from = trim(options.from);
  if (from === "") throw invalidInput("missing required --from <run_id|path|session_chain.json>");
  if (isBlank(options.out)) throw invalidInput("capture output path must not be empty");
  const receipt: CaptureReceipt = {
    schema_id: RECEIPT_SCHEMA_ID,
    schema_version: RECEIPT_SCHEMA_VERSION,
    ok: true,
    from,
    session_chain_path: "",
    run_id: "",
    output_path: trim(options.out),
    artifact_run_id: "",
    manifest_digest: "",
    checkpoint_index: 0,
    ...(await lookAt(host, from, options.checkpoint)),
  };
  assertNoInput(host, "--out", receipt.output_path, [from, receipt.artifact_path]);
  withPrefix("write capture receipt", () => writeFileWithParents(host, resolvePath(host, receipt.output_path), receiptText(receipt)));
  return receipt;
}

type Found = Pick<CaptureReceipt, "artifact_type" | "artifact_path" | "artifact_sha256"> & Partial<CaptureReceipt>;

async function lookAt(host: Host, from: string, checkpoint: string): Promise<Found> {
  const source = resolveSource(host, from, checkpoint);
  if (source.chain === null && from.toLowerCase().endsWith(".json") && isFile(host, from)) {
    const bytes = readBytes(host, from);
    if (isTraceRecord(bytes)) return { artifact_type: "trace", artifact_path: from, artifact_sha256: sha256Hex(bytes) };
  }
  return lookAtRunpack(host, source);
}

async function lookAtRunpack(host: Host, { path, chain }: ResolvedSource): Promise<Found> {
  const { sha256, verification } = await openSource(host, path);
  const { missingFiles, hashMismatches, runId, manifestDigest } = verification;
  if (missingFiles.length + hashMismatches.length > 0) {
    const named = [...missingFiles, ...hashMismatches.map((one) => one.path)];
    throw verificationFailed(`source runpack failed integrity checks: ${named.join(", ")}`, { code: "runpack_hash_mismatch", file: path });
  }
  return {
    artifact_type: "runpack",
    artifact_path: path,
    artifact_sha256: sha256,
    artifact_run_id: runId,
    manifest_digest: manifestDigest,
    run_id: chain?.runId ?? runId,
    session_chain_path: chain?.path ?? "",
    checkpoint_index: chain?.checkpointIndex ?? 0,
  };
}
