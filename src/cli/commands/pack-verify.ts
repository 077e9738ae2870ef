import type { JsonObject } from "../../format/json.js";
import { type PackVerification, verifyPack } from "../../pack/verify.js";
import type { Finding } from "../../runpack/finding.js";
import { parseProfile } from "../../runpack/profile.js";
import { type Command, omitEmptyFields } from "../command.js";
import { VERIFY_KEY_FLAGS, verifyKey } from "../key-flags.js";
import { PATH_FLAG, packFailure, packOutput, packPath } from "../pack-output.js";

const findingFields = ({ code, message }: Finding): JsonObject => ({ code, message });

const verifyFields = (result: PackVerification): JsonObject =>
  omitEmptyFields({
    pack_id: result.packId,
    pack_type: result.packType,
    source_ref: result.sourceRef,
    files_checked: result.filesChecked,
    proof_records_verified: result.proofRecordsVerified,
    missing_files: [...result.missingFiles],
    hash_mismatches: result.hashMismatches.map(({ path, expected, actual }) => ({ path, expected, actual })),
    undeclared_files: [...result.undeclaredFiles],
    signature_status: result.signature.status,
    signature_errors: [...result.signature.errors],
    signatures_total: result.signature.total,
    signatures_valid: result.signature.valid,
    verified_key_ids: [...result.signature.verifiedKeyIds],
    legacy_type: result.legacyType,
    failures: result.failures.map(findingFields),
    warnings: result.warnings.map(findingFields),
  });

function textLines(path: string, result: PackVerification): string[] {
  const { signature } = result;
  const list = (label: string, items: readonly string[]) => (items.length > 0 ? [`${label}: ${items.join(", ")}`] : []);
  const isSignatureWorthALine = !result.ok || signature.status === "skipped";
  return [
    `pack verify ${result.ok ? "ok" : "failed"}: ${path}`,
    ...list("missing files", result.missingFiles),
    ...result.hashMismatches.map((one) => `changed: ${one.path} (declared ${one.expected}, found ${one.actual})`),
    ...list("undeclared files", result.undeclaredFiles),
    ...result.failures.map((one) => `failure: ${one.message}`),
    ...(isSignatureWorthALine
      ? [`signature ${signature.status}${signature.errors.length > 0 ? `: ${signature.errors.join("; ")}` : ""}`]
      : []),
    ...result.warnings.map((one) => `warning: ${one.message}`),
  ];
}

export const command: Command = {
  name: "pack verify",
  summary: "Check that a pack is what was sealed.",
  description: "Check offline that a pack holds exactly what was sealed in it, that its parts agree with each other, and who signed it.",
  usage: ["pack verify <pack.zip> [--profile standard|strict] [--require-signature] [--public-key key]"],
  flags: [
    PATH_FLAG,
    {
      name: "profile",
      kind: "string",
      value: "standard|strict",
      default: "standard",
      choices: ["standard", "strict"],
      help: "strict requires a signature and fails on every warning.",
    },
    { name: "require-signature", kind: "boolean", help: "Fail unless the pack and its proof records are signed with the key." },
    ...VERIFY_KEY_FLAGS,
  ],
  examples: [
    { line: "gait pack verify pack.zip", why: "Content only; says whether there is a signature." },
    {
      line: "gait pack verify pack.zip --profile strict --public-key gait.pub",
      why: "For an audit: signed with this key, and nothing amiss.",
    },
  ],
  failureFields: packFailure("verify"),
  run: async (args, { host }) => {
    const path = packPath(args);
    const profile = parseProfile(args.string("profile"));
    const publicKey = verifyKey(host, args);
    const result = await verifyPack(host, path, { profile, publicKey, requireSignature: args.boolean("require-signature") });
    const { packId: pack_id, packType: pack_type, sourceRef: source_ref } = result;
    return {
      exitCode: result.ok ? 0 : 2,
      json: packOutput("verify", { ok: result.ok, path, pack_id, pack_type, source_ref, verify: verifyFields(result) }),
      text: textLines(path, result),
    };
  },
};
