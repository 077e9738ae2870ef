import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { Project, packOf } from "./support.js";

const COPIES = "byte for byte the runpack of the fixture";

describe("a candidate that tells nothing", () => {
  it("the fixture's own file under another name is a self comparison", async () => {
    const project = await new Project().fixture("f", {});
    for (const [folder, link] of [
      ["hard", fs.linkSync],
      ["soft", fs.symlinkSync],
    ] as const) {
      fs.mkdirSync(project.path(folder));
      link(project.path("fixtures/f/runpack.zip"), project.path(`${folder}/f.zip`));
      expect((await project.run({ candidates: folder })).selfComparisons, folder).toBe(1);
    }
  });

  it("a copy of the fixture's runpack is said to be one", async () => {
    const project = await new Project().fixture("f", {});
    project.write({ "c/f.zip": project.bytes("fixtures/f/runpack.zip") });
    const run = await project.run({ candidates: "c" });
    expect([run.exitCode, run.selfComparisons]).toEqual([0, 0]);
    expect(run.warnings.join("\n")).toContain(COPIES);
    project.write({ "c/f.zip": packOf({ runId: "run_new" }) });
    expect((await project.run({ candidates: "c" })).warnings).toEqual([]);
  });

  it("none at all, where that may pass, is said", async () => {
    const project = (await new Project().fixture("f", {})).write({ "c/other.txt": "" });
    const run = await project.run({ candidates: "c", missingCandidate: "pass" });
    expect([run.exitCode, run.warnings]).toEqual([0, ["1 of 1 fixtures had no candidate and pass, as asked: nothing was tested there"]]);
  });
});

it("any number of jobs is taken", async () => {
  const project = await new Project().fixture("f", {});
  expect((await project.run({ jobs: Number.MAX_SAFE_INTEGER })).exitCode).toBe(0);
});
