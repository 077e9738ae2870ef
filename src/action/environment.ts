/** What programs that the action starts get to see: never a token of the job. */

type Env = Readonly<Record<string, string | undefined>>;

/** Handed out by the runner or by this action for this action alone. */
const OF_THE_JOB = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_(?:TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)|GH_TOKEN|SSH_AUTH_SOCK)$/i;
/** What a variable with a secret is usually called. */
const LOOKS_SECRET = /TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|APIKEY|(?:^|_)KEY(?:S|ID)?(?:$|_)/i;

export interface ChildEnvironment {
  readonly env: Record<string, string>;
  /** Names of variables that were left out although they are not the job's own, sorted. */
  readonly withheld: readonly string[];
}

/** The environment without secrets. `allowed` names variables that may pass although they look like one. */
export function childEnvironment(env: Env, token: string, allowed: readonly string[] = []): ChildEnvironment {
  const kept: Record<string, string> = {};
  const withheld: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || OF_THE_JOB.test(name)) continue;
    const isToken = token !== "" && value.includes(token);
    if (!isToken && (allowed.includes(name) || !LOOKS_SECRET.test(name))) kept[name] = value;
    else withheld.push(name);
  }
  return { env: kept, withheld: withheld.sort() };
}

/** For git: in a container the checkout belongs to another user, and git then needs to be told that it is meant. */
export const gitEnvironment = (env: Env, token: string, root: string): Record<string, string> => ({
  ...childEnvironment(env, token).env,
  GIT_CONFIG_COUNT: "1",
  GIT_CONFIG_KEY_0: "safe.directory",
  GIT_CONFIG_VALUE_0: root,
});
