/** The plain JUnit file of a regress result, byte for byte the reference's (spec 40 §5.5). */
import { renderXml, type XmlElement } from "./xml.js";

/** What JUnit needs to know of a `gait.regress.result`. */
export interface JunitSource {
  readonly fixture_set: string;
  readonly graders: readonly {
    /** `<fixture>/<grader>`. */
    readonly name: string;
    readonly status: string;
    /** Sorted. */
    readonly reason_codes: readonly string[];
  }[];
}

/** One case per grader result, in their order. */
export function renderJunit({ fixture_set, graders }: JunitSource): string {
  const counts = {
    "@tests": String(graders.length),
    "@failures": String(graders.filter(({ status }) => status !== "pass").length),
    "@errors": "0",
    "@skipped": "0",
    "@time": "0",
  };
  const suite = { "@name": fixture_set === "" ? "gait.regress" : `gait.regress.${fixture_set}`, ...counts, testcase: graders.map(caseOf) };
  return renderXml({ testsuites: { ...counts, testsuite: suite } });
}

function caseOf({ name, status, reason_codes }: JunitSource["graders"][number]): XmlElement {
  const slash = name.indexOf("/");
  const attributes = { "@name": name.slice(slash + 1), "@classname": slash < 0 ? "" : name.slice(0, slash), "@time": "0" };
  if (status === "pass") return attributes;
  const reasons = reason_codes.length > 0 ? reason_codes.join(",") : "failed";
  return { ...attributes, failure: { "@message": reasons, "@type": "regress_failure", "#text": reasons } };
}
