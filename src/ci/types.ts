/** The checks that the actions and `gait ci` run, without anything of GitHub in them (spec 40 §12). */
import type { runRegress } from "../regress/run.js";
import type { CiReport } from "../report/model.js";
import type { BaseTree } from "./base-tree.js";

/** What makes a check fail beyond its own verdict (spec 40 §12.4). */
export type FailOn = "drift" | "removed-coverage" | "relaxed" | "context-runtime" | "risk-increase";

export interface RegressCheckOptions {
  /** Working directories, relative to the repository root; already expanded. */
  readonly projects: readonly string[];
  /** Config inside each project. */
  readonly config: string;
  /** Folder of candidates, seen from each project. */
  readonly candidates?: string | undefined;
  readonly contextConformance: boolean;
  readonly allowContextRuntimeDrift: boolean;
  readonly failOn: readonly FailOn[];
  readonly showArgs: boolean;
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
  readonly jobs: number;
  readonly onlyChanged: boolean;
  readonly headSha: string;
  readonly base: BaseTree | null;
  /** Why there is no base; shown in the report. */
  readonly baseNote: string;
  /**
   * A missing base is an error: `removed-coverage` or `relaxed` were asked for by name, on an event that has a base (spec 40
   * §12.3). Default: whether `failOn` holds `relaxed`, which nobody gets without asking.
   */
  readonly requireBase?: boolean | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
  /** How the fixtures of a project are judged; who has judged them already hands over that run. Default: `runRegress`. */
  readonly judge?: typeof runRegress | undefined;
}

export interface CheckResult {
  readonly report: CiReport;
  /** 0, 2, 5 or 6; also in the report. */
  readonly exitCode: number;
  /** Per project: the `gait.regress.result` text (indented, as written) and the plain JUnit text. */
  readonly regressFiles: readonly { readonly project: string; readonly result: string; readonly junit: string }[];
  /** What the user should know and no verdict depends on: fields that mean nothing, entries that no digest covers. */
  readonly warnings?: readonly string[] | undefined;
}

export interface VerifyCheckOptions {
  /** Files, folders or globs, relative to the repository root. */
  readonly paths: readonly string[];
  readonly profile: "standard" | "strict";
  readonly requireSignature: boolean;
  readonly publicKey?: string | undefined;
  readonly publicKeyFile?: string | undefined;
  readonly allowEmpty: boolean;
  readonly changedOnly: boolean;
  readonly failOn: readonly ("tampered" | "unsigned" | "unknown-schema" | "key-changed")[];
  readonly headSha: string;
  readonly base: BaseTree | null;
  readonly baseNote: string;
  readonly onProgress?: ((line: string) => void) | undefined;
}
