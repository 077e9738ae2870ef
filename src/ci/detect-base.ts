/**
 * Which commit a check compares with where nobody said so: from what the CI system tells, else from git alone (spec 40 §12.3,
 * §12.7). GitHub's events are not here: its action reads the event itself.
 */
import { fetchCommit, firstParent, type Git, hasCommit, isCommitHash, mergeBase, resolveCommit } from "./git.js";

export interface DetectedBase {
  /** Full hash; undefined where there is nothing to compare with. */
  readonly sha: string | undefined;
  /** Where it comes from, or why there is none. */
  readonly note: string;
  /** There should be one and it cannot be found; not so where there is none by nature. */
  readonly isUnavailable: boolean;
}

const found = (sha: string, note: string): DetectedBase => ({ sha, note, isUnavailable: false });
const unavailable = (note: string): DetectedBase => ({ sha: undefined, note, isUnavailable: true });

type Env = Readonly<Record<string, string | undefined>>;

interface Rule {
  /** Variables that it looks at; all must be set. */
  readonly when: readonly string[];
  find(git: Git, head: string, env: Env): Promise<DetectedBase>;
}

const given = (variable: string) => async (_git: Git, _head: string, env: Env) => {
  const sha = env[variable] ?? "";
  return isCommitHash(sha) ? found(sha, variable) : unavailable(`${variable} is not the hash of a commit`);
};

/** Merge base of the head and a branch of `origin`. */
const branchOf = (variable: string) => async (git: Git, head: string, env: Env) => {
  const branch = env[variable] ?? "";
  const tip = await resolveCommit(git, `refs/remotes/origin/${branch}`);
  if (tip === undefined) return unavailable(`${variable} is ${branch}, which this clone does not know: fetch it`);
  const sha = await mergeBase(git, head, tip);
  return sha === undefined
    ? unavailable(`no common ancestor with ${branch} in this clone: fetch more of its history`)
    : found(sha, variable);
};

/** The commit before a push; of a new branch, and where a forced push left it behind, the first parent. */
const before = (variable: string) => async (git: Git, head: string, env: Env) => {
  const sha = env[variable] ?? "";
  if (!isCommitHash(sha) || /^0+$/.test(sha) || sha === head) return parentOf(git, head);
  const isThere = (await hasCommit(git, sha)) || (await fetchCommit(git, sha)) === undefined;
  return isThere ? found(sha, variable) : parentOf(git, head);
};

async function parentOf(git: Git, head: string): Promise<DetectedBase> {
  const sha = await firstParent(git, head);
  return sha === undefined ? { sha, note: "there is no commit before this one", isUnavailable: false } : found(sha, "first parent");
}

/** The first rule whose variables are all set counts. */
const RULES: readonly Rule[] = [
  // GitLab: in merged results pipelines and merge trains the head contains the target's tip, elsewhere it is the source branch.
  { when: ["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"], find: given("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") },
  { when: ["CI_MERGE_REQUEST_DIFF_BASE_SHA"], find: given("CI_MERGE_REQUEST_DIFF_BASE_SHA") },
  { when: ["GITLAB_CI", "CI_COMMIT_BEFORE_SHA"], find: before("CI_COMMIT_BEFORE_SHA") },
  // Jenkins, multibranch pipeline of a change request; other builds compare with the commit before, never with the last build.
  { when: ["JENKINS_URL", "CHANGE_TARGET"], find: branchOf("CHANGE_TARGET") },
  { when: ["JENKINS_URL"], find: parentOf },
];

/** Branches that a change is usually made against, the remote's own choice first. */
const MAIN_BRANCHES = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"];

/**
 * The base of `head` by the environment, else the merge base with the remote's main branch, else (on that branch itself, and
 * without a remote) the first parent. CircleCI tells its base to the configuration only, so its kit passes it with `--base`.
 */
export async function detectBase(git: Git, head: string, env: Env): Promise<DetectedBase> {
  const rule = RULES.find(({ when }) => when.every((variable) => (env[variable] ?? "") !== ""));
  if (rule) return rule.find(git, head, env);
  for (const branch of MAIN_BRANCHES) {
    const tip = await resolveCommit(git, branch);
    if (tip === undefined) continue;
    const sha = await mergeBase(git, head, tip);
    if (sha !== undefined && sha !== head) return found(sha, `merge base with ${branch.replace("refs/remotes/", "")}`);
    break;
  }
  return parentOf(git, head);
}
