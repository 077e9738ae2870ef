import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type MigrateOptions, migrateRunpack } from "../../src/runpack/migrate.js";
import { verifyRunpack } from "../../src/runpack/verify.js";
import { testHost } from "../support/host.js";
import { edited, KEY, packOf } from "./support.js";

async function migrate(bytes: Uint8Array, options: Partial<MigrateOptions> = {}) {
  const host = testHost();
  writeFileSync(path.join(host.cwd, "in.zip"), bytes);
  const migrated = await migrateRunpack(host, { input: "in.zip", out: "", target: "v1", dryRun: false, ...options });
  return { host, ...migrated };
}

describe("migrating (spec 10 §9.7)", () => {
  test("today's form stays as it is", async () => {
    const bytes = packOf([{ id: "i", status: "ok" }]);
    const { host, status, output, warnings } = await migrate(bytes);
    expect([status, output, warnings]).toEqual(["no_change", "runpack_run_t_migrated.zip", []]);
    expect(readFileSync(path.join(host.cwd, output))).toEqual(Buffer.from(bytes));
  });

  test("what the new file lacks is said (spec 10 §16 item 18)", async () => {
    const { status, warnings } = await migrate(edited(packOf([], { signed: true }), { "notes.txt": "x" }));
    expect([status, warnings]).toEqual([
      "migrated",
      ["1 signatures are left out; --private-key signs the new file", 'undeclared entry "notes.txt" is left out'],
    ]);
  });

  test("a key signs the new file", async () => {
    const { host, output } = await migrate(packOf([{ id: "i" }]), { signingKey: KEY, out: "o/new.zip" });
    expect(await verifyRunpack(host, output, { publicKey: KEY.publicKey, requireSignature: true })).toMatchObject({ ok: true });
  });

  test("a dry run writes nothing", async () => {
    const { host, output } = await migrate(packOf([]), { dryRun: true });
    expect(existsSync(path.join(host.cwd, output))).toBe(false);
  });

  test.each<[Partial<MigrateOptions>, string]>([
    [{ target: "V1" }, "unsupported --target (only v1 is currently available)"],
    [{ input: "x.txt" }, "unsupported artifact type (only runpack zip is currently migratable)"],
    [{ out: "./in.zip" }, "--out must differ from input path"],
    [{ out: "../x.zip" }, "relative runpack output path must not traverse parent directories"],
  ])("%j", async (options, message) => {
    await expect(migrate(packOf([]), options)).rejects.toThrow(expect.objectContaining({ message, exitCode: 6 }));
  });
});
