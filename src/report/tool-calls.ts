/** Tool-call changes as lines of text, the same in the comment, in JUnit and on a terminal (spec 40 §12.4 item 1). */

import { canonicalize } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import { isJsonObject, type Json, parseJson } from "../format/json.js";
import type { CallSide, ToolCallChange } from "./model.js";
import { shown } from "./visible.js";

/** A line of a diff with its sign: ` ` unchanged, `!` changed, `+` added, `-` removed, `@` a heading. */
export interface DiffLine {
  readonly sign: " " | "!" | "+" | "-" | "@";
  readonly text: string;
}

export interface DiffOptions {
  /** How many unchanged and moved calls to show around a change; 0 shows changes only, Infinity all. */
  readonly context: number;
  /** Whether recorded arguments are shown, where the report has them. */
  readonly args: boolean;
  /** Most lines, the note on what was left out included. */
  readonly maxLines: number;
}

export interface CallCounts {
  readonly added: number;
  readonly removed: number;
  /** Same place, other arguments, result or status. */
  readonly changed: number;
  readonly moved: number;
}

export function countCalls(changes: readonly ToolCallChange[]): CallCounts {
  const count = (...kinds: ToolCallChange["kind"][]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    added: count("added"),
    removed: count("removed"),
    changed: count("args_changed", "result_changed", "status_changed"),
    moved: count("moved"),
  };
}

export const hasCallChanges = (changes: readonly ToolCallChange[]): boolean => changes.some(({ kind }) => kind !== "same");

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** `1 call added, 2 changed`; "" where nothing changed. */
export function describeCalls(changes: readonly ToolCallChange[]): string {
  const { added, removed, changed, moved } = countCalls(changes);
  const parts = [
    [added, "added"],
    [removed, "removed"],
    [changed, "changed"],
    [moved, "moved"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what], index) => (index === 0 ? `${plural(count, "call")} ${what}` : `${count} ${what}`))
    .join(", ");
}

/** First twelve digits, as digests are shown everywhere. */
export const shortDigest = (digest: string): string => shown(digest.replace(/^sha256:/, "").slice(0, 12), 12);

const TOOL_WIDTH = 40;

/** The diff of a fixture's calls: unchanged stretches are folded, the length is bounded, what was left out is counted. */
export function callDiff(changes: readonly ToolCallChange[], options: DiffOptions): DiffLine[] {
  const width = Math.min(
    TOOL_WIDTH,
    Math.max(0, ...changes.slice(0, 2 * options.maxLines).map(({ tool }) => [...shown(tool, TOOL_WIDTH)].length)),
  );
  const lines: DiffLine[] = [];
  let skipped = 0;
  const flush = () => {
    if (skipped > 0) lines.push({ sign: " ", text: `  … ${plural(skipped, "unchanged call")}` });
    skipped = 0;
  };
  const isNear = nearChange(changes, options.context);
  for (const [at, change] of changes.entries()) {
    if (!isNear[at]) {
      skipped++;
      continue;
    }
    flush();
    const added = linesOf(change, width, options.args);
    if (lines.length + added.length >= options.maxLines) {
      const left = changes.slice(at);
      const real = left.filter(({ kind }) => kind !== "same").length;
      lines.push({ sign: " ", text: `  … ${plural(left.length, "more call")} (${real} changed) left out` });
      return lines;
    }
    lines.push(...added);
  }
  flush();
  return lines;
}

/** Which calls are changes or within `context` calls of one. With context 0 a move is not a change worth a line. */
function nearChange(changes: readonly ToolCallChange[], context: number): boolean[] {
  const isChange = changes.map(({ kind }) => kind !== "same" && (context > 0 || kind !== "moved"));
  if (context === 0) return isChange;
  const near = [...isChange];
  for (const step of [1, -1]) {
    let since = Number.POSITIVE_INFINITY;
    for (let at = step === 1 ? 0 : changes.length - 1; at >= 0 && at < changes.length; at += step) {
      since = isChange[at] ? 0 : since + 1;
      if (since <= context) near[at] = true;
    }
  }
  // A fold that hides a single call saves nothing.
  return near.map((value, at) => value || ((near[at - 1] ?? false) && (near[at + 1] ?? false)) || context === Number.POSITIVE_INFINITY);
}

