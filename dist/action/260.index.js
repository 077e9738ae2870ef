export const id = 260;
export const ids = [260];
export const modules = {

/***/ 16269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SO: () => (/* binding */ nullableList),
/* harmony export */   Uq: () => (/* binding */ cleanJoin),
/* harmony export */   Wh: () => (/* binding */ int),
/* harmony export */   Z1: () => (/* binding */ isAbsolutePath),
/* harmony export */   ZQ: () => (/* binding */ liesWithin),
/* harmony export */   _K: () => (/* binding */ STRICT),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   fd: () => (/* binding */ omitEmpty),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   iH: () => (/* binding */ boundaryOf),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   lc: () => (/* binding */ bool),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   vc: () => (/* binding */ freeMap),
/* harmony export */   w8: () => (/* binding */ decodeDocument),
/* harmony export */   yS: () => (/* binding */ folderOf),
/* harmony export */   yb: () => (/* binding */ conditionsOf)
/* harmony export */ });
/* harmony import */ var _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2241);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9739);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



// src/ci/fail-conditions.ts
var ORDER = [
  "error",
  "tampered",
  "unsigned",
  "unknown-schema",
  "key-changed",
  "drift",
  "removed-coverage",
  "relaxed",
  "verdict-relaxed",
  "context-runtime",
  "risk-increase"
];
function inOrder(conditions) {
  const met = new Set(conditions);
  return ORDER.filter((condition) => met.has(condition));
}
var FIXTURE_CONDITIONS = {
  error: ({ status }) => status === "error",
  drift: ({ status }) => status === "fail",
  "removed-coverage": ({ expectation_changes }) => expectation_changes.some(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .isExpectationGone */ .Kj),
  relaxed: ({ expectation_changes }) => expectation_changes.some((change) => change.class === "relaxed"),
  "context-runtime": ({ context: { classification } }) => classification === "runtime_only" || classification === "semantic",
  "risk-increase": ({ risk }) => risk.candidate > risk.baseline
};
function conditionsOf(project, failOn) {
  const met = inOrder(["error", ...failOn]).filter(
    (condition) => project.fixtures.some((fixture) => FIXTURE_CONDITIONS[condition]?.(fixture))
  );
  if (project.problem !== null) met.push("error");
  if (failOn.includes("removed-coverage") && project.fixtures_removed.length > 0) met.push("removed-coverage");
  return inOrder(met);
}
var statusOf = (conditions) => conditions.includes("error") ? "error" : conditions.length > 0 ? "fail" : "pass";

// src/regress/paths.ts

var isAbsolutePath = (name) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.isAbsolute(name) || node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(name);
var cleanJoin = (folder, name) => isAbsolutePath(name) ? name : node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(folder, name);
var cleanPath = (name) => isAbsolutePath(name) ? name : node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(name);
var folderOf = (file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(file);
var OPEN = { assertInside: () => {
} };
function isWithin(folder, target) {
  if (target.startsWith(folder) && (target.length === folder.length || target[folder.length] === node_path__WEBPACK_IMPORTED_MODULE_2__.sep)) return true;
  const relative = node_path__WEBPACK_IMPORTED_MODULE_2__.relative(folder, target);
  return relative === "" || relative !== ".." && !relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(relative);
}
var liesWithin = (host, folder, name) => isWithin((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePath */ .o1)(host, folder), (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePath */ .o1)(host, name));
var isAbsent = (error) => ["ENOENT", "ENOTDIR"].includes((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(error) ?? "");
function realPath(host, target) {
  try {
    return host.fs.realpathSync(target);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const parent = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target);
    return parent === target ? target : node_path__WEBPACK_IMPORTED_MODULE_2__.join(realPath(host, parent), node_path__WEBPACK_IMPORTED_MODULE_2__.basename(target));
  }
}
function boundaryOf(host, folders, allowOutside) {
  if (allowOutside) return OPEN;
  const inside = folders.map((folder) => ({ lexical: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePath */ .o1)(host, folder), real: realPath(host, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePath */ .o1)(host, folder)) }));
  const realFolders = new Map(inside.map(({ lexical, real }) => [lexical, real]));
  const isLink = (target) => {
    try {
      return host.fs.lstatSync(target).isSymbolicLink();
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  };
  const realTarget = (target) => {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target);
    if (parent === target || isLink(target)) return realPath(host, target);
    return node_path__WEBPACK_IMPORTED_MODULE_2__.join(realFolder(parent), node_path__WEBPACK_IMPORTED_MODULE_2__.basename(target));
  };
  const realFolder = (folder) => {
    const known = realFolders.get(folder) ?? realTarget(folder);
    realFolders.set(folder, known);
    return known;
  };
  return {
    assertInside: (name, what) => {
      const target = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePath */ .o1)(host, name);
      const refuse = (why) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(`${what} ${why}: ${name}`, {
        code: "path_outside_project",
        file: name,
        hint: "Move the file into the project, or allow it with --allow-outside."
      });
      if (!inside.some(({ lexical }) => isWithin(lexical, target))) throw refuse("lies outside the project");
      let real;
      try {
        real = realTarget(target);
      } catch (error) {
        throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(error) === void 0 ? error : refuse("cannot be followed inside the project");
      }
      if (!inside.some((folder) => isWithin(folder.real, real))) throw refuse("leads out of the project through a symbolic link");
    }
  };
}

