/** What can be wrong with a pack that someone sealed again without its key, and what verification says to it. */
import { canonicalize, sha256Hex } from "../../src/format/canonical.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { entryType } from "../../src/pack/manifest.js";
import { buildProofRecords } from "../../src/pack/proof.js";
import { changedRunpack, type Edit, entriesOf, jsonOf, RECEIPT, reseal, tckRun, textOf, zipOf } from "./support.js";

export interface EditCase {
  readonly name: string;
  readonly edit: (pack: Uint8Array) => Uint8Array;
  /** `ok`, `failed` (a verdict with lists), or what the error says. */
  readonly verdict: "ok" | "failed" | RegExp;
  /** Codes of what is only warned about in the standard profile. */
  readonly findings?: readonly string[];
  /** Refused here and accepted by the reference (spec 20 §19). */
  readonly isStricter?: boolean;
}

const sealed = (edit: Edit) => (pack: Uint8Array) => reseal(pack, edit);
const withManifest = (change: (manifest: JsonObject) => object, rest: Edit = { contents: false }) =>
  sealed({ ...rest, manifest: (manifest) => change(manifest as unknown as JsonObject) });

/** The manifest's text changed, nothing sealed again. */
const manifestText = (change: (text: string) => string) => (pack: Uint8Array) => {
  const entries = entriesOf(pack);
  return zipOf([...entries].map(([name, data]) => [name, name === "pack_manifest.json" ? change(textOf(entries, name)) : data]));
};

const entryText = (name: string, change: (text: string) => string) => (pack: Uint8Array) =>
  reseal(pack, { entries: { [name]: change(textOf(entriesOf(pack), name)) } });

const payload = (change: JsonObject) =>
  entryText("run_payload.json", (text) => canonicalize({ ...(JSON.parse(text) as JsonObject), ...change }));

const proofLines = (change: (records: JsonObject[]) => (JsonObject | string)[]) =>
  entryText("proof_records.jsonl", (text) =>
    change(text.split("\n").map((line) => JSON.parse(line) as JsonObject))
      .map((record) => (typeof record === "string" ? record : canonicalize(record)))
      .join("\n"),
  );

const changedIntegrity = (record: JsonObject, change: JsonObject): JsonObject => ({
  ...record,
  integrity: { ...(record.integrity as JsonObject), ...change },
});

/** A chain that holds, over entries that are told differently. */
const falseChain =
  (sourceRef: string, tell: (entry: { path: string; sha256: string; size: number }) => object | undefined) => (pack: Uint8Array) => {
    const entries = entriesOf(pack);
    const told = [...entries]
      .filter(([path]) => path !== "pack_manifest.json" && path !== "proof_records.jsonl")
      .map(([path, data]) => ({ path, type: entryType(path), sha256: sha256Hex(data), size: data.length }))
      .flatMap((entry) => {
        const change = tell(entry);
        return change ? [{ ...entry, ...change }] : [];
      });
    const subject = { packType: "run", sourceRef, producerVersion: "0.0.0-dev" };
    return reseal(pack, { entries: { "proof_records.jsonl": buildProofRecords(subject, told) } });
  };

const refused = (name: string, edit: EditCase["edit"], verdict: RegExp): EditCase => ({ name, edit, verdict });
const accepted = (name: string, edit: EditCase["edit"], ...findings: string[]): EditCase => ({ name, edit, verdict: "ok", findings });
const failed = (name: string, edit: EditCase["edit"]): EditCase => ({ name, edit, verdict: "failed" });

