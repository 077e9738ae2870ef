import { describe, expect, test } from "vitest";
import { canonicalize, sha256Hex } from "../../src/format/canonical.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { signJson } from "../../src/format/keys.js";
import { type GuardManifest, guardPackId } from "../../src/guard/records.js";
import { type GuardVerifyOptions, verifyGuardPack } from "../../src/guard/verify.js";
import { buildRunPack } from "../../src/pack/build.js";
import { verifyPack } from "../../src/pack/verify.js";
import { KEY_A, KEY_B, tckRunpack, zipOf } from "../pack/support.js";
import { testHost } from "../support/host.js";

const EVIDENCE = { "runpack_summary.json": '{"run_id":"run_tck"}', "control_index.json": "[]" };

interface Make {
  readonly manifest?: (manifest: JsonObject) => JsonObject;
  /** After signing: what nobody sealed. */
  readonly tamper?: (manifest: JsonObject) => JsonObject;
  readonly entries?: Readonly<Record<string, string | undefined>>;
  readonly key?: typeof KEY_A;
}

function guardPack({ manifest: change = (one) => one, tamper = (one) => one, entries = {}, key }: Make = {}): Uint8Array {
  const contents = Object.entries(EVIDENCE).map(([path, text]) => ({ path, sha256: sha256Hex(text), type: "report" }));
  const base = {
    schema_id: "gait.guard.pack_manifest",
    schema_version: "1.0.0",
    created_at: "2026-02-14T00:00:00Z",
    generated_at: "2026-02-14T00:00:00Z",
    producer_version: "0.0.0-dev",
    run_id: "run_tck",
    template_id: "soc2",
    control_index: [{ control_id: "CC6.6", title: "Change Management Evidence", evidence_paths: [] }],
    contents,
  };
  const made = change({ ...base, pack_id: guardPackId(base as unknown as GuardManifest) });
  const signed = key ? { ...made, signatures: [signJson(key, made) as unknown as Json] } : made;
  const all = { ...EVIDENCE, "pack_manifest.json": canonicalize(tamper(signed)), ...entries };
  return zipOf(Object.entries(all).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
}

const verify = (bytes: Uint8Array, options: GuardVerifyOptions = {}) => verifyGuardPack(testHost(), bytes, options);

test("the id covers run and contents (spec 20 §20.6)", () => {
  const contents = [
    ["control_index.json", "9a2f7137452083fd7ccc13d229d73541fb61d753ee3821e5c9f811ca73fddc4a", "report"],
    ["evidence_pointers.json", "a357c87f80d15f55c3ed7adf1eb54eb3e30285cee1bf798563d800a90ce42b91", "report"],
    ["referenced_runpacks.json", "0caa2e22e101d1c3f7d5120fb897a3b06fc1b774f1c442e72214e0effc59b9ba", "evidence"],
    ["runpack_summary.json", "31fcce161a4b9753b3ca5615d0ffdecbdebe192ff3715349d8eb134610833153", "runpack"],
  ].map(([path, sha256, type]) => ({ path, sha256, type }));
  expect(guardPackId({ run_id: "run_tck", contents } as unknown as GuardManifest)).toBe("pack_1227197a9d857a49");
});

test("a sound pack, unsigned, signed, and through pack verify", async () => {
  expect(await verify(guardPack())).toMatchObject({
    ok: true,
    runId: "run_tck",
    filesChecked: 2,
    warnings: [],
    signature: { status: "missing" },
  });
  const signed = guardPack({ key: KEY_A });
  const strict = { profile: "strict", publicKey: KEY_A.publicKey } as const;
  expect(await verify(signed, strict)).toMatchObject({
    ok: true,
    signature: { status: "verified", verifiedKeyIds: [KEY_A.publicKey.keyId] },
  });
  expect(await verifyPack(testHost(), signed, strict)).toMatchObject({
    ok: true,
    packType: "guard",
    legacyType: "guard",
    sourceRef: "run_tck",
  });
  expect(await verify(signed, { publicKey: KEY_B.publicKey })).toMatchObject({
    ok: false,
    signature: { status: "failed", errors: ["key id mismatch"] },
  });
  expect(await verify(signed)).toMatchObject({ ok: true, signature: { status: "skipped" } });
});

test("missing and changed entries", async () => {
  const bytes = guardPack({ entries: { "runpack_summary.json": undefined, "control_index.json": "{}" } });
  expect(await verify(bytes)).toMatchObject({
    ok: false,
    missingFiles: ["runpack_summary.json"],
    hashMismatches: [{ path: "control_index.json" }],
  });
});

test("an edit after signing breaks the signature", async () => {
  const bytes = guardPack({ key: KEY_A, tamper: (manifest) => ({ ...manifest, case_id: "other" }) });
  expect(await verify(bytes, { publicKey: KEY_A.publicKey })).toMatchObject({
    ok: false,
    signature: { errors: ["signed_digest mismatch"] },
  });
});

describe("what the reference doesn't look at", () => {
  test.each([
    ["schema_version", { schema_version: "2" }, "guard_schema_unknown"],
    ["pack_id", { pack_id: "pack_0000000000000000" }, "guard_pack_id_mismatch"],
    ["run_id, which the id covers", { run_id: "run_other" }, "guard_pack_id_mismatch"],
  ])("%s always counts", async (_, change, code) => {
    expect(await verify(guardPack({ manifest: (manifest) => ({ ...manifest, ...change }) }))).toMatchObject({
      ok: false,
      failures: [{ code }],
    });
  });

  test("a pack of another kind is none", async () => {
    const { bytes } = await buildRunPack(testHost(), tckRunpack());
    const { ok, failures } = await verify(bytes);
    expect([ok, failures.map((one) => one.code)]).toEqual([false, ["guard_schema_unknown", "guard_pack_id_mismatch"]]);
  });

  test.each([
    ["an undeclared file", { entries: { z: "1" } }, "guard_undeclared_file"],
    [
      "an unknown field, which no signature covers",
      { tamper: (manifest: JsonObject) => ({ ...manifest, extra: 1 }) },
      "guard_unknown_field",
    ],
  ])("%s is a warning, and a failure in strict", async (_, make, code) => {
    const bytes = guardPack({ ...make, key: KEY_A });
    expect(await verify(bytes, { publicKey: KEY_A.publicKey })).toMatchObject({ ok: true, warnings: [{ code }], failures: [] });
    expect(await verify(bytes, { publicKey: KEY_A.publicKey, profile: "strict" })).toMatchObject({
      ok: false,
      failures: [{ code }],
      warnings: [],
    });
  });

  test("a repeated field is refused: exit 6 here, 2 in pack verify", async () => {
    const text = canonicalize({ schema_id: "gait.guard.pack_manifest", run_id: "a" }).replace('"run_id"', '"run_id":"b","run_id"');
    const bytes = zipOf([["pack_manifest.json", text]]);
    await expect(verify(bytes)).rejects.toMatchObject({ exitCode: 6, message: /repeated key "run_id"/ });
    await expect(verifyPack(testHost(), bytes)).rejects.toMatchObject({ exitCode: 2 });
  });
});

test.each([
  ["no zip", async () => Buffer.from("text"), {}, 6],
  ["no manifest", async () => zipOf([["a", "1"]]), {}, 6],
  ["strict without a key", async () => guardPack(), { profile: "strict" as const }, 6],
])("%s ends with %s", async (_, make, options, exitCode) => {
  await expect(verify(await make(), options)).rejects.toMatchObject({ exitCode });
});
