import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Host } from "../../src/format/host.js";
import { readRunpack } from "../../src/runpack/read.js";
import { type Recorded, type RecordOptions, recordRun } from "../../src/runpack/record.js";
import { keyedHost, put, putJson } from "../cli/gait.js";
import { failingFs, testHost } from "../support/host.js";
import { AT } from "./support.js";

const HEX = "ab".repeat(32);
const run = { run_id: "run_r", created_at: AT, env: { os: "a", arch: "b", runtime: "c" } };
const intent = { intent_id: "i", tool_name: "t", args: { a: 1 } };
const receipt = { ref_id: "r", source_type: "web", source_locator: "x", query_digest: HEX, content_digest: HEX, redaction_mode: "hashes" };

function record(input: unknown, options: Partial<RecordOptions> = {}, host: Host = keyedHost()): Promise<Recorded> {
  put(host, "in.json", typeof input === "string" ? input : JSON.stringify(input));
  return recordRun(host, { input: "in.json", outDir: "./gait-out", ...options });
}

const refusal = (message: string | RegExp, exitCode = 6) => expect.objectContaining({ message: expect.stringMatching(message), exitCode });

describe("the run id (spec 10 §7 step 2)", () => {
  test("--run-id is trimmed and replaces all others", async () => {
    const host = keyedHost();
    const { path: file } = await record(
      { run, intents: [{ ...intent, run_id: "other" }], refs: { run_id: "x" } },
      { runId: " run_n " },
      host,
    );
    expect(file).toBe("gait-out/runpack_run_n.zip");
    const pack = await readRunpack(host, file);
    expect([pack.run, ...pack.intents, pack.refs].map((one) => one.run_id)).toEqual(["run_n", "run_n", "run_n"]);
  });

  test("a blank --run-id counts as not given", async () => {
    expect((await record({ run }, { runId: " " })).runId).toBe("run_r");
  });

  test.each(["", "  "])("without any it is required: %j", async (run_id) => {
    await expect(record({ run: { run_id } })).rejects.toEqual(refusal(/^input run\.run_id is required/));
  });

  test.each(["../evil", "a/b", " run_a"])("one that is no file name is refused and writes nothing: %j", async (run_id) => {
    const host = keyedHost();
    await expect(record({ run: { ...run, run_id } }, {}, host)).rejects.toEqual(refusal(/^run id cannot be used in a file name/));
    expect(existsSync(path.join(host.cwd, "gait-out"))).toBe(false);
  });

  test("one that the schema would refuse is a warning", async () => {
    const { inputWarnings, warnings } = await record({ run: { ...run, run_id: "r.1" } });
    expect(inputWarnings).toEqual(['run id "r.1" does not match ^run_[A-Za-z0-9_-]+$']);
    expect(warnings).toEqual([]);
  });
});

