/** Command lines run in this process, on a host of the tests. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Shell } from "../../src/cli/command.js";
import { runCli } from "../../src/cli/main.js";
import type { Host } from "../../src/format/host.js";
import type { JsonObject } from "../../src/format/json.js";
import { encodePrivateKey, encodePublicKey, privateKeyFromSeed } from "../../src/format/keys.js";
import { testHost } from "../support/host.js";

export const KEY = privateKeyFromSeed(new Uint8Array(32).fill(7));
export const OTHER_KEY = privateKeyFromSeed(new Uint8Array(32).fill(8));

export interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly json: JsonObject;
}

export const quietShell = (host: Host): Shell => ({ host, color: false, progress: () => {}, warn: () => {} });

/** Runs `gait <words>`; `json` is what stdout holds if that is an object. */
export async function gait(host: Host, ...words: string[]): Promise<Answer> {
  const { exitCode, stdout } = await runCli(words, quietShell(host));
  return { exitCode, stdout, json: stdout.startsWith("{") ? (JSON.parse(stdout) as JsonObject) : {} };
}

export const put = (host: Host, name: string, content: string | Uint8Array): void => writeFileSync(path.join(host.cwd, name), content);
export const get = (host: Host, name: string): Buffer => readFileSync(path.join(host.cwd, name));
export const putJson = (host: Host, name: string, value: unknown): void => put(host, name, JSON.stringify(value));

/** A host with the keys a (seed 07) and b (seed 08) as files. */
export function keyedHost(overrides: Partial<Host> = {}): Host {
  const host = testHost(overrides);
  put(host, "a.key", encodePrivateKey(KEY));
  put(host, "a.pub", encodePublicKey(KEY.publicKey));
  put(host, "b.pub", encodePublicKey(OTHER_KEY.publicKey));
  return host;
}
