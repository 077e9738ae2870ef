/** The committed bundle and the thin actions under a real runner, for the end-to-end tests. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { runWorkflow, type WorkflowOptions, type WorkflowResult } from "../support/act/run.js";
import { repositoryRoot, tool } from "../support/tools.js";

const folder = mkdtempSync(path.join(os.tmpdir(), "gait-actions-"));
const engine = path.join(folder, "gait");

/** What a workflow can use, by its name there. */
const ACTIONS = {
  "gait/gait@v1": engine,
  "gait/regress@v1": path.join(repositoryRoot, "actions/gait-regress"),
  "gait/verify@v1": path.join(repositoryRoot, "actions/gait-verify"),
};

/** Stages what a release of the engine holds. `GAIT_TEST_DIST` names other bundles than the committed ones. */
export function useEngine(): void {
  beforeAll(() => {
    const bundle = path.join(process.env.GAIT_TEST_DIST ?? path.join(repositoryRoot, "dist"), "action");
    if (!existsSync(path.join(bundle, "index.js"))) throw new Error(`there is no bundle in ${bundle}: run \`npm run build\``);
    mkdirSync(path.join(engine, "dist"), { recursive: true });
    cpSync(path.join(repositoryRoot, "action.yml"), path.join(engine, "action.yml"));
    cpSync(bundle, path.join(engine, "dist/action"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** Runs a workflow after a linter has found nothing in it. */
export async function runGait(options: Omit<WorkflowOptions, "actions">): Promise<WorkflowResult> {
  expect(lint(options.workflow)).toBe("");
  return runWorkflow({ ...options, actions: ACTIONS });
}

/** What actionlint has to say about a workflow; "" for nothing. */
export function lint(workflow: string): string {
  const { status, stdout, stderr } = spawnSync(tool("actionlint"), ["-no-color", "-shellcheck=", "-pyflakes=", "-"], {
    input: workflow,
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}` || `exit code ${status}`;
}
