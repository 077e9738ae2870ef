import type { Host } from "../format/host.js";
import type { RegressConfig } from "./types.js";
export declare const CONFIG_FILE = "gait.yaml";
export interface ReadConfig {
    readonly config: RegressConfig;
    /** How the file is written; we write JSON, which is YAML too. */
    readonly format: "json" | "yaml";
    readonly warnings: readonly string[];
}
/** Reads the text of a config. A config without fixtures is read all right. @throws GaitError invalid_input `parse config: …`. */
export declare function parseConfig(bytes: Uint8Array, file: string): Promise<ReadConfig>;
/** Reads a config file. @throws GaitError invalid_input `read config: …` or `parse config: …`. */
export declare function readConfig(host: Host, file: string): Promise<ReadConfig>;
/** The same, or undefined where there is no such file. */
export declare function readConfigIfThere(host: Host, file: string): Promise<ReadConfig | undefined>;
/** The file as it is written: JSON, which every YAML reader takes. */
export declare const configText: ({ fixture_set, fixtures }: RegressConfig) => string;
