/**
 * Brings a finished report to where people look: annotations, summary, artifact, comment. The verdict is settled by then; whatever
 * goes wrong here ends as one remark in the log (spec 40 §12.1).
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CheckResult } from "../ci/types.js";
import { GaitError } from "../format/errors.js";
import { annotationsOf } from "../report/annotations.js";
import { renderJson } from "../report/json.js";
import { isQuiet, type MarkdownOptions, renderComment, renderSummary } from "../report/markdown.js";
import type { CiReport } from "../report/model.js";
import type { PublishContext } from "./action.js";
import { type Api, isApiFailure } from "./api.js";
import { artifactName, forkArtifactName } from "./artifacts.js";
import { putComment } from "./comment.js";
import type { PullRequest } from "./event.js";
import { artifactUrl, type RunInfo, repositoryUrl, summaryUrl } from "./run-info.js";
import type { Runner } from "./runner.js";
import type { CommentWhen, Settings } from "./settings.js";

/** Files of the report on disk. */
export interface ReportFiles {
  readonly folder: string;
  /** Absolute, below `folder`. */
  readonly all: readonly string[];
}

export interface Publication {
  readonly commentId: string;
  readonly commentUrl: string;
  readonly reportedTo: readonly ("comment" | "summary" | "artifact")[];
}

/** Publishes everything that the settings ask for. Never throws for what the network or a permission can be. */
export async function publish(context: PublishContext, check: CheckResult, files: ReportFiles): Promise<Publication> {
  const { settings, runner, event } = context;
  const { report } = check;
  const remarks = new Remarks();
  const reportedTo: Publication["reportedTo"][number][] = [];
  const pull = event.kind === "pull_request" ? event.pull : undefined;
  // People know the commit they pushed, not the merge commit that was checked out.
  const shown: CiReport = pull ? { ...report, head_sha: pull.headSha } : report;

  if (settings.annotations) for (const annotation of annotationsOf(report)) runner.annotate(annotation);
  const links: MarkdownOptions = { repositoryUrl: repositoryUrl(context.run) };
  if (settings.stepSummary && (await runner.writeSummary(renderSummary(shown, links)))) reportedTo.push("summary");
  const uploaded = settings.uploadArtifacts ? await uploadFiles(context, files, remarks) : undefined;
  if (uploaded !== undefined) reportedTo.push("artifact");
  if (isShard(settings)) await leaveShard(context, check, remarks);

  const comment = await comments(context, shown, pull, uploaded, remarks);
  if (comment !== undefined) reportedTo.unshift("comment");
  remarks.tell(runner);
  return { commentId: comment?.id ?? "", commentUrl: comment?.url ?? "", reportedTo };
}

/** What could not be done, told once at the end however much it was. */
class Remarks {
  private readonly texts: string[] = [];
  private isWarning = false;

  add(text: string, level: "notice" | "warning" = "notice"): void {
    this.texts.push(text);
    this.isWarning ||= level === "warning";
  }

  tell(runner: Runner): void {
    if (this.texts.length > 0) runner.notice(this.isWarning ? "warning" : "notice", `${this.texts.join(" ")} The verdict is not affected.`);
  }
}

async function uploadFiles(
  { artifacts, settings, run }: PublishContext,
  files: ReportFiles,
  remarks: Remarks,
): Promise<number | undefined> {
  if (files.all.length === 0) return undefined;
  const name = artifactName(settings.artifactName, settings.shard, run.attempt);
  const upload = await attempt(() => artifacts?.upload(name, files.all, files.folder));
  if (typeof upload === "string") remarks.add(`The artifact ${name} was not uploaded: ${upload}.`);
  return typeof upload === "object" ? upload.id : undefined;
}

const isShard = ({ mode, shard }: Settings): boolean => mode === "run" && shard !== undefined && shard.count > 1;

/** Without it the merging job fails, so it is left whether other uploads are wanted or not. */
async function leaveShard({ artifacts, run, settings }: PublishContext, check: CheckResult, remarks: Remarks): Promise<void> {
  const { uploadShard } = await import("./shards.js");
  const failure =
    artifacts === undefined
      ? "the runner has no artifact service"
      : await attempt(() => uploadShard(artifacts, run, settings.commentKey, check));
  if (typeof failure === "string") remarks.add(`This shard was not handed to the merging job: ${failure}.`, "warning");
}

