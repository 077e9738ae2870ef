/**
 * JUnit with everything a test view can show: one suite per fixture with its file and properties, the tool-call diff in the body
 * of a failure, `<error>` for what could not be judged. Valid under the JUnit schema of Jenkins' xunit plugin, which allows a
 * file on suites only and no lines at all: lines are properties and the first line of a body (spec 40 §12.4, §12.7).
 */
import { type Finding, findingsOf, fixtureLocation } from "./findings.js";
import type { CiReport, FixtureReport, Location, ProjectReport, VerifiedArtifact } from "./model.js";
import { callDiff, describeCalls, diffText } from "./tool-calls.js";
import { visible } from "./visible.js";
import { renderXml, type XmlElement } from "./xml.js";

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly outcome: null | {
    readonly element: "failure" | "error" | "skipped";
    readonly type: string;
    readonly message: string;
    readonly body: string;
  };
}

interface Suite {
  readonly name: string;
  readonly file: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly Case[];
}

/** The extended JUnit file of a report. Case names depend on names in the repository only, so histories stay comparable. */
export function renderExtendedJunit(report: CiReport): string {
  const findings = findingsOf(report);
  const errorsOf = (project: string, subject: string) =>
    findings.filter((finding) => finding.level === "error" && finding.project === project && finding.subject === subject);
  const suites = report.projects.flatMap((project) => projectSuites(report, project, errorsOf));
  if (report.artifacts.length > 0) suites.push(verifySuite(report, errorsOf));
  const cases = suites.flatMap((suite) => suite.cases);
  return renderXml(
    {
      testsuites: {
        "@name": "gait",
        "@tests": count(cases),
        "@failures": count(cases, "failure"),
        "@errors": count(cases, "error"),
        "@time": "0",
        testsuite: suites.map(suiteElement),
      },
    },
    { keepLines: true },
  );
}

type ErrorsOf = (project: string, subject: string) => Finding[];

const count = (cases: readonly Case[], element?: string): string =>
  String(element === undefined ? cases.length : cases.filter(({ outcome }) => outcome?.element === element).length);

function suiteElement({ name, file, properties, cases }: Suite): XmlElement {
  return {
    "@name": visible(name),
    "@tests": count(cases),
    "@failures": count(cases, "failure"),
    "@errors": count(cases, "error"),
    "@skipped": count(cases, "skipped"),
    "@time": "0",
    ...(file !== "" && { "@file": visible(file) }),
    properties: { property: properties.map(([key, value]) => ({ "@name": key, "@value": visible(value) })) },
    testcase: cases.map(caseElement),
  };
}

function caseElement({ name, classname, outcome }: Case): XmlElement {
  const attributes = { "@name": visible(name), "@classname": visible(classname), "@time": "0" };
  if (outcome === null) return attributes;
  return { ...attributes, [outcome.element]: { "@message": visible(outcome.message), "@type": outcome.type, "#text": outcome.body } };
}

/** `gait.<project>.<fixture>`: the dots make the tree of packages that Jenkins shows. */
const className = (project: string, fixture?: string): string =>
  ["gait", project === "." ? "root" : project.replaceAll("/", "."), ...(fixture === undefined ? [] : [fixture])].join(".");

const at = ({ file, line }: Location): string => `${visible(file)}:${line}`;

function projectSuites(report: CiReport, project: ProjectReport, errorsOf: ErrorsOf): Suite[] {
  const classname = className(project.path);
  const cases: Case[] = errorsOf(project.path, "").map((finding) => ({
    name: finding.reason,
    classname,
    outcome: broken("error", finding, []),
  }));
  if (project.skipped) {
    const message = "nothing in this project changed, so it was not run";
    cases.push({ name: "run", classname, outcome: { element: "skipped", type: "unchanged", message, body: message } });
  }
  for (const { name } of project.fixtures_removed) {
    const finding = errorsOf(project.path, name).find(({ reason }) => reason === "removed_coverage");
    if (finding !== undefined) cases.push({ name, classname: className(project.path, "removed"), outcome: broken("failure", finding, []) });
  }
  const own: Suite = {
    name: classname,
    file: project.config_file,
    properties: [
      ["project", project.path],
      ["fixture_set", project.fixture_set],
      ["config_digest", project.config_digest],
    ],
    cases,
  };
  const fixtures = project.fixtures.map((fixture) => fixtureSuite(report, project, fixture, errorsOf(project.path, fixture.name)));
  return cases.length > 0 ? [own, ...fixtures] : fixtures;
}

