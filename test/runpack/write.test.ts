import { describe, expect, test } from "vitest";
import { demoInput } from "../../src/demo/demo.js";
import { sha256Hex } from "../../src/format/canonical.js";
import type { JsonNode } from "../../src/format/json.js";
import { parseJsonDocument } from "../../src/format/json.js";
import { runShape } from "../../src/runpack/records.js";
import { assertSafeRunId, buildRunpack, writeRunpack } from "../../src/runpack/write.js";
import { testHost } from "../support/host.js";
import { filesOf, KEY, runOf } from "./support.js";

const node = (text: string): JsonNode => parseJsonDocument(text).root;

describe("worked examples (spec 10 §5.5, §5.6)", () => {
  test("the demo runpack, byte for byte", () => {
    const { bytes, manifest } = buildRunpack(testHost(), demoInput("0.0.0-dev"));
    expect(bytes).toHaveLength(2377);
    expect(sha256Hex(bytes)).toBe("4e0b4ca60bdab11617c667b9e1196f551186bb5beb1be74868a92138d2981447");
    expect(manifest.manifest_digest).toBe("436474ad70446539c909ae85bcc156d30197ba68efb8debdaed4f5d2eef2922e");
    const sizes = Object.fromEntries(Object.entries(filesOf(bytes)).map(([name, text]) => [name, text.length]));
    expect(sizes).toEqual({ "intents.jsonl": 836, "manifest.json": 666, "refs.json": 1169, "results.jsonl": 804, "run.json": 299 });
  });

  test("the signed, empty run", () => {
    const { bytes, manifest } = buildRunpack(testHost(), {
      run: {
        ...runShape.zero(),
        run_id: "run_sig",
        created_at: "2026-03-04T05:06:07Z",
        producer_version: "1.4.0",
        env: { os: "linux", arch: "amd64", runtime: "node" },
        timeline: [],
      },
      intents: [],
      results: [],
      refs: { ...runOf([]).refs, context_evidence_mode: "best_effort" },
      captureMode: "",
      signingKey: KEY,
    });
    expect(manifest.manifest_digest).toBe("4e292b2dbfd074967c4356911435c2ffb244eed860a00a13382c3483577d4268");
    expect(manifest.signatures).toEqual([
      {
        alg: "ed25519",
        key_id: "fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889",
        sig: "aBs4z2VhQ6pmie3K5ZS3Qb6frgAQUW10HnGviYeZ8MxcySfyG9B4EnWW8f6N2QjiYyI4CtAmNF/Cu41d81kaDQ==",
        signed_digest: "cb25ce2a0a4f0674b7cc773a7081f5991642647b93c69f675f85a20898fa1e67",
      },
    ]);
    expect(sha256Hex(bytes)).toBe("0bf93e84d621bfa1a6113cfab75b4dbac8235c15742062fe0cce4913fd55bd3d");
  });
});

describe("digests of calls and results (spec 10 §6)", () => {
  const digests = (input: Parameters<typeof buildRunpack>[1]) => {
    const files = filesOf(buildRunpack(testHost(), input).bytes);
    return [files["intents.jsonl"], files["results.jsonl"]].map((text) => /"(?:args|result)_digest":"([^"]*)"/.exec(text ?? "")?.[1]);
  };
  const EMPTY = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
  const NULL = "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b";
  const OK = "4062edaf750fb8074e7e83e0c9028c94e32468a8b6f1614774328ef045150f93";

  test("of the payload, {} included", () => {
    expect(digests(runOf([{ id: "i", args: {}, status: "ok", result: { ok: true } }]))).toEqual([EMPTY, OK]);
  });

  test("of a normalization entry, which wins over the payload; null has the digest of null", () => {
    const normalization = { intentArgs: { i: node('{"ok":true}') }, resultPayloads: { i: node("null") } };
    expect(digests({ ...runOf([{ id: "i", args: {}, status: "ok" }]), normalization })).toEqual([OK, NULL]);
  });

  test("a stated digest is kept as it is, also in upper case", () => {
    const input = runOf([{ id: "i", args: {}, status: "ok", result: {} }]);
    const stated = { ...input, intents: input.intents.map((intent) => ({ ...intent, args_digest: OK.toUpperCase() })) };
    expect(digests(stated)).toEqual([OK.toUpperCase(), EMPTY]);
  });

  test.each([
    [{ intentArgs: { i: node("{}") } }, "normalize digest-bearing fields: intent i args digest mismatch"],
    [{ intentArgs: { i: node("[]") } }, "normalize digest-bearing fields: intent i args digest: expected an object"],
    [{ resultPayloads: { i: node('"x"') } }, "normalize digest-bearing fields: result i digest: expected an object"],
  ])("what contradicts a stated digest or is no object is refused", (normalization, message) => {
    const input = runOf([{ id: "i", args: {}, status: "ok" }]);
    const stated = { ...input, intents: input.intents.map((intent) => ({ ...intent, args_digest: OK })), normalization };
    expect(() => buildRunpack(testHost(), stated)).toThrow(message);
  });

  test("without digest, payload and entry there is nothing to record", () => {
    const input = runOf([{ id: "i", status: "ok" }]);
    const bare = { ...input, results: input.results.map((result) => ({ ...result, result: null })) };
    expect(() => buildRunpack(testHost(), bare)).toThrow(
      "normalize digest-bearing fields: result i requires result_digest or normalization.result_payloads",
    );
  });
});

