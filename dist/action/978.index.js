export const id = 978;
export const ids = [978];
export const modules = {

/***/ 52978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ packId),
/* harmony export */   DV: () => (/* binding */ assertExactIntegers),
/* harmony export */   Ew: () => (/* binding */ SCHEMA_ID),
/* harmony export */   Hz: () => (/* binding */ proofRecordShape),
/* harmony export */   Kh: () => (/* binding */ DEFAULT_PRODUCER_VERSION),
/* harmony export */   O2: () => (/* binding */ readPackEntry),
/* harmony export */   O7: () => (/* binding */ signatureShape),
/* harmony export */   PJ: () => (/* binding */ resultShape),
/* harmony export */   Pp: () => (/* binding */ manifestShape2),
/* harmony export */   Py: () => (/* binding */ ENTRY),
/* harmony export */   RV: () => (/* binding */ verifyBytes),
/* harmony export */   Rn: () => (/* binding */ readRunpack),
/* harmony export */   Su: () => (/* binding */ verifyRunpack),
/* harmony export */   U9: () => (/* binding */ intentShape),
/* harmony export */   Ub: () => (/* binding */ withContainer),
/* harmony export */   VO: () => (/* binding */ SCHEMA_VERSION2),
/* harmony export */   YR: () => (/* binding */ SCHEMA_ID2),
/* harmony export */   ZN: () => (/* binding */ loadVerifyKey),
/* harmony export */   _C: () => (/* binding */ relationshipShape),
/* harmony export */   ae: () => (/* binding */ checkSignatures),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   f$: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   iY: () => (/* binding */ refsShape),
/* harmony export */   iZ: () => (/* binding */ normalizeEvidenceMode),
/* harmony export */   m8: () => (/* binding */ receiptShape),
/* harmony export */   pn: () => (/* binding */ withRunpack),
/* harmony export */   qy: () => (/* binding */ boundedReport),
/* harmony export */   rg: () => (/* binding */ runShape),
/* harmony export */   rn: () => (/* binding */ runPayloadShape),
/* harmony export */   u6: () => (/* binding */ inexactFields),
/* harmony export */   uE: () => (/* binding */ signatureAccepted),
/* harmony export */   vb: () => (/* binding */ manifestShape),
/* harmony export */   xd: () => (/* binding */ hiddenSignatureFindings),
/* harmony export */   y4: () => (/* binding */ decodeBase64),
/* harmony export */   yf: () => (/* binding */ assertNoRepeatedKeys),
/* harmony export */   zU: () => (/* binding */ unsignedManifest)
/* harmony export */ });
/* harmony import */ var _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16269);
/* harmony import */ var _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2241);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9739);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77598);




// src/ci/bounded.ts
var NAME = 1024;
var PATH = 4096;
var DIGEST = 256;
var PROSE = 8192;
var VALUE = 32768;
var LIMITS = {
  path: PATH,
  file: PATH,
  directory: PATH,
  config_file: PATH,
  missing_files: PATH,
  undeclared_files: PATH,
  duplicate_entries: PATH,
  manifest_digest: DIGEST,
  args_digest: DIGEST,
  result_digest: DIGEST,
  left_digest: DIGEST,
  right_digest: DIGEST,
  expected: DIGEST,
  actual: DIGEST,
  message: PROSE,
  base_note: PROSE,
  signature_errors: PROSE,
  warnings: PROSE,
  base: VALUE,
  head: VALUE,
  args: VALUE
};
function bounded(value, field) {
  if (typeof value === "string") return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(value, LIMITS[field] ?? NAME);
  if (Array.isArray(value)) return value.map((item) => bounded(item, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, bounded(member, name)]));
}
var boundedReport = (report) => ({
  ...bounded(report, ""),
  reproduce: report.reproduce.length <= PROSE ? report.reproduce : ""
});

// src/format/keys.ts

var signatureShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ alg: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), key_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), sig: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), signed_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()) });
var PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
var SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
function publicKeyFromRaw(raw) {
  if (raw.length !== 32) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`invalid public key length: ${raw.length}`);
  const handle = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createPublicKey)({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" });
  return { raw, keyId: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Hex */ .fg)(raw), handle };
}
function privateKeyFromSeed(seed) {
  const handle = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createPrivateKey)({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const raw = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createPublicKey)(handle).export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
  return { seed, publicKey: publicKeyFromRaw(raw), handle };
}
var BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
function decodeBase64(encoded) {
  const joined = encoded.replace(/[\r\n]/g, "");
  if (!BASE64.test(joined)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("illegal base64 data");
  return Buffer.from(joined, "base64");
}
function decodeKeyText(half, content) {
  if (content.startsWith("-----BEGIN ")) return decodePem(half, content);
  try {
    return decodeBase64(content);
  } catch (error) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`decode ${half} key: ${error instanceof Error ? error.message : error}`, {
      hint: `An Ed25519 ${half} key is padded base64 of ${half === "private" ? "64" : "32"} bytes, or a PEM file.`
    });
  }
}
function decodePem(half, pem) {
  try {
    const handle = half === "private" ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createPrivateKey)(pem) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createPublicKey)(pem);
    if (handle.asymmetricKeyType !== "ed25519") throw new Error(`not an Ed25519 key: ${handle.asymmetricKeyType}`);
    if (half === "public") return handle.export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
    const seed = handle.export({ format: "der", type: "pkcs8" }).subarray(PKCS8_PREFIX.length);
    return Buffer.concat([seed, privateKeyFromSeed(seed).publicKey.raw]);
  } catch (error) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`decode ${half} key: ${error instanceof Error ? error.message : error}`);
  }
}
function parsePrivateKey(content) {
  const bytes = decodeKeyText("private", content);
  if (bytes.length !== 64) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`invalid private key length: ${bytes.length}`);
  const key = privateKeyFromSeed(bytes.subarray(0, 32));
  if (!Buffer.from(key.publicKey.raw).equals(bytes.subarray(32))) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("private key is inconsistent: its public half does not belong to its seed");
  }
  return key;
}
function parsePublicKey(content) {
  return publicKeyFromRaw(decodeKeyText("public", content));
}
var given = (value) => value !== void 0 && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(value);
var isGiven = (source) => given(source?.path) || given(source?.env);
function assertOneSource(half, source) {
  if (given(source?.path) && given(source?.env)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`${half} key source: set either path or env`);
}
var MAX_KEY_FILE = 64 * 1024;
function loadText(host, half, source) {
  if (given(source.path)) {
    const file = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(source.path);
    return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefix */ .Fe)(`read ${half} key`, () => {
      const bytes = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .readBytes */ .io)(host, file);
      if (bytes.length > MAX_KEY_FILE) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`${file} is too long for a key: ${bytes.length} bytes`, { file });
      return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeUtf8 */ ._6)(bytes).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
    });
  }
  const name = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(source.env ?? "");
  const value = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(host.env[name] ?? "");
  if (value === "") throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`${half} key env not set: ${name}`);
  return value;
}
function loadVerifyKey(host, sources) {
  assertOneSource("public", sources.public);
  assertOneSource("private", sources.private);
  if (isGiven(sources.public)) return parsePublicKey(loadText(host, "public", sources.public));
  if (isGiven(sources.private)) return parsePrivateKey(loadText(host, "private", sources.private)).publicKey;
  throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("public key not configured");
}
var verifyBytes = (key, bytes, signature) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.verify)(null, bytes, key.handle, signature);
function verifyDigest(key, signature, digest) {
  const refuse2 = (message) => new _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE("verification_failed", message, { code: "signature_invalid" });
  if (signature.signed_digest === "") throw refuse2("missing signed_digest");
  if (signature.signed_digest !== digest) throw refuse2("signed_digest mismatch");
  if (signature.alg !== "ed25519") throw refuse2(`unsupported alg: ${signature.alg}`);
  if (signature.key_id !== "" && signature.key_id !== key.keyId) throw refuse2("key id mismatch");
  let bytes;
  try {
    bytes = decodeBase64(signature.sig);
  } catch {
    throw refuse2("decode sig: illegal base64 data");
  }
  if (bytes.length !== 64) throw refuse2(`invalid signature length: ${bytes.length}`);
  return verifyBytes(key, Buffer.from(digest, "hex"), bytes);
}

