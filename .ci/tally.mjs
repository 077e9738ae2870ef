#!/usr/bin/env node
// Adds up what the test steps of .ci/run left behind, and prints `N passed, N failed, N skipped` as its last line.
//
//   tally.mjs --vitest FILE... --conformance FILE --pending FILE [--prune]
//
// --vitest       reports of vitest's JSON reporter; one that is missing counts as a failure
// --conformance  what shared/conformance/run.mjs wrote with --json
// --pending      the conformance cases that may fail, because their command is not built yet: one name per line, then `#` and
//                the command. A failing case that is not listed is a failure, and so is a listed one that passes: the list only shrinks.
// --prune        takes the cases that pass out of the list (for developers; .ci/run never does)
import fs from "node:fs";
import path from "node:path";

const given = { vitest: [], conformance: [], pending: [] };
let isPruning = false;
let target;
for (const argument of process.argv.slice(2)) {
  if (argument === "--prune") isPruning = true;
  else if (argument.startsWith("--")) target = given[argument.slice(2)];
  else target.push(argument);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const file of given.vitest) count(path.basename(file, ".json"), vitest(file));
for (const file of given.conformance) count("conformance", conformance(file, given.pending[0]));
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function count(name, { passed, failed, skipped, problems }) {
  for (const problem of problems) console.log(problem);
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function vitest(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0, problems: ["vitest ended without a report"] };
  const report = JSON.parse(fs.readFileSync(file, "utf8"));
  const tests = report.testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ file: name, ...test })));
  const failed = tests.filter(({ status }) => status === "failed");
  // A file that cannot be loaded has no tests, and an error outside any test fails none of them.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const isOtherwiseBroken = !report.success && failed.length === 0 && broken.length === 0;
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failed.length + broken.length + (isOtherwiseBroken ? 1 : 0),
    skipped: tests.filter(({ status }) => status !== "passed" && status !== "failed").length,
    problems: [
      ...failed.map((test) => `failed: ${path.relative("", test.file)}: ${test.fullName}`),
      ...broken.map(({ name }) => `failed to load: ${path.relative("", name)}`),
      ...(isOtherwiseBroken ? ["an error outside any test"] : []),
    ],
  };
}

function conformance(file, pendingFile) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0, problems: ["conformance ended without a report"] };
  const cases = JSON.parse(fs.readFileSync(file, "utf8"));
  const lines = fs.existsSync(pendingFile) ? fs.readFileSync(pendingFile, "utf8").split("\n") : [];
  const nameOf = (line) => line.replace(/#.*/, "").trim();
  const pending = new Set(lines.map(nameOf).filter(Boolean));
  const passing = new Set(cases.filter(({ ok }) => ok).map(({ name }) => name));
  if (isPruning) {
    fs.writeFileSync(pendingFile, lines.filter((line) => !passing.has(nameOf(line))).join("\n"));
    for (const name of passing) pending.delete(name);
  }
  const failed = cases.filter(({ name, ok }) => !ok && !pending.has(name));
  const done = [...pending].filter((name) => passing.has(name));
  const gone = [...pending].filter((name) => !cases.some((each) => each.name === name));
  return {
    passed: passing.size - done.length,
    failed: failed.length + done.length + gone.length,
    skipped: cases.filter(({ name, ok }) => !ok && pending.has(name)).length,
    problems: [
      ...failed.flatMap(({ name, errors }) => [`failed: ${name}`, ...errors.slice(0, 3).map((error) => `    ${error.slice(0, 300)}`)]),
      ...done.map((name) => `passes now, take its line out of ${pendingFile}: ${name}`),
      ...gone.map((name) => `no such case, take its line out of ${pendingFile}: ${name}`),
    ],
  };
}
