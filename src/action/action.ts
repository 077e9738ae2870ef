/** What one run of the action, and what reporting, work with. */
import type { Git } from "../ci/git.js";
import type { Host } from "../format/host.js";
import type { Api } from "./api.js";
import type { ArtifactService } from "./artifacts.js";
import type { Event } from "./event.js";
import type { RunInfo } from "./run-info.js";
import type { Runner } from "./runner.js";
import type { Settings } from "./settings.js";

export interface PublishContext {
  readonly settings: Settings;
  readonly run: RunInfo;
  readonly event: Event;
  readonly runner: Runner;
  /** undefined without a token. */
  readonly api: () => Promise<Api | undefined>;
  /** undefined where the runner has no artifact service. */
  readonly artifacts: ArtifactService | undefined;
}

export interface Action<S extends Settings = Settings> extends PublishContext {
  readonly settings: S;
  /** Its working folder is the root of the repository. */
  readonly host: Host;
  readonly git: Git;
  /** How many fixtures are judged side by side. */
  readonly jobs: number;
}
