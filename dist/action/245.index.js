export const id = 245;
export const ids = [245];
export const modules = {

/***/ 19245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runVerifyCheck: () => (/* binding */ runVerifyCheck)
/* harmony export */ });
/* harmony import */ var _chunk_MCLFP7ZD_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2102);
/* harmony import */ var _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52978);
/* harmony import */ var _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16269);
/* harmony import */ var _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2241);
/* harmony import */ var _chunk_UJJLQ7MK_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83434);
/* harmony import */ var _chunk_JGCEXIYZ_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7948);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9739);
/* harmony import */ var _chunk_MLKGABMK_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1263);









// src/runpack/profile.ts
var isStrict = ({ profile }) => profile === "strict";
var requiresSignature = (options) => isStrict(options) || options.requireSignature === true;
function assertStrictHasKey(options) {
  if (!isStrict(options) || options.publicKey) return;
  throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("strict verify profile requires --public-key/--public-key-env or private key source", {
    hint: "Name the key that the pack was signed with."
  });
}

// src/pack/declared.ts
async function checkDeclaredEntries(zip, contents, manifestName) {
  const missing = [];
  const mismatches = [];
  for (const { path, sha256 } of contents) {
    const entry = zip.entry(path);
    if (!entry) {
      missing.push(path);
      continue;
    }
    const actual = await contentDigest(zip, entry);
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .equalHex */ .Av)(sha256, actual)) mismatches.push({ path, expected: sha256, actual });
  }
  const declared = /* @__PURE__ */ new Set([manifestName, ...contents.map((entry) => entry.path)]);
  return {
    missingFiles: missing.sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo),
    hashMismatches: mismatches.sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo)(a.path, b.path)),
    undeclaredFiles: zip.entries.map((entry) => entry.name).filter((name) => !declared.has(name)).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo)
  };
}
async function contentDigest(zip, entry) {
  try {
    return await zip.hash(entry);
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE && error.code.startsWith("zip_"))) throw error;
    return `unreadable: ${error.message}`;
  }
}

// src/guard/records.ts
var GUARD_SCHEMA_ID = "gait.guard.pack_manifest";
var GUARD_SCHEMA_VERSION = "1.0.0";
var contentShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ path: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), sha256: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)() });
var guardManifestShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(),
  producer_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  pack_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  run_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  case_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
  generated_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(),
  template_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
  control_index: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ control_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), title: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), evidence_paths: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .nullableList */ .SO)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()) }))),
  evidence_pointers: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ pointer_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), path: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), sha256: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)() }))),
  incident_window: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ from: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(), to: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(), window_seconds: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)(), selection_anchor: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()) }))),
  rendered_artifacts: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ format: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), path: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), sha256: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)() }))),
  contents: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .nullableList */ .SO)(contentShape),
  signatures: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureShape */ .O7))
});
var ID_PREFIX = "pack_";
var ID_DIGITS = 16;
var guardPackId = ({ run_id, contents }) => ID_PREFIX + (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)({ run_id, contents: contents?.map(contentShape.encode) ?? null }).slice(0, ID_DIGITS);

// src/guard/verify.ts
var MANIFEST_FILE = "pack_manifest.json";
async function verifyGuardArchive(zip, options) {
  const unknown = [];
  const bytes = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntry */ .hB)(zip, MANIFEST_FILE);
  const manifest = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .withPrefix */ .Fe)("parse pack manifest", () => {
    const document = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonDocument */ .dH)(bytes);
    (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoRepeatedKeys */ .yf)(document);
    return (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDocument */ .w8)(guardManifestShape, document, { onUnknown: (path) => unknown.push(path) });
  });
  const contents = manifest.contents ?? [];
  const declared = await checkDeclaredEntries(zip, contents, MANIFEST_FILE);
  const strict = isStrict(options);
  const required = requiresSignature(options);
  const digest = () => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(guardManifestShape.encode({ ...manifest, signatures: [] }));
  const signature = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSignatures */ .ae)(manifest.signatures, digest, { publicKey: options.publicKey, requireSignature: required });
  const { always, strictly } = findings(manifest, unknown, declared);
  strictly.push(...(0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenSignatureFindings */ .xd)(manifest.signatures, digest, options));
  const failures = strict ? [...always, ...strictly] : always;
  const intact = declared.missingFiles.length === 0 && declared.hashMismatches.length === 0;
  return {
    ok: intact && failures.length === 0 && (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureAccepted */ .uE)(signature.status, required),
    packId: manifest.pack_id,
    runId: manifest.run_id,
    filesChecked: contents.length,
    ...declared,
    signature,
    failures,
    warnings: strict ? [] : strictly
  };
}
function findings(manifest, unknown, declared) {
  const always = [];
  const strictly = [];
  const { schema_id, schema_version, pack_id } = manifest;
  if (schema_id !== GUARD_SCHEMA_ID || schema_version !== GUARD_SCHEMA_VERSION) {
    always.push({
      code: "guard_schema_unknown",
      message: `not a ${GUARD_SCHEMA_ID} ${GUARD_SCHEMA_VERSION}: ${schema_id} ${schema_version}`
    });
  }
  const expected = guardPackId(manifest);
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .equalHex */ .Av)(pack_id, expected)) {
    always.push({ code: "guard_pack_id_mismatch", message: `pack_id mismatch: expected=${expected} actual=${pack_id}` });
  }
  for (const path of declared.undeclaredFiles) {
    strictly.push({ code: "guard_undeclared_file", message: `the manifest doesn't declare ${JSON.stringify(path)}` });
  }
  for (const path of unknown) {
    strictly.push({ code: "guard_unknown_field", message: `the manifest has an unknown field, which no signature covers: ${path}` });
  }
  return { always, strictly };
}
function isGuardArchive(zip) {
  try {
    const { root } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonDocument */ .dH)((0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntry */ .hB)(zip, MANIFEST_FILE));
    if (root.kind !== "object") return false;
    return root.members.some(({ key, value }) => key === "schema_id" && value.kind === "string" && value.value === GUARD_SCHEMA_ID);
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE)) throw error;
    return false;
  }
}

