/** Verifying one runpack, optionally against what a ticket says of it (spec 10 §9.3, §16). */
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { isHex64, trim } from "../format/text.js";
import { locateRunpack } from "../runpack/locate.js";
import { assertStrictHasKey, type Profile } from "../runpack/profile.js";
import { type RunpackVerification, verifyRunpack } from "../runpack/verify.js";
import type { ArtifactOptions } from "./artifact.js";

/** What the caller knows of the artifact from elsewhere. */
export interface Expectation {
  readonly runId?: string | undefined;
  /** 64 lower-case hex digits. */
  readonly manifestDigest?: string | undefined;
}

export interface VerifiedOne {
  readonly path: string;
  readonly profile: Profile;
  readonly requireSignature: boolean;
  readonly verification: RunpackVerification;
  /** What differs from the expectation; one sentence each. */
  readonly unexpected: readonly string[];
  /** The verification's verdict and no surprise. */
  readonly ok: boolean;
}

/** `sha256:` and 64 hex digits, or the digits alone. @throws GaitError invalid_input. */
export function parseExpectedDigest(value: string): string {
  const digits = trim(value).replace(/^sha256:/, "");
  if (!isHex64(digits)) throw invalidInput(`not a digest: ${JSON.stringify(value)}`, { hint: "It reads sha256: and 64 hex digits." });
  return digits.toLowerCase();
}

function surprises({ runId, manifestDigest }: RunpackVerification, expected: Expectation): string[] {
  const found: string[] = [];
  if (expected.runId !== undefined && expected.runId !== runId) found.push(`run id is ${runId}, expected ${expected.runId}`);
  if (expected.manifestDigest !== undefined && expected.manifestDigest !== manifestDigest.toLowerCase()) {
    found.push(`manifest digest is sha256:${manifestDigest}, expected sha256:${expected.manifestDigest}`);
  }
  return found;
}

const PACK_HINT = "This may be a pack: gait pack verify reads those.";

function withPackHint(error: unknown): unknown {
  if (!(error instanceof GaitError) || error.message !== "missing manifest.json") return error;
  const { category, message, code, retryable, file } = error;
  return new GaitError(category, message, { code, retryable, file, hint: PACK_HINT, cause: error });
}

/**
 * Verifies the runpack that a user names.
 * @throws GaitError invalid_input for what is no runpack, verification_failed for duplicate entries.
 */
export async function verifyOne(host: Host, name: string, expected: Expectation, options: ArtifactOptions): Promise<VerifiedOne> {
  assertStrictHasKey(options);
  const path = locateRunpack(host, name);
  const isStrict = options.profile === "strict";
  const requireSignature = options.requireSignature || isStrict;
  try {
    const verification = await verifyRunpack(host, path, {
      publicKey: options.publicKey,
      requireSignature,
      contents: isStrict ? "enforce" : "warn",
    });
    const unexpected = surprises(verification, expected);
    return { path, profile: options.profile, requireSignature, verification, unexpected, ok: verification.ok && unexpected.length === 0 };
  } catch (error) {
    throw withPackHint(error);
  }
}
