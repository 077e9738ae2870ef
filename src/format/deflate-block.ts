/** The blocks of the Deflate stream: symbol tables, sizes, the choice of a block's kind, bits (spec 10 §3.2 steps 8–13, RFC 1951). */
import type { ByteWriter } from "./byte-writer.js";
import { canonicalCodes, codeLengths } from "./huffman.js";

/** A block is flushed at this many tokens. */
export const MAX_TOKENS = 16_384;
const MIN_MATCH = 3;
const MATCH_FLAG = 1 << 23;

/** A token is a literal byte or a match of 3 to 258 bytes at a distance of 1 to 32,768. */
export const matchToken = (length: number, distance: number): number => MATCH_FLAG | ((length - MIN_MATCH) << 15) | (distance - 1);

const END_OF_BLOCK = 256;
const LITERAL_CODES = 286;
const DISTANCE_CODES = 30;
const MAX_STORED = 65_535;
/** Room that is always enough: a match takes at most 15 + 5 + 15 + 13 bits, a header 316 code lengths of 7. */
const MAX_TOKEN_BYTES = 6;
const MAX_HEADER_BYTES = 512;

/** RFC 1951 §3.2.5: codes in groups of `groupSize` that share a number of extra bits, which grows by one from group to group. */
function extraBits(codes: number, groupSize: number): Uint8Array {
  return Uint8Array.from({ length: codes }, (_, code) => Math.max(0, Math.floor(code / groupSize) - 1));
}

/** Length codes 257…284 as 0…27; 28 is code 285, which stands for 258 alone. */
const LENGTH_EXTRA = extraBits(29, 4).fill(0, 28);
const DISTANCE_EXTRA = extraBits(DISTANCE_CODES, 2);

function firstValues(extra: Uint8Array): Uint16Array {
  const bases = new Uint16Array(extra.length);
  for (let code = 1; code < extra.length; code++) bases[code] = bases[code - 1]! + (1 << extra[code - 1]!);
  return bases;
}

/** Both count from 0: length − 3, distance − 1. */
const LENGTH_BASE = firstValues(LENGTH_EXTRA).fill(258 - MIN_MATCH, 28);
const DISTANCE_BASE = firstValues(DISTANCE_EXTRA);

function codeOfEach(values: number, bases: Uint16Array): Uint8Array {
  const codes = new Uint8Array(values);
  for (let code = 0; code < bases.length; code++) codes.fill(code, bases[code]!);
  return codes;
}

const LENGTH_CODE = codeOfEach(256, LENGTH_BASE);
const DISTANCE_CODE = codeOfEach(32_768, DISTANCE_BASE);

/** The order in which the lengths of the code-length code are sent (RFC 1951 §3.2.7). */
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REPEAT_EXTRA: Readonly<Record<number, number>> = { 16: 2, 17: 3, 18: 7 };

interface Code {
  readonly lengths: Uint8Array;
  readonly codes: Uint16Array;
}

const codeOf = (lengths: Uint8Array): Code => ({ lengths, codes: canonicalCodes(lengths) });

/** RFC 1951 §3.2.6. The two literal codes beyond 285 are never used but take part in the numbering. */
const FIXED_LITERALS = codeOf(new Uint8Array(288).fill(8).fill(9, 144).fill(7, 256).fill(8, 280));
const FIXED_DISTANCES = codeOf(new Uint8Array(DISTANCE_CODES).fill(5));

/** Bits that the counted symbols take, each with so many. */
function bitsOf(counts: Int32Array, bitsOfEach: Uint8Array): number {
  let bits = 0;
  for (let symbol = 0; symbol < counts.length; symbol++) bits += counts[symbol]! * bitsOfEach[symbol]!;
  return bits;
}

function withoutTrailingZeros(counts: Int32Array): Int32Array {
  let length = counts.length;
  while (length > 0 && counts[length - 1] === 0) length--;
  return counts.subarray(0, length);
}

/** One symbol of the run-length coded code lengths, with the value of its extra bits. */
interface LengthSymbol {
  readonly symbol: number;
  readonly extra: number;
}

