import { expect, test } from "vitest";
import { clip, shown, visible } from "../../src/report/visible.js";

test.each([
  ["plain", "refund-incident é 日本 😀", "refund-incident é 日本 😀"],
  ["bidirectional override", "a\u202eb", "a[U+202E]b"],
  ["zero width", "a\u200b\u200d\ufeffb", "a[U+200B][U+200D][U+FEFF]b"],
  ["newline, tab, escape", "a\n\t\u001b[31m", "a[U+000A][U+0009][U+001B][31m"],
  ["C1 control, no-break space, soft hyphen", "\u0085\u00a0\u00ad", "[U+0085][U+00A0][U+00AD]"],
  ["line separators", "\u2028\u2029", "[U+2028][U+2029]"],
  ["variation selector and tag", "\ufe0f\u{e0041}", "[U+FE0F][U+E0041]"],
  ["half of a surrogate pair", "\ud800x", "[U+D800]x"],
])("%s", (_name, text, expected) => {
  expect(visible(text)).toBe(expected);
});

test("clips by code points and marks the cut", () => {
  expect(clip("abcdef", 6)).toBe("abcdef");
  expect(clip("abcdefg", 6)).toBe("abcde…");
  expect(clip("😀😀😀", 2)).toBe("😀…");
  expect(shown("x".repeat(1_000_000), 5)).toBe("xxxx…");
  expect(shown("\u200b".repeat(10), 10)).toBe("[U+200B][…");
});