describe("the input", () => {
  test.each([
    ["[]", "parse input json: line 1: the value must be an object, found a list"],
    ["", "parse input json: invalid JSON at line 1, column 1: the text is empty"],
    ['{"run":{}}x', "parse input json: invalid JSON at line 1, column 11: unexpected text after the JSON value"],
    ['{"refs":{"context_ref_count":1.5}}', "parse input json: line 1: refs.context_ref_count must be an integer, found the number 1.5"],
  ])("%s", async (input, message) => {
    await expect(record(input)).rejects.toEqual(refusal(new RegExp(`^${message.replace(/[.[\]()]/g, "\\$&")}$`)));
  });

  test("an unreadable file", async () => {
    const options = { input: "gone.json", outDir: "o" };
    await expect(recordRun(testHost(), options)).rejects.toEqual(refusal(/^read input: open gone\.json: no such file or directory$/));
  });

  const odd = {
    run,
    extra: 1,
    intents: [{ ...intent, args_digest: HEX, more: 1 }],
    results: [{ intent_id: "i", status: "ok", result_digest: HEX, result: {} }],
    refs: { receipts: [{ ...receipt, query_digest: "odd" }], context_evidence_mode: "best_effort", context_set_digest: HEX },
  };

  test("doubts are told apart from the warnings of the format (spec 10 §16 items 14, 21, 24)", async () => {
    const { warnings, inputWarnings } = await record(odd);
    expect(inputWarnings).toEqual([
      "unknown field extra ignored",
      "unknown field intents[0].more ignored",
      "intent i: args_digest is not the digest of its args",
      "result i: result_digest is not the digest of its result",
      "receipt r: query_digest is not sha256 hex",
    ]);
    expect(warnings).toEqual(["reference capture stripped raw intent arguments and raw result payloads after digesting"]);
  });

  test.each<[string, unknown, RegExp]>([
    ["an unknown field", { run, extra: 1 }, /^parse input json: line 1: unknown field extra$/],
    ["a repeated field", `{"run":${JSON.stringify(run)},"run":{}}`, /^parse input json: line 1: repeated key "run"$/],
    [
      "a repeated key of a payload",
      `{"run":${JSON.stringify(run)},\n"intents":[{"args":{"a":1,"a":2}}]}`,
      /^parse input json: line 2: repeated key "a"$/,
    ],
    ["another spelling", { Run: run }, /unknown field Run$/],
    ["a contradiction", { run, intents: [{ ...intent, args_digest: HEX }] }, /intent i: args_digest is not the digest of its args$/],
    [
      "a digest that is none",
      { run, refs: { receipts: [{ ...receipt, content_digest: "ab" }] } },
      /receipt r: content_digest is not sha256 hex$/,
    ],
  ])("--strict-input refuses %s", async (_name, input, message) => {
    await expect(record(input, { strictInput: true })).rejects.toEqual(refusal(message));
    await expect(record(input)).resolves.toBeDefined();
  });

  test("--strict-input accepts a sound file", async () => {
    const { inputWarnings } = await record(
      { run, intents: [intent], refs: { receipts: [receipt], context_evidence_mode: "" } },
      { strictInput: true },
    );
    expect(inputWarnings).toEqual(["references without a context envelope are recorded as context_evidence_mode best_effort"]);
  });
});

describe("capture and evidence modes", () => {
  test.each([
    [" raw ", "", "raw"],
    ["", "raw", "raw"],
    [" ", " ", "reference"],
    ["reference", "raw", "reference"],
  ])("flag %j, input %j: %s", async (captureMode, capture_mode, expected) => {
    const host = keyedHost();
    const { path: file } = await record({ run, capture_mode }, { captureMode }, host);
    expect((await readRunpack(host, file)).manifest.capture_mode).toBe(expected);
  });

  test("a mode in other case is none", async () => {
    await expect(record({ run }, { captureMode: "RAW" })).rejects.toEqual(refusal("^capture mode must be one of: reference, raw$"));
  });

  test("every recorded refs.json says its evidence mode", async () => {
    const host = keyedHost();
    const { path: file } = await record({ run }, {}, host);
    expect((await readRunpack(host, file)).refs.context_evidence_mode).toBe("best_effort");
  });

  test("required needs a digest", async () => {
    await expect(record({ run }, { contextEvidenceMode: " Required " })).rejects.toEqual(
      refusal("^context evidence mode required but context_set_digest is missing$"),
    );
    await expect(record({ run, refs: { context_set_digest: HEX } }, { contextEvidenceMode: "required" })).resolves.toBeDefined();
  });

  test("references without redaction need the unsafe flag", async () => {
    const input = { run, refs: { receipts: [{ ...receipt, redaction_mode: " RAW " }] } };
    await expect(record(input)).rejects.toEqual(refusal("^refs receipts include redaction_mode=raw"));
    await expect(record(input, { unsafeContextRaw: true })).resolves.toBeDefined();
  });
});

