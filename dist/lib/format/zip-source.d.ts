import { type Host } from "./host.js";
export interface ByteSource {
    /** In bytes. */
    readonly size: number;
    /**
     * Exactly `length` bytes at `offset`.
     * @param into room for them, for callers that read piece after piece; a source that has the bytes in memory needs none
     * @throws GaitError invalid_input where the source has fewer
     */
    read(offset: number, length: number, into?: Uint8Array): Uint8Array;
    close(): void;
}
/** The bytes given; reads are views of them. */
export declare function bytesSource(bytes: Uint8Array): ByteSource;
/**
 * A file, opened here and held open until `close`. It must not change meanwhile: if it shrinks, reads fail.
 * @throws GaitError invalid_input, led by `open zip`, where it is missing, unreadable or no regular file.
 */
export declare const fileSource: (host: Host, file: string) => ByteSource;
