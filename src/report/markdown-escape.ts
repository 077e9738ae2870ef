/**
 * Repository text inside Markdown. Whoever opens a pull request chooses names, arguments and messages, so each of them is shown
 * as code or escaped until nothing in it is markup, a mention, a reference, a link or an invisible character (spec 40 §12.4).
 * Every function returns one line, except `fence`.
 */
import { clip, NAME_LIMIT, shown } from "./visible.js";

const ZWJ = "\u200d";

const longestRun = (text: string, char: string): number => {
  let longest = 0;
  for (let at = 0, run = 0; at < text.length; at++) {
    run = text[at] === char ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
};

/** A code span. Its fence is longer than any run of backticks inside; blanks that CommonMark would strip are kept. */
export function code(text: string, max = NAME_LIMIT): string {
  const inner = shown(text, max);
  if (inner === "") return "(empty)";
  const ticks = "`".repeat(longestRun(inner, "`") + 1);
  const needsPadding = /^`|`$|^ .* $/.test(inner) && inner.trim() !== "";
  return needsPadding ? `${ticks} ${inner} ${ticks}` : `${ticks}${inner}${ticks}`;
}

/** A code span for a table cell: a pipe ends a cell even inside code, unless it is escaped. */
export const cellCode = (text: string, max = NAME_LIMIT): string => code(text, max).replaceAll("|", "\\|");

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Words of a sentence. Safe in paragraphs, list items and table cells, not at the start of a line. */
export const prose = (text: string, max = NAME_LIMIT): string =>
  shown(text, max)
    // What is linked by its looks alone: mentions and addresses, references, URLs, emoji names.
    .replace(/[@#]|:(?=\/\/)|:(?=[a-z0-9_+-]+:)|gh-(?=\d)|www(?=\.)/gi, `$&${ZWJ}`)
    .replace(/[&<>]/g, (char) => ENTITIES[char]!)
    .replace(/[\\`*_{}[\]()!|~$^]/g, "\\$&");

const MESSAGE_LIMIT = 400;

/** A message of ours, in which `names` stand between backticks: those become code, the rest is escaped. Not for table cells. */
export function message(text: string, max = MESSAGE_LIMIT): string {
  const parts = clip(text, max).split(/`([^`]*)`/);
  return parts.map((part, at) => (at % 2 === 1 ? code(part, max) : prose(part, max))).join("");
}

/** Code inside a line of HTML, such as a `<summary>`, where Markdown is not read. */
export const htmlCode = (text: string, max = NAME_LIMIT): string =>
  `<code>${shown(text, max).replace(/[&<>"'`]/g, (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`)}</code>`;

/** A fenced block of lines that hold no newlines. The fence is longer than any run of backticks in it. */
export function fence(info: string, lines: readonly string[]): string {
  const ticks = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line, "`") + 1)));
  return [`${ticks}${info}`, ...lines, ticks].join("\n");
}

/** A link whose text is already Markdown. The address is one of ours; what could end it is encoded. */
export const link = (text: string, url: string): string => `[${text}](${url.replace(/[\s()<>\\]/g, encodeURIComponentStrict)})`;

const encodeURIComponentStrict = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
