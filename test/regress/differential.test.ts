/**
 * The reference and ours on the same generated projects: the bytes of the result file and of JUnit, exit codes, what `init` writes.
 * Where we are different on purpose the cases say so and are compared no further.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/format/canonical.js";
import { GaitError } from "../../src/format/errors.js";
import type { JsonObject } from "../../src/format/json.js";
import { createNodeHost } from "../../src/host/node-host.js";
import { importFixture } from "../../src/regress/import.js";
import { writeRegressFiles } from "../../src/regress/result-files.js";
import { runRegress } from "../../src/regress/run.js";
import { intentShape, receiptShape, refsShape, resultShape, runShape } from "../../src/runpack/records.js";
import { buildRunpack, type RunpackInput } from "../../src/runpack/write.js";
import { temporaryFolder } from "../support/host.js";
import { repositoryRoot } from "../support/tools.js";

const program = path.resolve(repositoryRoot, "..", "shared", "oracle", "gait");
const hasOracle = process.platform === "linux" && process.arch === "x64" && fs.existsSync(program);

const host = (cwd: string) => createNodeHost({ cwd, home: path.join(cwd, "home"), env: {}, producerVersion: "0.0.0-dev" });

/** Exit code and files of the reference. */
function askReference(cwd: string, ...words: string[]): number {
  const { status, error } = spawnSync(program, words, { cwd, env: { HOME: path.join(cwd, "home") }, encoding: "utf8" });
  if (error) throw error;
  return status ?? -1;
}

const exitOf = async (action: () => Promise<number>): Promise<number> => {
  try {
    return await action();
  } catch (error) {
    if (error instanceof GaitError) return error.exitCode;
    throw error;
  }
};

const TOOLS = [
  "tool.read",
  "tool.write",
  "http.get",
  "FILE_x",
  "db",
  " padded ",
  "",
  "Kafka",
  "naïve",
  "a/b<&>\"'",
  "line\nbreak",
  "\u2028x",
  "\u0001",
];
const STATUSES = [
  "ok",
  "error",
  "blocked",
  "denied",
  "needs_approval",
  "dry-run",
  "simulated",
  "PASS",
  " ok ",
  "allow",
  "stubbed",
  "",
  "require-approval",
];
const VERDICTS = [
  "allow",
  "Deny",
  "needs approval",
  "dry\trun",
  "maybe",
  "",
  "simulate",
  null,
  true,
  3,
  ["allow"],
  { a: "b" },
  "needsApproval",
  "failed",
];
const TIMES = [
  "2026-03-01T10:00:00Z",
  "2026-03-01T10:00:00.12Z",
  "2026-03-01T12:30:00+02:00",
  "2026-03-01T10:00:00.123456789Z",
  "0001-01-01T00:00:00Z",
];

interface CallSketch {
  readonly id: number;
  readonly tool: string;
  readonly status: string;
  readonly hasResult: boolean;
  readonly verdict: JsonObject["x"] | undefined;
  readonly args: number;
}

interface RunSketch {
  readonly runId: string;
  readonly createdAt: string;
  readonly raw: boolean;
  readonly calls: readonly CallSketch[];
  readonly digest: string;
  readonly receipts: readonly { readonly id: string; readonly source: string; readonly at: string }[];
}

const call: fc.Arbitrary<CallSketch> = fc.record({
  id: fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 10, max: 99 }) }, { weight: 1, arbitrary: fc.constant(1) }),
  tool: fc.constantFrom(...TOOLS),
  status: fc.constantFrom(...STATUSES),
  hasResult: fc.oneof({ weight: 12, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  verdict: fc.option(fc.constantFrom<JsonObject["x"]>(...(VERDICTS as JsonObject["x"][])), { nil: undefined }),
  args: fc.integer({ min: 0, max: 2 }),
});

const receipt = fc.record({
  id: fc.constantFrom("r1", "r2", "R3"),
  source: fc.constantFrom("doc", "web"),
  at: fc.constantFrom("2026-03-01T09:00:00Z", "2026-04-01T09:00:00Z", "0001-01-01T00:00:00Z"),
});

/** Run ids and times of one sketch are one: that of the candidate is the baseline's, but where a test is about that. */
const run: fc.Arbitrary<RunSketch> = fc.record({
  runId: fc.constantFrom("run_a", "run.b", "Run Déjà", "run_ü"),
  createdAt: fc.constantFrom(...TIMES.slice(0, 4)),
  raw: fc.boolean(),
  calls: fc.array(call, { maxLength: 5 }),
  digest: fc.constantFrom("", "", "a".repeat(64), "B".repeat(64)),
  receipts: fc.uniqueArray(receipt, { maxLength: 2, selector: ({ id }) => id }),
});

