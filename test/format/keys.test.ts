import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as noble from "@noble/ed25519";
import { describe, expect, test } from "vitest";
import { canonicalize, sha256Hex } from "../../src/format/canonical.js";
import {
  encodePrivateKey,
  encodePublicKey,
  loadSigningKey,
  loadVerifyKey,
  parsePrivateKey,
  parsePublicKey,
  privateKeyFromSeed,
  publicKeyFromRaw,
  type Signature,
  signJson,
  verifyBytes,
  verifyJson,
} from "../../src/format/keys.js";
import { testHost } from "../support/host.js";

// A test key of spec 10 §2: a seed of 32 bytes 07. It protects nothing.
const TEST_SEED = Buffer.alloc(32, 7);
const TEST_PRIVATE = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwfqSmxj4pxSCr71UHsTLsX5lUd2rr6+e5JCHuppFEbSLA==";
const TEST_PUBLIC = "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=";
const TEST_KEY_ID = "fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889";

interface WycheproofFile {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly { tcId: number; comment: string; msg: string; sig: string; result: "valid" | "invalid" }[];
  }[];
}
const wycheproof = JSON.parse(readFileSync(new URL("../vectors/wycheproof/ed25519_test.json", import.meta.url), "utf8")) as WycheproofFile;
const wycheproofCases = wycheproof.testGroups.flatMap(({ publicKey, tests }) =>
  tests.map((one) => ({ ...one, pk: publicKey.pk, name: `${one.tcId} ${one.comment || one.result}` })),
);

describe("Wycheproof Ed25519 vectors", () => {
  test("all of them are here", () => expect(wycheproofCases).toHaveLength(151));

  test.each(wycheproofCases)("node:crypto and @noble/ed25519 agree: $name", async ({ pk, msg, sig, result }) => {
    const [key, message, signature] = [pk, msg, sig].map((hex) => Buffer.from(hex, "hex")) as [Buffer, Buffer, Buffer];
    const expected = result === "valid";
    expect(verifyBytes(publicKeyFromRaw(key), message, signature)).toBe(expected);
    const independent = await noble.verifyAsync(signature, message, key, { zip215: false }).catch(() => false);
    expect(independent).toBe(expected);
  });
});

describe("keys and signatures (spec 10 §2)", () => {
  const key = privateKeyFromSeed(TEST_SEED);

  test("the worked example", () => {
    expect(encodePrivateKey(key)).toBe(TEST_PRIVATE);
    expect(encodePublicKey(key.publicKey)).toBe(TEST_PUBLIC);
    expect(key.publicKey.keyId).toBe(TEST_KEY_ID);
  });

  test("what is signed is the 32 raw bytes of the digest; @noble/ed25519 makes the same signature", async () => {
    const value = { b: 1, a: "ä" };
    const signature = signJson(key, value);
    const digest = sha256Hex(canonicalize(value));
    expect(signature).toMatchObject({ alg: "ed25519", key_id: TEST_KEY_ID, signed_digest: digest });
    const independent = await noble.signAsync(Buffer.from(digest, "hex"), TEST_SEED);
    expect(signature.sig).toBe(Buffer.from(independent).toString("base64"));
    expect(verifyJson(key.publicKey, signature, value)).toBe(true);
  });

  const value = { ok: true };
  const good = signJson(key, value);
  test.each<[string, Partial<Signature>, string]>([
    ["no digest", { signed_digest: "" }, "missing signed_digest"],
    ["another digest", { signed_digest: "0".repeat(64) }, "signed_digest mismatch"],
    ["a digest in upper case", { signed_digest: good.signed_digest.toUpperCase() }, "signed_digest mismatch"],
    ["another algorithm", { alg: "rsa" }, "unsupported alg: rsa"],
    ["another key", { key_id: "0".repeat(64) }, "key id mismatch"],
    ["no base64", { sig: "****" }, "decode sig"],
    ["a short signature", { sig: "AAAA" }, "invalid signature length: 3"],
  ])("%s is refused", (_, change, message) => expect(() => verifyJson(key.publicKey, { ...good, ...change }, value)).toThrow(message));

  test("an empty key id passes, a wrong signature is false", () => {
    expect(verifyJson(key.publicKey, { ...good, key_id: "" }, value)).toBe(true);
    const other = privateKeyFromSeed(Buffer.alloc(32, 8));
    expect(verifyJson(key.publicKey, { ...signJson(other, value), key_id: "" }, value)).toBe(false);
  });
});

