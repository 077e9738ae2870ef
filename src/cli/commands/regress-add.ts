import { trim } from "../../format/text.js";
import { importFixture } from "../../regress/import.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { IMPORT_FLAGS, importFields, importOptions, NEXT_COMMANDS, warnAll } from "./regress-flags.js";

export const command: Command = {
  name: "regress add",
  summary: "Turn a captured run into a fixture.",
  description: "Turn a captured run into a fixture: as regress init, and a receipt of gait capture is taken too.",
  usage: ["regress add --from <capture.json|run_id|path|session_chain.json> [--name N] [--checkpoint latest|n] [--merge]"],
  flags: [
    { name: "from", kind: "string", value: "capture.json|run_id|path|session_chain.json", help: "The receipt or the run." },
    ...IMPORT_FLAGS,
  ],
  examples: [{ line: "gait regress add --from gait-out/capture.json --json", why: "The run that gait capture found." }],
  mixed: false,
  maxPositionals: 0,
  failureFields: (args) => omitEmptyFields({ source: trim(args?.string("from") ?? "") }),
  run: async (args, shell) => {
    const imported = await importFixture(shell.host, importOptions(args, true));
    warnAll(shell, imported.warnings);
    return {
      exitCode: 0,
      json: omitEmptyFields({
        ok: true,
        source: trim(args.string("from")),
        ...importFields(imported),
        next_commands: NEXT_COMMANDS,
        warnings: [...imported.warnings],
      }),
      text: [visible(`regress add ok: fixture=${imported.name} run_id=${imported.runId}`)],
    };
  },
};