function linesOf(change: ToolCallChange, width: number, args: boolean): DiffLine[] {
  const tool = shown(change.tool, TOOL_WIDTH);
  const pad = " ".repeat(Math.max(0, width - [...tool].length));
  const side = change.right ?? change.left;
  if (side === null) return [];
  const index = String(side.index).padStart(2);
  const text = (...notes: string[]) =>
    `${index} ${[tool + pad, ...notes]
      .filter((note) => note !== "")
      .join("  ")
      .trimEnd()}`;
  switch (change.kind) {
    case "added":
      return [{ sign: "+", text: text(argsNote(side), outcome(side)) }, ...(args ? argLines("+", side.args) : [])];
    case "removed":
      return [{ sign: "-", text: text(argsNote(side), outcome(side)) }, ...(args ? argLines("-", side.args) : [])];
    case "same":
      return [{ sign: " ", text: text(argsNote(side), outcome(side)) }];
    default: {
      const left = change.left ?? side;
      const notes = [
        moved("args", shortDigest(left.args_digest), shortDigest(side.args_digest)),
        moved("", outcome(left), outcome(side)),
        change.kind === "result_changed" ? moved("result", shortDigest(left.result_digest), shortDigest(side.result_digest)) : "",
        left.index === side.index ? "" : `(was ${left.index})`,
      ];
      return [{ sign: "!", text: text(...notes) }, ...(args ? argChange(left.args, side.args) : [])];
    }
  }
}

const argsNote = (side: CallSide): string => (side.args_digest === "" ? "" : `args ${shortDigest(side.args_digest)}`);

/** What became of a call: its status, and its verdict where that says something else. */
function outcome({ status, verdict }: CallSide): string {
  const word = shown(status, 24);
  return verdict === "" || verdict === "allow" || status.startsWith(verdict) ? word : `${word} [${shown(verdict, 24)}]`.trimStart();
}

const moved = (label: string, from: string, to: string): string => {
  const value = from === to ? to : `${from || "none"} → ${to || "none"}`;
  return value === "" ? "" : `${label} ${value}`.trimStart();
};

const ARG_LENGTH = 400;

const argLines = (sign: "+" | "-", args: string): DiffLine[] => (args === "" ? [] : [{ sign, text: `     ${shown(args, ARG_LENGTH)}` }]);

/** The arguments that differ, by name where both sides are objects. */
function argChange(left: string, right: string): DiffLine[] {
  if (left === right) return [];
  const [from, to] = [membersOf(left), membersOf(right)];
  if (from === null || to === null) return [...argLines("-", left), ...argLines("+", right)];
  const names = [...new Set([...from.keys(), ...to.keys()])].filter((name) => from.get(name) !== to.get(name));
  const line = (sign: "+" | "-", name: string, value: string | undefined): DiffLine[] =>
    value === undefined ? [] : argLines(sign, `${name}: ${value}`);
  return names.flatMap((name) => [...line("-", name, from.get(name)), ...line("+", name, to.get(name))]);
}

function membersOf(args: string): Map<string, string> | null {
  try {
    const value = parseJson(args);
    return isJsonObject(value) ? new Map(Object.entries(value).map(([name, member]) => [name, canonicalize(member as Json)])) : null;
  } catch (error) {
    // Recorded text that is no JSON is shown as it is.
    if (error instanceof GaitError) return null;
    throw error;
  }
}

/** A diff line as it stands in a `diff` block. */
export const diffText = ({ sign, text }: DiffLine): string => (sign === "@" ? `@@ ${text} @@` : `${sign} ${text}`.trimEnd());
