import { expect, test } from "vitest";
import { renderMetrics } from "../../src/report/metrics.js";
import * as samples from "./samples.js";

test("OpenMetrics of a regression report", () => {
  expect(renderMetrics(samples.drift())).toBe(`# TYPE gait_fixtures counter
# HELP gait_fixtures Fixtures that were judged or should have been.
gait_fixtures_total 7
# TYPE gait_fixtures_failed gauge
# HELP gait_fixtures_failed Fixtures whose candidate drifted.
gait_fixtures_failed 2
# TYPE gait_fixtures_errored gauge
# HELP gait_fixtures_errored Fixtures that could not be judged.
gait_fixtures_errored 0
# TYPE gait_fixtures_self_compared gauge
# HELP gait_fixtures_self_compared Fixtures that were compared only with themselves.
gait_fixtures_self_compared 0
# TYPE gait_graders gauge
# HELP gait_graders Graders that ran.
gait_graders 29
# TYPE gait_graders_failed gauge
# HELP gait_graders_failed Graders that failed.
gait_graders_failed 3
# TYPE gait_expectations_relaxed gauge
# HELP gait_expectations_relaxed Expectations that the change relaxes.
gait_expectations_relaxed 1
# TYPE gait_coverage_removed gauge
# HELP gait_coverage_removed Fixtures and expectations that the change removes.
gait_coverage_removed 0
# EOF
`);
});

test("and of a verification", () => {
  const samplesOf = renderMetrics(samples.verifyTampered())
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  expect(samplesOf).toEqual(["gait_artifacts 5", "gait_artifacts_tampered 1", "gait_artifacts_unsigned 1", ""]);
});
