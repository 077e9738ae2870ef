/** A pull request in a few words: fixtures at base, what the head changes, what the agent did this time. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type Checkout, type CheckoutOptions, type Files, git, makeCheckout } from "../support/act/repository.js";
import { type FakeGitHub, startFakeGitHub } from "../support/github/server.js";
import type { WorldOptions } from "../support/github/world.js";
import type { CallText } from "../support/recorded.js";
import { configFile, fixtureFiles, packBytes } from "../support/repository.js";
import { type BundleResult, runBundle } from "./bundle.js";
import { pullRequest } from "./payloads.js";

export type Calls = readonly (string | CallText)[];

export interface Scenario {
  /** Fixtures of the base commit by name. */
  fixtures: Record<string, Calls>;
  /** Folder of their project, with a slash at the end; default: the root. */
  project?: string;
  /** Other projects with their fixtures. */
  also?: Record<string, Record<string, Calls>>;
  /** Candidate runs by fixture, committed by the head into `candidates/` of the project. */
  candidates?: Record<string, Calls>;
  /** What else the head writes; null deletes. */
  head?: Record<string, string | Uint8Array | null>;
  /** What else the base has. */
  files?: Files;
  checkout?: Partial<CheckoutOptions>;
}

export const GOOD: Calls = ["crm.lookup(a)", "mail.send(b)", "pay.refund(c)=blocked"];
export const BAD: Calls = ["crm.lookup(a)", "mail.send(x)", "mail.send(y)=denied", "pay.refund(c)=ok"];

/** The same fixture with a candidate that misbehaves, and with one that does not. */
export const DRIFT: Scenario = { fixtures: { "refund-incident": GOOD }, candidates: { "refund-incident": BAD } };
export const STEADY: Scenario = { fixtures: { "refund-incident": GOOD }, candidates: { "refund-incident": GOOD } };

/** A candidate comes from another run than the fixture's. */
const candidatePack = (name: string, calls: Calls): Uint8Array => packBytes(calls, { runId: `run_${name}_again` });

const candidateFiles = ({ candidates = {}, project = "" }: Scenario): Files =>
  Object.fromEntries(Object.entries(candidates).map(([name, calls]) => [`${project}candidates/${name}.zip`, candidatePack(name, calls)]));

function projectFiles(project: string, fixtures: Record<string, Calls>): Files {
  const files = Object.entries(fixtures).map(([name, calls]) => fixtureFiles(name, calls, { project }));
  return Object.assign({}, configFile(Object.keys(fixtures), project), ...files) as Files;
}

/** The checkout of the scenario's pull request; gone when the test ends. */
export function makeScenario(scenario: Scenario): Checkout {
  const { fixtures, project = "", also = {}, head = {}, files = {}, checkout = {} } = scenario;
  const others = Object.entries(also).map(([folder, some]) => projectFiles(folder, some));
  const base: Files = Object.assign({}, files, projectFiles(project, fixtures), ...others);
  const made = makeCheckout({ base, head: { ...candidateFiles(scenario), ...head }, ...checkout });
  onTestFinished(made.remove);
  return made;
}

export interface OpenPullRequest {
  checkout: Checkout;
  api: FakeGitHub;
  /** One run of the action on the current head. Uploads are left out: they have tests of their own. */
  run(inputs?: Record<string, string>, env?: Record<string, string>): Promise<BundleResult>;
  /** Pushes the candidates of another scenario. @returns the new head. */
  commit(scenario: Scenario): string;
}

/** A pull request on a fake GitHub. */
export async function openPullRequest(
  scenario: Scenario,
  world: WorldOptions = {},
  { headRepository = "acme/shop" } = {},
): Promise<OpenPullRequest> {
  const checkout = makeScenario(scenario);
  const pulls = [{ number: 7, head: { sha: checkout.head, repository: headRepository }, base: { sha: checkout.base } }];
  const api = await startFakeGitHub({ pulls, ...world });
  onTestFinished(() => api.close());
  let head = checkout.head;
  return {
    checkout,
    api,
    run: (inputs = {}, env = {}) =>
      runBundle({
        checkout: checkout.dir,
        event: "pull_request",
        payload: pullRequest({ head, base: checkout.base, headRepository }),
        api,
        inputs: { "upload-artifacts": "false", ...inputs },
        env,
      }),
    commit(next) {
      writeFiles(checkout.dir, candidateFiles(next));
      git(checkout.dir, "add", "--all", "--", "candidates");
      git(checkout.dir, "commit", "--quiet", "-m", "Again");
      // As after a push: another head, merged into the same base.
      head = git(checkout.dir, "commit-tree", "-m", "Head", "HEAD^{tree}");
      api.world.pulls[0]!.head.sha = head;
      return head;
    },
  };
}

function writeFiles(dir: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(dir, name), content);
}
