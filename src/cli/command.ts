/** What a command is: a table from which parsing, help, completion and dispatch follow. */
import type { ExitCode } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { Json, JsonObject } from "../format/json.js";

export interface Flag {
  readonly name: string;
  readonly kind: "boolean" | "string" | "integer";
  /** What stands for the value in help: `path`, `csv`, `reference|raw`. */
  readonly value?: string;
  readonly default?: string | boolean | number;
  /** One sentence. */
  readonly help: string;
  /** Values that completion offers. */
  readonly choices?: readonly string[];
}

export interface Example {
  readonly line: string;
  readonly why: string;
}

/** The words of one call, parsed: every declared flag has a value. */
export interface Arguments {
  string(name: string): string;
  boolean(name: string): boolean;
  integer(name: string): number;
  /** Whether the flag stood on the line. */
  given(name: string): boolean;
  readonly positionals: readonly string[];
}

/** What a command ends with; the shell prints `json` or `text` and exits. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** Absent-if-empty rules are already applied. */
  readonly json: JsonObject;
  /** Lines for a person. What cannot be seen in them is spelled out, so that no name of a file or pack acts on the terminal. */
  readonly text: readonly string[];
  /** The lines are safe as they are and printed so: coloured, or a script. */
  readonly verbatim?: boolean;
}

/** What a command may use besides its arguments. */
export interface Shell {
  readonly host: Host;
  /** Whether colour may be used on stdout. */
  readonly color: boolean;
  /** A line about the progress of long work; shown on a terminal only, on stderr. */
  progress(line: string): void;
  /** A warning on stderr; never changes stdout or the exit code. */
  warn(line: string): void;
}

export interface Command {
  /** `verify`, `run record`. */
  readonly name: string;
  /** A few words for lists. */
  readonly summary: string;
  /** One or more sentences on what it is for; the first line of help. */
  readonly description: string;
  /** Forms of the call after `gait `; the flags common to all are added. */
  readonly usage: readonly string[];
  readonly flags: readonly Flag[];
  readonly examples: readonly Example[];
  /** Leads a failure in text output: `record` gives `record error: …`. Default: the name. */
  readonly errorLabel?: string;
  /** `false`: flags end at the first positional (spec 50 §1.3). Default: they may be mixed. */
  readonly mixed?: boolean;
  /** How many positionals are taken; more are `unexpected positional arguments`. Default: any number. */
  readonly maxPositionals?: number;
  run(args: Arguments, shell: Shell): Promise<Outcome>;
  /** Fields of the JSON that a failure has besides `ok` and `error`. `args` is undefined when parsing failed. */
  failureFields?(args: Arguments | undefined): JsonObject;
}

/** Leaves out what is "absent if empty": "", 0, false, null, undefined, [], {}. `ok` always stays. */
export function omitEmptyFields(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  const out: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) {
    if (key === "ok" || !isEmptyJson(value)) out[key] = value as Json;
  }
  return out;
}

const isEmptyJson = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);
