import type { PublicKey } from "../format/keys.js";
/** Standard: the verdict of the reference implementation. Strict: a signature is required, and everything that is checked must hold. */
export type Profile = "standard" | "strict";
/** The profile of a word: any case, blank is standard. @throws GaitError invalid_input. */
export declare function parseProfile(value: string): Profile;
export interface ProfileOptions {
    readonly publicKey?: PublicKey | undefined;
    readonly requireSignature?: boolean | undefined;
    /** Default: standard. */
    readonly profile?: Profile | undefined;
}
export declare const isStrict: ({ profile }: ProfileOptions) => boolean;
export declare const requiresSignature: (options: ProfileOptions) => boolean;
/** A profile that requires a signature cannot do without a key. @throws GaitError invalid_input. */
export declare function assertStrictHasKey(options: ProfileOptions): void;