const manifestRules: EditCase[] = [
  accepted(
    "the manifest is indented",
    manifestText((text) => JSON.stringify(JSON.parse(text), null, 2)),
  ),
  accepted(
    "the manifest has an empty list of signatures",
    manifestText((text) => text.replace(/}$/, ',"signatures":[]}')),
  ),
  accepted(
    "the pack id is written in capitals",
    manifestText((text) => text.replace(/"pack_id":"[^"]*"/, (match) => match.replace(/:".*/, (id) => id.toUpperCase()))),
  ),
  refused(
    "another pack id",
    withManifest(() => ({ pack_id: "0".repeat(64) }), { contents: false, id: false }),
    /^pack_id mismatch: expected=8ca145\S+ actual=0{64}$/,
  ),
  refused(
    "a field edited under the old id",
    withManifest(() => ({ producer_version: "9" }), { contents: false, id: false }),
    /^pack_id mismatch/,
  ),
  refused(
    "the manifest is no JSON",
    manifestText(() => "{"),
    /^parse manifest: /,
  ),
  refused(
    "schema_id",
    withManifest(() => ({ schema_id: "gait.pack.other" })),
    /^parse manifest: unsupported manifest schema_id: gait\.pack\.other$/,
  ),
  refused(
    "schema_version",
    withManifest(() => ({ schema_version: "1.0.1" })),
    /^parse manifest: unsupported manifest schema_version: 1\.0\.1$/,
  ),
  refused(
    "pack_type",
    withManifest(() => ({ pack_type: "Run" })),
    /^parse manifest: invalid pack_type: Run$/,
  ),
  refused(
    "a blank source_ref",
    withManifest(() => ({ source_ref: " " })),
    /^parse manifest: manifest missing source_ref$/,
  ),
  refused(
    "a blank producer_version",
    withManifest(() => ({ producer_version: "\t" })),
    /^parse manifest: manifest missing producer_version$/,
  ),
  refused(
    "no created_at",
    withManifest(() => ({ created_at: "0001-01-01T00:00:00Z" })),
    /^parse manifest: manifest missing created_at$/,
  ),
  refused(
    "a short pack_id",
    manifestText((text) => text.replace(/"pack_id":"[^"]*"/, '"pack_id":"abc"')),
    /^parse manifest: manifest pack_id must be sha256 hex$/,
  ),
  refused(
    "contents are null",
    manifestText((text) => text.replace(/"contents":\[[^\]]*\]/, '"contents":null')),
    /^parse manifest: manifest missing contents$/,
  ),
  refused(
    "an entry without a path",
    withManifest(() => ({ contents: [{ path: " ", sha256: "0".repeat(64), type: "json" }] })),
    /manifest content path is required$/,
  ),
  refused(
    "an entry with a bad digest",
    withManifest(() => ({ contents: [{ path: "a", sha256: "xyz", type: "json" }] })),
    /manifest content sha256 must be sha256 hex: a$/,
  ),
  refused(
    "an entry without a type",
    withManifest(() => ({ contents: [{ path: "a", sha256: "0".repeat(64), type: "" }] })),
    /manifest content type is required: a$/,
  ),
  refused(
    "an unknown field",
    manifestText((text) => text.replace(/}$/, ',"extra":1}')),
    /^parse manifest: line 1: unknown field extra$/,
  ),
  refused(
    "an unknown field of an entry",
    manifestText((text) => text.replace('"path":', '"note":1,"path":')),
    /unknown field contents\[0\]\.note$/,
  ),
  refused(
    "a blank signature",
    manifestText((text) => text.replace(/}$/, ',"signatures":[{"alg":"ed25519","key_id":"","sig":"x"}]}')),
    /manifest signature needs alg, key_id and sig$/,
  ),
  refused(
    "a signature over no digest",
    manifestText((text) => text.replace(/}$/, ',"signatures":[{"alg":"ed25519","key_id":"a","sig":"x","signed_digest":"zz"}]}')),
    /manifest signature signed_digest must be sha256 hex$/,
  ),
  {
    name: "a field twice",
    edit: manifestText((text) => text.replace('"pack_type":', '"pack_type":"job","pack_type":')),
    verdict: /^parse manifest: line 1: repeated key "pack_type"$/,
    isStricter: true,
  },
  {
    name: "a field twice, once in capitals",
    edit: manifestText((text) => text.replace('"pack_type":', '"PACK_TYPE":"job","pack_type":')),
    verdict: /^parse manifest: line 1: repeated field pack_type$/,
    isStricter: true,
  },
  accepted(
    "a field in capitals",
    manifestText((text) => text.replace('"pack_type":', '"Pack_Type":')),
    "manifest_key_case",
  ),
  accepted(
    "blanks around source_ref",
    withManifest(() => ({ source_ref: " run_tck " })),
    "source_ref_blanks",
  ),
  accepted(
    "an entry declared twice",
    withManifest(({ contents }) => ({ contents: [...(contents as Json[]), (contents as Json[])[0]] })),
    "contents_repeated",
  ),
];

