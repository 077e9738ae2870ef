import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { GaitError } from "../../src/format/errors.js";
import { signJson } from "../../src/format/keys.js";
import { writeZip } from "../../src/format/zip-writer.js";
import { buildRunPack } from "../../src/pack/build.js";
import { unsignedManifest } from "../../src/pack/manifest.js";
import type { PackManifest } from "../../src/pack/records.js";
import { type PackVerification, verifyPack } from "../../src/pack/verify.js";
import { parseProfile } from "../../src/runpack/profile.js";
import { testHost } from "../support/host.js";
import { EDITS } from "./edits.js";
import { entriesOf, jsonOf, KEY_A, KEY_B, reseal, tckRunpack, textOf, zipOf } from "./support.js";

const host = testHost;
const pack = async (key = undefined as typeof KEY_A | undefined) => (await buildRunPack(host(), tckRunpack(), key)).bytes;
const codes = (findings: PackVerification["warnings"]) => findings.map((one) => one.code).sort();

/** The verification, or the error that ended it. */
const attempt = (bytes: Uint8Array, options: Parameters<typeof verifyPack>[2] = {}): Promise<PackVerification | GaitError> =>
  verifyPack(host(), bytes, options).catch((error) => {
    if (error instanceof GaitError) return error;
    throw error;
  });

describe("an edited pack, sealed again without its key", () => {
  test.each(EDITS)("$name", async ({ edit, verdict, findings = [] }) => {
    const edited = edit(await pack());
    const standard = await attempt(edited);
    const strict = await attempt(edited, { profile: "strict", publicKey: KEY_A.publicKey });
    if (standard instanceof GaitError) {
      expect(standard.message).toEqual(expect.stringMatching(verdict));
      expect(verdict).toBeInstanceOf(RegExp);
      expect(standard.exitCode).toBe(2);
      expect(strict).toBeInstanceOf(GaitError);
      return;
    }
    expect({ ok: standard.ok, failures: standard.failures, warnings: codes(standard.warnings) }).toEqual({
      ok: verdict === "ok",
      failures: [],
      warnings: [...findings].sort(),
    });
    expect(strict).toMatchObject({ ok: false, warnings: [] });
    expect(codes((strict as PackVerification).failures)).toEqual([...findings].sort());
  });
});

test("a sound signed pack passes the strict profile and names its key", async () => {
  const result = await verifyPack(host(), await pack(KEY_A), { profile: "strict", publicKey: KEY_A.publicKey });
  expect(result).toEqual({
    ok: true,
    packId: "498c17d1c39090e79c3a6f9729a7d65a29141073989afffbfc6e8efe86194493",
    packType: "run",
    sourceRef: "run_tck",
    filesChecked: 4,
    proofRecordsVerified: 3,
    missingFiles: [],
    hashMismatches: [],
    undeclaredFiles: [],
    signature: { status: "verified", errors: [], total: 1, valid: 1, verifiedKeyIds: [KEY_A.publicKey.keyId] },
    failures: [],
    warnings: [],
  });
});

test("what a changed, a missing and an undeclared entry are called", async () => {
  const bytes = reseal(await pack(), {
    entries: { "run_payload.json": "{}", "context_envelope.json": undefined, z: "1", "../x": "2" },
    contents: false,
  });
  expect(await attempt(bytes)).toMatchObject({
    ok: false,
    missingFiles: ["context_envelope.json"],
    hashMismatches: [
      {
        path: "run_payload.json",
        expected: "8781ec2a0a3ae50471307fb1badd2c07b532381de527c26394d515ef466ec548",
        actual: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
      },
    ],
    undeclaredFiles: ["../x", "z"],
  });
});

/** The pack with other signatures in its manifest. */
function withSignatures(bytes: Uint8Array, change: (signatures: PackManifest["signatures"]) => object[]): Uint8Array {
  const entries = entriesOf(bytes);
  const manifest = jsonOf(entries, "pack_manifest.json") as unknown as PackManifest;
  const text = JSON.stringify({ ...manifest, signatures: change(manifest.signatures) });
  return zipOf([...entries].map(([name, data]) => [name, name === "pack_manifest.json" ? text : data]));
}

