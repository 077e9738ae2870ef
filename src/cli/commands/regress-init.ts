import { importFixture } from "../../regress/import.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { IMPORT_FLAGS, importFields, importOptions, NEXT_COMMANDS, warnAll } from "./regress-flags.js";

export const command: Command = {
  name: "regress init",
  summary: "Turn a recorded run into a fixture.",
  description: "Turn a recorded run into a fixture: from then on a run that happens differently fails with exit 5.",
  usage: ["regress init --from <run_id|path|session_chain.json> [--name N] [--checkpoint latest|n] [--merge]"],
  flags: [{ name: "from", kind: "string", value: "run_id|path|session_chain.json", help: "The run." }, ...IMPORT_FLAGS],
  examples: [
    { line: "gait regress init --from run_demo --json", why: "The run of that id, found in gait-out/ or in the home folder." },
    {
      line: "gait regress init --from gait-out/runpack_run_demo.zip --name refunds --merge",
      why: "Record a fixture anew and keep its settings.",
    },
  ],
  mixed: false,
  maxPositionals: 0,
  run: async (args, shell) => {
    const imported = await importFixture(shell.host, importOptions(args, false));
    warnAll(shell, imported.warnings);
    return {
      exitCode: 0,
      json: omitEmptyFields({
        ok: true,
        ...importFields(imported),
        next_commands: NEXT_COMMANDS,
        warnings: [...imported.warnings],
      }),
      text: [
        `regress init ok: fixture=${imported.name} run_id=${imported.runId}`,
        `config: ${imported.config}`,
        `runpack: ${imported.runpack}`,
        `next: ${NEXT_COMMANDS.join(" | ")}`,
      ].map(visible),
    };
  },
};
