import { describe, expect, it } from "vitest";
import { COMMANDS, INPUTS } from "../../src/action/inputs.js";
import { readSettings } from "../../src/action/settings.js";

const variable = (name: string) => `INPUT_${name.toUpperCase()}`;
const read = (inputs: Record<string, string> = {}) =>
  readSettings(Object.fromEntries(Object.entries(inputs).map(([name, value]) => [variable(name), value])), "1.4.0");

const refusal = (inputs: Record<string, string>): string => {
  try {
    read(inputs);
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
};

describe("the table of inputs", () => {
  it("names every input once, aliases included", () => {
    const names = INPUTS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(INPUTS.filter(({ values }) => values))("$name has a default that it takes", ({ values, default: value }) => {
    for (const command of COMMANDS) expect(values).toContain(typeof value === "string" ? value : value[command]);
  });
});

describe("defaults", () => {
  it("of regress", () => {
    expect(read()).toEqual({
      command: "regress",
      mode: "run",
      workingDirectories: ["."],
      config: "gait.yaml",
      candidates: "",
      recordCommands: [],
      recordEnv: [],
      contextConformance: false,
      allowContextRuntimeDrift: false,
      showArgs: false,
      onlyChanged: false,
      failOn: ["drift", "removed-coverage"],
      base: "auto",
      comment: "auto",
      commentKey: "gait-regress:.",
      hasOwnKey: false,
      commentMode: "update",
      annotations: true,
      stepSummary: true,
      paths: { json: "gait-ci/report.json", junit: "gait-ci/junit.xml", sarif: "gait-ci/gait.sarif", markdown: "gait-ci/report.md" },
      uploadArtifacts: true,
      artifactName: "gait-artifacts",
      shard: undefined,
      token: "",
      allowUnsafeTarget: false,
      warnings: [],
    });
  });

  it("of verify", () => {
    expect(read({ command: "verify", paths: "packs/*.zip" })).toMatchObject({
      command: "verify",
      verifyPaths: ["packs/*.zip"],
      profile: "standard",
      requireSignature: false,
      allowEmpty: false,
      changedOnly: false,
      failOn: ["tampered"],
      commentKey: "gait-verify:.",
    });
  });
});

describe("values", () => {
  it("of several working directories make one key", () => {
    const settings = read({ "working-directory": "services/a\n services/* \n\n" });
    expect(settings.workingDirectories).toEqual(["services/a", "services/*"]);
    expect(settings.commentKey).toBe("gait-regress:services/a,services/*");
  });

  it("of a working directory that no marker could hold are softened in the key", () => {
    expect(read({ "working-directory": "a b-->\u202e" }).commentKey).toBe("gait-regress:a-b----");
  });

  it("empty switch an output off, and only an output", () => {
    const settings = read({ junit: "", sarif: "", config: "" });
    expect(settings.paths).toMatchObject({ junit: "", sarif: "" });
    expect(settings).toMatchObject({ config: "gait.yaml" });
  });

  it("of fail-on: none reports only, error needs no saying", () => {
    expect(read({ "fail-on": "none" }).failOn).toEqual([]);
    expect(read({ "fail-on": "error, relaxed,drift" }).failOn).toEqual(["relaxed", "drift"]);
  });

  it("of profile strict require a signature", () => {
    expect(read({ command: "verify", paths: "a", profile: "strict" })).toMatchObject({ requireSignature: true });
  });

  it("of a closed list are taken in any case of letters", () => {
    expect(read({ annotations: "False", comment: "ON-CHANGE" })).toMatchObject({ annotations: false, comment: "on-change" });
  });

  it("of shard", () => {
    expect(read({ shard: "2/3" }).shard).toEqual({ index: 2, count: 3 });
  });

  it("of args, as the reference's action took them", () => {
    expect(read({ args: "--config=ci/gait.yaml --context-conformance --json" })).toMatchObject({
      config: "ci/gait.yaml",
      contextConformance: true,
      allowContextRuntimeDrift: false,
      warnings: ["Input args is deprecated: use the inputs of the same names."],
    });
  });
});

describe("old names", () => {
  it("count where the new one is at its default, with a warning", () => {
    expect(read({ workdir: "agent", upload_artifacts: "false", "artifact-name": "gait-artifacts", artifact_name: "mine" })).toMatchObject({
      workingDirectories: ["agent"],
      uploadArtifacts: false,
      artifactName: "mine",
      warnings: [
        "Input workdir is deprecated: use working-directory.",
        "Input upload_artifacts is deprecated: use upload-artifacts.",
        "Input artifact_name is deprecated: use artifact-name.",
      ],
    });
  });

  it("of the version are only compared", () => {
    expect(read({ version: "latest" }).warnings).toEqual([]);
    expect(read({ version: "v1.4.0" }).warnings).toEqual([]);
    expect(read({ version: "v1.3.9" }).warnings).toEqual([
      'Input version is "v1.3.9", but this action\'s engine is 1.4.0: pin the action instead.',
    ]);
  });
});

describe("what is wrong is an error that names the input", () => {
  it.each<[Record<string, string>, string]>([
    [{ command: "policy-test" }, 'input command: "policy-test" is none of regress, verify'],
    [{ mode: "merge", command: "verify", paths: "a" }, "input mode: merge is for split runs of regress"],
    [{ command: "verify" }, "input paths: name the files, folders or globs to verify, one per line"],
    [{ comment: "sometimes" }, 'input comment: "sometimes" is none of auto, always, on-change, on-failure, off'],
    [{ annotations: "yes" }, 'input annotations: "yes" is none of true, false'],
    [
      { "fail-on": "," },
      'input fail-on: "," names nothing: there are drift, error, removed-coverage, relaxed, context-runtime, risk-increase, none',
    ],
    [
      { "fail-on": "drift,verdict-relaxed" },
      'input fail-on: "verdict-relaxed" is none of drift, error, removed-coverage, relaxed, context-runtime, risk-increase, none',
    ],
    [{ "fail-on": "none,drift" }, "input fail-on: none stands alone"],
    [{ shard: "0/3" }, 'input shard: "0/3" is not i/n with 1 ≤ i ≤ n ≤ 1000'],
    [{ shard: "4/3" }, 'input shard: "4/3" is not i/n with 1 ≤ i ≤ n ≤ 1000'],
    [{ base: "--upload-pack=x" }, 'input base: "--upload-pack=x" is no commit, branch or tag'],
    [{ base: "a..b" }, 'input base: "a..b" is a range, not a commit'],
    [{ "comment-key": "a-->b" }, 'input comment-key: "a-->b" must be 1 to 100 letters, digits or . _ / : , @ + * -'],
    [{ "artifact-name": "a/b" }, 'input artifact-name: "a/b" may not hold any of " : < > | * ? \\ /'],
    [
      { "record-command": "npm run a && npm run b" },
      'input record-command: cannot split "npm run a && npm run b" into words: & is shell syntax and there is no shell; quote it, or put the line into a script',
    ],
    [{ "record-env": "A B-C" }, 'input record-env: "B-C" is no name of a variable'],
    [{ "record-env": "GITHUB_TOKEN" }, "input record-env: GITHUB_TOKEN is never handed to record-command"],
    [{ args: "--junit out.xml" }, 'input args: "--junit" is not supported: use the action\'s inputs'],
    [{ workdir: "a", "working-directory": "b" }, 'input working-directory: "b" contradicts workdir, its old name, which is "a"'],
  ])("%o", (inputs, message) => {
    expect(refusal(inputs)).toBe(message);
  });

  it("with exit code 6, and hostile values spelled out", () => {
    expect(() => read({ comment: "\u202e::error::x" })).toThrow(expect.objectContaining({ exitCode: 6, code: "input_invalid" }));
    expect(refusal({ comment: "a\n::error::x" })).toBe(
      'input comment: "a[U+000A]::error::x" is none of auto, always, on-change, on-failure, off',
    );
  });
});