// src/runpack/relationship.ts
var nodeShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() });
var relationshipShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  parent_ref: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(nodeShape)),
  entity_refs: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(nodeShape)),
  policy_ref: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)(
    (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(
      (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        policy_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
        policy_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
        policy_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
        matched_rule_ids: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()))
      })
    )
  ),
  agent_chain: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ identity: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), role: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }))),
  edges: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), from: nodeShape, to: nodeShape }))),
  parent_record_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  related_record_ids: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)())),
  related_entity_ids: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)())),
  agent_lineage: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ agent_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), delegated_by: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()), delegation_record_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()) })))
});

// src/runpack/records.ts
var SCHEMA_VERSION = "1.0.0";
var DEFAULT_PRODUCER_VERSION = "0.0.0-dev";
var SCHEMA_ID = {
  manifest: "gait.runpack.manifest",
  run: "gait.runpack.run",
  intent: "gait.runpack.intent",
  result: "gait.runpack.result",
  refs: "gait.runpack.refs"
};
var MANIFEST_FILE = "manifest.json";
var CORE_FILES = ["run.json", "intents.jsonl", "results.jsonl", "refs.json"];
var header = { schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(), producer_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), run_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() };
var timelineEventShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  event: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  ts: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(),
  ref: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  relationship: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(relationshipShape))
});
var runShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  ...header,
  env: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ os: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), arch: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), runtime: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }),
  timeline: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .nullableList */ .SO)(timelineEventShape)
});
var intentShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  ...header,
  intent_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  tool_name: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  args_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  args: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .freeMap */ .vc)())
});
var resultShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  ...header,
  intent_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  status: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  result_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  result: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .freeMap */ .vc)())
});
var receiptShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  ref_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  source_type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  source_locator: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  query_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  content_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  retrieved_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(),
  redaction_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  immutability: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  freshness_sla_seconds: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)()),
  sensitivity_label: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  retrieval_params: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .freeMap */ .vc)())
});
var refsShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  ...header,
  context_set_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  context_evidence_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  context_ref_count: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)()),
  receipts: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(receiptShape)
});
var manifestShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  ...header,
  capture_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  files: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .nullableList */ .SO)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ path: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), sha256: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() })),
  manifest_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  signatures: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(signatureShape))
});
var manifestDigest = (manifest) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(manifestShape.encode({ ...manifest, manifest_digest: "", signatures: [] }));

// src/runpack/archive.ts
var byteSource = (host, source) => typeof source === "string" ? (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .fileSource */ .IO)(host, source) : (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesSource */ .Xl)(source);
var openArchive = (host, source) => openSource(byteSource(host, source));
function openSource(source) {
  const zip = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .openZip */ .QH)(source);
  try {
    (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNoDuplicates */ .mP)(zip);
    return zip;
  } catch (error) {
    zip.close();
    throw error;
  }
}
function readEntry(zip, name) {
  const entry = zip.entry(name);
  if (!entry) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`missing ${name}`, { code: "runpack_missing_entry" });
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefix */ .Fe)(`read ${name}`, () => zip.read(entry));
}
function checkManifest(manifest) {
  const refuse2 = (message) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(message, { code: "runpack_manifest_invalid" });
  if (manifest.schema_id !== SCHEMA_ID.manifest) throw refuse2(`manifest schema_id must be ${SCHEMA_ID.manifest}`);
  if (manifest.schema_version !== SCHEMA_VERSION) throw refuse2(`manifest schema_version must be ${SCHEMA_VERSION}`);
  if (manifest.run_id === "") throw refuse2("manifest missing run_id");
}
var DAMAGE_CODES = ["zip_invalid", "zip_truncated", "zip_entry_corrupt"];
function recoded(error, code, replaced = []) {
  if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE) || !(error.code === error.category || replaced.includes(error.code))) return error;
  const { category, message, hint, retryable, file, line } = error;
  return new _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE(category, message, { code, hint, retryable, file, line, cause: error });
}
function withParseCode(label, code, action) {
  try {
    return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefix */ .Fe)(label, action);
  } catch (error) {
    throw recoded(error, code);
  }
}
async function withRunpack(host, source, label, use) {
  try {
    return await withOpenRunpack(byteSource(host, source), label, use);
  } catch (error) {
    throw recoded(error, "runpack_unreadable", DAMAGE_CODES);
  }
}
async function withOpenRunpack(source, label, use) {
  const zip = openSource(source);
  try {
    const bytes = readEntry(zip, MANIFEST_FILE);
    const { document, manifest } = withParseCode(label, "runpack_manifest_invalid", () => {
      const parsed = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonDocument */ .dH)(bytes);
      return { document: parsed, manifest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeDocument */ .w8)(manifestShape, parsed) };
    });
    checkManifest(manifest);
    return await use({ zip, manifest, document, source });
  } finally {
    zip.close();
  }
}
async function checkIntegrity({ zip, manifest }) {
  const missing = [];
  const mismatches = [];
  const listed = manifest.files ?? [];
  for (const { path, sha256 } of listed) {
    const entry = zip.entry(path);
    if (!entry) {
      missing.push(path);
      continue;
    }
    const actual = await (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefixAsync */ .lN)(`hash ${path}`, () => zip.hash(entry));
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .equalHex */ .Av)(sha256, actual)) mismatches.push({ path, expected: sha256, actual });
  }
  for (const name of CORE_FILES) if (!listed.some((file) => file.path === name)) missing.push(name);
  const digest = manifestDigest(manifest);
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .equalHex */ .Av)(manifest.manifest_digest, digest)) {
    mismatches.push({ path: MANIFEST_FILE, expected: manifest.manifest_digest, actual: digest });
  }
  return { missingFiles: missing.sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo), hashMismatches: mismatches.sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo)(a.path, b.path)) };
}
function undeclaredFiles({ zip, manifest }) {
  const declared = /* @__PURE__ */ new Set([MANIFEST_FILE, ...(manifest.files ?? []).map((file) => file.path)]);
  return zip.entries.map((entry) => entry.name).filter((name) => !declared.has(name));
}

