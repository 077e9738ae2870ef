import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bytesSource, openZip } from "../../src/format/zip-reader.js";
import { writeZip, type ZipInput } from "../../src/format/zip-writer.js";
import { temporaryFolder } from "../support/host.js";
import { craft } from "./zip-support.js";

const oracle = fileURLToPath(new URL("../../../shared/oracle/gait", import.meta.url));

/** Text like an agent's, noise, and everything between, from a fixed seed. */
function samples(): ZipInput[] {
  let state = 1;
  const random = (below: number) => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
  const content = (length: number, letters: number, repeats: number): Buffer => {
    const bytes = Buffer.alloc(length);
    for (let i = 0; i < length; ) {
      const run = i > 0 && random(100) < repeats ? random(400) : 0;
      let from = i - 1 - random(Math.min(i, 40_000));
      for (const end = Math.min(length, i + run); i < end; i++) bytes[i] = bytes[from++]!;
      if (i < length) bytes[i++] = letters === 256 ? random(256) : 97 + random(letters);
    }
    return bytes;
  };
  const inputs = Array.from({ length: 60 }, (_, i) => {
    const length = i < 20 ? random(300) : i < 50 ? random(90_000) : 100_000 + random(400_000);
    const data = content(length, [1, 2, 4, 16, 26, 100, 256][i % 7]!, [0, 2, 20, 60][i % 4]!);
    return { path: `extra/${["é", "b\\c", "~", "plain"][i % 4]}${i}`, data, mode: i % 3 === 0 ? 0o755 : 0o644 };
  });
  return [...inputs, { path: "extra/long", data: content(18_000_000, 26, 30) }];
}

test.skipIf(!existsSync(oracle))("the reference writes the same archive of the same files", () => {
  const cwd = temporaryFolder();
  const run = (...args: string[]) => execFileSync(oracle, args, { cwd, encoding: "utf8" });
  run("demo", "--json");
  const demo = openZip(bytesSource(readFileSync(path.join(cwd, "gait-out/runpack_run_demo.zip"))));
  const runpack = demo.entries.map((entry) => ({ path: entry.name, data: demo.read(entry), mode: entry.mode }));
  const files = [...runpack, ...samples()];
  const attributes = (mode: number) => (0o100000 | mode) * 0x10000;
  const source = craft(files.map(({ path: name, data, mode = 0 }) => ({ name, data, method: 0, attributes: attributes(mode) })));
  writeFileSync(path.join(cwd, "source.zip"), source);
  run("pack", "build", "--type", "run", "--from", "./source.zip", "--out", "pack.zip", "--json");
  const pack = openZip(bytesSource(readFileSync(path.join(cwd, "pack.zip"))));
  const archive = writeZip(files);
  const rewritten = pack.read(pack.entry("source/runpack.zip")!);
  expect(rewritten.length).toBe(archive.length);
  expect(Buffer.compare(rewritten, archive)).toBe(0);
});
