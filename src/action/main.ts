/** From the environment of a step to an exit code: read everything once, run, publish, set outputs, and only then fail. */
import type { CheckResult } from "../ci/types.js";
import { exitCodeOf, GaitError, messageOf } from "../format/errors.js";
import { readBytes } from "../format/files.js";
import type { Host } from "../format/host.js";
import { parseJson } from "../format/json.js";
import { spawnTool } from "../host/spawn-tool.js";
import { code, message as markdown } from "../report/markdown-escape.js";
import { renderTerminal } from "../report/terminal.js";
import type { Action } from "./action.js";
import { Api, type Transport } from "./api.js";
import { artifactService } from "./artifacts.js";
import { runCheck } from "./check.js";
import { gitEnvironment } from "./environment.js";
import { assertSafeTarget, type Event, readEvent } from "./event.js";
import { assertOutputPaths, writeFiles } from "./files.js";
import { failureOutputs, NOTHING_WRITTEN, outputsOf, setOutputs } from "./outputs.js";
import { type Publication, publish, type ReportFiles } from "./publish.js";
import { type RunInfo, readRunInfo, repositoryUrl } from "./run-info.js";
import type { Runner } from "./runner.js";
import { readSettings, type Settings } from "./settings.js";
import { assertCheckout, findRoot } from "./workspace.js";

/** What the process lends to the action. */
export interface ActionIo {
  readonly host: Host;
  readonly runner: Runner;
  /** Folder for temporary files where the runner names none. */
  readonly temporary: string;
  readonly jobs: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly transport: (token: string) => Promise<Transport>;
}

/** Runs the action to its end. Never throws; the result is the exit code, set when all is written. */
export async function runAction(io: ActionIo): Promise<number> {
  try {
    return await run(io).catch((error: unknown) => fail(io, error));
  } catch (error) {
    // Not even the failure could be told: the runner's own files are not there.
    io.runner.log(`gait: ${messageOf(error)}`);
    return 1;
  }
}

async function run(io: ActionIo): Promise<number> {
  const settings = readSettings(io.host.env, io.host.producerVersion);
  io.runner.mask(settings.token);
  for (const warning of settings.warnings) io.runner.notice("warning", warning);
  const action = prepare(io, settings);
  if (settings.mode === "report") return reportRun(action);
  assertOutputPaths(action.run.workspace, settings.paths);
  if (settings.mode === "merge") return finish(action, await mergeRun(action));
  assertCheckout(action.run.workspace);
  return finish(action, await runCheck(action));
}

function prepare(io: ActionIo, settings: Settings): Action {
  const { host, runner } = io;
  const info = readRunInfo(host.env, { cwd: host.cwd, temporary: io.temporary });
  const root = findRoot(info.workspace, settings.workingDirectories);
  return {
    settings,
    run: info,
    event: loadEvent(host, info),
    runner,
    host: { ...host, cwd: root },
    git: { run: spawnTool(gitEnvironment(host.env, settings.token, root)), cwd: root },
    jobs: io.jobs,
    api: lazyApi(io, settings.token, info.repository),
    artifacts: artifactService(host.env, info.temporary),
  };
}

function loadEvent(host: Host, { eventName, eventPath }: RunInfo): Event {
  return readEvent(eventName, eventPath === "" ? {} : parseJson(readBytes(host, eventPath)));
}

/** One client for the whole run, so that one outage is enough; none without a token. */
function lazyApi({ sleep, transport, runner }: ActionIo, token: string, repository: string): Action["api"] {
  const onWait = (wait: number, why: string) => runner.log(`GitHub API: ${why}. Trying again in ${Math.ceil(wait / 1000)} s.`);
  let api: Promise<Api> | undefined;
  return async () => {
    if (token === "") return undefined;
    api ??= transport(token).then((made) => new Api({ transport: made, repository, sleep, now: Date.now, onWait }));
    return api;
  };
}

async function mergeRun(action: Action): Promise<CheckResult> {
  const { event } = action;
  // Joining needs no checkout, so there is none that would make that event safe.
  if (event.kind === "pull_request_target") assertSafeTarget(event.pull, "", false);
  return (await import("./shards.js")).mergeRun(action);
}

async function finish(action: Action, check: CheckResult): Promise<number> {
  const { runner, host, run: info, settings } = action;
  for (const line of renderTerminal(check.report, { color: false }).trimEnd().split("\n")) runner.log(line);
  for (const warning of check.warnings ?? []) runner.notice("warning", warning);
  const { paths, files } = writeFiles(host, info.workspace, check, settings.paths, { repositoryUrl: repositoryUrl(info) });
  setOutputs(runner, outputsOf(check.report, paths, await publishAnyway(action, check, files)));
  return check.exitCode;
}

/** Even a bug in reporting must not change the verdict. */
async function publishAnyway(action: Action, check: CheckResult, files: ReportFiles): Promise<Publication> {
  try {
    return await publish(action, check, files);
  } catch (error) {
    action.runner.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    action.runner.notice("warning", `Reporting failed unexpectedly: ${messageOf(error)}. The verdict is not affected. Please report this.`);
    return { commentId: "", commentUrl: "", reportedTo: [] };
  }
}

/** The job that reports for another run: it ends well whatever that run's verdict was. */
async function reportRun(action: Action): Promise<number> {
  const { reportForRun } = await import("./report-mode.js");
  const { report, publication } = await reportForRun(action);
  if (report) setOutputs(action.runner, outputsOf(report, NOTHING_WRITTEN, publication));
  return 0;
}

/** A run that ended before there was a report still says so everywhere but in the pull request. */
async function fail({ runner }: ActionIo, error: unknown): Promise<number> {
  const known =
    error instanceof GaitError
      ? error
      : new GaitError("internal_failure", `unexpected failure: ${messageOf(error)}`, {
          code: "internal_failure",
          hint: "This is a bug in Gait. Please report it with the log of this step; re-run with debug logging for the details.",
        });
  if (known !== error && error instanceof Error) runner.debug(error.stack ?? error.message);
  const text = known.hint === undefined ? known.message : `${known.message} ${known.hint}`;
  runner.annotate({
    level: "error",
    title: `gait: ${known.code}`,
    message: text,
    file: known.file ?? "",
    line: known.line ?? (known.file ? 1 : 0),
  });
  await runner.writeSummary(`### ❌ Gait · the check could not be run\n\n${code(known.code)}: ${markdown(text, 2_000)}\n`);
  const exitCode = exitCodeOf(known.category);
  setOutputs(runner, failureOutputs(exitCode, known.code));
  return exitCode;
}
