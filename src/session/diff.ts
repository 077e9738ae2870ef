/** `run diff`: two runpacks, or two session chains (spec 10 §10.2). */
import { goJson } from "../format/canonical.js";
import { GaitError, invalidInput } from "../format/errors.js";
import { assertNoInput, FILE_MODE, onFile } from "../format/files.js";
import { type Host, resolvePath } from "../format/host.js";
import { compareBytes } from "../format/text.js";
import { type DiffPrivacy, type DiffSummary, diffRunpacks, diffSummaryShape, encodeSummary } from "../runpack/diff.js";
import { locateRunpack } from "../runpack/locate.js";
import { readRunpack } from "../runpack/read.js";
import { readSessionChain, type SessionChain } from "./chain.js";

export interface DiffOptions {
  /** Run ids, paths of runpacks, or two paths of session chains. */
  readonly left: string;
  readonly right: string;
  readonly privacy: string;
  /** Also write the comparison to this file; "" writes none. */
  readonly output: string;
}

const isJsonName = (name: string): boolean => name.toLowerCase().endsWith(".json");

function readChainIfOne(host: Host, name: string): SessionChain | undefined {
  try {
    return readSessionChain(host, name);
  } catch (error) {
    if (error instanceof GaitError) return undefined;
    throw error;
  }
}

function bothChains(host: Host, left: string, right: string): [SessionChain, SessionChain] | undefined {
  if (!isJsonName(left) || !isJsonName(right)) return undefined;
  const first = readChainIfOne(host, left);
  const second = first && readChainIfOne(host, right);
  return first && second && [first, second];
}

const digestsOf = (chain: SessionChain): Map<number, string> =>
  new Map(chain.checkpoints.map((checkpoint) => [checkpoint.checkpoint_index, checkpoint.checkpoint_digest]));

/** Compares two chains checkpoint by checkpoint; any difference counts as a change of everything. */
export function diffChains(left: SessionChain, right: SessionChain): DiffSummary {
  const [ours, theirs] = [digestsOf(left), digestsOf(right)];
  const changes = [...ours].flatMap(([index, digest]) =>
    !theirs.has(index) ? [`left_only_checkpoint_${index}`] : theirs.get(index) === digest ? [] : [`checkpoint_${index}`],
  );
  const added = [...theirs.keys()].filter((index) => !ours.has(index)).map((index) => `right_only_checkpoint_${index}`);
  const files_changed = [...changes, ...added].sort(compareBytes);
  const changed = files_changed.length > 0;
  return {
    ...diffSummaryShape.zero(),
    run_id_left: left.run_id,
    run_id_right: right.run_id,
    files_changed,
    manifest_changed: changed,
    intents_changed: changed,
    results_changed: changed,
    refs_changed: changed,
  };
}

function parsePrivacy(mode: string): DiffPrivacy {
  if (mode !== "full" && mode !== "metadata") throw invalidInput(`unsupported privacy mode: ${mode}`);
  return mode;
}

async function diffLocated(host: Host, { left, right, privacy }: DiffOptions): Promise<DiffSummary> {
  const mode = parsePrivacy(privacy);
  const [leftPath, rightPath] = [locateRunpack(host, left), locateRunpack(host, right)];
  return diffRunpacks(await readRunpack(host, leftPath), await readRunpack(host, rightPath), mode);
}

/** The effective classification is left out of the file where it only repeats the other one: the file's bytes are compared. */
function writeSummary(host: Host, file: string, privacy: string, summary: DiffSummary): void {
  const repeats = summary.context_drift_effective === summary.context_drift_classification;
  const written = repeats ? { ...summary, context_drift_effective: "" } : summary;
  const content = goJson({ privacy, summary: encodeSummary(written) });
  onFile("open", file, () => host.fs.writeFileSync(resolvePath(host, file), content, { mode: FILE_MODE }));
}

/** The files that are compared; a name that leads to none is told of when it is read. */
function inputsOf(host: Host, { left, right }: DiffOptions): string[] {
  return [left, right].flatMap((name) => {
    try {
      return [name, locateRunpack(host, name)];
    } catch (error) {
      if (error instanceof GaitError) return [name];
      throw error;
    }
  });
}

/** @throws GaitError invalid_input for what cannot be read, and for an output that would replace it. */
export async function diffArtifacts(host: Host, options: DiffOptions): Promise<DiffSummary> {
  if (options.output !== "") assertNoInput(host, "--output", options.output, inputsOf(host, options));
  const chains = bothChains(host, options.left, options.right);
  const summary = chains ? diffChains(...chains) : await diffLocated(host, options);
  if (options.output !== "") writeSummary(host, options.output, options.privacy, summary);
  return summary;
}
