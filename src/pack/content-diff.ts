/** What two runs did differently, record by record: what hashes of whole files cannot tell (spec 20 §19.4). */
import { digestOf } from "../format/canonical.js";
import type { JsonObject } from "../format/json.js";
import type { Shape } from "../format/shape.js";
import { compareBytes } from "../format/text.js";
import type { Runpack } from "../runpack/read.js";
import { intentShape, receiptShape, resultShape } from "../runpack/records.js";

export interface ChangedRecord {
  /** Intent id or ref id; the second record of one id is `id (2)`. */
  readonly id: string;
  /** Names of the fields that differ, sorted. */
  readonly fields: readonly string[];
}

export interface SectionDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedRecord[];
}

export interface ContentDiff {
  readonly intents: SectionDiff;
  readonly results: SectionDiff;
  readonly receipts: SectionDiff;
}

/** Fields that say which run it was rather than what happened; they differ between any two runs. */
const RUN_IDENTITY = ["schema_id", "schema_version", "created_at", "producer_version", "run_id"];

function byId<T>(records: readonly T[], idOf: (record: T) => string, shape: Shape<T>): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const counts = new Map<string, number>();
  for (const record of records) {
    const id = idOf(record);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    const fields = { ...(shape.encode(record) as JsonObject) };
    for (const name of RUN_IDENTITY) delete fields[name];
    found.set(count === 1 ? id : `${id} (${count})`, fields);
  }
  return found;
}

const differs = (a: JsonObject, b: JsonObject, field: string): boolean => {
  const [x, y] = [a[field], b[field]];
  return x === undefined || y === undefined ? x !== y : digestOf(x) !== digestOf(y);
};

function diffSections(left: ReadonlyMap<string, JsonObject>, right: ReadonlyMap<string, JsonObject>): SectionDiff {
  const onlyIn = (a: ReadonlyMap<string, JsonObject>, b: ReadonlyMap<string, JsonObject>) =>
    [...a.keys()].filter((id) => !b.has(id)).sort(compareBytes);
  const changed = [...left].flatMap(([id, a]): ChangedRecord[] => {
    const b = right.get(id);
    if (!b) return [];
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(compareBytes);
    const fields = names.filter((name) => differs(a, b, name));
    return fields.length > 0 ? [{ id, fields }] : [];
  });
  return { added: onlyIn(right, left), removed: onlyIn(left, right), changed: changed.sort((x, y) => compareBytes(x.id, y.id)) };
}

/** Compares the records of two runs by their ids. */
export function diffContents(left: Runpack, right: Runpack): ContentDiff {
  const section = <T>(pick: (runpack: Runpack) => readonly T[], idOf: (record: T) => string, shape: Shape<T>) =>
    diffSections(byId(pick(left), idOf, shape), byId(pick(right), idOf, shape));
  return {
    intents: section(
      (runpack) => runpack.intents,
      (intent) => intent.intent_id,
      intentShape,
    ),
    results: section(
      (runpack) => runpack.results,
      (result) => result.intent_id,
      resultShape,
    ),
    receipts: section(
      (runpack) => runpack.refs.receipts,
      (receipt) => receipt.ref_id,
      receiptShape,
    ),
  };
}
