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
    const { category, code, hint, retryable, file, line } = this;
    return new _GaitError(category, `${prefix}: ${this.message}`, { code, hint, retryable, file, line, cause: this });
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
var HEX64 = /^[0-9a-fA-F]{64}$/;
var isHex64 = (text2) => HEX64.test(text2);
var equalHex = (a, b) => a.length === b.length && a.toLowerCase() === b.toLowerCase();

// src/format/canonical.ts
var number = (value) => {
  if (!Number.isFinite(value)) throw new GaitError("invalid_input", `not a JSON number: ${value}`);
  return value === 0 ? "0" : String(value);
};
function canonicalize(value) {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return number(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    let out2 = "[";
    for (let i = 0; i < value.length; i++) out2 += (i ? "," : "") + canonicalize(value[i]);
    return `${out2}]`;
  }
  let out = "{";
  for (const key of Object.keys(value).sort()) out += `${out.length > 1 ? "," : ""}${canonicalString(key)}:${canonicalize(value[key])}`;
  return `${out}}`;
}
var NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
function canonicalString(value) {
  if (!NEEDS_ESCAPE.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new GaitError("invalid_input", "a string holds half of a surrogate pair");
  return JSON.stringify(value);
}
var sha256Hex = (bytes) => hash("sha256", bytes, "hex");
var digestOf = (value) => sha256Hex(canonicalize(value));

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
    const header2 = new DynamicHeader(literals.lengths, distances.lengths);
    const storable = raw !== void 0 && raw.length <= MAX_STORED;
    const extra = storable ? bitsOf(literalCounts.subarray(257), LENGTH_EXTRA) + bitsOf(distanceCounts, DISTANCE_EXTRA) : 0;
    const symbolBits = (a, b) => bitsOf(literalCounts, a.lengths) + bitsOf(distanceCounts, b.lengths) + extra;
    const fixed = 3 + symbolBits(FIXED_LITERALS, FIXED_DISTANCES);
    const dynamic = header2.bits + symbolBits(literals, distances);
    this.out.reserve(MAX_HEADER_BYTES + count * MAX_TOKEN_BYTES);
    if (storable && (raw.length + 5) * 8 < Math.min(fixed, dynamic)) {
      this.stored(raw, false);
    } else if (dynamic < fixed) {
      header2.writeTo(this);
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
function positionAt(text2, at) {
  const before = text2.slice(0, at);
  const line = before.split("\n").length;
  return { line, column: at - before.lastIndexOf("\n") };
}
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeUtf8(bytes) {
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
    const { line, column } = positionAt(this.text, this.at);
    throw invalidInput(`invalid JSON at line ${line}, column ${column}: ${what}`, { line });
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
  literal(word, node) {
    if (!this.text.startsWith(word, this.at)) this.fail(`expected a value`);
    this.at += word.length;
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
  ERR_INVALID_ARG_VALUE: "not a possible file name"
};
var systemCode = (error) => error instanceof Error && "code" in error && typeof error.code === "string" && /^(?:E[A-Z0-9]+|ERR_INVALID_ARG_VALUE)$/.test(error.code) ? error.code : void 0;
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
function statIfThere(host, file) {
  try {
    return host.fs.statSync(resolvePath(host, file), { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === void 0) throw error;
    return void 0;
  }
}
var isFile = (host, file) => statIfThere(host, file)?.isFile() ?? false;
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
function writeFileAtomic(host, file, content, options = {}) {
  assertLocalOrAbsolute(file);
  const target = resolvePath(host, file);
  const folder = path2.dirname(target);
  const random = Buffer.from(host.randomBytes(8)).toString("hex");
  const temporary = path2.join(folder, `.${path2.basename(target)}.tmp-${random}`);
  const mode = options.mode ?? FILE_MODE;
  onFile("write", file, () => {
    const descriptor = host.fs.openSync(temporary, "wx", mode);
    try {
      try {
        writeAll(host, descriptor, asBytes(content));
        host.fs.fsyncSync(descriptor);
      } finally {
        host.fs.closeSync(descriptor);
      }
      host.fs.chmodSync(temporary, mode);
      host.fs.renameSync(temporary, target);
    } catch (error) {
      host.fs.rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(host, folder);
  });
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
  const number2 = (index) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(number2);
  const [offsetHour, offsetMinute] = [number2(9), number2(10)];
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
function mismatch(node, wanted, path5, { text: text2 }) {
  const { line } = positionAt(text2, node.at);
  const found = node.kind === "number" ? `the number ${node.literal}` : KIND_NAMES[node.kind];
  throw invalidInput(`line ${line}: ${path5 || "the value"} must be ${wanted}, found ${found}`, { line });
}
var text = () => ({
  zero: () => "",
  decode: (node, current, path5, context) => node.kind === "string" ? node.value : node.kind === "null" ? current : mismatch(node, "a string", path5, context),
  encode: (value) => value,
  isEmpty: (value) => value === ""
});
var INTEGER = /^-?\d+$/;
var INT64_MAX = 2n ** 63n - 1n;
var int = () => ({
  zero: () => 0,
  decode: (node, current, path5, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "number" || !INTEGER.test(node.literal)) return mismatch(node, "an integer", path5, context);
    const value = BigInt(node.literal);
    if (value > INT64_MAX || value < -INT64_MAX - 1n) return mismatch(node, "a 64-bit integer", path5, context);
    return Number(value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === 0
});
var time = () => ({
  zero: () => ZERO_TIME,
  decode: (node, current, path5, context) => {
    if (node.kind === "null") return current;
    if (node.kind !== "string") return mismatch(node, "a time", path5, context);
    try {
      return parseTime(node.value);
    } catch {
      const { line } = positionAt(context.text, node.at);
      throw invalidInput(`line ${line}: ${path5 || "the value"} is not an RFC 3339 time: ${JSON.stringify(node.value)}`, { line });
    }
  },
  encode: (value) => isZeroTime(value) ? ZERO_TIME : value,
  isEmpty: () => false
});
var cutOff = /* @__PURE__ */ new WeakMap();
function decodeItems(item, node, current, path5, context) {
  if (node.kind !== "array") return mismatch(node, "a list", path5, context);
  const behind = cutOff.get(current);
  const before = behind ? [...current, ...behind] : current;
  const items = node.items.map((child, i) => item.decode(child, i < before.length ? before[i] : item.zero(), `${path5}[${i}]`, context));
  if (items.length > 0 && items.length < before.length) cutOff.set(items, before.slice(items.length));
  return items;
}
var list = (item) => ({
  zero: () => [],
  decode: (node, current, path5, context) => node.kind === "null" ? [] : decodeItems(item, node, current, path5, context),
  encode: (value) => value.map(item.encode),
  isEmpty: (value) => value.length === 0
});
var nullableList = (item) => ({
  zero: () => null,
  decode: (node, current, path5, context) => node.kind === "null" ? null : decodeItems(item, node, current ?? [], path5, context),
  encode: (value) => value?.map(item.encode) ?? null,
  isEmpty: (value) => value === null || value.length === 0
});
var freeMap = () => ({
  zero: () => null,
  decode: (node, current, path5, context) => {
    if (node.kind === "null") return null;
    if (node.kind !== "object") return mismatch(node, "an object", path5, context);
    const value = freeValue(node, path5, context);
    return current === null ? value : Object.assign(/* @__PURE__ */ Object.create(null), current, value);
  },
  encode: (value) => value,
  isEmpty: (value) => value === null || Object.keys(value).length === 0
});
function freeValue(node, path5, context) {
  try {
    return toJson(node);
  } catch (error) {
    const { line } = positionAt(context.text, node.at);
    throw invalidInput(`line ${line}: ${path5}: ${error instanceof Error ? error.message : error}`, { line });
  }
}
var optional = (shape) => ({
  zero: () => null,
  decode: (node, current, path5, context) => node.kind === "null" ? null : shape.decode(node, current ?? shape.zero(), path5, context),
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
    decode: (node, current, path5, context) => {
      if (node.kind === "null") return current;
      if (node.kind !== "object") return mismatch(node, "an object", path5, context);
      const out = current;
      const seen = context.options.duplicates === "refuse" ? /* @__PURE__ */ new Set() : void 0;
      for (const { key, value } of node.members) {
        const field = exact.get(key) ?? (context.options.names === "exact" ? void 0 : folded.get(foldName(key)));
        const at = path5 === "" ? key : `${path5}.${key}`;
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
function loadText(host, half, source) {
  if (given(source.path)) {
    const file = trim(source.path);
    try {
      const content = onFile("open", file, () => host.fs.readFileSync(resolvePath(host, file), "utf8"));
      return content.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
    } catch (error) {
      throw error instanceof GaitError ? error.prefixed(`read ${half} key`) : error;
    }
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
  const refuse = (message) => new GaitError("verification_failed", message, { code: "signature_invalid" });
  if (signature.signed_digest === "") throw refuse("missing signed_digest");
  if (signature.signed_digest !== digest) throw refuse("signed_digest mismatch");
  if (signature.alg !== "ed25519") throw refuse(`unsupported alg: ${signature.alg}`);
  if (signature.key_id !== "" && signature.key_id !== key.keyId) throw refuse("key id mismatch");
  let bytes;
  try {
    bytes = decodeBase64(signature.sig);
  } catch {
    throw refuse("decode sig: illegal base64 data");
  }
  if (bytes.length !== 64) throw refuse(`invalid signature length: ${bytes.length}`);
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
function createNodeHost(overrides = {}) {
  const env = overrides.env ?? process.env;
  return {
    cwd: process.cwd(),
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

// src/format/zip-data.ts
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";

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

// src/format/zip-data.ts
var MAX_RATIO = 1032;
var PIECE = 16384;
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
  const header2 = viewAt(source, entry.headerOffset, LENGTH.localHeader);
  if (header2.getUint32(0, true) !== SIGNATURE.localHeader) throw corrupt("there is no local header where the directory says");
  const start = entry.headerOffset + LENGTH.localHeader + header2.getUint16(26, true) + header2.getUint16(28, true);
  if (start + compressedSize > dataLimit) {
    throw invalidInput("zip entry overlaps another or the directory", { code: "zip_entries_overlap" });
  }
  return { entry, start };
}
function readData(source, { entry, start }) {
  const stored = source.read(start, entry.compressedSize);
  const content = entry.method === STORED ? stored : inflate(stored, entry.size);
  assertContent(source, { entry, start }, content.length, crc32(content));
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
    checksum = crc32(piece, checksum);
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
  const isWithin = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size;
  if (!isWithin) throw invalidInput("unexpected end of file", TRUNCATED);
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
  maxEntrySize: 104857600,
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
  const refuse = (message) => invalidInput(message, { code: "runpack_manifest_invalid" });
  if (manifest.schema_id !== SCHEMA_ID.manifest) throw refuse(`manifest schema_id must be ${SCHEMA_ID.manifest}`);
  if (manifest.schema_version !== SCHEMA_VERSION) throw refuse(`manifest schema_version must be ${SCHEMA_VERSION}`);
  if (manifest.run_id === "") throw refuse("manifest missing run_id");
}
var DAMAGE_CODES = ["zip_invalid", "zip_truncated", "zip_entry_corrupt"];
function recoded(error, code, replaced = []) {
  if (!(error instanceof GaitError) || !(error.code === error.category || replaced.includes(error.code))) return error;
  const { category, message, hint, retryable, file, line } = error;
  return new GaitError(category, message, { code, hint, retryable, file, line, cause: error });
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
  for (const { path: path5, sha256 } of listed) {
    const entry = zip.entry(path5);
    if (!entry) {
      missing.push(path5);
      continue;
    }
    const actual = await hashEntry(zip, path5, entry);
    if (!equalHex(sha256, actual)) mismatches.push({ path: path5, expected: sha256, actual });
  }
  for (const name of CORE_FILES) if (!listed.some((file) => file.path === name)) missing.push(name);
  const digest = manifestDigest(manifest);
  if (!equalHex(manifest.manifest_digest, digest)) {
    mismatches.push({ path: MANIFEST_FILE, expected: manifest.manifest_digest, actual: digest });
  }
  return { missingFiles: missing.sort(compareBytes), hashMismatches: mismatches.sort((a, b) => compareBytes(a.path, b.path)) };
}
async function hashEntry(zip, name, entry) {
  try {
    return await zip.hash(entry);
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed(`hash ${name}`) : error;
  }
}
function undeclaredFiles({ zip, manifest }) {
  const declared = /* @__PURE__ */ new Set([MANIFEST_FILE, ...(manifest.files ?? []).map((file) => file.path)]);
  return zip.entries.map((entry) => entry.name).filter((name) => !declared.has(name));
}

// src/runpack/refs.ts
function normalizeEvidenceMode(mode) {
  const word = normalizeWord(mode);
  if (word !== "" && word !== "best_effort" && word !== "required") {
    throw invalidInput("context evidence mode must be best_effort or required");
  }
  return word;
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

// src/runpack/read.ts
var MAX_LINE_BYTES = 10 * 1024 * 1024;
function* decodeEachLine(shape, bytes) {
  let number2 = 0;
  for (let start = 0; start < bytes.length; ) {
    number2++;
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (end - start > MAX_LINE_BYTES) throw invalidInput(`line ${number2}: longer than ${MAX_LINE_BYTES} bytes`, { line: number2 });
    const line = trim(decodeUtf8(bytes.subarray(start, end)));
    if (line !== "") yield decodeLine(shape, line, number2);
    start = end + 1;
  }
}
var decodeLines = (shape, bytes) => [...decodeEachLine(shape, bytes)];
function decodeLine(shape, line, number2) {
  try {
    return decode(shape, line);
  } catch (error) {
    if (!(error instanceof GaitError)) throw error;
    throw invalidInput(`line ${number2}: ${error.message.replace(/^line 1: /, "").replace(" at line 1,", " at")}`, { line: number2 });
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

// src/runpack/contents.ts
var LARGE_FILE = 16 * 1024 * 1024;
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
  decodeDocument(manifestShape, document, {
    onUnknown: (field) => add("runpack_manifest_unknown_field", `manifest field ${field} is unknown and not part of manifest_digest`)
  });
  if (manifest.capture_mode !== "reference" && manifest.capture_mode !== "raw") {
    add("runpack_capture_mode_unknown", `capture_mode is ${quoted(manifest.capture_mode)}, neither reference nor raw`);
  }
  const seen = /* @__PURE__ */ new Set();
  for (const { path: path5 } of manifest.files ?? []) {
    if (seen.has(path5)) add("runpack_manifest_path_repeated", `the manifest lists ${quoted(path5)} more than once`);
    seen.add(path5);
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

// src/runpack/write.ts
import path4 from "node:path";

// src/format/zip-writer.ts
import { isUtf8 } from "node:buffer";
import { crc32 as crc322 } from "node:zlib";
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
    const facts = { name, flags, mode: posixMode(mode), crc32: crc322(data), compressedSize, size: data.length, offset };
    dataDescriptor(out, facts);
    return facts;
  });
  const directoryOffset = out.length;
  for (const entry of entries) centralHeader(out, entry);
  endRecords(out, { count: entries.length, size: out.length - directoryOffset, offset: directoryOffset });
  return out.bytes();
}
function nameBytes(path5) {
  if (typeof path5 === "string" && !path5.isWellFormed()) throw invalidInput("zip entry name holds half of a surrogate pair");
  const name = typeof path5 === "string" ? Buffer.from(path5, "utf8") : path5;
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

// src/runpack/write.ts
var or = (value, fallback) => value === "" ? fallback : value;
function withRunDefaults(host, run) {
  return {
    ...run,
    schema_id: or(run.schema_id, SCHEMA_ID.run),
    schema_version: or(run.schema_version, SCHEMA_VERSION),
    created_at: isZeroTime(run.created_at) ? host.now() : run.created_at,
    producer_version: or(run.producer_version, DEFAULT_PRODUCER_VERSION),
    env: {
      os: or(run.env.os, host.platform.os),
      arch: or(run.env.arch, host.platform.arch),
      runtime: or(run.env.runtime, "node")
    }
  };
}
var withHeader = (record2, schemaId, run) => ({
  ...record2,
  schema_id: or(record2.schema_id, schemaId),
  schema_version: or(record2.schema_version, SCHEMA_VERSION),
  created_at: isZeroTime(record2.created_at) ? run.created_at : record2.created_at,
  producer_version: or(record2.producer_version, run.producer_version),
  run_id: or(record2.run_id, run.run_id)
});
function resolveDigest({ label, digestName, requirement, stated, payload, replacement }) {
  if (replacement) {
    if (replacement.kind !== "object" && replacement.kind !== "null") throw invalidInput(`${label} ${digestName}: expected an object`);
    const digest = digestOf(toJson(replacement));
    if (stated !== "" && !equalHex(stated, digest)) throw invalidInput(`${label} ${digestName} mismatch`);
    return or(stated, digest);
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
    return or(stated, digest);
  };
  return {
    ...receipt,
    query_digest: agree(receipt.query_digest, derived.query, "query"),
    content_digest: agree(receipt.content_digest, derived.content, "content")
  };
}
function completeRecords(host, input) {
  const run = withRunDefaults(host, input.run);
  try {
    const intents = input.intents.map((intent) => withHeader(intent, SCHEMA_ID.intent, run)).map((intent) => ({ ...intent, args_digest: intentDigest(intent, input.normalization) }));
    const results = input.results.map((result) => withHeader(result, SCHEMA_ID.result, run)).map((result) => ({ ...result, result_digest: resultDigest(result, input.normalization) }));
    const byIntent = new Map(intents.map((intent) => [intent.intent_id, intent]));
    const byResult = new Map(results.map((result) => [result.intent_id, result]));
    const headed = withHeader(input.refs, SCHEMA_ID.refs, run);
    const refs = { ...headed, receipts: headed.receipts.map((receipt) => resolveReceipt(receipt, byIntent, byResult)) };
    return { run, intents, results, refs };
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed("normalize digest-bearing fields") : error;
  }
}
function normalizedRefs(refs) {
  try {
    return normalizeRefs(refs);
  } catch (error) {
    throw error instanceof GaitError ? error.prefixed("normalize refs") : error;
  }
}
var jsonLines = (shape, records) => records.map((record2) => `${canonicalize(shape.encode(record2))}
`).join("");
function buildRunpack(host, input) {
  if (input.run.run_id === "") throw invalidInput("run_id is required");
  const records = completeRecords(host, input);
  const refs = normalizedRefs(records.refs);
  const captureMode = or(input.captureMode, "reference");
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
  const manifest = sealManifest({ run, captureMode, contents, signingKey: input.signingKey });
  const files = { ...contents, [MANIFEST_FILE]: canonicalize(manifestShape.encode(manifest)) };
  const bytes = writeZip(Object.entries(files).map(([name, text2]) => ({ path: name, data: Buffer.from(text2, "utf8") })));
  return { bytes, manifest, runId: run.run_id };
}
function sealManifest({ run, captureMode, contents, signingKey }) {
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
  makeFolder(host, path4.dirname(clean));
  writeFileAtomic(host, clean, built.bytes);
  return { ...built, path: clean };
}
export {
  GaitError,
  buildRunpack,
  canonicalize,
  createNodeHost,
  deflateRaw,
  digestOf,
  exitCodeOf,
  loadSigningKey,
  loadVerifyKey,
  locateRunpack,
  parseJson,
  parsePrivateKey,
  parsePublicKey,
  parseTime,
  readRunpack,
  sha256Hex,
  signJson,
  verifyJson,
  verifyRunpack,
  writeRunpack
};
