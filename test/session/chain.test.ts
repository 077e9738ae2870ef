import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { type CheckpointRecord, checkpointShape, readSessionChain, resolveCheckpoint, type SessionChain } from "../../src/session/chain.js";
import { diffArtifacts, diffChains } from "../../src/session/diff.js";
import { inspectArtifact } from "../../src/session/inspect.js";
import { testHost } from "../support/host.js";

const checkpoint = (index: number, digest = `digest-${index}`): CheckpointRecord => ({
  ...checkpointShape.zero(),
  checkpoint_index: index,
  sequence_start: index * 10,
  sequence_end: index * 10 + 9,
  runpack_path: `cp${index}.zip`,
  checkpoint_digest: digest,
});

const HEADER = { schema_id: "gait.runpack.session_chain", schema_version: "1.0.0", session_id: "s", run_id: "run_s" };

function writeChain(host: Host, name: string, fields: object): void {
  writeFileSync(path.join(host.cwd, name), JSON.stringify({ ...HEADER, checkpoints: [checkpoint(1), checkpoint(2)], ...fields }));
}

const chainOf = (...checkpoints: CheckpointRecord[]): SessionChain => ({ ...HEADER, created_at: "", producer_version: "", checkpoints });

describe("reading a chain (spec 10 §12.7)", () => {
  test("checkpoints come in file order", () => {
    const host = testHost();
    writeChain(host, "c.json", { checkpoints: [checkpoint(3), checkpoint(1)] });
    expect(readSessionChain(host, "./c.json").checkpoints.map((one) => one.checkpoint_index)).toEqual([3, 1]);
  });

  test("missing schema ids are filled in", () => {
    const host = testHost();
    writeChain(host, "c.json", { schema_id: undefined, schema_version: "" });
    expect(readSessionChain(host, "c.json")).toMatchObject(HEADER);
  });

  test.each([
    ["another schema", { schema_id: "gait.runpack.session" }, "unsupported session chain schema"],
    ["another version", { schema_version: "1.0" }, "unsupported session chain schema"],
    ["no session id", { session_id: "" }, "session chain missing session_id/run_id"],
    ["no run id", { run_id: undefined }, "session chain missing session_id/run_id"],
    ["no checkpoints", { checkpoints: [] }, "session chain has no checkpoints"],
    ["null checkpoints", { checkpoints: null }, "session chain has no checkpoints"],
    ["a wrong type", { run_id: 7 }, "parse session chain: line 1: run_id must be a string, found the number 7"],
  ])("%s is refused", (_name, fields, message) => {
    const host = testHost();
    writeChain(host, "c.json", fields);
    expect(() => readSessionChain(host, "c.json")).toThrow(expect.objectContaining({ message, exitCode: 6 }));
  });

  test.each([
    ["gone.json", "read session chain: open gone.json: no such file or directory"],
    ["../c.json", "relative runpack output path must not traverse parent directories"],
    [" ", "runpack output path is required"],
  ])("%j is refused", (name, message) => {
    expect(() => readSessionChain(testHost(), name)).toThrow(expect.objectContaining({ message, exitCode: 6 }));
  });
});

describe("naming a checkpoint (spec 10 §12.8)", () => {
  const chain = chainOf(checkpoint(2), checkpoint(5), checkpoint(3));

  test.each([
    ["", 3],
    ["latest", 3],
    [" LATEST ", 3],
    ["2", 2],
    ["05", 5],
    [" 3 ", 3],
  ])("%j is the checkpoint %i", (reference, index) => {
    expect(resolveCheckpoint(chain, reference).checkpoint_index).toBe(index);
  });

  test.each(["0", "-1", "1x", "x", "1.0", "99999999999999999999"])("%j is no reference", (reference) => {
    expect(() => resolveCheckpoint(chain, reference)).toThrow(`invalid checkpoint reference: ${reference}`);
  });

  test("a checkpoint that isn't there is named with those that are", () => {
    expect(() => resolveCheckpoint(chain, "4")).toThrow(
      expect.objectContaining({ message: "checkpoint 4 not found", hint: "The chain has the checkpoints 2, 5, 3." }),
    );
  });
});

describe("comparing chains (spec 10 §10.2)", () => {
  test("the same digests are no change, in any order", () => {
    const summary = diffChains(chainOf(checkpoint(1), checkpoint(2)), chainOf(checkpoint(2), checkpoint(1)));
    expect(summary).toMatchObject({ manifest_changed: false, files_changed: [], refs_changed: false });
  });

  test("changed and one-sided checkpoints are named, and everything counts as changed", () => {
    const summary = diffChains(
      chainOf(checkpoint(1), checkpoint(2), checkpoint(3)),
      chainOf(checkpoint(2, "other"), checkpoint(3), checkpoint(4)),
    );
    expect(summary).toMatchObject({
      manifest_changed: true,
      intents_changed: true,
      results_changed: true,
      refs_changed: true,
      files_changed: ["checkpoint_2", "left_only_checkpoint_1", "right_only_checkpoint_4"],
      context_drift_classification: "",
    });
  });

  test("two .json names that read as chains are compared as chains, whatever the privacy says", async () => {
    const host = testHost();
    writeChain(host, "a.json", {});
    writeChain(host, "b.JSON", { checkpoints: [checkpoint(1)] });
    const summary = await diffArtifacts(host, { left: "./a.json", right: "./b.JSON", privacy: "odd", output: "" });
    expect(summary.files_changed).toEqual(["left_only_checkpoint_2"]);
  });

  test("if one of them is no chain both are taken for runpacks", async () => {
    const host = testHost();
    writeChain(host, "a.json", {});
    writeChain(host, "b.json", { checkpoints: [] });
    const compared = diffArtifacts(host, { left: "./a.json", right: "./b.json", privacy: "full", output: "" });
    await expect(compared).rejects.toThrow(/^open zip: not a valid zip file/);
  });
});

describe("inspecting a chain (spec 10 §9.5)", () => {
  test("checkpoints are sorted by index", async () => {
    const host = testHost();
    writeChain(host, "c.json", { checkpoints: [checkpoint(3), checkpoint(1)] });
    const { kind, view } = await inspectArtifact(host, "c.json");
    expect(kind).toBe("chain");
    expect(view).toMatchObject({ runId: "run_s", sessionId: "s", checkpoints: [checkpoint(1), checkpoint(3)] });
  });

  test("what is neither fails as a runpack; the hint says what is wrong with it as a chain", async () => {
    const host = testHost();
    writeChain(host, "c.json", { checkpoints: [] });
    await expect(inspectArtifact(host, "c.json")).rejects.toThrow(
      expect.objectContaining({ code: "runpack_unreadable", hint: "Read as a session chain: session chain has no checkpoints" }),
    );
  });
});
