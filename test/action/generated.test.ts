/** action.yml, the thin actions and the tables of docs/actions.md are what the table of inputs says. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
// @ts-expect-error: a build script without types.
import { generate } from "../../scripts/generate-actions.mjs";
import { ACTIONS, INPUTS, OUTPUTS } from "../../src/action/inputs.js";
import { repositoryRoot } from "../support/tools.js";

const files = (await generate()) as Record<string, string>;

it.each(Object.keys(files))("%s is up to date (else: node scripts/generate-actions.mjs)", (name) => {
  expect(readFileSync(path.join(repositoryRoot, name), "utf8")).toBe(files[name]);
});

const names = (rows: readonly { name: string; aliases: readonly string[] }[]) => rows.flatMap(({ name, aliases }) => [name, ...aliases]);

describe("action.yml", () => {
  const engine = parse(files["action.yml"]!);
  it("declares every input and output", () => {
    expect(Object.keys(engine.inputs)).toEqual(names(INPUTS));
    expect(Object.keys(engine.outputs)).toEqual(names(OUTPUTS));
    expect(engine.runs).toEqual({ using: "node24", main: "dist/action/index.js" });
  });
});

describe.each(ACTIONS)("$name", ({ name, command, takesCommand }) => {
  const action = parse(files[`actions/${name}/action.yml`]!);
  const [step, ...more] = action.runs.steps;

  it("is one step that uses the engine, without a shell", () => {
    expect(action.runs.using).toBe("composite");
    expect(more).toEqual([]);
    expect(Object.keys(step).sort()).toEqual(["id", "uses", "with"]);
    expect(step.uses).toBe("gait/gait@v1");
    expect(files[`actions/${name}/action.yml`]).not.toMatch(/\b(shell|run):/);
  });

  it("hands every input on", () => {
    const own = names(INPUTS.filter((row) => row.commands.includes(command) && (takesCommand || row.name !== "command")));
    expect(Object.keys(action.inputs)).toEqual(own);
    expect(step.with).toEqual({
      ...(takesCommand ? {} : { command }),
      ...Object.fromEntries(own.map((input) => [input, `\${{ inputs.${input} }}`])),
    });
  });

  it("hands every output out, old names too", () => {
    const rows = OUTPUTS.filter((row) => row.commands.includes(command));
    expect(Object.keys(action.outputs)).toEqual(names(rows));
    for (const row of rows) {
      for (const one of [row.name, ...row.aliases]) expect(action.outputs[one].value).toBe(`\${{ steps.gait.outputs.${row.name} }}`);
    }
  });
});
