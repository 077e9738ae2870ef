import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderTerminal } from "../../src/report/terminal.js";
import { nastyText } from "./nasty.js";
import * as samples from "./samples.js";

describe("the terminal", () => {
  test("what failed, what changed, what to run next", () => {
    expect(renderTerminal(samples.drift(), { color: false })).toBe(`✗ 2 of 7 fixtures drifted · 1 expectation relaxed
✗ context_semantic_drift  nightly-sync: The context was 9c9294a5d4b5, now it is 19d1bcbd5d6c.
  fixtures/nightly-sync/fixture.json:12
✗ unexpected_diff  refund-incident: Changed beyond what is allowed: intents.jsonl, results.jsonl.
  fixtures/refund-incident/fixture.json:1
✗ unexpected_tool_sequence  refund-incident: Expected ledger.search as call 1, got ledger.refund. Expected allow as verdict 1, got block.
  fixtures/refund-incident/fixture.json:9
! expectation_relaxed  address-change: expected_tool_sequence was relaxed from crm.lookup, crm.update, mail.write to crm.lookup, mail.write.
  fixtures/address-change/fixture.json:8
! risk_increase  refund-incident: the risk score rose from 36 to 90, by call 2 of fs.delete.
  fixtures/refund-incident/fixture.json:1

refund-incident
     0 crm.lookup     args f398d2a214b8  ok
  -  1 ledger.search  args 4dd653aba26b  ok
  !  1 ledger.refund  args d6a0b1a05981 → bb9719797035  ok → blocked  (was 2)
  +  2 fs.delete      args 0be3bf2f46f4  ok
     3 mail.write     args 6bd963532d32  ok

reproduce
  npx gait regress run --candidates out --json
accept, if intended
  npx gait regress accept nightly-sync --candidate out/nightly-sync.zip
  npx gait regress accept refund-incident --candidate out/refund-incident.zip
`);
  });

  test("a pass is one line", () => {
    expect(renderTerminal(samples.pass(), { color: false })).toBe("✓ all 7 fixtures hold\n");
    expect(renderTerminal(samples.pass(), { color: true })).toBe("\u001b[32m✓\u001b[0m \u001b[1mall 7 fixtures hold\u001b[0m\n");
  });

  test("long reports are counted, not dumped", () => {
    const text = renderTerminal(samples.fiveHundred(), { color: false, limit: 5 });
    expect(text).toContain("… and 895 more\n");
    expect(text).toContain("  … and 295 more fixtures\n");
    expect(text.split("\n").length).toBeLessThan(60);
  });

  test("no text of a repository reaches the terminal as a control sequence", () => {
    fc.assert(
      fc.property(fc.array(nastyText, { minLength: 1, maxLength: 3 }), (texts) => {
        expect(renderTerminal(samples.hostileReport(texts), { color: false })).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      { numRuns: 100 },
    );
  });
});
