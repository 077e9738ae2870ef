/** Text rules that Go and JavaScript see differently. */
/** Removes Unicode white space (the White_Space property) at both ends. U+FEFF stays, U+0085 goes: unlike `String.prototype.trim`. */
export declare const trim: (text: string) => string;
export declare const isBlank: (text: string) => boolean;
/** Trimmed and lower-cased. */
export declare const normalizeWord: (text: string) => string;
/** Byte order of the UTF-8 encodings, as Go's `sort.Strings` has it: differs from JavaScript's order beyond U+D7FF. */
export declare function compareBytes(a: string, b: string): number;
/** Trimmed, blanks dropped, unique, in byte order. */
export declare const sortedUnique: (values: Iterable<string>) => string[];
/** Splits a comma list: trimmed, blanks dropped, order kept. */
export declare const splitCsv: (text: string) => string[];
/** Exactly 64 hex digits of either case. */
export declare const isHex64: (text: string) => boolean;
/** Equal hex: the same digits without regard to case. */
export declare const equalHex: (a: string, b: string) => boolean;
