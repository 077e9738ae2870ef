/** Running the regress check on a repository of the tests. */
import { gitTree } from "../../src/ci/base-tree-git.js";
import { runRegressCheck } from "../../src/ci/regress-check.js";
import type { CheckResult, RegressCheckOptions } from "../../src/ci/types.js";
import type { Repository } from "./repository.js";

export const OPTIONS: RegressCheckOptions = {
  projects: ["."],
  config: "gait.yaml",
  contextConformance: false,
  allowContextRuntimeDrift: false,
  failOn: ["drift", "removed-coverage"],
  showArgs: false,
  jobs: 1,
  onlyChanged: false,
  headSha: "",
  base: null,
  baseNote: "",
};

/** Checks the checkout against a commit. */
export const checkAgainst = (repo: Repository, base: string | null, options: Partial<RegressCheckOptions> = {}): Promise<CheckResult> =>
  runRegressCheck(repo.host, { ...OPTIONS, base: base === null ? null : gitTree(repo.git, base), ...options });
