import { describe, expect, test } from "vitest";
import { renderCodeQuality } from "../../src/report/codequality.js";
import * as samples from "./samples.js";

describe("GitLab code quality (spec 40 §12.7)", () => {
  test("an array of entries, the reason code in the description", () => {
    const entries = JSON.parse(renderCodeQuality(samples.relaxedOnly()));
    expect(entries).toEqual([
      {
        description:
          "expectation_relaxed: address-change: expected_tool_sequence was relaxed from crm.lookup, crm.update, mail.write to crm.lookup, mail.write.",
        check_name: "expectation_relaxed",
        fingerprint: "14b680c9f3ef6b9062537cf66576fdf90a7b40729b96dddba4f4878fbe6a5df0",
        severity: "minor",
        location: { path: "fixtures/address-change/fixture.json", lines: { begin: 8 } },
      },
    ]);
  });

  test.each(Object.keys(samples.SAMPLES))("%s: known severities, unique fingerprints, no byte order mark", (name) => {
    const text = renderCodeQuality(samples.SAMPLES[name]!());
    expect(text.charCodeAt(0)).toBe("[".charCodeAt(0));
    const entries = JSON.parse(text) as { severity: string; fingerprint: string; location: { lines: { begin: number } } }[];
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
    for (const { severity, location } of entries) {
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(severity);
      expect(location.lines.begin).toBeGreaterThan(0);
    }
  });

  test("an empty array where all is well", () => {
    expect(renderCodeQuality(samples.pass())).toBe("[]\n");
  });
});
