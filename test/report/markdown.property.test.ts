/** Whatever a repository calls things, the comment stays ours: read back by a Markdown parser that knows nothing of the renderer. */
import fc from "fast-check";
import markdownIt from "markdown-it";
import { expect, test } from "vitest";
import { renderComment, renderSummary } from "../../src/report/markdown.js";
import { nastyText } from "./nasty.js";
import { HOSTILE, hostileReport, SAMPLES } from "./samples.js";

const options = {
  key: "gait-regress:.",
  runId: "123",
  runAttempt: "1",
  summaryUrl: "https://gait.invalid/summary",
  repositoryUrl: "https://gait.invalid/repo",
};

const parser = markdownIt({ html: true, linkify: true });
// `example.com` without a scheme is no link on GitHub; addresses are looked for below, without this parser's international domains.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const OWN_HTML =
  /^(?:<details(?: open)?><summary>(?:[❌⛔✅] ?)?(?:<code>[^<>`]*<\/code>)?[^<>`]*<\/summary>|<\/details>|<\/?sub>|<br>|<!-- gait:[!-;=?-~]+ head=[0-9a-f]+ run=123\/1 -->)$/u;

type Token = ReturnType<typeof parser.parse>[number];

const flatten = (tokens: readonly Token[]): Token[] => tokens.flatMap((token) => [token, ...flatten(token.children ?? [])]);

/** Everything that must hold of a rendered text, as a list of what does not. */
function violations(markdown: string): string[] {
  const found: string[] = [];
  const tokens = flatten(parser.parse(markdown, {}));
  for (const token of tokens) {
    if (token.type === "html_block" || token.type === "html_inline") {
      for (const line of token.content.trim().split("\n")) if (!OWN_HTML.test(line)) found.push(`HTML: ${line}`);
    }
    if (token.type === "image") found.push(`image: ${token.content}`);
    if (token.type === "link_open" && !String(token.attrGet("href")).startsWith("https://gait.invalid/"))
      found.push(`link: ${token.attrGet("href")}`);
    if (token.type === "text" && /@[A-Za-z0-9]|#\d|gh-\d|:\/\/|www\.|:[a-z0-9_+-]+:/i.test(token.content))
      found.push(`linked text: ${token.content}`);
    if (token.type === "code_block") found.push(`indented code: ${token.content}`);
    if (token.type === "heading_open" && !["h3", "h4"].includes(token.tag)) found.push(`heading: ${token.tag}`);
  }
  const count = (pattern: RegExp) => markdown.match(pattern)?.length ?? 0;
  const blocks = tokens.filter(({ type }) => type === "html_block").map(({ content }) => content);
  const opened = blocks.filter((content) => content.startsWith("<details")).length;
  const closed = blocks.filter((content) => content.startsWith("</details>")).length;
  if (opened !== closed) found.push(`${opened} folds opened, ${closed} closed`);
  // The footer is the last thing; an open fence or cell would have swallowed it.
  if (tokens.at(-1)?.type !== "paragraph_close") found.push("the end is not a paragraph");
  if (count(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g) > 0)
    found.push("invisible characters");
  if (!markdown.isWellFormed()) found.push("half of a surrogate pair");
  found.push(...raggedTables(markdown));
  if (markdown.length > 60_000) found.push(`${markdown.length} characters`);
  return found;
}

/** Rows whose number of cells is not that of their header. */
function raggedTables(markdown: string): string[] {
  const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
  let header = "";
  let fence = "";
  return markdown.split("\n").filter((line) => {
    const ticks = /^`{3,}/.exec(line)?.[0] ?? "";
    if (fence === "" && ticks !== "") fence = ticks;
    else if (fence !== "" && line === fence) fence = "";
    if (fence !== "" || !line.startsWith("| ")) {
      header = "";
      return false;
    }
    if (header === "") header = line;
    return cells(line) !== cells(header);
  });
}

test.each(Object.keys(SAMPLES))("%s is clean", (name) => {
  expect(violations(renderComment(SAMPLES[name]!(), options))).toEqual([]);
});

test("any text", () => {
  fc.assert(
    fc.property(fc.array(nastyText, { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, untrusted) => {
      expect(violations(renderComment(hostileReport(texts), { ...options, untrusted }))).toEqual([]);
    }),
    { numRuns: 300, examples: HOSTILE.map((text) => [[text], false] as [string[], boolean]) },
  );
});

test("any text in the summary", () => {
  fc.assert(
    fc.property(fc.array(nastyText, { minLength: 1, maxLength: 3 }), (texts) => {
      expect(violations(renderSummary(hostileReport(texts), options))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("the checks see what they are there to see", () => {
  const broken = [
    "<b>x</b>",
    "![x](y)",
    "[x](https://evil.example)",
    "hello @team",
    "see #12",
    "# x",
    "| a | b |\n| --- | --- |\n| a | b | c |",
    "    x",
    "```\nx",
  ];
  for (const markdown of broken) expect(violations(markdown)).not.toEqual([]);
});