// src/format/shape.ts
var KIND_NAMES = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "a list",
  object: "an object"
};
function mismatch(node, wanted, path2, { text: text2 }) {
  const { line } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t$)(text2, node.at);
  const found = node.kind === "number" ? `the number ${node.literal}` : KIND_NAMES[node.kind];
  throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(`line ${line}: ${path2 || "the value"} must be ${wanted}, found ${found}`, { line });
}
var text = () => ({
  zero: () => "",
  decode: (node, current, path2, context) => node.kind === "string" ? node.value : node.kind === "null" ? current : mismatch(node, "a string", path2, context),
  encode: (value) => value,
  isEmpty: (value) => value === ""
});
var bool = () => ({
  zero: () => false,
  decode: (node, current, path2, context) => node.kind === "boolean" ? node.value : node.kind === "null" ? current : mismatch(node, "true or false", path2, context),
  encode: (value) => value,
  isEmpty: (value) => !value
});
var INTEGER = /^-?\d+$/;
var INT64_MAX = 2n ** 63n - 1n;
var int = () => ({
  zero: () => 0,
  decode: (node, current, path2, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "number" || !INTEGER.test(node.literal)) return mismatch(node, "an integer", path2, context);
    const value = BigInt(node.literal);
    if (value > INT64_MAX || value < -INT64_MAX - 1n) return mismatch(node, "a 64-bit integer", path2, context);
    return Number(value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === 0
});
var time = () => ({
  zero: () => _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO_TIME */ .x8,
  decode: (node, current, path2, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "string") return mismatch(node, "a time", path2, context);
    try {
      return (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTime */ .pe)(node.value);
    } catch {
      const { line } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t$)(context.text, node.at);
      throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(`line ${line}: ${path2 || "the value"} is not an RFC 3339 time: ${JSON.stringify(node.value)}`, { line });
    }
  },
  encode: (value) => (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_0__/* .isZeroTime */ .QM)(value) ? _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO_TIME */ .x8 : value,
  isEmpty: () => false
});
var cutOff = /* @__PURE__ */ new WeakMap();
function decodeItems(item, node, current, path2, context) {
  if (node.kind !== "array") return mismatch(node, "a list", path2, context);
  const behind = cutOff.get(current);
  const before = behind ? [...current, ...behind] : current;
  const items = node.items.map((child, i) => item.decode(child, i < before.length ? before[i] : item.zero(), `${path2}[${i}]`, context));
  if (items.length > 0 && items.length < before.length) cutOff.set(items, before.slice(items.length));
  return items;
}
var list = (item) => ({
  zero: () => [],
  decode: (node, current, path2, context) => node.kind === "null" ? [] : decodeItems(item, node, current, path2, context),
  encode: (value) => value.map(item.encode),
  isEmpty: (value) => value.length === 0
});
var nullableList = (item) => ({
  zero: () => null,
  decode: (node, current, path2, context) => node.kind === "null" ? null : decodeItems(item, node, current ?? [], path2, context),
  encode: (value) => value?.map(item.encode) ?? null,
  isEmpty: (value) => value === null || value.length === 0
});
var freeMap = () => ({
  zero: () => null,
  decode: (node, current, path2, context) => {
    if (node.kind === "null") return null;
    if (node.kind !== "object") return mismatch(node, "an object", path2, context);
    const value = freeValue(node, path2, context);
    return current === null ? value : Object.assign(/* @__PURE__ */ Object.create(null), current, value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === null || Object.keys(value).length === 0
});
function freeValue(node, path2, context) {
  try {
    return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .toJson */ .aB)(node);
  } catch (error) {
    const { line } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t$)(context.text, node.at);
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(`line ${line}: ${path2}: ${error instanceof Error ? error.message : error}`, { line });
  }
}
var optional = (shape) => ({
  zero: () => null,
  decode: (node, current, path2, context) => node.kind === "null" ? null : shape.decode(node, current ?? shape.zero(), path2, context),
  encode: (value) => value === null ? null : shape.encode(value),
  isEmpty: (value) => value === null
});
var omitEmpty = (shape) => ({ omitEmpty: shape });
var foldName = (name) => name.replaceAll("ſ", "s").replaceAll("K", "k").toLowerCase();
function record(fields) {
  const table = Object.entries(fields).map(([name, field]) => {
    const omit = "omitEmpty" in field;
    return { name, omit, shape: omit ? field.omitEmpty : field };
  });
  const exact = new Map(table.map((field) => [field.name, field]));
  const folded = new Map(table.map((field) => [foldName(field.name), field]));
  return {
    zero: () => {
      const out = {};
      for (const { name, shape } of table) out[name] = shape.zero();
      return out;
    },
    decode: (node, current, path2, context) => {
      if (node.kind === "null") return current;
      if (node.kind !== "object") return mismatch(node, "an object", path2, context);
      const out = current;
      const seen = context.options.duplicates === "refuse" ? /* @__PURE__ */ new Set() : void 0;
      for (const { key, value } of node.members) {
        const field = exact.get(key) ?? (context.options.names === "exact" ? void 0 : folded.get(foldName(key)));
        const at = path2 === "" ? key : `${path2}.${key}`;
        const where = () => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t$)(context.text, value.at).line;
        if (seen?.has(field?.name ?? key)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(`line ${where()}: repeated field ${at}`, { line: where() });
        seen?.add(field?.name ?? key);
        if (field) out[field.name] = field.shape.decode(value, out[field.name], at, context);
        else if (context.options.unknown === "refuse") throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(`line ${where()}: unknown field ${at}`, { line: where() });
        else context.options.onUnknown?.(at);
      }
      return out;
    },
    encode: (value) => {
      const source = value;
      const out = {};
      for (const { name, omit, shape } of table) {
        const one = source[name];
        if (!(omit && shape.isEmpty(one))) out[name] = shape.encode(one);
      }
      return out;
    },
    isEmpty: () => false
  };
}
var decodeDocument = (shape, { root, text: text2 }, options = {}) => shape.decode(root, shape.zero(), "", { text: text2, options });
var decode = (shape, source, options = {}) => decodeDocument(shape, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonDocument */ .dH)(source), options);
var STRICT = { unknown: "refuse", duplicates: "refuse" };




