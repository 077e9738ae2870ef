/** The files of the base commit, read by hash and never checked out (spec 40 §12.3). */

export interface BaseTree {
  /** Full hash of the commit. */
  readonly sha: string;
  /** Content of a file of that commit, or undefined where it has none. `path` is relative to the repository root, `/` separated. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** All files of that commit below a folder (recursive), `.` for all; paths relative to the repository root. */
  list(folder: string): Promise<string[]>;
  /**
   * Whether the checkout's tracked files at or below a path differ from that commit's. Where a tree cannot tell, nothing is
   * skipped for being unchanged.
   */
  differs?(path: string): Promise<boolean>;
}
