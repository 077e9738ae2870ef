export const id = 874;
export const ids = [874];
export const modules = {

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

/***/ 69874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRegressCheck: () => (/* binding */ runRegressCheck)
/* harmony export */ });
/* harmony import */ var _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52978);
/* harmony import */ var _chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29727);
/* harmony import */ var _chunk_QRSVSFNT_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1926);
/* harmony import */ var _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16269);
/* harmony import */ var _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2241);
/* harmony import */ var _chunk_DNZL3HKI_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73992);
/* harmony import */ var _chunk_JGCEXIYZ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7948);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9739);
/* harmony import */ var _chunk_MLKGABMK_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1263);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(76760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(77598);










// src/regress/candidates.ts


// src/session/chain.ts
var header = {
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .time */ .kB)(),
  producer_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  session_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  run_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()
};
var checkpointShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({
  ...header,
  checkpoint_index: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Wh)(),
  sequence_start: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Wh)(),
  sequence_end: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Wh)(),
  runpack_path: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  manifest_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  prev_checkpoint_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()),
  checkpoint_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  relationship: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .relationshipShape */ ._C)),
  safety_invariant_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()),
  safety_invariant_hash: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)())
});
var sessionChainShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ ...header, checkpoints: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(checkpointShape) });

// src/pack/source.ts
async function extractSourceRunpack(host, source) {
  try {
    return await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .withContainer */ .Ub)(host, source, { runpack: () => void 0, malformed: () => void 0, pack: embeddedRunpack });
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE && error.category === "invalid_input") return void 0;
    throw error;
  }
}
function embeddedRunpack({ zip, manifest }) {
  const holdsRunpack = manifest.pack_type === "run" || manifest.pack_type === "call";
  const entry = zip.entry(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .ENTRY */ .Py.runpack);
  if (!holdsRunpack || !entry) return void 0;
  const refuse = (why) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .verificationFailed */ .l7)(`${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .ENTRY */ .Py.runpack} ${why}`, { code: "pack_hash_mismatch", hint: "Run gait pack verify on the pack." });
  let bytes;
  try {
    bytes = zip.read(entry);
  } catch (error) {
    throw error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE ? refuse(`cannot be read: ${error.message}`) : error;
  }
  const declared = manifest.contents.find(({ path: path5 }) => path5 === _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .ENTRY */ .Py.runpack);
  if (!declared || !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalHex */ .Av)(declared.sha256, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sha256Hex */ .fg)(bytes))) throw refuse("is not what the pack's manifest declares");
  return bytes;
}

// src/capture/source.ts
var MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
function readArchive(host, file) {
  const target = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .resolvePath */ .o1)(host, file);
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .onFile */ .Wl)("open zip: read", file, () => {
    const stat = host.fs.statSync(target);
    const { size } = stat;
    if (!stat.isFile() && !stat.isDirectory()) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`not a regular file: ${file}`, { file });
    if (size > MAX_ARCHIVE_BYTES) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`archive larger than ${MAX_ARCHIVE_BYTES} bytes: ${file}`, { file });
    return host.fs.readFileSync(target);
  });
}

// src/regress/candidates.ts
function openCandidates(host, { folder, root, allowOutside }) {
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isFolder */ .lQ)(host, folder)) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`candidates folder not found: ${folder}`, {
      file: folder,
      hint: "Record the candidates first; the folder must exist even when it is empty."
    });
  }
  const isOurs = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .liesWithin */ .ZQ)(host, root, folder);
  const boundary = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .boundaryOf */ .iH)(host, isOurs ? [root] : [folder, root], allowOutside);
  boundary.assertInside(folder, "candidates folder");
  const warnings = [];
  let byRunId;
  return {
    boundary,
    warnings,
    find: async (fixture, runId) => {
      const named = node_path__WEBPACK_IMPORTED_MODULE_9__.posix.join(folder, `${fixture}.zip`);
      if (!/[/\\]/.test(fixture) && (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isFile */ .fo)(host, named)) return { kind: "found", path: named };
      byRunId ??= indexByRunId(host, folder, boundary, warnings);
      const matches = (await byRunId).get(runId) ?? [];
      if (matches.length === 1) return { kind: "found", path: matches[0] };
      if (matches.length === 0) return { kind: "none", message: `no ${fixture}.zip and no pack of run ${runId} in ${folder}` };
      return { kind: "ambiguous", message: `several packs of run ${runId} in ${folder}: ${matches.join(", ")}` };
    }
  };
}
async function indexByRunId(host, folder, boundary, warnings) {
  const names = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .onFile */ .Wl)("open", folder, () => host.fs.readdirSync((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .resolvePath */ .o1)(host, folder)));
  const index2 = /* @__PURE__ */ new Map();
  for (const name of names.filter((one) => one.toLowerCase().endsWith(".zip")).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo)) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_9__.posix.join(folder, name);
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isFile */ .fo)(host, file)) continue;
    try {
      boundary.assertInside(file, "candidate");
      const runId = await runIdOf(host, file);
      index2.set(runId, [...index2.get(runId) ?? [], file]);
    } catch (error) {
      if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE)) throw error;
      warnings.push(`candidate ${file} was not looked at: ${error.message}`);
    }
  }
  return index2;
}
async function runIdOf(host, file) {
  const bytes = readArchive(host, file);
  const inner = await extractSourceRunpack(host, bytes);
  return (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunpack */ .pn)(host, inner ?? bytes, "parse manifest", ({ manifest }) => manifest.run_id);
}

// src/regress/names.ts
var PATTERN = /^[a-z0-9][a-z0-9._-]*$/;
var isFixtureName = (name) => PATTERN.test(name);

// src/regress/yaml.ts
var MAX_VALUES = 2e5;
var MAX_ALIASES = 1e3;
var MAX_DEPTH = 100;
var MAX_BYTES = 1024 * 1024;
async function parseYamlDocument(source) {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await __webpack_require__.e(/* import() */ 878).then(__webpack_require__.bind(__webpack_require__, 80878));
  const text3 = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeUtf8 */ ._6)(source);
  const fail2 = (message, at) => {
    const { line } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .positionAt */ .t$)(text3, at);
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`invalid YAML at line ${line}: ${message}`, { line });
  };
  if (text3.startsWith("\uFEFF")) fail2("a byte order mark at the start", 0);
  const compose = () => {
    try {
      return parseDocument(text3, { version: "1.2", schema: "core", merge: false, prettyErrors: false, logLevel: "error" });
    } catch (error) {
      if (error instanceof RangeError) return fail2("nested too deeply", 0);
      throw error;
    }
  };
  if (source.length > MAX_BYTES) fail2(`longer than ${MAX_BYTES} bytes; write it as JSON`, 0);
  const parsed = compose();
  const complaint = parsed.errors[0] ?? parsed.warnings[0];
  if (complaint) fail2(complaint.message, complaint.pos[0]);
  let values = 0;
  const targets = /* @__PURE__ */ new Map();
  const targetOf = (alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(parsed));
    if (targets.size > MAX_ALIASES) fail2(`more than ${MAX_ALIASES} aliases`, alias.range?.[0] ?? 0);
    return targets.get(alias);
  };
  const scalar = (value, at) => {
    if (value === null || value === void 0) return { kind: "null", at };
    if (typeof value === "string") return { kind: "string", at, value: value.toWellFormed() };
    if (typeof value === "boolean") return { kind: "boolean", at, value };
    if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", at, literal: String(value) };
    return fail2("a value that JSON has no word for", at);
  };
  const convert = (node, depth, open) => {
    const at = node?.range?.[0] ?? 0;
    if (++values > MAX_VALUES) fail2(`more than ${MAX_VALUES} values`, at);
    if (depth > MAX_DEPTH) fail2(`nested deeper than ${MAX_DEPTH} levels`, at);
    if (isAlias(node)) {
      const target = targetOf(node);
      if (target === void 0 || open.has(target)) return fail2("an alias that leads nowhere or to itself", at);
      return convert(target, depth + 1, open);
    }
    if (isScalar(node)) return scalar(node.value, at);
    const inside = new Set(open).add(node);
    if (isSeq(node)) return { kind: "array", at, items: node.items.map((item) => convert(item, depth + 1, inside)) };
    if (!isMap(node)) return scalar(node, at);
    const members = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? key.value : key;
      if (typeof name === "object" && name !== null) return fail2("a key that is no plain word", at);
      return { key: String(name), value: convert(value, depth + 1, inside) };
    });
    return { kind: "object", at, members };
  };
  return { root: convert(parsed.contents, 0, /* @__PURE__ */ new Set()), text: text3 };
}
var looksLikeJson = (source) => {
  const first = source.find((byte) => byte > 32);
  return first === 123 || first === 91;
};
async function parseJsonOrYaml(source) {
  try {
    return { document: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJsonDocument */ .dH)(source), format: "json" };
  } catch (jsonError) {
    if (!(jsonError instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE)) throw jsonError;
    try {
      return { document: await parseYamlDocument(source), format: "yaml" };
    } catch (yamlError) {
      throw yamlError instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE && looksLikeJson(source) ? jsonError : yamlError;
    }
  }
}

// src/regress/config.ts
var CONFIG_FILE = "gait.yaml";
var CONFIG_SCHEMA_ID = "gait.regress.config";
var SCHEMA_VERSION2 = "1.0.0";
var DEFAULT_SET = "default";
var configShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  fixture_set: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  fixtures: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ name: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(), run_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(), runpack: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)() }))
});
async function parseConfig(bytes, file) {
  const refuse = (message) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(message, { code: "config_invalid", file });
  const unknown = [];
  const { document, format } = await parseText(bytes);
  const read = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .withPrefix */ .Fe)("parse config", () => (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeDocument */ .w8)(configShape, document, { onUnknown: (field) => unknown.push(field) }));
  if (read.schema_id !== "" && read.schema_id !== CONFIG_SCHEMA_ID) throw refuse(`unsupported config schema_id: ${read.schema_id}`);
  if (read.schema_version !== "" && read.schema_version !== SCHEMA_VERSION2) {
    throw refuse(`unsupported config schema_version: ${read.schema_version}`);
  }
  for (const { name, runpack } of read.fixtures) {
    if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isBlank */ .z3)(name)) throw refuse("fixture name is required");
    if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isBlank */ .z3)(runpack)) throw refuse(`fixture runpack is required for ${name}`);
  }
  const fixtures = [...read.fixtures].sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo)(a.name, b.name));
  const warnings = [...unknown.map((field) => `${file}: unknown field ${field} is ignored`), ...nameWarnings(fixtures, file)];
  return { config: { fixture_set: read.fixture_set || DEFAULT_SET, fixtures }, format, warnings };
}
function nameWarnings(fixtures, file) {
  const repeated = fixtures.filter((fixture, i) => i > 0 && fixtures[i - 1].name === fixture.name).map(({ name }) => name);
  const odd = fixtures.map(({ name }) => name).filter((name) => !isFixtureName(name));
  return [
    .../* @__PURE__ */ new Set([
      ...repeated.map((name) => `${file}: fixture ${JSON.stringify(name)} is listed more than once and is judged each time`),
      ...odd.map((name) => `${file}: fixture name ${JSON.stringify(name)} is not one that regress init would give`)
    ])
  ];
}
var parseText = (bytes) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .withPrefixAsync */ .lN)("parse config", () => parseJsonOrYaml(bytes));
async function readConfig(host, file) {
  return parseConfig(
    (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .withPrefix */ .Fe)("read config", () => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .readBytes */ .io)(host, file)),
    file
  );
}

