import { describe, expect, test } from "vitest";
import { gait, get, KEY, keyedHost, put } from "../gait.js";

describe("gait keys", () => {
  test("init tells where the halves are and nothing of the private one", async () => {
    const host = keyedHost();
    const { json, stdout } = await gait(host, "keys", "init", "--out-dir", "k", "--prefix", "p", "--json");
    expect(json).toMatchObject({ ok: true, prefix: "p", private_key_path: "k/p_private.key", public_key_path: "k/p_public.key" });
    expect(stdout).not.toContain(get(host, "k/p_private.key").toString().trim());
    expect((await gait(host, "keys", "init", "--out-dir", "k", "--prefix", "q")).stdout).toMatch(
      /^keys init ok: key_id=[0-9a-f]{64} public=k\/q_public\.key private=k\/q_private\.key\n$/,
    );
  });

  test("init never replaces a key unless forced", async () => {
    const host = keyedHost();
    await gait(host, "keys", "init");
    const again = await gait(host, "keys", "init");
    expect(again).toMatchObject({ exitCode: 6, stdout: expect.stringMatching(/^keys init error: private key path already exists/) });
    expect((await gait(host, "keys", "init", "--force")).exitCode).toBe(0);
  });

  test("rotate, verify and show", async () => {
    const host = keyedHost();
    expect((await gait(host, "keys", "rotate", "--json")).json).toMatchObject({ prefix: "gait_20260301T100000Z" });
    expect((await gait(host, "keys", "verify", "--private-key", "a.key", "--json")).json).toMatchObject({
      ok: true,
      key_id: KEY.publicKey.keyId,
      private_key_source: "path:a.key",
      public_key_source: "derived",
    });
    expect((await gait(host, "keys", "verify", "--private-key", "a.key")).stdout).toBe(`keys verify ok: key_id=${KEY.publicKey.keyId}\n`);
    expect((await gait(host, "keys", "show", "--public-key", "a.pub")).stdout.split("\n")).toEqual([
      `key_id=${KEY.publicKey.keyId}`,
      "public_key=6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=",
      `expect: public-key: 6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw= # key_id ${KEY.publicKey.keyId}`,
      "",
    ]);
  });

  test("a private key whose halves disagree signs nothing", async () => {
    const host = keyedHost();
    const halves = Buffer.concat([
      Buffer.from(get(host, "a.key").toString(), "base64").subarray(0, 32),
      Buffer.from(get(host, "b.pub").toString(), "base64"),
    ]);
    put(host, "mixed.key", halves.toString("base64"));
    expect(await gait(host, "keys", "verify", "--private-key", "mixed.key", "--json")).toMatchObject({
      exitCode: 6,
      json: { error: expect.stringMatching(/inconsistent/) },
    });
  });

  test.each([["init"], ["rotate"], ["verify"], ["show"]])("%s takes no positionals", async (word) => {
    expect(await gait(keyedHost(), "keys", word, "x", "--json")).toMatchObject({
      exitCode: 6,
      json: { error: "unexpected positional arguments" },
    });
  });

  test("alone it shows its usage", async () => {
    expect(await gait(keyedHost(), "keys")).toMatchObject({ exitCode: 6, stdout: expect.stringContaining("gait keys init") });
    expect((await gait(keyedHost(), "keys", "--help")).exitCode).toBe(0);
  });
});
