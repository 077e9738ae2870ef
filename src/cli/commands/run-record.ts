import path from "node:path";
import { invalidInput } from "../../format/errors.js";
import { isBlank } from "../../format/text.js";
import { type Recorded, recordRun } from "../../runpack/record.js";
import { type Arguments, type Command, type Outcome, omitEmptyFields } from "../command.js";

/** A relative path as one that no shell takes for a command. */
const dotted = (file: string): string => (path.isAbsolute(file) || file.startsWith(".") ? file : `./${file}`);

function inputOf(args: Arguments): string {
  const flag = args.string("input");
  const given = isBlank(flag) ? args.positionals[0] : flag;
  if (args.positionals.length > (isBlank(flag) ? 1 : 0)) throw invalidInput("unexpected positional arguments");
  if (given === undefined || isBlank(given)) throw invalidInput("missing required --input <run_record.json>");
  return given;
}

function show(recorded: Recorded): Outcome {
  const fields = {
    run_id: recorded.runId,
    bundle: dotted(recorded.path),
    signature_status: recorded.signatureStatus,
    signature_key_id: recorded.signatureKeyId,
    warnings: [...recorded.warnings],
    input_warnings: [...recorded.inputWarnings],
    ticket_footer: recorded.ticketFooter,
  };
  const text = Object.entries(fields)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(";") : value] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${value}`);
  return { exitCode: 0, json: omitEmptyFields({ ok: true, manifest_digest: recorded.manifestDigest, ...fields }), text };
}

export const command: Command = {
  name: "run record",
  errorLabel: "record",
  summary: "Record a run as a runpack.",
  description:
    "Record what an agent did, described in one JSON file, as a runpack: digests of every call and result, signed if a key is given.\n" +
    "Arguments and results are digested and dropped unless --capture-mode raw keeps them.",
  usage: ["run record --input <run_record.json> [flags]", "run record <run_record.json> [flags]"],
  flags: [
    { name: "input", kind: "string", value: "path", help: "JSON file with run, intents, results and refs." },
    { name: "out-dir", kind: "string", value: "path", default: "./gait-out", help: "Folder of the runpack; created if missing." },
    { name: "run-id", kind: "string", value: "id", help: "Replaces the run id everywhere in the input." },
    {
      name: "capture-mode",
      kind: "string",
      value: "reference|raw",
      choices: ["reference", "raw"],
      help: "reference keeps digests only; raw also keeps arguments and results. Default: what the input says, else reference.",
    },
    {
      name: "key-mode",
      kind: "string",
      value: "dev|prod",
      choices: ["dev", "prod"],
      help: "prod signs with the given key, dev with one that is thrown away.",
    },
    { name: "private-key", kind: "string", value: "path", help: "File with the private key to sign with." },
    { name: "private-key-env", kind: "string", value: "name", help: "Environment variable with the private key." },
    {
      name: "context-envelope",
      kind: "string",
      value: "path",
      help: "Envelope of what the agent had read; its records replace the references.",
    },
    {
      name: "context-evidence-mode",
      kind: "string",
      value: "best_effort|required",
      choices: ["best_effort", "required"],
      help: "required fails without a sound envelope or digest of the context.",
    },
    { name: "unsafe-context-raw", kind: "boolean", help: "Accept references that were recorded without redaction." },
    {
      name: "strict-input",
      kind: "boolean",
      help: "Refuse unknown, repeated or differently spelled fields and digests that contradict their payload.",
    },
  ],
  examples: [
    { line: "gait run record --input run_record.json --private-key gait-out/keys/gait_private.key", why: "Record and sign." },
    { line: "gait run record run_record.json --capture-mode raw --json", why: "Keep arguments and results, for replay with real tools." },
  ],
  run: async (args, { host }) =>
    show(
      await recordRun(host, {
        input: inputOf(args),
        outDir: args.string("out-dir"),
        runId: args.string("run-id"),
        captureMode: args.string("capture-mode"),
        keyMode: args.string("key-mode"),
        privateKey: args.string("private-key"),
        privateKeyEnv: args.string("private-key-env"),
        contextEnvelope: args.string("context-envelope"),
        contextEvidenceMode: args.string("context-evidence-mode"),
        unsafeContextRaw: args.boolean("unsafe-context-raw"),
        strictInput: args.boolean("strict-input"),
      }),
    ),
};
