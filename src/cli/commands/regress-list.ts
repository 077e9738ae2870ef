import { listFixtures } from "../../regress/list.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { ALLOW_OUTSIDE_FLAG, CONFIG_FLAG, configPath, warnAll } from "./regress-flags.js";

export const command: Command = {
  name: "regress list",
  summary: "List the fixtures and what they expect.",
  description: "List the fixtures and what they expect. No archive is opened; gait regress run judges them.",
  usage: ["regress list [--config gait.yaml]"],
  flags: [CONFIG_FLAG, ALLOW_OUTSIDE_FLAG],
  examples: [{ line: "gait regress list --json", why: "For a script." }],
  maxPositionals: 0,
  run: async (args, shell) => {
    const list = await listFixtures(shell.host, { config: configPath(args), allowOutside: args.boolean("allow-outside") });
    warnAll(shell, list.warnings);
    return {
      exitCode: 0,
      json: {
        ok: true,
        fixture_set: list.fixtureSet,
        fixtures: list.fixtures.map((fixture) =>
          omitEmptyFields({
            name: fixture.name,
            run_id: fixture.runId,
            runpack: fixture.runpack,
            candidate_runpack: fixture.candidate,
            expected_tools: fixture.tools,
            expected_verdicts: fixture.verdicts,
            context_conformance: fixture.context,
            diff_allow_changed_files: [...fixture.allowedFiles],
            problem: fixture.problem,
          }),
        ),
        ...omitEmptyFields({ warnings: [...list.warnings] }),
      },
      text: [
        `regress list: fixture_set=${list.fixtureSet} fixtures=${list.fixtures.length}`,
        ...list.fixtures.map(({ name, runId, candidate, tools, context, problem }) =>
          [
            `${name}  run_id=${runId} tools=${tools}`,
            ...(context === "" ? [] : [`context=${context}`]),
            `candidate=${candidate || "none"}`,
            ...(problem === "" ? [] : [`problem: ${problem}`]),
          ].join(" "),
        ),
      ].map(visible),
    };
  },
};
