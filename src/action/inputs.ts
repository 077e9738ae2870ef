/**
 * The one table of what the actions take and give (spec 40 §12.2, §12.4, §12.5). From it follow action.yml, the thin composite
 * actions, the reference in docs/actions.md (scripts/generate-actions.mjs) and the parsing of inputs (settings.ts).
 */

/** What the engine can be told to do; each has a thin action of its own. */
export const COMMANDS = ["regress", "verify"] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface ActionRow {
  /** Folder under actions/ and start of the comment key. */
  readonly name: string;
  readonly command: CommandName;
  /** What users write: `uses: gait/regress@v1`. */
  readonly uses: string;
  readonly title: string;
  readonly description: string;
  /** Whether it has an input `command`, as the reference's action had; what it does not know is then an error, not ignored. */
  readonly takesCommand: boolean;
}

/** What the thin actions call. */
export const ENGINE = "gait/gait@v1";

/** The thin actions. */
export const ACTIONS: readonly ActionRow[] = [
  {
    name: "gait-regress",
    command: "regress",
    uses: "gait/regress@v1",
    title: "Gait regress",
    description: "Fail the pull request that makes a recorded bad run of an AI agent happen again, and show what changed.",
    takesCommand: true,
  },
  {
    name: "gait-verify",
    command: "verify",
    uses: "gait/verify@v1",
    title: "Gait verify",
    description: "Verify the signed packs and runpacks in a repository, offline.",
    takesCommand: false,
  },
];

export interface InputRow {
  readonly name: string;
  /** Names of the reference implementation's action; using one is answered with a deprecation notice. */
  readonly aliases: readonly string[];
  /** One for all commands, or one for each. */
  readonly default: string | Readonly<Record<CommandName, string>>;
  readonly description: string;
  readonly commands: readonly CommandName[];
  /** The only values it takes, where it takes only some. */
  readonly values?: readonly string[];
}

export const FAIL_ON = {
  regress: ["drift", "error", "removed-coverage", "relaxed", "context-runtime", "risk-increase", "none"],
  verify: ["tampered", "unsigned", "unknown-schema", "key-changed"],
} as const;

const BOOLEAN = ["true", "false"] as const;

const both = (name: string, value: InputRow["default"], description: string, more: Partial<InputRow> = {}): InputRow => ({
  name,
  aliases: [],
  default: value,
  description,
  commands: COMMANDS,
  ...more,
});
const only =
  (command: CommandName) =>
  (name: string, value: string, description: string, more: Partial<InputRow> = {}): InputRow =>
    both(name, value, description, { commands: [command], ...more });
const regress = only("regress");
const verify = only("verify");

