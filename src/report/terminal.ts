/** A report for a terminal: what failed, what changed, what to run next. */
import { acceptCommand } from "./commands.js";
import { distinctFindings, type Finding } from "./findings.js";
import type { CiReport, FixtureReport } from "./model.js";
import type { Level } from "./reasons.js";
import { callDiff, type DiffLine, diffText } from "./tool-calls.js";
import { shown, visible } from "./visible.js";
import { headlineOf, type Mood, plural } from "./wording.js";

export interface TerminalOptions {
  /** Whether the terminal shows colours. */
  readonly color: boolean;
  /** Most findings and most lines of a diff; the rest is counted. */
  readonly limit?: number | undefined;
}

const STYLES = { bold: "1", dim: "2", red: "31", green: "32", yellow: "33", magenta: "35" } as const;
type Style = keyof typeof STYLES;
type Paint = (style: Style, text: string) => string;

const MARKS: Readonly<Record<Mood, readonly [Style, string]>> = { pass: ["green", "✓"], warn: ["yellow", "!"], fail: ["red", "✗"] };
const LEVELS: Readonly<Record<Level, readonly [Style, string]>> = { error: ["red", "✗"], warning: ["yellow", "!"], note: ["dim", "·"] };
const SIGNS: Readonly<Record<DiffLine["sign"], Style | null>> = { " ": null, "!": "yellow", "+": "green", "-": "red", "@": "magenta" };

const LIMIT = 20;

/** Lines with a newline at the end. Repository text cannot carry escape sequences into the terminal. */
export function renderTerminal(report: CiReport, { color, limit = LIMIT }: TerminalOptions): string {
  const paint: Paint = (style, text) => (color ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
  const { mood, text } = headlineOf(report);
  const findings = distinctFindings(report);
  const left = findings.length - limit;
  const blocks = [
    `${paint(...MARKS[mood])} ${paint("bold", text)}`,
    ...findings.slice(0, limit).map((finding) => findingLines(finding, paint)),
    ...(left > 0 ? [paint("dim", `… and ${left} more`)] : []),
    ...changedFixtures(report)
      .slice(0, limit)
      .map((fixture) => diffLines(fixture, limit, paint)),
    ...nextCommands(report, limit, paint),
  ];
  return `${blocks.join("\n")}\n`;
}

const MESSAGE = 400;

function findingLines({ level, reason, message, location }: Finding, paint: Paint): string {
  const [style, mark] = LEVELS[level];
  const place = `${visible(location.file)}:${location.line}`;
  return [`${paint(style, `${mark} ${shown(reason)}`)}  ${shown(message.replaceAll("`", ""), MESSAGE)}`, `  ${paint("dim", place)}`].join(
    "\n",
  );
}

const changedFixtures = ({ projects }: CiReport): FixtureReport[] =>
  projects.flatMap(({ fixtures }) =>
    fixtures.filter(({ status, tool_calls }) => status === "fail" && tool_calls.some(({ kind }) => kind !== "same")),
  );

function diffLines(fixture: FixtureReport, limit: number, paint: Paint): string {
  const lines = callDiff(fixture.tool_calls, { context: 2, args: true, maxLines: limit });
  const painted = lines.map((line) => {
    const style = SIGNS[line.sign];
    return `  ${style === null ? diffText(line) : paint(style, diffText(line))}`;
  });
  return ["", paint("bold", shown(fixture.name)), ...painted].join("\n");
}

function nextCommands(report: CiReport, limit: number, paint: Paint): string[] {
  if (report.status === "pass") return [];
  const accept = report.projects.flatMap((project) => project.fixtures.flatMap((fixture) => acceptCommand(project, fixture)));
  const left = accept.length - limit;
  return [
    ...(report.reproduce === "" ? [] : ["", paint("bold", "reproduce"), `  ${visible(report.reproduce)}`]),
    ...(accept.length === 0 ? [] : [paint("bold", "accept, if intended"), ...accept.slice(0, limit).map((command) => `  ${command}`)]),
    ...(left > 0 ? [paint("dim", `  … and ${plural(left, "more fixture")}`)] : []),
  ];
}
