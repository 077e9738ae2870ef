/** `record-command`: recording candidates in the job itself (spec 40 §12.4). */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { packBytes } from "../support/repository.js";
import { useBundle } from "./bundle.js";
import { BAD, type Calls, GOOD, openPullRequest, type Scenario } from "./scenario.js";

useBundle();

/** A recorder of the repository: writes the run that stands in `recorded.zip`, and does what a test adds. */
const recorder = (extra = "") => `
import { copyFileSync, mkdirSync } from "node:fs";
const [to = "out/run.zip"] = process.argv.slice(2);
mkdirSync(to.slice(0, to.lastIndexOf("/")), { recursive: true });
${extra}
copyFileSync("recorded.zip", to);
console.log("runpack_path=" + to);
`;

const recording = (calls: Calls, script = recorder()): Scenario => ({
  fixtures: { "refund-incident": GOOD },
  head: { "record.mjs": script, "recorded.zip": packBytes(calls, { runId: "run_refund-incident" }) },
});

const record = { "record-command": "node record.mjs" };

describe("what a command records", () => {
  it("is compared: a run that misbehaves fails with 5", async () => {
    const { run, api } = await openPullRequest(recording(BAD));
    const result = await run(record);
    expect(result.exitCode).toBe(5);
    expect(result.outputs.drift).toBe('["refund-incident"]');
    expect(api.comments(7)[0]?.body).toContain("unexpected_tool_sequence");
  });

  it("is compared: a run that behaves passes", async () => {
    const { run } = await openPullRequest(recording(GOOD));
    expect((await run(record)).exitCode).toBe(0);
  });

  it("may come from several commands, each in the project's folder", async () => {
    const { run } = await openPullRequest(recording(GOOD));
    const result = await run({
      "record-command": 'node -e "console.log(process.cwd())"\n# the agent\nnode record.mjs "out dir/run.zip"\n',
    });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain("::group::Record .: node record.mjs 'out dir/run.zip'");
  });

  it("is compared where it lies, so that the line to reproduce it means something elsewhere", async () => {
    const { run, checkout } = await openPullRequest(recording(BAD));
    const result = await run(record);
    expect(result.outputs["next-command"]).toBe("npx gait regress run --candidates out --json");
    expect(existsSync(path.join(checkout.dir, "gait-out"))).toBe(false);
  });

  it("is copied into one folder where it lies in several, or among others", async () => {
    const twice = { "record-command": "node record.mjs a/run.zip\nnode record.mjs b/run.zip" };
    const { run, checkout } = await openPullRequest(recording(GOOD));
    // The same run twice fits the fixture twice.
    expect((await run(twice)).exitCode).toBe(5);
    expect(readdirSync(path.join(checkout.dir, "gait-out/ci-candidates")).sort()).toEqual(["1-run.zip", "run.zip"]);

    const other = await openPullRequest({ ...recording(BAD), candidates: { "refund-incident": GOOD } });
    const result = await other.run({ "record-command": "node record.mjs candidates/new.zip" });
    expect(result.exitCode).toBe(5);
    expect(readdirSync(path.join(other.checkout.dir, "gait-out/ci-candidates"))).toEqual(["new.zip"]);
  });

  it("may be written into the candidates folder, or match a pattern", async () => {
    for (const candidates of ["rec", "rec/*.zip"]) {
      const { run } = await openPullRequest(recording(BAD));
      const result = await run({ "record-command": "node record.mjs rec/refund-incident.zip", candidates });
      expect(result.exitCode, candidates).toBe(5);
    }
  });
});

describe("a recording that gives nothing is never a pass", () => {
  it.each([
    ["a command that fails", "process.exit(3);", "node ended with exit code 3"],
    ["a command that is killed", 'process.kill(process.pid, "SIGKILL");', "node ended with signal SIGKILL"],
    ["a command that names no runpack", "process.exit(0);", "nothing in . printed runpack_path=…"],
    ["a runpack that is not there", 'console.log("runpack_path=nowhere.zip");', "the runpack nowhere.zip is not there"],
    ["a runpack outside the repository", 'console.log("runpack_path=" + process.execPath);', "lies outside the workspace"],
  ])("%s", async (_, script, message) => {
    const { run, api } = await openPullRequest(recording(GOOD, recorder(script)));
    const result = await run(record);
    expect(result.exitCode).toBe(6);
    expect(result.outputs).toMatchObject({ status: "error", "exit-code": "6" });
    expect(result.stdout).toContain(message);
    if (result.outputs["top-failure-reason"] === "record_failed") expect(api.comments(7)[0]?.body).toContain("❌");
  });

  it("a program that does not exist", async () => {
    const { run } = await openPullRequest(recording(GOOD));
    const result = await run({ "record-command": "no-such-program --x" });
    expect(result.exitCode).toBe(6);
    expect(result.outputs["top-failure-reason"]).toBe("record_failed");
    expect(result.annotations[0]?.message).toContain("cannot start no-such-program");
  });

  it("runpacks that were there before", async () => {
    const { run } = await openPullRequest({ ...recording(BAD), candidates: { "refund-incident": GOOD } });
    const result = await run({ "record-command": "node record.mjs candidates/other.zip", candidates: "candidates" });
    expect(result.exitCode).toBe(6);
    expect(result.stdout).toContain("candidates/refund-incident.zip was there before and the commands did not write it anew");
  });
});