export const INPUTS: readonly InputRow[] = [
  both("command", "regress", "What to run.", { values: COMMANDS }),
  both(
    "mode",
    "run",
    "`run` checks. `report` publishes what the run of a pull request from a fork left, on `workflow_run`. `merge` joins the shards of a split run.",
    {
      values: ["run", "report", "merge"],
    },
  ),
  both("working-directory", ".", "Project folder, relative to the checkout. Several: one per line; globs are expanded.", {
    aliases: ["workdir"],
  }),

  regress("config", "gait.yaml", "Configuration file inside each project."),
  regress(
    "candidates",
    "",
    "Folder or glob inside each project with the runpacks to compare with the fixtures: `<fixture>.zip`, or any name with the fixture's run id.",
  ),
  regress(
    "record-command",
    "",
    "Command that records the candidates, one per line, run in each project without a shell. It prints `runpack_path=…` or writes into `candidates`.",
  ),
  regress(
    "record-env",
    "",
    "Names of variables that look like secrets and that `record-command` may see all the same. The job's own tokens are never among them.",
  ),
  regress("context-conformance", "false", "Require context conformance of every fixture.", { values: BOOLEAN }),
  regress("allow-context-runtime-drift", "false", "Accept a context that differs only in when it was retrieved.", { values: BOOLEAN }),
  regress("show-args", "false", "Show recorded arguments of calls, where both packs hold them. They end up in the comment.", {
    values: BOOLEAN,
  }),
  regress("only-changed", "false", "Skip projects in which nothing changed since the base commit. Skipped is not passed.", {
    values: BOOLEAN,
  }),
  regress("shard", "", "Which part of the fixtures to run, as `i/n`; `mode: merge` joins them."),

  verify(
    "paths",
    "",
    "Packs and runpacks to verify: files, folders or globs, one per line. What this version cannot verify does not pass.",
  ),
  verify("profile", "standard", "`strict` requires a valid signature.", { values: ["standard", "strict"] }),
  verify("require-signature", "false", "Fail where an artifact is not signed by the public key.", { values: BOOLEAN }),
  verify("public-key", "", "Public key, base64."),
  verify("public-key-file", "", "File with the public key, relative to the checkout."),
  verify("allow-empty", "false", "Pass when no artifact matches.", { values: BOOLEAN }),
  verify("changed-only", "false", "Verify only what changed since the base commit.", { values: BOOLEAN }),

  both(
    "fail-on",
    { regress: "drift,removed-coverage", verify: "tampered" },
    "Comma list of what fails the job. What could not be judged, and tampered evidence, always does.",
  ),
  both("base", "auto", "Commit to compare with. `auto`: the base of the pull request, of the merge group, or the commit before the push."),
  both(
    "comment",
    "auto",
    "Pull request comment: `auto` where it is possible, `always` with a warning where it is not, `on-change` only when there is something to say, `on-failure`, `off`.",
    {
      values: ["auto", "always", "on-change", "on-failure", "off"],
    },
  ),
  both("comment-key", "", "Identity of the comment. Default: name of the action and the working directory. Give jobs of their own keys."),
  both("comment-mode", "update", "`update` in place, `recreate` at the end of the conversation, or `hide-and-new`.", {
    values: ["update", "recreate", "hide-and-new"],
  }),
  both("annotations", "true", "Annotate the changed files.", { values: BOOLEAN }),
  both("step-summary", "true", "Write the job summary.", { values: BOOLEAN }),
  both("json", "gait-ci/report.json", "Where to write the report as JSON; empty writes none."),
  both("junit", "gait-ci/junit.xml", "Where to write the JUnit report; empty writes none."),
  both("sarif", "gait-ci/gait.sarif", "Where to write the SARIF report; empty writes none."),
  both("markdown", "gait-ci/report.md", "Where to write the report as Markdown; empty writes none."),
  both("upload-artifacts", "true", "Upload the written files.", { values: BOOLEAN, aliases: ["upload_artifacts"] }),
  both("artifact-name", "gait-artifacts", "Name of the uploaded artifact; shard and attempt are added from the second on.", {
    aliases: ["artifact_name"],
  }),
  both(
    "allow-unsafe-target",
    "false",
    "Run on `pull_request_target`, and only with the base commit checked out. Read the security notes first.",
    { values: BOOLEAN },
  ),
  both(
    "github-token",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the runner
    "${{ github.token }}",
    "Token for the comment and, where git cannot get it, for the base commit. Never needed for the verdict.",
  ),
  both("version", "", "Accepted for compatibility. The engine's version is the action's."),
  regress("args", "", "Accepted for compatibility: flags of `gait regress run`."),
];

export interface OutputRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly commands: readonly CommandName[];
}

const output = (name: string, description: string, more: Partial<OutputRow> = {}): OutputRow => ({
  name,
  aliases: [],
  description,
  commands: COMMANDS,
  ...more,
});

export const OUTPUTS: readonly OutputRow[] = [
  output("exit-code", "What the command ended with: 0 pass, 5 drift, 2 verification failed, 6 invalid input, 1 internal failure.", {
    aliases: ["exit_code"],
  }),
  output("status", "`pass`, `fail` or `error`."),
  output("failed", "How many graders or artifacts failed."),
  output("top-failure-reason", "Reason code of the first failure."),
  output("next-command", "A line for a shell that does the same run again; empty on a pass."),
  output("summary-path", "The summary, as a file.", { aliases: ["summary_path"] }),
  output("artifact-path", "Folder of the written files.", { aliases: ["artifact_path"] }),
  output("json-path", "The JSON report."),
  output("junit-path", "The JUnit report."),
  output("sarif-path", "The SARIF report."),
  output("markdown-path", "The Markdown report."),
  output("comment-id", "Id of the pull request comment."),
  output("comment-url", "Address of the pull request comment."),
  output("reported-to", "Where the report went: comma list of `comment`, `summary`, `artifact`."),
  output("drift", "JSON list of the fixtures that did not pass, for `fromJSON`.", { commands: ["regress"] }),
  output("verified", "How many artifacts verified.", { commands: ["verify"] }),
  output("tampered", "How many artifacts were tampered with.", { commands: ["verify"] }),
  output("unsigned", "How many artifacts are unsigned.", { commands: ["verify"] }),
  output("artifacts", "JSON list of `{path, kind, id, status, change}`.", { commands: ["verify"] }),
];

/** The default of an input for a command. */
export const defaultOf = (row: InputRow, command: CommandName): string =>
  typeof row.default === "string" ? row.default : row.default[command];
