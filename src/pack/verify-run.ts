/** The run part of verification: the payload's contract, and whether runpack, payload and envelope tell one story. */
import { GaitError, invalidInput } from "../format/errors.js";
import type { Host } from "../format/host.js";
import { parseJsonDocument } from "../format/json.js";
import type { Finding } from "../runpack/finding.js";
import { type Runpack, readRunpack } from "../runpack/read.js";
import { verifyRunpack } from "../runpack/verify.js";
import { buildEnvelope, envelopeDifferences, parseEnvelope } from "./envelope.js";
import { type OpenPack, readPackEntry } from "./open.js";
import { ENTRY, type RunPayload, runPayloadShape } from "./records.js";
import { checkRunPayload, parseRunPayload, payloadDifferences } from "./run-payload.js";
import { inexactFields } from "./unambiguous.js";

/**
 * Holds a run pack whose entries are the declared ones to its contract (spec 20 §11 step 8).
 * @param strict also looks into very large records
 * @returns what the reference doesn't look at: findings about the embedded runpack and the envelope (spec 20 §19.2).
 * @throws GaitError invalid_input where the contract is broken.
 */
export async function verifyRunContract(host: Host, { zip, manifest }: OpenPack, strict: boolean): Promise<Finding[]> {
  const payloadBytes = readPackEntry(zip, ENTRY.runPayload);
  const payload = parseRunPayload(payloadBytes);
  checkRunPayload(payload, manifest.source_ref);
  if (!zip.entry(ENTRY.runpack)) throw invalidInput(`missing ${ENTRY.runpack}`, { code: "pack_missing_entry" });
  const findings: Finding[] = inexactFields(runPayloadShape, parseJsonDocument(payloadBytes)).map((field) => ({
    code: "payload_key_case",
    message: `${ENTRY.runPayload} writes a field's name as ${field}`,
  }));
  const embedded = readPackEntry(zip, ENTRY.runpack);
  const runpack = await attempt(findings, "embedded_runpack_invalid", ENTRY.runpack, () => readRunpack(host, embedded));
  if (runpack) findings.push(...payloadFindings(payload, runpack), ...(await embeddedFindings(host, embedded, strict)));
  const envelope = zip.entry(ENTRY.envelope)
    ? await attempt(findings, "context_envelope_invalid", ENTRY.envelope, () => parseEnvelope(readPackEntry(zip, ENTRY.envelope)))
    : undefined;
  if (runpack) findings.push(...(await envelopeFindings(runpack, envelope, zip.entry(ENTRY.envelope) !== undefined)));
  return findings;
}

/** What `read` gives; a GaitError becomes a finding, its message led by the entry's name. */
async function attempt<T>(findings: Finding[], code: string, name: string, read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    findings.push({ code, message: error.message.includes(name) ? error.message : `${name}: ${error.message}` });
    return undefined;
  }
}

/** What is doubtful about the embedded runpack though its digests hold. */
async function embeddedFindings(host: Host, bytes: Uint8Array, strict: boolean): Promise<Finding[]> {
  const { findings } = await verifyRunpack(host, bytes, { contents: strict ? "enforce" : "warn" });
  return findings.map(({ code, message }) => ({ code, message: `${ENTRY.runpack}: ${message}` }));
}

function payloadFindings(payload: RunPayload, runpack: Runpack): Finding[] {
  const fields = payloadDifferences(payload, runpack);
  if (fields.length === 0) return [];
  return [{ code: "run_payload_mismatch", message: `${ENTRY.runPayload} differs from ${ENTRY.runpack}: ${fields.join(", ")}` }];
}

async function envelopeFindings(
  { refs }: Runpack,
  envelope: ReturnType<typeof parseEnvelope> | undefined,
  present: boolean,
): Promise<Finding[]> {
  if (refs.receipts.length === 0) {
    return present ? [{ code: "context_envelope_unexpected", message: `${ENTRY.envelope} is there, but the run has no receipts` }] : [];
  }
  if (!present) return [{ code: "context_envelope_missing", message: `the run has receipts, but there is no ${ENTRY.envelope}` }];
  const findings: Finding[] = [];
  const expected = await attempt(findings, "context_envelope_mismatch", ENTRY.runpack, () => buildEnvelope(refs));
  if (!expected || !envelope) return findings;
  const fields = envelopeDifferences(envelope, expected);
  if (fields.length > 0) {
    findings.push({ code: "context_envelope_mismatch", message: `${ENTRY.envelope} differs from ${ENTRY.runpack}: ${fields.join(", ")}` });
  }
  return findings;
}
