/** Inputs of the action, parsed once into typed values. What is wrong is an error that names the input. */
import type { FailOn, VerifyCheckOptions } from "../ci/types.js";
import { invalidInput } from "../format/errors.js";
import { isBlank, splitCsv, trim } from "../format/text.js";
import { shown } from "../report/visible.js";
import { ACTIONS, COMMANDS, type CommandName, defaultOf, FAIL_ON, INPUTS, type InputRow } from "./inputs.js";
import { splitCommands, splitWords } from "./words.js";

export type CommentWhen = "auto" | "always" | "on-change" | "on-failure" | "off";
export type CommentMode = "update" | "recreate" | "hide-and-new";

/** Where the rendered files go, relative to the workspace; "" switches one off. */
export interface OutputPaths {
  readonly json: string;
  readonly junit: string;
  readonly sarif: string;
  readonly markdown: string;
}

export interface CommonSettings {
  readonly mode: "run" | "report" | "merge";
  /** As written: relative to the workspace, may be globs. */
  readonly workingDirectories: readonly string[];
  readonly comment: CommentWhen;
  readonly commentKey: string;
  /** Whether the user chose the key: such a key also tells the artifacts of several jobs apart. */
  readonly hasOwnKey: boolean;
  readonly commentMode: CommentMode;
  /** A commit, or `auto`. */
  readonly base: string;
  readonly annotations: boolean;
  readonly stepSummary: boolean;
  readonly paths: OutputPaths;
  readonly uploadArtifacts: boolean;
  readonly artifactName: string;
  readonly shard: { readonly index: number; readonly count: number } | undefined;
  readonly token: string;
  readonly allowUnsafeTarget: boolean;
  /** Deprecated names and ignored values that were used, as sentences. */
  readonly warnings: readonly string[];
}

export interface RegressSettings extends CommonSettings {
  readonly command: "regress";
  readonly config: string;
  readonly candidates: string;
  readonly recordCommands: readonly (readonly string[])[];
  readonly recordEnv: readonly string[];
  readonly contextConformance: boolean;
  readonly allowContextRuntimeDrift: boolean;
  readonly showArgs: boolean;
  readonly onlyChanged: boolean;
  readonly failOn: readonly FailOn[];
}

export interface VerifySettings extends CommonSettings {
  readonly command: "verify";
  readonly verifyPaths: readonly string[];
  readonly profile: "standard" | "strict";
  readonly requireSignature: boolean;
  readonly publicKey: string;
  readonly publicKeyFile: string;
  readonly allowEmpty: boolean;
  readonly changedOnly: boolean;
  readonly failOn: VerifyCheckOptions["failOn"];
}

export type Settings = RegressSettings | VerifySettings;

type Env = Readonly<Record<string, string | undefined>>;

const bad = (input: string, why: string) => invalidInput(`input ${input}: ${why}`, { code: "input_invalid" });

