import { mergeShards } from "../../ci/merge-shards.js";
import { findReports, readCheck } from "../../ci/saved-check.js";
import { invalidInput } from "../../format/errors.js";
import { OUTPUT_FLAGS, outputPlan, showCheck } from "../ci-flags.js";
import type { Command } from "../command.js";

export const command: Command = {
  name: "ci merge",
  summary: "Join the shards of a split check.",
  description:
    "Join what the shards of `gait ci report --shard i/n` wrote (with the format json) into the reports of one run, byte for byte.\n" +
    "A missing shard is an error. The exit code is that of the whole run.",
  usage: ["ci merge <folder>... [--format csv] [--out-dir folder]"],
  flags: OUTPUT_FLAGS,
  examples: [{ line: "gait ci merge gait-ci/1 gait-ci/2 gait-ci/3 gait-ci/4 --out-dir gait-ci/all", why: "Four parts." }],
  run: async (args, shell) => {
    const plan = outputPlan(args);
    if (args.positionals.length === 0) throw invalidInput("expected the folders of the shards");
    const files = [...new Set(args.positionals.flatMap((name) => findReports(shell.host, name)))];
    return showCheck(mergeShards(files.map((file) => readCheck(shell.host, file))), plan, shell);
  },
};
