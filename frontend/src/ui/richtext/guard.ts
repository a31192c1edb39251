import { elementFromString, getHTMLFromFragment, getSchema, type JSONContent } from "@tiptap/core";
import { Node as DocumentNode, DOMParser as DocumentParser } from "@tiptap/pm/model";
import { inertBody } from "@/lib/inert";
import { t } from "@/strings";
import { extensions } from "./codec";
import { KeptBlock, KeptInline, markOf, type Place, withParts } from "./kept";
import { type Loss, lossesBetween } from "./losses";
import { unwrapTightItems } from "./tightListItem";

/** What rich text can hold, and boxes for parts that it cannot. */
export const guarded = [...extensions, KeptBlock, KeptInline];

const schema = getSchema(guarded);
const parser = DocumentParser.fromSchema(schema);

/** A part of a text that is kept byte for byte. */
export interface Part {
  html: string;
  label: string;
  inline: boolean;
}

export interface Opened {
  document: JSONContent;
  /** What even the boxes could not keep: then the text is edited as source. */
  losses: Loss[];
}

/** How many elements are looked at one by one; what comes after them is kept whole. */
const LOOKS = 300;

/** Above this many characters a text is edited as source: boxes would take too long to find. */
const MOST = 200_000;

/** A text as a document: what rich text cannot hold is in boxes. */
export function open(html: string, parts: Part[] = []): Opened {
  const whole = parse(html);
  if (parts.length === 0 && lossesBetween(html, serialise(whole)).length === 0) {
    return { document: whole, losses: [] };
  }
  if (html.length > MOST) return { document: whole, losses: lossesBetween(html, serialise(whole)) };
  const body = inertBody(withMarks(html, parts));
  const looks = { left: LOOKS };
  for (const node of [...body.childNodes]) guard(node, "block", looks);
  const marked = body.innerHTML;
  const document = parse(marked);
  const losses = lossesBetween(marked, written(document));
  return {
    document,
    losses: losses.length > 0 ? losses : lossesBetween(html, serialise(document)),
  };
}

/** The document as HTML, one block a line, each box as the part that it keeps. */
export function serialise(document: JSONContent): string {
  return lines(bodyOf(document), (block) => withParts(block as HTMLElement, true));
}

function parse(html: string): JSONContent {
  return parser.parse(elementFromString(html)).toJSON() as JSONContent;
}

/** The document as HTML with marks for the boxes. */
function written(document: JSONContent): string {
  return lines(bodyOf(document), (block) => block.outerHTML);
}

function bodyOf(document: JSONContent): HTMLElement {
  const { content } = DocumentNode.fromJSON(schema, document);
  const body = inertBody(getHTMLFromFragment(content, schema));
  unwrapTightItems(body);
  return body;
}

function lines(body: HTMLElement, of: (block: Element) => string): string {
  const blocks = [...body.children];
  if (blocks.length === 1 && blocks[0]?.localName === "p" && !blocks[0].hasChildNodes()) return "";
  return blocks.map(of).join("\n");
}

/** The text with a mark in the place of each known part, the first place of its bytes. */
function withMarks(html: string, parts: Part[]): string {
  let rest = html;
  let done = "";
  const found = parts
    .map((part) => ({ part, at: html.indexOf(part.html) }))
    .filter(({ part, at }) => part.html !== "" && at >= 0)
    .sort((a, b) => a.at - b.at);
  for (const { part } of found) {
    const at = rest.indexOf(part.html);
    if (at < 0) continue; // within another one
    done += rest.slice(0, at);
    done += markOf(part.html, part.label, part.inline ? "inline" : "block").outerHTML;
    rest = rest.slice(at + part.html.length);
  }
  return done + rest;
}

/** Elements that are opened to keep only what is inside them. */
const OPENS = new Set("p h1 h2 h3 h4 h5 h6 ul ol li blockquote strong b em i u s a".split(" "));

const BLOCKS = new Set(
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul".split(
    " ",
  ),
);

const LINES = new Set("p h1 h2 h3 h4 h5 h6 strong b em i u s a".split(" "));

function losesNothing({ localName, outerHTML }: Element): boolean {
  const html = localName === "li" ? `<ul>${outerHTML}</ul>` : outerHTML;
  return lossesBetween(html, written(parse(html))).length === 0;
}

/** Puts marks in the place of what rich text would lose: as little as possible. */
function guard(node: ChildNode, place: Place, looks: { left: number }): void {
  if (node.nodeType === Node.COMMENT_NODE) {
    const html = `<!--${(node as Comment).data}-->`;
    node.replaceWith(markOf(html, nameOf("!"), place));
  }
  if (!(node instanceof Element)) return;
  if (--looks.left >= 0) {
    if (losesNothing(node)) return;
    if (OPENS.has(node.localName)) {
      guardInside(node, looks);
      if (losesNothing(node)) return;
    }
  }
  replace(node, isBlock(node) ? place : "inline");
}

function guardInside(element: Element, looks: { left: number }): void {
  const inside = LINES.has(element.localName) ? "inline" : "block";
  for (const child of [...element.childNodes]) {
    guard(child, element.localName === "li" && !isBlock(child) ? "inline" : inside, looks);
  }
}

function isBlock(node: Node): boolean {
  return node instanceof Element && BLOCKS.has(node.localName);
}

function replace(element: Element, place: Place): void {
  const html = withParts(element as HTMLElement, true);
  element.replaceWith(markOf(html, nameOf(element.localName), place));
}

function nameOf(what: string): string {
  const [words = what] = t.editor.description.losses([{ what, count: 1 }]);
  return words;
}
