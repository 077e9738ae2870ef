/** `fixtures/` and the `gait.yaml` that is made from it (spec 40 §3 step 8, §15 item 1). */
import path from "node:path";
import { GaitError, invalidInput, withPrefix } from "../format/errors.js";
import { isFile, onFile } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { CONFIG_FILE, type ReadConfig, readConfigIfThere } from "./config.js";
import { FIXTURE_FILE, RUNPACK_FILE, readMetadata } from "./metadata.js";
import { isFixtureName } from "./names.js";
import { cleanPath } from "./paths.js";
import type { ConfigFixture, RegressConfig } from "./types.js";

const FIXTURES_FOLDER = "fixtures";

export const fixtureFolder = (name: string): string => `${FIXTURES_FOLDER}/${name}`;

/** The config as it is before something is added to it. @throws GaitError invalid_input where it cannot be read. */
export async function readWorkspaceConfig(host: Host): Promise<ReadConfig | undefined> {
  try {
    return await readConfigIfThere(host, CONFIG_FILE);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(error.message, {
      code: "config_invalid",
      file: CONFIG_FILE,
      line: error.line,
      hint: `Correct ${CONFIG_FILE}, or remove it to have it made anew from ${FIXTURES_FOLDER}/.`,
      cause: error,
    });
  }
}

/** Whether an entry stands for a folder under `fixtures/`; others point elsewhere and are nobody's but their author's. */
export const isInWorkspace = ({ runpack }: ConfigFixture): boolean =>
  path.posix.dirname(path.posix.dirname(cleanPath(runpack))) === FIXTURES_FOLDER;

/**
 * The config that the folders under `fixtures/` give, with what the previous one says beyond them.
 * @throws GaitError invalid_input for a folder that is half a fixture; every message names it.
 */
export function rebuildConfig(host: Host, previous: RegressConfig | undefined): RegressConfig {
  const names = onFile("open", FIXTURES_FOLDER, () => host.fs.readdirSync(resolvePath(host, FIXTURES_FOLDER), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && isFixtureName(entry.name))
    .map((entry) => entry.name);
  const found = names.flatMap((name) => fixtureIn(host, name) ?? []);
  const taken = new Set(found.map(({ name }) => name));
  const kept = (previous?.fixtures ?? []).filter((fixture) => !isInWorkspace(fixture) && !taken.has(fixture.name));
  const fixtures = [...found, ...kept].sort((a, b) => compareBytes(a.name, b.name));
  return { fixture_set: previous?.fixture_set ?? "default", fixtures };
}

function fixtureIn(host: Host, name: string): ConfigFixture | undefined {
  const folder = fixtureFolder(name);
  const file = `${folder}/${FIXTURE_FILE}`;
  if (!isFile(host, file)) {
    if (!isFile(host, `${folder}/${RUNPACK_FILE}`)) return undefined;
    throw invalidInput(`fixture metadata missing for ${name}`, { file, hint: `Add the fixture again, or remove ${folder}.` });
  }
  const metadata = withPrefix(`read fixture metadata for ${name}`, () => readMetadata(host, file));
  if (metadata.name !== name) throw invalidInput(`fixture metadata name mismatch for ${name}`, { file });
  if (/[/\\]/.test(metadata.runpack) || metadata.runpack === "." || metadata.runpack === "..") {
    throw invalidInput(`fixture runpack path must be a filename for ${name}`, { file });
  }
  const runpack = `${folder}/${metadata.runpack}`;
  if (!isFile(host, runpack)) throw invalidInput(`fixture runpack missing for ${name}: stat ${runpack}: no such file`, { file: runpack });
  return { name, run_id: metadata.run_id, runpack };
}
