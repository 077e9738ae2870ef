import { compareFixture } from "../../regress/compare-fixture.js";
import { describeCalls } from "../../report/tool-calls.js";
import { visible } from "../../report/visible.js";
import { type Command, omitEmptyFields } from "../command.js";
import { callFields, callLines, ONE_FIXTURE_FLAGS, oneFixtureOptions } from "./regress-flags.js";

export const command: Command = {
  name: "regress diff",
  summary: "Show how a candidate differs from a fixture.",
  description: "Show how a candidate differs from a fixture, call by call. Exit 2 where it differs; nothing is judged or written.",
  usage: ["regress diff <fixture> [--candidate runpack | --candidates folder] [--config gait.yaml]"],
  flags: ONE_FIXTURE_FLAGS,
  examples: [
    { line: "gait regress diff refunds --candidate gait-out/candidates/refunds.zip --show-args", why: "With recorded arguments." },
  ],
  maxPositionals: 1,
  run: async (args, { host }) => {
    const options = oneFixtureOptions(args);
    const { fixture, baseline, candidate, changedFiles, detail } = await compareFixture(host, options);
    const isSame = changedFiles.length === 0;
    const { tool_calls: calls, context, risk } = detail;
    return {
      exitCode: isSame ? 0 : 2,
      json: omitEmptyFields({
        ok: isSame,
        fixture_name: fixture,
        baseline: { ...baseline },
        candidate: { ...candidate },
        changed_files: [...changedFiles],
        ...callFields(calls),
        context: { ...context, receipts: context.receipts.map((receipt) => ({ ...receipt })) },
        risk: { ...risk, causes: risk.causes.map((cause) => ({ ...cause })) },
      }),
      text: [
        `regress diff ${isSame ? "ok" : "changed"}: fixture=${fixture} ${baseline.run_id} vs ${candidate.run_id}`,
        ...(isSame ? [] : [`changed: ${changedFiles.join(", ")}`]),
        `calls: ${describeCalls(calls) || "unchanged"}`,
        ...callLines(calls, options.showArgs),
        ...(context.classification === "none" ? [] : [`context: ${context.classification}, ${context.receipts.length} receipts differ`]),
        ...(risk.candidate === risk.baseline ? [] : [`risk: ${risk.baseline} -> ${risk.candidate}`]),
      ].map(visible),
    };
  },
};
