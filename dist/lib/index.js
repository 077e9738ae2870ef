import "./chunk-MLKGABMK.js";

// src/format/canonical.ts
import { hash } from "node:crypto";

// src/format/errors.ts
var EXIT_CODE_OF = {
  invalid_input: 6,
  verification_failed: 2,
  policy_blocked: 3,
  approval_required: 4,
  regress_failed: 5,
  dependency_missing: 7,
  unsafe_operation: 8,
  io_failure: 1,
  state_contention: 1,
  network_transient: 1,
  network_permanent: 1,
  internal_failure: 1
};
var exitCodeOf = (category) => EXIT_CODE_OF[category];
var GaitError = class _GaitError extends Error {
  name = "GaitError";
  category;
  code;
  hint;
  retryable;
  file;
  line;
  constructor(category, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.category = category;
    this.code = options.code ?? category;
    this.hint = options.hint;
    this.retryable = options.retryable ?? (category === "network_transient" || category === "state_contention");
    this.file = options.file;
    this.line = options.line;
  }
  get exitCode() {
    return exitCodeOf(this.category);
  }
  /** The same error, its message led by what was being done: `parse manifest: …`. */
  prefixed(prefix) {
    const { category, code, hint, retryable, file, line: line2 } = this;
    return new _GaitError(category, `${prefix}: ${this.message}`, { code, hint, retryable, file, line: line2, cause: this });
  }
};
var invalidInput = (message, options) => new GaitError("invalid_input", message, options);
var verificationFailed = (message, options) => new GaitError("verification_failed", message, options);
function withPrefix(prefix, action) {
  try {
    return action();
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed(prefix) : error;
  }
}
async function withPrefixAsync(prefix, action) {
  try {
    return await action();
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed(prefix) : error;
  }
}
var messageOf = (error) => error instanceof Error ? error.message : String(error);

// src/format/text.ts
var GO_SPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
var EDGE_SPACE = new RegExp(`^[${GO_SPACE}]+|[${GO_SPACE}]+$`, "g");
var trim = (text2) => {
  const first = text2.charCodeAt(0);
  const last = text2.charCodeAt(text2.length - 1);
  const isPlain = (code) => code > 32 && code < 127;
  return isPlain(first) && isPlain(last) ? text2 : text2.replace(EDGE_SPACE, "");
};
var isBlank = (text2) => trim(text2) === "";
var normalizeWord = (text2) => trim(text2).toLowerCase();
function compareBytes(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 55296 && y >= 55296) {
      x = x >= 57344 ? x - 2048 : x + 8192;
      y = y >= 57344 ? y - 2048 : y + 8192;
    }
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
var sortedUnique = (values) => [...new Set([...values].map(trim).filter((value) => value !== ""))].sort(compareBytes);
var HEX64 = /^[0-9a-fA-F]{64}$/;
var isHex64 = (text2) => HEX64.test(text2);
var equalHex = (a, b) => a.length === b.length && a.toLowerCase() === b.toLowerCase();

// src/format/canonical.ts
function canonicalize(value) {
  const sorted = sortedCopy(value);
  if (sorted === void 0) return writeSorted(value);
  const text2 = JSON.stringify(sorted);
  return text2.includes("\\ud") ? writeSorted(value) : text2;
}
var isUnorderedKey = (key) => {
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57 || key === "__proto__";
};
function areAscending(keys) {
  for (let i = 1; i < keys.length; i++) if (keys[i - 1] >= keys[i]) return false;
  return true;
}
function sortedCopy(value) {
  if (typeof value === "number") return finite(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = [];
    for (const item of value) {
      const copy = sortedCopy(item);
      if (copy === void 0) return void 0;
      items.push(copy);
    }
    return items;
  }
  const keys = Object.keys(value);
  if (!areAscending(keys)) keys.sort();
  const out = {};
  for (const key of keys) {
    const copy = isUnorderedKey(key) ? void 0 : sortedCopy(value[key]);
    if (copy === void 0) return void 0;
    out[key] = copy;
  }
  return out;
}
function finite(value) {
  if (!Number.isFinite(value)) throw new GaitError("invalid_input", `not a JSON number: ${value}`);
  return value;
}
function writeSorted(value) {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return String(finite(value) || 0);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(",")}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${canonicalString(key)}:${writeSorted(value[key])}`).join(",")}}`;
}
function canonicalString(value) {
  if (!value.isWellFormed()) throw new GaitError("invalid_input", "a string holds half of a surrogate pair");
  return JSON.stringify(value);
}
function equalJson(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => equalJson(item, b[i]));
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]));
}
var sha256Hex = (bytes) => hash("sha256", bytes, "hex");
var digestOf = (value) => sha256Hex(canonicalize(value));
var HTML = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" };
var escapeHtml = (text2) => text2.replace(/[<>&\u2028\u2029]/g, (char) => HTML[char]);
var goJson = (value) => escapeHtml(JSON.stringify(value));
var goJsonIndented = (value) => `${escapeHtml(JSON.stringify(value, null, 2))}
`;
function goJsonSorted(value) {
  if (Array.isArray(value)) return `[${value.map(goJsonSorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return goJson(value);
  const members = Object.keys(value).sort(compareBytes);
  return `{${members.map((key) => `${goJson(key)}:${goJsonSorted(value[key])}`).join(",")}}`;
}

// src/format/byte-writer.ts
var ByteWriter = class {
  /** What is written so far is `buffer[0 … length)`. Fast writers fill it themselves after `reserve`. */
  buffer;
  length = 0;
  constructor(capacity = 1024) {
    this.buffer = new Uint8Array(capacity);
  }
  /** Makes room for `count` more bytes. */
  reserve(count) {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }
  append(bytes) {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }
  u16(value) {
    this.reserve(2);
    this.buffer[this.length++] = value;
    this.buffer[this.length++] = value >>> 8;
  }
  u32(value) {
    this.u16(value);
    this.u16(value >>> 16);
  }
  /** A non-negative safe integer as 64 bits. */
  u64(value) {
    this.u32(value);
    this.u32(Math.floor(value / 4294967296));
  }
  /** The bytes written so far; a view, valid until the next write. */
  bytes() {
    return this.buffer.subarray(0, this.length);
  }
};

// src/format/huffman.ts
var SYMBOL_BITS = 9;
var SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
var NO_PAIR = 2147483647;
function codeLengths(counts, maxBits) {
  const lengths = new Uint8Array(counts.length);
  const leaves = sortedLeaves(counts);
  const used = leaves.length;
  if (used <= 2) {
    for (const leaf of leaves) lengths[leaf & SYMBOL_MASK] = 1;
    return lengths;
  }
  const leafWeights = leaves.map((leaf) => leaf >>> SYMBOL_BITS);
  const levels = [mergeLevel(leafWeights, new Int32Array(0))];
  while (levels.length < Math.min(maxBits, used - 1)) levels.push(mergeLevel(leafWeights, levels.at(-1).weights));
  let take = 2 * used - 2;
  for (const { leavesBefore } of levels.reverse()) {
    const leavesTaken = leavesBefore[take];
    for (let i = 0; i < leavesTaken; i++) lengths[leaves[i] & SYMBOL_MASK]++;
    take = 2 * (take - leavesTaken);
  }
  return lengths;
}
function sortedLeaves(counts) {
  const leaves = new Int32Array(counts.length);
  let used = 0;
  for (let symbol = 0; symbol < counts.length; symbol++)
    if (counts[symbol] > 0) leaves[used++] = counts[symbol] << SYMBOL_BITS | symbol;
  return leaves.subarray(0, used).sort();
}
function mergeLevel(leafWeights, below) {
  const leaves = leafWeights.length;
  const items = leaves + (below.length >> 1);
  const weights = new Int32Array(items);
  const leavesBefore = new Uint16Array(items + 1);
  let leaf = 0;
  for (let item = 0; item < items; item++) {
    const pair = 2 * (item - leaf);
    const pairWeight = pair + 1 < below.length ? below[pair] + below[pair + 1] : NO_PAIR;
    weights[item] = leaf < leaves && leafWeights[leaf] < pairWeight ? leafWeights[leaf++] : pairWeight;
    leavesBefore[item + 1] = leaf;
  }
  return { weights, leavesBefore };
}
function canonicalCodes(lengths) {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1]++;
  for (let length = 1; length < 17; length++) next[length] = next[length] + next[length - 1] << 1;
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length > 0) codes[symbol] = reverseBits(next[length]++, length);
  }
  return codes;
}
function reverseBits(code, length) {
  let reversed = 0;
  for (let i = 0; i < length; i++) reversed |= (code >>> i & 1) << length - 1 - i;
  return reversed;
}

// src/format/deflate-block.ts
var MAX_TOKENS = 16384;
var MIN_MATCH = 3;
var MATCH_FLAG = 1 << 23;
var matchToken = (length, distance) => MATCH_FLAG | length - MIN_MATCH << 15 | distance - 1;
var END_OF_BLOCK = 256;
var LITERAL_CODES = 286;
var DISTANCE_CODES = 30;
var MAX_STORED = 65535;
var MAX_TOKEN_BYTES = 6;
var MAX_HEADER_BYTES = 512;
function extraBits(codes, groupSize) {
  return Uint8Array.from({ length: codes }, (_, code) => Math.max(0, Math.floor(code / groupSize) - 1));
}
var LENGTH_EXTRA = extraBits(29, 4).fill(0, 28);
var DISTANCE_EXTRA = extraBits(DISTANCE_CODES, 2);
function firstValues(extra) {
  const bases = new Uint16Array(extra.length);
  for (let code = 1; code < extra.length; code++) bases[code] = bases[code - 1] + (1 << extra[code - 1]);
  return bases;
}
var LENGTH_BASE = firstValues(LENGTH_EXTRA).fill(258 - MIN_MATCH, 28);
var DISTANCE_BASE = firstValues(DISTANCE_EXTRA);
function codeOfEach(values, bases) {
  const codes = new Uint8Array(values);
  for (let code = 0; code < bases.length; code++) codes.fill(code, bases[code]);
  return codes;
}
var LENGTH_CODE = codeOfEach(256, LENGTH_BASE);
var DISTANCE_CODE = codeOfEach(32768, DISTANCE_BASE);
var CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
var REPEAT_EXTRA = { 16: 2, 17: 3, 18: 7 };
var codeOf = (lengths) => ({ lengths, codes: canonicalCodes(lengths) });
var FIXED_LITERALS = codeOf(new Uint8Array(288).fill(8).fill(9, 144).fill(7, 256).fill(8, 280));
var FIXED_DISTANCES = codeOf(new Uint8Array(DISTANCE_CODES).fill(5));
function bitsOf(counts, bitsOfEach) {
  let bits = 0;
  for (let symbol = 0; symbol < counts.length; symbol++) bits += counts[symbol] * bitsOfEach[symbol];
  return bits;
}
function withoutTrailingZeros(counts) {
  let length = counts.length;
  while (length > 0 && counts[length - 1] === 0) length--;
  return counts.subarray(0, length);
}
function runLengthCode(lengths) {
  const out = [];
  for (let start = 0; start < lengths.length; ) {
    const value = lengths[start];
    let end = start + 1;
    while (lengths[end] === value) end++;
    let left = end - start;
    start = end;
    const repeat = (symbol, least, most) => {
      const count = Math.min(left, most);
      out.push({ symbol, extra: count - least });
      left -= count;
    };
    if (value === 0) {
      while (left >= 11) repeat(18, 11, 138);
      if (left >= 3) repeat(17, 3, 10);
    } else {
      out.push({ symbol: value, extra: 0 });
      left--;
      while (left >= 3) repeat(16, 3, 6);
    }
    for (; left > 0; left--) out.push({ symbol: value, extra: 0 });
  }
  return out;
}
var DynamicHeader = class {
  constructor(literals, distances) {
    this.literals = literals;
    this.distances = distances;
    const lengths = new Uint8Array(literals.length + distances.length);
    lengths.set(literals);
    lengths.set(distances, literals.length);
    this.symbols = runLengthCode(lengths);
    const counts = new Int32Array(CODE_LENGTH_ORDER.length);
    let extra = 0;
    for (const { symbol } of this.symbols) {
      counts[symbol]++;
      extra += REPEAT_EXTRA[symbol] ?? 0;
    }
    this.code = codeOf(codeLengths(counts, 7));
    this.codesSent = Math.max(4, withoutTrailingZeros(Int32Array.from(CODE_LENGTH_ORDER, (symbol) => counts[symbol])).length);
    this.bits = 17 + 3 * this.codesSent + bitsOf(counts, this.code.lengths) + extra;
  }
  literals;
  distances;
  symbols;
  code;
  codesSent;
  bits;
  writeTo(out) {
    out.bits(4, 3);
    out.bits(this.literals.length - 257, 5);
    out.bits(this.distances.length - 1, 5);
    out.bits(this.codesSent - 4, 4);
    for (let i = 0; i < this.codesSent; i++) out.bits(this.code.lengths[CODE_LENGTH_ORDER[i]], 3);
    for (const { symbol, extra } of this.symbols) {
      out.bits(this.code.codes[symbol], this.code.lengths[symbol]);
      out.bits(extra, REPEAT_EXTRA[symbol] ?? 0);
    }
  }
};
function countSymbols(tokens, count) {
  const literals = new Int32Array(LITERAL_CODES);
  const distances = new Int32Array(DISTANCE_CODES);
  for (let i = 0; i < count; i++) {
    const token = tokens[i];
    if (token < MATCH_FLAG) literals[token]++;
    else {
      literals[257 + LENGTH_CODE[token >>> 15 & 255]]++;
      distances[DISTANCE_CODE[token & 32767]]++;
    }
  }
  literals[END_OF_BLOCK] = 1;
  const used = withoutTrailingZeros(distances);
  return { literalCounts: withoutTrailingZeros(literals), distanceCounts: used.length > 0 ? used : Int32Array.of(1) };
}
var BlockWriter = class {
  constructor(out) {
    this.out = out;
  }
  out;
  hold = 0;
  /** How many bits `hold` has; below 16 between calls. */
  held = 0;
  /** Writes the lowest `count` (at most 16) bits of `value`, which has no others. Room must have been reserved. */
  bits(value, count) {
    this.hold |= value << this.held;
    this.held += count;
    if (this.held < 16) return;
    const { out } = this;
    out.buffer[out.length++] = this.hold;
    out.buffer[out.length++] = this.hold >>> 8;
    this.hold >>>= 16;
    this.held -= 16;
  }
  /**
   * Writes the first `count` tokens as one block that is not the last.
   * @param raw the bytes that the tokens stand for, undefined where they are no longer known
   */
  block(tokens, count, raw) {
    const { literalCounts, distanceCounts } = countSymbols(tokens, count);
    const literals = codeOf(codeLengths(literalCounts, 15));
    const distances = codeOf(codeLengths(distanceCounts, 15));
    const header3 = new DynamicHeader(literals.lengths, distances.lengths);
    const storable = raw !== void 0 && raw.length <= MAX_STORED;
    const extra = storable ? bitsOf(literalCounts.subarray(257), LENGTH_EXTRA) + bitsOf(distanceCounts, DISTANCE_EXTRA) : 0;
    const symbolBits = (a, b) => bitsOf(literalCounts, a.lengths) + bitsOf(distanceCounts, b.lengths) + extra;
    const fixed = 3 + symbolBits(FIXED_LITERALS, FIXED_DISTANCES);
    const dynamic = header3.bits + symbolBits(literals, distances);
    this.out.reserve(MAX_HEADER_BYTES + count * MAX_TOKEN_BYTES);
    if (storable && (raw.length + 5) * 8 < Math.min(fixed, dynamic)) {
      this.stored(raw, false);
    } else if (dynamic < fixed) {
      header3.writeTo(this);
      this.tokens(tokens, count, literals, distances);
    } else {
      this.bits(2, 3);
      this.tokens(tokens, count, FIXED_LITERALS, FIXED_DISTANCES);
    }
  }
  /** Ends the stream with an empty final block. The writer can then begin another stream. */
  end() {
    this.stored(new Uint8Array(0), true);
  }
  stored(raw, final) {
    this.out.reserve(MAX_HEADER_BYTES);
    this.bits(final ? 1 : 0, 3);
    if (this.held > 0) this.out.buffer[this.out.length++] = this.hold;
    if (this.held > 8) this.out.buffer[this.out.length++] = this.hold >>> 8;
    this.hold = 0;
    this.held = 0;
    this.out.u16(raw.length);
    this.out.u16(~raw.length);
    this.out.append(raw);
  }
  tokens(tokens, count, literals, distances) {
    for (let i = 0; i < count; i++) {
      const token = tokens[i];
      if (token < MATCH_FLAG) {
        this.bits(literals.codes[token], literals.lengths[token]);
        continue;
      }
      const length = token >>> 15 & 255;
      const lengthCode = LENGTH_CODE[length];
      this.bits(literals.codes[257 + lengthCode], literals.lengths[257 + lengthCode]);
      this.bits(length - LENGTH_BASE[lengthCode], LENGTH_EXTRA[lengthCode]);
      const distance = token & 32767;
      const distanceCode = DISTANCE_CODE[distance];
      this.bits(distances.codes[distanceCode], distances.lengths[distanceCode]);
      this.bits(distance - DISTANCE_BASE[distanceCode], DISTANCE_EXTRA[distanceCode]);
    }
    this.bits(literals.codes[END_OF_BLOCK], literals.lengths[END_OF_BLOCK]);
  }
};

// src/format/deflate.ts
var WINDOW = 32768;
var WINDOW_MASK = WINDOW - 1;
var MIN_MATCH2 = 4;
var NO_MATCH = MIN_MATCH2 - 1;
var MAX_MATCH = 258;
var MIN_LOOKAHEAD = MIN_MATCH2 + MAX_MATCH;
var LAZY_LENGTH = 16;
var NICE_LENGTH = 32;
var MAX_CANDIDATES = 32;
var SHORT_MATCH_DISTANCE = 4096;
var HASH_BITS = 17;
var HASH_SHIFT = 32 - HASH_BITS;
var HASH_FACTOR = 506832829;
var MAX_ORIGIN = 1 << 24;
var Deflater = class {
  blocks;
  window = new Uint8Array(2 * WINDOW);
  view = new DataView(this.window.buffer);
  head = new Int32Array(1 << HASH_BITS);
  prev = new Int32Array(WINDOW);
  tokens = new Int32Array(MAX_TOKENS);
  tokenCount = 0;
  origin = 1;
  end = 0;
  /** Where the next block's bytes begin; negative once they have left the window. */
  blockStart = 0;
  current = 0;
  length = NO_MATCH;
  distance = 0;
  isPending = false;
  /** The newest earlier position with the hash of the last one inserted, as stored. */
  candidate = 0;
  constructor(out) {
    this.blocks = new BlockWriter(out);
  }
  write(chunk) {
    for (let taken = 0; taken < chunk.length; ) {
      if (this.end === this.window.length) {
        this.match(false);
        this.slide();
      }
      const count = Math.min(chunk.length - taken, this.window.length - this.end);
      this.window.set(chunk.subarray(taken, taken + count), this.end);
      this.end += count;
      taken += count;
    }
  }
  /** Ends the stream. The next write begins a new one. */
  finish() {
    this.match(true);
    this.blocks.end();
    this.advanceOrigin(this.window.length);
    this.end = 0;
    this.blockStart = 0;
    this.current = 0;
    this.length = NO_MATCH;
    this.distance = 0;
    this.candidate = 0;
  }
  /** Step 1: drops the older half of the window. */
  slide() {
    this.window.copyWithin(0, WINDOW);
    this.end -= WINDOW;
    this.current -= WINDOW;
    this.blockStart -= WINDOW;
    this.advanceOrigin(WINDOW);
  }
  advanceOrigin(count) {
    this.origin += count;
    if (this.origin <= MAX_ORIGIN) return;
    const shift = this.origin - 1;
    const moved = (position) => Math.max(0, position - shift);
    for (let i = 0; i < this.head.length; i++) this.head[i] = moved(this.head[i]);
    for (let i = 0; i < this.prev.length; i++) this.prev[i] = moved(this.prev[i]);
    this.candidate = moved(this.candidate);
    this.origin -= shift;
  }
  /** Steps 3–7: turns the window into tokens, up to its end (`sync`) or as far as a longest match could not reach beyond it. */
  match(sync) {
    const { window, view, head, prev, end, origin } = this;
    const insertEnd = end - (MIN_MATCH2 - 1);
    let { current, length, distance, isPending, candidate } = this;
    for (; ; ) {
      const lookahead = end - current;
      if (lookahead < MIN_LOOKAHEAD && (!sync || lookahead === 0)) break;
      if (current < insertEnd) {
        const hash2 = Math.imul(view.getInt32(current), HASH_FACTOR) >>> HASH_SHIFT;
        candidate = head[hash2];
        prev[current & WINDOW_MASK] = candidate;
        head[hash2] = current + origin;
      }
      const previousLength = length;
      const previousDistance = distance;
      length = NO_MATCH;
      distance = 0;
      if (previousLength < LAZY_LENGTH && lookahead > previousLength && candidate - origin >= Math.max(current - WINDOW, 0)) {
        const found = this.longestMatch(current, candidate - origin, Math.min(MAX_MATCH, lookahead));
        if (found !== 0) {
          length = found >>> 16;
          distance = found & 65535;
        }
      }
      if (previousLength >= MIN_MATCH2 && length <= previousLength) {
        this.tokens[this.tokenCount++] = matchToken(previousLength, previousDistance);
        const next = current + previousLength - 1;
        const stop = Math.min(next, insertEnd);
        for (let at = current + 1; at < stop; at++) {
          const hash2 = Math.imul(view.getInt32(at), HASH_FACTOR) >>> HASH_SHIFT;
          prev[at & WINDOW_MASK] = head[hash2];
          head[hash2] = at + origin;
        }
        current = next;
        isPending = false;
        length = NO_MATCH;
        if (this.tokenCount === MAX_TOKENS) this.flush(current);
      } else {
        if (isPending) {
          this.tokens[this.tokenCount++] = window[current - 1];
          if (this.tokenCount === MAX_TOKENS) this.flush(current);
        }
        current++;
        isPending = true;
      }
    }
    if (sync) {
      if (isPending) this.tokens[this.tokenCount++] = window[current - 1];
      isPending = false;
      if (this.tokenCount > 0) this.flush(current);
    }
    this.current = current;
    this.length = length;
    this.distance = distance;
    this.isPending = isPending;
    this.candidate = candidate;
  }
  /** Step 5: the first of the longest matches, as length × 65,536 + distance; 0 where there is none. */
  longestMatch(current, first, longest) {
    const { view, prev, origin } = this;
    const nice = Math.min(NICE_LENGTH, longest);
    const oldest = Math.max(current - WINDOW, 0);
    let best = NO_MATCH;
    let distance = 0;
    let candidate = first;
    let wanted = view.getInt32(current + best - 3);
    for (let tries = MAX_CANDIDATES; tries > 0; tries--) {
      if (view.getInt32(candidate + best - 3) === wanted) {
        const n = commonLength(view, candidate, current, longest);
        if (n > best && (n > MIN_MATCH2 || current - candidate <= SHORT_MATCH_DISTANCE)) {
          best = n;
          distance = current - candidate;
          if (n >= nice) break;
          wanted = view.getInt32(current + best - 3);
        }
      }
      if (candidate === oldest) break;
      candidate = prev[candidate & WINDOW_MASK] - origin;
      if (candidate < oldest) break;
    }
    return distance === 0 ? 0 : best << 16 | distance;
  }
  flush(blockEnd) {
    const raw = this.blockStart >= 0 ? this.window.subarray(this.blockStart, blockEnd) : void 0;
    this.blocks.block(this.tokens, this.tokenCount, raw);
    this.tokenCount = 0;
    this.blockStart = blockEnd;
  }
};
function commonLength(view, a, b, longest) {
  let n = 0;
  for (; n + 4 <= longest; n += 4) {
    const difference = view.getInt32(a + n) ^ view.getInt32(b + n);
    if (difference !== 0) return n + (Math.clz32(difference) >>> 3);
  }
  while (n < longest && view.getUint8(a + n) === view.getUint8(b + n)) n++;
  return n;
}
function deflateRaw(bytes) {
  const out = new ByteWriter();
  const deflater = new Deflater(out);
  deflater.write(bytes);
  deflater.finish();
  return out.bytes();
}

// src/format/json.ts
var MAX_DEPTH = 1e3;
var MAX_VALUES = 1e7;
var MAX_TEXT = 2 ** 29 - 24;
function positionAt(text2, at) {
  const before = text2.slice(0, at);
  const line2 = before.split("\n").length;
  return { line: line2, column: at - before.lastIndexOf("\n") };
}
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeUtf8(bytes) {
  if (bytes.length > MAX_TEXT) throw invalidInput(`text of ${bytes.length} bytes is too long: at most ${MAX_TEXT} can be read`);
  const text2 = utf8.decode(bytes);
  return text2.includes("�") ? decodeBytewise(bytes) : text2;
}
function decodeBytewise(bytes) {
  let out = "";
  let clean = 0;
  let i = 0;
  const flush = (end) => {
    if (end > clean) out += utf8.decode(bytes.subarray(clean, end));
  };
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    flush(i);
    out += "�";
    clean = ++i;
  }
  flush(bytes.length);
  return out;
}
function sequenceLength(bytes, i) {
  const first = bytes[i];
  if (first < 128) return 1;
  if (first < 194 || first > 244) return 0;
  const length = first < 224 ? 2 : first < 240 ? 3 : 4;
  if (i + length > bytes.length) return 0;
  const second = bytes[i + 1];
  const low = first === 224 ? 160 : first === 240 ? 144 : 128;
  const high = first === 237 ? 159 : first === 244 ? 143 : 191;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if ((bytes[i + k] & 192) !== 128) return 0;
  return length;
}
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var PLAIN_STRING = /[^"\\\u0000-\u001f]*/y;
var SPACE = /[ \t\n\r]*/y;
var ESCAPE_OR_CONTROL = /[\\\u0000-\u001f]/;
var Parser = class {
  constructor(text2) {
    this.text = text2;
    this.isPlain = !ESCAPE_OR_CONTROL.test(text2);
  }
  text;
  at = 0;
  values = 0;
  /** Compact text without escapes, as machines write it: a string then ends at the next quote. */
  isPlain;
  document() {
    const root = this.value(0);
    this.space();
    if (this.at < this.text.length) this.fail("unexpected text after the JSON value");
    return root;
  }
  /** The first value of the text and where it ends; what follows is not looked at. */
  first() {
    return this.value(0);
  }
  fail(what) {
    const { line: line2, column } = positionAt(this.text, this.at);
    throw invalidInput(`invalid JSON at line ${line2}, column ${column}: ${what}`, { line: line2 });
  }
  space() {
    const code = this.text.charCodeAt(this.at);
    if (code > 32) return;
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    this.at = SPACE.lastIndex;
  }
  value(depth) {
    if (depth > MAX_DEPTH) this.fail(`nested deeper than ${MAX_DEPTH} levels`);
    if (++this.values > MAX_VALUES) this.fail(`more than ${MAX_VALUES} values`);
    this.space();
    const at = this.at;
    switch (this.text[at]) {
      case "{":
        return this.object(at, depth);
      case "[":
        return this.array(at, depth);
      case '"':
        return { kind: "string", at, value: this.string() };
      case "t":
        return this.literal("true", { kind: "boolean", at, value: true });
      case "f":
        return this.literal("false", { kind: "boolean", at, value: false });
      case "n":
        return this.literal("null", { kind: "null", at });
      case void 0:
        return this.fail(at === 0 ? "the text is empty" : "the text ends too early");
      default:
        return this.number(at);
    }
  }
  literal(word2, node) {
    if (!this.text.startsWith(word2, this.at)) this.fail(`expected a value`);
    this.at += word2.length;
    return node;
  }
  number(at) {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(this.text);
    if (!match) return this.fail("expected a value");
    this.at = NUMBER.lastIndex;
    return { kind: "number", at, literal: match[0] };
  }
  array(at, depth) {
    const items = [];
    this.at++;
    this.space();
    if (this.text[this.at] === "]") {
      this.at++;
      return { kind: "array", at, items };
    }
    for (; ; ) {
      items.push(this.value(depth + 1));
      this.space();
      const next = this.text[this.at];
      if (next !== "," && next !== "]") this.fail("expected , or ] in a list");
      this.at++;
      if (next === "]") return { kind: "array", at, items };
    }
  }
  object(at, depth) {
    const members = [];
    this.at++;
    this.space();
    if (this.text[this.at] === "}") {
      this.at++;
      return { kind: "object", at, members };
    }
    for (; ; ) {
      this.space();
      if (this.text[this.at] !== '"') this.fail("expected a quoted key");
      const key = this.string();
      this.space();
      if (this.text[this.at] !== ":") this.fail("expected : after a key");
      this.at++;
      members.push({ key, value: this.value(depth + 1) });
      this.space();
      const next = this.text[this.at];
      if (next !== "," && next !== "}") this.fail("expected , or } in an object");
      this.at++;
      if (next === "}") return { kind: "object", at, members };
    }
  }
  string() {
    const start = ++this.at;
    if (this.isPlain) {
      const end = this.text.indexOf('"', start);
      if (end >= 0) {
        this.at = end + 1;
        return this.text.slice(start, end);
      }
    }
    PLAIN_STRING.lastIndex = start;
    PLAIN_STRING.exec(this.text);
    this.at = PLAIN_STRING.lastIndex;
    if (this.text[this.at] === '"') return this.text.slice(start, this.at++);
    let out = this.text.slice(start, this.at);
    for (; ; ) {
      const char = this.text[this.at];
      if (char === '"') {
        this.at++;
        return out.isWellFormed() ? out : out.toWellFormed();
      }
      if (char === void 0) this.fail("a string is not closed");
      if (char !== "\\") this.fail("a raw control character in a string");
      out += this.escape();
      PLAIN_STRING.lastIndex = this.at;
      PLAIN_STRING.exec(this.text);
      out += this.text.slice(this.at, PLAIN_STRING.lastIndex);
      this.at = PLAIN_STRING.lastIndex;
    }
  }
  escape() {
    const letter = this.text[this.at + 1];
    if (letter === "u") {
      const hex = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.fail("\\u needs four hex digits");
      this.at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const plain = letter === void 0 ? void 0 : ESCAPES[letter];
    if (plain === void 0) this.fail("an unknown escape in a string");
    this.at += 2;
    return plain;
  }
};
var ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "	" };
var textOf = (source) => typeof source === "string" ? source : decodeUtf8(source);
function parseJsonDocument(source) {
  const text2 = textOf(source);
  return { root: new Parser(text2).document(), text: text2 };
}
function toJson(node) {
  switch (node.kind) {
    case "null":
      return null;
    case "boolean":
    case "string":
      return node.value;
    case "number": {
      const value = Number(node.literal);
      if (!Number.isFinite(value)) throw new GaitError("invalid_input", `number out of range: ${node.literal}`);
      return value;
    }
    case "array":
      return node.items.map(toJson);
    case "object": {
      const out = /* @__PURE__ */ Object.create(null);
      for (const { key, value } of node.members) out[key] = toJson(value);
      return out;
    }
  }
}
var parseJson = (source) => toJson(parseJsonDocument(source).root);

// src/format/keys.ts
import { createPrivateKey, createPublicKey, sign as cryptoSign, verify as cryptoVerify } from "node:crypto";

// src/format/files.ts
import path2 from "node:path";

// src/format/host.ts
import path from "node:path";
var resolvePath = (host, name) => path.resolve(host.cwd, name);

// src/format/files.ts
var FILE_MODE = 384;
var FOLDER_MODE = 488;
var SYSTEM_WORDS = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  ENOSPC: "no space left on device",
  EEXIST: "file exists",
  ELOOP: "too many levels of symbolic links",
  ENAMETOOLONG: "file name too long",
  EROFS: "read-only file system",
  EMFILE: "too many open files",
  ERR_INVALID_ARG_VALUE: "not a possible file name",
  ERR_FS_FILE_TOO_LARGE: "larger than 2 GiB"
};
var systemCode = (error) => error instanceof Error && "code" in error && typeof error.code === "string" && /^(?:E[A-Z0-9]+|ERR_INVALID_ARG_VALUE|ERR_FS_FILE_TOO_LARGE)$/.test(error.code) ? error.code : void 0;
function fileError(action, file, error) {
  const code = systemCode(error);
  if (code === void 0) return error;
  return invalidInput(`${action} ${file}: ${SYSTEM_WORDS[code] ?? messageOf(error)}`, { file, cause: error });
}
function onFile(action, file, operation) {
  try {
    return operation();
  } catch (error) {
    throw fileError(action, file, error);
  }
}
var readBytes = (host, file) => onFile("open", file, () => host.fs.readFileSync(resolvePath(host, file)));
function readBytesIfThere(host, file) {
  try {
    return host.fs.readFileSync(resolvePath(host, file));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return void 0;
    throw fileError("open", file, error);
  }
}
function statIfThere(host, file) {
  try {
    return host.fs.statSync(resolvePath(host, file), { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === void 0) throw error;
    return void 0;
  }
}
var isFile = (host, file) => statIfThere(host, file)?.isFile() ?? false;
var isFolder = (host, file) => statIfThere(host, file)?.isDirectory() ?? false;
function makeFolder(host, folder) {
  onFile("mkdir", folder, () => host.fs.mkdirSync(resolvePath(host, folder), { recursive: true, mode: FOLDER_MODE }));
}
function assertLocalOrAbsolute(file) {
  const clean = path2.normalize(file);
  if (file === "" || !path2.isAbsolute(file) && (clean === ".." || clean.startsWith(`..${path2.sep}`))) {
    throw invalidInput(`path must be local relative or absolute: ${file}`, { file });
  }
}
function outputPath(name) {
  const trimmed = trim(name);
  if (trimmed === "" || trimmed === "." || trimmed === "/") throw invalidInput("runpack output path is required");
  const clean = path2.normalize(trimmed);
  if (!path2.isAbsolute(clean) && clean.split(path2.sep).includes("..")) {
    throw invalidInput("relative runpack output path must not traverse parent directories", { file: name });
  }
  return clean;
}
function writeAll(host, descriptor, bytes) {
  for (let at = 0; at < bytes.length; ) at += host.fs.writeSync(descriptor, bytes, at, bytes.length - at);
}
var asBytes = (content) => typeof content === "string" ? Buffer.from(content, "utf8") : content;
function syncFolder(host, folder) {
  let descriptor;
  try {
    descriptor = host.fs.openSync(folder, "r");
  } catch {
    return;
  }
  try {
    host.fs.fsyncSync(descriptor);
  } catch (error) {
    if (!["EINVAL", "EPERM", "ENOTSUP"].includes(systemCode(error) ?? "")) throw error;
  } finally {
    host.fs.closeSync(descriptor);
  }
}
function isSpecialFile(host, target) {
  const stat = host.fs.statSync(target, { throwIfNoEntry: false });
  return stat !== void 0 && !stat.isFile() && !stat.isDirectory();
}
function writeInto(host, target, bytes) {
  const descriptor = host.fs.openSync(target, "w");
  try {
    writeAll(host, descriptor, bytes);
  } finally {
    host.fs.closeSync(descriptor);
  }
}
function writeFileAtomic(host, file, content, options = {}) {
  assertLocalOrAbsolute(file);
  const target = resolvePath(host, file);
  if (onFile("write", file, () => isSpecialFile(host, target))) {
    onFile("write", file, () => writeInto(host, target, asBytes(content)));
    return;
  }
  const folder = path2.dirname(target);
  const random = Buffer.from(host.randomBytes(8)).toString("hex");
  const temporary = path2.join(folder, `.${path2.basename(target)}.tmp-${random}`);
  onFile("write", file, () => {
    writeTemporary(host, temporary, content, options.mode ?? FILE_MODE);
    try {
      host.fs.renameSync(temporary, target);
    } catch (error) {
      host.fs.rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(host, folder);
  });
}
function writeTemporary(host, temporary, content, mode) {
  const descriptor = host.fs.openSync(temporary, "wx", mode);
  try {
    try {
      writeAll(host, descriptor, asBytes(content));
      host.fs.fsyncSync(descriptor);
    } finally {
      host.fs.closeSync(descriptor);
    }
    host.fs.chmodSync(temporary, mode);
  } catch (error) {
    host.fs.rmSync(temporary, { force: true });
    throw error;
  }
}
function placeOf(host, file) {
  const target = resolvePath(host, file);
  try {
    return host.fs.realpathSync(target);
  } catch (error) {
    if (systemCode(error) === void 0) throw error;
    const parent = path2.dirname(target);
    return parent === target ? target : path2.join(placeOf(host, parent), path2.basename(target));
  }
}
function assertNoInput(host, option, output, inputs) {
  const place = placeOf(host, output);
  const input = inputs.find((file) => placeOf(host, file) === place);
  if (input === void 0) return;
  throw invalidInput(`${option} would replace ${input}, which the same command uses`, {
    code: "output_is_input",
    file: output,
    hint: "Choose another file."
  });
}
function writeFileWithParents(host, file, content, options = {}) {
  assertLocalOrAbsolute(file);
  makeFolder(host, path2.dirname(file));
  writeFileAtomic(host, file, content, options);
}
var APPEND_TIMING = { retryMs: 10, timeoutMs: 3e4, staleMs: 12e4 };
var pause = (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
function withFileLock(host, file, action, timing = APPEND_TIMING) {
  const lock = resolvePath(host, `${file}.lock`);
  const attempts = Math.ceil(timing.timeoutMs / timing.retryMs);
  for (let attempt2 = 0; ; attempt2++) {
    try {
      host.fs.closeSync(host.fs.openSync(lock, "wx", FILE_MODE));
      break;
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw fileError("lock", file, error);
    }
    const held = host.fs.statSync(lock, { throwIfNoEntry: false });
    if (held && Date.parse(host.now()) - held.mtimeMs > timing.staleMs) {
      host.fs.rmSync(lock, { force: true });
      continue;
    }
    if (attempt2 >= attempts) {
      throw new GaitError("state_contention", `append lock timeout: ${file}.lock is held by another process`, {
        file,
        hint: `Try again; if no other gait is running, remove ${file}.lock.`
      });
    }
    pause(timing.retryMs);
  }
  try {
    return action();
  } finally {
    host.fs.rmSync(lock, { force: true });
  }
}
function appendLines(host, file, lines) {
  assertLocalOrAbsolute(file);
  makeFolder(host, path2.dirname(file));
  withFileLock(
    host,
    file,
    () => onFile("append", file, () => {
      const descriptor = host.fs.openSync(resolvePath(host, file), "a", FILE_MODE);
      try {
        writeAll(host, descriptor, asBytes(lines.map((line2) => `${line2}
`).join("")));
        host.fs.fsyncSync(descriptor);
      } finally {
        host.fs.closeSync(descriptor);
      }
    })
  );
}

// src/format/time.ts
var ZERO_TIME = "0001-01-01T00:00:00Z";
var EPOCH_1980 = "1980-01-01T00:00:00Z";
var RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
function daysFromCivil(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}
function civilFromDays(days) {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}
var daysInMonth = (year, month) => month === 2 ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
function parts(text2) {
  const match = RFC3339.exec(text2);
  if (!match) return void 0;
  const number = (index) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(number);
  const [offsetHour, offsetMinute] = [number(9), number(10)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return void 0;
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return void 0;
  const offsetMinutes = (match[8] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const nanos = Number((match[7] ?? "").slice(0, 9).padEnd(9, "0"));
  const seconds = daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offsetMinutes * 60;
  return { seconds, nanos, offsetMinutes };
}
var pad = (value, width) => String(value).padStart(width, "0");
function format({ seconds, nanos, offsetMinutes }) {
  const local = seconds + offsetMinutes * 60;
  const days = Math.floor(local / 86400);
  const ofDay = local - days * 86400;
  const { year, month, day } = civilFromDays(days);
  if (year < 0 || year > 9999) throw invalidInput(`time out of range: year ${year}`);
  const clock = `${pad(Math.floor(ofDay / 3600), 2)}:${pad(Math.floor(ofDay / 60) % 60, 2)}:${pad(ofDay % 60, 2)}`;
  const fraction = nanos === 0 ? "" : `.${pad(nanos, 9).replace(/0+$/, "")}`;
  const away = Math.abs(offsetMinutes);
  const zone = offsetMinutes === 0 ? "Z" : `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(away / 60), 2)}:${pad(away % 60, 2)}`;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock}${fraction}${zone}`;
}
var known = /* @__PURE__ */ new Map();
var MAX_KNOWN = 1e3;
function parseTime(text2) {
  const before = known.get(text2);
  if (before !== void 0) return before;
  const read = parts(text2);
  if (!read) throw invalidInput(`not an RFC 3339 time: ${JSON.stringify(text2)}`);
  const time2 = format(read);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text2, time2);
  return time2;
}
var partsOf = (time2) => {
  const read = parts(time2);
  if (!read) throw invalidInput(`not an RFC 3339 time: ${JSON.stringify(time2)}`);
  return read;
};
var toUtc = (time2) => time2.endsWith("Z") ? time2 : format({ ...partsOf(time2), offsetMinutes: 0 });
var isZeroTime = (time2) => time2 === ZERO_TIME || time2.startsWith("000") && compareTimes(time2, ZERO_TIME) === 0;
function compareTimes(a, b) {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.seconds - right.seconds || left.nanos - right.nanos;
}
function unixNanos(time2) {
  const { seconds, nanos } = partsOf(time2);
  return BigInt(seconds) * 1000000000n + BigInt(nanos);
}
var utcOr = (time2, fallback) => isZeroTime(time2) ? fallback : toUtc(time2);
var fromDate = (date) => parseTime(date.toISOString());

