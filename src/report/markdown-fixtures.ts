/** The fixtures of a project: the table, and what changed in each (spec 40 §12.4). */
import { failureReasons } from "./findings.js";
import { shownClass } from "./markdown-changes.js";
import { cellCode, code, fence, htmlCode, message } from "./markdown-escape.js";
import { bullets, type Context, details, place, table, tableRows } from "./markdown-parts.js";
import type { ExpectationClass, FixtureReport, GraderReport, ReceiptChange } from "./model.js";
import { reasonOf } from "./reasons.js";
import { callDiff, countCalls, type DiffLine, describeCalls, diffText, hasCallChanges, shortDigest } from "./tool-calls.js";
import { shown } from "./visible.js";
import { plural } from "./wording.js";

const CALM = 6;

/** Why a fixture deserves a row; smaller comes first. What the agent did comes before what it read. */
function rank(fixture: FixtureReport): number {
  if (fixture.status === "error") return 0;
  if (fixture.status === "fail") return hasCallChanges(fixture.tool_calls) ? 1 : 2;
  const classes = new Set(fixture.expectation_changes.map((change) => change.class));
  if (classes.has("removed") || classes.has("relaxed")) return 3;
  if (isRiskier(fixture) || classes.size > 0) return 4;
  if (fixture.context.classification !== "none" || hasCallChanges(fixture.tool_calls)) return 5;
  return CALM;
}

const isRiskier = ({ risk }: FixtureReport): boolean => risk.candidate > risk.baseline;

/** The fixtures with something to say, failures first, else in the order of the report. */
export const notableFixtures = (fixtures: readonly FixtureReport[]): FixtureReport[] =>
  fixtures
    .filter((fixture) => rank(fixture) < CALM)
    .map((fixture, at) => ({ fixture, at, rank: rank(fixture) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ fixture }) => fixture);

const COLUMNS = ["fixture", "result", "tools", "verdicts", "context", "risk"];

export function fixtureTable({ detail }: Context, fixtures: readonly FixtureReport[]): string {
  const rows = tableRows(fixtures, detail.rows, COLUMNS.length, (fixture) => [
    cellCode(fixture.name),
    result(fixture),
    ...(fixture.candidate === null ? ["–", "–", "–", "–"] : [tools(fixture), verdicts(fixture), context(fixture), risk(fixture)]),
  ]);
  return table(COLUMNS, rows);
}

/** The failed graders, the telling ones first: a changed sequence always differs in its records, too, so the diff comes last. */
const failedGraders = ({ graders }: FixtureReport): GraderReport[] =>
  graders.filter(({ status }) => status === "fail").sort((a, b) => Number(a.name === "diff") - Number(b.name === "diff"));

function reasonsOf(fixture: FixtureReport): string[] {
  if (fixture.problem !== null) return [fixture.problem.reason];
  return [...new Set(failedGraders(fixture).flatMap(failureReasons))];
}

/** Keeps what belongs together on one line of a narrow cell. */
const GLUE = "&nbsp;";

const iconOf = ({ status }: FixtureReport): string => ({ pass: "", fail: "❌", error: "⛔" })[status];

const CHANGE_NOTES: readonly (readonly [ExpectationClass, string])[] = [
  ["removed", "⚠️ expectation removed here"],
  ["relaxed", "⚠️ expectation relaxed here"],
  ["rebaselined", "🔁 recorded anew here"],
  ["changed", "✏️ expectation changed here"],
  ["tightened", "🔒 expectation tightened here"],
];

function result(fixture: FixtureReport): string {
  if (fixture.status !== "pass") {
    return `${iconOf(fixture)}${GLUE}${cellCode(reasonsOf(fixture)[0] ?? "grader_failed")}`;
  }
  const classes = new Set(fixture.expectation_changes.map(shownClass));
  const note = CHANGE_NOTES.find(([name]) => classes.has(name));
  if (note !== undefined) return note[1];
  return isRiskier(fixture) ? "⚠️ riskier than recorded" : "✅ within what is allowed";
}

function tools({ tool_calls }: FixtureReport): string {
  const { added, removed, changed, moved } = countCalls(tool_calls);
  if (added + removed + changed + moved === 0) return "=";
  return [`+${added}`, `−${removed}`, `~${changed}`, ...(moved > 0 ? [`↕${moved}`] : [])].join(GLUE);
}

function verdicts({ verdicts: changes }: FixtureReport): string {
  const [first, ...more] = changes;
  if (first === undefined) return "=";
  const name = (verdict: string) => (verdict === "" ? "none" : cellCode(verdict, 24));
  return `${name(first.expected)} → ${name(first.actual)} at${GLUE}${first.index}${more.length > 0 ? ` +${more.length}` : ""}`;
}

