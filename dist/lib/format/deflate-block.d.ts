/** The blocks of the Deflate stream: symbol tables, sizes, the choice of a block's kind, bits (spec 10 §3.2 steps 8–13, RFC 1951). */
import type { ByteWriter } from "./byte-writer.js";
/** A block is flushed at this many tokens. */
export declare const MAX_TOKENS = 16384;
/** A token is a literal byte or a match of 3 to 258 bytes at a distance of 1 to 32,768. */
export declare const matchToken: (length: number, distance: number) => number;
/** Writes blocks one after another. */
export declare class BlockWriter {
    private readonly out;
    private hold;
    /** How many bits `hold` has; below 16 between calls. */
    private held;
    constructor(out: ByteWriter);
    /** Writes the lowest `count` (at most 16) bits of `value`, which has no others. Room must have been reserved. */
    bits(value: number, count: number): void;
    /**
     * Writes the first `count` tokens as one block that is not the last.
     * @param raw the bytes that the tokens stand for, undefined where they are no longer known
     */
    block(tokens: Int32Array, count: number, raw: Uint8Array | undefined): void;
    /** Ends the stream with an empty final block. The writer can then begin another stream. */
    end(): void;
    private stored;
    private tokens;
}
