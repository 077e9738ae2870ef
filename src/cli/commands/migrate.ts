import { invalidInput } from "../../format/errors.js";
import { hasKeySource, loadSigningKey } from "../../format/keys.js";
import { isBlank, trim } from "../../format/text.js";
import { visible } from "../../report/visible.js";
import { locateRunpack } from "../../runpack/locate.js";
import { migrateRunpack } from "../../runpack/migrate.js";
import { type Arguments, type Command, omitEmptyFields } from "../command.js";

function sourceOf(args: Arguments): string {
  const input = args.string("input");
  if (args.positionals.length > (isBlank(input) ? 1 : 0)) throw invalidInput("unexpected positional arguments");
  const source = isBlank(input) ? (args.positionals[0] ?? "") : trim(input);
  if (isBlank(source)) throw invalidInput("missing required --input <artifact_path|run_id>");
  return source;
}

export const command: Command = {
  name: "migrate",
  summary: "Write an old runpack anew in today's form.",
  description: "Read a runpack strictly and write it again in the canonical form, unsigned unless a key is given.",
  usage: ["migrate --input <artifact_path|run_id> [flags]", "migrate <artifact_path|run_id> [flags]"],
  flags: [
    { name: "input", kind: "string", value: "path", help: "The runpack to migrate; may also stand alone." },
    { name: "out", kind: "string", value: "path", help: "The new file. Default: beside the old one." },
    { name: "target", kind: "string", value: "v1", default: "v1", choices: ["v1"], help: "Version of the format to write." },
    { name: "private-key", kind: "string", value: "path", help: "File with the private key to sign the new file with." },
    { name: "private-key-env", kind: "string", value: "name", help: "Environment variable with the private key." },
    { name: "dry-run", kind: "boolean", help: "Say what would be done and write nothing." },
  ],
  examples: [{ line: "gait migrate ./old.zip --out ./new.zip --dry-run", why: "What would be lost." }],
  run: async (args, { host }) => {
    const source = sourceOf(args);
    const input = locateRunpack(host, source);
    const sources = { private: { path: args.string("private-key"), env: args.string("private-key-env") } };
    const dryRun = args.boolean("dry-run");
    const { output, runId, status, warnings } = await migrateRunpack(host, {
      input,
      out: args.string("out"),
      target: args.string("target"),
      signingKey: hasKeySource(sources) ? loadSigningKey(host, "prod", sources).key : undefined,
      dryRun,
    });
    return {
      exitCode: 0,
      json: omitEmptyFields({
        ok: true,
        input,
        output,
        artifact: "runpack",
        status,
        run_id: runId,
        dry_run: dryRun,
        warnings: [...warnings],
      }),
      text: [
        `migrate ok: ${input} -> ${output} (${status})${dryRun ? " (dry run)" : ""}`,
        ...(warnings.length > 0 ? [`warnings: ${warnings.join("; ")}`] : []),
      ].map(visible),
    };
  },
};