function fixtureSuite(report: CiReport, project: ProjectReport, fixture: FixtureReport, errors: readonly Finding[]): Suite {
  const classname = className(project.path, fixture.name);
  const detail = [...fixtureDetail(fixture), `reproduce: ${visible(report.reproduce)}`];
  const graders = fixture.graders.map((grader): Case => {
    const own = errors.filter((finding) => finding.detail === grader.name && grader.reason_codes.includes(finding.reason));
    const first = own[0] ?? errors.find((finding) => finding.detail === grader.name);
    if (grader.status === "pass" || first === undefined) return { name: grader.name, classname, outcome: null };
    return { name: grader.name, classname, outcome: broken("failure", first, detail) };
  });
  const names = new Set(fixture.graders.map(({ name }) => name));
  const others = errors
    .filter((finding) => !names.has(finding.detail) && finding.reason !== "removed_coverage")
    .map((finding): Case => {
      const isProblem = finding.detail === "problem";
      const name = isProblem ? "fixture" : `${finding.reason} ${finding.detail}`.trim();
      return { name, classname, outcome: broken(isProblem ? "error" : "failure", finding, detail) };
    });
  const location = errors[0]?.location ?? fixtureLocation(fixture);
  return {
    name: classname,
    file: fixtureLocation(fixture).file,
    properties: properties(project, fixture, location),
    cases: [...graders, ...others],
  };
}

const properties = (project: ProjectReport, fixture: FixtureReport, { file, line }: Location): [string, string][] => [
  ["project", project.path],
  ["fixture", fixture.name],
  ["run_id", fixture.run_id],
  ["file", file],
  ["line", String(line)],
  ["baseline", fixture.baseline?.manifest_digest ?? ""],
  ["candidate", fixture.candidate?.manifest_digest ?? ""],
  ["self_comparison", String(fixture.self_comparison)],
  ["tool_calls", describeCalls(fixture.tool_calls) || "unchanged"],
  ["context", fixture.context.classification],
  ["risk", `${fixture.risk.baseline} -> ${fixture.risk.candidate}`],
];

const MAX_LINES = 200;

function fixtureDetail(fixture: FixtureReport): string[] {
  const verdicts = fixture.verdicts.map(({ index, expected, actual }) =>
    visible(`verdict ${index}: expected ${expected || "none"}, got ${actual || "none"}`),
  );
  const calls = callDiff(fixture.tool_calls, { context: 3, args: false, maxLines: MAX_LINES }).map(diffText);
  return [...verdicts.slice(0, MAX_LINES), ...(calls.length > 0 ? ["tool calls, recorded against candidate:", ...calls] : [])];
}

function broken(element: "failure" | "error", finding: Finding, detail: readonly string[]): Case["outcome"] {
  const message = finding.message.replaceAll("`", "");
  return {
    element,
    type: finding.reason,
    message,
    body: [`${at(finding.location)}: ${finding.reason}`, visible(message), ...detail].join("\n"),
  };
}

function verifySuite(report: CiReport, errorsOf: ErrorsOf): Suite {
  const cases = report.artifacts.map((artifact): Case => {
    const classname = `gait.verify.${artifact.kind}`;
    const [first, ...more] = errorsOf("", artifact.path);
    if (first === undefined) return { name: artifact.path, classname, outcome: null };
    const element = artifact.status === "error" ? "error" : "failure";
    const detail = [...more.map(({ message }) => visible(message.replaceAll("`", ""))), ...digestLines(artifact)];
    return { name: artifact.path, classname, outcome: broken(element, first, detail) };
  });
  return { name: "gait.verify", file: "", properties: [["reproduce", report.reproduce]], cases };
}

const digestLines = (artifact: VerifiedArtifact): string[] =>
  artifact.hash_mismatches
    .slice(0, MAX_LINES)
    .map(({ path, expected, actual }) => visible(`${path}: expected ${expected}, actual ${actual}`));