// src/regress/graders/grader.ts
var pass = (details, ...reasons) => ({ status: "pass", reasons, details });
var fail = (details, ...reasons) => ({ status: "fail", reasons, details });
function gradeWithoutCandidate({ kind, error }, subject, reason = kind) {
  if (kind === "no_candidate" && subject.missingCandidatePasses) return pass({ error }, kind);
  return fail({ error }, kind === "candidate_runpack_invalid" ? reason : kind);
}

// src/runpack/diff.ts
var diffSummaryShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({
  run_id_left: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  run_id_right: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
  manifest_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)(),
  files_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)())),
  intents_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)(),
  results_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)(),
  refs_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)(),
  left_only_intents: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)())),
  right_only_intents: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)())),
  left_only_results: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)())),
  right_only_results: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)())),
  context_drift_classification: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()),
  context_runtime_only_changes: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)()),
  /** The same classification without run id, producer and time of the run, so that two different runs can be compared. */
  context_drift_effective: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)()),
  /** Environment or timeline of `run.json` differ. No part of the verdict. */
  run_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)()),
  /** With metadata privacy: what the references say differs, not only when they were retrieved. No part of the verdict. */
  receipts_changed: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .bool */ .lc)())
});
var NO_IDENTITY = { created_at: _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .ZERO_TIME */ .x8, producer_version: "", run_id: "" };
var withoutIdentity = (one) => ({ ...one, ...NO_IDENTITY });
function manifestForm(manifest) {
  const files = manifest.files?.map(({ path: path5 }) => ({ path: path5, sha256: "" })) ?? null;
  return _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestShape */ .vb.encode({ ...withoutIdentity(manifest), manifest_digest: "", signatures: [], files });
}
var runForm = (run) => _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .runShape */ .rg.encode(withoutIdentity(run));
function isAlike(left, right) {
  const [a, b] = [left, right];
  return Object.keys(a).every((key) => Object.hasOwn(NO_IDENTITY, key) || (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalJson */ .FS)(a[key], b[key]));
}
var byIntent = (records) => new Map(records.map((one) => [one.intent_id, one]));
var missingIn = (from, other) => [...from.keys()].filter((key) => !other.has(key)).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo);
function compareByIntent(left, right, form) {
  const [ours, theirs] = [byIntent(left), byIntent(right)];
  const [leftOnly, rightOnly] = [missingIn(ours, theirs), missingIn(theirs, ours)];
  const differs = [...ours].some(([key, one]) => {
    const other = theirs.get(key);
    return other !== void 0 && !isAlike(one, other) && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalJson */ .FS)(form(one), form(other));
  });
  return { changed: differs || leftOnly.length > 0 || rightOnly.length > 0, leftOnly, rightOnly };
}
var recordForm = (shape, one) => shape.encode(withoutIdentity(one));
var intentForm = (privacy) => (one) => recordForm(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .intentShape */ .U9, privacy === "metadata" ? { ...one, args: null } : one);
var resultForm = (privacy) => (one) => recordForm(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .resultShape */ .PJ, privacy === "metadata" ? { ...one, result: null } : one);
var refsForm = (refs) => _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .refsShape */ .iY.encode(refs);
var withoutRetrieval = (refs) => ({
  ...refs,
  context_set_digest: "",
  receipts: refs.receipts.map((receipt) => ({ ...receipt, retrieved_at: _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .EPOCH_1980 */ .Bg }))
});
function classifyContextExactly(left, right) {
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalJson */ .FS)(refsForm(left), refsForm(right))) return "none";
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalJson */ .FS)(refsForm(withoutRetrieval(left)), refsForm(withoutRetrieval(right))) ? "runtime_only" : "semantic";
}
var classifyContext = (left, right) => isAlike(left, right) ? "none" : classifyContextExactly(withoutIdentity(left), withoutIdentity(right));
function compareRefs(left, right, privacy) {
  const effective = classifyContext(left, right);
  if (privacy === "metadata") {
    return {
      refs_changed: left.receipts.length !== right.receipts.length,
      context_drift_classification: "none",
      context_runtime_only_changes: false,
      context_drift_effective: "",
      receipts_changed: effective === "semantic"
    };
  }
  const classification = effective === "none" ? "none" : classifyContextExactly(left, right);
  return {
    refs_changed: classification !== "none",
    context_drift_classification: classification,
    context_runtime_only_changes: classification === "runtime_only",
    context_drift_effective: effective,
    receipts_changed: false
  };
}
var pathsOf = (manifest) => new Map((manifest.files ?? []).map((file) => [file.path, ""]));
function diffRunpacks(left, right, privacy) {
  const intents = compareByIntent(left.intents, right.intents, intentForm(privacy));
  const results = compareByIntent(left.results, right.results, resultForm(privacy));
  const [leftPaths, rightPaths] = [pathsOf(left.manifest), pathsOf(right.manifest)];
  return {
    run_id_left: left.run.run_id,
    run_id_right: right.run.run_id,
    manifest_changed: !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalJson */ .FS)(manifestForm(left.manifest), manifestForm(right.manifest)),
    files_changed: [...missingIn(leftPaths, rightPaths), ...missingIn(rightPaths, leftPaths)].sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo),
    intents_changed: intents.changed,
    results_changed: results.changed,
    left_only_intents: intents.leftOnly,
    right_only_intents: intents.rightOnly,
    left_only_results: results.leftOnly,
    right_only_results: results.rightOnly,
    run_changed: !isAlike(left.run, right.run) && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalJson */ .FS)(runForm(left.run), runForm(right.run)),
    ...compareRefs(left.refs, right.refs, privacy)
  };
}

// src/regress/graders/context-conformance.ts
function decide({ metadata, context }, drift, candidateDigest) {
  const expected = metadata.expected_context_set_digest;
  if (expected !== "" && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalHex */ .Av)(expected, candidateDigest) && drift !== "runtime_only") {
    return ["fail", "context_set_digest_mismatch", "semantic"];
  }
  if (!context.enforced) return ["pass", "context_conformance_not_required", drift];
  if (candidateDigest === "") return ["fail", "context_evidence_missing", "missing"];
  if (drift === "semantic") return ["fail", "context_semantic_drift", "semantic"];
  if (drift === "runtime_only" && !context.runtimeDriftAllowed) return ["fail", "context_runtime_drift_blocked", "runtime_only"];
  return ["pass", "context_conformance_pass", drift];
}
var contextConformance = {
  name: "context_conformance",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate: candidate2 } = subject;
    if (candidate2.kind !== "runpack") return { ...gradeWithoutCandidate(candidate2, subject), contextConformance: "missing" };
    const drift = baseline === candidate2.pack ? "none" : classifyContext(baseline.refs, candidate2.pack.refs);
    const digest = candidate2.pack.refs.context_set_digest;
    const [status, reason, conformance2] = decide(subject, drift, digest);
    const details = {
      candidate_runpack: candidate2.path,
      context_set_digest_fixture: baseline.refs.context_set_digest,
      context_set_digest_candidate: digest,
      context_changed: drift !== "none",
      context_runtime_only: drift === "runtime_only"
    };
    return { status, reasons: [reason], contextConformance: conformance2, details };
  }
};

// src/regress/graders/diff.ts
function changedFiles(baseline, candidate2) {
  if (baseline === candidate2) return [];
  const summary = diffRunpacks(baseline, candidate2, "full");
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sortedUnique */ .Z$)([
    ...summary.intents_changed ? ["intents.jsonl"] : [],
    ...summary.results_changed ? ["results.jsonl"] : [],
    ...summary.refs_changed ? ["refs.json"] : [],
    ...summary.manifest_changed ? ["manifest.json"] : [],
    ...summary.files_changed
  ]);
}
var diff = {
  name: "diff",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate: candidate2, metadata } = subject;
    if (candidate2.kind !== "runpack") return gradeWithoutCandidate(candidate2, subject, "diff_error");
    const changed = changedFiles(baseline, candidate2.pack);
    const allowed = metadata.diff_allow_changed_files;
    const unexpected = changed.filter((name) => !allowed.includes(name));
    const details = { candidate_runpack: candidate2.path, changed_files: changed, allowed_files: allowed };
    return unexpected.length > 0 ? fail({ ...details, unexpected_files: unexpected }, "unexpected_diff") : pass(details);
  }
};

// src/runpack/replay.ts
var STUB_WORDS = [
  ["http", /http|fetch|url/],
  ["file", /file|path|fs|write/],
  ["db", /db|sql|query|table/],
  ["queue", /queue|topic|publish|kafka/]
];
function stubTypeOf(toolName) {
  const name = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeWord */ ._m)(toolName);
  return STUB_WORDS.find(([, words]) => words.test(name))?.[0];
}
function stub(runId, intent, kind) {
  const parts = [runId, intent.intent_id, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeWord */ ._m)(intent.tool_name), (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeWord */ ._m)(intent.args_digest), kind];
  return step(intent, { status: "stubbed", execution: "stubbed", stub_type: kind, result_digest: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sha256Hex */ .fg)(parts.join(":")) });
}
var step = (intent, rest) => ({
  intent_id: intent.intent_id,
  tool_name: intent.tool_name,
  stub_type: "",
  result_digest: "",
  ...rest
});
function resultsById(pack) {
  const seen = /* @__PURE__ */ new Set();
  for (const { intent_id } of pack.intents) {
    if (seen.has(intent_id)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`duplicate intent_id: ${intent_id}`);
    seen.add(intent_id);
  }
  const results = /* @__PURE__ */ new Map();
  for (const result of pack.results) {
    if (results.has(result.intent_id)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`duplicate result for intent_id: ${result.intent_id}`);
    results.set(result.intent_id, result);
  }
  return results;
}
function offlineStep(runId, intent, result) {
  if (result) return step(intent, { status: result.status, execution: "recorded", result_digest: result.result_digest });
  const kind = stubTypeOf(intent.tool_name);
  return kind ? stub(runId, intent, kind) : step(intent, { status: "missing_result", execution: "missing" });
}
function replayOf(pack, mode, steps, warnings) {
  const missingResults = steps.filter((one) => one.execution === "missing").map((one) => one.intent_id).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo);
  return { ok: missingResults.length === 0, runId: pack.run.run_id, mode, steps, missingResults, warnings };
}
function replayStub(pack) {
  const results = resultsById(pack);
  const steps = pack.intents.map((intent) => offlineStep(pack.run.run_id, intent, results.get(intent.intent_id)));
  return replayOf(pack, "stub", steps, []);
}