// src/pack/proof.ts
var ENTRY_PERMISSIONS = 420;
var eventOf = ({ packType, sourceRef, producerVersion }, entry) => ({
  pack_type: packType,
  source_ref: sourceRef,
  producer_version: producerVersion,
  entry_path: entry.path,
  entry_type: entry.type,
  entry_sha256: entry.sha256,
  entry_size_bytes: entry.size,
  entry_permissions: ENTRY_PERMISSIONS
});
var toSeconds = (time2) => (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .toUtc */ .yT)(time2).replace(/\.\d+/, "");
var HASH_PREFIX = "sha256:";
var SIGNATURE_PREFIX = "base64:";
var recordHash = (record2, previous) => HASH_PREFIX + (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)({
  record_id: record2.record_id,
  record_version: record2.record_version,
  timestamp: toSeconds(record2.timestamp),
  source: record2.source,
  source_product: record2.source_product,
  agent_id: record2.agent_id,
  record_type: record2.record_type,
  event: record2.event,
  controls: record2.controls,
  metadata: record2.metadata,
  integrity: { previous_record_hash: previous }
});
var MAX_LINE_BYTES = 10 * 1024 * 1024;
var REQUIRED_TEXT = ["record_version", "source", "source_product", "record_type"];
var REQUIRED_KEYS = [
  "record_id",
  "record_version",
  "timestamp",
  "source",
  "source_product",
  "record_type",
  "event",
  "controls",
  "integrity"
];
function parseRecord(line) {
  const document = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonDocument */ .dH)(line);
  (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoRepeatedKeys */ .yf)(document);
  const record2 = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDocument */ .w8)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .proofRecordShape */ .Hz, document);
  const blank = REQUIRED_TEXT.find((name) => record2[name] === "");
  if (blank !== void 0 || (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .isZeroTime */ .QM)(record2.timestamp) || record2.event === null) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`${blank ?? (record2.event === null ? "event" : "timestamp")} is required`);
  }
  const keys = document.root.kind === "object" ? document.root.members.map((member) => member.key) : [];
  const absent = REQUIRED_KEYS.find((key) => !keys.includes(key));
  if (absent !== void 0) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`missing ${absent}`);
  return record2;
}
function checkLink(record2, predecessor) {
  const { record_hash, previous_record_hash } = record2.integrity;
  const computed = recordHash(record2, previous_record_hash);
  if (computed !== record_hash) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`record hash mismatch: expected ${computed} got ${record_hash}`);
  const expected = predecessor?.record.integrity.record_hash ?? "";
  if (previous_record_hash !== expected) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`previous_record_hash mismatch: expected ${JSON.stringify(expected)}`);
}
function verifyProofChain(bytes) {
  const accepted = [];
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    number++;
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      if (end - start > MAX_LINE_BYTES) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`longer than ${MAX_LINE_BYTES} bytes`);
      const line = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeUtf8 */ ._6)(bytes.subarray(start, end)));
      if (line !== "") {
        const record2 = parseRecord(line);
        checkLink(record2, accepted.at(-1));
        accepted.push({ line: number, record: record2 });
      }
    } catch (error) {
      if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE)) throw error;
      const message = error.message.replace(/^line 1: /, "");
      throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .verificationFailed */ .l7)(`${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.proof}: line ${number} ${message}`, { code: "proof_chain_invalid", cause: error });
    }
    start = end + 1;
  }
  return accepted;
}
var proofSignatureErrors = (lines, key) => lines.flatMap(({ line, record: record2 }) => {
  const problem = signatureProblem(record2, key);
  return problem === void 0 ? [] : [`proof_records line ${line} ${problem}`];
});
function signatureProblem({ integrity }, key) {
  const { signature, signing_key_id, record_hash } = integrity;
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(signature)) return "missing signature";
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(signing_key_id)) return "missing signing_key_id";
  if (!signature.startsWith(SIGNATURE_PREFIX)) return "unsupported signature prefix";
  if (signing_key_id !== key.keyId) return "signature verification: key id mismatch";
  let raw;
  try {
    raw = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase64 */ .y4)(signature.slice(SIGNATURE_PREFIX.length));
  } catch {
    return "signature verification: illegal base64 data";
  }
  if (raw.length !== 64) return `signature verification: invalid signature length: ${raw.length}`;
  return (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyBytes */ .RV)(key, Buffer.from(record_hash, "utf8"), raw) ? void 0 : "signature verification failed";
}
function proofDifferences(subject, entries, lines) {
  const found = [];
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const proven = /* @__PURE__ */ new Set();
  for (const { line, record: record2 } of lines) {
    const path = record2.event?.entry_path;
    const entry = typeof path === "string" ? byPath.get(path) : void 0;
    if (!entry) {
      found.push(`proof_records line ${line} is about ${shown(path)}, which the manifest doesn't declare`);
      continue;
    }
    if (proven.has(entry.path)) found.push(`proof_records line ${line} repeats ${shown(entry.path)}`);
    proven.add(entry.path);
    const wrong = differingFields(eventOf(subject, entry), record2.event ?? {});
    if (wrong.length > 0) found.push(`proof_records line ${line} (${entry.path}) differs from the manifest: ${wrong.join(", ")}`);
  }
  for (const { path } of entries) if (!proven.has(path)) found.push(`no proof record for ${path}`);
  return found;
}
var shown = (value) => typeof value === "string" ? JSON.stringify(value) : "nothing";
var HEX_FIELD = "entry_sha256";
function differingFields(expected, actual) {
  const same = (field) => {
    const [a, b] = [expected[field], actual[field]];
    if (field === HEX_FIELD && typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
    return a === b;
  };
  return Object.keys(expected).filter((field) => !same(field));
}

// src/runpack/context-envelope.ts
var CONTEXT_ENVELOPE_SCHEMA_ID = "gait.context.envelope";
var CONTEXT_ENVELOPE_SCHEMA_VERSION = "1.0.0";
var contextRecordShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
  ref_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  source_type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  source_locator: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  query_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  content_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  retrieved_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(),
  redaction_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  immutability: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  sensitivity_label: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
  freshness_sla_seconds: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)()),
  retrieval_params: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .freeMap */ .vc)())
});
var contextEnvelopeShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(),
  producer_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  context_set_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  context_set_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  evidence_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
  records: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(contextRecordShape)
});
var IMMUTABILITIES = ["unknown", "mutable", "immutable"];
function hexDigest(value, complaint) {
  const digest = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .normalizeWord */ ._m)(value);
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isHex64 */ .mo)(digest)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(complaint);
  return digest;
}
function normalizeRecord(one) {
  const [ref_id, source_type, source_locator, redaction_mode] = [one.ref_id, one.source_type, one.source_locator, one.redaction_mode].map(
    _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq
  );
  if ([ref_id, source_type, source_locator, redaction_mode].includes("")) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("context record fields ref_id/source_type/source_locator/redaction_mode are required");
  }
  const immutability = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .normalizeWord */ ._m)(one.immutability) || "unknown";
  if (!IMMUTABILITIES.includes(immutability)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("context record immutability must be one of unknown, mutable, immutable");
  if (one.freshness_sla_seconds < 0) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("context record freshness_sla_seconds must be >= 0");
  return {
    ...one,
    ref_id,
    source_type,
    source_locator,
    redaction_mode,
    immutability,
    query_digest: hexDigest(one.query_digest, "context record digests must be sha256 hex"),
    content_digest: hexDigest(one.content_digest, "context record digests must be sha256 hex"),
    retrieved_at: (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .utcOr */ .k$)(one.retrieved_at, _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .EPOCH_1980 */ .Bg)
  };
}
var ORDER = ["ref_id", "source_type", "source_locator", "content_digest"];
var compareRecords = (a, b) => ORDER.reduce((order, field) => order || (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo)(a[field], b[field]), 0);
var contextSetDigest = (records) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(records.map(contextRecordShape.encode));
function normalizeEnvelope(envelope) {
  const schema_id = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(envelope.schema_id) ? CONTEXT_ENVELOPE_SCHEMA_ID : envelope.schema_id;
  const schema_version = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(envelope.schema_version) ? CONTEXT_ENVELOPE_SCHEMA_VERSION : envelope.schema_version;
  if (schema_id !== CONTEXT_ENVELOPE_SCHEMA_ID) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`unsupported context envelope schema_id: ${schema_id}`);
  if (schema_version !== CONTEXT_ENVELOPE_SCHEMA_VERSION) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`unsupported context envelope schema_version: ${schema_version}`);
  }
  const context_set_id = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(envelope.context_set_id);
  if (context_set_id === "") throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("context_set_id is required");
  const evidence_mode = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeEvidenceMode */ .iZ)(envelope.evidence_mode) || "best_effort";
  const records = envelope.records.map(normalizeRecord).sort(compareRecords);
  const digest = contextSetDigest(records);
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(envelope.context_set_digest)) {
    const stated = hexDigest(envelope.context_set_digest, "context_set_digest must be sha256 hex");
    if (stated !== digest) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("context_set_digest mismatch");
  }
  return {
    schema_id,
    schema_version,
    created_at: (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .utcOr */ .k$)(envelope.created_at, _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .EPOCH_1980 */ .Bg),
    producer_version: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(envelope.producer_version) ? _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_PRODUCER_VERSION */ .Kh : envelope.producer_version,
    context_set_id,
    context_set_digest: digest,
    evidence_mode,
    records
  };
}

