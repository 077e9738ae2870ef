/**
 * Inputs of `run record` as text, spelled in every way that the reference's decoder takes: repeated and differently cased names,
 * odd numbers and escapes, offsets, nulls. Texts, because a value would lose all of that.
 */
import fc from "fast-check";

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const chars = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: oneOf("a", "Z", "7", "_", "-", ".", " ", "ſ", "é", "😀", "ﬁ", "\u2028", "\u0085", "<", "&", "/") }),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
);

const ESCAPED = [
  "\\u0041",
  "\\ud83d\\ude00",
  "\\ud800",
  "\\udc00\\ud800",
  "\\n",
  "\\t",
  "\\/",
  "\\\\",
  '\\"',
  "\\u0000",
  "\\u2029",
  "\\ufeff",
  "\\b",
  "\\f",
];

/** A quoted string, with an escape or two that JSON.stringify would not write. */
export const stringText = fc
  .tuple(chars, fc.array(oneOf(...ESCAPED), { maxLength: 2 }), chars)
  .map(([before, escapes, after]) => `"${JSON.stringify(before).slice(1, -1)}${escapes.join("")}${JSON.stringify(after).slice(1, -1)}"`);

const numberText = oneOf(
  ...[
    "0",
    "-0",
    "1.0",
    "1e2",
    "1E+2",
    "1e-7",
    "0.1",
    "-12.50",
    "1e21",
    "123456789012345678901234567890",
    "9007199254740993",
    "5e-324",
    "1.7976931348623157e308",
  ],
);

const freeKey = fc.oneof(stringText, oneOf('"a"', '"b"', '"A"', '"__proto__"', '"ref"', '"my_Ref"', '"verdict"', '"reason_codes"'));

const objectText = (members: fc.Arbitrary<[string, string]>, maxLength: number) =>
  fc.array(members, { maxLength }).map((all) => `{${all.map(([key, value]) => `${key}:${value}`).join(", ")}}`);

/** Any value of a free map; keys may repeat. */
export const freeValue: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    oneOf("null", "true", "false", '"allow"', '"ref_1"', '" ref_2 "', '["b","a","b", 3, " "]'),
    numberText,
    stringText,
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    objectText(fc.tuple(freeKey, tie("value")), 3),
  ),
})).value;

const freeMap = fc.oneof(objectText(fc.tuple(freeKey, freeValue), 4), oneOf("null", "{}"));

const hexDigest = fc.oneof(
  oneOf("ab".repeat(32), "AB".repeat(32)),
  fc.string({ unit: oneOf("0", "7", "a", "f"), minLength: 64, maxLength: 64 }),
);
const digestText = fc.oneof(
  { weight: 4, arbitrary: hexDigest.map((digest) => `"${digest}"`) },
  { weight: 1, arbitrary: oneOf('""', "null", '" 00 "', '"zz"') },
);

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

const timeText = fc
  .record({
    date: fc.tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
    clock: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 })),
    fraction: oneOf("", ".0", ".5", ",120", ".000000001", ".1234567899", ".99999999999"),
    offset: oneOf("Z", "+00:00", "-00:00", "+05:30", "-11:45", "+23:59"),
  })
  .map(
    ({ date: [y, m, d], clock: [h, i, s], fraction, offset }) =>
      `"${pad(y, 4)}-${pad(m)}-${pad(d)}T${pad(h)}:${pad(i)}:${pad(s)}${fraction}${offset}"`,
  );

/** Another spelling of a name that the decoder takes for the same: other case, long s, Kelvin sign. */
const spelled = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(name) },
    {
      weight: 1,
      arbitrary: oneOf(
        name.toUpperCase(),
        name.replace("s", "ſ"),
        name.replace(/k/g, "\u212a"),
        name.charAt(0).toUpperCase() + name.slice(1),
      ),
    },
  );

type Fields = Readonly<Record<string, fc.Arbitrary<string>>>;

/** A record: fields in any order, some left out, some twice, some unknown. */
function recordText(required: Fields, optional: Fields, maxUnknown = 1): fc.Arbitrary<string> {
  const all: Fields = { ...required, ...optional };
  const member = (name: string) => fc.tuple(spelled(name), all[name]!).map(([key, value]) => `${JSON.stringify(key)}:${value}`);
  const unknown = fc.tuple(oneOf('"extra"', '"run_id_"', '""'), freeValue).map(([key, value]) => `${key}:${value}`);
  return fc
    .record({
      must: fc.tuple(...Object.keys(required).map(member)),
      may: fc.tuple(...Object.keys(optional).map((name) => fc.option(member(name), { nil: undefined, freq: 3 }))),
      again: fc.array(fc.oneof(...Object.keys(all).map(member)), { maxLength: 1 }),
      odd: fc.array(unknown, { maxLength: maxUnknown }),
    })
    .chain(({ must, may, again, odd }) => {
      const first = [...must, ...may.filter((one) => one !== undefined)] as string[];
      return fc
        .shuffledSubarray([...first, ...odd], { minLength: first.length + odd.length })
        .map((some) => `{${[...some, ...again].join(",")}}`);
    });
}

const listText = (item: fc.Arbitrary<string>, maxLength: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(item, { maxLength }).map((items) => `[ ${items.join(" ,\n")} ]`) },
    { weight: 1, arbitrary: fc.constant("null") },
  );

