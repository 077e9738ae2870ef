/** A growing run of bytes, little-endian. */
/** Grows by doubling; untouched memory is not resident, so a generous capacity costs nothing. */
export declare class ByteWriter {
    /** What is written so far is `buffer[0 … length)`. Fast writers fill it themselves after `reserve`. */
    buffer: Uint8Array;
    length: number;
    constructor(capacity?: number);
    /** Makes room for `count` more bytes. */
    reserve(count: number): void;
    append(bytes: Uint8Array): void;
    u16(value: number): void;
    u32(value: number): void;
    /** A non-negative safe integer as 64 bits. */
    u64(value: number): void;
    /** The bytes written so far; a view, valid until the next write. */
    bytes(): Uint8Array;
}
