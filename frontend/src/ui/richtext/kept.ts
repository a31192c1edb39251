import { Node } from "@tiptap/core";
import { inertBody } from "@/lib/inert";
import { t } from "@/strings";

/** Set on marks for parts of a text that are kept as they are, so that no text from outside can have one. */
const STAMP = crypto.getRandomValues(new Uint32Array(2)).join("");

/** Marks of parts between blocks, and within running text. Both names are read as such by browsers. */
const TAGS = { block: "figure", inline: "galley-kept" } as const;

export type Place = keyof typeof TAGS;

const MARK = `[data-kept-html][data-stamp="${STAMP}"]`;

/** The mark that is in the text in the place of a part. */
export function markOf(html: string, label: string, place: Place): HTMLElement {
  const mark = inertBody("").ownerDocument.createElement(TAGS[place]);
  mark.dataset.stamp = STAMP;
  mark.dataset.keptHtml = html;
  mark.dataset.keptLabel = label;
  return mark;
}

/** The HTML of an element's content or of itself, with each part in the place of its mark, byte for byte. */
export function withParts(element: HTMLElement, whole: boolean): string {
  const copy = element.cloneNode(true) as HTMLElement;
  const parts: string[] = [];
  const hold = copy.ownerDocument.createElement("div");
  hold.append(copy);
  for (const mark of hold.querySelectorAll<HTMLElement>(MARK)) {
    const token = `\uE000${STAMP}.${parts.length}\uE001`;
    parts.push(mark.dataset.keptHtml ?? "");
    mark.replaceWith(token);
  }
  const only = hold.firstElementChild;
  const html = whole || !only ? hold.innerHTML : only.innerHTML;
  return html.replace(
    new RegExp(`\uE000${STAMP}\\.(\\d+)\uE001`, "g"),
    (_, n: string) => parts[Number(n)] ?? "",
  );
}

const attributes = {
  html: { default: "", rendered: false },
  label: { default: "", rendered: false },
};

const read = (element: HTMLElement) => ({
  html: element.dataset.keptHtml ?? "",
  label: element.dataset.keptLabel ?? "",
});

const drawn = (place: Place, attrs: Record<string, unknown>) =>
  [
    TAGS[place],
    {
      "data-stamp": STAMP,
      "data-kept-html": String(attrs.html),
      "data-kept-label": String(attrs.label),
    },
  ] as const;

/** What a part says to a reader, on one line. */
export function wordsOfPart(html: string): string {
  return (inertBody(html).textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A part between blocks: a box with its name, that can be moved and deleted, not changed. */
export const KeptBlock = Node.create({
  name: "keptBlock",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => attributes,
  parseHTML: () => [{ tag: `${TAGS.block}${MARK}`, getAttrs: read, priority: 100 }],
  renderHTML: ({ node }) => drawn("block", node.attrs) as never,
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement("div");
      dom.dataset.kept = "block";
      dom.contentEditable = "false";
      const name = document.createElement("b");
      name.textContent = String(node.attrs.label);
      dom.append(name, `, ${t.review.paper.keptHere}`);
      return { dom };
    },
});

/** A part within running text: its words, framed. */
export const KeptInline = Node.create({
  name: "keptInline",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => attributes,
  parseHTML: () => [{ tag: `${TAGS.inline}${MARK}`, getAttrs: read, priority: 100 }],
  renderHTML: ({ node }) => drawn("inline", node.attrs) as never,
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement("span");
      dom.dataset.kept = "inline";
      dom.contentEditable = "false";
      dom.title = `${String(node.attrs.label)}: ${t.review.paper.keptHere}`;
      dom.textContent = wordsOfPart(String(node.attrs.html)) || String(node.attrs.label);
      return { dom };
    },
});
