import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { buildRunPack } from "../../src/pack/build.js";
import { extractSourceRunpack } from "../../src/pack/source.js";
import { testHost } from "../support/host.js";
import { reseal, tckRunpack, zipOf } from "./support.js";

const pack = async () => (await buildRunPack(testHost(), tckRunpack())).bytes;

describe("the runpack inside a pack", () => {
  test.each(["run", "call"])("of a %s pack is given as it is", async (pack_type) => {
    const bytes = reseal(await pack(), { manifest: () => ({ pack_type }) });
    const inner = await extractSourceRunpack(testHost(), bytes);
    expect(sha256Hex(inner!)).toBe("4b9fe37113c65bde0c3cd2f4e7df44e94e014994daed710b8c7e81fcdefaa392");
  });

  test.each([
    ["a job pack", async () => reseal(await pack(), { manifest: () => ({ pack_type: "job" }) })],
    ["a pack without one", async () => reseal(await pack(), { entries: { "source/runpack.zip": undefined } })],
    ["a runpack", async () => tckRunpack()],
    ["a zip of something else", async () => zipOf([["a", "b"]])],
    ["no zip", async () => Buffer.from("text")],
    ["a pack with a broken manifest", async () => reseal(await pack(), { manifest: () => ({ schema_id: "x" }) })],
  ])("%s has none", async (_, make) => {
    expect(await extractSourceRunpack(testHost(), await make())).toBeUndefined();
  });

  test.each([
    ["other bytes than declared", { entries: { "source/runpack.zip": "other" }, contents: false }],
    ["bytes that are not declared", { manifest: () => ({ contents: [] }) }],
  ])("%s are refused", async (_, edit) => {
    await expect(extractSourceRunpack(testHost(), reseal(await pack(), edit))).rejects.toMatchObject({
      exitCode: 2,
      code: "pack_hash_mismatch",
    });
  });
});
