import { readFileSync } from "node:fs";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { afterAll, describe, expect, test } from "vitest";
import { renderExtendedJunit } from "../../src/report/junit-extended.js";
import { nastyText } from "./nasty.js";
import { badConfig, drift, hostileReport, monorepo, removedCoverage, SAMPLES, unreadable, verifyTampered } from "./samples.js";

const schema = XmlDocument.fromBuffer(readFileSync(new URL("../vectors/junit/junit-10.xsd", import.meta.url)));
const validator = XsdValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

function parsed<T>(xml: string, read: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(xml);
  try {
    return read(document);
  } finally {
    document.dispose();
  }
}

const attribute = (document: XmlDocument, xpath: string): string | undefined => document.get(xpath)?.content;

describe("extended JUnit (spec 40 §12.4, §12.7)", () => {
  test.each(Object.keys(SAMPLES))("%s is valid for Jenkins' schema", (name) => {
    parsed(renderExtendedJunit(SAMPLES[name]!()), (document) => validator.validate(document));
  });

  test("the plain file's attributes would not be", () => {
    const xml = '<testsuites skipped="0"></testsuites>';
    expect(() => parsed(xml, (document) => validator.validate(document))).toThrow(/skipped/);
  });

  test("a failing fixture: where, why, and the calls", async () => {
    await expect(renderExtendedJunit(drift())).toMatchFileSnapshot("golden/drift.junit.xml");
  });

  test("what could not be judged is an error, what was removed a failure, what was skipped is neither", () => {
    parsed(renderExtendedJunit(unreadable()), (document) => {
      expect(attribute(document, "//testcase[@name='fixture']/error/@type")).toBe("fixture_unreadable");
      expect(attribute(document, "/testsuites/@errors")).toBe("1");
    });
    parsed(renderExtendedJunit(badConfig()), (document) => {
      expect(attribute(document, "//testcase[@classname='gait.root']/error/@type")).toBe("config_invalid");
    });
    parsed(renderExtendedJunit(removedCoverage()), (document) => {
      expect(attribute(document, "//testcase[@name='refund-incident']/failure/@type")).toBe("removed_coverage");
    });
    parsed(renderExtendedJunit(monorepo()), (document) => {
      expect(attribute(document, "//testcase[@classname='gait.libs.prompts']/skipped/@type")).toBe("unchanged");
      expect(attribute(document, "//testcase[@classname='gait.apps.desk.refund-incident'][@name='trajectory']/failure/@type")).toBe(
        "unexpected_tool_sequence",
      );
    });
  });

  test("one case per artifact", () => {
    parsed(renderExtendedJunit(verifyTampered()), (document) => {
      expect(document.find("//testcase").length).toBe(5);
      expect(attribute(document, "//testcase[@name='evidence/pack_2.zip']/failure/@type")).toBe("hash_mismatch");
      expect(attribute(document, "//testcase[@name='evidence/broken.zip']/error/@type")).toBe("artifact_unreadable");
      expect(attribute(document, "//testcase[@name='evidence/pack_1.zip']/failure/@type")).toBeUndefined();
    });
  });

  test("any text in a report gives well-formed, valid XML", () => {
    fc.assert(
      fc.property(fc.array(nastyText, { minLength: 1, maxLength: 4 }), (texts) => {
        parsed(renderExtendedJunit(hostileReport(texts)), (document) => validator.validate(document));
      }),
      { numRuns: 60 },
    );
  });
});