/***/ }),

/***/ 29727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ resultText),
/* harmony export */   Fu: () => (/* binding */ mentionsContext),
/* harmony export */   IS: () => (/* binding */ shardOf),
/* harmony export */   RV: () => (/* binding */ renderJunit),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   fK: () => (/* binding */ planFixture),
/* harmony export */   hp: () => (/* binding */ selectFixtures),
/* harmony export */   jR: () => (/* binding */ parseMetadata),
/* harmony export */   jl: () => (/* binding */ FIXTURE_FILE)
/* harmony export */ });
/* harmony import */ var _chunk_QRSVSFNT_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1926);
/* harmony import */ var _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16269);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9739);




// src/regress/verdict.ts
var wordTable = (spellings) => new Map(
  Object.entries(spellings).flatMap(([verdict, words]) => words.split(" ").map((word) => [word, verdict]))
);
var VERDICT_WORDS = wordTable({
  allow: "allow ok pass passed success",
  block: "block blocked deny denied",
  require_approval: "require_approval approval_required needs_approval needsapproval",
  dry_run: "dry_run dryrun simulate simulated",
  error: "error failed failure"
});
var STATUS_WORDS = wordTable({
  allow: "ok pass passed success",
  block: "block blocked deny denied",
  require_approval: "require_approval approval_required needs_approval",
  dry_run: "dry_run dry-run dryrun simulate simulated"
});
var normalizeVerdict = (word) => VERDICT_WORDS.get((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(word).replace(/[- ]/g, "_"));
function verdictOf(result) {
  const recorded = result.result?.verdict;
  const verdict = typeof recorded === "string" ? normalizeVerdict(recorded) : void 0;
  return verdict ?? STATUS_WORDS.get((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(result.status)) ?? "error";
}

// src/regress/metadata.ts
var FIXTURE_FILE = "fixture.json";
var fixtureShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
  name: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
  run_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
  runpack: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
  expected_replay_exit_code: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Wh)(),
  expected_tool_sequence: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)())),
  expected_verdict_sequence: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)())),
  candidate_runpack: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()),
  context_conformance: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()),
  allow_context_runtime_drift: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .bool */ .lc)()),
  expected_context_set_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()),
  diff_allow_changed_files: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)())),
  session_chain: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()),
  checkpoint_index: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Wh)())
});
var INVALID = "fixture_invalid";
function parseMetadata(bytes, file, options = {}) {
  const read = decodeMetadata(bytes, file, options);
  const refuse = (message) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(message, { code: INVALID, file });
  if (read.name === "" || read.run_id === "" || read.runpack === "") throw refuse(`fixture metadata incomplete: ${file}`);
  if (read.expected_replay_exit_code < 0) throw refuse(`fixture expected_replay_exit_code must be >= 0: ${file}`);
  if (read.checkpoint_index < 0) throw refuse(`fixture checkpoint_index must be >= 0: ${file}`);
  const context_conformance = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(read.context_conformance);
  if (!["", "required", "none"].includes(context_conformance)) {
    throw refuse(`fixture context_conformance must be one of required|none: ${file}`);
  }
  const expected_context_set_digest = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(read.expected_context_set_digest);
  if (expected_context_set_digest !== "" && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isHex64 */ .mo)(expected_context_set_digest)) {
    throw refuse(`fixture expected_context_set_digest must be sha256 hex: ${file}`);
  }
  const withoutBlanks = (values) => values.map(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq).filter((value) => value !== "");
  return {
    ...read,
    expected_tool_sequence: withoutBlanks(read.expected_tool_sequence),
    expected_verdict_sequence: withoutBlanks(read.expected_verdict_sequence).map((word) => {
      const verdict = normalizeVerdict(word);
      if (verdict === void 0) {
        throw refuse(`fixture expected_verdict_sequence invalid: invalid verdict ${JSON.stringify(word)} (${file})`);
      }
      return verdict;
    }),
    candidate_runpack: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(read.candidate_runpack),
    context_conformance,
    expected_context_set_digest,
    diff_allow_changed_files: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedUnique */ .Z$)(read.diff_allow_changed_files)
  };
}
function decodeMetadata(bytes, file, { onUnknown }) {
  try {
    return (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(fixtureShape, bytes, onUnknown ? { onUnknown } : {});
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE)) throw error;
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`parse fixture metadata: ${error.message}`, { code: INVALID, file, line: error.line, cause: error });
  }
}
function readMetadata(host, file, options) {
  const bytes = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefix */ .Fe)("read fixture metadata", () => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .readBytes */ .io)(host, file));
  return parseMetadata(bytes, file, options);
}
var mentionsContext = (metadata) => metadata.context_conformance !== "" || metadata.expected_context_set_digest !== "" || metadata.allow_context_runtime_drift;

