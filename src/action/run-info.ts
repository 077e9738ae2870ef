/** What the runner says about this run, from its environment. */
import { invalidInput } from "../format/errors.js";

export interface RunInfo {
  /** `owner/name`. */
  readonly repository: string;
  readonly serverUrl: string;
  readonly runId: string;
  readonly attempt: number;
  readonly actor: string;
  readonly eventName: string;
  readonly eventPath: string;
  readonly workspace: string;
  /** A folder of the runner that is emptied after the job. */
  readonly temporary: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** @throws GaitError invalid_input where this is no runner. */
export function readRunInfo(env: Env, fallback: { readonly cwd: string; readonly temporary: string }): RunInfo {
  const needed = (name: string): string => {
    const value = env[name] ?? "";
    if (value === "") throw invalidInput(`${name} is not set: this is not a GitHub Actions runner`, { code: "runner_missing" });
    return value;
  };
  return {
    repository: needed("GITHUB_REPOSITORY"),
    serverUrl: env.GITHUB_SERVER_URL || "https://github.com",
    runId: env.GITHUB_RUN_ID ?? "",
    attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    actor: env.GITHUB_ACTOR ?? "",
    eventName: needed("GITHUB_EVENT_NAME"),
    eventPath: env.GITHUB_EVENT_PATH ?? "",
    workspace: env.GITHUB_WORKSPACE || fallback.cwd,
    temporary: env.RUNNER_TEMP || fallback.temporary,
  };
}

export const repositoryUrl = ({ serverUrl, repository }: RunInfo): string => `${serverUrl}/${repository}`;

/** The page of this attempt, where its summary is. */
export const summaryUrl = (run: RunInfo): string => `${repositoryUrl(run)}/actions/runs/${run.runId}/attempts/${run.attempt}`;

export const artifactUrl = (run: RunInfo, id: number): string => `${repositoryUrl(run)}/actions/runs/${run.runId}/artifacts/${id}`;
