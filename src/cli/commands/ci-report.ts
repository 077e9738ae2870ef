import { openCheckout, requiresBase } from "../../ci/checkout.js";
import { expandProjects } from "../../ci/projects.js";
import { runRegressCheck } from "../../ci/regress-check.js";
import { findReports, readCheck } from "../../ci/saved-check.js";
import type { FailOn, RegressCheckOptions } from "../../ci/types.js";
import { invalidInput } from "../../format/errors.js";
import { splitCsv, trim } from "../../format/text.js";
import { spawnTool } from "../../host/spawn-tool.js";
import { BASE_FLAG, choicesOf, OUTPUT_FLAGS, outputPlan, showCheck } from "../ci-flags.js";
import type { Arguments, Command, Outcome, Shell } from "../command.js";
import { CANDIDATES_FLAG, CONFIG_FLAG, candidatesFolder, configPath } from "./regress-flags.js";

const FAIL_ON: readonly FailOn[] = ["drift", "removed-coverage", "relaxed", "context-runtime", "risk-increase"];

export const command: Command = {
  name: "ci report",
  summary: "Run the regress check and write its reports.",
  description:
    "Run all fixtures, compare their expectations with the base commit, and write the reports that CI systems show.\n" +
    "Exit 5 where a condition of --fail-on is met, 6 or 2 where anything could not be judged. The same on every CI system:\n" +
    "--base auto knows GitLab (CI_MERGE_REQUEST_TARGET_BRANCH_SHA, CI_MERGE_REQUEST_DIFF_BASE_SHA, CI_COMMIT_BEFORE_SHA) and\n" +
    "Jenkins (CHANGE_TARGET); elsewhere it takes the merge base with origin's main branch. On CircleCI pass\n" +
    "--base << pipeline.git.base_revision >>. Projects are folders or quoted patterns; default: the working folder.\n" +
    "--candidates is looked for inside each project.",
  usage: [
    "ci report [project...] [--candidates folder] [--base auto|none|revision] [--fail-on csv]",
    "ci report --from report.json [--format csv]",
  ],
  flags: [
    { name: "project", kind: "string", value: "csv", help: "Folders that hold a gait.yaml, besides those named as arguments." },
    CONFIG_FLAG,
    CANDIDATES_FLAG,
    BASE_FLAG,
    {
      name: "fail-on",
      kind: "string",
      value: "csv",
      default: "drift,removed-coverage",
      choices: [...FAIL_ON, "none"],
      help: `What fails the check, besides what cannot be judged: ${FAIL_ON.join(", ")}; none only reports.`,
    },
    { name: "context-conformance", kind: "boolean", help: "Demand of every fixture that the candidate's context conforms." },
    { name: "allow-context-runtime-drift", kind: "boolean", help: "Context may have been retrieved at another time." },
    { name: "only-changed", kind: "boolean", help: "Skip projects in which nothing changed since the base commit." },
    { name: "show-args", kind: "boolean", help: "Show recorded arguments in the reports, where both runs hold them." },
    { name: "shard", kind: "string", value: "i/n", help: "Run one of n parts of the fixtures; gait ci merge joins them." },
    { name: "jobs", kind: "integer", default: 1, help: "Fixtures judged side by side." },
    { name: "from", kind: "string", value: "report.json", help: "Run nothing; write the reports of a check that was made before." },
    ...OUTPUT_FLAGS,
  ],
  examples: [
    {
      line: "gait ci report --candidates out --format markdown,junit,sarif,codequality,metrics --out-dir gait-ci",
      why: "What a CI job needs.",
    },
    { line: "gait ci report 'services/*' --only-changed --fail-on drift,removed-coverage,relaxed", why: "The projects of a monorepo." },
    { line: "gait ci report --shard 2/4 --out-dir gait-ci/2", why: "One of four parts." },
  ],
  run: async (args, shell) => {
    const from = trim(args.string("from"));
    return from === "" ? runCheck(args, shell) : renderAgain(args, shell, from);
  },
};

function renderAgain(args: Arguments, shell: Shell, from: string): Outcome {
  const plan = outputPlan(args);
  const [file, ...more] = findReports(shell.host, from);
  if (file === undefined || more.length > 0)
    throw invalidInput(`${from} holds several reports`, { hint: "Name one, or join shards with gait ci merge." });
  return showCheck(readCheck(shell.host, file), plan, shell);
}

async function runCheck(args: Arguments, shell: Shell): Promise<Outcome> {
  const plan = outputPlan(args);
  const config = configPath(args);
  const failOn = choicesOf(args, "fail-on", FAIL_ON);
  const shard = parseShard(args.string("shard"));
  const jobs = args.integer("jobs");
  if (jobs < 1) throw invalidInput(`--jobs must be at least 1, not ${jobs}`);
  const checkout = await openCheckout(shell.host, spawnTool(shell.host.env), trim(args.string("base")) || "auto");
  const { host, base } = checkout;
  const named = [...args.positionals, ...splitCsv(args.string("project"))];
  const projects = await expandProjects(host, { patterns: named.length > 0 ? named : ["."], folder: checkout.folder, config, base });
  const options: RegressCheckOptions = {
    projects,
    config,
    candidates: candidatesFolder(args),
    contextConformance: args.boolean("context-conformance"),
    allowContextRuntimeDrift: args.boolean("allow-context-runtime-drift"),
    failOn,
    showArgs: args.boolean("show-args"),
    shard,
    jobs,
    onlyChanged: args.boolean("only-changed"),
    headSha: checkout.headSha,
    base,
    baseNote: checkout.baseNote,
    requireBase: requiresBase(failOn, checkout),
    onProgress: shell.progress,
  };
  const check = await runRegressCheck(host, options);
  shell.progress("");
  return showCheck(check, plan, shell, checkout.baseNote);
}

const MAX_SHARDS = 10_000;

/** `i/n`, counted from 1. @throws GaitError invalid_input. */
function parseShard(text: string): RegressCheckOptions["shard"] {
  if (trim(text) === "") return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(trim(text)) ?? []).map(Number);
  if (index < 1 || index > count || count > MAX_SHARDS)
    throw invalidInput(`invalid --shard: ${text}`, { hint: "Shards are counted from 1, e.g. 2/4." });
  return { index, count };
}
