import { removeFixture } from "../../regress/remove.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { ALLOW_OUTSIDE_FLAG, CONFIG_FLAG, configPath, fixtureName, warnAll } from "./regress-flags.js";

export const command: Command = {
  name: "regress remove",
  summary: "Remove a fixture.",
  description:
    "Remove a fixture: its entry in gait.yaml, and its runpack and fixture.json where they are under fixtures/. Other files stay.",
  usage: ["regress remove <fixture> [--config gait.yaml]"],
  flags: [CONFIG_FLAG, ALLOW_OUTSIDE_FLAG],
  examples: [{ line: "gait regress remove refunds", why: "What it protected is no longer checked; a review should see that." }],
  maxPositionals: 1,
  run: async (args, shell) => {
    const { fixture, removed, left, warnings } = await removeFixture(shell.host, {
      config: configPath(args),
      fixture: fixtureName(args),
      allowOutside: args.boolean("allow-outside"),
    });
    warnAll(shell, warnings);
    return {
      exitCode: 0,
      json: omitEmptyFields({ ok: true, fixture_name: fixture, removed: [...removed], left: [...left], warnings: [...warnings] }),
      text: [
        `regress remove ok: fixture=${fixture}`,
        ...removed.map((path) => `removed: ${path}`),
        ...left.map((path) => `left: ${path}`),
      ].map(visible),
    };
  },
};
