/**
 * Opt-in, local records of what was called: adoption log, operational log, health (spec 50 §5, spec 40 §9). Nothing leaves the
 * machine, and a record that cannot be written never changes what a command prints or ends with.
 */
import { goJson, goJsonIndented } from "../format/canonical.js";
import { messageOf } from "../format/errors.js";
import { appendLines, writeFileAtomic } from "../format/files.js";
import type { JsonObject } from "../format/json.js";
import { isBlank, normalizeWord, trim } from "../format/text.js";
import { secondsBetween, type Time } from "../format/time.js";
import { omitEmptyFields, type Shell } from "./command.js";
import { correlationId, defaultCategory } from "./output.js";

type Stream = "adoption" | "operational_start" | "operational_end";

/** First words whose second word belongs to the command. */
const GROUP_WORDS: ReadonlySet<string> = new Set(
  (
    "approve-script capture check ci completion contract enforce gate init keys list-scripts policy regress run job pack report scout " +
    "guard incident registry gateway mcp voice doctor delegate test ui"
  ).split(" "),
);

const ROOT_LABELS: Readonly<Record<string, string>> = {
  "": "unknown",
  "--help": "help",
  "-h": "help",
  help: "help",
  "--version": "version",
  "-v": "version",
  version: "version",
  "--explain": "explain",
};

/** What a command line is called in the logs: one or two of its words, never a value (spec 50 §5.1). */
export function commandLabel(words: readonly string[]): string {
  if (words.length === 0) return "version";
  const first = trim(words[0]!);
  if (Object.hasOwn(ROOT_LABELS, first)) return ROOT_LABELS[first]!;
  const second = trim(words[1] ?? "");
  return GROUP_WORDS.has(first) && second !== "" && !second.startsWith("-") ? `${first} ${second}` : first;
}

const MILESTONES: Readonly<Record<string, string>> = { demo: "A1", verify: "A2", "regress init": "A3", "regress run": "A4" };

interface Counts {
  attempts: number;
  success: number;
  failed: number;
}

/** The records of one command. */
class Telemetry {
  private readonly label: string;
  private readonly started: Time;
  private readonly counts = new Map<Stream, Counts>();

  constructor(
    private readonly shell: Shell,
    private readonly words: readonly string[],
  ) {
    this.label = commandLabel(words);
    this.started = shell.host.now();
  }

  start(): void {
    this.log("operational_start", "GAIT_OPERATIONAL_LOG", () => this.operationalEvent("start", this.started, 0, 0));
  }

  end(exitCode: number): void {
    const now = this.shell.host.now();
    const elapsed = Math.max(0, Math.round(secondsBetween(this.started, now) * 1000));
    this.log("adoption", "GAIT_ADOPTION_LOG", () => this.adoptionEvent(now, exitCode, elapsed));
    this.log("operational_end", "GAIT_OPERATIONAL_LOG", () => this.operationalEvent("end", now, exitCode, elapsed));
  }

  private header(name: string, created_at: Time): JsonObject {
    return {
      schema_id: `gait.scout.${name}`,
      schema_version: "1.0.0",
      created_at,
      producer_version: this.shell.host.producerVersion,
    };
  }

  private environment(): JsonObject {
    const { os, arch } = this.shell.host.platform;
    return { os, arch };
  }

  private adoptionEvent(now: Time, exitCode: number, elapsed_ms: number): JsonObject {
    const milestone = exitCode === 0 ? MILESTONES[this.label] : undefined;
    return {
      ...this.header("adoption_event", now),
      command: this.label,
      ...omitEmptyFields({ workflow_id: trim(this.shell.host.env.GAIT_ADOPTION_WORKFLOW ?? "") }),
      success: exitCode === 0,
      exit_code: exitCode,
      elapsed_ms,
      ...omitEmptyFields({ milestones: milestone === undefined ? [] : [milestone] }),
      environment: this.environment(),
    };
  }

  private operationalEvent(phase: "start" | "end", now: Time, exitCode: number, elapsed_ms: number): JsonObject {
    return {
      ...this.header("operational_event", now),
      correlation_id: correlationId(this.words),
      command: this.label,
      phase,
      exit_code: exitCode,
      error_category: defaultCategory(exitCode),
      retryable: false,
      elapsed_ms,
      environment: this.environment(),
    };
  }

  private log(stream: Stream, variable: string, event: () => JsonObject): void {
    const file = trim(this.shell.host.env[variable] ?? "");
    if (file === "") return;
    const counts = this.counts.get(stream) ?? { attempts: 0, success: 0, failed: 0 };
    this.counts.set(stream, counts);
    counts.attempts++;
    const isWritten = this.attempt(stream, () => appendLines(this.shell.host, file, [goJson(event())]));
    counts[isWritten ? "success" : "failed"]++;
    this.writeHealth();
  }

  private writeHealth(): void {
    const { host } = this.shell;
    const file = trim(host.env.GAIT_TELEMETRY_HEALTH_PATH ?? "");
    if (file === "") return;
    const streams = Object.fromEntries(
      [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, counts]) => [name, { ...counts }]),
    );
    const content = goJsonIndented({ ...this.header("telemetry_health", host.now()), streams });
    this.attempt("telemetry_health", () => writeFileAtomic(host, file, content));
  }

  /** Nothing that goes wrong here may reach the command. */
  private attempt(stream: string, write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      if (normalizeWord(this.shell.host.env.GAIT_TELEMETRY_WARN ?? "") !== "off") {
        this.shell.warn(`gait warning: telemetry stream=${stream} write failed: ${messageOf(error)}`);
      }
      return false;
    }
  }
}

const VARIABLES = ["GAIT_ADOPTION_LOG", "GAIT_OPERATIONAL_LOG"] as const;

/** Runs a command line and records it in the logs that the environment names, if it names any. */
export async function withTelemetry<T extends { readonly exitCode: number }>(
  words: readonly string[],
  shell: Shell,
  run: () => Promise<T>,
): Promise<T> {
  if (VARIABLES.every((name) => isBlank(shell.host.env[name] ?? ""))) return run();
  const telemetry = new Telemetry(shell, words);
  telemetry.start();
  const result = await run();
  telemetry.end(result.exitCode);
  return result;
}
