import { describe, expect, it } from "vitest";
import { createRunner, harmless } from "../../src/action/runner.js";

describe("a log line", () => {
  it.each([
    ["::error::x", ": :error::x"],
    ["   ::error::x", "   : :error::x"],
    ["\t::error::x", "[U+0009]::error::x"],
    ["\u00a0::error::x", "[U+00A0]::error::x"],
    ["a ##[error]x", "a # #[error]x"],
    ["a\r::error::x", "a[U+000D]::error::x"],
    ["a\n::error::x", "a[U+000A]::error::x"],
    ["a \u202e b", "a [U+202E] b"],
    ["a::b", "a::b"],
    ["", ""],
  ])("%j is written as %j", (line, expected) => {
    expect(harmless(line)).toBe(expected);
  });
});

it("commands are stopped with a word that nobody knows, also when the action fails", async () => {
  let log = "";
  const runner = createRunner({
    write: (text) => {
      log += text;
    },
    randomBytes: (length) => new Uint8Array(length).fill(171),
    hasSummary: false,
  });
  await expect(
    runner.withoutCommands(async (raw) => {
      raw("::error::x");
      throw new Error("failed");
    }),
  ).rejects.toThrow("failed");
  const word = "ab".repeat(24);
  expect(log).toBe(`::stop-commands::${word}\n::error::x\n::${word}::\n`);
});
