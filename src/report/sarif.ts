/** SARIF 2.1.0 for code scanning: one run, a rule for every reason code (spec 40 §12.4). */
import { sha256Hex } from "../format/canonical.js";
import { type Finding, findingsOf } from "./findings.js";
import type { CiReport, Location } from "./model.js";
import { isKnownReason, REASONS, reasonOf } from "./reasons.js";
import { visible } from "./visible.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const INFORMATION = "https://github.com/gait/gait";

/** Code scanning refuses longer runs; errors come first, so they are what stays. */
const MAX_RESULTS = 5_000;
const MAX_MESSAGE = 4_000;

/** A SARIF log as JSON text with a newline at the end. Same report, same bytes. */
export function renderSarif(report: CiReport): string {
  const findings = findingsOf(report);
  const kept = findings.slice(0, MAX_RESULTS);
  const unknown = [...new Set(kept.map(({ reason }) => reason))].filter((code) => !isKnownReason(code)).sort();
  const rules = [...REASONS.map(({ code }) => code), ...unknown];
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "gait",
            semanticVersion: semanticVersion(report),
            version: report.producer_version,
            informationUri: INFORMATION,
            rules: rules.map(rule),
          },
        },
        automationDetails: { id: automationId(report) },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [
          {
            executionSuccessful: report.status !== "error",
            exitCode: report.exit_code,
            ...(findings.length > kept.length && {
              toolExecutionNotifications: [
                { level: "warning", message: { text: `${findings.length - kept.length} more results were left out.` } },
              ],
            }),
          },
        ],
        results: kept.map((finding) => result(finding, rules.indexOf(finding.reason))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/**
 * The category of the run. Code scanning reads what stands before the last slash, so the one at the end keeps projects of one
 * repository apart.
 */
function automationId({ kind, projects }: CiReport): string {
  const [first, ...others] = projects;
  return first === undefined || others.length > 0 ? `gait-${kind}/` : `gait-${kind}/${visible(first.path)}/`;
}

/** The version where it is one as semver.org defines it, which the schema insists on. */
function semanticVersion({ producer_version }: CiReport): string | undefined {
  return /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(producer_version) ? producer_version : undefined;
}

function rule(code: string) {
  const { title, help, level } = reasonOf(code);
  const text = help.replaceAll("`", "");
  return {
    id: code,
    name: code.replace(/(^|_)([a-z])/g, (_match, _edge, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text, markdown: help },
    defaultConfiguration: { level },
    properties: { tags: ["ai-agents", "regression"] },
  };
}

function result(finding: Finding, ruleIndex: number) {
  const { level, reason, message, location } = finding;
  return {
    ruleId: reason,
    ruleIndex,
    level,
    message: { text: plainMessage(message) },
    locations: [{ physicalLocation: physicalLocation(location) }],
    partialFingerprints: { "gaitReason/v1": fingerprint(finding) },
  };
}

/** The identity of a finding across commits: no line numbers, no messages. */
export const fingerprint = ({ project, subject, reason, detail }: Finding): string =>
  sha256Hex([project, subject, reason, detail].map((part) => part.toWellFormed()).join("\0"));

/** SARIF §3.11: braces are placeholders unless doubled, `[text](target)` is a link. */
const plainMessage = (message: string): string => {
  const text = visible(message.replaceAll("`", "'"));
  const cut = text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE).toWellFormed()}…` : text;
  return cut.replace(/[{}]/g, "$&$&").replace(/[[\]\\]/g, "\\$&");
};

const physicalLocation = ({ file, line }: Location) => ({
  artifactLocation: { uri: relativeUri(file), uriBaseId: "%SRCROOT%" },
  region: { startLine: Math.max(1, line) },
});

/** A path as a URI that cannot leave the repository. */
const relativeUri = (file: string): string =>
  file
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join("/") || "gait.yaml";
