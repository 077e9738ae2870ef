import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { type CaptureOptions, runCapture } from "../../src/capture/capture.js";
import { parseReceipt } from "../../src/capture/receipt.js";
import { sha256Hex } from "../../src/format/canonical.js";
import type { JsonObject } from "../../src/format/json.js";
import { chainOf, Project, packOf, runPackOf, tampered, withDuplicate } from "../regress/support.js";

const capture = (project: Project, from: string, options: Partial<CaptureOptions> = {}) =>
  runCapture(project.host, { from, out: "gait-out/capture.json", checkpoint: "", ...options });

describe("the receipt (spec 40 §6)", () => {
  it("has the reference's fields in their order, and then what binds it to the artifact (§15 item 5)", async () => {
    const bytes = packOf();
    const project = new Project().write({ "base.zip": bytes });
    const receipt = await capture(project, " base.zip ");
    expect(Object.keys(project.json("gait-out/capture.json"))).toEqual([
      "schema_id",
      "schema_version",
      "ok",
      "from",
      "artifact_type",
      "artifact_path",
      "run_id",
      "output_path",
      "artifact_run_id",
      "artifact_sha256",
      "manifest_digest",
    ]);
    expect(receipt).toMatchObject({
      schema_id: "gait.capture.receipt",
      schema_version: "1.0.0",
      ok: true,
      from: "base.zip",
      artifact_type: "runpack",
      artifact_path: "base.zip",
      run_id: "run_base",
      output_path: "gait-out/capture.json",
      artifact_run_id: "run_base",
      artifact_sha256: sha256Hex(bytes),
      manifest_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(parseReceipt(project.bytes("gait-out/capture.json"))).toEqual(receipt);
    expect(fs.statSync(project.path("gait-out/capture.json")).mode & 0o777).toBe(0o600);
  });

  it("of a run id names the file that was found", async () => {
    const project = new Project().write({ "gait-out/runpack_run_base.zip": packOf() });
    expect(await capture(project, "run_base", { out: "a/b/c.json" })).toMatchObject({
      from: "run_base",
      artifact_path: "gait-out/runpack_run_base.zip",
      output_path: "a/b/c.json",
    });
    expect(project.exists("a/b/c.json")).toBe(true);
  });

  it("of a session chain: the session's run id, the pack's own beside it, and the checkpoint (§15 item 6)", async () => {
    const project = new Project().write({
      "c1.zip": packOf({ runId: "run_cp_1" }),
      "c2.zip": packOf({ runId: "run_cp_2" }),
      "chain.json": chainOf([
        { index: 1, path: "c1.zip" },
        { index: 2, path: "c2.zip" },
      ]),
    });
    expect(await capture(project, "chain.json")).toMatchObject({
      artifact_path: "c2.zip",
      session_chain_path: "chain.json",
      run_id: "run_session",
      artifact_run_id: "run_cp_2",
      checkpoint_index: 2,
    });
    expect(await capture(project, "chain.json", { checkpoint: "1" })).toMatchObject({ artifact_path: "c1.zip", checkpoint_index: 1 });
    await expect(capture(project, "chain.json", { checkpoint: "7" })).rejects.toThrow("checkpoint 7 not found");
  });

  it("of a pack: the pack is the artifact (§15 item 5)", async () => {
    const pack = await runPackOf(packOf());
    const project = new Project().write({ "p.zip": pack });
    expect(await capture(project, "p.zip")).toMatchObject({
      artifact_type: "runpack",
      artifact_path: "p.zip",
      artifact_sha256: sha256Hex(pack),
    });
  });

  it("may go above the working folder, as in the reference", async () => {
    const project = new Project().write({ "base.zip": packOf() });
    await capture(project, "base.zip", { out: "../c.json" });
    expect(project.exists("../c.json")).toBe(true);
  });
});

const TRACE: JsonObject = {
  schema_id: "gait.gate.trace",
  schema_version: "1.0.0",
  created_at: "2026-03-01T10:00:00Z",
  producer_version: "0.0.0-dev",
  trace_id: "t1",
  tool_name: "tool.read",
  args_digest: "a".repeat(64),
  intent_digest: "b".repeat(64),
  policy_digest: "c".repeat(64),
  verdict: "allow",
};

describe("traces", () => {
  it("are captured without a run id", async () => {
    const project = new Project().write({ "t.json": TRACE });
    const receipt = await capture(project, "t.json");
    expect(receipt).toMatchObject({
      artifact_type: "trace",
      artifact_path: "t.json",
      run_id: "",
      artifact_sha256: sha256Hex(project.bytes("t.json")),
    });
    expect(project.json("gait-out/capture.json")).not.toHaveProperty("run_id");
  });

  it.each<[string, JsonObject]>([
    ["another schema", { schema_id: "gait.gate.intent" }],
    ["no version", { schema_version: " " }],
    ["no time", { created_at: "0001-01-01T00:00:00Z" }],
    ["a digest in upper case", { args_digest: "A".repeat(64) }],
    ["a short digest", { policy_digest: "c" }],
    ["an unknown verdict", { verdict: "deny" }],
    ["no tool", { tool_name: "" }],
    ["a wrong type", { trace_id: 1 }],
  ])("%s is no trace", async (_, change) => {
    const project = new Project().write({ "t.json": { ...TRACE, ...change } });
    await expect(capture(project, "t.json")).rejects.toMatchObject({ exitCode: 6, message: expect.stringContaining("open zip") });
  });

  it.each<JsonObject>([{ schema_id: " gait.gate.trace " }, { verdict: " block " }, { schema_version: "9" }])(
    "%j is one",
    async (change) => {
      const project = new Project().write({ "t.json": { ...TRACE, ...change } });
      expect((await capture(project, "t.json")).artifact_type).toBe("trace");
    },
  );
});

describe("what is refused leaves no receipt", () => {
  it.each<[string, string, Partial<CaptureOptions>, number, string]>([
    ["nothing", " ", {}, 6, "missing required --from"],
    ["a blank target", "base.zip", { out: " " }, 6, "capture output path must not be empty"],
    ["what is not there", "nope.zip", {}, 6, "runpack not found: nope.zip"],
    ["no zip", "text.json", {}, 6, "zip"],
    ["duplicate entries", "twice.zip", {}, 2, "duplicate entries"],
    ["a changed entry (§15 item 5)", "changed.zip", {}, 2, "source runpack failed integrity checks: run.json"],
    ["a target below a file", "base.zip", { out: "text.json/x.json" }, 6, "write capture receipt: "],
  ])("%s", async (_, from, options, exitCode, message) => {
    const bytes = packOf();
    const project = new Project().write({
      "base.zip": bytes,
      "text.json": "text",
      "twice.zip": withDuplicate(bytes),
      "changed.zip": tampered(bytes),
    });
    await expect(capture(project, from, options)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) });
    expect(project.exists("gait-out")).toBe(false);
  });
});
