/** How strictly a pack is verified (spec 20 §11, §19). */
import { invalidInput } from "../format/errors.js";
import type { PublicKey } from "../format/keys.js";
import { normalizeWord } from "../format/text.js";

/** Standard: the verdict of the reference implementation. Strict: a signature is required, and everything that is checked must hold. */
export type Profile = "standard" | "strict";

/** The profile of a word: any case, blank is standard. @throws GaitError invalid_input. */
export function parseProfile(value: string): Profile {
  const word = normalizeWord(value) || "standard";
  if (word === "standard" || word === "strict") return word;
  throw invalidInput(`unsupported --profile value ${JSON.stringify(value)} (expected standard or strict)`);
}

export interface ProfileOptions {
  readonly publicKey?: PublicKey | undefined;
  readonly requireSignature?: boolean | undefined;
  /** Default: standard. */
  readonly profile?: Profile | undefined;
}

export const isStrict = ({ profile }: ProfileOptions): boolean => profile === "strict";

export const requiresSignature = (options: ProfileOptions): boolean => isStrict(options) || options.requireSignature === true;

/** A profile that requires a signature cannot do without a key. @throws GaitError invalid_input. */
export function assertStrictHasKey(options: ProfileOptions): void {
  if (!isStrict(options) || options.publicKey) return;
  throw invalidInput("strict verify profile requires --public-key/--public-key-env or private key source", {
    hint: "Name the key that the pack was signed with.",
  });
}