/** A run that drifted from another: a few calls changed, dropped or added. */
const drifted = (from: RunSketch): fc.Arbitrary<RunSketch> =>
  fc
    .record({
      drop: fc.integer({ min: -1, max: 5 }),
      change: fc.integer({ min: -1, max: 5 }),
      extra: fc.array(call, { maxLength: 1 }),
      other: call,
      raw: fc.boolean(),
      digest: fc.constantFrom(from.digest, from.digest, "", "c".repeat(64)),
      receipts: fc.oneof(
        fc.constant(from.receipts),
        fc.constant(from.receipts.map((one) => ({ ...one, at: "2026-05-01T00:00:00Z" }))),
        fc.constant([]),
      ),
    })
    .map(({ drop, change, extra, other, raw, digest, receipts }) => ({
      ...from,
      raw: raw && from.raw,
      digest,
      receipts,
      calls: [
        ...from.calls
          .filter((_, i) => i !== drop)
          .map((one, i) => (i === change ? { ...one, tool: other.tool, status: other.status } : one)),
        ...extra,
      ],
    }));

function inputOf(sketch: RunSketch): RunpackInput {
  return {
    run: {
      ...runShape.zero(),
      run_id: sketch.runId,
      created_at: sketch.createdAt,
      producer_version: "1.2.3",
      env: { os: "linux", arch: "amd64", runtime: "go" },
      timeline: [],
    },
    intents: sketch.calls.map(({ id, tool, args }) => ({
      ...intentShape.zero(),
      intent_id: `intent_${id}`,
      tool_name: tool,
      args_digest: sha256Hex(`args ${args}`),
    })),
    results: sketch.calls
      .filter(({ hasResult }) => hasResult)
      .map(({ id, status, verdict, args }) => ({
        ...resultShape.zero(),
        intent_id: `intent_${id}`,
        status,
        result_digest: verdict === undefined ? sha256Hex(`result ${args}`) : "",
        result: verdict === undefined ? null : { verdict },
      })),
    refs: {
      ...refsShape.zero(),
      context_set_digest: sketch.digest,
      context_evidence_mode: "best_effort",
      receipts: sketch.receipts.map(({ id, source, at }) => ({
        ...receiptShape.zero(),
        ref_id: id,
        source_type: source,
        source_locator: "x",
        query_digest: sha256Hex("q"),
        content_digest: sha256Hex("c"),
        retrieved_at: at,
        redaction_mode: "reference",
      })),
    },
    captureMode: sketch.raw ? "raw" : "reference",
  };
}

const bytesOf = (sketch: RunSketch): Uint8Array => buildRunpack(createNodeHost({ env: {} }), inputOf(sketch)).bytes;

/** Names that sort oddly or break what they are put into; a config may hold any. */
const NAMES = [
  "a",
  "a-b",
  "a.b",
  "a_b",
  "b0",
  "Z",
  "é",
  "\u{1f600}",
  "\uff5e",
  "x<&>\"'\t/é\u2028 y",
  "/",
  "a/",
  "]]>",
  "\u0001\u007f",
  " a",
];

/** Its folder: the name, where it can be one. */
const folderOf = (name: string): string => (/^[a-z0-9._-]+$/.test(name) ? name : sha256Hex(name).slice(0, 8));

interface FixtureSketch {
  readonly name: string;
  readonly baseline: RunSketch;
  readonly candidate: RunSketch | null;
  readonly settings: JsonObject;
}

const settings: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      expected_replay_exit_code: fc.constantFrom(0, 2),
      diff_allow_changed_files: fc.subarray(["intents.jsonl", "results.jsonl", "refs.json", " manifest.json ", "", "*.jsonl"]),
      context_conformance: fc.constantFrom("", "required", " None "),
      allow_context_runtime_drift: fc.boolean(),
      expected_context_set_digest: fc.constantFrom("", "a".repeat(64), "A".repeat(64), "f".repeat(64)),
      expected_tool_sequence: fc.subarray(["tool.read", "tool.write", " ", "db"]),
      expected_verdict_sequence: fc.subarray(["allow", "OK", "Denied", "needs approval"]),
      unknown: fc.constant(1),
    },
    { requiredKeys: [] },
  )
  .map((fields) => fields as JsonObject);

/** Most fixtures are as `init` leaves them. */
const someSettings: fc.Arbitrary<JsonObject> = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: settings });

const fixture: fc.Arbitrary<FixtureSketch> = fc
  .record({ name: fc.constantFrom(...NAMES), baseline: run, settings: someSettings, compared: fc.boolean() })
  .chain(({ name, baseline, settings: fields, compared }) =>
    (compared ? drifted(baseline) : fc.constant(null)).map((candidate) => ({ name, baseline, candidate, settings: fields })),
  );

interface ProjectSketch {
  readonly fixtures: readonly FixtureSketch[];
  readonly set: string;
  readonly flags: { readonly context: boolean; readonly runtime: boolean };
}

