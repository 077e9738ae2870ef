import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { locateRunpack } from "../../src/runpack/locate.js";
import { failingFs, testHost } from "../support/host.js";

function stocked() {
  const host = testHost();
  const put = (folder: string, file: string) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), "");
  };
  for (const file of ["gait-out/runpack_run_a.zip", "plain", "UP.ZIP", "sub/x.zip"]) put(host.cwd, file);
  for (const file of [".gait/runpacks/runpack_run_a.zip", ".gait/runpacks/runpack_run_b.zip"]) put(host.home, file);
  mkdirSync(path.join(host.cwd, "dir.zip"));
  return host;
}

describe("finding a runpack (spec 10 §8)", () => {
  test.each([
    ["run_a", "gait-out/runpack_run_a.zip"],
    ["./plain", "./plain"],
    ["UP.ZIP", "UP.ZIP"],
    ["sub/x.zip", "sub/x.zip"],
  ])("%s", (name, found) => {
    expect(locateRunpack(stocked(), name)).toBe(found);
  });

  test("the home folder comes second", () => {
    const host = stocked();
    expect(locateRunpack(host, "run_b")).toBe(path.join(host.home, ".gait/runpacks/runpack_run_b.zip"));
    expect(() => locateRunpack({ ...host, home: "" }, "run_b")).toThrow("runpack not found for run_id: run_b");
  });

  test.each([
    ["", "missing run_id or path"],
    ["run_c", "runpack not found for run_id: run_c"],
    ["./gone", "runpack not found: ./gone"],
    ["dir.zip", "runpack not found: dir.zip"],
  ])("%j: %s", (name, message) => {
    expect(() => locateRunpack(stocked(), name)).toThrow(expect.objectContaining({ message, exitCode: 6, code: "runpack_not_found" }));
  });

  test("a bare file name is taken for a run id, and the hint says so", () => {
    expect(() => locateRunpack(stocked(), "plain")).toThrow(
      expect.objectContaining({ hint: "plain was taken for a run id. The file of that name is called ./plain." }),
    );
  });

  test("what may not be looked at is not there", () => {
    const host = { ...stocked(), fs: failingFs("statSync", "EACCES") };
    expect(() => locateRunpack(host, "./plain")).toThrow("runpack not found: ./plain");
  });
});
