import { writeKeyPair } from "../../keys/pair.js";
import type { Command } from "../command.js";
import { KEY_PAIR_FLAGS, keyPairOutcome } from "../key-pair-output.js";

export const command: Command = {
  name: "keys init",
  summary: "Make a key pair to sign with.",
  description: "Make an Ed25519 key pair and write both halves as base64, readable by you only.",
  usage: ["keys init [flags]"],
  flags: [...KEY_PAIR_FLAGS, { name: "force", kind: "boolean", help: "Replace keys that are there." }],
  examples: [{ line: "gait keys init --out-dir gait-out/keys", why: "A first key pair." }],
  maxPositionals: 0,
  run: async (args, { host }) =>
    keyPairOutcome(
      "keys init",
      writeKeyPair(host, { outDir: args.string("out-dir"), prefix: args.string("prefix"), force: args.boolean("force") }),
    ),
};
