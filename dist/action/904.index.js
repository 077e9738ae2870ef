export const id = 904;
export const ids = [904];
export const modules = {

/***/ 81904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readReport)
/* harmony export */ });
/* harmony import */ var _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99114);
/* harmony import */ var _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9739);



// gait-schema:src/report/ci-report.schema.json
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var stdin_default = validate21;
var schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "gait.ci.report.schema.json", "title": "gait.ci.report 1.0.0", "description": "What a check found. Read from untrusted artifacts: every string and list is bounded, nothing unknown is allowed.", "type": "object", "additionalProperties": false, "required": ["schema_id", "schema_version", "producer_version", "kind", "status", "exit_code", "failed_on", "head_sha", "base_sha", "base_note", "shard", "reproduce", "projects", "artifacts", "totals"], "properties": { "schema_id": { "const": "gait.ci.report" }, "schema_version": { "const": "1.0.0" }, "producer_version": { "type": "string", "maxLength": 64, "pattern": "^[0-9A-Za-z.+-]*$" }, "kind": { "enum": ["regress", "verify"] }, "status": { "$ref": "#/definitions/status" }, "exit_code": { "enum": [0, 2, 5, 6] }, "failed_on": { "type": "array", "maxItems": 11, "items": { "enum": ["error", "tampered", "unsigned", "unknown-schema", "key-changed", "drift", "removed-coverage", "relaxed", "verdict-relaxed", "context-runtime", "risk-increase"] } }, "head_sha": { "$ref": "#/definitions/commit" }, "base_sha": { "$ref": "#/definitions/commit" }, "base_note": { "$ref": "#/definitions/prose" }, "shard": { "type": "object", "additionalProperties": false, "required": ["index", "count"], "properties": { "index": { "type": "integer", "minimum": 0, "maximum": 1e4 }, "count": { "type": "integer", "minimum": 0, "maximum": 1e4 } } }, "reproduce": { "$ref": "#/definitions/command" }, "projects": { "type": "array", "maxItems": 1e3, "items": { "$ref": "#/definitions/project" } }, "artifacts": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/artifact" } }, "totals": { "$ref": "#/definitions/totals" } }, "definitions": { "status": { "enum": ["pass", "fail", "error"] }, "commit": { "description": "SHA-1 or SHA-256 of a commit, or empty.", "type": "string", "pattern": "^(?:[0-9a-f]{40}|[0-9a-f]{64})?$" }, "sha256": { "description": "Computed by the builder, or empty.", "type": "string", "pattern": "^(?:[0-9a-f]{64})?$" }, "digest": { "description": "As a pack declares it, so not necessarily a digest.", "type": "string", "maxLength": 256 }, "name": { "type": "string", "maxLength": 1024 }, "path": { "type": "string", "maxLength": 4096 }, "prose": { "type": "string", "maxLength": 8192 }, "value": { "type": "string", "maxLength": 32768 }, "recorded": { "description": "Canonical JSON of recorded arguments.", "type": "string", "maxLength": 65536 }, "count": { "type": "integer", "minimum": 0, "maximum": 1e9 }, "command": { "description": "Plain or single-quoted words: safe to copy into a shell.", "type": "string", "maxLength": 8192, "pattern": "^(?:(?:cd (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+ && )?npx gait(?: (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+)*)?$" }, "location": { "type": "object", "additionalProperties": false, "required": ["file", "line"], "properties": { "file": { "$ref": "#/definitions/path" }, "line": { "type": "integer", "minimum": 1, "maximum": 1e8 } } }, "problem": { "type": "object", "additionalProperties": false, "required": ["reason", "message", "location"], "properties": { "reason": { "type": "string", "maxLength": 128, "pattern": "^[a-z0-9_.-]*$" }, "message": { "$ref": "#/definitions/prose" }, "location": { "anyOf": [{ "$ref": "#/definitions/location" }, { "type": "null" }] } } }, "totals": { "type": "object", "additionalProperties": false, "required": ["projects", "fixtures", "fixtures_failed", "fixtures_errored", "self_comparisons", "graders", "graders_failed", "expectations_relaxed", "coverage_removed", "artifacts", "artifacts_tampered", "artifacts_unsigned"], "properties": { "projects": { "$ref": "#/definitions/count" }, "fixtures": { "$ref": "#/definitions/count" }, "fixtures_failed": { "$ref": "#/definitions/count" }, "fixtures_errored": { "$ref": "#/definitions/count" }, "self_comparisons": { "$ref": "#/definitions/count" }, "graders": { "$ref": "#/definitions/count" }, "graders_failed": { "$ref": "#/definitions/count" }, "expectations_relaxed": { "$ref": "#/definitions/count" }, "coverage_removed": { "$ref": "#/definitions/count" }, "artifacts": { "$ref": "#/definitions/count" }, "artifacts_tampered": { "$ref": "#/definitions/count" }, "artifacts_unsigned": { "$ref": "#/definitions/count" } } }, "project": { "type": "object", "additionalProperties": false, "required": ["path", "status", "skipped", "fixture_set", "config_file", "config_digest", "fixtures", "fixtures_added", "fixtures_removed", "fixtures_changed", "problem"], "properties": { "path": { "$ref": "#/definitions/path" }, "status": { "$ref": "#/definitions/status" }, "skipped": { "type": "boolean" }, "fixture_set": { "$ref": "#/definitions/name" }, "config_file": { "$ref": "#/definitions/path" }, "config_digest": { "$ref": "#/definitions/sha256" }, "fixtures": { "type": "array", "maxItems": 2e4, "items": { "$ref": "#/definitions/fixture" } }, "fixtures_added": { "type": "array", "maxItems": 2e4, "items": { "$ref": "#/definitions/name" } }, "fixtures_removed": { "type": "array", "maxItems": 2e4, "items": { "type": "object", "additionalProperties": false, "required": ["name", "run_id", "location"], "properties": { "name": { "$ref": "#/definitions/name" }, "run_id": { "$ref": "#/definitions/name" }, "location": { "$ref": "#/definitions/location" } } } }, "fixtures_changed": { "type": "array", "maxItems": 2e4, "items": { "$ref": "#/definitions/name" } }, "problem": { "anyOf": [{ "$ref": "#/definitions/problem" }, { "type": "null" }] } } }, "fixture": { "type": "object", "additionalProperties": false, "required": ["name", "run_id", "status", "self_comparison", "graders", "baseline", "candidate", "tool_calls", "verdicts", "context", "risk", "expectation_changes", "problem", "directory"], "properties": { "name": { "$ref": "#/definitions/name" }, "run_id": { "$ref": "#/definitions/name" }, "status": { "$ref": "#/definitions/status" }, "self_comparison": { "type": "boolean" }, "graders": { "type": "array", "maxItems": 100, "items": { "$ref": "#/definitions/grader" } }, "baseline": { "anyOf": [{ "$ref": "#/definitions/pack" }, { "type": "null" }] }, "candidate": { "anyOf": [{ "$ref": "#/definitions/pack" }, { "type": "null" }] }, "tool_calls": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/toolCall" } }, "verdicts": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["index", "expected", "actual"], "properties": { "index": { "$ref": "#/definitions/count" }, "expected": { "$ref": "#/definitions/name" }, "actual": { "$ref": "#/definitions/name" } } } }, "context": { "type": "object", "additionalProperties": false, "required": ["classification", "receipts", "widest_age_change_seconds"], "properties": { "classification": { "enum": ["none", "runtime_only", "semantic", "missing"] }, "receipts": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["kind", "ref_id", "source_type", "left_digest", "right_digest"], "properties": { "kind": { "enum": ["added", "removed", "changed"] }, "ref_id": { "$ref": "#/definitions/name" }, "source_type": { "$ref": "#/definitions/name" }, "left_digest": { "$ref": "#/definitions/digest" }, "right_digest": { "$ref": "#/definitions/digest" } } } }, "widest_age_change_seconds": { "type": "number", "minimum": 0 } } }, "risk": { "type": "object", "additionalProperties": false, "required": ["baseline", "candidate", "causes"], "properties": { "baseline": { "$ref": "#/definitions/count" }, "candidate": { "$ref": "#/definitions/count" }, "causes": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["index", "tool", "score"], "properties": { "index": { "$ref": "#/definitions/count" }, "tool": { "$ref": "#/definitions/name" }, "score": { "$ref": "#/definitions/count" } } } } } }, "expectation_changes": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/expectationChange" } }, "problem": { "anyOf": [{ "$ref": "#/definitions/problem" }, { "type": "null" }] }, "directory": { "$ref": "#/definitions/path" } } }, "pack": { "type": "object", "additionalProperties": false, "required": ["path", "run_id", "manifest_digest", "sha256"], "properties": { "path": { "$ref": "#/definitions/path" }, "run_id": { "$ref": "#/definitions/name" }, "manifest_digest": { "$ref": "#/definitions/digest" }, "sha256": { "$ref": "#/definitions/sha256" } } }, "grader": { "type": "object", "additionalProperties": false, "required": ["name", "status", "reason_codes", "message", "location"], "properties": { "name": { "$ref": "#/definitions/name" }, "status": { "enum": ["pass", "fail"] }, "reason_codes": { "type": "array", "maxItems": 50, "items": { "type": "string", "maxLength": 128, "pattern": "^[a-z0-9_.-]*$" } }, "message": { "$ref": "#/definitions/prose" }, "location": { "anyOf": [{ "$ref": "#/definitions/location" }, { "type": "null" }] } } }, "toolCall": { "type": "object", "additionalProperties": false, "required": ["kind", "tool", "left", "right"], "properties": { "kind": { "enum": ["added", "removed", "args_changed", "result_changed", "status_changed", "moved", "same"] }, "tool": { "$ref": "#/definitions/name" }, "left": { "anyOf": [{ "$ref": "#/definitions/call" }, { "type": "null" }] }, "right": { "anyOf": [{ "$ref": "#/definitions/call" }, { "type": "null" }] } } }, "call": { "type": "object", "additionalProperties": false, "required": ["index", "intent_id", "args_digest", "status", "result_digest", "verdict", "args"], "properties": { "index": { "$ref": "#/definitions/count" }, "intent_id": { "$ref": "#/definitions/name" }, "args_digest": { "$ref": "#/definitions/digest" }, "status": { "$ref": "#/definitions/name" }, "result_digest": { "$ref": "#/definitions/digest" }, "verdict": { "$ref": "#/definitions/name" }, "args": { "$ref": "#/definitions/recorded" } } }, "expectationChange": { "type": "object", "additionalProperties": false, "required": ["field", "class", "base", "head", "tool_calls", "location"], "properties": { "field": { "$ref": "#/definitions/name" }, "class": { "enum": ["tightened", "relaxed", "changed", "rebaselined", "removed"] }, "base": { "$ref": "#/definitions/value" }, "head": { "$ref": "#/definitions/value" }, "tool_calls": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/toolCall" } }, "location": { "anyOf": [{ "$ref": "#/definitions/location" }, { "type": "null" }] } } }, "artifact": { "type": "object", "additionalProperties": false, "required": ["path", "kind", "id", "status", "files_checked", "missing_files", "hash_mismatches", "undeclared_files", "duplicate_entries", "signature_status", "signature_errors", "key_ids", "warnings", "problem", "change"], "properties": { "path": { "$ref": "#/definitions/path" }, "kind": { "enum": ["runpack", "pack", "guard", "trace", "session_chain", "unknown"] }, "id": { "$ref": "#/definitions/name" }, "status": { "$ref": "#/definitions/status" }, "files_checked": { "$ref": "#/definitions/count" }, "missing_files": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/path" } }, "hash_mismatches": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["path", "expected", "actual"], "properties": { "path": { "$ref": "#/definitions/path" }, "expected": { "$ref": "#/definitions/digest" }, "actual": { "$ref": "#/definitions/digest" } } } }, "undeclared_files": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/path" } }, "duplicate_entries": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/path" } }, "signature_status": { "$ref": "#/definitions/name" }, "signature_errors": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/prose" } }, "key_ids": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/name" } }, "warnings": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/prose" } }, "problem": { "anyOf": [{ "$ref": "#/definitions/problem" }, { "type": "null" }] }, "change": { "enum": ["new", "same", "changed", "key_changed", "signature_lost", "unknown"] } } } } };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^[0-9A-Za-z.+-]*$", "u");
var schema7 = { "enum": ["pass", "fail", "error"] };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "error")) {
    validate22.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema7.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var pattern1 = new RegExp("^(?:[0-9a-f]{40}|[0-9a-f]{64})?$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern1.test(data)) {
        validate24.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})?$" }, message: 'must match pattern "^(?:[0-9a-f]{40}|[0-9a-f]{64})?$"' }];
        return false;
      }
    } else {
      validate24.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate24.errors = vErrors;
  return errors === 0;
}
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 8192) {
        validate27.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
        return false;
      }
    } else {
      validate27.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate27.errors = vErrors;
  return errors === 0;
}
var pattern2 = new RegExp("^(?:(?:cd (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+ && )?npx gait(?: (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+)*)?$", "u");
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 8192) {
        validate29.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }];
        return false;
      } else {
        if (!pattern2.test(data)) {
          validate29.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:(?:cd (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+ && )?npx gait(?: (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+)*)?$" }, message: `must match pattern "^(?:(?:cd (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+ && )?npx gait(?: (?:[A-Za-z0-9_@%+=:,./-]|'[^'\\u0000-\\u001f\\u007f-\\u009f]*'|\\\\')+)*)?$"` }];
          return false;
        }
      }
    } else {
      validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate29.errors = vErrors;
  return errors === 0;
}
var schema11 = { "type": "object", "additionalProperties": false, "required": ["path", "status", "skipped", "fixture_set", "config_file", "config_digest", "fixtures", "fixtures_added", "fixtures_removed", "fixtures_changed", "problem"], "properties": { "path": { "$ref": "#/definitions/path" }, "status": { "$ref": "#/definitions/status" }, "skipped": { "type": "boolean" }, "fixture_set": { "$ref": "#/definitions/name" }, "config_file": { "$ref": "#/definitions/path" }, "config_digest": { "$ref": "#/definitions/sha256" }, "fixtures": { "type": "array", "maxItems": 2e4, "items": { "$ref": "#/definitions/fixture" } }, "fixtures_added": { "type": "array", "maxItems": 2e4, "items": { "$ref": "#/definitions/name" } }, "fixtures_removed": { "type": "array", "maxItems": 2e4, "items": { "type": "object", "additionalProperties": false, "required": ["name", "run_id", "location"], "properties": { "name": { "$ref": "#/definitions/name" }, "run_id": { "$ref": "#/definitions/name" }, "location": { "$ref": "#/definitions/location" } } } }, "fixtures_changed": { "type": "array", "maxItems": 2e4, "items": { "$ref": "#/definitions/name" } }, "problem": { "anyOf": [{ "$ref": "#/definitions/problem" }, { "type": "null" }] } } };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 4096) {
        validate32.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
        return false;
      }
    } else {
      validate32.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate32.errors = vErrors;
  return errors === 0;
}
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 1024) {
        validate35.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }];
        return false;
      }
    } else {
      validate35.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate35.errors = vErrors;
  return errors === 0;
}
var pattern3 = new RegExp("^(?:[0-9a-f]{64})?$", "u");
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern3.test(data)) {
        validate38.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:[0-9a-f]{64})?$" }, message: 'must match pattern "^(?:[0-9a-f]{64})?$"' }];
        return false;
      }
    } else {
      validate38.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate38.errors = vErrors;
  return errors === 0;
}
var schema15 = { "type": "object", "additionalProperties": false, "required": ["name", "run_id", "status", "self_comparison", "graders", "baseline", "candidate", "tool_calls", "verdicts", "context", "risk", "expectation_changes", "problem", "directory"], "properties": { "name": { "$ref": "#/definitions/name" }, "run_id": { "$ref": "#/definitions/name" }, "status": { "$ref": "#/definitions/status" }, "self_comparison": { "type": "boolean" }, "graders": { "type": "array", "maxItems": 100, "items": { "$ref": "#/definitions/grader" } }, "baseline": { "anyOf": [{ "$ref": "#/definitions/pack" }, { "type": "null" }] }, "candidate": { "anyOf": [{ "$ref": "#/definitions/pack" }, { "type": "null" }] }, "tool_calls": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/toolCall" } }, "verdicts": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["index", "expected", "actual"], "properties": { "index": { "$ref": "#/definitions/count" }, "expected": { "$ref": "#/definitions/name" }, "actual": { "$ref": "#/definitions/name" } } } }, "context": { "type": "object", "additionalProperties": false, "required": ["classification", "receipts", "widest_age_change_seconds"], "properties": { "classification": { "enum": ["none", "runtime_only", "semantic", "missing"] }, "receipts": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["kind", "ref_id", "source_type", "left_digest", "right_digest"], "properties": { "kind": { "enum": ["added", "removed", "changed"] }, "ref_id": { "$ref": "#/definitions/name" }, "source_type": { "$ref": "#/definitions/name" }, "left_digest": { "$ref": "#/definitions/digest" }, "right_digest": { "$ref": "#/definitions/digest" } } } }, "widest_age_change_seconds": { "type": "number", "minimum": 0 } } }, "risk": { "type": "object", "additionalProperties": false, "required": ["baseline", "candidate", "causes"], "properties": { "baseline": { "$ref": "#/definitions/count" }, "candidate": { "$ref": "#/definitions/count" }, "causes": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["index", "tool", "score"], "properties": { "index": { "$ref": "#/definitions/count" }, "tool": { "$ref": "#/definitions/name" }, "score": { "$ref": "#/definitions/count" } } } } } }, "expectation_changes": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/expectationChange" } }, "problem": { "anyOf": [{ "$ref": "#/definitions/problem" }, { "type": "null" }] }, "directory": { "$ref": "#/definitions/path" } } };
var schema16 = { "type": "object", "additionalProperties": false, "required": ["name", "status", "reason_codes", "message", "location"], "properties": { "name": { "$ref": "#/definitions/name" }, "status": { "enum": ["pass", "fail"] }, "reason_codes": { "type": "array", "maxItems": 50, "items": { "type": "string", "maxLength": 128, "pattern": "^[a-z0-9_.-]*$" } }, "message": { "$ref": "#/definitions/prose" }, "location": { "anyOf": [{ "$ref": "#/definitions/location" }, { "type": "null" }] } } };
var schema17 = { "type": "object", "additionalProperties": false, "required": ["file", "line"], "properties": { "file": { "$ref": "#/definitions/path" }, "line": { "type": "integer", "minimum": 1, "maximum": 1e8 } } };
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema17.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate47.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "file" || key0 === "line")) {
            validate47.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.file !== void 0) {
            const _errs2 = errors;
            if (!validate32(data.file, { instancePath: instancePath + "/file", parentData: data, parentDataProperty: "file", rootData })) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.line !== void 0) {
              let data1 = data.line;
              const _errs3 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate47.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs3) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 1e8 || isNaN(data1)) {
                    validate47.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e8 }, message: "must be <= 100000000" }];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate47.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      validate47.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate47.errors = vErrors;
  return errors === 0;
}
var pattern4 = new RegExp("^[a-z0-9_.-]*$", "u");
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema16.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate44.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "status" || key0 === "reason_codes" || key0 === "message" || key0 === "location")) {
            validate44.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            const _errs2 = errors;
            if (!validate35(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
              vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.status !== void 0) {
              let data1 = data.status;
              const _errs3 = errors;
              if (!(data1 === "pass" || data1 === "fail")) {
                validate44.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema16.properties.status.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.reason_codes !== void 0) {
                let data2 = data.reason_codes;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (Array.isArray(data2)) {
                    if (data2.length > 50) {
                      validate44.errors = [{ instancePath: instancePath + "/reason_codes", schemaPath: "#/properties/reason_codes/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" }];
                      return false;
                    } else {
                      var valid2 = true;
                      const len0 = data2.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data3 = data2[i0];
                        const _errs6 = errors;
                        if (errors === _errs6) {
                          if (typeof data3 === "string") {
                            if (func3(data3) > 128) {
                              validate44.errors = [{ instancePath: instancePath + "/reason_codes/" + i0, schemaPath: "#/properties/reason_codes/items/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                              return false;
                            } else {
                              if (!pattern4.test(data3)) {
                                validate44.errors = [{ instancePath: instancePath + "/reason_codes/" + i0, schemaPath: "#/properties/reason_codes/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9_.-]*$" }, message: 'must match pattern "^[a-z0-9_.-]*$"' }];
                                return false;
                              }
                            }
                          } else {
                            validate44.errors = [{ instancePath: instancePath + "/reason_codes/" + i0, schemaPath: "#/properties/reason_codes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid2 = _errs6 === errors;
                        if (!valid2) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate44.errors = [{ instancePath: instancePath + "/reason_codes", schemaPath: "#/properties/reason_codes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.message !== void 0) {
                  const _errs8 = errors;
                  if (!validate27(data.message, { instancePath: instancePath + "/message", parentData: data, parentDataProperty: "message", rootData })) {
                    vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs8 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.location !== void 0) {
                    let data5 = data.location;
                    const _errs9 = errors;
                    const _errs10 = errors;
                    let valid3 = false;
                    const _errs11 = errors;
                    if (!validate47(data5, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
                      vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
                      errors = vErrors.length;
                    }
                    var _valid0 = _errs11 === errors;
                    valid3 = valid3 || _valid0;
                    if (!valid3) {
                      const _errs12 = errors;
                      if (data5 !== null) {
                        const err0 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                        if (vErrors === null) {
                          vErrors = [err0];
                        } else {
                          vErrors.push(err0);
                        }
                        errors++;
                      }
                      var _valid0 = _errs12 === errors;
                      valid3 = valid3 || _valid0;
                    }
                    if (!valid3) {
                      const err1 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                      if (vErrors === null) {
                        vErrors = [err1];
                      } else {
                        vErrors.push(err1);
                      }
                      errors++;
                      validate44.errors = vErrors;
                      return false;
                    } else {
                      errors = _errs10;
                      if (vErrors !== null) {
                        if (_errs10) {
                          vErrors.length = _errs10;
                        } else {
                          vErrors = null;
                        }
                      }
                    }
                    var valid1 = _errs9 === errors;
                  } else {
                    var valid1 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate44.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate44.errors = vErrors;
  return errors === 0;
}
var schema18 = { "type": "object", "additionalProperties": false, "required": ["path", "run_id", "manifest_digest", "sha256"], "properties": { "path": { "$ref": "#/definitions/path" }, "run_id": { "$ref": "#/definitions/name" }, "manifest_digest": { "$ref": "#/definitions/digest" }, "sha256": { "$ref": "#/definitions/sha256" } } };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 256) {
        validate54.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
        return false;
      }
    } else {
      validate54.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate54.errors = vErrors;
  return errors === 0;
}
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema18.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate51.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "path" || key0 === "run_id" || key0 === "manifest_digest" || key0 === "sha256")) {
            validate51.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== void 0) {
            const _errs2 = errors;
            if (!validate32(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData })) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.run_id !== void 0) {
              const _errs3 = errors;
              if (!validate35(data.run_id, { instancePath: instancePath + "/run_id", parentData: data, parentDataProperty: "run_id", rootData })) {
                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.manifest_digest !== void 0) {
                const _errs4 = errors;
                if (!validate54(data.manifest_digest, { instancePath: instancePath + "/manifest_digest", parentData: data, parentDataProperty: "manifest_digest", rootData })) {
                  vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.sha256 !== void 0) {
                  const _errs5 = errors;
                  if (!validate38(data.sha256, { instancePath: instancePath + "/sha256", parentData: data, parentDataProperty: "sha256", rootData })) {
                    vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate51.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate51.errors = vErrors;
  return errors === 0;
}
var schema20 = { "type": "object", "additionalProperties": false, "required": ["kind", "tool", "left", "right"], "properties": { "kind": { "enum": ["added", "removed", "args_changed", "result_changed", "status_changed", "moved", "same"] }, "tool": { "$ref": "#/definitions/name" }, "left": { "anyOf": [{ "$ref": "#/definitions/call" }, { "type": "null" }] }, "right": { "anyOf": [{ "$ref": "#/definitions/call" }, { "type": "null" }] } } };
var schema21 = { "type": "object", "additionalProperties": false, "required": ["index", "intent_id", "args_digest", "status", "result_digest", "verdict", "args"], "properties": { "index": { "$ref": "#/definitions/count" }, "intent_id": { "$ref": "#/definitions/name" }, "args_digest": { "$ref": "#/definitions/digest" }, "status": { "$ref": "#/definitions/name" }, "result_digest": { "$ref": "#/definitions/digest" }, "verdict": { "$ref": "#/definitions/name" }, "args": { "$ref": "#/definitions/recorded" } } };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    validate62.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 1e9 || isNaN(data)) {
        validate62.errors = [{ instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" }];
        return false;
      } else {
        if (data < 0 || isNaN(data)) {
          validate62.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
          return false;
        }
      }
    }
  }
  validate62.errors = vErrors;
  return errors === 0;
}
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 65536) {
        validate69.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 65536 }, message: "must NOT have more than 65536 characters" }];
        return false;
      }
    } else {
      validate69.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate69.errors = vErrors;
  return errors === 0;
}
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema21.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate61.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "index" || key0 === "intent_id" || key0 === "args_digest" || key0 === "status" || key0 === "result_digest" || key0 === "verdict" || key0 === "args")) {
            validate61.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.index !== void 0) {
            const _errs2 = errors;
            if (!validate62(data.index, { instancePath: instancePath + "/index", parentData: data, parentDataProperty: "index", rootData })) {
              vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.intent_id !== void 0) {
              const _errs3 = errors;
              if (!validate35(data.intent_id, { instancePath: instancePath + "/intent_id", parentData: data, parentDataProperty: "intent_id", rootData })) {
                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.args_digest !== void 0) {
                const _errs4 = errors;
                if (!validate54(data.args_digest, { instancePath: instancePath + "/args_digest", parentData: data, parentDataProperty: "args_digest", rootData })) {
                  vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.status !== void 0) {
                  const _errs5 = errors;
                  if (!validate35(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.result_digest !== void 0) {
                    const _errs6 = errors;
                    if (!validate54(data.result_digest, { instancePath: instancePath + "/result_digest", parentData: data, parentDataProperty: "result_digest", rootData })) {
                      vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs6 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.verdict !== void 0) {
                      const _errs7 = errors;
                      if (!validate35(data.verdict, { instancePath: instancePath + "/verdict", parentData: data, parentDataProperty: "verdict", rootData })) {
                        vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                        errors = vErrors.length;
                      }
                      var valid1 = _errs7 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.args !== void 0) {
                        const _errs8 = errors;
                        if (!validate69(data.args, { instancePath: instancePath + "/args", parentData: data, parentDataProperty: "args", rootData })) {
                          vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs8 === errors;
                      } else {
                        var valid1 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate61.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate61.errors = vErrors;
  return errors === 0;
}
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema20.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate59.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "kind" || key0 === "tool" || key0 === "left" || key0 === "right")) {
            validate59.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.kind !== void 0) {
            let data0 = data.kind;
            const _errs2 = errors;
            if (!(data0 === "added" || data0 === "removed" || data0 === "args_changed" || data0 === "result_changed" || data0 === "status_changed" || data0 === "moved" || data0 === "same")) {
              validate59.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema20.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.tool !== void 0) {
              const _errs3 = errors;
              if (!validate35(data.tool, { instancePath: instancePath + "/tool", parentData: data, parentDataProperty: "tool", rootData })) {
                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.left !== void 0) {
                let data2 = data.left;
                const _errs4 = errors;
                const _errs5 = errors;
                let valid2 = false;
                const _errs6 = errors;
                if (!validate61(data2, { instancePath: instancePath + "/left", parentData: data, parentDataProperty: "left", rootData })) {
                  vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
                  errors = vErrors.length;
                }
                var _valid0 = _errs6 === errors;
                valid2 = valid2 || _valid0;
                if (!valid2) {
                  const _errs7 = errors;
                  if (data2 !== null) {
                    const err0 = { instancePath: instancePath + "/left", schemaPath: "#/properties/left/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                  var _valid0 = _errs7 === errors;
                  valid2 = valid2 || _valid0;
                }
                if (!valid2) {
                  const err1 = { instancePath: instancePath + "/left", schemaPath: "#/properties/left/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                  validate59.errors = vErrors;
                  return false;
                } else {
                  errors = _errs5;
                  if (vErrors !== null) {
                    if (_errs5) {
                      vErrors.length = _errs5;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.right !== void 0) {
                  let data3 = data.right;
                  const _errs9 = errors;
                  const _errs10 = errors;
                  let valid3 = false;
                  const _errs11 = errors;
                  if (!validate61(data3, { instancePath: instancePath + "/right", parentData: data, parentDataProperty: "right", rootData })) {
                    vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
                    errors = vErrors.length;
                  }
                  var _valid1 = _errs11 === errors;
                  valid3 = valid3 || _valid1;
                  if (!valid3) {
                    const _errs12 = errors;
                    if (data3 !== null) {
                      const err2 = { instancePath: instancePath + "/right", schemaPath: "#/properties/right/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                      if (vErrors === null) {
                        vErrors = [err2];
                      } else {
                        vErrors.push(err2);
                      }
                      errors++;
                    }
                    var _valid1 = _errs12 === errors;
                    valid3 = valid3 || _valid1;
                  }
                  if (!valid3) {
                    const err3 = { instancePath: instancePath + "/right", schemaPath: "#/properties/right/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                    validate59.errors = vErrors;
                    return false;
                  } else {
                    errors = _errs10;
                    if (vErrors !== null) {
                      if (_errs10) {
                        vErrors.length = _errs10;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                  var valid1 = _errs9 === errors;
                } else {
                  var valid1 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate59.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
var schema24 = { "type": "object", "additionalProperties": false, "required": ["field", "class", "base", "head", "tool_calls", "location"], "properties": { "field": { "$ref": "#/definitions/name" }, "class": { "enum": ["tightened", "relaxed", "changed", "rebaselined", "removed"] }, "base": { "$ref": "#/definitions/value" }, "head": { "$ref": "#/definitions/value" }, "tool_calls": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/toolCall" } }, "location": { "anyOf": [{ "$ref": "#/definitions/location" }, { "type": "null" }] } } };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func3(data) > 32768) {
        validate88.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32768 }, message: "must NOT have more than 32768 characters" }];
        return false;
      }
    } else {
      validate88.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate88.errors = vErrors;
  return errors === 0;
}
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema24.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate86.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "field" || key0 === "class" || key0 === "base" || key0 === "head" || key0 === "tool_calls" || key0 === "location")) {
            validate86.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.field !== void 0) {
            const _errs2 = errors;
            if (!validate35(data.field, { instancePath: instancePath + "/field", parentData: data, parentDataProperty: "field", rootData })) {
              vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.class !== void 0) {
              let data1 = data.class;
              const _errs3 = errors;
              if (!(data1 === "tightened" || data1 === "relaxed" || data1 === "changed" || data1 === "rebaselined" || data1 === "removed")) {
                validate86.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/enum", keyword: "enum", params: { allowedValues: schema24.properties.class.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.base !== void 0) {
                const _errs4 = errors;
                if (!validate88(data.base, { instancePath: instancePath + "/base", parentData: data, parentDataProperty: "base", rootData })) {
                  vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.head !== void 0) {
                  const _errs5 = errors;
                  if (!validate88(data.head, { instancePath: instancePath + "/head", parentData: data, parentDataProperty: "head", rootData })) {
                    vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.tool_calls !== void 0) {
                    let data4 = data.tool_calls;
                    const _errs6 = errors;
                    if (errors === _errs6) {
                      if (Array.isArray(data4)) {
                        if (data4.length > 1e5) {
                          validate86.errors = [{ instancePath: instancePath + "/tool_calls", schemaPath: "#/properties/tool_calls/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                          return false;
                        } else {
                          var valid2 = true;
                          const len0 = data4.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs8 = errors;
                            if (!validate59(data4[i0], { instancePath: instancePath + "/tool_calls/" + i0, parentData: data4, parentDataProperty: i0, rootData })) {
                              vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                              errors = vErrors.length;
                            }
                            var valid2 = _errs8 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        }
                      } else {
                        validate86.errors = [{ instancePath: instancePath + "/tool_calls", schemaPath: "#/properties/tool_calls/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid1 = _errs6 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.location !== void 0) {
                      let data6 = data.location;
                      const _errs9 = errors;
                      const _errs10 = errors;
                      let valid3 = false;
                      const _errs11 = errors;
                      if (!validate47(data6, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
                        vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
                        errors = vErrors.length;
                      }
                      var _valid0 = _errs11 === errors;
                      valid3 = valid3 || _valid0;
                      if (!valid3) {
                        const _errs12 = errors;
                        if (data6 !== null) {
                          const err0 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                          if (vErrors === null) {
                            vErrors = [err0];
                          } else {
                            vErrors.push(err0);
                          }
                          errors++;
                        }
                        var _valid0 = _errs12 === errors;
                        valid3 = valid3 || _valid0;
                      }
                      if (!valid3) {
                        const err1 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                          vErrors = [err1];
                        } else {
                          vErrors.push(err1);
                        }
                        errors++;
                        validate86.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs10;
                        if (vErrors !== null) {
                          if (_errs10) {
                            vErrors.length = _errs10;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      var valid1 = _errs9 === errors;
                    } else {
                      var valid1 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate86.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate86.errors = vErrors;
  return errors === 0;
}
var schema26 = { "type": "object", "additionalProperties": false, "required": ["reason", "message", "location"], "properties": { "reason": { "type": "string", "maxLength": 128, "pattern": "^[a-z0-9_.-]*$" }, "message": { "$ref": "#/definitions/prose" }, "location": { "anyOf": [{ "$ref": "#/definitions/location" }, { "type": "null" }] } } };
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema26.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate94.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "reason" || key0 === "message" || key0 === "location")) {
            validate94.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.reason !== void 0) {
            let data0 = data.reason;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func3(data0) > 128) {
                  validate94.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                  return false;
                } else {
                  if (!pattern4.test(data0)) {
                    validate94.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9_.-]*$" }, message: 'must match pattern "^[a-z0-9_.-]*$"' }];
                    return false;
                  }
                }
              } else {
                validate94.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.message !== void 0) {
              const _errs4 = errors;
              if (!validate27(data.message, { instancePath: instancePath + "/message", parentData: data, parentDataProperty: "message", rootData })) {
                vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs4 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.location !== void 0) {
                let data2 = data.location;
                const _errs5 = errors;
                const _errs6 = errors;
                let valid2 = false;
                const _errs7 = errors;
                if (!validate47(data2, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
                  vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
                  errors = vErrors.length;
                }
                var _valid0 = _errs7 === errors;
                valid2 = valid2 || _valid0;
                if (!valid2) {
                  const _errs8 = errors;
                  if (data2 !== null) {
                    const err0 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                  var _valid0 = _errs8 === errors;
                  valid2 = valid2 || _valid0;
                }
                if (!valid2) {
                  const err1 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                  validate94.errors = vErrors;
                  return false;
                } else {
                  errors = _errs6;
                  if (vErrors !== null) {
                    if (_errs6) {
                      vErrors.length = _errs6;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid1 = _errs5 === errors;
              } else {
                var valid1 = true;
              }
            }
          }
        }
      }
    } else {
      validate94.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate94.errors = vErrors;
  return errors === 0;
}
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema15.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate40.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema15.properties, key0)) {
            validate40.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            const _errs2 = errors;
            if (!validate35(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
              vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.run_id !== void 0) {
              const _errs3 = errors;
              if (!validate35(data.run_id, { instancePath: instancePath + "/run_id", parentData: data, parentDataProperty: "run_id", rootData })) {
                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.status !== void 0) {
                const _errs4 = errors;
                if (!validate22(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                  vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.self_comparison !== void 0) {
                  const _errs5 = errors;
                  if (typeof data.self_comparison !== "boolean") {
                    validate40.errors = [{ instancePath: instancePath + "/self_comparison", schemaPath: "#/properties/self_comparison/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.graders !== void 0) {
                    let data4 = data.graders;
                    const _errs7 = errors;
                    if (errors === _errs7) {
                      if (Array.isArray(data4)) {
                        if (data4.length > 100) {
                          validate40.errors = [{ instancePath: instancePath + "/graders", schemaPath: "#/properties/graders/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }];
                          return false;
                        } else {
                          var valid2 = true;
                          const len0 = data4.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs9 = errors;
                            if (!validate44(data4[i0], { instancePath: instancePath + "/graders/" + i0, parentData: data4, parentDataProperty: i0, rootData })) {
                              vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
                              errors = vErrors.length;
                            }
                            var valid2 = _errs9 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        }
                      } else {
                        validate40.errors = [{ instancePath: instancePath + "/graders", schemaPath: "#/properties/graders/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid1 = _errs7 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.baseline !== void 0) {
                      let data6 = data.baseline;
                      const _errs10 = errors;
                      const _errs11 = errors;
                      let valid3 = false;
                      const _errs12 = errors;
                      if (!validate51(data6, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
                        vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                        errors = vErrors.length;
                      }
                      var _valid0 = _errs12 === errors;
                      valid3 = valid3 || _valid0;
                      if (!valid3) {
                        const _errs13 = errors;
                        if (data6 !== null) {
                          const err0 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                          if (vErrors === null) {
                            vErrors = [err0];
                          } else {
                            vErrors.push(err0);
                          }
                          errors++;
                        }
                        var _valid0 = _errs13 === errors;
                        valid3 = valid3 || _valid0;
                      }
                      if (!valid3) {
                        const err1 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        if (vErrors === null) {
                          vErrors = [err1];
                        } else {
                          vErrors.push(err1);
                        }
                        errors++;
                        validate40.errors = vErrors;
                        return false;
                      } else {
                        errors = _errs11;
                        if (vErrors !== null) {
                          if (_errs11) {
                            vErrors.length = _errs11;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                      var valid1 = _errs10 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.candidate !== void 0) {
                        let data7 = data.candidate;
                        const _errs15 = errors;
                        const _errs16 = errors;
                        let valid4 = false;
                        const _errs17 = errors;
                        if (!validate51(data7, { instancePath: instancePath + "/candidate", parentData: data, parentDataProperty: "candidate", rootData })) {
                          vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                          errors = vErrors.length;
                        }
                        var _valid1 = _errs17 === errors;
                        valid4 = valid4 || _valid1;
                        if (!valid4) {
                          const _errs18 = errors;
                          if (data7 !== null) {
                            const err2 = { instancePath: instancePath + "/candidate", schemaPath: "#/properties/candidate/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                            if (vErrors === null) {
                              vErrors = [err2];
                            } else {
                              vErrors.push(err2);
                            }
                            errors++;
                          }
                          var _valid1 = _errs18 === errors;
                          valid4 = valid4 || _valid1;
                        }
                        if (!valid4) {
                          const err3 = { instancePath: instancePath + "/candidate", schemaPath: "#/properties/candidate/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                          if (vErrors === null) {
                            vErrors = [err3];
                          } else {
                            vErrors.push(err3);
                          }
                          errors++;
                          validate40.errors = vErrors;
                          return false;
                        } else {
                          errors = _errs16;
                          if (vErrors !== null) {
                            if (_errs16) {
                              vErrors.length = _errs16;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        var valid1 = _errs15 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.tool_calls !== void 0) {
                          let data8 = data.tool_calls;
                          const _errs20 = errors;
                          if (errors === _errs20) {
                            if (Array.isArray(data8)) {
                              if (data8.length > 1e5) {
                                validate40.errors = [{ instancePath: instancePath + "/tool_calls", schemaPath: "#/properties/tool_calls/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                return false;
                              } else {
                                var valid5 = true;
                                const len1 = data8.length;
                                for (let i1 = 0; i1 < len1; i1++) {
                                  const _errs22 = errors;
                                  if (!validate59(data8[i1], { instancePath: instancePath + "/tool_calls/" + i1, parentData: data8, parentDataProperty: i1, rootData })) {
                                    vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid5 = _errs22 === errors;
                                  if (!valid5) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate40.errors = [{ instancePath: instancePath + "/tool_calls", schemaPath: "#/properties/tool_calls/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid1 = _errs20 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.verdicts !== void 0) {
                            let data10 = data.verdicts;
                            const _errs23 = errors;
                            if (errors === _errs23) {
                              if (Array.isArray(data10)) {
                                if (data10.length > 1e5) {
                                  validate40.errors = [{ instancePath: instancePath + "/verdicts", schemaPath: "#/properties/verdicts/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                  return false;
                                } else {
                                  var valid6 = true;
                                  const len2 = data10.length;
                                  for (let i2 = 0; i2 < len2; i2++) {
                                    let data11 = data10[i2];
                                    const _errs25 = errors;
                                    if (errors === _errs25) {
                                      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                        let missing1;
                                        let valid7 = true;
                                        for (missing1 of schema15.properties.verdicts.items.required) {
                                          valid7 = data11[missing1] !== void 0;
                                          if (!valid7) {
                                            validate40.errors = [{ instancePath: instancePath + "/verdicts/" + i2, schemaPath: "#/properties/verdicts/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (valid7) {
                                          const _errs27 = errors;
                                          for (const key1 in data11) {
                                            if (!(key1 === "index" || key1 === "expected" || key1 === "actual")) {
                                              validate40.errors = [{ instancePath: instancePath + "/verdicts/" + i2, schemaPath: "#/properties/verdicts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs27 === errors) {
                                            if (data11.index !== void 0) {
                                              const _errs28 = errors;
                                              if (!validate62(data11.index, { instancePath: instancePath + "/verdicts/" + i2 + "/index", parentData: data11, parentDataProperty: "index", rootData })) {
                                                vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid8 = _errs28 === errors;
                                            } else {
                                              var valid8 = true;
                                            }
                                            if (valid8) {
                                              if (data11.expected !== void 0) {
                                                const _errs29 = errors;
                                                if (!validate35(data11.expected, { instancePath: instancePath + "/verdicts/" + i2 + "/expected", parentData: data11, parentDataProperty: "expected", rootData })) {
                                                  vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid8 = _errs29 === errors;
                                              } else {
                                                var valid8 = true;
                                              }
                                              if (valid8) {
                                                if (data11.actual !== void 0) {
                                                  const _errs30 = errors;
                                                  if (!validate35(data11.actual, { instancePath: instancePath + "/verdicts/" + i2 + "/actual", parentData: data11, parentDataProperty: "actual", rootData })) {
                                                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid8 = _errs30 === errors;
                                                } else {
                                                  var valid8 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate40.errors = [{ instancePath: instancePath + "/verdicts/" + i2, schemaPath: "#/properties/verdicts/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid6 = _errs25 === errors;
                                    if (!valid6) {
                                      break;
                                    }
                                  }
                                }
                              } else {
                                validate40.errors = [{ instancePath: instancePath + "/verdicts", schemaPath: "#/properties/verdicts/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid1 = _errs23 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.context !== void 0) {
                              let data15 = data.context;
                              const _errs31 = errors;
                              if (errors === _errs31) {
                                if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                                  let missing2;
                                  let valid9 = true;
                                  for (missing2 of schema15.properties.context.required) {
                                    valid9 = data15[missing2] !== void 0;
                                    if (!valid9) {
                                      validate40.errors = [{ instancePath: instancePath + "/context", schemaPath: "#/properties/context/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (valid9) {
                                    const _errs33 = errors;
                                    for (const key2 in data15) {
                                      if (!(key2 === "classification" || key2 === "receipts" || key2 === "widest_age_change_seconds")) {
                                        validate40.errors = [{ instancePath: instancePath + "/context", schemaPath: "#/properties/context/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (_errs33 === errors) {
                                      if (data15.classification !== void 0) {
                                        let data16 = data15.classification;
                                        const _errs34 = errors;
                                        if (!(data16 === "none" || data16 === "runtime_only" || data16 === "semantic" || data16 === "missing")) {
                                          validate40.errors = [{ instancePath: instancePath + "/context/classification", schemaPath: "#/properties/context/properties/classification/enum", keyword: "enum", params: { allowedValues: schema15.properties.context.properties.classification.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid10 = _errs34 === errors;
                                      } else {
                                        var valid10 = true;
                                      }
                                      if (valid10) {
                                        if (data15.receipts !== void 0) {
                                          let data17 = data15.receipts;
                                          const _errs35 = errors;
                                          if (errors === _errs35) {
                                            if (Array.isArray(data17)) {
                                              if (data17.length > 1e5) {
                                                validate40.errors = [{ instancePath: instancePath + "/context/receipts", schemaPath: "#/properties/context/properties/receipts/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                                return false;
                                              } else {
                                                var valid11 = true;
                                                const len3 = data17.length;
                                                for (let i3 = 0; i3 < len3; i3++) {
                                                  let data18 = data17[i3];
                                                  const _errs37 = errors;
                                                  if (errors === _errs37) {
                                                    if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                                                      let missing3;
                                                      let valid12 = true;
                                                      for (missing3 of schema15.properties.context.properties.receipts.items.required) {
                                                        valid12 = data18[missing3] !== void 0;
                                                        if (!valid12) {
                                                          validate40.errors = [{ instancePath: instancePath + "/context/receipts/" + i3, schemaPath: "#/properties/context/properties/receipts/items/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                                          return false;
                                                          break;
                                                        }
                                                      }
                                                      if (valid12) {
                                                        const _errs39 = errors;
                                                        for (const key3 in data18) {
                                                          if (!(key3 === "kind" || key3 === "ref_id" || key3 === "source_type" || key3 === "left_digest" || key3 === "right_digest")) {
                                                            validate40.errors = [{ instancePath: instancePath + "/context/receipts/" + i3, schemaPath: "#/properties/context/properties/receipts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs39 === errors) {
                                                          if (data18.kind !== void 0) {
                                                            let data19 = data18.kind;
                                                            const _errs40 = errors;
                                                            if (!(data19 === "added" || data19 === "removed" || data19 === "changed")) {
                                                              validate40.errors = [{ instancePath: instancePath + "/context/receipts/" + i3 + "/kind", schemaPath: "#/properties/context/properties/receipts/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema15.properties.context.properties.receipts.items.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                                                              return false;
                                                            }
                                                            var valid13 = _errs40 === errors;
                                                          } else {
                                                            var valid13 = true;
                                                          }
                                                          if (valid13) {
                                                            if (data18.ref_id !== void 0) {
                                                              const _errs41 = errors;
                                                              if (!validate35(data18.ref_id, { instancePath: instancePath + "/context/receipts/" + i3 + "/ref_id", parentData: data18, parentDataProperty: "ref_id", rootData })) {
                                                                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                                errors = vErrors.length;
                                                              }
                                                              var valid13 = _errs41 === errors;
                                                            } else {
                                                              var valid13 = true;
                                                            }
                                                            if (valid13) {
                                                              if (data18.source_type !== void 0) {
                                                                const _errs42 = errors;
                                                                if (!validate35(data18.source_type, { instancePath: instancePath + "/context/receipts/" + i3 + "/source_type", parentData: data18, parentDataProperty: "source_type", rootData })) {
                                                                  vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                var valid13 = _errs42 === errors;
                                                              } else {
                                                                var valid13 = true;
                                                              }
                                                              if (valid13) {
                                                                if (data18.left_digest !== void 0) {
                                                                  const _errs43 = errors;
                                                                  if (!validate54(data18.left_digest, { instancePath: instancePath + "/context/receipts/" + i3 + "/left_digest", parentData: data18, parentDataProperty: "left_digest", rootData })) {
                                                                    vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                                                                    errors = vErrors.length;
                                                                  }
                                                                  var valid13 = _errs43 === errors;
                                                                } else {
                                                                  var valid13 = true;
                                                                }
                                                                if (valid13) {
                                                                  if (data18.right_digest !== void 0) {
                                                                    const _errs44 = errors;
                                                                    if (!validate54(data18.right_digest, { instancePath: instancePath + "/context/receipts/" + i3 + "/right_digest", parentData: data18, parentDataProperty: "right_digest", rootData })) {
                                                                      vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                                                                      errors = vErrors.length;
                                                                    }
                                                                    var valid13 = _errs44 === errors;
                                                                  } else {
                                                                    var valid13 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    } else {
                                                      validate40.errors = [{ instancePath: instancePath + "/context/receipts/" + i3, schemaPath: "#/properties/context/properties/receipts/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid11 = _errs37 === errors;
                                                  if (!valid11) {
                                                    break;
                                                  }
                                                }
                                              }
                                            } else {
                                              validate40.errors = [{ instancePath: instancePath + "/context/receipts", schemaPath: "#/properties/context/properties/receipts/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid10 = _errs35 === errors;
                                        } else {
                                          var valid10 = true;
                                        }
                                        if (valid10) {
                                          if (data15.widest_age_change_seconds !== void 0) {
                                            let data24 = data15.widest_age_change_seconds;
                                            const _errs45 = errors;
                                            if (errors === _errs45) {
                                              if (typeof data24 == "number" && isFinite(data24)) {
                                                if (data24 < 0 || isNaN(data24)) {
                                                  validate40.errors = [{ instancePath: instancePath + "/context/widest_age_change_seconds", schemaPath: "#/properties/context/properties/widest_age_change_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              } else {
                                                validate40.errors = [{ instancePath: instancePath + "/context/widest_age_change_seconds", schemaPath: "#/properties/context/properties/widest_age_change_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                return false;
                                              }
                                            }
                                            var valid10 = _errs45 === errors;
                                          } else {
                                            var valid10 = true;
                                          }
                                        }
                                      }
                                    }
                                  }
                                } else {
                                  validate40.errors = [{ instancePath: instancePath + "/context", schemaPath: "#/properties/context/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                  return false;
                                }
                              }
                              var valid1 = _errs31 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.risk !== void 0) {
                                let data25 = data.risk;
                                const _errs47 = errors;
                                if (errors === _errs47) {
                                  if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                    let missing4;
                                    let valid14 = true;
                                    for (missing4 of schema15.properties.risk.required) {
                                      valid14 = data25[missing4] !== void 0;
                                      if (!valid14) {
                                        validate40.errors = [{ instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (valid14) {
                                      const _errs49 = errors;
                                      for (const key4 in data25) {
                                        if (!(key4 === "baseline" || key4 === "candidate" || key4 === "causes")) {
                                          validate40.errors = [{ instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs49 === errors) {
                                        if (data25.baseline !== void 0) {
                                          const _errs50 = errors;
                                          if (!validate62(data25.baseline, { instancePath: instancePath + "/risk/baseline", parentData: data25, parentDataProperty: "baseline", rootData })) {
                                            vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid15 = _errs50 === errors;
                                        } else {
                                          var valid15 = true;
                                        }
                                        if (valid15) {
                                          if (data25.candidate !== void 0) {
                                            const _errs51 = errors;
                                            if (!validate62(data25.candidate, { instancePath: instancePath + "/risk/candidate", parentData: data25, parentDataProperty: "candidate", rootData })) {
                                              vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid15 = _errs51 === errors;
                                          } else {
                                            var valid15 = true;
                                          }
                                          if (valid15) {
                                            if (data25.causes !== void 0) {
                                              let data28 = data25.causes;
                                              const _errs52 = errors;
                                              if (errors === _errs52) {
                                                if (Array.isArray(data28)) {
                                                  if (data28.length > 1e5) {
                                                    validate40.errors = [{ instancePath: instancePath + "/risk/causes", schemaPath: "#/properties/risk/properties/causes/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                                    return false;
                                                  } else {
                                                    var valid16 = true;
                                                    const len4 = data28.length;
                                                    for (let i4 = 0; i4 < len4; i4++) {
                                                      let data29 = data28[i4];
                                                      const _errs54 = errors;
                                                      if (errors === _errs54) {
                                                        if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                                                          let missing5;
                                                          let valid17 = true;
                                                          for (missing5 of schema15.properties.risk.properties.causes.items.required) {
                                                            valid17 = data29[missing5] !== void 0;
                                                            if (!valid17) {
                                                              validate40.errors = [{ instancePath: instancePath + "/risk/causes/" + i4, schemaPath: "#/properties/risk/properties/causes/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (valid17) {
                                                            const _errs56 = errors;
                                                            for (const key5 in data29) {
                                                              if (!(key5 === "index" || key5 === "tool" || key5 === "score")) {
                                                                validate40.errors = [{ instancePath: instancePath + "/risk/causes/" + i4, schemaPath: "#/properties/risk/properties/causes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                                                return false;
                                                                break;
                                                              }
                                                            }
                                                            if (_errs56 === errors) {
                                                              if (data29.index !== void 0) {
                                                                const _errs57 = errors;
                                                                if (!validate62(data29.index, { instancePath: instancePath + "/risk/causes/" + i4 + "/index", parentData: data29, parentDataProperty: "index", rootData })) {
                                                                  vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                var valid18 = _errs57 === errors;
                                                              } else {
                                                                var valid18 = true;
                                                              }
                                                              if (valid18) {
                                                                if (data29.tool !== void 0) {
                                                                  const _errs58 = errors;
                                                                  if (!validate35(data29.tool, { instancePath: instancePath + "/risk/causes/" + i4 + "/tool", parentData: data29, parentDataProperty: "tool", rootData })) {
                                                                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                                    errors = vErrors.length;
                                                                  }
                                                                  var valid18 = _errs58 === errors;
                                                                } else {
                                                                  var valid18 = true;
                                                                }
                                                                if (valid18) {
                                                                  if (data29.score !== void 0) {
                                                                    const _errs59 = errors;
                                                                    if (!validate62(data29.score, { instancePath: instancePath + "/risk/causes/" + i4 + "/score", parentData: data29, parentDataProperty: "score", rootData })) {
                                                                      vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                                                      errors = vErrors.length;
                                                                    }
                                                                    var valid18 = _errs59 === errors;
                                                                  } else {
                                                                    var valid18 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        } else {
                                                          validate40.errors = [{ instancePath: instancePath + "/risk/causes/" + i4, schemaPath: "#/properties/risk/properties/causes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid16 = _errs54 === errors;
                                                      if (!valid16) {
                                                        break;
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate40.errors = [{ instancePath: instancePath + "/risk/causes", schemaPath: "#/properties/risk/properties/causes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                  return false;
                                                }
                                              }
                                              var valid15 = _errs52 === errors;
                                            } else {
                                              var valid15 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    validate40.errors = [{ instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                    return false;
                                  }
                                }
                                var valid1 = _errs47 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.expectation_changes !== void 0) {
                                  let data33 = data.expectation_changes;
                                  const _errs60 = errors;
                                  if (errors === _errs60) {
                                    if (Array.isArray(data33)) {
                                      if (data33.length > 1e4) {
                                        validate40.errors = [{ instancePath: instancePath + "/expectation_changes", schemaPath: "#/properties/expectation_changes/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                                        return false;
                                      } else {
                                        var valid19 = true;
                                        const len5 = data33.length;
                                        for (let i5 = 0; i5 < len5; i5++) {
                                          const _errs62 = errors;
                                          if (!validate86(data33[i5], { instancePath: instancePath + "/expectation_changes/" + i5, parentData: data33, parentDataProperty: i5, rootData })) {
                                            vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid19 = _errs62 === errors;
                                          if (!valid19) {
                                            break;
                                          }
                                        }
                                      }
                                    } else {
                                      validate40.errors = [{ instancePath: instancePath + "/expectation_changes", schemaPath: "#/properties/expectation_changes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid1 = _errs60 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data.problem !== void 0) {
                                    let data35 = data.problem;
                                    const _errs63 = errors;
                                    const _errs64 = errors;
                                    let valid20 = false;
                                    const _errs65 = errors;
                                    if (!validate94(data35, { instancePath: instancePath + "/problem", parentData: data, parentDataProperty: "problem", rootData })) {
                                      vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
                                      errors = vErrors.length;
                                    }
                                    var _valid2 = _errs65 === errors;
                                    valid20 = valid20 || _valid2;
                                    if (!valid20) {
                                      const _errs66 = errors;
                                      if (data35 !== null) {
                                        const err4 = { instancePath: instancePath + "/problem", schemaPath: "#/properties/problem/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                                        if (vErrors === null) {
                                          vErrors = [err4];
                                        } else {
                                          vErrors.push(err4);
                                        }
                                        errors++;
                                      }
                                      var _valid2 = _errs66 === errors;
                                      valid20 = valid20 || _valid2;
                                    }
                                    if (!valid20) {
                                      const err5 = { instancePath: instancePath + "/problem", schemaPath: "#/properties/problem/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                      if (vErrors === null) {
                                        vErrors = [err5];
                                      } else {
                                        vErrors.push(err5);
                                      }
                                      errors++;
                                      validate40.errors = vErrors;
                                      return false;
                                    } else {
                                      errors = _errs64;
                                      if (vErrors !== null) {
                                        if (_errs64) {
                                          vErrors.length = _errs64;
                                        } else {
                                          vErrors = null;
                                        }
                                      }
                                    }
                                    var valid1 = _errs63 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data.directory !== void 0) {
                                      const _errs68 = errors;
                                      if (!validate32(data.directory, { instancePath: instancePath + "/directory", parentData: data, parentDataProperty: "directory", rootData })) {
                                        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid1 = _errs68 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate40.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate40.errors = vErrors;
  return errors === 0;
}
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema11.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate31.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema11.properties, key0)) {
            validate31.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== void 0) {
            const _errs2 = errors;
            if (!validate32(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData })) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.status !== void 0) {
              const _errs3 = errors;
              if (!validate22(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.skipped !== void 0) {
                const _errs4 = errors;
                if (typeof data.skipped !== "boolean") {
                  validate31.errors = [{ instancePath: instancePath + "/skipped", schemaPath: "#/properties/skipped/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                  return false;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.fixture_set !== void 0) {
                  const _errs6 = errors;
                  if (!validate35(data.fixture_set, { instancePath: instancePath + "/fixture_set", parentData: data, parentDataProperty: "fixture_set", rootData })) {
                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs6 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.config_file !== void 0) {
                    const _errs7 = errors;
                    if (!validate32(data.config_file, { instancePath: instancePath + "/config_file", parentData: data, parentDataProperty: "config_file", rootData })) {
                      vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs7 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.config_digest !== void 0) {
                      const _errs8 = errors;
                      if (!validate38(data.config_digest, { instancePath: instancePath + "/config_digest", parentData: data, parentDataProperty: "config_digest", rootData })) {
                        vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
                        errors = vErrors.length;
                      }
                      var valid1 = _errs8 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.fixtures !== void 0) {
                        let data6 = data.fixtures;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (Array.isArray(data6)) {
                            if (data6.length > 2e4) {
                              validate31.errors = [{ instancePath: instancePath + "/fixtures", schemaPath: "#/properties/fixtures/maxItems", keyword: "maxItems", params: { limit: 2e4 }, message: "must NOT have more than 20000 items" }];
                              return false;
                            } else {
                              var valid2 = true;
                              const len0 = data6.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                const _errs11 = errors;
                                if (!validate40(data6[i0], { instancePath: instancePath + "/fixtures/" + i0, parentData: data6, parentDataProperty: i0, rootData })) {
                                  vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
                                  errors = vErrors.length;
                                }
                                var valid2 = _errs11 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            }
                          } else {
                            validate31.errors = [{ instancePath: instancePath + "/fixtures", schemaPath: "#/properties/fixtures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid1 = _errs9 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.fixtures_added !== void 0) {
                          let data8 = data.fixtures_added;
                          const _errs12 = errors;
                          if (errors === _errs12) {
                            if (Array.isArray(data8)) {
                              if (data8.length > 2e4) {
                                validate31.errors = [{ instancePath: instancePath + "/fixtures_added", schemaPath: "#/properties/fixtures_added/maxItems", keyword: "maxItems", params: { limit: 2e4 }, message: "must NOT have more than 20000 items" }];
                                return false;
                              } else {
                                var valid3 = true;
                                const len1 = data8.length;
                                for (let i1 = 0; i1 < len1; i1++) {
                                  const _errs14 = errors;
                                  if (!validate35(data8[i1], { instancePath: instancePath + "/fixtures_added/" + i1, parentData: data8, parentDataProperty: i1, rootData })) {
                                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid3 = _errs14 === errors;
                                  if (!valid3) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate31.errors = [{ instancePath: instancePath + "/fixtures_added", schemaPath: "#/properties/fixtures_added/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid1 = _errs12 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.fixtures_removed !== void 0) {
                            let data10 = data.fixtures_removed;
                            const _errs15 = errors;
                            if (errors === _errs15) {
                              if (Array.isArray(data10)) {
                                if (data10.length > 2e4) {
                                  validate31.errors = [{ instancePath: instancePath + "/fixtures_removed", schemaPath: "#/properties/fixtures_removed/maxItems", keyword: "maxItems", params: { limit: 2e4 }, message: "must NOT have more than 20000 items" }];
                                  return false;
                                } else {
                                  var valid4 = true;
                                  const len2 = data10.length;
                                  for (let i2 = 0; i2 < len2; i2++) {
                                    let data11 = data10[i2];
                                    const _errs17 = errors;
                                    if (errors === _errs17) {
                                      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                        let missing1;
                                        let valid5 = true;
                                        for (missing1 of schema11.properties.fixtures_removed.items.required) {
                                          valid5 = data11[missing1] !== void 0;
                                          if (!valid5) {
                                            validate31.errors = [{ instancePath: instancePath + "/fixtures_removed/" + i2, schemaPath: "#/properties/fixtures_removed/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (valid5) {
                                          const _errs19 = errors;
                                          for (const key1 in data11) {
                                            if (!(key1 === "name" || key1 === "run_id" || key1 === "location")) {
                                              validate31.errors = [{ instancePath: instancePath + "/fixtures_removed/" + i2, schemaPath: "#/properties/fixtures_removed/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs19 === errors) {
                                            if (data11.name !== void 0) {
                                              const _errs20 = errors;
                                              if (!validate35(data11.name, { instancePath: instancePath + "/fixtures_removed/" + i2 + "/name", parentData: data11, parentDataProperty: "name", rootData })) {
                                                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid6 = _errs20 === errors;
                                            } else {
                                              var valid6 = true;
                                            }
                                            if (valid6) {
                                              if (data11.run_id !== void 0) {
                                                const _errs21 = errors;
                                                if (!validate35(data11.run_id, { instancePath: instancePath + "/fixtures_removed/" + i2 + "/run_id", parentData: data11, parentDataProperty: "run_id", rootData })) {
                                                  vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid6 = _errs21 === errors;
                                              } else {
                                                var valid6 = true;
                                              }
                                              if (valid6) {
                                                if (data11.location !== void 0) {
                                                  const _errs22 = errors;
                                                  if (!validate47(data11.location, { instancePath: instancePath + "/fixtures_removed/" + i2 + "/location", parentData: data11, parentDataProperty: "location", rootData })) {
                                                    vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid6 = _errs22 === errors;
                                                } else {
                                                  var valid6 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate31.errors = [{ instancePath: instancePath + "/fixtures_removed/" + i2, schemaPath: "#/properties/fixtures_removed/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid4 = _errs17 === errors;
                                    if (!valid4) {
                                      break;
                                    }
                                  }
                                }
                              } else {
                                validate31.errors = [{ instancePath: instancePath + "/fixtures_removed", schemaPath: "#/properties/fixtures_removed/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid1 = _errs15 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.fixtures_changed !== void 0) {
                              let data15 = data.fixtures_changed;
                              const _errs23 = errors;
                              if (errors === _errs23) {
                                if (Array.isArray(data15)) {
                                  if (data15.length > 2e4) {
                                    validate31.errors = [{ instancePath: instancePath + "/fixtures_changed", schemaPath: "#/properties/fixtures_changed/maxItems", keyword: "maxItems", params: { limit: 2e4 }, message: "must NOT have more than 20000 items" }];
                                    return false;
                                  } else {
                                    var valid7 = true;
                                    const len3 = data15.length;
                                    for (let i3 = 0; i3 < len3; i3++) {
                                      const _errs25 = errors;
                                      if (!validate35(data15[i3], { instancePath: instancePath + "/fixtures_changed/" + i3, parentData: data15, parentDataProperty: i3, rootData })) {
                                        vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid7 = _errs25 === errors;
                                      if (!valid7) {
                                        break;
                                      }
                                    }
                                  }
                                } else {
                                  validate31.errors = [{ instancePath: instancePath + "/fixtures_changed", schemaPath: "#/properties/fixtures_changed/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid1 = _errs23 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.problem !== void 0) {
                                let data17 = data.problem;
                                const _errs26 = errors;
                                const _errs27 = errors;
                                let valid8 = false;
                                const _errs28 = errors;
                                if (!validate94(data17, { instancePath: instancePath + "/problem", parentData: data, parentDataProperty: "problem", rootData })) {
                                  vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
                                  errors = vErrors.length;
                                }
                                var _valid0 = _errs28 === errors;
                                valid8 = valid8 || _valid0;
                                if (!valid8) {
                                  const _errs29 = errors;
                                  if (data17 !== null) {
                                    const err0 = { instancePath: instancePath + "/problem", schemaPath: "#/properties/problem/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                                    if (vErrors === null) {
                                      vErrors = [err0];
                                    } else {
                                      vErrors.push(err0);
                                    }
                                    errors++;
                                  }
                                  var _valid0 = _errs29 === errors;
                                  valid8 = valid8 || _valid0;
                                }
                                if (!valid8) {
                                  const err1 = { instancePath: instancePath + "/problem", schemaPath: "#/properties/problem/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                  if (vErrors === null) {
                                    vErrors = [err1];
                                  } else {
                                    vErrors.push(err1);
                                  }
                                  errors++;
                                  validate31.errors = vErrors;
                                  return false;
                                } else {
                                  errors = _errs27;
                                  if (vErrors !== null) {
                                    if (_errs27) {
                                      vErrors.length = _errs27;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                }
                                var valid1 = _errs26 === errors;
                              } else {
                                var valid1 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
var schema27 = { "type": "object", "additionalProperties": false, "required": ["path", "kind", "id", "status", "files_checked", "missing_files", "hash_mismatches", "undeclared_files", "duplicate_entries", "signature_status", "signature_errors", "key_ids", "warnings", "problem", "change"], "properties": { "path": { "$ref": "#/definitions/path" }, "kind": { "enum": ["runpack", "pack", "guard", "trace", "session_chain", "unknown"] }, "id": { "$ref": "#/definitions/name" }, "status": { "$ref": "#/definitions/status" }, "files_checked": { "$ref": "#/definitions/count" }, "missing_files": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/path" } }, "hash_mismatches": { "type": "array", "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["path", "expected", "actual"], "properties": { "path": { "$ref": "#/definitions/path" }, "expected": { "$ref": "#/definitions/digest" }, "actual": { "$ref": "#/definitions/digest" } } } }, "undeclared_files": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/path" } }, "duplicate_entries": { "type": "array", "maxItems": 1e5, "items": { "$ref": "#/definitions/path" } }, "signature_status": { "$ref": "#/definitions/name" }, "signature_errors": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/prose" } }, "key_ids": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/name" } }, "warnings": { "type": "array", "maxItems": 1e4, "items": { "$ref": "#/definitions/prose" } }, "problem": { "anyOf": [{ "$ref": "#/definitions/problem" }, { "type": "null" }] }, "change": { "enum": ["new", "same", "changed", "key_changed", "signature_lost", "unknown"] } } };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema27.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate107.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema27.properties, key0)) {
            validate107.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== void 0) {
            const _errs2 = errors;
            if (!validate32(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData })) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.kind !== void 0) {
              let data1 = data.kind;
              const _errs3 = errors;
              if (!(data1 === "runpack" || data1 === "pack" || data1 === "guard" || data1 === "trace" || data1 === "session_chain" || data1 === "unknown")) {
                validate107.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema27.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.id !== void 0) {
                const _errs4 = errors;
                if (!validate35(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData })) {
                  vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.status !== void 0) {
                  const _errs5 = errors;
                  if (!validate22(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                    vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.files_checked !== void 0) {
                    const _errs6 = errors;
                    if (!validate62(data.files_checked, { instancePath: instancePath + "/files_checked", parentData: data, parentDataProperty: "files_checked", rootData })) {
                      vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs6 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.missing_files !== void 0) {
                      let data5 = data.missing_files;
                      const _errs7 = errors;
                      if (errors === _errs7) {
                        if (Array.isArray(data5)) {
                          if (data5.length > 1e5) {
                            validate107.errors = [{ instancePath: instancePath + "/missing_files", schemaPath: "#/properties/missing_files/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                            return false;
                          } else {
                            var valid2 = true;
                            const len0 = data5.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              const _errs9 = errors;
                              if (!validate32(data5[i0], { instancePath: instancePath + "/missing_files/" + i0, parentData: data5, parentDataProperty: i0, rootData })) {
                                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                                errors = vErrors.length;
                              }
                              var valid2 = _errs9 === errors;
                              if (!valid2) {
                                break;
                              }
                            }
                          }
                        } else {
                          validate107.errors = [{ instancePath: instancePath + "/missing_files", schemaPath: "#/properties/missing_files/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid1 = _errs7 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.hash_mismatches !== void 0) {
                        let data7 = data.hash_mismatches;
                        const _errs10 = errors;
                        if (errors === _errs10) {
                          if (Array.isArray(data7)) {
                            if (data7.length > 1e5) {
                              validate107.errors = [{ instancePath: instancePath + "/hash_mismatches", schemaPath: "#/properties/hash_mismatches/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                              return false;
                            } else {
                              var valid3 = true;
                              const len1 = data7.length;
                              for (let i1 = 0; i1 < len1; i1++) {
                                let data8 = data7[i1];
                                const _errs12 = errors;
                                if (errors === _errs12) {
                                  if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                                    let missing1;
                                    let valid4 = true;
                                    for (missing1 of schema27.properties.hash_mismatches.items.required) {
                                      valid4 = data8[missing1] !== void 0;
                                      if (!valid4) {
                                        validate107.errors = [{ instancePath: instancePath + "/hash_mismatches/" + i1, schemaPath: "#/properties/hash_mismatches/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (valid4) {
                                      const _errs14 = errors;
                                      for (const key1 in data8) {
                                        if (!(key1 === "path" || key1 === "expected" || key1 === "actual")) {
                                          validate107.errors = [{ instancePath: instancePath + "/hash_mismatches/" + i1, schemaPath: "#/properties/hash_mismatches/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs14 === errors) {
                                        if (data8.path !== void 0) {
                                          const _errs15 = errors;
                                          if (!validate32(data8.path, { instancePath: instancePath + "/hash_mismatches/" + i1 + "/path", parentData: data8, parentDataProperty: "path", rootData })) {
                                            vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid5 = _errs15 === errors;
                                        } else {
                                          var valid5 = true;
                                        }
                                        if (valid5) {
                                          if (data8.expected !== void 0) {
                                            const _errs16 = errors;
                                            if (!validate54(data8.expected, { instancePath: instancePath + "/hash_mismatches/" + i1 + "/expected", parentData: data8, parentDataProperty: "expected", rootData })) {
                                              vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid5 = _errs16 === errors;
                                          } else {
                                            var valid5 = true;
                                          }
                                          if (valid5) {
                                            if (data8.actual !== void 0) {
                                              const _errs17 = errors;
                                              if (!validate54(data8.actual, { instancePath: instancePath + "/hash_mismatches/" + i1 + "/actual", parentData: data8, parentDataProperty: "actual", rootData })) {
                                                vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid5 = _errs17 === errors;
                                            } else {
                                              var valid5 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    validate107.errors = [{ instancePath: instancePath + "/hash_mismatches/" + i1, schemaPath: "#/properties/hash_mismatches/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                    return false;
                                  }
                                }
                                var valid3 = _errs12 === errors;
                                if (!valid3) {
                                  break;
                                }
                              }
                            }
                          } else {
                            validate107.errors = [{ instancePath: instancePath + "/hash_mismatches", schemaPath: "#/properties/hash_mismatches/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid1 = _errs10 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.undeclared_files !== void 0) {
                          let data12 = data.undeclared_files;
                          const _errs18 = errors;
                          if (errors === _errs18) {
                            if (Array.isArray(data12)) {
                              if (data12.length > 1e5) {
                                validate107.errors = [{ instancePath: instancePath + "/undeclared_files", schemaPath: "#/properties/undeclared_files/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                return false;
                              } else {
                                var valid6 = true;
                                const len2 = data12.length;
                                for (let i2 = 0; i2 < len2; i2++) {
                                  const _errs20 = errors;
                                  if (!validate32(data12[i2], { instancePath: instancePath + "/undeclared_files/" + i2, parentData: data12, parentDataProperty: i2, rootData })) {
                                    vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid6 = _errs20 === errors;
                                  if (!valid6) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate107.errors = [{ instancePath: instancePath + "/undeclared_files", schemaPath: "#/properties/undeclared_files/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid1 = _errs18 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.duplicate_entries !== void 0) {
                            let data14 = data.duplicate_entries;
                            const _errs21 = errors;
                            if (errors === _errs21) {
                              if (Array.isArray(data14)) {
                                if (data14.length > 1e5) {
                                  validate107.errors = [{ instancePath: instancePath + "/duplicate_entries", schemaPath: "#/properties/duplicate_entries/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items" }];
                                  return false;
                                } else {
                                  var valid7 = true;
                                  const len3 = data14.length;
                                  for (let i3 = 0; i3 < len3; i3++) {
                                    const _errs23 = errors;
                                    if (!validate32(data14[i3], { instancePath: instancePath + "/duplicate_entries/" + i3, parentData: data14, parentDataProperty: i3, rootData })) {
                                      vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid7 = _errs23 === errors;
                                    if (!valid7) {
                                      break;
                                    }
                                  }
                                }
                              } else {
                                validate107.errors = [{ instancePath: instancePath + "/duplicate_entries", schemaPath: "#/properties/duplicate_entries/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid1 = _errs21 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.signature_status !== void 0) {
                              const _errs24 = errors;
                              if (!validate35(data.signature_status, { instancePath: instancePath + "/signature_status", parentData: data, parentDataProperty: "signature_status", rootData })) {
                                vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs24 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.signature_errors !== void 0) {
                                let data17 = data.signature_errors;
                                const _errs25 = errors;
                                if (errors === _errs25) {
                                  if (Array.isArray(data17)) {
                                    if (data17.length > 1e4) {
                                      validate107.errors = [{ instancePath: instancePath + "/signature_errors", schemaPath: "#/properties/signature_errors/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                                      return false;
                                    } else {
                                      var valid8 = true;
                                      const len4 = data17.length;
                                      for (let i4 = 0; i4 < len4; i4++) {
                                        const _errs27 = errors;
                                        if (!validate27(data17[i4], { instancePath: instancePath + "/signature_errors/" + i4, parentData: data17, parentDataProperty: i4, rootData })) {
                                          vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid8 = _errs27 === errors;
                                        if (!valid8) {
                                          break;
                                        }
                                      }
                                    }
                                  } else {
                                    validate107.errors = [{ instancePath: instancePath + "/signature_errors", schemaPath: "#/properties/signature_errors/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                    return false;
                                  }
                                }
                                var valid1 = _errs25 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.key_ids !== void 0) {
                                  let data19 = data.key_ids;
                                  const _errs28 = errors;
                                  if (errors === _errs28) {
                                    if (Array.isArray(data19)) {
                                      if (data19.length > 1e4) {
                                        validate107.errors = [{ instancePath: instancePath + "/key_ids", schemaPath: "#/properties/key_ids/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                                        return false;
                                      } else {
                                        var valid9 = true;
                                        const len5 = data19.length;
                                        for (let i5 = 0; i5 < len5; i5++) {
                                          const _errs30 = errors;
                                          if (!validate35(data19[i5], { instancePath: instancePath + "/key_ids/" + i5, parentData: data19, parentDataProperty: i5, rootData })) {
                                            vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid9 = _errs30 === errors;
                                          if (!valid9) {
                                            break;
                                          }
                                        }
                                      }
                                    } else {
                                      validate107.errors = [{ instancePath: instancePath + "/key_ids", schemaPath: "#/properties/key_ids/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid1 = _errs28 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data.warnings !== void 0) {
                                    let data21 = data.warnings;
                                    const _errs31 = errors;
                                    if (errors === _errs31) {
                                      if (Array.isArray(data21)) {
                                        if (data21.length > 1e4) {
                                          validate107.errors = [{ instancePath: instancePath + "/warnings", schemaPath: "#/properties/warnings/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                                          return false;
                                        } else {
                                          var valid10 = true;
                                          const len6 = data21.length;
                                          for (let i6 = 0; i6 < len6; i6++) {
                                            const _errs33 = errors;
                                            if (!validate27(data21[i6], { instancePath: instancePath + "/warnings/" + i6, parentData: data21, parentDataProperty: i6, rootData })) {
                                              vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid10 = _errs33 === errors;
                                            if (!valid10) {
                                              break;
                                            }
                                          }
                                        }
                                      } else {
                                        validate107.errors = [{ instancePath: instancePath + "/warnings", schemaPath: "#/properties/warnings/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                        return false;
                                      }
                                    }
                                    var valid1 = _errs31 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data.problem !== void 0) {
                                      let data23 = data.problem;
                                      const _errs34 = errors;
                                      const _errs35 = errors;
                                      let valid11 = false;
                                      const _errs36 = errors;
                                      if (!validate94(data23, { instancePath: instancePath + "/problem", parentData: data, parentDataProperty: "problem", rootData })) {
                                        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
                                        errors = vErrors.length;
                                      }
                                      var _valid0 = _errs36 === errors;
                                      valid11 = valid11 || _valid0;
                                      if (!valid11) {
                                        const _errs37 = errors;
                                        if (data23 !== null) {
                                          const err0 = { instancePath: instancePath + "/problem", schemaPath: "#/properties/problem/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                                          if (vErrors === null) {
                                            vErrors = [err0];
                                          } else {
                                            vErrors.push(err0);
                                          }
                                          errors++;
                                        }
                                        var _valid0 = _errs37 === errors;
                                        valid11 = valid11 || _valid0;
                                      }
                                      if (!valid11) {
                                        const err1 = { instancePath: instancePath + "/problem", schemaPath: "#/properties/problem/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                        if (vErrors === null) {
                                          vErrors = [err1];
                                        } else {
                                          vErrors.push(err1);
                                        }
                                        errors++;
                                        validate107.errors = vErrors;
                                        return false;
                                      } else {
                                        errors = _errs35;
                                        if (vErrors !== null) {
                                          if (_errs35) {
                                            vErrors.length = _errs35;
                                          } else {
                                            vErrors = null;
                                          }
                                        }
                                      }
                                      var valid1 = _errs34 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data.change !== void 0) {
                                        let data24 = data.change;
                                        const _errs39 = errors;
                                        if (!(data24 === "new" || data24 === "same" || data24 === "changed" || data24 === "key_changed" || data24 === "signature_lost" || data24 === "unknown")) {
                                          validate107.errors = [{ instancePath: instancePath + "/change", schemaPath: "#/properties/change/enum", keyword: "enum", params: { allowedValues: schema27.properties.change.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid1 = _errs39 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate107.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate107.errors = vErrors;
  return errors === 0;
}
var schema28 = { "type": "object", "additionalProperties": false, "required": ["projects", "fixtures", "fixtures_failed", "fixtures_errored", "self_comparisons", "graders", "graders_failed", "expectations_relaxed", "coverage_removed", "artifacts", "artifacts_tampered", "artifacts_unsigned"], "properties": { "projects": { "$ref": "#/definitions/count" }, "fixtures": { "$ref": "#/definitions/count" }, "fixtures_failed": { "$ref": "#/definitions/count" }, "fixtures_errored": { "$ref": "#/definitions/count" }, "self_comparisons": { "$ref": "#/definitions/count" }, "graders": { "$ref": "#/definitions/count" }, "graders_failed": { "$ref": "#/definitions/count" }, "expectations_relaxed": { "$ref": "#/definitions/count" }, "coverage_removed": { "$ref": "#/definitions/count" }, "artifacts": { "$ref": "#/definitions/count" }, "artifacts_tampered": { "$ref": "#/definitions/count" }, "artifacts_unsigned": { "$ref": "#/definitions/count" } } };
function validate124(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema28.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate124.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema28.properties, key0)) {
            validate124.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.projects !== void 0) {
            const _errs2 = errors;
            if (!validate62(data.projects, { instancePath: instancePath + "/projects", parentData: data, parentDataProperty: "projects", rootData })) {
              vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.fixtures !== void 0) {
              const _errs3 = errors;
              if (!validate62(data.fixtures, { instancePath: instancePath + "/fixtures", parentData: data, parentDataProperty: "fixtures", rootData })) {
                vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.fixtures_failed !== void 0) {
                const _errs4 = errors;
                if (!validate62(data.fixtures_failed, { instancePath: instancePath + "/fixtures_failed", parentData: data, parentDataProperty: "fixtures_failed", rootData })) {
                  vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                  errors = vErrors.length;
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.fixtures_errored !== void 0) {
                  const _errs5 = errors;
                  if (!validate62(data.fixtures_errored, { instancePath: instancePath + "/fixtures_errored", parentData: data, parentDataProperty: "fixtures_errored", rootData })) {
                    vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.self_comparisons !== void 0) {
                    const _errs6 = errors;
                    if (!validate62(data.self_comparisons, { instancePath: instancePath + "/self_comparisons", parentData: data, parentDataProperty: "self_comparisons", rootData })) {
                      vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs6 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.graders !== void 0) {
                      const _errs7 = errors;
                      if (!validate62(data.graders, { instancePath: instancePath + "/graders", parentData: data, parentDataProperty: "graders", rootData })) {
                        vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                        errors = vErrors.length;
                      }
                      var valid1 = _errs7 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.graders_failed !== void 0) {
                        const _errs8 = errors;
                        if (!validate62(data.graders_failed, { instancePath: instancePath + "/graders_failed", parentData: data, parentDataProperty: "graders_failed", rootData })) {
                          vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs8 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.expectations_relaxed !== void 0) {
                          const _errs9 = errors;
                          if (!validate62(data.expectations_relaxed, { instancePath: instancePath + "/expectations_relaxed", parentData: data, parentDataProperty: "expectations_relaxed", rootData })) {
                            vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs9 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.coverage_removed !== void 0) {
                            const _errs10 = errors;
                            if (!validate62(data.coverage_removed, { instancePath: instancePath + "/coverage_removed", parentData: data, parentDataProperty: "coverage_removed", rootData })) {
                              vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs10 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.artifacts !== void 0) {
                              const _errs11 = errors;
                              if (!validate62(data.artifacts, { instancePath: instancePath + "/artifacts", parentData: data, parentDataProperty: "artifacts", rootData })) {
                                vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs11 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.artifacts_tampered !== void 0) {
                                const _errs12 = errors;
                                if (!validate62(data.artifacts_tampered, { instancePath: instancePath + "/artifacts_tampered", parentData: data, parentDataProperty: "artifacts_tampered", rootData })) {
                                  vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                  errors = vErrors.length;
                                }
                                var valid1 = _errs12 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.artifacts_unsigned !== void 0) {
                                  const _errs13 = errors;
                                  if (!validate62(data.artifacts_unsigned, { instancePath: instancePath + "/artifacts_unsigned", parentData: data, parentDataProperty: "artifacts_unsigned", rootData })) {
                                    vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid1 = _errs13 === errors;
                                } else {
                                  var valid1 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate124.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate124.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      let valid0 = true;
      for (missing0 of schema6.required) {
        valid0 = data[missing0] !== void 0;
        if (!valid0) {
          validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
          return false;
          break;
        }
      }
      if (valid0) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema6.properties, key0)) {
            validate21.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.schema_id !== void 0) {
            const _errs2 = errors;
            if ("gait.ci.report" !== data.schema_id) {
              validate21.errors = [{ instancePath: instancePath + "/schema_id", schemaPath: "#/properties/schema_id/const", keyword: "const", params: { allowedValue: "gait.ci.report" }, message: "must be equal to constant" }];
              return false;
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.schema_version !== void 0) {
              const _errs3 = errors;
              if ("1.0.0" !== data.schema_version) {
                validate21.errors = [{ instancePath: instancePath + "/schema_version", schemaPath: "#/properties/schema_version/const", keyword: "const", params: { allowedValue: "1.0.0" }, message: "must be equal to constant" }];
                return false;
              }
              var valid1 = _errs3 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.producer_version !== void 0) {
                let data2 = data.producer_version;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data2 === "string") {
                    if (func3(data2) > 64) {
                      validate21.errors = [{ instancePath: instancePath + "/producer_version", schemaPath: "#/properties/producer_version/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                      return false;
                    } else {
                      if (!pattern0.test(data2)) {
                        validate21.errors = [{ instancePath: instancePath + "/producer_version", schemaPath: "#/properties/producer_version/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Za-z.+-]*$" }, message: 'must match pattern "^[0-9A-Za-z.+-]*$"' }];
                        return false;
                      }
                    }
                  } else {
                    validate21.errors = [{ instancePath: instancePath + "/producer_version", schemaPath: "#/properties/producer_version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid1 = _errs4 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.kind !== void 0) {
                  let data3 = data.kind;
                  const _errs6 = errors;
                  if (!(data3 === "regress" || data3 === "verify")) {
                    validate21.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema6.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid1 = _errs6 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.status !== void 0) {
                    const _errs7 = errors;
                    if (!validate22(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                      vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs7 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.exit_code !== void 0) {
                      let data5 = data.exit_code;
                      const _errs8 = errors;
                      if (!(data5 === 0 || data5 === 2 || data5 === 5 || data5 === 6)) {
                        validate21.errors = [{ instancePath: instancePath + "/exit_code", schemaPath: "#/properties/exit_code/enum", keyword: "enum", params: { allowedValues: schema6.properties.exit_code.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid1 = _errs8 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.failed_on !== void 0) {
                        let data6 = data.failed_on;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (Array.isArray(data6)) {
                            if (data6.length > 11) {
                              validate21.errors = [{ instancePath: instancePath + "/failed_on", schemaPath: "#/properties/failed_on/maxItems", keyword: "maxItems", params: { limit: 11 }, message: "must NOT have more than 11 items" }];
                              return false;
                            } else {
                              var valid2 = true;
                              const len0 = data6.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                let data7 = data6[i0];
                                const _errs11 = errors;
                                if (!(data7 === "error" || data7 === "tampered" || data7 === "unsigned" || data7 === "unknown-schema" || data7 === "key-changed" || data7 === "drift" || data7 === "removed-coverage" || data7 === "relaxed" || data7 === "verdict-relaxed" || data7 === "context-runtime" || data7 === "risk-increase")) {
                                  validate21.errors = [{ instancePath: instancePath + "/failed_on/" + i0, schemaPath: "#/properties/failed_on/items/enum", keyword: "enum", params: { allowedValues: schema6.properties.failed_on.items.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid2 = _errs11 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            }
                          } else {
                            validate21.errors = [{ instancePath: instancePath + "/failed_on", schemaPath: "#/properties/failed_on/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid1 = _errs9 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.head_sha !== void 0) {
                          const _errs12 = errors;
                          if (!validate24(data.head_sha, { instancePath: instancePath + "/head_sha", parentData: data, parentDataProperty: "head_sha", rootData })) {
                            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs12 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.base_sha !== void 0) {
                            const _errs13 = errors;
                            if (!validate24(data.base_sha, { instancePath: instancePath + "/base_sha", parentData: data, parentDataProperty: "base_sha", rootData })) {
                              vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs13 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.base_note !== void 0) {
                              const _errs14 = errors;
                              if (!validate27(data.base_note, { instancePath: instancePath + "/base_note", parentData: data, parentDataProperty: "base_note", rootData })) {
                                vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs14 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.shard !== void 0) {
                                let data11 = data.shard;
                                const _errs15 = errors;
                                if (errors === _errs15) {
                                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                    let missing1;
                                    let valid3 = true;
                                    for (missing1 of schema6.properties.shard.required) {
                                      valid3 = data11[missing1] !== void 0;
                                      if (!valid3) {
                                        validate21.errors = [{ instancePath: instancePath + "/shard", schemaPath: "#/properties/shard/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (valid3) {
                                      const _errs17 = errors;
                                      for (const key1 in data11) {
                                        if (!(key1 === "index" || key1 === "count")) {
                                          validate21.errors = [{ instancePath: instancePath + "/shard", schemaPath: "#/properties/shard/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs17 === errors) {
                                        if (data11.index !== void 0) {
                                          let data12 = data11.index;
                                          const _errs18 = errors;
                                          if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                                            validate21.errors = [{ instancePath: instancePath + "/shard/index", schemaPath: "#/properties/shard/properties/index/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                            return false;
                                          }
                                          if (errors === _errs18) {
                                            if (typeof data12 == "number" && isFinite(data12)) {
                                              if (data12 > 1e4 || isNaN(data12)) {
                                                validate21.errors = [{ instancePath: instancePath + "/shard/index", schemaPath: "#/properties/shard/properties/index/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                return false;
                                              } else {
                                                if (data12 < 0 || isNaN(data12)) {
                                                  validate21.errors = [{ instancePath: instancePath + "/shard/index", schemaPath: "#/properties/shard/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                          }
                                          var valid4 = _errs18 === errors;
                                        } else {
                                          var valid4 = true;
                                        }
                                        if (valid4) {
                                          if (data11.count !== void 0) {
                                            let data13 = data11.count;
                                            const _errs20 = errors;
                                            if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                                              validate21.errors = [{ instancePath: instancePath + "/shard/count", schemaPath: "#/properties/shard/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                              return false;
                                            }
                                            if (errors === _errs20) {
                                              if (typeof data13 == "number" && isFinite(data13)) {
                                                if (data13 > 1e4 || isNaN(data13)) {
                                                  validate21.errors = [{ instancePath: instancePath + "/shard/count", schemaPath: "#/properties/shard/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                  return false;
                                                } else {
                                                  if (data13 < 0 || isNaN(data13)) {
                                                    validate21.errors = [{ instancePath: instancePath + "/shard/count", schemaPath: "#/properties/shard/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                            }
                                            var valid4 = _errs20 === errors;
                                          } else {
                                            var valid4 = true;
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    validate21.errors = [{ instancePath: instancePath + "/shard", schemaPath: "#/properties/shard/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                    return false;
                                  }
                                }
                                var valid1 = _errs15 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.reproduce !== void 0) {
                                  const _errs22 = errors;
                                  if (!validate29(data.reproduce, { instancePath: instancePath + "/reproduce", parentData: data, parentDataProperty: "reproduce", rootData })) {
                                    vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid1 = _errs22 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data.projects !== void 0) {
                                    let data15 = data.projects;
                                    const _errs23 = errors;
                                    if (errors === _errs23) {
                                      if (Array.isArray(data15)) {
                                        if (data15.length > 1e3) {
                                          validate21.errors = [{ instancePath: instancePath + "/projects", schemaPath: "#/properties/projects/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                                          return false;
                                        } else {
                                          var valid5 = true;
                                          const len1 = data15.length;
                                          for (let i1 = 0; i1 < len1; i1++) {
                                            const _errs25 = errors;
                                            if (!validate31(data15[i1], { instancePath: instancePath + "/projects/" + i1, parentData: data15, parentDataProperty: i1, rootData })) {
                                              vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid5 = _errs25 === errors;
                                            if (!valid5) {
                                              break;
                                            }
                                          }
                                        }
                                      } else {
                                        validate21.errors = [{ instancePath: instancePath + "/projects", schemaPath: "#/properties/projects/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                        return false;
                                      }
                                    }
                                    var valid1 = _errs23 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data.artifacts !== void 0) {
                                      let data17 = data.artifacts;
                                      const _errs26 = errors;
                                      if (errors === _errs26) {
                                        if (Array.isArray(data17)) {
                                          if (data17.length > 1e4) {
                                            validate21.errors = [{ instancePath: instancePath + "/artifacts", schemaPath: "#/properties/artifacts/maxItems", keyword: "maxItems", params: { limit: 1e4 }, message: "must NOT have more than 10000 items" }];
                                            return false;
                                          } else {
                                            var valid6 = true;
                                            const len2 = data17.length;
                                            for (let i2 = 0; i2 < len2; i2++) {
                                              const _errs28 = errors;
                                              if (!validate107(data17[i2], { instancePath: instancePath + "/artifacts/" + i2, parentData: data17, parentDataProperty: i2, rootData })) {
                                                vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid6 = _errs28 === errors;
                                              if (!valid6) {
                                                break;
                                              }
                                            }
                                          }
                                        } else {
                                          validate21.errors = [{ instancePath: instancePath + "/artifacts", schemaPath: "#/properties/artifacts/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                          return false;
                                        }
                                      }
                                      var valid1 = _errs26 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data.totals !== void 0) {
                                        const _errs29 = errors;
                                        if (!validate124(data.totals, { instancePath: instancePath + "/totals", parentData: data, parentDataProperty: "totals", rootData })) {
                                          vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid1 = _errs29 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}

// src/report/json-reader.ts
function readReport(source) {
  if (source.byteLength > _chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_REPORT_BYTES */ .WA) throw refused(`it is larger than ${_chunk_E6I6O2OM_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_REPORT_BYTES */ .WA} bytes`);
  const value = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(source);
  if (!stdin_default(value)) {
    const [error] = stdin_default.errors ?? [];
    throw refused(`${(0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(error?.instancePath || "/")} ${error?.message ?? "is not valid"}`);
  }
  const report = value;
  const totals = (0,_chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .totalsOf */ .vA)(report.projects, report.artifacts);
  for (const name of Object.keys(totals)) {
    if (report.totals[name] !== totals[name]) throw refused(`/totals/${name} is not what the report lists`);
  }
  const isPass = report.status === "pass";
  if (isPass !== (report.exit_code === 0) || isPass !== (report.failed_on.length === 0)) {
    throw refused("/status, /exit_code and /failed_on contradict each other");
  }
  if (isPass && (totals.fixtures_errored > 0 || totals.artifacts_tampered > 0 || report.projects.some(({ problem }) => problem !== null))) {
    throw refused("/status is pass although something could not be judged");
  }
  return report;
}
var refused = (why) => new _chunk_RR7DFFB5_js__WEBPACK_IMPORTED_MODULE_1__/* .GaitError */ .EE("invalid_input", `not a gait.ci.report: ${why}`, { code: "report_invalid" });




/***/ })

};