describe("signatures (spec 20 §11 step 9)", () => {
  const A = KEY_A.publicKey;
  const B = KEY_B.publicKey;

  test.each([
    ["unsigned", false, {}, true, "missing", []],
    ["unsigned, with a key", false, { publicKey: A }, true, "missing", []],
    ["unsigned, required", false, { requireSignature: true }, false, "missing", ["manifest has no signatures"]],
    ["signed, no key", true, {}, true, "skipped", ["public key not configured"]],
    ["signed, no key, required", true, { requireSignature: true }, false, "skipped", ["public key not configured"]],
    ["signed, its key", true, { publicKey: A }, true, "verified", []],
    ["signed, its key, required", true, { publicKey: A, requireSignature: true }, true, "verified", []],
    ["signed, another key", true, { publicKey: B }, false, "failed", ["key id mismatch"]],
  ] as const)("%s", async (_, isSigned, options, ok, status, errors) => {
    const result = await verifyPack(host(), await pack(isSigned ? KEY_A : undefined), options);
    expect([result.ok, result.signature.status, result.signature.errors]).toEqual([ok, status, errors]);
  });

  test("required of an unsigned pack with a key: the proof records lack theirs too", async () => {
    const result = await verifyPack(host(), await pack(), { publicKey: A, requireSignature: true });
    expect(result).toMatchObject({ ok: false, signature: { status: "failed" } });
    expect(result.signature.errors).toEqual([
      "manifest has no signatures",
      ...[1, 2, 3].map((line) => `proof_records line ${line} missing signature`),
    ]);
  });

  test.each([
    ["alg", { alg: "rsa" }, "unsupported alg: rsa"],
    ["digest", { signed_digest: "0".repeat(64) }, "signed_digest mismatch"],
    ["no digest", { signed_digest: "" }, "missing signed_digest"],
    ["key id", { key_id: "x" }, "key id mismatch"],
    ["base64", { sig: "%" }, "decode sig: illegal base64 data"],
    ["length", { sig: "AAAA" }, "invalid signature length: 3"],
    ["forged", { sig: Buffer.alloc(64).toString("base64") }, "signature verification failed"],
  ])("a broken signature: %s", async (_, change, error) => {
    const bytes = withSignatures(await pack(KEY_A), (signatures) => signatures.map((one) => ({ ...one, ...change })));
    expect(await verifyPack(host(), bytes, { publicKey: A })).toMatchObject({
      ok: false,
      signature: { status: "failed", errors: [error], valid: 0 },
    });
  });

  test("one valid signature of two is enough; strict wants every one of the given key to hold", async () => {
    const signed = await pack(KEY_A);
    const unsigned = unsignedManifest(jsonOf(entriesOf(signed), "pack_manifest.json") as unknown as PackManifest);
    const foreign = withSignatures(signed, (own) => [...own, signJson(KEY_B, unsigned)]);
    const broken = withSignatures(signed, (own) => [...own, { ...own[0]!, signed_digest: "0".repeat(64) }]);
    const options = { profile: "strict", publicKey: A } as const;
    expect(await verifyPack(host(), foreign, options)).toMatchObject({
      ok: true,
      signature: { valid: 1, total: 2, errors: ["key id mismatch"] },
    });
    expect(await verifyPack(host(), broken, { publicKey: A })).toMatchObject({ ok: true, warnings: [{ code: "signature_invalid" }] });
    expect(await verifyPack(host(), broken, options)).toMatchObject({ ok: false, failures: [{ code: "signature_invalid" }] });
  });

  /** Signs the manifest again over entries that somebody changed. */
  const signedAgain = (bytes: Uint8Array) =>
    withSignatures(bytes, () => [
      signJson(KEY_A, unsignedManifest(jsonOf(entriesOf(bytes), "pack_manifest.json") as unknown as PackManifest)),
    ]);

  test.each([
    ["missing signature", (record: Record<string, unknown>) => ({ ...record, signature: undefined })],
    ["missing signing_key_id", (record: Record<string, unknown>) => ({ ...record, signing_key_id: "" })],
    ["unsupported signature prefix", (record: Record<string, unknown>) => ({ ...record, signature: "hex:00" })],
    ["signature verification: key id mismatch", (record: Record<string, unknown>) => ({ ...record, signing_key_id: "x" })],
    ["signature verification: illegal base64 data", (record: Record<string, unknown>) => ({ ...record, signature: "base64:%" })],
    ["signature verification: invalid signature length: 3", (record: Record<string, unknown>) => ({ ...record, signature: "base64:AAAA" })],
    [
      "signature verification failed",
      (record: Record<string, unknown>) => ({ ...record, signature: `base64:${Buffer.alloc(64).toString("base64")}` }),
    ],
  ])("a proof record's signature: %s", async (problem, change) => {
    const original = await pack(KEY_A);
    const [first, ...rest] = textOf(entriesOf(original), "proof_records.jsonl").split("\n");
    const record = JSON.parse(first!);
    const lines = [JSON.stringify({ ...record, integrity: change(record.integrity) }), ...rest].join("\n");
    const bytes = signedAgain(reseal(original, { entries: { "proof_records.jsonl": lines } }));
    const message = `proof_records line 1 ${problem}`;
    expect(await verifyPack(host(), bytes, { publicKey: A })).toMatchObject({
      ok: true,
      signature: { status: "verified" },
      warnings: [{ code: "proof_signature_invalid", message }],
    });
    expect(await verifyPack(host(), bytes, { publicKey: A, requireSignature: true })).toMatchObject({
      ok: false,
      signature: { status: "failed", valid: 1, errors: [message] },
    });
  });

  test("proof records that another key signed are told of, also in a pack whose manifest is unsigned", async () => {
    const bytes = reseal(await pack(KEY_A), {});
    expect(codes((await verifyPack(host(), bytes, { publicKey: B })).warnings)).toEqual(Array(3).fill("proof_signature_invalid"));
    expect((await verifyPack(host(), bytes, { publicKey: A })).warnings).toEqual([]);
  });

  test("strict needs a key before it looks at anything", async () => {
    await expect(verifyPack(host(), "missing.zip", { profile: "strict" })).rejects.toMatchObject({
      category: "invalid_input",
      message: /strict/,
    });
  });
});

