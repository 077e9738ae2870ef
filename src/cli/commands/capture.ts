import { DEFAULT_RECEIPT_PATH, runCapture } from "../../capture/capture.js";
import { RECEIPT_SCHEMA_ID, RECEIPT_SCHEMA_VERSION, receiptShape } from "../../capture/receipt.js";
import { invalidInput } from "../../format/errors.js";
import type { JsonObject } from "../../format/json.js";
import { trim } from "../../format/text.js";
import { type Arguments, type Command, omitEmptyFields } from "../command.js";

export const command: Command = {
  name: "capture",
  summary: "Write a receipt of a recorded run or trace.",
  description: "Write a receipt of a recorded run or trace, which gait regress add turns into a fixture.",
  usage: ["capture --from <run_id|path|session_chain.json|trace.json> [--out gait-out/capture.json] [--checkpoint latest|n]"],
  flags: [
    { name: "from", kind: "string", value: "run_id|path", help: "The run, session chain or trace." },
    { name: "out", kind: "string", value: "path", default: DEFAULT_RECEIPT_PATH, help: "Where the receipt goes; folders are created." },
    { name: "checkpoint", kind: "string", value: "latest|n", default: "latest", help: "Which checkpoint of a session chain." },
    { name: "save-as", kind: "string", value: "path", help: "Renamed to --out." },
  ],
  examples: [
    { line: "gait capture --from run_demo --json", why: "A run of that id." },
    { line: "gait capture --from session_chain.json --checkpoint 2", why: "The run of a session up to its second checkpoint." },
  ],
  maxPositionals: 0,
  failureFields: (args) => ({
    schema_id: RECEIPT_SCHEMA_ID,
    schema_version: RECEIPT_SCHEMA_VERSION,
    ...omitEmptyFields({ from: trim(args?.string("from") ?? ""), migration: args?.given("save-as") ? MIGRATION : null }),
  }),
  run: async (args, { host }) => {
    assertNotRenamed(args);
    const receipt = await runCapture(host, { from: args.string("from"), out: args.string("out"), checkpoint: args.string("checkpoint") });
    return {
      exitCode: 0,
      json: receiptShape.encode(receipt) as JsonObject,
      text: [`capture ok: type=${receipt.artifact_type} path=${receipt.artifact_path}`, `receipt: ${receipt.output_path}`],
    };
  },
};

const MIGRATION = { kind: "flag", deprecated_flag: "--save-as", replacement_flag: "--out" };

function assertNotRenamed(args: Arguments): void {
  if (args.given("save-as")) throw invalidInput("--save-as was renamed: use --out", { code: "flag_renamed" });
}
