/** The verify check: every artifact verified, and compared with what it was at the base commit (spec 40 §12.5). */
import { GaitError, invalidInput } from "../format/errors.js";
import { readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { parseJson } from "../format/json.js";
import { loadVerifyKey, type PublicKey, parsePublicKey } from "../format/keys.js";
import { isBlank, trim } from "../format/text.js";
import { boundaryOf } from "../regress/paths.js";
import type { CiReport, FailCondition, VerifiedArtifact } from "../report/model.js";
import { isKnownReason } from "../report/reasons.js";
import { commandLine } from "../report/shell-word.js";
import { isTampered, isUnsigned, totalsOf } from "../report/totals.js";
import { assertStrictHasKey } from "../runpack/profile.js";
import { problemRow, verifyArtifact } from "../verify/artifact.js";
import type { Match } from "../verify/glob.js";
import type { BaseTree } from "./base-tree.js";
import { boundedReport } from "./bounded.js";
import { inOrder } from "./fail-conditions.js";
import { findArtifacts, schemaIdOf } from "./find-artifacts.js";
import { isArchive, signersOf } from "./signers.js";
import type { CheckResult, VerifyCheckOptions } from "./types.js";

/**
 * Verifies the artifacts of a repository. `host.cwd` is its root. Exit code 2 where any is not what it claims to be or breaks a rule
 * of `failOn`, else 6 where any could not be judged or none was found, else 0.
 * @throws GaitError invalid_input for a key that cannot be used.
 */
export async function runVerifyCheck(host: Host, options: VerifyCheckOptions): Promise<CheckResult> {
  const settings = { publicKey: publicKeyOf(host, options), requireSignature: options.requireSignature, profile: options.profile };
  assertStrictHasKey(settings);
  const boundary = boundaryOf(host, ["."], false);
  const { matches: found, unmatched } = findArtifacts(host, options.paths);
  const rows: Judged[] = [];
  for (const [at, match] of found.entries()) {
    options.onProgress?.(`${at + 1}/${found.length} ${match.path}`);
    const { bytes, problem } = readArtifact(host, boundary, match);
    if (bytes === undefined) {
      rows.push(judge(problemRow(match.path, problem), options));
      continue;
    }
    const since = await changeOf(options.base, match.path, bytes);
    if (options.changedOnly && since.change === "same") continue;
    const row = isArchive(bytes) || !isJson(bytes) ? await verifyArtifact(host, match.path, settings) : jsonRow(match.path, bytes);
    rows.push(judge({ ...row, change: since.change, key_ids: row.key_ids.length > 0 ? row.key_ids : since.signers }, options));
  }
  // Evidence that a misspelt path does not find is not verified: each path must match something.
  if (!options.allowEmpty) rows.push(...(options.paths.length === 0 ? [""] : unmatched).map(nothingFound));
  return checkResult(host, options, rows);
}

function publicKeyOf(host: Host, { publicKey, publicKeyFile }: VerifyCheckOptions): PublicKey | undefined {
  const hasText = publicKey !== undefined && !isBlank(publicKey);
  const hasFile = publicKeyFile !== undefined && !isBlank(publicKeyFile);
  if (hasText && hasFile) throw invalidInput("public key source: set either the key or its file");
  if (hasFile) return loadVerifyKey(host, { public: { path: publicKeyFile } });
  return hasText ? parsePublicKey(trim(publicKey)) : undefined;
}

type Read = { readonly bytes: Uint8Array; readonly problem?: undefined } | { readonly bytes: undefined; readonly problem: GaitError };

/** A link in the repository must not make a check read what lies outside of it. */
function readArtifact(host: Host, boundary: ReturnType<typeof boundaryOf>, { path, problem }: Match): Read {
  if (problem) return { bytes: undefined, problem };
  try {
    boundary.assertInside(path, "artifact");
    return { bytes: readBytes(host, path) };
  } catch (error) {
    if (error instanceof GaitError) return { bytes: undefined, problem: error };
    throw error;
  }
}

interface Since {
  readonly change: VerifiedArtifact["change"];
  /** Key ids that the artifact names. */
  readonly signers: string[];
}

async function changeOf(base: BaseTree | null, path: string, bytes: Uint8Array): Promise<Since> {
  const signers = signersOf(bytes);
  if (base === null) return { change: "unknown", signers };
  const before = await base.read(path);
  if (before === undefined) return { change: "new", signers };
  if (Buffer.compare(before, bytes) === 0) return { change: "same", signers };
  const known = signersOf(before);
  if (known.length > 0 && signers.length === 0) return { change: "signature_lost", signers };
  const isOther = known.length > 0 && signers.some((key) => !known.includes(key));
  return { change: isOther ? "key_changed" : "changed", signers };
}

function isJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}

