import { describe, expect, it } from "vitest";
import { configText, parseConfig } from "../../src/regress/config.js";

const read = (text: string) => parseConfig(Buffer.from(text), "gait.yaml");

describe("gait.yaml (spec 40 §2.1)", () => {
  it("sorts fixtures by the bytes of their names and defaults the set", async () => {
    const { config } = await read('{"fixtures":[{"name":"a","runpack":"x"},{"name":"a-b","runpack":"y"},{"name":"B","runpack":"z"}]}');
    expect(config).toEqual({
      fixture_set: "default",
      fixtures: [
        { name: "B", run_id: "", runpack: "z" },
        { name: "a", run_id: "", runpack: "x" },
        { name: "a-b", run_id: "", runpack: "y" },
      ],
    });
  });

  it.each([
    ['{"schema_id":"x"}', "unsupported config schema_id: x"],
    ['{"schema_version":"2.0.0"}', "unsupported config schema_version: 2.0.0"],
    ['{"fixtures":[{"runpack":"a"}]}', "fixture name is required"],
    ['{"fixtures":[{"name":" ","runpack":"a"}]}', "fixture name is required"],
    ['{"fixtures":[{"name":"m"}]}', "fixture runpack is required for m"],
    ['{"fixtures":[{"name":"m","runpack":" \\t"}]}', "fixture runpack is required for m"],
    ['{"fixtures":{}}', "parse config: line 1: fixtures must be a list"],
    ['{"fixtures":[]} trailing', "parse config: invalid JSON at line 1"],
    ["[]", "parse config: line 1: the value must be an object"],
  ])("refuses %s", async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({ category: "invalid_input", message: expect.stringContaining(message) });
  });

  it("keeps a blank set, takes other case and the last of repeated keys", async () => {
    expect((await read('{"fixture_set":" "}')).config.fixture_set).toBe(" ");
    expect((await read('{"FIXTURE_SET":"up"}')).config.fixture_set).toBe("up");
    expect((await read('{"fixture_set":"a","fixture_set":"b"}')).config.fixture_set).toBe("b");
  });

  it("warns of what is tolerated: repeated names, odd names, unknown fields (§15 item 12)", async () => {
    const { warnings } = await read(
      '{"fixtuers":1,"fixtures":[{"name":"m","runpack":"x"},{"name":"m","runpack":"y"},{"name":"Odd Name","runpack":"z"}]}',
    );
    expect(warnings).toEqual([
      "gait.yaml: unknown field fixtuers is ignored",
      'gait.yaml: fixture "m" is listed more than once and is judged each time',
      'gait.yaml: fixture name "Odd Name" is not one that regress init would give',
    ]);
  });

  it("writes what it reads", async () => {
    const { config } = await read('{"fixtures":[{"name":"m","run_id":"r","runpack":"fixtures/m/runpack.zip"}]}');
    expect((await read(configText(config))).config).toEqual(config);
  });
});

describe("gait.yaml in YAML 1.2 (spec 40 §15 item 1)", () => {
  it("reads the same records", async () => {
    const { config, format } = await read(`# what we protect
schema_id: gait.regress.config
fixture_set: nightly
fixtures:
  - name: refunds   # the incident of March
    run_id: "run_1"
    runpack: fixtures/refunds/runpack.zip
`);
    expect(format).toBe("yaml");
    expect(config).toEqual({
      fixture_set: "nightly",
      fixtures: [{ name: "refunds", run_id: "run_1", runpack: "fixtures/refunds/runpack.zip" }],
    });
  });

  it("follows aliases", async () => {
    const { config } = await read("x: &set nightly\nfixture_set: *set\nfixtures: []\n");
    expect(config.fixture_set).toBe("nightly");
  });

  it.each([
    [
      "a wrong type, with its line",
      "fixture_set: a\nfixtures:\n  - name: 5\n    runpack: x\n",
      "line 3: fixtures[0].name must be a string",
    ],
    ["a repeated key", "fixture_set: a\nfixture_set: b\n", "invalid YAML at line 2"],
    ["an unknown tag", "fixture_set: !!js/function 'x'\n", "invalid YAML at line 1"],
    ["several documents", "fixture_set: a\n---\nfixture_set: b\n", "invalid YAML"],
    ["a tab for indentation", "fixtures:\n\t- name: a\n", "invalid YAML at line 2"],
    ["an alias to itself", "fixtures: &a [*a]\n", "an alias that leads nowhere or to itself"],
    ["a key that is a map", "? {a: b}\n: c\n", "a key that is no plain word"],
    ["not a number", "fixture_set: .nan\n", "no word for"],
  ])("refuses %s", async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ category: "invalid_input", message: expect.stringContaining(message) });
  });

  it("does not merge: << is a key like any other", async () => {
    const { config, warnings } = await read("base: &b {fixture_set: merged}\n<<: *b\n");
    expect(config.fixture_set).toBe("default");
    expect(warnings).toContain("gait.yaml: unknown field << is ignored");
  });

  it("stops aliases that multiply", async () => {
    const levels = "bcdefghi".split("");
    const bomb = ['a: &a ["x","x","x","x","x","x","x","x","x"]'];
    for (const [i, name] of levels.entries()) {
      const inner = `*${i === 0 ? "a" : levels[i - 1]}`;
      bomb.push(`${name}: &${name} [${Array(9).fill(inner).join(",")}]`);
    }
    await expect(read(`${bomb.join("\n")}\n`)).rejects.toThrow("more than 200000 values");
  });

  it("stops nesting that would run out of stack", async () => {
    await expect(read(`fixtures: ${"[".repeat(50_000)}\n`)).rejects.toMatchObject({ category: "invalid_input" });
    await expect(read(`x: ${"- ".repeat(400)}a\n`)).rejects.toMatchObject({ category: "invalid_input" });
  });

  it.each(['\ufeff{"fixtures": []}', "\ufefffixtures: []\n"])("refuses a byte order mark: %j", async (text) => {
    await expect(read(text)).rejects.toThrow("a byte order mark at the start");
  });

  it("refuses YAML of a size that nobody writes", async () => {
    await expect(read(`# ${"x".repeat(1024 * 1024)}\nfixtures: []\n`)).rejects.toThrow("write it as JSON");
  });
});
