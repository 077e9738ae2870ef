/** The reference implementation beside this repository, for comparing; tests skip where it isn't. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { JsonObject } from "../../src/format/json.js";
import { repositoryRoot } from "./tools.js";

const program = path.resolve(repositoryRoot, "..", "shared", "oracle", "gait");

export const hasOracle = process.platform === "linux" && process.arch === "x64" && existsSync(program);

export interface OracleAnswer {
  readonly exitCode: number;
  /** What `--json` printed. */
  readonly json: JsonObject;
}

/** Runs one command with `--json` in a folder. */
export function askOracle(cwd: string, home: string, ...words: string[]): OracleAnswer {
  const { status, stdout, error } = spawnSync(program, [...words, "--json"], { argv0: "gait", cwd, env: { HOME: home }, encoding: "utf8" });
  if (error) throw error;
  return { exitCode: status ?? -1, json: JSON.parse(stdout) as JsonObject };
}