// src/format/shape.ts
var KIND_NAMES = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "a list",
  object: "an object"
};
function mismatch(node, wanted, path11, { text: text2 }) {
  const { line: line2 } = positionAt(text2, node.at);
  const found = node.kind === "number" ? `the number ${node.literal}` : KIND_NAMES[node.kind];
  throw invalidInput(`line ${line2}: ${path11 || "the value"} must be ${wanted}, found ${found}`, { line: line2 });
}
var text = () => ({
  zero: () => "",
  decode: (node, current, path11, context) => node.kind === "string" ? node.value : node.kind === "null" ? current : mismatch(node, "a string", path11, context),
  encode: (value) => value,
  isEmpty: (value) => value === ""
});
var bool = () => ({
  zero: () => false,
  decode: (node, current, path11, context) => node.kind === "boolean" ? node.value : node.kind === "null" ? current : mismatch(node, "true or false", path11, context),
  encode: (value) => value,
  isEmpty: (value) => !value
});
var INTEGER = /^-?\d+$/;
var INT64_MAX = 2n ** 63n - 1n;
var int = () => ({
  zero: () => 0,
  decode: (node, current, path11, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "number" || !INTEGER.test(node.literal)) return mismatch(node, "an integer", path11, context);
    const value = BigInt(node.literal);
    if (value > INT64_MAX || value < -INT64_MAX - 1n) return mismatch(node, "a 64-bit integer", path11, context);
    return Number(value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === 0
});
var time = () => ({
  zero: () => ZERO_TIME,
  decode: (node, current, path11, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "string") return mismatch(node, "a time", path11, context);
    try {
      return parseTime(node.value);
    } catch {
      const { line: line2 } = positionAt(context.text, node.at);
      throw invalidInput(`line ${line2}: ${path11 || "the value"} is not an RFC 3339 time: ${JSON.stringify(node.value)}`, { line: line2 });
    }
  },
  encode: (value) => isZeroTime(value) ? ZERO_TIME : value,
  isEmpty: () => false
});
var cutOff = /* @__PURE__ */ new WeakMap();
function decodeItems(item, node, current, path11, context) {
  if (node.kind !== "array") return mismatch(node, "a list", path11, context);
  const behind = cutOff.get(current);
  const before = behind ? [...current, ...behind] : current;
  const items = node.items.map((child, i) => item.decode(child, i < before.length ? before[i] : item.zero(), `${path11}[${i}]`, context));
  if (items.length > 0 && items.length < before.length) cutOff.set(items, before.slice(items.length));
  return items;
}
var list = (item) => ({
  zero: () => [],
  decode: (node, current, path11, context) => node.kind === "null" ? [] : decodeItems(item, node, current, path11, context),
  encode: (value) => value.map(item.encode),
  isEmpty: (value) => value.length === 0
});
var nullableList = (item) => ({
  zero: () => null,
  decode: (node, current, path11, context) => node.kind === "null" ? null : decodeItems(item, node, current ?? [], path11, context),
  encode: (value) => value?.map(item.encode) ?? null,
  isEmpty: (value) => value === null || value.length === 0
});
var freeMap = () => ({
  zero: () => null,
  decode: (node, current, path11, context) => {
    if (node.kind === "null") return null;
    if (node.kind !== "object") return mismatch(node, "an object", path11, context);
    const value = freeValue(node, path11, context);
    return current === null ? value : Object.assign(/* @__PURE__ */ Object.create(null), current, value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === null || Object.keys(value).length === 0
});
function freeValue(node, path11, context) {
  try {
    return toJson(node);
  } catch (error) {
    const { line: line2 } = positionAt(context.text, node.at);
    throw invalidInput(`line ${line2}: ${path11}: ${error instanceof Error ? error.message : error}`, { line: line2 });
  }
}
var optional = (shape) => ({
  zero: () => null,
  decode: (node, current, path11, context) => node.kind === "null" ? null : shape.decode(node, current ?? shape.zero(), path11, context),
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
    decode: (node, current, path11, context) => {
      if (node.kind === "null") return current;
      if (node.kind !== "object") return mismatch(node, "an object", path11, context);
      const out = current;
      const seen = context.options.duplicates === "refuse" ? /* @__PURE__ */ new Set() : void 0;
      for (const { key, value } of node.members) {
        const field = exact.get(key) ?? (context.options.names === "exact" ? void 0 : folded.get(foldName(key)));
        const at = path11 === "" ? key : `${path11}.${key}`;
        const where = () => positionAt(context.text, value.at).line;
        if (seen?.has(field?.name ?? key)) throw invalidInput(`line ${where()}: repeated field ${at}`, { line: where() });
        seen?.add(field?.name ?? key);
        if (field) out[field.name] = field.shape.decode(value, out[field.name], at, context);
        else if (context.options.unknown === "refuse") throw invalidInput(`line ${where()}: unknown field ${at}`, { line: where() });
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
var decode = (shape, source, options = {}) => decodeDocument(shape, parseJsonDocument(source), options);
var STRICT = { unknown: "refuse", duplicates: "refuse" };

// src/format/keys.ts
var signatureShape = record({ alg: text(), key_id: text(), sig: text(), signed_digest: omitEmpty(text()) });
var PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
var SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
function publicKeyFromRaw(raw) {
  if (raw.length !== 32) throw invalidInput(`invalid public key length: ${raw.length}`);
  const handle = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" });
  return { raw, keyId: sha256Hex(raw), handle };
}
function privateKeyFromSeed(seed) {
  const handle = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(handle).export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
  return { seed, publicKey: publicKeyFromRaw(raw), handle };
}
var BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
function decodeBase64(encoded) {
  const joined = encoded.replace(/[\r\n]/g, "");
  if (!BASE64.test(joined)) throw invalidInput("illegal base64 data");
  return Buffer.from(joined, "base64");
}
function decodeKeyText(half, content) {
  if (content.startsWith("-----BEGIN ")) return decodePem(half, content);
  try {
    return decodeBase64(content);
  } catch (error) {
    throw invalidInput(`decode ${half} key: ${error instanceof Error ? error.message : error}`, {
      hint: `An Ed25519 ${half} key is padded base64 of ${half === "private" ? "64" : "32"} bytes, or a PEM file.`
    });
  }
}
function decodePem(half, pem) {
  try {
    const handle = half === "private" ? createPrivateKey(pem) : createPublicKey(pem);
    if (handle.asymmetricKeyType !== "ed25519") throw new Error(`not an Ed25519 key: ${handle.asymmetricKeyType}`);
    if (half === "public") return handle.export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
    const seed = handle.export({ format: "der", type: "pkcs8" }).subarray(PKCS8_PREFIX.length);
    return Buffer.concat([seed, privateKeyFromSeed(seed).publicKey.raw]);
  } catch (error) {
    throw invalidInput(`decode ${half} key: ${error instanceof Error ? error.message : error}`);
  }
}
function parsePrivateKey(content) {
  const bytes = decodeKeyText("private", content);
  if (bytes.length !== 64) throw invalidInput(`invalid private key length: ${bytes.length}`);
  const key = privateKeyFromSeed(bytes.subarray(0, 32));
  if (!Buffer.from(key.publicKey.raw).equals(bytes.subarray(32))) {
    throw invalidInput("private key is inconsistent: its public half does not belong to its seed");
  }
  return key;
}
function parsePublicKey(content) {
  return publicKeyFromRaw(decodeKeyText("public", content));
}
var given = (value) => value !== void 0 && !isBlank(value);
var isGiven = (source) => given(source?.path) || given(source?.env);
var hasKeySource = (sources) => isGiven(sources.private) || isGiven(sources.public);
function assertOneSource(half, source) {
  if (given(source?.path) && given(source?.env)) throw invalidInput(`${half} key source: set either path or env`);
}
var MAX_KEY_FILE = 64 * 1024;
function loadText(host, half, source) {
  if (given(source.path)) {
    const file = trim(source.path);
    return withPrefix(`read ${half} key`, () => {
      const bytes = readBytes(host, file);
      if (bytes.length > MAX_KEY_FILE) throw invalidInput(`${file} is too long for a key: ${bytes.length} bytes`, { file });
      return decodeUtf8(bytes).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
    });
  }
  const name = trim(source.env ?? "");
  const value = trim(host.env[name] ?? "");
  if (value === "") throw invalidInput(`${half} key env not set: ${name}`);
  return value;
}
var DEV_WARNING = "dev mode: ephemeral keypair generated; signatures will not verify across machines";
function loadSigningKey(host, mode, sources) {
  if (mode === "dev") {
    if (hasKeySource(sources)) throw invalidInput("dev mode does not accept explicit key sources");
    return { key: privateKeyFromSeed(host.randomBytes(32)), warnings: [DEV_WARNING] };
  }
  if (mode !== "prod" && mode !== "") throw invalidInput(`unsupported key mode: ${JSON.stringify(mode)}`);
  assertOneSource("private", sources.private);
  assertOneSource("public", sources.public);
  if (!isGiven(sources.private)) throw invalidInput("prod mode requires a private key source");
  const key = parsePrivateKey(loadText(host, "private", sources.private));
  if (isGiven(sources.public)) {
    const stated = parsePublicKey(loadText(host, "public", sources.public));
    if (stated.keyId !== key.publicKey.keyId) throw invalidInput("public key does not match private key");
  }
  return { key, warnings: [] };
}
function loadVerifyKey(host, sources) {
  assertOneSource("public", sources.public);
  assertOneSource("private", sources.private);
  if (isGiven(sources.public)) return parsePublicKey(loadText(host, "public", sources.public));
  if (isGiven(sources.private)) return parsePrivateKey(loadText(host, "private", sources.private)).publicKey;
  throw invalidInput("public key not configured");
}
var signBytes = (key, bytes) => cryptoSign(null, bytes, key.handle).toString("base64");
var verifyBytes = (key, bytes, signature) => cryptoVerify(null, bytes, key.handle, signature);
function signJson(key, value) {
  const digest = sha256Hex(canonicalize(value));
  return { alg: "ed25519", key_id: key.publicKey.keyId, sig: signBytes(key, Buffer.from(digest, "hex")), signed_digest: digest };
}
function verifyDigest(key, signature, digest) {
  const refuse3 = (message) => new GaitError("verification_failed", message, { code: "signature_invalid" });
  if (signature.signed_digest === "") throw refuse3("missing signed_digest");
  if (signature.signed_digest !== digest) throw refuse3("signed_digest mismatch");
  if (signature.alg !== "ed25519") throw refuse3(`unsupported alg: ${signature.alg}`);
  if (signature.key_id !== "" && signature.key_id !== key.keyId) throw refuse3("key id mismatch");
  let bytes;
  try {
    bytes = decodeBase64(signature.sig);
  } catch {
    throw refuse3("decode sig: illegal base64 data");
  }
  if (bytes.length !== 64) throw refuse3(`invalid signature length: ${bytes.length}`);
  return verifyBytes(key, Buffer.from(digest, "hex"), bytes);
}
var verifyJson = (key, signature, value) => verifyDigest(key, signature, sha256Hex(canonicalize(value)));

// src/host/node-host.ts
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import process from "node:process";

// src/host/version.ts
var VERSION = "0.0.0-dev";

// src/host/node-host.ts
var OS_NAMES = { win32: "windows" };
var ARCH_NAMES = { x64: "amd64", ia32: "386" };
function workingFolder() {
  try {
    return process.cwd();
  } catch (error) {
    throw invalidInput("the working folder cannot be found", { hint: "Change to a folder that exists.", cause: error });
  }
}
function createNodeHost(overrides = {}) {
  const env = overrides.env ?? process.env;
  return {
    cwd: overrides.cwd ?? workingFolder(),
    home: env.HOME ?? env.USERPROFILE ?? os.homedir(),
    env,
    fs,
    now: () => fromDate(/* @__PURE__ */ new Date()),
    randomBytes: (length) => randomBytes(length),
    producerVersion: env.GAIT_PRODUCER_VERSION || VERSION,
    platform: { os: OS_NAMES[process.platform] ?? process.platform, arch: ARCH_NAMES[process.arch] ?? process.arch },
    ...overrides
  };
}

// src/pack/build.ts
import path4 from "node:path";

// src/format/zip-writer.ts
import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";

// src/format/zip-format.ts
var SIGNATURE = {
  localHeader: 67324752,
  centralHeader: 33639248,
  descriptor: 134695760,
  end: 101010256,
  zip64End: 101075792,
  zip64Locator: 117853008
};
var LENGTH = { localHeader: 30, centralHeader: 46, descriptor: 16, end: 22, zip64End: 56, zip64Locator: 20 };
var STORED = 0;
var DEFLATED = 8;
var FLAG_DESCRIPTOR = 8;
var FLAG_UTF8 = 2048;
var HOST_UNIX = 3;
var ZIP64_EXTRA = 1;
var MAX_U16 = 65535;
var MAX_U32 = 4294967295;
var posixMode = (mode) => (mode & 73) === 0 ? 420 : 493;
function duplicateNames(names) {
  const seen = /* @__PURE__ */ new Set();
  const twice = /* @__PURE__ */ new Set();
  for (const name of names) {
    const key = trim(name);
    if (key === "") continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return [...twice].sort(compareBytes);
}
var MAX_ENTRY_SIZE = 104857600;

// src/format/zip-writer.ts
var VERSION2 = 20;
var VERSION_ZIP64 = 45;
var DOS_TIME = 0;
var DOS_DATE = 33;
var TIMESTAMP_EXTRA = Uint8Array.of(85, 84, 5, 0, 1, 0, 166, 206, 18);
var REGULAR_FILE = 32768;
function writeZip(inputs) {
  const files = [...inputs].map((input) => ({ ...input, name: nameBytes(input.path) })).sort((a, b) => Buffer.compare(a.name, b.name));
  const duplicates = duplicateNames(files.map((file) => decodeUtf8(file.name)));
  if (duplicates.length > 0) throw invalidInput(`zip would contain duplicate entries: ${duplicates.join(", ")}`);
  for (const { name, data } of files) {
    if (data.length <= MAX_ENTRY_SIZE) continue;
    const message = `${decodeUtf8(name)} would hold ${data.length} bytes: an archive takes at most ${MAX_ENTRY_SIZE} in one file`;
    throw invalidInput(message, { code: "zip_entry_too_large" });
  }
  const out = new ByteWriter();
  if (files.length === 0) return out.bytes();
  const deflater = new Deflater(out);
  const entries = files.map(({ name, data, mode = 0 }) => {
    const flags = FLAG_DESCRIPTOR | (needsUtf8Flag(name) ? FLAG_UTF8 : 0);
    const offset = out.length;
    localHeader(out, name, flags);
    const start = out.length;
    deflater.write(data);
    deflater.finish();
    const compressedSize = out.length - start;
    const facts = { name, flags, mode: posixMode(mode), crc32: crc32(data), compressedSize, size: data.length, offset };
    dataDescriptor(out, facts);
    return facts;
  });
  const directoryOffset = out.length;
  for (const entry of entries) centralHeader(out, entry);
  endRecords(out, { count: entries.length, size: out.length - directoryOffset, offset: directoryOffset });
  return out.bytes();
}
function nameBytes(path11) {
  if (typeof path11 === "string" && !path11.isWellFormed()) throw invalidInput("zip entry name holds half of a surrogate pair");
  const name = typeof path11 === "string" ? Buffer.from(path11, "utf8") : path11;
  if (name.length > MAX_U16) throw invalidInput(`zip entry name too long: ${name.length} bytes`);
  if (name.at(-1) === 47) throw invalidInput(`zip entry name is a folder's: ${decodeUtf8(name)}`);
  return name;
}
var needsUtf8Flag = (name) => name.some((byte) => byte < 32 || byte > 125 || byte === 92) && isUtf8(name);
function localHeader(out, name, flags) {
  out.u32(SIGNATURE.localHeader);
  out.u16(VERSION2);
  commonFields(out, flags, { crc32: 0, compressedSize: 0, size: 0 });
  out.u16(name.length);
  out.u16(TIMESTAMP_EXTRA.length);
  out.append(name);
  out.append(TIMESTAMP_EXTRA);
}
function commonFields(out, flags, values) {
  out.u16(flags);
  out.u16(DEFLATED);
  out.u16(DOS_TIME);
  out.u16(DOS_DATE);
  out.u32(values.crc32);
  out.u32(values.compressedSize);
  out.u32(values.size);
}
var hasLargeSizes = (entry) => entry.compressedSize >= MAX_U32 || entry.size >= MAX_U32;
function dataDescriptor(out, entry) {
  const isLarge = hasLargeSizes(entry);
  out.u32(SIGNATURE.descriptor);
  out.u32(entry.crc32);
  for (const size of [entry.compressedSize, entry.size]) isLarge ? out.u64(size) : out.u32(size);
}
function centralHeader(out, entry) {
  const isZip64 = hasLargeSizes(entry) || entry.offset >= MAX_U32;
  const extra = new ByteWriter();
  extra.append(TIMESTAMP_EXTRA);
  if (isZip64) {
    extra.u16(ZIP64_EXTRA);
    extra.u16(24);
    for (const value of [entry.size, entry.compressedSize, entry.offset]) extra.u64(value);
  }
  out.u32(SIGNATURE.centralHeader);
  out.u16(HOST_UNIX << 8 | VERSION2);
  out.u16(hasLargeSizes(entry) ? VERSION_ZIP64 : VERSION2);
  commonFields(out, entry.flags, isZip64 ? { crc32: entry.crc32, compressedSize: MAX_U32, size: MAX_U32 } : entry);
  out.u16(entry.name.length);
  out.u16(extra.length);
  out.u16(0);
  out.u16(0);
  out.u16(0);
  out.u32((REGULAR_FILE | entry.mode) << 16);
  out.u32(isZip64 ? MAX_U32 : entry.offset);
  out.append(entry.name);
  out.append(extra.bytes());
}
function endRecords(out, directory) {
  const { count, size, offset } = directory;
  const isZip64 = count >= MAX_U16 || size >= MAX_U32 || offset >= MAX_U32;
  if (isZip64) {
    const zip64End = out.length;
    out.u32(SIGNATURE.zip64End);
    out.u64(LENGTH.zip64End - 12);
    out.u16(VERSION_ZIP64);
    out.u16(VERSION_ZIP64);
    out.u32(0);
    out.u32(0);
    for (const value of [count, count, size, offset]) out.u64(value);
    out.u32(SIGNATURE.zip64Locator);
    out.u32(0);
    out.u64(zip64End);
    out.u32(1);
  }
  out.u32(SIGNATURE.end);
  out.u16(0);
  out.u16(0);
  out.u16(isZip64 ? MAX_U16 : count);
  out.u16(isZip64 ? MAX_U16 : count);
  out.u32(isZip64 ? MAX_U32 : size);
  out.u32(isZip64 ? MAX_U32 : offset);
  out.u16(0);
}

// src/format/zip-data.ts
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { crc32 as crc322, createInflateRaw, inflateRawSync } from "node:zlib";
var MAX_RATIO = 1032;
var PIECE = 24576;
var corrupt = (message, cause) => invalidInput(message, { code: "zip_entry_corrupt", cause });
var tooLarge = (message) => invalidInput(message, { code: "zip_entry_too_large" });
function locateData(source, entry, dataLimit, maxSize) {
  const { method, size, compressedSize } = entry;
  if (size > maxSize) throw tooLarge(`zip entry too large: ${size}`);
  if (compressedSize > maxSize * 1.01 + 1024) throw tooLarge(`zip entry too large: ${compressedSize}`);
  if (method !== STORED && method !== DEFLATED) {
    throw invalidInput(`unsupported compression method ${method}`, { code: "zip_method_unsupported" });
  }
  if (method === STORED && size !== compressedSize) throw corrupt(`stored data has ${compressedSize} bytes, not ${size}`);
  if (size > compressedSize * MAX_RATIO) {
    throw invalidInput(`zip entry claims ${size} bytes from ${compressedSize}`, { code: "zip_ratio_impossible" });
  }
  const header3 = viewAt(source, entry.headerOffset, LENGTH.localHeader);
  if (header3.getUint32(0, true) !== SIGNATURE.localHeader) throw corrupt("there is no local header where the directory says");
  const start = entry.headerOffset + LENGTH.localHeader + header3.getUint16(26, true) + header3.getUint16(28, true);
  if (start + compressedSize > dataLimit) {
    throw invalidInput("zip entry overlaps another or the directory", { code: "zip_entries_overlap" });
  }
  return { entry, start };
}
function readData(source, { entry, start }) {
  const stored = source.read(start, entry.compressedSize);
  const content = entry.method === STORED ? stored : inflate(stored, entry.size);
  assertContent(source, { entry, start }, content.length, crc322(content));
  return content;
}
function inflate(data, size) {
  try {
    const content = inflateRawSync(data, { chunkSize: Math.max(64, size + 1), maxOutputLength: size + 1 });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  } catch (error) {
    throw inflateError(error, size);
  }
}
function inflateError(error, size) {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "ERR_BUFFER_TOO_LARGE") return sizeExceeded(size);
  return String(error.code).startsWith("Z_") ? corrupt(`broken Deflate data: ${error.message}`, error) : error;
}
var sizeExceeded = (size) => tooLarge(`zip entry exceeds max size: it declares ${size} bytes and holds more`);
async function hashData(source, data) {
  const { entry } = data;
  const hash2 = createHash("sha256");
  let size = 0;
  let checksum = 0;
  const add = (piece) => {
    size += piece.length;
    if (size > entry.size) throw sizeExceeded(entry.size);
    checksum = crc322(piece, checksum);
    hash2.update(piece);
  };
  if (entry.method === STORED) for (const piece of pieces(source, data, new Uint8Array(PIECE))) add(piece);
  else await inflateStream(pieces(source, data), add, entry.size);
  assertContent(source, data, size, checksum);
  return hash2.digest("hex");
}
function* pieces(source, { entry, start }, into) {
  const end = start + entry.compressedSize;
  for (let at = start; at < end; at += PIECE) yield source.read(at, Math.min(PIECE, end - at), into);
}
async function inflateStream(stored, add, size) {
  const inflater = createInflateRaw({ chunkSize: PIECE });
  const feeding = pipeline(stored, inflater).catch(() => {
  });
  try {
    for await (const piece of inflater) add(piece);
  } catch (error) {
    throw inflateError(error, size);
  } finally {
    inflater.destroy();
    await feeding;
  }
}
function assertContent(source, { entry, start }, size, checksum) {
  if (size > entry.size) throw sizeExceeded(entry.size);
  if (size < entry.size) throw corrupt(`zip entry has ${size} bytes, not ${entry.size}`);
  if (checksum !== entry.crc32) throw corrupt("zip checksum error");
  if ((entry.flags & FLAG_DESCRIPTOR) !== 0 && descriptorCrc(source, start + entry.compressedSize) !== checksum) {
    throw corrupt("zip checksum error in the data descriptor");
  }
}
function descriptorCrc(source, at) {
  const first = viewAt(source, at, 4).getUint32(0, true);
  return first === SIGNATURE.descriptor ? viewAt(source, at + 4, 4).getUint32(0, true) : first;
}
function viewAt(source, at, length) {
  const bytes = source.read(at, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

// src/format/zip-directory.ts
var notZip = (detail) => invalidInput(`not a valid zip file: ${detail}`, { code: "zip_invalid" });
function readDirectory(source, limits) {
  const end = findEnd(source);
  let shift = end.at - end.size - end.offset;
  if (shift < 0) throw notZip("its directory does not fit into it");
  if (shift !== 0 && hasSignature(source, end.offset, SIGNATURE.centralHeader)) shift = 0;
  const start = end.offset + shift;
  const entries = readHeaders(new Cursor(source, start), shift, limits);
  if ((entries.length & MAX_U16) !== end.count % (MAX_U16 + 1)) {
    throw notZip(`its directory holds ${entries.length} entries, not ${end.count}`);
  }
  return { entries, start };
}
var viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
function findEnd(source) {
  const length = Math.min(source.size, LENGTH.end + MAX_U16);
  const tailStart = source.size - length;
  const tail = viewOf(source.read(tailStart, length));
  for (let at = length - LENGTH.end; at >= 0; at--) {
    if (tail.getUint32(at, true) !== SIGNATURE.end || at + LENGTH.end + tail.getUint16(at + 20, true) > length) continue;
    const end = {
      at: tailStart + at,
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true)
    };
    const mayBeZip64 = end.count === MAX_U16 || end.size === MAX_U32 || end.offset === MAX_U32;
    return mayBeZip64 && findZip64End(source, end.at) || end;
  }
  throw notZip(source.size === 0 ? "it is empty" : "it has no end record");
}
function findZip64End(source, plainEnd) {
  const locatorAt = plainEnd - LENGTH.zip64Locator;
  if (!hasSignature(source, locatorAt, SIGNATURE.zip64Locator)) return void 0;
  const at = u64(viewOf(source.read(locatorAt, LENGTH.zip64Locator)), 8);
  if (at === void 0 || !hasSignature(source, at, SIGNATURE.zip64End)) throw notZip("its zip64 locator leads nowhere");
  const record2 = viewOf(source.read(at, LENGTH.zip64End));
  const [count, size, offset] = [u64(record2, 32), u64(record2, 40), u64(record2, 48)];
  if (count === void 0 || size === void 0 || offset === void 0) throw notZip("its zip64 record is out of range");
  return { at, count, size, offset };
}
function hasSignature(source, at, signature) {
  return at >= 0 && at + 4 <= source.size && viewOf(source.read(at, 4)).getUint32(0, true) === signature;
}
function u64(view, at) {
  const value = view.getUint32(at + 4, true) * 4294967296 + view.getUint32(at, true);
  return Number.isSafeInteger(value) ? value : void 0;
}
var Cursor = class _Cursor {
  constructor(source, position) {
    this.source = source;
    this.position = position;
  }
  source;
  position;
  static PIECE = 65536;
  piece = new Uint8Array(0);
  used = 0;
  /** The next bytes, a view; undefined where the source ends before. */
  take(length) {
    if (this.piece.length - this.used < length) {
      const left = this.source.size - this.position;
      if (left < length) return void 0;
      this.piece = new Uint8Array(this.source.read(this.position, Math.min(left, Math.max(length, _Cursor.PIECE))));
      this.used = 0;
    }
    this.used += length;
    this.position += length;
    return this.piece.subarray(this.used - length, this.used);
  }
};
function readHeaders(cursor, shift, limits) {
  const entries = [];
  let total = 0;
  for (let entry = readHeader(cursor, shift, limits); entry; entry = readHeader(cursor, shift, limits)) {
    if (entries.length === limits.maxEntries) {
      throw invalidInput(`zip has more than ${limits.maxEntries} entries`, { code: "zip_too_many_entries" });
    }
    total += entry.size;
    if (total > limits.maxTotalSize) {
      throw invalidInput(`zip contents exceed ${limits.maxTotalSize} bytes`, { code: "zip_total_too_large" });
    }
    entries.push(entry);
  }
  return entries;
}
function readHeader(cursor, shift, limits) {
  const bytes = cursor.take(LENGTH.centralHeader);
  if (!bytes) return void 0;
  const fixed = viewOf(bytes);
  if (fixed.getUint32(0, true) !== SIGNATURE.centralHeader) return void 0;
  const [nameLength, extraLength, commentLength] = [fixed.getUint16(28, true), fixed.getUint16(30, true), fixed.getUint16(32, true)];
  if (nameLength > limits.maxNameLength) {
    throw invalidInput(`zip entry name exceeds ${limits.maxNameLength} bytes`, { code: "zip_name_too_long" });
  }
  const variable = cursor.take(nameLength + extraLength + commentLength);
  if (!variable) return void 0;
  const places = wideFields(fixed, viewOf(variable.subarray(nameLength, nameLength + extraLength)));
  if (!places) return void 0;
  const nameBytes2 = variable.slice(0, nameLength);
  const name = decodeUtf8(nameBytes2);
  const kind = kindOf(fixed.getUint8(5), fixed.getUint32(38, true));
  return {
    name,
    nameBytes: nameBytes2,
    method: fixed.getUint16(10, true),
    flags: fixed.getUint16(8, true),
    compressedSize: places.compressedSize,
    size: places.size,
    crc32: fixed.getUint32(16, true),
    mode: kind.mode,
    isDirectory: kind.isDirectory || name.endsWith("/"),
    headerOffset: places.headerOffset + shift
  };
}
function wideFields(fixed, extra) {
  const plain = { size: fixed.getUint32(24, true), compressedSize: fixed.getUint32(20, true), headerOffset: fixed.getUint32(42, true) };
  const wide = Object.keys(plain).filter((field) => plain[field] === MAX_U32);
  if (wide.length === 0) return plain;
  const zip64 = findExtra(extra, ZIP64_EXTRA);
  if (!zip64) return wide.length === 1 && wide[0] === "size" ? plain : void 0;
  if (zip64.byteLength < 8 * wide.length) return void 0;
  const out = plain;
  for (const [i, field] of wide.entries()) {
    const value = u64(zip64, 8 * i);
    if (value === void 0) return void 0;
    out[field] = value;
  }
  return out;
}
function findExtra(extra, id) {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    if (at + 4 + length > extra.byteLength) return void 0;
    if (extra.getUint16(at, true) === id) return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    at += 4 + length;
  }
  return void 0;
}
var UNIX_HOSTS = [HOST_UNIX, 19];
var DOS_HOSTS = [0, 11, 14];
var DOS_FOLDER = 16;
var FILE_TYPE = 61440;
var FOLDER_TYPE = 16384;
function kindOf(host, attributes) {
  if (UNIX_HOSTS.includes(host)) {
    const mode = attributes >>> 16;
    return { mode: posixMode(mode), isDirectory: (mode & FILE_TYPE) === FOLDER_TYPE };
  }
  return { mode: 420, isDirectory: DOS_HOSTS.includes(host) && (attributes & DOS_FOLDER) !== 0 };
}

// src/format/zip-source.ts
var TRUNCATED = { code: "zip_truncated" };
function assertWithin(size, offset, length) {
  const isWithin2 = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size;
  if (!isWithin2) throw invalidInput("unexpected end of file", TRUNCATED);
}
function bytesSource(bytes) {
  const all = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: all.length,
    read: (offset, length) => {
      assertWithin(all.length, offset, length);
      return all.subarray(offset, offset + length);
    },
    close: () => {
    }
  };
}
var fileSource = (host, file) => withPrefix("open zip", () => openFile(host, file));
function openFile(host, file) {
  const target = resolvePath(host, file);
  const assertRegular = (stat) => {
    if (!stat.isFile()) throw invalidInput(`read ${file}: ${stat.isDirectory() ? "is a directory" : "not a regular file"}`, { file });
  };
  assertRegular(onFile("open", file, () => host.fs.statSync(target)));
  const descriptor = onFile("open", file, () => host.fs.openSync(target, "r"));
  let isOpen = true;
  const close = () => {
    if (isOpen) host.fs.closeSync(descriptor);
    isOpen = false;
  };
  try {
    const stat = onFile("open", file, () => host.fs.fstatSync(descriptor));
    assertRegular(stat);
    const read = (offset, length, into) => {
      assertWithin(stat.size, offset, length);
      if (!isOpen) throw invalidInput(`read ${file}: file already closed`, { file });
      const bytes = (into ?? uninitialized(length)).subarray(0, length);
      onFile("read", file, () => fill(host, descriptor, bytes, offset));
      return bytes;
    };
    return { size: stat.size, read, close };
  } catch (error) {
    close();
    throw error;
  }
}
var uninitialized = (length) => new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
function fill(host, descriptor, bytes, offset) {
  for (let at = 0; at < bytes.length; ) {
    const count = host.fs.readSync(descriptor, bytes, at, bytes.length - at, offset + at);
    if (count === 0) throw invalidInput("unexpected end of file", TRUNCATED);
    at += count;
  }
}

// src/format/zip-reader.ts
var DEFAULT_LIMITS = {
  maxEntrySize: MAX_ENTRY_SIZE,
  maxEntries: 1e4,
  maxTotalSize: 1073741824,
  maxNameLength: 4096
};
var WHOLE_SIZE = 1048576;
function openZip(source, limits = {}) {
  const all = { ...DEFAULT_LIMITS, ...limits };
  try {
    return new Archive(
      source,
      withPrefix("open zip", () => readDirectory(source, all)),
      all.maxEntrySize
    );
  } catch (error) {
    source.close();
    throw error;
  }
}
function assertNoDuplicates(archive) {
  const names = archive.duplicates();
  if (names.length === 0) return;
  throw verificationFailed(`zip contains duplicate entries: ${names.join(", ")}`, { code: "runpack_duplicate_entries" });
}
var Archive = class {
  constructor(source, directory, maxEntrySize) {
    this.source = source;
    this.maxEntrySize = maxEntrySize;
    this.entries = directory.entries;
    for (const entry of directory.entries) if (!this.byName.has(entry.name)) this.byName.set(entry.name, entry);
    this.dataLimits = dataLimits(directory);
  }
  source;
  maxEntrySize;
  entries;
  byName = /* @__PURE__ */ new Map();
  dataLimits;
  entry(name) {
    return this.byName.get(name);
  }
  read(entry) {
    return readData(this.source, this.locate(entry));
  }
  async hash(entry) {
    if (Math.max(entry.size, entry.compressedSize) <= WHOLE_SIZE) return sha256Hex(this.read(entry));
    return hashData(this.source, this.locate(entry));
  }
  duplicates() {
    return duplicateNames(this.entries.map((entry) => entry.name));
  }
  close() {
    this.source.close();
  }
  locate(entry) {
    return locateData(this.source, entry, this.dataLimits.get(entry.headerOffset) ?? 0, this.maxEntrySize);
  }
};
function dataLimits({ entries, start }) {
  const limits = /* @__PURE__ */ new Map();
  let next = start;
  for (const { headerOffset } of [...entries].sort((a, b) => b.headerOffset - a.headerOffset)) {
    limits.set(headerOffset, limits.has(headerOffset) ? headerOffset : next);
    next = headerOffset;
  }
  return limits;
}

// src/runpack/relationship.ts
var nodeShape = record({ kind: text(), id: text() });
var relationshipShape = record({
  parent_ref: omitEmpty(optional(nodeShape)),
  entity_refs: omitEmpty(list(nodeShape)),
  policy_ref: omitEmpty(
    optional(
      record({
        policy_id: omitEmpty(text()),
        policy_version: omitEmpty(text()),
        policy_digest: omitEmpty(text()),
        matched_rule_ids: omitEmpty(list(text()))
      })
    )
  ),
  agent_chain: omitEmpty(list(record({ identity: text(), role: text() }))),
  edges: omitEmpty(list(record({ kind: text(), from: nodeShape, to: nodeShape }))),
  parent_record_id: omitEmpty(text()),
  related_record_ids: omitEmpty(list(text())),
  related_entity_ids: omitEmpty(list(text())),
  agent_lineage: omitEmpty(list(record({ agent_id: text(), delegated_by: omitEmpty(text()), delegation_record_id: omitEmpty(text()) })))
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
var header = { schema_id: text(), schema_version: text(), created_at: time(), producer_version: text(), run_id: text() };
var timelineEventShape = record({
  event: text(),
  ts: time(),
  ref: omitEmpty(text()),
  relationship: omitEmpty(optional(relationshipShape))
});
var runShape = record({
  ...header,
  env: record({ os: text(), arch: text(), runtime: text() }),
  timeline: nullableList(timelineEventShape)
});
var intentShape = record({
  ...header,
  intent_id: text(),
  tool_name: text(),
  args_digest: text(),
  args: omitEmpty(freeMap())
});
var resultShape = record({
  ...header,
  intent_id: text(),
  status: text(),
  result_digest: text(),
  result: omitEmpty(freeMap())
});
var receiptShape = record({
  ref_id: text(),
  source_type: text(),
  source_locator: text(),
  query_digest: text(),
  content_digest: text(),
  retrieved_at: time(),
  redaction_mode: text(),
  immutability: omitEmpty(text()),
  freshness_sla_seconds: omitEmpty(int()),
  sensitivity_label: omitEmpty(text()),
  retrieval_params: omitEmpty(freeMap())
});
var refsShape = record({
  ...header,
  context_set_digest: omitEmpty(text()),
  context_evidence_mode: omitEmpty(text()),
  context_ref_count: omitEmpty(int()),
  receipts: list(receiptShape)
});
var manifestShape = record({
  ...header,
  capture_mode: text(),
  files: nullableList(record({ path: text(), sha256: text() })),
  manifest_digest: text(),
  signatures: omitEmpty(list(signatureShape))
});
var manifestDigest = (manifest) => digestOf(manifestShape.encode({ ...manifest, manifest_digest: "", signatures: [] }));

// src/runpack/archive.ts
var byteSource = (host, source) => typeof source === "string" ? fileSource(host, source) : bytesSource(source);
var openArchive = (host, source) => openSource(byteSource(host, source));
function openSource(source) {
  const zip = openZip(source);
  try {
    assertNoDuplicates(zip);
    return zip;
  } catch (error) {
    zip.close();
    throw error;
  }
}
function readEntry(zip, name) {
  const entry = zip.entry(name);
  if (!entry) throw invalidInput(`missing ${name}`, { code: "runpack_missing_entry" });
  return withPrefix(`read ${name}`, () => zip.read(entry));
}
function checkManifest(manifest) {
  const refuse3 = (message) => invalidInput(message, { code: "runpack_manifest_invalid" });
  if (manifest.schema_id !== SCHEMA_ID.manifest) throw refuse3(`manifest schema_id must be ${SCHEMA_ID.manifest}`);
  if (manifest.schema_version !== SCHEMA_VERSION) throw refuse3(`manifest schema_version must be ${SCHEMA_VERSION}`);
  if (manifest.run_id === "") throw refuse3("manifest missing run_id");
}
var DAMAGE_CODES = ["zip_invalid", "zip_truncated", "zip_entry_corrupt"];
function recoded(error, code, replaced = []) {
  if (!(error instanceof GaitError) || !(error.code === error.category || replaced.includes(error.code))) return error;
  const { category, message, hint, retryable, file, line: line2 } = error;
  return new GaitError(category, message, { code, hint, retryable, file, line: line2, cause: error });
}
function withParseCode(label, code, action) {
  try {
    return withPrefix(label, action);
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
      const parsed = parseJsonDocument(bytes);
      return { document: parsed, manifest: decodeDocument(manifestShape, parsed) };
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
  for (const { path: path11, sha256 } of listed) {
    const entry = zip.entry(path11);
    if (!entry) {
      missing.push(path11);
      continue;
    }
    const actual = await withPrefixAsync(`hash ${path11}`, () => zip.hash(entry));
    if (!equalHex(sha256, actual)) mismatches.push({ path: path11, expected: sha256, actual });
  }
  for (const name of CORE_FILES) if (!listed.some((file) => file.path === name)) missing.push(name);
  const digest = manifestDigest(manifest);
  if (!equalHex(manifest.manifest_digest, digest)) {
    mismatches.push({ path: MANIFEST_FILE, expected: manifest.manifest_digest, actual: digest });
  }
  return { missingFiles: missing.sort(compareBytes), hashMismatches: mismatches.sort((a, b) => compareBytes(a.path, b.path)) };
}
function undeclaredFiles({ zip, manifest }) {
  const declared = /* @__PURE__ */ new Set([MANIFEST_FILE, ...(manifest.files ?? []).map((file) => file.path)]);
  return zip.entries.map((entry) => entry.name).filter((name) => !declared.has(name));
}

// src/runpack/refs.ts
function normalizeEvidenceMode(mode) {
  const word2 = normalizeWord(mode);
  if (word2 !== "" && word2 !== "best_effort" && word2 !== "required") {
    throw invalidInput("context evidence mode must be best_effort or required");
  }
  return word2;
}
var normalizeReceipt = (receipt) => ({
  ...receipt,
  query_digest: normalizeWord(receipt.query_digest),
  content_digest: normalizeWord(receipt.content_digest),
  immutability: normalizeWord(receipt.immutability) || "unknown",
  retrieved_at: utcOr(receipt.retrieved_at, EPOCH_1980)
});
function normalizeRefs(refs) {
  const context_evidence_mode = normalizeEvidenceMode(refs.context_evidence_mode);
  const context_set_digest = normalizeWord(refs.context_set_digest);
  if (context_set_digest !== "" && !isHex64(context_set_digest)) throw invalidInput("refs context_set_digest must be sha256 hex");
  if (refs.context_ref_count < 0) throw invalidInput("refs context_ref_count must be >= 0");
  const receipts = refs.receipts.map(normalizeReceipt).sort((a, b) => compareBytes(a.ref_id, b.ref_id));
  return { ...refs, context_evidence_mode, context_set_digest, context_ref_count: refs.context_ref_count || receipts.length, receipts };
}

// src/runpack/context-envelope.ts
var CONTEXT_ENVELOPE_SCHEMA_ID = "gait.context.envelope";
var CONTEXT_ENVELOPE_SCHEMA_VERSION = "1.0.0";
var contextRecordShape = record({
  ref_id: text(),
  source_type: text(),
  source_locator: text(),
  query_digest: text(),
  content_digest: text(),
  retrieved_at: time(),
  redaction_mode: text(),
  immutability: text(),
  sensitivity_label: omitEmpty(text()),
  freshness_sla_seconds: omitEmpty(int()),
  retrieval_params: omitEmpty(freeMap())
});
var contextEnvelopeShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  context_set_id: text(),
  context_set_digest: text(),
  evidence_mode: text(),
  records: list(contextRecordShape)
});
var IMMUTABILITIES = ["unknown", "mutable", "immutable"];
function hexDigest(value, complaint) {
  const digest = normalizeWord(value);
  if (!isHex64(digest)) throw invalidInput(complaint);
  return digest;
}
function normalizeRecord(one) {
  const [ref_id, source_type, source_locator, redaction_mode] = [one.ref_id, one.source_type, one.source_locator, one.redaction_mode].map(
    trim
  );
  if ([ref_id, source_type, source_locator, redaction_mode].includes("")) {
    throw invalidInput("context record fields ref_id/source_type/source_locator/redaction_mode are required");
  }
  const immutability = normalizeWord(one.immutability) || "unknown";
  if (!IMMUTABILITIES.includes(immutability)) throw invalidInput("context record immutability must be one of unknown, mutable, immutable");
  if (one.freshness_sla_seconds < 0) throw invalidInput("context record freshness_sla_seconds must be >= 0");
  return {
    ...one,
    ref_id,
    source_type,
    source_locator,
    redaction_mode,
    immutability,
    query_digest: hexDigest(one.query_digest, "context record digests must be sha256 hex"),
    content_digest: hexDigest(one.content_digest, "context record digests must be sha256 hex"),
    retrieved_at: utcOr(one.retrieved_at, EPOCH_1980)
  };
}
var ORDER = ["ref_id", "source_type", "source_locator", "content_digest"];
var compareRecords = (a, b) => ORDER.reduce((order, field) => order || compareBytes(a[field], b[field]), 0);
var contextSetDigest = (records) => digestOf(records.map(contextRecordShape.encode));
function normalizeEnvelope(envelope) {
  const schema_id = isBlank(envelope.schema_id) ? CONTEXT_ENVELOPE_SCHEMA_ID : envelope.schema_id;
  const schema_version = isBlank(envelope.schema_version) ? CONTEXT_ENVELOPE_SCHEMA_VERSION : envelope.schema_version;
  if (schema_id !== CONTEXT_ENVELOPE_SCHEMA_ID) throw invalidInput(`unsupported context envelope schema_id: ${schema_id}`);
  if (schema_version !== CONTEXT_ENVELOPE_SCHEMA_VERSION) {
    throw invalidInput(`unsupported context envelope schema_version: ${schema_version}`);
  }
  const context_set_id = trim(envelope.context_set_id);
  if (context_set_id === "") throw invalidInput("context_set_id is required");
  const evidence_mode = normalizeEvidenceMode(envelope.evidence_mode) || "best_effort";
  const records = envelope.records.map(normalizeRecord).sort(compareRecords);
  const digest = contextSetDigest(records);
  if (!isBlank(envelope.context_set_digest)) {
    const stated = hexDigest(envelope.context_set_digest, "context_set_digest must be sha256 hex");
    if (stated !== digest) throw invalidInput("context_set_digest mismatch");
  }
  return {
    schema_id,
    schema_version,
    created_at: utcOr(envelope.created_at, EPOCH_1980),
    producer_version: isBlank(envelope.producer_version) ? DEFAULT_PRODUCER_VERSION : envelope.producer_version,
    context_set_id,
    context_set_digest: digest,
    evidence_mode,
    records
  };
}

// src/runpack/read.ts
var MAX_LINE_BYTES = 10 * 1024 * 1024;
function* decodeEachLine(shape, bytes) {
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    number++;
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (end - start > MAX_LINE_BYTES) throw invalidInput(`line ${number}: longer than ${MAX_LINE_BYTES} bytes`, { line: number });
    const line2 = trim(decodeUtf8(bytes.subarray(start, end)));
    if (line2 !== "") yield decodeLine(shape, line2, number);
    start = end + 1;
  }
}
var decodeLines = (shape, bytes) => [...decodeEachLine(shape, bytes)];
function decodeLine(shape, line2, number) {
  try {
    return decode(shape, line2);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`line ${number}: ${error.message.replace(/^line 1: /, "").replace(" at line 1,", " at")}`, { line: number });
  }
}
var parseFile = (what, parse) => withParseCode(`parse ${what}`, "runpack_content_invalid", parse);
function readRecords(opened) {
  const { zip, manifest } = opened;
  const run = parseFile("run", () => decode(runShape, readEntry(zip, "run.json")));
  const intents = parseFile("intents", () => decodeLines(intentShape, readEntry(zip, "intents.jsonl")));
  const results = parseFile("results", () => decodeLines(resultShape, readEntry(zip, "results.jsonl")));
  const refs = normalizeRefs(parseFile("refs", () => decode(refsShape, readEntry(zip, "refs.json"))));
  if (refs.context_evidence_mode === "required" && refs.context_set_digest === "") {
    throw invalidInput("context evidence mode required but context_set_digest is missing");
  }
  return { manifest, run, intents, results, refs, undeclaredFiles: undeclaredFiles(opened) };
}
async function assertSound(opened) {
  for (const name of CORE_FILES) readEntryExists(opened.zip, name);
  const { missingFiles, hashMismatches } = await checkIntegrity(opened);
  if (missingFiles.length > 0) {
    throw invalidInput(`missing runpack files: ${missingFiles.join(", ")}`, { code: "runpack_missing_entry" });
  }
  if (hashMismatches.length > 0) {
    throw invalidInput("runpack hash mismatch", {
      code: "runpack_hash_mismatch",
      hint: `Changed after it was recorded: ${hashMismatches.map((one) => one.path).join(", ")}. Run gait verify for the digests.`
    });
  }
}
function readEntryExists(zip, name) {
  if (!zip.entry(name)) throw invalidInput(`missing ${name}`, { code: "runpack_missing_entry" });
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
    hash: async (entry) => isKept(entry) ? sha256Hex(read(entry)) : zip.hash(entry),
    duplicates: () => zip.duplicates(),
    close: () => zip.close()
  };
}
var readRunpack = (host, source) => withRunpack(host, source, "parse manifest", async (opened) => {
  const once = { ...opened, zip: inflatingOnce(opened.zip) };
  await assertSound(once);
  return readRecords(once);
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
var isPackType = (word2) => PACK_TYPES.includes(word2);
var contentShape = record({ path: text(), sha256: text(), type: text() });
var manifestShape2 = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  pack_id: text(),
  pack_type: text(),
  source_ref: text(),
  contents: nullableList(contentShape),
  signatures: omitEmpty(list(signatureShape))
});
var runPayloadShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  run_id: text(),
  capture_mode: text(),
  manifest_digest: text(),
  intents_count: int(),
  results_count: int(),
  refs_count: int(),
  context_set_digest: omitEmpty(text()),
  context_ref_count: omitEmpty(int()),
  context_evidence_mode: omitEmpty(text()),
  context_privacy_mode: omitEmpty(text())
});
var proofRecordShape = record({
  record_id: text(),
  record_version: text(),
  timestamp: time(),
  source: text(),
  source_product: text(),
  agent_id: omitEmpty(text()),
  record_type: text(),
  event: freeMap(),
  controls: record({ permissions_enforced: bool() }),
  metadata: omitEmpty(optional(freeMap())),
  integrity: record({
    record_hash: text(),
    previous_record_hash: omitEmpty(text()),
    signing_key_id: omitEmpty(text()),
    signature: omitEmpty(text())
  })
});

// src/pack/unambiguous.ts
function assertNoRepeatedKeys({ root, text: text2 }) {
  visit(root, (node) => {
    if (node.kind !== "object") return;
    const seen = /* @__PURE__ */ new Set();
    for (const { key, value } of node.members) {
      if (seen.has(key)) {
        const { line: line2 } = positionAt(text2, value.at);
        throw invalidInput(`line ${line2}: repeated key ${JSON.stringify(key)}`, { line: line2, code: "json_repeated_key" });
      }
      seen.add(key);
    }
  });
}
function inexactFields(shape, document) {
  const found = [];
  decodeDocument(shape, document, { names: "exact", onUnknown: (path11) => found.push(path11) });
  return found;
}
function visit(node, look) {
  look(node);
  if (node.kind === "array") for (const item of node.items) visit(item, look);
  if (node.kind === "object") for (const { value } of node.members) visit(value, look);
}
var FIRST_EXPONENT = 1e21;
function assertExactIntegers(value, path11) {
  if (typeof value === "number") {
    if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < FIRST_EXPONENT) {
      throw invalidInput(`${path11}: integers beyond 2^53 cannot be digested exactly: ${value}`, {
        code: "json_inexact_integer",
        hint: "Record the value as a string."
      });
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      assertExactIntegers(item, `${path11}[${index}]`);
    });
  } else if (value !== null && typeof value === "object") {
    for (const [key, member] of Object.entries(value)) assertExactIntegers(member, `${path11}.${key}`);
  }
}

