import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeShards } from "../../src/ci/merge-shards.js";
import { FORMATS, renderOutputs } from "../../src/ci/outputs.js";
import type { CheckResult, RegressCheckOptions } from "../../src/ci/types.js";
import { shardOf } from "../../src/regress/plan.js";
import { checkAgainst } from "../support/check.js";
import { configFile, fixtureFiles, packBytes, Repository } from "../support/repository.js";

type Options = Partial<RegressCheckOptions>;

const shardsOf = (repo: Repository, base: string | null, count: number, options: Options): Promise<CheckResult[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => checkAgainst(repo, base, { ...options, shard: { index: at + 1, count } })));

/** What becomes of a fixture between base and head. */
const FATES = ["same", "drift", "removed", "added", "relaxed", "emptied", "rebaselined", "missing", "invalid", "risk"] as const;
type Fate = (typeof FATES)[number];

interface Scene {
  readonly fates: readonly Fate[];
  readonly failOn: RegressCheckOptions["failOn"];
  readonly count: number;
  readonly hasCandidates: boolean;
}

/** Fixtures with times of their own, so that the run's time tells whose was taken. */
function stage({ fates, hasCandidates }: Scene) {
  const repo = new Repository();
  const calls = ["crm.lookup(1)", "mail.send(2)"];
  const names = fates.map((_, n) => `f${n}`);
  const createdAt = (n: number) => `2026-03-01T10:00:${String(n).padStart(2, "0")}Z`;
  const having = (...wanted: Fate[]) => names.filter((_, n) => wanted.includes(fates[n]!));
  const isNot = (unwanted: Fate) => names.filter((_, n) => fates[n] !== unwanted);
  for (const [n, name] of names.entries()) repo.write(fixtureFiles(name, calls, { createdAt: createdAt(n) }));
  const base = repo.commit(configFile(isNot("added")));
  for (const [n, name] of names.entries()) {
    const options = { createdAt: createdAt(n) };
    const fate = fates[n];
    if (fate === "relaxed") repo.write(fixtureFiles(name, calls, { ...options, metadata: { diff_allow_changed_files: ["x"] } }));
    if (fate === "emptied") repo.write(fixtureFiles(name, calls, { ...options, metadata: { expected_tool_sequence: [] } }));
    if (fate === "rebaselined") repo.write(fixtureFiles(name, ["crm.lookup(7)"], options));
    if (fate === "missing") repo.write({ [`fixtures/${name}/runpack.zip`]: null });
    if (fate === "invalid") repo.write({ [`fixtures/${name}/fixture.json`]: "{" });
  }
  repo.write(configFile(isNot("removed")));
  if (hasCandidates) {
    repo.write({ "out/none.txt": "" });
    for (const name of having("drift")) repo.write({ [`out/${name}.zip`]: packBytes(["other"], { runId: `run_${name}` }) });
    for (const name of having("risk")) repo.write({ [`out/${name}.zip`]: packBytes([...calls, "db.drop"], { runId: `run_${name}` }) });
  }
  return { repo, base };
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  fates: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 9 }).filter((fates) => fates.some((fate) => fate !== "removed")),
  failOn: fc.subarray(["drift", "removed-coverage", "relaxed", "risk-increase"] as const),
  count: fc.integer({ min: 1, max: 5 }),
  hasCandidates: fc.boolean(),
});

it("joined shards are, byte for byte, what one run gives", async () => {
  await fc.assert(
    fc.asyncProperty(scenes, async (scene) => {
      const { repo, base } = stage(scene);
      const options: Options = { failOn: scene.failOn, ...(scene.hasCandidates && { candidates: "out" }) };
      const whole = await checkAgainst(repo, base, options);
      const shards = await shardsOf(repo, base, scene.count, options);
      const merged = mergeShards(shards.toReversed());
      expect({ ...merged, warnings: whole.warnings }).toEqual(whole);
      expect(renderOutputs(merged, FORMATS)).toEqual(renderOutputs(whole, FORMATS));
    }),
    { numRuns: 25 },
  );
});

describe("shards that are not those of one run", () => {
  async function split(count = 3) {
    const repo = new Repository();
    const names = ["a", "b", "c", "d", "e"];
    const base = repo.commit({ ...Object.assign({}, ...names.map((name) => fixtureFiles(name, ["x"]))), ...configFile(names) });
    return { repo, base, shards: await shardsOf(repo, base, count, {}) };
  }
  const change = (shard: CheckResult, report: object): CheckResult => ({ ...shard, report: { ...shard.report, ...report } });

  it("none", () => expect(() => mergeShards([])).toThrow("cannot merge the shards: there are none"));

  it("a missing one is an error, never a pass", async () => {
    const { shards } = await split();
    expect(() => mergeShards([shards[0]!, shards[2]!])).toThrow(expect.objectContaining({ code: "shard_missing", exitCode: 6 }));
    expect(() => mergeShards([shards[2]!])).toThrow("cannot merge the shards: missing 1/3, 2/3");
  });

  it("one given twice", async () => {
    const { shards } = await split();
    expect(() => mergeShards([...shards, shards[1]!])).toThrow("cannot merge the shards: 4 reports for 3 shards");
    expect(() => mergeShards([shards[0]!, shards[1]!, shards[1]!])).toThrow("cannot merge the shards: missing 3/3");
  });

  it("a report that is of no shard", async () => {
    const { repo, base } = await split();
    expect(() => mergeShards([])).toThrow();
    await expect(checkAgainst(repo, base).then((whole) => mergeShards([whole]))).rejects.toThrow(
      "cannot merge the shards: a report is not of a shard",
    );
  });

  it.each([
    ["the commit", { head_sha: "1".repeat(40) }],
    ["the base commit", { base_sha: "1".repeat(40) }],
    ["the version of the engine", { producer_version: "9.9.9" }],
    ["what is said of the base commit", { base_note: "x" }],
    ["the projects", { projects: [] }],
  ])("another: %s", async (what, report) => {
    const { shards } = await split();
    expect(() => mergeShards([shards[0]!, change(shards[1]!, report), shards[2]!])).toThrow(
      `cannot merge the shards: shard 2 and shard 1 differ in ${what}`,
    );
  });

  it("another config", async () => {
    const { shards } = await split();
    const projects = shards[1]!.report.projects.map((project) => ({ ...project, config_digest: "1".repeat(64) }));
    expect(() => mergeShards([shards[0]!, change(shards[1]!, { projects }), shards[2]!])).toThrow("differ in the config of .");
  });

  it("a fixture that belongs to another shard", async () => {
    const { shards } = await split();
    const stranger = shards.flatMap(({ report }) => report.projects[0]!.fixtures).find(({ name }) => shardOf(name, 3) !== 1)!;
    const projects = shards[0]!.report.projects.map((project) => ({ ...project, fixtures: [...project.fixtures, stranger] }));
    expect(() => mergeShards([change(shards[0]!, { projects }), shards[1]!, shards[2]!])).toThrow(
      `fixture ${stranger.name} is not of shard 1`,
    );
  });

  it("a shard without its result file", async () => {
    const { shards } = await split();
    expect(() => mergeShards([shards[0]!, { ...shards[1]!, regressFiles: [] }, shards[2]!])).toThrow("shard 2 has no result of .");
  });

  it("a result file of another run", async () => {
    const { shards } = await split(2);
    expect(() => mergeShards([{ ...shards[0]!, regressFiles: shards[1]!.regressFiles }, shards[1]!])).toThrow(
      "the results of . are not those of the reports",
    );
  });
});
