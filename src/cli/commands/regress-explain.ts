import { trim } from "../../format/text.js";
import { explainResult } from "../../regress/explain.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { DEFAULT_OUTPUT } from "./regress-flags.js";

export const command: Command = {
  name: "regress explain",
  summary: "Say in words why a run failed.",
  description: "Say in words why a run failed: every reason code of a result file, what the grader saw, and what to do about it.",
  usage: [`regress explain [${DEFAULT_OUTPUT}]`],
  flags: [],
  examples: [{ line: "gait regress explain gait-ci/regress_result.json", why: "The result of a CI job, downloaded." }],
  maxPositionals: 1,
  run: async (args, { host }) => {
    const file = trim(args.positionals[0] ?? "") || DEFAULT_OUTPUT;
    const { fixtureSet, status, graders, failures } = explainResult(host, file);
    return {
      exitCode: 0,
      json: omitEmptyFields({
        ok: true,
        status,
        fixture_set: fixtureSet,
        graders,
        failed: failures.length,
        failures: failures.map(({ grader, reasons, facts }) => ({
          grader,
          reasons: reasons.map((reason) => ({ ...reason })),
          facts: [...facts],
        })),
      }),
      text: [
        `regress explain: fixture_set=${fixtureSet} status=${status} failed=${failures.length} of ${graders} graders`,
        ...failures.flatMap(({ grader, reasons, facts }) => [
          `${grader}`,
          ...reasons.flatMap(({ code, title, help }) => [`  ${code}: ${title}`, `    ${help}`]),
          ...facts.map((fact) => `    - ${fact}`),
        ]),
      ].map(visible),
    };
  },
};
