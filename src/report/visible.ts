/**
 * Text of a repository, made safe to look at: what a reader cannot see, or what would change how the rest is read, is spelled
 * out. The ranges are written down, not taken from the engine's Unicode tables, so every Node version gives the same bytes.
 */

/**
 * Controls, zero-width and default-ignorable characters, bidirectional controls, line separators, blanks that are not the space,
 * variation selectors, tags, noncharacters, and halves of surrogate pairs.
 */
export const INVISIBLE = new RegExp(
  "[\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f" +
    "\\u205f-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\ud800-\\udfff" +
    "\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]",
  "gu",
);

const named = (char: string): string => `[U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;

/** `text` with every character of no ink as `[U+202E]`. The result is one line. */
export const visible = (text: string): string => text.replace(INVISIBLE, named);

/** At most `max` code points; a cut is marked by `…`, which counts. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const points = [...text];
  return points.length <= max ? text : `${points.slice(0, max - 1).join("")}…`;
}

/** How long a name may be where it is shown. */
export const NAME_LIMIT = 80;

/** `visible` and not longer than `max` code points. */
export const shown = (text: string, max = NAME_LIMIT): string =>
  // A cut before the replacement keeps the work bounded for hostile megabytes; two units per code point are always enough.
  clip(visible(text.length > 2 * max ? `${text.slice(0, 2 * max)}…` : text), max);
