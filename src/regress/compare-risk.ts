/** How dangerous the calls of a run are (tables of spec 50 §9), and which calls make it worse than the recorded one. */
import { createHash } from "node:crypto";
import { compareBytes, isBlank, normalizeWord } from "../format/text.js";
import type { RiskChange } from "../report/model.js";
import type { Runpack } from "../runpack/read.js";

export type ToolClass = "destructive" | "write" | "read" | "execute";

const CLASS_WORDS: readonly (readonly [ToolClass, readonly string[]])[] = [
  ["destructive", ["delete", "drop", "destroy", "remove", "purge"]],
  ["write", ["write", "update", "save", "send", "export", "create"]],
  ["read", ["read", "list", "get", "search", "fetch"]],
];
const CLASS_WEIGHT: Readonly<Record<ToolClass, number>> = { destructive: 4, write: 3, execute: 2, read: 1 };

const includesAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** By substring of the lower-cased name; the first group that hits counts. */
export const toolClassOf = (tool: string): ToolClass => {
  const name = tool.toLowerCase();
  return CLASS_WORDS.find(([, words]) => includesAny(name, words))?.[0] ?? "execute";
};

/** Letters and digits, everything else `_`; where nothing is left, eight bytes of the text's hash. */
export function normalizeIdentifier(text: string): string {
  const word = normalizeWord(text);
  const kept = word.replace(/[^a-z0-9]/gu, "_").replace(/^_+|_+$/g, "");
  return kept !== "" ? kept : createHash("sha256").update(word).digest("hex").slice(0, 16);
}

const WIDE_TARGETS = ["prod", "payment", "finance", "customer", "pii", "db"];
const INNER_TARGETS = ["internal", "staging", "queue"];
const LOCATOR_LENGTH = 48;

/** 1 to 3, from what the run's receipts point at. */
export function blastRadiusOf(receipts: Runpack["refs"]["receipts"]): number {
  const targets = receipts.map(
    ({ source_type, source_locator }) =>
      `${normalizeIdentifier(source_type)}:${normalizeIdentifier(source_locator).slice(0, LOCATOR_LENGTH)}`,
  );
  if (targets.some((target) => includesAny(target, WIDE_TARGETS))) return 3;
  return targets.some((target) => includesAny(target, INNER_TARGETS)) ? 2 : 1;
}

const GRAVE_REASONS = ["violation_", "blocked", "approval", "destructive", "credential", "prompt_injection"];

/** What a call's status adds: nothing when it went well. */
function statusPoints(status: string | undefined): number {
  if (status === undefined) return 0;
  const word = normalizeWord(status);
  if (word === "ok" || word === "success") return 0;
  return includesAny(`result_status_${normalizeIdentifier(word)}`, GRAVE_REASONS) ? 2 : 1;
}

export interface ScoredCall {
  readonly index: number;
  readonly tool: string;
  readonly score: number;
}

/** Every call with a tool name and its score. */
export function scoreCalls({ intents, results, refs }: Pick<Runpack, "intents" | "results" | "refs">): ScoredCall[] {
  const statuses = new Map(results.map(({ intent_id, status }) => [intent_id, status]));
  const blast = blastRadiusOf(refs.receipts);
  return intents
    .map(({ tool_name, intent_id }, index) => ({
      index,
      tool: tool_name,
      score: CLASS_WEIGHT[toolClassOf(tool_name)] * 100 + blast * 10 + statusPoints(statuses.get(intent_id)),
    }))
    .filter(({ tool }) => !isBlank(tool));
}

const highest = (calls: readonly ScoredCall[]): number => calls.reduce((top, { score }) => Math.max(top, score), 0);

/** Highest scores of both runs and the calls of the candidate that score above the baseline's highest, highest first. */
export function compareRisk(baseline: Runpack, candidate: Runpack): RiskChange {
  const before = highest(scoreCalls(baseline));
  const after = scoreCalls(candidate);
  const causes = after
    .filter(({ score }) => score > before)
    .sort((a, b) => b.score - a.score || compareBytes(a.tool, b.tool) || a.index - b.index);
  return { baseline: before, candidate: highest(after), causes };
}
