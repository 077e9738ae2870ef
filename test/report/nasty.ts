/** Text that wants out: pieces that mean something to some renderer, mixed with anything at all. */
import fc from "fast-check";
import { HOSTILE } from "./samples.js";

const PIECES = [
  ..."`|<>&\"'@#:/\\[](){}*_~$!-=+^%,.\n\r\t ",
  "``",
  "````",
  "]]>",
  "-->",
  "<!--",
  "</details>",
  "@team",
  "#12",
  "GH-7",
  "https://x.example",
  "www.x.example",
  ":tada:",
  "||",
  "\\|",
  "\u202e",
  "\u200b",
  "\ud800",
  "\u0000",
  "\u2028",
  "😀",
  "%0A",
  "::",
];

export const nastyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) }),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join("")),
);
