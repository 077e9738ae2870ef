import { rotateKeyPair } from "../../keys/pair.js";
import type { Command } from "../command.js";
import { KEY_PAIR_FLAGS, keyPairOutcome } from "../key-pair-output.js";

export const command: Command = {
  name: "keys rotate",
  summary: "Make a new key pair beside the old one.",
  description: "Make a new key pair whose names end in the time; the old pair stays, for verifying what it signed.",
  usage: ["keys rotate [flags]"],
  flags: KEY_PAIR_FLAGS,
  examples: [{ line: "gait keys rotate --out-dir gait-out/keys", why: "The next key pair." }],
  maxPositionals: 0,
  run: async (args, { host }) =>
    keyPairOutcome("keys rotate", rotateKeyPair(host, { outDir: args.string("out-dir"), prefix: args.string("prefix") })),
};
