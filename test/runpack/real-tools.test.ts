import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { GaitError } from "../../src/format/errors.js";
import type { Host } from "../../src/format/host.js";
import type { JsonObject } from "../../src/format/json.js";
import { runProcess } from "../../src/host/run-process.js";
import { assertRealAllowed, type ProcessResult, planRealCalls, realTools } from "../../src/runpack/real-tools.js";
import { testHost } from "../support/host.js";

const neverRun = () => Promise.reject(new Error("no process may run"));

async function use(host: Host, tool: string, args: JsonObject | null, options: { writeDir?: string; runProcess?: typeof runProcess } = {}) {
  const tools = realTools(host, { allowTools: tool, writeDir: "", runProcess: neverRun, ...options });
  return { ...(await tools.execute(tool, args)), warnings: tools.warnings.slice(1) };
}

const ok = (text: string | Uint8Array) => ({ status: "ok", resultDigest: sha256Hex(text) });
const error = (text: string) => ({ status: "error", resultDigest: sha256Hex(text) });

describe("guards, in order, each exit 8 (spec 10 §10.1)", () => {
  test.each([
    [{ unsafe: false, allowTools: "echo" }, "real tool execution requires --unsafe-real-tools"],
    [{ unsafe: true, allowTools: " , " }, "real tool execution requires --allow-tools <tool,...>"],
    [{ unsafe: true, allowTools: "echo" }, "real tool execution requires V=1"],
  ])("%j", (guards, message) => {
    const host = testHost({ env: { V: "true" } });
    expect(() => assertRealAllowed(host, { ...guards, variable: "V" })).toThrow(expect.objectContaining({ message, exitCode: 8 }));
  });

  test("all of them", () => {
    expect(() => assertRealAllowed(testHost({ env: { V: " 1 " } }), { unsafe: true, allowTools: "echo", variable: "V" })).not.toThrow();
  });
});

describe("tools", () => {
  test.each<[string, JsonObject | null, object]>([
    ["echo", { message: "  hi " }, ok("hi")],
    ["tool.echo", { message: 5 }, ok("echo")],
    ["Echo", null, ok("echo")],
    ["fs.write", { content: "x" }, error("file.write requires args.path")],
    ["exec", { command: " " }, error("shell.exec requires args.command")],
    [" weird ", {}, error("unsupported real tool:  weird ")],
    ["constructor", {}, error("unsupported real tool: constructor")],
  ])("%j %j", async (tool, args, outcome) => {
    expect(await use(testHost(), tool, args)).toMatchObject(outcome);
  });

  test("a write trims path and content, creates folders and keeps others out", async () => {
    const host = testHost();
    expect(await use(host, "file.write", { path: " out/a.txt ", content: " x y \n" })).toMatchObject(ok("x y"));
    const file = path.join(host.cwd, "out/a.txt");
    expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual(["x y", 0o600]);
  });

  test.each<[string, Partial<ProcessResult>, object]>([
    ["output", { output: Buffer.from(" x \n") }, ok(" x \n")],
    ["an exit code", { exitCode: 3 }, error("exit status 3")],
    ["a signal", { exitCode: null, signal: "killed" }, error("signal: killed")],
  ])("a command ends with %s", async (_name, result, outcome) => {
    const run = async () => ({ exitCode: 0, signal: null, output: Buffer.alloc(0), ...result });
    expect(await use(testHost(), "shell.exec", { command: "x" }, { runProcess: run })).toMatchObject(outcome);
  });

  test("a program that cannot be started is a failed step", async () => {
    const run = () => Promise.reject(new GaitError("dependency_missing", "exec: sh: not found"));
    expect(await use(testHost(), "exec", { command: "x" }, { runProcess: run })).toMatchObject(error("exec: sh: not found"));
  });
});