// src/pack/envelope.ts
function assertExact({ ref_id, freshness_sla_seconds, retrieval_params }) {
  assertExactIntegers(freshness_sla_seconds, `${ref_id}.freshness_sla_seconds`);
  assertExactIntegers(retrieval_params, `${ref_id}.retrieval_params`);
}
var buildEnvelope = (refs) => withPrefix("build context envelope", () => {
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
  const envelope = withPrefix(`parse ${ENTRY.envelope}`, () => {
    const document = parseJsonDocument(bytes);
    assertNoRepeatedKeys(document);
    return decodeDocument(contextEnvelopeShape, document, STRICT);
  });
  withPrefix(ENTRY.envelope, () => normalizeEnvelope(envelope));
  return envelope;
}
function envelopeDifferences(left, right) {
  const [a, b] = [left, right].map((envelope) => contextEnvelopeShape.encode(envelope));
  return Object.keys(a).filter((field) => digestOf(a[field]) !== digestOf(b[field]));
}

// src/pack/manifest.ts
var refuse = (message) => invalidInput(message, { code: "pack_manifest_invalid" });
function checkContent({ path: path11, sha256, type }) {
  if (isBlank(path11)) throw refuse("manifest content path is required");
  if (!isHex64(trim(sha256))) throw refuse(`manifest content sha256 must be sha256 hex: ${path11}`);
  if (isBlank(type)) throw refuse(`manifest content type is required: ${path11}`);
}
function parsePackManifest(document) {
  assertNoRepeatedKeys(document);
  const manifest = decodeDocument(manifestShape2, document, STRICT);
  if (manifest.schema_id !== SCHEMA_ID2.manifest) throw refuse(`unsupported manifest schema_id: ${manifest.schema_id}`);
  if (manifest.schema_version !== SCHEMA_VERSION2) throw refuse(`unsupported manifest schema_version: ${manifest.schema_version}`);
  if (!isPackType(manifest.pack_type)) throw refuse(`invalid pack_type: ${manifest.pack_type}`);
  if (isBlank(manifest.source_ref)) throw refuse("manifest missing source_ref");
  if (isBlank(manifest.producer_version)) throw refuse("manifest missing producer_version");
  if (isZeroTime(manifest.created_at)) throw refuse("manifest missing created_at");
  if (!isHex64(trim(manifest.pack_id))) throw refuse("manifest pack_id must be sha256 hex");
  if (manifest.contents === null) throw refuse("manifest missing contents");
  manifest.contents.forEach(checkContent);
  for (const { alg, key_id, sig, signed_digest } of manifest.signatures) {
    if (isBlank(alg) || isBlank(key_id) || isBlank(sig)) throw refuse("manifest signature needs alg, key_id and sig");
    if (!isBlank(signed_digest) && !isHex64(trim(signed_digest))) throw refuse("manifest signature signed_digest must be sha256 hex");
  }
  return { ...manifest, contents: manifest.contents, pack_type: manifest.pack_type };
}
var unsignedManifest = (manifest) => manifestShape2.encode({ ...manifest, signatures: [] });
var packId = (manifest) => digestOf(unsignedManifest({ ...manifest, pack_id: "" }));
var ENTRY_TYPES = [
  [".json", "json"],
  [".jsonl", "jsonl"],
  [".zip", "zip"]
];
var entryType = (path11) => ENTRY_TYPES.find(([ending]) => path11.toLowerCase().endsWith(ending))?.[1] ?? "blob";
function sealManifest({ packType, sourceRef, producerVersion, contents, signingKey }) {
  const unsealed = {
    schema_id: SCHEMA_ID2.manifest,
    schema_version: SCHEMA_VERSION2,
    created_at: EPOCH_1980,
    producer_version: producerVersion,
    pack_id: "",
    pack_type: packType,
    source_ref: sourceRef,
    contents: [...contents].sort((a, b) => compareBytes(a.path, b.path)),
    signatures: []
  };
  const sealed = { ...unsealed, pack_id: packId(unsealed) };
  return signingKey ? { ...sealed, signatures: [signJson(signingKey, unsignedManifest(sealed))] } : sealed;
}

// src/pack/open.ts
function snapshot(host, source) {
  if (typeof source !== "string") return source;
  const file = fileSource(host, source);
  try {
    return file.read(0, file.size);
  } finally {
    file.close();
  }
}
function readPackEntry(zip, name) {
  const entry = zip.entry(name);
  if (!entry) throw invalidInput(`missing ${name}`, { code: "pack_missing_entry" });
  return withPrefix(`read ${name}`, () => zip.read(entry));
}
async function withContainer(host, source, use) {
  const zip = openArchive(host, source);
  try {
    if (!zip.entry(ENTRY.manifest)) {
      if (!zip.entry(MANIFEST_FILE)) throw invalidInput(`missing ${ENTRY.manifest}`, { code: "pack_missing_entry" });
      return await use.runpack();
    }
    let opened;
    try {
      opened = readManifest(zip);
    } catch (error) {
      if (!(error instanceof GaitError) || !use.malformed) throw error;
      return await use.malformed(error, zip);
    }
    return await use.pack(opened);
  } finally {
    zip.close();
  }
}
function readManifest(zip) {
  const bytes = readPackEntry(zip, ENTRY.manifest);
  return withPrefix("parse manifest", () => {
    const document = parseJsonDocument(bytes);
    return { zip, document, manifest: parsePackManifest(document) };
  });
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
var toSeconds = (time2) => toUtc(time2).replace(/\.\d+/, "");
var HASH_PREFIX = "sha256:";
var SIGNATURE_PREFIX = "base64:";
var recordHash = (record2, previous) => HASH_PREFIX + digestOf({
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
var FIXED = {
  record_version: "1.0",
  timestamp: EPOCH_1980,
  source: "gait.pack",
  source_product: "gait",
  agent_id: "gait",
  record_type: "tool_invocation",
  controls: { permissions_enforced: false },
  metadata: { artifact_kind: "gait.pack.entry" }
};
function recordId(event) {
  const { timestamp, source, source_product, agent_id, record_type } = FIXED;
  const digest = digestOf({ timestamp, source, source_product, agent_id, record_type, event });
  return `prf-${timestamp}-${digest.slice(0, 8)}`;
}
var signatureOf = (key, hash2) => ({
  signing_key_id: key.publicKey.keyId,
  signature: SIGNATURE_PREFIX + signBytes(key, Buffer.from(hash2, "ascii"))
});
function buildProofRecords(subject, entries, key) {
  let previous = "";
  const lines = [...entries].sort((a, b) => compareBytes(a.path, b.path)).map((entry) => {
    const event = eventOf(subject, entry);
    const record2 = { record_id: recordId(event), ...FIXED, event };
    const hash2 = recordHash(record2, previous);
    const signed = key ? signatureOf(key, hash2) : { signing_key_id: "", signature: "" };
    const integrity = { record_hash: hash2, previous_record_hash: previous, ...signed };
    previous = hash2;
    return canonicalize(proofRecordShape.encode({ ...record2, integrity }));
  });
  return lines.join("\n");
}
var MAX_LINE_BYTES2 = 10 * 1024 * 1024;
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
function parseRecord(line2) {
  const document = parseJsonDocument(line2);
  assertNoRepeatedKeys(document);
  const record2 = decodeDocument(proofRecordShape, document);
  const blank = REQUIRED_TEXT.find((name) => record2[name] === "");
  if (blank !== void 0 || isZeroTime(record2.timestamp) || record2.event === null) {
    throw invalidInput(`${blank ?? (record2.event === null ? "event" : "timestamp")} is required`);
  }
  const keys = document.root.kind === "object" ? document.root.members.map((member) => member.key) : [];
  const absent = REQUIRED_KEYS.find((key) => !keys.includes(key));
  if (absent !== void 0) throw invalidInput(`missing ${absent}`);
  return record2;
}
function checkLink(record2, predecessor) {
  const { record_hash, previous_record_hash } = record2.integrity;
  const computed = recordHash(record2, previous_record_hash);
  if (computed !== record_hash) throw invalidInput(`record hash mismatch: expected ${computed} got ${record_hash}`);
  const expected = predecessor?.record.integrity.record_hash ?? "";
  if (previous_record_hash !== expected) throw invalidInput(`previous_record_hash mismatch: expected ${JSON.stringify(expected)}`);
}
function verifyProofChain(bytes) {
  const accepted = [];
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    number++;
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      if (end - start > MAX_LINE_BYTES2) throw invalidInput(`longer than ${MAX_LINE_BYTES2} bytes`);
      const line2 = trim(decodeUtf8(bytes.subarray(start, end)));
      if (line2 !== "") {
        const record2 = parseRecord(line2);
        checkLink(record2, accepted.at(-1));
        accepted.push({ line: number, record: record2 });
      }
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
      const message = error.message.replace(/^line 1: /, "");
      throw verificationFailed(`${ENTRY.proof}: line ${number} ${message}`, { code: "proof_chain_invalid", cause: error });
    }
    start = end + 1;
  }
  return accepted;
}
var proofSignatureErrors = (lines, key) => lines.flatMap(({ line: line2, record: record2 }) => {
  const problem = signatureProblem(record2, key);
  return problem === void 0 ? [] : [`proof_records line ${line2} ${problem}`];
});
function signatureProblem({ integrity }, key) {
  const { signature, signing_key_id, record_hash } = integrity;
  if (isBlank(signature)) return "missing signature";
  if (isBlank(signing_key_id)) return "missing signing_key_id";
  if (!signature.startsWith(SIGNATURE_PREFIX)) return "unsupported signature prefix";
  if (signing_key_id !== key.keyId) return "signature verification: key id mismatch";
  let raw;
  try {
    raw = decodeBase64(signature.slice(SIGNATURE_PREFIX.length));
  } catch {
    return "signature verification: illegal base64 data";
  }
  if (raw.length !== 64) return `signature verification: invalid signature length: ${raw.length}`;
  return verifyBytes(key, Buffer.from(record_hash, "utf8"), raw) ? void 0 : "signature verification failed";
}
function proofDifferences(subject, entries, lines) {
  const found = [];
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const proven = /* @__PURE__ */ new Set();
  for (const { line: line2, record: record2 } of lines) {
    const path11 = record2.event?.entry_path;
    const entry = typeof path11 === "string" ? byPath.get(path11) : void 0;
    if (!entry) {
      found.push(`proof_records line ${line2} is about ${shown(path11)}, which the manifest doesn't declare`);
      continue;
    }
    if (proven.has(entry.path)) found.push(`proof_records line ${line2} repeats ${shown(entry.path)}`);
    proven.add(entry.path);
    const wrong = differingFields(eventOf(subject, entry), record2.event ?? {});
    if (wrong.length > 0) found.push(`proof_records line ${line2} (${entry.path}) differs from the manifest: ${wrong.join(", ")}`);
  }
  for (const { path: path11 } of entries) if (!proven.has(path11)) found.push(`no proof record for ${path11}`);
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

// src/pack/run-payload.ts
function privacyMode(receipts) {
  const modes = new Set(receipts.map((receipt) => trim(receipt.redaction_mode) || "unknown"));
  return modes.size > 1 ? "mixed" : [...modes][0] ?? "";
}
var inspectedPayload = ({ manifest, run, intents, results, refs }) => ({
  schema_id: SCHEMA_ID2.run,
  schema_version: SCHEMA_VERSION2,
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
  return { ...payload, created_at: utcOr(payload.created_at, EPOCH_1980) };
}
var refuse2 = (message) => invalidInput(`run payload ${message}`, { code: "pack_payload_invalid" });
var parseRunPayload = (bytes) => withPrefix(`parse ${ENTRY.runPayload}`, () => {
  const document = parseJsonDocument(bytes);
  assertNoRepeatedKeys(document);
  return decodeDocument(runPayloadShape, document, STRICT);
});
function checkRunPayload(payload, sourceRef) {
  if (payload.schema_id !== SCHEMA_ID2.run) throw refuse2(`schema_id must be ${SCHEMA_ID2.run}`);
  if (payload.schema_version !== SCHEMA_VERSION2) throw refuse2(`schema_version must be ${SCHEMA_VERSION2}`);
  if (isZeroTime(payload.created_at)) throw refuse2("created_at is required");
  if (isBlank(payload.run_id)) throw refuse2("run_id is required");
  if (payload.capture_mode !== "reference" && payload.capture_mode !== "raw") throw refuse2("capture_mode must be reference or raw");
  if (!isHex64(trim(payload.manifest_digest))) throw refuse2("manifest_digest must be sha256 hex");
  for (const field of ["intents_count", "results_count", "refs_count", "context_ref_count"]) {
    if (payload[field] < 0) throw refuse2(`${field} must be >= 0`);
  }
  if (!isBlank(payload.context_set_digest) && !isHex64(trim(payload.context_set_digest)))
    throw refuse2("context_set_digest must be sha256 hex");
  const mode = payload.context_evidence_mode;
  if (!isBlank(mode) && mode !== "best_effort" && mode !== "required") {
    throw refuse2("context_evidence_mode must be best_effort or required");
  }
  if (payload.run_id !== trim(sourceRef)) throw refuse2("run_id does not match manifest source_ref");
}
var DIGESTS = ["manifest_digest", "context_set_digest"];
var comparable = (payload) => runPayloadShape.encode({
  ...payload,
  created_at: toUtc(payload.created_at),
  ...Object.fromEntries(DIGESTS.map((name) => [name, normalizeWord(payload[name])]))
});
function payloadDifferences(payload, runpack) {
  const [stored, actual] = [comparable(payload), comparable(buildRunPayload(runpack))];
  return [.../* @__PURE__ */ new Set([...Object.keys(actual), ...Object.keys(stored)])].filter((field) => stored[field] !== actual[field]);
}

// src/runpack/locate.ts
import path3 from "node:path";
var looksLikePath = (name) => /[/\\]/.test(name) || name.toLowerCase().endsWith(".zip");
var defaultRunpackPath = (runId) => `gait-out/runpack_${runId}.zip`;
var NOT_FOUND = "runpack_not_found";
function locateRunpack(host, name) {
  if (name === "") throw invalidInput("missing run_id or path", { code: NOT_FOUND });
  if (looksLikePath(name)) {
    if (isFile(host, name)) return name;
    throw invalidInput(`runpack not found: ${name}`, { code: NOT_FOUND, file: name });
  }
  const candidates = [defaultRunpackPath(name)];
  if (host.home !== "") candidates.push(path3.join(host.home, ".gait", "runpacks", `runpack_${name}.zip`));
  const found = candidates.find((candidate) => isFile(host, candidate));
  if (found === void 0) {
    throw invalidInput(`runpack not found for run_id: ${name}`, {
      code: NOT_FOUND,
      hint: isFile(host, name) ? `${name} was taken for a run id. The file of that name is called ./${name}.` : `Looked for ${candidates.join(" and ")}. A file is named with its folder or its .zip ending.`
    });
  }
  return found;
}

// src/session/chain.ts
var CHAIN_SCHEMA_ID = "gait.runpack.session_chain";
var CHAIN_SCHEMA_VERSION = "1.0.0";
var header2 = {
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  session_id: text(),
  run_id: text()
};
var checkpointShape = record({
  ...header2,
  checkpoint_index: int(),
  sequence_start: int(),
  sequence_end: int(),
  runpack_path: text(),
  manifest_digest: text(),
  prev_checkpoint_digest: omitEmpty(text()),
  checkpoint_digest: text(),
  relationship: omitEmpty(optional(relationshipShape)),
  safety_invariant_version: omitEmpty(text()),
  safety_invariant_hash: omitEmpty(text())
});
var sessionChainShape = record({ ...header2, checkpoints: list(checkpointShape) });
var or = (value, fallback) => value === "" ? fallback : value;
var readChainFile = (host, file) => withPrefix("read session chain", () => readBytes(host, file));
function parseChain(bytes, file) {
  try {
    return decode(sessionChainShape, bytes);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`parse session chain: ${error.message}`, { file, line: error.line, cause: error });
  }
}
function readSessionChain(host, file) {
  const chain = parseChain(readChainFile(host, outputPath(file)), file);
  const filled = {
    ...chain,
    schema_id: or(chain.schema_id, CHAIN_SCHEMA_ID),
    schema_version: or(chain.schema_version, CHAIN_SCHEMA_VERSION)
  };
  if (filled.schema_id !== CHAIN_SCHEMA_ID || filled.schema_version !== CHAIN_SCHEMA_VERSION) {
    throw invalidInput("unsupported session chain schema", { file });
  }
  if (filled.session_id === "" || filled.run_id === "") throw invalidInput("session chain missing session_id/run_id", { file });
  if (filled.checkpoints.length === 0) throw invalidInput("session chain has no checkpoints", { file });
  return filled;
}
function resolveCheckpoint(chain, reference) {
  const word2 = normalizeWord(reference);
  if (word2 === "" || word2 === "latest") return chain.checkpoints.at(-1);
  const index = /^\d+$/.test(word2) ? Number(word2) : 0;
  if (!Number.isSafeInteger(index) || index === 0) throw invalidInput(`invalid checkpoint reference: ${reference}`);
  const found = chain.checkpoints.find((checkpoint) => checkpoint.checkpoint_index === index);
  if (!found) {
    const known2 = chain.checkpoints.map((checkpoint) => checkpoint.checkpoint_index).join(", ");
    throw invalidInput(`checkpoint ${index} not found`, { hint: `The chain has the checkpoints ${known2}.` });
  }
  return found;
}

// src/pack/source.ts
async function extractSourceRunpack(host, source) {
  try {
    return await withContainer(host, source, { runpack: () => void 0, malformed: () => void 0, pack: embeddedRunpack });
  } catch (error) {
    if (error instanceof GaitError && error.category === "invalid_input") return void 0;
    throw error;
  }
}
function embeddedRunpack({ zip, manifest }) {
  const holdsRunpack = manifest.pack_type === "run" || manifest.pack_type === "call";
  const entry = zip.entry(ENTRY.runpack);
  if (!holdsRunpack || !entry) return void 0;
  const refuse3 = (why) => verificationFailed(`${ENTRY.runpack} ${why}`, { code: "pack_hash_mismatch", hint: "Run gait pack verify on the pack." });
  let bytes;
  try {
    bytes = zip.read(entry);
  } catch (error) {
    throw error instanceof GaitError ? refuse3(`cannot be read: ${error.message}`) : error;
  }
  const declared = manifest.contents.find(({ path: path11 }) => path11 === ENTRY.runpack);
  if (!declared || !equalHex(declared.sha256, sha256Hex(bytes))) throw refuse3("is not what the pack's manifest declares");
  return bytes;
}
function locateSourceRunpack(host, name) {
  if (!name.toLowerCase().endsWith(".json")) return locateRunpack(host, name);
  const file = resolveCheckpoint(readSessionChain(host, name), "latest").runpack_path;
  if (!isFile(host, file)) throw invalidInput(`runpack not found: ${file}`, { file, hint: `The last checkpoint of ${name} names it.` });
  return file;
}

// src/pack/build.ts
async function buildPack(host, options) {
  if (options.type !== "run") {
    throw invalidInput(`this version of gait builds run packs only, not ${options.type} packs`, { code: "pack_type_unsupported" });
  }
  const out = outputFile(options.out ?? "");
  const source = locateSourceRunpack(host, options.from);
  const { bytes, manifest } = await buildRunPack(host, snapshot(host, source), options.signingKey);
  const file = out ?? path4.join(path4.dirname(source), `pack_${manifest.pack_id}.zip`);
  assertNoInput(host, "--out", file, [source, options.from]);
  writePack(host, file, bytes);
  return { path: file, manifest };
}
function outputFile(name) {
  const trimmed = trim(name);
  if (trimmed === "") return void 0;
  const file = path4.normalize(trimmed).replace(/(?<=.)\/+$/, "");
  assertLocalOrAbsolute(file);
  return file;
}
var writePack = (host, file, bytes) => withPrefix("write pack", () => writeFileWithParents(host, file, bytes));
async function buildRunPack(host, source, signingKey) {
  const runpack = await readRunpack(host, source);
  const payload = buildRunPayload(runpack);
  const sourceRef = trim(payload.run_id);
  withPrefix("a pack of this run would not verify", () => checkRunPayload(payload, sourceRef));
  const entries = [
    { path: ENTRY.runPayload, data: utf82(canonicalize(runPayloadShape.encode(payload))) },
    { path: ENTRY.runpack, data: rezip(host, source) }
  ];
  if (runpack.refs.receipts.length > 0) {
    entries.push({ path: ENTRY.envelope, data: utf82(canonicalize(contextEnvelopeShape.encode(buildEnvelope(runpack.refs)))) });
  }
  return sealPack(
    entries,
    { packType: "run", sourceRef, producerVersion: trim(host.producerVersion) || DEFAULT_PRODUCER_VERSION },
    signingKey
  );
}
var utf82 = (text2) => Buffer.from(text2, "utf8");
function rezip(host, source) {
  const zip = openArchive(host, source);
  try {
    return writeZip(
      zip.entries.filter((entry) => !entry.isDirectory).map((entry) => ({ path: entry.nameBytes, data: withPrefix(`read ${entry.name}`, () => zip.read(entry)), mode: entry.mode }))
    );
  } finally {
    zip.close();
  }
}
function sealPack(entries, subject, signingKey) {
  const proven = entries.map(({ path: name, data }) => ({
    path: name,
    type: entryType(name),
    sha256: sha256Hex(data),
    size: data.length
  }));
  const proof = utf82(buildProofRecords(subject, proven, signingKey));
  const contents = [...proven, { path: ENTRY.proof, type: entryType(ENTRY.proof), sha256: sha256Hex(proof) }].map(
    ({ path: name, sha256, type }) => ({ path: name, sha256, type })
  );
  const manifest = sealManifest({ ...subject, contents, signingKey });
  const files = [
    ...entries,
    { path: ENTRY.proof, data: proof },
    { path: ENTRY.manifest, data: utf82(canonicalize(manifestShape2.encode(manifest))) }
  ];
  return { bytes: writeZip(files), manifest };
}

// src/pack/content-diff.ts
var RUN_IDENTITY = ["schema_id", "schema_version", "created_at", "producer_version", "run_id"];
function byId(records, idOf, shape) {
  const found = /* @__PURE__ */ new Map();
  const counts = /* @__PURE__ */ new Map();
  for (const record2 of records) {
    const id = idOf(record2);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    const fields = { ...shape.encode(record2) };
    for (const name of RUN_IDENTITY) delete fields[name];
    found.set(count === 1 ? id : `${id} (${count})`, fields);
  }
  return found;
}
var differs = (a, b, field) => {
  const [x, y] = [a[field], b[field]];
  return x === void 0 || y === void 0 ? x !== y : digestOf(x) !== digestOf(y);
};
function diffSections(left, right) {
  const onlyIn = (a, b) => [...a.keys()].filter((id) => !b.has(id)).sort(compareBytes);
  const changed2 = [...left].flatMap(([id, a]) => {
    const b = right.get(id);
    if (!b) return [];
    const names = [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].sort(compareBytes);
    const fields = names.filter((name) => differs(a, b, name));
    return fields.length > 0 ? [{ id, fields }] : [];
  });
  return { added: onlyIn(right, left), removed: onlyIn(left, right), changed: changed2.sort((x, y) => compareBytes(x.id, y.id)) };
}
function diffContents(left, right) {
  const section = (pick, idOf, shape) => diffSections(byId(pick(left), idOf, shape), byId(pick(right), idOf, shape));
  return {
    intents: section(
      (runpack) => runpack.intents,
      (intent) => intent.intent_id,
      intentShape
    ),
    results: section(
      (runpack) => runpack.results,
      (result) => result.intent_id,
      resultShape
    ),
    receipts: section(
      (runpack) => runpack.refs.receipts,
      (receipt) => receipt.ref_id,
      receiptShape
    )
  };
}

// src/runpack/diff.ts
var diffSummaryShape = record({
  run_id_left: text(),
  run_id_right: text(),
  manifest_changed: bool(),
  files_changed: omitEmpty(list(text())),
  intents_changed: bool(),
  results_changed: bool(),
  refs_changed: bool(),
  left_only_intents: omitEmpty(list(text())),
  right_only_intents: omitEmpty(list(text())),
  left_only_results: omitEmpty(list(text())),
  right_only_results: omitEmpty(list(text())),
  context_drift_classification: omitEmpty(text()),
  context_runtime_only_changes: omitEmpty(bool()),
  /** The same classification without run id, producer and time of the run, so that two different runs can be compared. */
  context_drift_effective: omitEmpty(text()),
  /** Environment or timeline of `run.json` differ. No part of the verdict. */
  run_changed: omitEmpty(bool()),
  /** With metadata privacy: what the references say differs, not only when they were retrieved. No part of the verdict. */
  receipts_changed: omitEmpty(bool())
});
var NO_IDENTITY = { created_at: ZERO_TIME, producer_version: "", run_id: "" };
var withoutIdentity = (one) => ({ ...one, ...NO_IDENTITY });
function manifestForm(manifest) {
  const files = manifest.files?.map(({ path: path11 }) => ({ path: path11, sha256: "" })) ?? null;
  return manifestShape.encode({ ...withoutIdentity(manifest), manifest_digest: "", signatures: [], files });
}
var runForm = (run) => runShape.encode(withoutIdentity(run));
function isAlike(left, right) {
  const [a, b] = [left, right];
  return Object.keys(a).every((key) => Object.hasOwn(NO_IDENTITY, key) || equalJson(a[key], b[key]));
}
var byIntent = (records) => new Map(records.map((one) => [one.intent_id, one]));
var missingIn = (from, other) => [...from.keys()].filter((key) => !other.has(key)).sort(compareBytes);
function compareByIntent(left, right, form) {
  const [ours, theirs] = [byIntent(left), byIntent(right)];
  const [leftOnly, rightOnly] = [missingIn(ours, theirs), missingIn(theirs, ours)];
  const differs2 = [...ours].some(([key, one]) => {
    const other = theirs.get(key);
    return other !== void 0 && !isAlike(one, other) && !equalJson(form(one), form(other));
  });
  return { changed: differs2 || leftOnly.length > 0 || rightOnly.length > 0, leftOnly, rightOnly };
}
var recordForm = (shape, one) => shape.encode(withoutIdentity(one));
var intentForm = (privacy) => (one) => recordForm(intentShape, privacy === "metadata" ? { ...one, args: null } : one);
var resultForm = (privacy) => (one) => recordForm(resultShape, privacy === "metadata" ? { ...one, result: null } : one);
var refsForm = (refs) => refsShape.encode(refs);
var withoutRetrieval = (refs) => ({
  ...refs,
  context_set_digest: "",
  receipts: refs.receipts.map((receipt) => ({ ...receipt, retrieved_at: EPOCH_1980 }))
});
function classifyContextExactly(left, right) {
  if (equalJson(refsForm(left), refsForm(right))) return "none";
  return equalJson(refsForm(withoutRetrieval(left)), refsForm(withoutRetrieval(right))) ? "runtime_only" : "semantic";
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
    manifest_changed: !equalJson(manifestForm(left.manifest), manifestForm(right.manifest)),
    files_changed: [...missingIn(leftPaths, rightPaths), ...missingIn(rightPaths, leftPaths)].sort(compareBytes),
    intents_changed: intents.changed,
    results_changed: results.changed,
    left_only_intents: intents.leftOnly,
    right_only_intents: intents.rightOnly,
    left_only_results: results.leftOnly,
    right_only_results: results.rightOnly,
    run_changed: !isAlike(left.run, right.run) && !equalJson(runForm(left.run), runForm(right.run)),
    ...compareRefs(left.refs, right.refs, privacy)
  };
}

// src/pack/context-drift.ts
var fieldsOfRefs = (refs) => ({
  digest: refs.context_set_digest,
  mode: refs.context_evidence_mode,
  count: refs.context_ref_count
});
var fieldsOf = ({ runpack, runPayload }) => {
  if (runpack) return fieldsOfRefs(normalizeRefs(runpack.refs));
  return {
    digest: runPayload?.context_set_digest ?? "",
    mode: runPayload?.context_evidence_mode ?? "",
    count: runPayload?.context_ref_count ?? 0
  };
};
var sameFields = (a, b) => a.digest === b.digest && a.mode === b.mode && a.count === b.count;
function classifyContextDrift(left, right) {
  if (left.packType !== "run" || right.packType !== "run") return "none";
  if (left.runpack && right.runpack) return classifyContextExactly(normalizeRefs(left.runpack.refs), normalizeRefs(right.runpack.refs));
  return sameFields(fieldsOf(left), fieldsOf(right)) ? "none" : "semantic";
}

// src/pack/declared.ts
async function checkDeclaredEntries(zip, contents, manifestName) {
  const missing = [];
  const mismatches = [];
  for (const { path: path11, sha256 } of contents) {
    const entry = zip.entry(path11);
    if (!entry) {
      missing.push(path11);
      continue;
    }
    const actual = await contentDigest(zip, entry);
    if (!equalHex(sha256, actual)) mismatches.push({ path: path11, expected: sha256, actual });
  }
  const declared = /* @__PURE__ */ new Set([manifestName, ...contents.map((entry) => entry.path)]);
  return {
    missingFiles: missing.sort(compareBytes),
    hashMismatches: mismatches.sort((a, b) => compareBytes(a.path, b.path)),
    undeclaredFiles: zip.entries.map((entry) => entry.name).filter((name) => !declared.has(name)).sort(compareBytes)
  };
}
async function contentDigest(zip, entry) {
  try {
    return await zip.hash(entry);
  } catch (error) {
    if (!(error instanceof GaitError && error.code.startsWith("zip_"))) throw error;
    return `unreadable: ${error.message}`;
  }
}

// src/runpack/profile.ts
var isStrict = ({ profile }) => profile === "strict";
var requiresSignature = (options) => isStrict(options) || options.requireSignature === true;
function assertStrictHasKey(options) {
  if (!isStrict(options) || options.publicKey) return;
  throw invalidInput("strict verify profile requires --public-key/--public-key-env or private key source", {
    hint: "Name the key that the pack was signed with."
  });
}

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
  const findings2 = [];
  const add = (code, message) => findings2.push({ code, message });
  decodeDocument(manifestShape, document, {
    onUnknown: (field) => add("runpack_manifest_unknown_field", `manifest field ${field} is unknown and not part of manifest_digest`)
  });
  if (manifest.capture_mode !== "reference" && manifest.capture_mode !== "raw") {
    add("runpack_capture_mode_unknown", `capture_mode is ${quoted(manifest.capture_mode)}, neither reference nor raw`);
  }
  const seen = /* @__PURE__ */ new Set();
  for (const { path: path11 } of manifest.files ?? []) {
    if (seen.has(path11)) add("runpack_manifest_path_repeated", `the manifest lists ${quoted(path11)} more than once`);
    seen.add(path11);
  }
  if (seen.has(MANIFEST_FILE)) add("runpack_manifest_lists_itself", `the manifest lists ${MANIFEST_FILE}`);
  for (const name of undeclaredFiles(opened)) add("runpack_undeclared_entry", `the manifest doesn't declare ${quoted(name)}`);
  return findings2;
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
  const findings2 = [];
  if (before > 0) findings2.push({ code: "runpack_prefix_bytes", message: `${before} bytes stand before the archive` });
  if (after > 0) findings2.push({ code: "runpack_suffix_bytes", message: `${after} bytes stand after the archive` });
  return findings2;
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
  const isReference = normalizeWord(manifest.capture_mode) === "reference";
  for (const one of decodeEachLine(file.shape, readEntry(zip, name))) {
    const payload = file.payload(one);
    if (one.run_id !== manifest.run_id) foreign.note(one.run_id);
    if (payload === null) continue;
    if (isReference) revealed.note(one.intent_id);
    if (!equalHex(file.digest(one), digestOf(payload))) contradicted.note(one.intent_id);
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
  const run = decode(runShape, readEntry(zip, "run.json"));
  if (run.run_id === manifest.run_id) return [];
  return [{ code: "runpack_run_id_mismatch", message: `run.json names the run ${quoted(run.run_id)}` }];
}
function refsFindings({ zip, manifest }) {
  const refs = normalizeRefs(decode(refsShape, readEntry(zip, "refs.json")));
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
    if (!(error instanceof GaitError)) throw error;
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
    errors: errors2.sort(compareBytes),
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
      if (!(error instanceof GaitError)) throw error;
      errors.push(error.message);
    }
  }
  return report(valid.length > 0 ? "verified" : "failed", errors, valid);
}
function signedDigestOf(document) {
  const { signatures: _, ...rest } = toJson(document.root);
  return digestOf(rest);
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
  const isIntact2 = missingFiles.length === 0 && hashMismatches.length === 0;
  const digest = () => signedDigestOf(document);
  const signature = checkSignatures(manifest.signatures, digest, options);
  const findings2 = [
    ...isIntact2 && options.contents ? contentFindings(opened, options.contents === "enforce") : [],
    ...options.contents ? hiddenSignatureFindings(manifest.signatures, digest, options) : []
  ];
  const isClean = options.contents !== "enforce" || findings2.length === 0;
  return {
    ok: isIntact2 && isClean && signatureAccepted(signature.status, options.requireSignature),
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
    findings: findings2
  };
});