const entryRules: EditCase[] = [
  failed("an entry changed", sealed({ entries: { "run_payload.json": "{}" }, contents: false })),
  failed("an entry gone", sealed({ entries: { "context_envelope.json": undefined }, contents: false })),
  failed("an entry more", sealed({ entries: { "../evil.txt": "x" }, contents: false })),
  failed("an entry renamed", sealed({ entries: { "run_payload.json": undefined, "Run_Payload.json": "{}" }, contents: false })),
  failed(
    "the manifest declares itself",
    withManifest(({ contents }) => ({
      contents: [...(contents as Json[]), { path: "pack_manifest.json", sha256: "0".repeat(64), type: "json" }],
    })),
  ),
  refused(
    "nothing but an empty manifest",
    sealed({
      entries: Object.fromEntries(
        ["run_payload.json", "context_envelope.json", "proof_records.jsonl", "source/runpack.zip"].map((name) => [name, undefined]),
      ),
    }),
    /^missing run_payload\.json$/,
  ),
];

const proofRules: EditCase[] = [
  accepted("no proof records", sealed({ entries: { "proof_records.jsonl": undefined } }), "proof_records_missing"),
  accepted("an empty chain", sealed({ entries: { "proof_records.jsonl": "" } }), ...Array(3).fill("proof_records_mismatch")),
  accepted(
    "a chain cut off",
    proofLines((records) => records.slice(0, 2)),
    "proof_records_mismatch",
  ),
  accepted(
    "blank lines and carriage returns",
    entryText("proof_records.jsonl", (text) => `${text.replaceAll("\n", "\r\n \r\n")}\r\n`),
  ),
  accepted(
    "a record tells another digest",
    falseChain("run_tck", ({ path }) => (path === "run_payload.json" ? { sha256: "0".repeat(64) } : {})),
    "proof_records_mismatch",
  ),
  accepted(
    "a record tells another size",
    falseChain("run_tck", ({ path }) => (path === "run_payload.json" ? { size: 1 } : {})),
    "proof_records_mismatch",
  ),
  accepted(
    "a record about another file",
    falseChain("run_tck", ({ path }) => (path === "run_payload.json" ? { path: "other.json" } : {})),
    "proof_records_mismatch",
    "proof_records_mismatch",
  ),
  accepted(
    "records of another run",
    falseChain("run_other", () => ({})),
    ...Array(3).fill("proof_records_mismatch"),
  ),
  refused(
    "a record edited",
    proofLines(([first, ...rest]) => [{ ...first, agent_id: "x" }, ...rest]),
    /^proof_records\.jsonl: line 1 record hash mismatch/,
  ),
  refused(
    "the first record gone",
    proofLines((records) => records.slice(1)),
    /^proof_records\.jsonl: line 1 previous_record_hash mismatch/,
  ),
  refused(
    "a record gone in the middle",
    proofLines(([first, , third]) => [first!, third!]),
    /^proof_records\.jsonl: line 2 previous_record_hash mismatch/,
  ),
  refused(
    "records swapped",
    proofLines(([first, second, third]) => [second!, first!, third!]),
    /^proof_records\.jsonl: line 1 /,
  ),
  refused(
    "a hash in capitals",
    proofLines(([first, ...rest]) => [
      changedIntegrity(first!, { record_hash: String((first!.integrity as JsonObject).record_hash).toUpperCase() }),
      ...rest,
    ]),
    /^proof_records\.jsonl: line 1 record hash mismatch/,
  ),
  refused(
    "a line that is no JSON, its number told",
    entryText("proof_records.jsonl", (text) => `${text}\n\ngarbage`),
    /^proof_records\.jsonl: line 5 /,
  ),
  ...["record_id", "record_version", "timestamp", "source", "source_product", "record_type", "event", "controls", "integrity"].map((key) =>
    refused(
      `a record without ${key}`,
      proofLines(([{ [key]: _, ...first } = {}, ...rest]) => [first as JsonObject, ...rest]),
      /^proof_records\.jsonl: line 1 /,
    ),
  ),
  {
    name: "a record with a field twice",
    edit: entryText("proof_records.jsonl", (text) => text.replace('"agent_id":', '"agent_id":"other","agent_id":')),
    verdict: /^proof_records\.jsonl: line 1 repeated key "agent_id"$/,
    isStricter: true,
  },
];

