import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { GaitError } from "../../src/format/errors.js";
import { MAX_REPORT_BYTES, renderJson } from "../../src/report/json.js";
import { readReport } from "../../src/report/json-reader.js";
import type { CiReport } from "../../src/report/model.js";
import * as samples from "./samples.js";

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

const refusal = (value: unknown): string => {
  try {
    readReport(bytes(value));
  } catch (error) {
    expect(error).toBeInstanceOf(GaitError);
    expect((error as GaitError).exitCode).toBe(6);
    return (error as GaitError).message;
  }
  return "accepted";
};

/** A copy of the drift sample with one thing changed. */
const changed = (change: (report: CiReport) => unknown): unknown => {
  const report = samples.drift();
  change(report);
  return report;
};

describe("report.json", () => {
  test.each(Object.keys(samples.SAMPLES).filter((name) => name !== "hostile"))("%s comes back as it was written", (name) => {
    const report = samples.SAMPLES[name]!();
    expect(readReport(bytes(renderJson(report)))).toEqual(report);
  });

  test("is canonical: sorted keys, no white space, the same bytes every time", () => {
    const text = renderJson(samples.pass());
    expect(text).toMatch(/^\{"artifacts":\[\],"base_note":"","base_sha":"9f8e7d6c/);
    expect(text).not.toMatch(/\s"|\n/);
    expect(renderJson(JSON.parse(text))).toBe(text);
  });

  test("text that is not well-formed is made so", () => {
    const report = samples.reportOf({ base_note: "a\ud800b" });
    expect(JSON.parse(renderJson(report)).base_note).toBe("a\ufffdb");
  });

  test("too large: arguments go first, then unchanged calls, then all calls, never what was judged", () => {
    const [project] = samples.longDiff().projects;
    const fixtures = (count: number) => Array.from({ length: count }, (_, index) => ({ ...project!.fixtures[0]!, name: `f-${index}` }));
    const report = (count: number) => samples.reportOf({ projects: [samples.projectOf(fixtures(count))] });
    const calls = (text: string) => JSON.parse(text).projects[0].fixtures[0].tool_calls as { kind: string; right: { args: string } }[];
    expect(calls(renderJson(report(1)))[1]!.right.args).not.toBe("");
    const [some, more, most] = [renderJson(report(6)), renderJson(report(12)), renderJson(report(25))];
    expect([calls(some).length, calls(some)[1]!.right.args]).toEqual([1_000, ""]);
    expect(calls(more).length).toBe(666);
    expect(calls(most)).toEqual([]);
    for (const text of [some, more, most]) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_REPORT_BYTES);
    expect(readReport(bytes(most)).totals.fixtures_failed).toBe(25);
    const crowd = Array.from({ length: 5_000 }, (_, index) => samples.fixtureOf(`f-${index}`));
    expect(() => renderJson(samples.reportOf({ projects: [samples.projectOf(crowd)] }))).toThrow(/larger than 5242880 bytes/);
  });
});

describe("the reader of untrusted reports refuses", () => {
  test.each<[string, unknown, string | RegExp]>([
    ["what is no JSON", "{", /./],
    ["what is no object", [], "not a gait.ci.report: / must be object"],
    ["an unknown field", changed((report) => Object.assign(report, { extra: 1 })), /must NOT have additional properties/],
    [
      "an unknown field deep inside",
      changed((report) => Object.assign(report.projects[0]!.fixtures[0]!.graders[0]!, { x: 1 })),
      /must NOT have additional properties/,
    ],
    ["a missing field", changed((report) => Reflect.deleteProperty(report, "totals")), /must have required property 'totals'/],
    [
      "another schema version",
      changed((report) => Object.assign(report, { schema_version: "2.0.0" })),
      /\/schema_version must be equal to constant/,
    ],
    ["an unknown kind", changed((report) => Object.assign(report, { kind: "lint" })), /\/kind must be equal to one of the allowed values/],
    ["a commit that is none", changed((report) => Object.assign(report, { head_sha: "main" })), /\/head_sha must match pattern/],
    [
      "a name without end",
      changed((report) => Object.assign(report.projects[0]!.fixtures[0]!, { name: "x".repeat(1_025) })),
      /must NOT have more than 1024 characters/,
    ],
    [
      "a negative line",
      changed((report) => Object.assign(report.projects[0]!.fixtures[0]!.expectation_changes[0]!, { location: { file: "x", line: -1 } })),
      /must be >= 1/,
    ],
    [
      "a command that a shell would take apart",
      changed((report) => Object.assign(report, { reproduce: "npx gait regress run; curl evil.example" })),
      /\/reproduce must match pattern/,
    ],
    ["another command", changed((report) => Object.assign(report, { reproduce: "curl evil.example" })), /\/reproduce must match pattern/],
    [
      "totals that are not those of the lists",
      changed((report) => Object.assign(report.totals, { fixtures_failed: 0 })),
      "not a gait.ci.report: /totals/fixtures_failed is not what the report lists",
    ],
    ["a pass with an exit code", changed((report) => Object.assign(report, { status: "pass" })), /contradict each other/],
    ["a pass of what was not judged", { ...samples.unreadable(), status: "pass", exit_code: 0, failed_on: [] }, /could not be judged/],
    ["a prototype", JSON.stringify(samples.drift()).replace("{", '{"__proto__":{},'), /must NOT have additional properties/],
  ])("%s", (_name, value, message) => {
    expect(refusal(value)).toMatch(message);
  });

  test("more than 5 MiB, before it looks inside", () => {
    expect(() => readReport(new Uint8Array(MAX_REPORT_BYTES + 1))).toThrow("not a gait.ci.report: it is larger than 5242880 bytes");
  });

  test.each(["npx gait regress run --config 'it'\\''s.yaml'", "cd 'a b' && npx gait regress run", "npx gait verify 'ev idence/*.zip'", ""])(
    "but not %j",
    (reproduce) => {
      expect(refusal(changed((report) => Object.assign(report, { reproduce })))).toBe("accepted");
    },
  );
});

test("the compiled validator answers as ajv does", () => {
  const schema = JSON.parse(readFileSync(new URL("../../src/report/ci-report.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv({ strict: true }).compile(schema);
  expect(validate(samples.drift())).toBe(true);
  expect(validate({ ...samples.drift(), exit_code: 3 })).toBe(false);
});
