/** The tools that a replay may run for real, behind guards (spec 10 §10.1, §16 item 19). */
import path from "node:path";
import { sha256Hex } from "../format/canonical.js";
import { GaitError, messageOf } from "../format/errors.js";
import { writeFileWithParents } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import type { JsonObject } from "../format/json.js";
import { normalizeWord, splitCsv, trim } from "../format/text.js";
import type { ExecuteTool, RealTools, ToolOutcome } from "./replay.js";

/** Name of the variable that must be `1` before a real tool runs. */
export const REAL_REPLAY_VARIABLE = "GAIT_ALLOW_REAL_REPLAY";

export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The process and all that it started are killed after this time. */
  readonly timeoutMs: number;
  /** Bytes of output to keep; the rest is read and dropped. */
  readonly maxOutput: number;
}

export interface ProcessResult {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  /** `killed`, `terminated`: the words of Go. */
  readonly signal: string | null;
  readonly output: Uint8Array;
}

/** Runs a child process without input. Shells bring it; nothing below them starts processes. @throws GaitError when it cannot start. */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;

const SHELL_TIMEOUT_MS = 5_000;
const SHELL_MAX_OUTPUT = 65_536;

export interface RealToolOptions {
  /** Comma list as the user gave it. */
  readonly allowTools: string;
  readonly runProcess: RunProcess;
  /** Files are written here and below only; relative paths are relative to it. "" is the working folder. */
  readonly writeDir: string;
}

/** What stands in the way of real tools, in the order it is checked; undefined when nothing does. */
export interface RealGuards {
  readonly unsafe: boolean;
  readonly allowTools: string;
  readonly variable: string;
}

/** @throws GaitError unsafe_operation (exit 8) for the first guard that does not hold. */
export function assertRealAllowed(host: Host, guards: RealGuards): void {
  const refuse = (message: string) => new GaitError("unsafe_operation", message);
  if (!guards.unsafe) throw refuse("real tool execution requires --unsafe-real-tools");
  if (splitCsv(guards.allowTools).length === 0) throw refuse("real tool execution requires --allow-tools <tool,...>");
  if (trim(host.env[guards.variable] ?? "") !== "1") throw refuse(`real tool execution requires ${guards.variable}=1`);
}

/** What the tools of one replay share. */
interface Workbench {
  readonly host: Host;
  readonly options: RealToolOptions;
  /** Grows while tools run. */
  readonly warnings: string[];
}

const digestOfText = (content: string | Uint8Array): string => sha256Hex(content);
const done = (content: string | Uint8Array): ToolOutcome => ({ status: "ok", resultDigest: digestOfText(content) });
const failed = (message: string): ToolOutcome => ({ status: "error", resultDigest: digestOfText(message) });

/** A text argument, trimmed; anything but a string counts as missing. */
function textArgument(args: JsonObject | null, name: string): string {
  const value = args?.[name];
  return typeof value === "string" ? trim(value) : "";
}

/** The deepest folder of a path that exists, with symbolic links resolved. */
function realAncestor(host: Host, target: string): string {
  for (let at = target; ; at = path.dirname(at)) {
    if (host.fs.existsSync(at)) return host.fs.realpathSync(at);
    if (path.dirname(at) === at) return at;
  }
}

const isInside = (folder: string, target: string): boolean => target === folder || target.startsWith(folder.replace(/[\\/]*$/, path.sep));

/** Where a recorded path is written, or undefined where that is outside of the allowed folder, also by a symbolic link. */
function confined(host: Host, writeDir: string, recorded: string): string | undefined {
  const root = resolvePath(host, writeDir);
  const target = path.resolve(root, recorded);
  if (!isInside(root, target) || target === root) return undefined;
  return isInside(realAncestor(host, root), realAncestor(host, path.dirname(target))) ? target : undefined;
}