// src/pack/envelope.ts
function assertExact({ ref_id, freshness_sla_seconds, retrieval_params }) {
  (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .assertExactIntegers */ .DV)(freshness_sla_seconds, `${ref_id}.freshness_sla_seconds`);
  (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .assertExactIntegers */ .DV)(retrieval_params, `${ref_id}.retrieval_params`);
}
var buildEnvelope = (refs) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .withPrefix */ .Fe)("build context envelope", () => {
  refs.receipts.forEach(assertExact);
  return normalizeEnvelope({
    schema_id: "",
    schema_version: "",
    created_at: refs.created_at,
    producer_version: refs.producer_version,
    context_set_id: refs.run_id,
    context_set_digest: refs.context_set_digest,
    evidence_mode: refs.context_evidence_mode,
    records: refs.receipts
  });
});
function parseEnvelope(bytes) {
  const envelope = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .withPrefix */ .Fe)(`parse ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope}`, () => {
    const document = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonDocument */ .dH)(bytes);
    (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoRepeatedKeys */ .yf)(document);
    return (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDocument */ .w8)(contextEnvelopeShape, document, _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .STRICT */ ._K);
  });
  (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .withPrefix */ .Fe)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope, () => normalizeEnvelope(envelope));
  return envelope;
}
function envelopeDifferences(left, right) {
  const [a, b] = [left, right].map((envelope) => contextEnvelopeShape.encode(envelope));
  return Object.keys(a).filter((field) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(a[field]) !== (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(b[field]));
}

// src/pack/run-payload.ts
function privacyMode(receipts) {
  const modes = new Set(receipts.map((receipt) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(receipt.redaction_mode) || "unknown"));
  return modes.size > 1 ? "mixed" : [...modes][0] ?? "";
}
var inspectedPayload = ({ manifest, run, intents, results, refs }) => ({
  schema_id: _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_ID2 */ .YR.run,
  schema_version: _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_VERSION2 */ .VO,
  created_at: run.created_at,
  run_id: run.run_id,
  capture_mode: manifest.capture_mode,
  manifest_digest: manifest.manifest_digest,
  intents_count: intents.length,
  results_count: results.length,
  refs_count: refs.receipts.length,
  context_set_digest: refs.context_set_digest,
  context_ref_count: refs.receipts.length,
  context_evidence_mode: refs.context_evidence_mode,
  context_privacy_mode: privacyMode(refs.receipts)
});
function buildRunPayload(runpack) {
  const payload = inspectedPayload(runpack);
  return { ...payload, created_at: (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .utcOr */ .k$)(payload.created_at, _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .EPOCH_1980 */ .Bg) };
}
var refuse = (message) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`run payload ${message}`, { code: "pack_payload_invalid" });
var parseRunPayload = (bytes) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .withPrefix */ .Fe)(`parse ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runPayload}`, () => {
  const document = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonDocument */ .dH)(bytes);
  (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoRepeatedKeys */ .yf)(document);
  return (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDocument */ .w8)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .runPayloadShape */ .rn, document, _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .STRICT */ ._K);
});
function checkRunPayload(payload, sourceRef) {
  if (payload.schema_id !== _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_ID2 */ .YR.run) throw refuse(`schema_id must be ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_ID2 */ .YR.run}`);
  if (payload.schema_version !== _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_VERSION2 */ .VO) throw refuse(`schema_version must be ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_VERSION2 */ .VO}`);
  if ((0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .isZeroTime */ .QM)(payload.created_at)) throw refuse("created_at is required");
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(payload.run_id)) throw refuse("run_id is required");
  if (payload.capture_mode !== "reference" && payload.capture_mode !== "raw") throw refuse("capture_mode must be reference or raw");
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isHex64 */ .mo)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(payload.manifest_digest))) throw refuse("manifest_digest must be sha256 hex");
  for (const field of ["intents_count", "results_count", "refs_count", "context_ref_count"]) {
    if (payload[field] < 0) throw refuse(`${field} must be >= 0`);
  }
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(payload.context_set_digest) && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isHex64 */ .mo)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(payload.context_set_digest)))
    throw refuse("context_set_digest must be sha256 hex");
  const mode = payload.context_evidence_mode;
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(mode) && mode !== "best_effort" && mode !== "required") {
    throw refuse("context_evidence_mode must be best_effort or required");
  }
  if (payload.run_id !== (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(sourceRef)) throw refuse("run_id does not match manifest source_ref");
}
var DIGESTS = ["manifest_digest", "context_set_digest"];
var comparable = (payload) => _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .runPayloadShape */ .rn.encode({
  ...payload,
  created_at: (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_3__/* .toUtc */ .yT)(payload.created_at),
  ...Object.fromEntries(DIGESTS.map((name) => [name, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .normalizeWord */ ._m)(payload[name])]))
});
function payloadDifferences(payload, runpack) {
  const [stored, actual] = [comparable(payload), comparable(buildRunPayload(runpack))];
  return [.../* @__PURE__ */ new Set([...Object.keys(actual), ...Object.keys(stored)])].filter((field) => stored[field] !== actual[field]);
}

