import { describe, expect, test } from "vitest";
import { importFixture } from "../../src/regress/import.js";
import { packOf } from "../regress/support.js";
import { testHost } from "../support/host.js";
import { gait, get, put } from "./gait.js";

describe("no output replaces what the same command reads", () => {
  test.each([
    [["capture", "--from", "./run.zip", "--out", "run.zip"], "run.zip"],
    [["pack", "build", "--from", "./run.zip", "--out", "./run.zip"], "run.zip"],
    [["pack", "export", "pack.zip", "--otel-out", "pack.zip"], "pack.zip"],
    [["pack", "export", "pack.zip", "--postgres-sql-out", "./pack.zip"], "pack.zip"],
    [["pack", "export", "pack.zip", "--otel-out", "new", "--postgres-sql-out", "new"], "pack.zip"],
    [["pack", "diff", "pack.zip", "pack.zip", "--output", "pack.zip"], "pack.zip"],
    [["run", "diff", "./run.zip", "./run.zip", "--output", "run.zip"], "run.zip"],
    [["run", "reduce", "--from", "./run.zip", "--predicate", "non_ok_status", "--out", "run.zip"], "run.zip"],
    [["run", "reduce", "--from", "./run.zip", "--predicate", "non_ok_status", "--report-out", "run.zip"], "run.zip"],
    [["regress", "run", "--output", "gait.yaml"], "gait.yaml"],
    [["regress", "run", "--output", "./fixtures/../gait.yaml"], "gait.yaml"],
    [["regress", "run", "--output", "fixtures/f/runpack.zip"], "fixtures/f/runpack.zip"],
    [["regress", "run", "--junit", "fixtures/f/fixture.json"], "fixtures/f/fixture.json"],
    [["regress", "run", "--candidates", "c", "--junit", "c/f.zip"], "c/f.zip"],
    [["regress", "run", "--output", "new", "--junit", "./new"], "gait.yaml"],
    [["regress", "bootstrap", "--from", "./run.zip", "--name", "f", "--output", "gait.yaml"], "gait.yaml"],
  ])("%j", async (words, input) => {
    const host = testHost();
    put(host, "run.zip", packOf({ calls: ["tool.read=error"] }));
    await gait(host, "pack", "build", "--from", "./run.zip", "--out", "pack.zip");
    await importFixture(host, { from: "./run.zip", name: "f", checkpoint: undefined, merge: false, receipts: false });
    host.fs.mkdirSync(`${host.cwd}/c`);
    put(host, "c/f.zip", packOf({ runId: "run_new", calls: ["tool.read=error"] }));
    const before = get(host, input);
    const { exitCode, json } = await gait(host, ...words, "--json");
    expect([exitCode, json.error_detail_code]).toEqual([6, "output_is_input"]);
    expect(get(host, input)).toEqual(before);
    expect(host.fs.existsSync(`${host.cwd}/new`)).toBe(false);
  });
});
