/** `gait.yaml` — which fixtures there are (spec 40 §2.1, §15 items 1 and 12). */
import { goJsonIndented } from "../format/canonical.js";
import { invalidInput, withPrefix, withPrefixAsync } from "../format/errors.js";
import { readBytes, readBytesIfThere } from "../format/files.js";
import type { Host } from "../format/host.js";
import { decodeDocument, list, record, text } from "../format/shape.js";
import { compareBytes, isBlank } from "../format/text.js";
import { isFixtureName } from "./names.js";
import type { ConfigFixture, RegressConfig } from "./types.js";
import { type ParsedText, parseJsonOrYaml } from "./yaml.js";

export const CONFIG_FILE = "gait.yaml";
const CONFIG_SCHEMA_ID = "gait.regress.config";
const SCHEMA_VERSION = "1.0.0";
const DEFAULT_SET = "default";

const configShape = record({
  schema_id: text(),
  schema_version: text(),
  fixture_set: text(),
  fixtures: list(record({ name: text(), run_id: text(), runpack: text() })),
});

export interface ReadConfig {
  readonly config: RegressConfig;
  /** How the file is written; we write JSON, which is YAML too. */
  readonly format: "json" | "yaml";
  readonly warnings: readonly string[];
}

/** Reads the text of a config. A config without fixtures is read all right. @throws GaitError invalid_input `parse config: …`. */
export async function parseConfig(bytes: Uint8Array, file: string): Promise<ReadConfig> {
  const refuse = (message: string) => invalidInput(message, { code: "config_invalid", file });
  const unknown: string[] = [];
  const { document, format } = await parseText(bytes);
  const read = withPrefix("parse config", () => decodeDocument(configShape, document, { onUnknown: (field) => unknown.push(field) }));
  if (read.schema_id !== "" && read.schema_id !== CONFIG_SCHEMA_ID) throw refuse(`unsupported config schema_id: ${read.schema_id}`);
  if (read.schema_version !== "" && read.schema_version !== SCHEMA_VERSION) {
    throw refuse(`unsupported config schema_version: ${read.schema_version}`);
  }
  for (const { name, runpack } of read.fixtures) {
    if (isBlank(name)) throw refuse("fixture name is required");
    if (isBlank(runpack)) throw refuse(`fixture runpack is required for ${name}`);
  }
  const fixtures = [...read.fixtures].sort((a, b) => compareBytes(a.name, b.name));
  const warnings = [...unknown.map((field) => `${file}: unknown field ${field} is ignored`), ...nameWarnings(fixtures, file)];
  return { config: { fixture_set: read.fixture_set || DEFAULT_SET, fixtures }, format, warnings };
}

function nameWarnings(fixtures: readonly ConfigFixture[], file: string): string[] {
  const repeated = fixtures.filter((fixture, i) => i > 0 && fixtures[i - 1]!.name === fixture.name).map(({ name }) => name);
  const odd = fixtures.map(({ name }) => name).filter((name) => !isFixtureName(name));
  return [
    ...new Set([
      ...repeated.map((name) => `${file}: fixture ${JSON.stringify(name)} is listed more than once and is judged each time`),
      ...odd.map((name) => `${file}: fixture name ${JSON.stringify(name)} is not one that regress init would give`),
    ]),
  ];
}

/** JSON or YAML; the complaint is led by what was being done. */
const parseText = (bytes: Uint8Array): Promise<ParsedText> => withPrefixAsync("parse config", () => parseJsonOrYaml(bytes));

/** Reads a config file. @throws GaitError invalid_input `read config: …` or `parse config: …`. */
export async function readConfig(host: Host, file: string): Promise<ReadConfig> {
  return parseConfig(
    withPrefix("read config", () => readBytes(host, file)),
    file,
  );
}

/** The same, or undefined where there is no such file. */
export async function readConfigIfThere(host: Host, file: string): Promise<ReadConfig | undefined> {
  const bytes = withPrefix("read config", () => readBytesIfThere(host, file));
  return bytes && parseConfig(bytes, file);
}

/** The file as it is written: JSON, which every YAML reader takes. */
export const configText = ({ fixture_set, fixtures }: RegressConfig): string =>
  goJsonIndented({
    schema_id: CONFIG_SCHEMA_ID,
    schema_version: SCHEMA_VERSION,
    fixture_set,
    fixtures: fixtures.map(({ name, run_id, runpack }) => ({ name, run_id, runpack })),
  });