// src/pack/verify-run.ts
async function verifyRunContract(host, { zip, manifest }, strict) {
  const payloadBytes = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readPackEntry */ .O2)(zip, _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runPayload);
  const payload = parseRunPayload(payloadBytes);
  checkRunPayload(payload, manifest.source_ref);
  if (!zip.entry(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`missing ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack}`, { code: "pack_missing_entry" });
  const findings2 = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .inexactFields */ .u6)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .runPayloadShape */ .rn, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonDocument */ .dH)(payloadBytes)).map((field) => ({
    code: "payload_key_case",
    message: `${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runPayload} writes a field's name as ${field}`
  }));
  const embedded = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readPackEntry */ .O2)(zip, _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack);
  const runpack = await attempt(findings2, "embedded_runpack_invalid", _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack, () => (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunpack */ .Rn)(host, embedded));
  if (runpack) findings2.push(...payloadFindings(payload, runpack), ...await embeddedFindings(host, embedded, strict));
  const envelope = zip.entry(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope) ? await attempt(findings2, "context_envelope_invalid", _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope, () => parseEnvelope((0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readPackEntry */ .O2)(zip, _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope))) : void 0;
  if (runpack) findings2.push(...await envelopeFindings(runpack, envelope, zip.entry(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope) !== void 0));
  return findings2;
}
async function attempt(findings2, code, name, read) {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE)) throw error;
    findings2.push({ code, message: error.message.includes(name) ? error.message : `${name}: ${error.message}` });
    return void 0;
  }
}
async function embeddedFindings(host, bytes, strict) {
  const { findings: findings2 } = await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRunpack */ .Su)(host, bytes, { contents: strict ? "enforce" : "warn" });
  return findings2.map(({ code, message }) => ({ code, message: `${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack}: ${message}` }));
}
function payloadFindings(payload, runpack) {
  const fields = payloadDifferences(payload, runpack);
  if (fields.length === 0) return [];
  return [{ code: "run_payload_mismatch", message: `${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runPayload} differs from ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack}: ${fields.join(", ")}` }];
}
async function envelopeFindings({ refs }, envelope, present) {
  if (refs.receipts.length === 0) {
    return present ? [{ code: "context_envelope_unexpected", message: `${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope} is there, but the run has no receipts` }] : [];
  }
  if (!present) return [{ code: "context_envelope_missing", message: `the run has receipts, but there is no ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope}` }];
  const findings2 = [];
  const expected = await attempt(findings2, "context_envelope_mismatch", _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack, () => buildEnvelope(refs));
  if (!expected || !envelope) return findings2;
  const fields = envelopeDifferences(envelope, expected);
  if (fields.length > 0) {
    findings2.push({ code: "context_envelope_mismatch", message: `${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.envelope} differs from ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.runpack}: ${fields.join(", ")}` });
  }
  return findings2;
}

