import { invalidInput } from "../../format/errors.js";
import { isBlank, trim } from "../../format/text.js";
import { visible } from "../../report/visible.js";
import { locateRunpack } from "../../runpack/locate.js";
import { reduceReportShape, reduceRunpack } from "../../runpack/reduce.js";
import { type Arguments, type Command, omitEmptyFields } from "../command.js";
import { FROM_FLAG } from "../source-argument.js";

const MISSING = "expected --from <run_id|path>";

function sourceOf(args: Arguments): string {
  const from = args.string("from");
  const names = isBlank(from) ? args.positionals : [trim(from), ...args.positionals];
  if (names.length !== 1) throw invalidInput(MISSING);
  return names[0]!;
}

export const command: Command = {
  name: "run reduce",
  summary: "Cut a failing run down to the call that fails.",
  description: "Write the smallest runpack that still shows a failure: one intent, its failing result, the references they mention.",
  usage: ["run reduce --from <run_id|path> [flags]", "run reduce <run_id|path> [flags]"],
  flags: [
    FROM_FLAG,
    {
      name: "predicate",
      kind: "string",
      value: "missing_result|non_ok_status",
      default: "missing_result",
      choices: ["missing_result", "non_ok_status"],
      help: "What must still be true of the reduced run.",
    },
    { name: "out", kind: "string", value: "path", help: "The reduced runpack. Default: beside the input." },
    { name: "report-out", kind: "string", value: "path", help: "What was left out. Default: beside the output." },
  ],
  examples: [{ line: "gait run reduce --from run_incident --predicate non_ok_status", why: "The first call that failed, alone." }],
  run: async (args, { host }) => {
    const reduced = await reduceRunpack(host, {
      input: locateRunpack(host, sourceOf(args)),
      predicate: args.string("predicate"),
      out: args.string("out"),
      reportOut: args.string("report-out"),
    });
    const { input, output, reportPath, predicate, report, lookup, effectiveRefCount, warnings } = reduced;
    return {
      exitCode: 0,
      json: {
        ...omitEmptyFields({
          ok: true,
          input,
          output,
          report_path: reportPath,
          run_id: report.run_id,
          reduced_run_id: report.reduced_run_id,
          predicate,
          report: reduceReportShape.encode(report),
          lookup,
          warnings: [...warnings],
        }),
        ...(effectiveRefCount === undefined ? {} : { context_ref_count_effective: effectiveRefCount }),
      },
      text: [
        `run reduce ok: ${input} -> ${output}`,
        `report: ${reportPath}`,
        ...(warnings.length > 0 ? [`warnings: ${warnings.join("; ")}`] : []),
      ].map(visible),
    };
  },
};
