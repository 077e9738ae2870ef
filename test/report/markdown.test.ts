import { describe, expect, test } from "vitest";
import { type CommentOptions, isQuiet, markerPrefix, renderComment, renderSummary } from "../../src/report/markdown.js";
import * as samples from "./samples.js";

const options: CommentOptions = {
  key: "gait-regress:.",
  runId: "123",
  runAttempt: "1",
  summaryUrl: "https://github.com/example/desk/actions/runs/123",
};

const comment = (report: ReturnType<typeof samples.drift>, more: Partial<CommentOptions> = {}) =>
  renderComment(report, { ...options, ...more });

describe("the comment", () => {
  test.each(Object.keys(samples.SAMPLES).filter((name) => !["five-hundred", "long-diff"].includes(name)))("%s", async (name) => {
    await expect(comment(samples.SAMPLES[name]!())).toMatchFileSnapshot(`golden/${name}.comment.md`);
  });

  test("begins with the marker, whatever the key", () => {
    expect(comment(samples.drift())).toMatch(
      /^<!-- gait:gait-regress:\.:v1 head=0a1b2c3d4e5f60718293a4b5c6d7e8f901234567 run=123\/1 -->\n/,
    );
    expect(comment(samples.drift(), { key: "a --> <b>" })).toMatch(/^<!-- gait:a%20--%3E%20%3Cb%3E:v1 head=/);
    expect(comment(samples.drift(), { key: "a/b" }).startsWith(markerPrefix("a/b"))).toBe(true);
  });

  test("is one line where there is nothing to say", () => {
    const text = comment(samples.pass());
    expect(text.split("\n").slice(1)).toEqual(["✅ **Gait** · all 7 fixtures hold · commit `0a1b2c3`", ""]);
    expect(isQuiet(samples.pass())).toBe(true);
    expect(isQuiet(samples.verifyPass())).toBe(true);
    expect(isQuiet(samples.relaxedOnly())).toBe(false);
    expect(isQuiet(samples.runtimeDrift())).toBe(false);
    expect(isQuiet(samples.rebaselined())).toBe(false);
  });

  test("says so when a failure is gone", () => {
    expect(comment(samples.pass(), { resolved: true })).toContain("### ✅ Gait · resolved in `0a1b2c3` · all 7 fixtures hold\n");
    expect(comment(samples.drift(), { resolved: true })).toContain("### ❌ Gait · 2 of 7 fixtures drifted");
  });

  test("links places to the head commit where the repository is known", () => {
    expect(comment(samples.drift(), { repositoryUrl: "https://github.com/example/desk" })).toContain(
      "[`fixtures/refund-incident/fixture.json:9`](https://github.com/example/desk/blob/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/fixtures/refund-incident/fixture.json#L9)",
    );
  });

  test("of a contributor's run says that it is no evidence and prints no command of it", () => {
    const text = comment(samples.drift(), { untrusted: true });
    expect(text).toContain("It is not evidence");
    expect(text).not.toContain("--candidate");
    expect(text).toContain("```sh\nnpx gait regress run\n```");
  });

  test("failures come first, what the agent did before what it read", () => {
    const rows = comment(samples.drift())
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) => line.split("|")[1]!.trim());
    expect(rows.slice(0, 3)).toEqual(["`refund-incident`", "`nightly-sync`", "`address-change`"]);
  });

  test("twenty rows, and the rest is counted", () => {
    const text = comment(samples.fiveHundred());
    expect(text.split("\n").filter((line) => line.startsWith("| `drifting-"))).toHaveLength(20);
    expect(text).toContain("| and 280 more |  |  |  |  |  |");
    expect(text).toContain("### ❌ Gait · 300 of 500 fixtures drifted");
    expect(text).toContain("_The details of 280 failing fixtures do not fit here; they are in the [summary](");
    expect(text).toContain("# and 280 more");
  });

  test("a red check without drift names what made it red", () => {
    expect(comment(samples.removedCoverage())).toContain("### ❌ Gait · 1 fixture removed");
    expect(comment({ ...samples.relaxedOnly(), status: "fail", exit_code: 5, failed_on: ["relaxed"] })).toContain(
      "### ❌ Gait · 1 expectation relaxed",
    );
  });

  test("drift that is only reported is a warning", () => {
    const text = comment(samples.reportOf({ ...samples.drift(), failed_on: [], status: "pass", exit_code: 0 }));
    expect(text).toContain("### ⚠️ Gait · 2 of 7 fixtures drifted");
  });
});

describe("limits", () => {
  /** Twenty fixtures with long diffs, each of which would fit alone. */
  const many = (count: number) => {
    const [project] = samples.longDiff().projects;
    const [fixture] = project!.fixtures;
    const fixtures = Array.from({ length: count }, (_, index) => ({ ...fixture!, name: `long-${index}` }));
    return samples.reportOf({ projects: [{ ...project!, fixtures }] });
  };

  test("raw arguments go first", () => {
    expect(comment(many(1))).toContain("query:");
    const text = comment(many(3));
    expect(text).not.toContain("query:");
    expect(text).toContain("ledger.page_1 ");
    expect(text).toContain("crm.lookup");
  });

  test("then unchanged calls, then the length of the diffs", () => {
    const text = comment(many(20));
    expect(text).not.toContain("crm.lookup ");
    expect(text).toContain("ledger.page_1 ");
    expect(text).toContain("<code>long-0</code>");
    expect(text.length).toBeLessThanOrEqual(60_000);
  });

  test.each(["five-hundred", "long-diff", "hostile"])("%s stays within the comment's and the summary's budget", (name) => {
    const report = samples.SAMPLES[name]!();
    expect(comment(report).length).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(comment(report))).toBeLessThan(65_536);
    expect(Buffer.byteLength(renderSummary(report, options))).toBeLessThanOrEqual(900 * 1024);
  });

  test("when even rows do not fit, removed coverage, relaxed expectations and the command remain", () => {
    const wide = "\u4e00".repeat(300);
    const [base] = samples.relaxedOnly().projects;
    const fixtures = Array.from({ length: 60 }, (_, index) => ({
      ...samples.refundIncident({ name: `${index}${wide}`, run_id: wide, directory: wide }),
      expectation_changes: Array.from({ length: 20 }, () => ({
        ...base!.fixtures[0]!.expectation_changes[0]!,
        field: wide,
        base: wide,
        head: wide,
      })),
    }));
    const projects = Array.from({ length: 30 }, (_, index) => ({
      ...samples.projectOf(fixtures),
      path: `${index}/${wide}`,
      fixtures_removed: Array.from({ length: 100 }, () => ({ name: wide, run_id: wide, location: { file: wide, line: 1 } })),
    }));
    const text = comment(samples.reportOf({ projects }));
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text).toContain("**100 fixtures removed.**");
    expect(text).toContain("⚠️&nbsp;**relaxed**");
    expect(text).toContain("npx gait regress run --candidates out --json");
    expect(text).toMatch(/… and \d+ more projects with changes\./);
  });
});

describe("the step summary", () => {
  test("shows every call and the fixtures that pass", async () => {
    await expect(renderSummary(samples.drift(), options)).toMatchFileSnapshot("golden/drift.summary.md");
  });

  test("carries what the comment left out", () => {
    const text = renderSummary(samples.fiveHundred(), options);
    expect(text.split("\n").filter((line) => line.startsWith("| `drifting-"))).toHaveLength(300);
    expect(text.match(/<details/g)).toHaveLength(301);
    expect(text).toContain("<summary>✅ 200 fixtures as recorded</summary>");
  });
});
