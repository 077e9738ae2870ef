import { goJson } from "../../format/canonical.js";
import { invalidInput } from "../../format/errors.js";
import { assertNoInput, writeFileAtomic } from "../../format/files.js";
import { resolvePath } from "../../format/host.js";
import type { JsonObject } from "../../format/json.js";
import { trim } from "../../format/text.js";
import type { SectionDiff } from "../../pack/content-diff.js";
import { diffPacks, diffShape, isSame, type PackDiff } from "../../pack/diff.js";
import type { IntegrityReport } from "../../pack/integrity.js";
import { type Command, omitEmptyFields } from "../command.js";
import { packFailure, packOutput } from "../pack-output.js";

const sectionFields = ({ added, removed, changed }: SectionDiff): JsonObject =>
  omitEmptyFields({ added: [...added], removed: [...removed], changed: changed.map(({ id, fields }) => ({ id, fields: [...fields] })) });

function diffFields({ result, left, right, contents }: PackDiff): JsonObject {
  const encoded = diffShape.encode(result);
  return {
    Result: encoded,
    result: encoded,
    left_integrity_ok: left.ok,
    right_integrity_ok: right.ok,
    ...omitEmptyFields({
      left_integrity_error: left.reason,
      right_integrity_error: right.reason,
      intents: contents && sectionFields(contents.intents),
      results: contents && sectionFields(contents.results),
      receipts: contents && sectionFields(contents.receipts),
    }),
  };
}

const integrityLine = (side: string, { ok, reason }: IntegrityReport): string[] => (ok ? [] : [`${side} is not intact: ${reason}`]);

const sectionLines = (label: string, { added, removed, changed }: SectionDiff): string[] => [
  ...removed.map((id) => `${label} - ${id}`),
  ...added.map((id) => `${label} + ${id}`),
  ...changed.map(({ id, fields }) => `${label} ~ ${id}: ${fields.join(", ")}`),
];

function textLines(diff: PackDiff): string[] {
  const { result, left, right, contents } = diff;
  const { summary } = result;
  const broken = [...integrityLine("left", left), ...integrityLine("right", right)];
  if (!summary.changed) return [broken.length === 0 ? "pack diff ok" : "pack diff: same declarations", ...broken];
  const list = (label: string, items: readonly string[]) => (items.length > 0 ? [`${label}: ${items.join(", ")}`] : []);
  return [
    "pack diff: changed",
    `left:  ${result.left_pack_id} (${result.left_pack_type})`,
    `right: ${result.right_pack_id} (${result.right_pack_type})`,
    ...list("removed files", summary.removed_files),
    ...list("added files", summary.added_files),
    ...list("changed files", summary.changed_files),
    ...(summary.context_changed ? [`context: ${summary.context_drift_classification}`] : []),
    ...(contents ? sectionLines("intent", contents.intents) : []),
    ...(contents ? sectionLines("result", contents.results) : []),
    ...(contents ? sectionLines("receipt", contents.receipts) : []),
    ...broken,
  ];
}

export const command: Command = {
  name: "pack diff",
  summary: "Compare two packs.",
  description: "Compare two packs or runpacks: which files, intents, results and context changed. Ends with 2 when anything did.",
  usage: ["pack diff <left> <right> [--output diff.json]"],
  flags: [{ name: "output", kind: "string", value: "path", help: "File for the result as JSON." }],
  examples: [{ line: "gait pack diff before.zip after.zip", why: "What the second run did differently." }],
  failureFields: packFailure("diff"),
  run: async (args, { host }) => {
    const [left, right, ...rest] = args.positionals.map(trim);
    if (!left || !right || rest.length > 0) throw invalidInput("expected <left> <right>");
    const path = trim(args.string("output"));
    if (path !== "") assertNoInput(host, "--output", path, [left, right]);
    const diff = await diffPacks(host, left, right);
    if (path !== "") writeFileAtomic(host, resolvePath(host, path), goJson(diffShape.encode(diff.result)));
    const ok = isSame(diff);
    return { exitCode: ok ? 0 : 2, json: packOutput("diff", { ok, path, diff: diffFields(diff) }), text: textLines(diff) };
  },
};
