/** The executable as a process: what only a real one meets — streams that take nothing, folders that are gone, others at work. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: a build script without types.
import { schemaPlugin } from "../../scripts/schema-plugin.mjs";
import { packOf } from "../regress/support.js";
import { temporaryFolder } from "../support/host.js";
import { repositoryRoot } from "../support/tools.js";

let bundle = "";

beforeAll(async () => {
  bundle = fs.mkdtempSync(path.join(os.tmpdir(), "gait-cli-"));
  await build({
    entryPoints: [path.join(repositoryRoot, "src/cli/index.ts")],
    outdir: bundle,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    plugins: [schemaPlugin()],
    alias: { yaml: path.join(repositoryRoot, "node_modules/yaml/browser/index.js") },
    logLevel: "error",
  });
  fs.writeFileSync(path.join(bundle, "package.json"), '{ "type": "module" }');
});
afterAll(() => fs.rmSync(bundle, { recursive: true, force: true }));

const line = (...words: string[]) => [process.execPath, path.join(bundle, "index.js"), ...words];
const script = (text: string, cwd: string) => spawnSync("sh", ["-c", text, "sh", ...line()], { cwd, encoding: "utf8" });

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
}

function gait(cwd: string, ...words: string[]): Promise<Ended> {
  const [program = "", ...args] = line(...words);
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, HOME: cwd } });
    let stdout = "";
    child.stdout.on("data", (piece: Buffer) => {
      stdout += piece.toString("utf8");
    });
    child.once("close", (code) => resolve({ code, stdout }));
  });
}

describe.skipIf(process.platform === "win32")("a process that its surroundings fail", () => {
  it("has no working folder: one line of JSON, exit 6", () => {
    const cwd = temporaryFolder();
    const { status, stdout, stderr } = script('mkdir gone; cd gone; rmdir ../gone; exec "$@" version --json', cwd);
    expect(status).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: "the working folder cannot be found", error_code: "invalid_input" });
    expect(stderr).not.toContain(".js:");
  });

  it.skipIf(!fs.existsSync("/dev/full"))("cannot write its output: never exit 0, no stack trace", () => {
    const { status, stderr } = script('exec "$@" version > /dev/full', temporaryFolder());
    expect(status).toBe(1);
    expect(stderr).toMatch(/^gait: the output could not be written: ENOSPC.*\n$/);
  });

  it.skipIf(!fs.existsSync("/dev/full"))("cannot write its warnings: nothing changes", () => {
    const cwd = temporaryFolder();
    const { status, stdout } = script('GAIT_ADOPTION_LOG=../up exec "$@" version 2> /dev/full', cwd);
    expect([status, stdout]).toEqual([0, "gait 0.0.0-dev\n"]);
  });

  it("has a reader that went away: no failure of ours", () => {
    const { stdout, stderr } = script('{ "$@" --help; echo "exit $?" >&2; } | true', temporaryFolder());
    expect([stdout, stderr]).toEqual(["", "exit 0\n"]);
  });
});

describe("processes at once", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];

  it("make and accept fixtures of one project: none is lost, none is half of each", async () => {
    const cwd = temporaryFolder();
    for (const name of names) {
      fs.writeFileSync(path.join(cwd, `${name}.zip`), packOf({ runId: `run_${name}` }));
      fs.writeFileSync(path.join(cwd, `${name}2.zip`), packOf({ runId: `run_${name}2`, calls: [`tool.${name}`] }));
    }
    const made = await Promise.all(names.map((name) => gait(cwd, "regress", "init", "--from", `./${name}.zip`, "--name", name)));
    expect(made.map(({ code }) => code)).toEqual(names.map(() => 0));
    const accepted = await Promise.all(names.map((name) => gait(cwd, "regress", "accept", name, "--candidate", `${name}2.zip`)));
    expect(accepted.map(({ code, stdout }) => [code, stdout.split("\n")[0]])).toEqual(
      names.map(() => [0, expect.stringContaining("accept")]),
    );
    const config = JSON.parse(fs.readFileSync(path.join(cwd, "gait.yaml"), "utf8"));
    expect(config.fixtures.map(({ run_id }: { run_id: string }) => run_id)).toEqual(names.map((name) => `run_${name}2`));
    expect((await gait(cwd, "regress", "run", "--json")).code).toBe(0);
    expect(fs.readdirSync(cwd).filter((name) => name.startsWith(".") || name.endsWith(".lock"))).toEqual([]);
  }, 120_000);

  it("replace one key pair: both halves are of the same", async () => {
    const cwd = temporaryFolder();
    const force = ["keys", "init", "--out-dir", "k", "--force"];
    const ended = await Promise.all(names.map(() => gait(cwd, ...force)));
    expect(ended.map(({ code }) => code)).toEqual(names.map(() => 0));
    const checked = await gait(cwd, "keys", "verify", "--private-key", "k/gait_private.key", "--public-key", "k/gait_public.key");
    expect(checked.code).toBe(0);
    expect(fs.readdirSync(path.join(cwd, "k")).sort()).toEqual(["gait_private.key", "gait_public.key"]);
  }, 60_000);
});

describe.skipIf(process.platform === "win32")("an interrupted process", () => {
  it("ends as the signal asks and leaves nothing half done", async () => {
    const cwd = temporaryFolder();
    fs.writeFileSync(path.join(cwd, "a.zip"), packOf());
    const [program = "", ...args] = line("regress", "init", "--from", "./a.zip", "--name", "a");
    for (const delay of [0, 30, 60, 90, 120, 150]) {
      const child = spawn(program, args, { cwd, stdio: "ignore" });
      const ended = new Promise<string | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
      setTimeout(() => child.kill("SIGINT"), delay);
      expect(["SIGINT", null]).toContain(await ended);
    }
    const left = fs.readdirSync(cwd, { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => path.basename(name).startsWith(".") || name.endsWith(".lock"))).toEqual([]);
    expect((await gait(cwd, "regress", "init", "--from", "./a.zip", "--name", "a")).code).toBe(0);
  }, 60_000);
});