// src/guard/records.ts
var GUARD_SCHEMA_ID = "gait.guard.pack_manifest";
var GUARD_SCHEMA_VERSION = "1.0.0";
var contentShape2 = record({ path: text(), sha256: text(), type: text() });
var guardManifestShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  producer_version: text(),
  pack_id: text(),
  run_id: text(),
  case_id: omitEmpty(text()),
  generated_at: time(),
  template_id: omitEmpty(text()),
  control_index: omitEmpty(list(record({ control_id: text(), title: text(), evidence_paths: nullableList(text()) }))),
  evidence_pointers: omitEmpty(list(record({ pointer_id: text(), path: text(), type: text(), sha256: text() }))),
  incident_window: omitEmpty(optional(record({ from: time(), to: time(), window_seconds: int(), selection_anchor: omitEmpty(text()) }))),
  rendered_artifacts: omitEmpty(list(record({ format: text(), path: text(), sha256: text() }))),
  contents: nullableList(contentShape2),
  signatures: omitEmpty(list(signatureShape))
});
var ID_PREFIX = "pack_";
var ID_DIGITS = 16;
var guardPackId = ({ run_id, contents }) => ID_PREFIX + digestOf({ run_id, contents: contents?.map(contentShape2.encode) ?? null }).slice(0, ID_DIGITS);

