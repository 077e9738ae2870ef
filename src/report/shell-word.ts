/**
 * Commands that a report prints are copied into shells. A word is either plain or single-quoted, so nothing that a repository
 * calls a fixture can run there.
 */
import { INVISIBLE } from "./visible.js";

const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word for a POSIX shell. What cannot be seen cannot be quoted readably; it becomes `?`, so the command fails instead of surprising. */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  const printable = word.replace(INVISIBLE, "?");
  return `'${printable.replaceAll("'", "'\\''")}'`;
}

/** A command line of words. */
export const commandLine = (...words: readonly string[]): string => words.map(shellWord).join(" ");
