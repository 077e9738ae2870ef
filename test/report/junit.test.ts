import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderJunit } from "../../src/report/junit.js";

const grader = (name: string, ...reason_codes: string[]) => ({ name, status: reason_codes.length > 0 ? "fail" : "pass", reason_codes });

describe("plain JUnit (spec 40 §5.5)", () => {
  test("the specification's example", () => {
    const text = renderJunit({
      fixture_set: "default",
      graders: [
        grader("run_base/diff", "unexpected_diff"),
        grader("run_base/expected_exit_code"),
        grader("run_base/schema_validation"),
        grader("run_base/trajectory", "unexpected_tool_sequence", "unexpected_verdict_sequence"),
      ],
    });
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="2" errors="0" skipped="0" time="0">
  <testsuite name="gait.regress.default" tests="4" failures="2" errors="0" skipped="0" time="0">
    <testcase name="diff" classname="run_base" time="0">
      <failure message="unexpected_diff" type="regress_failure">unexpected_diff</failure>
    </testcase>
    <testcase name="expected_exit_code" classname="run_base" time="0"></testcase>
    <testcase name="schema_validation" classname="run_base" time="0"></testcase>
    <testcase name="trajectory" classname="run_base" time="0">
      <failure message="unexpected_tool_sequence,unexpected_verdict_sequence" type="regress_failure">unexpected_tool_sequence,unexpected_verdict_sequence</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test("a failure without reasons, a slash in a name, no fixture set, the word true", () => {
    const text = renderJunit({ fixture_set: "", graders: [{ name: "true/b/diff", status: "fail", reason_codes: [] }] });
    expect(text).toContain('<testsuite name="gait.regress" tests="1" failures="1"');
    expect(text).toContain('<testcase name="b/diff" classname="true" time="0">');
    expect(text).toContain('<failure message="failed" type="regress_failure">failed</failure>');
  });

  test("escapes as Go does, in attributes and text alike", () => {
    const text = renderJunit({ fixture_set: "<&>\"'\t\n\r\u0001\ufffe\u2028😀\ud800&amp;$&", graders: [] });
    expect(text).toContain('name="gait.regress.&lt;&amp;&gt;&#34;&#39;&#x9;&#xA;&#xD;\ufffd\ufffd\u2028😀\ufffd&amp;amp;$&amp;"');
    expect(text).toContain("></testsuite>\n");
  });

  const shared = new URL("../../../shared/conformance/cases/regress/run-junit-escaping/case.json", import.meta.url);
  test.skipIf(!existsSync(shared))("the conformance case", () => {
    const { steps } = JSON.parse(readFileSync(shared, "utf8"));
    expect(renderJunit(JSON.parse(steps[1].stdout))).toBe(steps[0].files["o.xml"].text);
  });
});
