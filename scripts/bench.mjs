#!/usr/bin/env node
/**
 * The project's benchmark: whole processes of the committed bundle beside the reference binary, in one run, as ratios, and the
 * throughput of the hot inner parts. `npm run bench [-- --quick]`. Rows that need the reference are skipped where it is absent.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeFixtures } from "./bench/make-fixtures.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const RUNS = values.quick ? 3 : 9;
const gait = [process.execPath, path.join(root, "dist/cli/index.js")];
const referencePath = path.join(root, "../shared/oracle/gait");
const reference = existsSync(referencePath) ? [referencePath] : undefined;
const folder = mkdtempSync(path.join(os.tmpdir(), "gait-bench-"));
const rows = [];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Preloaded into our own processes: writes the peak memory of the process when it exits. */
const memoryHook = path.join(folder, "memory.mjs");
writeFileSync(
  memoryHook,
  'import fs from "node:fs";process.on("exit",()=>fs.writeFileSync(process.env.BENCH_RSS,String(process.resourceUsage().maxRSS)));\n',
);

/** Median wall time in ms of a process, and the largest peak memory in MB of our own. */
function time(argv, { cwd = folder, runs = RUNS, expect = 0 } = {}) {
  const times = [];
  let peak = 0;
  const rssFile = path.join(folder, "rss");
  const own = argv[0] === process.execPath;
  for (let i = 0; i < runs; i++) {
    const start = process.hrtime.bigint();
    const done = spawnSync(argv[0], argv.slice(1), { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    if (done.status !== expect)
      throw new Error(`${argv.join(" ")} ended with ${done.status}: ${done.stdout.slice(0, 500)}${done.stderr.slice(0, 500)}`);
  }
  if (own) {
    spawnSync(argv[0], ["--import", memoryHook, ...argv.slice(1)], { cwd, env: { ...process.env, BENCH_RSS: rssFile } });
    peak = Number(readFileSync(rssFile, "utf8")) / 1024;
  }
  return { ms: median(times), peak };
}

const show = (ms) => (ms >= 100 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(1)} ms`);
function row(name, ours, theirs, aim, unit = "reference") {
  const ratio = theirs === undefined ? "" : `${(ours.ms / theirs.ms).toFixed(2)}x ${unit} (${show(theirs.ms)})`;
  rows.push([name, show(ours.ms), ratio, ours.peak ? `${ours.peak.toFixed(0)} MB` : "", aim]);
  console.error(`measured ${name}`);
}

function compare(name, words, options, aim) {
  row(name, time([...gait, ...words], options), reference && time([...reference, ...words], options), aim);
}

function startUp() {
  const bare = time([process.execPath, "-e", "0"]);
  row("gait version", time([...gait, "version"]), bare, "<= 1.3x node -e 0", "node -e 0");
}

function regress() {
  const project = path.join(folder, "regress");
  makeFixtures(project, 500);
  compare("regress run, 500 fixtures", ["regress", "run", "--json"], { cwd: project }, "<= 0.5x, <= 120 MB");
}

function verifyMany() {
  const project = path.join(folder, "many");
  const [one] = makeFixtures(project, 500);
  const words = ["verify", path.join(project, "fixtures"), "--json"];
  // Every fixture comes with a candidate, and both are verified.
  const { artifacts } = JSON.parse(spawnSync(gait[0], [...gait.slice(1), ...words], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout);
  const ours = time([...gait, ...words], { cwd: project });
  const each = reference && time([...reference, "verify", one], { cwd: project });
  row(`verify, ${artifacts.length} packs in one command, per pack`, { ms: ours.ms / artifacts.length, peak: ours.peak }, each, "<= 0.1x");
  compare("verify, one pack", ["verify", one], { cwd: project }, "");
}

/** A runpack whose intents.jsonl has about `megabytes`, made by `gait run record` itself. */
function bigPack(megabytes) {
  const words = Array.from({ length: 2000 }, (_, i) => `w${(i * 2654435761) % 1_000_003}`);
  const text = (seed) => Array.from({ length: 40 }, (_, i) => words[(seed * 31 + i * i * 7) % words.length]).join(" ");
  const created_at = "2026-03-01T10:00:00Z";
  const count = Math.round((megabytes * 1e6) / 640);
  const intents = Array.from({ length: count }, (_, i) => ({
    created_at,
    intent_id: `i${i}`,
    tool_name: "tool.read",
    args: { text: text(i) },
  }));
  const input = {
    run: { run_id: `run_big_${megabytes}`, created_at, timeline: [] },
    intents,
    results: [],
    refs: { created_at },
    capture_mode: "raw",
  };
  const file = path.join(folder, "big.json");
  writeFileSync(file, JSON.stringify(input));
  const done = spawnSync(gait[0], [...gait.slice(1), "run", "record", file, "--out-dir", folder, "--json"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(done.stdout + done.stderr);
  return JSON.parse(done.stdout).bundle;
}

function bigEntry() {
  const pack = bigPack(values.quick ? 20 : 95);
  compare("verify, one 95 MB entry", ["verify", pack], {}, "<= 1.5x, <= 80 MB");
  return pack;
}

function bigFolder(pack) {
  const packs = path.join(folder, "packs");
  mkdirSync(packs);
  const bytes = readFileSync(pack);
  const count = Math.ceil((values.quick ? 2 ** 27 : 2 ** 30) / bytes.length);
  for (let i = 0; i < count; i++) writeFileSync(path.join(packs, `runpack_${i}.zip`), bytes);
  row(
    `verify, ${((count * bytes.length) / 2 ** 30).toFixed(1)} GiB folder of packs`,
    time([...gait, "verify", packs], { runs: 1 }),
    undefined,
    "<= 200 MB",
  );
}

async function throughput() {
  const lib = await import(path.join(root, "dist/lib/index.js"));
  const record = (i) => ({ args: { path: `/srv/data/${i}`, size: i * 1.5, tags: ["a", "b"] }, intent_id: `i${i}`, tool_name: "tool.read" });
  const value = Array.from({ length: 50_000 }, (_, i) => record(i));
  const bytes = Buffer.from(lib.canonicalize(value));
  const speed = (name, work, size) => {
    work();
    const times = Array.from({ length: 5 }, () => {
      const start = process.hrtime.bigint();
      work();
      return Number(process.hrtime.bigint() - start) / 1e9;
    });
    rows.push([name, `${(size / 1e6 / median(times)).toFixed(0)} MB/s`, "", "", ""]);
  };
  speed("canonicalise", () => lib.canonicalize(value), bytes.length);
  speed("parse JSON with positions", () => lib.parseJson(bytes), bytes.length);
  speed("Deflate encode, JSON", () => lib.deflateRaw(bytes), bytes.length);
}

function table(lines) {
  const all = [["what", "ours", "ratio", "peak memory", "aim"], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

try {
  startUp();
  regress();
  verifyMany();
  bigFolder(bigEntry());
  await throughput();
  console.log(table(rows));
  if (!reference) console.log("The reference binary is not here: its columns are empty.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
