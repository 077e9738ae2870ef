#!/usr/bin/env node
// Cuts the operations that the fake GitHub API answers out of GitHub's official REST description and writes them to
// description.json beside this file: `node test/support/github/derive.mjs` (needs the npm registry).
//
// The official package holds 390 MB, of which the fake needs 0.1: so the cut is committed, and the package is no
// dependency. Only prose and examples are left out; paths, parameters, bodies, responses and schemas are word for word.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const source = { package: "@octokit/openapi", version: "23.0.2", file: "generated/api.github.com.json" };

const wanted = new Set([
  "actions/download-artifact",
  "actions/list-workflow-run-artifacts",
  "git/get-commit",
  "issues/create-comment",
  "issues/delete-comment",
  "issues/get-comment",
  "issues/list-comments",
  "issues/update-comment",
  "pulls/get",
  "pulls/list",
  "repos/get",
  "repos/get-commit",
  "repos/get-content",
  "repos/list-pull-requests-associated-with-commit",
  "users/get-authenticated",
]);

const prose = new Set(["description", "summary", "example", "examples", "externalDocs", "tags", "title"]);
const cutSections = ["parameters", "responses", "headers", "schemas"];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gait-openapi-"));
try {
  execFileSync("npm", ["install", "--no-save", "--prefix", folder, `${source.package}@${source.version}`], { stdio: "inherit" });
  const official = JSON.parse(fs.readFileSync(path.join(folder, "node_modules", source.package, source.file), "utf8"));
  const cut = { source, openapi: official.openapi, paths: {}, components: Object.fromEntries(cutSections.map((section) => [section, {}])) };
  for (const [template, item] of Object.entries(official.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!wanted.delete(operation.operationId)) continue;
      cut.paths[template] ??= {};
      cut.paths[template][method] = keep(official, cut, {
        operationId: operation.operationId,
        parameters: operation.parameters ?? [],
        ...(operation.requestBody ? { requestBody: operation.requestBody } : {}),
        responses: operation.responses,
      });
    }
  }
  if (wanted.size > 0) throw new Error(`not in the official description: ${[...wanted].join(", ")}`);
  for (const section of cutSections) cut.components[section] = Object.fromEntries(Object.entries(cut.components[section]).sort());
  const target = path.join(import.meta.dirname, "description.json");
  fs.writeFileSync(target, `${JSON.stringify(cut, null, 2)}\n`);
  execFileSync("npx", ["biome", "format", "--write", target], { stdio: "inherit" });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Copies a value without prose, and with it every component that it refers to. `properties` maps names, so nothing in it is prose. */
function keep(official, cut, value, insideNames = false) {
  if (Array.isArray(value)) return value.map((item) => keep(official, cut, item));
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$ref === "string") keepComponent(official, cut, value.$ref);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => insideNames || !(prose.has(name) || name.startsWith("x-")))
      .map(([name, inner]) => [name, keep(official, cut, inner, !insideNames && name === "properties")]),
  );
}

function keepComponent(official, cut, reference) {
  const [, components, section, name] = reference.split("/");
  if (components !== "components" || !cutSections.includes(section)) throw new Error(`unexpected reference ${reference}`);
  if (name in cut.components[section]) return;
  cut.components[section][name] = {};
  cut.components[section][name] = keep(official, cut, official.components[section][name]);
}