// src/pack/verify.ts
async function verifyPack(host, source, options = {}) {
  assertStrictHasKey(options);
  return (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .withContainer */ .Ub)(host, source, {
    runpack: () => verifyLegacyRunpack(host, source, options),
    pack: (opened) => verifyOpenPack(host, opened, options),
    malformed: (error, zip) => {
      if (!isGuardArchive(zip)) throw asVerificationFailure(error);
      return verifyLegacyGuard(zip, options);
    }
  });
}
var asVerificationFailure = (error) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .verificationFailed */ .l7)(error.message, { code: error.code, hint: error.hint, file: error.file, line: error.line, cause: error });
async function orVerificationFailure(check) {
  try {
    return await check();
  } catch (error) {
    throw error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE ? asVerificationFailure(error) : error;
  }
}
async function verifyOpenPack(host, opened, options) {
  const { zip, manifest } = opened;
  assertPackId(opened);
  const declared = await checkDeclaredEntries(zip, manifest.contents, _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.manifest);
  const chain = await readProofChain(opened, declared);
  const intact = isIntact(declared);
  const findings2 = [...manifestFindings(opened), ...intact ? proofFindings(opened, chain) : []];
  if (intact) findings2.push(...await contractFindings(host, opened, isStrict(options)));
  const { signature, warnings } = judgeSignatures(opened, chain ?? [], options);
  findings2.push(...warnings);
  const failures = isStrict(options) ? findings2 : [];
  return {
    ok: intact && failures.length === 0 && (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureAccepted */ .uE)(signature.status, requiresSignature(options)),
    packId: manifest.pack_id,
    packType: manifest.pack_type,
    sourceRef: manifest.source_ref,
    filesChecked: manifest.contents.length,
    proofRecordsVerified: chain?.length ?? 0,
    ...declared,
    signature,
    failures,
    warnings: isStrict(options) ? [] : findings2
  };
}
function assertPackId({ manifest }) {
  const expected = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .packId */ .$Z)(manifest);
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .equalHex */ .Av)(manifest.pack_id, expected)) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .verificationFailed */ .l7)(`pack_id mismatch: expected=${expected} actual=${manifest.pack_id}`, { code: "pack_id_mismatch" });
  }
}
var isIntact = ({ missingFiles, hashMismatches, undeclaredFiles }) => missingFiles.length === 0 && hashMismatches.length === 0 && undeclaredFiles.length === 0;
async function readProofChain({ zip }, declared) {
  if (!zip.entry(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.proof) || declared.hashMismatches.some((one) => one.path === _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.proof)) return void 0;
  return orVerificationFailure(async () => verifyProofChain((0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .readPackEntry */ .O2)(zip, _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.proof)));
}
function manifestFindings({ manifest, document }) {
  const findings2 = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .inexactFields */ .u6)(_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestShape2 */ .Pp, document).map((field) => ({
    code: "manifest_key_case",
    message: `${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.manifest} writes a field's name as ${field}`
  }));
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(manifest.source_ref) !== manifest.source_ref) {
    findings2.push({ code: "source_ref_blanks", message: `source_ref has blanks around it: ${JSON.stringify(manifest.source_ref)}` });
  }
  const paths = manifest.contents.map((entry) => entry.path).sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo);
  const repeated = paths.find((path, index) => path === paths[index + 1]);
  if (repeated !== void 0) findings2.push({ code: "contents_repeated", message: `the manifest declares ${repeated} more than once` });
  return findings2;
}
function proofFindings({ zip, manifest }, chain) {
  if (!chain) return [{ code: "proof_records_missing", message: `there is no ${_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.proof}: an old pack, or one that lost it` }];
  const entries = manifest.contents.filter((entry) => entry.path !== _chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .ENTRY */ .Py.proof).map((entry) => ({ ...entry, size: zip.entry(entry.path)?.size ?? 0 }));
  const subject = {
    packType: manifest.pack_type,
    sourceRef: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(manifest.source_ref),
    producerVersion: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(manifest.producer_version)
  };
  return proofDifferences(subject, entries, chain).map((message) => ({ code: "proof_records_mismatch", message }));
}
async function contractFindings(host, opened, strict) {
  const { pack_type } = opened.manifest;
  if (pack_type !== "run") {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .verificationFailed */ .l7)(`this version of gait verifies run packs only; it cannot check the payload of a ${pack_type} pack`, {
      code: "pack_type_unsupported",
      hint: "Its files and its id are those of its manifest, but what they say was not checked. Use a gait that knows the type."
    });
  }
  return orVerificationFailure(() => verifyRunContract(host, opened, strict));
}
function judgeSignatures({ manifest }, chain, options) {
  const { publicKey } = options;
  const required = requiresSignature(options);
  const digest = () => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)((0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .unsignedManifest */ .zU)(manifest));
  const report = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSignatures */ .ae)(manifest.signatures, digest, { publicKey, requireSignature: required });
  if (!publicKey) return { signature: report, warnings: [] };
  const isSigned = manifest.signatures.length > 0 || chain.some(({ record: record2 }) => record2.integrity.signature !== "");
  const errors = required || isSigned ? proofSignatureErrors(chain, publicKey) : [];
  const warnings = (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenSignatureFindings */ .xd)(manifest.signatures, digest, options);
  if (errors.length === 0) return { signature: report, warnings };
  if (!required) {
    return { signature: report, warnings: [...warnings, ...errors.map((message) => ({ code: "proof_signature_invalid", message }))] };
  }
  return { signature: { ...report, status: "failed", errors: [...report.errors, ...errors].sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo) }, warnings };
}
async function verifyLegacyRunpack(host, source, options) {
  const strict = isStrict(options);
  const contents = strict ? "enforce" : "warn";
  const result = await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRunpack */ .Su)(host, source, {
    publicKey: options.publicKey,
    requireSignature: requiresSignature(options),
    contents
  });
  const { ok, missingFiles, hashMismatches, signature, filesChecked, findings: findings2 } = result;
  return {
    ok,
    packId: result.manifestDigest,
    packType: "run",
    sourceRef: result.runId,
    filesChecked,
    proofRecordsVerified: 0,
    missingFiles,
    hashMismatches,
    undeclaredFiles: [],
    signature,
    legacyType: "runpack",
    failures: strict ? findings2 : [],
    warnings: strict ? [] : findings2
  };
}
async function verifyLegacyGuard(zip, options) {
  const { runId, ...result } = await orVerificationFailure(() => verifyGuardArchive(zip, options));
  return { ...result, packType: "guard", sourceRef: runId, proofRecordsVerified: 0, undeclaredFiles: [], legacyType: "guard" };
}

