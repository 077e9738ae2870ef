/** Writing an old runpack anew in today's form (spec 10 §9.7, §16 item 18). */
import path from "node:path";
import { GaitError, invalidInput } from "../format/errors.js";
import { makeFolder, outputPath, readBytes, writeFileAtomic } from "../format/files.js";
import type { Host } from "../format/host.js";
import type { PrivateKey } from "../format/keys.js";
import { trim } from "../format/text.js";
import { type Runpack, readRunpack } from "./read.js";
import { verifyRunpack } from "./verify.js";
import { assertSafeRunId, buildRunpack } from "./write.js";

export interface MigrateOptions {
  /** Path of an existing file. */
  readonly input: string;
  /** "": beside the input. */
  readonly out: string;
  readonly target: string;
  /** Signs the new file; without it the new file is unsigned. */
  readonly signingKey?: PrivateKey | undefined;
  /** Tells what would be done and writes nothing. */
  readonly dryRun: boolean;
}

export interface Migrated {
  readonly output: string;
  readonly runId: string;
  /** `no_change` where old and new file are the same bytes. */
  readonly status: "no_change" | "migrated";
  /** What the new file no longer has. */
  readonly warnings: readonly string[];
}

function losses(pack: Runpack, isSigned: boolean): string[] {
  const signatures = pack.manifest.signatures.length;
  return [
    ...(signatures > 0 && !isSigned ? [`${signatures} signatures are left out; --private-key signs the new file`] : []),
    ...(signatures > 0 && isSigned ? [`${signatures} signatures are replaced by one of the given key`] : []),
    ...pack.undeclaredFiles.map((name) => `undeclared entry ${JSON.stringify(name)} is left out`),
  ];
}

function defaultOutput(input: string, runId: string): string {
  assertSafeRunId(runId);
  return path.join(path.dirname(input), `runpack_${runId}_migrated.zip`);
}

/**
 * Reads a runpack strictly and writes it again.
 * @throws GaitError invalid_input for another target, file type or place; verification_failed when the new file does not verify.
 */
export async function migrateRunpack(host: Host, options: MigrateOptions): Promise<Migrated> {
  const { input, signingKey } = options;
  if (options.target !== "v1") throw invalidInput("unsupported --target (only v1 is currently available)");
  if (!input.toLowerCase().endsWith(".zip")) {
    throw invalidInput("unsupported artifact type (only runpack zip is currently migratable)", { file: input });
  }
  const pack = await readRunpack(host, input);
  const output = outputPath(trim(options.out) || defaultOutput(input, pack.run.run_id));
  if (output === path.normalize(input)) throw invalidInput("--out must differ from input path", { file: input });
  const { run, intents, results, refs, manifest } = pack;
  const built = buildRunpack(host, { run, intents, results, refs, captureMode: manifest.capture_mode, signingKey });
  const isSame = Buffer.from(readBytes(host, input)).equals(built.bytes);
  if (!(await verifyRunpack(host, built.bytes)).ok) {
    throw new GaitError("verification_failed", "migrated runpack failed verification", { file: output });
  }
  if (!options.dryRun) {
    makeFolder(host, path.dirname(output));
    writeFileAtomic(host, output, built.bytes);
  }
  return { output, runId: run.run_id, status: isSame ? "no_change" : "migrated", warnings: losses(pack, signingKey !== undefined) };
}
