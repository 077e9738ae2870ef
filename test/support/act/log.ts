// What act says about a run (one JSON object per line) and what actions say to the runner (workflow commands).

/** A line of act's JSON log, as far as it is used here. */
interface LogEntry {
  msg?: string;
  jobID?: string;
  matrix?: Record<string, unknown> | null;
  jobResult?: string;
  stepID?: string[];
  step?: string;
  stage?: string;
  stepResult?: string;
  command?: string;
  content?: string;
  name?: string;
  arg?: string;
}

export interface StepResult {
  job: string;
  /** The step's id, or its place in the job when it has none. */
  id: string;
  stage: "Pre" | "Main" | "Post";
  result: string;
}

export interface RunLog {
  /** What a person sees in act's output. */
  text: string;
  /** Results of the jobs that ran, by id (of a matrix: `id (value, value)`, by the order of its keys); a skipped job is not in it. */
  jobs: Record<string, string>;
  steps: StepResult[];
  /** Outputs by `job/step`, and of steps inside a composite action by `job/step/inner`. */
  outputs: Record<string, Record<string, string>>;
  /** The text of each step that wrote a summary, joined in order as the runner shows them. */
  summary: string;
}

export function readLog(lines: string): RunLog {
  const entries = lines
    .split("\n")
    .flatMap((line): LogEntry[] => (line.startsWith("{") ? [JSON.parse(line) as LogEntry] : [{ msg: line }]));
  const jobs: RunLog["jobs"] = {};
  const steps: StepResult[] = [];
  const outputs: RunLog["outputs"] = {};
  const summaries: { at: string; content: string }[] = [];
  for (const entry of entries) {
    const values = Object.values(entry.matrix ?? {});
    const job = `${entry.jobID ?? ""}${values.length > 0 ? ` (${values.join(", ")})` : ""}`;
    const at = [job, ...(entry.stepID ?? [])].join("/");
    if (entry.jobResult !== undefined) jobs[job] = entry.jobResult;
    if (entry.stepResult !== undefined && entry.stepID?.length === 1) {
      steps.push({
        job,
        id: entry.stepID[0] ?? "",
        stage: (entry.stage as StepResult["stage"] | undefined) ?? "Main",
        result: entry.stepResult,
      });
    }
    if (entry.command === "set-output") outputs[at] = { ...outputs[at], [entry.name ?? ""]: entry.arg ?? "" };
    if (entry.command === "summary") summaries.push({ at, content: entry.content ?? "" });
  }
  // A composite action and the last step in it share one summary file, which act then shows twice: the inner step's is the true one.
  const summary = summaries.filter(({ at }) => !summaries.some((other) => other.at.startsWith(`${at}/`)));
  return {
    text: entries.map(({ msg = "" }) => msg.replace(/\n$/, "")).join("\n"),
    jobs,
    steps,
    outputs,
    summary: summary.map(({ content }) => content).join("\n"),
  };
}

/** A line of `::error file=…::message` as the runner reads it. Lines and columns are numbers. */
export interface Annotation {
  level: "error" | "warning" | "notice";
  message: string;
  file?: string;
  title?: string;
  line?: number;
  endLine?: number;
  col?: number;
  endColumn?: number;
}

const levels = ["error", "warning", "notice"];
const numeric = ["line", "endLine", "col", "endColumn"];

/** Reads the annotations out of what actions printed, by the runner's own rules (actions/runner, ActionCommand.cs). */
export function readAnnotations(output: string): Annotation[] {
  const annotations: Annotation[] = [];
  let resume: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    const command = readCommand(line);
    if (!command) continue;
    if (resume !== undefined) {
      if (command.name === resume) resume = undefined;
    } else if (command.name === "stop-commands") resume = command.data;
    else if (levels.includes(command.name)) {
      const properties = Object.entries(command.properties).map(([name, value]) => [name, numeric.includes(name) ? Number(value) : value]);
      annotations.push({ level: command.name as Annotation["level"], message: command.data, ...Object.fromEntries(properties) });
    }
  }
  return annotations;
}

function readCommand(line: string): { name: string; properties: Record<string, string>; data: string } | undefined {
  const text = line.trimStart();
  const end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
  if (end < 0) return undefined;
  const head = text.slice(2, end);
  const blank = head.indexOf(" ");
  const pairs = blank < 0 ? [] : head.slice(blank + 1).split(",");
  const properties = pairs.map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1)] as const);
  return {
    name: blank < 0 ? head : head.slice(0, blank),
    properties: Object.fromEntries(
      properties.filter(([name, value]) => name && value).map(([name, value]) => [name, unescapeProperty(value)]),
    ),
    data: unescapeData(text.slice(end + 2)),
  };
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}