// src/runpack/refs.ts
function normalizeEvidenceMode(mode) {
  const word = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(mode);
  if (word !== "" && word !== "best_effort" && word !== "required") {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("context evidence mode must be best_effort or required");
  }
  return word;
}
var normalizeReceipt = (receipt) => ({
  ...receipt,
  query_digest: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(receipt.query_digest),
  content_digest: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(receipt.content_digest),
  immutability: (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(receipt.immutability) || "unknown",
  retrieved_at: (0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_1__/* .utcOr */ .k$)(receipt.retrieved_at, _chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_1__/* .EPOCH_1980 */ .Bg)
});
function normalizeRefs(refs) {
  const context_evidence_mode = normalizeEvidenceMode(refs.context_evidence_mode);
  const context_set_digest = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(refs.context_set_digest);
  if (context_set_digest !== "" && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isHex64 */ .mo)(context_set_digest)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("refs context_set_digest must be sha256 hex");
  if (refs.context_ref_count < 0) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("refs context_ref_count must be >= 0");
  const receipts = refs.receipts.map(normalizeReceipt).sort((a, b) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo)(a.ref_id, b.ref_id));
  return { ...refs, context_evidence_mode, context_set_digest, context_ref_count: refs.context_ref_count || receipts.length, receipts };
}

