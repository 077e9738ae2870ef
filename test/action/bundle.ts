/**
 * Runs the action as a runner does, but without one: the bundled source as a plain process of Node 24, with INPUT_* and GITHUB_*
 * set. The end-to-end tests run the committed bundle under a real runner.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";
// @ts-expect-error: a build script without types.
import { schemaPlugin } from "../../scripts/schema-plugin.mjs";
import { type Annotation, readAnnotations } from "../support/act/log.js";
import type { FakeGitHub } from "../support/github/server.js";
import { repositoryRoot, tool } from "../support/tools.js";
import type { Payload } from "./payloads.js";

export interface BundleOptions {
  /** The workspace. */
  checkout: string;
  event: string;
  payload: Payload;
  inputs?: Record<string, string>;
  /** Without one, connections are refused. */
  api?: FakeGitHub;
  env?: Record<string, string>;
}

export interface BundleResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  summary: string;
  annotations: Annotation[];
}

let bundle = "";

/** Bundles the source before the tests of a file. */
export function useBundle(): void {
  beforeAll(async () => {
    bundle = mkdtempSync(path.join(os.tmpdir(), "gait-bundle-"));
    await build({
      entryPoints: [path.join(repositoryRoot, "src/action/index.ts")],
      outdir: bundle,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node24",
      plugins: [schemaPlugin()],
      alias: { yaml: path.join(repositoryRoot, "node_modules/yaml/browser/index.js") },
      banner: { js: 'import { createRequire as bannerRequire } from "node:module"; const require = bannerRequire(import.meta.url);' },
      logLevel: "error",
    });
    writeFileSync(path.join(bundle, "package.json"), '{ "type": "module" }');
  });
  afterAll(() => rmSync(bundle, { recursive: true, force: true }));
}

/** One step of a job. */
export async function runBundle(options: BundleOptions): Promise<BundleResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gait-step-"));
  try {
    const files = Object.fromEntries(["event.json", "output", "summary"].map((name) => [name, path.join(folder, name)])) as Record<
      string,
      string
    >;
    writeFileSync(files["event.json"]!, JSON.stringify(options.payload));
    for (const name of ["output", "summary"]) writeFileSync(files[name]!, "");
    for (const name of ["tmp", "home", "bin"]) mkdirSync(path.join(folder, name));
    symlinkSync(tool("node24"), path.join(folder, "bin", "node"));
    const started = spawn(tool("node24"), [path.join(bundle, "index.js")], {
      cwd: options.checkout,
      env: environment(folder, files, options),
    });
    const [stdout, stderr] = await Promise.all([read(started.stdout), read(started.stderr), ended(started)]);
    return {
      exitCode: started.exitCode ?? -1,
      stdout,
      stderr,
      outputs: readOutputs(readFileSync(files.output!, "utf8")),
      summary: readFileSync(files.summary!, "utf8"),
      annotations: readAnnotations(stdout),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function environment(
  folder: string,
  files: Record<string, string>,
  { checkout, event, payload, inputs = {}, api, env = {} }: BundleOptions,
): Record<string, string> {
  const url = api?.url ?? "http://127.0.0.1:9";
  return {
    PATH: [path.join(folder, "bin"), process.env.PATH ?? ""].join(path.delimiter),
    HOME: path.join(folder, "home"),
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: files["event.json"]!,
    GITHUB_REPOSITORY: payload.repository?.full_name ?? "acme/shop",
    GITHUB_WORKSPACE: checkout,
    GITHUB_OUTPUT: files.output!,
    GITHUB_STEP_SUMMARY: files.summary!,
    GITHUB_RUN_ID: "1001",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_ACTOR: "octo-dev",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    RUNNER_TEMP: path.join(folder, "tmp"),
    ...(api ? { "INPUT_GITHUB-TOKEN": api.world.token.value } : {}),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...env,
  };
}

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

const ended = (child: ReturnType<typeof spawn>): Promise<void> => new Promise((resolve) => child.once("close", () => resolve()));

/** `name<<delimiter`, the value's lines, the delimiter. */
function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name = "", , value = ""]) => [name, value]),
  );
}
