/**
 * The Deflate encoder of Gait archives. Digests of whole archives depend on its bytes, and zlib makes others, so every choice is
 * fixed by spec 10 §3.2, whose steps the comments name.
 */
import { ByteWriter } from "./byte-writer.js";
/**
 * Encodes one stream after another into `out`. However the input is cut into writes, the stream is the same.
 *
 * Positions are indices into the window (so the `base` of the specification is 0); as stored in `head` and `prev` they are counted
 * from `origin`, which grows with each slide and each stream and so puts what is older left of the window. 0 is no position.
 */
export declare class Deflater {
    private readonly blocks;
    private readonly window;
    private readonly view;
    private readonly head;
    private readonly prev;
    private readonly tokens;
    private tokenCount;
    private origin;
    private end;
    /** Where the next block's bytes begin; negative once they have left the window. */
    private blockStart;
    private current;
    private length;
    private distance;
    private isPending;
    /** The newest earlier position with the hash of the last one inserted, as stored. */
    private candidate;
    constructor(out: ByteWriter);
    write(chunk: Uint8Array): void;
    /** Ends the stream. The next write begins a new one. */
    finish(): void;
    /** Step 1: drops the older half of the window. */
    private slide;
    private advanceOrigin;
    /** Steps 3–7: turns the window into tokens, up to its end (`sync`) or as far as a longest match could not reach beyond it. */
    private match;
    /** Step 5: the first of the longest matches, as length × 65,536 + distance; 0 where there is none. */
    private longestMatch;
    private flush;
}
/** The Deflate stream of `bytes`: the same bytes on every machine, the very ones that the reference makes. */
export declare function deflateRaw(bytes: Uint8Array): Uint8Array;