// src/verify/artifact.ts
var PACK_MANIFEST = "pack_manifest.json";
var blankRow = (path) => ({
  path,
  kind: "unknown",
  id: "",
  status: "error",
  files_checked: 0,
  missing_files: [],
  hash_mismatches: [],
  undeclared_files: [],
  duplicate_entries: [],
  signature_status: "",
  signature_errors: [],
  key_ids: [],
  warnings: [],
  problem: null,
  change: "unknown"
});
var problemRow = (path, error) => ({
  ...blankRow(path),
  status: error.category === "verification_failed" ? "fail" : "error",
  problem: { reason: error.code, message: error.message, location: null }
});
var signatureFields = ({ status, errors, verifiedKeyIds }) => ({
  signature_status: status,
  signature_errors: [...errors],
  key_ids: [...new Set(verifiedKeyIds)]
});
var messages = (findings2) => findings2.map((finding) => finding.message);
async function runpackRow(host, path, source, options) {
  const isStrict2 = options.profile === "strict";
  const result = await (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRunpack */ .Su)(host, source, {
    publicKey: options.publicKey,
    requireSignature: options.requireSignature || isStrict2,
    contents: isStrict2 ? "enforce" : "warn"
  });
  return {
    ...blankRow(path),
    kind: "runpack",
    id: result.manifestDigest,
    status: result.ok ? "pass" : "fail",
    files_checked: result.filesChecked,
    missing_files: [...result.missingFiles],
    hash_mismatches: [...result.hashMismatches],
    undeclared_files: [...result.undeclaredFiles],
    ...signatureFields(result.signature),
    warnings: messages(result.findings)
  };
}
async function packRow(host, path, source, options) {
  const result = await verifyPack(host, source, options);
  return {
    ...blankRow(path),
    kind: result.packType === "guard" ? "guard" : "pack",
    id: result.packId,
    status: result.ok ? "pass" : "fail",
    files_checked: result.filesChecked,
    missing_files: [...result.missingFiles],
    hash_mismatches: [...result.hashMismatches],
    undeclared_files: [...result.undeclaredFiles],
    ...signatureFields(result.signature),
    warnings: messages([...result.failures, ...result.warnings])
  };
}
var WHOLE_FILE = 1048576;
function contentOrPath(host, path) {
  const file = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .fileSource */ .IO)(host, path);
  try {
    return file.size <= WHOLE_FILE ? file.read(0, file.size) : path;
  } finally {
    file.close();
  }
}
function lookInto(host, source) {
  const zip = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .openZip */ .QH)(typeof source === "string" ? (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .fileSource */ .IO)(host, source) : (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .bytesSource */ .Xl)(source));
  try {
    return { isPack: zip.entry(PACK_MANIFEST) !== void 0, duplicates: zip.duplicates() };
  } finally {
    zip.close();
  }
}
async function verifyArtifact(host, path, options) {
  let isPack = false;
  let duplicates = [];
  try {
    const source = contentOrPath(host, path);
    ({ isPack, duplicates } = lookInto(host, source));
    return isPack ? await packRow(host, path, source, options) : await runpackRow(host, path, source, options);
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE)) throw error;
    return { ...problemRow(path, error), kind: isPack ? "pack" : "unknown", duplicate_entries: duplicates };
  }
}

