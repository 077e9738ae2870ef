/** The checked-out side of a comparison: files of a project, never one outside of it. */
import { GaitError } from "../format/errors.js";
import { readBytesIfThere } from "../format/files.js";
import type { Host } from "../format/host.js";
import { boundaryOf } from "../regress/paths.js";

/** Content of a file, or undefined where there is none. Paths are relative to the repository root, `/` separated. */
export type ReadFile = (file: string) => Promise<Uint8Array | undefined>;

/**
 * Reads the files of one project. What lies outside of it, also through a symbolic link, and what the system refuses to read
 * counts as not there: `regress run` says why.
 */
export function headFiles(host: Host, project: string): ReadFile {
  const boundary = boundaryOf(host, [project], false);
  return async (file) => {
    try {
      boundary.assertInside(file, "file");
      return readBytesIfThere(host, file);
    } catch (error) {
      if (error instanceof GaitError) return undefined;
      throw error;
    }
  };
}
