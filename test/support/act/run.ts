// Runs a workflow for real, as a GitHub runner would: with act (github.com/nektos/act) in host mode, Node 24 and no container.
// Actions come from folders, GitHub's API and artifact service are fakes; nothing leaves the machine.
//
// Where act (v0.2.89) differs from GitHub's runner, for those who write tests:
// - `uses: actions/checkout@…` is done by act itself: it copies the work tree, .git included, and looks at no input but `path`, `ref`
//   and `repository`. What is fetched, and so `fetch-depth`, is decided by makeCheckout. Without that step the workspace is empty.
// - An action named in `actions` is read from its folder; any other `uses:` fails, for there is no network.
// - GITHUB_SHA is the commit checked out (base.sha for pull_request_target). `permissions:`, `concurrency:` and branch filters do
//   nothing: the fake API's token decides what is allowed.
// - Each step has a summary file of its own, as on a runner, but no limit: GitHub drops what is above 1 MiB.
// - A composite action's step gets the outputs of its last inner step too, declared or not; to prove a declaration, compare
//   what a later step sees with what the inner step said under another name.
// - act stops reading a failing process before it has read all it printed, and gives processes a terminal. For JavaScript actions
//   both are put right here (see nodeScript); a failing `run:` step may still lose its last lines.
// - Not set, though GitHub sets them: GITHUB_ACTOR_ID, GITHUB_TRIGGERING_ACTOR, GITHUB_REPOSITORY_ID, GITHUB_REPOSITORY_OWNER_ID,
//   GITHUB_WORKFLOW_REF, GITHUB_WORKFLOW_SHA, GITHUB_REF_PROTECTED, RUNNER_NAME, RUNNER_ENVIRONMENT. Set though GitHub has it not: ACT.
// - Steps of `run:` see the ACTIONS_* variables of the artifact service; on GitHub only actions do.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FakeGitHub } from "../github/server.js";
import { tool } from "../tools.js";
import { type ArtifactFailure, type ArtifactService, startArtifactService } from "./artifacts.js";
import { type Annotation, type RunLog, readAnnotations, readLog } from "./log.js";
import { unzip } from "./unzip.js";

export interface WorkflowOptions {
  /** The workflow file's text. */
  workflow: string;
  /** The event's name; `payload` is its webhook body, which becomes GITHUB_EVENT_PATH. */
  event: string;
  payload: Record<string, unknown>;
  /** The work tree that actions/checkout hands out: the `dir` of a makeCheckout. */
  checkout: string;
  /** Folders by what a workflow calls them: `{ "gait/regress@v1": "…/actions/gait-regress" }`. */
  actions: Record<string, string>;
  /** The API that GITHUB_API_URL names; without one, connections are refused. */
  api?: FakeGitHub;
  /** GITHUB_TOKEN, as `github.token`; the fake API's token unless said otherwise. */
  token?: string;
  /** Environment of every step, and variables of the runner such as GITHUB_RUN_ATTEMPT. */
  env?: Record<string, string>;
  secrets?: Record<string, string>;
  /** GITHUB_RUN_ID. */
  runId?: number;
  /** Makes every upload of an artifact fail. */
  artifactFailure?: ArtifactFailure;
  timeoutMs?: number;
}

export interface WorkflowResult extends RunLog {
  /** act's own exit code: 0 when every job succeeded. */
  exitCode: number;
  /** "failure" when any job failed. */
  jobConclusion: "success" | "failure";
  /** Everything that JavaScript actions printed, complete and unmasked: one process after the other, by the time of their start. */
  output: string;
  /** The annotations that JavaScript actions asked for. */
  annotations: Annotation[];
  /** What was uploaded, by artifact name. */
  artifacts: Record<string, { archive: Buffer; files: Record<string, Buffer> }>;
}

