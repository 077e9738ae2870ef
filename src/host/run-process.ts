/** Running what a recorded call says, for replays with real tools: limited in time and output. */
import { spawn } from "node:child_process";
import process from "node:process";
import { GaitError } from "../format/errors.js";
import { systemCode } from "../format/files.js";
import type { ProcessRequest, ProcessResult } from "../runpack/real-tools.js";

/** Go's words for the signals that end processes. */
const SIGNAL_WORDS: Readonly<Record<string, string>> = {
  SIGABRT: "aborted",
  SIGBUS: "bus error",
  SIGFPE: "floating point exception",
  SIGHUP: "hangup",
  SIGILL: "illegal instruction",
  SIGINT: "interrupt",
  SIGKILL: "killed",
  SIGPIPE: "broken pipe",
  SIGQUIT: "quit",
  SIGSEGV: "segmentation fault",
  SIGTERM: "terminated",
};

const isWindows = process.platform === "win32";

/** Kills a process and everything it started that did not leave its group. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(isWindows ? pid : -pid, "SIGKILL");
  } catch (error) {
    // Gone already; macOS says EPERM of a group whose members are all dead.
    if (!["ESRCH", "EPERM"].includes(systemCode(error) ?? "")) throw error;
  }
}

/** Runs a program in its own process group, stdout and stderr into one buffer; see `RunProcess`. */
export function runProcess({ program, args, cwd, timeoutMs, maxOutput }: ProcessRequest): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, detached: !isWindows, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    const timer = setTimeout(() => {
      killGroup(child.pid);
      // A descendant that left the group may still hold the pipes; nobody waits for it.
      child.stdout.destroy();
      child.stderr.destroy();
    }, timeoutMs);
    const chunks: Buffer[] = [];
    let room = maxOutput;
    const take = (chunk: Buffer) => {
      const part = chunk.subarray(0, room);
      room -= part.length;
      if (part.length > 0) chunks.push(part);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new GaitError("dependency_missing", `exec: ${program}: ${error.message}`, { cause: error }));
    });
    child.on("close", (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal: signal === null ? null : (SIGNAL_WORDS[signal] ?? signal), output: Buffer.concat(chunks) });
    });
  });
}
