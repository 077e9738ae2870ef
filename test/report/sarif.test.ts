import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REASONS } from "../../src/report/reasons.js";
import { renderSarif } from "../../src/report/sarif.js";
import { nastyText } from "./nasty.js";
import * as samples from "./samples.js";

/** The published schema is draft-04; only the names of its identifier and dialect differ from what ajv reads. */
const {
  $schema: _dialect,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(new URL("../vectors/sarif/sarif-schema-2.1.0.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const errorsOf = (text: string): unknown => (validate(JSON.parse(text)) ? [] : validate.errors);
const runOf = (text: string) => JSON.parse(text).runs[0];

describe("SARIF 2.1.0 (spec 40 §12.4)", () => {
  test.each(Object.keys(samples.SAMPLES))("%s is valid", (name) => {
    expect(errorsOf(renderSarif(samples.SAMPLES[name]!()))).toEqual([]);
  });

  test("the schema would notice", () => {
    expect(errorsOf('{"version":"2.1.0","runs":[{}]}')).not.toEqual([]);
  });

  test("any text in a report gives a valid log", () => {
    fc.assert(
      fc.property(fc.array(nastyText, { minLength: 1, maxLength: 3 }), (texts) => {
        expect(errorsOf(renderSarif(samples.hostileReport(texts)))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("one run, a rule with help for every reason, results that point at their rules", async () => {
    const text = renderSarif(samples.drift());
    await expect(text).toMatchFileSnapshot("golden/drift.sarif");
    const run = runOf(text);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(REASONS.map(({ code }) => code));
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test("error for a failure, warning for relaxed, note for runtime drift", () => {
    const levels = (report: ReturnType<typeof samples.drift>) =>
      runOf(renderSarif(report)).results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`);
    expect(levels(samples.drift())).toEqual([
      "error context_semantic_drift",
      "error unexpected_diff",
      "error unexpected_tool_sequence",
      "error unexpected_verdict_sequence",
      "warning expectation_relaxed",
      "warning risk_increase",
    ]);
    expect(levels(samples.runtimeDrift())).toEqual(["note context_runtime_drift"]);
  });

  test("fingerprints depend on project, fixture, reason and detail, not on lines or messages", () => {
    const prints = (report: ReturnType<typeof samples.drift>) =>
      runOf(renderSarif(report)).results.map(
        (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints["gaitReason/v1"],
      );
    const moved = JSON.parse(JSON.stringify(samples.drift()).replaceAll('"line":9', '"line":99').replaceAll("as call 1", "as call 7"));
    expect(prints(moved)).toEqual(prints(samples.drift()));
    expect(new Set(prints(samples.drift())).size).toBe(6);
    const [project] = samples.drift().projects;
    expect(prints(samples.reportOf({ projects: [{ ...project!, path: "apps/x" }] }))).not.toEqual(prints(samples.drift()));
    // SHA-256 of ".\0nightly-sync\0context_semantic_drift\0context_conformance".
    expect(prints(samples.drift())[0]).toBe("b652820aeee0dd9de672ce01d4a76fc6509ea78aae2bf176b6a882a144dffe9f");
  });

  test.each([
    ["one project", samples.drift, "gait-regress/./"],
    ["several projects", samples.monorepo, "gait-regress/"],
    ["artifacts", samples.verifyPass, "gait-verify/"],
  ])("the category of %s", (_name, report, id) => {
    expect(runOf(renderSarif(report())).automationDetails.id).toBe(id);
  });

  test("at most 5,000 results, the errors among them, and the rest is counted", () => {
    const fixtures = Array.from({ length: 2_000 }, (_, index) => samples.refundIncident({ name: `f-${index}` }));
    const run = runOf(renderSarif(samples.reportOf({ projects: [samples.projectOf(fixtures)] })));
    expect(run.results).toHaveLength(5_000);
    expect(run.results.every(({ level }: { level: string }) => level === "error")).toBe(true);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe("3000 more results were left out.");
  });

  test("messages cannot hold placeholders or links, addresses cannot leave the repository", () => {
    const fixture = samples.fixtureOf("{0}", {
      graders: samples.graders({
        trajectory: {
          reason_codes: ["unexpected_tool_sequence"],
          message: "[a](https://x.example)",
          location: { file: "../a b/é%.json", line: 2 },
        },
      }),
    });
    const [result] = runOf(renderSarif(samples.reportOf({ projects: [samples.projectOf([fixture])] }))).results;
    expect(result.message.text).toBe("'{{0}}': \\[a\\](https://x.example)");
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe("a%20b/%C3%A9%25.json");
  });
});
