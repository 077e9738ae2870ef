import { describe, expect, test } from "vitest";
import { readRunpack } from "../../src/runpack/read.js";
import { anyHost, edited, filesOf, packOf, resealed } from "./support.js";

const sound = packOf([{ id: "i", status: "ok" }], { receipts: [{ ref_id: "r" }] });

/** Why `bytes` is not read: code and message. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await readRunpack(anyHost, bytes).then(
    () => expect.fail("was read"),
    (reason: { code: string; exitCode: number; message: string }) => reason,
  );
  return `${error.exitCode} ${error.code}: ${error.message}`;
}

describe("strict reading (spec 10 §9.2)", () => {
  test("gives typed, normalised records", async () => {
    const pack = await readRunpack(anyHost, sound);
    expect(pack.intents.map((intent) => intent.intent_id)).toEqual(["i"]);
    expect(pack.refs).toMatchObject({ context_ref_count: 1, receipts: [{ ref_id: "r", immutability: "unknown" }] });
  });

  test.each<[string, Uint8Array, string]>([
    ["no archive", Buffer.from("nothing of the kind"), "6 runpack_unreadable: open zip: not a valid zip file: it has no end record"],
    ["no manifest", edited(sound, { "manifest.json": null }), "6 runpack_missing_entry: missing manifest.json"],
    [
      "the first of several missing files",
      edited(sound, { "run.json": null, "refs.json": null }),
      "6 runpack_missing_entry: missing run.json",
    ],
    ["a changed file", edited(sound, { "results.jsonl": "{}\n" }), "6 runpack_hash_mismatch: runpack hash mismatch"],
    [
      "a manifest of another schema",
      resealed(sound, {}, { schema_id: "x" }),
      "6 runpack_manifest_invalid: manifest schema_id must be gait.runpack.manifest",
    ],
    [
      "a manifest of another version",
      resealed(sound, {}, { schema_version: "2" }),
      "6 runpack_manifest_invalid: manifest schema_version must be 1.0.0",
    ],
    ["a manifest without run id", resealed(sound, {}, { run_id: "" }), "6 runpack_manifest_invalid: manifest missing run_id"],
    [
      "a manifest that is a list",
      edited(sound, { "manifest.json": "[]" }),
      "6 runpack_manifest_invalid: parse manifest: line 1: the value must be an object, found a list",
    ],
    [
      "an unlisted core file",
      resealed(sound, {}, { files: [] }),
      "6 runpack_missing_entry: missing runpack files: intents.jsonl, refs.json, results.jsonl, run.json",
    ],
    [
      "an unparsable run",
      resealed(sound, { "run.json": "[" }),
      "6 runpack_content_invalid: parse run: invalid JSON at line 1, column 2: the text ends too early",
    ],
    [
      "an unparsable line",
      resealed(sound, { "intents.jsonl": "{}\n\n7\n" }),
      "6 runpack_content_invalid: parse intents: line 3: the value must be an object, found the number 7",
    ],
  ])("%s", async (_name, bytes, message) => {
    expect(await refusal(bytes)).toBe(message);
  });

  test("duplicate entries are a failed verification", async () => {
    // The writer refuses to make one, so an entry is renamed in the finished archive.
    const twice = Buffer.from(
      Buffer.from(edited(sound, { "run.jsoX": "{}" }))
        .toString("latin1")
        .replaceAll("run.jsoX", "run.json"),
      "latin1",
    );
    expect(await refusal(twice)).toBe("2 runpack_duplicate_entries: zip contains duplicate entries: run.json");
  });

  test("a corrupt byte of the archive is named with its file", async () => {
    const broken = Buffer.from(sound);
    const at = broken.indexOf("results.jsonl") + "results.jsonl".length + 30;
    broken[at] = broken[at]! ^ 0xff;
    expect(await refusal(broken)).toMatch(/^6 runpack_unreadable: hash results\.jsonl: /);
  });

  test("blank lines, blanks around lines and CR are fine", async () => {
    const line = filesOf(sound)["intents.jsonl"]!.trim();
    const pack = await readRunpack(anyHost, resealed(sound, { "intents.jsonl": `\r\n  ${line}\t\r\n\n${line}` }));
    expect(pack.intents).toHaveLength(2);
  });

  test("required context evidence needs its digest", async () => {
    const refs = { ...JSON.parse(filesOf(sound)["refs.json"]!), context_evidence_mode: "required" };
    expect(await refusal(resealed(sound, { "refs.json": JSON.stringify(refs) }))).toContain(
      "context evidence mode required but context_set_digest is missing",
    );
  });
});
