import {
  type Extensions,
  elementFromString,
  getHTMLFromFragment,
  getSchema,
  type JSONContent,
} from "@tiptap/core";
import { Node as DocumentNode, DOMParser as DocumentParser } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { inertBody } from "@/lib/inert";
import { type Loss, lossesBetween } from "./losses";
import { TightListItem, unwrapTightItems } from "./tightListItem";

/** What rich text can hold. Anything else in a description keeps it in source mode. */
export const extensions: Extensions = [
  StarterKit.configure({
    listItem: false,
    // Neither may write into an untouched text.
    trailingNode: false,
    link: {
      autolink: false,
      openOnClick: false,
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  TightListItem,
];

const schema = getSchema(extensions);
const parser = DocumentParser.fromSchema(schema);

export function parse(html: string): JSONContent {
  return parser.parse(elementFromString(html)).toJSON() as JSONContent;
}

/** The document as HTML, one block a line, as people find it in the source. */
export function serialise(document: JSONContent): string {
  const { content } = DocumentNode.fromJSON(schema, document);
  const body = inertBody(getHTMLFromFragment(content, schema));
  unwrapTightItems(body);
  const blocks = [...body.children];
  if (blocks.length === 1 && blocks[0]?.localName === "p" && !blocks[0].hasChildNodes()) return "";
  return blocks.map((block) => block.outerHTML).join("\n");
}

/** What the text would lose in rich text; empty if it comes back the same. */
export function lossesOf(html: string): Loss[] {
  return lossesBetween(html, serialise(parse(html)));
}
