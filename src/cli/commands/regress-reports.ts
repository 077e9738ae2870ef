/** Reports of a run that has been made: the formats of `gait ci report`, without a commit to compare with. */
import { type Format, parseFormats, renderOutputs, writeOutputs } from "../../ci/outputs.js";
import { runRegressCheck } from "../../ci/regress-check.js";
import type { Host } from "../../format/host.js";
import type { RegressOptions, RegressRun } from "../../regress/types.js";

export { parseFormats };

/**
 * Writes the reports below a folder.
 * @returns the paths that were written, and the annotations as lines for the log.
 * @throws GaitError invalid_input for a folder that cannot be written.
 */
export async function writeReports(
  host: Host,
  options: RegressOptions,
  run: RegressRun,
  { formats, folder }: { readonly formats: readonly Format[]; readonly folder: string },
): Promise<{ readonly files: readonly string[]; readonly annotations: readonly string[] }> {
  const check = await runRegressCheck(host, {
    projects: ["."],
    config: options.config,
    candidates: options.candidates,
    contextConformance: options.contextConformance,
    allowContextRuntimeDrift: options.allowContextRuntimeDrift,
    failOn: ["drift"],
    showArgs: options.showArgs ?? false,
    jobs: 1,
    onlyChanged: false,
    headSha: "",
    base: null,
    baseNote: "",
    judge: async () => run,
  });
  const rendered = renderOutputs(check, formats);
  const files = writeOutputs(host, folder, rendered);
  const annotations = rendered.filter(({ name }) => name === "annotations.txt").flatMap(({ content }) => content.split("\n").slice(0, -1));
  return { files, annotations };
}