// src/regress/plan.ts
function planFixture(host, fixture, boundary) {
  const runpack = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanPath */ .ts)(fixture.runpack);
  const directory = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(runpack);
  const plan = { fixture, runpack, directory, metadata: null, metadataError: null, outside: null, unknownFields: [] };
  const file = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanJoin */ .Uq)(directory, FIXTURE_FILE);
  try {
    boundary.assertInside(runpack, "fixture runpack");
    boundary.assertInside(file, "fixture metadata");
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE) return { ...plan, outside: error };
    throw error;
  }
  const unknownFields = [];
  try {
    return { ...plan, metadata: readMetadata(host, file, { onUnknown: (field) => unknownFields.push(field) }), unknownFields };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE) return { ...plan, metadataError: error.prefixed(`read fixture metadata for ${fixture.name}`) };
    throw error;
  }
}
var shardOf = (fixture, count) => Number(BigInt(`0x${(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Hex */ .fg)(fixture)}`) % BigInt(count)) + 1;
function selectFixtures(fixtures, options) {
  const only = new Set(options.only);
  const skip = new Set(options.skip);
  const known = new Set(fixtures.map(({ name }) => name));
  for (const name of [...only, ...skip]) {
    if (!known.has(name)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`no such fixture: ${name}`, { hint: `There are: ${[...known].join(", ")}.` });
  }
  const chosen = fixtures.filter(({ name }) => (only.size === 0 || only.has(name)) && !skip.has(name));
  if (chosen.length === 0) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("no fixtures left to run", { code: "no_fixtures", hint: "--only and --skip leave nothing." });
  const { shard } = options;
  if (!shard) return chosen;
  const { index, count } = shard;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 1 || index > count) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`invalid shard: ${index}/${count}`, { hint: "Shards are counted from 1, e.g. 2/4." });
  }
  return chosen.filter(({ name }) => shardOf(name, count) === index);
}

