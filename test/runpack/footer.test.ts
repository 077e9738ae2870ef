import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseTicketFooter, readTicketFooter, runpackReceipt, ticketFooter } from "../../src/runpack/footer.js";
import { testHost } from "../support/host.js";
import { edited, packOf } from "./support.js";

const DIGEST = "ab".repeat(32);

describe("the footer (spec 10 §7)", () => {
  test("says run, digest and how to verify", () => {
    expect(ticketFooter("run_a", DIGEST)).toBe(`GAIT run_id=run_a manifest=sha256:${DIGEST} verify="gait verify run_a"`);
    expect(parseTicketFooter(ticketFooter("run_a", DIGEST))).toEqual({ runId: "run_a", manifestDigest: DIGEST });
  });

  test.each([
    ticketFooter("run.a", DIGEST),
    ticketFooter("run_a", DIGEST.toUpperCase()),
    ticketFooter("run_a", DIGEST).replace('verify run_a"', 'verify run_b"'),
    `${ticketFooter("run_a", DIGEST)}\n`,
    `x ${ticketFooter("run_a", DIGEST)}`,
    "",
  ])("%j is none", (text) => {
    expect(parseTicketFooter(text)).toBeUndefined();
  });

  test("one that was pasted may have blanks around it", () => {
    expect(readTicketFooter(`  ${ticketFooter("run_a", DIGEST)}\r\n`).runId).toBe("run_a");
    expect(() => readTicketFooter("GAIT")).toThrow(expect.objectContaining({ message: "not a ticket footer", exitCode: 6 }));
  });
});

describe("receipts (spec 10 §9.6)", () => {
  async function receipt(bytes: Uint8Array) {
    const host = testHost();
    writeFileSync(path.join(host.cwd, "x.zip"), bytes);
    return runpackReceipt(host, "x.zip");
  }

  test("of a sound pack, signed or not", async () => {
    const { footer, verification } = await receipt(packOf([{ id: "i" }], { signed: true }));
    expect(footer).toBe(ticketFooter("run_t", verification.manifestDigest));
  });

  test("of a changed one there is none", async () => {
    const changed = edited(packOf([{ id: "i" }]), { "run.json": "{}" });
    await expect(receipt(changed)).rejects.toThrow(expect.objectContaining({ message: "runpack verification failed", exitCode: 2 }));
  });

  test("an id that cannot stand in a footer", async () => {
    await expect(receipt(packOf([], { runId: "run.a" }))).rejects.toThrow(
      expect.objectContaining({ message: "ticket footer contract validation failed", exitCode: 1 }),
    );
  });
});