// src/regress/graders/expected-exit-code.ts
function gradeReplay(pack, expected) {
  let missing;
  try {
    missing = replayStub(pack).missingResults;
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE)) throw error;
    return fail({ error: error.message }, "replay_error");
  }
  const actual = missing.length > 0 ? 2 : 0;
  const details = { expected_exit_code: expected, actual_exit_code: actual, missing_results: [...missing] };
  return actual === expected ? pass(details) : fail(details, "unexpected_exit_code");
}
var expectedExitCode = {
  name: "expected_exit_code",
  deterministic: true,
  grade: ({ baseline, metadata }) => gradeReplay(baseline, metadata.expected_replay_exit_code)
};
var candidateReplay = {
  name: "candidate_replay",
  deterministic: true,
  grade: (subject) => {
    const { candidate: candidate2, metadata } = subject;
    if (candidate2.kind !== "runpack") return gradeWithoutCandidate(candidate2, subject);
    const grade = gradeReplay(candidate2.pack, metadata.expected_replay_exit_code);
    return { ...grade, details: { candidate_runpack: candidate2.path, ...grade.details } };
  }
};

// src/regress/graders/run-environment.ts
var PARTS = ["os", "arch", "runtime"];
var runEnvironment = {
  name: "run_environment",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate: candidate2 } = subject;
    if (candidate2.kind !== "runpack") return gradeWithoutCandidate(candidate2, subject);
    const [expected, actual] = [baseline.run.env, candidate2.pack.run.env];
    const changed = PARTS.filter((part) => expected[part] !== actual[part]);
    const details = { candidate_runpack: candidate2.path, expected_env: { ...expected }, actual_env: { ...actual }, changed };
    return changed.length > 0 ? fail(details, "run_environment_changed") : pass(details);
  }
};

// src/regress/graders/schema-validation.ts
var isOther = (id) => ({ schema_id, schema_version }) => schema_id !== id || schema_version !== _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEMA_VERSION */ .f$;
var schemaValidation = {
  name: "schema_validation",
  deterministic: true,
  grade: ({ baseline: { run, refs, intents, results } }) => {
    const reasons = [];
    if (isOther(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEMA_ID */ .Ew.run)(run)) reasons.push("run_schema_invalid");
    if (isOther(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEMA_ID */ .Ew.refs)(refs)) reasons.push("refs_schema_invalid");
    if (intents.some(isOther(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEMA_ID */ .Ew.intent))) reasons.push("intent_schema_invalid");
    if (results.some(isOther(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .SCHEMA_ID */ .Ew.result))) reasons.push("result_schema_invalid");
    const details = {
      missing_files: null,
      hash_mismatches: 0,
      intent_records: intents.length,
      result_records: results.length,
      reference_receipts: refs.receipts.length
    };
    return reasons.length > 0 ? fail(details, ...reasons) : pass(details);
  }
};

// src/regress/sequences.ts
var toolSequence = (pack) => pack.intents.map((intent) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .trim */ .Bq)(intent.tool_name)).filter((tool) => tool !== "");
var verdictSequence = (pack) => pack.results.map(_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj);

// src/regress/graders/trajectory.ts
var ENDED = "<missing>";
function firstMismatch(expected, actual) {
  const common = Math.min(expected.length, actual.length);
  for (let i = 0; i < common; i++) if (expected[i] !== actual[i]) return i;
  return expected.length === actual.length ? void 0 : common;
}
function mismatch(kind, expected, actual) {
  const index2 = expected.length === 0 ? void 0 : firstMismatch(expected, actual);
  if (index2 === void 0) return void 0;
  return {
    [`${kind}_sequence_mismatch_index`]: index2,
    [`${kind}_sequence_expected_at_mismatch`]: expected[index2] ?? ENDED,
    [`${kind}_sequence_actual_at_mismatch`]: actual[index2] ?? ENDED
  };
}
var trajectory = {
  name: "trajectory",
  deterministic: true,
  grade: (subject) => {
    const { candidate: candidate2, metadata } = subject;
    if (candidate2.kind !== "runpack") return gradeWithoutCandidate(candidate2, subject);
    const expected = { tools: metadata.expected_tool_sequence, verdicts: metadata.expected_verdict_sequence };
    const actual = { tools: toolSequence(candidate2.pack), verdicts: verdictSequence(candidate2.pack) };
    const toolMismatch = mismatch("tool", expected.tools, actual.tools);
    const verdictMismatch = mismatch("verdict", expected.verdicts, actual.verdicts);
    const details = {
      candidate_runpack: candidate2.path,
      expected_tool_sequence: expected.tools,
      actual_tool_sequence: actual.tools,
      expected_verdict_sequence: expected.verdicts,
      actual_verdict_sequence: actual.verdicts,
      ...toolMismatch,
      ...verdictMismatch
    };
    const reasons = [...toolMismatch ? ["unexpected_tool_sequence"] : [], ...verdictMismatch ? ["unexpected_verdict_sequence"] : []];
    if (reasons.length > 0) return fail(details, ...reasons);
    return pass(details, expected.tools.length + expected.verdicts.length > 0 ? "trajectory_match" : "trajectory_not_required");
  }
};

// src/regress/graders/index.ts
var ALWAYS = [schemaValidation, expectedExitCode, trajectory, diff];
var OPT_IN = { candidate_replay: candidateReplay, run_environment: runEnvironment };
var chooseGraders = ({ context, extra }) => [
  ...ALWAYS,
  ...context ? [contextConformance] : [],
  ...new Set(extra.map((name) => OPT_IN[name]))
];
function assertDeterministic(graders, allowed) {
  const blocked = allowed ? void 0 : graders.find((grader) => !grader.deterministic);
  if (blocked) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(`non-deterministic grader blocked: ${blocked.name}`, { hint: "Allow it with --allow-nondeterministic." });
}

