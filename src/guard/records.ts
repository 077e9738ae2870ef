/** The manifest of a guard evidence pack (spec 20 §16.2). */
import { digestOf } from "../format/canonical.js";
import { signatureShape } from "../format/keys.js";
import { type Infer, int, list, nullableList, omitEmpty, optional, record, text, time } from "../format/shape.js";

export const GUARD_SCHEMA_ID = "gait.guard.pack_manifest";
export const GUARD_SCHEMA_VERSION = "1.0.0";

const contentShape = record({ path: text(), sha256: text(), type: text() });

/** `gait.guard.pack_manifest` 1.0.0, in the order it is declared. */
export const guardManifestShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  pack_id: text(),
  run_id: text(),
  case_id: omitEmpty(text()),
  generated_at: time(),
  template_id: omitEmpty(text()),
  control_index: omitEmpty(list(record({ control_id: text(), title: text(), evidence_paths: nullableList(text()) }))),
  evidence_pointers: omitEmpty(list(record({ pointer_id: text(), path: text(), type: text(), sha256: text() }))),
  incident_window: omitEmpty(optional(record({ from: time(), to: time(), window_seconds: int(), selection_anchor: omitEmpty(text()) }))),
  rendered_artifacts: omitEmpty(list(record({ format: text(), path: text(), sha256: text() }))),
  contents: nullableList(contentShape),
  signatures: omitEmpty(list(signatureShape)),
});
export type GuardManifest = Infer<typeof guardManifestShape>;

const ID_PREFIX = "pack_";
const ID_DIGITS = 16;

/** The id that a guard pack must have: it covers the run and the contents, nothing else. */
export const guardPackId = ({ run_id, contents }: GuardManifest): string =>
  ID_PREFIX + digestOf({ run_id, contents: contents?.map(contentShape.encode) ?? null }).slice(0, ID_DIGITS);
