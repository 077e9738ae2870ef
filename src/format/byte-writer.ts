/** A growing run of bytes, little-endian. */

/** Grows by doubling; untouched memory is not resident, so a generous capacity costs nothing. */
export class ByteWriter {
  /** What is written so far is `buffer[0 … length)`. Fast writers fill it themselves after `reserve`. */
  buffer: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.buffer = new Uint8Array(capacity);
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  u16(value: number): void {
    this.reserve(2);
    this.buffer[this.length++] = value;
    this.buffer[this.length++] = value >>> 8;
  }

  u32(value: number): void {
    this.u16(value);
    this.u16(value >>> 16);
  }

  /** A non-negative safe integer as 64 bits. */
  u64(value: number): void {
    this.u32(value);
    this.u32(Math.floor(value / 0x1_0000_0000));
  }

  /** The bytes written so far; a view, valid until the next write. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }
}