/** The result, or why there is none; a service that is not there is no failure. */
async function attempt<T>(action: () => Promise<T> | undefined): Promise<T | string | undefined> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof GaitError) return error.message.replace(/\.$/, "");
    throw error;
  }
}

interface WrittenComment {
  readonly id: string;
  readonly url: string;
}

async function comments(
  context: PublishContext,
  report: CiReport,
  pull: PullRequest | undefined,
  artifactId: number | undefined,
  remarks: Remarks,
): Promise<WrittenComment | undefined> {
  const { settings, run } = context;
  // Shards share one comment, which the merging job writes.
  if (pull === undefined || settings.comment === "off" || isShard(settings)) return undefined;
  const level = settings.comment === "always" ? "warning" : "notice";
  const reason = readOnlyReason(pull, run);
  if (reason !== "" && settings.comment !== "always") {
    remarks.add(`${reason}, so its token is read-only and there is no comment. ${await leaveReport(context, report)}`);
    return undefined;
  }
  try {
    const api = await context.api();
    if (api === undefined) {
      remarks.add("There is no comment, for there is no github-token.", level);
      return undefined;
    }
    return await writeComment(context, api, report, pull, artifactId, remarks);
  } catch (error) {
    if (!isApiFailure(error)) throw error;
    const why =
      error.code === "api_forbidden"
        ? `The token may not comment: ${error.message}. Does the job have pull-requests: write?`
        : `There is no comment: ${error.message}.`;
    remarks.add(`${why} ${await leaveReport(context, report)}`, level);
    return undefined;
  }
}

/** Why the token can be known to be read-only before anything was asked. */
function readOnlyReason(pull: PullRequest, run: RunInfo): string {
  if (pull.headRepository.toLowerCase() !== run.repository.toLowerCase()) return "The pull request comes from a fork";
  if (run.actor === "dependabot[bot]") return "The pull request comes from Dependabot";
  return "";
}

async function writeComment(
  { settings, run }: PublishContext,
  api: Api,
  report: CiReport,
  pull: PullRequest,
  artifactId: number | undefined,
  remarks: Remarks,
): Promise<WrittenComment | undefined> {
  const outcome = await putComment(api, {
    pull: pull.number,
    headSha: pull.headSha,
    key: settings.commentKey,
    when: effectiveWhen(settings),
    mode: settings.commentMode,
    runId: run.runId,
    runAttempt: String(run.attempt),
    isQuiet: isQuiet(report),
    isPass: report.status === "pass",
    render: (resolved) =>
      renderComment(report, {
        key: settings.commentKey,
        runId: run.runId,
        runAttempt: String(run.attempt),
        repositoryUrl: repositoryUrl(run),
        summaryUrl: summaryUrl(run),
        artifactUrl: artifactId === undefined ? undefined : artifactUrl(run, artifactId),
        resolved,
      }),
  });
  if (outcome.kind === "superseded") remarks.add(`There is no comment: ${outcome.message}.`);
  if (outcome.kind !== "written") return undefined;
  if (outcome.remark !== "") remarks.add(`${outcome.remark}.`);
  return outcome;
}

/** gait-verify speaks up only about failures and changed evidence (spec 40 §12.5). */
export const effectiveWhen = ({ comment, command }: Settings): CommentWhen =>
  command === "verify" && comment === "auto" ? "on-change" : comment;

const COMPANION =
  "A companion workflow can comment with it; it runs on workflow_run, and only once its file is on the default branch (docs/actions.md, Forks).";

/** Leaves the bare report for the companion workflow. @returns where the report is. */
async function leaveReport({ settings, run, artifacts }: PublishContext, report: CiReport): Promise<string> {
  const where = settings.stepSummary ? "The report is in the job summary." : "";
  if (!settings.uploadArtifacts || artifacts === undefined) return where;
  const name = forkArtifactName(settings.hasOwnKey ? settings.commentKey : undefined);
  const folder = mkdtempSync(path.join(run.temporary, "gait-report-"));
  const file = path.join(folder, "report.json");
  writeFileSync(file, renderJson(report));
  const upload = await attempt(() => artifacts.upload(name, [file], folder));
  return typeof upload === "string" ? `${where} ${upload}.` : `${where} It is also in the artifact ${name}. ${COMPANION}`;
}
