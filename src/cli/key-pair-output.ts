/** What `keys init` and `keys rotate` have in common. */
import type { KeyPair } from "../keys/pair.js";
import type { Flag, Outcome } from "./command.js";

export const KEY_PAIR_FLAGS: readonly Flag[] = [
  { name: "out-dir", kind: "string", value: "path", default: "gait-out/keys", help: "Folder of the key files; created if missing." },
  { name: "prefix", kind: "string", value: "name", default: "gait", help: "Begins the names of both files." },
];

/** Never shows anything of the private half but its path. */
export const keyPairOutcome = (label: string, pair: KeyPair): Outcome => ({
  exitCode: 0,
  json: {
    ok: true,
    prefix: pair.prefix,
    key_id: pair.keyId,
    public_key_path: pair.publicKeyPath,
    private_key_path: pair.privateKeyPath,
  },
  text: [`${label} ok: key_id=${pair.keyId} public=${pair.publicKeyPath} private=${pair.privateKeyPath}`],
});
