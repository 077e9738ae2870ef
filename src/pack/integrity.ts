/** Whether a pack holds what it claims, told as a value rather than as a failure (spec 20 §19.4). */
import { GaitError } from "../format/errors.js";
import type { Host } from "../format/host.js";
import type { PackSource } from "./open.js";
import { type PackVerification, verifyPack } from "./verify.js";

export interface IntegrityReport {
  readonly ok: boolean;
  /** Why not, one sentence; "" where it is ok. */
  readonly reason: string;
}

/** Verifies without a key: a signature that is there is not looked at. */
export async function reportIntegrity(host: Host, source: PackSource): Promise<IntegrityReport> {
  try {
    const verification = await verifyPack(host, source);
    return { ok: verification.ok, reason: verification.ok ? "" : describeFailure(verification) };
  } catch (error) {
    if (error instanceof GaitError) return { ok: false, reason: error.message };
    throw error;
  }
}

/** Why a verification failed, in one sentence. */
export function describeFailure(verification: PackVerification): string {
  const { missingFiles, hashMismatches, undeclaredFiles, signature, failures } = verification;
  const part = (label: string, items: readonly string[]) => (items.length > 0 ? [`${label}: ${items.join(", ")}`] : []);
  return [
    ...part("missing", missingFiles),
    ...part(
      "changed",
      hashMismatches.map((one) => one.path),
    ),
    ...part("undeclared", undeclaredFiles),
    ...failures.map((one) => one.message),
    ...part(`signature ${signature.status}`, signature.errors),
  ].join("; ");
}
