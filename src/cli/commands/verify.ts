import { invalidInput } from "../../format/errors.js";
import { isBlank } from "../../format/text.js";
import { shown } from "../../report/visible.js";
import { plural } from "../../report/wording.js";
import { readTicketFooter } from "../../runpack/footer.js";
import { parseProfile } from "../../runpack/profile.js";
import type { ArtifactOptions } from "../../verify/artifact.js";
import { standsForMany } from "../../verify/discover.js";
import { type VerifiedMany, verifyMany } from "../../verify/many.js";
import { type Expectation, parseExpectedDigest, verifyOne } from "../../verify/one.js";
import type { Arguments, Command, Outcome, Shell } from "../command.js";
import { VERIFY_KEY_FLAGS, verifyKey } from "../key-flags.js";
import { artifactFields, artifactLines, verificationOutcome } from "../verify-output.js";

function optionsOf(args: Arguments, { host }: Shell): ArtifactOptions {
  return {
    profile: parseProfile(args.string("profile")),
    publicKey: verifyKey(host, args),
    requireSignature: args.boolean("require-signature"),
  };
}

function expectationOf(args: Arguments): Expectation {
  const footer = args.string("from-footer");
  const digest = args.string("expect-digest");
  const stated = isBlank(footer) ? undefined : readTicketFooter(footer);
  const expected = isBlank(digest) ? undefined : parseExpectedDigest(digest);
  if (stated && expected !== undefined && stated.manifestDigest !== expected) {
    throw invalidInput("--expect-digest and --from-footer name different digests");
  }
  return { runId: stated?.runId, manifestDigest: stated?.manifestDigest ?? expected };
}

async function manyOutcome(args: Arguments, names: readonly string[], shell: Shell): Promise<Outcome> {
  const result = await verifyMany(shell.host, {
    ...optionsOf(args, shell),
    names,
    allowEmpty: args.boolean("allow-empty"),
    onProgress: (done, total, path) => shell.progress(`verifying ${done + 1} of ${total}: ${shown(path)}`),
  });
  shell.progress("");
  return { exitCode: result.exitCode, json: manyFields(result), text: manyText(result) };
}

const manyFields = ({ artifacts, verified, failed, unreadable, skipped, exitCode }: VerifiedMany) => ({
  ok: exitCode === 0,
  verified,
  failed,
  unreadable,
  skipped,
  artifacts: artifacts.map(artifactFields),
});

function manyText({ artifacts, verified, failed, unreadable, skipped, exitCode }: VerifiedMany): string[] {
  const skippedWord = skipped > 0 ? `, ${plural(skipped, "other file")} skipped` : "";
  return [
    `verify ${exitCode === 0 ? "ok" : "failed"}: ${verified} verified, ${failed} failed, ${unreadable} unreadable${skippedWord}`,
    ...artifactLines(artifacts),
  ];
}

/** Words that name other forms of the command, which artifacts in the working folder must not be mistaken for. */
function assertAvailable(first: string | undefined): void {
  if (first !== "chain" && first !== "session-chain") return;
  throw invalidInput(`verify ${first} is not available in this version`, {
    code: "not_available",
    hint: `To verify a runpack whose run id is ${first}, name its file.`,
  });
}

export const command: Command = {
  name: "verify",
  summary: "Verify runpacks and packs.",
  description:
    "Verify that artifacts are what was recorded: every digest, and the signatures where there is a key. Exit 2 where one is not.\n" +
    "Several names, a folder or a quoted pattern verify each artifact and sum up.\n" +
    "The forms `gait verify chain` and `gait verify session-chain` are not available in this version.",
  usage: ["verify <run_id|path> [flags]", "verify <path|folder|pattern>... [flags]", "verify --from-footer <line> [flags]"],
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
    ...VERIFY_KEY_FLAGS,
    { name: "expect-digest", kind: "string", value: "sha256:hex", help: "Fail unless this is the manifest digest." },
    { name: "from-footer", kind: "string", value: "line", help: "Fail unless the artifact is the one of this ticket footer." },
    { name: "allow-empty", kind: "boolean", help: "Accept folders and patterns that match nothing." },
  ],
  examples: [
    { line: "gait verify run_demo", why: "A run by its id." },
    { line: "gait verify 'evidence/**/*.zip' --require-signature --public-key release.pub --json", why: "All evidence of a release." },
    { line: "gait verify ./run.zip --from-footer \"$(grep '^GAIT run_id=' ticket.txt)\"", why: "Whether a ticket is about this file." },
  ],
  run: async (args, shell) => {
    const { host } = shell;
    const expectation = expectationOf(args);
    const names = args.positionals.length === 0 && expectation.runId !== undefined ? [expectation.runId] : args.positionals;
    const [only, ...others] = names;
    assertAvailable(only);
    if (only === undefined) throw invalidInput("expected run_id or path");
    if (others.length > 0 || standsForMany(host, only)) {
      if (expectation.manifestDigest !== undefined) throw invalidInput("--expect-digest and --from-footer take exactly one artifact");
      return manyOutcome(args, names, shell);
    }
    return verificationOutcome(await verifyOne(host, only, expectation, optionsOf(args, shell)));
  },
};
