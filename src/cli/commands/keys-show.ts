import { showKey } from "../../keys/pair.js";
import type { Command } from "../command.js";
import { keySources, VERIFY_KEY_FLAGS } from "../key-flags.js";

export const command: Command = {
  name: "keys show",
  summary: "Print a key's id and its public half.",
  description: "Print the id and the public half of a key, and the line with which a workflow says that it expects this key.",
  usage: ["keys show --public-key <path>", "keys show --private-key <path>"],
  flags: VERIFY_KEY_FLAGS,
  examples: [{ line: "gait keys show --public-key gait-out/keys/gait_public.key", why: "What to paste into a workflow." }],
  maxPositionals: 0,
  run: async (args, { host }) => {
    const { keyId, publicKey, source, expect } = showKey(host, keySources(args));
    return {
      exitCode: 0,
      json: { ok: true, key_id: keyId, public_key: publicKey, key_source: source, expect },
      text: [`key_id=${keyId}`, `public_key=${publicKey}`, `expect: ${expect}`],
    };
  },
};
