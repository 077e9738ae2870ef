/**
 * `mode: report`, on workflow_run: publishes what the run of a pull request from a fork left behind. This job may write, so it
 * trusts nothing of that run (spec 40 §12.4, Forks): (a) it checks out and runs nothing, (b) the artifact is read as hostile,
 * (c) the pull request is looked up and not told by the artifact, (d) its head must still be the judged commit, (e) the comment
 * says what it is.
 */

import { GaitError, invalidInput } from "../format/errors.js";
import { MAX_REPORT_BYTES } from "../report/json.js";
import { readReport } from "../report/json-reader.js";
import { isQuiet, renderComment, renderSummary } from "../report/markdown.js";
import type { CiReport } from "../report/model.js";
import type { PublishContext } from "./action.js";
import type { Api } from "./api.js";
import { forkArtifactName, readForkArchive } from "./artifacts.js";
import { readBounded } from "./base-tree-api.js";
import { type CommentOutcome, putComment } from "./comment.js";
import type { CompletedRun } from "./event.js";
import { effectiveWhen, type Publication } from "./publish.js";
import { repositoryUrl } from "./run-info.js";

export interface ReportModeResult {
  readonly report: CiReport | undefined;
  readonly publication: Publication;
}

/** @throws GaitError for an artifact that is not a report, and where the API cannot be used: reporting is all this job does. */
export async function reportForRun(context: PublishContext): Promise<ReportModeResult> {
  const { event, runner } = context;
  if (event.kind !== "workflow_run")
    throw invalidInput(`mode report is for workflow_run, this is ${context.run.eventName}`, { code: "event_invalid" });
  const nothing = (why: string): ReportModeResult => {
    runner.notice("notice", `Nothing to report: ${why}.`);
    return { report: undefined, publication: { commentId: "", commentUrl: "", reportedTo: [] } };
  };
  const { run } = event;
  if (run.event !== "pull_request") return nothing(`the run was for ${run.event}, not for a pull request`);
  const api = await context.api();
  if (api === undefined)
    throw invalidInput("input github-token: mode report needs a token with pull-requests: write and actions: read", {
      code: "input_invalid",
    });

  const archive = await downloadReport(api, run.id, forkArtifactName(context.settings.hasOwnKey ? context.settings.commentKey : undefined));
  if (archive === undefined) return nothing("the run left no report; it comments itself where it may");
  const report = readReport(readForkArchive(archive));
  if (report.kind !== context.settings.command) throw invalidInput(`the report is one of gait-${report.kind}`, { code: "report_refused" });

  const pull = await findPull(api, run);
  if (typeof pull === "string") return nothing(pull);
  // The commit is the one that GitHub names; what the contributor's run says about itself stays in the text only.
  const shown: CiReport = { ...report, head_sha: run.headSha };
  return { report, publication: await publishUntrusted(context, api, shown, run, pull) };
}

/** The latest artifact of that name of the run. A listing tells the size before anything is downloaded. */
async function downloadReport(api: Api, runId: number, name: string): Promise<Uint8Array | undefined> {
  const listed = await api.list(
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
    { run_id: runId, name },
    (data) => (data as { artifacts?: unknown[] }).artifacts ?? [],
  );
  const artifacts = listed as { id: number; name: string; size_in_bytes: number; expired?: boolean }[];
  const latest = artifacts.filter((one) => one.name === name && one.expired !== true).sort((a, b) => b.id - a.id)[0];
  if (latest === undefined) return undefined;
  if (latest.size_in_bytes > MAX_REPORT_BYTES)
    throw new GaitError("invalid_input", `the artifact ${name} is larger than ${MAX_REPORT_BYTES} bytes`, { code: "report_refused" });
  const { data } = await api.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
    artifact_id: latest.id,
    archive_format: "zip",
    request: { parseSuccessResponseBody: false },
  });
  return readBounded(data as AsyncIterable<Uint8Array>, MAX_REPORT_BYTES);
}

/** The one open pull request whose head is that of the run, or why there is none to write to. */
async function findPull(api: Api, run: CompletedRun): Promise<number | string> {
  const [owner = ""] = run.headRepository.split("/");
  if (owner === "") return "the head repository is gone";
  const open = (await api.list("GET /repos/{owner}/{repo}/pulls", { state: "open", head: `${owner}:${run.headBranch}` })) as {
    number: number;
    head: { sha: string; ref: string; repo: { full_name: string } | null };
  }[];
  const ofBranch = open.filter(
    ({ head }) => head.ref === run.headBranch && head.repo?.full_name.toLowerCase() === run.headRepository.toLowerCase(),
  );
  if (ofBranch.length === 0) return "no open pull request has the head of the run";
  const ofCommit = ofBranch.filter(({ head }) => head.sha === run.headSha);
  if (ofCommit.length === 0) return "the pull request has a newer commit by now";
  if (ofCommit.length > 1) return "several pull requests have this head, so it is not clear which one is meant";
  return ofCommit[0]!.number;
}

async function publishUntrusted(
  context: PublishContext,
  api: Api,
  report: CiReport,
  run: CompletedRun,
  pull: number,
): Promise<Publication> {
  const { settings, runner } = context;
  const links = { repositoryUrl: repositoryUrl(context.run), untrusted: true };
  const reportedTo: Publication["reportedTo"][number][] = [];
  if (settings.stepSummary && (await runner.writeSummary(renderSummary(report, links)))) reportedTo.push("summary");
  const outcome: CommentOutcome =
    settings.comment === "off"
      ? { kind: "not-needed" }
      : await putComment(api, {
          pull,
          headSha: run.headSha,
          key: settings.commentKey,
          when: effectiveWhen(settings),
          mode: settings.commentMode,
          runId: String(run.id),
          runAttempt: String(run.attempt),
          isQuiet: isQuiet(report),
          isPass: report.status === "pass",
          render: (resolved) =>
            renderComment(report, {
              ...links,
              key: settings.commentKey,
              runId: String(run.id),
              runAttempt: String(run.attempt),
              summaryUrl: runPage(context, run),
              resolved,
            }),
        });
  if (outcome.kind === "superseded") runner.notice("notice", `There is no comment: ${outcome.message}.`);
  if (outcome.kind !== "written") return { commentId: "", commentUrl: "", reportedTo };
  if (outcome.remark !== "") runner.notice("notice", outcome.remark);
  return { commentId: outcome.id, commentUrl: outcome.url, reportedTo: ["comment", ...reportedTo] };
}

/** The contributor's run. */
const runPage = ({ run: { serverUrl, repository } }: PublishContext, run: CompletedRun): string =>
  `${serverUrl}/${repository}/actions/runs/${run.id}`;
