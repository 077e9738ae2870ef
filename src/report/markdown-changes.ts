/** What a change does to the protection itself: removed fixtures, other expectations, another context. Always visible. */
import { cellCode, code, fence, htmlCode, prose } from "./markdown-escape.js";
import { alert, bullets, type Context, details, place, table, tableRows } from "./markdown-parts.js";
import type { ExpectationChange, ExpectationClass, FixtureReport, ProjectReport } from "./model.js";
import { callDiff, describeCalls, diffText, hasCallChanges } from "./tool-calls.js";
import { isExpectationGone } from "./totals.js";
import { duration, plural } from "./wording.js";

/** A box that names the fixtures which are gone; "" where there are none. */
export function removedCoverage(around: Context, { fixtures_removed: removed }: ProjectReport, isFatal: boolean): string {
  if (removed.length === 0) return "";
  const lines = bullets(removed, around.detail.items, ({ name, run_id, location }) => {
    const run = run_id === "" ? "" : `, run ${code(run_id)}`;
    return `${code(name)}${run}, was at ${code(`${location.file}:${location.line}`, 120)}`;
  });
  const they = removed.length === 1 ? "it" : "they";
  const why = `What ${they} protected is no longer checked. Restore ${removed.length === 1 ? "it" : "them"}, or say here why ${they} may go.`;
  return alert(isFatal ? "CAUTION" : "WARNING", [`**${plural(removed.length, "fixture")} removed.** ${why}`, "", ...lines]);
}

const ORDER: readonly ExpectationClass[] = ["removed", "relaxed", "rebaselined", "changed", "tightened"];

/** What a reader is told: an expectation that was relaxed to nothing is one that is gone. */
export const shownClass = (change: ExpectationChange): ExpectationClass => (isExpectationGone(change) ? "removed" : change.class);

const LABELS: Readonly<Record<ExpectationClass, string>> = {
  removed: "⚠️&nbsp;**removed**",
  relaxed: "⚠️&nbsp;**relaxed**",
  rebaselined: "🔁&nbsp;recorded&nbsp;anew",
  changed: "✏️&nbsp;changed",
  tightened: "🔒&nbsp;tightened",
};

/** Every change of an expectation, the dangerous ones first, with the calls of a run that was recorded anew. */
export function expectationChanges(around: Context, fixtures: readonly FixtureReport[]): string[] {
  const changes = fixtures
    .flatMap((fixture) => fixture.expectation_changes.map((change) => ({ fixture, change })))
    .map((entry, at) => ({ ...entry, at }))
    .sort((a, b) => ORDER.indexOf(shownClass(a.change)) - ORDER.indexOf(shownClass(b.change)) || a.at - b.at);
  if (changes.length === 0) return [];
  const value = (text: string) => (text === "" ? "–" : cellCode(text, 60));
  const header = ["fixture", "expectation", "", "before", "after"];
  const rows = tableRows(changes, around.detail.items, header.length, ({ fixture, change }) => [
    cellCode(fixture.name),
    cellCode(change.field),
    LABELS[shownClass(change)],
    value(change.base),
    value(change.head),
  ]);
  const anew = changes.filter(({ change }) => hasCallChanges(change.tool_calls)).slice(0, around.detail.folded);
  return [
    "**This change edits what is expected**",
    table(header, rows),
    ...anew.map(({ fixture, change }) =>
      details(`${htmlCode(fixture.name)} recorded anew · ${describeCalls(change.tool_calls)}`, [
        fence("diff", ["@@ recorded before → recorded now @@", ...callDiff(change.tool_calls, around.detail.diff).map(diffText)]),
        ...(change.location === null ? [] : [`See ${place(around, change.location)}`]),
      ]),
    ),
  ];
}

const RECEIPTS = 3;

/** One line per fixture whose context moved and whose receipts are not listed already. */
export function contextDrift(around: Context, fixtures: readonly FixtureReport[]): string[] {
  const moved = fixtures.filter(({ context }) => context.classification !== "none");
  if (moved.length === 0) return [];
  const lines = bullets(moved, around.detail.items, (fixture) => `${code(fixture.name)}: ${describeDrift(fixture)}`);
  return ["**Context**", lines.join("\n")];
}

function describeDrift({ context: { classification, receipts, widest_age_change_seconds: age } }: FixtureReport): string {
  if (classification === "runtime_only")
    return `the same content${age > 0 ? `, retrieved up to ${duration(age)} apart` : ", retrieved at another time"}`;
  if (classification === "missing") return "the context could not be compared";
  const first = receipts.slice(0, RECEIPTS).map(({ kind, ref_id }) => `${code(ref_id)} ${kind}`);
  const more = receipts.length > RECEIPTS ? ` and ${receipts.length - RECEIPTS} more` : "";
  return first.length === 0 ? "other content" : `other content: ${first.join(", ")}${more}`;
}

/** Fixtures that are new, a reason to be glad. */
export const addedFixtures = ({ detail }: Context, { fixtures_added: added }: ProjectReport): string => {
  if (added.length === 0) return "";
  const names = added.slice(0, detail.items).map((name) => code(name));
  const more = added.length > names.length ? ` and ${added.length - names.length} more` : "";
  return `🆕 ${plural(added.length, "fixture")} added: ${names.join(", ")}${more}`;
};

/** Why there is nothing to compare the expectations with. */
export const baseNote = (note: string): string => (note === "" ? "" : `ℹ️ Not compared with a base commit: ${prose(note, 300)}`);
