import { runpackReceipt } from "../../runpack/footer.js";
import { locateRunpack } from "../../runpack/locate.js";
import type { Command } from "../command.js";
import { FROM_FLAG, sourceArgument } from "../source-argument.js";

export const command: Command = {
  name: "run receipt",
  errorLabel: "receipt",
  summary: "Print the line that ties a ticket to a runpack.",
  description: "Print the ticket footer of a sound runpack: its run id, its digest and the command that verifies it.",
  usage: ["run receipt --from <run_id|path>", "run receipt <run_id|path>"],
  flags: [FROM_FLAG],
  examples: [{ line: "gait run receipt --from run_demo", why: "The footer to paste into a ticket or pull request." }],
  run: async (args, { host }) => {
    const path = locateRunpack(host, sourceArgument(args, "missing required --from <run_id|path>"));
    const { verification, footer } = await runpackReceipt(host, path);
    return {
      exitCode: 0,
      json: { ok: true, run_id: verification.runId, path, manifest_digest: verification.manifestDigest, ticket_footer: footer },
      text: [footer],
    };
  },
};