// src/runpack/read.ts
var MAX_LINE_BYTES = 10 * 1024 * 1024;
function* decodeEachLine(shape, bytes) {
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    number++;
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (end - start > MAX_LINE_BYTES) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`line ${number}: longer than ${MAX_LINE_BYTES} bytes`, { line: number });
    const line = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeUtf8 */ ._6)(bytes.subarray(start, end)));
    if (line !== "") yield decodeLine(shape, line, number);
    start = end + 1;
  }
}
var decodeLines = (shape, bytes) => [...decodeEachLine(shape, bytes)];
function decodeLine(shape, line, number) {
  try {
    return (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(shape, line);
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE)) throw error;
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`line ${number}: ${error.message.replace(/^line 1: /, "").replace(" at line 1,", " at")}`, { line: number });
  }
}
var parseFile = (what, parse) => withParseCode(`parse ${what}`, "runpack_content_invalid", parse);
function readRecords(opened) {
  const { zip, manifest } = opened;
  const run = parseFile("run", () => (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(runShape, readEntry(zip, "run.json")));
  const intents = parseFile("intents", () => decodeLines(intentShape, readEntry(zip, "intents.jsonl")));
  const results = parseFile("results", () => decodeLines(resultShape, readEntry(zip, "results.jsonl")));
  const refs = normalizeRefs(parseFile("refs", () => (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(refsShape, readEntry(zip, "refs.json"))));
  if (refs.context_evidence_mode === "required" && refs.context_set_digest === "") {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("context evidence mode required but context_set_digest is missing");
  }
  return { manifest, run, intents, results, refs, undeclaredFiles: undeclaredFiles(opened) };
}
async function assertSound(opened) {
  for (const name of CORE_FILES) readEntryExists(opened.zip, name);
  const { missingFiles, hashMismatches } = await checkIntegrity(opened);
  if (missingFiles.length > 0) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`missing runpack files: ${missingFiles.join(", ")}`, { code: "runpack_missing_entry" });
  }
  if (hashMismatches.length > 0) {
    throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)("runpack hash mismatch", {
      code: "runpack_hash_mismatch",
      hint: `Changed after it was recorded: ${hashMismatches.map((one) => one.path).join(", ")}. Run gait verify for the digests.`
    });
  }
}
function readEntryExists(zip, name) {
  if (!zip.entry(name)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`missing ${name}`, { code: "runpack_missing_entry" });
}
var SMALL_FILE = 1048576;
function inflatingOnce(zip) {
  const contents = /* @__PURE__ */ new Map();
  const isKept = ({ name, size }) => size <= SMALL_FILE && CORE_FILES.includes(name);
  const read = (entry) => {
    const content = contents.get(entry) ?? zip.read(entry);
    if (isKept(entry)) contents.set(entry, content);
    return content;
  };
  return {
    entries: zip.entries,
    entry: (name) => zip.entry(name),
    read,
    hash: async (entry) => isKept(entry) ? (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Hex */ .fg)(read(entry)) : zip.hash(entry),
    duplicates: () => zip.duplicates(),
    close: () => zip.close()
  };
}
var readRunpack = (host, source) => withRunpack(host, source, "parse manifest", async (opened) => {
  const once = { ...opened, zip: inflatingOnce(opened.zip) };
  await assertSound(once);
  return readRecords(once);
});

