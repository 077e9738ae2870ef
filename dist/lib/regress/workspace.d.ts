import { type Host } from "../format/host.js";
import { type ReadConfig } from "./config.js";
import type { ConfigFixture, RegressConfig } from "./types.js";
export declare const fixtureFolder: (name: string) => string;
/** The config as it is before something is added to it. @throws GaitError invalid_input where it cannot be read. */
export declare function readWorkspaceConfig(host: Host): Promise<ReadConfig | undefined>;
/** Whether an entry stands for a folder under `fixtures/`; others point elsewhere and are nobody's but their author's. */
export declare const isInWorkspace: ({ runpack }: ConfigFixture) => boolean;
/**
 * The config that the folders under `fixtures/` give, with what the previous one says beyond them.
 * @throws GaitError invalid_input for a folder that is half a fixture; every message names it.
 */
export declare function rebuildConfig(host: Host, previous: RegressConfig | undefined): RegressConfig;
