/** gait-verify: artifacts of a repository, verified and compared with the base commit (spec 40 §12.5). */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeZip } from "../../src/format/zip-writer.js";
import { unzip } from "../support/act/unzip.js";
import { packBytes } from "../support/repository.js";
import { useBundle } from "./bundle.js";
import { BAD, GOOD, openPullRequest } from "./scenario.js";

useBundle();

const sound = packBytes(GOOD, { runId: "run_sound" });
const verify = { command: "verify", paths: "evidence/*.zip" };

/** A pack with one recorded file changed and the manifest left as it was. */
function tampered(): Uint8Array {
  const files = Object.entries(unzip(Buffer.from(sound)));
  return writeZip(
    files.map(([name, data]) => ({
      path: name,
      data: name === "results.jsonl" ? Buffer.from(data.toString().replace("blocked", "ok")) : data,
    })),
  );
}

const open = (head: Record<string, Uint8Array | string | null>, files: Record<string, Uint8Array | string> = { "evidence/a.zip": sound }) =>
  openPullRequest({ fixtures: { x: GOOD }, files, head });

describe("sound evidence", () => {
  it("passes without a comment where nothing changed", async () => {
    const { run, api } = await open({});
    const result = await run(verify);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      status: "pass",
      verified: "1",
      tampered: "0",
      unsigned: "1",
      failed: "0",
      "reported-to": "summary",
    });
    expect(JSON.parse(result.outputs.artifacts ?? "")).toEqual([
      expect.objectContaining({ path: "evidence/a.zip", kind: "runpack", status: "pass", change: "same" }),
    ]);
    expect(api.comments(7)).toEqual([]);
  });

  it("that was changed passes and is told", async () => {
    const { run, api } = await open({ "evidence/a.zip": packBytes(BAD, { runId: "run_sound" }) });
    const result = await run(verify);
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.outputs.artifacts ?? "")[0].change).toBe("changed");
    expect(api.comments(7)[0]?.body).toContain("<!-- gait:gait-verify:.:v1 ");
  });

  it("below a working directory is meant", async () => {
    const { run } = await open({ "services/a/evidence/b.zip": sound });
    const result = await run({ ...verify, "working-directory": "services/*" });
    expect(JSON.parse(result.outputs.artifacts ?? "").map((one: { path: string }) => one.path)).toEqual(["services/a/evidence/b.zip"]);
  });
});

describe("what fails", () => {
  it("tampered evidence, with 2", async () => {
    const { run, api } = await open({ "evidence/b.zip": tampered() });
    const result = await run(verify);
    expect(result.exitCode).toBe(2);
    expect(result.outputs).toMatchObject({ status: "fail", "exit-code": "2", verified: "1" });
    expect(result.annotations).toContainEqual(expect.objectContaining({ level: "error", file: "evidence/b.zip", line: 1 }));
    expect(api.comments(7)[0]?.body).toContain("evidence/b.zip");
  });

  it("no match, with 6, unless allowed", async () => {
    const { run } = await open({});
    expect((await run({ ...verify, paths: "nothing/*.zip" })).exitCode).toBe(6);
    expect((await run({ ...verify, paths: "nothing/*.zip", "allow-empty": "true" })).exitCode).toBe(0);
  });

  it("unsigned evidence where that was asked for", async () => {
    const { run } = await open({});
    expect((await run({ ...verify, "fail-on": "tampered,unsigned" })).exitCode).toBe(2);
  });

  it("a profile that needs a key without one", async () => {
    const { run } = await open({});
    expect((await run({ ...verify, profile: "strict" })).exitCode).toBe(6);
  });
});

it("only what changed is looked at with changed-only", async () => {
  const { run, checkout } = await open({ "evidence/b.zip": packBytes(BAD, { runId: "run_b" }) });
  writeFileSync(path.join(checkout.dir, "evidence/c.zip"), packBytes(GOOD, { runId: "run_c" }));
  const result = await run({ ...verify, "changed-only": "true" });
  expect(JSON.parse(result.outputs.artifacts ?? "").map((one: { path: string; change: string }) => [one.path, one.change])).toEqual([
    ["evidence/b.zip", "new"],
    ["evidence/c.zip", "new"],
  ]);
});
