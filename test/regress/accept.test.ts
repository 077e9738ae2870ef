import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { type AcceptOptions, acceptCandidate } from "../../src/regress/accept.js";
import { failingFs } from "../support/host.js";
import { Project, packOf, runPackOf, withDuplicate } from "./support.js";

const OPTIONS: AcceptOptions = {
  config: "gait.yaml",
  fixture: "f",
  candidate: "new.zip",
  candidates: undefined,
  allowOutside: false,
  showArgs: false,
};
const accept = (project: Project, options: Partial<AcceptOptions> = {}) => acceptCandidate(project.host, { ...OPTIONS, ...options });

const later = packOf({ runId: "run_later", calls: ["tool.read", "tool.delete=denied"], createdAt: "2026-04-01T00:00:00Z" });

async function project(settings = {}) {
  return (await new Project().fixture("f", {}, settings)).write({ "new.zip": later });
}

describe("regress accept (spec 40 §13.2)", () => {
  it("makes the candidate the fixture: runpack, sequences, run id in both files", async () => {
    const it = await project();
    const accepted = await accept(it);
    expect(accepted).toMatchObject({ fixture: "f", runId: "run_later", previousRunId: "run_base", candidate: "new.zip", warnings: [] });
    expect(accepted.detail?.tool_calls.map(({ kind, tool }) => `${kind} ${tool}`)).toEqual([
      "same tool.read",
      "removed tool.write",
      "added tool.delete",
    ]);
    expect(accepted.settings).toEqual([
      { field: "expected_tool_sequence", before: '["tool.read","tool.write"]', after: '["tool.read","tool.delete"]' },
      { field: "expected_verdict_sequence", before: '["allow","allow"]', after: '["allow","block"]' },
    ]);
    expect(it.bytes("fixtures/f/runpack.zip")).toEqual(Buffer.from(later));
    expect(it.json("gait.yaml").fixtures).toEqual([{ name: "f", run_id: "run_later", runpack: "fixtures/f/runpack.zip" }]);
    expect((await it.set("f", { candidate_runpack: "../../new.zip" }).run()).exitCode).toBe(0);
    expect(fs.readdirSync(it.path("fixtures/f")).sort()).toEqual(["fixture.json", "runpack.zip"]);
  });

  it("keeps the other expectations, and fields that are not ours", async () => {
    const kept = {
      candidate_runpack: "c.zip",
      diff_allow_changed_files: ["results.jsonl"],
      allow_context_runtime_drift: true,
      context_conformance: "none",
      expected_replay_exit_code: 2,
      owner: { team: "payments" },
    };
    const it = await project(kept);
    await accept(it);
    expect(it.json("fixtures/f/fixture.json")).toMatchObject(kept);
  });

  it("does not bring back an expectation that was taken out by hand", async () => {
    const it = await project({ expected_verdict_sequence: null });
    await accept(it);
    expect(it.json("fixtures/f/fixture.json")).not.toHaveProperty("expected_verdict_sequence");
    expect(it.json("fixtures/f/fixture.json").expected_tool_sequence).toEqual(["tool.read", "tool.delete"]);
  });

  it("follows the context digest, and warns where a required one is gone", async () => {
    const context = (digest: string) => packOf({ contextSetDigest: digest.repeat(64), receipts: [{}] });
    const it = await new Project().fixture("f", context("a"));
    it.write({ "new.zip": context("b") });
    await accept(it);
    expect(it.json("fixtures/f/fixture.json")).toMatchObject({
      context_conformance: "required",
      expected_context_set_digest: "b".repeat(64),
    });
    it.write({ "new.zip": later });
    expect((await accept(it)).warnings).toEqual([
      expect.stringContaining("requires context conformance and the accepted run has no context digest"),
    ]);
    expect(it.json("fixtures/f/fixture.json")).not.toHaveProperty("expected_context_set_digest");
  });

  it("takes the run out of a pack, and finds it in a folder as a run does", async () => {
    const it = await project();
    it.write({ "out/whatever.zip": await runPackOf(packOf({ calls: ["tool.x"] })) });
    await accept(it, { candidate: "", candidates: "out" });
    expect(it.bytes("fixtures/f/runpack.zip")).toEqual(Buffer.from(packOf({ calls: ["tool.x"] })));
  });

  it("takes the candidate that the fixture names where none is given", async () => {
    const it = await project({ candidate_runpack: "../../new.zip" });
    expect(await accept(it, { candidate: "" })).toMatchObject({ candidate: "new.zip", runId: "run_later" });
  });

  it("repairs a fixture whose runpack is gone", async () => {
    const it = await project();
    fs.rmSync(it.path("fixtures/f/runpack.zip"));
    const accepted = await accept(it);
    expect(accepted.detail).toBeNull();
    expect(accepted.warnings).toEqual([expect.stringContaining("could not be read")]);
    expect((await it.run()).exitCode).toBe(0);
  });

  it.each<[string, Partial<AcceptOptions>, string, number]>([
    ["an unknown fixture", { fixture: "g" }, "no such fixture: g", 6],
    ["no candidate", { candidate: "" }, "missing --candidate <runpack>", 6],
    [
      "a candidate that is not there",
      { candidate: "gone.zip" },
      "candidate runpack not found: stat gone.zip: no such file or directory",
      6,
    ],
    ["the fixture's own runpack", { candidate: "fixtures/f/runpack.zip" }, "is the fixture's own runpack", 6],
    ["a broken candidate", { candidate: "text.zip" }, "read candidate: open zip", 6],
    ["duplicate entries", { candidate: "twice.zip" }, "duplicate entries", 2],
  ])("refuses %s and changes nothing", async (_, options, message, exitCode) => {
    const it = await project();
    it.write({ "text.zip": "text", "twice.zip": withDuplicate(later) });
    const before = it.snapshot();
    await expect(accept(it, options)).rejects.toMatchObject({ exitCode, message: expect.stringContaining(message) });
    expect(it.snapshot()).toEqual(before);
  });

  it("refuses metadata that it cannot read: there would be nothing to keep", async () => {
    const it = await project();
    it.write({ "fixtures/f/fixture.json": "{" });
    await expect(accept(it)).rejects.toThrow("read fixture metadata for f: parse fixture metadata");
  });

  it("leaves the config alone where it states no run id, and a YAML one where nothing changes", async () => {
    const it = await project();
    const yaml = "# ours\nfixtures:\n  - {name: f, runpack: fixtures/f/runpack.zip}\n";
    it.write({ "gait.yaml": yaml });
    await accept(it);
    expect(it.text("gait.yaml")).toBe(yaml);
    expect((await it.run()).exitCode).toBe(0);
  });
});

