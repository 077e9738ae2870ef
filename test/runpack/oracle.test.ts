/** The same inputs through this engine and the reference: the same archives, the same words. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/main.js";
import type { Host } from "../../src/format/host.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { encodePrivateKey, encodePublicKey, privateKeyFromSeed } from "../../src/format/keys.js";
import { testHost } from "../support/host.js";
import { askOracle, hasOracle, type OracleAnswer } from "../support/oracle.js";
import { envelopeText, freeValue, recordInputText, stringText } from "./arbitrary.js";
import { edited, filesOf, packOf, resealed } from "./support.js";

/** Fixed, so that a run can be repeated; give another one to search further. */
const SEED = Number(process.env.GAIT_TEST_SEED ?? 10);
const KEY = privateKeyFromSeed(new Uint8Array(32).fill(7));
const OTHER_KEY = privateKeyFromSeed(new Uint8Array(32).fill(8));

/** Prose is ours, and so is what may be done next. */
const OWN_WORDS = new Set(["error", "hint", "signature_note", "next_commands"]);

/** What a parser complains of is said in its own words. */
const sameWords = (theirs: Json | undefined, ours: Json | undefined): boolean => {
  const plain = (word: Json | undefined) => (typeof word === "string" ? word.replace(/(parse context envelope: ).*/s, "$1") : word);
  return plain(theirs) === plain(ours);
};

/** What the reference says and we don't. */
function missing(theirs: Json | undefined, ours: Json | undefined, at = ""): string[] {
  if (typeof theirs !== "object" || theirs === null) {
    return sameWords(theirs, ours) ? [] : [`${at}: ${JSON.stringify(theirs)} became ${JSON.stringify(ours)}`];
  }
  if (Array.isArray(theirs)) {
    const list = Array.isArray(ours) ? ours : [];
    const length = theirs.length === list.length ? [] : [`${at}: ${theirs.length} items became ${list.length}`];
    return [...length, ...theirs.flatMap((item, i) => missing(item, list[i], `${at}/${i}`))];
  }
  const found = typeof ours === "object" && ours !== null && !Array.isArray(ours) ? ours : {};
  return Object.keys(theirs)
    .filter((key) => !OWN_WORDS.has(key))
    .flatMap((key) => missing(theirs[key], found[key], `${at}/${key}`));
}

async function askOurs(host: Host, words: readonly string[]): Promise<OracleAnswer> {
  const shell = { host, color: false, progress: () => {}, warn: () => {} };
  const { exitCode, stdout } = await runCli([...words, "--json"], shell);
  return { exitCode, json: JSON.parse(stdout) as JsonObject };
}

/** Content of files as latin1 text, undefined where there is none; the files are gone afterwards. */
const take = (host: Host, names: readonly string[]): (string | undefined)[] =>
  names.map((name) => {
    const file = path.join(host.cwd, name);
    const content = existsSync(file) ? readFileSync(file, "latin1") : undefined;
    rmSync(file, { force: true });
    return content;
  });

/** One command through both; what they say and write must agree. */
async function compare(host: Host, words: readonly string[], outputs: readonly string[] = []): Promise<OracleAnswer> {
  const theirs = askOracle(host.cwd, host.home, ...words);
  const theirFiles = take(host, outputs);
  const ours = await askOurs(host, words);
  expect({ words, exit: ours.exitCode, missing: missing(theirs.json, ours.json) }).toEqual({ words, exit: theirs.exitCode, missing: [] });
  expect(take(host, outputs)).toEqual(theirFiles);
  return theirs;
}

function workshop(): Host {
  const host = testHost();
  writeFileSync(path.join(host.cwd, "a.key"), encodePrivateKey(KEY));
  writeFileSync(path.join(host.cwd, "a.pub"), encodePublicKey(KEY.publicKey));
  writeFileSync(path.join(host.cwd, "b.pub"), encodePublicKey(OTHER_KEY.publicKey));
  return host;
}

const put = (host: Host, name: string, content: string): void => writeFileSync(path.join(host.cwd, name), content);
const RUNPACKS = ["run_a", "run_b", "run.c", "läuft", "RUN_D", "b"].map((id) => `gait-out/runpack_${id}.zip`);
const check = <T extends unknown[]>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> =>
  fc.assert(property, { numRuns, seed: SEED, verbose: 1, endOnFailure: true });

