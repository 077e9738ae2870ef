import { describe, expect, test } from "vitest";
import { testHost } from "../support/host.js";
import { gait, KEY, keyedHost } from "./gait.js";

/** Moves the cursor, turns the text around, and begins a line that a CI runner takes for a command. */
const HOSTILE = "x\u001b[2J\u202e\r\n::error::owned";

describe("text for a person is one line for each fact, whatever names hold", () => {
  test.each([
    [[HOSTILE]],
    [["regress", HOSTILE]],
    [["regress", "run", `--${HOSTILE}`]],
    [["regress", "run", "--config", HOSTILE]],
    [["verify", HOSTILE]],
    [["verify", HOSTILE, HOSTILE]],
    [["pack", "verify", HOSTILE]],
    [["pack", "inspect", HOSTILE]],
    [["capture", "--from", HOSTILE]],
    [["keys", "init", "--out-dir", HOSTILE]],
    [["run", "record", "--input", HOSTILE]],
  ])("%j", async (words) => {
    const { stdout } = await gait(testHost(), ...words);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(stdout).not.toMatch(/^::/m);
    expect(stdout).toContain("[U+001B]");
  });

  test("a script is printed as it is", async () => {
    expect((await gait(testHost(), "completion", "bash")).stdout).not.toContain("[U+");
  });

  test("a key that is no key is an error, however long", async () => {
    const host = keyedHost();
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${host.cwd}/long.pub`, Buffer.alloc(70_000, "A"));
    const { exitCode, json } = await gait(host, "keys", "show", "--public-key", "long.pub", "--json");
    expect([exitCode, json.error]).toEqual([6, expect.stringContaining("long.pub is too long for a key: 70000 bytes")]);
    expect(KEY.publicKey.keyId).toHaveLength(64);
  });
});
