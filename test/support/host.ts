/** Hosts for tests: a temporary working folder, a fixed clock, counted randomness. */
import fs, { mkdtempSync, realpathSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { FileSystem, Host } from "../../src/format/host.js";

export const FIXED_NOW = "2026-03-01T10:00:00Z";

/** A fresh folder, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "gait-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A deterministic host on a fresh folder; its home is a folder beside the working folder. */
export function testHost(overrides: Partial<Host> = {}): Host {
  const root = temporaryFolder();
  const cwd = path.join(root, "work");
  const home = path.join(root, "home");
  for (const folder of [cwd, home]) fs.mkdirSync(folder);
  let drawn = 0;
  return {
    cwd,
    home,
    env: {},
    fs,
    now: () => FIXED_NOW,
    randomBytes: (length) => Uint8Array.from({ length }, () => drawn++ % 256),
    producerVersion: "0.0.0-dev",
    platform: { os: "linux", arch: "amd64" },
    ...overrides,
  };
}

/** A file system on which the named call fails with a system error, as a full disk or a vanished file does. */
export function failingFs(call: keyof FileSystem, code: string, when: (...args: unknown[]) => boolean = () => true): FileSystem {
  return {
    ...fs,
    [call]: (...args: unknown[]) => {
      if (when(...args)) throw Object.assign(new Error(`${code}: injected`), { code });
      return (fs[call] as (...inner: unknown[]) => unknown)(...args);
    },
  };
}
