/**
 * The pull request comment and the step summary. A product: what happened in the first line, failures first, the long part folded,
 * hard limits met by showing less, never by cutting (spec 40 §12.1, §12.4).
 */

import { acceptCommand, MAX_COMMAND } from "./commands.js";
import { addedFixtures, baseNote, contextDrift, expectationChanges, removedCoverage } from "./markdown-changes.js";
import { code, fence, link, message, prose } from "./markdown-escape.js";
import { fixtureDetails, fixtureTable, notableFixtures } from "./markdown-fixtures.js";
import { alert, type Context, type Detail, details, type MarkdownOptions } from "./markdown-parts.js";
import { notableArtifacts, verifySections } from "./markdown-verify.js";
import type { CiReport, ProjectReport } from "./model.js";
import { reasonOf } from "./reasons.js";
import { visible } from "./visible.js";
import { headlineOf, type Mood, plural, shortSha } from "./wording.js";

export type { MarkdownOptions } from "./markdown-parts.js";

/** GitHub refuses comments over 65,536 characters; what counts as one has changed before, so bytes stay below that, too. */
const COMMENT_CHARACTERS = 60_000;
const COMMENT_BYTES = 65_000;
/** A summary of a megabyte is dropped without a word (actions/runner #4337). */
const SUMMARY_BYTES = 900 * 1024;

export interface CommentOptions extends MarkdownOptions {
  /** Identity of the sticky comment. */
  readonly key: string;
  readonly runId: string;
  readonly runAttempt: string;
}

/** How a comment of this key begins, whatever commit it is about. */
export const markerPrefix = (key: string): string => `<!-- gait:${key.replace(/[%<>\s]/g, (char) => encodeURIComponent(char))}:v1 `;

/** Whether the report leaves nothing for a reader to do or to know. */
export const isQuiet = (report: CiReport): boolean =>
  headlineOf(report).mood === "pass" && report.projects.every((project) => !hasNews(project)) && notableArtifacts(report).length === 0;

/** The body of the sticky comment, marker included: at most 60,000 characters and 65,000 bytes. */
export function renderComment(report: CiReport, options: CommentOptions): string {
  const word = (text: string) => text.replace(/[^0-9A-Za-z._-]/g, "");
  const marker = `${markerPrefix(options.key)}head=${word(report.head_sha)} run=${word(options.runId)}/${word(options.runAttempt)} -->`;
  const fits = (body: string) => body.length <= COMMENT_CHARACTERS && Buffer.byteLength(body) <= COMMENT_BYTES;
  return fitting(COMMENT, fits, (detail) => `${marker}\n${body(report, options, detail)}\n`);
}

/** The step summary: at most 900 KiB. It carries what the comment had to leave out. */
export function renderSummary(report: CiReport, options: MarkdownOptions): string {
  const fits = (text: string) => Buffer.byteLength(text) <= SUMMARY_BYTES;
  return fitting(SUMMARY, fits, (detail) => `${body(report, options, detail)}\n`);
}

function fitting(ladder: readonly Detail[], fits: (text: string) => boolean, render: (detail: Detail) => string): string {
  let text = "";
  for (const detail of ladder) {
    text = render(detail);
    if (fits(text)) break;
  }
  return text;
}

/**
 * Truncation order: raw arguments, unchanged and moved calls, details, rows; the last one is counts only. That one always fits: it
 * shows five entries of each list of two projects, and every text in it is clipped.
 */
const reductions = (full: Detail): Detail[] => {
  const plain: Detail = { ...full, diff: { ...full.diff, args: false } };
  const changes: Detail = { ...plain, diff: { ...plain.diff, context: 0 } };
  const fewer = [1 / 2, 1 / 8, 1 / 32].map(
    (part): Detail => ({
      ...changes,
      folded: Math.ceil(full.folded * part),
      diff: { ...changes.diff, maxLines: Math.max(10, Math.ceil(full.diff.maxLines * part)) },
    }),
  );
  const none: Detail = { ...changes, folded: 0, passing: false };
  const rows = [1 / 2, 1 / 4, 1 / 8].map(
    (part): Detail => ({
      ...none,
      rows: Math.ceil(full.rows * part),
      items: Math.ceil(full.items * part),
      projects: Math.ceil(full.projects * part),
    }),
  );
  const counts: Detail = { ...none, rows: 0, items: 5, projects: 2 };
  return [full, plain, changes, ...fewer, none, ...rows, counts];
};

