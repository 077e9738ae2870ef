/** GitLab's code quality report (spec 40 §12.7). */
import { type Finding, findingsOf } from "./findings.js";
import type { CiReport } from "./model.js";
import { fingerprint } from "./sarif.js";
import { visible } from "./visible.js";

const SEVERITY = { error: "major", warning: "minor", note: "info" } as const;

/**
 * A JSON array, no byte order mark. The reason code leads the description, because the merge request does not show `check_name`.
 * Fingerprints hold no lines, and equal ones are told apart by their order.
 */
export function renderCodeQuality(report: CiReport): string {
  const seen = new Map<string, number>();
  const unique = (finding: Finding): string => {
    const print = fingerprint(finding);
    const before = seen.get(print) ?? 0;
    seen.set(print, before + 1);
    return before === 0 ? print : `${print}-${before}`;
  };
  const entries = findingsOf(report).map((finding) => ({
    description: `${visible(finding.reason)}: ${visible(finding.message.replaceAll("`", ""))}`,
    check_name: visible(finding.reason),
    fingerprint: unique(finding),
    severity: SEVERITY[finding.level],
    location: { path: finding.location.file.toWellFormed(), lines: { begin: Math.max(1, finding.location.line) } },
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
