import { expect, test } from "vitest";
import { acceptCommand } from "../../src/report/commands.js";
import { fixtureOf, monorepo, projectOf, refundIncident } from "./samples.js";

test("in the root of the repository", () => {
  expect(acceptCommand(projectOf([]), refundIncident())).toEqual([
    "npx gait regress accept refund-incident --candidate out/refund-incident.zip",
  ]);
});

test("in a project's folder, where the paths of its gait.yaml start", () => {
  const project = monorepo().projects[1]!;
  expect(acceptCommand(project, project.fixtures[0]!)).toEqual([
    "(cd apps/desk && npx gait regress accept refund-incident --candidate out/refund-incident.zip)",
  ]);
  expect(acceptCommand(project, refundIncident())).toEqual([
    "(cd apps/desk && npx gait regress accept refund-incident --candidate ../../out/refund-incident.zip)",
  ]);
});

test("another config is named, odd names are quoted", () => {
  const project = projectOf([], { config_file: "agents.yaml" });
  expect(acceptCommand(project, refundIncident({ name: "it's" }))).toEqual([
    "npx gait regress accept 'it'\\''s' --candidate out/refund-incident.zip --config agents.yaml",
  ]);
});

test("nothing to accept of a pass, of a fixture without a candidate, of a path that no one would copy", () => {
  expect(acceptCommand(projectOf([]), fixtureOf("calm"))).toEqual([]);
  expect(acceptCommand(projectOf([]), refundIncident({ candidate: null }))).toEqual([]);
  expect(acceptCommand(projectOf([]), refundIncident({ name: "x".repeat(1_000) }))).toEqual([]);
});
