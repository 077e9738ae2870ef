/** The workflows of the README and of docs/actions.md are ones that a linter and GitHub would take. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ACTIONS, INPUTS, OUTPUTS } from "../../src/action/inputs.js";
import { lint } from "../action/under-act.js";
import { repositoryRoot } from "../support/tools.js";

const workflowsOf = (file: string): string[] =>
  [...readFileSync(path.join(repositoryRoot, file), "utf8").matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text = ""]) => text)
    .filter((text) => /^jobs:/m.test(text));

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

it("a workflow with a mistake is found", () => {
  expect(lint("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{ uses: actions/checkout@v6, wth: 1 }]\n")).toContain(
    'unexpected key "wth"',
  );
});

describe.each(["README.md", "docs/actions.md"])("%s", (file) => {
  const workflows = workflowsOf(file);
  it("has workflows", () => expect(workflows.length).toBeGreaterThan(0));

  it.each(workflows)("lints: %#", (text) => {
    expect(lint(text)).toBe("");
  });

  it.each(workflows)("names inputs that are there: %#", (text) => {
    const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const { uses, with: inputs = {} } of steps) {
      const action = ACTIONS.find((one) => one.uses === uses);
      if (!action) continue;
      const known = INPUTS.filter((row) => row.commands.includes(action.command)).map(({ name }) => name);
      expect(known).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
    const outputs = OUTPUTS.map(({ name }) => name);
    for (const [, name = ""] of text.matchAll(/steps\.gait\.outputs\.([a-z-]+)/g)) expect(outputs).toContain(name);
  });
});
