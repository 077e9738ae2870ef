/** The worked examples of spec 20 §20.1, digest by digest. */
import { expect, test } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { buildRunPack } from "../../src/pack/build.js";
import { testHost } from "../support/host.js";
import { entriesOf, jsonOf, KEY_A, tckRunpack, textOf } from "./support.js";

test("an unsigned run pack", async () => {
  const host = testHost();
  const { bytes, manifest } = await buildRunPack(host, tckRunpack(host));
  const entries = entriesOf(bytes);
  expect([...entries.keys()]).toEqual([
    "context_envelope.json",
    "pack_manifest.json",
    "proof_records.jsonl",
    "run_payload.json",
    "source/runpack.zip",
  ]);
  expect(Object.fromEntries([...entries].map(([name, data]) => [name, `${data.length} ${sha256Hex(data)}`]))).toMatchObject({
    "context_envelope.json": "622 303fa92aa09ae2da0a20750e6aad7b9e9496a1627cf6e50aa7f739b56868bdd7",
    "proof_records.jsonl": "2171 7c60d4d8f927df97c8cb4dd64725cd12d52b744fd55e3042162b5e3d0626423f",
    "run_payload.json": "366 8781ec2a0a3ae50471307fb1badd2c07b532381de527c26394d515ef466ec548",
    "source/runpack.zip": "1832 4b9fe37113c65bde0c3cd2f4e7df44e94e014994daed710b8c7e81fcdefaa392",
  });
  expect(jsonOf(entries, "context_envelope.json").context_set_digest).toBe(
    "bf5735ae784771a37e4b5d3abe650fc128e3b099b7073ed3081b9c77402fecf3",
  );
  expect(textOf(entries, "run_payload.json")).toBe(
    '{"capture_mode":"reference","context_evidence_mode":"best_effort","context_privacy_mode":"metadata","context_ref_count":1,"created_at":"2026-02-14T00:00:00Z","intents_count":1,"manifest_digest":"145318df409e6cd34adc043ee5949a26d299007ce7e633d35a7db25cac092af7","refs_count":1,"results_count":1,"run_id":"run_tck","schema_id":"gait.pack.run","schema_version":"1.0.0"}',
  );
  expect(manifest.pack_id).toBe("8ca14518a7717221c82b86b8a7a1b99eabb565e901fb0391d5498f2f88ff185c");
  expect(`${bytes.length} ${sha256Hex(bytes)}`).toBe("3814 bae9be4e4c866445c2deca9aceb17150a2c8f0ef38d944e6969d8c028e8e1157");
});

const CHAIN = [
  ["prf-1980-01-01T00:00:00Z-fe934eb4", "sha256:9619ee303ee25dc80f7ccd60d20d5cd8b7f286ab4a77302c7a76d0dff17e0ea9"],
  ["prf-1980-01-01T00:00:00Z-3d8b4b27", "sha256:7a21b92137abb975f532c69830dd6f1ff1288cc41d913fc453d9c5f77a6bcb9a"],
  ["prf-1980-01-01T00:00:00Z-68747dcc", "sha256:eba5fb58513bc65fead1e4bedbb4abf4c44ef8b220577f241df1831bbaeb20f7"],
];

test.each([
  ["unsigned", undefined],
  ["signed: signatures are outside the hashes", KEY_A],
])("the proof chain, %s", async (_, key) => {
  const host = testHost();
  const { bytes } = await buildRunPack(host, tckRunpack(host), key);
  const records = textOf(entriesOf(bytes), "proof_records.jsonl")
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(records.map(({ record_id, integrity }) => [record_id, integrity.record_hash])).toEqual(CHAIN);
  expect(records.map(({ integrity }) => integrity.previous_record_hash)).toEqual([undefined, CHAIN[0]![1], CHAIN[1]![1]]);
  expect(new Set(records.map(({ integrity }) => integrity.signing_key_id))).toEqual(new Set([key?.publicKey.keyId]));
});

test("a signed run pack", async () => {
  const host = testHost();
  const { bytes, manifest } = await buildRunPack(host, tckRunpack(host), KEY_A);
  expect(sha256Hex(entriesOf(bytes).get("proof_records.jsonl")!)).toBe("9921069ab8b794199bf04cbba09a9d84aa45423126d3a16f892b86f69a101179");
  expect(manifest.pack_id).toBe("498c17d1c39090e79c3a6f9729a7d65a29141073989afffbfc6e8efe86194493");
  expect(manifest.signatures).toMatchObject([
    {
      alg: "ed25519",
      key_id: "54741fcc7ee18d2c7481e087a5d93a1821bf9f03d3e22d769e720aed843312b8",
      signed_digest: "0ae99ea1b9f1d8c5a7362a890b11782f1c76937bede5a90a98905f2a7606f6a9",
    },
  ]);
});
