/** A pull request in a few words: fixtures at base, what the head changes, what the agent did this time. */

import { type Checkout, type CheckoutOptions, type Files, makeCheckout } from "../support/act/repository.js";
import type { CallText } from "../support/recorded.js";
import { configFile, type FixtureOptions, fixtureFiles, packBytes } from "../support/repository.js";

type Calls = readonly (string | CallText)[];

export interface Scenario {
  /** Fixtures of the base commit by name. */
  fixtures: Record<string, Calls>;
  options?: FixtureOptions;
  /** Candidate runs by fixture, committed by the head into `candidates/`. */
  candidates?: Record<string, Calls>;
  /** What else the head writes; null deletes. */
  head?: Record<string, string | Uint8Array | null>;
  /** Files of both commits. */
  files?: Files;
  checkout?: Partial<CheckoutOptions>;
}

export const GOOD: Calls = ["crm.lookup(a)", "mail.send(b)", "pay.refund(c)=blocked"];
export const BAD: Calls = ["crm.lookup(a)", "mail.send(x)", "mail.send(y)=denied", "pay.refund(c)=ok"];

/** The checkout of the scenario's pull request; the caller removes it. */
export function makeScenario({ fixtures, options = {}, candidates = {}, head = {}, files = {}, checkout = {} }: Scenario): Checkout {
  const names = Object.keys(fixtures);
  const base: Files = { ...files, ...(configFile(names) as Files) };
  for (const name of names) Object.assign(base, fixtureFiles(name, fixtures[name]!, options));
  const packs = Object.entries(candidates).map(
    ([name, calls]) => [`candidates/${name}.zip`, packBytes(calls, { runId: `run_${name}_again` })] as const,
  );
  return makeCheckout({ base, head: { ...Object.fromEntries(packs), ...head }, ...checkout });
}
