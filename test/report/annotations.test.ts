import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotationsOf, workflowCommand } from "../../src/report/annotations.js";
import { nastyText } from "./nasty.js";
import * as samples from "./samples.js";

describe("annotations", () => {
  test("of a drift: file and line of the cause, one per grader", () => {
    expect(annotationsOf(samples.drift()).map(({ level, title, file, line }) => `${level} ${title} ${file}:${line}`)).toEqual([
      "error gait: context_semantic_drift fixtures/nightly-sync/fixture.json:12",
      "error gait: unexpected_diff fixtures/refund-incident/fixture.json:1",
      "error gait: unexpected_tool_sequence fixtures/refund-incident/fixture.json:9",
      "warning gait: expectation_relaxed fixtures/address-change/fixture.json:8",
      "warning gait: risk_increase fixtures/refund-incident/fixture.json:1",
    ]);
  });

  test("ten of a level at most, and the tenth says how many were left out", () => {
    const all = annotationsOf(samples.fiveHundred());
    const errors = all.filter(({ level }) => level === "error");
    expect(errors).toHaveLength(10);
    // One annotation for the trajectory and one for the diff of each of 300 fixtures.
    expect(errors.at(-1)).toEqual({
      level: "error",
      title: "gait: 591 more errors",
      message: "591 more errors are in the summary and in report.json.",
      file: "",
      line: 0,
    });
    expect(all.filter(({ level }) => level === "warning")).toHaveLength(10);
  });

  test("a missing base is a notice", () => {
    expect(annotationsOf(samples.runtimeDrift()).at(-1)).toEqual({
      level: "notice",
      title: "gait: no comparison with a base",
      message: "the event is a schedule",
      file: "",
      line: 0,
    });
  });

  test("artifacts are annotated on their first line", () => {
    expect(annotationsOf(samples.verifyTampered())[0]).toMatchObject({ level: "error", file: "evidence/pack_2.zip", line: 1 });
  });
});

/** What the runner makes of a command (actions/runner, ActionCommand.cs). */
function readBack(text: string) {
  const match = /^::(error|warning|notice) ((?:[^:,=]+=[^:,]*,?)*)::(.*)$/s.exec(text)!;
  const unescaped = (value: string) =>
    value.replace(/%0D|%0A|%3A|%2C|%25/g, (code) => ({ "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" })[code]!);
  const properties = Object.fromEntries(
    match[2]!.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), unescaped(pair.slice(pair.indexOf("=") + 1))]),
  );
  return { level: match[1], ...properties, message: unescaped(match[3]!) };
}

describe("workflow commands", () => {
  test("escape what the runner reads", () => {
    expect(workflowCommand({ level: "error", title: "a: b, c%", message: "1%\r\n2: ok, fine", file: "x,y:z.json", line: 7 })).toBe(
      "::error file=x%2Cy%3Az.json,line=7,title=a%3A b%2C c%25::1%25%0D%0A2: ok, fine",
    );
    expect(workflowCommand({ level: "notice", title: "t", message: "m", file: "", line: 0 })).toBe("::notice title=t::m");
  });

  test("any text stays on one line and comes back as it was", () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, (title, message, file) => {
        const line = workflowCommand({ level: "warning", title, message, file, line: 3 });
        expect(line).not.toMatch(/[\r\n]/);
        const place = file === "" ? {} : { file: file.toWellFormed(), line: "3" };
        const cut = message.length > 4_000 ? `${message.slice(0, 4_000)}…` : message;
        expect(readBack(line)).toEqual({ level: "warning", ...place, title: title.toWellFormed(), message: cut.toWellFormed() });
      }),
      { numRuns: 300 },
    );
  });

  test("every annotation of a hostile report is one line", () => {
    for (const annotation of annotationsOf(samples.hostile()))
      expect(workflowCommand(annotation)).toMatch(/^::(error|warning|notice) [^\r\n]+$/);
  });
});
