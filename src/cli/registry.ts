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
  demo: { load: () => import("./commands/demo.js"), summary: "Write and verify a small example runpack." },
  verify: { load: () => import("./commands/verify.js"), summary: "Verify runpacks and packs." },
  "run record": { load: () => import("./commands/run-record.js"), summary: "Record a run as a runpack." },
  "run inspect": { load: () => import("./commands/run-inspect.js"), summary: "List the calls of a runpack." },
  "run replay": { load: () => import("./commands/run-replay.js"), summary: "Replay a run from its records, without side effects." },
  "run diff": { load: () => import("./commands/run-diff.js"), summary: "Compare two runs." },
  "run receipt": { load: () => import("./commands/run-receipt.js"), summary: "Print the line that ties a ticket to a runpack." },
  "run reduce": { load: () => import("./commands/run-reduce.js"), summary: "Cut a failing run down to the call that fails." },
  migrate: { load: () => import("./commands/migrate.js"), summary: "Write an old runpack anew in today's form." },
  "keys init": { load: () => import("./commands/keys-init.js"), summary: "Make a key pair to sign with." },
  "keys rotate": { load: () => import("./commands/keys-rotate.js"), summary: "Make a new key pair beside the old one." },
  "keys verify": { load: () => import("./commands/keys-verify.js"), summary: "Check a private key and its public half." },
  "keys show": { load: () => import("./commands/keys-show.js"), summary: "Print a key's id and its public half." },
  "pack build": { load: () => import("./commands/pack-build.js"), summary: "Seal a run in a pack." },
  "pack verify": { load: () => import("./commands/pack-verify.js"), summary: "Check that a pack is what was sealed." },
  "pack inspect": { load: () => import("./commands/pack-inspect.js"), summary: "Show what a pack says it holds." },
  "pack diff": { load: () => import("./commands/pack-diff.js"), summary: "Compare two packs." },
  "pack export": { load: () => import("./commands/pack-export.js"), summary: "Write a pack's figures as telemetry or SQL." },
  capture: { load: () => import("./commands/capture.js"), summary: "Write a receipt of a recorded run or trace." },
  "regress init": { load: () => import("./commands/regress-init.js"), summary: "Turn a recorded run into a fixture." },
  "regress add": { load: () => import("./commands/regress-add.js"), summary: "Turn a captured run into a fixture." },
  "regress bootstrap": {
    load: () => import("./commands/regress-bootstrap.js"),
    summary: "Turn a recorded run into a fixture and run all fixtures.",
  },
  "regress accept": { load: () => import("./commands/regress-accept.js"), summary: "Make a candidate what a fixture expects." },
  "regress diff": { load: () => import("./commands/regress-diff.js"), summary: "Show how a candidate differs from a fixture." },
  "regress explain": { load: () => import("./commands/regress-explain.js"), summary: "Say in words why a run failed." },
  "regress list": { load: () => import("./commands/regress-list.js"), summary: "List the fixtures and what they expect." },
  "regress remove": { load: () => import("./commands/regress-remove.js"), summary: "Remove a fixture." },
  "regress run": { load: () => import("./commands/regress-run.js"), summary: "Compare every fixture with its candidate." },
  "ci report": { load: () => import("./commands/ci-report.js"), summary: "Run the regress check and write its reports." },
  "ci verify": { load: () => import("./commands/ci-verify.js"), summary: "Verify the evidence in a repository and write reports." },
  "ci merge": { load: () => import("./commands/ci-merge.js"), summary: "Join the shards of a split check." },
  completion: {
    load: async () => ({ command: (await import("./commands/completion.js")).completionCommand(loadAll) }),
    summary: "Print a completion script for a shell.",
  },
  version: { load: () => import("./commands/version.js"), summary: "Print the version." },
};

/** Everything that can be called, for completion. */
async function loadAll() {
  const commands = await Promise.all(Object.values(COMMANDS).map(async ({ load }) => (await load()).command));
  return { commands, groups: Object.fromEntries(Object.entries(GROUPS).map(([name, group]) => [name, group.explain])) };
}

/** Full names of the commands of a group, in the order of the table. */
export const namesIn = (group: string): string[] => Object.keys(COMMANDS).filter((name) => name.startsWith(`${group} `));

/** First words that mean something: single commands and groups. */
export const firstWords = (): string[] => [...new Set(Object.keys(COMMANDS).map((name) => name.split(" ", 1)[0]!))];
