/** The published package, as a user gets it: packed, installed into an empty folder, called as `npx gait` and imported as a library. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), "gait-package-"));
const project = path.join(folder, "project");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const npm = (words: readonly string[], cwd: string) =>
  execFileSync("npm", [...words], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const node = (words: readonly string[]) => spawnSync(process.execPath, [...words], { cwd: project, encoding: "utf8" });

beforeAll(() => {
  mkdirSync(project);
  npm(["pack", "--silent", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))!;
  writeFileSync(path.join(project, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  npm(["install", "--offline", "--no-audit", "--no-fund", path.join(folder, tarball)], project);
});

test("it brings no dependency along", () =>
  expect(readdirSync(path.join(project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["gait"]));

test("npx gait runs from it", () => {
  const done = spawnSync("npx", ["--offline", "gait", "demo"], { cwd: project, encoding: "utf8" });
  expect(done.stdout).toContain("run_id=run_demo");
  expect(done.status).toBe(0);
});

test("the library verifies what the command line wrote", () => {
  writeFileSync(
    path.join(project, "verify.mjs"),
    `import { createNodeHost, verifyRunpack } from "gait";
const { ok, runId } = await verifyRunpack(createNodeHost(), "gait-out/runpack_run_demo.zip");
console.log(ok, runId);
`,
  );
  expect(node(["verify.mjs"]).stdout).toBe("true run_demo\n");
});

test("its types are those of a strict TypeScript user", () => {
  writeFileSync(
    path.join(project, "use.ts"),
    `import { createNodeHost, GaitError, type RegressRun, runRegress, type RunpackVerification, verifyRunpack } from "gait";

export async function check(file: string): Promise<RunpackVerification> {
  return verifyRunpack(createNodeHost({ cwd: "/" }), file, { requireSignature: true });
}
export const regress = (): Promise<RegressRun> =>
  runRegress(createNodeHost(), { config: "gait.yaml", contextConformance: false, allowContextRuntimeDrift: false });
export const codeOf = (error: unknown): number => (error instanceof GaitError ? error.exitCode : 1);
// @ts-expect-error the profile of a verification is not a number
export const wrong = () => verifyRunpack(createNodeHost(), 1);
`,
  );
  writeFileSync(
    path.join(project, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        module: "NodeNext",
        target: "ES2022",
        noEmit: true,
        types: ["node"],
        typeRoots: [path.join(root, "node_modules/@types")],
      },
      files: ["use.ts"],
    }),
  );
  const done = node([path.join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
  expect(done.stdout).toBe("");
  expect(done.status).toBe(0);
});
