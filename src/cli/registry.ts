/** The commands by name. Each is loaded only when it is called: cold start matters. */
import type { Command } from "./command.js";

type Loader = () => Promise<{ readonly command: Command }>;

export interface CommandEntry {
  readonly load: Loader;
  /** For the list of `gait --help`, known without loading the command. */
  readonly summary: string;
}

export interface Group {
  /** The sentence that `--explain` prints anywhere in the group. */
  readonly explain: string;
  /** Exit code of `gait <group> --help`; spec 40 §1.2 fixes 6 for regress. */
  readonly helpExit: 0 | 6;
}

export const GROUPS: Readonly<Record<string, Group>> = {
  ci: { explain: "Run the checks of the GitHub actions on any CI system and write their reports.", helpExit: 0 },
  keys: { explain: "Create, rotate and check the Ed25519 keys that sign packs and traces.", helpExit: 0 },
  pack: { explain: "Build, verify, inspect, compare and export signed packs of evidence.", helpExit: 0 },
  regress: { explain: "Turn a recorded run into a fixture and fail when it happens differently again.", helpExit: 6 },
  run: { explain: "Record agent runs as runpacks and inspect, replay, compare or reduce them.", helpExit: 0 },
};

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  version: { load: () => import("./commands/version.js"), summary: "Print the version." },
};

/** Full names of the commands of a group, in the order of the table. */
export const namesIn = (group: string): string[] => Object.keys(COMMANDS).filter((name) => name.startsWith(`${group} `));

/** First words that mean something: single commands and groups. */
export const firstWords = (): string[] => [...new Set(Object.keys(COMMANDS).map((name) => name.split(" ", 1)[0]!))];