// src/regress/compare-align.ts
var SPARSE_PAIRS = 2e6;
var MAX_EDITS = 1e4;
function alignKeys(left, right) {
  let start = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start] === right[start]) start++;
  let tail = 0;
  while (tail < shorter - start && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return [
    ...Array.from({ length: start }, (_, i) => [i, i]),
    ...alignMiddle(left, right, start, tail),
    ...Array.from({ length: tail }, (_, i) => [left.length - tail + i, right.length - tail + i])
  ];
}
function alignMiddle(left, right, start, tail) {
  const codes = /* @__PURE__ */ new Map();
  const leftCounts = [];
  for (let i = start; i < left.length - tail; i++) {
    const code = codes.get(left[i]);
    if (code !== void 0) leftCounts[code]++;
    else codes.set(left[i], leftCounts.push(1) - 1);
  }
  const rightCounts = new Array(leftCounts.length).fill(0);
  const b = { codes: [], indexes: [] };
  for (let j = start; j < right.length - tail; j++) {
    const code = codes.get(right[j]);
    if (code === void 0) continue;
    rightCounts[code]++;
    b.codes.push(code);
    b.indexes.push(j);
  }
  const a = { codes: [], indexes: [] };
  for (let i = start; i < left.length - tail; i++) {
    const code = codes.get(left[i]);
    if (rightCounts[code] === 0) continue;
    a.codes.push(code);
    a.indexes.push(i);
  }
  const equalPairs = leftCounts.reduce((total, count, code) => total + count * rightCounts[code], 0);
  const align = equalPairs <= SPARSE_PAIRS ? alignSparse : alignDense;
  return align(Int32Array.from(a.codes), Int32Array.from(b.codes)).map(([i, j]) => [a.indexes[i], b.indexes[j]]);
}
function alignSparse(a, b) {
  const places = /* @__PURE__ */ new Map();
  for (let j = b.length - 1; j >= 0; j--) {
    const list2 = places.get(b[j]);
    if (list2) list2.push(j);
    else places.set(b[j], [j]);
  }
  const ends = [];
  const chainOf = [];
  const nodes = [];
  for (let i = 0; i < a.length; i++) {
    for (const j of places.get(a[i]) ?? []) {
      const k = firstNotBelow(ends, j);
      if (ends[k] === j) continue;
      ends[k] = j;
      chainOf[k] = nodes.push({ i, j, previous: k > 0 ? chainOf[k - 1] : -1 }) - 1;
    }
  }
  const pairs = [];
  for (let at = chainOf[ends.length - 1] ?? -1; at >= 0; at = nodes[at].previous) pairs.push([nodes[at].i, nodes[at].j]);
  return pairs.reverse();
}
function firstNotBelow(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
function alignDense(a, b) {
  const pairs = [];
  const todo = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }];
  const reach = Math.min(MAX_EDITS, Math.ceil((a.length + b.length) / 2)) + 1;
  const forward = new Int32Array(2 * reach + 1);
  const backward = new Int32Array(2 * reach + 1);
  for (let box = todo.pop(); box; box = todo.pop()) {
    let { a0, a1, b0, b1 } = box;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pairs.push([a0++, b0++]);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pairs.push([--a1, --b1]);
    if (a0 === a1 || b0 === b1) continue;
    const middle = middleOf(a, b, { a0, a1, b0, b1 }, forward, backward);
    if (middle) todo.push({ a0, a1: middle.a, b0, b1: middle.b }, { a0: middle.a, a1, b0: middle.b, b1 });
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}
function middleOf(a, b, box, forward, backward) {
  const { a0, a1, b0, b1 } = box;
  const width = a1 - a0;
  const height = b1 - b0;
  const delta = width - height;
  const isOdd = (delta & 1) !== 0;
  const zero = (forward.length - 1) / 2;
  const limit = Math.min(MAX_EDITS, Math.ceil((width + height) / 2));
  forward[zero + 1] = 0;
  backward[zero + 1] = 0;
  const step2 = (furthest, k, edits) => {
    const [above, below] = [furthest[zero + k + 1], furthest[zero + k - 1]];
    return k === -edits || k !== edits && below < above ? above : below + 1;
  };
  for (let edits = 0; edits <= limit; edits++) {
    const lowest = 2 * Math.max(0, edits - height) - edits;
    const highest2 = edits - 2 * Math.max(0, edits - width);
    for (let k = lowest; k <= highest2; k += 2) {
      let x = step2(forward, k, edits);
      while (x < width && x - k < height && a[a0 + x] === b[b0 + x - k]) x++;
      forward[zero + k] = x;
      const opposite = delta - k;
      if (isOdd && Math.abs(opposite) < edits && x + backward[zero + opposite] >= width) return { a: a0 + x, b: b0 + x - k };
    }
    for (let k = lowest; k <= highest2; k += 2) {
      let x = step2(backward, k, edits);
      while (x < width && x - k < height && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++;
      backward[zero + k] = x;
      const opposite = delta - k;
      if (!isOdd && Math.abs(opposite) <= edits && x + forward[zero + opposite] >= width) return { a: a1 - x, b: b1 - x + k };
    }
  }
  return void 0;
}

// src/regress/compare-calls.ts
var MAX_ARGS_LENGTH = 16384;
function compareCalls(baseline, candidate2, showArgs) {
  const withArgs = showArgs && isRaw(baseline) && isRaw(candidate2);
  const left = callsOf(baseline, withArgs);
  const right = callsOf(candidate2, withArgs);
  const partner = new Array(left.length).fill(-1);
  const taken = new Array(right.length).fill(false);
  const pair = (i, j) => {
    partner[i] = j;
    taken[j] = true;
  };
  const inOrder2 = alignKeys(
    left.map(({ key }) => key),
    right.map(({ key }) => key)
  );
  for (const [i, j] of inOrder2) pair(i, j);
  for (const nameOf of [({ key }) => key, ({ tool }) => tool]) {
    const free = freeBy(right, taken, nameOf);
    for (const [i, call] of left.entries()) {
      const next = partner[i] === -1 ? free.get(nameOf(call))?.next() : void 0;
      if (next && !next.done) pair(i, next.value);
    }
  }
  return inCandidateOrder(left, right, partner, inOrder2);
}
var isRaw = ({ manifest }) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeWord */ ._m)(manifest.capture_mode) === "raw";
function callsOf({ intents, results }, withArgs) {
  const byIntent2 = new Map(results.map((result) => [result.intent_id, result]));
  return intents.map((intent, index2) => ({
    tool: intent.tool_name,
    key: JSON.stringify([intent.tool_name, intent.args_digest]),
    side: {
      index: index2,
      intent_id: intent.intent_id,
      args_digest: intent.args_digest,
      ...outcomeOf(byIntent2.get(intent.intent_id)),
      args: withArgs && intent.args !== null ? cut((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalize */ .dw)(intent.args)) : ""
    }
  }));
}
var outcomeOf = (result) => result === void 0 ? { status: "", result_digest: "", verdict: "" } : { status: result.status, result_digest: result.result_digest, verdict: (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(result) };
var cut = (text3) => text3.length <= MAX_ARGS_LENGTH ? text3 : `${text3.slice(0, MAX_ARGS_LENGTH).toWellFormed()}…`;
function freeBy(calls, taken, nameOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const [j, call] of calls.entries()) {
    if (taken[j]) continue;
    const group = groups.get(nameOf(call));
    if (group) group.push(j);
    else groups.set(nameOf(call), [j]);
  }
  return new Map([...groups].map(([name, indexes]) => [name, indexes.values()]));
}
function kindOf(left, right, isInOrder) {
  if (left.key !== right.key) return "args_changed";
  if (left.side.status !== right.side.status || left.side.verdict !== right.side.verdict) return "status_changed";
  if (left.side.result_digest !== right.side.result_digest) return "result_changed";
  return isInOrder ? "same" : "moved";
}
function inCandidateOrder(left, right, partner, inOrder2) {
  const aligned = new Set(inOrder2.map(([i]) => i));
  const removed = removedByPlace(left, partner, inOrder2);
  const leftOf = new Map(partner.flatMap((j, i) => j === -1 ? [] : [[j, i]]));
  const changes = [...removed.get(-1) ?? []];
  for (const [j, call] of right.entries()) {
    const i = leftOf.get(j);
    if (i === void 0) changes.push({ kind: "added", tool: call.tool, left: null, right: call.side });
    else changes.push({ kind: kindOf(left[i], call, aligned.has(i)), tool: call.tool, left: left[i].side, right: call.side });
    for (const change of removed.get(j) ?? []) changes.push(change);
  }
  return changes;
}
function removedByPlace(left, partner, inOrder2) {
  const places = /* @__PURE__ */ new Map();
  let place = -1;
  let next = 0;
  for (const [i, call] of left.entries()) {
    while (next < inOrder2.length && inOrder2[next][0] < i) next++;
    const [, end] = inOrder2[next] ?? [0, Number.POSITIVE_INFINITY];
    const j = partner[i];
    if (j > place && j <= end) place = j;
    if (j !== -1) continue;
    const group = places.get(place) ?? [];
    group.push({ kind: "removed", tool: call.tool, left: call.side, right: null });
    places.set(place, group);
  }
  return places;
}

// src/regress/compare-context.ts
function compareContext(baseline, candidate2) {
  const pairs = pairReceipts(baseline.receipts, candidate2.receipts);
  const isMissing = baseline.context_set_digest !== "" && candidate2.context_set_digest === "";
  return {
    classification: isMissing ? "missing" : classifyContext(baseline, candidate2),
    receipts: pairs.flatMap(receiptChange),
    widest_age_change_seconds: pairs.reduce((widest, [left, right]) => Math.max(widest, left && right ? secondsApart(left, right) : 0), 0)
  };
}
function pairReceipts(left, right) {
  const groups = /* @__PURE__ */ new Map();
  const ids = [...left, ...right].map(({ ref_id }) => ref_id).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo);
  for (const id of ids) groups.set(id, { left: [], right: [] });
  for (const receipt of left) groups.get(receipt.ref_id).left.push(receipt);
  for (const receipt of right) groups.get(receipt.ref_id).right.push(receipt);
  return [...groups.values()].flatMap(
    (group) => Array.from({ length: Math.max(group.left.length, group.right.length) }, (_, n) => [group.left[n], group.right[n]])
  );
}
function receiptChange([left, right]) {
  const receipt = right ?? left;
  if (!receipt) return [];
  const { ref_id, source_type } = receipt;
  const digests = { left_digest: left?.content_digest ?? "", right_digest: right?.content_digest ?? "" };
  if (!left) return [{ kind: "added", ref_id, source_type, ...digests }];
  if (!right) return [{ kind: "removed", ref_id, source_type, ...digests }];
  const isSame = contentOf(left) === contentOf(right);
  return isSame ? [] : [{ kind: "changed", ref_id, source_type, ...digests }];
}
var contentOf = (receipt) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .receiptShape */ .m8.encode({ ...receipt, retrieved_at: _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .EPOCH_1980 */ .Bg }));
function secondsApart(left, right) {
  const nanos = (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .unixNanos */ .UU)(right.retrieved_at) - (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .unixNanos */ .UU)(left.retrieved_at);
  const away = nanos < 0n ? -nanos : nanos;
  return Number((away + 999999999n) / 1000000000n);
}

// src/regress/compare-risk.ts

var CLASS_WORDS = [
  ["destructive", ["delete", "drop", "destroy", "remove", "purge"]],
  ["write", ["write", "update", "save", "send", "export", "create"]],
  ["read", ["read", "list", "get", "search", "fetch"]]
];
var CLASS_WEIGHT = { destructive: 4, write: 3, execute: 2, read: 1 };
var includesAny = (text3, words) => words.some((word) => text3.includes(word));
var toolClassOf = (tool) => {
  const name = tool.toLowerCase();
  return CLASS_WORDS.find(([, words]) => includesAny(name, words))?.[0] ?? "execute";
};
function normalizeIdentifier(text3) {
  const word = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeWord */ ._m)(text3);
  const kept = word.replace(/[^a-z0-9]/gu, "_").replace(/^_+|_+$/g, "");
  return kept !== "" ? kept : (0,node_crypto__WEBPACK_IMPORTED_MODULE_10__.createHash)("sha256").update(word).digest("hex").slice(0, 16);
}
var WIDE_TARGETS = ["prod", "payment", "finance", "customer", "pii", "db"];
var INNER_TARGETS = ["internal", "staging", "queue"];
var LOCATOR_LENGTH = 48;
function blastRadiusOf(receipts) {
  const targets = receipts.map(
    ({ source_type, source_locator }) => `${normalizeIdentifier(source_type)}:${normalizeIdentifier(source_locator).slice(0, LOCATOR_LENGTH)}`
  );
  if (targets.some((target) => includesAny(target, WIDE_TARGETS))) return 3;
  return targets.some((target) => includesAny(target, INNER_TARGETS)) ? 2 : 1;
}
var GRAVE_REASONS = ["violation_", "blocked", "approval", "destructive", "credential", "prompt_injection"];
function statusPoints(status) {
  if (status === void 0) return 0;
  const word = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeWord */ ._m)(status);
  if (word === "ok" || word === "success") return 0;
  return includesAny(`result_status_${normalizeIdentifier(word)}`, GRAVE_REASONS) ? 2 : 1;
}
function scoreCalls({ intents, results, refs }) {
  const statuses = new Map(results.map(({ intent_id, status }) => [intent_id, status]));
  const blast = blastRadiusOf(refs.receipts);
  return intents.map(({ tool_name, intent_id }, index2) => ({
    index: index2,
    tool: tool_name,
    score: CLASS_WEIGHT[toolClassOf(tool_name)] * 100 + blast * 10 + statusPoints(statuses.get(intent_id))
  })).filter(({ tool }) => !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isBlank */ .z3)(tool));
}
var highest = (calls) => calls.reduce((top, { score }) => Math.max(top, score), 0);
function compareRisk(baseline, candidate2) {
  const before = highest(scoreCalls(baseline));
  const after = scoreCalls(candidate2);
  const causes = after.filter(({ score }) => score > before).sort((a, b) => b.score - a.score || (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo)(a.tool, b.tool) || a.index - b.index);
  return { baseline: before, candidate: highest(after), causes };
}

