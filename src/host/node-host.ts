/** The Host of a real Node.js process; shells and the library's users make one. */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import process from "node:process";
import { invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { fromDate } from "../format/time.js";
import { VERSION } from "./version.js";

const OS_NAMES: Readonly<Record<string, string>> = { win32: "windows" };
const ARCH_NAMES: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** @throws GaitError invalid_input where the folder that the process stands in was removed. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw invalidInput("the working folder cannot be found", { hint: "Change to a folder that exists.", cause: error });
  }
}

/**
 * A host on the current process: its working folder, environment, clock and file system.
 * `overrides` replace single parts, e.g. `{ cwd }` for another folder or `{ now }` for a fixed clock.
 */
export function createNodeHost(overrides: Partial<Host> = {}): Host {
  const env = overrides.env ?? process.env;
  return {
    cwd: overrides.cwd ?? workingFolder(),
    home: env.HOME ?? env.USERPROFILE ?? os.homedir(),
    env,
    fs,
    now: () => fromDate(new Date()),
    randomBytes: (length) => randomBytes(length),
    producerVersion: env.GAIT_PRODUCER_VERSION || VERSION,
    platform: { os: OS_NAMES[process.platform] ?? process.platform, arch: ARCH_NAMES[process.arch] ?? process.arch },
    ...overrides,
  };
}
