import { invalidInput } from "../../format/errors.js";
import { isBlank } from "../../format/text.js";
import { visible } from "../../report/visible.js";
import { diffSummaryShape, encodeSummary, isChanged } from "../../runpack/diff.js";
import { diffArtifacts } from "../../session/diff.js";
import { type Command, omitEmptyFields } from "../command.js";

export const command: Command = {
  name: "run diff",
  errorLabel: "diff",
  summary: "Compare two runs.",
  description:
    "Compare two runpacks, or two session chains, by what they recorded; run ids and times don't count. Exit 2 where they differ.",
  usage: ["run diff <left> <right> [flags]"],
  flags: [
    {
      name: "privacy",
      kind: "string",
      value: "full|metadata",
      default: "full",
      choices: ["full", "metadata"],
      help: "metadata leaves payloads and references out.",
    },
    { name: "output", kind: "string", value: "path", help: "Also write the comparison to this file." },
  ],
  examples: [{ line: "gait run diff run_before run_after --json", why: "What changed between two runs." }],
  run: async (args, { host }) => {
    const [left, right, ...others] = args.positionals;
    if (left === undefined || right === undefined || others.length > 0) throw invalidInput("expected left and right run_id|path");
    const privacy = args.string("privacy");
    const output = isBlank(args.string("output")) ? "" : args.string("output");
    const summary = await diffArtifacts(host, { left, right, privacy, output });
    const changed = isChanged(summary);
    const names = summary.files_changed;
    return {
      exitCode: changed ? 2 : 0,
      json: omitEmptyFields({ ok: !changed, privacy, summary: encodeSummary(summary), output }),
      text: [
        `diff ${changed ? "changed" : "ok"}: ${summary.run_id_left} vs ${summary.run_id_right}`,
        ...(names.length > 0 ? [`files changed: ${names.join(", ")}`] : []),
        ...(summary.run_changed ? ["run.json differs in environment or timeline (not part of the verdict)"] : []),
      ].map(visible),
    };
  },
  failureFields: () => ({ summary: encodeSummary(diffSummaryShape.zero()) }),
};