function context({ context: { classification, receipts } }: FixtureReport): string {
  if (classification === "semantic")
    return receipts.length > 0 ? `semantic (${receipts.length}${GLUE}receipt${receipts.length === 1 ? "" : "s"})` : "semantic";
  return classification === "none" ? "=" : classification.replace("_", " ");
}

function risk({ risk: { baseline, candidate } }: FixtureReport): string {
  if (baseline === candidate) return "=";
  return [baseline, "→", candidate, candidate > baseline ? "▲" : "▼"].join(GLUE);
}

/** What changed in one fixture, folded; "" where there is nothing beyond the row. */
export function fixtureDetails(around: Context, fixture: FixtureReport, isOpen: boolean): string {
  const failures = failedGraders(fixture);
  const points = [
    ...(fixture.problem === null ? [] : bullets([fixture.problem], 1, (problem) => explained(around, problem.reason, problem))),
    ...bullets(failures, around.detail.items, (grader) => explained(around, failureReasons(grader)[0]!, grader, failureReasons(grader))),
    ...verdictPoints(fixture),
    ...(isRiskier(fixture) ? [`- ${riskNote(fixture)}`] : []),
  ];
  const blocks = [points.join("\n"), callBlock(around, fixture), receiptBlock(around, fixture)].filter((block) => block !== "");
  const name = [iconOf(fixture), htmlCode(fixture.name)].filter((part) => part !== "").join(" ");
  const what = [name, describeCalls(fixture.tool_calls), describeContext(fixture)].filter((part) => part !== "").join(" · ");
  return blocks.length === 0 ? "" : details(what, blocks, isOpen);
}

/** Where more than the first verdict changed; that one the grader's message tells. */
function verdictPoints(fixture: FixtureReport): string[] {
  const isTold = fixture.graders.some(({ reason_codes }) => reason_codes.includes("unexpected_verdict_sequence"));
  if (isTold && fixture.verdicts.length === 1) return [];
  return bullets(
    fixture.verdicts,
    5,
    ({ index, expected, actual }) => `**Verdict of call ${index}**: expected ${verdictCode(expected)}, got ${verdictCode(actual)}`,
  );
}

function riskNote({ risk: { baseline, candidate, causes } }: FixtureReport): string {
  const calls = causes.slice(0, 3).map(({ index, tool }) => `call ${index}, ${code(tool)}`);
  return `**Risk rose from ${baseline} to ${candidate}**${calls.length > 0 ? `: ${calls.join("; ")}` : ""}`;
}

const verdictCode = (verdict: string): string => (verdict === "" ? "nothing" : code(verdict, 24));

function explained(
  around: Context,
  reason: string,
  { message: text, location }: Pick<GraderReport, "message" | "location">,
  codes: readonly string[] = [reason],
): string {
  const title = `**${reasonOf(reason).title}.**${text === "" ? "" : ` ${message(text)}`}`;
  const source = [...codes.map((name) => code(name)), ...(location === null ? [] : [place(around, location)])];
  return `${title}<br><sub>${source.join(" · ")}</sub>`;
}

function callBlock({ detail }: Context, fixture: FixtureReport): string {
  const lines = callDiff(fixture.tool_calls, detail.diff);
  if (lines.length === 0 || !hasCallChanges(fixture.tool_calls)) return "";
  const [from, to] = [fixture.baseline?.run_id || fixture.run_id, fixture.candidate?.run_id ?? ""];
  const head: DiffLine = { sign: "@", text: to === "" ? shown(from, 48) : `${shown(from, 48)} → ${shown(to, 48)}` };
  return fence("diff", [head, ...lines].map(diffText));
}

const describeContext = ({ context: { receipts } }: FixtureReport): string =>
  receipts.length === 0 ? "" : `${plural(receipts.length, "context receipt")} changed`;

function receiptBlock({ detail }: Context, { context: { receipts } }: FixtureReport): string {
  if (receipts.length === 0) return "";
  const kept = receipts.slice(0, detail.items).map(receiptLine);
  const left = receipts.length - kept.length;
  return fence("diff", ["@@ context @@", ...kept, ...(left > 0 ? [`  … ${plural(left, "more receipt")}`] : [])]);
}

function receiptLine({ kind, ref_id, source_type, left_digest, right_digest }: ReceiptChange): string {
  const sign = { added: "+", removed: "-", changed: "!" }[kind];
  const digests = [left_digest, right_digest]
    .filter((digest) => digest !== "")
    .map(shortDigest)
    .join(" → ");
  return `${sign} ${shown(ref_id, 60)}  ${shown(source_type, 24)}  ${digests}`.trimEnd();
}
