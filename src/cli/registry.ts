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
  "pack build": { load: () => import("./commands/pack-build.js"), summary: "Seal a run in a pack." },
  "pack verify": { load: () => import("./commands/pack-verify.js"), summary: "Check that a pack is what was sealed." },
  "pack inspect": { load: () => import("./commands/pack-inspect.js"), summary: "Show what a pack says it holds." },
  "pack diff": { load: () => import("./commands/pack-diff.js"), summary: "Compare two packs." },
  "pack export": { load: () => import("./commands/pack-export.js"), summary: "Write a pack's figures as telemetry or SQL." },
  capture: { load: () => import("./commands/capture.js"), summary: "Write a receipt of a recorded run or trace." },
  "regress init": { load: () => import("./commands/regress-init.js"), summary: "Turn a recorded run into a fixture." },
  "regress add": { load: () => import("./commands/regress-add.js"), summary: "Turn a captured run into a fixture." },
  "regress bootstrap": { load: () => import("./commands/regress-bootstrap.js"), summary: "Turn a recorded run into a fixture and run all fixtures." },
  "regress run": { load: () => import("./commands/regress-run.js"), summary: "Compare every fixture with its candidate." },
  version: { load: () => import("./commands/version.js"), summary: "Print the version." },
};

/** Full names of the commands of a group, in the order of the table. */
export const namesIn = (group: string): string[] => Object.keys(COMMANDS).filter((name) => name.startsWith(`${group} `));

/** First words that mean something: single commands and groups. */
export const firstWords = (): string[] => [...new Set(Object.keys(COMMANDS).map((name) => name.split(" ", 1)[0]!))];
