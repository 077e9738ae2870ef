#!/usr/bin/env node
/**
 * Stamps a release: `node scripts/release.mjs 1.4.0`. Sets the version in package.json and in the engine, rebuilds the bundles and
 * says what to commit and tag. Development builds stay `0.0.0-dev`, because artifact digests contain the version.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const version = process.argv[2] ?? "";
if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
  console.error("usage: node scripts/release.mjs <major.minor.patch>");
  process.exit(6);
}
const dirty = execFileSync("git", ["status", "--porcelain"], { encoding: "utf8" });
if (dirty !== "") {
  console.error(`commit or stash first:\n${dirty}`);
  process.exit(6);
}

function replace(file, pattern, replacement) {
  const before = readFileSync(file, "utf8");
  const after = before.replace(pattern, replacement);
  if (before === after) throw new Error(`${file}: nothing to stamp`);
  writeFileSync(file, after);
}

execFileSync("npm", ["version", version, "--no-git-tag-version"], { stdio: "inherit" });
replace("src/host/version.ts", /VERSION = "[^"]*"/, `VERSION = "${version}"`);
replace("CHANGELOG.md", "## Unreleased", `## Unreleased\n\n## ${version}`);
execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
console.log(`Stamped ${version}. Look at the diff, commit it on a release branch, and tag v${version} and v${version.split(".", 1)[0]}.`);