/** How the runner hands an input over. */
const variableOf = (input: string): string => `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;

/** The raw inputs of one command: trimmed, aliases followed, defaults filled in, closed lists checked. */
class Inputs {
  readonly warnings: string[] = [];

  constructor(
    private readonly env: Env,
    private readonly command: CommandName,
  ) {}

  text(name: string): string {
    const row = rowOf(name);
    const value = this.aliased(row, this.given(name));
    const isFilled = value !== undefined && (value !== "" || mayBeEmpty(row, this.command));
    const text = isFilled ? value : defaultFor(row, this.command);
    if (!row.values) return text;
    const word = row.values.find((one) => one === text.toLowerCase());
    if (word === undefined) throw bad(name, `${quoted(text)} is none of ${row.values.join(", ")}`);
    return word;
  }

  isTrue(name: string): boolean {
    return this.text(name) === "true";
  }

  lines(name: string): string[] {
    return this.text(name)
      .split(/\r?\n/)
      .map(trim)
      .filter((line) => line !== "");
  }

  private given(name: string): string | undefined {
    const value = this.env[variableOf(name)];
    return value === undefined ? undefined : trim(value);
  }

  /** The value of a deprecated name counts where the proper name was left at its default. */
  private aliased(row: InputRow, value: string | undefined): string | undefined {
    for (const alias of row.aliases) {
      const old = this.given(alias);
      if (old === undefined || old === "") continue;
      this.warnings.push(`Input ${alias} is deprecated: use ${row.name}.`);
      if (value === undefined || value === "" || value === defaultFor(row, this.command)) return old;
      if (value !== old) throw bad(row.name, `${quoted(value)} contradicts ${alias}, its old name, which is ${quoted(old)}`);
    }
    return value;
  }
}

const quoted = (text: string): string => JSON.stringify(shown(text));

function rowOf(name: string): InputRow {
  const row = INPUTS.find((one) => one.name === name);
  if (!row) throw new TypeError(`no input ${name}`);
  return row;
}

/** The default, but for one that only the runner can fill in. */
const defaultFor = (row: InputRow, command: CommandName): string => {
  const value = defaultOf(row, command);
  return value.startsWith("${{") ? "" : value;
};

/** An empty path switches an output off; an empty value of another input is the same as none. */
const mayBeEmpty = (row: InputRow, command: CommandName): boolean => defaultFor(row, command).startsWith("gait-ci/");

/** Reads all inputs. @throws GaitError invalid_input that names the input. */
export function readSettings(env: Env, engineVersion: string): Settings {
  const command = readCommand(env);
  const inputs = new Inputs(env, command);
  const common = readCommon(inputs, command, engineVersion);
  const settings: Settings = command === "regress" ? readRegress(inputs, common) : readVerify(inputs, common);
  return { ...settings, warnings: [...inputs.warnings, ...settings.warnings] };
}

function readCommand(env: Env): CommandName {
  const value = trim(env[variableOf("command")] ?? "") || "regress";
  const command = COMMANDS.find((name) => name === value);
  if (!command) throw bad("command", `${quoted(value)} is none of ${COMMANDS.join(", ")}`);
  return command;
}

function readCommon(inputs: Inputs, command: CommandName, engineVersion: string): CommonSettings {
  const workingDirectories = inputs.lines("working-directory");
  const ownKey = inputs.text("comment-key");
  const version = inputs.text("version");
  const isOther = version !== "" && version !== "latest" && version.replace(/^v/, "") !== engineVersion;
  return {
    mode: inputs.text("mode") as CommonSettings["mode"],
    workingDirectories,
    comment: inputs.text("comment") as CommentWhen,
    commentKey: ownKey === "" ? defaultKey(command, workingDirectories) : checkedKey(ownKey),
    hasOwnKey: ownKey !== "",
    commentMode: inputs.text("comment-mode") as CommentMode,
    base: checkedBase(inputs.text("base")),
    annotations: inputs.isTrue("annotations"),
    stepSummary: inputs.isTrue("step-summary"),
    paths: { json: inputs.text("json"), junit: inputs.text("junit"), sarif: inputs.text("sarif"), markdown: inputs.text("markdown") },
    uploadArtifacts: inputs.isTrue("upload-artifacts"),
    artifactName: checkedArtifactName(inputs.text("artifact-name")),
    shard: command === "regress" ? readShard(inputs.text("shard")) : undefined,
    token: inputs.text("github-token"),
    allowUnsafeTarget: inputs.isTrue("allow-unsafe-target"),
    warnings: isOther ? [`Input version is ${quoted(version)}, but this action's engine is ${engineVersion}: pin the action instead.`] : [],
  };
}

function readRegress(inputs: Inputs, common: CommonSettings): RegressSettings {
  const args = readArgs(inputs.text("args"));
  const recordCommands = named("record-command", () => splitCommands(inputs.text("record-command")));
  return {
    ...common,
    warnings: [...common.warnings, ...(inputs.text("args") === "" ? [] : ["Input args is deprecated: use the inputs of the same names."])],
    command: "regress",
    config: args.config ?? inputs.text("config"),
    candidates: inputs.text("candidates"),
    recordCommands,
    recordEnv: readRecordEnv(inputs.text("record-env")),
    contextConformance: args.contextConformance || inputs.isTrue("context-conformance"),
    allowContextRuntimeDrift: args.allowContextRuntimeDrift || inputs.isTrue("allow-context-runtime-drift"),
    showArgs: inputs.isTrue("show-args"),
    onlyChanged: inputs.isTrue("only-changed"),
    // What could not be judged always fails, so `error` needs no saying.
    failOn: readFailOn(inputs.text("fail-on"), "regress").filter((one): one is FailOn => one !== "none" && one !== "error"),
  };
}

