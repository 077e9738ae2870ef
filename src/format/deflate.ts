/**
 * The Deflate encoder of Gait archives. Digests of whole archives depend on its bytes, and zlib makes others, so every choice is
 * fixed by spec 10 §3.2, whose steps the comments name.
 */
import { ByteWriter } from "./byte-writer.js";
import { BlockWriter, MAX_TOKENS, matchToken } from "./deflate-block.js";

const WINDOW = 32_768;
const WINDOW_MASK = WINDOW - 1;
/** A match is looked for by its first four bytes, so shorter ones are never found; three stands for "no match". */
const MIN_MATCH = 4;
const NO_MATCH = MIN_MATCH - 1;
const MAX_MATCH = 258;
const MIN_LOOKAHEAD = MIN_MATCH + MAX_MATCH;
/** A previous match this long is taken without looking for a better one. */
const LAZY_LENGTH = 16;
/** A match this long ends the search. */
const NICE_LENGTH = 32;
const MAX_CANDIDATES = 32;
/** A match of only four bytes must be this near. */
const SHORT_MATCH_DISTANCE = 4_096;

const HASH_BITS = 17;
const HASH_SHIFT = 32 - HASH_BITS;
const HASH_FACTOR = 0x1e35a7bd;
/** Stored positions are moved back when they pass this, long before they would overflow. */
const MAX_ORIGIN = 1 << 24;

/**
 * Encodes one stream after another into `out`. However the input is cut into writes, the stream is the same.
 *
 * Positions are indices into the window (so the `base` of the specification is 0); as stored in `head` and `prev` they are counted
 * from `origin`, which grows with each slide and each stream and so puts what is older left of the window. 0 is no position.
 */
export class Deflater {
  private readonly blocks: BlockWriter;
  private readonly window = new Uint8Array(2 * WINDOW);
  private readonly view = new DataView(this.window.buffer);
  private readonly head = new Int32Array(1 << HASH_BITS);
  private readonly prev = new Int32Array(WINDOW);
  private readonly tokens = new Int32Array(MAX_TOKENS);
  private tokenCount = 0;
  private origin = 1;
  private end = 0;
  /** Where the next block's bytes begin; negative once they have left the window. */
  private blockStart = 0;

  private current = 0;
  private length = NO_MATCH;
  private distance = 0;
  private isPending = false;
  /** The newest earlier position with the hash of the last one inserted, as stored. */
  private candidate = 0;

  constructor(out: ByteWriter) {
    this.blocks = new BlockWriter(out);
  }

