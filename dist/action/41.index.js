export const id = 41;
export const ids = [41];
export const modules = {

/***/ 94041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportForRun: () => (/* binding */ reportForRun)
/* harmony export */ });
/* harmony import */ var _chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69123);
/* harmony import */ var _chunk_DNZL3HKI_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73992);
/* harmony import */ var _chunk_UJJLQ7MK_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83434);
/* harmony import */ var _chunk_JGCEXIYZ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7948);
/* harmony import */ var _chunk_ZEP7WKZU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81904);
/* harmony import */ var _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99114);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9739);
/* harmony import */ var _chunk_MLKGABMK_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1263);









// src/action/report-mode.ts
async function reportForRun(context) {
  const { event, runner } = context;
  if (event.kind !== "workflow_run")
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`mode report is for workflow_run, this is ${context.run.eventName}`, { code: "event_invalid" });
  const nothing = (why) => {
    runner.notice("notice", `Nothing to report: ${why}.`);
    return { report: void 0, publication: { commentId: "", commentUrl: "", reportedTo: [] } };
  };
  const { run } = event;
  if (run.event !== "pull_request") return nothing(`the run was for ${run.event}, not for a pull request`);
  const api = await context.api();
  if (api === void 0)
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("input github-token: mode report needs a token with pull-requests: write and actions: read", {
      code: "input_invalid"
    });
  const archive = await downloadReport(api, run.id, (0,_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_5__/* .forkArtifactName */ .Km)(context.settings.hasOwnKey ? context.settings.commentKey : void 0));
  if (archive === void 0) return nothing("the run left no report; it comments itself where it may");
  const report = (0,_chunk_ZEP7WKZU_js__WEBPACK_IMPORTED_MODULE_4__/* .readReport */ .t)((0,_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_5__/* .readForkArchive */ .Ry)(archive));
  if (report.kind !== context.settings.command) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`the report is one of gait-${report.kind}`, { code: "report_refused" });
  const pull = await findPull(api, run);
  if (typeof pull === "string") return nothing(pull);
  const shown = { ...report, head_sha: run.headSha };
  return { report, publication: await publishUntrusted(context, api, shown, run, pull) };
}
async function downloadReport(api, runId, name) {
  const listed = await api.list(
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
    { run_id: runId, name },
    (data2) => data2.artifacts ?? []
  );
  const artifacts = listed;
  const latest = artifacts.filter((one) => one.name === name && one.expired !== true).sort((a, b) => b.id - a.id)[0];
  if (latest === void 0) return void 0;
  if (latest.size_in_bytes > _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_REPORT_BYTES */ .WA)
    throw new _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE("invalid_input", `the artifact ${name} is larger than ${_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_REPORT_BYTES */ .WA} bytes`, { code: "report_refused" });
  const { data } = await api.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
    artifact_id: latest.id,
    archive_format: "zip",
    request: { parseSuccessResponseBody: false }
  });
  return (0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .readBounded */ .CB)(data, _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_REPORT_BYTES */ .WA);
}
async function findPull(api, run) {
  const [owner = ""] = run.headRepository.split("/");
  if (owner === "") return "the head repository is gone";
  const open = await api.list("GET /repos/{owner}/{repo}/pulls", { state: "open", head: `${owner}:${run.headBranch}` });
  const ofBranch = open.filter(
    ({ head }) => head.ref === run.headBranch && head.repo?.full_name.toLowerCase() === run.headRepository.toLowerCase()
  );
  if (ofBranch.length === 0) return "no open pull request has the head of the run";
  const ofCommit = ofBranch.filter(({ head }) => head.sha === run.headSha);
  if (ofCommit.length === 0) return "the pull request has a newer commit by now";
  if (ofCommit.length > 1) return "several pull requests have this head, so it is not clear which one is meant";
  return ofCommit[0].number;
}
async function publishUntrusted(context, api, report, run, pull) {
  const { settings, runner } = context;
  const links = { repositoryUrl: (0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryUrl */ .Ek)(context.run), untrusted: true };
  const reportedTo = [];
  if (settings.stepSummary && await runner.writeSummary((0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSummary */ .Br)(report, links))) reportedTo.push("summary");
  const outcome = settings.comment === "off" ? { kind: "not-needed" } : await (0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .putComment */ .jW)(api, {
    pull,
    headSha: run.headSha,
    key: settings.commentKey,
    when: (0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveWhen */ .IQ)(settings),
    mode: settings.commentMode,
    runId: String(run.id),
    runAttempt: String(run.attempt),
    isQuiet: (0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .isQuiet */ .rM)(report),
    isPass: report.status === "pass",
    render: (resolved) => (0,_chunk_3RHJGIAN_js__WEBPACK_IMPORTED_MODULE_0__/* .renderComment */ .wQ)(report, {
      ...links,
      key: settings.commentKey,
      runId: String(run.id),
      runAttempt: String(run.attempt),
      summaryUrl: runPage(context, run),
      resolved
    })
  });
  if (outcome.kind === "superseded") runner.notice("notice", `There is no comment: ${outcome.message}.`);
  if (outcome.kind !== "written") return { commentId: "", commentUrl: "", reportedTo };
  if (outcome.remark !== "") runner.notice("notice", outcome.remark);
  return { commentId: outcome.id, commentUrl: outcome.url, reportedTo: ["comment", ...reportedTo] };
}
var runPage = ({ run: { serverUrl, repository } }, run) => `${serverUrl}/${repository}/actions/runs/${run.id}`;



/***/ })

};