const project: fc.Arbitrary<ProjectSketch> = fc.record({
  fixtures: fc.uniqueArray(fixture, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
  set: fc.constantFrom("default", "nightly", "s<&>\"'\né\u2028\u0001", " "),
  flags: fc.record({ context: fc.boolean(), runtime: fc.boolean() }),
});

function writeProject(cwd: string, { fixtures, set }: ProjectSketch): void {
  for (const { name, baseline, candidate, settings: fields } of fixtures) {
    const home = path.join(cwd, "fixtures", folderOf(name));
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, "runpack.zip"), bytesOf(baseline));
    if (candidate) fs.writeFileSync(path.join(home, "candidate.zip"), bytesOf(candidate));
    const metadata = {
      name,
      run_id: baseline.runId,
      runpack: "runpack.zip",
      expected_tool_sequence: baseline.calls.map(({ tool }) => tool),
      ...(candidate && { candidate_runpack: "candidate.zip" }),
      ...fields,
    };
    fs.writeFileSync(path.join(home, "fixture.json"), JSON.stringify(metadata));
  }
  const entries = fixtures.map(({ name }) => ({ name, runpack: `fixtures/${folderOf(name)}/runpack.zip` }));
  fs.writeFileSync(path.join(cwd, "gait.yaml"), JSON.stringify({ fixture_set: set, fixtures: entries }));
}

const read = (file: string): string | null => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null);

describe.skipIf(!hasOracle)("regress run beside the reference", () => {
  it("gives the same result file, JUnit and exit code", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(project, async (sketch) => {
        const cwd = temporaryFolder();
        writeProject(cwd, sketch);
        const flags = [
          ...(sketch.flags.context ? ["--context-conformance"] : []),
          ...(sketch.flags.runtime ? ["--allow-context-runtime-drift"] : []),
        ];
        const theirs = askReference(cwd, "regress", "run", "--output", "theirs.json", "--junit", "theirs.xml", ...flags);
        const ours = await exitOf(async () => {
          const result = await runRegress(host(cwd), {
            config: "gait.yaml",
            contextConformance: sketch.flags.context,
            allowContextRuntimeDrift: sketch.flags.runtime,
          });
          writeRegressFiles(host(cwd), result.result, { output: "ours.json", junit: "ours.xml" });
          return result.exitCode;
        });
        expect(ours).toBe(theirs);
        // On purpose: what cannot be judged leaves files too (spec 40 §15 item 8).
        if (theirs === 6 || theirs === 2) return;
        expect(read(path.join(cwd, "ours.json"))).toBe(read(path.join(cwd, "theirs.json")));
        expect(read(path.join(cwd, "ours.xml"))).toBe(read(path.join(cwd, "theirs.xml")));
      }),
      { numRuns: 120 },
    );
  });

  it("differs on purpose in the context of another run (spec 40 §15 item 4)", async () => {
    const cwd = temporaryFolder();
    const baseline: RunSketch = { runId: "run_a", createdAt: TIMES[0]!, raw: false, calls: [], digest: "a".repeat(64), receipts: [] };
    const candidate = { ...baseline, runId: "run_later", createdAt: "2026-04-01T00:00:00Z" };
    const sketch = { name: "a", baseline, candidate, settings: { context_conformance: "required" } };
    writeProject(cwd, { fixtures: [sketch], set: "default", flags: { context: false, runtime: false } });
    expect(askReference(cwd, "regress", "run", "--output", "theirs.json")).toBe(5);
    expect(read(path.join(cwd, "theirs.json"))).toContain("context_semantic_drift");
    const ours = await runRegress(host(cwd), { config: "gait.yaml", contextConformance: false, allowContextRuntimeDrift: false });
    expect(ours.exitCode).toBe(0);
  });
});

describe.skipIf(!hasOracle)("regress init beside the reference", () => {
  it("writes the same fixture and config", { timeout: 120_000 }, async () => {
    const source = fc.record({
      run,
      name: fc.constantFrom("", "named", "Bad Name", "a-b", "-x"),
      existing: fc.option(fc.constantFrom("b", "other.one"), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(source, async (sketch) => {
        const folders = [temporaryFolder(), temporaryFolder()] as const;
        for (const cwd of folders) {
          fs.writeFileSync(path.join(cwd, "source.zip"), bytesOf(sketch.run));
          if (sketch.existing !== undefined) {
            writeProject(cwd, {
              fixtures: [{ name: sketch.existing, baseline: sketch.run, candidate: null, settings: {} }],
              set: "default",
              flags: { context: false, runtime: false },
            });
          }
        }
        const [theirs, ours] = folders;
        const reference = askReference(theirs, "regress", "init", "--from", "source.zip", "--name", sketch.name);
        const exit = await exitOf(async () => {
          await importFixture(host(ours), { from: "source.zip", name: sketch.name, checkpoint: undefined, merge: false, receipts: false });
          return 0;
        });
        expect(exit).toBe(reference);
        const snapshot = (cwd: string) =>
          Object.fromEntries(
            fs
              .readdirSync(cwd, { recursive: true, encoding: "utf8" })
              .filter((name) => fs.statSync(path.join(cwd, name)).isFile())
              .sort()
              .map((name) => [name, name.endsWith(".zip") ? sha256Hex(fs.readFileSync(path.join(cwd, name))) : read(path.join(cwd, name))]),
          );
        expect(snapshot(ours)).toEqual(snapshot(theirs));
      }),
      { numRuns: 40 },
    );
  });
});
