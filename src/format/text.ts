/** Text rules that Go and JavaScript see differently. */

const GO_SPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const EDGE_SPACE = new RegExp(`^[${GO_SPACE}]+|[${GO_SPACE}]+$`, "g");

/** Removes Unicode white space (the White_Space property) at both ends. U+FEFF stays, U+0085 goes: unlike `String.prototype.trim`. */
export const trim = (text: string): string => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const isPlain = (code: number) => code > 0x20 && code < 0x7f;
  return isPlain(first) && isPlain(last) ? text : text.replace(EDGE_SPACE, "");
};

export const isBlank = (text: string): boolean => trim(text) === "";

/** Trimmed and lower-cased. */
export const normalizeWord = (text: string): string => trim(text).toLowerCase();

/** Byte order of the UTF-8 encodings, as Go's `sort.Strings` has it: differs from JavaScript's order beyond U+D7FF. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above the BMP, so they sort after U+E000..U+FFFF.
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x800 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x800 : y + 0x2000;
    }
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** Trimmed, blanks dropped, unique, in byte order. */
export const sortedUnique = (values: Iterable<string>): string[] =>
  [...new Set([...values].map(trim).filter((value) => value !== ""))].sort(compareBytes);

/** Splits a comma list: trimmed, blanks dropped, order kept. */
export const splitCsv = (text: string): string[] =>
  text
    .split(",")
    .map(trim)
    .filter((item) => item !== "");

const HEX64 = /^[0-9a-fA-F]{64}$/;

/** Exactly 64 hex digits of either case. */
export const isHex64 = (text: string): boolean => HEX64.test(text);

/** Equal hex: the same digits without regard to case. */
export const equalHex = (a: string, b: string): boolean => a.length === b.length && a.toLowerCase() === b.toLowerCase();
