import { writeDemo } from "../../demo/demo.js";
import { invalidInput } from "../../format/errors.js";
import { secondsBetween } from "../../format/time.js";
import { type Command, omitEmptyFields } from "../command.js";

const NEXT = ["gait verify run_demo --json", "gait regress bootstrap --from run_demo --json --junit ./gait-out/junit.xml"];

export const command: Command = {
  name: "demo",
  summary: "Write and verify a small example runpack.",
  description: "Write gait-out/runpack_run_demo.zip, a run of three calls, and verify it. Two demos are the same, byte for byte.",
  usage: ["demo [flags]"],
  flags: [
    { name: "durable", kind: "boolean", help: "A job that waits for approval. Not available in this version." },
    { name: "policy", kind: "boolean", help: "A policy that blocks a call. Not available in this version." },
  ],
  examples: [{ line: "gait demo && gait verify run_demo", why: "Record and verify a run, offline." }],
  maxPositionals: 0,
  run: async (args, { host }) => {
    const modes = ["durable", "policy"].filter((mode) => args.boolean(mode));
    if (modes.length > 1) throw invalidInput("choose only one mode: --durable or --policy");
    if (modes.length > 0) {
      throw invalidInput(`demo --${modes[0]} is not available in this version`, {
        code: "not_available",
        hint: "gait demo without a mode writes the example runpack.",
      });
    }
    const started = host.now();
    const demo = await writeDemo(host);
    const fields = {
      mode: "standard",
      run_id: demo.runId,
      bundle: `./${demo.path}`,
      ticket_footer: demo.ticketFooter,
      verify: "ok",
    };
    const metrics_opt_in = "export GAIT_ADOPTION_LOG=./gait-out/adoption.jsonl";
    const duration_ms = Math.round(secondsBetween(started, host.now()) * 1000);
    return {
      exitCode: 0,
      json: omitEmptyFields({ ok: true, ...fields, metrics_opt_in, next_commands: NEXT, duration_ms }),
      text: [...Object.entries({ ...fields, next: NEXT.join(","), metrics_opt_in })].map(([name, value]) => `${name}=${value}`),
    };
  },
};
