/** Imports point down only (docs/architecture.md). */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** From the bottom up; a folder may import from its own layer's folders and from lower layers. */
const LAYERS: readonly (readonly string[])[] = [
  ["format"],
  ["host", "runpack", "session", "guard", "pack"],
  ["report"],
  ["regress", "capture", "verify", "demo", "keys", "ci"],
  ["index.ts"],
  ["cli", "action"],
];

const root = fileURLToPath(new URL("../src/", import.meta.url));
const layerOf = (room: string): number => LAYERS.findIndex((layer) => layer.includes(room));
const files = (readdirSync(root, { recursive: true }) as string[]).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

test("every room of the house is in a layer", () => {
  const rooms = new Set(files.map((file) => file.split(path.sep)[0]!));
  expect([...rooms].filter((room) => layerOf(room) < 0)).toEqual([]);
});

test("no import points up", () => {
  const upward = files.flatMap((file) => {
    const own = layerOf(file.split(path.sep)[0]!);
    const source = readFileSync(path.join(root, file), "utf8");
    return [...source.matchAll(IMPORT)]
      .map((match) => path.relative(root, path.resolve(root, path.dirname(file), match[1]!)))
      .filter((target) => layerOf(target.split(path.sep)[0]!.replace(/\.js$/, ".ts")) > own)
      .map((target) => `${file} imports ${target}`);
  });
  expect(upward).toEqual([]);
});