// src/ci/find-artifacts.ts
var TOOL_FOLDERS = [".git", "node_modules"];
var hasEnding = (file, ending) => file.toLowerCase().endsWith(ending);
function findArtifacts(host, names) {
  const found = /* @__PURE__ */ new Map();
  const unmatched = [];
  for (const name of names) {
    const matches = matchesOf(host, name);
    if (matches.length === 0) unmatched.push(name);
    for (const match of matches) found.set(match.path, found.get(match.path) ?? match);
  }
  return { matches: [...found.values()].sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .compareBytes */ .Xo)(a.path, b.path)), unmatched };
}
function matchesOf(host, name) {
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isFile */ .fo)(host, name)) return [{ path: cleaned(name) }];
  const isOwn = ({ path }) => !TOOL_FOLDERS.some((folder) => path.split("/").includes(folder) && !name.split("/").includes(folder));
  const isMeant = (match, isJson2) => match.problem !== void 0 || hasEnding(match.path, ".zip") || hasEnding(match.path, ".json") && isJson2(match.path);
  const isJsonMeant = (file) => hasEnding(name, ".json") || isEvidence(host, file);
  const files = (0,_chunk_MCLFP7ZD_js__WEBPACK_IMPORTED_MODULE_0__/* .isGlob */ .fg)(name) ? (0,_chunk_MCLFP7ZD_js__WEBPACK_IMPORTED_MODULE_0__/* .expandGlob */ .hT)(host, name) : (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isFolder */ .lQ)(host, name) ? (0,_chunk_MCLFP7ZD_js__WEBPACK_IMPORTED_MODULE_0__/* .walkFolder */ .aI)(host, name) : void 0;
  if (files) return [...files].map(withCleanPath).filter((match) => isOwn(match) && isMeant(match, isJsonMeant));
  return [{ path: name, problem: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(`no such file or folder: ${name}`, { code: "artifact_unreadable", file: name }) }];
}
var cleaned = (name) => name.replace(/^(?:\.\/+)+/, "");
var withCleanPath = (match) => ({ ...match, path: cleaned(match.path) });
var EVIDENCE = ["gait.gate.trace", "gait.runpack.session_chain"];
function isEvidence(host, file) {
  try {
    const value = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .readBytes */ .io)(host, file));
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(value)) return false;
    const schema = schemaIdOf(value);
    return EVIDENCE.includes(schema) || schema.startsWith("gait.") && ("signature" in value || "signatures" in value);
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE) return false;
    throw error;
  }
}
var schemaIdOf = (document) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(document) && typeof document.schema_id === "string" ? document.schema_id : "";

// src/ci/signers.ts
var MANIFESTS = ["pack_manifest.json", "manifest.json"];
function signersOf(bytes) {
  try {
    const document = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(isArchive(bytes) ? manifestOf(bytes) : bytes);
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(document)) return [];
    const signatures = [...Array.isArray(document.signatures) ? document.signatures : [], document.signature ?? null];
    return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .sortedUnique */ .Z$)(signatures.map(keyIdOf));
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE) return [];
    throw error;
  }
}
var isArchive = (bytes) => bytes[0] === 80 && bytes[1] === 75;
function manifestOf(bytes) {
  const zip = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .openZip */ .QH)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .bytesSource */ .Xl)(bytes));
  try {
    const entry = MANIFESTS.map((name) => zip.entry(name)).find((one) => one !== void 0);
    return entry === void 0 ? new Uint8Array() : zip.read(entry);
  } finally {
    zip.close();
  }
}
var keyIdOf = (signature) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .OW)(signature) && typeof signature.key_id === "string" ? signature.key_id : "";

