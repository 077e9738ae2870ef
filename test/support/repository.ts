/** Real git repositories in temporary folders, with fixtures in them. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Git } from "../../src/ci/git.js";
import type { Host } from "../../src/format/host.js";
import type { PrivateKey } from "../../src/format/keys.js";
import { createNodeHost } from "../../src/host/node-host.js";
import { spawnTool } from "../../src/host/spawn-tool.js";
import type { FixtureMetadata } from "../../src/regress/metadata.js";
import { toolSequence, verdictSequence } from "../../src/regress/sequences.js";
import { buildRunpack } from "../../src/runpack/write.js";
import { temporaryFolder } from "./host.js";
import { type CallText, type RecordedOptions, recordedRun } from "./recorded.js";

/** Nobody's configuration, the same author and time for every commit: hashes are reproducible. */
const GIT_ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "test",
  GIT_AUTHOR_EMAIL: "test@example.invalid",
  GIT_AUTHOR_DATE: "2026-03-01T10:00:00Z",
  GIT_COMMITTER_NAME: "test",
  GIT_COMMITTER_EMAIL: "test@example.invalid",
  GIT_COMMITTER_DATE: "2026-03-01T10:00:00Z",
};

export type FileContent = string | Uint8Array | null;

export class Repository {
  readonly root = temporaryFolder();
  readonly host: Host = createNodeHost({ cwd: this.root, env: {}, home: "" });
  readonly git: Git = { run: spawnTool(GIT_ENVIRONMENT), cwd: this.root };

  constructor() {
    this.command("init", "--quiet", "--initial-branch=main");
  }

  command(...args: string[]): string {
    return execFileSync("git", args, { cwd: this.root, env: GIT_ENVIRONMENT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  }

  /** Writes files; null deletes one. */
  write(files: Readonly<Record<string, FileContent>>): this {
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(this.root, name);
      if (content === null) fs.rmSync(target, { recursive: true });
      else {
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, content);
      }
    }
    return this;
  }

  /** Commits everything. @returns the commit's hash. */
  commit(files: Readonly<Record<string, FileContent>> = {}): string {
    this.write(files);
    this.command("add", "--all");
    this.command("commit", "--quiet", "--allow-empty", "--no-verify", "--message", "change");
    return this.command("rev-parse", "HEAD");
  }

  read(name: string): string {
    return fs.readFileSync(path.join(this.root, name), "utf8");
  }
}

/** A runpack of calls as `recordedRun` takes them, signed where there is a key. */
export function packBytes(calls: readonly (string | CallText)[], options: RecordedOptions = {}, signingKey?: PrivateKey): Uint8Array {
  const { run, intents, results, refs, manifest } = recordedRun(calls, options);
  return buildRunpack(createNodeHost(), { run, intents, results, refs, captureMode: manifest.capture_mode, signingKey }).bytes;
}

export interface FixtureOptions extends RecordedOptions {
  /** Instead of what the run itself says. */
  readonly metadata?: Partial<FixtureMetadata>;
  /** Folder of the project, with a slash at the end. */
  readonly project?: string;
}

/** fixture.json and runpack.zip of a fixture, as `regress init` writes them. */
export function fixtureFiles(
  name: string,
  calls: readonly (string | CallText)[],
  options: FixtureOptions = {},
): Record<string, FileContent> {
  const { metadata, project = "", ...recorded } = options;
  const run = recordedRun(calls, { runId: `run_${name}`, ...recorded });
  const text = {
    schema_id: "gait.regress.fixture",
    schema_version: "1.0.0",
    name,
    run_id: run.run.run_id,
    runpack: "runpack.zip",
    expected_replay_exit_code: 0,
    expected_tool_sequence: toolSequence(run),
    expected_verdict_sequence: verdictSequence(run),
    ...metadata,
  };
  return {
    [`${project}fixtures/${name}/fixture.json`]: `${JSON.stringify(text, null, 2)}\n`,
    [`${project}fixtures/${name}/runpack.zip`]: packBytes(calls, { runId: `run_${name}`, ...recorded }),
  };
}

/** gait.yaml with the fixtures named. */
export function configFile(names: readonly string[], project = ""): Record<string, FileContent> {
  const fixtures = names.map((name) => ({ name, run_id: `run_${name}`, runpack: `fixtures/${name}/runpack.zip` }));
  const config = { schema_id: "gait.regress.config", schema_version: "1.0.0", fixture_set: "default", fixtures };
  return { [`${project}gait.yaml`]: `${JSON.stringify(config, null, 2)}\n` };
}
