#!/usr/bin/env node
/**
 * Makes a project with many fixtures for the benchmark: `node scripts/bench/make-fixtures.mjs FOLDER [COUNT]`.
 *
 * Every fixture has a recorded run of a few calls and a candidate recorded later (another run id and time, the same calls), so that a
 * run has two archives to read and something to compare. Written here by hand, so that the benchmark measures nothing of itself.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync } from "node:zlib";

const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** Canonical enough: keys sorted, plain ASCII, whole numbers. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
};

/** A plain zip: local entries, central directory, end record. */
function zip(files) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(0x00210000, 6);
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from("PK\x03\x04", "latin1"), header, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), header, tail, Buffer.from(name));
    offset += 4 + header.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const TOOLS = ["crm.lookup", "mail.draft", "tool.read", "tool.write", "db.query"];

/** A runpack of `calls` calls. `seed` decides what was called, run id and time only who recorded it and when. */
function runpack({ runId, createdAt, seed, calls }) {
  const header = (schema) => ({
    schema_id: `gait.runpack.${schema}`,
    schema_version: "1.0.0",
    created_at: createdAt,
    producer_version: "0.0.0-dev",
    run_id: runId,
  });
  const lines = (count, make) => Array.from({ length: count }, (_, i) => `${canonical(make(i))}\n`).join("");
  const files = {
    "run.json": canonical({
      ...header("run"),
      env: { os: "linux", arch: "amd64", runtime: "python3.13" },
      timeline: Array.from({ length: calls }, (_, i) => ({ event: "tool_call", ts: createdAt, ref: `intent_${i}` })),
    }),
    "intents.jsonl": lines(calls, (i) => ({
      ...header("intent"),
      intent_id: `intent_${i}`,
      tool_name: TOOLS[(seed + i) % TOOLS.length],
      args_digest: sha256(`args ${seed} ${i}`),
    })),
    "results.jsonl": lines(calls, (i) => ({
      ...header("result"),
      intent_id: `intent_${i}`,
      status: "ok",
      result_digest: sha256(`result ${seed} ${i}`),
    })),
    "refs.json": canonical({
      ...header("refs"),
      context_ref_count: 2,
      receipts: Array.from({ length: 2 }, (_, i) => ({
        ref_id: `ref_${i}`,
        source_type: "doc",
        source_locator: `handbook/${seed}/${i}`,
        query_digest: sha256(`query ${seed} ${i}`),
        content_digest: sha256(`content ${seed} ${i}`),
        retrieved_at: "2026-03-01T09:00:00Z",
        redaction_mode: "reference",
        immutability: "immutable",
      })),
    }),
  };
  const manifest = {
    ...header("manifest"),
    capture_mode: "reference",
    files: Object.keys(files)
      .sort()
      .map((name) => ({ path: name, sha256: sha256(files[name]) })),
    manifest_digest: "",
  };
  manifest.manifest_digest = sha256(canonical(manifest));
  const tools = Array.from({ length: calls }, (_, i) => TOOLS[(seed + i) % TOOLS.length]);
  return { bytes: zip({ ...files, "manifest.json": canonical(manifest) }), tools };
}

/**
 * Writes `gait.yaml` and `fixtures/` into a folder.
 * @returns the paths of the recorded runpacks.
 */
export function makeFixtures(folder, count, calls = 12) {
  const names = Array.from({ length: count }, (_, i) => `fixture-${String(i).padStart(5, "0")}`);
  const packs = names.map((name, seed) => {
    const home = path.join(folder, "fixtures", name);
    mkdirSync(home, { recursive: true });
    const runId = `run_${seed}`;
    const recorded = runpack({ runId, createdAt: "2026-03-01T10:00:00Z", seed, calls });
    const candidate = runpack({ runId: `${runId}_candidate`, createdAt: "2026-03-02T11:30:00Z", seed, calls });
    writeFileSync(path.join(home, "runpack.zip"), recorded.bytes);
    writeFileSync(path.join(home, "candidate.zip"), candidate.bytes);
    const metadata = {
      schema_id: "gait.regress.fixture",
      schema_version: "1.0.0",
      name,
      run_id: runId,
      runpack: "runpack.zip",
      expected_replay_exit_code: 0,
      expected_tool_sequence: recorded.tools,
      expected_verdict_sequence: recorded.tools.map(() => "allow"),
      candidate_runpack: "candidate.zip",
    };
    writeFileSync(path.join(home, "fixture.json"), `${JSON.stringify(metadata, null, 2)}\n`);
    return path.join(home, "runpack.zip");
  });
  const config = {
    schema_id: "gait.regress.config",
    schema_version: "1.0.0",
    fixture_set: "default",
    fixtures: names.map((name, seed) => ({ name, run_id: `run_${seed}`, runpack: `fixtures/${name}/runpack.zip` })),
  };
  writeFileSync(path.join(folder, "gait.yaml"), `${JSON.stringify(config, null, 2)}\n`);
  return packs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = "500"] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(count)) {
    process.stderr.write("usage: make-fixtures.mjs FOLDER [COUNT]\n");
    process.exit(6);
  }
  makeFixtures(folder, Number(count));
}
