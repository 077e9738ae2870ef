export declare const SIGNATURE: {
    readonly localHeader: 67324752;
    readonly centralHeader: 33639248;
    readonly descriptor: 134695760;
    readonly end: 101010256;
    readonly zip64End: 101075792;
    readonly zip64Locator: 117853008;
};
/** Lengths in bytes of the records without their variable parts. */
export declare const LENGTH: {
    readonly localHeader: 30;
    readonly centralHeader: 46;
    readonly descriptor: 16;
    readonly end: 22;
    readonly zip64End: 56;
    readonly zip64Locator: 20;
};
export declare const STORED = 0;
export declare const DEFLATED = 8;
export declare const FLAG_DESCRIPTOR = 8;
export declare const FLAG_UTF8 = 2048;
export declare const HOST_UNIX = 3;
export declare const ZIP64_EXTRA = 1;
/** What a field holds when the value is in the zip64 records instead. */
export declare const MAX_U16 = 65535;
export declare const MAX_U32 = 4294967295;
/** The mode that an entry is written with: any execute bit makes it 0755. */
export declare const posixMode: (mode: number) => 420 | 493;
/** Names that occur more than once, sorted: compared trimmed, blank ones skipped (spec 10 §3.3, "Duplicates first"). */
export declare function duplicateNames(names: Iterable<string>): string[];
/** In bytes: no entry of ours holds more, for no reader takes more (spec 10 §3.3). */
export declare const MAX_ENTRY_SIZE = 104857600;
