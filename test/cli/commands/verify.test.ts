import { describe, expect, test } from "vitest";
import type { Host } from "../../../src/format/host.js";
import { edited, packOf } from "../../runpack/support.js";
import { gait, keyedHost, put } from "../gait.js";

const sound = packOf([{ id: "i", status: "ok" }]);
const signed = packOf([{ id: "i", status: "ok" }], { signed: true, runId: "run_s" });

function stocked(): Host {
  const host = keyedHost();
  put(host, "sound.zip", sound);
  put(host, "signed.zip", signed);
  put(host, "changed.zip", edited(sound, { "run.json": "{}", "refs.json": null }));
  put(host, "doubtful.zip", edited(signed, { "notes.txt": "undeclared" }));
  return host;
}

const verify = (...words: string[]) => gait(stocked(), "verify", ...words);

describe("one runpack (spec 10 §9.3)", () => {
  test("sound and unsigned", async () => {
    const { exitCode, json } = await verify("sound.zip", "--json");
    expect(exitCode).toBe(0);
    expect(json).toEqual({
      ok: true,
      path: "sound.zip",
      run_id: "run_t",
      manifest_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      files_checked: 4,
      signature_status: "missing",
      signature_note: "not signed: the digests prove that nothing changed since, not who recorded it",
      next_commands: ["gait regress bootstrap --from sound.zip --json --junit ./gait-out/junit.xml"],
      correlation_id: expect.any(String),
    });
  });

  test("changed: no error field, but all that differs", async () => {
    const { exitCode, json } = await verify("changed.zip", "--json");
    expect(exitCode).toBe(2);
    expect(json).toMatchObject({
      ok: false,
      missing_files: ["refs.json"],
      hash_mismatches: [{ path: "run.json", actual: expect.any(String) }],
    });
    expect(json).not.toHaveProperty("error");
    expect(json).not.toHaveProperty("next_commands");
  });

  test("text", async () => {
    const { stdout } = await verify("changed.zip");
    expect(stdout).toMatch(
      /^verify failed: changed\.zip\nmissing files: refs\.json\nhash mismatches: 1\n {2}run\.json: expected [0-9a-f]{64}, found 44136f[0-9a-f]*\nsignature status: missing\n/,
    );
  });

  test.each<[string[], number, object]>([
    [
      ["signed.zip"],
      0,
      {
        signature_status: "skipped",
        signature_note: "signed, but NOT CHECKED: no public key was given",
        signature_errors: ["public key not configured"],
      },
    ],
    [["signed.zip", "--public-key", "a.pub"], 0, { signature_status: "verified", signatures_total: 1, signatures_valid: 1 }],
    [["signed.zip", "--private-key", "a.key", "--profile", " STRICT "], 0, { signature_status: "verified" }],
    [
      ["signed.zip", "--public-key", "b.pub"],
      2,
      { signature_status: "failed", signature_note: "signed by another key than the given one" },
    ],
    [["sound.zip", "--require-signature"], 2, { signature_status: "missing", signature_errors: ["manifest has no signatures"] }],
    [["doubtful.zip", "--public-key", "a.pub"], 0, { warnings: ['the manifest doesn\'t declare "notes.txt"'] }],
    [
      ["doubtful.zip", "--public-key", "a.pub", "--profile", "strict"],
      2,
      { findings: [{ code: "runpack_undeclared_entry", message: 'the manifest doesn\'t declare "notes.txt"' }] },
    ],
  ])("%j: exit %i", async (words, exit, fields) => {
    const { exitCode, json } = await verify(...words, "--json");
    expect({ exitCode, json }).toMatchObject({ exitCode: exit, json: fields });
  });

  test.each([
    [[], "expected run_id or path"],
    [[""], "missing run_id or path"],
    [["signed.zip", "--profile", "lax"], 'unsupported --profile value "lax" (expected standard or strict)'],
    [["signed.zip", "--profile", "strict"], "strict verify profile requires --public-key/--public-key-env or private key source"],
    [["signed.zip", "--public-key", "a.pub", "--public-key-env", "P"], "public key source: set either path or env"],
    [["chain"], "verify chain is not available in this version"],
    [["session-chain", "x.json"], "verify session-chain is not available in this version"],
  ])("%j", async (words, error) => {
    expect(await verify("--json", ...words)).toMatchObject({ exitCode: 6, json: { ok: false, error, error_code: "invalid_input" } });
  });

  test("damage has its own code beside the coarse one (spec 10 §16 item 7)", async () => {
    const host = stocked();
    put(host, "junk.zip", "junk");
    expect((await gait(host, "verify", "./junk.zip", "--json")).json).toMatchObject({
      error_code: "invalid_input",
      error_detail_code: "runpack_unreadable",
    });
  });
});

