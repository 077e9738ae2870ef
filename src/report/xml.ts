/** XML text through fast-xml-builder, with the escapes of Go's encoding/xml (spec 40 §5.5). */
import Builder from "fast-xml-builder";

/** Attributes carry the prefix `@`, the text of an element is `#text`; lists are repeated elements. */
export type XmlElement = { readonly [name: string]: XmlValue };
type XmlValue = string | XmlElement | readonly XmlElement[];

/** Characters that XML 1.0 has no place for (§2.2), halves of surrogate pairs included. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

/** Text of an attribute or a one-line element. */
export const escapeXml = (text: string): string => text.replace(ILLEGAL, "\ufffd").replace(/[&<>"'\t\n\r]/g, (char) => ESCAPES[char]!);

/** Text of an element that keeps its lines. */
const escapeLines = (text: string): string => text.replace(ILLEGAL, "\ufffd").replace(/[&<>"'\t\r]/g, (char) => ESCAPES[char]!);

/** An XML document, indented by two spaces, no element self-closing, a newline at the end. */
export function renderXml(root: XmlElement, { keepLines = false } = {}): string {
  const escapeText = keepLines ? escapeLines : escapeXml;
  const builder = new Builder({
    attributeNamePrefix: "@",
    ignoreAttributes: false,
    format: true,
    indentBy: "  ",
    suppressEmptyNode: false,
    suppressBooleanAttributes: false,
    processEntities: false,
    tagValueProcessor: (_name: string, value: unknown) => escapeText(String(value)),
    attributeValueProcessor: (_name: string, value: unknown) => escapeXml(String(value)),
  });
  return builder.build({ "?xml": { "@version": "1.0", "@encoding": "UTF-8" }, ...root });
}
