/** From the words of a command line to output and an exit code. Only this shell knows streams and exit codes. */
import { type ExitCode, GaitError, messageOf } from "../format/errors.js";
import type { JsonObject } from "../format/json.js";
import { trim } from "../format/text.js";
import { visible } from "../report/visible.js";
import type { Arguments, Command, Outcome, Shell } from "./command.js";
import { FlagError, nearest, parseArguments } from "./flags.js";
import { commandHelp, groupHelp } from "./help.js";
import { type ErrorFacts, jsonLine } from "./output.js";
import { COMMANDS, firstWords, GROUPS, namesIn } from "./registry.js";

/** What a run of the command line leaves: text for stdout and an exit code. */
export interface CliResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
}

const TOOL = "Gait records what AI agents do as signed packs, gates their tool calls, and turns bad runs into regression tests.";

const lines = (exitCode: ExitCode, text: readonly string[]): CliResult => ({ exitCode, stdout: text.map((line) => `${line}\n`).join("") });

/**
 * Runs one command line. Never throws for what a user can cause; an exception of another kind ends as exit 1 with a bug report hint.
 * @param words the arguments after the program's name.
 */
export async function runCli(words: readonly string[], shell: Shell): Promise<CliResult> {
  const first = words[0];
  const word = trim(first ?? "");
  if (first === undefined) return lines(0, [`gait ${shell.host.producerVersion}`]);
  if (word === "--help" || word === "-h" || word === "help") return lines(0, await overview());
  if (first === "--explain") return lines(0, [TOOL]);
  if (word === "--version" || word === "-v" || word === "version")
    return runCommand("version", words.slice(1).filter(isJson), words, shell);
  const wantsExplanation = words.some((one) => trim(one) === "--explain");
  const group = GROUPS[first];
  if (group && Object.hasOwn(GROUPS, first)) {
    if (wantsExplanation) return lines(0, [group.explain]);
    return runGroup(first, words, shell);
  }
  if (!Object.hasOwn(COMMANDS, first)) return unknownCommand(word, words);
  if (wantsExplanation) return lines(0, [(await COMMANDS[first]!.load()).command.description.split("\n", 1)[0]!]);
  return runCommand(first, words.slice(1), words, shell);
}

const isJson = (word: string): boolean => trim(word) === "--json";

async function runGroup(group: string, words: readonly string[], shell: Shell): Promise<CliResult> {
  const names = namesIn(group);
  const depth = Math.max(...names.map((name) => name.split(" ").length));
  for (let length = depth; length >= 2; length--) {
    const name = words.slice(0, length).join(" ");
    if (words.length >= length && names.includes(name)) return runCommand(name, words.slice(length), words, shell);
  }
  const usage = groupHelp(GROUPS[group]!, await Promise.all(names.map(async (name) => (await COMMANDS[name]!.load()).command)));
  const second = words[1];
  if (second === "--help" || second === "-h" || second === "help") return lines(GROUPS[group]!.helpExit, usage);
  if (second === undefined || second.startsWith("-")) return lines(6, usage);
  const near = nearest(
    second,
    names.map((name) => name.slice(group.length + 1)),
  );
  const complaint = `unknown command: ${group} ${second}${near ? ` (did you mean gait ${group} ${near}?)` : ""}`;
  return lines(6, [visible(complaint), "", ...usage]);
}

async function overview(): Promise<string[]> {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    TOOL,
    "",
    "Usage:",
    "  gait <command> [flags]",
    "",
    "Commands:",
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "gait <command> --help shows its flags and examples. Exit codes: 0 ok, 1 internal, 2 verification failed, 3 blocked,",
    "4 approval required, 5 regression, 6 invalid input, 7 dependency missing, 8 unsafe operation refused.",
  ];
}

async function unknownCommand(word: string, words: readonly string[]): Promise<CliResult> {
  const near = nearest(word, firstWords());
  const error = `unknown command: ${word}`;
  const hint = near ? `Did you mean gait ${near}?` : "gait --help lists the commands.";
  if (words.slice(1).some(isJson)) return { exitCode: 6, stdout: `${jsonLine({ ok: false, error }, 6, words, { hint })}\n` };
  return lines(6, [visible(`error: ${error}`), `hint: ${hint}`, "", ...(await overview())]);
}

async function runCommand(name: string, rest: readonly string[], words: readonly string[], shell: Shell): Promise<CliResult> {
  const { command } = await COMMANDS[name]!.load();
  let args: Arguments | undefined;
  try {
    args = parseArguments(command, rest);
    if (args.boolean("help")) return lines(0, commandHelp(command));
    if (command.maxPositionals !== undefined && args.positionals.length > command.maxPositionals) {
      throw new GaitError("invalid_input", "unexpected positional arguments", { hint: `Run gait ${command.name} --help.` });
    }
    return show(await command.run(args, shell), args.boolean("json"), words);
  } catch (error) {
    return showFailure(command, args, error, words);
  }
}

function show(outcome: Outcome, json: boolean, words: readonly string[], facts?: ErrorFacts): CliResult {
  if (json) return { exitCode: outcome.exitCode, stdout: `${jsonLine(outcome.json, outcome.exitCode, words, facts)}\n` };
  return lines(outcome.exitCode, outcome.verbatim ? outcome.text : outcome.text.map(visible));
}

const BUG_HINT = "This is a bug in gait. Please report it with the command line and the files it was given.";

interface Failure {
  readonly exitCode: ExitCode;
  readonly text: string;
  readonly facts: ErrorFacts;
}

function failureOf(error: unknown): Failure {
  if (error instanceof GaitError) return { exitCode: error.exitCode, text: error.message, facts: error };
  return { exitCode: 1, text: `internal error: ${messageOf(error)}`, facts: { category: "internal_failure", hint: BUG_HINT } };
}

function showFailure(command: Command, args: Arguments | undefined, error: unknown, words: readonly string[]): CliResult {
  const { exitCode, text, facts } = failureOf(error);
  const json = args?.boolean("json") ?? (error instanceof FlagError && error.json);
  const fields: JsonObject = { ok: false, ...command.failureFields?.(args), error: text };
  const shown = [`${command.errorLabel ?? command.name} error: ${text}`];
  if (facts.hint) shown.push(`hint: ${facts.hint}`);
  return show({ exitCode, json: fields, text: shown }, json, words, facts);
}

/** What is told of a failure outside of any command: the process has no working folder, or a bug. */
export function uncaughtResult(error: unknown, words: readonly string[]): CliResult {
  const { exitCode, text, facts } = failureOf(error);
  const shown = [`error: ${text}`, ...(facts.hint ? [`hint: ${facts.hint}`] : [])];
  return show({ exitCode, json: { ok: false, error: text }, text: shown }, words.some(isJson), words, facts);
}