// src/guard/verify.ts
var MANIFEST_FILE2 = "pack_manifest.json";
async function verifyGuardArchive(zip, options) {
  const unknown = [];
  const bytes = readEntry(zip, MANIFEST_FILE2);
  const manifest = withPrefix("parse pack manifest", () => {
    const document = parseJsonDocument(bytes);
    assertNoRepeatedKeys(document);
    return decodeDocument(guardManifestShape, document, { onUnknown: (path11) => unknown.push(path11) });
  });
  const contents = manifest.contents ?? [];
  const declared = await checkDeclaredEntries(zip, contents, MANIFEST_FILE2);
  const strict = isStrict(options);
  const required = requiresSignature(options);
  const digest = () => digestOf(guardManifestShape.encode({ ...manifest, signatures: [] }));
  const signature = checkSignatures(manifest.signatures, digest, { publicKey: options.publicKey, requireSignature: required });
  const { always, strictly } = findings(manifest, unknown, declared);
  strictly.push(...hiddenSignatureFindings(manifest.signatures, digest, options));
  const failures = strict ? [...always, ...strictly] : always;
  const intact = declared.missingFiles.length === 0 && declared.hashMismatches.length === 0;
  return {
    ok: intact && failures.length === 0 && signatureAccepted(signature.status, required),
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
  if (!equalHex(pack_id, expected)) {
    always.push({ code: "guard_pack_id_mismatch", message: `pack_id mismatch: expected=${expected} actual=${pack_id}` });
  }
  for (const path11 of declared.undeclaredFiles) {
    strictly.push({ code: "guard_undeclared_file", message: `the manifest doesn't declare ${JSON.stringify(path11)}` });
  }
  for (const path11 of unknown) {
    strictly.push({ code: "guard_unknown_field", message: `the manifest has an unknown field, which no signature covers: ${path11}` });
  }
  return { always, strictly };
}
function isGuardArchive(zip) {
  try {
    const { root } = parseJsonDocument(readEntry(zip, MANIFEST_FILE2));
    if (root.kind !== "object") return false;
    return root.members.some(({ key, value }) => key === "schema_id" && value.kind === "string" && value.value === GUARD_SCHEMA_ID);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return false;
  }
}

// src/pack/verify-run.ts
async function verifyRunContract(host, { zip, manifest }, strict) {
  const payloadBytes = readPackEntry(zip, ENTRY.runPayload);
  const payload = parseRunPayload(payloadBytes);
  checkRunPayload(payload, manifest.source_ref);
  if (!zip.entry(ENTRY.runpack)) throw invalidInput(`missing ${ENTRY.runpack}`, { code: "pack_missing_entry" });
  const findings2 = inexactFields(runPayloadShape, parseJsonDocument(payloadBytes)).map((field) => ({
    code: "payload_key_case",
    message: `${ENTRY.runPayload} writes a field's name as ${field}`
  }));
  const embedded = readPackEntry(zip, ENTRY.runpack);
  const runpack = await attempt(findings2, "embedded_runpack_invalid", ENTRY.runpack, () => readRunpack(host, embedded));
  if (runpack) findings2.push(...payloadFindings2(payload, runpack), ...await embeddedFindings(host, embedded, strict));
  const envelope = zip.entry(ENTRY.envelope) ? await attempt(findings2, "context_envelope_invalid", ENTRY.envelope, () => parseEnvelope(readPackEntry(zip, ENTRY.envelope))) : void 0;
  if (runpack) findings2.push(...await envelopeFindings(runpack, envelope, zip.entry(ENTRY.envelope) !== void 0));
  return findings2;
}
async function attempt(findings2, code, name, read) {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    findings2.push({ code, message: error.message.includes(name) ? error.message : `${name}: ${error.message}` });
    return void 0;
  }
}
async function embeddedFindings(host, bytes, strict) {
  const { findings: findings2 } = await verifyRunpack(host, bytes, { contents: strict ? "enforce" : "warn" });
  return findings2.map(({ code, message }) => ({ code, message: `${ENTRY.runpack}: ${message}` }));
}
function payloadFindings2(payload, runpack) {
  const fields = payloadDifferences(payload, runpack);
  if (fields.length === 0) return [];
  return [{ code: "run_payload_mismatch", message: `${ENTRY.runPayload} differs from ${ENTRY.runpack}: ${fields.join(", ")}` }];
}
async function envelopeFindings({ refs }, envelope, present) {
  if (refs.receipts.length === 0) {
    return present ? [{ code: "context_envelope_unexpected", message: `${ENTRY.envelope} is there, but the run has no receipts` }] : [];
  }
  if (!present) return [{ code: "context_envelope_missing", message: `the run has receipts, but there is no ${ENTRY.envelope}` }];
  const findings2 = [];
  const expected = await attempt(findings2, "context_envelope_mismatch", ENTRY.runpack, () => buildEnvelope(refs));
  if (!expected || !envelope) return findings2;
  const fields = envelopeDifferences(envelope, expected);
  if (fields.length > 0) {
    findings2.push({ code: "context_envelope_mismatch", message: `${ENTRY.envelope} differs from ${ENTRY.runpack}: ${fields.join(", ")}` });
  }
  return findings2;
}