/** Kinds of JSON artifacts that this version knows by name; none of them can be verified yet, so none passes. */
const JSON_KINDS: Readonly<Record<string, VerifiedArtifact["kind"]>> = {
  "gait.runpack.session_chain": "session_chain",
  "gait.gate.trace": "trace",
};

function jsonRow(path: string, bytes: Uint8Array): VerifiedArtifact {
  try {
    const schema = schemaIdOf(parseJson(bytes));
    const what = schema === "" ? "it has no schema_id" : `this version cannot verify ${schema}`;
    return { ...problemRow(path, invalidInput(what, { code: "unknown_schema" })), kind: JSON_KINDS[schema] ?? "unknown" };
  } catch (error) {
    if (error instanceof GaitError) return problemRow(path, error);
    throw error;
  }
}

interface Judged {
  readonly row: VerifiedArtifact;
  readonly conditions: readonly FailCondition[];
}

/** What a row means for the check. A rule of the user's that it breaks makes it fail. */
function judge(verified: VerifiedArtifact, { failOn }: VerifyCheckOptions): Judged {
  const row = withKnownReason(verified);
  const isUnknown = row.problem?.reason === "unknown_schema";
  const conditions: FailCondition[] = [];
  if (isTampered(row)) conditions.push("tampered");
  else if (row.status === "fail") conditions.push(["missing", "skipped"].includes(row.signature_status) ? "unsigned" : "tampered");
  if (failOn.includes("unsigned") && isUnsigned(row)) conditions.push("unsigned");
  if (failOn.includes("key-changed") && (row.change === "key_changed" || row.change === "signature_lost")) conditions.push("key-changed");
  if (failOn.includes("unknown-schema") && isUnknown) conditions.push("unknown-schema");
  if (conditions.length > 0) return { row: { ...row, status: "fail" }, conditions };
  return { row, conditions: row.status === "error" ? ["error"] : [] };
}

/** An archive without any manifest of ours is of no known kind; other codes are told as what they mean for the artifact. */
function withKnownReason(row: VerifiedArtifact): VerifiedArtifact {
  if (row.problem === null || isKnownReason(row.problem.reason)) return row;
  const isUnknown = row.kind === "unknown" && row.problem.reason === "runpack_missing_entry";
  const reason = isUnknown
    ? "unknown_schema"
    : row.duplicate_entries.length > 0
      ? "duplicate_entries"
      : row.status === "error"
        ? "artifact_unreadable"
        : "artifact_invalid";
  return { ...row, problem: { ...row.problem, reason } };
}

const nothingFound = (path: string): Judged => ({
  row: problemRow(path, invalidInput("nothing matches", { code: "no_artifacts" })),
  conditions: ["error"],
});

function checkResult(host: Host, options: VerifyCheckOptions, judged: readonly Judged[]): CheckResult {
  const artifacts = judged.map(({ row }) => row);
  const conditions = inOrder(judged.flatMap((one) => one.conditions));
  const isBad = conditions.some((condition) => condition !== "error");
  const exitCode = isBad ? 2 : conditions.length > 0 ? 6 : 0;
  const report: CiReport = {
    schema_id: "gait.ci.report",
    schema_version: "1.0.0",
    producer_version: host.producerVersion,
    kind: "verify",
    status: isBad ? "fail" : conditions.length > 0 ? "error" : "pass",
    exit_code: exitCode,
    failed_on: conditions,
    head_sha: options.headSha,
    base_sha: options.base?.sha ?? "",
    base_note: options.base === null ? options.baseNote : "",
    shard: { index: 0, count: 0 },
    reproduce: reproduce(options),
    projects: [],
    artifacts,
    totals: totalsOf([], artifacts),
  };
  return { report: boundedReport(report), exitCode, regressFiles: [] };
}

function reproduce({ paths, profile, requireSignature, publicKey, publicKeyFile }: VerifyCheckOptions): string {
  const hasKeyFile = publicKeyFile !== undefined && publicKeyFile !== "";
  return commandLine(
    "npx",
    "gait",
    "verify",
    ...(profile === "strict" ? ["--profile", "strict"] : []),
    ...(requireSignature ? ["--require-signature"] : []),
    ...(hasKeyFile ? ["--public-key", publicKeyFile] : publicKey ? ["--public-key-env", "GAIT_PUBLIC_KEY"] : []),
    ...(paths.some((name) => name.startsWith("-")) ? ["--"] : []),
    ...paths,
  );
}