describe("nor is one that", () => {
  it("names a runpack that was there before", async () => {
    const old = recorder('console.log("runpack_path=candidates/refund-incident.zip");');
    const { run } = await openPullRequest({ ...recording(GOOD, old), candidates: { "refund-incident": GOOD } });
    const result = await run(record);
    expect([result.exitCode, result.outputs["top-failure-reason"]]).toEqual([6, "record_failed"]);
    expect(result.stdout).toContain("candidates/refund-incident.zip was there before and the commands did not write it anew");
  });

  it("finds the fixtures themselves: they are compared with themselves, and that is said", async () => {
    const { run } = await openPullRequest({ fixtures: { a: GOOD, b: BAD } });
    const result = await run({ candidates: "fixtures/*/runpack.zip" });
    expect(result.annotations).toContainEqual(expect.objectContaining({ level: "warning", title: "gait: self_comparison" }));
  });
});

describe("the command is not trusted", () => {
  it("sees no token, no input and no file of the runner", async () => {
    const { run, api } = await openPullRequest(recording(GOOD, recorder('console.log("ENV " + JSON.stringify(process.env));')));
    const result = await run(record, {
      GITHUB_TOKEN: api.world.token.value,
      OPENAI_API_KEY: "sk-1",
      NPM_TOKEN: "npm-1",
      DISGUISED: `x${api.world.token.value}`,
      ACTIONS_RUNTIME_TOKEN: "",
      SSH_AUTH_SOCK: "/run/agent",
      KEYBOARD: "de",
    });
    expect(result.exitCode).toBe(0);
    const env = JSON.parse(/^ENV (.*)$/m.exec(result.stdout)?.[1] ?? "{}") as Record<string, string>;
    expect(
      Object.keys(env).filter((name) =>
        /^(INPUT_|ACTIONS_)|TOKEN|API_KEY|SSH_AUTH|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|DISGUISED/.test(name),
      ),
    ).toEqual([]);
    expect(env).toMatchObject({ KEYBOARD: "de", GITHUB_REPOSITORY: "acme/shop", CI: "true" });
    expect(result.stdout).toContain("Withheld from record-command: DISGUISED, NPM_TOKEN, OPENAI_API_KEY.");
  });

  it("gets the secrets that it is meant to have", async () => {
    const { run } = await openPullRequest(recording(GOOD, recorder('console.log("KEY " + process.env.OPENAI_API_KEY);')));
    const result = await run({ ...record, "record-env": "OPENAI_API_KEY" }, { OPENAI_API_KEY: "sk-1" });
    expect(result.stdout).toContain("KEY sk-1");
  });

  it("cannot speak to the runner", async () => {
    const script = recorder(`
      process.stdout.write("::error::forged\\n##[error]forged\\n::add-mask::x\\n  ::set-output name=exit-code::0\\n");
      process.stderr.write("::stop-commands::aaaa\\n::aaaa::\\n::error::forged again");
    `);
    const { run } = await openPullRequest(recording(BAD, script));
    const result = await run(record);
    expect(result.exitCode).toBe(5);
    expect(result.annotations.filter(({ message }) => message.startsWith("forged"))).toEqual([]);
    const [, word] = /^::stop-commands::([0-9a-f]{48})$/m.exec(result.stdout) ?? [];
    expect(word).toBeDefined();
    // What the action itself says afterwards is heard again.
    expect(result.stdout.indexOf(`\n::${word}::\n`)).toBeGreaterThan(result.stdout.indexOf("forged again"));
    expect(result.annotations.some(({ title }) => title === "gait: unexpected_tool_sequence")).toBe(true);
  });

  it("cannot redirect the collected runpacks out of the repository, nor have others read", async () => {
    for (const script of [
      `import { symlinkSync } from "node:fs"; if (to[0] === "b") symlinkSync(OUTSIDE, "gait-out");`,
      `import { symlinkSync } from "node:fs"; if (to[0] === "b") { symlinkSync(OUTSIDE + "/seed/recorded.zip", "link.zip"); console.log("runpack_path=link.zip"); }`,
    ]) {
      const { run, checkout } = await openPullRequest(recording(GOOD));
      const outside = JSON.stringify(path.dirname(checkout.origin));
      writeFileSync(path.join(checkout.dir, "record.mjs"), recorder(script.replace("OUTSIDE", outside)));
      const result = await run({ "record-command": "node record.mjs a/run.zip\nnode record.mjs b/run.zip" });
      expect(result.exitCode, script).toBe(6);
      expect(result.stdout).toContain("lies outside the workspace");
    }
  });
});
