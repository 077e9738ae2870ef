import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../../src/format/host.js";
import { edited, packOf } from "../../runpack/support.js";
import { gait, get, KEY, keyedHost, put, putJson } from "../gait.js";

const RUN = { run_id: "run_r", created_at: "2026-03-04T05:06:07Z", env: { os: "a", arch: "b", runtime: "c" } };
const CALLS = [
  { id: "i", args: { path: "../x" }, tool: "file.write", status: "ok" },
  { id: "j", tool: "odd" },
];

function stocked(overrides: Partial<Host> = {}): Host {
  const host = keyedHost(overrides);
  putJson(host, "in.json", { run: RUN, extra: 1 });
  put(host, "raw.zip", packOf(CALLS));
  put(host, "other.zip", packOf(CALLS.slice(0, 1)));
  put(host, "tampered.zip", edited(packOf(CALLS), { "run.json": "{}" }));
  return host;
}

describe("gait run record", () => {
  test("JSON", async () => {
    const { exitCode, json } = await gait(stocked(), "run", "record", "in.json", "--out-dir", "out", "--private-key", "a.key", "--json");
    expect(exitCode).toBe(0);
    expect(json).toEqual({
      ok: true,
      run_id: "run_r",
      bundle: "./out/runpack_run_r.zip",
      manifest_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      signature_status: "signed",
      signature_key_id: KEY.publicKey.keyId,
      input_warnings: ["unknown field extra ignored"],
      ticket_footer: `GAIT run_id=run_r manifest=sha256:${json.manifest_digest} verify="gait verify run_r"`,
      correlation_id: expect.any(String),
    });
  });

  test("text", async () => {
    const { stdout } = await gait(stocked(), "run", "record", "--input", "in.json", "--capture-mode", "raw");
    expect(stdout.split("\n").map((line) => line.split("=")[0])).toEqual([
      "run_id",
      "bundle",
      "signature_status",
      "warnings",
      "input_warnings",
      "ticket_footer",
      "",
    ]);
  });

  test("an absolute folder stays as it is", async () => {
    const host = stocked();
    const { json } = await gait(host, "run", "record", "in.json", "--out-dir", path.join(host.cwd, "o"), "--json");
    expect(json.bundle).toBe(path.join(host.cwd, "o/runpack_run_r.zip"));
  });

  test.each([
    [[], "missing required --input <run_record.json>"],
    [["a", "b"], "unexpected positional arguments"],
    [["--input", "in.json", "b"], "unexpected positional arguments"],
  ])("%j", async (words, error) => {
    const answer = await gait(stocked(), "run", "record", "--json", ...words);
    expect(answer).toMatchObject({ exitCode: 6, json: { ok: false, error, error_code: "invalid_input" } });
  });

  test("failures in text are led by a short name", async () => {
    expect((await gait(stocked(), "run", "record")).stdout).toMatch(/^record error: missing required --input/);
  });
});

describe("gait run inspect", () => {
  test("JSON leaves out what is empty", async () => {
    const { json } = await gait(stocked(), "run", "inspect", "--from", "./raw.zip", "--json");
    expect(json).toMatchObject({
      ok: true,
      artifact_type: "runpack",
      run_id: "run_t",
      path: "./raw.zip",
      capture_mode: "raw",
      intents_total: 2,
      results_total: 1,
    });
    const [first, second] = json.entries as object[];
    expect(Object.keys(first!).sort()).toEqual(["args_digest", "created_at", "index", "intent_id", "result_digest", "status", "tool_name"]);
    expect(Object.keys(second!)).not.toContain("status");
    expect(json).not.toHaveProperty("unmatched_results");
  });

  test("text", async () => {
    expect((await gait(stocked(), "run", "inspect", "./raw.zip")).stdout).toBe(
      "run inspect: run_id=run_t intents=2 results=1 capture_mode=raw\npath: ./raw.zip\n1. intent=i tool=file.write status=ok\n2. intent=j tool=odd status=missing_result\n",
    );
  });

  test("an artifact cannot write to the terminal", async () => {
    const host = keyedHost();
    put(host, "evil.zip", packOf([{ id: "\u001b[2Ji\nverify ok", tool: "\u202e" }]));
    const { stdout } = await gait(host, "run", "inspect", "./evil.zip");
    expect(stdout).toContain("1. intent=[U+001B][2Ji[U+000A]verify ok tool=[U+202E] status=missing_result\n");
  });

  test.each([
    [[], "missing required --from <run_id|path>"],
    [["a", "b"], "missing required --from <run_id|path>"],
    [["--from", "a", "b"], "unexpected positional arguments"],
  ])("%j", async (words, error) => {
    expect(await gait(stocked(), "run", "inspect", "--json", ...words)).toMatchObject({ exitCode: 6, json: { error } });
    expect(await gait(stocked(), "run", "receipt", "--json", ...words)).toMatchObject({ exitCode: 6, json: { error } });
  });
});