  write(chunk: Uint8Array): void {
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
  finish(): void {
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
  private slide(): void {
    this.window.copyWithin(0, WINDOW);
    this.end -= WINDOW;
    this.current -= WINDOW;
    this.blockStart -= WINDOW;
    this.advanceOrigin(WINDOW);
  }

  private advanceOrigin(count: number): void {
    this.origin += count;
    if (this.origin <= MAX_ORIGIN) return;
    const shift = this.origin - 1;
    const moved = (position: number) => Math.max(0, position - shift);
    for (let i = 0; i < this.head.length; i++) this.head[i] = moved(this.head[i]!);
    for (let i = 0; i < this.prev.length; i++) this.prev[i] = moved(this.prev[i]!);
    this.candidate = moved(this.candidate);
    this.origin -= shift;
  }

  /** Steps 3–7: turns the window into tokens, up to its end (`sync`) or as far as a longest match could not reach beyond it. */
  private match(sync: boolean): void {
    const { window, view, head, prev, end, origin } = this;
    const insertEnd = end - (MIN_MATCH - 1);
    let { current, length, distance, isPending, candidate } = this;
    for (;;) {
      const lookahead = end - current;
      if (lookahead < MIN_LOOKAHEAD && (!sync || lookahead === 0)) break;
      if (current < insertEnd) {
        const hash = Math.imul(view.getInt32(current), HASH_FACTOR) >>> HASH_SHIFT;
        candidate = head[hash]!;
        prev[current & WINDOW_MASK] = candidate;
        head[hash] = current + origin;
      }
      const previousLength = length;
      const previousDistance = distance;
      length = NO_MATCH;
      distance = 0;
      if (previousLength < LAZY_LENGTH && lookahead > previousLength && candidate - origin >= Math.max(current - WINDOW, 0)) {
        const found = this.longestMatch(current, candidate - origin, Math.min(MAX_MATCH, lookahead));
        if (found !== 0) {
          length = found >>> 16;
          distance = found & 0xffff;
        }
      }
      if (previousLength >= MIN_MATCH && length <= previousLength) {
        this.tokens[this.tokenCount++] = matchToken(previousLength, previousDistance);
        const next = current + previousLength - 1;
        const stop = Math.min(next, insertEnd);
        for (let at = current + 1; at < stop; at++) {
          const hash = Math.imul(view.getInt32(at), HASH_FACTOR) >>> HASH_SHIFT;
          prev[at & WINDOW_MASK] = head[hash]!;
          head[hash] = at + origin;
        }
        current = next;
        isPending = false;
        length = NO_MATCH;
        if (this.tokenCount === MAX_TOKENS) this.flush(current);
      } else {
        if (isPending) {
          this.tokens[this.tokenCount++] = window[current - 1]!;
          if (this.tokenCount === MAX_TOKENS) this.flush(current);
        }
        current++;
        isPending = true;
      }
    }
    if (sync) {
      if (isPending) this.tokens[this.tokenCount++] = window[current - 1]!;
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
  private longestMatch(current: number, first: number, longest: number): number {
    const { view, prev, origin } = this;
    const nice = Math.min(NICE_LENGTH, longest);
    const oldest = Math.max(current - WINDOW, 0);
    let best = NO_MATCH;
    let distance = 0;
    let candidate = first;
    // Only a candidate that agrees in the last four bytes of a longer match can hold one: one comparison rules out most.
    let wanted = view.getInt32(current + best - 3);
    for (let tries = MAX_CANDIDATES; tries > 0; tries--) {
      if (view.getInt32(candidate + best - 3) === wanted) {
        const n = commonLength(view, candidate, current, longest);
        if (n > best && (n > MIN_MATCH || current - candidate <= SHORT_MATCH_DISTANCE)) {
          best = n;
          distance = current - candidate;
          if (n >= nice) break;
          wanted = view.getInt32(current + best - 3);
        }
      }
      if (candidate === oldest) break;
      candidate = prev[candidate & WINDOW_MASK]! - origin;
      if (candidate < oldest) break;
    }
    return distance === 0 ? 0 : (best << 16) | distance;
  }

  private flush(blockEnd: number): void {
    const raw = this.blockStart >= 0 ? this.window.subarray(this.blockStart, blockEnd) : undefined;
    this.blocks.block(this.tokens, this.tokenCount, raw);
    this.tokenCount = 0;
    this.blockStart = blockEnd;
  }
}

/** How many bytes at `a` and `b` agree, at most `longest`; compared four at a time. */
function commonLength(view: DataView, a: number, b: number, longest: number): number {
  let n = 0;
  for (; n + 4 <= longest; n += 4) {
    const difference = view.getInt32(a + n) ^ view.getInt32(b + n);
    if (difference !== 0) return n + (Math.clz32(difference) >>> 3);
  }
  while (n < longest && view.getUint8(a + n) === view.getUint8(b + n)) n++;
  return n;
}

/** The Deflate stream of `bytes`: the same bytes on every machine, the very ones that the reference makes. */
export function deflateRaw(bytes: Uint8Array): Uint8Array {
  const out = new ByteWriter();
  const deflater = new Deflater(out);
  deflater.write(bytes);
  deflater.finish();
  return out.bytes();
}
