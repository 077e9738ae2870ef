/** `mode: run`: find the projects and the base, record candidates, judge. Publishing comes after. */
import type { CheckResult, RegressCheckOptions, VerifyCheckOptions } from "../ci/types.js";
import { GaitError, invalidInput } from "../format/errors.js";
import type { Action } from "./action.js";
import { isApiFailure } from "./api.js";
import { type Comparison, findBase } from "./base.js";
import { assertSafeTarget } from "./event.js";
import { prepareCandidates } from "./record.js";
import type { RegressSettings, VerifySettings } from "./settings.js";
import { unjudged } from "./unjudged.js";
import { expandProjects, toRoot } from "./workspace.js";

/** Runs the check of the command. @throws GaitError for what is wrong with the inputs or the event. */
export async function runCheck(action: Action): Promise<CheckResult> {
  const { event, git, settings, api, runner } = action;
  if (event.kind === "workflow_run") {
    const why = "that event runs with write permissions on behalf of anyone who opens a pull request";
    throw invalidInput(`on workflow_run the action takes mode: report only: ${why}`, { code: "event_invalid" });
  }
  const comparison = await findBase({ git, event, base: settings.base, api });
  if (event.kind === "pull_request_target") assertSafeTarget(event.pull, comparison.headSha, settings.allowUnsafeTarget);
  runner.log(describe(comparison));
  return settings.command === "regress" ? runRegress({ ...action, settings }, comparison) : runVerify({ ...action, settings }, comparison);
}

const describe = ({ headSha, base, note }: Comparison): string =>
  `Commit ${headSha || "unknown"}, compared with ${base === null ? `nothing: ${note}` : base.sha}.`;

async function runRegress(action: Action<RegressSettings>, comparison: Comparison): Promise<CheckResult> {
  const { host, runner, run, settings } = action;
  const projects = await expandProjects(host, {
    workspace: run.workspace,
    patterns: settings.workingDirectories,
    config: settings.config,
    base: comparison.base,
  });
  const options: Omit<RegressCheckOptions, "candidates"> = {
    projects,
    config: settings.config,
    contextConformance: settings.contextConformance,
    allowContextRuntimeDrift: settings.allowContextRuntimeDrift,
    failOn: settings.failOn,
    showArgs: settings.showArgs,
    shard: settings.shard,
    jobs: action.jobs,
    onlyChanged: settings.onlyChanged,
    headSha: comparison.headSha,
    base: comparison.base,
    baseNote: comparison.note,
    // An event that has no base by its nature gives absolute results; where there should be one, fail closed (spec 40 §12.3).
    requireBase:
      settings.failOn.some((one) => one === "removed-coverage" || one === "relaxed") &&
      (comparison.base !== null || comparison.isUnavailable),
  };
  try {
    const recording = {
      projects,
      commands: settings.recordCommands,
      candidates: settings.candidates,
      token: settings.token,
      allowedEnv: settings.recordEnv,
    };
    const candidates = await prepareCandidates(host, runner, recording);
    const { runRegressCheck } = await import("../ci/regress-check.js");
    return await runRegressCheck(host, { ...options, candidates });
  } catch (error) {
    if (!(error instanceof GaitError) || error.code !== "record_failed") throw error;
    const { config, headSha, base, baseNote, shard } = options;
    return unjudged({ producerVersion: host.producerVersion, projects, config, headSha, baseSha: base?.sha ?? "", baseNote, shard }, error);
  }
}

async function runVerify(action: Action<VerifySettings>, comparison: Comparison): Promise<CheckResult> {
  const { host, run, settings } = action;
  if (comparison.isUnavailable && settings.failOn.includes("key-changed")) {
    throw invalidInput(`fail-on key-changed needs the base commit: ${comparison.note}`, { code: "base_unavailable" });
  }
  const { runVerifyCheck } = await import("../ci/verify-check.js");
  const folders = settings.workingDirectories.map((folder) => toRoot(host.cwd, run.workspace, folder));
  const options: Omit<VerifyCheckOptions, "base" | "baseNote"> = {
    paths: folders.flatMap((folder) => settings.verifyPaths.map((name) => (folder === "." ? name : `${folder}/${name}`))),
    profile: settings.profile,
    requireSignature: settings.requireSignature,
    publicKey: settings.publicKey === "" ? undefined : settings.publicKey,
    publicKeyFile: settings.publicKeyFile === "" ? undefined : settings.publicKeyFile,
    allowEmpty: settings.allowEmpty,
    changedOnly: settings.changedOnly,
    failOn: settings.failOn,
    headSha: comparison.headSha,
  };
  try {
    return await runVerifyCheck(host, { ...options, base: comparison.base, baseNote: comparison.note });
  } catch (error) {
    // A base that breaks off halfway is none; what it was needed for decides whether that matters.
    if (!isApiFailure(error)) throw error;
    return runVerify(action, { ...comparison, base: null, note: error.message, isUnavailable: true });
  }
}
