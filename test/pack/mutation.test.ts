/** No change of a signed pack goes unnoticed, whoever makes it, short of signing it again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalize } from "../../src/format/canonical.js";
import { GaitError } from "../../src/format/errors.js";
import type { Json, JsonObject } from "../../src/format/json.js";
import { buildRunPack } from "../../src/pack/build.js";
import { packId, unsignedManifest } from "../../src/pack/manifest.js";
import type { PackManifest } from "../../src/pack/records.js";
import { verifyPack } from "../../src/pack/verify.js";
import { testHost } from "../support/host.js";
import { entriesOf, KEY_A, tckRunpack, textOf, zipOf } from "./support.js";

const MANIFEST = "pack_manifest.json";
const NAMES = ["context_envelope.json", "proof_records.jsonl", "run_payload.json", "source/runpack.zip"];

interface Bench {
  readonly pack: Uint8Array;
  readonly entries: ReadonlyMap<string, Uint8Array>;
  verifies(bytes: Uint8Array): Promise<boolean>;
}

async function bench(): Promise<Bench> {
  const host = testHost();
  const pack = (await buildRunPack(host, tckRunpack(host), KEY_A)).bytes;
  const verifies = async (bytes: Uint8Array): Promise<boolean> => {
    try {
      return (await verifyPack(host, bytes, { requireSignature: true, publicKey: KEY_A.publicKey })).ok;
    } catch (error) {
      if (error instanceof GaitError) return false;
      throw error;
    }
  };
  return { pack, entries: entriesOf(pack), verifies };
}

const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const flip = fc.integer({ min: 1, max: 255 });

function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const out = Uint8Array.from(bytes);
  out[Math.floor(at * out.length)]! ^= mask;
  return out;
}

type Change = (all: Map<string, Uint8Array>) => void;

/** Changes of the entries that the manifest declares; the manifest stays. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), position, flip).map(
    ([which, at, mask]): Change =>
      (all) => {
        const name = NAMES[which % NAMES.length]!;
        all.set(name, flipped(all.get(name)!, at, mask));
      },
  ),
  fc.tuple(fc.nat(), position).map(
    ([which, at]): Change =>
      (all) => {
        const name = NAMES[which % NAMES.length]!;
        all.set(name, all.get(name)!.subarray(0, Math.floor(at * all.get(name)!.length)));
      },
  ),
  fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(
    ([which, more]): Change =>
      (all) => {
        const name = NAMES[which % NAMES.length]!;
        all.set(name, Buffer.concat([all.get(name)!, more]));
      },
  ),
  fc.nat().map(
    (which): Change =>
      (all) =>
        void all.delete(NAMES[which % NAMES.length]!),
  ),
  fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" })).map(
    ([which, suffix]): Change =>
      (all) => {
        const name = NAMES[which % NAMES.length]!;
        all.set(`${name}${suffix.replace(/\/+$/, "_")}_`, all.get(name)!);
        all.delete(name);
      },
  ),
  fc.stringMatching(/^[a-z./]{1,8}[a-z]$/).map(
    (name): Change =>
      (all) =>
        void all.set(name, Buffer.from("x")),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([a, b]): Change =>
      (all) => {
        const [x, y] = [NAMES[a % NAMES.length]!, NAMES[b % NAMES.length]!];
        const [left, right] = [all.get(x)!, all.get(y)!];
        all.set(x, right);
        all.set(y, x === y ? Buffer.from("{}") : left);
      },
  ),
);

/** A place in a JSON value and what to put there. */
function mutated(value: Json, path: readonly number[], put: Json): Json {
  if (path.length === 0 || value === null || typeof value !== "object") return put;
  const [step, ...rest] = path as [number, ...number[]];
  if (Array.isArray(value)) {
    if (value.length === 0) return [put];
    const index = step % value.length;
    return value.map((item, i) => (i === index ? mutated(item, rest, put) : item));
  }
  const keys = Object.keys(value);
  const key = keys[step % keys.length]!;
  return { ...value, [key]: mutated(value[key]!, rest, put) };
}

const meaning = (text: string): string => canonicalize(unsignedManifest(JSON.parse(text) as PackManifest));

describe("a signed pack never verifies", () => {
  test("after a change of its entries", async () => {
    const { entries, verifies } = await bench();
    expect(await verifies(zipOf(entries))).toBe(true);
    await fc.assert(
      fc.asyncProperty(change, async (apply) => {
        const all = new Map(entries);
        apply(all);
        expect(await verifies(zipOf(all))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("after a change of its manifest, also with the id made right", async () => {
    const { entries, verifies } = await bench();
    const manifest = JSON.parse(textOf(entries, MANIFEST)) as JsonObject;
    const put = fc.constantFrom<Json>("", " ", "x", "run", "0".repeat(64), 0, 1, null, [], {}, true, "2020-01-01T00:00:00Z");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), put, fc.boolean(), async (path, value, withId) => {
        const edited = mutated(manifest, path, value) as JsonObject;
        const shown = canonicalize(edited);
        const isManifest = Array.isArray(edited?.contents) && typeof edited.pack_type === "string";
        const text = withId && isManifest ? canonicalize({ ...edited, pack_id: idOf(edited) }) : shown;
        fc.pre(text !== canonicalize(manifest));
        const all = new Map<string, Uint8Array>([...entries, [MANIFEST, Buffer.from(text, "utf8")]]);
        expect(await verifies(zipOf(all))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test("when a byte of the file changes, unless it says nothing", async () => {
    const { pack, entries, verifies } = await bench();
    await fc.assert(
      fc.asyncProperty(position, flip, async (at, mask) => {
        const bytes = flipped(pack, at, mask);
        if (!(await verifies(bytes))) return;
        const found = entriesOf(bytes);
        expect([...found.keys()]).toEqual([...entries.keys()]);
        for (const name of NAMES) expect(Buffer.from(found.get(name)!).equals(entries.get(name)!)).toBe(true);
        expect(meaning(textOf(found, MANIFEST))).toBe(meaning(textOf(entries, MANIFEST)));
      }),
      { numRuns: 600 },
    );
  });
});

/** The id of a manifest that may be nonsense. */
function idOf(manifest: JsonObject): string {
  try {
    return packId(manifest as unknown as PackManifest);
  } catch {
    return "0".repeat(64);
  }
}
