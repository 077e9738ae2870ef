/** The files of a check: the same on every CI system (spec 40 §12.7). */
import path from "node:path";
import { invalidInput, withPrefix } from "../format/errors.js";
import { writeFileWithParents } from "../format/files.js";
import type { Host } from "../format/host.js";
import { annotationsOf, workflowCommand } from "../report/annotations.js";
import { renderCodeQuality } from "../report/codequality.js";
import { renderJson } from "../report/json.js";
import { renderExtendedJunit } from "../report/junit-extended.js";
import { type MarkdownOptions, renderComment, renderSummary } from "../report/markdown.js";
import { renderMetrics } from "../report/metrics.js";
import type { CiReport } from "../report/model.js";
import { renderSarif } from "../report/sarif.js";
import type { CheckResult } from "./types.js";

/** `annotations` are workflow commands for a log, the others are files. */
export const FORMATS = ["markdown", "junit", "junit-extended", "sarif", "codequality", "metrics", "json", "annotations"] as const;
export type Format = (typeof FORMATS)[number];

/** A file below the output folder; its name uses `/`. */
export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

export interface OutputOptions extends MarkdownOptions {
  /** Identity of the comment among others of a change request. Default: the check and its project. */
  readonly commentKey?: string | undefined;
}

type Check = Pick<CheckResult, "report" | "regressFiles">;

const RENDERERS: Readonly<Record<Format, (check: Check, options: OutputOptions) => OutputFile[]>> = {
  markdown: ({ report }, options) => [
    { name: "report.md", content: renderSummary(report, options) },
    {
      name: "comment.md",
      content: renderComment(report, { ...options, key: options.commentKey || defaultKey(report), runId: "0", runAttempt: "0" }),
    },
  ],
  junit: ({ report, regressFiles }) =>
    regressFiles.map(({ project, junit }) => ({ name: resultPath(report, project, "junit.xml"), content: junit })),
  "junit-extended": ({ report }) => [{ name: "junit-extended.xml", content: renderExtendedJunit(report) }],
  sarif: ({ report }) => [{ name: "gait.sarif", content: renderSarif(report) }],
  codequality: ({ report }) => [{ name: "gl-code-quality-report.json", content: renderCodeQuality(report) }],
  metrics: ({ report }) => [{ name: "metrics.txt", content: renderMetrics(report) }],
  json: ({ report, regressFiles }) => [
    { name: REPORT_FILE, content: renderJson(report, Number.POSITIVE_INFINITY) },
    ...regressFiles.map(({ project, result }) => ({ name: resultPath(report, project, RESULT_FILE), content: result })),
  ],
  annotations: ({ report }) => [
    {
      name: "annotations.txt",
      content: annotationsOf(report)
        .map((annotation) => `${workflowCommand(annotation)}\n`)
        .join(""),
    },
  ],
};

export const REPORT_FILE = "report.json";
export const RESULT_FILE = "regress_result.json";

/** Where a project's own file stands: the only project's at the top, those of several in folders like theirs. */
export function resultPath({ projects }: CiReport, project: string, name: string): string {
  if (projects.length === 1) return name;
  return project === "." ? `root/${name}` : `projects/${project}/${name}`;
}

const defaultKey = ({ kind, projects }: CiReport): string => `gait-${kind}:${projects.map(({ path }) => path).join(",") || "."}`;

/** Renders a check in the formats asked for, each file once. */
export const renderOutputs = (check: Check, formats: readonly Format[], options: OutputOptions = {}): OutputFile[] =>
  FORMATS.filter((format) => formats.includes(format)).flatMap((format) => RENDERERS[format](check, options));

/**
 * Writes files below a folder, which is made where it is missing. Each appears whole or not at all.
 * @returns the paths that were written.
 * @throws GaitError invalid_input `write reports: …` where one cannot be written.
 */
export function writeOutputs(host: Host, folder: string, files: readonly OutputFile[]): string[] {
  return files.map(({ name, content }) => {
    const target = path.posix.join(folder, name);
    withPrefix("write reports", () => writeFileWithParents(host, target, content, { mode: 0o644 }));
    return target;
  });
}

/** Names of formats from a comma list. @throws GaitError invalid_input. */
export function parseFormats(words: readonly string[]): Format[] {
  return words.map((word) => {
    const format = FORMATS.find((one) => one === word);
    if (format === undefined) throw invalidInput(`unknown format: ${word}`, { hint: `There are: ${FORMATS.join(", ")}.` });
    return format;
  });
}