describe("when accepting fails half way", () => {
  /** Every rename in turn: three files are put in place. */
  it.each([1, 2, 3])("nothing is lost and nothing left over: rename %i fails", async (nth) => {
    const it = await project();
    const before = it.snapshot();
    let calls = 0;
    const host = { ...it.host, fs: failingFs("renameSync", "EROFS", (_, target) => !String(target).includes(".new-") && ++calls === nth) };
    await expect(acceptCandidate(host, OPTIONS)).rejects.toThrow("read-only file system");
    expect(it.snapshot()).toEqual(before);
    expect((await it.run()).exitCode).toBe(0);
  });

  it("copies the old file where the file system has no hard links", async () => {
    const it = await project();
    const before = it.snapshot();
    let calls = 0;
    const noLinks = failingFs("linkSync", "EPERM");
    const host = {
      ...it.host,
      fs: {
        ...noLinks,
        renameSync: failingFs("renameSync", "EROFS", (_, to) => !/\.(new|old)-/.test(String(to)) && ++calls === 3).renameSync,
      },
    };
    await expect(acceptCandidate(host, OPTIONS)).rejects.toThrow("read-only file system");
    expect(it.snapshot()).toEqual(before);
    await acceptCandidate({ ...it.host, fs: noLinks }, OPTIONS);
    expect((await it.run()).exitCode).toBe(0);
    expect(fs.readdirSync(it.path("fixtures/f")).sort()).toEqual(["fixture.json", "runpack.zip"]);
  });

  it("keeps the old files under another name when the process dies", async () => {
    const it = await project();
    const old = it.bytes("fixtures/f/runpack.zip");
    let calls = 0;
    const dying = (_: unknown, to: unknown) => !String(to).includes(".new-") && ++calls >= 2;
    // Nothing after the crash happens: neither putting back nor clearing up.
    const host = { ...it.host, fs: { ...failingFs("renameSync", "EIO", dying), rmSync: () => undefined } };
    await expect(acceptCandidate(host, OPTIONS)).rejects.toThrow();
    const kept = fs.readdirSync(it.path("fixtures/f")).find((name) => name.startsWith(".runpack.zip.old-"));
    expect(kept).toBeDefined();
    expect(it.bytes(`fixtures/f/${kept}`)).toEqual(old);
    expect((await it.run()).exitCode).toBe(6);
  });
});
