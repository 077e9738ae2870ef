/** The flags that name a key to verify with, and the key they name (spec 10 §2, spec 20 §1.1). */
import type { Host } from "../format/host.js";
import { hasKeySource, type KeySources, loadVerifyKey, type PublicKey } from "../format/keys.js";
import type { Arguments, Flag } from "./command.js";

/** Both kinds: a public key wins, a private one stands for its public half. */
export const VERIFY_KEY_FLAGS: readonly Flag[] = [
  { name: "public-key", kind: "string", value: "path", help: "File with the public key to verify with (base64 of 32 bytes, or PEM)." },
  { name: "public-key-env", kind: "string", value: "name", help: "Environment variable with the public key." },
  { name: "private-key", kind: "string", value: "path", help: "File with the private key whose public half verifies." },
  { name: "private-key-env", kind: "string", value: "name", help: "Environment variable with the private key." },
];

export const keySources = (args: Arguments): KeySources => ({
  private: { path: args.string("private-key"), env: args.string("private-key-env") },
  public: { path: args.string("public-key"), env: args.string("public-key-env") },
});

/** The key of the flags, undefined where none is named. @throws GaitError invalid_input. */
export function verifyKey(host: Host, args: Arguments): PublicKey | undefined {
  const sources = keySources(args);
  return hasKeySource(sources) ? loadVerifyKey(host, sources) : undefined;
}