// src/runpack/contents.ts
var LARGE_FILE = 4 * 1024 * 1024;
var Tally = class {
  first = "";
  count = 0;
  note(detail) {
    if (this.count++ === 0) this.first = detail;
  }
  findings(code, tell) {
    return this.count === 0 ? [] : [{ code, message: tell(this.count, this.first) }];
  }
};
var quoted = (text2) => JSON.stringify(text2);
function manifestFindings(opened) {
  const { manifest, document } = opened;
  const findings = [];
  const add = (code, message) => findings.push({ code, message });
  (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeDocument */ .w8)(manifestShape, document, {
    onUnknown: (field) => add("runpack_manifest_unknown_field", `manifest field ${field} is unknown and not part of manifest_digest`)
  });
  if (manifest.capture_mode !== "reference" && manifest.capture_mode !== "raw") {
    add("runpack_capture_mode_unknown", `capture_mode is ${quoted(manifest.capture_mode)}, neither reference nor raw`);
  }
  const seen = /* @__PURE__ */ new Set();
  for (const { path } of manifest.files ?? []) {
    if (seen.has(path)) add("runpack_manifest_path_repeated", `the manifest lists ${quoted(path)} more than once`);
    seen.add(path);
  }
  if (seen.has(MANIFEST_FILE)) add("runpack_manifest_lists_itself", `the manifest lists ${MANIFEST_FILE}`);
  for (const name of undeclaredFiles(opened)) add("runpack_undeclared_entry", `the manifest doesn't declare ${quoted(name)}`);
  return findings;
}
var END_RECORD_LENGTH = 22;
var MAX_COMMENT = 65535;
function suffixLength({ source }) {
  const length = Math.min(source.size, END_RECORD_LENGTH + MAX_COMMENT);
  const tail = Buffer.from(source.read(source.size - length, length));
  return length - END_RECORD_LENGTH - tail.lastIndexOf("PK", length - END_RECORD_LENGTH, "latin1");
}
var prefixLength = ({ zip }) => Math.min(...zip.entries.map((entry) => entry.headerOffset));
function archiveFindings(opened) {
  const [before, after] = [prefixLength(opened), suffixLength(opened)];
  const findings = [];
  if (before > 0) findings.push({ code: "runpack_prefix_bytes", message: `${before} bytes stand before the archive` });
  if (after > 0) findings.push({ code: "runpack_suffix_bytes", message: `${after} bytes stand after the archive` });
  return findings;
}
var intentsFile = {
  name: "intents.jsonl",
  shape: intentShape,
  payload: (one) => one.args,
  digest: (one) => one.args_digest
};
var resultsFile = {
  name: "results.jsonl",
  shape: resultShape,
  payload: (one) => one.result,
  digest: (one) => one.result_digest
};
function payloadFindings({ zip, manifest }, file) {
  const { name } = file;
  const [foreign, revealed, contradicted] = [new Tally(), new Tally(), new Tally()];
  const isReference = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeWord */ ._m)(manifest.capture_mode) === "reference";
  for (const one of decodeEachLine(file.shape, readEntry(zip, name))) {
    const payload = file.payload(one);
    if (one.run_id !== manifest.run_id) foreign.note(one.run_id);
    if (payload === null) continue;
    if (isReference) revealed.note(one.intent_id);
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .equalHex */ .Av)(file.digest(one), (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(payload))) contradicted.note(one.intent_id);
  }
  return [
    ...foreign.findings("runpack_run_id_mismatch", (n, id) => `${name}: ${n} records name another run, first ${quoted(id)}`),
    ...revealed.findings(
      "runpack_payload_in_reference",
      (n, id) => `${name}: ${n} records hold payloads in reference mode, first ${quoted(id)}`
    ),
    ...contradicted.findings(
      "runpack_payload_digest_mismatch",
      (n, id) => `${name}: ${n} payloads are not what their digest says, first ${quoted(id)}`
    )
  ];
}
function runFindings({ zip, manifest }) {
  const run = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(runShape, readEntry(zip, "run.json"));
  if (run.run_id === manifest.run_id) return [];
  return [{ code: "runpack_run_id_mismatch", message: `run.json names the run ${quoted(run.run_id)}` }];
}
function refsFindings({ zip, manifest }) {
  const refs = normalizeRefs((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(refsShape, readEntry(zip, "refs.json")));
  if (refs.run_id === manifest.run_id) return [];
  return [{ code: "runpack_run_id_mismatch", message: `refs.json names the run ${quoted(refs.run_id)}` }];
}
var CHECKS = [
  ["run.json", runFindings],
  ["intents.jsonl", (opened) => payloadFindings(opened, intentsFile)],
  ["results.jsonl", (opened) => payloadFindings(opened, resultsFile)],
  ["refs.json", refsFindings]
];
function fileFindings(opened, name, check, all) {
  const size = opened.zip.entry(name)?.size ?? 0;
  if (size > LARGE_FILE && !all) {
    return [
      { code: "runpack_content_not_checked", message: `${name} holds ${size} bytes; only --profile strict looks into files that large` }
    ];
  }
  try {
    return check(opened);
  } catch (error) {
    if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE)) throw error;
    return [{ code: "runpack_content_invalid", message: `${name}: ${error.message}` }];
  }
}
var contentFindings = (opened, all) => [
  ...archiveFindings(opened),
  ...manifestFindings(opened),
  ...CHECKS.flatMap(([name, check]) => fileFindings(opened, name, check, all))
];

