import { describe, expect, it } from "vitest";
import { splitCommands, splitWords } from "../../src/action/words.js";

describe("words of a line", () => {
  it.each<[string, string[]]>([
    ["npm run record", ["npm", "run", "record"]],
    ["  a \t b  ", ["a", "b"]],
    ["", []],
    [`node x.mjs --gait "node ../../dist/cli/index.js"`, ["node", "x.mjs", "--gait", "node ../../dist/cli/index.js"]],
    ["a 'b c' \"d e\"", ["a", "b c", "d e"]],
    [`a"b c"d'e f'`, ["ab cde f"]],
    [`""`, [""]],
    [`"a \\"b\\" \\\\ \\n"`, ['a "b" \\ \\n']],
    [`'a\\b "c"'`, ['a\\b "c"']],
    ["a\\ b \\$HOME", ["a b", "$HOME"]],
    ["'$HOME' \"*.txt\" '|'", ["$HOME", "*.txt", "|"]],
    ["--opt=a~b x#y", ["--opt=a~b", "x#y"]],
    ["größe 日本", ["größe", "日本"]],
  ])("%s", (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  it.each([
    ["a | b", "| is shell syntax"],
    ["a && b", "& is shell syntax"],
    ["a; b", "; is shell syntax"],
    ["a > out", "> is shell syntax"],
    ["echo $HOME", "$ is shell syntax"],
    ["echo `id`", "` is shell syntax"],
    ["ls *.zip", "* is shell syntax"],
    ["ls ~/x", "~ is shell syntax"],
    ["(a)", "( is shell syntax"],
    ["echo 'a", "a ' is not closed"],
    ['echo "a', 'a " is not closed'],
    ["a \\", "it ends with a backslash"],
  ])("refuses %s", (line, why) => {
    expect(() => splitWords(line)).toThrow(why);
  });
});

it("reads one command per line and leaves out blank lines and comments", () => {
  expect(splitCommands("npm ci\r\n\n  # record\nnpm run 'record all'\n")).toEqual([
    ["npm", "ci"],
    ["npm", "run", "record all"],
  ]);
});
