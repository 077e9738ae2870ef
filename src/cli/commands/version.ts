import type { Command } from "../command.js";

export const command: Command = {
  name: "version",
  summary: "Print the version.",
  description: "Print the version of this gait, as artifacts name it in producer_version.",
  usage: ["version"],
  flags: [],
  examples: [{ line: "gait version --json", why: "The version as JSON." }],
  run: async (_args, { host }) => ({
    exitCode: 0,
    json: { ok: true, version: host.producerVersion },
    text: [`gait ${host.producerVersion}`],
  }),
};
