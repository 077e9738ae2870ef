/** What verification found beside hashes and signatures. */

/** One thing about an artifact that is not as it should be. */
export interface Finding {
  /** Stable, e.g. `runpack_payload_mismatch`. */
  readonly code: string;
  /** One sentence. */
  readonly message: string;
}

/** Standard: the verdict of the reference implementation. Strict: everything that is checked must hold. */
export type Profile = "standard" | "strict";
