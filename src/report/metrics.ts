/** OpenMetrics text for GitLab's metrics report and any scraper of files (spec 40 §12.7). */
import type { CiReport, Totals } from "./model.js";

type Metric = readonly [name: string, help: string, value: (totals: Totals) => number];

const REGRESS: readonly Metric[] = [
  ["gait_fixtures_total", "Fixtures that were judged or should have been.", (totals) => totals.fixtures],
  ["gait_fixtures_failed", "Fixtures whose candidate drifted.", (totals) => totals.fixtures_failed],
  ["gait_fixtures_errored", "Fixtures that could not be judged.", (totals) => totals.fixtures_errored],
  ["gait_fixtures_self_compared", "Fixtures that were compared only with themselves.", (totals) => totals.self_comparisons],
  ["gait_graders", "Graders that ran.", (totals) => totals.graders],
  ["gait_graders_failed", "Graders that failed.", (totals) => totals.graders_failed],
  ["gait_expectations_relaxed", "Expectations that the change relaxes.", (totals) => totals.expectations_relaxed],
  ["gait_coverage_removed", "Fixtures and expectations that the change removes.", (totals) => totals.coverage_removed],
];

const VERIFY: readonly Metric[] = [
  ["gait_artifacts", "Artifacts that were verified.", (totals) => totals.artifacts],
  ["gait_artifacts_tampered", "Artifacts that are not what they claim to be.", (totals) => totals.artifacts_tampered],
  ["gait_artifacts_unsigned", "Artifacts without a signature.", (totals) => totals.artifacts_unsigned],
];

/** `_total` is what OpenMetrics calls the sample of a counter; its family goes by the name without it. */
const family = (name: string): string => (name.endsWith("_total") ? `${name.slice(0, -"_total".length)} counter` : `${name} gauge`);

/** Samples without timestamps, ended by `# EOF`. */
export function renderMetrics({ kind, totals }: CiReport): string {
  const metrics = kind === "verify" ? VERIFY : REGRESS;
  const lines = metrics.flatMap(([name, help, value]) => [
    `# TYPE ${family(name)}`,
    `# HELP ${name.replace(/_total$/, "")} ${help}`,
    `${name} ${value(totals)}`,
  ]);
  return `${[...lines, "# EOF"].join("\n")}\n`;
}