// src/report/junit.ts
function renderJunit({ fixture_set, graders }) {
  const counts = {
    "@tests": String(graders.length),
    "@failures": String(graders.filter(({ status }) => status !== "pass").length),
    "@errors": "0",
    "@skipped": "0",
    "@time": "0"
  };
  const suite = { "@name": fixture_set === "" ? "gait.regress" : `gait.regress.${fixture_set}`, ...counts, testcase: graders.map(caseOf) };
  return (0,_chunk_QRSVSFNT_js__WEBPACK_IMPORTED_MODULE_0__/* .renderXml */ .S)({ testsuites: { ...counts, testsuite: suite } });
}
function caseOf({ name, status, reason_codes }) {
  const slash = name.indexOf("/");
  const attributes = { "@name": name.slice(slash + 1), "@classname": slash < 0 ? "" : name.slice(0, slash), "@time": "0" };
  if (status === "pass") return attributes;
  const reasons = reason_codes.length > 0 ? reason_codes.join(",") : "failed";
  return { ...attributes, failure: { "@message": reasons, "@type": "regress_failure", "#text": reasons } };
}

// src/regress/result-files.ts
var resultText = (result) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .goJsonIndented */ .uf)(result);




/***/ }),

/***/ 31260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeRun: () => (/* binding */ mergeRun),
/* harmony export */   uploadShard: () => (/* binding */ uploadShard)
/* harmony export */ });
/* harmony import */ var _chunk_TA55SWOF_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56825);
/* harmony import */ var _chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29727);
/* harmony import */ var _chunk_QRSVSFNT_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1926);
/* harmony import */ var _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16269);
/* harmony import */ var _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2241);
/* harmony import */ var _chunk_ZEP7WKZU_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81904);
/* harmony import */ var _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99114);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9739);
/* harmony import */ var _chunk_MLKGABMK_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1263);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(76760);










// src/action/shards.ts



