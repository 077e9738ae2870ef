import { checkKeyPair } from "../../keys/pair.js";
import type { Command } from "../command.js";
import { keySources, VERIFY_KEY_FLAGS } from "../key-flags.js";

export const command: Command = {
  name: "keys verify",
  summary: "Check that a private key is sound and belongs to a public one.",
  description: "Check that a private key can sign and, if a public key is named too, that the two belong together.",
  usage: ["keys verify --private-key <path> [--public-key <path>]", "keys verify --private-key-env <name> [--public-key-env <name>]"],
  flags: VERIFY_KEY_FLAGS,
  examples: [
    {
      line: "gait keys verify --private-key gait-out/keys/gait_private.key --public-key gait-out/keys/gait_public.key",
      why: "Whether two files are one pair.",
    },
  ],
  maxPositionals: 0,
  run: async (args, { host }) => {
    const { keyId, privateSource, publicSource } = checkKeyPair(host, keySources(args));
    return {
      exitCode: 0,
      json: { ok: true, key_id: keyId, private_key_source: privateSource, public_key_source: publicSource },
      text: [`keys verify ok: key_id=${keyId}`],
    };
  },
};