/** Step 11: the code lengths of both codes, run together. */
function runLengthCode(lengths: Uint8Array): LengthSymbol[] {
  const out: LengthSymbol[] = [];
  for (let start = 0; start < lengths.length; ) {
    const value = lengths[start]!;
    let end = start + 1;
    while (lengths[end] === value) end++;
    let left = end - start;
    start = end;
    const repeat = (symbol: number, least: number, most: number) => {
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

/** The description of a pair of codes that leads a dynamic block (RFC 1951 §3.2.7). */
class DynamicHeader {
  private readonly symbols: LengthSymbol[];
  private readonly code: Code;
  private readonly codesSent: number;
  readonly bits: number;

  constructor(
    private readonly literals: Uint8Array,
    private readonly distances: Uint8Array,
  ) {
    const lengths = new Uint8Array(literals.length + distances.length);
    lengths.set(literals);
    lengths.set(distances, literals.length);
    this.symbols = runLengthCode(lengths);
    const counts = new Int32Array(CODE_LENGTH_ORDER.length);
    let extra = 0;
    for (const { symbol } of this.symbols) {
      counts[symbol]!++;
      extra += REPEAT_EXTRA[symbol] ?? 0;
    }
    this.code = codeOf(codeLengths(counts, 7));
    this.codesSent = Math.max(4, withoutTrailingZeros(Int32Array.from(CODE_LENGTH_ORDER, (symbol) => counts[symbol]!)).length);
    this.bits = 17 + 3 * this.codesSent + bitsOf(counts, this.code.lengths) + extra;
  }

  writeTo(out: BlockWriter): void {
    out.bits(0b100, 3);
    out.bits(this.literals.length - 257, 5);
    out.bits(this.distances.length - 1, 5);
    out.bits(this.codesSent - 4, 4);
    for (let i = 0; i < this.codesSent; i++) out.bits(this.code.lengths[CODE_LENGTH_ORDER[i]!]!, 3);
    for (const { symbol, extra } of this.symbols) {
      out.bits(this.code.codes[symbol]!, this.code.lengths[symbol]!);
      out.bits(extra, REPEAT_EXTRA[symbol] ?? 0);
    }
  }
}

/** Step 8. */
function countSymbols(tokens: Int32Array, count: number): { literalCounts: Int32Array; distanceCounts: Int32Array } {
  const literals = new Int32Array(LITERAL_CODES);
  const distances = new Int32Array(DISTANCE_CODES);
  for (let i = 0; i < count; i++) {
    const token = tokens[i]!;
    if (token < MATCH_FLAG) literals[token]!++;
    else {
      literals[257 + LENGTH_CODE[(token >>> 15) & 0xff]!]!++;
      distances[DISTANCE_CODE[token & 0x7fff]!]!++;
    }
  }
  literals[END_OF_BLOCK] = 1;
  const used = withoutTrailingZeros(distances);
  return { literalCounts: withoutTrailingZeros(literals), distanceCounts: used.length > 0 ? used : Int32Array.of(1) };
}

/** Writes blocks one after another. */
export class BlockWriter {
  private hold = 0;
  /** How many bits `hold` has; below 16 between calls. */
  private held = 0;

  constructor(private readonly out: ByteWriter) {}

  /** Writes the lowest `count` (at most 16) bits of `value`, which has no others. Room must have been reserved. */
  bits(value: number, count: number): void {
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
  block(tokens: Int32Array, count: number, raw: Uint8Array | undefined): void {
    const { literalCounts, distanceCounts } = countSymbols(tokens, count);
    const literals = codeOf(codeLengths(literalCounts, 15));
    const distances = codeOf(codeLengths(distanceCounts, 15));
    const header = new DynamicHeader(literals.lengths, distances.lengths);

    const storable = raw !== undefined && raw.length <= MAX_STORED;
    // Counted only where storing is possible: it makes no difference between the other two kinds.
    const extra = storable ? bitsOf(literalCounts.subarray(257), LENGTH_EXTRA) + bitsOf(distanceCounts, DISTANCE_EXTRA) : 0;
    const symbolBits = (a: Code, b: Code) => bitsOf(literalCounts, a.lengths) + bitsOf(distanceCounts, b.lengths) + extra;
    const fixed = 3 + symbolBits(FIXED_LITERALS, FIXED_DISTANCES);
    const dynamic = header.bits + symbolBits(literals, distances);

    this.out.reserve(MAX_HEADER_BYTES + count * MAX_TOKEN_BYTES);
    if (storable && (raw.length + 5) * 8 < Math.min(fixed, dynamic)) {
      this.stored(raw, false);
    } else if (dynamic < fixed) {
      header.writeTo(this);
      this.tokens(tokens, count, literals, distances);
    } else {
      this.bits(0b010, 3);
      this.tokens(tokens, count, FIXED_LITERALS, FIXED_DISTANCES);
    }
  }

  /** Ends the stream with an empty final block. The writer can then begin another stream. */
  end(): void {
    this.stored(new Uint8Array(0), true);
  }

  private stored(raw: Uint8Array, final: boolean): void {
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

  private tokens(tokens: Int32Array, count: number, literals: Code, distances: Code): void {
    for (let i = 0; i < count; i++) {
      const token = tokens[i]!;
      if (token < MATCH_FLAG) {
        this.bits(literals.codes[token]!, literals.lengths[token]!);
        continue;
      }
      const length = (token >>> 15) & 0xff;
      const lengthCode = LENGTH_CODE[length]!;
      this.bits(literals.codes[257 + lengthCode]!, literals.lengths[257 + lengthCode]!);
      this.bits(length - LENGTH_BASE[lengthCode]!, LENGTH_EXTRA[lengthCode]!);
      const distance = token & 0x7fff;
      const distanceCode = DISTANCE_CODE[distance]!;
      this.bits(distances.codes[distanceCode]!, distances.lengths[distanceCode]!);
      this.bits(distance - DISTANCE_BASE[distanceCode]!, DISTANCE_EXTRA[distanceCode]!);
    }
    this.bits(literals.codes[END_OF_BLOCK]!, literals.lengths[END_OF_BLOCK]!);
  }
}