describe("against what a ticket says (spec 10 §16)", () => {
  async function facts() {
    const { stdout } = await gait(stocked(), "run", "receipt", "sound.zip");
    const footer = stdout.trim();
    return { footer, digest: /sha256:[0-9a-f]{64}/.exec(footer)![0] };
  }

  test("the digest", async () => {
    const { digest } = await facts();
    expect((await verify("sound.zip", "--expect-digest", digest)).exitCode).toBe(0);
    const other = await verify("signed.zip", "--expect-digest", digest, "--json");
    expect(other).toMatchObject({ exitCode: 2, json: { ok: false, expectation_errors: [expect.stringContaining(`expected ${digest}`)] } });
    expect(await verify("sound.zip", "--expect-digest", "sha256:ab", "--json")).toMatchObject({ exitCode: 6 });
  });

  test("the footer, with a file or by its run id", async () => {
    const { footer } = await facts();
    expect((await verify("sound.zip", "--from-footer", footer)).exitCode).toBe(0);
    expect((await verify("signed.zip", "--from-footer", footer)).exitCode).toBe(2);
    const host = stocked();
    await gait(host, "demo");
    const receipt = (await gait(host, "run", "receipt", "run_demo")).stdout;
    expect((await gait(host, "verify", "--from-footer", receipt, "--json")).json).toMatchObject({
      ok: true,
      path: "gait-out/runpack_run_demo.zip",
    });
    expect(await verify("--from-footer", "GAIT", "--json")).toMatchObject({ exitCode: 6, json: { error: "not a ticket footer" } });
  });

  test("not against many", async () => {
    const { digest } = await facts();
    expect(await verify("sound.zip", "signed.zip", "--expect-digest", digest, "--json")).toMatchObject({
      exitCode: 6,
      json: { error: "--expect-digest and --from-footer take exactly one artifact" },
    });
  });
});

describe("many artifacts", () => {
  test("JSON: counts and rows, failures first", async () => {
    const { exitCode, json } = await verify("*.zip", "--json");
    expect(exitCode).toBe(2);
    expect(json).toMatchObject({ ok: false, verified: 3, failed: 1, unreadable: 0, skipped: 0 });
    expect((json.artifacts as { path: string; status: string }[]).map((row) => `${row.status} ${row.path}`)).toEqual([
      "failed changed.zip",
      "verified doubtful.zip",
      "verified signed.zip",
      "verified sound.zip",
    ]);
  });

  test("text", async () => {
    expect((await verify("sound.zip", "changed.zip")).stdout).toBe(
      "verify failed: 1 verified, 1 failed, 0 unreadable\n  failed      changed.zip  missing refs.json; changed run.json\n  verified    sound.zip  signature missing\n",
    );
  });

  test("an unreadable one is exit 6, a failed one wins", async () => {
    const host = stocked();
    put(host, "junk.zip", "junk");
    expect((await gait(host, "verify", "sound.zip", "junk.zip")).exitCode).toBe(6);
    expect((await gait(host, "verify", "changed.zip", "junk.zip")).exitCode).toBe(2);
  });

  test("nothing is exit 6 unless allowed", async () => {
    expect(await verify("a", "b", "--json")).toMatchObject({ exitCode: 6, json: { error: expect.stringContaining("run_id or path") } });
    expect(await verify("none/*.zip", "--allow-empty", "--json")).toMatchObject({
      exitCode: 0,
      json: { ok: true, verified: 0, artifacts: [] },
    });
  });

  test("of many sound ones only the first are listed", async () => {
    const host = stocked();
    for (let i = 0; i < 25; i++) put(host, `z${i}.zip`, sound);
    const { stdout } = await gait(host, "verify", "z*.zip");
    expect(stdout.split("\n").slice(-3)).toEqual([expect.stringContaining("verified"), "  … and 5 more verified", ""]);
  });
});