// src/regress/compare.ts
var compareRunpacks = (baseline, candidate2, { showArgs }) => ({
  tool_calls: compareCalls(baseline, candidate2, showArgs),
  context: compareContext(baseline.refs, candidate2.refs),
  risk: compareRisk(baseline, candidate2)
});

// src/regress/packs.ts
var statFile = (host, file) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .onFile */ .Wl)("stat", file, () => host.fs.statSync((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .resolvePath */ .o1)(host, file), { bigint: true }));
var isSameFile = (a, b) => a.ino === b.ino && a.dev === b.dev;
var loaded = (file, bytes, pack) => ({
  identity: { path: file, run_id: pack.run.run_id, manifest_digest: pack.manifest.manifest_digest, sha256: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sha256Hex */ .fg)(bytes) },
  pack
});
async function loadRunpack(host, file) {
  const bytes = readArchive(host, file);
  return loaded(file, bytes, await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunpack */ .Rn)(host, bytes));
}
async function loadRunpackOrPack(host, file) {
  const bytes = readArchive(host, file);
  try {
    return loaded(file, bytes, await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunpack */ .Rn)(host, bytes));
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) || error.category !== "invalid_input") throw error;
    const inner = await extractSourceRunpack(host, bytes);
    if (inner === void 0) throw error;
    return loaded(file, bytes, await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunpack */ .Rn)(host, inner));
  }
}

// src/regress/judge.ts
async function judgeFixture(judging, plan) {
  const { fixture, directory, metadata } = plan;
  const outcome = {
    fixture,
    directory,
    metadata,
    baseline: null,
    candidate: null,
    selfComparison: false,
    graders: [],
    detail: null,
    problem: null,
    createdAt: null,
    warnings: plan.unknownFields.map((field) => `fixture ${fixture.name}: unknown field ${field} in fixture.json is ignored`)
  };
  try {
    const judged2 = await judge(judging, plan);
    return { ...outcome, ...judged2, warnings: [...outcome.warnings, ...judged2.warnings] };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return { ...outcome, problem: problemOf(error) };
    throw error;
  }
}
var problemOf = (error) => ({
  reason: ["path_outside_project", "fixture_invalid"].includes(error.code) ? error.code : "fixture_unreadable",
  message: error.message,
  exitCode: error.exitCode === 2 ? 2 : 6
});
async function judge(judging, plan) {
  const { options } = judging;
  const { fixture } = plan;
  const baseline = await loadBaseline(judging.host, plan);
  const metadata = assertConsistent(plan, baseline);
  const { candidate: candidate2, identity, isSelf } = await findCandidate(judging, plan, metadata, baseline);
  const subject = {
    metadata,
    baseline: baseline.pack,
    candidate: candidate2,
    context: {
      enforced: options.contextConformance || metadata.context_conformance === "required" || metadata.expected_context_set_digest !== "",
      runtimeDriftAllowed: options.allowContextRuntimeDrift || metadata.allow_context_runtime_drift
    },
    missingCandidatePasses: options.missingCandidate === "pass"
  };
  const graders = judging.graders.map((grader) => resultOf(fixture.name, metadata.run_id, grader.name, ask(grader, subject)));
  const showArgs = options.showArgs ?? false;
  const detail = options.detail && candidate2.kind === "runpack" ? compareRunpacks(baseline.pack, candidate2.pack, { showArgs }) : null;
  return {
    baseline: baseline.identity,
    candidate: identity,
    selfComparison: isSelf,
    graders,
    detail,
    createdAt: baseline.pack.run.created_at,
    warnings: [
      ...undeclaredWarning(fixture.name, "runpack", baseline.pack),
      ...candidate2.kind === "runpack" && !isSelf ? undeclaredWarning(fixture.name, "candidate", candidate2.pack) : []
    ]
  };
}
var undeclaredWarning = (fixture, what, { undeclaredFiles }) => undeclaredFiles.length === 0 ? [] : [`fixture ${fixture}: the ${what} holds entries that its manifest does not declare: ${undeclaredFiles.join(", ")}`];
async function loadBaseline(host, { fixture, runpack, outside }) {
  if (outside) throw outside;
  const stats = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .withPrefix */ .Fe)(`fixture runpack missing for ${fixture.name}`, () => statFile(host, runpack));
  const pack = await (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .withPrefixAsync */ .lN)(`read fixture runpack for ${fixture.name}`, () => loadRunpack(host, runpack));
  return { ...pack, stats };
}
function assertConsistent({ fixture, metadata, metadataError }, baseline) {
  if (metadata === null) throw metadataError ?? new TypeError("a plan has metadata or the reason why not");
  const refuse = (message) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)(message, { code: "fixture_invalid" });
  if (metadata.name !== fixture.name) throw refuse(`fixture metadata name mismatch for ${fixture.name}`);
  if (fixture.run_id !== "" && fixture.run_id !== metadata.run_id) throw refuse(`fixture run_id mismatch for ${fixture.name}`);
  if (baseline.pack.run.run_id !== metadata.run_id) throw refuse(`runpack run_id mismatch for ${fixture.name}`);
  return metadata;
}
var unusable = (kind, error) => ({
  candidate: { kind, error },
  identity: null,
  isSelf: false
});
async function findCandidate(judging, plan, metadata, baseline) {
  const { host, candidates, boundary } = judging;
  const itself = { candidate: { kind: "runpack", path: plan.runpack, pack: baseline.pack }, identity: null, isSelf: true };
  if (candidates) {
    const found = await candidates.find(plan.fixture.name, metadata.run_id);
    if (found.kind === "none") return unusable("no_candidate", found.message);
    if (found.kind === "ambiguous") return unusable("candidate_path_invalid", found.message);
    candidates.boundary.assertInside(found.path, `candidate of ${plan.fixture.name}`);
    if (isSameFile(statFile(host, found.path), baseline.stats)) return itself;
    return loadCandidate(found.path, () => loadRunpackOrPack(host, found.path));
  }
  if (metadata.candidate_runpack === "") return itself;
  const file = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanJoin */ .Uq)(plan.directory, metadata.candidate_runpack);
  boundary.assertInside(file, `candidate of ${plan.fixture.name}`);
  try {
    const isSelf = isSameFile(statFile(host, file), baseline.stats);
    if (isSelf) return { ...itself, candidate: { kind: "runpack", path: file, pack: baseline.pack } };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return unusable("candidate_path_invalid", `candidate runpack not found: ${error.message}`);
    throw error;
  }
  return loadCandidate(file, () => loadRunpack(host, file));
}
async function loadCandidate(file, load) {
  try {
    const { pack, identity } = await load();
    return { candidate: { kind: "runpack", path: file, pack }, identity, isSelf: false };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return unusable("candidate_runpack_invalid", error.message);
    throw error;
  }
}
function ask(grader, subject) {
  try {
    return grader.grade(subject);
  } catch (error) {
    return fail({ error: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error) }, "grader_error");
  }
}
function resultOf(fixture, runId, grader, grade) {
  const details = { ...grade.details, fixture, run_id: runId };
  const sorted = {};
  for (const key of Object.keys(details).sort()) sorted[key] = details[key];
  return {
    name: `${fixture}/${grader}`,
    status: grade.status,
    reason_codes: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sortedUnique */ .Z$)(grade.reasons),
    ...grade.contextConformance && { context_conformance: grade.contextConformance },
    details: sorted
  };
}

// src/regress/run.ts
async function runRegress(host, options) {
  const { config, warnings } = await readConfig(host, options.config);
  if (config.fixtures.length === 0) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)("no fixtures configured", { code: "no_fixtures", file: options.config, hint: "Add one with gait regress add." });
  }
  const root = options.root ?? host.cwd;
  const allowOutside = options.allowOutside ?? false;
  const boundary = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .boundaryOf */ .iH)(host, [root], allowOutside);
  const plans = config.fixtures.map((fixture) => (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .planFixture */ .fK)(host, fixture, boundary));
  const context = options.contextConformance || plans.some(({ metadata }) => metadata !== null && (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsContext */ .Fu)(metadata));
  const graders = chooseGraders({ context, extra: options.extraGraders ?? [] });
  assertDeterministic(graders, options.allowNondeterministic ?? false);
  const { candidates: folder } = options;
  const candidates = folder === void 0 ? void 0 : openCandidates(host, { folder, root, allowOutside });
  const chosen = new Set((0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .selectFixtures */ .hp)(config.fixtures, options));
  const selected = plans.filter(({ fixture }) => chosen.has(fixture));
  const fixtures = await judgeAll({ host, options, graders, boundary, candidates }, selected);
  const result = resultFile(host, config, fixtures);
  const selfComparisons = fixtures.filter(({ selfComparison }) => selfComparison).length;
  return {
    config,
    result,
    fixtures,
    selfComparisons,
    warnings: [
      ...selfComparisons > 0 ? [selfComparisonWarning(selfComparisons, fixtures.length)] : [],
      ...copyWarnings(fixtures),
      ...missingWarnings(fixtures, options),
      ...warnings,
      ...fixtures.flatMap((outcome) => outcome.warnings),
      ...candidates?.warnings ?? [],
      ...fixtures.length < selected.length ? [stopWarning(fixtures.length, selected.length)] : []
    ],
    exitCode: fixtures.find(({ problem }) => problem !== null)?.problem?.exitCode ?? (result.status === "fail" ? 5 : 0)
  };
}
var DEFAULT_JOBS = 4;
async function judgeAll(judging, plans) {
  const { jobs = DEFAULT_JOBS, failFast, onProgress } = judging.options;
  const outcomes = [];
  let next = 0;
  let done = 0;
  let end = plans.length;
  const work = async () => {
    while (next < end) {
      const at = next++;
      const outcome = await judgeFixture(judging, plans[at]);
      outcomes[at] = outcome;
      onProgress?.(++done, plans.length, outcome.fixture.name);
      if (failFast && !isPassing(outcome)) end = Math.min(end, at + 1);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, plans.length)) }, work));
  return outcomes.slice(0, end);
}
var isPassing = ({ problem, graders }) => problem === null && graders.every(({ status }) => status === "pass");
function resultsOf({ fixture, problem, graders }) {
  if (problem === null) return graders;
  return [resultOf(fixture.name, fixture.run_id, "schema_validation", fail({ error: problem.message }, problem.reason))];
}
function resultFile(host, config, fixtures) {
  const graders = fixtures.flatMap(resultsOf).sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo)(a.name, b.name));
  const createdAt = fixtures.find((outcome) => outcome.createdAt !== null)?.createdAt;
  return {
    schema_id: "gait.regress.result",
    schema_version: "1.0.0",
    created_at: createdAt === null || createdAt === void 0 ? _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .EPOCH_1980 */ .Bg : (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .utcOr */ .k$)(createdAt, _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_4__/* .EPOCH_1980 */ .Bg),
    producer_version: host.producerVersion,
    fixture_set: config.fixture_set,
    status: graders.some(({ status }) => status === "fail") ? "fail" : "pass",
    graders
  };
}
var selfComparisonWarning = (count, total) => `${count} of ${total} fixtures ${count === 1 ? "was" : "were"} compared only with ${count === 1 ? "itself" : "themselves"}: no candidate run was given, so nothing new was tested. Record the agent again and pass the folder with --candidates.`;
var stopWarning = (done, total) => `stopped at the first failing fixture: ${total - done} of ${total} were not judged`;
function copyWarnings(fixtures) {
  const same = fixtures.filter(({ baseline, candidate: candidate2 }) => candidate2 !== null && candidate2.sha256 === baseline?.sha256).length;
  if (same === 0) return [];
  return [
    `${same} of ${fixtures.length} candidates ${same === 1 ? "is" : "are"} byte for byte the runpack of the fixture: was the agent recorded anew?`
  ];
}
function missingWarnings(fixtures, { candidates, missingCandidate }) {
  if (candidates === void 0 || missingCandidate !== "pass") return [];
  const missing = fixtures.filter(
    ({ candidate: candidate2, problem, selfComparison }) => candidate2 === null && problem === null && !selfComparison
  ).length;
  return missing === 0 ? [] : [`${missing} of ${fixtures.length} fixtures had no candidate and pass, as asked: nothing was tested there`];
}

