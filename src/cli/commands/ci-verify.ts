import { openCheckout } from "../../ci/checkout.js";
import type { VerifyCheckOptions } from "../../ci/types.js";
import { runVerifyCheck } from "../../ci/verify-check.js";
import { invalidInput } from "../../format/errors.js";
import { isBlank, trim } from "../../format/text.js";
import { spawnTool } from "../../host/spawn-tool.js";
import { parseProfile } from "../../runpack/profile.js";
import { BASE_FLAG, choicesOf, fromRoot, OUTPUT_FLAGS, outputPlan, showCheck } from "../ci-flags.js";
import type { Arguments, Command, Shell } from "../command.js";

const FAIL_ON: VerifyCheckOptions["failOn"] = ["tampered", "unsigned", "unknown-schema", "key-changed"];

export const command: Command = {
  name: "ci verify",
  summary: "Verify the evidence in a repository and write reports.",
  description:
    "Verify runpacks and packs, compare them with the base commit, and write the reports that CI systems show.\n" +
    "Exit 2 where one is not what it claims to be or breaks a rule of --fail-on, 6 where one cannot be judged.\n" +
    "Traces and session chains cannot be verified by this version: where a path holds one, the check does not pass.",
  usage: ["ci verify <path|folder|pattern>... [--public-key path] [--base auto|none|revision] [--fail-on csv]"],
  flags: [
    {
      name: "profile",
      kind: "string",
      value: "standard|strict",
      default: "standard",
      choices: ["standard", "strict"],
      help: "strict requires a signature of the given key and refuses whatever is doubtful.",
    },
    { name: "require-signature", kind: "boolean", help: "Fail unless a signature of the given key holds." },
    { name: "public-key", kind: "string", value: "path", help: "File with the public key to verify with." },
    { name: "public-key-env", kind: "string", value: "name", help: "Environment variable with the public key." },
    { name: "allow-empty", kind: "boolean", help: "Accept paths that match nothing." },
    { name: "changed-only", kind: "boolean", help: "Verify only what changed since the base commit." },
    BASE_FLAG,
    {
      name: "fail-on",
      kind: "string",
      value: "csv",
      default: "tampered",
      choices: [...FAIL_ON, "none"],
      help: `What fails the check besides tampering, which always does: ${FAIL_ON.slice(1).join(", ")}.`,
    },
    ...OUTPUT_FLAGS,
  ],
  examples: [
    {
      line: "gait ci verify 'evidence/**/*.zip' --public-key release.pub --fail-on unsigned,key-changed",
      why: "All evidence of a repository.",
    },
    { line: "gait ci verify evidence --changed-only --format sarif,junit-extended", why: "What a change adds or replaces." },
  ],
  run: async (args, shell) => {
    const plan = outputPlan(args);
    const failOn = choicesOf(args, "fail-on", FAIL_ON);
    if (args.positionals.length === 0) throw invalidInput("expected files, folders or patterns to verify");
    const checkout = await openCheckout(shell.host, spawnTool(shell.host.env), trim(args.string("base")) || "auto");
    const { host, folder } = checkout;
    const check = await runVerifyCheck(host, {
      paths: args.positionals.map((name) => fromRoot(host, folder, name)),
      profile: parseProfile(args.string("profile")),
      requireSignature: args.boolean("require-signature"),
      ...publicKey(args, shell),
      publicKeyFile: isBlank(args.string("public-key")) ? undefined : fromRoot(host, folder, trim(args.string("public-key"))),
      allowEmpty: args.boolean("allow-empty"),
      changedOnly: args.boolean("changed-only"),
      failOn,
      headSha: checkout.headSha,
      base: checkout.base,
      baseNote: checkout.baseNote,
      onProgress: shell.progress,
    });
    shell.progress("");
    return showCheck(check, plan, shell, checkout.baseNote);
  },
};

function publicKey(args: Arguments, { host }: Shell): Pick<VerifyCheckOptions, "publicKey"> {
  const name = trim(args.string("public-key-env"));
  if (name === "") return {};
  const value = trim(host.env[name] ?? "");
  if (value === "") throw invalidInput(`public key env not set: ${name}`);
  return { publicKey: value };
}