/** Runs the workflow to its end. Throws when act cannot be started or does not end in time; a failing job is a result. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gait-act-"));
  const artifacts = await startArtifactService(options.runId ?? 1, options.artifactFailure);
  try {
    const places = prepare(folder, options);
    const { exitCode, printed } = await runAct(actArguments(folder, options, artifacts), options, folder, places.bin);
    const output = readdirSync(places.transcripts)
      .sort()
      .map((name) => readFileSync(path.join(places.transcripts, name), "utf8"))
      .join("");
    const archives = Object.entries(artifacts.archives());
    return {
      ...readLog(printed),
      exitCode,
      jobConclusion: exitCode === 0 ? "success" : "failure",
      output,
      annotations: readAnnotations(output),
      artifacts: Object.fromEntries(archives.map(([name, archive]) => [name, { archive, files: unzip(archive) }])),
    };
  } finally {
    await artifacts.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder: string, options: WorkflowOptions): { bin: string; transcripts: string } {
  const bin = path.join(folder, "bin");
  const transcripts = path.join(folder, "transcripts");
  for (const each of [bin, transcripts, path.join(folder, "home"), path.join(folder, "tmp")]) mkdirSync(each);
  writeFileSync(path.join(folder, "workflow.yml"), options.workflow);
  writeFileSync(path.join(folder, "event.json"), JSON.stringify(options.payload));
  for (const [name, source] of Object.entries(options.actions)) stage(source, actionFolder(folder, name));
  const node = path.join(bin, "node");
  writeFileSync(node, nodeScript(transcripts));
  chmodSync(node, 0o755);
  return { bin, transcripts };
}

/**
 * The `node` that act finds. act asks it for process.execPath and starts that, so it must name itself. The pipe to tee makes
 * stdout no terminal, as on a runner, and the transcript complete: act stops reading when a failing process ends.
 */
function nodeScript(transcripts: string): string {
  return `#!/usr/bin/env bash
if [ "$1" = --no-warnings ]; then echo "$0"; exit; fi
"${tool("node24")}" "$@" 2>&1 | tee "${transcripts}/$(date +%s%N)-$$"
exit "\${PIPESTATUS[0]}"
`;
}

function actArguments(folder: string, options: WorkflowOptions, artifacts: ArtifactService): string[] {
  const { api, event, payload } = options;
  const apiUrl = api?.url ?? "http://127.0.0.1:9";
  const repository = (payload.repository as { full_name?: string } | undefined)?.full_name ?? api?.world.repository.fullName ?? "acme/shop";
  const mergeGroup = payload.merge_group as { head_ref?: string } | undefined;
  const env: Record<string, string> = {
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: String(options.runId ?? 1),
    ...artifacts.env,
    // act knows the ref of most events from the payload, but not of this one.
    ...(mergeGroup?.head_ref ? { GITHUB_REF: mergeGroup.head_ref } : {}),
    ...options.env,
  };
  const secrets = { GITHUB_TOKEN: options.token ?? api?.world.token.value ?? "none", ...options.secrets };
  return [
    event,
    "--json",
    "--directory",
    options.checkout,
    "--workflows",
    path.join(folder, "workflow.yml"),
    "--eventpath",
    path.join(folder, "event.json"),
    "--platform",
    "ubuntu-latest=-self-hosted",
    "--pull=false",
    "--action-offline-mode",
    "--no-cache-server",
    "--actor",
    "octo-dev",
    ...Object.keys(options.actions).flatMap((name) => ["--local-repository", `${name}=${actionFolder(folder, name)}`]),
    ...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...Object.entries(secrets).flatMap(([name, value]) => ["--secret", `${name}=${value}`]),
  ];
}

async function runAct(
  args: string[],
  options: WorkflowOptions,
  folder: string,
  bin: string,
): Promise<{ exitCode: number; printed: string }> {
  // Steps inherit act's environment, so it gets none of the developer's.
  const env = {
    PATH: [bin, "/usr/local/bin", "/usr/bin", "/bin"].join(path.delimiter),
    HOME: path.join(folder, "home"),
    TMPDIR: path.join(folder, "tmp"),
    LANG: "C.UTF-8",
  };
  const limit = options.timeoutMs ?? 120_000;
  return new Promise((resolve, reject) => {
    // The folder is its own: act reads .env, .secrets and .actrc of the one it is started in.
    const act = spawn(tool("act"), args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const chunks: Buffer[] = [];
    for (const stream of [act.stdout, act.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    const printed = () => Buffer.concat(chunks).toString();
    const timer = setTimeout(() => {
      if (act.pid !== undefined) process.kill(-act.pid, "SIGKILL");
      reject(new Error(`the workflow did not end within ${limit} ms:\n${readLog(printed()).text}`));
    }, limit);
    act.once("error", reject);
    act.once("close", (code) => {
      clearTimeout(timer);
      resolve({ exitCode: code ?? 1, printed: printed() });
    });
  });
}

function actionFolder(folder: string, name: string): string {
  return path.join(folder, "actions", name.replaceAll("/", "-"));
}

/** Copies what a release would hold: act packs an action's whole folder anew for each step that uses it. */
function stage(source: string, target: string): void {
  if (!existsSync(source)) throw new Error(`there is no action in ${source}`);
  const left = [".git", ".cache", "node_modules"].map((name) => path.join(source, name));
  cpSync(source, target, { recursive: true, filter: (file) => !left.includes(file) });
}