// src/ci/expectation-fields.ts
var as = (judged2, base, head) => ({ class: judged2, base, head });
var plain = (base, head) => base === head ? null : as("changed", base, head);
var plainNumber = (base, head) => plain(String(base), String(head), { hasCandidates: false });
var exitCode = (base, head) => base === head ? null : as("relaxed", String(base), String(head));
var shown2 = (words) => words.join(", ");
function isSubsequence(part, whole) {
  let at = 0;
  for (const word of whole) if (word === part[at]) at++;
  return at === part.length;
}
var isEqual = (a, b) => a.length === b.length && a.every((word, at) => word === b[at]);
function sequenceClass(base, head) {
  if (head.length < base.length) return "relaxed";
  return head.length > base.length && isSubsequence(base, head) ? "tightened" : "changed";
}
var toolSequence2 = (base, head) => isEqual(base, head) ? null : as(sequenceClass(base, head), shown2(base), shown2(head));
var STRICTNESS = ["allow", "dry_run", "require_approval", "block"];
var verdictSequence2 = (base, head) => {
  if (isEqual(base, head)) return null;
  return as(base.length === head.length ? verdictDirection(base, head) : sequenceClass(base, head), shown2(base), shown2(head));
};
function verdictDirection(base, head) {
  const moves = base.map((verdict, at) => {
    const [from, to] = [STRICTNESS.indexOf(verdict), STRICTNESS.indexOf(head[at])];
    return verdict === head[at] ? 0 : from < 0 || to < 0 ? Number.NaN : to - from;
  });
  if (moves.some((move) => move < 0)) return "relaxed";
  return moves.every((move) => move >= 0) ? "tightened" : "changed";
}
var candidate = (base, head, { hasCandidates }) => {
  if (base === head) return null;
  if (head === "" && !hasCandidates) return as("removed", base, "");
  return as(base === "" && !hasCandidates ? "tightened" : "changed", base, head);
};
var conformance = (base, head) => {
  if (base === head) return null;
  if (base === "required") return as("relaxed", base, "");
  return as(head === "required" ? "tightened" : "changed", base, head);
};
var driftAllowed = (base, head) => base === head ? null : as(head ? "relaxed" : "tightened", String(base), String(head));
var contextDigest = (base, head) => {
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .equalHex */ .Av)(base, head)) return null;
  return as(head === "" ? "relaxed" : base === "" ? "tightened" : "changed", base, head);
};
var allowList = (base, head) => isEqual(base, head) ? null : as(head.some((file) => !base.includes(file)) ? "relaxed" : "tightened", shown2(base), shown2(head));
var RULES = {
  schema_id: plain,
  schema_version: plain,
  name: plain,
  run_id: plain,
  runpack: plain,
  expected_replay_exit_code: exitCode,
  expected_tool_sequence: toolSequence2,
  expected_verdict_sequence: verdictSequence2,
  candidate_runpack: candidate,
  context_conformance: conformance,
  allow_context_runtime_drift: driftAllowed,
  expected_context_set_digest: contextDigest,
  diff_allow_changed_files: allowList,
  session_chain: plain,
  checkpoint_index: plainNumber
};
function judge2(field, base, head, options) {
  const judged2 = RULES[field](base[field], head[field], options);
  return judged2 ? [{ field, ...judged2 }] : [];
}
var compareFields = (base, head, options) => Object.keys(RULES).flatMap((field) => judge2(field, base, head, options));

// src/ci/fixture-files.ts


// src/ci/repository-path.ts

function inRepository(project, name) {
  if ((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsolutePath */ .Z1)(name)) return void 0;
  const joined = node_path__WEBPACK_IMPORTED_MODULE_9__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_9__.posix.join(project.replaceAll("\\", "/"), name));
  return joined === ".." || joined.startsWith("../") ? void 0 : joined;
}
var shownPath = (project, name) => inRepository(project, name) ?? name;
var isBelow = (folder, name) => folder === "." || name === folder || name.startsWith(`${folder}/`);

// src/ci/fixture-files.ts
var OUTSIDE = {
  metadata: null,
  document: null,
  exists: false,
  problem: "it lies outside of the repository",
  line: void 0,
  runpack: void 0,
  sha256: ""
};
async function loadFixture(read, project, { runpack }) {
  const pack = inRepository(project, runpack);
  const runpackName = node_path__WEBPACK_IMPORTED_MODULE_9__.posix.basename(runpack);
  if (pack === void 0) return { ...OUTSIDE, file: runpack, runpackName };
  const file = node_path__WEBPACK_IMPORTED_MODULE_9__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_9__.posix.dirname(pack), _chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .FIXTURE_FILE */ .jl);
  const [json, zip] = await Promise.all([read(file), read(pack)]);
  return { file, runpackName, ...parseFixture(json, file), ...digestOf2(zip) };
}
function parseFixture(bytes, file) {
  const parsed = { metadata: null, document: null, exists: bytes !== void 0, problem: "it is missing", line: void 0 };
  if (bytes === void 0) return parsed;
  try {
    return { ...parsed, metadata: (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMetadata */ .jR)(bytes, file), document: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJsonDocument */ .dH)(bytes), problem: "" };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return { ...parsed, document: placesOf(bytes), problem: error.message, line: error.line };
    throw error;
  }
}
function placesOf(bytes) {
  try {
    return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJsonDocument */ .dH)(bytes);
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return null;
    throw error;
  }
}
var LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:([0-9a-f]{64})\n/;
var MAX_POINTER_BYTES = 1024;
function digestOf2(bytes) {
  if (bytes === void 0) return { runpack: void 0, sha256: "" };
  const pointer = bytes.length < MAX_POINTER_BYTES ? LFS_POINTER.exec(Buffer.from(bytes).toString("latin1")) : null;
  return pointer ? { runpack: void 0, sha256: pointer[1] } : { runpack: bytes, sha256: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sha256Hex */ .fg)(bytes) };
}
async function loadRun(host, { runpack }) {
  if (runpack === void 0) return void 0;
  try {
    return await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunpack */ .Rn)(host, runpack);
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return void 0;
    throw error;
  }
}

// src/ci/locate.ts
function child(node, step2) {
  if (typeof step2 === "number") return node.kind === "array" ? node.items[step2] : void 0;
  if (node.kind !== "object") return void 0;
  const folded = step2.toLowerCase();
  const named = node.members.filter(({ key }) => key.toLowerCase() === folded);
  return (named.findLast(({ key }) => key === step2) ?? named.at(-1))?.value;
}
var nodeAt = (document, steps) => steps.reduce((node, step2) => node && child(node, step2), document.root);
function lineAt(document, steps) {
  let node = document.root;
  for (const step2 of steps) {
    const next = child(node, step2);
    if (!next) break;
    node = next;
  }
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .positionAt */ .t$)(document.text, node.at).line;
}
function elementLine(document, field, index2) {
  const node = nodeAt(document, [field]);
  const items = node?.kind === "array" ? node.items.filter((item) => item.kind !== "string" || !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .isBlank */ .z3)(item.value)) : [];
  const element = items[Math.min(index2, items.length - 1)];
  return element ? (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .positionAt */ .t$)(document.text, element.at).line : lineAt(document, [field]);
}
function fixtureEntryLine(document, name, occurrence = 0) {
  const fixtures = nodeAt(document, ["fixtures"]);
  if (fixtures?.kind !== "array") return 1;
  const entries = fixtures.items.filter((item) => {
    const found = item.kind === "object" ? child(item, "name") : void 0;
    return found?.kind === "string" && found.value === name;
  });
  const entry = entries[Math.min(occurrence, entries.length - 1)];
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .positionAt */ .t$)(document.text, entry?.at ?? fixtures.at).line;
}

