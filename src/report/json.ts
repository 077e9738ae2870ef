/** `report.json`: the report as canonical JSON (spec 40 §12.4). The reader is apart, because it is needed in other jobs only. */
import { canonicalize } from "../format/canonical.js";
import { GaitError } from "../format/errors.js";
import type { Json } from "../format/json.js";
import type { CiReport, FixtureReport, ToolCallChange } from "./model.js";

/** What a reader of an untrusted artifact accepts (spec 40 §12.4, forks). */
export const MAX_REPORT_BYTES = 5 * 1024 * 1024;

/**
 * RFC 8785 text of the report, at most `maxBytes`: 5 MiB, which is what a reader of an untrusted artifact accepts. A larger one loses
 * what can be spared, in the order in which the comment spares it: recorded arguments, unchanged calls, all calls. What was judged
 * always stays.
 * @throws GaitError where even that is too large.
 */
export function renderJson(report: CiReport, maxBytes: number = MAX_REPORT_BYTES): string {
  for (const reduce of [keepAll, withoutArguments, changesOnly, withoutCalls]) {
    const text = canonicalize(wellFormed(mapCalls(report, reduce)));
    if (Buffer.byteLength(text) <= maxBytes) return text;
  }
  throw new GaitError("invalid_input", `the report is larger than ${maxBytes} bytes`, { code: "report_too_large" });
}

type Reduce = (calls: ToolCallChange[]) => ToolCallChange[];

const keepAll: Reduce = (calls) => calls;
const withoutArguments: Reduce = (calls) =>
  calls.map(({ kind, tool, left, right }) => ({ kind, tool, left: left && { ...left, args: "" }, right: right && { ...right, args: "" } }));
const changesOnly: Reduce = (calls) => withoutArguments(calls.filter(({ kind }) => kind !== "same"));
const withoutCalls: Reduce = () => [];

function mapCalls(report: CiReport, reduce: Reduce): CiReport {
  if (reduce === keepAll) return report;
  const fixture = (one: FixtureReport): FixtureReport => ({
    ...one,
    tool_calls: reduce(one.tool_calls),
    expectation_changes: one.expectation_changes.map((change) => ({ ...change, tool_calls: reduce(change.tool_calls) })),
  });
  return { ...report, projects: report.projects.map((project) => ({ ...project, fixtures: project.fixtures.map(fixture) })) };
}

/** Halves of surrogate pairs have no canonical form; they become U+FFFD. */
function wellFormed(value: unknown): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wellFormed(member)]));
}
