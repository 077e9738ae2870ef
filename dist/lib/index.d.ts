/**
 * Gait as a library: record, verify and compare what agents did, and check regressions, in-process and without output.
 *
 * Every function takes a `Host` (clock, environment, file system, working folder) first: `createNodeHost()` gives the one of the
 * current process. Failures are `GaitError`s whose category decides the exit code a command line would have.
 *
 * ```ts
 * import { createNodeHost, verifyRunpack } from "gait";
 * const { ok, hashMismatches } = await verifyRunpack(createNodeHost(), "gait-out/runpack_run_demo.zip");
 * ```
 */
export { canonicalize, digestOf, sha256Hex } from "./format/canonical.js";
export { deflateRaw } from "./format/deflate.js";
export { type ErrorCategory, type ExitCode, exitCodeOf, GaitError } from "./format/errors.js";
export type { FileSystem, Host } from "./format/host.js";
export { type Json, type JsonObject, parseJson } from "./format/json.js";
export { type KeySources, loadSigningKey, loadVerifyKey, type PrivateKey, type PublicKey, parsePrivateKey, parsePublicKey, type Signature, signJson, verifyJson, } from "./format/keys.js";
export { parseTime, type Time } from "./format/time.js";
export { createNodeHost } from "./host/node-host.js";
export { type BuildPackOptions, type BuiltPack, buildPack } from "./pack/build.js";
export { diffPacks, type PackDiff } from "./pack/diff.js";
export { type ExportOptions, exportPack } from "./pack/export.js";
export type { ExportRecord } from "./pack/export-record.js";
export { inspectPack, type PackInspection } from "./pack/inspect.js";
export { type PackVerification, type VerifyPackOptions, verifyPack } from "./pack/verify.js";
export { type AcceptedRun, type AcceptOptions, acceptCandidate } from "./regress/accept.js";
export { compareRunpacks } from "./regress/compare.js";
export { type ImportedFixture, type ImportOptions, importFixture } from "./regress/import.js";
export { runRegress } from "./regress/run.js";
export type { FixtureOutcome, GraderResult, RegressOptions, RegressResult, RegressRun } from "./regress/types.js";
export type { CiReport, ToolCallChange, VerifiedArtifact } from "./report/model.js";
export { type DiffSummary, diffRunpacks } from "./runpack/diff.js";
export { locateRunpack } from "./runpack/locate.js";
export { type Runpack, readRunpack } from "./runpack/read.js";
export type { IntentRecord, ManifestRecord, Receipt, RefsRecord, ResultRecord, RunRecord } from "./runpack/records.js";
export { type RunpackVerification, type VerifyOptions, verifyRunpack } from "./runpack/verify.js";
export { type BuiltRunpack, buildRunpack, type RunpackInput, writeRunpack } from "./runpack/write.js";
export { type VerifiedMany, type VerifyManyOptions, verifyMany } from "./verify/many.js";
