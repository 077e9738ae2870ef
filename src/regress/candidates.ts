/** A folder of candidates and which of them belongs to a fixture (spec 40 §13.1). */
import path from "node:path";
import { readArchive } from "../capture/source.js";
import { GaitError, invalidInput } from "../format/errors.js";
import { isFile, isFolder, onFile } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { extractSourceRunpack } from "../pack/source.js";
import { withRunpack } from "../runpack/archive.js";
import { type Boundary, boundaryOf, liesWithin } from "./paths.js";

export type FoundCandidate =
  | { readonly kind: "found"; readonly path: string }
  | { readonly kind: "none"; readonly message: string }
  | { readonly kind: "ambiguous"; readonly message: string };

export interface Candidates {
  /** `<folder>/<fixture>.zip`, else the only pack of the folder that has the run id. */
  find(fixture: string, runId: string): Promise<FoundCandidate>;
  readonly boundary: Boundary;
  /** Packs that could not be looked into while searching by run id. */
  readonly warnings: string[];
}

export interface CandidatesOptions {
  readonly folder: string;
  readonly root: string;
  readonly allowOutside: boolean;
}

/**
 * Opens a folder of candidates. It may lie anywhere, for who runs the command names it; links inside it may not lead further. A
 * folder of the project must not be a link out of it, though: that would be the repository's doing.
 * @throws GaitError invalid_input where there is no such folder.
 */
export function openCandidates(host: Host, { folder, root, allowOutside }: CandidatesOptions): Candidates {
  if (!isFolder(host, folder)) {
    throw invalidInput(`candidates folder not found: ${folder}`, {
      file: folder,
      hint: "Record the candidates first; the folder must exist even when it is empty.",
    });
  }
  const isOurs = liesWithin(host, root, folder);
  const boundary = boundaryOf(host, isOurs ? [root] : [folder, root], allowOutside);
  boundary.assertInside(folder, "candidates folder");
  const warnings: string[] = [];
  let byRunId: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  return {
    boundary,
    warnings,
    find: async (fixture, runId) => {
      const named = path.posix.join(folder, `${fixture}.zip`);
      // A name with a slash would reach into other folders.
      if (!/[/\\]/.test(fixture) && isFile(host, named)) return { kind: "found", path: named };
      byRunId ??= indexByRunId(host, folder, boundary, warnings);
      const matches = (await byRunId).get(runId) ?? [];
      if (matches.length === 1) return { kind: "found", path: matches[0]! };
      if (matches.length === 0) return { kind: "none", message: `no ${fixture}.zip and no pack of run ${runId} in ${folder}` };
      return { kind: "ambiguous", message: `several packs of run ${runId} in ${folder}: ${matches.join(", ")}` };
    },
  };
}

async function indexByRunId(host: Host, folder: string, boundary: Boundary, warnings: string[]): Promise<Map<string, string[]>> {
  const names = onFile("open", folder, () => host.fs.readdirSync(resolvePath(host, folder)));
  const index = new Map<string, string[]>();
  for (const name of names.filter((one) => one.toLowerCase().endsWith(".zip")).sort(compareBytes)) {
    const file = path.posix.join(folder, name);
    if (!isFile(host, file)) continue;
    try {
      boundary.assertInside(file, "candidate");
      const runId = await runIdOf(host, file);
      index.set(runId, [...(index.get(runId) ?? []), file]);
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
      warnings.push(`candidate ${file} was not looked at: ${error.message}`);
    }
  }
  return index;
}

/** The run id of a runpack or of the runpack inside a pack; nothing else of it is verified. */
async function runIdOf(host: Host, file: string): Promise<string> {
  const bytes = readArchive(host, file);
  const inner = await extractSourceRunpack(host, bytes);
  return withRunpack(host, inner ?? bytes, "parse manifest", ({ manifest }) => manifest.run_id);
}