// src/ci/expectations.ts
async function compareExpectations(input) {
  const { base, fixtures: head } = input;
  const baseFile = await baseConfigFile(input);
  const before = await readBaseConfig(base, baseFile);
  if ("note" in before) return { added: [], removed: [], changed: [], changesOf: () => [], note: before.note };
  const named = pairByName(before.fixtures, head);
  const renamed = await pairByRun(input, named.left, named.right);
  const pairs = [...named.pairs, ...renamed.pairs];
  const changes = /* @__PURE__ */ new Map();
  await inBatches(pairs, async ([from, to]) => {
    const found = await compareFixture(input, from, to);
    if (found.length > 0) changes.set(identityOf(to), found);
  });
  return {
    added: renamed.right.map(({ name }) => name).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo),
    removed: renamed.left.map(
      (fixture) => ({
        name: fixture.name,
        run_id: fixture.run_id,
        location: { file: baseFile, line: before.document === null ? 1 : entryLine(before.document, before.fixtures, fixture) }
      })
    ),
    changed: head.filter((fixture) => changes.has(identityOf(fixture))).map(({ name }) => name).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo),
    changesOf: (fixture) => changes.get(identityOf(fixture)) ?? [],
    note: ""
  };
}
var BATCH = 16;
async function inBatches(items, action) {
  for (let at = 0; at < items.length; at += BATCH) await Promise.all(items.slice(at, at + BATCH).map(action));
}
var identityOf = ({ name, runpack }) => JSON.stringify([name, (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanPath */ .ts)(runpack)]);
var entryLine = (document, fixtures, fixture) => fixtureEntryLine(document, fixture.name, fixtures.filter(({ name }) => name === fixture.name).indexOf(fixture));
async function baseConfigFile({ base, head, project, configFile }) {
  const usual = project === "." ? CONFIG_FILE : `${project}/${CONFIG_FILE}`;
  if (configFile === usual || await base.read(configFile) !== void 0 || await head(usual) !== void 0) return configFile;
  return await base.read(usual) === void 0 ? configFile : usual;
}
async function readBaseConfig(base, file) {
  const bytes = await base.read(file);
  if (bytes === void 0) return { fixtures: [], document: null };
  try {
    const { config } = await parseConfig(bytes, file);
    return { fixtures: config.fixtures, document: (await parseJsonOrYaml(bytes)).document };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return { note: `${file} of the base commit cannot be read: ${error.message}` };
    throw error;
  }
}
function pairBy(left, right, keyOf) {
  const free = new Set(right);
  const pairs = [];
  const byKey = /* @__PURE__ */ new Map();
  for (const fixture of right) {
    const key = keyOf(fixture);
    byKey.set(key, [...byKey.get(key) ?? [], fixture]);
  }
  const alone = left.filter((fixture) => {
    const key = keyOf(fixture);
    const partner = key === "" ? void 0 : byKey.get(key)?.shift();
    if (partner === void 0) return true;
    free.delete(partner);
    pairs.push([fixture, partner]);
    return false;
  });
  return { pairs, left: alone, right: [...free] };
}
function pairByName(base, head) {
  const exact = pairBy(base, head, identityOf);
  const moved = pairBy(exact.left, exact.right, ({ name }) => name);
  return { pairs: [...exact.pairs, ...moved.pairs], left: moved.left, right: moved.right };
}
async function pairByRun(input, base, head) {
  if (base.length === 0 || head.length === 0) return { pairs: [], left: base, right: head };
  const digests = /* @__PURE__ */ new Map();
  const digest = (read) => async (fixture) => {
    digests.set(fixture, (await loadFixture(read, input.project, fixture)).sha256);
  };
  await inBatches(
    base,
    digest((file) => input.base.read(file))
  );
  await inBatches(head, digest(input.head));
  return pairBy(base, head, (fixture) => digests.get(fixture) ?? "");
}
async function compareFixture(input, from, to) {
  const { project, hasCandidates } = input;
  const [base, head] = await Promise.all([
    loadFixture((file) => input.base.read(file), project, from),
    loadFixture(input.head, project, to)
  ]);
  if (head.metadata === null || head.document === null || head.runpack === void 0) return [];
  const place = (field) => ({ file: head.file, line: lineAt(head.document, [field]) });
  const changes = [];
  if (base.metadata === null) {
    changes.push({
      field: "fixture.json",
      class: "changed",
      base: `unreadable: ${base.problem}`,
      head: "readable",
      tool_calls: [],
      location: place("name")
    });
  } else {
    for (const change of compareFields(base.metadata, head.metadata, { hasCandidates })) {
      changes.push({ ...change, tool_calls: [], location: place(change.field) });
    }
  }
  if (base.sha256 !== head.sha256) changes.push({ ...await compareRuns(input, base, head), location: place("runpack") });
  return [...changes, ...compareEntries(input, from, to)];
}
async function compareRuns(input, base, head) {
  const field = head.runpackName;
  const [before, after] = [await loadRun(input.host, base), await loadRun(input.host, head)];
  const shown3 = ({ sha256 }, run) => sha256 === "" ? "missing" : [run?.run.run_id ?? "unreadable run", sha256.slice(0, 12)].join(" ");
  const values = { base: shown3(base, before), head: shown3(head, after) };
  if (base.sha256 === "") return { field, class: "changed", ...values, tool_calls: [] };
  return { field, class: "rebaselined", ...values, tool_calls: before && after ? compareCalls(before, after, input.showArgs) : [] };
}
function compareEntries({ configFile, configDocument, fixtures }, from, to) {
  const location = { file: configFile, line: configDocument === null ? 1 : entryLine(configDocument, fixtures, to) };
  const rows = [
    ["fixtures[].run_id", from.run_id, to.run_id],
    ["fixtures[].runpack", (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanPath */ .ts)(from.runpack), (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanPath */ .ts)(to.runpack)]
  ];
  return rows.filter(([, base, head]) => base !== head).map(([field, base, head]) => ({ field, class: "changed", base, head, tool_calls: [], location }));
}

// src/ci/fixture-report.ts


// src/ci/grader-report.ts
function graderReport(fixture, result, source) {
  const name = result.name.slice(fixture.length + 1);
  const { status, details } = result;
  return {
    name,
    status,
    reason_codes: [...result.reason_codes],
    message: status === "pass" ? "" : messageOf2(name, result.reason_codes, details),
    location: status === "pass" ? null : locationOf(name, result.reason_codes, details, source)
  };
}
var quoted = (text3) => `\`${(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(text3, 60).replaceAll("`", "'") || " "}\``;
var NAMED = 3;
var listed = (names) => names.slice(0, NAMED).map(quoted).join(", ") + (names.length > NAMED ? ` and ${names.length - NAMED} more` : "");
var strings = (value) => Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
var text2 = (value) => typeof value === "string" ? value : "";
var index = (value) => typeof value === "number" ? value : void 0;
function messageOf2(grader, reasons, details) {
  if (typeof details.error === "string") return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(details.error, 1e3);
  switch (grader) {
    case "trajectory":
      return [sequenceMessage("tool", details), sequenceMessage("verdict", details)].filter((one) => one !== "").join(" ");
    case "diff":
      return `Changed beyond what is allowed: ${listed(strings(details.unexpected_files))}.`;
    case "expected_exit_code": {
      const missing = strings(details.missing_results);
      const why = missing.length > 0 ? `: no result of ${listed(missing)}` : "";
      return `Expected the replay to end with ${String(details.expected_exit_code)}, it ended with ${String(details.actual_exit_code)}${why}.`;
    }
    case "context_conformance":
      return contextMessage(reasons, details);
    default:
      return "";
  }
}
function sequenceMessage(kind, details) {
  const at = index(details[`${kind}_sequence_mismatch_index`]);
  if (at === void 0) return "";
  const expected = strings(details[`expected_${kind}_sequence`])[at];
  const actual = strings(details[`actual_${kind}_sequence`])[at];
  const what = kind === "tool" ? "call" : "verdict";
  if (expected === void 0) return `Expected no ${what} ${at}, got ${quoted(actual ?? "")}.`;
  return `Expected ${quoted(expected)} as ${what} ${at}, ${actual === void 0 ? "but the run had ended" : `got ${quoted(actual)}`}.`;
}
function contextMessage(reasons, details) {
  const [before, after] = [text2(details.context_set_digest_fixture), text2(details.context_set_digest_candidate)].map(_chunk_DNZL3HKI_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK);
  if (reasons.includes("context_evidence_missing")) return "The candidate names no context.";
  if (reasons.includes("context_runtime_drift_blocked")) return "The same content was retrieved at another time.";
  return before === after ? "References were added, removed or changed." : `The context was ${quoted(before ?? "")}, now it is ${quoted(after ?? "")}.`;
}
var FIELDS = {
  schema_validation: ["runpack"],
  expected_exit_code: ["expected_replay_exit_code"],
  candidate_replay: ["expected_replay_exit_code"],
  trajectory: ["expected_tool_sequence", "expected_verdict_sequence"],
  diff: ["diff_allow_changed_files", "candidate_runpack"],
  context_conformance: ["context_conformance", "expected_context_set_digest"]
};
var REASON_FIELDS = {
  candidate_path_invalid: "candidate_runpack",
  candidate_runpack_invalid: "candidate_runpack",
  no_candidate: "candidate_runpack",
  context_set_digest_mismatch: "expected_context_set_digest",
  context_runtime_drift_blocked: "allow_context_runtime_drift"
};
function locationOf(grader, reasons, details, { file, document }) {
  if (document === null) return { file, line: 1 };
  for (const kind of ["tool", "verdict"]) {
    const at = index(details[`${kind}_sequence_mismatch_index`]);
    if (at !== void 0) return { file, line: elementLine(document, `expected_${kind}_sequence`, at) };
  }
  const fields = [...reasons.flatMap((reason) => REASON_FIELDS[reason] ?? []), ...FIELDS[grader] ?? []];
  const lines = fields.map((field) => lineAt(document, [field]));
  return { file, line: lines.find((line) => line > 1) ?? 1 };
}
var MAX_VERDICTS = 1e3;
function verdictChanges(graders, fixture) {
  const details = graders.find(({ name }) => name === `${fixture}/trajectory`)?.details;
  const expected = strings(details?.expected_verdict_sequence);
  const actual = strings(details?.actual_verdict_sequence);
  if (expected.length === 0) return [];
  return Array.from({ length: Math.max(expected.length, actual.length) }, (_, at) => ({
    index: at,
    expected: expected[at] ?? "",
    actual: actual[at] ?? ""
  })).filter((change) => change.expected !== change.actual).slice(0, MAX_VERDICTS);
}

// src/ci/fixture-report.ts
var NO_RISK = { baseline: 0, candidate: 0, causes: [] };
var MAX_CAUSES = 100;
async function fixtureReport(around, outcome) {
  const { project } = around;
  const { fixture, metadata, graders, detail } = outcome;
  const source = await loadFixture(around.head, project, fixture);
  const risk = detail?.risk ?? NO_RISK;
  return {
    name: fixture.name,
    run_id: metadata?.run_id ?? fixture.run_id,
    status: outcome.problem ? "error" : graders.some(({ status }) => status === "fail") ? "fail" : "pass",
    self_comparison: outcome.selfComparison,
    graders: graders.map((result) => graderReport(fixture.name, result, source)),
    baseline: outcome.baseline && identityOf2(around, outcome.baseline),
    candidate: outcome.candidate && identityOf2(around, outcome.candidate),
    tool_calls: detail?.tool_calls ?? [],
    verdicts: verdictChanges(graders, fixture.name),
    context: contextOf(graders, detail?.context),
    risk: { ...risk, causes: risk.causes.slice(0, MAX_CAUSES) },
    expectation_changes: around.changesOf(fixture),
    problem: problemOf2(around, outcome, source),
    directory: shownPath(project, outcome.directory)
  };
}
function identityOf2({ host, project }, identity) {
  if (!(0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsolutePath */ .Z1)(identity.path)) return { ...identity, path: shownPath(project, identity.path) };
  const relative = node_path__WEBPACK_IMPORTED_MODULE_9__.relative(host.cwd, identity.path).replaceAll("\\", "/");
  return { ...identity, path: inRepository(".", relative) ?? identity.path };
}
function contextOf(graders, compared) {
  const graded = graders.find(({ context_conformance }) => context_conformance !== void 0)?.context_conformance;
  const context = compared ?? { classification: "none", receipts: [], widest_age_change_seconds: 0 };
  return { ...context, classification: graded ?? context.classification };
}
function problemOf2(around, { fixture, problem }, source) {
  if (problem === null) return null;
  const { reason, message } = problem;
  const isMetadata = reason === "fixture_invalid" || message.startsWith("read fixture metadata");
  if (!isMetadata || !source.exists) return { reason, message, location: around.entryOf(fixture) };
  return { reason, message, location: { file: source.file, line: source.line ?? lineOfField(source, message) } };
}
function lineOfField({ document }, message) {
  const fields = document?.root.kind === "object" ? document.root.members.map(({ key }) => key) : [];
  const field = fields.filter((key) => message.includes(key)).sort((a, b) => b.length - a.length)[0];
  return document === null || field === void 0 ? 1 : lineAt(document, [field]);
}