// src/pack/verify.ts
async function verifyPack(host, source, options = {}) {
  assertStrictHasKey(options);
  return withContainer(host, source, {
    runpack: () => verifyLegacyRunpack(host, source, options),
    pack: (opened) => verifyOpenPack(host, opened, options),
    malformed: (error, zip) => {
      if (!isGuardArchive(zip)) throw asVerificationFailure(error);
      return verifyLegacyGuard(zip, options);
    }
  });
}
var asVerificationFailure = (error) => verificationFailed(error.message, { code: error.code, hint: error.hint, file: error.file, line: error.line, cause: error });
async function orVerificationFailure(check) {
  try {
    return await check();
  } catch (error) {
    throw error instanceof GaitError ? asVerificationFailure(error) : error;
  }
}
async function verifyOpenPack(host, opened, options) {
  const { zip, manifest } = opened;
  assertPackId(opened);
  const declared = await checkDeclaredEntries(zip, manifest.contents, ENTRY.manifest);
  const chain = await readProofChain(opened, declared);
  const intact = isIntact(declared);
  const findings2 = [...manifestFindings2(opened), ...intact ? proofFindings(opened, chain) : []];
  if (intact) findings2.push(...await contractFindings(host, opened, isStrict(options)));
  const { signature, warnings } = judgeSignatures(opened, chain ?? [], options);
  findings2.push(...warnings);
  const failures = isStrict(options) ? findings2 : [];
  return {
    ok: intact && failures.length === 0 && signatureAccepted(signature.status, requiresSignature(options)),
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
  const expected = packId(manifest);
  if (!equalHex(manifest.pack_id, expected)) {
    throw verificationFailed(`pack_id mismatch: expected=${expected} actual=${manifest.pack_id}`, { code: "pack_id_mismatch" });
  }
}
var isIntact = ({ missingFiles, hashMismatches, undeclaredFiles: undeclaredFiles2 }) => missingFiles.length === 0 && hashMismatches.length === 0 && undeclaredFiles2.length === 0;
async function readProofChain({ zip }, declared) {
  if (!zip.entry(ENTRY.proof) || declared.hashMismatches.some((one) => one.path === ENTRY.proof)) return void 0;
  return orVerificationFailure(async () => verifyProofChain(readPackEntry(zip, ENTRY.proof)));
}
function manifestFindings2({ manifest, document }) {
  const findings2 = inexactFields(manifestShape2, document).map((field) => ({
    code: "manifest_key_case",
    message: `${ENTRY.manifest} writes a field's name as ${field}`
  }));
  if (trim(manifest.source_ref) !== manifest.source_ref) {
    findings2.push({ code: "source_ref_blanks", message: `source_ref has blanks around it: ${JSON.stringify(manifest.source_ref)}` });
  }
  const paths = manifest.contents.map((entry) => entry.path).sort(compareBytes);
  const repeated = paths.find((path11, index) => path11 === paths[index + 1]);
  if (repeated !== void 0) findings2.push({ code: "contents_repeated", message: `the manifest declares ${repeated} more than once` });
  return findings2;
}
function proofFindings({ zip, manifest }, chain) {
  if (!chain) return [{ code: "proof_records_missing", message: `there is no ${ENTRY.proof}: an old pack, or one that lost it` }];
  const entries = manifest.contents.filter((entry) => entry.path !== ENTRY.proof).map((entry) => ({ ...entry, size: zip.entry(entry.path)?.size ?? 0 }));
  const subject = {
    packType: manifest.pack_type,
    sourceRef: trim(manifest.source_ref),
    producerVersion: trim(manifest.producer_version)
  };
  return proofDifferences(subject, entries, chain).map((message) => ({ code: "proof_records_mismatch", message }));
}
async function contractFindings(host, opened, strict) {
  const { pack_type } = opened.manifest;
  if (pack_type !== "run") {
    throw verificationFailed(`this version of gait verifies run packs only; it cannot check the payload of a ${pack_type} pack`, {
      code: "pack_type_unsupported",
      hint: "Its files and its id are those of its manifest, but what they say was not checked. Use a gait that knows the type."
    });
  }
  return orVerificationFailure(() => verifyRunContract(host, opened, strict));
}
function judgeSignatures({ manifest }, chain, options) {
  const { publicKey } = options;
  const required = requiresSignature(options);
  const digest = () => digestOf(unsignedManifest(manifest));
  const report = checkSignatures(manifest.signatures, digest, { publicKey, requireSignature: required });
  if (!publicKey) return { signature: report, warnings: [] };
  const isSigned = manifest.signatures.length > 0 || chain.some(({ record: record2 }) => record2.integrity.signature !== "");
  const errors = required || isSigned ? proofSignatureErrors(chain, publicKey) : [];
  const warnings = hiddenSignatureFindings(manifest.signatures, digest, options);
  if (errors.length === 0) return { signature: report, warnings };
  if (!required) {
    return { signature: report, warnings: [...warnings, ...errors.map((message) => ({ code: "proof_signature_invalid", message }))] };
  }
  return { signature: { ...report, status: "failed", errors: [...report.errors, ...errors].sort(compareBytes) }, warnings };
}
async function verifyLegacyRunpack(host, source, options) {
  const strict = isStrict(options);
  const contents = strict ? "enforce" : "warn";
  const result = await verifyRunpack(host, source, {
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

// src/pack/integrity.ts
async function reportIntegrity(host, source) {
  try {
    const verification = await verifyPack(host, source);
    return { ok: verification.ok, reason: verification.ok ? "" : describeFailure(verification) };
  } catch (error) {
    if (error instanceof GaitError) return { ok: false, reason: error.message };
    throw error;
  }
}
function describeFailure(verification) {
  const { missingFiles, hashMismatches, undeclaredFiles: undeclaredFiles2, signature, failures } = verification;
  const part = (label, items) => items.length > 0 ? [`${label}: ${items.join(", ")}`] : [];
  return [
    ...part("missing", missingFiles),
    ...part(
      "changed",
      hashMismatches.map((one) => one.path)
    ),
    ...part("undeclared", undeclaredFiles2),
    ...failures.map((one) => one.message),
    ...part(`signature ${signature.status}`, signature.errors)
  ].join("; ");
}

// src/pack/load.ts
var loadPack = (host, source) => withContainer(host, source, { runpack: () => loadRunpack(host, source), pack: (opened) => loadOpenPack(host, opened) });
async function loadRunpack(host, source) {
  const runpack = await readRunpack(host, source);
  const { manifest, run } = runpack;
  return {
    packId: manifest.manifest_digest,
    packType: "run",
    sourceRef: manifest.run_id,
    manifestDigest: storedManifestDigest(host, source),
    createdAt: utcOr(run.created_at, EPOCH_1980),
    files: filesOf(manifest.files ?? []),
    runpack
  };
}
function storedManifestDigest(host, source) {
  const zip = openArchive(host, source);
  try {
    return digestOf(parseJson(readEntry(zip, MANIFEST_FILE)));
  } finally {
    zip.close();
  }
}
var filesOf = (files) => new Map(files.map(({ path: path11, sha256 }) => [path11, sha256]));
async function loadOpenPack(host, { zip, manifest, document }) {
  const { pack_type } = manifest;
  const holdsRunpack = pack_type === "run" || pack_type === "call";
  return {
    packId: manifest.pack_id,
    packType: pack_type,
    sourceRef: manifest.source_ref,
    manifestDigest: withPrefix("parse manifest", () => digestOf(parseJson(document.text))),
    createdAt: toUtc(manifest.created_at),
    manifest,
    files: filesOf(manifest.contents),
    runPayload: pack_type === "run" ? await readable(() => parseRunPayload(readPackEntry(zip, ENTRY.runPayload))) : void 0,
    runpack: holdsRunpack ? await readable(() => readRunpack(host, readPackEntry(zip, ENTRY.runpack))) : void 0
  };
}
async function readable(read) {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GaitError) return void 0;
    throw error;
  }
}

// src/pack/diff.ts
var diffShape = record({
  schema_id: text(),
  schema_version: text(),
  created_at: time(),
  left_pack_id: text(),
  right_pack_id: text(),
  left_pack_type: text(),
  right_pack_type: text(),
  summary: record({
    changed: bool(),
    added_files: omitEmpty(list(text())),
    removed_files: omitEmpty(list(text())),
    changed_files: omitEmpty(list(text())),
    manifest_delta: bool(),
    context_changed: omitEmpty(bool()),
    context_runtime_only_changes: omitEmpty(bool()),
    context_drift_classification: text()
  })
});
async function diffPacks(host, leftSource, rightSource) {
  const [leftBytes, rightBytes] = [snapshot(host, leftSource), snapshot(host, rightSource)];
  const left = await loadPack(host, leftBytes);
  const right = await loadPack(host, rightBytes);
  return {
    result: compare(left, right),
    left: await reportIntegrity(host, leftBytes),
    right: await reportIntegrity(host, rightBytes),
    contents: left.runpack && right.runpack && diffContents(left.runpack, right.runpack)
  };
}
function compare(left, right) {
  const onlyIn = (a, b) => [...a.files.keys()].filter((path11) => !b.files.has(path11)).sort(compareBytes);
  const added = onlyIn(right, left);
  const removed = onlyIn(left, right);
  const changedFiles2 = [...left.files].filter(([path11, digest]) => right.files.has(path11) && right.files.get(path11) !== digest).map(([path11]) => path11).sort(compareBytes);
  const manifestDelta = left.manifestDigest !== right.manifestDigest || left.packType !== right.packType;
  const drift = classifyContextDrift(left, right);
  return {
    schema_id: SCHEMA_ID2.diff,
    schema_version: SCHEMA_VERSION2,
    created_at: EPOCH_1980,
    left_pack_id: left.packId,
    right_pack_id: right.packId,
    left_pack_type: left.packType,
    right_pack_type: right.packType,
    summary: {
      changed: manifestDelta || added.length > 0 || removed.length > 0 || changedFiles2.length > 0 || drift !== "none",
      added_files: added,
      removed_files: removed,
      changed_files: changedFiles2,
      manifest_delta: manifestDelta,
      context_changed: drift !== "none",
      context_runtime_only_changes: drift === "runtime_only",
      context_drift_classification: drift
    }
  };
}

// src/pack/export.ts
import path5 from "node:path";

// src/pack/metrics.ts
var NOTHING = { total: 0, success: 0, successRate: 0, policyBlocked: 0, approvalRequired: 0, regressFailures: 0 };
var APPROVAL_WORDS = ["require_approval", "approval_required", "needs_approval", "needsapproval"];
var FAILURE_WORDS = ["fail", "failed", "regress_failed"];
var word = (value) => typeof value === "string" ? normalizeWord(value) : "";
var isPositive = (value) => typeof value === "number" && Math.trunc(value) > 0;
var reasonCodes = (value) => Array.isArray(value) ? value : [];
var tellsOfRegression = (reason) => {
  const text2 = word(reason);
  return text2.includes("regress") && (text2.includes("fail") || text2.includes("drift"));
};
function isRegressFailure(result) {
  if (isPositive(result.regress_failures) || isPositive(result.failed)) return true;
  if ([result.regress_status, result.status, result.result_status].some((status) => FAILURE_WORDS.includes(word(status)))) return true;
  return [...reasonCodes(result.reason_codes), result.reason, result.failure_reason].some(tellsOfRegression);
}
function toolCallMetrics(runpack) {
  if (!runpack) return NOTHING;
  const { intents, results } = runpack;
  const total = results.length || intents.length;
  const success = results.filter((result) => normalizeWord(result.status) === "ok").length;
  const payloads = results.map((result) => result.result ?? {});
  const verdicts = payloads.map((payload) => word(payload.verdict));
  return {
    total,
    success,
    successRate: total === 0 ? 0 : success / total,
    policyBlocked: verdicts.filter((verdict) => verdict === "block").length,
    approvalRequired: verdicts.filter((verdict) => APPROVAL_WORDS.includes(verdict)).length,
    regressFailures: payloads.filter(isRegressFailure).length
  };
}

// src/pack/export-record.ts
var exportRecord = (pack, verification) => ({
  packId: pack.packId,
  packType: pack.packType,
  sourceRef: trim(pack.sourceRef),
  manifestDigest: pack.manifestDigest,
  filesChecked: verification.filesChecked,
  hashMismatches: verification.hashMismatches.length,
  missingFiles: verification.missingFiles.length,
  undeclaredFiles: verification.undeclaredFiles.length,
  signatureStatus: verification.signature.status,
  signaturesTotal: verification.signature.total,
  signaturesValid: verification.signature.valid,
  createdAt: pack.createdAt,
  metrics: toolCallMetrics(pack.runpack)
});
var isIntegrityOk = ({ hashMismatches, missingFiles, undeclaredFiles: undeclaredFiles2 }) => hashMismatches + missingFiles + undeclaredFiles2 === 0;
function traceSeed({ packId: packId2, packType, sourceRef, manifestDigest: manifestDigest2 }) {
  if (isHex64(packId2)) return packId2.toLowerCase();
  return isHex64(manifestDigest2) ? manifestDigest2.toLowerCase() : sha256Hex(`${packType}|${sourceRef}`);
}

// src/pack/otel.ts
var memberText = (value) => typeof value === "bigint" ? String(value) : goJsonSorted(value);
var line = (members) => `{${Object.keys(members).sort(compareBytes).map((key) => `${goJson(key)}:${memberText(members[key])}`).join(",")}}`;
var attributesOf = (record2) => ({
  "gait.pack_id": record2.packId,
  "gait.pack_type": record2.packType,
  "gait.source_ref": record2.sourceRef,
  "gait.manifest_digest": record2.manifestDigest,
  "gait.files_checked": record2.filesChecked,
  "gait.hash_mismatches": record2.hashMismatches,
  "gait.missing_files": record2.missingFiles,
  "gait.undeclared_files": record2.undeclaredFiles,
  "gait.signature_status": record2.signatureStatus,
  "gait.signatures_total": record2.signaturesTotal,
  "gait.signatures_valid": record2.signaturesValid,
  "gait.integrity_ok": isIntegrityOk(record2),
  "gait.tool_calls_total": record2.metrics.total,
  "gait.tool_calls_ok": record2.metrics.success,
  "gait.policy_blocked": record2.metrics.policyBlocked,
  "gait.approval_required": record2.metrics.approvalRequired,
  "gait.regress_failures": record2.metrics.regressFailures
});
function otelLines(record2) {
  const { metrics } = record2;
  const time2 = unixNanos(record2.createdAt);
  const attributes = attributesOf(record2);
  const seed = traceSeed(record2);
  const ids = { trace_id: seed.slice(0, 32), span_id: seed.slice(32, 48) };
  const metric = (name, unit, value) => line({ record_type: "metric", time_unix_nano: time2, name: `gait.pack.${name}`, unit, attributes, ...value });
  return [
    line({
      record_type: "span",
      ...ids,
      name: "gait.pack.verify",
      start_time_unix_nano: time2,
      end_time_unix_nano: time2,
      status: { code: isIntegrityOk(record2) ? "ok" : "error" },
      attributes,
      instrumentation_scope: "gait.pack.export"
    }),
    line({
      record_type: "event",
      time_unix_nano: time2,
      severity_text: "INFO",
      body: "gait.pack.export.metadata",
      ...ids,
      attributes
    }),
    metric("tool_calls_total", "1", { value_int: metrics.total }),
    metric("tool_calls_success_total", "1", { value_int: metrics.success }),
    metric("tool_calls_success_rate", "ratio", { value_double: metrics.successRate }),
    metric("policy_blocked_total", "1", { value_int: metrics.policyBlocked }),
    metric("approval_required_total", "1", { value_int: metrics.approvalRequired }),
    metric("regress_failures_total", "1", { value_int: metrics.regressFailures })
  ];
}

// src/pack/sql.ts
var IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
function parseTable(name) {
  const parts2 = name.split(".").map(trim);
  if (parts2.length > 2 || !parts2.every((part) => IDENTIFIER.test(part))) {
    throw invalidInput(`invalid postgres table name: ${JSON.stringify(name)}`, {
      hint: "Use letters, digits and _, with one dot between schema and table: gait_pack_index or audit.gait_pack_index."
    });
  }
  return { quoted: parts2.map((part) => `"${part}"`).join("."), name: parts2.at(-1) };
}
function literal(text2) {
  if (text2.includes("\0")) throw invalidInput("a pack field holds a NUL character, which PostgreSQL text cannot");
  return `'${text2.replaceAll("'", "''")}'`;
}
function sixDecimals(ratio) {
  const isTie = Number.isInteger(ratio * 128) && ratio * 128 % 2 === 1;
  if (!isTie) return ratio.toFixed(6);
  const floor = Math.floor(ratio * 1e6);
  return ((floor + floor % 2) / 1e6).toFixed(6);
}
var textColumn = (name, type, pick) => ({
  name,
  type,
  value: (record2) => literal(pick(record2))
});
var countColumn = (name, pick) => ({
  name,
  type: "INTEGER NOT NULL",
  value: (record2) => String(pick(record2))
});
var COLUMNS = [
  textColumn("pack_id", "TEXT PRIMARY KEY", (record2) => record2.packId),
  textColumn("pack_type", "TEXT NOT NULL", (record2) => record2.packType),
  textColumn("source_ref", "TEXT NOT NULL", (record2) => record2.sourceRef),
  textColumn("manifest_digest", "TEXT NOT NULL", (record2) => record2.manifestDigest),
  countColumn("files_checked", (record2) => record2.filesChecked),
  countColumn("hash_mismatches", (record2) => record2.hashMismatches),
  countColumn("missing_files", (record2) => record2.missingFiles),
  countColumn("undeclared_files", (record2) => record2.undeclaredFiles),
  textColumn("signature_status", "TEXT NOT NULL", (record2) => record2.signatureStatus),
  countColumn("signatures_total", (record2) => record2.signaturesTotal),
  countColumn("signatures_valid", (record2) => record2.signaturesValid),
  countColumn("tool_calls_total", (record2) => record2.metrics.total),
  countColumn("tool_calls_success", (record2) => record2.metrics.success),
  { name: "tool_calls_success_rate", type: "DOUBLE PRECISION NOT NULL", value: (record2) => sixDecimals(record2.metrics.successRate) },
  countColumn("policy_blocked", (record2) => record2.metrics.policyBlocked),
  countColumn("approval_required", (record2) => record2.metrics.approvalRequired),
  countColumn("regress_failures", (record2) => record2.metrics.regressFailures),
  { name: "created_at", type: "TIMESTAMPTZ NOT NULL", value: (record2) => `${literal(record2.createdAt)}::timestamptz` }
];
var indented = (items) => items.map((item) => `  ${item}`).join(",\n");
function definitions({ quoted: quoted2, name }) {
  const index = `idx_${name.toLowerCase()}`;
  return [
    `CREATE TABLE IF NOT EXISTS ${quoted2} (`,
    indented(COLUMNS.map((column) => `${column.name} ${column.type}`)),
    ");",
    `CREATE INDEX IF NOT EXISTS "${index}_pack_type_created_at" ON ${quoted2} (pack_type, created_at DESC);`,
    `CREATE INDEX IF NOT EXISTS "${index}_source_ref" ON ${quoted2} (source_ref);`,
    "\n"
  ].join("\n");
}
function postgresSql(record2, table, withDefinitions) {
  const [key, ...others] = COLUMNS;
  const insert = [
    `INSERT INTO ${table.quoted} (`,
    indented(COLUMNS.map((column) => column.name)),
    ") VALUES (",
    indented(COLUMNS.map((column) => column.value(record2))),
    ")",
    `ON CONFLICT (${key.name}) DO UPDATE SET`,
    `${indented(others.map(({ name }) => `${name} = EXCLUDED.${name}`))};`,
    ""
  ].join("\n");
  return withDefinitions ? definitions(table) + insert : insert;
}

// src/pack/export.ts
async function exportPack(host, source, options) {
  const { otel, sql, publicKey, requireVerified } = options;
  if (!otel && !sql) throw invalidInput("at least one export output is required (--otel-out or --postgres-sql-out)");
  const table = sql && parseTable(sql.table);
  if (otel) assertLocalOrAbsolute(otel.file);
  if (sql) assertFolderOf(host, sql.file);
  const input = typeof source === "string" ? [source] : [];
  if (otel) assertNoInput(host, "--otel-out", otel.file, input);
  if (sql) assertNoInput(host, "--postgres-sql-out", sql.file, otel ? [...input, otel.file] : input);
  const bytes = snapshot(host, source);
  const verification = await verifyPack(host, bytes, { publicKey, requireSignature: requireVerified && publicKey !== void 0 });
  if (requireVerified && !verification.ok) {
    throw verificationFailed(`the pack doesn't verify: ${describeFailure(verification)}`, { code: "pack_unverified" });
  }
  const record2 = exportRecord(await loadPack(host, bytes), verification);
  const text2 = sql && table && postgresSql(record2, table, sql.includeDdl);
  if (otel) writeOtel(host, otel, otelLines(record2));
  if (sql && text2 !== void 0) writeFileAtomic(host, resolvePath(host, sql.file), text2);
  return record2;
}
function assertFolderOf(host, file) {
  const folder = path5.dirname(file);
  if (!isFolder(host, folder))
    throw invalidInput(`open ${file}: no such file or directory`, { file, hint: `Create the folder ${folder}.` });
}
function writeOtel(host, { file, truncate }, lines) {
  if (!truncate) {
    appendLines(host, file, lines);
    return;
  }
  makeFolder(host, path5.dirname(file));
  withFileLock(host, file, () => writeFileAtomic(host, file, lines.map((line2) => `${line2}
`).join("")));
}

// src/pack/inspect.ts
async function inspectPack(host, source) {
  const bytes = snapshot(host, source);
  const { packId: packId2, packType, sourceRef, manifest, runpack, runPayload } = await loadPack(host, bytes);
  const isRun = packType === "run";
  return {
    packId: packId2,
    packType,
    sourceRef,
    manifest,
    runPayload: manifest ? runPayload : runpack && inspectedPayload(runpack),
    runLineage: isRun && runpack ? runLineage(runpack) : void 0,
    legacyType: manifest ? void 0 : "runpack",
    integrity: await reportIntegrity(host, bytes)
  };
}
function runLineage({ run, intents, results, refs }) {
  const tools = new Map(intents.map((intent) => [intent.intent_id, intent.tool_name]));
  const statuses = new Map(results.map((result) => [result.intent_id, result.status]));
  const ids = [.../* @__PURE__ */ new Set([...tools.keys(), ...statuses.keys()])].sort(compareBytes);
  return {
    timelineEvents: run.timeline?.length ?? 0,
    receiptCount: refs.receipts.length,
    intentResults: ids.map((id) => ({ intentId: id, toolName: tools.get(id) ?? "", status: statuses.get(id) ?? "" }))
  };
}

// src/capture/source.ts
var MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
function readArchive(host, file) {
  const target = resolvePath(host, file);
  return onFile("open zip: read", file, () => {
    const stat = host.fs.statSync(target);
    const { size } = stat;
    if (!stat.isFile() && !stat.isDirectory()) throw invalidInput(`not a regular file: ${file}`, { file });
    if (size > MAX_ARCHIVE_BYTES) throw invalidInput(`archive larger than ${MAX_ARCHIVE_BYTES} bytes: ${file}`, { file });
    return host.fs.readFileSync(target);
  });
}
var resolveSource = (host, words, checkpoint) => looksLikePath(words) || isFile(host, words) ? resolvePathSource(host, words, checkpoint) : followChain(host, locateRunpack(host, words), checkpoint);
function resolvePathSource(host, file, checkpoint) {
  if (!isFile(host, file)) throw invalidInput(`runpack not found: ${file}`, { file });
  return followChain(host, file, checkpoint);
}
function followChain(host, file, checkpoint) {
  const chain = file.toLowerCase().endsWith(".json") ? readChainIfAny(host, file) : void 0;
  if (chain === void 0) return { path: file, chain: null };
  const found = resolveCheckpoint(chain, checkpoint);
  return { path: found.runpack_path, chain: { path: file, runId: chain.run_id, checkpointIndex: found.checkpoint_index } };
}
function readChainIfAny(host, file) {
  try {
    return readSessionChain(host, file);
  } catch (error) {
    if (error instanceof GaitError) return void 0;
    throw error;
  }
}
async function openSource2(host, file) {
  const bytes = readArchive(host, file);
  const sha256 = sha256Hex(bytes);
  try {
    return { runpack: bytes, sha256, verification: await verifyRunpack(host, bytes) };
  } catch (error) {
    if (!(error instanceof GaitError) || error.category !== "invalid_input") throw error;
    const runpack = await extractSourceRunpack(host, bytes);
    if (runpack === void 0) throw error;
    return { runpack, sha256, verification: await verifyRunpack(host, runpack) };
  }
}

// src/format/replace-files.ts
import path6 from "node:path";
var besides = (file, what, id) => path6.posix.join(path6.posix.dirname(file), `.${path6.posix.basename(file)}.${what}-${id}`);
function replaceFiles(host, files) {
  const id = Buffer.from(host.randomBytes(6)).toString("hex");
  const steps = files.map(({ path: file, content }) => ({ file, content, fresh: besides(file, "new", id), old: besides(file, "old", id) }));
  const remove = (name) => host.fs.rmSync(resolvePath(host, name), { force: true });
  const rename = (from, to) => onFile("replace", to, () => host.fs.renameSync(resolvePath(host, from), resolvePath(host, to)));
  const placed = [];
  try {
    for (const { fresh, content } of steps) writeFileWithParents(host, fresh, content);
    for (const { file, fresh, old } of steps) {
      placed.push({ file, old, hadOld: keepOld(host, file, old) });
      rename(fresh, file);
    }
  } catch (error) {
    for (const { fresh } of steps) remove(fresh);
    for (const { file, old, hadOld } of placed.reverse()) {
      try {
        if (!hadOld) remove(file);
        else rename(old, file);
        remove(old);
      } catch {
      }
    }
    throw error;
  }
  for (const { old } of steps) remove(old);
}
function keepOld(host, file, old) {
  const [from, to] = [resolvePath(host, file), resolvePath(host, old)];
  if (!host.fs.lstatSync(from, { throwIfNoEntry: false })) return false;
  try {
    host.fs.linkSync(from, to);
  } catch (error) {
    if (systemCode(error) === void 0 || error instanceof GaitError) throw error;
    writeFileAtomic(
      host,
      old,
      onFile("open", file, () => host.fs.readFileSync(from))
    );
  }
  return true;
}

// src/regress/change.ts
var CHANGED = "config_changed";
var MAX_ATTEMPTS = 100;
async function changeProject(host, config, attempt2) {
  for (let attempts = 1; ; attempts++) {
    const before = contentOf(host, config);
    const commit = (write) => withFileLock(host, config, () => {
      if (contentOf(host, config) !== before) throw changed(config);
      return write();
    });
    try {
      return await attempt2(commit);
    } catch (error) {
      if (!(error instanceof GaitError) || error.code !== CHANGED || attempts >= MAX_ATTEMPTS) throw error;
    }
  }
}
var contentOf = (host, file) => Buffer.from(readBytesIfThere(host, file) ?? []).toString("latin1");
var changed = (config) => new GaitError("state_contention", `${config} was changed by another process meanwhile`, {
  code: CHANGED,
  file: config,
  hint: "Try again."
});

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

// src/regress/verdict.ts
var wordTable = (spellings) => new Map(
  Object.entries(spellings).flatMap(([verdict, words]) => words.split(" ").map((word2) => [word2, verdict]))
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
var normalizeVerdict = (word2) => VERDICT_WORDS.get(normalizeWord(word2).replace(/[- ]/g, "_"));
function verdictOf(result) {
  const recorded = result.result?.verdict;
  const verdict = typeof recorded === "string" ? normalizeVerdict(recorded) : void 0;
  return verdict ?? STATUS_WORDS.get(normalizeWord(result.status)) ?? "error";
}

// src/regress/compare-calls.ts
var MAX_ARGS_LENGTH = 16384;
function compareCalls(baseline, candidate, showArgs) {
  const withArgs = showArgs && isRaw(baseline) && isRaw(candidate);
  const left = callsOf(baseline, withArgs);
  const right = callsOf(candidate, withArgs);
  const partner = new Array(left.length).fill(-1);
  const taken = new Array(right.length).fill(false);
  const pair = (i, j) => {
    partner[i] = j;
    taken[j] = true;
  };
  const inOrder = alignKeys(
    left.map(({ key }) => key),
    right.map(({ key }) => key)
  );
  for (const [i, j] of inOrder) pair(i, j);
  for (const nameOf of [({ key }) => key, ({ tool }) => tool]) {
    const free = freeBy(right, taken, nameOf);
    for (const [i, call] of left.entries()) {
      const next = partner[i] === -1 ? free.get(nameOf(call))?.next() : void 0;
      if (next && !next.done) pair(i, next.value);
    }
  }
  return inCandidateOrder(left, right, partner, inOrder);
}
var isRaw = ({ manifest }) => normalizeWord(manifest.capture_mode) === "raw";
function callsOf({ intents, results }, withArgs) {
  const byIntent2 = new Map(results.map((result) => [result.intent_id, result]));
  return intents.map((intent, index) => ({
    tool: intent.tool_name,
    key: JSON.stringify([intent.tool_name, intent.args_digest]),
    side: {
      index,
      intent_id: intent.intent_id,
      args_digest: intent.args_digest,
      ...outcomeOf(byIntent2.get(intent.intent_id)),
      args: withArgs && intent.args !== null ? cut(canonicalize(intent.args)) : ""
    }
  }));
}
var outcomeOf = (result) => result === void 0 ? { status: "", result_digest: "", verdict: "" } : { status: result.status, result_digest: result.result_digest, verdict: verdictOf(result) };
var cut = (text2) => text2.length <= MAX_ARGS_LENGTH ? text2 : `${text2.slice(0, MAX_ARGS_LENGTH).toWellFormed()}…`;
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
function kindOf2(left, right, isInOrder) {
  if (left.key !== right.key) return "args_changed";
  if (left.side.status !== right.side.status || left.side.verdict !== right.side.verdict) return "status_changed";
  if (left.side.result_digest !== right.side.result_digest) return "result_changed";
  return isInOrder ? "same" : "moved";
}
function inCandidateOrder(left, right, partner, inOrder) {
  const aligned = new Set(inOrder.map(([i]) => i));
  const removed = removedByPlace(left, partner, inOrder);
  const leftOf = new Map(partner.flatMap((j, i) => j === -1 ? [] : [[j, i]]));
  const changes = [...removed.get(-1) ?? []];
  for (const [j, call] of right.entries()) {
    const i = leftOf.get(j);
    if (i === void 0) changes.push({ kind: "added", tool: call.tool, left: null, right: call.side });
    else changes.push({ kind: kindOf2(left[i], call, aligned.has(i)), tool: call.tool, left: left[i].side, right: call.side });
    for (const change of removed.get(j) ?? []) changes.push(change);
  }
  return changes;
}
function removedByPlace(left, partner, inOrder) {
  const places = /* @__PURE__ */ new Map();
  let place = -1;
  let next = 0;
  for (const [i, call] of left.entries()) {
    while (next < inOrder.length && inOrder[next][0] < i) next++;
    const [, end] = inOrder[next] ?? [0, Number.POSITIVE_INFINITY];
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
function compareContext(baseline, candidate) {
  const pairs = pairReceipts(baseline.receipts, candidate.receipts);
  const isMissing = baseline.context_set_digest !== "" && candidate.context_set_digest === "";
  return {
    classification: isMissing ? "missing" : classifyContext(baseline, candidate),
    receipts: pairs.flatMap(receiptChange),
    widest_age_change_seconds: pairs.reduce((widest, [left, right]) => Math.max(widest, left && right ? secondsApart(left, right) : 0), 0)
  };
}
function pairReceipts(left, right) {
  const groups = /* @__PURE__ */ new Map();
  const ids = [...left, ...right].map(({ ref_id }) => ref_id).sort(compareBytes);
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
  const isSame = contentOf2(left) === contentOf2(right);
  return isSame ? [] : [{ kind: "changed", ref_id, source_type, ...digests }];
}
var contentOf2 = (receipt) => digestOf(receiptShape.encode({ ...receipt, retrieved_at: EPOCH_1980 }));
function secondsApart(left, right) {
  const nanos = unixNanos(right.retrieved_at) - unixNanos(left.retrieved_at);
  const away = nanos < 0n ? -nanos : nanos;
  return Number((away + 999999999n) / 1000000000n);
}

// src/regress/compare-risk.ts
import { createHash as createHash2 } from "node:crypto";
var CLASS_WORDS = [
  ["destructive", ["delete", "drop", "destroy", "remove", "purge"]],
  ["write", ["write", "update", "save", "send", "export", "create"]],
  ["read", ["read", "list", "get", "search", "fetch"]]
];
var CLASS_WEIGHT = { destructive: 4, write: 3, execute: 2, read: 1 };
var includesAny = (text2, words) => words.some((word2) => text2.includes(word2));
var toolClassOf = (tool) => {
  const name = tool.toLowerCase();
  return CLASS_WORDS.find(([, words]) => includesAny(name, words))?.[0] ?? "execute";
};
function normalizeIdentifier(text2) {
  const word2 = normalizeWord(text2);
  const kept = word2.replace(/[^a-z0-9]/gu, "_").replace(/^_+|_+$/g, "");
  return kept !== "" ? kept : createHash2("sha256").update(word2).digest("hex").slice(0, 16);
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
  const word2 = normalizeWord(status);
  if (word2 === "ok" || word2 === "success") return 0;
  return includesAny(`result_status_${normalizeIdentifier(word2)}`, GRAVE_REASONS) ? 2 : 1;
}
function scoreCalls({ intents, results, refs }) {
  const statuses = new Map(results.map(({ intent_id, status }) => [intent_id, status]));
  const blast = blastRadiusOf(refs.receipts);
  return intents.map(({ tool_name, intent_id }, index) => ({
    index,
    tool: tool_name,
    score: CLASS_WEIGHT[toolClassOf(tool_name)] * 100 + blast * 10 + statusPoints(statuses.get(intent_id))
  })).filter(({ tool }) => !isBlank(tool));
}
var highest = (calls) => calls.reduce((top, { score }) => Math.max(top, score), 0);
function compareRisk(baseline, candidate) {
  const before = highest(scoreCalls(baseline));
  const after = scoreCalls(candidate);
  const causes = after.filter(({ score }) => score > before).sort((a, b) => b.score - a.score || compareBytes(a.tool, b.tool) || a.index - b.index);
  return { baseline: before, candidate: highest(after), causes };
}

// src/regress/compare.ts
var compareRunpacks = (baseline, candidate, { showArgs }) => ({
  tool_calls: compareCalls(baseline, candidate, showArgs),
  context: compareContext(baseline.refs, candidate.refs),
  risk: compareRisk(baseline, candidate)
});

// src/regress/names.ts
var PATTERN = /^[a-z0-9][a-z0-9._-]*$/;
var isFixtureName = (name) => PATTERN.test(name);
function assertFixtureName(name) {
  if (isFixtureName(name)) return;
  throw invalidInput(`invalid fixture name: ${name}`, {
    hint: "Use lower-case letters, digits, dots, dashes and underscores, beginning with a letter or digit."
  });
}
var deriveFixtureName = (runId) => runId.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[-._]+|[-._]+$/g, "") || "fixture";

// src/regress/yaml.ts
var MAX_VALUES2 = 2e5;
var MAX_ALIASES = 1e3;
var MAX_DEPTH2 = 100;
var MAX_BYTES = 1024 * 1024;
async function parseYamlDocument(source) {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await import("./browser-3OAP2O4B.js");
  const text2 = decodeUtf8(source);
  const fail2 = (message, at) => {
    const { line: line2 } = positionAt(text2, at);
    throw invalidInput(`invalid YAML at line ${line2}: ${message}`, { line: line2 });
  };
  if (text2.startsWith("\uFEFF")) fail2("a byte order mark at the start", 0);
  const compose = () => {
    try {
      return parseDocument(text2, { version: "1.2", schema: "core", merge: false, prettyErrors: false, logLevel: "error" });
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
    if (++values > MAX_VALUES2) fail2(`more than ${MAX_VALUES2} values`, at);
    if (depth > MAX_DEPTH2) fail2(`nested deeper than ${MAX_DEPTH2} levels`, at);
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
  return { root: convert(parsed.contents, 0, /* @__PURE__ */ new Set()), text: text2 };
}
var looksLikeJson = (source) => {
  const first = source.find((byte) => byte > 32);
  return first === 123 || first === 91;
};
async function parseJsonOrYaml(source) {
  try {
    return { document: parseJsonDocument(source), format: "json" };
  } catch (jsonError) {
    if (!(jsonError instanceof GaitError)) throw jsonError;
    try {
      return { document: await parseYamlDocument(source), format: "yaml" };
    } catch (yamlError) {
      throw yamlError instanceof GaitError && looksLikeJson(source) ? jsonError : yamlError;
    }
  }
}

// src/regress/config.ts
var CONFIG_FILE = "gait.yaml";
var CONFIG_SCHEMA_ID = "gait.regress.config";
var SCHEMA_VERSION3 = "1.0.0";
var DEFAULT_SET = "default";
var configShape = record({
  schema_id: text(),
  schema_version: text(),
  fixture_set: text(),
  fixtures: list(record({ name: text(), run_id: text(), runpack: text() }))
});
async function parseConfig(bytes, file) {
  const refuse3 = (message) => invalidInput(message, { code: "config_invalid", file });
  const unknown = [];
  const { document, format: format2 } = await parseText(bytes);
  const read = withPrefix("parse config", () => decodeDocument(configShape, document, { onUnknown: (field) => unknown.push(field) }));
  if (read.schema_id !== "" && read.schema_id !== CONFIG_SCHEMA_ID) throw refuse3(`unsupported config schema_id: ${read.schema_id}`);
  if (read.schema_version !== "" && read.schema_version !== SCHEMA_VERSION3) {
    throw refuse3(`unsupported config schema_version: ${read.schema_version}`);
  }
  for (const { name, runpack } of read.fixtures) {
    if (isBlank(name)) throw refuse3("fixture name is required");
    if (isBlank(runpack)) throw refuse3(`fixture runpack is required for ${name}`);
  }
  const fixtures = [...read.fixtures].sort((a, b) => compareBytes(a.name, b.name));
  const warnings = [...unknown.map((field) => `${file}: unknown field ${field} is ignored`), ...nameWarnings(fixtures, file)];
  return { config: { fixture_set: read.fixture_set || DEFAULT_SET, fixtures }, format: format2, warnings };
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
var parseText = (bytes) => withPrefixAsync("parse config", () => parseJsonOrYaml(bytes));
async function readConfig(host, file) {
  return parseConfig(
    withPrefix("read config", () => readBytes(host, file)),
    file
  );
}
async function readConfigIfThere(host, file) {
  const bytes = withPrefix("read config", () => readBytesIfThere(host, file));
  return bytes && parseConfig(bytes, file);
}
var configText = ({ fixture_set, fixtures }) => goJsonIndented({
  schema_id: CONFIG_SCHEMA_ID,
  schema_version: SCHEMA_VERSION3,
  fixture_set,
  fixtures: fixtures.map(({ name, run_id, runpack }) => ({ name, run_id, runpack }))
});

// src/regress/metadata.ts
var FIXTURE_SCHEMA_ID = "gait.regress.fixture";
var FIXTURE_FILE = "fixture.json";
var RUNPACK_FILE = "runpack.zip";
var fixtureShape = record({
  schema_id: text(),
  schema_version: text(),
  name: text(),
  run_id: text(),
  runpack: text(),
  expected_replay_exit_code: int(),
  expected_tool_sequence: omitEmpty(list(text())),
  expected_verdict_sequence: omitEmpty(list(text())),
  candidate_runpack: omitEmpty(text()),
  context_conformance: omitEmpty(text()),
  allow_context_runtime_drift: omitEmpty(bool()),
  expected_context_set_digest: omitEmpty(text()),
  diff_allow_changed_files: omitEmpty(list(text())),
  session_chain: omitEmpty(text()),
  checkpoint_index: omitEmpty(int())
});
var INVALID = "fixture_invalid";
function parseMetadata(bytes, file, options = {}) {
  const read = decodeMetadata(bytes, file, options);
  const refuse3 = (message) => invalidInput(message, { code: INVALID, file });
  if (read.name === "" || read.run_id === "" || read.runpack === "") throw refuse3(`fixture metadata incomplete: ${file}`);
  if (read.expected_replay_exit_code < 0) throw refuse3(`fixture expected_replay_exit_code must be >= 0: ${file}`);
  if (read.checkpoint_index < 0) throw refuse3(`fixture checkpoint_index must be >= 0: ${file}`);
  const context_conformance = normalizeWord(read.context_conformance);
  if (!["", "required", "none"].includes(context_conformance)) {
    throw refuse3(`fixture context_conformance must be one of required|none: ${file}`);
  }
  const expected_context_set_digest = trim(read.expected_context_set_digest);
  if (expected_context_set_digest !== "" && !isHex64(expected_context_set_digest)) {
    throw refuse3(`fixture expected_context_set_digest must be sha256 hex: ${file}`);
  }
  const withoutBlanks = (values) => values.map(trim).filter((value) => value !== "");
  return {
    ...read,
    expected_tool_sequence: withoutBlanks(read.expected_tool_sequence),
    expected_verdict_sequence: withoutBlanks(read.expected_verdict_sequence).map((word2) => {
      const verdict = normalizeVerdict(word2);
      if (verdict === void 0) {
        throw refuse3(`fixture expected_verdict_sequence invalid: invalid verdict ${JSON.stringify(word2)} (${file})`);
      }
      return verdict;
    }),
    candidate_runpack: trim(read.candidate_runpack),
    context_conformance,
    expected_context_set_digest,
    diff_allow_changed_files: sortedUnique(read.diff_allow_changed_files)
  };
}
function decodeMetadata(bytes, file, { onUnknown }) {
  try {
    return decode(fixtureShape, bytes, onUnknown ? { onUnknown } : {});
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`parse fixture metadata: ${error.message}`, { code: INVALID, file, line: error.line, cause: error });
  }
}
function readMetadata(host, file, options) {
  const bytes = withPrefix("read fixture metadata", () => readBytes(host, file));
  return parseMetadata(bytes, file, options);
}
var metadataText = (metadata, rest = {}) => goJsonIndented({ ...fixtureShape.encode(metadata), ...rest });
var mentionsContext = (metadata) => metadata.context_conformance !== "" || metadata.expected_context_set_digest !== "" || metadata.allow_context_runtime_drift;

// src/regress/existing.ts
async function readExisting(host, files) {
  const pack = await readPack(host, files.runpack);
  if (!isFile(host, files.metadata)) return { metadata: null, error: null, unknown: {}, pack };
  const names = [];
  try {
    const bytes = readBytes(host, files.metadata);
    const metadata = parseMetadata(bytes, files.metadata, { onUnknown: (name) => names.push(name) });
    const all = names.length > 0 ? parseJson(bytes) : {};
    return { metadata, error: null, unknown: Object.fromEntries(names.map((name) => [name, all[name] ?? null])), pack };
  } catch (error) {
    if (error instanceof GaitError) return { metadata: null, error, unknown: {}, pack };
    throw error;
  }
}
async function readPack(host, file) {
  try {
    return await readRunpack(host, readBytes(host, file));
  } catch (error) {
    if (error instanceof GaitError) return null;
    throw error;
  }
}

// src/regress/sequences.ts
var toolSequence = (pack) => pack.intents.map((intent) => trim(intent.tool_name)).filter((tool) => tool !== "");
var verdictSequence = (pack) => pack.results.map(verdictOf);

// src/regress/expectations.ts
function deriveMetadata(pack, origin) {
  const digest = trim(pack.refs.context_set_digest);
  return {
    ...fixtureShape.zero(),
    schema_id: FIXTURE_SCHEMA_ID,
    schema_version: "1.0.0",
    name: origin.name,
    run_id: origin.runId,
    runpack: RUNPACK_FILE,
    expected_tool_sequence: toolSequence(pack),
    expected_verdict_sequence: verdictSequence(pack),
    context_conformance: digest === "" ? "" : "required",
    expected_context_set_digest: digest,
    session_chain: origin.sessionChain,
    checkpoint_index: origin.checkpointIndex
  };
}
function carryOver(old, previous, derived) {
  const kept = (mine, was, now) => mine.length === 0 && was.length > 0 ? [] : now;
  const hadContext = previous !== null && previous.refs.context_set_digest !== "";
  const digestTakenOut = hadContext && old.expected_context_set_digest === "";
  return {
    ...derived,
    expected_tool_sequence: kept(old.expected_tool_sequence, previous ? toolSequence(previous) : [], derived.expected_tool_sequence),
    expected_verdict_sequence: kept(
      old.expected_verdict_sequence,
      previous ? verdictSequence(previous) : [],
      derived.expected_verdict_sequence
    ),
    expected_replay_exit_code: old.expected_replay_exit_code,
    candidate_runpack: old.candidate_runpack,
    context_conformance: old.context_conformance === "" && !hadContext ? derived.context_conformance : old.context_conformance,
    allow_context_runtime_drift: old.allow_context_runtime_drift,
    expected_context_set_digest: digestTakenOut ? "" : derived.expected_context_set_digest,
    diff_allow_changed_files: old.diff_allow_changed_files
  };
}
var IDENTITY = /* @__PURE__ */ new Set([
  "schema_id",
  "schema_version",
  "name",
  "run_id",
  "runpack",
  "session_chain",
  "checkpoint_index"
]);
function settingsOf(metadata) {
  const fields = Object.entries(fixtureShape.encode(metadata));
  return new Map(fields.filter(([field]) => !IDENTITY.has(field)).map(([field, value]) => [field, JSON.stringify(value)]));
}
function changedSettings(old, now) {
  const [before, after] = [settingsOf(old), settingsOf(now)];
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map((field) => ({ field, before: before.get(field) ?? "", after: after.get(field) ?? "" })).filter((change) => change.before !== change.after);
}
function lostSettings(old, previous, now) {
  const given2 = previous && settingsOf(deriveMetadata(previous, { name: old.name, runId: old.run_id, sessionChain: "", checkpointIndex: 0 }));
  return changedSettings(old, now).filter(({ field, before }) => before !== "" && before !== given2?.get(field)).map(({ field }) => field);
}

// src/regress/candidates.ts
import path8 from "node:path";

// src/regress/paths.ts
import path7 from "node:path";
var isAbsolutePath = (name) => path7.posix.isAbsolute(name) || path7.isAbsolute(name);
var cleanJoin = (folder, name) => isAbsolutePath(name) ? name : path7.posix.join(folder, name);
var cleanPath = (name) => isAbsolutePath(name) ? name : path7.posix.normalize(name);
var folderOf = (file) => path7.posix.dirname(file);
var OPEN = { assertInside: () => {
} };
function isWithin(folder, target) {
  if (target.startsWith(folder) && (target.length === folder.length || target[folder.length] === path7.sep)) return true;
  const relative = path7.relative(folder, target);
  return relative === "" || relative !== ".." && !relative.startsWith(`..${path7.sep}`) && !path7.isAbsolute(relative);
}
var liesWithin = (host, folder, name) => isWithin(resolvePath(host, folder), resolvePath(host, name));
var isAbsent = (error) => ["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "");
function realPath(host, target) {
  try {
    return host.fs.realpathSync(target);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const parent = path7.dirname(target);
    return parent === target ? target : path7.join(realPath(host, parent), path7.basename(target));
  }
}
function boundaryOf(host, folders, allowOutside) {
  if (allowOutside) return OPEN;
  const inside = folders.map((folder) => ({ lexical: resolvePath(host, folder), real: realPath(host, resolvePath(host, folder)) }));
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
    const parent = path7.dirname(target);
    if (parent === target || isLink(target)) return realPath(host, target);
    return path7.join(realFolder(parent), path7.basename(target));
  };
  const realFolder = (folder) => {
    const known2 = realFolders.get(folder) ?? realTarget(folder);
    realFolders.set(folder, known2);
    return known2;
  };
  return {
    assertInside: (name, what) => {
      const target = resolvePath(host, name);
      const refuse3 = (why) => invalidInput(`${what} ${why}: ${name}`, {
        code: "path_outside_project",
        file: name,
        hint: "Move the file into the project, or allow it with --allow-outside."
      });
      if (!inside.some(({ lexical }) => isWithin(lexical, target))) throw refuse3("lies outside the project");
      let real;
      try {
        real = realTarget(target);
      } catch (error) {
        throw systemCode(error) === void 0 ? error : refuse3("cannot be followed inside the project");
      }
      if (!inside.some((folder) => isWithin(folder.real, real))) throw refuse3("leads out of the project through a symbolic link");
    }
  };
}

// src/regress/candidates.ts
function openCandidates(host, { folder, root, allowOutside }) {
  if (!isFolder(host, folder)) {
    throw invalidInput(`candidates folder not found: ${folder}`, {
      file: folder,
      hint: "Record the candidates first; the folder must exist even when it is empty."
    });
  }
  const isOurs = liesWithin(host, root, folder);
  const boundary = boundaryOf(host, isOurs ? [root] : [folder, root], allowOutside);
  boundary.assertInside(folder, "candidates folder");
  const warnings = [];
  let byRunId;
  return {
    boundary,
    warnings,
    find: async (fixture, runId) => {
      const named = path8.posix.join(folder, `${fixture}.zip`);
      if (!/[/\\]/.test(fixture) && isFile(host, named)) return { kind: "found", path: named };
      byRunId ??= indexByRunId(host, folder, boundary, warnings);
      const matches = (await byRunId).get(runId) ?? [];
      if (matches.length === 1) return { kind: "found", path: matches[0] };
      if (matches.length === 0) return { kind: "none", message: `no ${fixture}.zip and no pack of run ${runId} in ${folder}` };
      return { kind: "ambiguous", message: `several packs of run ${runId} in ${folder}: ${matches.join(", ")}` };
    }
  };
}
async function indexByRunId(host, folder, boundary, warnings) {
  const names = onFile("open", folder, () => host.fs.readdirSync(resolvePath(host, folder)));
  const index = /* @__PURE__ */ new Map();
  for (const name of names.filter((one) => one.toLowerCase().endsWith(".zip")).sort(compareBytes)) {
    const file = path8.posix.join(folder, name);
    if (!isFile(host, file)) continue;
    try {
      boundary.assertInside(file, "candidate");
      const runId = await runIdOf(host, file);
      index.set(runId, [...index.get(runId) ?? [], file]);
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
      warnings.push(`candidate ${file} was not looked at: ${error.message}`);
    }
  }
  return index;
}
async function runIdOf(host, file) {
  const bytes = readArchive(host, file);
  const inner = await extractSourceRunpack(host, bytes);
  return withRunpack(host, inner ?? bytes, "parse manifest", ({ manifest }) => manifest.run_id);
}

// src/regress/packs.ts
var statFile = (host, file) => onFile("stat", file, () => host.fs.statSync(resolvePath(host, file), { bigint: true }));
var isSameFile = (a, b) => a.ino === b.ino && a.dev === b.dev;
var loaded = (file, bytes, pack) => ({
  identity: { path: file, run_id: pack.run.run_id, manifest_digest: pack.manifest.manifest_digest, sha256: sha256Hex(bytes) },
  pack
});
async function loadRunpack2(host, file) {
  const bytes = readArchive(host, file);
  return loaded(file, bytes, await readRunpack(host, bytes));
}
async function loadRunpackOrPack(host, file) {
  const bytes = readArchive(host, file);
  try {
    return loaded(file, bytes, await readRunpack(host, bytes));
  } catch (error) {
    if (!(error instanceof GaitError) || error.category !== "invalid_input") throw error;
    const inner = await extractSourceRunpack(host, bytes);
    if (inner === void 0) throw error;
    return loaded(file, bytes, await readRunpack(host, inner));
  }
}

// src/regress/plan.ts
function planFixture(host, fixture, boundary) {
  const runpack = cleanPath(fixture.runpack);
  const directory = folderOf(runpack);
  const plan = { fixture, runpack, directory, metadata: null, metadataError: null, outside: null, unknownFields: [] };
  const file = cleanJoin(directory, FIXTURE_FILE);
  try {
    boundary.assertInside(runpack, "fixture runpack");
    boundary.assertInside(file, "fixture metadata");
  } catch (error) {
    if (error instanceof GaitError) return { ...plan, outside: error };
    throw error;
  }
  const unknownFields = [];
  try {
    return { ...plan, metadata: readMetadata(host, file, { onUnknown: (field) => unknownFields.push(field) }), unknownFields };
  } catch (error) {
    if (error instanceof GaitError) return { ...plan, metadataError: error.prefixed(`read fixture metadata for ${fixture.name}`) };
    throw error;
  }
}
var shardOf = (fixture, count) => Number(BigInt(`0x${sha256Hex(fixture)}`) % BigInt(count)) + 1;
function selectFixtures(fixtures, options) {
  const only = new Set(options.only);
  const skip = new Set(options.skip);
  const known2 = new Set(fixtures.map(({ name }) => name));
  for (const name of [...only, ...skip]) {
    if (!known2.has(name)) throw invalidInput(`no such fixture: ${name}`, { hint: `There are: ${[...known2].join(", ")}.` });
  }
  const chosen = fixtures.filter(({ name }) => (only.size === 0 || only.has(name)) && !skip.has(name));
  if (chosen.length === 0) throw invalidInput("no fixtures left to run", { code: "no_fixtures", hint: "--only and --skip leave nothing." });
  const { shard } = options;
  if (!shard) return chosen;
  const { index, count } = shard;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 1 || index > count) {
    throw invalidInput(`invalid shard: ${index}/${count}`, { hint: "Shards are counted from 1, e.g. 2/4." });
  }
  return chosen.filter(({ name }) => shardOf(name, count) === index);
}

// src/regress/one-fixture.ts
async function findFixture(host, { config, fixture, allowOutside }) {
  const read = await readConfig(host, config);
  const { fixtures } = read.config;
  const [found, ...more] = fixtures.filter(({ name }) => name === fixture);
  if (!found) {
    throw invalidInput(`no such fixture: ${fixture}`, {
      file: config,
      hint: `There are: ${fixtures.map(({ name }) => name).join(", ") || "none"}.`
    });
  }
  if (more.length > 0)
    throw invalidInput(`fixture ${fixture} is listed more than once`, { file: config, hint: `Leave one of them in ${config}.` });
  const boundary = boundaryOf(host, [host.cwd], allowOutside);
  const plan = planFixture(host, found, boundary);
  if (plan.outside) throw plan.outside;
  return { read, plan, boundary };
}
async function chooseCandidate(host, { plan, boundary }, choice) {
  const file = await locate(host, plan, boundary, choice);
  let isSelf;
  try {
    isSelf = isSameFile(statFile(host, file), statFile(host, plan.runpack));
  } catch (error) {
    if (!(error instanceof GaitError) || error.file === plan.runpack) return file;
    throw error.prefixed("candidate runpack not found");
  }
  if (isSelf) throw invalidInput(`${file} is the fixture's own runpack`, { file, hint: "Record the agent again and name that runpack." });
  return file;
}
async function locate(host, plan, boundary, choice) {
  const { candidate, candidates: folder, allowOutside } = choice;
  if (candidate !== "") return candidate;
  const { fixture, metadata, directory } = plan;
  if (folder !== void 0) {
    const candidates = openCandidates(host, { folder, root: host.cwd, allowOutside });
    const found = await candidates.find(fixture.name, metadata?.run_id ?? fixture.run_id);
    if (found.kind !== "found") throw invalidInput(found.message, { file: folder });
    candidates.boundary.assertInside(found.path, `candidate of ${fixture.name}`);
    return found.path;
  }
  const own = metadata?.candidate_runpack ?? "";
  if (own === "") throw invalidInput("missing --candidate <runpack>", { hint: `Fixture ${fixture.name} names no candidate of its own.` });
  const file = cleanJoin(directory, own);
  boundary.assertInside(file, `candidate of ${fixture.name}`);
  return file;
}

// src/regress/accept.ts
var acceptCandidate = (host, options) => changeProject(host, options.config, (commit) => accept(host, options, commit));
async function accept(host, options, commit) {
  const one = await findFixture(host, options);
  const { plan } = one;
  const metadataFile = cleanJoin(plan.directory, FIXTURE_FILE);
  const { metadata: old, pack: previous, error, unknown } = await readExisting(host, { metadata: metadataFile, runpack: plan.runpack });
  if (old === null) throw (error ?? invalidInput(`missing ${metadataFile}`)).prefixed(`read fixture metadata for ${plan.fixture.name}`);
  const candidate = await chooseCandidate(host, one, options);
  const { bytes, pack } = await readCandidate(host, candidate);
  const derived = deriveMetadata(pack, { name: old.name, runId: pack.run.run_id, sessionChain: "", checkpointIndex: 0 });
  const metadata = { ...carryOver(old, previous, derived), runpack: old.runpack };
  const changes = [
    { path: plan.runpack, content: bytes },
    { path: metadataFile, content: metadataText(metadata, unknown) }
  ];
  const config = configWithRun(one, options.config, metadata.run_id);
  commit(() => replaceFiles(host, config ? [...changes, config] : changes));
  return {
    fixture: old.name,
    candidate,
    runpack: plan.runpack,
    runId: metadata.run_id,
    previousRunId: old.run_id,
    detail: previous && compareRunpacks(previous, pack, { showArgs: options.showArgs }),
    settings: changedSettings(old, metadata),
    warnings: [
      ...previous === null ? [`${plan.runpack} could not be read; there is nothing to compare the new run with`] : [],
      ...config && one.read.format === "yaml" ? [`${options.config} is written as JSON now; its comments are gone`] : [],
      ...metadata.context_conformance === "required" && pack.refs.context_set_digest === "" ? [`fixture ${old.name} requires context conformance and the accepted run has no context digest: it will fail`] : []
    ]
  };
}
var readCandidate = (host, file) => withPrefixAsync("read candidate", async () => {
  const { runpack: bytes } = await openSource2(host, file);
  const pack = await readRunpack(host, bytes);
  if (pack.run.run_id !== pack.manifest.run_id) throw invalidInput("run.json and manifest name different runs", { file });
  return { bytes, pack };
});
function configWithRun({ read, plan }, file, runId) {
  const { run_id } = plan.fixture;
  if (run_id === "" || run_id === runId) return void 0;
  const fixtures = read.config.fixtures.map((fixture) => fixture === plan.fixture ? { ...fixture, run_id: runId } : fixture);
  return { path: file, content: configText({ ...read.config, fixtures }) };
}

// src/capture/receipt.ts
var RECEIPT_SCHEMA_ID = "gait.capture.receipt";
var RECEIPT_SCHEMA_VERSION = "1.0.0";
var receiptShape2 = record({
  schema_id: text(),
  schema_version: text(),
  ok: bool(),
  from: text(),
  artifact_type: text(),
  artifact_path: text(),
  session_chain_path: omitEmpty(text()),
  /** Of the session where there is a chain, else of the runpack. */
  run_id: omitEmpty(text()),
  output_path: text(),
  artifact_run_id: omitEmpty(text()),
  /** Of the file at `artifact_path`. */
  artifact_sha256: omitEmpty(text()),
  manifest_digest: omitEmpty(text()),
  checkpoint_index: omitEmpty(int())
});
function parseReceipt(bytes) {
  let receipt;
  try {
    receipt = decode(receiptShape2, bytes);
  } catch (error) {
    if (error instanceof GaitError) return void 0;
    throw error;
  }
  const { schema_id, schema_version, artifact_path } = receipt;
  return schema_id === RECEIPT_SCHEMA_ID && schema_version === RECEIPT_SCHEMA_VERSION && !isBlank(artifact_path) ? receipt : void 0;
}

// src/regress/workspace.ts
import path9 from "node:path";
var FIXTURES_FOLDER = "fixtures";
var fixtureFolder = (name) => `${FIXTURES_FOLDER}/${name}`;
async function readWorkspaceConfig(host) {
  try {
    return await readConfigIfThere(host, CONFIG_FILE);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(error.message, {
      code: "config_invalid",
      file: CONFIG_FILE,
      line: error.line,
      hint: `Correct ${CONFIG_FILE}, or remove it to have it made anew from ${FIXTURES_FOLDER}/.`,
      cause: error
    });
  }
}
var isInWorkspace = ({ runpack }) => path9.posix.dirname(path9.posix.dirname(cleanPath(runpack))) === FIXTURES_FOLDER;
function rebuildConfig(host, previous) {
  const names = onFile("open", FIXTURES_FOLDER, () => host.fs.readdirSync(resolvePath(host, FIXTURES_FOLDER), { withFileTypes: true })).filter((entry) => entry.isDirectory() && isFixtureName(entry.name)).map((entry) => entry.name);
  const found = names.flatMap((name) => fixtureIn(host, name) ?? []);
  const taken = new Set(found.map(({ name }) => name));
  const kept = (previous?.fixtures ?? []).filter((fixture) => !isInWorkspace(fixture) && !taken.has(fixture.name));
  const fixtures = [...found, ...kept].sort((a, b) => compareBytes(a.name, b.name));
  return { fixture_set: previous?.fixture_set ?? "default", fixtures };
}
function fixtureIn(host, name) {
  const folder = fixtureFolder(name);
  const file = `${folder}/${FIXTURE_FILE}`;
  if (!isFile(host, file)) {
    if (!isFile(host, `${folder}/${RUNPACK_FILE}`)) return void 0;
    throw invalidInput(`fixture metadata missing for ${name}`, { file, hint: `Add the fixture again, or remove ${folder}.` });
  }
  const metadata = withPrefix(`read fixture metadata for ${name}`, () => readMetadata(host, file));
  if (metadata.name !== name) throw invalidInput(`fixture metadata name mismatch for ${name}`, { file });
  if (/[/\\]/.test(metadata.runpack) || metadata.runpack === "." || metadata.runpack === "..") {
    throw invalidInput(`fixture runpack path must be a filename for ${name}`, { file });
  }
  const runpack = `${folder}/${metadata.runpack}`;
  if (!isFile(host, runpack)) throw invalidInput(`fixture runpack missing for ${name}: stat ${runpack}: no such file`, { file: runpack });
  return { name, run_id: metadata.run_id, runpack };
}

// src/regress/import.ts
async function importFixture(host, options) {
  const from = trim(options.from);
  const words = `<${options.receipts ? "capture.json|" : ""}run_id|path|session_chain.json>`;
  if (from === "") throw invalidInput(`missing required --from ${words}`);
  const { path: path11, chain, expected } = locateSource(host, from, options);
  const { bytes, runId, pack } = await readSource(host, path11, expected);
  const name = options.name === "" ? deriveFixtureName(runId) : options.name;
  assertFixtureName(name);
  const source = { name, runId, bytes, pack, chain };
  return changeProject(host, CONFIG_FILE, (commit) => writeFixture(host, source, options.merge, commit));
}
async function writeFixture(host, source, merge, commit) {
  const { name, runId, bytes, pack, chain } = source;
  const previous = await readWorkspaceConfig(host);
  const folder = fixtureFolder(name);
  const files = { runpack: `${folder}/${RUNPACK_FILE}`, metadata: `${folder}/${FIXTURE_FILE}` };
  const derived = deriveMetadata(pack, { name, runId, sessionChain: chain?.path ?? "", checkpointIndex: chain?.checkpointIndex ?? 0 });
  const existing = await readExisting(host, files);
  const metadata = merge && existing.metadata ? carryOver(existing.metadata, existing.pack, derived) : derived;
  commit(() => {
    replaceFiles(host, [
      { path: files.runpack, content: bytes },
      { path: files.metadata, content: metadataText(metadata, merge ? existing.unknown : {}) }
    ]);
    writeFileAtomic(host, CONFIG_FILE, configText(rebuildConfig(host, previous?.config)));
  });
  return {
    runId,
    name,
    folder,
    runpack: files.runpack,
    config: CONFIG_FILE,
    warnings: [
      ...lossWarnings(files.metadata, existing, metadata, merge),
      ...previous?.format === "yaml" ? [`${CONFIG_FILE} is written as JSON now; its comments are gone`] : []
    ]
  };
}
var ANY = { sha256: "", manifestDigest: "" };
function locateSource(host, from, options) {
  const receipt = options.receipts && from.toLowerCase().endsWith(".json") && isFile(host, from) ? parseReceipt(readBytes(host, from)) : void 0;
  if (receipt === void 0) return { ...resolveSource(host, from, options.checkpoint ?? ""), expected: ANY };
  if (receipt.artifact_type !== "runpack") {
    throw invalidInput(`the receipt is of a ${receipt.artifact_type || "nameless artifact"}; only a runpack can become a fixture`, {
      file: from
    });
  }
  const captured = { sha256: receipt.artifact_sha256, manifestDigest: receipt.manifest_digest };
  const chain = trim(receipt.session_chain_path);
  if (chain === "") return { ...resolvePathSource(host, trim(receipt.artifact_path), ""), expected: captured };
  const recorded = receipt.checkpoint_index > 0 ? String(receipt.checkpoint_index) : "";
  const checkpoint = options.checkpoint ?? recorded;
  return { ...resolvePathSource(host, chain, checkpoint), expected: checkpoint === recorded && recorded !== "" ? captured : ANY };
}
async function readSource(host, file, expected) {
  const { runpack: bytes, sha256, verification } = await withPrefixAsync("verify source runpack", () => openSource2(host, file));
  if (verification.missingFiles.length + verification.hashMismatches.length > 0) {
    throw invalidInput("source runpack failed integrity checks", { code: "runpack_hash_mismatch", file, hint: `Run gait verify ${file}.` });
  }
  const isCaptured = (expected.sha256 === "" || equalHex(expected.sha256, sha256)) && (expected.manifestDigest === "" || equalHex(expected.manifestDigest, verification.manifestDigest));
  if (!isCaptured) {
    throw verificationFailed(`${file} is not the artifact that was captured`, {
      code: "captured_artifact_changed",
      file,
      hint: "It was changed or replaced since; capture it again if that is intended."
    });
  }
  return { bytes, runId: verification.runId, pack: await withPrefixAsync("read source runpack", () => readRunpack(host, bytes)) };
}
function lossWarnings(file, existing, now, isMerge) {
  const { metadata: old, error, unknown, pack } = existing;
  if (error !== null) return [`${file} could not be read and was replaced: ${error.message}`];
  if (old === null) return [];
  const lost = [...lostSettings(old, pack, now), ...isMerge ? [] : Object.keys(unknown)];
  return lost.length === 0 ? [] : [`${file} was written anew; what it said before is lost in ${lost.join(", ")}`];
}

// src/regress/graders/grader.ts
var pass = (details, ...reasons) => ({ status: "pass", reasons, details });
var fail = (details, ...reasons) => ({ status: "fail", reasons, details });
function gradeWithoutCandidate({ kind, error }, subject, reason = kind) {
  if (kind === "no_candidate" && subject.missingCandidatePasses) return pass({ error }, kind);
  return fail({ error }, kind === "candidate_runpack_invalid" ? reason : kind);
}

// src/regress/graders/context-conformance.ts
function decide({ metadata, context }, drift, candidateDigest) {
  const expected = metadata.expected_context_set_digest;
  if (expected !== "" && !equalHex(expected, candidateDigest) && drift !== "runtime_only") {
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
    const { baseline, candidate } = subject;
    if (candidate.kind !== "runpack") return { ...gradeWithoutCandidate(candidate, subject), contextConformance: "missing" };
    const drift = baseline === candidate.pack ? "none" : classifyContext(baseline.refs, candidate.pack.refs);
    const digest = candidate.pack.refs.context_set_digest;
    const [status, reason, conformance] = decide(subject, drift, digest);
    const details = {
      candidate_runpack: candidate.path,
      context_set_digest_fixture: baseline.refs.context_set_digest,
      context_set_digest_candidate: digest,
      context_changed: drift !== "none",
      context_runtime_only: drift === "runtime_only"
    };
    return { status, reasons: [reason], contextConformance: conformance, details };
  }
};

// src/regress/graders/diff.ts
function changedFiles(baseline, candidate) {
  if (baseline === candidate) return [];
  const summary = diffRunpacks(baseline, candidate, "full");
  return sortedUnique([
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
    const { baseline, candidate, metadata } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject, "diff_error");
    const changed2 = changedFiles(baseline, candidate.pack);
    const allowed = metadata.diff_allow_changed_files;
    const unexpected = changed2.filter((name) => !allowed.includes(name));
    const details = { candidate_runpack: candidate.path, changed_files: changed2, allowed_files: allowed };
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
  const name = normalizeWord(toolName);
  return STUB_WORDS.find(([, words]) => words.test(name))?.[0];
}
function stub(runId, intent, kind) {
  const parts2 = [runId, intent.intent_id, normalizeWord(intent.tool_name), normalizeWord(intent.args_digest), kind];
  return step(intent, { status: "stubbed", execution: "stubbed", stub_type: kind, result_digest: sha256Hex(parts2.join(":")) });
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
    if (seen.has(intent_id)) throw invalidInput(`duplicate intent_id: ${intent_id}`);
    seen.add(intent_id);
  }
  const results = /* @__PURE__ */ new Map();
  for (const result of pack.results) {
    if (results.has(result.intent_id)) throw invalidInput(`duplicate result for intent_id: ${result.intent_id}`);
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
  const missingResults = steps.filter((one) => one.execution === "missing").map((one) => one.intent_id).sort(compareBytes);
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
    if (!(error instanceof GaitError)) throw error;
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
    const { candidate, metadata } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject);
    const grade = gradeReplay(candidate.pack, metadata.expected_replay_exit_code);
    return { ...grade, details: { candidate_runpack: candidate.path, ...grade.details } };
  }
};

// src/regress/graders/run-environment.ts
var PARTS = ["os", "arch", "runtime"];
var runEnvironment = {
  name: "run_environment",
  deterministic: true,
  grade: (subject) => {
    const { baseline, candidate } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject);
    const [expected, actual] = [baseline.run.env, candidate.pack.run.env];
    const changed2 = PARTS.filter((part) => expected[part] !== actual[part]);
    const details = { candidate_runpack: candidate.path, expected_env: { ...expected }, actual_env: { ...actual }, changed: changed2 };
    return changed2.length > 0 ? fail(details, "run_environment_changed") : pass(details);
  }
};

// src/regress/graders/schema-validation.ts
var isOther = (id) => ({ schema_id, schema_version }) => schema_id !== id || schema_version !== SCHEMA_VERSION;
var schemaValidation = {
  name: "schema_validation",
  deterministic: true,
  grade: ({ baseline: { run, refs, intents, results } }) => {
    const reasons = [];
    if (isOther(SCHEMA_ID.run)(run)) reasons.push("run_schema_invalid");
    if (isOther(SCHEMA_ID.refs)(refs)) reasons.push("refs_schema_invalid");
    if (intents.some(isOther(SCHEMA_ID.intent))) reasons.push("intent_schema_invalid");
    if (results.some(isOther(SCHEMA_ID.result))) reasons.push("result_schema_invalid");
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

// src/regress/graders/trajectory.ts
var ENDED = "<missing>";
function firstMismatch(expected, actual) {
  const common = Math.min(expected.length, actual.length);
  for (let i = 0; i < common; i++) if (expected[i] !== actual[i]) return i;
  return expected.length === actual.length ? void 0 : common;
}
function mismatch2(kind, expected, actual) {
  const index = expected.length === 0 ? void 0 : firstMismatch(expected, actual);
  if (index === void 0) return void 0;
  return {
    [`${kind}_sequence_mismatch_index`]: index,
    [`${kind}_sequence_expected_at_mismatch`]: expected[index] ?? ENDED,
    [`${kind}_sequence_actual_at_mismatch`]: actual[index] ?? ENDED
  };
}
var trajectory = {
  name: "trajectory",
  deterministic: true,
  grade: (subject) => {
    const { candidate, metadata } = subject;
    if (candidate.kind !== "runpack") return gradeWithoutCandidate(candidate, subject);
    const expected = { tools: metadata.expected_tool_sequence, verdicts: metadata.expected_verdict_sequence };
    const actual = { tools: toolSequence(candidate.pack), verdicts: verdictSequence(candidate.pack) };
    const toolMismatch = mismatch2("tool", expected.tools, actual.tools);
    const verdictMismatch = mismatch2("verdict", expected.verdicts, actual.verdicts);
    const details = {
      candidate_runpack: candidate.path,
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
  if (blocked) throw invalidInput(`non-deterministic grader blocked: ${blocked.name}`, { hint: "Allow it with --allow-nondeterministic." });
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
    const judged = await judge(judging, plan);
    return { ...outcome, ...judged, warnings: [...outcome.warnings, ...judged.warnings] };
  } catch (error) {
    if (error instanceof GaitError) return { ...outcome, problem: problemOf(error) };
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
  const { candidate, identity, isSelf } = await findCandidate(judging, plan, metadata, baseline);
  const subject = {
    metadata,
    baseline: baseline.pack,
    candidate,
    context: {
      enforced: options.contextConformance || metadata.context_conformance === "required" || metadata.expected_context_set_digest !== "",
      runtimeDriftAllowed: options.allowContextRuntimeDrift || metadata.allow_context_runtime_drift
    },
    missingCandidatePasses: options.missingCandidate === "pass"
  };
  const graders = judging.graders.map((grader) => resultOf(fixture.name, metadata.run_id, grader.name, ask(grader, subject)));
  const showArgs = options.showArgs ?? false;
  const detail = options.detail && candidate.kind === "runpack" ? compareRunpacks(baseline.pack, candidate.pack, { showArgs }) : null;
  return {
    baseline: baseline.identity,
    candidate: identity,
    selfComparison: isSelf,
    graders,
    detail,
    createdAt: baseline.pack.run.created_at,
    warnings: [
      ...undeclaredWarning(fixture.name, "runpack", baseline.pack),
      ...candidate.kind === "runpack" && !isSelf ? undeclaredWarning(fixture.name, "candidate", candidate.pack) : []
    ]
  };
}
var undeclaredWarning = (fixture, what, { undeclaredFiles: undeclaredFiles2 }) => undeclaredFiles2.length === 0 ? [] : [`fixture ${fixture}: the ${what} holds entries that its manifest does not declare: ${undeclaredFiles2.join(", ")}`];
async function loadBaseline(host, { fixture, runpack, outside }) {
  if (outside) throw outside;
  const stats = withPrefix(`fixture runpack missing for ${fixture.name}`, () => statFile(host, runpack));
  const pack = await withPrefixAsync(`read fixture runpack for ${fixture.name}`, () => loadRunpack2(host, runpack));
  return { ...pack, stats };
}
function assertConsistent({ fixture, metadata, metadataError }, baseline) {
  if (metadata === null) throw metadataError ?? new TypeError("a plan has metadata or the reason why not");
  const refuse3 = (message) => invalidInput(message, { code: "fixture_invalid" });
  if (metadata.name !== fixture.name) throw refuse3(`fixture metadata name mismatch for ${fixture.name}`);
  if (fixture.run_id !== "" && fixture.run_id !== metadata.run_id) throw refuse3(`fixture run_id mismatch for ${fixture.name}`);
  if (baseline.pack.run.run_id !== metadata.run_id) throw refuse3(`runpack run_id mismatch for ${fixture.name}`);
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
  const file = cleanJoin(plan.directory, metadata.candidate_runpack);
  boundary.assertInside(file, `candidate of ${plan.fixture.name}`);
  try {
    const isSelf = isSameFile(statFile(host, file), baseline.stats);
    if (isSelf) return { ...itself, candidate: { kind: "runpack", path: file, pack: baseline.pack } };
  } catch (error) {
    if (error instanceof GaitError) return unusable("candidate_path_invalid", `candidate runpack not found: ${error.message}`);
    throw error;
  }
  return loadCandidate(file, () => loadRunpack2(host, file));
}
async function loadCandidate(file, load) {
  try {
    const { pack, identity } = await load();
    return { candidate: { kind: "runpack", path: file, pack }, identity, isSelf: false };
  } catch (error) {
    if (error instanceof GaitError) return unusable("candidate_runpack_invalid", error.message);
    throw error;
  }
}
function ask(grader, subject) {
  try {
    return grader.grade(subject);
  } catch (error) {
    return fail({ error: messageOf(error) }, "grader_error");
  }
}
function resultOf(fixture, runId, grader, grade) {
  const details = { ...grade.details, fixture, run_id: runId };
  const sorted = {};
  for (const key of Object.keys(details).sort()) sorted[key] = details[key];
  return {
    name: `${fixture}/${grader}`,
    status: grade.status,
    reason_codes: sortedUnique(grade.reasons),
    ...grade.contextConformance && { context_conformance: grade.contextConformance },
    details: sorted
  };
}

// src/regress/run.ts
async function runRegress(host, options) {
  const { config, warnings } = await readConfig(host, options.config);
  if (config.fixtures.length === 0) {
    throw invalidInput("no fixtures configured", { code: "no_fixtures", file: options.config, hint: "Add one with gait regress add." });
  }
  const root = options.root ?? host.cwd;
  const allowOutside = options.allowOutside ?? false;
  const boundary = boundaryOf(host, [root], allowOutside);
  const plans = config.fixtures.map((fixture) => planFixture(host, fixture, boundary));
  const context = options.contextConformance || plans.some(({ metadata }) => metadata !== null && mentionsContext(metadata));
  const graders = chooseGraders({ context, extra: options.extraGraders ?? [] });
  assertDeterministic(graders, options.allowNondeterministic ?? false);
  const { candidates: folder } = options;
  const candidates = folder === void 0 ? void 0 : openCandidates(host, { folder, root, allowOutside });
  const chosen = new Set(selectFixtures(config.fixtures, options));
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
  const graders = fixtures.flatMap(resultsOf).sort((a, b) => compareBytes(a.name, b.name));
  const createdAt = fixtures.find((outcome) => outcome.createdAt !== null)?.createdAt;
  return {
    schema_id: "gait.regress.result",
    schema_version: "1.0.0",
    created_at: createdAt === null || createdAt === void 0 ? EPOCH_1980 : utcOr(createdAt, EPOCH_1980),
    producer_version: host.producerVersion,
    fixture_set: config.fixture_set,
    status: graders.some(({ status }) => status === "fail") ? "fail" : "pass",
    graders
  };
}
var selfComparisonWarning = (count, total) => `${count} of ${total} fixtures ${count === 1 ? "was" : "were"} compared only with ${count === 1 ? "itself" : "themselves"}: no candidate run was given, so nothing new was tested. Record the agent again and pass the folder with --candidates.`;
var stopWarning = (done, total) => `stopped at the first failing fixture: ${total - done} of ${total} were not judged`;
function copyWarnings(fixtures) {
  const same = fixtures.filter(({ baseline, candidate }) => candidate !== null && candidate.sha256 === baseline?.sha256).length;
  if (same === 0) return [];
  return [
    `${same} of ${fixtures.length} candidates ${same === 1 ? "is" : "are"} byte for byte the runpack of the fixture: was the agent recorded anew?`
  ];
}
function missingWarnings(fixtures, { candidates, missingCandidate }) {
  if (candidates === void 0 || missingCandidate !== "pass") return [];
  const missing = fixtures.filter(
    ({ candidate, problem, selfComparison }) => candidate === null && problem === null && !selfComparison
  ).length;
  return missing === 0 ? [] : [`${missing} of ${fixtures.length} fixtures had no candidate and pass, as asked: nothing was tested there`];
}

// src/runpack/write.ts
import path10 from "node:path";
var or2 = (value, fallback) => value === "" ? fallback : value;
function withRunDefaults(host, run) {
  return {
    ...run,
    schema_id: or2(run.schema_id, SCHEMA_ID.run),
    schema_version: or2(run.schema_version, SCHEMA_VERSION),
    created_at: isZeroTime(run.created_at) ? host.now() : run.created_at,
    producer_version: or2(run.producer_version, DEFAULT_PRODUCER_VERSION),
    env: {
      os: or2(run.env.os, host.platform.os),
      arch: or2(run.env.arch, host.platform.arch),
      runtime: or2(run.env.runtime, "node")
    }
  };
}
var withHeader = (record2, schemaId, run) => ({
  ...record2,
  schema_id: or2(record2.schema_id, schemaId),
  schema_version: or2(record2.schema_version, SCHEMA_VERSION),
  created_at: isZeroTime(record2.created_at) ? run.created_at : record2.created_at,
  producer_version: or2(record2.producer_version, run.producer_version),
  run_id: or2(record2.run_id, run.run_id)
});
function resolveDigest({ label, digestName, requirement, stated, payload, replacement }) {
  if (replacement) {
    if (replacement.kind !== "object" && replacement.kind !== "null") throw invalidInput(`${label} ${digestName}: expected an object`);
    const digest = digestOf(toJson(replacement));
    if (stated !== "" && !equalHex(stated, digest)) throw invalidInput(`${label} ${digestName} mismatch`);
    return or2(stated, digest);
  }
  if (stated !== "") return stated;
  if (payload === null) throw invalidInput(`${label} requires ${requirement}`);
  return digestOf(payload);
}
var intentDigest = (intent, normalization) => resolveDigest({
  label: `intent ${intent.intent_id}`,
  digestName: "args digest",
  requirement: "args_digest or normalization.intent_args",
  stated: intent.args_digest,
  payload: intent.args,
  replacement: normalization?.intentArgs?.[intent.intent_id]
});
var resultDigest = (result, normalization) => resolveDigest({
  label: `result ${result.intent_id}`,
  digestName: "digest",
  requirement: "result_digest or normalization.result_payloads",
  stated: result.result_digest,
  payload: result.result,
  replacement: normalization?.resultPayloads?.[result.intent_id]
});
var TRACE_PREFIX = "trace_";
function traceReceiptDigests(receipt, intents, results) {
  const refId = trim(receipt.ref_id);
  if (normalizeWord(receipt.source_type) !== "gait.trace" || !refId.startsWith(TRACE_PREFIX)) return void 0;
  const id = refId.slice(TRACE_PREFIX.length);
  const intent = intents.get(id);
  if (!intent) throw invalidInput(`receipt ${receipt.ref_id} references unknown intent ${id}`);
  const query = digestOf({ args_digest: intent.args_digest, tool_name: intent.tool_name });
  const result = results.get(id);
  if (!result) throw invalidInput(`receipt ${receipt.ref_id} references unknown result for intent ${id}`);
  return { query, content: result.result_digest };
}
function resolveReceipt(receipt, intents, results) {
  const derived = traceReceiptDigests(receipt, intents, results);
  if (!derived) {
    if (receipt.query_digest === "") throw invalidInput(`receipt ${receipt.ref_id} requires query_digest`);
    if (receipt.content_digest === "") throw invalidInput(`receipt ${receipt.ref_id} requires content_digest`);
    return receipt;
  }
  const agree = (stated, digest, name) => {
    if (stated !== "" && !equalHex(stated, digest)) throw invalidInput(`receipt ${receipt.ref_id} ${name} digest mismatch`);
    return or2(stated, digest);
  };
  return {
    ...receipt,
    query_digest: agree(receipt.query_digest, derived.query, "query"),
    content_digest: agree(receipt.content_digest, derived.content, "content")
  };
}
function completeRecords(host, input) {
  const run = withRunDefaults(host, input.run);
  return withPrefix("normalize digest-bearing fields", () => {
    const intents = input.intents.map((intent) => withHeader(intent, SCHEMA_ID.intent, run)).map((intent) => ({ ...intent, args_digest: intentDigest(intent, input.normalization) }));
    const results = input.results.map((result) => withHeader(result, SCHEMA_ID.result, run)).map((result) => ({ ...result, result_digest: resultDigest(result, input.normalization) }));
    const byIntent2 = new Map(intents.map((intent) => [intent.intent_id, intent]));
    const byResult = new Map(results.map((result) => [result.intent_id, result]));
    const headed = withHeader(input.refs, SCHEMA_ID.refs, run);
    const refs = { ...headed, receipts: headed.receipts.map((receipt) => resolveReceipt(receipt, byIntent2, byResult)) };
    return { run, intents, results, refs };
  });
}
var jsonLines = (shape, records) => records.map((record2) => `${canonicalize(shape.encode(record2))}
`).join("");
function buildRunpack(host, input) {
  if (input.run.run_id === "") throw invalidInput("run_id is required");
  const records = completeRecords(host, input);
  const refs = withPrefix("normalize refs", () => normalizeRefs(records.refs));
  const captureMode = or2(input.captureMode, "reference");
  const isReference = normalizeWord(captureMode) === "reference";
  const intents = isReference ? records.intents.map((intent) => ({ ...intent, args: null })) : records.intents;
  const results = isReference ? records.results.map((result) => ({ ...result, result: null })) : records.results;
  const { run } = records;
  const contents = {
    "run.json": canonicalize(runShape.encode(run)),
    "intents.jsonl": jsonLines(intentShape, intents),
    "results.jsonl": jsonLines(resultShape, results),
    "refs.json": canonicalize(refsShape.encode(refs))
  };
  const manifest = sealManifest2({ run, captureMode, contents, signingKey: input.signingKey });
  const files = { ...contents, [MANIFEST_FILE]: canonicalize(manifestShape.encode(manifest)) };
  const bytes = writeZip(Object.entries(files).map(([name, text2]) => ({ path: name, data: Buffer.from(text2, "utf8") })));
  return { bytes, manifest, runId: run.run_id };
}
function sealManifest2({ run, captureMode, contents, signingKey }) {
  const unsealed = {
    schema_id: SCHEMA_ID.manifest,
    schema_version: SCHEMA_VERSION,
    created_at: run.created_at,
    producer_version: run.producer_version,
    run_id: run.run_id,
    capture_mode: captureMode,
    files: Object.keys(contents).sort(compareBytes).map((name) => ({ path: name, sha256: sha256Hex(contents[name]) })),
    manifest_digest: "",
    signatures: []
  };
  const sealed = { ...unsealed, manifest_digest: manifestDigest(unsealed) };
  return signingKey ? { ...sealed, signatures: [signJson(signingKey, manifestShape.encode(sealed))] } : sealed;
}
function writeRunpack(host, file, input) {
  const built = buildRunpack(host, input);
  const clean = outputPath(file);
  makeFolder(host, path10.dirname(clean));
  writeFileAtomic(host, clean, built.bytes);
  return { ...built, path: clean };
}

// src/verify/artifact.ts
var PACK_MANIFEST = "pack_manifest.json";
var blankRow = (path11) => ({
  path: path11,
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
var problemRow = (path11, error) => ({
  ...blankRow(path11),
  status: error.category === "verification_failed" ? "fail" : "error",
  problem: { reason: error.code, message: error.message, location: null }
});
var signatureFields = ({ status, errors, verifiedKeyIds }) => ({
  signature_status: status,
  signature_errors: [...errors],
  key_ids: [...new Set(verifiedKeyIds)]
});
var messages = (findings2) => findings2.map((finding) => finding.message);
async function runpackRow(host, path11, source, options) {
  const isStrict2 = options.profile === "strict";
  const result = await verifyRunpack(host, source, {
    publicKey: options.publicKey,
    requireSignature: options.requireSignature || isStrict2,
    contents: isStrict2 ? "enforce" : "warn"
  });
  return {
    ...blankRow(path11),
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
async function packRow(host, path11, source, options) {
  const result = await verifyPack(host, source, options);
  return {
    ...blankRow(path11),
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
function contentOrPath(host, path11) {
  const file = fileSource(host, path11);
  try {
    return file.size <= WHOLE_FILE ? file.read(0, file.size) : path11;
  } finally {
    file.close();
  }
}
function lookInto(host, source) {
  const zip = openZip(typeof source === "string" ? fileSource(host, source) : bytesSource(source));
  try {
    return { isPack: zip.entry(PACK_MANIFEST) !== void 0, duplicates: zip.duplicates() };
  } finally {
    zip.close();
  }
}
async function verifyArtifact(host, path11, options) {
  let isPack = false;
  let duplicates = [];
  try {
    const source = contentOrPath(host, path11);
    ({ isPack, duplicates } = lookInto(host, source));
    return isPack ? await packRow(host, path11, source, options) : await runpackRow(host, path11, source, options);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return { ...problemRow(path11, error), kind: isPack ? "pack" : "unknown", duplicate_entries: duplicates };
  }
}

// src/verify/glob.ts
var isGlob = (name) => /[*?[{]/.test(name);
function expandBraces(pattern) {
  let depth = 0;
  let open = -1;
  const commas = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === "{" && depth++ === 0) open = i;
    if (char === "," && depth === 1) commas.push(i);
    if (char !== "}" || depth === 0 || --depth > 0) continue;
    if (commas.length > 0) {
      const cuts = [open, ...commas, i];
      const rest = pattern.slice(i + 1);
      return cuts.slice(1).flatMap((end, n) => expandBraces(pattern.slice(0, open) + pattern.slice(cuts[n] + 1, end) + rest));
    }
  }
  return [pattern];
}
function classToken(pattern, at) {
  const isNegated = pattern[at + 1] === "!" || pattern[at + 1] === "^";
  const start = at + (isNegated ? 2 : 1);
  const end = pattern.indexOf("]", start + 1);
  if (end < 0) return void 0;
  const ranges = [];
  for (let i = start; i < end; i++) {
    const isRange = pattern[i + 1] === "-" && i + 2 < end;
    ranges.push([pattern[i], isRange ? pattern[i + 2] : pattern[i]]);
    if (isRange) i += 2;
  }
  return { token: (char) => ranges.some(([low, high]) => low <= char && char <= high) !== isNegated, end };
}
function tokensOf(segment) {
  const chars = [...segment];
  const tokens = [];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i];
    const bracket = char === "[" ? classToken(chars, i) : void 0;
    if (bracket) {
      tokens.push(bracket.token);
      i = bracket.end;
    } else if (char === "*") tokens.push("*");
    else if (char === "?") tokens.push(() => true);
    else tokens.push((other) => other === char);
  }
  return tokens;
}
function matchSegment(segment, name) {
  const tokens = tokensOf(segment);
  const chars = [...name];
  let t = 0;
  let star = -1;
  let from = 0;
  for (let c = 0; c < chars.length; ) {
    const token = tokens[t];
    if (token === "*") {
      star = t++;
      from = c;
    } else if (token?.(chars[c])) {
      t++;
      c++;
    } else if (star >= 0) {
      t = star + 1;
      c = ++from;
    } else return false;
  }
  while (tokens[t] === "*") t++;
  return t === tokens.length;
}
var join = (folder, name) => folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`;
function* listFolder(host, folder) {
  const entries = host.fs.readdirSync(resolvePath(host, folder || "."), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => compareBytes(a.name, b.name))) {
    const isFile2 = entry.isFile() || entry.isSymbolicLink() && host.fs.statSync(resolvePath(host, join(folder, entry.name)), { throwIfNoEntry: false })?.isFile();
    if (isFile2) yield { name: entry.name, kind: "file" };
    else if (entry.isDirectory()) yield { name: entry.name, kind: "folder" };
  }
}
function* guarded(folder, matches) {
  try {
    yield* matches();
  } catch (error) {
    const problem = fileError("open", folder || ".", error);
    if (!(problem instanceof GaitError)) throw error;
    yield { path: folder || ".", problem };
  }
}
var walkFolder = (host, folder) => guarded(folder, function* () {
  for (const { name, kind } of listFolder(host, folder)) {
    if (kind === "file") yield { path: join(folder, name) };
    else yield* walkFolder(host, join(folder, name));
  }
});
function* expandSegments(host, folder, segments) {
  const [segment, ...rest] = segments;
  if (segment === void 0) return;
  if (segment === "**") {
    if (rest.length === 0) yield* walkFolder(host, folder);
    else {
      yield* expandSegments(host, folder, rest);
      yield* intoFolders(host, folder, () => true, segments);
    }
    return;
  }
  if (!isGlob(segment)) {
    yield* literal2(host, join(folder, segment), rest);
    return;
  }
  if (rest.length > 0) yield* intoFolders(host, folder, (name) => matchSegment(segment, name), rest);
  else
    yield* guarded(folder, function* () {
      for (const { name, kind } of listFolder(host, folder)) {
        if (kind === "file" && matchSegment(segment, name)) yield { path: join(folder, name) };
      }
    });
}
function* literal2(host, path11, rest) {
  const stat = host.fs.statSync(resolvePath(host, path11 || "/"), { throwIfNoEntry: false });
  if (rest.length === 0 && stat?.isFile()) yield { path: path11 };
  if (rest.length > 0 && stat?.isDirectory()) yield* expandSegments(host, path11, rest);
}
var intoFolders = (host, folder, wanted, rest) => guarded(folder, function* () {
  for (const { name, kind } of listFolder(host, folder)) {
    if (kind === "folder" && wanted(name)) yield* expandSegments(host, join(folder, name), rest);
  }
});
function* expandGlob(host, pattern) {
  const written = host.platform.os === "windows" ? pattern.replaceAll("\\", "/") : pattern;
  for (const one of expandBraces(written)) {
    const isAbsolute = one.startsWith("/");
    const segments = one.split("/").filter((segment) => segment !== "");
    yield* expandSegments(host, isAbsolute ? "/" : "", segments);
  }
}

// src/verify/discover.ts
var hasArchiveName = (file) => file.toLowerCase().endsWith(".zip");
function beginsAsArchive(host, file) {
  try {
    const descriptor = host.fs.openSync(resolvePath(host, file), "r");
    try {
      const head = Buffer.alloc(2);
      return host.fs.readSync(descriptor, head, 0, 2, 0) === 2 && head.toString("latin1") === "PK";
    } finally {
      host.fs.closeSync(descriptor);
    }
  } catch {
    return true;
  }
}
function standsForMany(host, name) {
  return name !== "" && (isGlob(name) || isFolder(host, name)) && !isFile(host, name) && !isLocated(host, name);
}
function isLocated(host, name) {
  try {
    locateRunpack(host, name);
    return true;
  } catch (error) {
    if (error instanceof GaitError) return false;
    throw error;
  }
}
function single(host, name) {
  try {
    return { path: locateRunpack(host, name) };
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    return { path: name, problem: error };
  }
}
var kindOf3 = (host, name) => !standsForMany(host, name) ? "one" : isGlob(name) ? "pattern" : "folder";
function matchesOf(host, name, kind) {
  if (kind === "one") return [single(host, name)];
  return kind === "pattern" ? expandGlob(host, name) : walkFolder(host, name);
}
var isArtifact = (host, kind, { path: path11, problem }) => problem !== void 0 || kind === "one" || hasArchiveName(path11) || kind === "pattern" && beginsAsArchive(host, path11);
function discover(host, names, allowEmpty) {
  const found = /* @__PURE__ */ new Map();
  let skipped = 0;
  for (const name of names) {
    const kind = kindOf3(host, name);
    for (const match of matchesOf(host, name, kind)) {
      if (isArtifact(host, kind, match)) found.set(resolvePath(host, match.path), found.get(resolvePath(host, match.path)) ?? match);
      else skipped++;
    }
  }
  const sorted = [...found.values()].sort((a, b) => compareBytes(a.path, b.path));
  const isEmpty = sorted.length === 0 && !allowEmpty;
  const leadsNowhere = sorted.length > 0 && sorted.every((match) => match.problem?.code === "runpack_not_found");
  if (isEmpty || leadsNowhere) {
    throw invalidInput(`runpack not found: expected run_id or path of an artifact, nothing matches ${names.join(", ")}`, {
      code: "nothing_matched",
      hint: isEmpty ? "Folders are searched for .zip files. --allow-empty accepts that there are none." : void 0
    });
  }
  return { found: sorted, skipped };
}

// src/verify/many.ts
var RANK = { fail: 0, error: 1, pass: 2 };
async function verifyMany(host, options) {
  assertStrictHasKey(options);
  const { found, skipped } = discover(host, options.names, options.allowEmpty);
  const rows = [];
  for (const { path: path11, problem } of found) {
    options.onProgress?.(rows.length, found.length, path11);
    rows.push(problem ? problemRow(path11, problem) : await verifyArtifact(host, path11, options));
  }
  const count = (status) => rows.filter((row) => row.status === status).length;
  const [failed, unreadable] = [count("fail"), count("error")];
  return {
    artifacts: rows.sort((a, b) => RANK[a.status] - RANK[b.status]),
    verified: count("pass"),
    failed,
    unreadable,
    skipped,
    exitCode: failed > 0 ? 2 : unreadable > 0 ? 6 : 0
  };
}
export {
  GaitError,
  acceptCandidate,
  buildPack,
  buildRunpack,
  canonicalize,
  compareRunpacks,
  createNodeHost,
  deflateRaw,
  diffPacks,
  diffRunpacks,
  digestOf,
  exitCodeOf,
  exportPack,
  importFixture,
  inspectPack,
  loadSigningKey,
  loadVerifyKey,
  locateRunpack,
  parseJson,
  parsePrivateKey,
  parsePublicKey,
  parseTime,
  readRunpack,
  runRegress,
  sha256Hex,
  signJson,
  verifyJson,
  verifyMany,
  verifyPack,
  verifyRunpack,
  writeRunpack
};
