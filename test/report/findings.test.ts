import { describe, expect, test } from "vitest";
import { distinctFindings, findingsOf } from "../../src/report/findings.js";
import type { CiReport } from "../../src/report/model.js";
import * as samples from "./samples.js";

const lines = (report: CiReport): string[] =>
  findingsOf(report).map(({ level, reason, message, location }) => `${level} ${reason} ${location.file}:${location.line} ${message}`);

describe("findings", () => {
  test.each<[string, () => CiReport, string[]]>([
    ["a pass has none", samples.pass, []],
    [
      "a removed fixture, at the place that the base had it",
      samples.removedCoverage,
      [
        "error removed_coverage gait.yaml:11 Fixture `refund-incident` (run `run_refund_0412`) is in the base commit and no longer here: what it protected is not checked any more.",
      ],
    ],
    [
      "self comparison, once per project",
      samples.selfComparison,
      [
        "warning self_comparison gait.yaml:1 7 of 7 fixtures were compared only with themselves: no candidate run was given, so nothing new was tested.",
      ],
    ],
    [
      "a fixture that could not be read",
      samples.unreadable,
      ["error fixture_unreadable gait.yaml:6 read fixture runpack for refund-incident: hash mismatch in `results.jsonl`"],
    ],
    ["a project that could not be run", samples.badConfig, ["error config_invalid gait.yaml:4 parse config: fixture name is required"]],
    [
      "a recorded run that was replaced",
      samples.rebaselined,
      [
        "note expectation_rebaselined gait.yaml:5 `address-change`: the recorded run was replaced, from `run_address_0412` to `run_address_0519`.",
      ],
    ],
    [
      "risk that the user wants to fail on",
      samples.riskIncrease,
      [
        "error risk_increase fixtures/address-change/fixture.json:1 `address-change`: the risk score rose from 12 to 48, by call 1 of `fs.write`.",
      ],
    ],
    [
      "artifacts, the worst first",
      samples.verifyTampered,
      [
        "error hash_mismatch evidence/pack_2.zip:1 `evidence/pack_2.zip` holds files that differ from their digests: `proof_records.jsonl`.",
        "error missing_files evidence/pack_2.zip:1 `evidence/pack_2.zip` lacks files that it declares: `run.json`.",
        "error undeclared_files evidence/pack_2.zip:1 `evidence/pack_2.zip` holds files that it does not declare: `notes.txt`.",
        "error signature_invalid evidence/pack_2.zip:1 The signature of `evidence/pack_2.zip` does not verify: signature verification failed",
        "error artifact_unreadable evidence/broken.zip:1 `evidence/broken.zip`: not a zip archive",
        "warning signature_lost evidence/trace_9.json:1 `evidence/trace_9.json` was signed in the base commit and is not any more.",
        "note signature_missing evidence/run_unsigned.zip:1 `evidence/run_unsigned.zip` is not signed.",
        "note artifact_changed evidence/pack_2.zip:1 `evidence/pack_2.zip` differs from the one of the base commit.",
      ],
    ],
  ])("%s", (_name, report, expected) => {
    expect(lines(report())).toEqual(expected);
  });

  test("what turns the check red is an error, the same thing else a warning", () => {
    const relaxed = samples.relaxedOnly();
    expect(findingsOf(relaxed).map(({ level }) => level)).toEqual(["warning"]);
    expect(findingsOf({ ...relaxed, status: "fail", failed_on: ["relaxed"] }).map(({ level }) => level)).toEqual(["error"]);
    const unsigned = (status: "pass" | "fail") =>
      samples.reportOf({
        kind: "verify",
        artifacts: [samples.artifactOf("a.zip", { status, signature_status: "missing", key_ids: [] })],
        failed_on: [],
      });
    expect(findingsOf(unsigned("pass")).map(({ level, reason }) => `${level} ${reason}`)).toEqual(["note signature_missing"]);
    expect(findingsOf(unsigned("fail")).map(({ level, reason }) => `${level} ${reason}`)).toEqual(["error signature_missing"]);
  });

  test("every artifact that did not verify has an error, whatever was wrong", () => {
    const report = samples.reportOf({
      kind: "verify",
      artifacts: [samples.artifactOf("a.zip", { status: "fail" })],
      failed_on: ["tampered"],
    });
    expect(lines(report)).toEqual(["error artifact_invalid a.zip:1 `a.zip` did not verify."]);
  });

  test("an expectation that was relaxed to nothing is one that was removed", () => {
    const [project] = samples.relaxedOnly().projects;
    const [fixture] = project!.fixtures;
    const emptied = { ...fixture!, expectation_changes: [{ ...fixture!.expectation_changes[0]!, head: "" }] };
    expect(lines(samples.reportOf({ projects: [samples.projectOf([emptied])] }))).toEqual([
      "error expectation_removed fixtures/address-change/fixture.json:8 `address-change`: `expected_tool_sequence` is no longer expected (it was `crm.lookup, crm.update, mail.write`).",
    ]);
  });

  test("a failed grader without reasons still has a finding", () => {
    const fixture = samples.fixtureOf("x", { graders: samples.graders({ diff: {} }) });
    expect(findingsOf(samples.reportOf({ projects: [samples.projectOf([fixture])] })).map(({ reason }) => reason)).toEqual([
      "grader_failed",
    ]);
  });

  test("several reasons with one message count once for people", () => {
    expect(findingsOf(samples.drift())).toHaveLength(6);
    expect(distinctFindings(samples.drift())).toHaveLength(5);
  });
});
