/** The line that ties a ticket or pull request to an artifact (spec 10 §7). */
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { trim } from "../format/text.js";
import { type RunpackVerification, verifyRunpack } from "./verify.js";

export const ticketFooter = (runId: string, digest: string): string =>
  `GAIT run_id=${runId} manifest=sha256:${digest} verify="gait verify ${runId}"`;

const FOOTER = /^GAIT run_id=([A-Za-z0-9_-]+) manifest=sha256:([a-f0-9]{64}) verify="gait verify ([A-Za-z0-9_-]+)"$/;

export interface FooterFacts {
  readonly runId: string;
  /** 64 lower-case hex digits. */
  readonly manifestDigest: string;
}

/** What a footer says, or undefined where it breaks its contract; both ids must agree. */
export function parseTicketFooter(footer: string): FooterFacts | undefined {
  const match = FOOTER.exec(footer);
  return match && match[1] === match[3] ? { runId: match[1]!, manifestDigest: match[2]! } : undefined;
}

/** Whether a footer keeps its contract. */
export const isTicketFooter = (footer: string): boolean => parseTicketFooter(footer) !== undefined;

/** Reads the footer that a user pasted. @throws GaitError invalid_input. */
export function readTicketFooter(footer: string): FooterFacts {
  const facts = parseTicketFooter(trim(footer));
  if (facts) return facts;
  throw invalidInput("not a ticket footer", { hint: `It reads ${ticketFooter("<run_id>", "<64 hex digits>")}.` });
}

export interface Receipt {
  readonly verification: RunpackVerification;
  readonly footer: string;
}

/**
 * The footer of a sound runpack; signatures are not looked at.
 * @throws GaitError verification_failed for findings, internal_failure where id or digest cannot stand in a footer.
 */
export async function runpackReceipt(host: Host, file: string): Promise<Receipt> {
  const verification = await verifyRunpack(host, file);
  if (!verification.ok) {
    throw new GaitError("verification_failed", "runpack verification failed", { hint: `Run gait verify ${file} to see what differs.` });
  }
  const footer = ticketFooter(verification.runId, verification.manifestDigest);
  if (!isTicketFooter(footer)) {
    throw new GaitError("internal_failure", "ticket footer contract validation failed", {
      hint: "A footer takes run ids of letters, digits, - and _, and lower-case digests.",
    });
  }
  return { verification, footer };
}
