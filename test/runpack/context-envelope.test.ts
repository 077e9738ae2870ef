import { describe, expect, test } from "vitest";
import { parseContextEnvelope } from "../../src/runpack/context-envelope.js";

const HEX = "ab".repeat(32);
const record = { ref_id: "r", source_type: "web", source_locator: "x", query_digest: HEX, content_digest: HEX, redaction_mode: "hashes" };
const parse = (value: unknown) => parseContextEnvelope(Buffer.from(typeof value === "string" ? value : JSON.stringify(value)));

describe("normalising (spec 10 §11)", () => {
  test("defaults, times in UTC, trimmed words, lower-case digests", () => {
    const { envelope } = parse({
      context_set_id: " c ",
      created_at: "2026-01-01T02:00:00+02:00",
      records: [{ ...record, ref_id: " r ", query_digest: ` ${HEX.toUpperCase()} `, immutability: " Mutable " }],
    });
    expect(envelope).toMatchObject({
      schema_id: "gait.context.envelope",
      schema_version: "1.0.0",
      producer_version: "0.0.0-dev",
      created_at: "2026-01-01T00:00:00Z",
      context_set_id: "c",
      evidence_mode: "best_effort",
      records: [{ ref_id: "r", query_digest: HEX, immutability: "mutable", retrieved_at: "1980-01-01T00:00:00Z" }],
    });
  });

  test("no records have the digest of the empty list", () => {
    expect(parse({ context_set_id: "c" }).envelope.context_set_digest).toBe(
      "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
    );
  });

  test("set id, dates and mode don't go into the digest; the order of records neither", () => {
    const other = { ...record, ref_id: "q" };
    const digest = (value: unknown) => parse(value).envelope.context_set_digest;
    expect(digest({ context_set_id: "a", records: [record, other] })).toBe(
      digest({ context_set_id: "b", evidence_mode: "required", created_at: "2026-01-01T00:00:00Z", records: [other, record] }),
    );
  });

  test("records are sorted by ref, type, locator and content", () => {
    const records = [
      { ...record, ref_id: "b" },
      { ...record, source_type: "z" },
      { ...record, source_locator: "z" },
      { ...record, content_digest: "ff".repeat(32) },
      record,
    ].map((one) => ({ ...one, ref_id: one.ref_id === "b" ? "b" : "a" }));
    const sorted = parse({ context_set_id: "c", records }).envelope.records;
    expect(sorted.map((one) => [one.ref_id, one.source_type, one.source_locator, one.content_digest.slice(0, 2)])).toEqual([
      ["a", "web", "x", "ab"],
      ["a", "web", "x", "ff"],
      ["a", "web", "z", "ab"],
      ["a", "z", "x", "ab"],
      ["b", "web", "x", "ab"],
    ]);
  });

  test("text behind the value is told", () => {
    expect(parse('{"context_set_id":"c"}\n').hasTrailingText).toBe(false);
    expect(parse('{"context_set_id":"c"} {}').hasTrailingText).toBe(true);
  });
});

test.each<[string, unknown, string]>([
  ["too large", " ".repeat(1_048_577), "context envelope exceeds size limit (1048576 bytes)"],
  [
    "an unknown field",
    { context_set_id: "c", records: [{ ...record, more: 1 }] },
    "parse context envelope: line 1: unknown field records[0].more",
  ],
  ["another schema", { schema_id: "x" }, "unsupported context envelope schema_id: x"],
  ["another version", { schema_version: "2" }, "unsupported context envelope schema_version: 2"],
  ["no set id", { context_set_id: " " }, "context_set_id is required"],
  ["another mode", { context_set_id: "c", evidence_mode: "maybe" }, "context evidence mode must be best_effort or required"],
  [
    "a missing locator",
    { context_set_id: "c", records: [{ ...record, source_locator: " " }] },
    "context record fields ref_id/source_type/source_locator/redaction_mode are required",
  ],
  [
    "a digest that is none",
    { context_set_id: "c", records: [{ ...record, query_digest: "ab" }] },
    "context record digests must be sha256 hex",
  ],
  [
    "another immutability",
    { context_set_id: "c", records: [{ ...record, immutability: "frozen" }] },
    "context record immutability must be one of unknown, mutable, immutable",
  ],
  [
    "a negative age",
    { context_set_id: "c", records: [{ ...record, freshness_sla_seconds: -1 }] },
    "context record freshness_sla_seconds must be >= 0",
  ],
  ["a set digest that is none", { context_set_id: "c", context_set_digest: "ab" }, "context_set_digest must be sha256 hex"],
  ["another set digest", { context_set_id: "c", context_set_digest: HEX }, "context_set_digest mismatch"],
])("refused: %s", (_name, value, message) => {
  expect(() => parse(value)).toThrow(expect.objectContaining({ message, exitCode: 6 }));
});