describe("gait run replay", () => {
  test("a missing result is exit 2", async () => {
    expect(await gait(stocked(), "run", "replay", "./raw.zip", "--json")).toMatchObject({
      exitCode: 2,
      json: {
        ok: false,
        mode: "stub",
        run_id: "run_t",
        missing_results: ["j"],
        steps: [{ execution: "recorded" }, { execution: "missing" }],
      },
    });
    expect((await gait(stocked(), "run", "replay", "./raw.zip")).stdout).toBe("replay failed: run_t\nmissing results: j\n");
  });

  test("the guards, and requested_unsafe once the flag was given", async () => {
    const first = await gait(stocked(), "run", "replay", "./raw.zip", "--real-tools", "--json");
    expect(first).toMatchObject({
      exitCode: 8,
      json: { error_code: "unsafe_operation", error: "real tool execution requires --unsafe-real-tools" },
    });
    expect(first.json).not.toHaveProperty("requested_unsafe");
    const words = [
      "run",
      "replay",
      "./raw.zip",
      "--real-tools",
      "--unsafe-real-tools",
      "--allow-tools",
      "x",
      "--unsafe-real-tools-env",
      "MINE",
      "--json",
    ];
    expect(await gait(stocked(), ...words)).toMatchObject({
      exitCode: 8,
      json: { requested_unsafe: true, error: "real tool execution requires MINE=1" },
    });
  });

  test("behind them tools run, within their folder", async () => {
    const host = stocked({ env: { GAIT_ALLOW_REAL_REPLAY: "1" } });
    const words = ["run", "replay", "./raw.zip", "--real-tools", "--unsafe-real-tools", "--allow-tools", "file.write,odd", "--json"];
    expect(await gait(host, ...words)).toMatchObject({
      exitCode: 0,
      json: {
        mode: "real",
        requested_unsafe: true,
        steps: [
          { execution: "executed", status: "error" },
          { execution: "executed", status: "error" },
        ],
        warnings: ["allow_tools=file.write,odd", "refused file.write outside of the working folder: ../x"],
      },
    });
  });

  test("the plan needs no guard and runs nothing", async () => {
    const words = ["run", "replay", "./raw.zip", "--plan", "--allow-tools", "file.write"];
    expect(await gait(stocked(), ...words, "--json")).toMatchObject({
      exitCode: 0,
      json: { mode: "plan", plan: [{ intent_id: "i", action: "write", detail: "../x", refused: true }] },
    });
    expect((await gait(stocked(), ...words)).stdout).toBe(
      "replay plan: run_t would run 1 of 2 calls\ni  file.write  write  ../x  (refused)\n",
    );
  });

  test.each([[[]], [["a", "b"]]])("%j", async (words) => {
    expect(await gait(stocked(), "run", "replay", "--json", ...words)).toMatchObject({
      exitCode: 6,
      json: { error: "expected run_id or path" },
    });
  });
});

