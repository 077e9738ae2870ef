/** What one run of the action works with. */
import type { Git } from "../ci/git.js";
import type { Host } from "../format/host.js";
import type { PublishContext } from "./publish.js";
import type { Settings } from "./settings.js";

export interface Action<S extends Settings = Settings> extends PublishContext {
  readonly settings: S;
  /** Its working folder is the root of the repository. */
  readonly host: Host;
  readonly git: Git;
  /** How many fixtures are judged side by side. */
  readonly jobs: number;
}