describe("receipts of gate traces (spec 10 §6 step 4)", () => {
  const trace = { ref_id: " trace_i ", source_type: " GAIT.Trace ", query_digest: "", content_digest: "" };

  test("take their digests from the intent and result they name", () => {
    const files = filesOf(buildRunpack(testHost(), runOf([{ id: "i", args: {}, status: "ok", result: {} }], { receipts: [trace] })).bytes);
    const receipt = JSON.parse(files["refs.json"]!).receipts[0];
    const args = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    expect(receipt.query_digest).toBe(sha256Hex(`{"args_digest":"${args}","tool_name":"tool.read"}`));
    expect(receipt.content_digest).toBe(args);
  });

  test.each([
    [{ ...trace, ref_id: "trace_z" }, "receipt trace_z references unknown intent z"],
    [{ ...trace, ref_id: "trace_j" }, "receipt trace_j references unknown result for intent j"],
    [{ ...trace, query_digest: "00" }, "receipt  trace_i  query digest mismatch"],
    [{ ...trace, content_digest: "00" }, "receipt  trace_i  content digest mismatch"],
    [{ ...trace, source_type: "web" }, "receipt  trace_i  requires query_digest"],
    [{ ...trace, source_type: "web", query_digest: "q" }, "receipt  trace_i  requires content_digest"],
  ])("$ref_id $source_type", (receipt, message) => {
    const calls = [{ id: "i", args: {}, status: "ok" }, { id: "j" }];
    expect(() => buildRunpack(testHost(), runOf(calls, { receipts: [receipt] }))).toThrow(message);
  });
});

test("reference mode drops every payload after digesting it", () => {
  const files = filesOf(
    buildRunpack(testHost(), runOf([{ id: "i", args: { a: 1 }, status: "ok", result: { b: 2 } }], { captureMode: " Reference" })).bytes,
  );
  expect(files["intents.jsonl"]).not.toContain('"args"');
  expect(files["results.jsonl"]).not.toContain('"result"');
});

test("a timeline of null stays null and [] stays []", () => {
  const timelineOf = (timeline: null | []) =>
    JSON.parse(filesOf(buildRunpack(testHost(), runOf([], { timeline })).bytes)["run.json"]!).timeline;
  expect([timelineOf(null), timelineOf([])]).toEqual([null, []]);
});

describe("run ids in file names (spec 10 §16 item 5)", () => {
  test.each(["../evil", "a/b", "a\\b", "..", "a..b", " a", "a ", "a\n", "\u0000", ""])("%j is refused", (id) => {
    expect(() => assertSafeRunId(id)).toThrow(/^run id cannot be used in a file name/);
  });
  test.each(["run_a", "run.with.dots", "läuft", "a b"])("%j is accepted", (id) => {
    expect(() => assertSafeRunId(id)).not.toThrow();
  });
});

test("the folder of a runpack is created; a path that climbs out is refused", () => {
  const host = testHost();
  expect(writeRunpack(host, "./deep/er/../x.zip", runOf([])).path).toBe("deep/x.zip");
  expect(() => writeRunpack(host, "../x.zip", runOf([]))).toThrow("relative runpack output path must not traverse parent directories");
});
