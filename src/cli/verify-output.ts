/** How verdicts on artifacts are shown (spec 10 §9.3). */
import type { JsonObject } from "../format/json.js";
import type { Status, VerifiedArtifact } from "../report/model.js";
import { commandLine } from "../report/shell-word.js";
import { shown, visible } from "../report/visible.js";
import { looksLikePath } from "../runpack/locate.js";
import type { VerifiedOne } from "../verify/one.js";
import { type Outcome, omitEmptyFields } from "./command.js";

function signatureNote({ verification, requireSignature }: VerifiedOne): string {
  const { status, errors } = verification.signature;
  if (status === "verified" && errors.length > 0) return "one signature holds, others do not; look at the signature errors";
  if (status === "verified") return "";
  if (status === "missing") {
    return requireSignature
      ? "a signature is required and there is none; record with a private key"
      : "not signed: the digests prove that nothing changed since, not who recorded it";
  }
  if (status === "skipped") return "signed, but NOT CHECKED: no public key was given";
  return errors.every((error) => error === "key id mismatch")
    ? "signed by another key than the given one"
    : "no signature of the given key holds; do not trust this file";
}

const nextCommands = ({ ok, verification, path }: VerifiedOne): string[] => {
  const source = path === `gait-out/runpack_${verification.runId}.zip` && !looksLikePath(verification.runId) ? verification.runId : path;
  return ok ? [commandLine("gait", "regress", "bootstrap", "--from", source, "--json", "--junit", "./gait-out/junit.xml")] : [];
};

function oneFields(one: VerifiedOne): JsonObject {
  const { verification, unexpected, profile } = one;
  const { signature, findings } = verification;
  return omitEmptyFields({
    ok: one.ok,
    path: one.path,
    run_id: verification.runId,
    manifest_digest: verification.manifestDigest,
    files_checked: verification.filesChecked,
    missing_files: [...verification.missingFiles],
    hash_mismatches: verification.hashMismatches.map(({ path, expected, actual }) => ({ path, expected, actual })),
    signature_status: signature.status,
    signature_errors: [...signature.errors],
    signatures_total: signature.total,
    signatures_valid: signature.valid,
    signature_key_ids: [...new Set(verification.signatures.map((one) => one.key_id))],
    signature_note: signatureNote(one),
    expectation_errors: [...unexpected],
    warnings: findings.map((finding) => finding.message),
    findings: profile === "strict" ? findings.map(({ code, message }) => ({ code, message })) : [],
    next_commands: nextCommands(one),
  });
}

const when = (words: readonly string[], line: (joined: string) => string): string[] => (words.length > 0 ? [line(words.join("; "))] : []);

function oneText(one: VerifiedOne): string[] {
  const { verification, unexpected, profile } = one;
  const { signature, missingFiles, hashMismatches, findings } = verification;
  const note = signatureNote(one);
  const next = nextCommands(one);
  return [
    `verify ${one.ok ? "ok" : "failed"}: ${one.path}`,
    ...(missingFiles.length > 0 ? [`missing files: ${missingFiles.join(", ")}`] : []),
    ...(hashMismatches.length > 0 ? [`hash mismatches: ${hashMismatches.length}`] : []),
    ...hashMismatches.map(({ path, expected, actual }) => `  ${path}: expected ${expected}, found ${actual}`),
    ...when(unexpected, (joined) => `unexpected: ${joined}`),
    `signature status: ${signature.status}`,
    ...(note === "" ? [] : [`signature note: ${note}`]),
    ...(signature.errors.length > 0 && !(one.ok && signature.status === "skipped")
      ? [`signature errors: ${signature.errors.join(", ")}`]
      : []),
    ...when(
      findings.map((finding) => finding.message),
      (joined) => `${profile === "strict" ? "findings" : "warnings"}: ${joined}`,
    ),
    ...(next.length > 0 ? [`next: ${next.join(" | ")}`] : []),
  ].map(visible);
}

export const verificationOutcome = (one: VerifiedOne): Outcome => ({ exitCode: one.ok ? 0 : 2, json: oneFields(one), text: oneText(one) });

const STATUS_WORDS: Readonly<Record<Status, string>> = { pass: "verified", fail: "failed", error: "unreadable" };

/** One row of `artifacts[]`. */
export const artifactFields = (row: VerifiedArtifact): JsonObject => ({
  path: row.path,
  kind: row.kind,
  status: STATUS_WORDS[row.status],
  ...omitEmptyFields({
    id: row.id,
    files_checked: row.files_checked,
    missing_files: row.missing_files,
    hash_mismatches: row.hash_mismatches,
    undeclared_files: row.undeclared_files,
    duplicate_entries: row.duplicate_entries,
    signature_status: row.signature_status,
    signature_errors: row.signature_errors,
    signature_key_ids: row.key_ids,
    warnings: row.warnings,
    error: row.problem?.message,
    error_detail_code: row.problem?.reason,
  }),
});

/** More sound artifacts than this are only counted. */
const MAX_SOUND_LINES = 20;
const MAX_DETAIL = 400;

function reason(row: VerifiedArtifact): string {
  if (row.problem) return row.problem.message;
  const parts = [
    row.missing_files.length > 0 ? `missing ${row.missing_files.join(", ")}` : "",
    row.hash_mismatches.length > 0 ? `changed ${row.hash_mismatches.map((one) => one.path).join(", ")}` : "",
    row.kind !== "runpack" && row.undeclared_files.length > 0 ? `undeclared ${row.undeclared_files.join(", ")}` : "",
    row.signature_errors.join(", "),
    row.warnings.join(", "),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

const artifactLine = (row: VerifiedArtifact): string => {
  const detail = row.status === "pass" ? `signature ${row.signature_status}` : shown(reason(row), MAX_DETAIL);
  return `  ${STATUS_WORDS[row.status].padEnd(10)}  ${visible(row.path)}  ${detail}`;
};

/** What is wrong, line by line; of what is sound only the first. */
export function artifactLines(rows: readonly VerifiedArtifact[]): string[] {
  const sound = rows.filter((row) => row.status === "pass");
  const left = sound.length - MAX_SOUND_LINES;
  return [
    ...rows.filter((row) => row.status !== "pass").map(artifactLine),
    ...sound.slice(0, MAX_SOUND_LINES).map(artifactLine),
    ...(left > 0 ? [`  … and ${left} more verified`] : []),
  ];
}
