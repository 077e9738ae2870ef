/** Flag grammar of every command: Go's standard flag package, flags mixed with positionals (spec 50 §1.2, §1.3). */
import { GaitError, invalidInput } from "../format/errors.js";
import type { Arguments, Command, Flag } from "./command.js";

export const HELP_FLAG: Flag = { name: "help", kind: "boolean", help: "Show this help." };
export const JSON_FLAG: Flag = { name: "json", kind: "boolean", help: "Print one line of JSON instead of text." };

/** All flags that a command understands, the common ones last. */
export const flagsOf = (command: Command): readonly Flag[] => [...command.flags, JSON_FLAG, HELP_FLAG];

/** A failure of parsing; `json` tells whether --json was seen before it, which decides how it is shown. */
export class FlagError extends GaitError {
  readonly json: boolean;
  constructor(message: string, json: boolean, hint?: string) {
    super("invalid_input", message, { hint });
    this.json = json;
  }
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  "1": true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  "0": false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

const INTEGER = /^[+-]?(?:0[xX]_?[0-9a-fA-F](?:_?[0-9a-fA-F])*|0[bB]_?[01](?:_?[01])*|0[oO]?_?[0-7](?:_?[0-7])*|[1-9](?:_?\d)*|0)$/;
const INT64 = 2n ** 63n;

function parseInteger(flag: string, value: string): number {
  const bad = (why: string) => invalidInput(`invalid value ${JSON.stringify(value)} for flag -${flag}: ${why}`);
  if (!INTEGER.test(value)) throw bad("parse error");
  const digits = value.replace(/^[+-]/, "").replaceAll("_", "");
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const number = BigInt(octal) * (value.startsWith("-") ? -1n : 1n);
  if (number >= INT64 || number < -INT64) throw bad("value out of range");
  return Number(number);
}

/** Moves flags (with the value of value-taking ones) in front of positionals; `--` ends flags and is dropped. */
function hoistFlags(words: readonly string[], flags: ReadonlyMap<string, Flag>): string[] {
  const front: string[] = [];
  const positionals: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "--") {
      positionals.push(...words.slice(i + 1));
      break;
    }
    if (word.length < 2 || !word.startsWith("-")) {
      positionals.push(word);
      continue;
    }
    front.push(word);
    const flag = flags.get(word.replace(/^-+/, ""));
    if (flag && flag.kind !== "boolean" && i + 1 < words.length) front.push(words[++i]!);
  }
  return [...front, ...positionals];
}

/** Parses the words after a command's name. @throws FlagError. */
export function parseArguments(command: Command, words: readonly string[]): Arguments {
  const flags = new Map(flagsOf(command).map((flag) => [flag.name, flag]));
  const values = new Map<string, string | boolean | number>();
  const queue = command.mixed === false ? [...words] : hoistFlags(words, flags);
  let at = 0;
  const fail = (message: string, hint?: string): never => {
    throw new FlagError(message, values.get("json") === true, hint);
  };
  for (; at < queue.length; at++) {
    const word = queue[at]!;
    if (word.length < 2 || !word.startsWith("-")) break;
    if (word === "--") {
      at++;
      break;
    }
    const body = word.replace(/^--?/, "");
    if (body === "" || body.startsWith("-") || body.startsWith("=")) fail(`bad flag syntax: ${word}`);
    const equals = body.indexOf("=");
    const name = equals < 0 ? body : body.slice(0, equals);
    const inline = equals < 0 ? undefined : body.slice(equals + 1);
    const flag = flags.get(name);
    if (!flag) {
      if (name === "h") fail("flag: help requested", `Run gait ${command.name} --help.`);
      const near = nearest(name, [...flags.keys()]);
      fail(
        `flag provided but not defined: -${name}`,
        near ? `Did you mean --${near}?` : `Run gait ${command.name} --help for the flags it takes.`,
      );
    } else if (flag.kind === "boolean") {
      const value = inline === undefined ? true : BOOLEANS[inline];
      if (value === undefined) fail(`invalid boolean value ${JSON.stringify(inline)} for -${name}: parse error`);
      else values.set(name, value);
    } else {
      const value = inline ?? queue[++at];
      if (value === undefined) fail(`flag needs an argument: -${name}`);
      else if (flag.kind === "string") values.set(name, value);
      else
        values.set(
          name,
          parseWith(() => parseInteger(name, value), fail),
        );
    }
  }
  return argumentsOf(flags, values, queue.slice(at));
}

function parseWith<T>(parse: () => T, fail: (message: string) => never): T {
  try {
    return parse();
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function argumentsOf(
  flags: ReadonlyMap<string, Flag>,
  values: ReadonlyMap<string, string | boolean | number>,
  positionals: readonly string[],
): Arguments {
  const value = (name: string, kind: Flag["kind"]) => {
    const flag = flags.get(name);
    if (flag?.kind !== kind) throw new TypeError(`no ${kind} flag --${name}`);
    return values.get(name) ?? flag.default;
  };
  return {
    string: (name) => (value(name, "string") as string | undefined) ?? "",
    boolean: (name) => (value(name, "boolean") as boolean | undefined) ?? false,
    integer: (name) => (value(name, "integer") as number | undefined) ?? 0,
    given: (name) => values.has(name),
    positionals,
  };
}

/** The candidate that a mistyped word most likely meant, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const scored = candidates.map((candidate) => ({ candidate, distance: editDistance(word, candidate) }));
  scored.sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  return best && best.distance <= limit ? best.candidate : undefined;
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}