// src/ci/merge-shards.ts
function mergeShards(shards) {
  const sorted = [...shards].sort((a, b) => a.report.shard.index - b.report.shard.index);
  const [first] = sorted;
  if (first === void 0) throw refused("there are none");
  assertComplete(sorted.map(({ report: report2 }) => report2));
  for (const { report: report2 } of sorted) assertSameRun(first.report, report2);
  const projects = first.report.projects.map((_, at) => mergeProject(sorted.map(({ report: report2 }) => report2.projects[at])));
  const codes = sorted.map(({ exitCode: exitCode2 }) => exitCode2);
  const exitCode = [2, 6, 5].find((code) => codes.includes(code)) ?? 0;
  const failedOn = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(sorted.flatMap(({ report: report2 }) => report2.failed_on));
  const report = {
    ...first.report,
    status: failedOn.includes("error") ? "error" : failedOn.length > 0 ? "fail" : "pass",
    exit_code: exitCode,
    failed_on: failedOn,
    shard: { index: 0, count: 0 },
    // The longer form also shows what the shorter one does not.
    reproduce: sorted.map((shard) => shard.report.reproduce).find((line) => line.startsWith("npx gait ci report")) ?? first.report.reproduce,
    projects,
    totals: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .totalsOf */ .vA)(projects, [])
  };
  const regressFiles = projects.flatMap((project) => mergeFiles(project, sorted));
  return { report, exitCode, regressFiles };
}
var refused = (why, code = "shard_invalid") => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`cannot merge the shards: ${why}`, { code });
function assertComplete(reports) {
  const { count } = reports[0].shard;
  if (count < 1) throw refused("a report is not of a shard");
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !reports.some(({ shard }) => shard.index === index));
  if (missing.length > 0) throw refused(`missing ${missing.map((index) => `${index}/${count}`).join(", ")}`, "shard_missing");
  if (reports.length !== count) throw refused(`${reports.length} reports for ${count} shards`);
}
function assertSameRun(first, other) {
  const differ = (what) => refused(`shard ${other.shard.index} and shard ${first.shard.index} differ in ${what}`);
  if (other.kind !== "regress") throw refused("only regress runs are split");
  if (other.shard.count !== first.shard.count) throw differ("the number of shards");
  if (other.producer_version !== first.producer_version) throw differ("the version of the engine");
  if (other.head_sha !== first.head_sha) throw differ("the commit");
  if (other.base_sha !== first.base_sha) throw differ("the base commit");
  if (other.base_note !== first.base_note) throw differ("what is said of the base commit");
  if (other.projects.length !== first.projects.length) throw differ("the projects");
  for (const [at, project] of other.projects.entries()) {
    const ours = first.projects[at];
    if (project.path !== ours.path || project.config_file !== ours.config_file) throw differ("the projects");
    if (project.config_digest !== ours.config_digest || project.fixture_set !== ours.fixture_set)
      throw differ(`the config of ${ours.path}`);
    if (project.skipped !== ours.skipped || project.problem?.reason !== ours.problem?.reason) throw differ(`what became of ${ours.path}`);
    for (const name of ownNames(project)) {
      if ((0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .shardOf */ .IS)(name, other.shard.count) !== other.shard.index) throw refused(`fixture ${name} is not of shard ${other.shard.index}`);
    }
  }
}
var ownNames = ({ fixtures, fixtures_added, fixtures_removed, fixtures_changed }) => [
  ...fixtures.map(({ name }) => name),
  ...fixtures_added,
  ...fixtures_removed.map(({ name }) => name),
  ...fixtures_changed
];
var joined = (lists, nameOf) => lists.flat().sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo)(nameOf(a), nameOf(b)));
function mergeProject(parts) {
  const statuses = parts.map(({ status }) => status);
  const own = (name) => name;
  return {
    ...parts[0],
    status: statuses.includes("error") ? "error" : statuses.includes("fail") ? "fail" : "pass",
    fixtures: joined(
      parts.map(({ fixtures }) => fixtures),
      ({ name }) => name
    ),
    fixtures_added: joined(
      parts.map(({ fixtures_added }) => fixtures_added),
      own
    ),
    fixtures_removed: joined(
      parts.map(({ fixtures_removed }) => fixtures_removed),
      ({ name }) => name
    ),
    fixtures_changed: joined(
      parts.map(({ fixtures_changed }) => fixtures_changed),
      own
    )
  };
}
var resultShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  producer_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  fixture_set: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  status: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  graders: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(
    (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ name: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(), status: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(), reason_codes: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()), context_conformance: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()), details: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .freeMap */ .vc)() })
  )
});
function mergeFiles(project, shards) {
  const files = shards.map(({ regressFiles }) => regressFiles.find((file) => file.project === project.path));
  if (files.every((file) => file === void 0)) return [];
  const results = files.map((file, at) => {
    if (file === void 0) throw refused(`shard ${at + 1} has no result of ${project.path}`, "shard_missing");
    return (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .decode */ .D4)(resultShape, file.result);
  });
  assertSameFixtures(project, results);
  const dated = project.fixtures.find(({ problem }) => problem === null);
  const created_at = dated === void 0 ? _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .EPOCH_1980 */ .Bg : results[(0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .shardOf */ .IS)(dated.name, shards.length) - 1].created_at;
  const graders = joined(
    results.map((result2) => result2.graders),
    ({ name }) => name
  );
  const status = results.some((result2) => result2.status !== "pass") ? "fail" : "pass";
  const result = resultShape.encode({ ...results[0], created_at, status, graders });
  return [{ project: project.path, result: (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .resultText */ .D6)(result), junit: (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJunit */ .RV)(result) }];
}
function assertSameFixtures(project, results) {
  const reported = project.fixtures.flatMap(
    ({ name, graders, problem }) => problem === null ? graders.map((grader) => `${name}/${grader.name}`) : [`${name}/schema_validation`]
  );
  const judged = results.flatMap((result) => result.graders.map(({ name }) => name));
  const isSame = reported.length === judged.length && reported.sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo).join("\0") === judged.sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo).join("\0");
  if (!isSame) throw refused(`the results of ${project.path} are not those of the reports`);
}