// src/runpack/verify.ts
function checkSignatures(signatures, digest, options) {
  const total = signatures.length;
  const report = (status, errors2, verifiedKeyIds = []) => ({
    status,
    errors: errors2.sort(_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo),
    total,
    valid: verifiedKeyIds.length,
    verifiedKeyIds
  });
  if (total === 0) return report("missing", options.requireSignature ? ["manifest has no signatures"] : []);
  const key = options.publicKey;
  if (!key) return report("skipped", ["public key not configured"]);
  const errors = [];
  const valid = [];
  const signed = digest();
  for (const signature of signatures) {
    try {
      if (verifyDigest(key, signature, signed)) valid.push(key.keyId);
      else errors.push("signature verification failed");
    } catch (error) {
      if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE)) throw error;
      errors.push(error.message);
    }
  }
  return report(valid.length > 0 ? "verified" : "failed", errors, valid);
}
function signedDigestOf(document) {
  const { signatures: _, ...rest } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .toJson */ .aB)(document.root);
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(rest);
}
var signatureAccepted = (status, required) => required ? status === "verified" : status !== "failed";
function hiddenSignatureFindings(signatures, digest, { publicKey }) {
  if (!publicKey) return [];
  const claimed = signatures.filter(({ key_id }) => key_id === "" || key_id === publicKey.keyId);
  const report = checkSignatures(claimed, digest, { publicKey });
  return report.valid === 0 ? [] : report.errors.map((message) => ({ code: "signature_invalid", message }));
}
var verifyRunpack = (host, source, options = {}) => withRunpack(host, source, "parse manifest.json", async (opened) => {
  const { manifest, document } = opened;
  const { missingFiles, hashMismatches } = await checkIntegrity(opened);
  const isIntact = missingFiles.length === 0 && hashMismatches.length === 0;
  const digest = () => signedDigestOf(document);
  const signature = checkSignatures(manifest.signatures, digest, options);
  const findings = [
    ...isIntact && options.contents ? contentFindings(opened, options.contents === "enforce") : [],
    ...options.contents ? hiddenSignatureFindings(manifest.signatures, digest, options) : []
  ];
  const isClean = options.contents !== "enforce" || findings.length === 0;
  return {
    ok: isIntact && isClean && signatureAccepted(signature.status, options.requireSignature),
    runId: manifest.run_id,
    manifestDigest: manifest.manifest_digest,
    captureMode: manifest.capture_mode,
    filesChecked: manifest.files?.length ?? 0,
    missingFiles,
    hashMismatches,
    signature,
    signatures: manifest.signatures,
    manifest,
    undeclaredFiles: undeclaredFiles(opened),
    findings
  };
});

// src/pack/records.ts
var SCHEMA_VERSION2 = "1.0.0";
var SCHEMA_ID2 = {
  manifest: "gait.pack.manifest",
  run: "gait.pack.run",
  diff: "gait.pack.diff"
};
var ENTRY = {
  manifest: "pack_manifest.json",
  proof: "proof_records.jsonl",
  runPayload: "run_payload.json",
  envelope: "context_envelope.json",
  runpack: "source/runpack.zip"
};
var PACK_TYPES = ["run", "job", "call", "authorization"];
var isPackType = (word) => PACK_TYPES.includes(word);
var contentShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ path: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), sha256: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() });
var manifestShape2 = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(),
  producer_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  pack_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  pack_type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  source_ref: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  contents: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .nullableList */ .SO)(contentShape),
  signatures: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(signatureShape))
});
var runPayloadShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  schema_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  schema_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  created_at: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(),
  run_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  capture_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  manifest_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  intents_count: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)(),
  results_count: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)(),
  refs_count: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)(),
  context_set_digest: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  context_ref_count: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)()),
  context_evidence_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  context_privacy_mode: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)())
});
var proofRecordShape = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
  record_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  record_version: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  timestamp: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(),
  source: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  source_product: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  agent_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
  record_type: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
  event: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .freeMap */ .vc)(),
  controls: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ permissions_enforced: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .bool */ .lc)() }),
  metadata: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .freeMap */ .vc)())),
  integrity: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    record_hash: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    previous_record_hash: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
    signing_key_id: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()),
    signature: (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .omitEmpty */ .fd)((0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)())
  })
});

// src/pack/unambiguous.ts
function assertNoRepeatedKeys({ root, text: text2 }) {
  visit(root, (node) => {
    if (node.kind !== "object") return;
    const seen = /* @__PURE__ */ new Set();
    for (const { key, value } of node.members) {
      if (seen.has(key)) {
        const { line } = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .positionAt */ .t$)(text2, value.at);
        throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`line ${line}: repeated key ${JSON.stringify(key)}`, { line, code: "json_repeated_key" });
      }
      seen.add(key);
    }
  });
}
function inexactFields(shape, document) {
  const found = [];
  (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeDocument */ .w8)(shape, document, { names: "exact", onUnknown: (path) => found.push(path) });
  return found;
}
function visit(node, look) {
  look(node);
  if (node.kind === "array") for (const item of node.items) visit(item, look);
  if (node.kind === "object") for (const { value } of node.members) visit(value, look);
}
var FIRST_EXPONENT = 1e21;
function assertExactIntegers(value, path) {
  if (typeof value === "number") {
    if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < FIRST_EXPONENT) {
      throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`${path}: integers beyond 2^53 cannot be digested exactly: ${value}`, {
        code: "json_inexact_integer",
        hint: "Record the value as a string."
      });
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      assertExactIntegers(item, `${path}[${index}]`);
    });
  } else if (value !== null && typeof value === "object") {
    for (const [key, member] of Object.entries(value)) assertExactIntegers(member, `${path}.${key}`);
  }
}

