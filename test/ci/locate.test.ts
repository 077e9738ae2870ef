import { describe, expect, it } from "vitest";
import { elementLine, fixtureEntryLine, lineAt, type Step } from "../../src/ci/locate.js";
import { parseJsonDocument } from "../../src/format/json.js";
import { parseJsonOrYaml } from "../../src/regress/yaml.js";

const lines = (...text: string[]) => parseJsonDocument(text.join("\n"));

const FIXTURE = lines(
  "{", // 1
  '  "name": "a",',
  '  "expected_tool_sequence": [',
  '    "one",', // 4
  '    " ",',
  '    "two", "three",', // 6
  "",
  '    "four"', // 8
  "  ],",
  '  "expected_verdict_sequence": [],', // 10
  '  "Context_Conformance": "none",',
  '  "context": {"a": 1,', // 12
  '    "b": 2},',
  '  "name": "b"', // 14
  "}",
);

describe("a field", () => {
  it.each<[Step[], number]>([
    [[], 1],
    [["name"], 14],
    [["context_conformance"], 11],
    [["context", "b"], 13],
    [["context", "missing"], 12],
    [["missing"], 1],
    [["expected_tool_sequence", 2], 6],
    [["expected_tool_sequence", 9], 3],
    [["name", "deeper"], 14],
    [["__proto__"], 1],
  ])("%j is on line %d", (steps, line) => {
    expect(lineAt(FIXTURE, steps)).toBe(line);
  });
});

describe("an element of a sequence", () => {
  it.each([
    [0, 4],
    [1, 6], // blank ones are no elements
    [2, 6],
    [3, 8],
    [4, 8], // a call too many stands at the last one
    [99, 8],
  ])("element %d is on line %d", (index, line) => {
    expect(elementLine(FIXTURE, "expected_tool_sequence", index)).toBe(line);
  });

  it("of an empty or missing list, or of none", () => {
    expect(elementLine(FIXTURE, "expected_verdict_sequence", 0)).toBe(10);
    expect(elementLine(FIXTURE, "missing", 0)).toBe(1);
    expect(elementLine(FIXTURE, "name", 0)).toBe(14);
  });
});

describe("an entry of the config", () => {
  const json = lines(
    "{", // 1
    '  "fixtures": [',
    '    {"name": "b"},', // 3
    "    {",
    '      "name": "a"', // 5
    "    },",
    '    {"name": "b"}, 7,', // 7
    '    {"NAME": "c"}',
    "  ]",
    "}",
  );
  it.each([
    ["b", 0, 3],
    ["b", 1, 7],
    ["b", 2, 7],
    ["a", 0, 4],
    ["c", 0, 8],
    ["missing", 0, 2],
  ])("%s, occurrence %d, is on line %d", (name, occurrence, line) => {
    expect(fixtureEntryLine(json, name, occurrence)).toBe(line);
  });

  it("in YAML", async () => {
    const yaml = "# fixtures of the shop\nfixtures:\n- runpack: x.zip\n  name: a\n\n- {name: b, runpack: y.zip}\n";
    const { document } = await parseJsonOrYaml(Buffer.from(yaml));
    expect([fixtureEntryLine(document, "a"), fixtureEntryLine(document, "b"), fixtureEntryLine(document, "c")]).toEqual([3, 6, 3]);
  });

  it("in a config without a list", () => {
    expect(fixtureEntryLine(lines('{"fixtures": 1}'), "a")).toBe(1);
    expect(fixtureEntryLine(lines("[]"), "a")).toBe(1);
  });
});
