/** Verifying many artifacts in one process, one after another, so that memory stays that of the largest. */
import type { Host } from "../format/host.js";
import type { Status, VerifiedArtifact } from "../report/model.js";
import { assertStrictHasKey } from "../runpack/profile.js";
import { type ArtifactOptions, problemRow, verifyArtifact } from "./artifact.js";
import { discover } from "./discover.js";

export interface VerifyManyOptions extends ArtifactOptions {
  /** Paths, run ids, folders and glob patterns. */
  readonly names: readonly string[];
  /** Accepts that nothing matches. */
  readonly allowEmpty: boolean;
  readonly onProgress?: ((done: number, total: number, path: string) => void) | undefined;
}

export interface VerifiedMany {
  /** Failures first, then what could not be read, then the rest; by path within each. */
  readonly artifacts: readonly VerifiedArtifact[];
  readonly verified: number;
  readonly failed: number;
  readonly unreadable: number;
  /** Files that a folder or pattern holds and that are no archives. */
  readonly skipped: number;
  /** 2 when any fails, else 6 when any cannot be read. */
  readonly exitCode: 0 | 2 | 6;
}

const RANK: Readonly<Record<Status, number>> = { fail: 0, error: 1, pass: 2 };

/** @throws GaitError invalid_input when nothing matches. */
export async function verifyMany(host: Host, options: VerifyManyOptions): Promise<VerifiedMany> {
  assertStrictHasKey(options);
  const { found, skipped } = discover(host, options.names, options.allowEmpty);
  const rows: VerifiedArtifact[] = [];
  for (const { path, problem } of found) {
    options.onProgress?.(rows.length, found.length, path);
    rows.push(problem ? problemRow(path, problem) : await verifyArtifact(host, path, options));
  }
  const count = (status: Status) => rows.filter((row) => row.status === status).length;
  const [failed, unreadable] = [count("fail"), count("error")];
  return {
    artifacts: rows.sort((a, b) => RANK[a.status] - RANK[b.status]),
    verified: count("pass"),
    failed,
    unreadable,
    skipped,
    exitCode: failed > 0 ? 2 : unreadable > 0 ? 6 : 0,
  };
}
