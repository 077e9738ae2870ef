/** Help texts, made from the command tables. */
import type { Command, Flag } from "./command.js";
import { flagsOf } from "./flags.js";
import type { Group } from "./registry.js";

const ONLY_COMMON = "[--json] [--explain]";

const flagTerm = (flag: Flag): string => (flag.kind === "boolean" ? `--${flag.name}` : `--${flag.name} <${flag.value ?? flag.kind}>`);

function flagLine(flag: Flag, width: number): string {
  const shown = flag.default === undefined || flag.default === "" || flag.default === false ? "" : ` (default ${flag.default})`;
  return `  ${flagTerm(flag).padEnd(width)}  ${flag.help}${shown}`;
}

/** `gait <command> --help`: forms of the call, what it does, its flags, examples. */
export function commandHelp(command: Command): string[] {
  const flags = flagsOf(command);
  const width = Math.max(...flags.map((flag) => flagTerm(flag).length));
  return [
    "Usage:",
    ...command.usage.map((form) => `  gait ${form} ${ONLY_COMMON}`),
    "",
    command.description,
    "",
    "Flags:",
    ...flags.map((flag) => flagLine(flag, width)),
    `  ${"--explain".padEnd(width)}  Print one sentence about the command and do nothing else.`,
    "",
    "Examples:",
    ...command.examples.flatMap(({ line, why }) => [`  # ${why}`, `  ${line}`]),
  ];
}

/** Usage of a group of commands, e.g. `gait run`. */
export const groupHelp = (group: Group, commands: readonly Command[]): string[] => [
  "Usage:",
  ...commands.flatMap((command) => command.usage.map((form) => `  gait ${form} ${ONLY_COMMON}`)),
  "",
  group.explain,
];