const COMMENT = reductions({
  projects: 20,
  rows: 20,
  items: 20,
  folded: 20,
  diff: { context: 3, args: true, maxLines: 200 },
  passing: false,
});

const SUMMARY = reductions({
  projects: 500,
  rows: 2_000,
  items: 500,
  folded: 1_000,
  diff: { context: Number.POSITIVE_INFINITY, args: true, maxLines: 4_000 },
  passing: true,
});

const ICONS: Readonly<Record<Mood, string>> = { pass: "✅", warn: "⚠️", fail: "❌" };

function body(report: CiReport, options: MarkdownOptions, detail: Detail): string {
  const { mood, text } = headlineOf(report);
  const around: Context = { options, detail, headSha: report.head_sha };
  const isResolved = options.resolved === true && report.status === "pass";
  if (isQuiet(report) && !isResolved && !detail.passing && report.base_note === "" && options.untrusted !== true) {
    return `${ICONS[mood]} **Gait** · ${text} · ${commit(around)}`;
  }
  const title = isResolved ? `resolved in ${code(shortSha(report.head_sha))} · ${text}` : text;
  const blocks = [
    `### ${ICONS[mood]} Gait · ${title}`,
    ...(options.untrusted === true ? [UNTRUSTED] : []),
    selfComparison(report),
    ...(report.kind === "verify" ? verifySections(around, notableArtifacts(report)) : regressSections(around, report)),
    ...howToFix(around, report),
    baseNote(report.base_note),
    footer(around, report),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

const UNTRUSTED = alert("NOTE", [
  "This was computed in the contributor's own run and is only displayed here. It is not evidence: rely on the check itself.",
]);

function selfComparison({ totals: { self_comparisons: alone, fixtures } }: CiReport): string {
  if (alone === 0) return "";
  const who =
    alone === fixtures
      ? fixtures === 1
        ? "The only fixture was"
        : `All ${fixtures} fixtures were`
      : `${alone} of ${fixtures} fixtures were`;
  return alert("WARNING", [
    `**${alone === fixtures ? "This check" : "Part of this check"} compares nothing.** ${who} compared with the recorded run itself, because no candidate run was given. Such a check stays green whatever the agent does.`,
    "",
    `Record the agent in CI and pass the folder: ${code("candidates: <folder>")} in the workflow, ${code("--candidates <folder>")} on the command line.`,
  ]);
}

/** Whether a project has anything beyond passing fixtures to show. */
const hasNews = (project: ProjectReport): boolean =>
  project.problem !== null ||
  project.fixtures_removed.length + project.fixtures_added.length > 0 ||
  notableFixtures(project.fixtures).length > 0;

function regressSections(around: Context, report: CiReport): string[] {
  const { projects } = report;
  const news = projects.filter(hasNews);
  const shownProjects = news.slice(0, around.detail.projects);
  const sections = shownProjects.flatMap((project) => [
    ...(projects.length > 1 ? [`#### ${code(project.path)} · ${projectLine(project)}`] : []),
    ...projectSections(around, report, project),
  ]);
  const left = news.length - shownProjects.length;
  return [...sections, ...(left > 0 ? [`… and ${plural(left, "more project")} with changes.`] : []), otherProjects(around, projects)];
}

function projectLine({ fixtures, problem }: ProjectReport): string {
  if (problem !== null) return "could not be run";
  const bad = fixtures.filter(({ status }) => status !== "pass").length;
  return bad === 0 ? `${plural(fixtures.length, "fixture")}, none drifted` : `${bad} of ${plural(fixtures.length, "fixture")} drifted`;
}

/** The first diff stands open unless it is too long to be read in passing. */
const OPEN_CALLS = 40;

function projectSections(around: Context, report: CiReport, project: ProjectReport): string[] {
  const fixtures = notableFixtures(project.fixtures);
  const folded = fixtures.slice(0, around.detail.folded);
  const isFatal = report.failed_on.includes("removed-coverage");
  const left = fixtures.filter(({ status }) => status !== "pass").length - folded.filter(({ status }) => status !== "pass").length;
  return [
    projectProblem(project),
    fixtures.length > 0 && around.detail.rows > 0 ? fixtureTable(around, fixtures) : "",
    ...folded.map((fixture, at) => fixtureDetails(around, fixture, at === 0 && fixture.tool_calls.length <= OPEN_CALLS)),
    left > 0 ? `_The details of ${plural(left, "failing fixture")} do not fit here${summaryLink(around)}._` : "",
    removedCoverage(around, project, isFatal),
    ...expectationChanges(around, project.fixtures),
    ...contextDrift(
      around,
      fixtures.filter((fixture) => !(folded.includes(fixture) && fixture.context.receipts.length > 0)),
    ),
    addedFixtures(around, project),
    passing(around, project),
  ];
}

const summaryLink = ({ options }: Context): string =>
  options.summaryUrl === undefined ? "" : `; they are in the ${link("summary", options.summaryUrl)}`;

function projectProblem({ problem, config_file }: ProjectReport): string {
  if (problem === null) return "";
  const where = problem.location ?? { file: config_file, line: 1 };
  const title = `**${reasonOf(problem.reason).title}**, so nothing was judged: ${code(problem.reason)} at ${code(`${where.file}:${where.line}`, 120)}`;
  return alert("CAUTION", [problem.message === "" ? title : `${title}<br>${message(problem.message)}`]);
}

function passing({ detail }: Context, { fixtures }: ProjectReport): string {
  const calm = new Set(notableFixtures(fixtures));
  const names = fixtures.filter((fixture) => !calm.has(fixture)).map(({ name }) => code(name));
  if (!detail.passing || names.length === 0) return "";
  const kept = names.slice(0, detail.rows);
  const more = names.length > kept.length ? ` and ${names.length - kept.length} more` : "";
  return details(`✅ ${plural(names.length, "fixture")} as recorded`, [`${kept.join(", ")}${more}`]);
}

function otherProjects({ detail }: Context, projects: readonly ProjectReport[]): string {
  if (projects.length < 2) return "";
  const line = (text: string, some: readonly ProjectReport[]) => {
    if (some.length === 0) return [];
    const more = some.length > detail.items ? ` and ${some.length - detail.items} more` : "";
    return [
      `${text}: ${some
        .slice(0, detail.items)
        .map(({ path }) => code(path))
        .join(", ")}${more}`,
    ];
  };
  const calm = projects.filter((project) => !hasNews(project));
  return [
    ...line(
      "✅ as recorded",
      calm.filter((project) => !project.skipped),
    ),
    ...line(
      "⏭️ skipped, not checked, because nothing in them changed",
      calm.filter((project) => project.skipped),
    ),
  ]
    .map((text) => `- ${text}`)
    .join("\n");
}

function howToFix({ options, detail }: Context, report: CiReport): string[] {
  if (report.status === "pass") return [];
  const blocks: string[] = [];
  const reproduce = options.untrusted === true ? `npx gait ${report.kind === "verify" ? "verify" : "regress run"}` : report.reproduce;
  if (reproduce !== "" && reproduce.length <= MAX_COMMAND) blocks.push("**Reproduce**", fence("sh", [visible(reproduce)]));
  const commands = report.projects.flatMap((project) =>
    notableFixtures(project.fixtures).flatMap((fixture) => acceptCommand(project, fixture)),
  );
  if (commands.length === 0 || options.untrusted === true) return blocks;
  const kept = commands.slice(0, detail.items);
  const left = commands.length - kept.length;
  blocks.push("**Is the new behaviour intended?** Accept it and commit the fixture:");
  blocks.push(fence("sh", [...kept, ...(left > 0 ? [`# and ${left} more`] : [])]));
  return blocks;
}

const commit = ({ options, headSha }: Context): string => {
  if (headSha === "") return "no commit";
  const text = code(shortSha(headSha));
  return `commit ${options.repositoryUrl === undefined ? text : link(text, `${options.repositoryUrl}/commit/${headSha}`)}`;
};

function footer(around: Context, { kind, totals, producer_version, shard }: CiReport): string {
  const { summaryUrl, artifactUrl } = around.options;
  const counts =
    kind === "verify" ? [plural(totals.artifacts, "artifact")] : [plural(totals.fixtures, "fixture"), plural(totals.graders, "grader")];
  const parts = [
    ...counts,
    ...(shard.count > 1 ? [`shard ${shard.index} of ${shard.count}`] : []),
    `engine ${prose(producer_version)}`,
    ...(summaryUrl === undefined ? [] : [link("summary", summaryUrl)]),
    ...(artifactUrl === undefined ? [] : [link("artifact", artifactUrl)]),
    commit(around),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
