import { describe, expect, it } from "vitest";
import { assertOutputPaths } from "../../src/action/files.js";
import { temporaryFolder } from "../support/host.js";

const PATHS = { json: "out/r.json", junit: "out/j.xml", sarif: "", markdown: "" };

describe("where the action may write", () => {
  it("takes files of the workspace, each for one report", () => {
    expect(() => assertOutputPaths(temporaryFolder(), PATHS)).not.toThrow();
  });

  it.each([
    [{ junit: "out/../out/r.json" }, "inputs json and junit name the same file"],
    [{ sarif: ".git/config" }, "input sarif: .git/config lies in the folder of git"],
    [{ markdown: "sub/.git/hooks/x" }, "input markdown: sub/.git/hooks/x lies in the folder of git"],
    [{ json: "../r.json" }, "input json: ../r.json lies outside the workspace"],
  ])("%j", (paths, message) => {
    expect(() => assertOutputPaths(temporaryFolder(), { ...PATHS, ...paths })).toThrow(message);
  });
});