describe("writes stay in their folder (spec 10 §16 item 19)", () => {
  test.each(["../up.txt", "a/../../up.txt", "/elsewhere/up.txt", "."])("%s is refused", async (recorded) => {
    const host = testHost();
    const outcome = await use(host, "file.write", { path: recorded, content: "x" });
    expect(outcome).toMatchObject(error(`file.write outside of the working folder: ${recorded}`));
    expect(outcome.warnings).toEqual([`refused file.write outside of the working folder: ${recorded}`]);
    expect(existsSync(path.join(host.cwd, "../up.txt"))).toBe(false);
  });

  test("an absolute path inside is fine; relative ones start at the given folder", async () => {
    const host = testHost();
    expect((await use(host, "file.write", { path: path.join(host.cwd, "in.txt") })).status).toBe("ok");
    expect((await use(host, "file.write", { path: "in.txt" }, { writeDir: "box" })).status).toBe("ok");
    expect((await use(host, "file.write", { path: "../in.txt" }, { writeDir: "box" })).status).toBe("error");
    expect(existsSync(path.join(host.cwd, "box/in.txt"))).toBe(true);
  });

  test("a symbolic link leads nowhere", async () => {
    const host = testHost();
    mkdirSync(path.join(host.home, "target"));
    symlinkSync(path.join(host.home, "target"), path.join(host.cwd, "link"));
    symlinkSync(path.join(host.home, "file"), path.join(host.cwd, "file"));
    expect((await use(host, "file.write", { path: "link/deep/x" })).status).toBe("error");
    expect((await use(host, "file.write", { path: "file", content: "x" })).status).toBe("ok");
    expect([existsSync(path.join(host.home, "target/deep")), existsSync(path.join(host.home, "file"))]).toEqual([false, false]);
  });
});

test("the plan says what would run, and runs nothing", () => {
  const calls: { intent_id: string; tool_name: string; args: JsonObject | null }[] = [
    { intent_id: "1", tool_name: "Exec", args: { command: " ls " } },
    { intent_id: "2", tool_name: "file.write", args: { path: "../x" } },
    { intent_id: "3", tool_name: "odd", args: null },
    { intent_id: "4", tool_name: "echo", args: {} },
  ];
  expect(planRealCalls(testHost(), { allowTools: "exec,FILE.write, odd", writeDir: "" }, calls)).toEqual([
    { intent_id: "1", tool_name: "Exec", action: "shell", detail: "ls", refused: false },
    { intent_id: "2", tool_name: "file.write", action: "write", detail: "../x", refused: true },
    { intent_id: "3", tool_name: "odd", action: "unsupported", detail: "", refused: false },
  ]);
});

describe.skipIf(process.platform === "win32")("child processes", () => {
  const request = { program: "sh", cwd: "/", timeoutMs: 20_000, maxOutput: 65_536 };
  const shell = (command: string, more: object = {}) => runProcess({ ...request, args: ["-c", command], ...more });

  test("output, exit code and signal", async () => {
    const { exitCode, signal, output } = await shell("echo out; pwd; exit 7");
    expect([exitCode, signal, Buffer.from(output).toString()]).toEqual([7, null, "out\n/\n"]);
    expect(await shell("kill -9 $$")).toMatchObject({ exitCode: null, signal: "killed" });
  });

  test("there is no input", async () => {
    expect(Buffer.from((await shell("cat; echo done")).output).toString()).toBe("done\n");
  });

  test("output beyond the limit is dropped, not held back", async () => {
    expect((await shell("yes | head -c 300000", { maxOutput: 1_000 })).output).toHaveLength(1_000);
  });

  test("after its time a process is killed with all it started", async () => {
    expect(await shell("sleep 600 & sleep 600", { timeoutMs: 200 })).toMatchObject({ exitCode: null, signal: "killed" });
  });

  test("stdout and stderr of a tool come in the order they were written", async () => {
    const outcome = await use(testHost(), "exec", { command: "echo 1; echo 2 >&2; echo 3" }, { runProcess });
    expect(outcome).toMatchObject(ok("1\n2\n3\n"));
  });

  test("a program that isn't there is a missing dependency", async () => {
    await expect(runProcess({ ...request, program: "no-such-program-here", args: [] })).rejects.toThrow(
      expect.objectContaining({ category: "dependency_missing" }),
    );
  });
});
