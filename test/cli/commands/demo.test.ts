import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../../src/format/canonical.js";
import { gait, get, keyedHost } from "../gait.js";

describe("gait demo (spec 10 §13)", () => {
  test("writes the same bytes everywhere", async () => {
    const host = keyedHost();
    const { json, exitCode } = await gait(host, "demo", "--json");
    expect(exitCode).toBe(0);
    expect(sha256Hex(get(host, "gait-out/runpack_run_demo.zip"))).toBe("4e0b4ca60bdab11617c667b9e1196f551186bb5beb1be74868a92138d2981447");
    expect(json).toMatchObject({ ok: true, mode: "standard", run_id: "run_demo", bundle: "./gait-out/runpack_run_demo.zip", verify: "ok" });
    expect((await gait(host, "verify", "run_demo")).exitCode).toBe(0);
  });

  test("text is name=value lines, time is not among them", async () => {
    const names = (await gait(keyedHost(), "demo")).stdout.trimEnd().split("\n");
    expect(names.map((line) => line.split("=")[0])).toEqual([
      "mode",
      "run_id",
      "bundle",
      "ticket_footer",
      "verify",
      "next",
      "metrics_opt_in",
    ]);
  });

  test.each([
    [["--durable", "--policy"], "choose only one mode: --durable or --policy"],
    [["--durable"], "demo --durable is not available in this version"],
    [["--policy"], "demo --policy is not available in this version"],
    [["extra"], "unexpected positional arguments"],
  ])("%j", async (words, error) => {
    expect(await gait(keyedHost(), "demo", "--json", ...words)).toMatchObject({ exitCode: 6, json: { ok: false, error } });
  });
});
