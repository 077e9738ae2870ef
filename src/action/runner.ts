/**
 * What the action says to the runner: log, annotations, groups, outputs, summary. Only this file writes to the log, so that
 * nothing from a repository can be read there as a workflow command.
 */
import * as core from "@actions/core";
import { type Annotation, workflowCommand } from "../report/annotations.js";
import { visible } from "../report/visible.js";

export interface Runner {
  /** One line, made harmless. */
  log(line: string): void;
  annotate(annotation: Annotation): void;
  /** A precise remark about reporting, without a place in the repository. */
  notice(level: Annotation["level"], message: string): void;
  /** What `action` logs, folded under a title. */
  group<T>(title: string, action: () => Promise<T>): Promise<T>;
  /** Runs `action` while the runner reads no commands in the log; what it writes through `raw` is shown as it is. */
  withoutCommands<T>(action: (raw: (chunk: string) => void) => Promise<T>): Promise<T>;
  /** Shown with debug logging only. */
  debug(text: string): void;
  mask(secret: string): void;
  setOutput(name: string, value: string): void;
  /** @returns false where there is no summary to write to. */
  writeSummary(markdown: string): Promise<boolean>;
}

/**
 * A line that the runner will not take for a command: it looks for `::` at the start, after any white space, and for `##[`
 * anywhere (actions/runner, ActionCommand.cs). Control and invisible characters are spelled out, so it stays one line.
 */
export const harmless = (line: string): string =>
  visible(line)
    .replace(/^( *):(?=:)/, "$1: ")
    .replaceAll("##[", "# #[");

export interface RunnerIo {
  write(text: string): void;
  randomBytes(length: number): Uint8Array;
  /** Whether GITHUB_STEP_SUMMARY is there. */
  readonly hasSummary: boolean;
}

export function createRunner({ write, randomBytes, hasSummary }: RunnerIo): Runner {
  const runner: Runner = {
    log: (line) => write(`${harmless(line)}\n`),
    annotate: (annotation) => write(`${workflowCommand(annotation)}\n`),
    notice: (level, message) => runner.annotate({ level, title: "gait", message: visible(message), file: "", line: 0 }),
    group: (title, action) => core.group(visible(title), action),
    async withoutCommands(action) {
      // Nobody can guess the word that ends it, and what runs meanwhile does not see our output.
      const word = Buffer.from(randomBytes(24)).toString("hex");
      write(`::stop-commands::${word}\n`);
      let isLineStart = true;
      try {
        return await action((chunk) => {
          if (chunk === "") return;
          write(chunk);
          isLineStart = chunk.endsWith("\n");
        });
      } finally {
        write(`${isLineStart ? "" : "\n"}::${word}::\n`);
      }
    },
    debug: (text) => core.debug(text),
    mask: (secret) => {
      if (secret !== "") core.setSecret(secret);
    },
    setOutput: (name, value) => core.setOutput(name, value),
    async writeSummary(markdown) {
      if (!hasSummary) return false;
      await core.summary.addRaw(markdown).write();
      return true;
    },
  };
  return runner;
}