describe.skipIf(!hasOracle)(`beside the reference, seed ${SEED}`, () => {
  test("run record: the same archive and the same words, signed or not", async () => {
    const host = workshop();
    let recorded = 0;
    const flags = fc.constantFrom<string[]>([], ["--private-key", "a.key"], ["--capture-mode", "raw"], ["--run-id", " run_b "]);
    await check(
      fc.asyncProperty(recordInputText, flags, async (input, more) => {
        put(host, "in.json", input);
        const { exitCode } = await compare(host, ["run", "record", "in.json", ...more], RUNPACKS);
        if (exitCode === 0) recorded++;
      }),
      300,
    );
    // Most random inputs must be accepted, or the comparison compares refusals.
    expect(recorded).toBeGreaterThan(90);
  }, 60_000);

  test("context envelopes: taken or ignored alike", async () => {
    const host = workshop();
    put(host, "in.json", '{"run":{"run_id":"run_a","created_at":"2026-01-01T00:00:00Z","env":{"os":"a","arch":"b","runtime":"c"}}}');
    const flags = fc.subarray([["--context-evidence-mode", "required"], ["--unsafe-context-raw"]]);
    await check(
      fc.asyncProperty(envelopeText, flags, async (envelope, more) => {
        put(host, "e.json", envelope);
        await compare(host, ["run", "record", "in.json", "--context-envelope", "e.json", ...more.flat()], RUNPACKS);
      }),
      150,
    );
  }, 60_000);

  test("whatever was recorded reads, verifies, replays, reduces and compares alike", async () => {
    const host = workshop();
    mkdirSync(path.join(host.cwd, "packs"));
    const packs: string[] = [];
    for (const [n, input] of fc.sample(recordInputText, { numRuns: 120, seed: SEED }).entries()) {
      put(host, "in.json", input);
      const signing = n % 3 === 0 ? ["--private-key", "a.key"] : [];
      const { exitCode, json } = askOracle(host.cwd, host.home, "run", "record", "in.json", ...signing);
      if (exitCode !== 0) continue;
      const pack = `packs/${n}.zip`;
      writeFileSync(path.join(host.cwd, pack), readFileSync(path.join(host.cwd, String(json.bundle))));
      packs.push(pack);
    }
    expect(packs.length).toBeGreaterThan(30);
    for (const [n, pack] of packs.slice(0, 40).entries()) {
      await compare(host, ["verify", pack, "--public-key", n % 2 === 0 ? "a.pub" : "b.pub"]);
      await compare(host, ["run", "inspect", pack]);
      await compare(host, ["run", "replay", pack]);
      await compare(host, ["run", "receipt", pack]);
      await compare(host, ["migrate", pack, "--out", "m.zip"], ["m.zip"]);
      for (const predicate of ["missing_result", "non_ok_status"]) {
        await compare(host, ["run", "reduce", pack, "--predicate", predicate, "--out", "r.zip"], ["r.zip", "r.zip.reduce_report.json"]);
      }
      const other = packs[(n * 7 + 1) % packs.length]!;
      await compare(host, ["run", "diff", pack, other]);
      await compare(host, ["run", "diff", pack, pack, "--privacy", "metadata", "--output", "d.json"], ["d.json"]);
    }
  }, 60_000);

  test("files that were edited get the same verdict", async () => {
    const host = workshop();
    const sound = packOf([{ id: "i", status: "ok", result: { verdict: "allow" } }], { signed: true, receipts: [{ ref_id: "r" }] });
    const files = filesOf(sound);
    const names = fc.constantFrom(...Object.keys(files).filter((name) => name.endsWith(".json")));
    const edit = names.chain((name) => {
      const fields = Object.keys(JSON.parse(files[name]!) as JsonObject);
      const spelled = fields.flatMap((field) => [field, field.toUpperCase()]);
      // Half a surrogate pair is refused by both, in words of their own.
      const value = fc.oneof(stringText, freeValue).filter((text) => !/\\ud800|\\udc00/.test(text));
      return fc.tuple(fc.constant(name), fc.constantFrom(...spelled, "extra"), value, fc.boolean(), fc.boolean());
    });
    await check(
      fc.asyncProperty(edit, async ([name, field, value, replaces, reseals]) => {
        const members = Object.entries(JSON.parse(files[name]!) as JsonObject).filter(([key]) => !(replaces && key === field));
        const kept = members.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`);
        const text = `{${[...kept, `${JSON.stringify(field)}:${value}`].join(",")}}`;
        const bytes = reseals && name !== "manifest.json" ? resealed(sound, { [name]: text }) : edited(sound, { [name]: text });
        writeFileSync(path.join(host.cwd, "e.zip"), bytes);
        await compare(host, ["verify", "e.zip", "--public-key", "a.pub"]);
        await compare(host, ["run", "inspect", "./e.zip"]);
        await compare(host, ["run", "replay", "e.zip"]);
      }),
      100,
    );
  }, 60_000);

  test("signatures hold in both directions and the wrong key is refused by both", async () => {
    const host = workshop();
    put(host, "in.json", '{"run":{"run_id":"run_a","created_at":"2026-01-01T00:00:00Z"}}');
    for (const record of [askOurs, async (_host: Host, words: string[]) => askOracle(host.cwd, host.home, ...words)]) {
      expect((await record(host, ["run", "record", "in.json", "--private-key", "a.key"])).exitCode).toBe(0);
      expect((await compare(host, ["verify", "run_a", "--public-key", "a.pub", "--profile", "strict"])).exitCode).toBe(0);
      expect((await compare(host, ["verify", "run_a", "--public-key", "b.pub"])).exitCode).toBe(2);
    }
  });
});
