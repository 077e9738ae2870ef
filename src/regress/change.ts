/** Changing the fixtures of a project while other processes may do so too: none undoes or mixes with what another wrote. */
import { GaitError } from "../format/errors.js";
import { readBytesIfThere, withFileLock } from "../format/files.js";
import type { Host } from "../format/host.js";

/** Runs `write`, which must be one step without a pause, while no other process writes. */
export type Commit = <T>(write: () => T) => T;

const CHANGED = "config_changed";
/** Of processes that change a project at once, one gets through each time. */
const MAX_ATTEMPTS = 100;

/**
 * Reads a project, decides, and writes by `commit`. Where the config was changed since `attempt` began to read, all is done again.
 * @throws GaitError state_contention where others keep changing it, besides what `attempt` throws.
 */
export async function changeProject<T>(host: Host, config: string, attempt: (commit: Commit) => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    const before = contentOf(host, config);
    const commit: Commit = (write) =>
      withFileLock(host, config, () => {
        if (contentOf(host, config) !== before) throw changed(config);
        return write();
      });
    try {
      return await attempt(commit);
    } catch (error) {
      if (!(error instanceof GaitError) || error.code !== CHANGED || attempts >= MAX_ATTEMPTS) throw error;
    }
  }
}

/** "" where there is none; as text in which no two contents are the same. */
const contentOf = (host: Host, file: string): string => Buffer.from(readBytesIfThere(host, file) ?? []).toString("latin1");

const changed = (config: string): GaitError =>
  new GaitError("state_contention", `${config} was changed by another process meanwhile`, {
    code: CHANGED,
    file: config,
    hint: "Try again.",
  });