// src/action/shards.ts
var REPORT = "report.json";
var SHARD = "shard.json";
var MAX_SHARD_BYTES = 32 * 1024 * 1024;
async function uploadShard(service, run, key, check) {
  const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_9__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_10__.join(run.temporary, "gait-shard-"));
  try {
    const results = check.regressFiles.map(({ project, result }) => ({ project, result }));
    const files = { [REPORT]: (0,_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_6__/* .renderJson */ .hF)(check.report), [SHARD]: JSON.stringify({ key, attempt: run.attempt, results }) };
    const paths = Object.entries(files).map(([name, content]) => {
      const file = node_path__WEBPACK_IMPORTED_MODULE_10__.join(folder, name);
      (0,node_fs__WEBPACK_IMPORTED_MODULE_9__.writeFileSync)(file, content);
      return file;
    });
    await service.upload((0,_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_6__/* .shardArtifactName */ .u9)(key, check.report.shard.index, run.attempt), paths, folder);
  } finally {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_9__.rmSync)(folder, { recursive: true, force: true });
  }
}
async function mergeRun({ artifacts, settings, event, host }) {
  if (artifacts === void 0)
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)("mode merge needs the artifact service of a runner", { code: "artifact_service_missing" });
  const listed = await artifacts.list();
  const archives = [];
  for (const artifact of listed.filter(({ name }) => (0,_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_6__/* .mayBeShard */ .Dt)(name, settings.commentKey)))
    archives.push(await artifacts.download(artifact));
  const checks = [];
  try {
    checks.push(...latestOf(archives.map(readShard), settings.commentKey));
    if (checks.length === 0) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`no shard of ${settings.commentKey} was uploaded in this run`, { code: "shard_missing" });
    return mergeShards(checks);
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE)) throw error;
    const [known] = checks.map(({ report }) => report);
    return (0,_chunk_TA55SWOF_js__WEBPACK_IMPORTED_MODULE_0__/* .unjudged */ .b)(
      {
        producerVersion: host.producerVersion,
        projects: known?.projects.map((project) => project.path) ?? settings.workingDirectories,
        config: settings.command === "regress" ? settings.config : "",
        headSha: known?.head_sha ?? (event.kind === "pull_request" ? event.pull.headSha : ""),
        baseSha: known?.base_sha ?? "",
        baseNote: known?.base_note ?? ""
      },
      error.code === "shard_missing" ? error : (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(error.message, { code: "shard_invalid" })
    );
  }
}
function latestOf(shards, key) {
  const latest = /* @__PURE__ */ new Map();
  for (const shard of shards.filter((one) => one.key === key)) {
    const { index } = shard.check.report.shard;
    if (shard.attempt >= (latest.get(index)?.attempt ?? 0)) latest.set(index, shard);
  }
  return [...latest.values()].map(({ check }) => check);
}
function readShard(archive) {
  const zip = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .openZip */ .QH)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .bytesSource */ .Xl)(archive), {
    maxEntries: 2,
    maxEntrySize: MAX_SHARD_BYTES,
    maxTotalSize: MAX_SHARD_BYTES + _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_REPORT_BYTES */ .WA
  });
  try {
    const read = (name) => {
      const entry = zip.entry(name);
      if (entry === void 0) throw refused2(`${name} is missing`);
      return zip.read(entry);
    };
    const { key, attempt, results } = fieldsOf((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(read(SHARD)));
    const report = (0,_chunk_ZEP7WKZU_js__WEBPACK_IMPORTED_MODULE_5__/* .readReport */ .t)(read(REPORT));
    return { key, attempt, check: { report, exitCode: report.exit_code, regressFiles: results.map((one) => ({ ...one, junit: "" })) } };
  } finally {
    zip.close();
  }
}
function fieldsOf(value) {
  const { key, attempt, results } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(value) ? value : {};
  if (typeof key !== "string" || typeof attempt !== "number" || !Array.isArray(results)) throw refused2("shard.json has another form");
  return {
    key,
    attempt,
    results: results.map((one) => {
      const { project, result } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isJsonObject */ .OW)(one) ? one : {};
      if (typeof project !== "string" || typeof result !== "string") throw refused2("shard.json has another form");
      return { project, result };
    })
  };
}
var refused2 = (why) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`a shard cannot be read: ${why}`, { code: "shard_invalid" });



/***/ })

};
