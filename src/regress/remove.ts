/** `regress remove`: a fixture that is no longer wanted (spec 40 §13.2). */
import path from "node:path";
import { onFile, writeFileAtomic } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { type Commit, changeProject } from "./change.js";
import { configText } from "./config.js";
import { FIXTURE_FILE } from "./metadata.js";
import { findFixture, type OneFixtureOptions } from "./one-fixture.js";
import { cleanJoin } from "./paths.js";
import { isInWorkspace } from "./workspace.js";

export interface RemovedFixture {
  readonly fixture: string;
  readonly removed: readonly string[];
  /** What is left in the fixture's folder: other files are not ours to delete. */
  readonly left: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Takes a fixture out of the config and then deletes its runpack and metadata, and its folder where that is empty. Files of a fixture
 * outside `fixtures/` stay.
 * @throws GaitError invalid_input.
 */
export const removeFixture = (host: Host, options: OneFixtureOptions): Promise<RemovedFixture> =>
  changeProject(host, options.config, (commit) => remove(host, options, commit));

async function remove(host: Host, options: OneFixtureOptions, commit: Commit): Promise<RemovedFixture> {
  const { read, plan } = await findFixture(host, options);
  const fixtures = read.config.fixtures.filter((fixture) => fixture !== plan.fixture);
  const warnings = read.format === "yaml" ? [`${options.config} is written as JSON now; its comments are gone`] : [];
  return commit(() => {
    // The config first: when deleting fails, what is left is a folder that no run looks at.
    writeFileAtomic(host, options.config, configText({ ...read.config, fixtures }));
    if (!isInWorkspace(plan.fixture)) return { fixture: options.fixture, removed: [], left: [plan.directory], warnings };
    const files = [plan.runpack, cleanJoin(plan.directory, FIXTURE_FILE)];
    for (const file of files) onFile("remove", file, () => host.fs.rmSync(resolvePath(host, file), { force: true }));
    const folder = resolvePath(host, plan.directory);
    const rest = onFile("open", plan.directory, () => host.fs.readdirSync(folder));
    if (rest.length > 0) {
      return { fixture: options.fixture, removed: files, left: rest.map((name) => path.posix.join(plan.directory, name)).sort(), warnings };
    }
    onFile("remove", plan.directory, () => host.fs.rmSync(folder, { recursive: true }));
    return { fixture: options.fixture, removed: [...files, plan.directory], left: [], warnings };
  });
}