const payloadRules: EditCase[] = [
  refused("no payload", sealed({ entries: { "run_payload.json": undefined } }), /^missing run_payload\.json$/),
  refused("no runpack", sealed({ entries: { "source/runpack.zip": undefined } }), /^missing source\/runpack\.zip$/),
  refused(
    "the payload is no JSON",
    entryText("run_payload.json", () => "{"),
    /^parse run_payload\.json: /,
  ),
  refused(
    "the payload goes on after its value",
    entryText("run_payload.json", (text) => `${text} {}`),
    /^parse run_payload\.json: /,
  ),
  refused("an unknown field of the payload", payload({ more: 1 }), /^parse run_payload\.json: line 1: unknown field more$/),
  refused("payload schema_id", payload({ schema_id: "gait.pack.job" }), /^run payload schema_id must be gait\.pack\.run$/),
  refused("payload schema_version", payload({ schema_version: "2" }), /^run payload schema_version must be 1\.0\.0$/),
  refused("payload created_at", payload({ created_at: "0001-01-01T00:00:00Z" }), /^run payload created_at is required$/),
  refused("payload run_id", payload({ run_id: "run_other" }), /^run payload run_id does not match manifest source_ref$/),
  refused("a blank run_id", payload({ run_id: " " }), /^run payload run_id is required$/),
  refused("capture_mode", payload({ capture_mode: "RAW" }), /^run payload capture_mode must be reference or raw$/),
  refused("manifest_digest", payload({ manifest_digest: "abc" }), /^run payload manifest_digest must be sha256 hex$/),
  refused("intents_count", payload({ intents_count: -1 }), /^run payload intents_count must be >= 0$/),
  refused("results_count", payload({ results_count: -1 }), /^run payload results_count must be >= 0$/),
  refused("refs_count", payload({ refs_count: -1 }), /^run payload refs_count must be >= 0$/),
  refused("context_ref_count", payload({ context_ref_count: -1 }), /^run payload context_ref_count must be >= 0$/),
  refused(
    "a count that is no integer literal",
    entryText("run_payload.json", (text) => text.replace('"intents_count":1', '"intents_count":1.0')),
    /^parse run_payload\.json: line 1: intents_count must be an integer/,
  ),
  refused("context_set_digest", payload({ context_set_digest: "abc" }), /^run payload context_set_digest must be sha256 hex$/),
  refused(
    "context_evidence_mode",
    payload({ context_evidence_mode: "BEST_EFFORT" }),
    /^run payload context_evidence_mode must be best_effort or required$/,
  ),
  {
    name: "a payload field twice",
    edit: entryText("run_payload.json", (text) => text.replace('"run_id":', '"run_id":"x","run_id":')),
    verdict: /^parse run_payload\.json: line 1: repeated key "run_id"$/,
    isStricter: true,
  },
  accepted(
    "digests in capitals between blanks",
    payload({ manifest_digest: " 145318DF409E6CD34ADC043EE5949A26D299007CE7E633D35A7DB25CAC092AF7 " }),
    "proof_records_mismatch",
  ),
  accepted(
    "a payload field in capitals",
    entryText("run_payload.json", (text) => text.replace('"run_id":', '"Run_ID":')),
    "payload_key_case",
    "proof_records_mismatch",
  ),
];

