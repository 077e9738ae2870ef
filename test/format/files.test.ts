import { execFileSync, spawn } from "node:child_process";
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { GaitError } from "../../src/format/errors.js";
import {
  appendLines,
  assertNoInput,
  outputPath,
  readBytes,
  withFileLock,
  writeFileAtomic,
  writeFileExclusive,
  writeFileWithParents,
} from "../../src/format/files.js";
import { failingFs, testHost } from "../support/host.js";

const refusal = (action: () => unknown): GaitError => {
  try {
    action();
  } catch (error) {
    if (error instanceof GaitError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("atomic writes (spec 10 §4)", () => {
  test("a file appears whole, private, and leaves nothing beside it", () => {
    const host = testHost();
    writeFileWithParents(host, "a/b.json", "{}\n");
    expect(readFileSync(path.join(host.cwd, "a/b.json"), "utf8")).toBe("{}\n");
    expect(statSync(path.join(host.cwd, "a/b.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.join(host.cwd, "a"))).toEqual(["b.json"]);
  });

  test.each<[string, Parameters<typeof failingFs>[0], string, string]>([
    ["a full disk", "writeSync", "ENOSPC", "write out.json: no space left on device"],
    ["a disk that cannot be flushed", "fsyncSync", "EIO", "write out.json: EIO: injected"],
    ["a folder that cannot be written", "openSync", "EACCES", "write out.json: permission denied"],
    ["a target that cannot be replaced", "renameSync", "EISDIR", "write out.json: is a directory"],
  ])("%s keeps the old content and leaves no temporary file", (_, call, code, message) => {
    const host = testHost();
    writeFileSync(path.join(host.cwd, "out.json"), "old");
    const broken = { ...host, fs: failingFs(call, code) };
    const error = refusal(() => writeFileAtomic(broken, "out.json", "new"));
    expect(error.message).toBe(message);
    expect(error.exitCode).toBe(6);
    expect(readdirSync(host.cwd)).toEqual(["out.json"]);
    expect(readFileSync(path.join(host.cwd, "out.json"), "utf8")).toBe("old");
  });

  test.each(["../out", "a/../../out", ".."])("%s leaves the working folder and is refused", (file) =>
    expect(refusal(() => writeFileAtomic(testHost(), file, "")).message).toContain("path must be local relative or absolute"),
  );

  test("a pipe or a device is written into, never replaced", async () => {
    const host = testHost({ fs: failingFs("renameSync", "EPERM") });
    const pipe = path.join(host.cwd, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "inherit"] });
    const read = text(reader.stdout);
    writeFileAtomic(host, "pipe", "content");
    expect(await read).toBe("content");
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(host.cwd)).toEqual(["pipe"]);
  });

  test("the folder must exist", () =>
    expect(refusal(() => writeFileAtomic(testHost(), "none/out", "")).message).toBe("write none/out: no such file or directory"));
});

describe("output paths of artifacts (spec 10 §4)", () => {
  test.each([
    ["out.zip", "out.zip"],
    [" a/../b.zip ", "b.zip"],
    ["/abs/../x.zip", "/x.zip"],
  ])("%j is %j", (given, clean) => expect(outputPath(given)).toBe(clean));
  test.each(["", " ", ".", "/"])("%j is no path", (given) => expect(() => outputPath(given)).toThrow("runpack output path is required"));
  test.each(["../b.zip", "a/../../b"])("%j climbs out", (given) =>
    expect(() => outputPath(given)).toThrow("must not traverse parent directories"),
  );
});

test("reading names the file and the reason", () => {
  const host = testHost();
  mkdirSync(path.join(host.cwd, "folder"));
  expect(refusal(() => readBytes(host, "none")).message).toBe("open none: no such file or directory");
  expect(refusal(() => readBytes(host, "folder")).message).toBe("open folder: is a directory");
});

test("a file that Node cannot hold is an error of the input", () => {
  const host = testHost({ fs: failingFs("readFileSync", "ERR_FS_FILE_TOO_LARGE") });
  expect(refusal(() => readBytes(host, "huge")).message).toBe("open huge: larger than 2 GiB");
});

describe("an output that is an input", () => {
  function hostWithLinks() {
    const host = testHost();
    const at = (name: string) => path.join(host.cwd, name);
    mkdirSync(at("folder"));
    writeFileSync(at("in"), "");
    symlinkSync(at("folder"), at("link"));
    symlinkSync(at("in"), at("link-in"));
    return host;
  }

  test.each([
    ["in", "in"],
    ["./in", "in"],
    ["folder/../in", "in"],
    ["link-in", "in"],
    ["link/not-yet", "folder/not-yet"],
  ])("%s is %s", (output, input) => {
    const host = hostWithLinks();
    const error = refusal(() => assertNoInput(host, "--out", output, ["other", input]));
    expect([error.exitCode, error.code]).toEqual([6, "output_is_input"]);
  });

  test.each(["out", "folder/in", "in/in"])("%s is another", (output) => {
    const host = hostWithLinks();
    expect(() => assertNoInput(host, "--out", output, ["in"])).not.toThrow();
  });
});

test("an exclusive file that cannot be written is named, not its temporary", () => {
  const host = testHost({ fs: failingFs("writeSync", "ENOSPC") });
  expect(refusal(() => writeFileExclusive(host, "key", "k")).message).toBe("write key: no space left on device");
  expect(readdirSync(host.cwd)).toEqual([]);
});

describe("locks", () => {
  test("lines are appended whole and the lock goes away", () => {
    const host = testHost();
    appendLines(host, "log/a.jsonl", ["1", "2"]);
    appendLines(host, "log/a.jsonl", ["3"]);
    expect(readFileSync(path.join(host.cwd, "log/a.jsonl"), "utf8")).toBe("1\n2\n3\n");
    expect(readdirSync(path.join(host.cwd, "log"))).toEqual(["a.jsonl"]);
  });

  test("a lock that another process holds ends in contention, which may be tried again", () => {
    const host = testHost({ now: () => new Date().toISOString() });
    writeFileSync(path.join(host.cwd, "f.lock"), "");
    const error = refusal(() => withFileLock(host, "f", () => undefined, { retryMs: 1, timeoutMs: 5, staleMs: 60_000 }));
    expect([error.category, error.exitCode, error.retryable]).toEqual(["state_contention", 1, true]);
  });

  test("a lock that a dead process left behind is taken away", () => {
    const host = testHost({ now: () => new Date().toISOString() });
    const lock = path.join(host.cwd, "f.lock");
    writeFileSync(lock, "");
    utimesSync(lock, new Date(0), new Date(0));
    expect(withFileLock(host, "f", () => "done")).toBe("done");
    expect(existsSync(lock)).toBe(false);
  });

  test("the lock goes away when the action fails", () => {
    const host = testHost();
    expect(() =>
      withFileLock(host, "f", () => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(fs.readdirSync(host.cwd)).toEqual([]);
  });
});
