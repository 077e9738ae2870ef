import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
// @ts-expect-error: a build script without types.
import { compileSchema, schemaPlugin } from "../../scripts/schema-plugin.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "gait-schema-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("schemas compiled while building", () => {
  test("esbuild: a bundle that holds the validator and nothing of ajv's compiler", async () => {
    writeFileSync(
      path.join(folder, "x.schema.json"),
      JSON.stringify({
        type: "object",
        required: ["name"],
        additionalProperties: false,
        properties: { name: { type: "string", maxLength: 2, format: "date" } },
      }),
    );
    writeFileSync(path.join(folder, "entry.js"), 'export { default } from "./x.schema.json?validator";');
    const outfile = path.join(folder, "out.mjs");
    await build({
      entryPoints: [path.join(folder, "entry.js")],
      bundle: true,
      format: "esm",
      platform: "node",
      outfile,
      plugins: [schemaPlugin()],
    });
    const { default: validate } = await import(pathToFileURL(outfile).href);
    expect(validate({})).toBe(false);
    expect(validate.errors[0]).toMatchObject({ instancePath: "", message: "must have required property 'name'" });
    expect(validate({ name: "😀😀😀" })).toBe(false);
    expect(validate({ name: 1 })).toBe(false);
  });

  test("the code evaluates nothing and loads nothing", async () => {
    const code: string = await compileSchema(path.resolve("src/report/ci-report.schema.json"));
    expect(code.replace(/ucs2length\.code = .*/, "")).not.toMatch(/\beval\(|new Function|(?<![\w.])require\(|\bimport\b/);
  });

  test("the same code every time", async () => {
    const file = path.resolve("src/report/ci-report.schema.json");
    expect(await compileSchema(file)).toBe(await compileSchema(file));
  });
});
