// How the harness reads workflow commands and act's log.
import { describe, expect, it } from "vitest";
import { readAnnotations, readLog } from "./log.js";

describe("annotations", () => {
  it.each([
    ["::error::broken", [{ level: "error", message: "broken" }]],
    ["  ::notice title=a::b", [{ level: "notice", title: "a", message: "b" }]],
    [
      "::warning file=a%2Cb.json,line=3,endLine=4,col=5,endColumn=6,title=gait%3A x::50%25%0Amore: 1,2",
      [{ level: "warning", file: "a,b.json", line: 3, endLine: 4, col: 5, endColumn: 6, title: "gait: x", message: "50%\nmore: 1,2" }],
    ],
    ["::error file=,line=1::no file", [{ level: "error", line: 1, message: "no file" }]],
    ["::error::a %250A b", [{ level: "error", message: "a %0A b" }]],
    ["::debug::x\n::group::y\nsays ::error::z", []],
    ["::stop-commands::t0k\n::error::quoted\n::t0k::\n::error::real", [{ level: "error", message: "real" }]],
  ])("of %j", (output, expected) => {
    expect(readAnnotations(output)).toEqual(expected);
  });
});

describe("act's log", () => {
  const entry = (fields: object) => JSON.stringify({ msg: "m", jobID: "a", matrix: {}, ...fields });

  it("shows the summary of a composite action's step once, and summaries in order", () => {
    const lines = [
      entry({ stepID: ["x", "inner"], command: "summary", content: "one\n" }),
      entry({ stepID: ["x"], command: "summary", content: "one\n" }),
      entry({ stepID: ["y"], command: "summary", content: "two\n" }),
    ];
    expect(readLog(lines.join("\n")).summary).toBe("one\n\ntwo\n");
  });

  it("keeps the jobs of a matrix apart", () => {
    const lines = [
      entry({ matrix: { os: "linux", shard: 1 }, jobResult: "success" }),
      entry({ matrix: { os: "linux", shard: 2 }, jobResult: "failure" }),
      entry({ jobID: "b", matrix: null, stepID: ["s"], command: "set-output", name: "n", arg: "v" }),
    ];
    const log = readLog(lines.join("\n"));
    expect(log.jobs).toEqual({ "a (linux, 1)": "success", "a (linux, 2)": "failure" });
    expect(log.outputs).toEqual({ "b/s": { n: "v" } });
  });
});
