#!/usr/bin/env node
/**
 * Writes action.yml, the thin composite actions and the tables in docs/actions.md from the one table in src/action/inputs.ts.
 * `--check` writes nothing and fails where a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { stringify } from "yaml";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The table, compiled: Node 20 does not read TypeScript. */
async function loadTable() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "src/action/inputs.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const HEADER = "# Generated from src/action/inputs.ts by scripts/generate-actions.mjs. Do not edit.\n";
const yaml = (value) => HEADER + stringify(value, { lineWidth: 0, defaultStringType: "PLAIN" });

const aliasDescription = (name) => `Deprecated: use ${name}.`;

/** Declarations of inputs, the old names after the proper one. */
function declareInputs(rows, defaultValue) {
  return Object.fromEntries(
    rows.flatMap((row) => [
      [row.name, { description: row.description, required: false, default: defaultValue(row) }],
      ...row.aliases.map((alias) => [alias, { description: aliasDescription(row.name), required: false }]),
    ]),
  );
}

/** Declarations of outputs; `value` gives what a composite action has to say besides. */
function declareOutputs(rows, value = () => ({})) {
  return Object.fromEntries(
    rows.flatMap((row) => [
      [row.name, { description: row.description, ...value(row.name) }],
      ...row.aliases.map((alias) => [alias, { description: aliasDescription(row.name), ...value(row.name) }]),
    ]),
  );
}

/** What differs by command is left to the engine. */
const engineDefault = (row) => (typeof row.default === "string" ? row.default : "");

const engineFile = ({ INPUTS, OUTPUTS }) =>
  yaml({
    name: "Gait",
    description: "Record what AI agents do as signed packs, and fail the pull request that makes a bad run happen again.",
    author: "Gait maintainers",
    branding: { icon: "shield", color: "green" },
    inputs: declareInputs(INPUTS, engineDefault),
    outputs: declareOutputs(OUTPUTS),
    runs: { using: "node24", main: "dist/action/index.js" },
  });

/** A thin action: its inputs to the engine, the engine's outputs out. No shell, nothing else. */
function wrapperFile(action, { ENGINE, INPUTS, OUTPUTS, defaultOf }) {
  const takes = (row) => row.commands.includes(action.command);
  // An action that the reference has no counterpart of needs no choice of command.
  const inputs = INPUTS.filter((row) => takes(row) && (row.name !== "command" || action.takesCommand));
  const names = inputs.flatMap((row) => [row.name, ...row.aliases]);
  return yaml({
    name: action.title,
    description: action.description,
    author: "Gait maintainers",
    branding: { icon: "shield", color: "green" },
    inputs: declareInputs(inputs, (row) => defaultOf(row, action.command)),
    outputs: declareOutputs(OUTPUTS.filter(takes), (name) => ({ value: `\${{ steps.gait.outputs.${name} }}` })),
    runs: {
      using: "composite",
      steps: [
        {
          id: "gait",
          uses: ENGINE,
          with: {
            ...(action.takesCommand ? {} : { command: action.command }),
            ...Object.fromEntries(names.map((name) => [name, `\${{ inputs.${name} }}`])),
          },
        },
      ],
    },
  });
}

const cell = (text) => text.replaceAll("|", "\\|");
const code = (text) => (text === "" ? "" : `\`${cell(text)}\``);

function inputTable(action, { INPUTS, defaultOf }) {
  const rows = INPUTS.filter((row) => row.commands.includes(action.command) && (row.name !== "command" || action.takesCommand));
  const named = ({ name, aliases }) => [code(name), ...aliases.map((alias) => `<br><sub>${alias}</sub>`)].join("");
  const lines = rows.map((row) => `| ${named(row)} | ${code(defaultOf(row, action.command))} | ${cell(row.description)} |`);
  return ["| input | default | meaning |", "|---|---|---|", ...lines].join("\n");
}

function outputTable(action, { OUTPUTS }) {
  const rows = OUTPUTS.filter((row) => row.commands.includes(action.command));
  const named = ({ name, aliases }) => [code(name), ...aliases.map((alias) => `<br><sub>${alias}</sub>`)].join("");
  return ["| output | meaning |", "|---|---|", ...rows.map((row) => `| ${named(row)} | ${cell(row.description)} |`)].join("\n");
}

/** Replaces what stands between `<!-- generated: NAME -->` and `<!-- /generated -->`. */
function fillIn(text, sections) {
  return text.replace(/(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g, (_, start, name, end) => {
    if (!(name in sections)) throw new Error(`docs/actions.md asks for an unknown section ${name}`);
    return `${start}${sections[name]}\n${end}`;
  });
}

/** What every generated file should hold, by path from the root. */
export async function generate() {
  const table = await loadTable();
  const docs = "docs/actions.md";
  const sections = Object.fromEntries(
    table.ACTIONS.flatMap((action) => [
      [`${action.name}-inputs`, inputTable(action, table)],
      [`${action.name}-outputs`, outputTable(action, table)],
    ]),
  );
  return {
    "action.yml": engineFile(table),
    ...Object.fromEntries(table.ACTIONS.map((action) => [`actions/${action.name}/action.yml`, wrapperFile(action, table)])),
    [docs]: fillIn(readFileSync(path.join(root, docs), "utf8"), sections),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const isCheck = process.argv.includes("--check");
  for (const [name, text] of Object.entries(await generate())) {
    const file = path.join(root, name);
    if (!isCheck) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else if (readFileSync(file, "utf8") !== text) {
      console.error(`${name} is not what the table says: run \`node scripts/generate-actions.mjs\``);
      process.exitCode = 1;
    }
  }
}
