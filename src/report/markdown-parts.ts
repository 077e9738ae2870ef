/** Building blocks of the comment and of the step summary, and how much of each is shown. */

import { code, link } from "./markdown-escape.js";
import type { Location } from "./model.js";
import type { DiffOptions } from "./tool-calls.js";

/** How much is shown. Smaller numbers are chosen until the text fits; nothing is ever cut. */
export interface Detail {
  /** Projects with a section of their own. */
  readonly projects: number;
  /** Rows of the fixture table. */
  readonly rows: number;
  /** Entries of every other list. */
  readonly items: number;
  /** Fixtures with a folded diff. */
  readonly folded: number;
  readonly diff: DiffOptions;
  /** Whether the fixtures that pass are listed, too. */
  readonly passing: boolean;
}

/** What the shell knows and the report does not. */
export interface MarkdownOptions {
  /** `https://github.com/owner/repo`: locations become links to the file at the head commit. */
  readonly repositoryUrl?: string | undefined;
  readonly summaryUrl?: string | undefined;
  readonly artifactUrl?: string | undefined;
  /** The last comment reported a failure which is gone now. */
  readonly resolved?: boolean | undefined;
  /** The report was computed in a contributor's run: say that it is no evidence, and print no command of its. */
  readonly untrusted?: boolean | undefined;
}

/** What every section needs to know. */
export interface Context {
  readonly options: MarkdownOptions;
  readonly detail: Detail;
  readonly headSha: string;
}

/** A pipe table. Cells are Markdown without newlines and unescaped pipes. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** A folded section; `summary` is HTML. The blank lines make the inside Markdown again. */
export const details = (summary: string, blocks: readonly string[], isOpen = false): string =>
  [`<details${isOpen ? " open" : ""}><summary>${summary}</summary>`, ...blocks, "</details>"].join("\n\n");

/** A coloured box, a plain quote where alerts are unknown. */
export const alert = (kind: "NOTE" | "WARNING" | "CAUTION", lines: readonly string[]): string =>
  [`[!${kind}]`, ...lines].map((line) => `> ${line}`.trimEnd()).join("\n");

/** The first `limit` entries, each as a line, and how many more there are. */
export function bullets<T>(entries: readonly T[], limit: number, render: (entry: T) => string): string[] {
  const lines = entries.slice(0, limit).map((entry) => `- ${render(entry)}`);
  return entries.length > limit ? [...lines, `- and ${entries.length - limit} more`] : lines;
}

/** Rows that fit, then one that counts the rest. */
export function tableRows<T>(
  entries: readonly T[],
  limit: number,
  columns: number,
  render: (entry: T) => readonly string[],
): (readonly string[])[] {
  const rows: (readonly string[])[] = entries.slice(0, limit).map(render);
  if (entries.length > limit) rows.push([`and ${entries.length - limit} more`, ...Array<string>(columns - 1).fill("")]);
  return rows;
}

/** `file:line` as code, linked to the head commit where the repository is known. */
export function place({ options, headSha }: Context, { file, line }: Location): string {
  const text = code(`${file}:${line}`, 120);
  if (options.repositoryUrl === undefined || headSha === "") return text;
  const path = file
    .toWellFormed()
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
  return link(text, `${options.repositoryUrl}/blob/${headSha}/${path}#L${line}`);
}
