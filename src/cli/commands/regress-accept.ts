import { trim } from "../../format/text.js";
import { acceptCandidate } from "../../regress/accept.js";
import { describeCalls } from "../../report/tool-calls.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { callFields, callLines, NEXT_COMMANDS, ONE_FIXTURE_FLAGS, oneFixtureOptions, warnAll } from "./regress-flags.js";

export const command: Command = {
  name: "regress accept",
  summary: "Make a candidate what a fixture expects.",
  description: "Make a candidate what a fixture expects from now on: its runpack, calls and context digest; other expectations stay.",
  usage: ["regress accept <fixture> [--candidate runpack | --candidates folder] [--config gait.yaml]"],
  flags: ONE_FIXTURE_FLAGS,
  examples: [
    { line: "gait regress accept refunds --candidate gait-out/candidates/refunds.zip", why: "The change was intended." },
    { line: "gait regress accept refunds --candidates gait-out/candidates --show-args", why: "Find the candidate as regress run does." },
  ],
  maxPositionals: 1,
  run: async (args, shell) => {
    const options = oneFixtureOptions(args);
    const accepted = await acceptCandidate(shell.host, options);
    warnAll(shell, accepted.warnings);
    const calls = accepted.detail?.tool_calls ?? [];
    const { fixture, candidate, runpack, runId, previousRunId, settings } = accepted;
    return {
      exitCode: 0,
      json: omitEmptyFields({
        ok: true,
        fixture_name: fixture,
        candidate_runpack: candidate,
        runpack_path: runpack,
        run_id: runId,
        previous_run_id: previousRunId,
        ...callFields(calls),
        expectation_changes: settings.map(({ field, before, after }) => omitEmptyFields({ field, before, after })),
        config_path: trim(options.config),
        next_commands: NEXT_COMMANDS,
        warnings: [...accepted.warnings],
      }),
      text: [
        `regress accept ok: fixture=${fixture} run_id=${runId} was=${previousRunId}`,
        `runpack: ${runpack}`,
        `calls: ${accepted.detail === null ? "not compared" : describeCalls(calls) || "unchanged"}`,
        ...callLines(calls, options.showArgs),
        ...settings.map(({ field, before, after }) => `${field}: ${before || "not set"} -> ${after || "not set"}`),
        `next: ${NEXT_COMMANDS.join(" | ")}`,
      ].map(visible),
    };
  },
};