describe("reading keys", () => {
  test("white space around and line breaks inside are ignored", () => {
    const broken = `${TEST_PRIVATE.slice(0, 40)}\r\n${TEST_PRIVATE.slice(40)}`;
    expect(parsePrivateKey(broken).publicKey.keyId).toBe(TEST_KEY_ID);
  });

  test("PEM is understood", () => {
    const key = privateKeyFromSeed(TEST_SEED);
    const pem = (handle: typeof key.handle, type: "pkcs8" | "spki") => handle.export({ format: "pem", type }) as string;
    expect(parsePrivateKey(pem(key.handle, "pkcs8")).publicKey.keyId).toBe(TEST_KEY_ID);
    expect(parsePublicKey(pem(key.publicKey.handle, "spki")).keyId).toBe(TEST_KEY_ID);
  });

  test.each<[string, string, string]>([
    ["no base64", "not base64!", "decode private key"],
    ["URL-safe base64", TEST_PRIVATE.replaceAll("+", "-"), "decode private key"],
    ["no padding", TEST_PRIVATE.replaceAll("=", ""), "decode private key"],
    ["a seed alone", TEST_SEED.toString("base64"), "invalid private key length: 32"],
    ["halves that do not belong together", Buffer.concat([TEST_SEED, Buffer.alloc(32, 1)]).toString("base64"), "inconsistent"],
    ["a damaged PEM", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "decode private key"],
  ])("%s is refused", (_, content, message) => expect(() => parsePrivateKey(content)).toThrow(message));

  test("sources: file, variable, not both; a public source wins over a private one", () => {
    const host = testHost({ env: { PRIV: ` ${TEST_PRIVATE}\n`, PUB: TEST_PUBLIC, BLANK: " " } });
    writeFileSync(path.join(host.cwd, "k.key"), `${TEST_PRIVATE}\n`);
    expect(loadVerifyKey(host, { private: { path: "k.key" } }).keyId).toBe(TEST_KEY_ID);
    expect(loadVerifyKey(host, { private: { env: "PRIV" }, public: { env: "PUB" } }).keyId).toBe(TEST_KEY_ID);
    expect(() => loadVerifyKey(host, {})).toThrow("public key not configured");
    expect(() => loadVerifyKey(host, { public: { path: "a", env: "PUB" } })).toThrow("public key source: set either path or env");
    expect(() => loadVerifyKey(host, { public: { env: "BLANK" } })).toThrow("public key env not set: BLANK");
    expect(() => loadVerifyKey(host, { public: { path: "none" } })).toThrow("read public key: open none: no such file or directory");
  });

  test("signing modes", () => {
    const host = testHost({ env: { PRIV: TEST_PRIVATE, OTHER: encodePublicKey(privateKeyFromSeed(Buffer.alloc(32, 9)).publicKey) } });
    expect(loadSigningKey(host, "", { private: { env: "PRIV" } })).toMatchObject({ warnings: [] });
    expect(loadSigningKey(host, "dev", {}).warnings).toEqual([
      "dev mode: ephemeral keypair generated; signatures will not verify across machines",
    ]);
    expect(() => loadSigningKey(host, "dev", { private: { env: "PRIV" } })).toThrow("dev mode does not accept explicit key sources");
    expect(() => loadSigningKey(host, "prod", {})).toThrow("prod mode requires a private key source");
    expect(() => loadSigningKey(host, "test", {})).toThrow('unsupported key mode: "test"');
    expect(() => loadSigningKey(host, "prod", { private: { env: "PRIV" }, public: { env: "OTHER" } })).toThrow(
      "public key does not match private key",
    );
  });
});