function readVerify(inputs: Inputs, common: CommonSettings): VerifySettings {
  const verifyPaths = inputs.lines("paths");
  if (verifyPaths.length === 0 && common.mode === "run") throw bad("paths", "name the files, folders or globs to verify, one per line");
  if (common.mode === "merge") throw bad("mode", "merge is for split runs of regress");
  const profile = inputs.text("profile") as VerifySettings["profile"];
  return {
    ...common,
    command: "verify",
    verifyPaths,
    profile,
    requireSignature: profile === "strict" || inputs.isTrue("require-signature"),
    publicKey: inputs.text("public-key"),
    publicKeyFile: inputs.text("public-key-file"),
    allowEmpty: inputs.isTrue("allow-empty"),
    changedOnly: inputs.isTrue("changed-only"),
    failOn: readFailOn(inputs.text("fail-on"), "verify"),
  };
}

const named = <T>(input: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof Error ? bad(input, error.message) : error;
  }
};

function readFailOn<C extends CommandName>(text: string, command: C): (typeof FAIL_ON)[C][number][] {
  const known: readonly string[] = FAIL_ON[command];
  const conditions = [...new Set(text.split(/\r?\n/).flatMap(splitCsv))];
  const unknown = conditions.find((condition) => !known.includes(condition));
  if (unknown !== undefined) throw bad("fail-on", `${quoted(unknown)} is none of ${known.join(", ")}`);
  if (conditions.length === 0) throw bad("fail-on", `${quoted(text)} names nothing: there are ${known.join(", ")}`);
  if (conditions.includes("none") && conditions.length > 1) throw bad("fail-on", "none stands alone");
  return conditions as (typeof FAIL_ON)[C][number][];
}

const MAX_SHARDS = 1_000;

function readShard(text: string): CommonSettings["shard"] {
  if (text === "") return undefined;
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count || count > MAX_SHARDS) {
    throw bad("shard", `${quoted(text)} is not i/n with 1 ≤ i ≤ n ≤ ${MAX_SHARDS}`);
  }
  return { index, count };
}

function checkedBase(text: string): string {
  // A leading dash would be read as an option by git, and .. as a range.
  if (text !== "auto" && !/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(text))
    throw bad("base", `${quoted(text)} is no commit, branch or tag`);
  if (text.includes("..")) throw bad("base", `${quoted(text)} is a range, not a commit`);
  return text;
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9._/:,@+*-]{0,99}$/;

/** A key stands in an HTML comment and in artifact names, so it holds nothing that could end either. */
function checkedKey(text: string): string {
  if (!KEY.test(text)) throw bad("comment-key", `${quoted(text)} must be 1 to 100 letters, digits or . _ / : , @ + * -`);
  return text;
}

function defaultKey(command: CommandName, folders: readonly string[]): string {
  const action = ACTIONS.find((one) => one.command === command)!.name;
  const folder = folders.join(",").replace(/[^A-Za-z0-9._/:,@+*-]/g, "-");
  return `${action}:${folder}`.slice(0, 100);
}

function checkedArtifactName(text: string): string {
  // What @actions/artifact refuses, told before anything was done.
  if (/["<>|*?:\\/\r\n]/.test(text) || text.length > 200)
    throw bad("artifact-name", `${quoted(text)} may not hold any of " : < > | * ? \\ /`);
  return text;
}

/** Tokens of the job itself are no business of the repository's code. */
const NEVER_PASSED = /^(GITHUB_TOKEN|GH_TOKEN|ACTIONS_.*|INPUT_.*)$/i;

function readRecordEnv(text: string): string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== "");
  for (const name of names) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw bad("record-env", `${quoted(name)} is no name of a variable`);
    if (NEVER_PASSED.test(name)) throw bad("record-env", `${name} is never handed to record-command`);
  }
  return names;
}

interface LegacyArgs {
  config: string | undefined;
  contextConformance: boolean;
  allowContextRuntimeDrift: boolean;
}

/** The flags that the reference's action passed on. Those that change nothing here are accepted, others are errors. */
function readArgs(text: string): LegacyArgs {
  const args: LegacyArgs = { config: undefined, contextConformance: false, allowContextRuntimeDrift: false };
  const words = named("args", () => splitWords(text.replaceAll("\n", " ")));
  for (let at = 0; at < words.length; at++) {
    const [flag = "", inline] = words[at]!.replace(/^--?/, "").split(/=(.*)/s);
    if (flag === "config") {
      const value = inline ?? words[++at];
      if (value === undefined || isBlank(value)) throw bad("args", "--config needs a value");
      args.config = value;
    } else if (flag === "context-conformance") args.contextConformance = true;
    else if (flag === "allow-context-runtime-drift") args.allowContextRuntimeDrift = true;
    else if (flag !== "json" && flag !== "allow-nondeterministic")
      throw bad("args", `${quoted(words[at]!)} is not supported: use the action's inputs`);
  }
  return args;
}
