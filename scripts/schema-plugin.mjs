/**
 * `import validate from "./x.schema.json?validator"`: the schema, compiled by ajv while building. What remains at run time is
 * plain code without `eval` and without ajv; helpers that it calls are bundled into it.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";

const SUFFIX = ".json?validator";
const root = path.dirname(import.meta.dirname);

/** The source of an ES module whose default export is the validator of the schema in `file`. */
export async function compileSchema(file) {
  const schema = JSON.parse(await readFile(file, "utf8"));
  const Dialect = schema.$schema?.includes("draft-07") ? Ajv.default : Ajv2020.default;
  // References as calls and required keys as loops: the same answers in less code.
  const ajv = new Dialect({ strict: true, inlineRefs: false, loopRequired: 2, code: { source: true, esm: true } });
  addFormats.default(ajv);
  const code = standaloneCode.default(ajv, ajv.compile(schema));
  // ajv's ES modules still `require` their helpers.
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    treeShaking: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

/** For esbuild: `plugins: [schemaPlugin()]`. */
export const schemaPlugin = () => ({
  name: "gait-schema",
  setup({ onResolve, onLoad }) {
    // esbuild writes the path into the bundle, so it must be the same on every machine.
    onResolve({ filter: /\.json\?validator$/ }, ({ path: name, resolveDir }) => ({
      path: path.relative(root, path.resolve(resolveDir, name.slice(0, -"?validator".length))).replaceAll("\\", "/"),
      namespace: "gait-schema",
      sideEffects: false,
    }));
    onLoad({ filter: /.*/, namespace: "gait-schema" }, async ({ path: file }) => ({
      contents: await compileSchema(path.join(root, file)),
      loader: "js",
      watchFiles: [path.join(root, file)],
    }));
  },
});

/** For Vite and Vitest: `plugins: [viteSchemaPlugin()]`. */
export const viteSchemaPlugin = () => {
  const PREFIX = "\0gait-schema:";
  return {
    name: "gait-schema",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || importer === undefined) return null;
      // The ending keeps Vite's own JSON plugin away.
      return `${PREFIX}${path.resolve(path.dirname(importer), source.slice(0, -"?validator".length))}.js`;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const file = id.slice(PREFIX.length, -".js".length);
      this.addWatchFile(file);
      return compileSchema(file);
    },
  };
};
