import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { parsePrivateKey, parsePublicKey } from "../../src/format/keys.js";
import { checkKeyPair, rotateKeyPair, showKey, writeKeyPair } from "../../src/keys/pair.js";
import { keyedHost } from "../cli/gait.js";
import { failingFs, testHost } from "../support/host.js";

const OPTIONS = { outDir: "keys", prefix: "gait", force: false };
const read = (host: Host, file: string) => readFileSync(path.join(host.cwd, file), "utf8");
const exists = (host: Host, file: string) => existsSync(path.join(host.cwd, file));

describe("a new pair (spec 10 §2.1)", () => {
  test("two files that belong together, for the owner's eyes only", () => {
    const host = testHost();
    const pair = writeKeyPair(host, { ...OPTIONS, prefix: " gait " });
    expect(pair).toMatchObject({ prefix: "gait", privateKeyPath: "keys/gait_private.key", publicKeyPath: "keys/gait_public.key" });
    const [secret, open] = [read(host, pair.privateKeyPath), read(host, pair.publicKeyPath)];
    expect([parsePrivateKey(secret.trim()).publicKey.keyId, parsePublicKey(open.trim()).keyId]).toEqual([pair.keyId, pair.keyId]);
    expect([secret, open].map((text) => text.at(-1))).toEqual(["\n", "\n"]);
    expect([pair.privateKeyPath, pair.publicKeyPath].map((file) => statSync(path.join(host.cwd, file)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ]);
  });

  test("existing files stay, whichever half is there", () => {
    const host = testHost();
    const { privateKeyPath, publicKeyPath } = writeKeyPair(host, OPTIONS);
    const before = [read(host, privateKeyPath), read(host, publicKeyPath)];
    expect(() => writeKeyPair(host, OPTIONS)).toThrow(`private key path already exists (use --force): ${privateKeyPath}`);
    expect([read(host, privateKeyPath), read(host, publicKeyPath)]).toEqual(before);
    const other = testHost();
    writeFileSync(path.join(other.cwd, "gait_public.key"), "mine");
    expect(() => writeKeyPair(other, { ...OPTIONS, outDir: "." })).toThrow("public key path already exists (use --force): gait_public.key");
    expect([read(other, "gait_public.key"), exists(other, "gait_private.key")]).toEqual(["mine", false]);
  });

  test("--force replaces both", () => {
    const host = testHost();
    const first = writeKeyPair(host, OPTIONS);
    const second = writeKeyPair(host, { ...OPTIONS, force: true });
    expect(second.keyId).not.toBe(first.keyId);
    expect(checkKeyPair(host, { private: { path: second.privateKeyPath }, public: { path: second.publicKeyPath } }).keyId).toBe(
      second.keyId,
    );
  });

  test("of two that race, one gets all and the other nothing", () => {
    // The file appears after it was looked for: the second writer must see it all the same.
    const host = testHost({ fs: failingFs("linkSync", "EEXIST", (_from, to) => String(to).endsWith("_public.key")) });
    expect(() => writeKeyPair(host, OPTIONS)).toThrow(/^public key path already exists/);
    expect([exists(host, "keys/gait_private.key"), exists(host, "keys/gait_public.key")]).toEqual([false, false]);
  });

  test.each([
    [{ outDir: " " }, "out-dir must not be empty"],
    [{ prefix: "" }, "prefix must not be empty"],
    [{ prefix: "../x" }, 'prefix cannot be used in a file name: "../x"'],
    [{ prefix: "a\nb" }, 'prefix cannot be used in a file name: "a\\nb"'],
  ])("%j", (options, message) => {
    expect(() => writeKeyPair(testHost(), { ...OPTIONS, ...options })).toThrow(expect.objectContaining({ message, exitCode: 6 }));
  });
});

test("rotating names the new pair by the time and leaves the old one", () => {
  const host = testHost({ now: () => "2026-11-22T19:40:22.123Z" });
  writeKeyPair(host, OPTIONS);
  expect(rotateKeyPair(host, { outDir: "keys", prefix: "gait" }).privateKeyPath).toBe("keys/gait_20261122T194022Z_private.key");
  expect(exists(host, "keys/gait_private.key")).toBe(true);
  expect(rotateKeyPair(host, { outDir: "keys", prefix: "" }).prefix).toBe("_20261122T194022Z");
});

describe("checking a pair", () => {
  const KEY_ID = "fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889";

  test("the sources are told", () => {
    const host = keyedHost();
    expect(checkKeyPair(host, { private: { path: " a.key " } })).toEqual({
      keyId: KEY_ID,
      privateSource: "path:a.key",
      publicSource: "derived",
    });
    const fromEnv = { ...host, env: { K: read(host, "a.key"), P: read(host, "a.pub") } };
    expect(checkKeyPair(fromEnv, { private: { env: "K" }, public: { env: "P" } })).toEqual({
      keyId: KEY_ID,
      privateSource: "env:K",
      publicSource: "env:P",
    });
  });

  test.each([
    [{}, "private key source is required (--private-key or --private-key-env)"],
    [{ private: { path: "a.key" }, public: { path: "b.pub" } }, "public key does not match private key"],
    [{ private: { path: "a.pub" } }, "invalid private key length: 32"],
    [{ private: { path: "a.key", env: "K" } }, "private key source: set either path or env"],
  ])("%j", (sources, message) => {
    expect(() => checkKeyPair(keyedHost(), sources)).toThrow(expect.objectContaining({ message, exitCode: 6 }));
  });
});

describe("showing a key", () => {
  test("the public half, of either file, and the line for a workflow", () => {
    const expected = {
      keyId: "fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889",
      publicKey: "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=",
      expect:
        "public-key: 6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw= # key_id fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889",
    };
    expect(showKey(keyedHost(), { private: { path: "a.key" } })).toEqual({ ...expected, source: "path:a.key" });
    expect(showKey(keyedHost(), { public: { path: "a.pub" }, private: { path: "a.key" } })).toEqual({ ...expected, source: "path:a.pub" });
  });

  test("a source is needed", () => {
    expect(() => showKey(keyedHost(), {})).toThrow(/^key source is required/);
  });
});

test("a pair that cannot be replaced whole stays whole", () => {
  const host = testHost();
  const { privateKeyPath, publicKeyPath } = writeKeyPair(host, OPTIONS);
  const before = [read(host, privateKeyPath), read(host, publicKeyPath)];
  const isPublic = (...[from, to]: unknown[]) => String(from).includes(".new-") && String(to).endsWith("gait_public.key");
  const full = { ...host, fs: failingFs("renameSync", "ENOSPC", isPublic) };
  expect(() => writeKeyPair(full, { ...OPTIONS, force: true })).toThrow("no space left on device");
  expect([read(host, privateKeyPath), read(host, publicKeyPath)]).toEqual(before);
  expect(readdirSync(path.join(host.cwd, "keys")).sort()).toEqual(["gait_private.key", "gait_public.key"]);
});

test("where a half cannot be put back either, it is kept under another name and the other half is put back", () => {
  const host = testHost();
  const { privateKeyPath, publicKeyPath } = writeKeyPair(host, OPTIONS);
  const before = [read(host, privateKeyPath), read(host, publicKeyPath)];
  const failing = { ...host, fs: failingFs("renameSync", "EIO", (...[, to]) => String(to).endsWith("gait_public.key")) };
  expect(() => writeKeyPair(failing, { ...OPTIONS, force: true })).toThrow("injected");
  expect([read(host, privateKeyPath), read(host, publicKeyPath)]).toEqual(before);
  const kept = readdirSync(path.join(host.cwd, "keys")).find((name) => name.startsWith(".gait_public.key.old-"));
  expect(read(host, `keys/${kept}`)).toBe(before[1]);
});
