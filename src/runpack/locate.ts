/** Finding the runpack that a user names (spec 10 §8). */
import path from "node:path";
import { invalidInput } from "../format/errors.js";
import { isFile } from "../format/files.js";
import type { Host } from "../format/host.js";

/** Whether the words name a path rather than a run id. */
export const looksLikePath = (name: string): boolean => /[/\\]/.test(name) || name.toLowerCase().endsWith(".zip");

/** Where the runpack of a run id is written and looked for first. */
export const defaultRunpackPath = (runId: string): string => `gait-out/runpack_${runId}.zip`;

const NOT_FOUND = "runpack_not_found";

/**
 * The path of an existing runpack, as it is reported to the user.
 * @throws GaitError invalid_input `runpack not found: X` or `runpack not found for run_id: X`.
 */
export function locateRunpack(host: Host, name: string): string {
  if (name === "") throw invalidInput("missing run_id or path", { code: NOT_FOUND });
  if (looksLikePath(name)) {
    if (isFile(host, name)) return name;
    throw invalidInput(`runpack not found: ${name}`, { code: NOT_FOUND, file: name });
  }
  const candidates = [defaultRunpackPath(name)];
  if (host.home !== "") candidates.push(path.join(host.home, ".gait", "runpacks", `runpack_${name}.zip`));
  const found = candidates.find((candidate) => isFile(host, candidate));
  if (found === undefined) {
    throw invalidInput(`runpack not found for run_id: ${name}`, {
      code: NOT_FOUND,
      hint: isFile(host, name)
        ? `${name} was taken for a run id. The file of that name is called ./${name}.`
        : `Looked for ${candidates.join(" and ")}. A file is named with its folder or its .zip ending.`,
    });
  }
  return found;
}