const runIdText = oneOf('"run_a"', '"run_b"', '"run.c"', '"läuft"', '"RUN_D"', '"b"');
const nameText = fc.oneof(stringText, oneOf('"i1"', '"i2"', '"i3"'));
const toolText = fc.oneof(oneOf('"http.get"', '" SQL.run "', '"fs.write"', '"kafka"', '"echo"', '"weird"'), stringText);
const statusText = oneOf('"ok"', '"error"', '" OK "', '"success"', '"denied"', '""');

const header: Fields = {
  schema_id: oneOf('""', '"x"', "null"),
  schema_version: oneOf('""', '"9"'),
  created_at: fc.oneof(timeText, oneOf("null")),
  producer_version: stringText,
  run_id: runIdText,
};

const relationship = recordText(
  {},
  {
    parent_ref: recordText({ kind: stringText, id: stringText }, {}),
    entity_refs: listText(recordText({ kind: stringText, id: stringText }, {}), 2),
    policy_ref: recordText({}, { policy_id: stringText, matched_rule_ids: listText(stringText, 2) }),
    parent_record_id: stringText,
    related_entity_ids: listText(stringText, 2),
  },
);

const timelineEvent = recordText({ event: stringText, ts: timeText }, { ref: nameText, relationship });

const env = fc
  .tuple(stringText, stringText, stringText)
  .map((values) => values.map((value) => (value === '""' ? '"x"' : value)))
  .map(([os, arch, runtime]) => `{"os":${os},"arch":${arch},"runtime":${runtime},"more":1}`);

// The defaults of these are the machine and the clock, which differ on purpose.
const run = recordText(
  { run_id: runIdText, created_at: timeText, env },
  {
    schema_id: header.schema_id!,
    schema_version: header.schema_version!,
    producer_version: stringText,
    timeline: listText(timelineEvent, 3),
  },
);

const intent = recordText({ intent_id: nameText, tool_name: toolText, args: freeMap }, { ...header, args_digest: digestText });
const result = recordText({ intent_id: nameText, status: statusText, result: freeMap }, { ...header, result_digest: digestText });

const receipt = recordText(
  {
    ref_id: fc.oneof(oneOf('"ref_1"', '"ref_2"', '"trace_i1"', '" trace_i2"'), stringText),
    query_digest: digestText,
    content_digest: digestText,
  },
  {
    source_type: fc.oneof(oneOf('"gait.trace"', '" GAIT.Trace "', '"web"'), stringText),
    source_locator: stringText,
    retrieved_at: fc.oneof(timeText, oneOf("null", '"0001-01-01T00:00:00Z"')),
    redaction_mode: oneOf('"reference"', '"hashes"', '""'),
    immutability: oneOf('""', '" Mutable "', '"odd"'),
    freshness_sla_seconds: oneOf("0", "-1", "7", "9007199254740991"),
    sensitivity_label: stringText,
    retrieval_params: freeMap,
  },
);

const refs = recordText(
  {},
  {
    ...header,
    context_set_digest: fc.oneof(
      { weight: 3, arbitrary: oneOf(`"${"cd".repeat(32)}"`, `" ${"CD".repeat(32)} "`, '""') },
      { weight: 1, arbitrary: oneOf('"zz"') },
    ),
    context_evidence_mode: oneOf('"best_effort"', '" Required "', '""'),
    context_ref_count: oneOf("0", "1", "12"),
    receipts: listText(receipt, 4),
  },
);

const normalization = recordText(
  {},
  {
    intent_args: fc.oneof(objectText(fc.tuple(oneOf('"i1"', '"i2"'), freeMap), 2), oneOf("null")),
    result_payloads: fc.oneof(objectText(fc.tuple(oneOf('"i1"', '"i3"'), freeMap), 2), oneOf("null")),
  },
);

/** A whole input file. Most are sound; the rest is refused by both. */
export const recordInputText: fc.Arbitrary<string> = recordText(
  { run, intents: listText(intent, 4), results: listText(result, 4) },
  { refs, capture_mode: oneOf('"raw"', '" raw "', '"reference"', '""', '"Raw"'), normalization },
);

const envelopeRecord = recordText(
  {
    ref_id: fc.oneof(oneOf('"r1"', '" r2 "'), stringText),
    source_type: oneOf('"web"', '" db "'),
    source_locator: fc.oneof(oneOf('"x"'), stringText),
    query_digest: hexDigest.map((digest) => `"${digest}"`),
    content_digest: hexDigest.map((digest) => `" ${digest}"`),
    redaction_mode: oneOf('"hashes"', '" reference"', '"raw"'),
  },
  {
    retrieved_at: timeText,
    immutability: oneOf('" Immutable"', '""', '"mutable"'),
    freshness_sla_seconds: oneOf("0", "60", "-1"),
    sensitivity_label: stringText,
    retrieval_params: freeMap,
  },
  0,
);

/** A context envelope; some have unknown fields, wrong digests or text behind them. */
export const envelopeText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(envelopeRecord, { maxLength: 3 }),
    oneOf('"context_set_id":" c "', '"context_set_id":"c"', '"context_set_id":""'),
    oneOf(
      "",
      ',"schema_id":" "',
      ',"schema_id":"gait.context.envelope","schema_version":"1.0.0"',
      ',"evidence_mode":"required"',
      ',"odd":1',
      `,"context_set_digest":"${"0".repeat(64)}"`,
    ),
    oneOf("", "\n", " trailing"),
  )
  .map(([records, id, more, tail]) => `{${id},"records":[${records.join(",")}]${more}}${tail}`);
