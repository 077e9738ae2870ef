#!/usr/bin/env node
// Lets actionlint check the actions' own metadata: `node .ci/lint-actions.mjs ACTIONLINT`. It knows workflows only, and reads an
// action.yml when a workflow uses it. So a workflow is made up that uses each action of this repository, and in which the steps
// of each composite action are a job with the action's inputs, with the engine's release name turned into its folder.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";

const root = path.resolve(import.meta.dirname, "..");
const folders = [
  ".",
  ...(fs.existsSync(path.join(root, "actions")) ? fs.readdirSync(path.join(root, "actions")).map((name) => `actions/${name}`) : []),
];
const actions = folders.filter((folder) => fs.existsSync(path.join(root, folder, "action.yml")));
if (!actions.includes(".")) {
  console.error("there is no action.yml");
  process.exit(1);
}

const jobs = {
  metadata: { "runs-on": "ubuntu-latest", steps: actions.map((folder) => ({ uses: folder === "." ? "./" : `./${folder}` })) },
};
const inputs = {};
for (const folder of actions) {
  const action = parse(fs.readFileSync(path.join(root, folder, "action.yml"), "utf8"));
  if (action.runs.using !== "composite") continue;
  for (const name of Object.keys(action.inputs ?? {})) inputs[name] = { type: "string", required: false };
  const values = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [name, value]);
  jobs[path.basename(folder)] = {
    "runs-on": "ubuntu-latest",
    outputs: Object.fromEntries(values),
    steps: action.runs.steps.map((step) => ({ ...step, ...(/^gait\/gait@/.test(step.uses ?? "") ? { uses: "./" } : {}) })),
  };
}

const workflow = path.join(root, ".cache", "ci", "actions.yml");
fs.mkdirSync(path.dirname(workflow), { recursive: true });
fs.writeFileSync(workflow, stringify({ on: { workflow_call: { inputs } }, jobs }));
// Required inputs are the user's to give, so the made-up workflow leaves them out.
const done = spawnSync(process.argv[2], ["-shellcheck=", "-pyflakes=", "-ignore", "missing input", workflow], {
  cwd: root,
  stdio: "inherit",
});
if (done.status === 0) console.log(`${actions.length} actions: ${actions.join(", ")}`);
process.exit(done.status ?? 1);
