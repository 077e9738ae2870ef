import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalize } from "../../src/format/canonical.js";
import { GaitError } from "../../src/format/errors.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { parseJson } from "../../src/format/json.js";
import { signJson } from "../../src/format/keys.js";
import { type VerifyOptions, verifyRunpack } from "../../src/runpack/verify.js";
import { anyHost, edited, filesOf, KEY, OTHER_KEY, packOf, resealed } from "./support.js";

const calls = [{ id: "i", args: { a: 1 }, status: "ok", result: { b: 2 } }];
const sound = packOf(calls);
const reference = packOf(calls, { captureMode: "reference" });
const signed = packOf(calls, { signed: true });
const verify = (bytes: Uint8Array, options: VerifyOptions = {}) => verifyRunpack(anyHost, bytes, options);
const publicKey = KEY.publicKey;

describe("digests (spec 10 §9.1)", () => {
  test("a sound pack", async () => {
    expect(await verify(sound)).toMatchObject({ ok: true, filesChecked: 4, missingFiles: [], hashMismatches: [] });
  });

  test("what is listed and absent, and what is there and not listed, is missing", async () => {
    expect(await verify(edited(sound, { "refs.json": null }))).toMatchObject({ ok: false, missingFiles: ["refs.json"] });
    const manifest = parseJson(filesOf(sound)["manifest.json"]!) as { files: { path: string }[] } & JsonObject;
    const files = manifest.files.filter((file) => file.path !== "run.json");
    expect(await verify(resealed(sound, {}, { files: files as never }))).toMatchObject({
      ok: false,
      missingFiles: ["run.json"],
      filesChecked: 3,
    });
  });

  test("changed files are told with both digests, sorted", async () => {
    const { ok, hashMismatches } = await verify(edited(sound, { "run.json": "{}", "intents.jsonl": "" }));
    expect(ok).toBe(false);
    expect(hashMismatches.map(({ path, actual }) => [path, actual])).toEqual([
      ["intents.jsonl", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
      ["run.json", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
    ]);
  });

  test("a changed manifest is a mismatch of manifest.json; digests compare without regard to case", async () => {
    const manifest = parseJson(filesOf(sound)["manifest.json"]!) as JsonObject;
    const other = canonicalize({ ...manifest, run_id: "run_other" });
    expect((await verify(edited(sound, { "manifest.json": other }))).hashMismatches).toMatchObject([{ path: "manifest.json" }]);
    const upper = canonicalize({ ...manifest, manifest_digest: String(manifest.manifest_digest).toUpperCase() });
    expect((await verify(edited(sound, { "manifest.json": upper }))).ok).toBe(true);
  });
});

describe("signatures (spec 10 §9.1 step 6)", () => {
  test.each<[string, Uint8Array, VerifyOptions, object]>([
    ["none", sound, {}, { ok: true, signature: { status: "missing", errors: [], total: 0 } }],
    [
      "none, required",
      sound,
      { requireSignature: true },
      { ok: false, signature: { status: "missing", errors: ["manifest has no signatures"] } },
    ],
    ["one, no key", signed, {}, { ok: true, signature: { status: "skipped", errors: ["public key not configured"], total: 1, valid: 0 } }],
    ["one, no key, required", signed, { requireSignature: true }, { ok: false, signature: { status: "skipped" } }],
    [
      "one that holds",
      signed,
      { publicKey, requireSignature: true },
      { ok: true, signature: { status: "verified", valid: 1, errors: [] } },
    ],
    [
      "another key",
      signed,
      { publicKey: OTHER_KEY.publicKey },
      { ok: false, signature: { status: "failed", errors: ["key id mismatch"] } },
    ],
  ])("%s", async (_name, bytes, options, expected) => {
    expect(await verify(bytes, options)).toMatchObject(expected);
  });

  test("a signature covers unknown fields of the manifest, the manifest digest doesn't", async () => {
    const manifest = parseJson(filesOf(signed)["manifest.json"]!) as JsonObject;
    const more = edited(signed, { "manifest.json": canonicalize({ ...manifest, note: "added later" }) });
    expect(await verify(more)).toMatchObject({ ok: true });
    expect(await verify(more, { publicKey })).toMatchObject({ ok: false, signature: { errors: ["signed_digest mismatch"] } });
  });

  const withSignatures = (...more: JsonObject[]): Uint8Array => {
    const manifest = parseJson(filesOf(signed)["manifest.json"]!) as { signatures: JsonObject[] } & JsonObject;
    return edited(signed, { "manifest.json": canonicalize({ ...manifest, signatures: [...manifest.signatures, ...more] }) });
  };

  test("one that holds is enough, but a broken one of the same key is a finding (spec 10 §16 item 10)", async () => {
    const broken = withSignatures({ ...signJson(KEY, {}) });
    expect(await verify(broken, { publicKey, contents: "warn" })).toMatchObject({
      ok: true,
      signature: { status: "verified", errors: ["signed_digest mismatch"], total: 2, valid: 1 },
      findings: [{ code: "signature_invalid", message: "signed_digest mismatch" }],
    });
    expect((await verify(broken, { publicKey, contents: "enforce" })).ok).toBe(false);
  });

  test("a signature of another key beside it is none", async () => {
    const both = withSignatures({ ...signJson(OTHER_KEY, {}) });
    expect(await verify(both, { publicKey, contents: "enforce" })).toMatchObject({ ok: true, findings: [] });
  });
});

describe("contents (spec 10 §16 items 8, 9, 14)", () => {
  const files = filesOf(sound);
  const line = (name: string) => JSON.parse(files[name]!);
  const withRunId = (name: string, run_id: string) => ({ [name]: JSON.stringify({ ...line(name), run_id }) });
  const fileList = line("manifest.json").files;

  test.each<[string, Uint8Array, string[]]>([
    ["a sound pack", sound, []],
    ["an undeclared entry", edited(sound, { "../../evil": "x" }), ['runpack_undeclared_entry: the manifest doesn\'t declare "../../evil"']],
    ["bytes in front", Buffer.concat([Buffer.from("#!/bin/sh\n"), sound]), ["runpack_prefix_bytes: 10 bytes stand before the archive"]],
    ["bytes behind", Buffer.concat([sound, Buffer.from("tail")]), ["runpack_suffix_bytes: 4 bytes stand after the archive"]],
    [
      "an unknown manifest field",
      edited(sound, { "manifest.json": JSON.stringify({ ...line("manifest.json"), note: 1 }) }),
      ["runpack_manifest_unknown_field: manifest field note is unknown and not part of manifest_digest"],
    ],
    [
      "an odd capture mode",
      resealed(sound, {}, { capture_mode: "weird" }),
      ['runpack_capture_mode_unknown: capture_mode is "weird", neither reference nor raw'],
    ],
    [
      "a path listed twice",
      resealed(sound, {}, { files: [...fileList, fileList[0]] }),
      ['runpack_manifest_path_repeated: the manifest lists "intents.jsonl" more than once'],
    ],
    [
      "run.json of another run",
      resealed(sound, withRunId("run.json", "run_z")),
      ['runpack_run_id_mismatch: run.json names the run "run_z"'],
    ],
    [
      "intents of another run",
      resealed(sound, withRunId("intents.jsonl", "run_z")),
      ['runpack_run_id_mismatch: intents.jsonl: 1 records name another run, first "run_z"'],
    ],
    ["refs of another run", resealed(sound, withRunId("refs.json", "run_z")), ['runpack_run_id_mismatch: refs.json names the run "run_z"']],
    [
      "payloads in reference mode",
      resealed(reference, { "results.jsonl": files["results.jsonl"]! }),
      ['runpack_payload_in_reference: results.jsonl: 1 records hold payloads in reference mode, first "i"'],
    ],
    [
      "a payload that is not what its digest says",
      resealed(sound, { "intents.jsonl": JSON.stringify({ ...line("intents.jsonl"), args: { a: 2 } }) }),
      ['runpack_payload_digest_mismatch: intents.jsonl: 1 payloads are not what their digest says, first "i"'],
    ],
    [
      "an unparsable file",
      resealed(sound, { "results.jsonl": "{}\n{" }),
      ["runpack_content_invalid: results.jsonl: line 2: invalid JSON at column 2: expected a quoted key"],
    ],
  ])("%s", async (_name, bytes, findings) => {
    const warned = await verify(bytes, { contents: "warn" });
    expect(warned.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual(expect.arrayContaining(findings));
    if (findings.length === 0) expect(warned.findings).toEqual([]);
    expect(warned.ok).toBe(true);
    expect((await verify(bytes, { contents: "enforce" })).ok).toBe(findings.length === 0);
    expect((await verify(bytes)).findings).toEqual([]);
  });

  test("very large files are looked into only when everything must hold", async () => {
    const large = packOf([{ id: "i", args: { text: "x".repeat(5_000_000) } }], { signed: true });
    const { findings } = await verify(large, { contents: "warn" });
    expect(findings).toMatchObject([
      { code: "runpack_content_not_checked", message: expect.stringMatching(/^intents\.jsonl holds 50\d+ bytes/) },
    ]);
    expect((await verify(large, { contents: "enforce", publicKey })).findings).toEqual([]);
  });

  test("files of a pack that is changed anyway are not looked into", async () => {
    const { findings } = await verify(edited(sound, { "results.jsonl": "{", "run.json": "{" }), { contents: "warn" });
    expect(findings).toEqual([]);
  });
});

/** What a verification refuses, by its verdict or outright. */
async function isRefused(bytes: Uint8Array): Promise<boolean> {
  try {
    return !(await verify(bytes, { publicKey, requireSignature: true })).ok;
  } catch (error) {
    if (error instanceof GaitError) return true;
    throw error;
  }
}

describe("no change of what a signature covers goes unseen", () => {
  const texts = filesOf(signed);
  const covered = Object.keys(texts).filter((name) => name !== "manifest.json");

  test("any changed, added or removed text of a listed file", async () => {
    const edit = fc.record({
      name: fc.constantFrom(...covered),
      at: fc.nat({ max: 2_000 }),
      removed: fc.nat({ max: 3 }),
      added: fc.string({ maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ name, at, removed, added }) => {
        const before = texts[name]!;
        const from = Math.min(at, before.length);
        const after = before.slice(0, from) + added + before.slice(from + removed);
        fc.pre(after !== before);
        expect(await isRefused(edited(signed, { [name]: after }))).toBe(true);
        expect(await isRefused(resealed(signed, { [name]: after }))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("any other value anywhere in the manifest", async () => {
    const manifest = parseJson(texts["manifest.json"]!) as JsonObject;
    const keys = Object.keys(manifest).filter((key) => key !== "signatures");
    const value: fc.Arbitrary<Json> = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constant([] as Json),
      fc.constant({} as Json),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys, "added"), value, async (key, other) => {
        fc.pre(JSON.stringify(other) !== JSON.stringify(manifest[key]));
        expect(await isRefused(edited(signed, { "manifest.json": canonicalize({ ...manifest, [key]: other }) }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("any flipped bit of the archive changes nothing that is read, or is refused", async () => {
    const contentOf = (bytes: Uint8Array) => Object.fromEntries(Object.entries(filesOf(bytes)).filter(([name]) => name in texts));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: signed.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const flipped = Uint8Array.from(signed);
        flipped[at] = flipped[at]! ^ (1 << bit);
        if (!(await isRefused(flipped))) expect(contentOf(flipped)).toEqual(texts);
      }),
      { numRuns: 1_500 },
    );
  }, 60_000);
});
