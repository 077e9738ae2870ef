/** Names of fixtures (spec 40 §2.2). */
import { invalidInput } from "../format/errors.js";

const PATTERN = /^[a-z0-9][a-z0-9._-]*$/;

/** Whether a name can be given to a fixture. */
export const isFixtureName = (name: string): boolean => PATTERN.test(name);

/** @throws GaitError invalid_input. */
export function assertFixtureName(name: string): void {
  if (isFixtureName(name)) return;
  throw invalidInput(`invalid fixture name: ${name}`, {
    hint: "Use lower-case letters, digits, dots, dashes and underscores, beginning with a letter or digit.",
  });
}

/** The name of a fixture that was given none: `Run Déjà (A) 1` becomes `run-d-j-a-1`. */
export const deriveFixtureName = (runId: string): string =>
  runId
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[-._]+|[-._]+$/g, "") || "fixture";