const storyRules: EditCase[] = [
  accepted("another count than the runpack's", payload({ results_count: 2 }), "proof_records_mismatch", "run_payload_mismatch"),
  accepted(
    "another privacy mode than the runpack's",
    payload({ context_privacy_mode: "raw" }),
    "proof_records_mismatch",
    "run_payload_mismatch",
  ),
  accepted(
    "the runpack is no archive",
    sealed({ entries: { "source/runpack.zip": "nozip" } }),
    "proof_records_mismatch",
    "embedded_runpack_invalid",
  ),
  accepted(
    "the runpack of another run",
    (pack) => reseal(pack, { entries: { "source/runpack.zip": changedRunpack(() => tckRun("run_2")) } }),
    "proof_records_mismatch",
    "run_payload_mismatch",
    "context_envelope_mismatch",
  ),
  accepted(
    "a runpack that doesn't say one run id",
    (pack) =>
      reseal(pack, {
        entries: {
          "source/runpack.zip": changedRunpack((run) => ({ ...run, intents: run.intents.map((one) => ({ ...one, run_id: "run_2" })) })),
        },
      }),
    "proof_records_mismatch",
    "run_payload_mismatch",
    "runpack_run_id_mismatch",
  ),
  accepted(
    "a runpack with another receipt",
    (pack) =>
      reseal(pack, {
        entries: {
          "source/runpack.zip": changedRunpack((run) => ({ ...run, refs: { ...run.refs, receipts: [{ ...RECEIPT, ref_id: "ref_2" }] } })),
        },
      }),
    "proof_records_mismatch",
    "run_payload_mismatch",
    "context_envelope_mismatch",
  ),
  accepted(
    "the envelope is no JSON",
    sealed({ entries: { "context_envelope.json": "{" } }),
    "proof_records_mismatch",
    "context_envelope_invalid",
  ),
  accepted(
    "the envelope's digest is not its records'",
    entryText("context_envelope.json", (text) => text.replace("https://example.com", "https://example.org")),
    "proof_records_mismatch",
    "context_envelope_invalid",
  ),
  accepted(
    "the envelope tells another mode",
    entryText("context_envelope.json", (text) => text.replace("best_effort", "required")),
    "proof_records_mismatch",
    "context_envelope_mismatch",
  ),
  accepted(
    "receipts without an envelope",
    sealed({ entries: { "context_envelope.json": undefined } }),
    "proof_records_mismatch",
    "context_envelope_missing",
  ),
  accepted(
    "an envelope without receipts",
    (pack) => {
      const empty = changedRunpack((run) => ({ ...run, refs: { ...run.refs, receipts: [] } }));
      const manifest = jsonOf(entriesOf(empty), "manifest.json");
      const stored = jsonOf(entriesOf(pack), "run_payload.json");
      const {
        context_privacy_mode: _,
        context_ref_count: __,
        ...told
      } = { ...stored, manifest_digest: manifest.manifest_digest!, refs_count: 0 } as JsonObject;
      return reseal(pack, { entries: { "source/runpack.zip": empty, "run_payload.json": canonicalize(told) } });
    },
    "proof_records_mismatch",
    "proof_records_mismatch",
    "context_envelope_unexpected",
  ),
];

export const EDITS: readonly EditCase[] = [
  { name: "untouched", edit: (pack) => pack, verdict: "ok" },
  ...manifestRules,
  ...entryRules,
  ...proofRules,
  ...payloadRules,
  ...storyRules,
];
