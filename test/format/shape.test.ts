import { describe, expect, test } from "vitest";
import { canonicalize } from "../../src/format/canonical.js";
import {
  bool,
  decode,
  freeMap,
  int,
  list,
  mapOf,
  nullableList,
  omitEmpty,
  optional,
  record,
  STRICT,
  text,
  time,
} from "../../src/format/shape.js";

const inner = record({ kind: text(), id: omitEmpty(text()) });
const shape = record({
  name: text(),
  count: omitEmpty(int()),
  on: omitEmpty(bool()),
  at: omitEmpty(time()),
  nested: inner,
  maybe: omitEmpty(optional(inner)),
  items: omitEmpty(list(inner)),
  events: nullableList(text()),
  free: omitEmpty(freeMap()),
  table: omitEmpty(mapOf(inner)),
});
const read = (source: string) => shape.encode(decode(shape, source));
const written = (source: string) => canonicalize(read(source));
const ZERO = { name: "", at: "0001-01-01T00:00:00Z", nested: { kind: "" }, events: null };

describe("Go-style decoding (spec 10 §0.5)", () => {
  test("absent fields hold their zero value; a time is always written, a null list is told from []", () => {
    expect(read("{}")).toEqual(ZERO);
    expect(read('{"events":[]}')).toEqual({ ...ZERO, events: [] });
  });

  test("declaration order is kept when written", () =>
    expect(Object.keys(read('{"nested":{},"name":"a"}') as object)).toEqual(["name", "at", "nested", "events"]));

  test.each<[string, string, object]>([
    ["unknown fields are ignored", '{"other":1}', ZERO],
    ["letter case of a name matters only when an exact one exists", '{"NAME":"a"}', { ...ZERO, name: "a" }],
    ["the exact name and another spelling are one field", '{"name":"a","Name":"b"}', { ...ZERO, name: "b" }],
    [
      "the long s folds",
      '{"nested":{"kınd":"x","KIND":"y"},"itemſ":[{"kind":"z"}]}',
      { ...ZERO, nested: { kind: "y" }, items: [{ kind: "z" }] },
    ],
    [
      "a second object merges into the first",
      '{"nested":{"kind":"a","id":"1"},"nested":{"id":"2"}}',
      { ...ZERO, nested: { kind: "a", id: "2" } },
    ],
    [
      "free maps merge key by key, their values are replaced whole",
      '{"free":{"x":{"p":1},"y":1},"free":{"x":{"q":2}}}',
      { ...ZERO, free: { x: { q: 2 }, y: 1 } },
    ],
    [
      "a second list takes its own length but decodes into the first's objects",
      '{"items":[{"kind":"a","id":"1"},{"kind":"b"}],"items":[{"kind":"c"}]}',
      { ...ZERO, items: [{ kind: "c", id: "1" }] },
    ],
    ["null leaves a string as it was", '{"name":"a","name":null}', { ...ZERO, name: "a" }],
    [
      "a list that was cut and grows again finds what was cut off",
      '{"items":[{"id":"1"},{"id":"2"}],"items":[{}],"items":[{"kind":"a"},{"kind":"b"},{"kind":"c"}]}',
      {
        ...ZERO,
        items: [{ kind: "a", id: "1" }, { kind: "b", id: "2" }, { kind: "c" }],
      },
    ],
    [
      "an empty list in between cuts off nothing to find",
      '{"items":[{"id":"1"}],"items":[],"items":[{"kind":"c"}]}',
      { ...ZERO, items: [{ kind: "c" }] },
    ],
    ["null in between clears a list", '{"items":[{"id":"1"}],"items":null,"items":[{"kind":"c"}]}', { ...ZERO, items: [{ kind: "c" }] }],
    ["null in between clears a free map", '{"free":{"a":1},"free":null,"free":{"b":2}}', { ...ZERO, free: { b: 2 } }],
    ["null values of a free map stay", '{"free":{"a":null}}', { ...ZERO, free: { a: null } }],
    ["-0 is 0", '{"count":-0}', ZERO],
    ["an empty free map is left out", '{"free":{}}', ZERO],
    ["an optional record", '{"maybe":{"kind":"m"}}', { ...ZERO, maybe: { kind: "m" } }],
    ["a map of records", '{"table":{"b":{"kind":"1"},"a":{"kind":"2"}}}', { ...ZERO, table: { a: { kind: "2" }, b: { kind: "1" } } }],
  ])("%s", (_, source, value) => expect(written(source)).toBe(canonicalize(value as never)));

  test.each<[string, string]>([
    ['{"name":1}', "line 1: name must be a string, found the number 1"],
    ['{\n"count":"1"}', "line 2: count must be an integer, found a string"],
    ['{"count":1.5}', "count must be an integer, found the number 1.5"],
    ['{"count":1e3}', "count must be an integer, found the number 1e3"],
    ['{"count":9223372036854775808}', "count must be a 64-bit integer"],
    ['{"on":1}', "on must be true or false"],
    ['{"at":"yesterday"}', 'at is not an RFC 3339 time: "yesterday"'],
    ['{"at":1}', "at must be a time"],
    ['{"nested":[]}', "nested must be an object, found a list"],
    ['{"items":{}}', "items must be a list, found an object"],
    ['{"items":[1]}', "items[0] must be an object, found the number 1"],
    ['{"free":[]}', "free must be an object"],
    ['{"free":{"a":1e400}}', "free: number out of range: 1e400"],
    ["[]", "the value must be an object"],
  ])("%s is refused", (source, message) => expect(() => decode(shape, source)).toThrow(message));

  test("a __proto__ key is data", () => {
    const { free } = decode(shape, '{"free":{"__proto__":{"polluted":true}}}');
    expect(canonicalize(free!)).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("strict decoding (spec 20 §1, §19.6)", () => {
  test.each<[string, string]>([
    ['{"name":"a",\n"other":1}', "line 2: unknown field other"],
    ['{"nested":{"x":1}}', "unknown field nested.x"],
    ['{"name":"a","name":"b"}', "repeated field name"],
    ['{"name":"a","NAME":"b"}', "repeated field NAME"],
  ])("%s", (source, message) => expect(() => decode(shape, source, STRICT)).toThrow(message));

  test("names in another case are unknown where they must be exact", () => {
    const seen: string[] = [];
    expect(decode(shape, '{"NAME":"a"}', { names: "exact", onUnknown: (path) => seen.push(path) }).name).toBe("");
    expect(seen).toEqual(["NAME"]);
  });

  test("unknown fields can be listed instead", () => {
    const seen: string[] = [];
    decode(shape, '{"a":1,"nested":{"b":2},"items":[{"c":3}]}', { onUnknown: (path) => seen.push(path) });
    expect(seen).toEqual(["a", "nested.b", "items[0].c"]);
  });
});