// src/ci/verify-check.ts
async function runVerifyCheck(host, options) {
  const settings = { publicKey: publicKeyOf(host, options), requireSignature: options.requireSignature, profile: options.profile };
  assertStrictHasKey(settings);
  const boundary = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .boundaryOf */ .iH)(host, ["."], false);
  const { matches: found, unmatched } = findArtifacts(host, options.paths);
  const rows = [];
  for (const [at, match] of found.entries()) {
    options.onProgress?.(`${at + 1}/${found.length} ${match.path}`);
    const { bytes, problem } = readArtifact(host, boundary, match);
    if (bytes === void 0) {
      rows.push(judge(problemRow(match.path, problem), options));
      continue;
    }
    const since = await changeOf(options.base, match.path, bytes);
    if (options.changedOnly && since.change === "same") continue;
    const row = isArchive(bytes) || !isJson(bytes) ? await verifyArtifact(host, match.path, settings) : jsonRow(match.path, bytes);
    rows.push(judge({ ...row, change: since.change, key_ids: row.key_ids.length > 0 ? row.key_ids : since.signers }, options));
  }
  if (!options.allowEmpty) rows.push(...(options.paths.length === 0 ? [""] : unmatched).map(nothingFound));
  return checkResult(host, options, rows);
}
function publicKeyOf(host, { publicKey, publicKeyFile }) {
  const hasText = publicKey !== void 0 && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(publicKey);
  const hasFile = publicKeyFile !== void 0 && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isBlank */ .z3)(publicKeyFile);
  if (hasText && hasFile) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("public key source: set either the key or its file");
  if (hasFile) return (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .loadVerifyKey */ .ZN)(host, { public: { path: publicKeyFile } });
  return hasText ? (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePublicKey */ .ee)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .trim */ .Bq)(publicKey)) : void 0;
}
function readArtifact(host, boundary, { path, problem }) {
  if (problem) return { bytes: void 0, problem };
  try {
    boundary.assertInside(path, "artifact");
    return { bytes: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .readBytes */ .io)(host, path) };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE) return { bytes: void 0, problem: error };
    throw error;
  }
}
async function changeOf(base, path, bytes) {
  const signers = signersOf(bytes);
  if (base === null) return { change: "unknown", signers };
  const before = await base.read(path);
  if (before === void 0) return { change: "new", signers };
  if (Buffer.compare(before, bytes) === 0) return { change: "same", signers };
  const known = signersOf(before);
  if (known.length > 0 && signers.length === 0) return { change: "signature_lost", signers };
  const isOther = known.length > 0 && signers.some((key) => !known.includes(key));
  return { change: isOther ? "key_changed" : "changed", signers };
}
function isJson(bytes) {
  const first = bytes.find((byte) => byte > 32);
  return first === 123 || first === 91;
}
var JSON_KINDS = {
  "gait.runpack.session_chain": "session_chain",
  "gait.gate.trace": "trace"
};
function jsonRow(path, bytes) {
  try {
    const schema = schemaIdOf((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(bytes));
    const what = schema === "" ? "it has no schema_id" : `this version cannot verify ${schema}`;
    return { ...problemRow(path, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)(what, { code: "unknown_schema" })), kind: JSON_KINDS[schema] ?? "unknown" };
  } catch (error) {
    if (error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .GaitError */ .EE) return problemRow(path, error);
    throw error;
  }
}
function judge(verified, { failOn }) {
  const row = withKnownReason(verified);
  const isUnknown = row.problem?.reason === "unknown_schema";
  const conditions = [];
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isTampered */ .Tb)(row)) conditions.push("tampered");
  else if (row.status === "fail") conditions.push(["missing", "skipped"].includes(row.signature_status) ? "unsigned" : "tampered");
  if (failOn.includes("unsigned") && (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnsigned */ .Eo)(row)) conditions.push("unsigned");
  if (failOn.includes("key-changed") && (row.change === "key_changed" || row.change === "signature_lost")) conditions.push("key-changed");
  if (failOn.includes("unknown-schema") && isUnknown) conditions.push("unknown-schema");
  if (conditions.length > 0) return { row: { ...row, status: "fail" }, conditions };
  return { row, conditions: row.status === "error" ? ["error"] : [] };
}
function withKnownReason(row) {
  if (row.problem === null || (0,_chunk_UJJLQ7MK_js__WEBPACK_IMPORTED_MODULE_4__/* .isKnownReason */ .Qb)(row.problem.reason)) return row;
  const isUnknown = row.kind === "unknown" && row.problem.reason === "runpack_missing_entry";
  const reason = isUnknown ? "unknown_schema" : row.duplicate_entries.length > 0 ? "duplicate_entries" : row.status === "error" ? "artifact_unreadable" : "artifact_invalid";
  return { ...row, problem: { ...row.problem, reason } };
}
var nothingFound = (path) => ({
  row: problemRow(path, (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidInput */ .aY)("nothing matches", { code: "no_artifacts" })),
  conditions: ["error"]
});
function checkResult(host, options, judged) {
  const artifacts = judged.map(({ row }) => row);
  const conditions = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)(judged.flatMap((one) => one.conditions));
  const isBad = conditions.some((condition) => condition !== "error");
  const exitCode = isBad ? 2 : conditions.length > 0 ? 6 : 0;
  const report = {
    schema_id: "gait.ci.report",
    schema_version: "1.0.0",
    producer_version: host.producerVersion,
    kind: "verify",
    status: isBad ? "fail" : conditions.length > 0 ? "error" : "pass",
    exit_code: exitCode,
    failed_on: conditions,
    head_sha: options.headSha,
    base_sha: options.base?.sha ?? "",
    base_note: options.base === null ? options.baseNote : "",
    shard: { index: 0, count: 0 },
    reproduce: reproduce(options),
    projects: [],
    artifacts,
    totals: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_6__/* .totalsOf */ .vA)([], artifacts)
  };
  return { report: (0,_chunk_D4JU7UM3_js__WEBPACK_IMPORTED_MODULE_1__/* .boundedReport */ .qy)(report), exitCode, regressFiles: [] };
}
function reproduce({ paths, profile, requireSignature, publicKey, publicKeyFile }) {
  const hasKeyFile = publicKeyFile !== void 0 && publicKeyFile !== "";
  return (0,_chunk_JGCEXIYZ_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .a)(
    "npx",
    "gait",
    "verify",
    ...profile === "strict" ? ["--profile", "strict"] : [],
    ...requireSignature ? ["--require-signature"] : [],
    ...hasKeyFile ? ["--public-key", publicKeyFile] : publicKey ? ["--public-key-env", "GAIT_PUBLIC_KEY"] : [],
    ...paths.some((name) => name.startsWith("-")) ? ["--"] : [],
    ...paths
  );
}



/***/ })

};
