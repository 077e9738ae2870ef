/** The artifacts of `gait-verify`, those that are not what they claim to be first (spec 40 §12.5). */
import { cellCode, code, fence, htmlCode, message } from "./markdown-escape.js";
import { bullets, type Context, details, table, tableRows } from "./markdown-parts.js";
import type { CiReport, VerifiedArtifact } from "./model.js";
import { reasonOf } from "./reasons.js";
import { shortDigest } from "./tool-calls.js";
import { isTampered, isUnsigned } from "./totals.js";
import { shown } from "./visible.js";
import { plural } from "./wording.js";

function rank(artifact: VerifiedArtifact): number {
  if (isTampered(artifact)) return 0;
  if (artifact.status === "error") return 1;
  if (artifact.status === "fail") return 2;
  if (artifact.change === "signature_lost" || artifact.change === "key_changed") return 3;
  if (artifact.kind === "unknown" || artifact.signature_status === "skipped" || artifact.change === "changed") return 4;
  if (isUnsigned(artifact) || artifact.warnings.length > 0) return 5;
  return 6;
}

/** Artifacts with something to say, the worst first. Unsigned ones count only where something else is wrong, too. */
export function notableArtifacts({ artifacts, status }: CiReport): VerifiedArtifact[] {
  const limit = status === "pass" ? 5 : 6;
  return artifacts
    .map((artifact, at) => ({ artifact, at, rank: rank(artifact) }))
    .filter((entry) => entry.rank < limit)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ artifact }) => artifact);
}

const COLUMNS = ["artifact", "kind", "result", "signature", "since base"];

const CHANGES: Readonly<Record<VerifiedArtifact["change"], string>> = {
  new: "new",
  same: "=",
  changed: "content&nbsp;changed",
  key_changed: "⚠️&nbsp;**another&nbsp;key**",
  signature_lost: "⚠️&nbsp;**signature&nbsp;lost**",
  unknown: "–",
};

/** The table, and a folded list of what is wrong for every artifact that did not verify. */
export function verifySections(around: Context, artifacts: readonly VerifiedArtifact[]): string[] {
  const rows = tableRows(artifacts, around.detail.rows, COLUMNS.length, (artifact) => [
    cellCode(artifact.path),
    artifact.kind.replace("_", " "),
    result(artifact),
    signature(artifact),
    CHANGES[artifact.change],
  ]);
  const folded = artifacts
    .slice(0, around.detail.folded)
    .map((artifact, at) => artifactDetails(around, artifact, at === 0))
    .filter((block) => block !== "");
  return [...(rows.length > 0 ? [table(COLUMNS, rows)] : []), ...folded];
}

function result(artifact: VerifiedArtifact): string {
  if (isTampered(artifact)) return "❌ **tampered with**";
  if (artifact.problem !== null) return `⛔&nbsp;${cellCode(artifact.problem.reason)}`;
  if (artifact.status !== "pass") return "❌ refused";
  return artifact.kind === "unknown" ? "⚠️ not verified" : `✅ ${plural(artifact.files_checked, "file")}`;
}

function signature({ signature_status: status, key_ids }: VerifiedArtifact): string {
  const key = key_ids[0] === undefined ? "" : ` ${cellCode(key_ids[0].slice(0, 16), 16)}`;
  switch (status) {
    case "verified":
      return `verified${key}`;
    case "missing":
      return "⚠️ none";
    case "failed":
      return `❌ **does not verify**${key}`;
    case "skipped":
      return `⚠️ not checked${key}`;
    default:
      return status === "" ? "–" : cellCode(status, 24);
  }
}

function artifactDetails({ detail }: Context, artifact: VerifiedArtifact, isOpen: boolean): string {
  const points: string[] = [];
  const lines: string[] = [];
  const list = (reason: string, names: readonly string[], render: (at: number) => string) => {
    if (names.length === 0) return;
    lines.push(`@@ ${reasonOf(reason).title.toLowerCase()} @@`, ...names.slice(0, detail.items).map((_name, at) => render(at)));
    if (names.length > detail.items) lines.push(`  … ${names.length - detail.items} more`);
  };
  if (artifact.problem !== null) points.push(`**${reasonOf(artifact.problem.reason).title}.** ${message(artifact.problem.message)}`);
  list(
    "hash_mismatch",
    artifact.hash_mismatches.map(({ path }) => path),
    (at) => {
      const { path, expected, actual } = artifact.hash_mismatches[at]!;
      return `! ${shown(path)}  ${shortDigest(expected)} → ${shortDigest(actual)}`;
    },
  );
  list("missing_files", artifact.missing_files, (at) => `- ${shown(artifact.missing_files[at]!)}`);
  list("undeclared_files", artifact.undeclared_files, (at) => `+ ${shown(artifact.undeclared_files[at]!)}`);
  list("duplicate_entries", artifact.duplicate_entries, (at) => `! ${shown(artifact.duplicate_entries[at]!)}`);
  if (artifact.signature_status === "failed") {
    points.push(
      [`**${reasonOf("signature_invalid").title}.**`, ...artifact.signature_errors.slice(0, 3).map((error) => message(error))].join(" "),
    );
  }
  points.push(...artifact.warnings.slice(0, 3).map((warning) => message(warning)));
  const id = artifact.id === "" ? "" : `id ${code(artifact.id)}`;
  const blocks = [bullets(points, 10, (point) => point).join("\n"), lines.length > 0 ? fence("diff", lines) : "", id].filter(
    (block) => block !== "",
  );
  return points.length + lines.length === 0 ? "" : details(htmlCode(artifact.path), blocks, isOpen);
}
