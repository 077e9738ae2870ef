#!/usr/bin/env node
/** Builds the committed bundles: dist/cli, dist/lib, dist/action. Same sources, same bytes. `--out DIR` builds elsewhere. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { writeLicenses } from "./licenses.mjs";
import { schemaPlugin } from "./schema-plugin.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { values, positionals: only } = parseArgs({ options: { out: { type: "string", default: "dist" } }, allowPositionals: true });
const dist = values.out;
const wants = (part) => only.length === 0 || only.includes(part);

const shared = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  sourcemap: false,
  metafile: true,
  minifySyntax: true,
  minifyWhitespace: true,
  absWorkingDir: root,
  plugins: [schemaPlugin()],
  // The library's Node entry is CommonJS and asks for `require`, which an ES module bundle has not; the other one is ES modules.
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
};

/** A package.json beside the bundle, so that Node reads it as ES modules wherever the folder is copied. */
const markAsModule = (folder) => writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');

async function buildCli() {
  rmSync(`${dist}/cli`, { recursive: true, force: true });
  const { metafile } = await build({
    ...shared,
    entryPoints: ["src/cli/index.ts"],
    outdir: `${dist}/cli`,
    splitting: true,
    chunkNames: "[name]-[hash]",
  });
  chmodSync(`${dist}/cli/index.js`, 0o755);
  writeLicenses(`${dist}/cli`, [metafile]);
  markAsModule(`${dist}/cli`);
}

async function buildLib() {
  rmSync(`${dist}/lib`, { recursive: true, force: true });
  const { metafile } = await build({
    ...shared,
    entryPoints: ["src/index.ts"],
    outdir: `${dist}/lib`,
    splitting: true,
    minifyWhitespace: false,
    minifySyntax: false,
  });
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.lib.json", "--outDir", `${dist}/lib`], {
    stdio: "inherit",
  });
  writeLicenses(`${dist}/lib`, [metafile]);
  markAsModule(`${dist}/lib`);
}

async function buildAction() {
  rmSync(`${dist}/action`, { recursive: true, force: true });
  rmSync("build/action", { recursive: true, force: true });
  mkdirSync("build/action", { recursive: true });
  await build({
    ...shared,
    minifySyntax: false,
    minifyWhitespace: false,
    entryPoints: ["src/action/index.ts"],
    outdir: "build/action",
    splitting: true,
    packages: "external",
  });
  markAsModule("build/action");
  execFileSync(
    process.execPath,
    [
      "node_modules/@vercel/ncc/dist/ncc/cli.js",
      "build",
      "build/action/index.js",
      "-o",
      `${dist}/action`,
      "-m",
      "-q",
      "--license",
      "licenses.txt",
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
}

if (wants("cli")) await buildCli();
if (wants("lib") && existsSync("src/index.ts")) await buildLib();
if (wants("action") && existsSync("src/action/index.ts")) await buildAction();
