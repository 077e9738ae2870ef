/** Runpacks of the tests, sound ones and edited ones. */

import { canonicalize, sha256Hex } from "../../src/format/canonical.js";
import type { JsonObject } from "../../src/format/json.js";
import { parseJson } from "../../src/format/json.js";
import { privateKeyFromSeed } from "../../src/format/keys.js";
import { decode } from "../../src/format/shape.js";
import { bytesSource, openZip } from "../../src/format/zip-reader.js";
import { writeZip } from "../../src/format/zip-writer.js";
import { createNodeHost } from "../../src/host/node-host.js";
import { intentShape, manifestDigest, manifestShape, receiptShape, refsShape, resultShape, runShape } from "../../src/runpack/records.js";
import { buildRunpack, type RunpackInput } from "../../src/runpack/write.js";

export const KEY = privateKeyFromSeed(new Uint8Array(32).fill(7));
export const OTHER_KEY = privateKeyFromSeed(new Uint8Array(32).fill(8));
export const AT = "2026-03-04T05:06:07Z";

export interface Call {
  readonly id: string;
  readonly tool?: string;
  readonly args?: JsonObject;
  /** No result where it is missing. */
  readonly status?: string;
  readonly result?: JsonObject;
}

export interface RunOptions {
  readonly runId?: string;
  readonly captureMode?: string;
  readonly receipts?: readonly Partial<ReturnType<typeof receiptShape.zero>>[];
  readonly timeline?: RunpackInput["run"]["timeline"];
  readonly signed?: boolean;
}

/** The input of a run that made these calls. */
export function runOf(calls: readonly Call[], options: RunOptions = {}): RunpackInput {
  const { runId = "run_t", captureMode = "raw", receipts = [], timeline = [], signed = false } = options;
  return {
    run: { ...runShape.zero(), run_id: runId, created_at: AT, env: { os: "linux", arch: "amd64", runtime: "node" }, timeline },
    intents: calls.map(({ id, tool = "tool.read", args = {} }) => ({ ...intentShape.zero(), intent_id: id, tool_name: tool, args })),
    results: calls.flatMap(({ id, status, result = {} }) =>
      status === undefined ? [] : [{ ...resultShape.zero(), intent_id: id, status, result }],
    ),
    refs: {
      ...refsShape.zero(),
      receipts: receipts.map((receipt) => ({
        ...receiptShape.zero(),
        query_digest: sha256Hex("q"),
        content_digest: sha256Hex("c"),
        redaction_mode: "reference",
        ...receipt,
      })),
    },
    captureMode,
    signingKey: signed ? KEY : undefined,
  };
}

/** Nothing of the machine goes into these runs, so any host builds the same bytes. */
export const anyHost = createNodeHost({ env: {}, producerVersion: "0.0.0-dev" });

export const packOf = (calls: readonly Call[], options: RunOptions = {}): Uint8Array => buildRunpack(anyHost, runOf(calls, options)).bytes;

export type Files = Record<string, string>;

/** The entries of an archive as text. */
export function filesOf(bytes: Uint8Array): Files {
  const zip = openZip(bytesSource(bytes));
  return Object.fromEntries(zip.entries.map((entry) => [entry.name, Buffer.from(zip.read(entry)).toString("utf8")]));
}

export const zipOf = (files: Files): Uint8Array =>
  writeZip(Object.entries(files).map(([name, text]) => ({ path: name, data: Buffer.from(text, "utf8") })));

/** An archive with some entries replaced or, by null, removed. */
export function edited(bytes: Uint8Array, changes: Readonly<Record<string, string | null>>): Uint8Array {
  const merged: Record<string, string | null> = { ...filesOf(bytes), ...changes };
  return zipOf(Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null)));
}

/** The same edit with every digest made to fit, as a forger without the key would do. */
export function resealed(bytes: Uint8Array, changes: Readonly<Record<string, string>>, more: JsonObject = {}): Uint8Array {
  const files = { ...filesOf(bytes), ...changes };
  const raw = { ...(parseJson(files["manifest.json"]!) as JsonObject), ...more };
  const manifest = decode(manifestShape, JSON.stringify(raw));
  const listed = (manifest.files ?? []).map(({ path, sha256 }) => ({
    path,
    sha256: files[path] === undefined ? sha256 : sha256Hex(files[path]),
  }));
  const manifest_digest = manifestDigest({ ...manifest, files: listed });
  return zipOf({ ...files, "manifest.json": canonicalize({ ...raw, files: listed, manifest_digest }) });
}
