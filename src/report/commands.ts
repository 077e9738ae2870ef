/** The commands that a report tells its reader to run. */
import type { FixtureReport, ProjectReport } from "./model.js";
import { commandLine } from "./shell-word.js";

/** Longer lines are for nobody to copy. */
export const MAX_COMMAND = 1_000;

/**
 * The line that makes a drifted fixture's candidate the new expectation, run from the root of the repository; empty where there is
 * nothing to accept.
 */
export function acceptCommand(project: ProjectReport, fixture: FixtureReport): string[] {
  if (fixture.status !== "fail" || fixture.candidate === null || fixture.candidate.path === "") return [];
  const config = inProject(project.path, project.config_file);
  const options = config === "gait.yaml" ? [] : ["--config", config];
  const candidate = inProject(project.path, fixture.candidate.path);
  const accept = commandLine("npx", "gait", "regress", "accept", fixture.name, "--candidate", candidate, ...options);
  const command = project.path === "." ? accept : `(${commandLine("cd", project.path)} && ${accept})`;
  return command.length <= MAX_COMMAND ? [command] : [];
}

/** A path from the repository root as one from the project's folder, where paths of gait.yaml start. */
function inProject(project: string, path: string): string {
  if (project === "." || path.startsWith("/")) return path;
  return path.startsWith(`${project}/`) ? path.slice(project.length + 1) : "../".repeat(project.split("/").length) + path;
}
