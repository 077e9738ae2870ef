#!/usr/bin/env node
/** The executable: `gait`, `npx gait`, `node dist/cli/index.js`. */
import process from "node:process";
import { messageOf } from "../format/errors.js";
import { createNodeHost } from "../host/node-host.js";
import { visible } from "../report/visible.js";
import type { Shell } from "./command.js";
import { type CliResult, runCli, uncaughtResult } from "./main.js";
import { withTelemetry } from "./telemetry.js";

const words = process.argv.slice(2);

// Between steps, not within: a file is written and renamed in one step, so an interrupted command leaves none half done.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.kill(process.pid, signal));

process.once("uncaughtException", (error) => end(uncaughtResult(error, words)));
process.stdout.on("error", notWritten);
// A warning that nobody can read changes nothing.
process.stderr.on("error", () => {});

end(await run());

async function run(): Promise<CliResult> {
  try {
    const shell = shellOf();
    return await withTelemetry(words, shell, () => runCli(words, shell));
  } catch (error) {
    return uncaughtResult(error, words);
  }
}

function shellOf(): Shell {
  const isTerminal = process.stderr.isTTY === true;
  return {
    host: createNodeHost(),
    color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb",
    progress: (line) => isTerminal && complain(`\r\u001b[2K${visible(line)}`),
    warn: (line) => complain(`${visible(line)}\n`),
  };
}

function end({ exitCode, stdout }: CliResult): void {
  process.exitCode = exitCode;
  try {
    process.stdout.write(stdout);
  } catch (error) {
    notWritten(error as NodeJS.ErrnoException);
  }
}

/** A reader that went away (`gait … | head`) is not a failure of ours; an output that takes no more is one. */
function notWritten(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.exitCode ||= 1;
  complain(`gait: the output could not be written: ${messageOf(error)}\n`);
}

function complain(text: string): void {
  try {
    process.stderr.write(text);
  } catch {
    // There is no place left to say it.
  }
}
