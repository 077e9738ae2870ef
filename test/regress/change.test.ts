import { describe, expect, it } from "vitest";
import { GaitError } from "../../src/format/errors.js";
import { changeProject } from "../../src/regress/change.js";
import { Project } from "./support.js";

describe("changing a project", () => {
  it("begins again where the config was changed meanwhile", async () => {
    const project = new Project().write({ "gait.yaml": "one" });
    const seen: string[] = [];
    const result = await changeProject(project.host, "gait.yaml", async (commit) => {
      seen.push(project.text("gait.yaml"));
      if (seen.length === 1) project.write({ "gait.yaml": "two" });
      return commit(() => "done");
    });
    expect([result, seen]).toEqual(["done", ["one", "two"]]);
    expect(project.exists("gait.yaml.lock")).toBe(false);
  });

  it("gives up where it is changed each time, and may be tried again", async () => {
    const project = new Project();
    let times = 0;
    const change = changeProject(project.host, "gait.yaml", async (commit) => {
      project.write({ "gait.yaml": `${times++}` });
      return commit(() => "never");
    });
    const error = await change.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GaitError);
    expect(error).toMatchObject({ category: "state_contention", exitCode: 1, retryable: true, file: "gait.yaml" });
    expect(times).toBe(100);
  });

  it("tells of other failures at once", async () => {
    const { host } = new Project();
    let times = 0;
    const change = changeProject(host, "gait.yaml", async () => {
      times++;
      throw new RangeError("no");
    });
    await expect(change).rejects.toThrow(new RangeError("no"));
    expect(times).toBe(1);
  });
});
