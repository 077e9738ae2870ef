/** Annotations on the changed files, and the runner's commands that make them (spec 40 §12.4). */
import { distinctFindings } from "./findings.js";
import type { CiReport } from "./model.js";
import type { Level } from "./reasons.js";
import { shown, visible } from "./visible.js";

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** "" where it belongs to the run as a whole. */
  readonly file: string;
  /** 1-based, 0 without a file. */
  readonly line: number;
}

/** What a runner shows of one step; anything above is dropped without a word, so we stop there and say so. */
export const ANNOTATIONS_PER_LEVEL = 10;

const LEVELS: readonly (readonly [Level, Annotation["level"]])[] = [
  ["error", "error"],
  ["warning", "warning"],
  ["note", "notice"],
];

/** At most ten of each level. Where there are more, the last of a level says how many were left out. */
export function annotationsOf(report: CiReport): Annotation[] {
  const all = distinctFindings(report).map(
    ({ level, reason, message, location }): Annotation => ({
      level: LEVELS.find(([name]) => name === level)![1],
      title: `gait: ${shown(reason)}`,
      message: visible(message.replaceAll("`", "")),
      file: location.file,
      line: location.line,
    }),
  );
  if (report.base_note !== "") {
    all.push({ level: "notice", title: "gait: no comparison with a base", message: visible(report.base_note), file: "", line: 0 });
  }
  return LEVELS.flatMap(([, level]) =>
    limited(
      all.filter((annotation) => annotation.level === level),
      level,
    ),
  );
}

function limited(annotations: Annotation[], level: Annotation["level"]): Annotation[] {
  if (annotations.length <= ANNOTATIONS_PER_LEVEL) return annotations;
  const kept = annotations.slice(0, ANNOTATIONS_PER_LEVEL - 1);
  const left = annotations.length - kept.length;
  const noun = { error: "errors", warning: "warnings", notice: "notices" }[level];
  return [
    ...kept,
    {
      level,
      title: `gait: ${left} more ${noun}`,
      message: `${left} more ${noun} are in the summary and in report.json.`,
      file: "",
      line: 0,
    },
  ];
}

const MAX_MESSAGE = 4_000;

/** The line that makes the runner annotate: `::error file=a.json,line=3,title=…::message`. Escaped as actions/toolkit does. */
export function workflowCommand({ level, title, message, file, line }: Annotation): string {
  const place = file === "" ? [] : [`file=${property(file)}`, `line=${line}`];
  const cut = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
  return `::${level} ${[...place, `title=${property(title)}`].join(",")}::${data(cut)}`;
}

const data = (text: string): string => text.toWellFormed().replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
