#!/usr/bin/env node
/** The executable: `gait`, `npx gait`, `node dist/cli/index.js`. */
import process from "node:process";
import { createNodeHost } from "../host/node-host.js";
import { runCli } from "./main.js";
import { withTelemetry } from "./telemetry.js";

const isTerminal = process.stderr.isTTY === true;
const shell = {
  host: createNodeHost(),
  color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb",
  progress: (line: string) => void (isTerminal && process.stderr.write(`\r\u001b[2K${line}`)),
  warn: (line: string) => void process.stderr.write(`${line}\n`),
};

const words = process.argv.slice(2);
const { exitCode, stdout } = await withTelemetry(words, shell, () => runCli(words, shell));
process.exitCode = exitCode;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that went away (`gait … | head`) is not a failure of ours.
  if (error.code !== "EPIPE") throw error;
});
process.stdout.write(stdout);