describe("context envelopes (spec 10 §11)", () => {
  const envelope = {
    context_set_id: "c",
    records: [
      { ...receipt, ref_id: "b" },
      { ...receipt, ref_id: "a" },
    ],
  };

  async function withEnvelope(content: unknown, options: Partial<RecordOptions> = {}) {
    const host = keyedHost();
    put(host, "e.json", typeof content === "string" ? content : JSON.stringify(content));
    const input = { run, refs: { receipts: [{ ...receipt, ref_id: "old" }] } };
    const recorded = await record(input, { contextEnvelope: "./e.json", ...options }, host);
    return { recorded, refs: (await readRunpack(host, recorded.path)).refs };
  }

  test("their records replace the references", async () => {
    const { refs, recorded } = await withEnvelope(envelope, { contextEvidenceMode: "required" });
    expect(refs.receipts.map((one) => one.ref_id)).toEqual(["a", "b"]);
    expect(refs).toMatchObject({ context_ref_count: 2, context_evidence_mode: "required" });
    expect(refs.context_set_digest).toMatch(/^[0-9a-f]{64}$/);
    expect(recorded.inputWarnings).toEqual([]);
  });

  test("a bad one is ignored with a warning in best effort", async () => {
    const { refs, recorded } = await withEnvelope({ ...envelope, context_set_digest: HEX });
    expect(recorded.warnings).toEqual(["context envelope ignored: context_set_digest mismatch"]);
    expect(refs.receipts.map((one) => one.ref_id)).toEqual(["old"]);
  });

  test("and refused when required", async () => {
    await expect(withEnvelope({ ...envelope, odd: 1 }, { contextEvidenceMode: "required" })).rejects.toEqual(
      refusal(/^parse context envelope: line 1: unknown field odd$/),
    );
  });

  test("text behind it is not read; that is a warning (spec 10 §16 item 22)", async () => {
    const { recorded } = await withEnvelope(`${JSON.stringify(envelope)} and more`);
    expect(recorded.inputWarnings).toEqual(["e.json: text after the context envelope was not read"]);
  });

  test("one with raw records needs the unsafe flag in both modes", async () => {
    const raw = { ...envelope, records: [{ ...receipt, redaction_mode: "Raw" }] };
    await expect(withEnvelope(raw)).rejects.toEqual(refusal(/^context envelope includes redaction_mode=raw/));
    await expect(withEnvelope(raw, { unsafeContextRaw: true })).resolves.toBeDefined();
  });

  test("a path that leaves the folder is refused in both modes", async () => {
    await expect(withEnvelope(envelope, { contextEnvelope: "../e.json" })).rejects.toEqual(
      refusal("^context envelope path must be a local filesystem path$"),
    );
  });
});

describe("signing (spec 10 §2, §7 step 7)", () => {
  test("with a key from a file or a variable", async () => {
    const signed = await record({ run }, { privateKey: "a.key" });
    expect(signed).toMatchObject({
      signatureStatus: "signed",
      signatureKeyId: "fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889",
    });
    expect(await record({ run })).toMatchObject({ signatureStatus: "missing", signatureKeyId: "" });
  });

  test("dev mode warns last", async () => {
    const { warnings } = await record({ run, intents: [intent] }, { keyMode: " DEV " });
    expect(warnings).toEqual([
      "reference capture stripped raw intent arguments and raw result payloads after digesting",
      "dev mode: ephemeral keypair generated; signatures will not verify across machines",
    ]);
  });

  test.each([
    [{ keyMode: "prod" }, "prod mode requires a private key source"],
    [{ keyMode: "zz" }, 'unsupported key mode: "zz"'],
    [{ keyMode: "dev", privateKey: "a.key" }, "dev mode does not accept explicit key sources"],
  ])("%j", async (options, message) => {
    await expect(record({ run }, options)).rejects.toEqual(refusal(`^${message}$`));
  });
});

describe("writing", () => {
  test("an empty folder name is refused", async () => {
    await expect(record({ run }, { outDir: " " })).rejects.toEqual(refusal("^out-dir must not be empty$"));
  });

  test("what does not verify after it was written is exit 2", async () => {
    const reads = { calls: 0 };
    const broken = failingFs("openSync", "EIO", (file, flags) => String(file).endsWith(".zip") && flags === "r" && ++reads.calls === 1);
    const host = keyedHost({ fs: broken });
    await expect(record({ run }, {}, host)).rejects.toEqual(refusal(/^recorded runpack failed verification: open zip: open /, 2));
  });

  test("a full disk leaves no file behind", async () => {
    const host = keyedHost({ fs: failingFs("fsyncSync", "ENOSPC") });
    await expect(record({ run }, {}, host)).rejects.toEqual(refusal(/no space left on device$/));
    expect(existsSync(path.join(host.cwd, "gait-out/runpack_run_r.zip"))).toBe(false);
  });
});

test("the same input gives the same bytes", async () => {
  const host = keyedHost();
  putJson(host, "in.json", { run, intents: [intent] });
  const bytes = async (outDir: string) => (await recordRun(host, { input: "in.json", outDir })).manifestDigest;
  expect(await bytes("a")).toBe(await bytes("b"));
});