// src/pack/manifest.ts
var refuse = (message) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(message, { code: "pack_manifest_invalid" });
function checkContent({ path, sha256, type }) {
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(path)) throw refuse("manifest content path is required");
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isHex64 */ .mo)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(sha256))) throw refuse(`manifest content sha256 must be sha256 hex: ${path}`);
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(type)) throw refuse(`manifest content type is required: ${path}`);
}
function parsePackManifest(document) {
  assertNoRepeatedKeys(document);
  const manifest = (0,_chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeDocument */ .w8)(manifestShape2, document, _chunk_E6US7CV7_js__WEBPACK_IMPORTED_MODULE_0__/* .STRICT */ ._K);
  if (manifest.schema_id !== SCHEMA_ID2.manifest) throw refuse(`unsupported manifest schema_id: ${manifest.schema_id}`);
  if (manifest.schema_version !== SCHEMA_VERSION2) throw refuse(`unsupported manifest schema_version: ${manifest.schema_version}`);
  if (!isPackType(manifest.pack_type)) throw refuse(`invalid pack_type: ${manifest.pack_type}`);
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(manifest.source_ref)) throw refuse("manifest missing source_ref");
  if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(manifest.producer_version)) throw refuse("manifest missing producer_version");
  if ((0,_chunk_VEKHZC74_js__WEBPACK_IMPORTED_MODULE_1__/* .isZeroTime */ .QM)(manifest.created_at)) throw refuse("manifest missing created_at");
  if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isHex64 */ .mo)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(manifest.pack_id))) throw refuse("manifest pack_id must be sha256 hex");
  if (manifest.contents === null) throw refuse("manifest missing contents");
  manifest.contents.forEach(checkContent);
  for (const { alg, key_id, sig, signed_digest } of manifest.signatures) {
    if ((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(alg) || (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(key_id) || (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(sig)) throw refuse("manifest signature needs alg, key_id and sig");
    if (!(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isBlank */ .z3)(signed_digest) && !(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .isHex64 */ .mo)((0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .trim */ .Bq)(signed_digest))) throw refuse("manifest signature signed_digest must be sha256 hex");
  }
  return { ...manifest, contents: manifest.contents, pack_type: manifest.pack_type };
}
var unsignedManifest = (manifest) => manifestShape2.encode({ ...manifest, signatures: [] });
var packId = (manifest) => (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(unsignedManifest({ ...manifest, pack_id: "" }));

// src/pack/open.ts
function readPackEntry(zip, name) {
  const entry = zip.entry(name);
  if (!entry) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`missing ${name}`, { code: "pack_missing_entry" });
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefix */ .Fe)(`read ${name}`, () => zip.read(entry));
}
async function withContainer(host, source, use) {
  const zip = openArchive(host, source);
  try {
    if (!zip.entry(ENTRY.manifest)) {
      if (!zip.entry(MANIFEST_FILE)) throw (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)(`missing ${ENTRY.manifest}`, { code: "pack_missing_entry" });
      return await use.runpack();
    }
    let opened;
    try {
      opened = readManifest(zip);
    } catch (error) {
      if (!(error instanceof _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .GaitError */ .EE) || !use.malformed) throw error;
      return await use.malformed(error, zip);
    }
    return await use.pack(opened);
  } finally {
    zip.close();
  }
}
function readManifest(zip) {
  const bytes = readPackEntry(zip, ENTRY.manifest);
  return (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrefix */ .Fe)("parse manifest", () => {
    const document = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonDocument */ .dH)(bytes);
    return { zip, document, manifest: parsePackManifest(document) };
  });
}




/***/ }),

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




/***/ })

};