function writeTool({ host, options, warnings }: Workbench, args: JsonObject | null): ToolOutcome {
  const { writeDir } = options;
  const recorded = textArgument(args, "path");
  if (recorded === "") return failed("file.write requires args.path");
  const target = confined(host, writeDir, recorded);
  if (target === undefined) {
    const refusal = `file.write outside of ${writeDir || "the working folder"}: ${recorded}`;
    warnings.push(`refused ${refusal}`);
    return failed(refusal);
  }
  const content = textArgument(args, "content");
  writeFileWithParents(host, target, content);
  return done(content);
}

async function shellTool({ host, options }: Workbench, args: JsonObject | null): Promise<ToolOutcome> {
  const command = textArgument(args, "command");
  if (command === "") return failed("shell.exec requires args.command");
  // The outer shell only joins stderr to stdout, so that both arrive in the order they were written.
  const { exitCode, signal, output } = await options.runProcess({
    program: "sh",
    args: ["-c", 'exec sh -lc "$1" 2>&1', "sh", command],
    cwd: host.cwd,
    timeoutMs: SHELL_TIMEOUT_MS,
    maxOutput: SHELL_MAX_OUTPUT,
  });
  if (signal !== null) return failed(`signal: ${signal}`);
  return exitCode === 0 ? done(output) : failed(`exit status ${exitCode}`);
}

type ToolKind = "echo" | "write" | "shell";

const TOOL_KINDS: Readonly<Record<string, ToolKind>> = {
  echo: "echo",
  "tool.echo": "echo",
  "file.write": "write",
  "fs.write": "write",
  write_file: "write",
  "shell.exec": "shell",
  exec: "shell",
  "command.run": "shell",
};

/** What an allowed tool of this name does for real; undefined: it is not supported and ends in an error. */
export function realToolKind(toolName: string): ToolKind | undefined {
  const name = normalizeWord(toolName);
  return Object.hasOwn(TOOL_KINDS, name) ? TOOL_KINDS[name] : undefined;
}

async function run(bench: Workbench, toolName: string, args: JsonObject | null): Promise<ToolOutcome> {
  switch (realToolKind(toolName)) {
    case "echo":
      return done(textArgument(args, "message") || "echo");
    case "write":
      return writeTool(bench, args);
    case "shell":
      return shellTool(bench, args);
    case undefined:
      return failed(`unsupported real tool: ${toolName}`);
  }
}

/** The tools of one replay. A tool that fails is a step with status `error`, never an exception. */
export function realTools(host: Host, options: RealToolOptions): RealTools {
  const names = splitCsv(options.allowTools);
  const warnings = [`allow_tools=${names.join(",")}`];
  const execute: ExecuteTool = async (toolName, args) => {
    try {
      return await run({ host, options, warnings }, toolName, args);
    } catch (error) {
      if (error instanceof GaitError) return failed(messageOf(error));
      throw error;
    }
  };
  return { allowed: new Set(names.map(normalizeWord)), execute, warnings };
}

export interface PlannedCall {
  readonly intent_id: string;
  readonly tool_name: string;
  /** `echo`, `write`, `shell`, or `unsupported`. */
  readonly action: ToolKind | "unsupported";
  /** The path to be written or the command to be run; "" for the others. */
  readonly detail: string;
  /** The write would be refused. */
  readonly refused: boolean;
}

/** What a real replay would do, without doing any of it. */
export function planRealCalls(
  host: Host,
  options: Pick<RealToolOptions, "allowTools" | "writeDir">,
  calls: readonly { readonly intent_id: string; readonly tool_name: string; readonly args: JsonObject | null }[],
): PlannedCall[] {
  const allowed = new Set(splitCsv(options.allowTools).map(normalizeWord));
  return calls
    .filter((call) => allowed.has(normalizeWord(call.tool_name)))
    .map(({ intent_id, tool_name, args }) => {
      const kind = realToolKind(tool_name);
      const detail = kind === "write" ? textArgument(args, "path") : kind === "shell" ? textArgument(args, "command") : "";
      const refused = kind === "write" && detail !== "" && confined(host, options.writeDir, detail) === undefined;
      return { intent_id, tool_name, action: kind ?? "unsupported", detail, refused };
    });
}