// src/ci/head-files.ts
function headFiles(host, project) {
  const boundary = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .boundaryOf */ .iH)(host, [project], false);
  return async (file) => {
    try {
      boundary.assertInside(file, "file");
      return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .readBytesIfThere */ .l5)(host, file);
    } catch (error) {
      if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return void 0;
      throw error;
    }
  };
}

// src/ci/project-check.ts
async function checkProject(host, options, project) {
  const projectHost = { ...host, cwd: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .resolvePath */ .o1)(host, project) };
  const config = await readConfigPlaces(projectHost, project, options.config);
  const blank = {
    path: project,
    status: "pass",
    skipped: false,
    fixture_set: "",
    config_file: config.file,
    config_digest: config.digest,
    fixtures: [],
    fixtures_added: [],
    fixtures_removed: [],
    fixtures_changed: [],
    problem: null
  };
  if (await isUnchanged(options, project, config.file)) {
    return { report: { ...blank, skipped: true }, exitCode: 0, files: void 0, note: "", warnings: [] };
  }
  try {
    const run = await (options.judge ?? runRegress)(projectHost, {
      config: options.config,
      contextConformance: options.contextConformance,
      allowContextRuntimeDrift: options.allowContextRuntimeDrift,
      candidates: options.candidates,
      shard: options.shard,
      jobs: options.jobs,
      detail: true,
      showArgs: options.showArgs,
      onProgress: (done, total, fixture) => options.onProgress?.(`${project}: ${done}/${total} ${fixture}`)
    });
    const changes = await compare(host, options, { project, config, fixtures: run.config.fixtures });
    const report = await judged({ host, options, project, config, blank, run, changes });
    return {
      report,
      exitCode: exitCodeOf(run),
      files: { project, result: (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .resultText */ .D6)(run.result), junit: (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJunit */ .RV)(run.result) },
      note: changes.note,
      warnings: ownWarnings(run).map((warning) => project === "." ? warning : `${project}: ${warning}`)
    };
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE)) throw error;
    return failed(host, options, { project, config, blank }, error);
  }
}
var ownWarnings = ({ warnings, selfComparisons }) => selfComparisons > 0 ? warnings.slice(1) : warnings;
function exitCodeOf({ fixtures }) {
  const codes = fixtures.map(({ problem }) => problem?.exitCode);
  return codes.includes(2) ? 2 : codes.includes(6) ? 6 : 0;
}
async function readConfigPlaces(projectHost, project, name) {
  const file = shownPath(project, name);
  let digest = "";
  try {
    const bytes = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .readBytesIfThere */ .l5)(projectHost, name);
    if (bytes === void 0) return { file, digest, document: null };
    digest = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .sha256Hex */ .fg)(bytes);
    return { file, digest, document: (await parseJsonOrYaml(bytes)).document };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return { file, digest, document: null };
    throw error;
  }
}
async function isUnchanged({ onlyChanged, base }, project, configFile) {
  if (!onlyChanged || !base?.differs) return false;
  const places = isBelow(project, configFile) ? [project] : [project, configFile];
  for (const place of places) if (await base.differs(place)) return false;
  return true;
}
var NOTHING = { added: [], removed: [], changed: [], changesOf: () => [], note: "" };
async function compare(host, options, { project, config, fixtures }) {
  const { base } = options;
  if (base === null) return NOTHING;
  const configFile = inRepository(project, options.config);
  if (configFile === void 0) return { ...NOTHING, note: `${options.config} lies outside of the repository` };
  const input = {
    host,
    base,
    head: headFiles(host, project),
    project,
    configFile,
    configDocument: config.document,
    fixtures,
    hasCandidates: options.candidates !== void 0,
    showArgs: options.showArgs
  };
  return ofShard(await readable(base, () => compareExpectations(input)), options.shard);
}
async function readable(base, read) {
  try {
    return await read();
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .GaitError */ .EE) return { ...NOTHING, note: `the base commit ${base.sha} cannot be read: ${error.message}` };
    throw error;
  }
}
function ofShard(changes, shard) {
  if (!shard) return changes;
  const isOurs = (name) => (0,_chunk_Q4LVHIF6_js__WEBPACK_IMPORTED_MODULE_1__/* .shardOf */ .IS)(name, shard.count) === shard.index;
  return {
    ...changes,
    added: changes.added.filter(isOurs),
    removed: changes.removed.filter(({ name }) => isOurs(name)),
    changed: changes.changed.filter(isOurs)
  };
}
async function judged({ host, options, project, config, blank, run, changes }) {
  const entryOf = (fixture) => ({
    file: config.file,
    line: config.document === null ? 1 : entryLine(config.document, run.config.fixtures, fixture)
  });
  const around = { host, project, head: headFiles(host, project), entryOf, changesOf: changes.changesOf };
  const fixtures = [];
  for (const outcome of run.fixtures) fixtures.push(await fixtureReport(around, outcome));
  const report = {
    ...blank,
    fixture_set: run.config.fixture_set,
    fixtures,
    fixtures_added: [...changes.added],
    fixtures_removed: [...changes.removed].sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .Xo)(a.name, b.name)),
    fixtures_changed: [...changes.changed],
    problem: missingBase(options, changes.note)
  };
  return { ...report, status: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionsOf */ .yb)(report, options.failOn)) };
}
function missingBase({ base, baseNote: baseNote2, failOn, requireBase }, note) {
  const isRequired = requireBase ?? failOn.includes("relaxed");
  if (!isRequired || base !== null && note === "") return null;
  return { reason: "base_unavailable", message: note || baseNote2 || "there is no base commit", location: null };
}
async function failed(host, options, { project, config, blank }, error) {
  const isEmpty = config.digest === "" || error.code === "no_fixtures";
  const { removed, note } = isEmpty ? await compare(host, options, { project, config, fixtures: [] }) : NOTHING;
  const isCandidates = options.candidates !== void 0 && error.file === options.candidates;
  const reason = isCandidates ? "candidate_path_invalid" : config.digest === "" ? "config_missing" : error.code === "no_fixtures" ? "no_fixtures" : "config_invalid";
  const problem = { reason, message: error.message, location: isCandidates ? null : { file: config.file, line: error.line ?? 1 } };
  const exitCode2 = error.exitCode === 2 ? 2 : 6;
  return { report: { ...blank, status: "error", fixtures_removed: [...removed], problem }, exitCode: exitCode2, files: void 0, note, warnings: [] };
}

// src/ci/regress-check.ts
async function runRegressCheck(host, options) {
  if (options.projects.length === 0) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .invalidInput */ .aY)("no projects to check", { hint: "Name a folder that holds a gait.yaml." });
  const checks = [];
  for (const project of options.projects) checks.push(await checkProject(host, options, project));
  const projects = checks.map(({ report: report2 }) => report2);
  const conditions = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(projects.flatMap((project) => (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionsOf */ .yb)(project, options.failOn)));
  const codes = checks.map(({ exitCode: exitCode3 }) => exitCode3);
  const exitCode2 = conditions.includes("error") ? codes.includes(2) ? 2 : 6 : conditions.length > 0 ? 5 : 0;
  const report = {
    schema_id: "gait.ci.report",
    schema_version: "1.0.0",
    producer_version: host.producerVersion,
    kind: "regress",
    status: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(conditions),
    exit_code: exitCode2,
    failed_on: conditions,
    head_sha: options.headSha,
    base_sha: options.base?.sha ?? "",
    base_note: baseNote(options, checks),
    shard: options.shard ? { ...options.shard } : { index: 0, count: 0 },
    reproduce: reproduce(options, conditions),
    projects,
    artifacts: [],
    totals: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_7__/* .totalsOf */ .vA)(projects, [])
  };
  const regressFiles = checks.flatMap(({ files }) => files ?? []);
  return { report: (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedReport */ .qy)(report), exitCode: exitCode2, regressFiles, warnings: checks.flatMap(({ warnings }) => warnings) };
}
function baseNote({ base, baseNote: note }, checks) {
  if (base === null) return note;
  return [...new Set(checks.map((check) => check.note).filter((one) => one !== ""))].join("; ");
}
function reproduce(options, conditions) {
  const { projects, config, candidates, base } = options;
  const flags = [
    ...config === "gait.yaml" ? [] : ["--config", config],
    ...candidates === void 0 ? [] : ["--candidates", candidates],
    ...options.contextConformance ? ["--context-conformance"] : [],
    ...options.allowContextRuntimeDrift ? ["--allow-context-runtime-drift"] : []
  ];
  const isSimple = projects.length === 1 && projects[0] === "." && conditions.every((condition) => condition === "drift" || condition === "error");
  if (isSimple) return (0,_chunk_JGCEXIYZ_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .a)("npx", "gait", "regress", "run", ...flags, "--json");
  return (0,_chunk_JGCEXIYZ_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .a)(
    "npx",
    "gait",
    "ci",
    "report",
    ...flags,
    ...base === null ? [] : ["--base", base.sha],
    ...options.failOn.length > 0 ? ["--fail-on", options.failOn.join(",")] : ["--fail-on", "none"],
    ...projects.some((project) => project.startsWith("-")) ? ["--"] : [],
    ...isRoot(projects) ? [] : projects
  );
}
var isRoot = (projects) => projects.length === 1 && projects[0] === ".";



/***/ })

};
