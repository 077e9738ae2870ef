import { describe, expect, test } from "vitest";
import { cellCode, code, fence, htmlCode, link, message, prose } from "../../src/report/markdown-escape.js";

describe("code", () => {
  test.each([
    ["refund-incident", "`refund-incident`"],
    ["a`b", "``a`b``"],
    ["`a``", "``` `a`` ```"],
    [" a ", "`  a  `"],
    [" ", "` `"],
    ["", "(empty)"],
    ["@team #1 <b>", "`@team #1 <b>`"],
    ["a\nb", "`a[U+000A]b`"],
  ])("%j", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test("in a cell pipes are escaped, inside code, too", () => {
    expect(cellCode("a|b\\|c")).toBe("`a\\|b\\\\|c`");
  });

  test("long names are clipped", () => {
    expect(code("x".repeat(200))).toBe(`\`${"x".repeat(79)}…\``);
  });
});

test.each([
  ["**bold** _it_ ~s~ `c`", "\\*\\*bold\\*\\* \\_it\\_ \\~s\\~ \\`c\\`"],
  ["[a](b) ![c](d)", "\\[a\\]\\(b\\) \\!\\[c\\]\\(d\\)"],
  ["<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"],
  ["a | b", "a \\| b"],
  ["@team", "@\u200dteam"],
  ["me@b.example", "me@\u200db.example"],
  ["#12 GH-12 o/r#1", "#\u200d12 GH-\u200d12 o/r#\u200d1"],
  ["https://a.example www.b.example", "https:\u200d//a.example www\u200d.b.example"],
  [":tada: a:b", ":\u200dtada: a:b"],
  [":white_check_mark:", ":\u200dwhite\\_check\\_mark:"],
  ["$x$", "\\$x\\$"],
  ["a\u202eb", "a\\[U+202E\\]b"],
])("prose %j", (text, expected) => {
  expect(prose(text)).toBe(expected);
});

test("names between backticks of a message become code, the rest is escaped", () => {
  expect(message("expected `pay.refund`, got *nothing*")).toBe("expected `pay.refund`, got \\*nothing\\*");
  expect(message("one ` alone @x")).toBe("one \\` alone @\u200dx");
});

test("inside HTML lines everything is an entity", () => {
  expect(htmlCode("<b>`a`&'\"")).toBe("<code>&lt;b&gt;&#96;a&#96;&amp;&#39;&#34;</code>");
});

test("a fence is longer than any run of backticks inside", () => {
  expect(fence("diff", ["a", "```` b"])).toBe("`````diff\na\n```` b\n`````");
});

test("an address cannot end its link", () => {
  expect(link("summary", "https://x.example/a b)(<c>")).toBe("[summary](https://x.example/a%20b%29%28%3Cc%3E)");
});