describe("damaged archives", () => {
  /** Flips one byte of an entry's compressed data. */
  async function corrupted(name: string, of?: Uint8Array): Promise<Uint8Array> {
    const bytes = Uint8Array.from(of ?? (await pack()));
    const header = Buffer.from(bytes).indexOf(name);
    const start = header + name.length + 9;
    bytes[start + 20]! ^= 0xff;
    return bytes;
  }

  test.each(["context_envelope.json", "proof_records.jsonl", "run_payload.json", "source/runpack.zip"])(
    "%s is corrupt: a finding about it",
    async (name) => {
      const result = await verifyPack(host(), await corrupted(name));
      expect(result).toMatchObject({ ok: false, hashMismatches: [{ path: name, actual: expect.stringMatching(/^unreadable: /) }] });
    },
  );

  test("a corrupt manifest is exit 2", async () => {
    expect(await attempt(await corrupted("pack_manifest.json"))).toMatchObject({ exitCode: 2, message: /^read pack_manifest\.json: / });
  });

  test("so are undeclared proof records that are corrupt", async () => {
    const undeclared = reseal(await pack(), {
      manifest: ({ contents }) => ({ contents: contents.filter((one) => !one.path.startsWith("proof")) }),
    });
    expect(await attempt(undeclared)).toMatchObject({ ok: false, undeclaredFiles: ["proof_records.jsonl"], proofRecordsVerified: 3 });
    expect(await attempt(await corrupted("proof_records.jsonl", undeclared))).toMatchObject({
      exitCode: 2,
      message: /^read proof_records\.jsonl: /,
    });
  });

  test("cut off anywhere: never ok", async () => {
    const bytes = await pack();
    for (let length = 0; length < bytes.length; length += 97) {
      expect(await attempt(bytes.subarray(0, length))).toMatchObject({ exitCode: 6, message: /^open zip: / });
    }
  });

  test("an empty archive, a file that is missing, one without manifest", async () => {
    expect(await attempt(new Uint8Array())).toMatchObject({ exitCode: 6 });
    expect(await attempt(zipOf([["a", "1"]]))).toMatchObject({ exitCode: 6, message: "missing pack_manifest.json" });
    await expect(verifyPack(host(), "no_block.zip")).rejects.toMatchObject({
      exitCode: 6,
      message: "open zip: open no_block.zip: no such file or directory",
    });
  });
});

describe("other kinds", () => {
  test.each(["job", "call", "authorization"])("a %s pack is not passed unchecked", async (type) => {
    const bytes = reseal(await pack(), { manifest: () => ({ pack_type: type }) });
    expect(await attempt(bytes)).toMatchObject({ exitCode: 2, code: "pack_type_unsupported", message: new RegExp(`a ${type} pack$`) });
    const changed = reseal(bytes, { entries: { z: "1" }, contents: false });
    expect(await attempt(changed)).toMatchObject({ ok: false, packType: type, undeclaredFiles: ["z"] });
  });

  test("a runpack from before packs", async () => {
    const bytes = tckRunpack();
    expect(await verifyPack(host(), bytes)).toMatchObject({
      ok: true,
      packId: "145318df409e6cd34adc043ee5949a26d299007ce7e633d35a7db25cac092af7",
      packType: "run",
      sourceRef: "run_tck",
      filesChecked: 4,
      legacyType: "runpack",
      warnings: [],
    });
    const more = writeZip([...entriesOf(bytes), ["z", Buffer.from("1")] as const].map(([name, data]) => ({ path: name, data })));
    expect(await verifyPack(host(), more)).toMatchObject({
      ok: true,
      undeclaredFiles: [],
      warnings: [{ code: "runpack_undeclared_entry" }],
    });
    expect(await verifyPack(host(), more, { profile: "strict", publicKey: KEY_A.publicKey })).toMatchObject({ ok: false });
    expect(await verifyPack(host(), bytes, { requireSignature: true })).toMatchObject({ ok: false, signature: { status: "missing" } });
  });

  test("a path is read where the host is", async () => {
    const here = testHost();
    writeFileSync(path.join(here.cwd, "p.zip"), await pack());
    expect(await verifyPack(here, "p.zip")).toMatchObject({ ok: true });
  });
});

test.each([
  ["", "standard"],
  [" Standard ", "standard"],
  ["STRICT", "strict"],
])("profile %j is %s", (word, profile) => expect(parseProfile(word)).toBe(profile));

test("another profile is refused", () => {
  expect(() => parseProfile("paranoid")).toThrow('unsupported --profile value "paranoid" (expected standard or strict)');
});
