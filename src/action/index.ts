/** The JavaScript action: `runs.main` of action.yml. */
import os from "node:os";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { createNodeHost } from "../host/node-host.js";
import { octokitTransport } from "./api.js";
import { runAction } from "./main.js";
import { createRunner } from "./runner.js";

const host = createNodeHost();
const exitCode = await runAction({
  host,
  runner: createRunner({
    write: (text) => void process.stdout.write(text),
    randomBytes: (length) => host.randomBytes(length),
    hasSummary: Boolean(process.env.GITHUB_STEP_SUMMARY),
  }),
  temporary: os.tmpdir(),
  jobs: Math.min(4, os.availableParallelism()),
  sleep: (milliseconds) => setTimeout(milliseconds, undefined),
  transport: octokitTransport,
});
// A connection that was given up must not hold the job; what was written is let out first.
process.stdout.write("", () => process.exit(exitCode));
