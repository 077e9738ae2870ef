/**
 * How `record-command` and `args` become words: a small, documented quoting rule instead of a shell, so that nothing in an
 * input is ever run by one.
 *
 * - Words are separated by blanks.
 * - '…' is taken as it is. "…" too, but for \" and \\. Outside quotes \ takes the next character as it is.
 * - What would mean something to a shell is refused outside quotes: better an error than a command that does something else.
 */
import { invalidInput } from "../format/errors.js";

/** Operators, substitution and patterns of a POSIX shell. */
const SHELL = /[|&;<>()$`*?[\]{}!]/;

/** The words of one line. @throws GaitError invalid_input for an open quote or unquoted shell syntax. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (char === " " || char === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === "'" || char === '"') {
      const quoted = readQuoted(line, at);
      word = (word ?? "") + quoted.text;
      at = quoted.end;
    } else if (char === "\\") {
      const next = line[++at];
      if (next === undefined) throw refused(line, "it ends with a backslash");
      word = (word ?? "") + next;
    } else if (SHELL.test(char) || (char === "~" && word === undefined)) {
      throw refused(line, `${char} is shell syntax and there is no shell; quote it, or put the line into a script`);
    } else word = (word ?? "") + char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** The text between the quote at `start` and its closing one at `end`. */
function readQuoted(line: string, start: number): { text: string; end: number } {
  const quote = line[start]!;
  let text = "";
  for (let at = start + 1; at < line.length; at++) {
    const char = line[at]!;
    if (char === quote) return { text, end: at };
    const next = line[at + 1];
    if (quote === '"' && char === "\\" && (next === '"' || next === "\\")) {
      text += next;
      at++;
    } else text += char;
  }
  throw refused(line, `a ${quote} is not closed`);
}

const refused = (line: string, why: string) => invalidInput(`cannot split ${JSON.stringify(line)} into words: ${why}`);

/** The commands of a multi-line input: blank lines and lines that start with # are left out. @throws GaitError invalid_input. */
export const splitCommands = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(splitWords);
