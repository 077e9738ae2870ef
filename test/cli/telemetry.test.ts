import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Shell } from "../../src/cli/command.js";
import { commandLabel, withTelemetry } from "../../src/cli/telemetry.js";
import type { Host } from "../../src/format/host.js";
import { fromDate } from "../../src/format/time.js";
import { failingFs, testHost } from "../support/host.js";
import { get, quietShell } from "./gait.js";

/** A clock that starts at 10:00:00 and goes on by 250 ms whenever it is read. */
function ticking(): () => string {
  let reads = 0;
  return () => fromDate(new Date(Date.UTC(2026, 2, 1, 10) + 250 * reads++));
}

interface Told {
  readonly host: Host;
  readonly warnings: string[];
  readonly exitCode: number;
}

async function run(env: Record<string, string>, words: string[], exitCode: number, overrides: Partial<Host> = {}): Promise<Told> {
  const host = testHost({ env, now: ticking(), ...overrides });
  const warnings: string[] = [];
  const shell: Shell = { ...quietShell(host), warn: (line) => warnings.push(line) };
  const result = await withTelemetry(words, shell, async () => ({ exitCode, stdout: "out" }));
  expect(result).toEqual({ exitCode, stdout: "out" });
  return { host, warnings, exitCode: result.exitCode };
}

describe("what a command line is called (spec 50 §5.1)", () => {
  test.each([
    [[], "version"],
    [[""], "unknown"],
    [["--help"], "help"],
    [["-h", "x"], "help"],
    [["-v"], "version"],
    [["--explain"], "explain"],
    [[" verify", "x"], "verify"],
    [["verify", "chain"], "verify"],
    [["run", " inspect ", "secret"], "run inspect"],
    [["run", "--json"], "run"],
    [["job", "checkpoint", "add"], "job checkpoint"],
    [["migrate", "x"], "migrate"],
    [["bogus", "x"], "bogus"],
    [["constructor"], "constructor"],
  ])("%j is %s", (words, label) => {
    expect(commandLabel(words)).toBe(label);
  });
});

describe("the adoption log (spec 50 §5.2)", () => {
  test("one line per command, in its order", async () => {
    const { host } = await run({ GAIT_ADOPTION_LOG: " logs/a.jsonl ", GAIT_ADOPTION_WORKFLOW: " nightly " }, ["demo"], 0);
    expect(get(host, "logs/a.jsonl").toString()).toBe(
      '{"schema_id":"gait.scout.adoption_event","schema_version":"1.0.0","created_at":"2026-03-01T10:00:00.25Z","producer_version":"0.0.0-dev",' +
        '"command":"demo","workflow_id":"nightly","success":true,"exit_code":0,"elapsed_ms":250,"milestones":["A1"],"environment":{"os":"linux","arch":"amd64"}}\n',
    );
    expect(existsSync(path.join(host.cwd, "logs/a.jsonl.lock"))).toBe(false);
  });

  test.each([
    [["verify", "x"], 0, ["A2"]],
    [["regress", "init"], 0, ["A3"]],
    [["regress", "run"], 0, ["A4"]],
    [["regress", "run"], 5, undefined],
    [["run", "record"], 0, undefined],
  ])("%j with exit %i reaches %j", async (words, exitCode, milestones) => {
    const { host } = await run({ GAIT_ADOPTION_LOG: "a.jsonl" }, words, exitCode);
    const event = JSON.parse(get(host, "a.jsonl").toString());
    expect([event.milestones, event.success, event.exit_code]).toEqual([milestones, exitCode === 0, exitCode]);
  });
});

test("the operational log has a start and an end (spec 50 §5.3)", async () => {
  const { host } = await run({ GAIT_OPERATIONAL_LOG: "o.jsonl" }, ["version", "--json"], 5);
  const [start, end] = get(host, "o.jsonl")
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(Object.keys(start)).toEqual([
    "schema_id",
    "schema_version",
    "created_at",
    "producer_version",
    "correlation_id",
    "command",
    "phase",
    "exit_code",
    "error_category",
    "retryable",
    "elapsed_ms",
    "environment",
  ]);
  expect(start).toMatchObject({
    phase: "start",
    exit_code: 0,
    error_category: "none",
    elapsed_ms: 0,
    correlation_id: "e817da1ea5bc1c4b0c6da48f",
  });
  expect(end).toMatchObject({ phase: "end", exit_code: 5, error_category: "internal_failure", retryable: false, elapsed_ms: 250 });
});

describe("what cannot be written changes nothing (spec 50 §5)", () => {
  test("it is a warning on stderr and a count in the health snapshot", async () => {
    const env = { GAIT_ADOPTION_LOG: "../a.jsonl", GAIT_OPERATIONAL_LOG: "o.jsonl", GAIT_TELEMETRY_HEALTH_PATH: "h.json" };
    const { host, warnings } = await run(env, ["demo"], 0);
    expect(warnings).toEqual(["gait warning: telemetry stream=adoption write failed: path must be local relative or absolute: ../a.jsonl"]);
    expect(JSON.parse(get(host, "h.json").toString())).toEqual({
      schema_id: "gait.scout.telemetry_health",
      schema_version: "1.0.0",
      created_at: expect.any(String),
      producer_version: "0.0.0-dev",
      streams: {
        adoption: { attempts: 1, success: 0, failed: 1 },
        operational_end: { attempts: 1, success: 1, failed: 0 },
        operational_start: { attempts: 1, success: 1, failed: 0 },
      },
    });
  });

  test("the warning can be turned off", async () => {
    expect((await run({ GAIT_ADOPTION_LOG: "../a", GAIT_TELEMETRY_WARN: " OFF " }, ["demo"], 0)).warnings).toEqual([]);
  });

  test("the folder of the health snapshot is not created", async () => {
    const { warnings } = await run({ GAIT_ADOPTION_LOG: "a", GAIT_TELEMETRY_HEALTH_PATH: "gone/h.json" }, ["demo"], 0);
    expect(warnings).toEqual([expect.stringMatching(/^gait warning: telemetry stream=telemetry_health write failed: .*no such file/)]);
  });

  test("a full disk", async () => {
    const { warnings } = await run({ GAIT_ADOPTION_LOG: "a" }, ["demo"], 3, { fs: failingFs("fsyncSync", "ENOSPC") });
    expect(warnings).toEqual(["gait warning: telemetry stream=adoption write failed: append a: no space left on device"]);
  });
});

test("without any of the variables nothing is written", async () => {
  const { host } = await run({ GAIT_ADOPTION_LOG: " " }, ["demo"], 0, { fs: failingFs("openSync", "EIO") });
  expect(existsSync(path.join(host.cwd, "a.jsonl"))).toBe(false);
});
