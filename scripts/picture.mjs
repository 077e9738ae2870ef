#!/usr/bin/env node
/**
 * Draws docs/images/pull-request-comment.png: the sample report of the tests, rendered by our Markdown, shown by a real browser.
 *
 *   node scripts/picture.mjs [sample] [file.png]      CHROMIUM=/usr/bin/chromium
 *
 * GitHub's own style sheet is not ours to copy; the one below is written to look alike where it matters.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import markdownIt from "markdown-it";
import { chromium } from "playwright-core";
import { schemaPlugin } from "./schema-plugin.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [sample = "drift", target = path.join(root, "docs/images/pull-request-comment.png")] = process.argv.slice(2);

/** The renderer and the samples, as one module: both are TypeScript. */
async function loadRenderer() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gait-picture-"));
  const outfile = path.join(folder, "renderer.mjs");
  try {
    await build({
      stdin: {
        contents: 'export { renderComment } from "./src/report/markdown.js"; export { SAMPLES } from "./test/report/samples.js";',
        resolveDir: root,
        loader: "ts",
      },
      bundle: true,
      format: "esm",
      platform: "node",
      outfile,
      plugins: [schemaPlugin()],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; padding: 16px; width: 860px; background: #fff; color: #1f2328;
    font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji" }
  .box { border: 1px solid #d1d9e0; border-radius: 6px }
  .author { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e }
  .author b { color: #1f2328 } .author i { font-style: normal; font-size: 12px; border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px; margin-left: 4px }
  .body { padding: 16px }
  .body > :first-child { margin-top: 0 } .body > :last-child { margin-bottom: 0 }
  h3 { font-size: 1.25em; margin: 24px 0 16px; font-weight: 600; line-height: 1.25 } h4 { font-size: 1em; margin: 24px 0 16px }
  p, ul, table, pre, details, blockquote { margin: 0 0 16px } ul { padding-left: 2em } li + li { margin-top: .25em }
  code, pre { font-family: ui-monospace, SFMono-Regular, "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: 85% }
  code { padding: .2em .4em; background: #818b981f; border-radius: 6px; white-space: break-spaces }
  pre { padding: 16px; background: #f6f8fa; border-radius: 6px; overflow: auto; line-height: 1.45 } pre code { padding: 0; background: none; white-space: pre; font-size: 100% }
  table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0 } tr:nth-child(2n) td { background: #f6f8fa } th { font-weight: 600 }
  a { color: #0969da; text-decoration: none } sub { font-size: 75%; color: #59636e }
  summary { cursor: pointer } details > summary + * { margin-top: 12px } details > :last-child { margin-bottom: 0 }
  .alert { margin-bottom: 16px; padding: 8px 16px; border-left: 4px solid } .alert > :last-child { margin-bottom: 0 } .alert .kind { font-weight: 500; margin-bottom: 16px }
  .note { border-color: #0969da } .note .kind { color: #0969da } .warning { border-color: #9a6700 } .warning .kind { color: #9a6700 }
  .caution { border-color: #cf222e } .caution .kind { color: #d1242f }
  .add { background: #dafbe1; color: #116329 } .del { background: #ffebe9; color: #82071e } .chg { background: #ffd8b5; color: #953800 } .hunk { color: #8250df; font-weight: 600 }
`;

const escapeHtml = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Colours of a diff as GitHub has them. */
function highlight(text, language) {
  if (language !== "diff") return escapeHtml(text);
  const classOf = (line) => ({ "+": "add", "-": "del", "!": "chg", "@": "hunk" })[line[0]];
  return text
    .split("\n")
    .map((line) => (classOf(line) ? `<span class="${classOf(line)}">${escapeHtml(line)}</span>` : escapeHtml(line)))
    .join("\n");
}

/** `> [!WARNING]` boxes, which are GitHub's and not Markdown's. */
const withAlerts = (html) =>
  html.replace(/<blockquote>\s*<p>\[!(NOTE|WARNING|CAUTION)\](?:<br>)?\s*([\s\S]*?)<\/blockquote>/g, (_match, kind, rest) => {
    const name = kind[0] + kind.slice(1).toLowerCase();
    return `<div class="alert ${kind.toLowerCase()}"><p class="kind">${name}</p><p>${rest}</div>`;
  });

const { renderComment, SAMPLES } = await loadRenderer();
const comment = renderComment(SAMPLES[sample](), {
  key: "gait-regress:.",
  runId: "7001",
  runAttempt: "1",
  repositoryUrl: "https://github.com/example/refund-desk",
  summaryUrl: "https://github.com/example/refund-desk/actions/runs/7001",
  artifactUrl: "https://github.com/example/refund-desk/actions/runs/7001/artifacts/1",
});
const html = withAlerts(markdownIt({ html: true, breaks: true, highlight }).render(comment));
const page = `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><div class="box"><div class="author"><b>github-actions</b> <i>bot</i> commented 20 seconds ago</div><div class="body">${html}</div></div>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const tab = await browser.newPage({ viewport: { width: 860, height: 100 }, deviceScaleFactor: 2, javaScriptEnabled: false });
  await tab.setContent(page);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, await tab.screenshot({ fullPage: true }));
} finally {
  await browser.close();
}
console.log(`${path.relative(process.cwd(), target)}: ${comment.length} characters of Markdown`);