describe("gait run diff", () => {
  test("a change is exit 2 and no error", async () => {
    const { exitCode, json } = await gait(stocked(), "run", "diff", "./raw.zip", "./other.zip", "--output", "d.json", "--json");
    expect(exitCode).toBe(2);
    expect(json).toMatchObject({
      ok: false,
      privacy: "full",
      output: "d.json",
      summary: { intents_changed: true, left_only_intents: ["j"] },
    });
    expect(json).not.toHaveProperty("error");
  });

  test("the file has the order of the record, no newline, and no field that only repeats another", async () => {
    const host = stocked();
    await gait(host, "run", "diff", "./raw.zip", "./raw.zip", "--output", "d.json");
    expect(get(host, "d.json").toString()).toBe(
      '{"privacy":"full","summary":{"run_id_left":"run_t","run_id_right":"run_t","manifest_changed":false,"intents_changed":false,' +
        '"results_changed":false,"refs_changed":false,"context_drift_classification":"none"}}',
    );
  });

  test("failures have an empty summary", async () => {
    expect(await gait(stocked(), "run", "diff", "./raw.zip", "--json")).toMatchObject({
      exitCode: 6,
      json: { error: "expected left and right run_id|path", summary: { run_id_left: "", manifest_changed: false } },
    });
    expect((await gait(stocked(), "run", "diff", "./raw.zip", "./raw.zip", "--privacy", "some", "--json")).json.error).toBe(
      "unsupported privacy mode: some",
    );
    const unwritable = await gait(stocked(), "run", "diff", "./raw.zip", "./raw.zip", "--output", "gone/d.json", "--json");
    expect(unwritable).toMatchObject({ exitCode: 6, json: { error: "open gone/d.json: no such file or directory" } });
  });

  test("text", async () => {
    expect((await gait(stocked(), "run", "diff", "./raw.zip", "./raw.zip")).stdout).toBe("diff ok: run_t vs run_t\n");
  });
});

describe("gait run receipt", () => {
  test("the footer alone", async () => {
    expect((await gait(stocked(), "run", "receipt", "./raw.zip")).stdout).toMatch(
      /^GAIT run_id=run_t manifest=sha256:[0-9a-f]{64} verify="gait verify run_t"\n$/,
    );
  });
  test("of a changed pack", async () => {
    expect(await gait(stocked(), "run", "receipt", "./tampered.zip", "--json")).toMatchObject({
      exitCode: 2,
      json: { error: "runpack verification failed" },
    });
  });
});

describe("gait run reduce", () => {
  test("JSON and text", async () => {
    const { json } = await gait(stocked(), "run", "reduce", "./raw.zip", "--json");
    expect(json).toMatchObject({
      ok: true,
      input: "./raw.zip",
      output: "runpack_run_t_reduced_missing_result.zip",
      lookup: "runpack_run_t_reduced_missing_result.zip",
      predicate: "missing_result",
      reduced_run_id: "run_t_reduced_missingresult",
      report: { selected_intent_id: "j", still_failing: true },
    });
    expect((await gait(stocked(), "run", "reduce", "--from", "./raw.zip", "--out", "o/r.zip")).stdout).toBe(
      "run reduce ok: ./raw.zip -> o/r.zip\nreport: o/r.zip.reduce_report.json\n",
    );
  });

  test.each([[[]], [["a", "b"]], [["--from", "a", "b"]]])("%j", async (words) => {
    expect(await gait(stocked(), "run", "reduce", "--json", ...words)).toMatchObject({
      exitCode: 6,
      json: { error: "expected --from <run_id|path>" },
    });
  });
});

describe("gait migrate", () => {
  test("JSON and text", async () => {
    const host = stocked();
    mkdirSync(path.join(host.cwd, "m"));
    expect((await gait(host, "migrate", "./raw.zip", "--out", "m/x.zip", "--dry-run", "--json")).json).toMatchObject({
      ok: true,
      input: "./raw.zip",
      output: "m/x.zip",
      artifact: "runpack",
      status: "no_change",
      run_id: "run_t",
      dry_run: true,
    });
    expect((await gait(host, "migrate", "--input", "./raw.zip")).stdout).toBe(
      "migrate ok: ./raw.zip -> runpack_run_t_migrated.zip (no_change)\n",
    );
  });

  test.each([
    [[], "missing required --input <artifact_path|run_id>"],
    [["a", "b"], "unexpected positional arguments"],
    [["./raw.zip", "--target", "v2"], "unsupported --target (only v1 is currently available)"],
  ])("%j", async (words, error) => {
    expect(await gait(stocked(), "migrate", "--json", ...words)).toMatchObject({ exitCode: 6, json: { error } });
  });
});
